//! Where words follow one another in the index: the rarest of them leads to the blocks that may have them.

use crate::concepts::MOST_BETWEEN;
use crate::index::{BLOCK, Segment, WordId};
use crate::trace::Place;

/// Of a concept that stands in more paragraphs than these, the rest of them is not read.
pub(super) const MOST_PARAGRAPHS: usize = 1000;
/// Blocks of words that are looked through for one term.
const MOST_BLOCKS: usize = 8192;

/// Places that may be occurrences.
pub(super) struct Candidates {
    pub places: Vec<Place>,
    /// Whether there are more of them than were looked for.
    pub more: bool,
    /// How far they are looked for.
    pub limits: Limits,
}

/// How far a search goes.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// Paragraphs read for a concept.
    pub paragraphs: usize,
    /// Blocks of words looked through for a term.
    blocks: usize,
}

impl Limits {
    pub const USUAL: Limits = Limits { paragraphs: MOST_PARAGRAPHS, blocks: MOST_BLOCKS };
    pub const NONE: Limits = Limits { paragraphs: usize::MAX, blocks: usize::MAX };
}

impl Candidates {
    /// The places in the order of the corpus.
    pub fn sorted(mut self) -> Vec<Place> {
        self.places.sort_unstable_by_key(|place| (place.source, place.span));
        self.places
    }

    /// Adds the places in a segment where one of each of these words follows one of those before it, with an article
    /// between the two at most, or once with the part of a coordination.
    pub fn in_segment(
        &mut self,
        segment: &Segment,
        ids: &[Vec<WordId>],
        small: &SmallWords,
        place: impl Fn(usize, usize) -> Option<Place>,
    ) {
        let count = |ids: &Vec<WordId>| ids.iter().map(|&id| u64::from(segment.count(id))).sum::<u64>();
        let Some(rarest) = (0..ids.len()).min_by_key(|&word| count(&ids[word])) else { return };
        let most = self.limits.blocks;
        let mut blocks: Vec<u32> =
            ids[rarest].iter().flat_map(|&id| segment.blocks(id).take(most.saturating_add(1))).collect();
        blocks.sort_unstable();
        blocks.dedup();
        if blocks.len() > most {
            self.more = true;
            blocks.truncate(most);
        }
        let (mut block, mut here) = (Vec::new(), Vec::new());
        for base in blocks.into_iter().map(|block| block as usize * BLOCK) {
            block.clear();
            segment.read_words(base..base + BLOCK, &mut block);
            for (slot, _) in block.iter().enumerate().filter(|(_, word)| ids[rarest].contains(word)) {
                if let Some((start, end)) = stands(segment, ids, small, (rarest, base + slot), &mut here) {
                    self.places.extend(place(start, end));
                }
            }
        }
    }
}

/// Words of a segment that may stand between those of a term.
pub(super) struct SmallWords {
    pub articles: Vec<WordId>,
    pub conjunctions: Vec<WordId>,
}

/// The positions of the first and the last of these words where one of each stands in order around the word `word` at `at`.
fn stands(
    segment: &Segment,
    ids: &[Vec<WordId>],
    small: &SmallWords,
    (word, at): (usize, usize),
    here: &mut Vec<WordId>,
) -> Option<(usize, usize)> {
    let inside = segment.positions_of(segment.document_at(at));
    let reach = if ids.len() > 1 { MOST_BETWEEN } else { 0 };
    let start = at.saturating_sub(2 * word + reach).max(inside.start);
    here.clear();
    segment.read_words(start..(at + 2 * (ids.len() - word) + reach).min(inside.end), here);
    let around = Around { here, small };
    let (first, last) = around.stand(ids, word, at - start).or_else(|| {
        let is_coordinated = ids.len() > 1 && here.iter().any(|id| small.conjunctions.contains(id));
        is_coordinated.then(|| around.stand_apart(ids, word, at - start)).flatten()
    })?;
    Some((start + first, start + last))
}

/// The words around a place.
struct Around<'a> {
    here: &'a [WordId],
    small: &'a SmallWords,
}

impl Around<'_> {
    /// Where the first and the last of these words stand, if the word `word` stands at `at`.
    fn stand(&self, ids: &[Vec<WordId>], word: usize, at: usize) -> Option<(usize, usize)> {
        Some((self.before(&ids[..word], at)?, self.behind(&ids[word + 1..], at)?))
    }

    /// The same where some of them and the others stand apart.
    fn stand_apart(&self, ids: &[Vec<WordId>], word: usize, at: usize) -> Option<(usize, usize)> {
        let is_parted = |from: usize, to: usize| {
            let between = self.here.get(from + 1..to);
            between.is_some_and(|between| between.iter().any(|id| self.small.conjunctions.contains(id)))
        };
        let gaps = 3..=MOST_BETWEEN + 1;
        (1..ids.len()).find_map(|split| {
            let (left, right) = ids.split_at(split);
            if word < split {
                let (first, last) = self.stand(left, word, at)?;
                gaps.clone().filter(|gap| is_parted(last, last + gap)).find_map(|gap| {
                    let is_it = right[0].contains(self.here.get(last + gap)?);
                    Some((first, self.behind(&right[1..], last + gap).filter(|_| is_it)?))
                })
            } else {
                let (first, last) = self.stand(right, word - split, at)?;
                gaps.clone().filter(|&gap| first >= gap && is_parted(first - gap, first)).find_map(|gap| {
                    let is_it = left[split - 1].contains(&self.here[first - gap]);
                    Some((self.before(&left[..split - 1], first - gap).filter(|_| is_it)?, last))
                })
            }
        })
    }

    /// Where the first of these words stands, if they stand before `at`.
    fn before(&self, ids: &[Vec<WordId>], at: usize) -> Option<usize> {
        ids.iter().rev().try_fold(at, |at, wanted| {
            let mut first = at.checked_sub(1)?;
            if !wanted.contains(&self.here[first]) {
                first = first.checked_sub(1).filter(|&before| self.small.articles.contains(&self.here[before + 1]))?;
            }
            wanted.contains(&self.here[first]).then_some(first)
        })
    }

    /// Where the last of these words stands, if they stand behind `at`.
    fn behind(&self, ids: &[Vec<WordId>], at: usize) -> Option<usize> {
        ids.iter().try_fold(at, |at, wanted| {
            let mut last = at + 1;
            if !wanted.contains(self.here.get(last)?) {
                last += usize::from(self.small.articles.contains(&self.here[last]));
            }
            wanted.contains(self.here.get(last)?).then_some(last)
        })
    }
}
