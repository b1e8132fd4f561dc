//! Texts that no one wrote to be read, without the end of a sentence, of names or commas alone, take no longer than their size.

use glossator::attribution::marked;
use glossator::extraction::Extractor;
use glossator::markup::{Format, Page, blocks_of};
use std::time::{Duration, Instant};

/// The larger of the two sizes, in times the smaller.
const LARGER: usize = 16;
/// Times as long, at most. What takes the square of the size takes 256 times as long, what is in proportion to it 16 times;
/// other work may go on beside it.
const MOST: u32 = 90;
/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// Fails where `work` on `unit` again and again takes longer than in proportion to the bytes, of which there are `bytes` first.
fn grows_with_size(unit: &str, bytes: usize, work: impl Fn(&str)) {
    let fastest = |bytes: usize| {
        let text = unit.repeat(bytes.div_ceil(unit.len()));
        let run = |_| {
            let begin = Instant::now();
            work(&text);
            begin.elapsed()
        };
        (0..RUNS).map(run).min().unwrap_or(Duration::ZERO)
    };
    let (small, large) = (fastest(bytes), fastest(LARGER * bytes));
    assert!(large <= MOST * small.max(Duration::from_millis(1)), "{unit:?}: {small:?}, then {large:?}");
}

#[test]
fn concepts_of_a_paragraph_without_an_end() {
    for unit in [
        "salt harbour gates of the town keep ",
        "salt, corn, ",
        "such as salt, ",
        "the salt is a tax; ",
        "Ann Lee met Jonas Vik and ",
        "\"salt\" tax ",
    ] {
        grows_with_size(unit, 3000, |text| _ = Extractor::default().extract(&blocks_of(text, Format::Markdown)));
    }
}

#[test]
fn attributions_in_a_text_of_nothing_but_names() {
    for unit in ["Salt ", "# Salt\n\n", "Ann Lee, Jonas Vik, ", "Ann Lee said Jonas Vik, "] {
        grows_with_size(unit, 3000, |text| _ = marked(&Page::parse(text, Format::Markdown)));
    }
}
