//! A stretch of a source as it is written, read once for all the words in it.

use super::Tracer;
use crate::text::{Span, sentences};
use std::borrow::Cow;
use std::ops::Range;

/// The words at some positions of one source, as written.
#[derive(Default)]
pub(super) struct Passage<'a> {
    first: usize,
    spans: Vec<Span>,
    /// The text from the first word's first byte on.
    text: Cow<'a, str>,
}

impl<'a> Passage<'a> {
    /// The words at `positions`.
    pub fn new(tracer: &Tracer<'a>, positions: Range<usize>) -> Self {
        let spans = tracer.index.spans(positions.clone());
        let all = spans.first().zip(spans.last()).map(|(first, last)| first.join(*last));
        let source = tracer.index.source_at(positions.start).and_then(|source| tracer.corpus.sources.get(source));
        let text = source.zip(all).map(|(source, all)| source.slice(all)).unwrap_or_default();
        Passage { first: positions.start, spans, text }
    }

    /// The word at a position, as written; nothing for one outside.
    pub fn word(&self, position: usize) -> &str {
        let bytes = || {
            let span = self.spans.get(position.checked_sub(self.first)?)?;
            let start = span.start.checked_sub(self.spans[0].start)?;
            self.text.get(start..start + span.len())
        };
        bytes().unwrap_or_default()
    }

    /// All of it, from its first word to its last.
    pub fn all(&self) -> &str {
        &self.text
    }

    /// What stands between the word at a position and the next one; nothing where one of them is outside.
    pub fn between(&self, position: usize) -> &str {
        let bytes = || {
            let at = position.checked_sub(self.first)?;
            let (before, behind) = (self.spans.get(at)?, self.spans.get(at + 1)?);
            let first = self.spans[0].start;
            self.text.get(before.end.checked_sub(first)?..behind.start.checked_sub(first)?)
        };
        bytes().unwrap_or_default()
    }

    /// Whether a sentence or a paragraph ends between the word at a position and the next one.
    pub fn is_border(&self, position: usize) -> bool {
        let Some(at) = position.checked_sub(self.first).filter(|at| at + 1 < self.spans.len()) else { return false };
        let first = self.spans[0].start;
        let local = |span: Span| Span::new(span.start.saturating_sub(first), span.end.saturating_sub(first));
        ends_between(&self.text, local(self.spans[at]), local(self.spans[at + 1]))
    }
}

/// Whether a sentence or a paragraph of `text` ends between two words that follow each other, as far as they tell.
pub(super) fn ends_beside(text: &str, word: Span, next: Span) -> bool {
    let around = word.join(next);
    let local = |span: Span| Span::new(span.start - around.start, span.end - around.start);
    ends_between(around.of(text), local(word), local(next))
}

/// Whether a sentence or a paragraph of `text` ends between two of its words.
pub(super) fn ends_between(text: &str, word: Span, next: Span) -> bool {
    sentences(text).into_iter().any(|sentence| sentence.end > word.start && sentence.end <= next.start)
}
