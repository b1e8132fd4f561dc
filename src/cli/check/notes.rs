//! The files about the texts, `corpus.toml` and `concepts.toml`: what is wrong in those of the corpus that applies is found
//! with every check, and one that is asked for by name is checked as what it is.

use super::super::workspace::shown;
use super::drafts::{Draft, Problem};
use super::{Checked, Known};
use crate::annotation::NotesKind;
use crate::corpus::NotesFile;
use crate::features::diagnostics::findings_of_file;
use crate::library::Library;
use crate::settings::Check;
use std::path::Path;

/// Whether a file is by its name one of them.
pub fn is_notes(draft: &Draft) -> bool {
    NotesKind::ALL.iter().any(|kind| draft.path.file_name().is_some_and(|name| name == kind.file_name()))
}

/// Those of the corpus' files in which something was found, or which were asked for.
pub fn check(library: &Library, asked: &[Draft], known: Known) -> (Vec<Checked>, Vec<Problem>) {
    let folders = library.corpus.folders.iter();
    let files: Vec<&NotesFile> = folders.flat_map(|folder| folder.metadata.iter().chain(&folder.concepts)).collect();
    let is = |draft: &Draft, file: &NotesFile| file.path.as_deref().is_some_and(|path| is_same(path, &draft.path));
    let checked = files.iter().filter_map(|file| {
        let checked = of_file(library, file, known)?;
        (!checked.findings.is_empty() || asked.iter().any(|draft| is(draft, file))).then_some(checked)
    });
    let unknown = asked.iter().filter(|draft| !files.iter().any(|file| is(draft, file)));
    let problem = |draft: &Draft| {
        let folder = draft.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let message = format!(
            "{}: this is about texts that are not in the corpus: check it with `--corpus {}`",
            shown(&draft.path),
            folder.display()
        );
        Problem { message, is_error: true }
    };
    (checked.collect(), unknown.map(problem).collect())
}

fn of_file(library: &Library, file: &NotesFile, known: Known) -> Option<Checked> {
    let path = file.path.as_deref()?;
    let problems = library.problems.iter().filter(|problem| problem.path.as_deref() == Some(path));
    let problems = problems.map(|problem| (problem.problem.span, problem.problem.message.clone()));
    let name = known.name(path);
    let findings = findings_of_file(&file.text, Check::Annotation, problems, known.rules(path, &name));
    Some(Checked::without_prose(path, file.text.to_string(), findings))
}

fn is_same(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}
