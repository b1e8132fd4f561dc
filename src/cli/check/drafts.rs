//! Which files are checked, and their texts.

use super::super::workspace::shown;
use crate::corpus::{Corpus, Decoded, FileProblem, decode, unreadable};
use ignore::WalkBuilder;
use rustc_hash::FxHashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Drafts by their extension.
const EXTENSIONS: [&str; 3] = ["md", "markdown", "txt"];

/// A file that was to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where it is.
    pub path: PathBuf,
    /// The folder in which it was found; `None` if it was asked for by name.
    folder: Option<PathBuf>,
    /// Whether its text comes from standard input, whatever the file holds.
    pub is_input: bool,
}

/// What stands for standard input among paths.
const INPUT: &str = "-";

/// Something that cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What and why.
    pub message: String,
    /// Whether it was asked for by name.
    pub is_error: bool,
}

/// The files, and the drafts in the folders, each once, in the order of their names. What `.gitignore` names and hidden
/// files are left out of folders, but not if they are asked for by name. What comes from standard input is called `input`,
/// and stands for the file of that name.
pub fn find(paths: &[PathBuf], input: Option<&Path>) -> (Vec<Draft>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut seen = FxHashSet::default();
    if reads_input(paths) {
        seen.extend(input.map(canonical));
    } else if input.is_some() {
        let message = format!("the name of standard input is given, and nothing is read from it: name `{INPUT}`, too");
        problems.push(Problem { message, is_error: true });
    }
    for path in paths {
        if path == Path::new(INPUT) {
            let draft = Draft { path: input.unwrap_or(path).to_path_buf(), folder: None, is_input: true };
            files.extend(seen.insert(path.clone()).then_some(draft));
            continue;
        }
        let found = match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => drafts_in(path, &mut problems),
            Ok(_) => {
                problems.extend(read_as_plain(path));
                vec![Draft { path: path.clone(), folder: None, is_input: false }]
            }
            Err(error) => {
                let what = match error.kind() {
                    std::io::ErrorKind::NotFound => "there is no such file or folder".to_string(),
                    _ => format!("this cannot be read: {error}"),
                };
                problems.push(Problem { message: format!("{}: {what}", path.display()), is_error: true });
                continue;
            }
        };
        files.extend(found.into_iter().filter(|draft| seen.insert(canonical(&draft.path))));
    }
    (files, problems)
}

/// Markup that is not read, by the extension of its files.
const UNREAD: [&str; 12] = ["tex", "ltx", "html", "htm", "xhtml", "xml", "rst", "adoc", "org", "typ", "rtf", "tei"];

/// Says of a file whose markup is not read that it is taken for plain text.
fn read_as_plain(path: &Path) -> Option<Problem> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let message = format!(
        "{}: .{extension} is read as plain text, its markup as words (formats: .md, .markdown, .txt)",
        path.display()
    );
    UNREAD.contains(&extension.as_str()).then_some(Problem { message, is_error: false })
}

/// A path by which it can be compared with others.
fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// Whether standard input is among these paths.
pub fn reads_input(paths: &[PathBuf]) -> bool {
    paths.iter().any(|path| path == Path::new(INPUT))
}

fn drafts_in(folder: &Path, problems: &mut Vec<Problem>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let is_readable = std::fs::read_dir(folder).is_ok();
    for entry in WalkBuilder::new(folder).require_git(false).sort_by_file_name(std::ffi::OsStr::cmp).build() {
        match entry {
            Ok(entry) if is_draft(&entry) => {
                drafts.push(Draft { path: entry.into_path(), folder: Some(folder.to_path_buf()), is_input: false })
            }
            Ok(entry) if is_text(entry.path()) && entry.path_is_symlink() && !entry.path().exists() => {
                let message = format!("{}: this link leads nowhere", shown(entry.path()));
                problems.push(Problem { message, is_error: false });
            }
            Ok(_) => {}
            Err(error) => {
                let FileProblem { path, message } = unreadable(folder, &error);
                problems.push(Problem { message: format!("{}: {message}", shown(&path)), is_error: !is_readable });
            }
        }
    }
    if !is_readable {
        return drafts;
    }
    if drafts.is_empty() {
        let message = format!("{}: no .md, .markdown or .txt file is in this folder", folder.display());
        problems.push(Problem { message, is_error: false });
    }
    drafts
}

fn is_draft(entry: &ignore::DirEntry) -> bool {
    is_text(entry.path()) && entry.path().is_file()
}

fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

impl Draft {
    /// Its text, decoded as a source's is.
    pub fn read(&self) -> Result<Decoded, Problem> {
        let problem =
            |what: &str| Problem { message: format!("{}: {what}", shown(&self.path)), is_error: self.folder.is_none() };
        let bytes = if self.is_input { input() } else { std::fs::read(&self.path) };
        let bytes = bytes.map_err(|error| problem(&format!("this file cannot be read: {error}")))?;
        decode(bytes).ok_or_else(|| problem("this file is not read: it is binary, not a text"))
    }
}

/// Everything that stands in standard input; it is read once.
fn input() -> io::Result<Vec<u8>> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(bytes) = READ.get() {
        return Ok(bytes.clone());
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(READ.get_or_init(|| bytes).clone())
}

/// Leaves out the texts of the corpus, but those that were asked for: by name, or with a folder that lies in the corpus.
pub fn without_sources(drafts: Vec<Draft>, corpus: &Corpus) -> (Vec<Draft>, Vec<Problem>) {
    let roots: Vec<PathBuf> =
        corpus.folders.iter().filter_map(|folder| folder.root.as_deref()).map(canonical).collect();
    let (mut kept, mut problems) = (Vec::with_capacity(drafts.len()), Vec::new());
    for group in drafts.chunk_by(|a, b| a.folder == b.folder) {
        let is_asked = group[0].folder.as_deref().is_none_or(|folder| {
            let folder = canonical(folder);
            roots.iter().any(|root| folder.starts_with(root))
        });
        let before = kept.len();
        kept.extend(group.iter().filter(|draft| is_asked || corpus.number_by_path(&draft.path).is_none()).cloned());
        if let Some(folder) = group[0].folder.as_deref().filter(|_| kept.len() == before) {
            let why = "what is in this folder are texts of the corpus; they are checked if they are named";
            problems.push(Problem { message: format!("{}: {why}", folder.display()), is_error: false });
        }
    }
    (kept, problems)
}
