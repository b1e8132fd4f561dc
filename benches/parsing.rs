//! How long it takes to read a page: `cargo bench --bench parsing`. A draft is read again at each keystroke, a source once.
#![allow(clippy::print_stdout)]

use glossator::markup::{Format, Page, blocks_of};
use std::hint::black_box;
use std::time::Instant;

const DRAFT: usize = 100_000;
const SOURCE: usize = 10_000_000;

fn main() {
    let essay = include_str!("../editors/sample/essay.md");
    let body = essay.splitn(3, "---\n").nth(2).expect("front matter");
    let draft = body.repeat(DRAFT / body.len() + 1);
    let seed = include_str!("../seeds/independent-foreign-policy-of-peace.txt");
    let source = format!("{seed}\n\n").repeat(SOURCE / seed.len() + 1);

    let quotations = Page::parse(&draft, Format::Markdown).quotations.len();
    println!("a draft of {} bytes with {quotations} quotations", draft.len());
    report("  Markdown, whole page", &draft, 500, || drop(black_box(Page::parse(&draft, Format::Markdown))));
    report("  Markdown, blocks alone", &draft, 500, || drop(black_box(blocks_of(&draft, Format::Markdown))));
    report("  plain, whole page", &draft, 500, || drop(black_box(Page::parse(&draft, Format::Plain))));
    println!("a source of {} bytes", source.len());
    report("  plain, whole page", &source, 20, || drop(black_box(Page::parse(&source, Format::Plain))));
    report("  plain, blocks alone", &source, 20, || drop(black_box(blocks_of(&source, Format::Plain))));
}

/// Prints the median time of `times` runs of `read` on `text`.
fn report(name: &str, text: &str, times: usize, read: impl Fn()) {
    let mut seconds: Vec<f64> = (0..times)
        .map(|_| {
            let start = Instant::now();
            read();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    let median = seconds[times / 2];
    println!("{name:26} {:9.3} ms {:7.0} MB/s", median * 1e3, text.len() as f64 / median / 1e6);
}
