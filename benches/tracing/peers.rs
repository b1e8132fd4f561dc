//! Other tools, built from the crate beside this file and asked a part of the queries.

use super::corpora::{Corpus, documents};
use super::cost::{quantile, target};
use super::scoring::{Answer, Place, Query, Share, score, threshold_of_one_percent};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The peers, and the largest corpus in bytes that each is asked about.
const PEERS: [(&str, u64); 2] = [("sassy", 20_000_000), ("suffix", 200_000_000)];

/// What a peer has found, of one query in some, and the median of its times in milliseconds.
pub struct Peer {
    pub name: &'static str,
    pub recall: Share,
    pub median: f64,
}

/// Builds the peers with all that this processor can do; `None`, with a word about it, where that fails.
pub fn program() -> Option<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/tracing/peers/Cargo.toml");
    let into = target().join("peers-build");
    let mut cargo = Command::new(option_env!("CARGO").unwrap_or("cargo"));
    cargo.env("RUSTFLAGS", "-C target-cpu=native").args(["build", "-q", "--release", "--manifest-path"]).arg(manifest);
    let built = cargo.arg("--target-dir").arg(&into).status().is_ok_and(|status| status.success());
    if !built {
        println!("skipped: the peers cannot be built");
    }
    built.then(|| into.join("release/tracing-peers"))
}

/// Asks each peer every `step`th query; its threshold is the one that gives it 1 % of false positives.
pub fn ask(program: &Path, corpus: &Corpus, queries: &[Query], step: usize) -> Vec<Peer> {
    let fitting = PEERS.into_iter().filter(|(_, most)| corpus.bytes <= *most);
    fitting.filter_map(|(name, _)| one(program, name, corpus, queries, step)).collect()
}

fn one(program: &Path, name: &'static str, corpus: &Corpus, queries: &[Query], step: usize) -> Option<Peer> {
    let mut command = Command::new(program);
    command.arg(name).arg(&corpus.queries).arg(step.to_string()).args(documents(&corpus.folder));
    let output = command.output().ok().filter(|output| output.status.success())?;
    let mut times = Vec::new();
    let mut found: HashMap<String, Answer> = HashMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: Value = serde_json::from_str(line).ok()?;
        times.extend(line["ms"].as_f64());
        found.insert(line["id"].as_str()?.to_string(), answer(&line));
    }
    let asked: Vec<&Query> = queries.iter().step_by(step).collect();
    let answers: Vec<Answer> = asked.iter().map(|query| found.remove(&query.id).flatten()).collect();
    let threshold = threshold_of_one_percent(&asked, &answers);
    Some(Peer { name, recall: score(&asked, &answers, threshold).recall, median: quantile(&times, 0.5) })
}

fn answer(line: &Value) -> Answer {
    let place = Place {
        doc: line["doc"].as_str()?.to_string(),
        start: line["start"].as_u64()? as usize,
        end: line["end"].as_u64()? as usize,
    };
    Some((place, line["score"].as_f64()?))
}
