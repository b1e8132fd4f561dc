//! Which files of a folder belong to a corpus.
//!
//! `.gitignore` (and `.ignore`) is honoured, in a git repository or not; hidden files, `.git` among them, are left out.
//! Links are followed after everything that lies in the folder itself, each target once, never to a folder around the
//! corpus.

use super::FileProblem;
use crate::markup::Format;
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// More files than these are not read from one folder; it is then most likely not the one that was meant.
pub(super) const MOST_FILES: usize = 100_000;

/// A file that is a text, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub path: PathBuf,
    /// The path without links.
    pub canonical: PathBuf,
    /// Below the folder, with `/` between folders.
    pub relative: String,
    pub format: Format,
}

/// The format of a file, by its extension; `None` for files that are no sources.
pub(super) fn format_of(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "txt" => Some(Format::Plain),
        "md" | "markdown" => Some(Format::Markdown),
        _ => None,
    }
}

/// The files below `root`, in the order of their relative paths.
pub(super) fn walk(root: &Path, problems: &mut Vec<FileProblem>) -> Vec<Found> {
    let mut walk = Walk { root, files: Vec::new(), seen_files: FxHashSet::default(), links: VecDeque::new() };
    let around = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let seen_folders: Seen = Arc::new(Mutex::new(FxHashSet::default()));
    walk.folder(root, &seen_folders, problems);
    while let Some(link) = walk.links.pop_front() {
        match link.canonicalize() {
            Err(error) => problems.push(FileProblem::new(&link, format!("this link leads nowhere: {error}"))),
            Ok(target) if target.is_dir() && around.starts_with(&target) => {}
            Ok(target) if target.is_dir() => walk.folder(&link, &seen_folders, problems),
            Ok(target) => walk.file(link, target),
        }
    }
    if walk.files.len() > MOST_FILES {
        let message = format!("this folder has more than {MOST_FILES} texts: the rest of them is not read");
        problems.push(FileProblem::new(root, message));
        walk.files.truncate(MOST_FILES);
    }
    walk.files.sort_by(|a, b| a.relative.cmp(&b.relative));
    walk.files
}

/// Calls `each` with every file below a folder that is a text by its name, and its format, until it gives false. What
/// `.gitignore` names, hidden files and links are left out; what cannot be read is passed over.
pub fn each_text(folder: &Path, each: &mut dyn FnMut(&Path, Format) -> bool) {
    let entries =
        WalkBuilder::new(folder).require_git(false).git_global(false).sort_by_file_name(std::ffi::OsStr::cmp).build();
    for entry in entries.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file())) {
        if let Some(format) = format_of(entry.path())
            && !each(entry.path(), format)
        {
            return;
        }
    }
}

/// The canonical paths of the folders that were entered: each is entered once, by whatever way. The walk wants to share
/// its filter between threads, hence the lock.
type Seen = Arc<Mutex<FxHashSet<PathBuf>>>;

struct Walk<'a> {
    root: &'a Path,
    files: Vec<Found>,
    /// Canonical paths: one file is read once, however many links lead to it.
    seen_files: FxHashSet<PathBuf>,
    links: VecDeque<PathBuf>,
}

impl Walk<'_> {
    /// Takes the files of `folder` and of the folders in it, as far as they were not seen before, and notes the links.
    fn folder(&mut self, folder: &Path, seen: &Seen, problems: &mut Vec<FileProblem>) {
        let is_new = |seen: &Seen, path: PathBuf| seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path);
        let Ok(canonical) = folder.canonicalize() else { return };
        // The walk asks its filter for everything but the folder that it begins with.
        if !is_new(seen, canonical.clone()) {
            return;
        }
        // It follows no links, so what it finds lies below that folder under the very same names.
        let (from, to) = (folder.to_path_buf(), canonical);
        let without_links =
            move |path: &Path| path.strip_prefix(&from).map_or_else(|_| path.into(), |rest| to.join(rest));
        let (seen, unlinked) = (Arc::clone(seen), without_links.clone());
        let entries = WalkBuilder::new(folder)
            .require_git(false)
            .git_global(false)
            .sort_by_file_name(std::ffi::OsStr::cmp)
            .filter_entry(move |entry| {
                let is_folder = entry.depth() > 0 && entry.file_type().is_some_and(|kind| kind.is_dir());
                !is_folder || is_new(&seen, unlinked(entry.path()))
            })
            .build();
        for entry in entries {
            match entry {
                Err(error) => {
                    problems.push(unreadable(folder, &error));
                }
                Ok(entry) if entry.depth() == 0 => {}
                Ok(entry) if entry.path_is_symlink() => self.links.push_back(entry.into_path()),
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let canonical = without_links(entry.path());
                    self.file(entry.into_path(), canonical);
                }
                Ok(_) => {}
            }
            if self.files.len() > MOST_FILES {
                break;
            }
        }
    }

    fn file(&mut self, path: PathBuf, canonical: PathBuf) {
        let Some(format) = format_of(&path) else { return };
        if canonical.is_file() && self.seen_files.insert(canonical.clone()) {
            let relative = below(self.root, &path).unwrap_or_default();
            self.files.push(Found { path, canonical, relative, format });
        }
    }
}

/// The path below a folder, with `/` between folders; `None` if it does not lie there.
pub(super) fn below(folder: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(folder).ok().filter(|below| !below.as_os_str().is_empty())?;
    Some(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// What kept a part of a folder from being walked through.
pub fn unreadable(folder: &Path, error: &ignore::Error) -> FileProblem {
    let path = path_of(error).unwrap_or(folder);
    FileProblem::new(path, format!("this cannot be read: {}", reason(error)))
}

/// The error without the path, which is shown beside it.
fn reason(error: &ignore::Error) -> String {
    let mut cause: &dyn std::error::Error = match error {
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => return reason(err),
        ignore::Error::Io(error) => error,
        other => other,
    };
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
