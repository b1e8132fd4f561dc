//! Tests of the room as a whole. In their texts `❮…❯` encloses what must be found.

mod blocks;
mod hostile;
mod quotations;
mod silences;

use super::{Format, Page};
use crate::text::Span;

/// A text without its signs, and the spans between them, in order.
fn marked(text: &str) -> (String, Vec<Span>) {
    let (mut plain, mut open, mut spans) = (String::new(), Vec::new(), Vec::new());
    for c in text.chars() {
        match c {
            '❮' => open.push(plain.len()),
            '❯' => spans.push(Span::new(open.pop().expect("❮ before ❯"), plain.len())),
            c => plain.push(c),
        }
    }
    assert!(open.is_empty(), "❯ after ❮");
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    (plain, spans)
}

/// `text` with the signs around `spans`.
fn mark(text: &str, spans: &[Span]) -> String {
    let mut out = String::new();
    for at in 0..=text.len() {
        spans.iter().filter(|span| span.end == at && !span.is_empty()).for_each(|_| out.push('❯'));
        spans.iter().filter(|span| span.start == at).for_each(|_| out.push('❮'));
        spans.iter().filter(|span| span.end == at && span.is_empty()).for_each(|_| out.push('❯'));
        if text.is_char_boundary(at)
            && let Some(c) = text[at..].chars().next()
        {
            out.push(c);
        }
    }
    out
}

/// Asserts that what a page holds, by `spans`, is what the signs enclose.
#[track_caller]
fn check(format: Format, expected: &str, spans: impl Fn(&Page) -> Vec<Span>) {
    let (text, _) = marked(expected);
    let mut found = spans(&Page::parse(&text, format));
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let found = mark(&text, &found);
    assert_eq!(found, expected, "\nfound:    {found}\nexpected: {expected}\n");
}

/// Asserts that the parts of the quotations of a page are what the signs enclose.
#[track_caller]
fn quotes(format: Format, expected: &str) {
    check(format, expected, |page| {
        let place = |&(block, span): &(usize, Span)| page.blocks[block].prose.to_page(span).expect("a place");
        page.quotations.iter().flat_map(|quotation| &quotation.parts).map(place).collect()
    });
}

/// The prose of each block.
fn prose(text: &str, format: Format) -> Vec<String> {
    Page::parse(text, format).blocks.into_iter().map(|block| block.prose.text).collect()
}
