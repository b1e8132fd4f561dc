//! Text in, [`Page`] out: the prose of a draft or a source, in blocks, with its quotations, headings and silenced parts.
//! One file a format; what is not prose (code, comments, front matter, link targets) never reaches a block.

mod addresses;
mod format;
mod html;
mod markdown;
mod plain;
mod prose;
mod quotations;
mod reading;
mod silences;
#[cfg(test)]
mod tests;
mod typed;

pub use format::Format;
pub use prose::Prose;
pub use quotations::{Opened, opened};
pub use silences::{ORDERS, meant_order};

use crate::text::Span;

/// What a text consists of. All spans are bytes of the text that [`Page::parse`] was given, unless they are said to be
/// of a block's prose.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The format that it was read as.
    pub format: Format,
    /// The blocks of prose, in the order of the text; they do not overlap.
    pub blocks: Vec<Block>,
    /// The quotations, in the order in which they begin; a nested one comes after the one around it.
    pub quotations: Vec<Quotation>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// Where the writer silenced checks.
    pub silences: Vec<Silence>,
    /// The codes of checks that the comments name which silence them, known or not.
    pub codes: Vec<Span>,
    /// What stands where an order to silence checks would, and is none.
    pub misspelt: Vec<Span>,
}

/// A paragraph, a heading, a table's cell, a list item's paragraph: prose that belongs together.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its bytes, markup included.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its prose, markup left out.
    pub prose: Prose,
    /// A number that changes when the prose changes: what is known of a block stays true while its hash stays.
    pub hash: u64,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading,
    /// A table's cell; the header is row 0.
    Cell {
        /// The number of its row in the table.
        row: u32,
        /// The number of its column.
        column: u16,
    },
    /// A paragraph of a block quotation.
    Quoted,
}

/// What a draft presents as someone's words.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Its bytes from the first mark to the last, both included; of a block quotation, its prose from end to end.
    pub span: Span,
    /// What stands between the marks: for each block that it runs through, the block's number and the bytes of that
    /// block's prose. Marks that open a further paragraph are left out.
    pub parts: Vec<(usize, Span)>,
    /// How it is marked.
    pub kind: QuotationKind,
    /// The number of the quotation that it is nested in.
    pub parent: Option<usize>,
}

/// How a quotation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Between a pair of marks.
    Marked {
        /// The opening mark.
        open: char,
        /// The closing mark.
        close: char,
    },
    /// A block quotation.
    Block,
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 for the highest.
    pub level: u8,
    /// Its text without markup.
    pub title: String,
    /// The heading itself.
    pub span: Span,
    /// The heading and all that stands under it, up to the next heading of its level or a higher one.
    pub section: Span,
}

/// A part of a draft in which the writer has silenced checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Where.
    pub span: Span,
    /// The codes of the checks; empty for all.
    pub checks: Vec<String>,
}

/// The blocks of prose of `text`, read as `format`, without the work that quotations take: what a source is indexed by.
pub fn blocks_of(text: &str, format: Format) -> Vec<Block> {
    read(text, format).blocks
}

fn read(text: &str, format: Format) -> reading::Reading {
    match format {
        Format::Plain => plain::read(text),
        Format::Markdown => markdown::read(text),
    }
}

impl Page {
    /// Reads `text` (without a byte-order mark) as `format`. Takes time in proportion to its length and cannot fail.
    pub fn parse(text: &str, format: Format) -> Page {
        let reading = read(text, format);
        let quotations = quotations::quotations(&reading);
        let (silences, codes) = silences::silences(text, &reading);
        let misspelt = silences::misspelt(text, &reading, format);
        Page { format, blocks: reading.blocks, quotations, headings: reading.headings, silences, codes, misspelt }
    }

    /// The number of the block in which the byte `offset` lies, its end included.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let block = after.checked_sub(1)?;
        self.blocks[block].span.touches(offset).then_some(block)
    }

    /// The innermost quotation that the byte `offset` lies in, its marks included.
    pub fn quotation_at(&self, offset: usize) -> Option<usize> {
        (0..self.quotations.len()).rev().find(|&i| self.quotations[i].span.touches(offset))
    }

    /// What a quotation says, without the markup and the marks, and where each byte of it stands in the page.
    pub fn prose_of(&self, quotation: &Quotation) -> Prose {
        let mut prose = Prose::default();
        for (i, &(block, span)) in quotation.parts.iter().enumerate() {
            if i > 0 {
                prose.push_inserted("\n\n");
            }
            prose.push_part(&self.blocks[block].prose, span);
        }
        prose
    }
}
