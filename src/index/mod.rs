//! Where each word of the corpus stands: an immutable snapshot of segments, each of which holds the words of some documents
//! in order, the blocks of text that each word stands in, and a vocabulary that can be asked for near forms. Tracing, the
//! occurrences of terms and completion share it.

mod alphabet;
mod begun;
mod bits;
mod builder;
mod collect;
mod later;
mod layout;
mod merge;
mod pages;
mod part;
mod phrases;
mod postings;
mod records;
mod rising;
mod search;
mod segment;
mod store;
mod torn;
mod vocabulary;

pub use builder::{Builder, encode};
pub use collect::in_memory;
pub use layout::SegmentError;
pub use merge::merge;
pub use postings::Blocks;
pub use records::BLOCK;
pub use segment::Segment;
pub use store::{Extracted, Figures, Recalled, Store, Unextracted, Watch};
pub use vocabulary::within_one_edit;

use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// A word's number in the vocabulary of a segment: common words have small ones.
pub type WordId = u32;

/// The document in a segment that holds the words of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// The segment's number in the index.
    pub segment: usize,
    /// The document's number in the segment.
    pub document: usize,
}

/// The words of all sources.
///
/// A *position* is the number of a word in its segment, with the number of the segment in the bits above. The positions of
/// a source follow one another.
#[derive(Debug, Default)]
pub struct Index {
    segments: Vec<Arc<Segment>>,
    /// By the number of the source.
    homes: Vec<Option<Home>>,
    /// The source of each document of each segment; documents that no source lives in are no longer there.
    owners: Vec<Vec<Option<u32>>>,
    /// Whether a segment has words of sources that are gone.
    has_dead: Vec<bool>,
    words: u64,
}

/// A folded word, looked up in all segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    ids: Box<[Option<WordId>]>,
    count: u64,
}

/// The words at some positions of one source.
pub struct Stretch<'a> {
    /// The segment that knows them.
    pub segment: &'a Segment,
    /// Its number.
    pub number: usize,
    /// The position of the first of them.
    pub start: usize,
    /// The words.
    pub words: Vec<WordId>,
}

/// Pairs of words that stand so often are counted one by one where some of their places may be gone.
const MOST_EXACT: u32 = 16;

#[cfg(not(target_pointer_width = "64"))]
compile_error!("positions need 64 bits");

/// Where the number of the segment begins in a position.
const SEGMENT: u32 = 32;

fn split(position: usize) -> (usize, usize) {
    (position >> SEGMENT, position & ((1 << SEGMENT) - 1))
}

fn join(segment: usize, position: usize) -> usize {
    segment << SEGMENT | position
}

impl Index {
    /// The snapshot of these segments in which each source lives where `homes` says, by its number; `None` for a source
    /// without words that can be searched.
    pub fn new(segments: Vec<Arc<Segment>>, homes: Vec<Option<Home>>) -> Self {
        let mut owners: Vec<Vec<Option<u32>>> =
            segments.iter().map(|segment| vec![None; segment.documents()]).collect();
        for (source, home) in homes.iter().enumerate() {
            let owner = home.and_then(|home| owners.get_mut(home.segment)?.get_mut(home.document));
            if let Some(owner) = owner {
                *owner = Some(source as u32);
            }
        }
        let words = segments.iter().map(|segment| segment.words()).sum();
        let has_dead = owners.iter().map(|owners| owners.contains(&None)).collect();
        Index { segments, homes, owners, has_dead, words }
    }

    /// The snapshot of sources whose words were collected in this order.
    #[cfg(test)]
    pub fn of(builders: Vec<Builder>) -> Self {
        let sources = builders.iter().map(Builder::sources).sum();
        let homes = (0..sources).map(|document| Some(Home { segment: 0, document })).collect();
        // What was encoded this moment has a header that can be read.
        let segment = Segment::from_bytes(encode(builders)).ok().map(Arc::new);
        Index::new(segment.into_iter().collect(), homes)
    }

    /// The segments.
    pub fn segments(&self) -> &[Arc<Segment>] {
        &self.segments
    }

    /// Where a source lives.
    pub fn home(&self, source: usize) -> Option<Home> {
        self.homes.get(source).copied().flatten()
    }

    /// How many words the corpus has.
    pub fn len(&self) -> usize {
        self.words as usize
    }

    /// Whether the corpus has no word.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// Whether a segment was found to be damaged, so that what it held is missing.
    pub fn is_damaged(&self) -> bool {
        self.segments.iter().any(|segment| segment.is_damaged())
    }

