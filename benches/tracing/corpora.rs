//! The corpora that are measured, and their queries.

use super::scoring::Query;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A corpus in a folder of its own, and the queries about it.
pub struct Corpus {
    /// What it is called on the command line.
    pub name: &'static str,
    /// A folder that holds nothing else.
    pub folder: PathBuf,
    /// The file of queries.
    pub queries: PathBuf,
    /// Bytes of text.
    pub bytes: u64,
}

/// The names of the corpora, smallest first.
pub const NAMES: [&str; 5] = ["60k", "1m", "10m", "100m", "1g"];

impl Corpus {
    /// The corpus of this name; `None`, with a word about it, where it is missing.
    pub fn of(name: &'static str) -> Option<Corpus> {
        let quotes = quotes()?;
        let (folder, queries) = match name {
            "100m" | "1g" => (made(name)?, "queries_10m.jsonl".to_string()),
            _ => (gathered(&quotes, name)?, format!("queries_{name}.jsonl")),
        };
        let bytes = documents(&folder).iter().filter_map(|path| fs::metadata(path).ok()).map(|file| file.len()).sum();
        Some(Corpus { name, folder, queries: quotes.join(queries), bytes })
    }

    /// The queries.
    pub fn queries(&self) -> Vec<Query> {
        let file = File::open(&self.queries).expect("the queries can be read");
        let lines = BufReader::new(file).lines().map_while(Result::ok);
        lines.map(|line| serde_json::from_str(&line).expect("a query is an object")).collect()
    }
}

/// The texts in a folder.
pub fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    all.sort();
    all
}

/// The folder of the queries and their documents.
fn quotes() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var_os("GLOSSATOR_QUOTES").map(PathBuf::from);
    let found = given.unwrap_or_else(|| root.join("../shared/bench/quotes"));
    let is_there = found.join("docs").is_dir();
    if !is_there {
        println!("skipped: {} is missing", found.display());
    }
    is_there.then_some(found)
}

/// A large corpus that `benches/corpora/make.py` has made.
fn made(name: &str) -> Option<PathBuf> {
    let folder = match name {
        "100m" => "100mb",
        _ => "1gb",
    };
    let given = std::env::var_os("GLOSSATOR_CORPORA").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| super::cost::target().join("corpora")).join(folder);
    let is_there = !documents(&folder).is_empty();
    if !is_there {
        println!("skipped: {name} is not there; benches/corpora/make.py makes it in {}", folder.display());
    }
    is_there.then_some(folder)
}

/// A corpus of some of the documents, in a folder of its own.
fn gathered(quotes: &Path, name: &str) -> Option<PathBuf> {
    let list = fs::read_to_string(quotes.join(format!("corpus_{name}.list"))).ok()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tracing").join(name);
    fs::create_dir_all(&folder).ok()?;
    for document in list.lines().filter_map(|line| line.split_whitespace().next()) {
        let into = folder.join(format!("{document}.txt"));
        if !into.exists() {
            fs::copy(quotes.join("docs").join(format!("{document}.txt")), into).ok()?;
        }
    }
    Some(folder)
}
