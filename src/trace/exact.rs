//! Every place where a run of words stands exactly.

use super::Tracer;
use super::quoted::{Token, tokens};
use crate::index::Index;

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
