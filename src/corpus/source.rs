//! One document of a corpus.

use super::Decoding;
use crate::annotation::SourceMeta;
use crate::markup::Format;
use crate::text::LineIndex;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// One document of a corpus, as it was when it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Unique in the corpus. In its own folder it is known by `meta.id`, which other folders may use too.
    pub id: String,
    /// Where an editor can open it; `None` for a seed document that could not be written to the cache.
    pub path: Option<PathBuf>,
    /// The path below its folder, with `/` between folders.
    pub relative: String,
    /// Its text. As long as the text stays the same this stays the same `Arc`, whatever else changes.
    pub text: Arc<str>,
    /// How it is written.
    pub format: Format,
    /// What is known of it.
    pub meta: SourceMeta,
    /// How its bytes were read.
    pub decoding: Decoding,
    /// The path without links, where that is another one.
    pub(super) canonical: Option<PathBuf>,
    pub(super) stamp: Option<Stamp>,
    pub(super) lines: OnceLock<Arc<LineIndex>>,
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
            text,
            format,
            meta,
            decoding: Decoding::Utf8,
            canonical: None,
            stamp: None,
            lines: OnceLock::new(),
        }
    }

    /// The same source with another text, such as that of the buffer in which it is being edited.
    pub fn with_text(&self, text: Arc<str>) -> Self {
        Source { text, lines: OnceLock::new(), stamp: None, ..self.clone() }
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
            && (Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }

    /// Its lines; found when they are first asked for.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| Arc::new(LineIndex::new(&self.text)))
    }
}

/// What tells a file that was changed from one that was not, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    len: u64,
    modified: Option<std::time::SystemTime>,
    /// Inode and time of the last change of any kind: they notice a file that was replaced and given an old date.
    inode: (u64, i64, i64),
}

impl Stamp {
    pub(super) fn new(metadata: &std::fs::Metadata) -> Self {
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let inode = (0, 0, 0);
        Stamp { len: metadata.len(), modified: metadata.modified().ok(), inode }
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
