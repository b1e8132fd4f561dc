//! What a key costs inside a quotation: `cargo bench --bench writing`, with `60k`, `1m`, `10m` or `100m` behind `--` for these
//! alone. Sentences of the corpus are typed letter by letter, and after each letter from the third word on the rest is asked
//! for. Then what is worst: quotations of common words only, with every letter behind them.
//!
//! The corpora are those of the benchmark of tracing. Times are processor time of the thread.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints

#[cfg(unix)]
#[path = "../tracing/corpora.rs"]
#[allow(dead_code)]
mod corpora;
#[cfg(unix)]
#[path = "../tracing/cost.rs"]
#[allow(dead_code)]
mod cost;
#[cfg(unix)]
#[path = "../tracing/engine.rs"]
#[allow(dead_code)]
mod engine;
#[cfg(unix)]
mod keys;
#[cfg(unix)]
#[path = "../tracing/scoring.rs"]
#[allow(dead_code)]
mod scoring;

fn main() {
    #[cfg(unix)]
    keys::run();
}
