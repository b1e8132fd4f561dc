//! A segment: the words of some documents, as bytes in memory or in a file. It never changes.
//!
//! A *position* in a segment is the number of a block times [`BLOCK`] and the place in the block. Each document begins a new
//! block, so that the positions of its words follow one another.

use super::alphabet::Spelled;
use super::bits::{self, Ends};
use super::layout::{Header, SECTIONS, Section, SegmentError, Writer};
use super::pages::Pages;
use super::records::{BLOCK, Code, read_spans};
use super::rising::Rising;
use super::vocabulary::Vocabulary;
use super::{Blocks, WordId, phrases};
use crate::text::Span;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// The words of some documents.
#[derive(Debug)]
pub struct Segment {
    pages: Pages,
    header: Header,
    documents: Vec<Document>,
    /// Numbers of occurrences, falling, with the first word that has each.
    levels: OnceLock<Vec<(u32, WordId)>>,
    /// The sections that are made of others, where the words are few.
    spelled: Option<OnceLock<Spelled>>,
    /// How the words of a block are written.
    code: Code,
    /// Whether each section was found to be whole.
    seen: [AtomicBool; SECTIONS],
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
        let documents = pairs(pages.get(header.range(Section::Documents)));
        let documents = documents.map(|(first_block, words)| Document { first_block, words }).collect();
        let is_few = !header.range(Section::Alphabet).is_empty();
        let code = pages.get(header.range(Section::Code)).first_chunk().map(|lens| Code::new(*lens));
        let Some(code) = code else { return Err(SegmentError::Damaged) };
        if pages.is_damaged() {
            Err(SegmentError::Damaged)
        } else {
            Ok(Segment {
                pages,
                header,
                documents,
                levels: OnceLock::new(),
                spelled: is_few.then(OnceLock::new),
                code,
                seen: std::array::from_fn(|_| AtomicBool::new(false)),
            })
        }
    }

    /// Whether a part of its file was found to be another one than was written, or is gone.
    pub fn is_damaged(&self) -> bool {
        self.pages.look();
        self.pages.is_damaged()
    }

    /// Reads and checks the whole of it; gives whether it is whole.
    pub fn verify(&self) -> bool {
        self.pages.get(self.header.whole());
        !self.is_damaged()
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> usize {
        self.pages.len()
    }

    /// How many bytes its words, its lists of blocks, its vocabulary, its phrases and its candidates have.
    pub fn sizes(&self) -> [(&'static str, usize); 5] {
        let of = |sections: &[Section]| sections.iter().map(|&section| self.header.range(section).len()).sum();
        use Section::*;
        [
            ("words", of(&[Records, RecordEnds])),
            ("lists", of(&[Lists, ListStarts, Once, PairKeys, PairStarts, Pairs])),
            ("vocabulary", of(&[Vocabulary, Alphabet, Counts, Ranks, Strings, StringEnds])),
            ("phrases", of(&[Phrases, PhraseCounts])),
            ("candidates", of(&[Candidates, CandidateEnds])),
        ]
    }

    /// How many words it has, each as often as it occurs.
    pub fn words(&self) -> u64 {
        self.header.words
    }

    /// How many different words it has.
    pub fn vocabulary(&self) -> usize {
        self.vocabulary_table().len()
    }

    /// How many documents it has.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// The number of a folded word.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        self.vocabulary_table().get(folded)
    }

    /// The folded word of a number.
    pub fn word(&self, id: WordId) -> &str {
        std::str::from_utf8(self.part(Section::Strings, self.string(id))).unwrap_or_default()
    }

    /// The words that one added, dropped, changed or swapped character makes of a folded word.
    pub fn near(&self, folded: &str) -> Vec<WordId> {
        self.vocabulary_table().near(folded)
    }

    /// Up to `most` words that begin with `prefix`, in alphabetical order.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<WordId> {
        self.vocabulary_table().starting_with(prefix, most)
    }

    /// Up to `most` words, the commonest first, that begin with what one added, dropped, changed or swapped character makes
    /// of `beginning`. None for beginnings of up to three letters.
    pub fn near_beginnings(&self, beginning: &str, most: usize) -> Vec<WordId> {
        self.vocabulary_table().near_beginnings(beginning, most)
    }

    /// How often a word occurs.
    pub fn count(&self, id: WordId) -> u32 {
        let levels = self.levels();
        let level = levels.partition_point(|&(_, first)| first <= id);
        level.checked_sub(1).map_or(0, |level| levels[level].0)
    }

    /// The blocks that a word stands in.
    pub fn blocks(&self, id: WordId) -> Blocks<'_> {
        let once = self.levels().last().filter(|level| level.0 == 1).map_or(WordId::MAX, |level| level.1);
        match id.checked_sub(once) {
            Some(place) => Blocks::one(bits::entry(self.whole(Section::Once), place as usize)),
            None => Blocks::new(self.list(Section::Lists, Section::ListStarts, id as usize)),
        }
    }

    /// The blocks in which one word stands right before another; `None` where that is not known since one of the two is not
    /// common.
    pub fn pair_blocks(&self, first: WordId, second: WordId) -> Option<Blocks<'_>> {
        let key = phrases::pair_key(first, second)?;
        if !phrases::has_list(first, second, self.count(first.max(second))) {
            return None;
        }
        let place = self.rising(Section::PairKeys).find(key);
        Some(Blocks::new(place.map_or(&[], |place| self.list(Section::Pairs, Section::PairStarts, place))))
    }

    /// How often one word stands right before another, about; 0 where it does so no more than three times, or no more
    /// than any other word.
    pub fn pair_count(&self, first: WordId, second: WordId) -> u32 {
        if let Some(blocks) = self.pair_blocks(first, second) {
            return blocks.len() as u32;
        }
        let known = self.rising(Section::Phrases);
        let place = known.find(phrases::key(first, second, known.len()));
        let count =
            |at| self.part(Section::PhraseCounts, at..at + 1).first().map_or(0, |&steps| phrases::count_of(steps));
        place.map_or(0, count)
    }

    /// The positions of a document's words.
    pub fn positions_of(&self, document: usize) -> Range<usize> {
        self.documents.get(document).map_or(0..0, |document| {
            let first = document.first_block as usize * BLOCK;
            first..first + document.words as usize
        })
    }

    /// Whether the candidates for concepts of its documents are known.
    pub fn is_extracted(&self) -> bool {
        self.ends(Section::CandidateEnds).len() == self.documents.len()
    }

    /// The candidates for concepts of a document, as [`crate::extraction::encode`] wrote them.
    pub fn candidates_of(&self, document: usize) -> &[u8] {
        let inside = self.ends(Section::CandidateEnds).before(document);
        self.part(Section::Candidates, inside)
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
            let count = BLOCK.min(range.end - position);
            let before = out.len();
            self.code.take(&mut self.record(position / BLOCK), count, out);
            out.resize(before + count, WordId::MAX);
            out.drain(before..before + range.start.saturating_sub(position));
            position += BLOCK;
        }
    }

    /// The bytes of the words of the block that a position lies in, from the block's first to the one at the position.
    pub fn spans_until(&self, position: usize) -> Vec<Span> {
        let inside = self.positions_of(self.document_at(position));
        let count = BLOCK.min(inside.end.saturating_sub(position / BLOCK * BLOCK));
        let mut record = self.record(position / BLOCK);
        let mut words = Vec::with_capacity(BLOCK);
        self.code.take(&mut record, count, &mut words);
        words.truncate(position % BLOCK + 1);
        let strings = self.ends(Section::StringEnds);
        read_spans(record, count, words.into_iter().map(|word| strings.before(word as usize).len()))
    }

    /// Adds all sections before `next` to another file; `None` where they are damaged.
    pub(super) fn copy_before(&self, next: Section, writer: &mut Writer) -> Option<()> {
        let sections = self.pages.get(self.header.before(next));
        writer.add_all_before(next, &self.header, sections);
        (!sections.is_empty()).then_some(())
    }

    fn string(&self, id: WordId) -> Range<usize> {
        self.ends(Section::StringEnds).before(id as usize)
    }

    fn record(&self, block: usize) -> &[u8] {
        self.part(Section::Records, self.ends(Section::RecordEnds).before(block))
    }

    /// One of the lists of a section, given the section that says where each starts.
    fn list(&self, lists: Section, starts: Section, place: usize) -> &[u8] {
        let starts = self.rising(starts);
        self.part(lists, starts.get(place) as usize..starts.get(place + 1) as usize)
    }

    fn vocabulary_table(&self) -> Vocabulary<'_> {
        Vocabulary { words: self.whole(Section::Vocabulary), ranks: self.whole(Section::Ranks) }
    }

    fn ends(&self, section: Section) -> Ends<'_> {
        Ends::new(self.whole(section))
    }

    fn rising(&self, section: Section) -> Rising<'_> {
        Rising::new(self.whole(section))
    }

    fn levels(&self) -> &[(u32, WordId)] {
        self.levels.get_or_init(|| pairs(self.whole(Section::Counts)).collect())
    }

    /// A section that is made of others, where the words are few.
    fn made(&self, section: Section) -> Option<&[u8]> {
        let spelled = self.spelled.as_ref()?;
        let of: fn(&Spelled) -> &[u8] = match section {
            Section::Counts => |all| &all.counts,
            Section::Ranks => |all| &all.ranks,
            Section::Strings => |all| &all.strings,
            Section::StringEnds => |all| &all.ends,
            _ => return None,
        };
        Some(of(spelled.get_or_init(|| Spelled::made(self.whole(Section::Vocabulary), self.whole(Section::Alphabet)))))
    }

    /// A whole section, which is searched here and there: it is checked as a whole, once.
    fn whole(&self, section: Section) -> &[u8] {
        if let Some(made) = self.made(section) {
            return made;
        }
        let (range, seen) = (self.header.range(section), &self.seen[section as usize]);
        if seen.load(Ordering::Relaxed) && !self.pages.is_damaged() {
            return &self.pages.all()[range];
        }
        let bytes = self.pages.get(range);
        seen.store(!bytes.is_empty(), Ordering::Relaxed);
        bytes
    }

    /// Some bytes of a section, cut to it.
    fn part(&self, section: Section, part: Range<usize>) -> &[u8] {
        if let Some(made) = self.made(section) {
            return made.get(part).unwrap_or_default();
        }
        let whole = self.header.range(section);
        let at = |offset: usize| (whole.start + offset).min(whole.end);
        self.pages.get(at(part.start)..at(part.end).max(at(part.start)))
    }
}

/// Numbers of four bytes each, two by two.
fn pairs(bytes: &[u8]) -> impl Iterator<Item = (u32, u32)> {
    bytes.as_chunks::<8>().0.iter().map(|pair| {
        let number = |at: usize| u32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]);
        (number(0), number(4))
    })
}
