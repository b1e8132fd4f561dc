//! A case: a text and what a reader finds in it.

use glossator::corpus::{Corpus, Root};
use glossator::library::Library;
use std::path::PathBuf;

/// A text and what a reader finds in it.
pub struct Case {
    pub name: String,
    pub text: String,
    pub concepts: Vec<String>,
    /// Of each concept words of the sentence that says what it is, or of several that do, with ` | ` between them.
    pub definitions: Vec<(String, String)>,
    pub parts: Vec<(String, Vec<String>)>,
}

/// All cases.
pub fn all() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/concepts/cases");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.iter().map(Case::parse).collect()
}

impl Case {
    fn parse(file: &PathBuf) -> Case {
        let whole = std::fs::read_to_string(file).expect("a case");
        let section = |name: &str| {
            let mark = format!("-- {name} --\n");
            let start = whole.find(&mark).map_or(whole.len(), |at| at + mark.len());
            let end = whole[start..].find("\n-- ").map_or(whole.len(), |at| start + at + 1);
            whole[start..end].trim_end_matches('\n').to_string()
        };
        let pairs = |name: &str| -> Vec<(String, String)> {
            let section = section(name);
            let lines = section.lines().filter_map(|line| line.split_once(" = "));
            lines.map(|(a, b)| (a.to_string(), b.to_string())).collect()
        };
        let parts =
            pairs("parts").into_iter().map(|(name, parts)| (name, parts.split(" | ").map(str::to_string).collect()));
        Case {
            name: file.file_stem().expect("a name").to_string_lossy().into_owned(),
            text: section("text"),
            concepts: section("concepts").lines().map(str::to_string).collect(),
            definitions: pairs("definitions"),
            parts: parts.collect(),
        }
    }

    /// What the engine finds in it.
    pub fn library(&self) -> Library {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("text.txt"), &self.text).expect("a text");
        let library = Library::build(Corpus::read(&[Root::Folder(folder.path().into())])).keeping_unlikely();
        library.discover();
        library
    }
}
