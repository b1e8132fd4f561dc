//! Reading `glossator.toml`.

use super::{Check, FEWEST_UNMARKED, Ignored, Partial, Problem, Text, Toml, expand, parse_toml};
use std::path::Path;

/// Reads the text of a `glossator.toml` that lies in `folder`, from which its paths are meant; `home` is what `~` stands
/// for. What is unknown or wrong is reported and left out.
pub fn from_toml(text: &str, folder: &Path, home: Option<&Path>) -> (Partial, Vec<Problem>) {
    let (table, mut problems) = parse_toml(text);
    let mut root = Toml::root(text, &table);
    let mut partial = Partial::default();

    for mut entry in root.tables("corpus", &mut problems) {
        if let Some(path) = entry.required("path", &mut problems) {
            partial.corpus.get_or_insert_default().push(expand(&path.value, folder, home));
        }
        entry.finish(&mut problems);
    }
    partial.seeds = root.truth("seeds", &mut problems);
    if let Some(mut checks) = root.table("checks", &mut problems) {
        for (code, severity) in checks.pairs(&mut problems) {
            match (check(&code, &mut problems), severity.value.parse()) {
                (Some(check), Ok(severity)) => partial.severities[check as usize] = Some(severity),
                (Some(_), Err(message)) => problems.push(Problem { range: severity.range, message }),
                (None, _) => {}
            }
        }
    }
    if let Some(mut unmarked) = root.table("unmarked", &mut problems) {
        partial.unmarked_words = unmarked.text("words", &mut problems).and_then(|words| match words.value.parse() {
            Ok(count) if count >= FEWEST_UNMARKED => Some(count),
            _ => {
                let message = format!("`words` is a number, at least {FEWEST_UNMARKED}");
                problems.push(Problem { range: words.range, message });
                None
            }
        });
        unmarked.finish(&mut problems);
    }
    for entry in root.tables("ignore", &mut problems) {
        partial.ignored.extend(ignored(entry, folder, &mut problems));
    }
    let baseline = root.text("baseline", &mut problems).filter(|path| !path.value.trim().is_empty());
    partial.baseline = baseline.map(|path| expand(&path.value, folder, home));
    let misplaced = |key: &str| Check::by_code(key).map(|_| "it is a check, and belongs below `[checks]`".to_string());
    root.finish_with(misplaced, &mut problems);
    problems.sort_by_key(|problem| problem.range.start);
    (partial, problems)
}

fn ignored(mut entry: Toml<'_>, folder: &Path, problems: &mut Vec<Problem>) -> Option<Ignored> {
    let known = problems.len();
    let files = entry.texts("files", problems);
    let codes = entry.texts("checks", problems);
    let checks: Vec<Check> = codes.iter().filter_map(|code| check(code, problems)).collect();
    if files.is_empty() && problems.len() == known {
        problems.push(Problem { range: entry.header(), message: "this ignore has no `files`".to_string() });
    }
    entry.finish(problems);
    // No check that is known must not come to mean all of them.
    if files.is_empty() || (checks.is_empty() && !codes.is_empty()) {
        return None;
    }
    let patterns = files.iter().map(|file| file.value.clone()).collect();
    match Ignored::new(folder, patterns, checks) {
        Ok(ignored) => Some(ignored),
        Err((number, message)) => {
            let range = files[number].range.clone();
            problems.push(Problem { range, message: format!("this is no pattern of files: {message}") });
            None
        }
    }
}

fn check(code: &Text, problems: &mut Vec<Problem>) -> Option<Check> {
    let check = Check::by_code(&code.value);
    if check.is_none() {
        problems.push(Problem { range: code.range.clone(), message: Check::unknown(&code.value) });
    }
    check
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Settings, Severity};
    use proptest::prelude::*;
    use std::path::PathBuf;

    fn read(text: &str) -> (Settings, Vec<String>) {
        let (partial, problems) = from_toml(text, Path::new("/w"), Some(Path::new("/h")));
        let shown = |problem: &Problem| format!("{} — {}", &text[problem.range.clone()], problem.message);
        (Settings::layered(&[&partial]), problems.iter().map(shown).collect())
    }

    #[test]
    fn a_file_says_what_the_corpus_is_and_how_grave_findings_are() {
        let (settings, problems) = read(
            "seeds = true\nbaseline = 'known.json'\n[[corpus]]\npath = 'texts'\n[[corpus]]\npath = '~/more'\n\
             [checks]\nmisquotation = 'error'\nspelling = 'off'\n[[ignore]]\nfiles = 'old/**'\nchecks = ['unsourced']\n",
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(settings.corpus, [PathBuf::from("/w/texts"), PathBuf::from("/h/more")]);
        assert!(settings.seeds);
        assert_eq!(settings.baseline, Some(PathBuf::from("/w/known.json")));
        assert_eq!(settings.severity(Check::Misquotation), Severity::Error);
        assert!(settings.is_silent(Check::Spelling, None));
        assert!(settings.is_silent(Check::Unsourced, Some(Path::new("/w/old/a.md"))));
        assert!(!settings.is_silent(Check::Misquotation, Some(Path::new("/w/old/a.md"))));
    }

    #[test]
    fn an_unmarked_quotation_has_a_number_of_words() {
        assert_eq!(read("").0.unmarked_words(), 12);
        assert_eq!(read("[unmarked]\nwords = 20").0.unmarked_words(), 20);
        for wrong in ["3", "'many'", "1.5", "-9"] {
            let (settings, problems) = read(&format!("[unmarked]\nwords = {wrong}"));
            assert_eq!(problems, [format!("{wrong} — `words` is a number, at least 8")]);
            assert_eq!(settings.unmarked_words(), 12);
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_counts() {
        let (settings, problems) = read(
            "sedes = true\n[[corpus]]\npth = 'x'\n[[corpus]]\npath = 'texts'\n[checks]\nmisquotation = 'eror'\n\
             spellin = 'off'\nunsourced = 'hint'\n[[ignore]]\nfiles = ['a', '[']\n[[ignore]]\nchecks = ['spelling']\n\
             [[ignore]]\nfiles = ['b']\nchecks = ['spellin']\n",
        );
        assert_eq!(
            problems,
            [
                "sedes — unknown key `sedes`: did you mean `seeds`?",
                "[[corpus]] — this corpus has no `path`",
                "pth — unknown key `pth`: did you mean `path`?",
                "'eror' — `eror` is no severity: did you mean `error`?",
                "spellin — unknown check `spellin`: did you mean `spelling`?",
                "'[' — this is no pattern of files: unclosed character class; missing ']'",
                "[[ignore]] — this ignore has no `files`",
                "'spellin' — unknown check `spellin`: did you mean `spelling`?",
            ]
        );
        assert_eq!(settings.corpus, [PathBuf::from("/w/texts")]);
        assert_eq!(settings.severity(Check::Unsourced), Severity::Hint);
        assert!(!settings.is_silent(Check::Misquotation, Some(Path::new("/w/b"))));
    }

    #[test]
    fn a_check_outside_its_table_is_told_where_it_belongs() {
        let (_, problems) = read("misquotation = 'off'\n");
        assert_eq!(
            problems,
            ["misquotation — unknown key `misquotation`: it is a check, and belongs below `[checks]`"]
        );
    }

    proptest! {
        #[test]
        fn no_file_can_make_it_panic(
            text in r"(\[\[corpus\]\]\n|\[checks\]\n|\[\[ignore\]\]\n|(path|seeds|files|checks|spelling) = |'\*'\n|'off'\n|\['\[','b'\]\n|1\n|é){0,20}",
        ) {
            read(&text);
        }
    }
}
