//! A segment: the words of some documents, as bytes in memory or in a file. It never changes.
//!
//! A *position* in a segment is the number of a block times [`BLOCK`] and the place in the block. Each document begins a new
//! block, so that the positions of its words follow one another.

use super::layout::{Header, Section, SegmentError};
use super::pages::Pages;
use super::records::{BLOCK, read_spans, take_words};
use super::{Blocks, WordId, phrases, vocabulary};
use crate::text::Span;
use std::cmp::Ordering as Order;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// The words of some documents.
#[derive(Debug)]
pub struct Segment {
    pages: Pages,
    header: Header,
    documents: Vec<Document>,
    /// Numbers of occurrences, falling, with the first word that has each.
    levels: Vec<(u32, WordId)>,
    vocabulary_seen: AtomicBool,
}

/// Where the words of a document are.
#[derive(Clone, Copy, Debug)]
struct Document {
    first_block: u32,
    words: u32,
}

impl Segment {
    /// The segment that [`super::encode`] made.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, SegmentError> {
        Segment::new(Pages::owned(bytes))
    }

    /// The segment in a file; see [`SegmentError`] for files that cannot be used. The greater part of it is checked when it
    /// is first read: what turns out to be damaged is as if it were not there, and [`Segment::is_damaged`] says so.
    pub fn map(path: &Path) -> Result<Self, SegmentError> {
        Segment::new(Pages::mapped(path)?)
    }

    fn new(mut pages: Pages) -> Result<Self, SegmentError> {
        let header = Header::read(&mut pages)?;
        let pairs = |section| {
            let (pairs, _) = pages.get(header.range(section)).as_chunks::<8>();
            pairs.iter().map(|pair| {
                let number = |at: usize| u32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]);
                (number(0), number(4))
            })
        };
        let documents = pairs(Section::Documents).map(|(first_block, words)| Document { first_block, words }).collect();
        let levels = pairs(Section::Counts).collect();
        if pages.is_damaged() {
            Err(SegmentError::Damaged)
        } else {
            Ok(Segment { pages, header, documents, levels, vocabulary_seen: AtomicBool::new(false) })
        }
    }

    /// Whether a part of its file was found to be another one than was written.
    pub fn is_damaged(&self) -> bool {
        self.pages.is_damaged()
    }

    /// Reads and checks the whole of it; gives whether it is whole.
    pub fn verify(&self) -> bool {
        let end = self.header.range(Section::PhraseCounts).end;
        self.pages.get(self.header.range(Section::Documents).start..end);
        !self.is_damaged()
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> usize {
        self.pages.len()
    }

    /// How many bytes its words, its lists of blocks, its vocabulary and its phrases have.
    pub fn sizes(&self) -> [(&'static str, usize); 4] {
        let of = |sections: &[Section]| sections.iter().map(|&section| self.len_of(section)).sum();
        [
            ("words", of(&[Section::Records, Section::RecordEnds])),
            (
                "lists",
                of(&[Section::Lists, Section::ListStarts, Section::PairKeys, Section::PairStarts, Section::Pairs]),
            ),
            ("vocabulary", of(&[Section::Vocabulary, Section::Strings, Section::StringEnds, Section::Counts])),
            ("phrases", of(&[Section::Phrases, Section::PhraseCounts])),
        ]
    }

    /// How many words it has, each as often as it occurs.
    pub fn words(&self) -> u64 {
        self.header.words
    }

    /// How many different words it has.
    pub fn vocabulary(&self) -> usize {
        (self.len_of(Section::ListStarts) / 4).saturating_sub(1)
    }

    /// How many documents it has.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// The number of a folded word.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        vocabulary::get(self.vocabulary_bytes(), folded)
    }

    /// The folded word of a number.
    pub fn word(&self, id: WordId) -> &str {
        std::str::from_utf8(self.part(Section::Strings, self.string(id))).unwrap_or_default()
    }

    /// The words that one added, dropped, changed or swapped character makes of a folded word.
    pub fn near(&self, folded: &str) -> Vec<WordId> {
        vocabulary::near(self.vocabulary_bytes(), folded)
    }

    /// Up to `most` words that begin with `prefix`, in alphabetical order.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<WordId> {
        vocabulary::starting_with(self.vocabulary_bytes(), prefix, most)
    }

    /// Up to `most` words, the commonest first, that begin with what one added, dropped, changed or swapped character makes
    /// of `beginning`. None for beginnings of up to three letters.
    pub fn near_beginnings(&self, beginning: &str, most: usize) -> Vec<WordId> {
        vocabulary::near_beginnings(self.vocabulary_bytes(), beginning, most)
    }

    /// How often a word occurs.
    pub fn count(&self, id: WordId) -> u32 {
        let level = self.levels.partition_point(|&(_, first)| first <= id);
        level.checked_sub(1).map_or(0, |level| self.levels[level].0)
    }

    /// The blocks that a word stands in.
    pub fn blocks(&self, id: WordId) -> Blocks<'_> {
        let once = self.levels.last().filter(|level| level.0 == 1).map_or(WordId::MAX, |level| level.1);
        let start = |at: usize| self.number(Section::ListStarts, at);
        // The end of the last list stands before the blocks of the words that occur once.
        match id {
            id if id >= once => Blocks::one(start(id as usize + 1)),
            id => Blocks::new(self.part(Section::Lists, start(id as usize) as usize..start(id as usize + 1) as usize)),
        }
    }

    /// The blocks in which one word stands right before another; `None` where that is not known since one of the two is not
    /// common.
    pub fn pair_blocks(&self, first: WordId, second: WordId) -> Option<Blocks<'_>> {
        let key = phrases::pair_key(first, second)?;
        if !phrases::has_list(first, second, self.count(first.max(second))) {
            return None;
        }
        let read = |at: usize| {
            self.part(Section::PairKeys, 2 * at..2 * at + 2).first_chunk().map_or(0, |key| u16::from_le_bytes(*key))
        };
        let start = |at: usize| self.number(Section::PairStarts, at) as usize;
        let at = search(self.len_of(Section::PairKeys) / 2, |at| read(at).cmp(&key));
        Some(Blocks::new(at.map_or(&[], |at| self.part(Section::Pairs, start(at)..start(at + 1)))))
    }

    /// How often one word stands right before another, about; 0 where it does so no more than three times, or no more
    /// than any other word.
    pub fn pair_count(&self, first: WordId, second: WordId) -> u32 {
        if let Some(blocks) = self.pair_blocks(first, second) {
            return blocks.len() as u32;
        }
        let pair = phrases::fingerprint(first, second);
        let at = search(self.len_of(Section::Phrases) / 4, |at| self.number(Section::Phrases, at).cmp(&pair));
        let count =
            |at| self.part(Section::PhraseCounts, at..at + 1).first().map_or(0, |&steps| phrases::count_of(steps));
        at.map_or(0, count)
    }

    /// The positions of a document's words.
    pub fn positions_of(&self, document: usize) -> Range<usize> {
        self.documents.get(document).map_or(0..0, |document| {
            let first = document.first_block as usize * BLOCK;
            first..first + document.words as usize
        })
    }

    /// The document that a position lies in.
    pub fn document_at(&self, position: usize) -> usize {
        let block = position / BLOCK;
        self.documents.partition_point(|document| document.first_block as usize <= block).saturating_sub(1)
    }

    /// Appends the words at some positions of one document; nothing for positions behind its last word.
    pub fn read_words(&self, range: Range<usize>, out: &mut Vec<WordId>) {
        let inside = self.positions_of(self.document_at(range.start));
        let range = range.start.max(inside.start)..range.end.min(inside.end);
        if range.is_empty() {
            return;
        }
        let mut position = range.start / BLOCK * BLOCK;
        while position < range.end {
            let count = BLOCK.min(inside.end - position);
            let before = out.len();
            take_words(&mut self.record(position / BLOCK), count, out);
            out.resize(before + count, WordId::MAX);
            out.truncate(before + count.min(range.end - position));
            out.drain(before..before + range.start.saturating_sub(position));
            position += BLOCK;
        }
    }

    /// The bytes of the words of the block that a position lies in, in its document.
    pub fn spans_around(&self, position: usize) -> Vec<Span> {
        let inside = self.positions_of(self.document_at(position));
        let first = position / BLOCK * BLOCK;
        let mut record = self.record(position / BLOCK);
        let mut words = Vec::with_capacity(BLOCK);
        take_words(&mut record, BLOCK.min(inside.end.saturating_sub(first)), &mut words);
        read_spans(record, words.into_iter().map(|word| self.string(word).len()))
    }

    fn string(&self, id: WordId) -> Range<usize> {
        let start = (id as usize).checked_sub(1).map_or(0, |before| self.number(Section::StringEnds, before));
        start as usize..self.number(Section::StringEnds, id as usize).max(start) as usize
    }

    fn record(&self, block: usize) -> &[u8] {
        let end = |at: usize| self.number(Section::RecordEnds, at) as usize;
        let start = if block == 0 { 0 } else { end(block - 1) };
        self.part(Section::Records, start..end(block))
    }

    /// The whole vocabulary, which is searched here and there: it is checked as a whole, once.
    fn vocabulary_bytes(&self) -> &[u8] {
        let range = self.header.range(Section::Vocabulary);
        if self.vocabulary_seen.load(Ordering::Relaxed) {
            return &self.pages.all()[range];
        }
        let bytes = self.pages.get(range);
        self.vocabulary_seen.store(!bytes.is_empty(), Ordering::Relaxed);
        bytes
    }

    /// One number of a section that is a table of numbers; 0 behind its end.
    fn number(&self, section: Section, at: usize) -> u32 {
        self.part(section, 4 * at..4 * at + 4).first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    /// Some bytes of a section, cut to it.
    fn part(&self, section: Section, part: Range<usize>) -> &[u8] {
        let whole = self.header.range(section);
        let at = |offset: usize| (whole.start + offset).min(whole.end);
        self.pages.get(at(part.start)..at(part.end).max(at(part.start)))
    }

    /// How many bytes a section has.
    fn len_of(&self, section: Section) -> usize {
        self.header.range(section).len()
    }
}

/// Binary search in a table of so many rising entries.
fn search(len: usize, compare: impl Fn(usize) -> Order) -> Option<usize> {
    let (mut from, mut to) = (0, len);
    while from < to {
        let middle = (from + to) / 2;
        match compare(middle) {
            Order::Less => from = middle + 1,
            Order::Greater => to = middle,
            Order::Equal => return Some(middle),
        }
    }
    None
}
