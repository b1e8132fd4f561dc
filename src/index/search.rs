//! Every place where words stand one behind the other, found through the rarest of them and of the pairs of common ones.

use super::records::BLOCK;
use super::{Blocks, Index, Segment, Term, WordId, join};

/// Words read for one search, at most: a text of one word repeated has more places than anybody wants.
const BUDGET: usize = 4_000_000;
/// Lists that must all have a block before it is read.
const LISTS: usize = 4;
/// Where a word stands in no more blocks, no pair is rarer by enough to be worth looking up.
const RARE: u32 = 32;

impl Index {
    /// The positions, rising, at which all of `terms` stand one after the other in one source.
    pub fn phrase<'t>(&self, terms: impl IntoIterator<Item = &'t Term, IntoIter: Clone>) -> Vec<usize> {
        let mut found = Vec::new();
        let terms = terms.into_iter();
        for (number, segment) in self.segments.iter().enumerate() {
            let Some(ids) = terms.clone().map(|term| term.id_in(number)).collect::<Option<Vec<WordId>>>() else {
                continue;
            };
            let mut positions = segment.phrase(&ids);
            positions.retain(|&position| self.source_at(join(number, position)).is_some());
            found.extend(positions.into_iter().map(|position| join(number, position)));
        }
        found
    }
}

/// A word or a pair of the phrase, and where it stands.
pub(super) struct Element<'a> {
    /// Which word of the phrase it begins with.
    pub offset: usize,
    pub blocks: Blocks<'a>,
}

impl Segment {
    /// The positions in it, rising, at which words stand one behind the other.
    pub(super) fn phrase(&self, ids: &[WordId]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut elements = self.elements(ids);
        if elements.is_empty() || elements.iter().any(|element| element.blocks.is_empty()) {
            return found;
        }
        let mut lead = elements.swap_remove(0);
        let (mut block, mut words, mut budget) = (Vec::with_capacity(BLOCK), Vec::with_capacity(ids.len()), BUDGET);
        while let Some(number) = lead.blocks.next() {
            if !elements.iter_mut().all(|element| element.may_stand(number, lead.offset)) {
                continue;
            }
            let base = number as usize * BLOCK;
            let inside = self.positions_of(self.document_at(base));
            block.clear();
            self.read_words(base..base + BLOCK, &mut block);
            for (slot, _) in block.iter().enumerate().filter(|(_, word)| **word == ids[lead.offset]) {
                let Some(start) = (base + slot).checked_sub(lead.offset).filter(|start| *start >= inside.start) else {
                    continue;
                };
                if start + ids.len() > inside.end || !agrees(&block, base, ids, start) {
                    continue;
                }
                words.clear();
                self.read_words(start..start + ids.len(), &mut words);
                if words == ids {
                    found.push(start);
                }
                budget = budget.saturating_sub(ids.len());
            }
            budget = budget.saturating_sub(BLOCK);
            if budget == 0 {
                break;
            }
        }
        found
    }

    /// The rarest words and pairs of a phrase, the rarest first.
    pub(super) fn elements(&self, ids: &[WordId]) -> Vec<Element<'_>> {
        let mut singles: Vec<(u32, usize)> = ids.iter().map(|&id| self.count(id)).zip(0..).collect();
        let is_rare = singles.iter().any(|&(count, _)| count <= RARE);
        let pairs = ids
            .windows(2)
            .enumerate()
            .filter(|_| !is_rare)
            .filter_map(|(offset, pair)| Some(Element { offset, blocks: self.pair_blocks(pair[0], pair[1])? }));
        let mut elements: Vec<Element> = pairs.collect();
        if singles.len() > LISTS {
            singles.select_nth_unstable(LISTS - 1);
            singles.truncate(LISTS);
        }
        elements.extend(singles.into_iter().map(|(_, offset)| Element { offset, blocks: self.blocks(ids[offset]) }));
        elements.sort_by_key(|element| element.blocks.len());
        elements.truncate(LISTS);
        elements
    }
}

impl Element<'_> {
    /// Whether it can stand at its place in the phrase where the word numbered `lead` stands in the block `number`.
    pub(super) fn may_stand(&mut self, number: u32, lead: usize) -> bool {
        let block = BLOCK as i64;
        let first = i64::from(number) * block + self.offset as i64 - lead as i64;
        let (low, high) = (first.div_euclid(block), (first + block - 1).div_euclid(block));
        high >= 0 && self.blocks.seek(low.max(0) as u32).is_some_and(|next| i64::from(next) <= high)
    }
}

/// Whether a phrase that starts at a position agrees with the block that begins at `base`, as far as it lies in it.
fn agrees(block: &[WordId], base: usize, ids: &[WordId], start: usize) -> bool {
    if start >= base {
        let rest = &block[start - base..];
        let len = rest.len().min(ids.len());
        rest[..len] == ids[..len]
    } else {
        let rest = &ids[base - start..];
        let len = rest.len().min(block.len());
        rest[..len] == block[..len]
    }
}
