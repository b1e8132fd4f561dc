//! `glossator index`: a corpus prepared for quick answers, and what that cost.

use super::args::{Corpora, Index};
use super::check::counted;
use super::output;
use super::workspace::{Indexed, Workspace, shown};
use anyhow::Result;
use std::time::{Duration, Instant};

/// Prepares the corpus, and gives the exit code.
pub fn run(args: &Index) -> Result<u8> {
    let corpora = Corpora { corpus: args.folders.clone(), seeds: false };
    let began = Instant::now();
    let indexed = Workspace::open(&corpora)?.prepared()?;
    let took = began.elapsed();
    let mut answer = said(&indexed, took);
    if args.stats {
        answer.push_str(&stats(&indexed));
    }
    output::print(&answer, args.look.color)?;
    Ok(0)
}

fn said(indexed: &Indexed, took: Duration) -> String {
    let Indexed { corpus, store, .. } = indexed;
    let texts = counted(corpus.sources.len(), "text");
    let (read, seconds) = (size(indexed.read), took.as_secs_f64());
    match (indexed.read, store.folder()) {
        (0, Some(folder)) if indexed.candidates.is_some() => {
            let what = "candidates for concepts found";
            format!("The words of {texts} were known; {what} in {seconds:.1} s, kept in {}\n", shown(folder))
        }
        (0, Some(_)) => format!("The index of {texts} is up to date.\n"),
        (_, Some(folder)) => format!("{read} of {texts} indexed in {seconds:.1} s, kept in {}\n", shown(folder)),
        (_, None) if store.is_small(corpus) => {
            format!(
                "{read} of {texts} indexed in {seconds:.1} s; so small an index is not kept, but made anew each time\n"
            )
        }
        (_, None) => format!("{read} of {texts} indexed in {seconds:.1} s, and not kept\n"),
    }
}

fn stats(indexed: &Indexed) -> String {
    let Indexed { corpus, store, read, words, candidates, .. } = indexed;
    let words = words.as_secs_f64();
    let then = candidates.map(|took| format!("; then {:.3} s for the candidates for concepts", took.as_secs_f64()));
    let then = then.unwrap_or_default();
    let text: u64 = corpus.sources.iter().map(|source| source.text.len() as u64).sum();
    let figures = store.figures();
    let share = figures.bytes as f64 / text.max(1) as f64;
    let time = match *read {
        0 if candidates.is_none() => format!("{words:.3} s, and nothing was to be done"),
        0 => format!("{words:.3} s until the words were known{then}"),
        read => {
            let speed = read as f64 / 1e6 / words;
            format!("{words:.3} s for {} of text, {speed:.1} MB/s{then}", size(read))
        }
    };
    let parts = figures.parts.map(|(name, bytes)| format!("{name} {}", size(bytes))).join(", ");
    let in_files = match figures.on_disk {
        0 => "in memory only".to_string(),
        bytes => format!("{} of the index in files", size(bytes)),
    };
    let mut lines = vec![
        ("text", format!("{} in {}", size(text), counted(corpus.sources.len(), "source"))),
        ("words", format!("{}, {} different ones", figures.words, figures.vocabulary)),
        ("index", format!("{}, {share:.3} bytes per byte of text", size(figures.bytes))),
        ("of which", parts),
        ("segments", format!("{}, {in_files}", figures.segments)),
        ("time", time),
    ];
    lines.extend(memory().map(|memory| ("memory", memory)));
    lines.into_iter().map(|(name, value)| format!("  {name:<9} {value}\n")).collect()
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => counted(bytes as usize, "byte"),
        1_000..100_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        100_000..10_000_000 => format!("{:.2} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// What the process takes now, and the most that it took; only Linux tells.
fn memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let value = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        Some(size(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024))
    };
    let [anonymous, mapped, most] = ["RssAnon:", "RssFile:", "VmHWM:"].map(value);
    Some(format!("{} anonymous and {} mapped, {} at most", anonymous?, mapped?, most?))
}
