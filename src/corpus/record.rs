//! What is known of a corpus without reading its texts: enough to put it up again as it was.

use super::file::read_notes;
use super::folder::described;
use super::text::Home;
use super::{Decoding, FileProblem, FolderRead, Pool, Source, Stamp, Text, paths};
use crate::markup::Format;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is known of a source without reading its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where it lies.
    #[serde(with = "paths")]
    pub path: PathBuf,
    /// The path without links, where that is another one.
    #[serde(with = "paths::optional")]
    pub canonical: Option<PathBuf>,
    /// The path below its folder, with `/` between folders.
    pub relative: String,
    /// What the file was like when it was read.
    pub stamp: Stamp,
    /// How its bytes are read.
    pub decoding: Decoding,
    /// How it is written.
    pub format: Format,
    /// The length of its text, in bytes.
    pub len: usize,
    /// The number of its contents; see [`Text::content`].
    pub content: u64,
}

/// What is known of a folder without walking through it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFolder {
    /// The folder.
    #[serde(with = "paths")]
    pub root: PathBuf,
    /// Its sources, in the order of their relative paths.
    pub sources: Vec<Record>,
    /// What could not be read of it.
    pub problems: Vec<FileProblem>,
}

impl KnownFolder {
    /// The same folder, called by another path that leads there.
    pub fn called(mut self, root: &Path) -> Self {
        let from = std::mem::replace(&mut self.root, root.to_path_buf());
        if from == root {
            return self;
        }
        let moved = |path: &Path| match path.strip_prefix(&from) {
            Ok(below) if below.as_os_str().is_empty() => root.to_path_buf(),
            Ok(below) => root.join(below),
            Err(_) => path.to_path_buf(),
        };
        for record in &mut self.sources {
            let path = moved(&record.path);
            let old = std::mem::replace(&mut record.path, path);
            record.canonical = record.canonical.take().or(Some(old)).filter(|canonical| *canonical != record.path);
        }
        self.problems.iter_mut().for_each(|problem| problem.path = moved(&problem.path));
        self
    }
}

impl Source {
    /// Whether its text is that of its file, and not one that an editor holds.
    pub fn is_in_file(&self) -> bool {
        self.path.is_some() && self.stamp.is_some()
    }

    /// Whether nobody who has this one needs the other, which was read later: both say the same, and the text of this one
    /// can still be read.
    pub fn is_as_good_as(&self, later: &Source) -> bool {
        (&self.id, &self.path, &self.relative, self.format) == (&later.id, &later.path, &later.relative, later.format)
            && (&self.meta, self.decoding) == (&later.meta, later.decoding)
            && self.text.is_same(&later.text)
            && (self.text.is_held() || self.stamp.zip(later.stamp).is_some_and(|(old, new)| old.agrees(&new)))
    }

    /// What there is to know of it; `None` if its text is in no file, or is not that file's.
    pub fn record(&self) -> Option<Record> {
        Some(Record {
            path: self.path.clone()?,
            canonical: self.canonical.clone(),
            relative: self.relative.clone(),
            stamp: self.stamp?,
            decoding: self.decoding,
            format: self.format,
            len: self.text.len(),
            content: self.text.content(),
        })
    }

    /// The source that this is known of. Its text is read when somebody asks for it.
    pub fn known(record: Record, pool: &Arc<Pool>) -> Self {
        let Record { path, canonical, relative, stamp, decoding, format, len, content } = record;
        let home = Home { path: path.clone(), stamp, decoding, pool: Arc::clone(pool) };
        Source {
            path: Some(path),
            canonical,
            decoding,
            stamp: Some(stamp),
            text: Text::known(len, content, home),
            ..Source::new(&relative, "".into(), format)
        }
    }
}

/// The folder as it was; only what people wrote about the texts is read now.
pub(super) fn known_folder(known: KnownFolder, pool: &Arc<Pool>) -> FolderRead {
    let KnownFolder { root, sources, problems } = known;
    let mut read = FolderRead { problems, ..FolderRead::default() };
    read.metadata = read_notes(&root.join("corpus.toml"), &mut read.problems);
    read.concepts = read_notes(&root.join("concepts.toml"), &mut read.problems);
    read.root = Some(root);
    let sources = sources.into_iter().map(|record| Source::known(record, pool)).collect();
    read.sources = described(sources, &read.metadata, &mut read.metadata_problems);
    read
}

/// Whether the problem is with one of the two files that are read even if the folder is known.
pub(super) fn is_of_notes(problem: &FileProblem, root: &Path) -> bool {
    ["corpus.toml", "concepts.toml"].iter().any(|name| problem.path == root.join(name))
}
