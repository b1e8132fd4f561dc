//! Places where a phrase is begun: its words but the last stand one behind the other, and the next word begins with what
//! was written of the last one. A writer waits for it at every key, so what is read for it has a limit.

use super::records::BLOCK;
use super::search::Element;
use super::{Index, Segment, Term, WordId, join};

/// Blocks of words read for one search, at most: a phrase of common words stands in more places than can be offered.
const MOST_BLOCKS: usize = 1200;
/// Words that a beginning is thought to be one of, at most. A beginning of more words tells too little to be led by.
const MOST_WORDS: usize = 1024;

impl Index {
    /// Up to `most` positions, rising, at which all of `terms` stand one after the other in one source and are followed by a
    /// word that begins with the folded `prefix`; by any word if it is empty. Positions for which `is_wanted` is false do not
    /// count. Of a phrase that stands nearly everywhere only the first places are looked at.
    pub fn begun(&self, terms: &[Term], prefix: &str, most: usize, is_wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut budget = MOST_BLOCKS;
        for (number, segment) in self.segments.iter().enumerate() {
            let ids = terms.iter().map(|term| term.id_in(number)).collect::<Option<Vec<WordId>>>();
            let Some(ids) = ids.filter(|_| budget > 0 && found.len() < most) else { continue };
            segment.begun(&Phrase::new(segment, ids, prefix), &mut budget, |local| {
                let position = join(number, local);
                if self.source_at(position).is_some() && is_wanted(position) {
                    found.push(position);
                }
                found.len() < most
            });
        }
        found
    }
}

/// What is looked for in one segment.
struct Phrase<'a> {
    ids: Vec<WordId>,
    /// What the word behind them begins with.
    prefix: &'a str,
    /// The words that begin with it, by their numbers; `None` where they are too many, or any word will do.
    next: Option<Vec<WordId>>,
}

impl<'a> Phrase<'a> {
    fn new(segment: &Segment, ids: Vec<WordId>, prefix: &'a str) -> Self {
        let words = |prefix| {
            let mut words = segment.starting_with(prefix, MOST_WORDS + 1);
            words.sort_unstable();
            words
        };
        let next = (!prefix.is_empty()).then(|| words(prefix)).filter(|words| words.len() <= MOST_WORDS);
        Phrase { ids, prefix, next }
    }

    /// Whether a word may follow.
    fn may_follow(&self, segment: &Segment, word: WordId) -> bool {
        match &self.next {
            Some(words) => words.binary_search(&word).is_ok(),
            None => segment.word(word).starts_with(self.prefix),
        }
    }

    /// Whether the word numbered `at` of the phrase may be this one; the word behind it has the next number.
    fn may_have(&self, segment: &Segment, at: usize, word: WordId) -> bool {
        self.ids.get(at).map_or_else(|| self.may_follow(segment, word), |&id| id == word)
    }
}

impl Segment {
    /// Tells `each` where a phrase is begun, until it has had enough.
    fn begun(&self, phrase: &Phrase, budget: &mut usize, each: impl FnMut(usize) -> bool) {
        let mut elements = self.elements(&phrase.ids);
        if elements.is_empty() || elements.iter().any(|element| element.blocks.is_empty()) {
            return;
        }
        let count = |words: &Vec<WordId>| words.iter().map(|&word| u64::from(self.count(word))).sum::<u64>();
        match phrase.next.as_ref().filter(|words| count(words) < elements[0].blocks.len() as u64) {
            Some(words) => {
                let mut blocks: Vec<u32> = words.iter().flat_map(|&word| self.blocks(word)).collect();
                blocks.sort_unstable();
                blocks.dedup();
                self.read(phrase, (phrase.ids.len(), blocks.into_iter()), &mut elements, budget, each);
            }
            None => {
                let lead = elements.swap_remove(0);
                self.read(phrase, (lead.offset, lead.blocks), &mut elements, budget, each);
            }
        }
    }

    /// Reads those blocks of the word with the number `lead` in which the others may stand beside it.
    fn read(
        &self,
        phrase: &Phrase,
        (lead, blocks): (usize, impl Iterator<Item = u32>),
        others: &mut [Element],
        budget: &mut usize,
        mut each: impl FnMut(usize) -> bool,
    ) {
        let length = phrase.ids.len() + 1;
        let (mut block, mut words) = (Vec::with_capacity(BLOCK), Vec::with_capacity(length));
        for number in blocks {
            if !others.iter_mut().all(|element| element.may_stand(number, lead)) {
                continue;
            }
            let Some(left) = budget.checked_sub(1) else { return };
            *budget = left;
            let base = number as usize * BLOCK;
            block.clear();
            self.read_words(base..base + BLOCK, &mut block);
            let inside = self.positions_of(self.document_at(base));
            for slot in (0..block.len()).filter(|&slot| phrase.may_have(self, lead, block[slot])) {
                let start = (base + slot).checked_sub(lead).filter(|&start| start >= inside.start);
                let Some(start) = start.filter(|start| start + length <= inside.end) else { continue };
                // Most places are ruled out by the words that stand in the same block.
                let here = |at: usize| (start + at).checked_sub(base).and_then(|slot| block.get(slot));
                if !(0..length).all(|at| here(at).is_none_or(|&word| phrase.may_have(self, at, word))) {
                    continue;
                }
                if here(0).is_none() || here(length - 1).is_none() {
                    words.clear();
                    self.read_words(start..start + length, &mut words);
                    if !words.iter().enumerate().all(|(at, &word)| phrase.may_have(self, at, word)) {
                        continue;
                    }
                }
                if !each(start) {
                    return;
                }
            }
        }
    }
}
