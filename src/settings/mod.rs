//! Every setting and every check, declared once with its default and its prose, and the files that people write for us
//! by hand, read with a problem for each thing that is wrong in them.
//!
//! Settings come in layers: command line, editor, `glossator.toml` of the workspace folder, defaults. A layer that does
//! not mention a setting leaves it to the next one. No file is touched here: texts and values come in.

mod baseline;
mod checks;
mod declarations;
mod editor;
mod file;
mod ignored;
mod nearest;
mod page;
mod paths;
mod reader;
mod schema;

pub use baseline::{Baseline, Silenced, name_in_baseline};
pub use checks::{Check, CheckDecl, Severity};
pub use declarations::{FEWEST_UNMARKED, SETTINGS, SettingDecl, Shape};
pub use editor::from_editor;
pub use file::from_toml;
pub use ignored::Ignored;
pub use nearest::nearest;
pub use page::{checks_page, line_of_check};
pub use reader::{Text, Toml, parse_toml};
pub use schema::{checks_table, settings_table, vscode_properties};

use std::ops::Range;
use std::path::{Path, PathBuf};

/// The name of the settings file of a workspace folder.
pub const FILE_NAME: &str = "glossator.toml";

/// Something wrong in a file that was written by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What, and what to do.
    pub message: String,
}

/// What one layer says: of each setting something or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partial {
    /// The folders (or single texts) of the corpus.
    pub corpus: Option<Vec<PathBuf>>,
    /// Whether the seeds belong to the corpus.
    pub seeds: Option<bool>,
    /// How grave the findings of each check are, in the order of [`Check::ALL`].
    pub severities: [Option<Severity>; Check::ALL.len()],
    /// How many words of a source are an unmarked quotation.
    pub unmarked_words: Option<usize>,
    /// The files in which checks are silent.
    pub ignored: Vec<Ignored>,
    /// The file with the findings that are known and accepted.
    pub baseline: Option<PathBuf>,
}

/// All settings, with the defaults where no layer says anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The folders (or single texts) of the corpus.
    pub corpus: Vec<PathBuf>,
    /// Whether the seeds belong to the corpus.
    pub seeds: bool,
    /// The files in which checks are silent.
    pub ignored: Vec<Ignored>,
    /// The file with the findings that are known and accepted.
    pub baseline: Option<PathBuf>,
    unmarked_words: Option<usize>,
    severities: [Option<Severity>; Check::ALL.len()],
}

impl Settings {
    /// Lays the layers over each other, the one that counts most first: command line, editor, `glossator.toml`. What
    /// is to be ignored adds up.
    pub fn layered(layers: &[&Partial]) -> Self {
        let corpus = layers.iter().find_map(|layer| layer.corpus.clone()).unwrap_or_default();
        let seeds = layers.iter().find_map(|layer| layer.seeds).unwrap_or(false) || corpus.is_empty();
        Settings {
            corpus,
            seeds,
            ignored: layers.iter().flat_map(|layer| layer.ignored.clone()).collect(),
            baseline: layers.iter().find_map(|layer| layer.baseline.clone()),
            unmarked_words: layers.iter().find_map(|layer| layer.unmarked_words),
            severities: std::array::from_fn(|i| layers.iter().find_map(|layer| layer.severities[i])),
        }
    }

    /// How grave the findings of a check are.
    pub fn severity(&self, check: Check) -> Severity {
        self.severities[check as usize].unwrap_or(check.declaration().default)
    }

    /// How many words of a source must stand together to be an unmarked quotation.
    pub fn unmarked_words(&self) -> usize {
        self.unmarked_words.unwrap_or(declarations::UNMARKED)
    }

    /// Whether all checks are silent in the file `path` (absolute), since it is to be ignored.
    pub fn is_ignored(&self, path: &Path) -> bool {
        self.ignored.iter().any(|ignored| Check::ALL.iter().all(|&check| ignored.covers(check, path)))
    }

    /// Whether a check is silent in the file `path` (absolute), because it is off or the file is to be ignored.
    pub fn is_silent(&self, check: Check, path: Option<&Path>) -> bool {
        let is_ignored = |path: &Path| self.ignored.iter().any(|ignored| ignored.covers(check, path));
        self.severity(check) == Severity::Off || path.is_some_and(is_ignored)
    }
}

/// A path as people write it, from the folder that it is meant from: `~` stands for the home folder.
fn expand(written: &str, folder: &Path, home: Option<&Path>) -> PathBuf {
    let path = match (written.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_path_buf(),
        (Some(rest), Some(home)) if rest.starts_with(['/', std::path::MAIN_SEPARATOR]) => home.join(&rest[1..]),
        _ => folder.join(written),
    };
    // `./texts` and `texts/` are the same folder: equal settings must look equal.
    path.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(folder: &str) -> Partial {
        Partial { corpus: Some(vec![folder.into()]), ..Partial::default() }
    }

    #[test]
    fn the_first_layer_that_says_something_counts() {
        let (cli, mut editor, file) = (corpus("a"), corpus("b"), corpus("c"));
        editor.severities[Check::Misquotation as usize] = Some(Severity::Off);
        let settings = Settings::layered(&[&cli, &editor, &file]);
        assert_eq!(settings.corpus, [PathBuf::from("a")]);
        assert_eq!(settings.severity(Check::Misquotation), Severity::Off);
        assert_eq!(settings.severity(Check::Spelling), Severity::Hint);
        assert_eq!(Settings::layered(&[&Partial::default(), &editor, &file]).corpus, [PathBuf::from("b")]);
    }

    #[test]
    fn a_configured_corpus_replaces_the_seeds_unless_they_are_asked_for() {
        let with_seeds = Partial { seeds: Some(true), ..Partial::default() };
        assert!(Settings::layered(&[]).seeds);
        assert!(!Settings::layered(&[&corpus("a")]).seeds);
        assert!(Settings::layered(&[&corpus("a"), &with_seeds]).seeds);
    }

    #[test]
    fn a_path_is_meant_from_its_folder_or_from_home() {
        let expand = |written| expand(written, Path::new("/w"), Some(Path::new("/h")));
        for (written, expected) in [
            ("texts", "/w/texts"),
            ("./texts/", "/w/texts"),
            ("../texts", "/w/../texts"),
            ("/texts", "/texts"),
            ("~/texts", "/h/texts"),
            ("~", "/h"),
            ("~texts", "/w/~texts"),
        ] {
            assert_eq!(expand(written), PathBuf::from(expected), "{written}");
        }
    }
}
