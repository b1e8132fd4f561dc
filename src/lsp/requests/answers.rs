//! What the answers have in common: sources, passages, whose words they are.

use super::super::convert::location;
use crate::features::card::one_line;
use crate::library::{Attribution, Library};
use crate::text::{Encoding, Span};
use crate::trace::Place;
use serde::Serialize;
use tower_lsp::lsp_types::{Location, Url};

/// A source, with what `corpus.toml` says of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceAnswer {
    /// Unique in the corpus.
    id: String,
    /// What it is called: its title or, as titles are not made up, its file.
    name: String,
    /// Where it can be opened.
    uri: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    editor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cite_key: Option<String>,
}

impl SourceAnswer {
    /// The source with this number.
    pub fn new(library: &Library, number: usize) -> Self {
        let source = &library.corpus.sources[number];
        let meta = &source.meta;
        SourceAnswer {
            id: source.id.clone(),
            name: one_line(source.name()),
            uri: source.path.as_ref().and_then(|path| Url::from_file_path(path).ok()),
            title: meta.title.clone(),
            author: meta.author.clone(),
            editor: meta.editor.clone(),
            publisher: meta.publisher.clone(),
            date: meta.date.clone(),
            language: meta.language.clone(),
            url: meta.url.clone(),
            cite_key: meta.cite_key.clone(),
        }
    }
}

/// Who is said to have said something, when and on what occasion: words of a source.
#[derive(Debug, Serialize)]
pub struct AttributionAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occasion: Option<String>,
}

impl AttributionAnswer {
    /// The attribution, if anything is known.
    pub fn new(attribution: Option<&Attribution>) -> Option<Self> {
        let Attribution { speaker, date, occasion, .. } = attribution.filter(|known| !known.is_empty())?.clone();
        Some(AttributionAnswer { speaker, date, occasion })
    }
}

/// A passage of a source.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PassageAnswer {
    /// Its words on one line.
    pub text: String,
    /// The parts of `text` that the passage is given for, in the units of columns that were agreed on.
    pub matches: Vec<Part>,
    /// The source.
    pub source: SourceAnswer,
    /// Where it can be opened; none for a source without a file.
    pub location: Option<Location>,
    /// The line in the source, from 1.
    pub line: usize,
    /// Whose words it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<AttributionAnswer>,
}

/// A part of a text.
#[derive(Debug, Serialize, PartialEq)]
pub struct Part {
    start: usize,
    end: usize,
}

impl PassageAnswer {
    /// The passage at a place, given for the parts `matched` of it, in order.
    pub fn new(library: &Library, place: Place, matched: &[Span], encoding: Encoding) -> Self {
        let (text, matches) = on_one_line(&library.words(place), place.span.start, matched, encoding);
        PassageAnswer {
            text,
            matches,
            source: SourceAnswer::new(library, place.source),
            location: location(library, place, encoding),
            line: library.source(place).lines().line_of(place.span.start) + 1,
            attribution: AttributionAnswer::new(library.attribution_of(place).as_deref()),
        }
    }
}

/// A text, which begins at the byte `start` of a source, on one line, and where some parts of it are then.
fn on_one_line(text: &str, start: usize, parts: &[Span], encoding: Encoding) -> (String, Vec<Part>) {
    let (mut out, mut found) = (String::with_capacity(text.len()), Vec::with_capacity(parts.len()));
    let (mut at, mut units) = (0, 0);
    let mut push = |piece: &str| {
        let piece = one_line(piece);
        let before = units;
        units += piece.chars().map(|c| encoding.units(c)).sum::<usize>();
        out.push_str(&piece);
        Part { start: before, end: units }
    };
    for part in parts {
        let span = Span::new(part.start.saturating_sub(start), part.end.saturating_sub(start));
        // The file may have changed since.
        let (Some(before), Some(word)) = (text.get(at..span.start), text.get(span.start..span.end)) else { continue };
        push(before);
        found.push(push(word));
        at = span.end;
    }
    push(text.get(at..).unwrap_or_default());
    (out, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_again_on_one_line() {
        let text = "a 😀\n\n wide\tworld ";
        let parts = [Span::new(109, 113), Span::new(114, 119)];
        let (line, found) = on_one_line(text, 100, &parts, Encoding::Utf16);
        assert_eq!(line, "a 😀 wide world ");
        assert_eq!(found, [Part { start: 5, end: 9 }, Part { start: 10, end: 15 }]);
        let (_, found) = on_one_line(text, 100, &parts[..1], Encoding::Utf8);
        assert_eq!(found, [Part { start: 7, end: 11 }]);
        assert!(on_one_line("short", 100, &parts, Encoding::Utf8).1.is_empty());
    }
}
