//! What is printed.

use super::answers::Answers;
use super::corpora::{Corpus, NAMES};
use super::drafts;
use super::engine::{Engine, THRESHOLD};
use super::memory;
use super::peers::{self, Peer};
use super::scoring::{Query, Score, score, threshold_of_one_percent};
use super::targets::{BUILD, CLASSES, DRAFT, EXACT, INDEX, MEMORY, is_met, targets};
use std::path::Path;

/// What was measured with one corpus.
struct Column {
    name: &'static str,
    score: Score,
    /// Name, value, target, and whether more is better.
    figures: Vec<(&'static str, f64, Option<f64>, bool)>,
    peers: Vec<Peer>,
}

/// Measures what the command line asks for, or everything, and prints it.
pub fn run() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wants = |name: &str| asked.is_empty() || asked == ["alone"] || asked.iter().any(|one| one == name);
    let peers = (!asked.iter().any(|one| one == "alone")).then(peers::program).flatten();
    let mut columns = Vec::new();
    for name in NAMES {
        let draft = name == "10m" && wants("drafts");
        if !wants(name) && !draft {
            continue;
        }
        let Some(corpus) = Corpus::of(name) else { continue };
        eprintln!("{name}: {:.1} MB in {}", corpus.bytes as f64 / 1e6, corpus.folder.display());
        let (engine, queries) = (Engine::build(&corpus.folder), corpus.queries());
        if wants(name) {
            columns.push(measure(&corpus, &engine, &queries, peers.as_deref()));
        }
        if draft {
            print_draft(&drafts::measure(&engine, &queries));
        }
    }
    if columns.is_empty() {
        return;
    }
    print_figures(&columns);
    print_classes(&columns);
    print_negatives(&columns);
    print_peers(&columns);
}

fn measure(corpus: &Corpus, engine: &Engine, queries: &[Query], program: Option<&Path>) -> Column {
    let answers = Answers::of(engine, queries);
    let score = score(queries, &answers.answers, THRESHOLD);
    let goal = targets(corpus.name);
    let [median, p99] = answers.spread(queries, |_| true);
    let long_exact = |query: &Query| query.class == "exact" && query.nwords >= 6;
    let [exact, exact_p99] = answers.spread(queries, long_exact);
    let megabytes = corpus.bytes as f64 / 1e6;
    let [clock, cpu] = engine.build;
    let mean = answers.times.iter().sum::<f64>() / answers.times.len() as f64;
    let threshold = threshold_of_one_percent(queries, &answers.answers);
    let mut figures = vec![
        ("recall at the threshold", score.recall.rate(), Some(goal.recall), true),
        ("false positives", score.false_positives.rate(), Some(0.01), false),
        ("threshold of 1 % false positives", threshold, None, false),
        ("CPU a query: median, ms", median, Some(goal.median), false),
        ("CPU a query: p99, ms", p99, Some(goal.p99), false),
        ("CPU a query: mean, ms", mean, None, false),
        ("CPU of the process a query, ms", answers.whole, None, false),
        ("exact, 6 words or more: median, ms", exact, Some(EXACT), false),
        ("exact, 6 words or more: p99, ms", exact_p99, None, false),
        ("build by the clock, MB/s", megabytes / clock, Some(BUILD), true),
        ("build, two cores' CPU, MB/s", 2.0 * megabytes / cpu, None, true),
        ("index, bytes a byte of text", engine.index as f64 / corpus.bytes as f64, Some(INDEX), false),
    ];
    let quotation = queries.iter().find(|query| long_exact(query) && !query.text.contains(['\n', '"', '“']));
    let served = quotation.and_then(|query| memory::of_server(&corpus.folder, &query.text));
    if let Some(memory) = served {
        figures.extend([
            ("serving: anonymous memory, MB", memory.anonymous, Some(MEMORY), false),
            ("serving: mapped memory, MB", memory.mapped, None, false),
            ("warm start → initialize answered, ms", memory.warm, Some(50.0), false),
            ("then → the first quotation found, ms", memory.answer, None, false),
        ]);
    }
    let step = if corpus.bytes < 2_000_000 { 4 } else { 16 };
    let peers = program.map(|program| peers::ask(program, corpus, queries, step)).unwrap_or_default();
    Column { name: corpus.name, score, figures, peers }
}

