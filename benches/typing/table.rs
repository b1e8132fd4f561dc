//! Which servers are compared, and the table of what they need.

use super::draft::{self, Draft};
use super::measures::{Figures, MEASURES, figures};
use std::path::{Path, PathBuf};

const ROUNDS: usize = 5;
const PEERS: [(&str, &[&str]); 2] = [("rumdl", &["server"]), ("panache", &["lsp"])];

/// A server in the table.
struct Column {
    name: String,
    command: Vec<String>,
    rounds: Vec<Figures>,
}

impl Column {
    fn new(name: &str, program: &str, arguments: &[&str]) -> Self {
        let command = std::iter::once(&program).chain(arguments).map(ToString::to_string).collect();
        Column { name: name.to_string(), command, rounds: Vec::new() }
    }

    /// The median of a measure over the rounds.
    fn median(&self, measure: &str) -> Option<f64> {
        let mut all: Vec<f64> = self.rounds.iter().filter_map(|figures| figures.get(measure).copied()).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied()
    }
}

/// Holds all conversations and prints the table.
pub fn run() {
    let rounds = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(ROUNDS);
    let alone = std::env::args().any(|argument| argument == "alone");
    let draft = Draft::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("typing");
    std::fs::create_dir_all(&folder).expect("a folder for the conversations");
    let mut columns = columns(alone);
    for round in 0..rounds {
        for column in &mut columns {
            eprint!("\rround {} of {rounds}: {}          ", round + 1, column.name);
            column.rounds.push(figures(&column.command, &folder, &draft));
        }
    }
    eprintln!("\r                                        ");
    println!(
        "A draft of {} KB, {} quotations, {} terms; medians of {rounds} rounds; times in milliseconds\n",
        draft.text.len() / 1000,
        draft.quotations.len(),
        draft.terms.len()
    );
    table(&columns);
}

fn columns(alone: bool) -> Vec<Column> {
    let own = env!("CARGO_BIN_EXE_glossator");
    let mut columns = vec![Column::new("glossator", own, &["serve"])];
    if alone {
        return columns;
    }
    if let Some(corpus) = draft::large_corpus() {
        columns.push(Column::new("10 MB corpus", own, &["serve", "--corpus", &corpus.display().to_string()]));
    }
    for (name, arguments) in PEERS {
        match find(name) {
            Some(program) => columns.push(Column::new(name, &program.display().to_string(), arguments)),
            None => println!("{name} is not installed: `sh benches/peers.sh` puts it into target/peers"),
        }
    }
    columns
}

/// A program in `target/peers` or on the PATH.
fn find(name: &str) -> Option<PathBuf> {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = std::iter::once(peers).chain(std::env::split_paths(&path));
    folders.find_map(|folder| Some(folder.join(name)).filter(|program| program.is_file()))
}

fn table(columns: &[Column]) {
    print!("{:<32} {:>9} {:>8}", "", columns[0].name, "target");
    for column in &columns[1..] {
        print!(" {:>14} {:>6}", column.name, "ratio");
    }
    println!();
    for (measure, target) in MEASURES {
        let ours = columns[0].median(measure);
        let missed = ours.zip(target).is_some_and(|(ours, target)| ours >= target);
        print!("{measure:<32} {:>9} {:>7}{}", shown(ours), shown(target), if missed { '!' } else { ' ' });
        for column in &columns[1..] {
            let theirs = column.median(measure);
            let ratio = ours.zip(theirs).filter(|(ours, _)| *ours > 0.0).map(|(ours, theirs)| theirs / ours);
            print!(" {:>14} {:>6}", shown(theirs), ratio.map_or("–".into(), |ratio| format!("{ratio:.1}×")));
        }
        println!();
    }
}

fn shown(figure: Option<f64>) -> String {
    match figure {
        None => "–".into(),
        Some(figure) if figure >= 100.0 => format!("{figure:.0}"),
        Some(figure) if figure >= 10.0 => format!("{figure:.1}"),
        Some(figure) => format!("{figure:.2}"),
    }
}
