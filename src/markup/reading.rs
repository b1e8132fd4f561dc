//! What the reader of a format hands on: blocks, headings and comments. Quotations and silences follow from these in the
//! same way for all formats.

use super::{Block, BlockKind, Heading, Prose};
use crate::text::Span;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::mem::discriminant;

/// Stands in the prose where something that is no prose was left out inside a line (code, an image, an address), so that
/// what stands on both sides does not grow together: U+FFFC, OBJECT REPLACEMENT CHARACTER.
pub(super) const LEFT_OUT: &str = "\u{fffc}";

/// A page without its quotations and silences.
#[derive(Default)]
pub(super) struct Reading {
    pub blocks: Vec<Block>,
    /// For each block the number of the block quotation that it stands in.
    pub quoted_in: Vec<Option<u32>>,
    pub headings: Vec<Heading>,
    /// What holds blocks and counts as one where checks are silenced: lists, tables, block quotations, footnotes; the outer
    /// before the inner. Needed only where there are such comments.
    pub containers: Vec<Span>,
    /// Comments that may silence a check, in order.
    pub comments: Vec<Span>,
}

impl Reading {
    /// Adds a block unless it says nothing.
    pub fn push(&mut self, span: Span, kind: BlockKind, prose: Prose, quoted_in: Option<u32>) {
        if is_blank(&prose.text) {
            return;
        }
        let hash =
            BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one((discriminant(&kind), prose.text.as_str()));
        self.blocks.push(Block { span, kind, prose, hash });
        self.quoted_in.push(quoted_in);
    }

    /// Works out how far the text under each heading goes, in a text of `len` bytes.
    pub fn close_sections(&mut self, len: usize) {
        let mut open: Vec<usize> = Vec::new();
        for i in 0..self.headings.len() {
            let (level, start) = (self.headings[i].level, self.headings[i].span.start);
            while let Some(&last) = open.last().filter(|&&last| self.headings[last].level >= level) {
                self.headings[last].section.end = start;
                open.pop();
            }
            open.push(i);
        }
        for i in open {
            self.headings[i].section.end = len;
        }
    }
}

/// Whether there is nothing to read: white space and places where something was left out.
pub(super) fn is_blank(prose: &str) -> bool {
    prose.chars().all(|c| c.is_whitespace() || c == '\u{fffc}' || c == '\u{feff}')
}
