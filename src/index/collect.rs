//! From sources to their words: each text is parsed into blocks of prose, and the words of those are collected, on all
//! processors at once.

use super::{Builder, Home, Index, Segment, encode};
use crate::corpus::Source;
use crate::extraction::{self, Extractor};
use crate::markup::{Block, blocks_of};
use crate::text::each_word;
use rayon::prelude::*;
use std::sync::Arc;

/// Sources are shared out among the processors in so many shares each, so that all are done at about the same time.
const SHARES: usize = 4;

/// The index of these sources, in memory.
pub fn in_memory(sources: &[Arc<Source>]) -> Index {
    let (bytes, documents) = collected(sources.iter().map(Arc::as_ref).collect(), true, &|_| {});
    // What was encoded this moment can be read.
    let segment = Segment::from_bytes(bytes).ok().map(Arc::new);
    let home = |document: Option<usize>| Some(Home { segment: 0, document: document? });
    Index::new(segment.into_iter().collect(), documents.into_iter().map(home).collect())
}

/// The bytes of a segment of these sources, and the number that each got in it; `None` for one that cannot be read any
/// more. `with_candidates` says whether it is to have the candidates for concepts. `done` is told of each source how many bytes
/// it has.
pub(super) fn collected(
    sources: Vec<&Source>,
    with_candidates: bool,
    done: &(dyn Fn(usize) + Sync),
) -> (Vec<u8>, Vec<Option<usize>>) {
    let parts: Vec<(Builder, Vec<bool>)> = shares(&sources)
        .into_par_iter()
        .map(|share| {
            let mut builder = Builder::default();
            let mut extractor = with_candidates.then(Extractor::default);
            let read = share.iter().map(|source| {
                let is_read = add(&mut builder, extractor.as_mut(), source);
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

/// Adds the words of a source, and its candidates where they are to be extracted; gives whether its file still has the text
/// that is known.
fn add(builder: &mut Builder, extractor: Option<&mut Extractor>, source: &Source) -> bool {
    let Some(blocks) = blocks_in(source) else { return false };
    builder.begin_source();
    if let Some(extractor) = extractor {
        builder.push_candidates(&extraction::encode(&extractor.extract(&blocks)));
    }
    for block in blocks {
        let mut to_page = block.prose.to_pages();
        each_word(&block.prose.text, |span, folded| {
            if let Some(span) = to_page(span) {
                builder.push(span, folded);
            }
        });
    }
    true
}

/// The blocks of a source, if its file still has the text that is known.
fn blocks_in(source: &Source) -> Option<Vec<Block>> {
    let text = source.text.whole();
    (text.len() == source.text.len()).then(|| blocks_of(&text, source.format))
}

/// The sources in shares of about the same size.
fn shares<'a, 'b>(sources: &'a [&'b Source]) -> Vec<&'a [&'b Source]> {
    let all: usize = sources.iter().map(|source| source.text.len() + 1).sum();
    let share = all / (SHARES * rayon::current_num_threads()) + 1;
    let mut taken = 0;
    let in_one = |source: &&Source, _: &&Source| {
        let before = taken / share;
        taken += source.text.len() + 1;
        taken / share == before
    };
    sources.chunk_by(in_one).collect()
}

/// The candidates for concepts of these sources, each as [`extraction::encode`] writes them; `None` for one that cannot be
/// read any more.
pub(super) fn candidates(sources: &[&Source], done: &(dyn Fn(usize) + Sync)) -> Vec<Option<Vec<u8>>> {
    let of_share = |share: &[&Source]| {
        let mut extractor = Extractor::default();
        let of = |source: &&Source| {
            let blocks = blocks_in(source);
            done(source.text.len());
            blocks.map(|blocks| extraction::encode(&extractor.extract(&blocks)))
        };
        share.iter().map(of).collect::<Vec<_>>()
    };
    shares(sources).into_par_iter().flat_map_iter(of_share).collect()
}
