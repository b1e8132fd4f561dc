//! Places of sources, as they are shown and as programs read them.

use super::workspace::shown;
use crate::library::{Attribution, Library};
use crate::text::{Encoding, Span};
use crate::trace::{Place, Verdict};
use serde::Serialize;

/// A place of a source in JSON.
#[derive(Serialize)]
pub struct SourceJson {
    /// The source's id.
    pub id: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Its file, if it has one.
    pub path: Option<String>,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
    /// The line, from 1.
    pub line: usize,
}

/// Who said something, in JSON.
#[derive(Serialize)]
pub struct AttributionJson {
    speaker: Option<String>,
    date: Option<String>,
    occasion: Option<String>,
}

impl SourceJson {
    /// The place for programs.
    pub fn new(library: &Library, place: Place) -> Self {
        let source = library.source(place);
        let bytes = bytes(library, place);
        SourceJson {
            id: source.id.clone(),
            title: source.meta.title.clone(),
            path: source.path.as_deref().map(shown),
            start: bytes.start,
            end: bytes.end,
            line: source.lines().line_of(place.span.start) + 1,
        }
    }
}

impl AttributionJson {
    /// The attribution for programs; `None` if nothing is known.
    pub fn new(attribution: Option<&Attribution>) -> Option<Self> {
        let Attribution { speaker, date, occasion, .. } = attribution.filter(|known| !known.is_empty())?.clone();
        Some(AttributionJson { speaker, date, occasion })
    }
}

/// The bytes of a place, as programs read them: in UTF-8 those of the file as it is on disk, else those of its text in UTF-8.
pub fn bytes(library: &Library, place: Place) -> Span {
    place.span.shift(library.source(place).mark())
}

/// Where the source of a place can be opened, or its name below its folder.
pub fn file_of(library: &Library, place: Place) -> String {
    let source = library.source(place);
    source.path.as_deref().map_or_else(|| source.relative.clone(), shown)
}

/// `file:line:column`, as terminals make links of.
pub fn location(library: &Library, place: Place) -> String {
    let source = library.source(place);
    let at = source.position(place.span.start, Encoding::Utf32);
    format!("{}:{}:{}", file_of(library, place), at.line + 1, at.column + 1)
}

/// The words of a place on one line.
pub fn words(library: &Library, place: Place) -> String {
    library.words(place).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A verdict, as programs read it.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verbatim => "verbatim",
        Verdict::Altered => "altered",
        Verdict::OtherTranslation => "other-translation",
        Verdict::NotFound => "not-found",
    }
}

/// A number as programs need it: with so many digits behind the point.
pub fn rounded(number: f64, digits: i32) -> f64 {
    let unit = 10f64.powi(digits);
    (number * unit).round() / unit
}
