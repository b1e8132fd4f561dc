//! Where words follow one another in the index: the rarest of them leads to the blocks that may have them.

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
    /// between the two at most.
    pub fn in_segment(
        &mut self,
        segment: &Segment,
        ids: &[Vec<WordId>],
        articles: &[WordId],
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
                if let Some((start, end)) = stands(segment, ids, articles, (rarest, base + slot), &mut here) {
                    self.places.extend(place(start, end));
                }
            }
        }
    }
}

/// The positions of the first and the last of these words where one of each stands in order around the word `word` at `at`.
fn stands(
    segment: &Segment,
    ids: &[Vec<WordId>],
    articles: &[WordId],
    (word, at): (usize, usize),
    here: &mut Vec<WordId>,
) -> Option<(usize, usize)> {
    let inside = segment.positions_of(segment.document_at(at));
    let start = at.saturating_sub(2 * word).max(inside.start);
    here.clear();
    segment.read_words(start..(at + 2 * (ids.len() - word)).min(inside.end), here);
    let (mut first, mut last) = (at - start, at - start);
    for wanted in ids[..word].iter().rev() {
        first = first.checked_sub(1)?;
        if !wanted.contains(&here[first]) {
            first = first.checked_sub(1).filter(|&before| articles.contains(&here[before + 1]))?;
        }
        wanted.contains(&here[first]).then_some(())?;
    }
    for wanted in &ids[word + 1..] {
        last += 1;
        if !wanted.contains(here.get(last)?) {
            last += usize::from(articles.contains(&here[last]));
        }
        wanted.contains(here.get(last)?).then_some(())?;
    }
    Some((start + first, start + last))
}
