//! Every place where a run of words stands exactly.

use super::piece::Piece;
use super::quoted::{Token, tokens};
use super::{Match, Trace, Tracer, Verdict, assemble};
use crate::corpus::earliest_first;
use crate::index::Index;

/// Verbatim places listed for one quotation, at most.
pub(super) const MOST_PLACES: usize = 50;

/// The positions at which all `tokens` stand one after the other in one source, rising, except in the source `exclude`.
pub(super) fn places(tokens: &[Token], index: &Index, exclude: Option<usize>) -> Vec<usize> {
    if tokens.iter().any(|token| token.term.count() == 0) {
        return Vec::new();
    }
    let mut positions = index.phrase(tokens.iter().map(|token| &token.term));
    positions.retain(|&position| exclude.is_none_or(|exclude| index.source_at(position) != Some(exclude)));
    positions
}

impl Tracer<'_> {
    /// What the places amount to at which all tokens stand as they are.
    pub(super) fn verbatim(&self, tokens: &[Token], text: &str, mut starts: Vec<usize>) -> Trace {
        let count = starts.len();
        starts.sort_by_cached_key(|&start| self.age(start));
        starts.truncate(MOST_PLACES);
        let mut matches: Vec<Match> = starts
            .into_iter()
            .map(|start| {
                let piece = Piece::exact(tokens.len(), start);
                assemble::finish(self, tokens, text, &assemble::judged(self.index, tokens, &[piece]))
            })
            .collect();
        // Of the same words in other letters, those that are written alike are the ones quoted.
        matches.sort_by_key(|found| found.verdict != Verdict::Verbatim);
        Trace { matches, verbatim: count, similar: Vec::new() }
    }

    /// By what places are ordered, the earliest first.
    pub(super) fn age(&self, position: usize) -> impl Ord + use<> {
        let source = self.index.source_at(position).unwrap_or_default();
        let date = self.corpus.sources.get(source).and_then(|source| source.meta.date.as_deref());
        (earliest_first(date), source, position)
    }

    /// The sources in which the words of `text` stand as they are, each once.
    pub fn sources_with(&self, text: &str) -> Vec<usize> {
        let tokens = tokens(text, self.index);
        let starts = if tokens.is_empty() { Vec::new() } else { places(&tokens, self.index, None) };
        let mut sources: Vec<usize> = starts.iter().filter_map(|&start| self.index.source_at(start)).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}
