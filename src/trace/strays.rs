//! Words at an end of a run that two texts have in common by chance: the source begins another sentence there, and the draft
//! goes on with its own. `We hold that [the masters were heard …` beside `We know all that. The masters were heard …`

use super::Tracer;
use super::passage::{Passage, ends_between};
use crate::text::Span;
use std::ops::Range;

/// So many words may agree by chance.
const MOST: usize = 3;

/// How many words at the beginning and at the end of a run do not belong to it. The run has the words `draft` of `text`, and
/// `source` in the corpus; at its ends they agree one by one.
pub(super) fn strays(tracer: &Tracer, source: &Range<usize>, text: &str, draft: &[Span]) -> [usize; 2] {
    let inside = tracer.index.positions_around(source.start);
    let most = MOST.min(draft.len().saturating_sub(1)).min(source.len().saturating_sub(1));
    let passage = |from: usize, to: usize| Passage::new(tracer, from.max(inside.start)..to.min(inside.end));
    // Whether the draft ends a sentence between two words that follow one another.
    let ends = |at: usize| {
        let around = draft[at.saturating_sub(1)].join(draft[(at + 2).min(draft.len() - 1)]);
        let local = |span: Span| Span::new(span.start - around.start, span.end - around.start);
        ends_between(around.of(text), local(draft[at]), local(draft[at + 1]))
    };
    let head = passage(source.start.saturating_sub(1), source.start + most + 2);
    let before = (1..=most).rev().find(|many| head.is_border(source.start + many - 1)).filter(|many| {
        let is_whole = source.start == inside.start || head.is_border(source.start - 1);
        !(is_whole && ends(many - 1))
    });
    let tail = passage(source.end.saturating_sub(most + 2), source.end + 1);
    let behind = (1..=most).rev().find(|many| tail.is_border(source.end - many - 1)).filter(|many| {
        let is_whole = source.end == inside.end || tail.is_border(source.end - 1);
        !(is_whole && ends(draft.len() - many - 1))
    });
    [before.unwrap_or_default(), behind.unwrap_or_default()]
}
