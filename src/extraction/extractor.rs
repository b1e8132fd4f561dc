//! From a document's blocks to its candidates.

use super::candidates::{Candidate, Collector};
use super::document::Reader;
use super::language::is_english;
use super::languages::{self, Language};
use super::tables;
use super::tokens::Known;
use super::unspaced::{self, is_unspaced_text};
use crate::markup::Block;

/// So many bytes are looked at to see which language a document is in.
const SAMPLE: usize = 32 * 1024;
/// Of a longer document, in bytes, phrases that it has once and that nothing speaks for are not kept: what matters in it
/// comes again.
const LONG: usize = 48 * 1024;

/// Extracts candidates from one document after the other, and remembers the words that come again.
#[derive(Default)]
pub struct Extractor {
    known: Known,
}

impl Extractor {
    /// The candidates of a document, given its blocks, in no order. None of a text in a language that is not known.
    pub fn extract(&mut self, blocks: &[Block]) -> Vec<Candidate> {
        let length: usize = blocks.iter().map(|block| block.prose.text.len()).sum();
        if is_unspaced_text(blocks, SAMPLE) {
            let mut reader = unspaced::Reader::new(std::mem::take(&mut self.known));
            blocks.iter().enumerate().for_each(|(number, block)| reader.block(block, number == 0));
            return self.finish(blocks, reader.known, reader.collector, false);
        }
        let (in_english, other) = self.sample(blocks);
        let known = std::mem::take(&mut self.known);
        if let Some(language) = other {
            let mut reader = languages::Reader::new(language, known);
            (0..blocks.len()).for_each(|number| reader.block(blocks, number));
            return self.finish(blocks, reader.known, reader.collector, false);
        }
        let mut reader = Reader::new(in_english, known);
        (0..blocks.len()).for_each(|number| reader.block(blocks, number));
        self.finish(blocks, reader.known, reader.collector, length < LONG)
    }

    /// What was collected, with the terms of tables.
    fn finish(
        &mut self,
        blocks: &[Block],
        mut known: Known,
        mut collector: Collector,
        keep_weak: bool,
    ) -> Vec<Candidate> {
        tables::collect(blocks, &mut known, &mut collector);
        self.known = known;
        collector.finish(keep_weak)
    }

    /// Whether the beginning of a document is English, and which language it is in if it is not.
    fn sample(&mut self, blocks: &[Block]) -> (bool, Option<&'static Language>) {
        let mut all = Vec::new();
        let mut length = 0;
        for block in blocks {
            self.known.tokens(&block.prose.text, &mut all);
            length += block.prose.text.len();
            if length > SAMPLE {
                break;
            }
        }
        // Of few words those of another language tell it.
        let in_english = is_english(&all).unwrap_or_else(|| Language::of_few(&all).is_none());
        (in_english, if in_english { None } else { Language::of(&all) })
    }
}
