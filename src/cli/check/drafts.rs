//! Which files are checked, and their texts.

use super::super::workspace::shown;
use crate::corpus::{Decoded, decode};
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// Drafts by their extension.
const EXTENSIONS: [&str; 3] = ["md", "markdown", "txt"];

/// A file that was to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was asked for by name.
    named: bool,
}

/// Something that cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What and why.
    pub message: String,
    /// Whether it was asked for by name.
    pub is_error: bool,
}

/// The files, and the drafts in the folders, each once, in the order of their names. What `.gitignore` names and hidden
/// files are left out of folders, but not if they are asked for by name.
pub fn find(paths: &[PathBuf]) -> (Vec<Draft>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut seen = FxHashSet::default();
    let mut add = |path: PathBuf, named: bool| {
        if seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
            files.push(Draft { path, named });
        }
    };
    for path in paths {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let walk = WalkBuilder::new(path).require_git(false).sort_by_file_name(std::ffi::OsStr::cmp).build();
                for entry in walk {
                    match entry {
                        Ok(entry) if is_draft(&entry) => add(entry.into_path(), false),
                        Ok(_) => {}
                        Err(error) => problems.push(Problem { message: error.to_string(), is_error: false }),
                    }
                }
            }
            Ok(_) => add(path.clone(), true),
            Err(error) => {
                let message = match error.kind() {
                    std::io::ErrorKind::NotFound => format!("{}: there is no such file or folder", path.display()),
                    _ => format!("{}: this cannot be read: {error}", path.display()),
                };
                problems.push(Problem { message, is_error: true });
            }
        }
    }
    (files, problems)
}

fn is_draft(entry: &ignore::DirEntry) -> bool {
    let extension = entry.path().extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    let is_text = extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()));
    is_text && entry.path().is_file()
}

impl Draft {
    /// Its text, decoded as a source's is.
    pub fn read(&self) -> Result<String, Problem> {
        let problem = |what: &str| Problem { message: format!("{}: {what}", shown(&self.path)), is_error: self.named };
        let bytes =
            std::fs::read(&self.path).map_err(|error| problem(&format!("this file cannot be read: {error}")))?;
        let decoded = decode(bytes).ok_or_else(|| problem("this file is not checked: it is binary, not a text"))?;
        let Decoded { text, .. } = decoded;
        Ok(text)
    }
}

/// The name of a draft in a baseline that lies in `folder`: from there, with `/` between folders.
pub fn name_in_baseline(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
