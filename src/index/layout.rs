//! The layout of a segment's file: a header with a checksum, the sections, and the checksum of every page.

use super::pages::{PAGE, Pages, sums};
use std::ops::Range;

/// The parts of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The first block and the number of words of each document.
    Documents,
    /// A finite-state transducer from folded words to their places in the alphabet.
    Vocabulary,
    /// How often the word at each place in the alphabet occurs: of few words only, from which the next four sections are
    /// made when they are asked for, and which are empty then.
    Alphabet,
    /// Numbers of occurrences, falling, each with the first word that has it.
    Counts,
    /// The number of the word at each place in the alphabet, in as few bits as they need.
    Ranks,
    /// The folded words in the order of their numbers.
    Strings,
    /// Where each of them ends.
    StringEnds,
    /// The blocks of each word that occurs more than once, rising.
    Lists,
    /// Where each list starts, and where the last one ends; rising.
    ListStarts,
    /// The block of each word that occurs once, in as few bits as they need.
    Once,
    /// The pairs of common words that stand next to each other, rising.
    PairKeys,
    /// Where the list of each pair starts, and where the last one ends; rising.
    PairStarts,
    /// The blocks of each pair, rising.
    Pairs,
    /// How the words of a block are written.
    Code,
    /// The words and spans of each block.
    Records,
    /// Where each record ends.
    RecordEnds,
    /// Fingerprints of the pairs that occur often, rising.
    Phrases,
    /// How often each does.
    PhraseCounts,
    /// The candidates for concepts of each document, as [`crate::extraction::encode`] writes them.
    Candidates,
    /// Where those of each document end.
    CandidateEnds,
}

/// How many there are.
pub(super) const SECTIONS: usize = Section::CandidateEnds as usize + 1;
const MAGIC: &[u8; 8] = b"glossIDX";
/// To be raised whenever the layout, the folding of words or what is extracted changes: an older file is then made anew.
const VERSION: u64 = 21;
/// The magic, the version, the length of the file, the number of words, the end of each section, and two checksums.
const HEADER: usize = 8 * (4 + SECTIONS + 1);

/// Why a file cannot be used as a segment.
#[derive(Debug, thiserror::Error)]
pub enum SegmentError {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is none, or one of another version.
    #[error("this is no index of this version")]
    Other,
    /// It is not as it was written.
    #[error("this index is damaged")]
    Damaged,
}

/// Puts sections together.
#[derive(Default)]
pub(super) struct Writer {
    body: Vec<u8>,
    ends: Vec<u64>,
}

impl Writer {
    /// Adds a section; they come in the order of [`Section`].
    pub fn add(&mut self, section: Section, bytes: &[u8]) {
        debug_assert_eq!(section as usize, self.ends.len());
        if self.body.is_empty() {
            self.body.resize(HEADER, 0);
        }
        self.body.extend_from_slice(bytes);
        self.ends.push(self.body.len() as u64);
    }

    /// Adds all sections before `next`, as they stand in another file that has this header.
    pub fn add_all_before(&mut self, next: Section, header: &Header, sections: &[u8]) {
        debug_assert!(self.ends.is_empty());
        self.body.resize(HEADER, 0);
        self.body.extend_from_slice(sections);
        self.ends = header.ends[..next as usize].iter().map(|&end| end as u64).collect();
    }

    /// The whole file, for a segment of so many words.
    pub fn finish(mut self, words: u64) -> Vec<u8> {
        // Pages are counted from the end of the header, which has a checksum of its own.
        let table = sums(&self.body[HEADER..]).into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>();
        let len = (self.body.len() + table.len()) as u64;
        let mut header = MAGIC.to_vec();
        for number in [VERSION, len, words].into_iter().chain(self.ends) {
            header.extend(number.to_le_bytes());
        }
        header.extend(crc32fast::hash(&table).to_le_bytes());
        header.extend(crc32fast::hash(&header).to_le_bytes());
        self.body[..HEADER].copy_from_slice(&header);
        self.body.extend(table);
        self.body
    }
}

/// What the header of a file says.
#[derive(Debug)]
pub(super) struct Header {
    pub words: u64,
    ends: [usize; SECTIONS],
}

impl Header {
    /// Reads the header and has the pages of a mapped file checked from now on.
    pub fn read(pages: &mut Pages) -> Result<Self, SegmentError> {
        let all = pages.all();
        let header = all.get(..HEADER).ok_or(SegmentError::Other)?;
        let number = |i: usize| u64::from_le_bytes(header[8 * i..8 * i + 8].try_into().unwrap_or_default());
        if &header[..8] != MAGIC || number(1) != VERSION {
            return Err(SegmentError::Other);
        }
        let sum = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().unwrap_or_default());
        if crc32fast::hash(&header[..HEADER - 4]) != sum(HEADER - 4) || number(2) != all.len() as u64 {
            return Err(SegmentError::Damaged);
        }
        let ends: [usize; SECTIONS] = std::array::from_fn(|i| number(4 + i) as usize);
        let end = ends[SECTIONS - 1];
        let table = all.get(end..).filter(|_| ends[0] >= HEADER && ends.is_sorted()).ok_or(SegmentError::Damaged)?;
        if crc32fast::hash(table) != sum(HEADER - 8) || table.len() != 4 * (end - HEADER).div_ceil(PAGE) {
            return Err(SegmentError::Damaged);
        }
        let words = number(3);
        if pages.is_mapped() {
            let sums = table.as_chunks::<4>().0.iter().map(|sum| u32::from_le_bytes(*sum)).collect();
            pages.check_with(HEADER..end, sums);
        }
        Ok(Header { words, ends })
    }

    /// Which bytes all sections have together.
    pub fn whole(&self) -> Range<usize> {
        HEADER..self.ends[SECTIONS - 1]
    }

    /// Which bytes all sections before this one have together.
    pub fn before(&self, section: Section) -> Range<usize> {
        HEADER..self.range(section).start
    }

    /// Which bytes a section has.
    pub fn range(&self, section: Section) -> Range<usize> {
        let number = section as usize;
        let start = if number == 0 { HEADER } else { self.ends[number - 1] };
        start..self.ends[number].max(start)
    }
}
