//! From a document's blocks to its candidates.

use super::candidates::Candidate;
use super::document::Reader;
use super::language::is_english;
use super::tokens::Known;
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
    /// The candidates of a document, given its blocks, in no order. None of a text that is not English.
    pub fn extract(&mut self, blocks: &[Block]) -> Vec<Candidate> {
        let in_english = self.sample(blocks);
        let mut reader = Reader::new(in_english, std::mem::take(&mut self.known));
        let mut length = 0;
        for (number, block) in blocks.iter().enumerate() {
            length += block.prose.text.len();
            reader.block(blocks, number);
        }
        self.known = reader.known;
        reader.collector.finish(length < LONG)
    }

    /// Whether the beginning of a document is English.
    fn sample(&mut self, blocks: &[Block]) -> bool {
        let mut all = Vec::new();
        let mut length = 0;
        for block in blocks {
            self.known.tokens(&block.prose.text, &mut all);
            length += block.prose.text.len();
            if length > SAMPLE {
                break;
            }
        }
        is_english(&all).unwrap_or(true)
    }
}
