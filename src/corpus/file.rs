//! Reading one file: a text, or one of the two files that people write about the texts.

use super::source::Stamp;
use super::text::Home;
use super::walk::Found;
use super::{Decoded, Pool, Source, Text, decode, paths};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Larger files are not read, in bytes. The largest collected works are a tenth of this.
pub(super) const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Something that kept a file from being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The file or folder.
    #[serde(with = "paths")]
    pub path: PathBuf,
    /// What is wrong with it, and what to do.
    pub message: String,
}

impl FileProblem {
    pub(super) fn new(path: &Path, message: impl Into<String>) -> Self {
        FileProblem { path: path.to_path_buf(), message: message.into() }
    }
}

/// `corpus.toml` or `concepts.toml`, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesFile {
    /// Where it lies; `None` if it is compiled in.
    pub path: Option<PathBuf>,
    /// What it says.
    pub text: Arc<str>,
    /// The bytes of the file before that: those of a byte-order mark.
    pub mark: usize,
}

/// What was read of a corpus before.
#[derive(Debug, Default)]
pub struct Before {
    /// Its sources, by path.
    pub sources: FxHashMap<PathBuf, Arc<Source>>,
    /// What the texts share.
    pub pool: Arc<Pool>,
}

/// Reads a text, or takes it from `before` if it has not changed since.
pub(super) fn read_source(file: &Found, before: &Before) -> Result<Source, FileProblem> {
    let metadata = std::fs::metadata(&file.path).map_err(|error| unreadable(&file.path, &error))?;
    let stamp = Stamp::new(&metadata);
    let old = before.sources.get(&file.path);
    if let Some(old) = old.filter(|old| old.stamp.is_some_and(|old| old.proves(&stamp))) {
        return Ok(Source { relative: file.relative.clone(), ..Source::clone(old) });
    }
    let Decoded { text, decoding, .. } = read_text(&file.path, &metadata)?;
    let home = Home { path: file.path.clone(), stamp, decoding, pool: Arc::clone(&before.pool) };
    let text = Text::read(text, home);
    let source = match old.filter(|old| old.text.is_same(&text)) {
        Some(old) if old.text.is_held() => Source { relative: file.relative.clone(), ..Source::clone(old) },
        Some(old) => Source { relative: file.relative.clone(), text, ..Source::clone(old) },
        None => Source { text, ..Source::new(&file.relative, "".into(), file.format) },
    };
    let canonical = (file.canonical != file.path).then(|| file.canonical.clone());
    Ok(Source { path: Some(file.path.clone()), canonical, decoding, stamp: Some(stamp), ..source })
}

fn read_text(path: &Path, metadata: &std::fs::Metadata) -> Result<Decoded, FileProblem> {
    // Reading a pipe or a device might never end.
    if !metadata.is_file() {
        return Err(FileProblem::new(path, "this is not read: it is not an ordinary file"));
    }
    if metadata.len() > LARGEST_FILE {
        let message = format!("this file is not read: it is larger than {} MB", LARGEST_FILE / 1024 / 1024);
        return Err(FileProblem::new(path, message));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    decode(bytes).ok_or_else(|| FileProblem::new(path, "this file is not read: it is binary, not a text"))
}

fn unreadable(path: &Path, error: &io::Error) -> FileProblem {
    FileProblem::new(path, format!("this file cannot be read: {error}"))
}

/// Reads `corpus.toml` or `concepts.toml`; it is no problem if there is none.
pub(super) fn read_notes(path: &Path, problems: &mut Vec<FileProblem>) -> Option<NotesFile> {
    let read = match std::fs::metadata(path) {
        Ok(metadata) => read_text(path, &metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => Err(unreadable(path, &error)),
    };
    match read {
        Ok(Decoded { text, mark, .. }) => Some(NotesFile { path: Some(path.to_path_buf()), text: text.into(), mark }),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}
