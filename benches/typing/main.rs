//! What a writer waits for, measured on the real binary over its standard input and output, beside other language servers
//! for prose: `cargo bench --bench typing`, `cargo bench --bench typing -- 9` for nine rounds, `-- alone` without other servers and the large corpus.
//!
//! The draft has 100 KB, 100 quotations and 300 terms. In each round each server holds the same conversations, and the
//! table has the medians of the rounds. The peers are looked for where `benches/peers.sh` puts them and on the PATH. A
//! ratio is theirs to ours: above 1 we are better.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints

// Pipes are waited for with `poll`, and memory is read from `/proc`.
#[cfg(unix)]
mod client;
#[cfg(unix)]
mod draft;
#[cfg(unix)]
mod measures;
#[cfg(unix)]
mod table;

fn main() {
    #[cfg(unix)]
    table::run();
}
