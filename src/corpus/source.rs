//! One document of a corpus.

use super::{Decoding, Text};
use crate::annotation::SourceMeta;
use crate::markup::Format;
use crate::text::{Encoding, LineIndex, Position, Span, around};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// How much is read on either side of a passage for what stands around it, in bytes.
const AROUND: usize = 8 * 1024;

/// One document of a corpus, as it was when it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Unique in the corpus. In its own folder it is known by `meta.id`, which other folders may use too.
    pub id: String,
    /// Where an editor can open it; `None` for a seed document that could not be written to the cache.
    pub path: Option<PathBuf>,
    /// The path below its folder, with `/` between folders.
    pub relative: String,
    /// Its text.
    pub text: Text,
    /// How it is written.
    pub format: Format,
    /// What is known of it.
    pub meta: SourceMeta,
    /// How its bytes were read.
    pub decoding: Decoding,
    /// The path without links, where that is another one.
    pub(super) canonical: Option<PathBuf>,
    pub(super) stamp: Option<Stamp>,
}

/// A piece of a source with what stands around it.
#[derive(Clone, Debug)]
pub struct Excerpt<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The byte of the source at which they begin.
    pub start: usize,
}

impl Excerpt<'_> {
    /// The same bytes, counted from where the excerpt begins; cut to it.
    pub fn local(&self, span: Span) -> Span {
        let place = |at: usize| at.saturating_sub(self.start).min(self.text.len());
        Span::new(place(span.start), place(span.end))
    }

    /// What stands in these bytes of the source.
    pub fn of(&self, span: Span) -> &str {
        self.local(span).of(&self.text)
    }

    /// The bytes of the source around a passage: see [`around`].
    pub fn around(&self, span: Span, sentences: usize) -> Span {
        around(&self.text, self.local(span), sentences).shift(self.start)
    }

    /// Whether all these bytes are in it; they are not if the source's file has changed.
    pub fn covers(&self, span: Span) -> bool {
        self.start <= span.start && span.end <= self.start + self.text.len()
    }
}

impl Source {
    /// A source with nothing known of it but its text.
    pub fn new(relative: &str, text: Arc<str>, format: Format) -> Self {
        let id = stem_of(relative).to_string();
        let meta = SourceMeta { file: relative.to_string(), id: id.clone(), ..SourceMeta::default() };
        Source {
            id,
            path: None,
            relative: relative.to_string(),
            text: Text::new(text),
            format,
            meta,
            decoding: Decoding::Utf8,
            canonical: None,
            stamp: None,
        }
    }

    /// The same source with another text, such as that of the buffer in which it is being edited.
    pub fn with_text(&self, text: Arc<str>) -> Self {
        Source { text: Text::new(text), stamp: None, ..self.clone() }
    }

    /// What it is called when it is shown: its title or, since titles are not made up, its file.
    pub fn name(&self) -> &str {
        self.meta.title.as_deref().unwrap_or(&self.relative)
    }

    /// Whether the other is this one, unchanged.
    pub(super) fn is_same(&self, other: &Source) -> bool {
        self.id == other.id
            && self.path == other.path
            && self.relative == other.relative
            && self.format == other.format
            && self.meta == other.meta
            && self.decoding == other.decoding
            && self.stamp == other.stamp
            && self.text.is_same(&other.text)
    }

    /// The bytes of its file before its text: those of a byte-order mark in UTF-8. With them a place of the text is one of the
    /// file; in other encodings the bytes of the file are not those of the text.
    pub fn mark(&self) -> usize {
        let file = self.stamp.filter(|_| self.decoding == Decoding::Utf8).map_or(0, |stamp| stamp.len() as usize);
        file.saturating_sub(self.text.len())
    }

    /// What stands in these bytes; see [`Text::slice`].
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        self.text.slice(span)
    }

    /// These bytes with some kilobytes of what stands around them.
    pub fn near(&self, span: Span) -> Excerpt<'_> {
        let wide = Span::new(span.start.saturating_sub(AROUND), span.end.saturating_add(AROUND));
        let (start, text) = self.text.piece(wide);
        Excerpt { text, start }
    }

    /// Its lines; found when they are first asked for.
    pub fn lines(&self) -> Arc<LineIndex> {
        self.text.lines()
    }

    /// The line and the column of a byte.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        self.lines().position_in(offset, encoding, |start, end| self.slice(Span::new(start, end)))
    }
}

/// What tells a file that was changed from one that was not, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    len: u64,
    /// Seconds and nanoseconds; none where the system does not keep them.
    modified: Option<(u64, u32)>,
    /// Inode and time of the last change of any kind: they notice a file that was replaced and given an old date.
    inode: (u64, i64, i64),
    /// Whether the file had changed so shortly before that another change might leave the same times. Such a stamp proves
    /// nothing: the file must be read to know whether it is still the same.
    is_young: bool,
}

/// The coarsest clock of a file system (FAT) ticks every two seconds.
const TICK: u64 = 2;

impl Stamp {
    /// The stamp of a file, taken now.
    pub fn new(metadata: &std::fs::Metadata) -> Self {
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let inode = (0, 0, 0);
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        let modified = modified.map(|since| (since.as_secs(), since.subsec_nanos()));
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let changed = modified.map_or(u64::MAX, |(seconds, _)| seconds);
        // Only the system sets the time of the last change of any kind.
        let changed = if cfg!(unix) { inode.1.max(0) as u64 } else { changed };
        Stamp { len: metadata.len(), modified, inode, is_young: changed.saturating_add(TICK) >= now }
    }

    /// Whether a file with the other stamp, taken later, is surely the same.
    pub fn proves(&self, later: &Stamp) -> bool {
        self == later && !self.is_young
    }

    /// Whether nothing in the other stamp tells that the file has changed.
    pub fn agrees(&self, other: &Stamp) -> bool {
        Stamp { is_young: self.is_young, ..*other } == *self
    }

    /// How many bytes the file has.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether the file is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// The name of a file without its folders and its extension.
pub(super) fn stem_of(relative: &str) -> &str {
    let name = relative.rsplit('/').next().unwrap_or(relative);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_a_title_is_called_by_its_file() {
        let mut source = Source::new("speeches/1954.txt", "".into(), Format::Plain);
        assert_eq!((source.id.as_str(), source.name()), ("1954", "speeches/1954.txt"));
        source.meta.title = Some("A Speech".into());
        assert_eq!(source.name(), "A Speech");
    }

    #[test]
    fn another_text_has_lines_of_its_own() {
        let source = Source::new("a.txt", "one\ntwo".into(), Format::Plain);
        assert_eq!(source.lines().lines(), 2);
        assert_eq!(source.with_text("one".into()).lines().lines(), 1);
    }
}
