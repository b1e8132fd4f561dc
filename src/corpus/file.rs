//! Reading one file: a text, or one of the two files that people write about the texts.

use super::source::Stamp;
use super::walk::Found;
use super::{Decoded, Source, decode};
use rustc_hash::FxHashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Larger files are not read, in bytes. The largest collected works are a tenth of this.
pub(super) const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Something that kept a file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The file or folder.
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
}

/// Reads a text, or takes it from `before` if it has not changed since.
pub(super) fn read_source(file: &Found, before: &FxHashMap<PathBuf, Arc<Source>>) -> Result<Source, FileProblem> {
    let metadata = std::fs::metadata(&file.path).map_err(|error| unreadable(&file.path, &error))?;
    let stamp = Stamp::new(&metadata);
    let old = before.get(&file.path);
    if let Some(old) = old.filter(|old| old.stamp == Some(stamp)) {
        return Ok(Source { relative: file.relative.clone(), ..Source::clone(old) });
    }
    let Decoded { text, decoding } = read_text(&file.path, &metadata)?;
    let source = match old.filter(|old| *old.text == *text) {
        Some(old) => Source { relative: file.relative.clone(), ..Source::clone(old) },
        None => Source::new(&file.relative, text.into(), file.format),
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
        Ok(decoded) => Some(NotesFile { path: Some(path.to_path_buf()), text: decoded.text.into() }),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}