    /// Looks a folded word up.
    pub fn look_up(&self, folded: &str) -> Term {
        let ids: Box<[Option<WordId>]> = self.segments.iter().map(|segment| segment.get(folded)).collect();
        let counts = self.segments.iter().zip(&ids).filter_map(|(segment, id)| Some(u64::from(segment.count((*id)?))));
        Term { count: counts.sum(), ids }
    }

    /// The words that become `folded` by adding, dropping, changing or swapping one letter, rarest first. None for words
    /// of up to three letters, which all resemble each other.
    pub fn near(&self, folded: &str) -> Vec<Term> {
        if folded.chars().nth(3).is_none() {
            return Vec::new();
        }
        self.merged(|segment| segment.near(folded))
    }

    /// Words that begin with `prefix`, up to `most` of each segment's, rarest first.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<Term> {
        self.merged(|segment| segment.starting_with(prefix, most))
    }

    /// The words that each segment gives, the same word of several segments once.
    fn merged(&self, words: impl Fn(&Segment) -> Vec<WordId>) -> Vec<Term> {
        let of = |segment: &Arc<Segment>| words(segment).into_iter().map(|id| segment.word(id).to_string()).collect();
        let mut all: Vec<String> = self.segments.iter().flat_map::<Vec<String>, _>(of).collect();
        all.sort_unstable();
        all.dedup();
        let mut terms: Vec<Term> = all.iter().map(|word| self.look_up(word)).collect();
        terms.sort_by_key(Term::count);
        terms
    }

    /// The folded word at a position.
    pub fn word(&self, position: usize) -> &str {
        let (number, local) = split(position);
        let Some(segment) = self.segments.get(number) else { return "" };
        let mut word = Vec::new();
        segment.read_words(local..local + 1, &mut word);
        word.first().map_or("", |&word| segment.word(word))
    }

    /// The words at the positions `range`, cut to the source that its start lies in.
    pub fn stretch(&self, range: Range<usize>) -> Option<Stretch<'_>> {
        let (number, local) = split(range.start);
        let segment = self.segments.get(number)?;
        let mut words = Vec::new();
        segment.read_words(local..local + range.len(), &mut words);
        Some(Stretch { segment, number, start: range.start, words })
    }

    /// The folded words at the positions `range` of one source.
    pub fn words(&self, range: Range<usize>) -> Vec<&str> {
        let stretch = self.stretch(range);
        stretch.map_or_else(Vec::new, |s| s.words.iter().map(|&word| s.segment.word(word)).collect())
    }

    /// The number of the source that a position lies in; `None` where the source is gone.
    pub fn source_at(&self, position: usize) -> Option<usize> {
        let (number, local) = split(position);
        let document = self.segments.get(number)?.document_at(local);
        self.owners[number].get(document).copied().flatten().map(|source| source as usize)
    }

    /// The sources that have words among these positions, and the positions of each.
    pub fn sources_in(&self, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let (number, local) = split(range.start);
        let Some(segment) = self.segments.get(number) else { return Vec::new() };
        let documents = segment.document_at(local)..=segment.document_at(local + range.len().saturating_sub(1));
        let sources = documents.filter_map(|document| Some((*self.owners[number].get(document)?)? as usize));
        sources.map(|source| (source, self.positions_of(source))).filter(|(_, all)| !all.is_empty()).collect()
    }

    /// The number of a segment's first block, where all blocks are numbered as [`BLOCK`] positions each.
    pub fn first_block(&self, segment: usize) -> usize {
        join(segment, 0) / BLOCK
    }

    /// The first position of the segment that a position lies in.
    pub fn segment_start(&self, position: usize) -> usize {
        join(split(position).0, 0)
    }

    /// The positions of the source that a position lies in.
    pub fn positions_around(&self, position: usize) -> Range<usize> {
        self.source_at(position).map_or(0..0, |source| self.positions_of(source))
    }

    /// The positions of a source.
    pub fn positions_of(&self, source: usize) -> Range<usize> {
        let Some(home) = self.home(source) else { return 0..0 };
        let Some(segment) = self.segments.get(home.segment) else { return 0..0 };
        let local = segment.positions_of(home.document);
        join(home.segment, local.start)..join(home.segment, local.end)
    }

    /// Whether the candidates for concepts of all sources are known.
    pub fn is_extracted(&self) -> bool {
        let mut all = self.segments.iter().zip(&self.owners);
        all.all(|(segment, owners)| segment.is_extracted() || owners.iter().all(Option::is_none))
    }

    /// The candidates for concepts of a source, as [`crate::extraction::encode`] wrote them; none of one without words, or
    /// where they are not known.
    pub fn candidates_of(&self, source: usize) -> &[u8] {
        let home = self.home(source);
        let found = home.and_then(|home| Some(self.segments.get(home.segment)?.candidates_of(home.document)));
        found.unwrap_or_default()
    }

    /// The bytes of the word at a position, in its source.
    pub fn span(&self, position: usize) -> Span {
        let (number, local) = split(position);
        let spans = self.segments.get(number).map(|segment| segment.spans_until(local));
        spans.and_then(|spans| spans.get(local % BLOCK).copied()).unwrap_or(Span::new(0, 0))
    }

    /// The bytes from the first to the last of the words at the positions `range`, at least one, of one source.
    pub fn extent(&self, range: Range<usize>) -> Span {
        let last = range.end - 1;
        if range.start / BLOCK != last / BLOCK {
            return self.span(range.start).join(self.span(last));
        }
        let (number, local) = split(range.start);
        let spans = self.segments.get(number).map(|segment| segment.spans_until(split(last).1)).unwrap_or_default();
        let inside = spans.get(local % BLOCK).zip(spans.get(last % BLOCK));
        inside.map_or(Span::new(0, 0), |(first, last)| first.join(*last))
    }

    /// The bytes of the words at the positions `range` of one source; of fewer words where it ends before.
    pub fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let (number, local) = split(range.start);
        let Some(segment) = self.segments.get(number) else { return Vec::new() };
        let mut spans = Vec::with_capacity(range.len());
        let mut position = local;
        while spans.len() < range.len() {
            let from = position % BLOCK;
            let last = (BLOCK - 1).min(from + range.len() - spans.len() - 1);
            let block = segment.spans_until(position - from + last);
            spans.extend(block.get(from..).unwrap_or_default());
            if block.len() <= last {
                break;
            }
            position += BLOCK - from;
        }
        spans
    }

    /// How much it tells that a word stands somewhere, in nats: the negative logarithm of how often it occurs, smoothed
    /// with [`PRIOR`] words of other prose so that a tiny corpus does not find its few words telling.
    pub fn weight(&self, term: &Term) -> f32 {
        self.weight_of(term.count)
    }

    /// The same for a word that occurs so often.
    pub fn weight_of(&self, count: u64) -> f32 {
        let share = (count.max(1) as f32 + PRIOR * UNSEEN) / (self.words as f32 + PRIOR);
        (-share.ln()).max(0.1)
    }

    /// How much a word tells where the word before it is known to stand before it, in nats: as much as by itself, unless
    /// the two are a common phrase. The place at hand does not count: what stands once in the corpus is no phrase.
    pub fn weight_after(&self, before: &Term, word: &Term) -> f32 {
        let alone = self.weight(word);
        let ids = before.ids.iter().zip(&word.ids);
        let counts = ids.enumerate().filter_map(|(number, (&before, &word))| self.pairs(number, [before?, word?]));
        match counts.sum::<u32>() {
            0 => alone,
            count => {
                let share = (count - 1) as f32 / (before.count as f32 + PAIR_PRIOR);
                alone.min((-share.ln()).max(0.1))
            }
        }
    }

    /// How often two words stand one behind the other in a segment. Rare pairs of sources that are gone do not count.
    fn pairs(&self, number: usize, [before, word]: [WordId; 2]) -> Option<u32> {
        let segment = self.segments.get(number)?;
        let count = segment.pair_count(before, word);
        if !self.has_dead[number] || count == 0 || count > MOST_EXACT {
            return Some(count);
        }
        let lives = |&position: &usize| self.source_at(join(number, position)).is_some();
        Some(segment.phrase(&[before, word]).iter().filter(|position| lives(position)).count() as u32)
    }
}

impl Term {
    /// How often it occurs.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Its number in a segment.
    pub fn id_in(&self, segment: usize) -> Option<WordId> {
        self.ids.get(segment).copied().flatten()
    }
}

/// Other continuations that a word is thought to have.
const PAIR_PRIOR: f32 = 5.0;

/// Words of other prose that a corpus is thought to be read with.
const PRIOR: f32 = 300.0;
/// How often an average word occurs there.
const UNSEEN: f32 = 1e-4;

#[cfg(test)]
mod tests;
