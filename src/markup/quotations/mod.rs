//! Which parts of a page are quotations: what stands between paired marks, and block quotations.
//!
//! Marks are found and classified by their neighbours ([`marks`]), then paired ([`pairs`]): first those that can be
//! nothing else, then single ones, which may be apostrophes, so that these never spoil those. A pair lies within one
//! block, except in a run of paragraphs each of which is opened by the same mark again.

mod blocks;
mod classes;
mod doubles;
mod marks;
mod opened;
mod singles;

pub use opened::{Opened, opened};

use super::reading::{Reading, is_blank};
use super::{Quotation, QuotationKind};
use crate::text::Span;
use marks::Mark;
use std::cmp::Reverse;

/// Two marks that belong together.
struct Pair {
    /// The number of the first mark.
    open: usize,
    /// The number of the last mark.
    close: usize,
    /// What stands between them: for each block, its number and the bytes of its prose.
    parts: Vec<(usize, Span)>,
}

/// What a mark turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    /// A mark without a partner.
    #[default]
    Nothing,
    /// It opens a pair.
    Opens,
    /// It closes the pair that the mark of this number opens.
    Closes(usize),
    /// It opens a further paragraph of the pair that the mark of this number opens.
    Reopens(usize),
}

/// The quotations of a page, in the order in which they begin.
pub(super) fn quotations(reading: &Reading) -> Vec<Quotation> {
    let marks = marks::marks(&reading.blocks);
    let (mut pairs, roles) = doubles::pair(reading, &marks);
    pairs.extend(singles::pair(reading, &marks, &roles));
    let mut all: Vec<_> = pairs.into_iter().filter_map(|pair| marked(reading, &marks, pair)).collect();
    all.sort_by_key(order);
    let blocks = blocks::block_quotations(reading, &all);
    all.extend(blocks);
    all.sort_by_key(order);
    nest(&mut all);
    all
}

fn order(quotation: &Quotation) -> (usize, Reverse<usize>) {
    (quotation.span.start, Reverse(quotation.span.end))
}

/// The quotation between two marks; `None` where nothing stands between them.
fn marked(reading: &Reading, marks: &[Mark], pair: Pair) -> Option<Quotation> {
    let (open, close) = (marks[pair.open], marks[pair.close]);
    let mut parts: Vec<_> =
        pair.parts.into_iter().map(|(block, span)| (block, trimmed(reading, block, span))).collect();
    parts.retain(|&(block, span)| !is_blank(span.of(&reading.blocks[block].prose.text)));
    if parts.is_empty() {
        return None;
    }
    let place = |mark: Mark| reading.blocks[mark.block].prose.to_page(mark.span());
    let span = place(open)?.join(place(close)?);
    let kind = QuotationKind::Marked { open: open.char, close: close.char };
    Some(Quotation { span, parts, kind, parent: None })
}

/// `span` of a block's prose without the white space at its ends.
fn trimmed(reading: &Reading, block: usize, span: Span) -> Span {
    let part = span.of(&reading.blocks[block].prose.text).trim_end();
    let start = span.start + (part.len() - part.trim_start().len());
    Span::new(start, span.start + part.len())
}

/// Finds what each quotation, in order, is nested in.
fn nest(all: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for i in 0..all.len() {
        while around.last().is_some_and(|&outer| !all[outer].span.covers(all[i].span)) {
            around.pop();
        }
        all[i].parent = around.last().copied();
        around.push(i);
    }
}
