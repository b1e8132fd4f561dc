//! Every place where a run of words stands exactly, found through its rarest word.

use super::quoted::Token;
use crate::index::{Index, WordId};

/// The positions at which all `tokens` stand one after the other in one source, rising, except in the source `exclude`.
pub(super) fn places(tokens: &[Token], index: &Index, exclude: Option<usize>) -> Vec<usize> {
    let Some(ids) = tokens.iter().map(|token| token.id).collect::<Option<Vec<WordId>>>() else { return Vec::new() };
    let Some(rarest) = (0..ids.len()).min_by_key(|&i| index.postings(ids[i]).len()) else { return Vec::new() };
    index
        .postings(ids[rarest])
        .iter()
        .filter_map(|&position| (position as usize).checked_sub(rarest))
        .filter(|&start| index.words(start..start + ids.len()) == ids)
        .filter(|&start| {
            let source = index.source_of(start);
            Some(source) != exclude && index.positions_of(source).end >= start + ids.len()
        })
        .collect()
}
