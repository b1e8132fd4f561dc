//! Every place where a run of words stands exactly.

use super::quoted::Token;
use crate::index::{Index, Term};

/// The positions at which all `tokens` stand one after the other in one source, rising, except in the source `exclude`.
pub(super) fn places(tokens: &[Token], index: &Index, exclude: Option<usize>) -> Vec<usize> {
    if tokens.iter().any(|token| token.term.count() == 0) {
        return Vec::new();
    }
    let terms: Vec<Term> = tokens.iter().map(|token| token.term.clone()).collect();
    let mut positions = index.phrase(&terms);
    positions.retain(|&position| exclude.is_none_or(|exclude| index.source_at(position) != Some(exclude)));
    positions
}
