//! How well and how fast quotations are traced: `cargo bench --bench tracing`, with `60k`, `1m`, `10m`, `100m`, `1g` or
//! `drafts` behind `--` for these alone, and `alone` for no peers.
//!
//! Reads the queries in `../shared/bench/quotes` and says so where they are missing. The corpora of 100 MB and 1 GB are
//! those that `benches/corpora/make.py` leaves in `target/corpora`. Times are processor time, since other programs run.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints

#[cfg(unix)]
mod answers;
#[cfg(unix)]
#[path = "../typing/client.rs"]
#[allow(dead_code)]
mod client;
#[cfg(unix)]
mod corpora;
#[cfg(unix)]
mod cost;
#[cfg(unix)]
mod drafts;
#[cfg(unix)]
mod engine;
#[cfg(unix)]
mod memory;
#[cfg(unix)]
mod peers;
#[cfg(unix)]
mod scoring;
#[cfg(unix)]
mod tables;
#[cfg(unix)]
mod targets;

fn main() {
    #[cfg(unix)]
    tables::run();
}
