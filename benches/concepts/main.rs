//! How well and how fast concepts are discovered and recognised: `cargo bench --bench concepts`, with folders of texts behind
//! `--` for timings on those, or with `-- --misses` for what is missed in the texts that are
//! not held out.
//!
//! The cases in `benches/concepts/cases` were written by hand for this: a text, the concepts that a reader would name, the
//! words in which each is defined, and the parts that are spelt out. The addresses are of presidents of the United States, in
//! the public domain; those that are held out were not looked at while rules were made. Times are processor time, since other programs run.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints

mod case;
mod quality;
mod seeds;
mod speed;

fn main() {
    let (options, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    if options.iter().any(|option| option == "--misses") {
        quality::misses();
        return seeds::misses();
    }
    quality::print();
    seeds::print();
    speed::print(&folders);
}