fn header(first: &str, columns: &[Column]) {
    let names: String = columns.iter().map(|column| format!(" {:>16} |", column.name)).collect();
    println!("\n| {first:<36} |{names}");
    println!("|{}|{}", "-".repeat(38), "-----------------:|".repeat(columns.len()));
}

fn row(name: &str, cells: impl Iterator<Item = String>) {
    println!("| {name:<36} |{}", cells.map(|cell| format!(" {cell:>16} |")).collect::<String>());
}

/// A value and its target, with a mark where it is missed.
fn cell(value: f64, target: Option<f64>, met: bool) -> String {
    let digits = |value: f64| match value.abs() {
        big if big >= 100.0 => format!("{value:.0}"),
        middling if middling >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.3}"),
    };
    let target =
        target.map(|target| format!(" ({})", if target >= 10.0 { digits(target) } else { target.to_string() }));
    format!("{}{}{}", digits(value), target.unwrap_or_default(), if met { "" } else { " !" })
}

fn print_figures(columns: &[Column]) {
    println!("\nIn brackets what is to be reached; ! where it is not.");
    header("", columns);
    let longest = columns.iter().max_by_key(|column| column.figures.len()).expect("a column");
    for (number, &(name, ..)) in longest.figures.iter().enumerate() {
        let cells = columns.iter().map(|column| match column.figures.get(number) {
            Some(&(_, value, target, more)) => {
                cell(value, target, target.is_none_or(|target| if more { value >= target } else { value <= target }))
            }
            None => "–".to_string(),
        });
        row(name, cells);
    }
}

fn print_classes(columns: &[Column]) {
    println!("\nRecall by class at the shipped threshold of {THRESHOLD}; met within one standard error.");
    header("class", columns);
    for (class, target) in CLASSES {
        let cells = columns.iter().map(|column| {
            let share = column.score.classes.get(class).copied().unwrap_or_default();
            let target = ((target - targets(column.name).less) * 1e4).round() / 1e4;
            cell(share.rate(), Some(target), is_met(share, target))
        });
        row(class, cells);
    }
    for severity in ["ocr:1", "ocr:2", "ocr:3", "ocr:4"] {
        let target = if severity == "ocr:4" { 0.95 } else { 1.0 };
        let cells = columns.iter().map(|column| {
            let share = column.score.severities.get(severity).copied().unwrap_or_default();
            let target = target - targets(column.name).less;
            cell(share.rate(), Some(target), is_met(share, target))
        });
        row(severity, cells);
    }
}

fn print_negatives(columns: &[Column]) {
    header("false positives", columns);
    for class in ["neg_heldout", "neg_modern", "neg_common", "neg_shuffle", "neg_sub65"] {
        let share = |column: &Column| column.score.negatives.get(class).copied().unwrap_or_default();
        row(class, columns.iter().map(|column| format!("{} of {}", share(column).found, share(column).of)));
    }
}

/// The peers at their best: their recall at 1 % of false positives, and their time as a multiple of ours.
fn print_peers(columns: &[Column]) {
    let mut names: Vec<&str> = columns.iter().flat_map(|column| &column.peers).map(|peer| peer.name).collect();
    names.dedup();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return;
    }
    println!("\nPeers on a part of the queries: recall at 1 % of false positives, median of their CPU time to ours");
    header("peer", columns);
    for name in names {
        let cells = columns.iter().map(|column| match column.peers.iter().find(|peer| peer.name == name) {
            Some(peer) => {
                let own = column.figures[3].1;
                format!("{:.3} · ×{}", peer.recall.rate(), cell(peer.median / own, None, true))
            }
            None => "–".to_string(),
        });
        row(name, cells);
    }
}

fn print_draft(draft: &drafts::Draft) {
    let [found, altered] = draft.found;
    println!(
        "\nA draft of {} KB with {} quotations over 10 MB: {found} found, {altered} of them altered",
        draft.bytes / 1000,
        draft.quotations
    );
    println!(
        "  all verdicts, cold:   {:.1} ms by the clock, {:.1} ms of CPU (to reach: {})",
        draft.cold[0], draft.cold[1], DRAFT[0]
    );
    println!(
        "  after a key, median:  {:.3} ms of CPU, p99 {:.3} ms (to reach: {})",
        draft.key[0], draft.key[1], DRAFT[1]
    );
}
