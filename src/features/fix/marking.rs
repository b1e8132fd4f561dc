//! Putting the marks around words that are a source's.

use super::Fix;
use super::leftovers::keeps_markup;
use crate::features::View;
use crate::features::unmarked::{Half, Passage};
use crate::markup::QuotationKind;
use crate::text::{Span, is_german, words};
use std::ops::RangeInclusive;

/// The fix that puts a passage between marks as the draft has them elsewhere, or adds the one that is missing; `None` where
/// markup stands in the way.
pub(super) fn mark(view: View, passage: &Passage) -> Option<Fix> {
    let span = passage.span(view)?;
    // A straight mark inside whose partner stands outside would be taken for one of the two.
    if !passage.text(view).matches('"').count().is_multiple_of(2) {
        return None;
    }
    let (open, close) = marks_of(view).unwrap_or_else(|| marks_in(passage.text(view)));
    let begin = |mark: &str| (Span::new(span.start, span.start), mark.to_string());
    let end = |mark: &str| (Span::new(span.end, span.end), mark.to_string());
    let (edits, title) = match passage.half(view) {
        None => (vec![begin(open), end(close)], format!("Put the words between {} and {}", open.trim(), close.trim())),
        Some(Half::Begun(mark)) => (vec![end(&mark.to_string())], format!("End the quotation with {mark}")),
        Some(Half::Ended(mark)) => (vec![begin(&mark.to_string())], format!("Begin the quotation with {mark}")),
    };
    keeps_markup(view, span, &edits).then_some(Fix { title, edits, mends: passage.found.is_exact })
}

/// Words that are frequent in French, and not in its neighbours.
const FRENCH: [&str; 16] = [
    "au", "aux", "avec", "ce", "cette", "dans", "elle", "les", "leur", "nous", "par", "pas", "pour", "sont", "sur",
    "une",
];

/// The marks that are usual in the language of a passage, as far as its script and its frequent words tell that.
fn marks_in(passage: &str) -> (&'static str, &'static str) {
    let letters = |script: RangeInclusive<char>| passage.chars().filter(|c| script.contains(c)).count();
    let words = words(passage);
    let german = words.iter().filter(|word| is_german(&word.folded)).count();
    let french = words.iter().filter(|word| FRENCH.contains(&word.folded.as_str())).count();
    if letters('\u{3040}'..='\u{30ff}') > 0 {
        ("「", "」")
    } else if 2 * letters('\u{400}'..='\u{52f}') > passage.chars().count() {
        ("«", "»")
    } else if german.max(french) < FEWEST || german == french {
        ("“", "”")
    } else if german > french {
        ("„", "“")
    } else {
        ("«\u{a0}", "\u{a0}»")
    }
}

/// So many frequent words tell the language of a passage.
const FEWEST: usize = 2;

/// The marks that most quotations of a draft have which lie in no other, with the space that stands inside them.
fn marks_of<'a>(view: View<'a>) -> Option<(&'a str, &'a str)> {
    let mut counts: Vec<((&str, &str), usize)> = Vec::new();
    for quotation in view.page.quotations.iter().filter(|quotation| quotation.parent.is_none()) {
        let QuotationKind::Marked { open, close } = quotation.kind else { continue };
        let whole = quotation.span.of(view.text);
        let (Some(behind), Some(before)) = (whole.strip_prefix(open), whole.strip_suffix(close)) else { continue };
        let first = &whole[..whole.len() - behind.trim_start_matches(is_space).len()];
        let last = &whole[before.trim_end_matches(is_space).len()..];
        match counts.iter_mut().find(|(marks, _)| *marks == (first, last)) {
            Some((_, count)) => *count += 1,
            None => counts.push(((first, last), 1)),
        }
    }
    // Of equally many the first.
    Some(counts.into_iter().rev().max_by_key(|(_, count)| *count)?.0)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}
