//! From sources to their words: each text is parsed into blocks of prose, and the words of those are collected, on all
//! processors at once.

use super::{Builder, Home, Index, Segment, encode};
use crate::corpus::Source;
use crate::extraction::{self, Extractor};
use crate::markup::blocks_of;
use crate::text::each_word;
use rayon::prelude::*;
use std::sync::Arc;

/// Sources are shared out among the processors in so many shares each, so that all are done at about the same time.
const SHARES: usize = 4;

/// The index of these sources, in memory.
pub fn in_memory(sources: &[Arc<Source>]) -> Index {
    let (bytes, documents) = collected(sources.iter().map(Arc::as_ref).collect(), &|_| {});
    // What was encoded this moment can be read.
    let segment = Segment::from_bytes(bytes).ok().map(Arc::new);
    let home = |document: Option<usize>| Some(Home { segment: 0, document: document? });
    Index::new(segment.into_iter().collect(), documents.into_iter().map(home).collect())
}

/// The bytes of a segment of these sources, and the number that each got in it; `None` for one that cannot be read any
/// more. `done` is told of each source how many bytes it has.
pub(super) fn collected(sources: Vec<&Source>, done: &(dyn Fn(usize) + Sync)) -> (Vec<u8>, Vec<Option<usize>>) {
    let all: usize = sources.iter().map(|source| source.text.len() + 1).sum();
    let share = all / (SHARES * rayon::current_num_threads()) + 1;
    let mut taken = 0;
    let shares: Vec<&[&Source]> = sources
        .chunk_by(|source, _| {
            let before = taken / share;
            taken += source.text.len() + 1;
            taken / share == before
        })
        .collect();
    let parts: Vec<(Builder, Vec<bool>)> = shares
        .into_par_iter()
        .map(|share| {
            let (mut builder, mut extractor) = (Builder::default(), Extractor::default());
            let read = share.iter().map(|source| {
                let is_read = add(&mut builder, &mut extractor, source);
                done(source.text.len());
                is_read
            });
            let read = read.collect();
            (builder, read)
        })
        .collect();
    let mut next = 0..;
    let documents = parts.iter().flat_map(|(_, read)| read).map(|is_read| if *is_read { next.next() } else { None });
    let documents = documents.collect();
    (encode(parts.into_iter().map(|(builder, _)| builder).collect()), documents)
}

/// Adds the words of a source; gives whether its file still has the text that is known.
fn add(builder: &mut Builder, extractor: &mut Extractor, source: &Source) -> bool {
    let text = source.text.whole();
    if text.len() != source.text.len() {
        return false;
    }
    builder.begin_source();
    let blocks = blocks_of(&text, source.format);
    builder.push_candidates(&extraction::encode(&extractor.extract(&blocks)));
    for block in blocks {
        each_word(&block.prose.text, |span, folded| {
            if let Some(span) = block.prose.to_page(span) {
                builder.push(span, folded);
            }
        });
    }
    true
}
