//! The files that people write for glossator: the `glossator.toml` that applies, and the `corpus.toml` and `concepts.toml` of
//! the corpus. What is wrong in them is found with every check; one that is asked for by name is checked as what it is.

use super::super::workspace::{Workspace, shown};
use super::drafts::{Draft, Problem};
use super::{Checked, Known};
use crate::annotation::NotesKind;
use crate::features::diagnostics::findings_of_file;
use crate::library::Library;
use crate::settings::{Check, FILE_NAME};
use crate::text::Span;
use std::path::{Path, PathBuf};

/// Whether a file is by its name one of them.
pub fn is_written(draft: &Draft) -> bool {
    let kinds = NotesKind::ALL.map(NotesKind::file_name);
    draft.path.file_name().is_some_and(|name| name == FILE_NAME || kinds.iter().any(|kind| name == *kind))
}

/// Those in which something was found, or which were asked for; the paths of the others; and of what else was asked for, why
/// it is not checked.
pub fn check(
    workspace: &Workspace,
    library: &Library,
    asked: &[Draft],
    known: Known,
) -> (Vec<Checked>, Vec<PathBuf>, Vec<Problem>) {
    let settings = workspace.file.iter().map(|file| {
        let problems = file.problems.iter().map(|problem| (problem.range.clone().into(), problem.message.clone()));
        checked(&file.path, &file.text, Check::Settings, problems, known)
    });
    let notes = library.corpus.folders.iter().flat_map(|folder| folder.metadata.iter().chain(&folder.concepts));
    let notes = notes.filter_map(|file| {
        let path = file.path.as_deref()?;
        let problems = library.problems.iter().filter(|problem| problem.path.as_deref() == Some(path));
        let problems = problems.map(|problem| (problem.problem.span, problem.problem.message.clone()));
        Some(Checked { mark: file.mark, ..checked(path, &file.text, Check::Annotation, problems, known) })
    });
    let all: Vec<Checked> = settings.chain(notes).collect();
    let is = |draft: &Draft, file: &Checked| !draft.is_input && is_same(&file.path, &draft.path);
    let unknown = asked.iter().filter(|draft| !all.iter().any(|file| is(draft, file))).map(unknown).collect();
    let is_told = |file: &Checked| !file.findings.is_empty() || asked.iter().any(|draft| is(draft, file));
    let (told, others): (Vec<Checked>, Vec<Checked>) = all.into_iter().partition(is_told);
    (told, others.into_iter().map(|file| file.path).collect(), unknown)
}

fn checked(
    path: &Path,
    text: &str,
    check: Check,
    problems: impl Iterator<Item = (Span, String)>,
    known: Known,
) -> Checked {
    let findings = findings_of_file(text, check, problems, known.rules(path, &known.name(path)));
    Checked::without_prose(path, text.to_string(), findings)
}

fn unknown(draft: &Draft) -> Problem {
    let folder = draft.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let why = match draft.path.ends_with(FILE_NAME) {
        _ if draft.is_input => "this is read where it lies, not from standard input".to_string(),
        true => "these are not the settings that apply here: check them in their own folder".to_string(),
        false => {
            format!("this is about texts that are not in the corpus: check it with `--corpus {}`", folder.display())
        }
    };
    Problem { message: format!("{}: {why}", shown(&draft.path)), is_error: true }
}

fn is_same(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}
