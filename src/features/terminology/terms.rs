//! The terms of a text, block by block: what was found in a block stays known while its prose stays the same.

use super::enumeration::{self, List};
use super::leading;
use crate::concepts::{Miscount, Term};
use crate::features::View;
use crate::library::Library;
use crate::text::Span;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The terms of one version of a text.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// For each block of the page what was found in it.
    pub blocks: Vec<Arc<BlockTerms>>,
    known: FxHashMap<u64, Arc<BlockTerms>>,
}

/// What was found in a block; all spans are of its prose.
#[derive(Debug, Default)]
pub struct BlockTerms {
    /// The terms, in order.
    pub terms: Vec<Term>,
    /// The forms that should be avoided, with the concepts that they were used for.
    pub(super) avoided: Vec<(Span, usize)>,
    /// The names that count wrongly and that the corpus does not have so.
    pub(super) miscounts: Vec<Miscount>,
    /// The enumerations whose parts are no source's.
    pub(super) lists: Vec<List>,
}

impl Terms {
    /// Finds the terms of a text. `before` is what an earlier version gave with the same library: blocks that it knows are
    /// not looked at again.
    pub fn of(view: View, before: Option<&Terms>) -> Self {
        let find = |block: &crate::markup::Block| match before.and_then(|before| before.known.get(&block.hash)) {
            Some(known) => known.clone(),
            None => Arc::new(BlockTerms::of(view.library, &block.prose.text)),
        };
        // One new block is what a key makes; only an opened draft has enough of them to wake other threads for.
        let blocks: Vec<Arc<BlockTerms>> = match before {
            Some(_) => view.page.blocks.iter().map(find).collect(),
            None => view.page.blocks.par_iter().with_min_len(16).map(find).collect(),
        };
        let known = view.page.blocks.iter().zip(&blocks).map(|(block, found)| (block.hash, found.clone())).collect();
        Terms { blocks, known }
    }

    /// The name at the byte `offset` of the page that is not one of the corpus', with the concept that it is used for.
    pub fn misnamed_at(&self, view: View, offset: usize) -> Option<(Span, usize)> {
        let block = view.page.block_at(offset)?;
        let found = self.blocks.get(block)?;
        let miscounts = found.miscounts.iter().map(|miscount| (miscount.span, miscount.concept));
        let mut all = found.avoided.iter().copied().chain(miscounts);
        all.find_map(|(span, concept)| {
            let span = view.page.blocks[block].prose.to_page(span)?;
            span.touches(offset).then_some((span, concept))
        })
    }
}

impl BlockTerms {
    fn of(library: &Library, text: &str) -> Self {
        let terms = library.recogniser().terms(text);
        let is_term = |span: Span| terms.iter().any(|term| term.span.covers(span));
        let is_used = |found: &Miscount| library.has_whole(found.span.of(text));
        let mut miscounts = library.miscounts(text);
        miscounts.retain(|found| !is_term(found.span) && !is_used(found));
        let mut lists = enumeration::lists(library, text, &terms);
        lists.extend(leading::lists(library, text, &terms));
        BlockTerms { avoided: library.terminology().avoided(text), miscounts, lists, terms }
    }
}
