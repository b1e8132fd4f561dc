//! Keeping the segments of a store few and lean: small ones are made one, and what is left of sources that are gone is left
//! out. So that no word is written too often, segments are merged with others of about their size.

use super::manifest::Key;
use super::{LARGEST, Store};
use crate::corpus::{Corpus, Source};
use crate::index::{Segment, merge};
use std::sync::Arc;

/// So many segments are not too many.
const MANY: usize = 8;
/// A segment is made anew when the words of sources that are gone are more than one in so many.
const DEAD: u64 = 4;

/// A segment that could be merged.
struct Candidate {
    number: usize,
    /// The documents in which sources live.
    documents: Vec<usize>,
    /// The length of their texts.
    text: u64,
    /// Whether too many of its words are of sources that are gone.
    is_wasteful: bool,
}

impl Store {
    /// Merges some segments, if that is worth it and nobody else writes; gives whether it was. To be called again until it
    /// is not. An index that was given out before stays as it is.
    pub fn tidy(&mut self, corpus: &Corpus) -> bool {
        if self.folder.is_none() || chosen(self.candidates(corpus)).is_empty() {
            return false;
        }
        let Some(lock) = self.locked_now() else { return false };
        // Another process may have done it.
        let chosen = chosen(self.candidates(corpus));
        if chosen.is_empty() {
            return false;
        }
        let documents: Vec<(&Segment, usize)> = chosen
            .iter()
            .flat_map(|one| one.documents.iter().map(|&document| (&*self.kept[one.number].segment, document)))
            .collect();
        let Some(bytes) = merge(&documents) else { return false };
        let keys = chosen.iter().flat_map(|one| one.documents.iter().map(|&d| self.kept[one.number].documents[d]));
        let keys: Vec<Key> = keys.collect();
        let before = self.kept.len();
        self.keep(bytes, keys, Some(&lock));
        if self.kept.last().is_none_or(|new| new.file.is_none()) {
            self.kept.truncate(before);
            return false;
        }
        let mut number = 0;
        self.kept.retain(|_| {
            number += 1;
            chosen.iter().all(|one| one.number + 1 != number)
        });
        self.commit(corpus, &lock);
        true
    }

    /// Makes segments that are in memory only anew without the sources that are gone, whose words would still count; gives
    /// whether there were any.
    pub(super) fn forget_the_dead(&mut self, sources: &[Arc<Source>]) -> bool {
        if self.kept.iter().all(|kept| kept.file.is_some()) {
            return false;
        }
        let mut living: Vec<Vec<usize>> = vec![Vec::new(); self.kept.len()];
        self.homes(sources).0.iter().flatten().for_each(|home| living[home.segment].push(home.document));
        let mut forgot = false;
        for (kept, mut documents) in self.kept.iter_mut().zip(living) {
            if kept.file.is_some() || documents.is_empty() || documents.len() == kept.documents.len() {
                continue;
            }
            documents.sort_unstable();
            let parts: Vec<(&Segment, usize)> = documents.iter().map(|&document| (&*kept.segment, document)).collect();
            if let Some(segment) = merge(&parts).and_then(|bytes| Segment::from_bytes(bytes).ok()) {
                kept.segment = Arc::new(segment);
                kept.documents = documents.iter().map(|&document| kept.documents[document]).collect();
                forgot = true;
            }
        }
        forgot
    }

    /// The segments in files, with what of them is alive.
    fn candidates(&self, corpus: &Corpus) -> Vec<Candidate> {
        let (homes, _) = self.homes(&corpus.sources);
        let mut all: Vec<Candidate> = (0..self.kept.len())
            .map(|number| Candidate { number, documents: Vec::new(), text: 0, is_wasteful: false })
            .collect();
        for (home, source) in homes.iter().zip(&corpus.sources) {
            if let Some(home) = home {
                all[home.segment].documents.push(home.document);
                all[home.segment].text += source.text.len() as u64;
            }
        }
        for one in &mut all {
            let segment = &self.kept[one.number].segment;
            let alive: u64 = one.documents.iter().map(|&document| segment.positions_of(document).len() as u64).sum();
            one.is_wasteful = (segment.words() - alive.min(segment.words())) * DEAD > segment.words();
        }
        all.retain(|one| self.kept[one.number].file.is_some() && !one.documents.is_empty());
        all
    }
}

/// Those that should become one.
fn chosen(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by_key(|one| one.text);
    let (count, mut text, mut taken) = (all.len(), 0, 0);
    if count > MANY {
        for one in &all {
            let is_larger = taken > 1 && one.text > text && count - taken < MANY;
            if is_larger || text + one.text > LARGEST as u64 {
                break;
            }
            text += one.text;
            taken += 1;
        }
    }
    if taken > 1 {
        all.truncate(taken);
        return all;
    }
    all.into_iter().find(|one| one.is_wasteful).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(sizes: &[u64]) -> Vec<usize> {
        let candidate = |(number, &text)| Candidate { number, documents: vec![0], text, is_wasteful: text == 7 };
        chosen(sizes.iter().enumerate().map(candidate).collect()).iter().map(|one| one.number).collect()
    }

    #[test]
    fn small_segments_become_one_and_large_ones_are_left() {
        assert_eq!(numbers(&[1000, 1, 2, 1, 1, 3, 1, 2, 1]), [1, 3, 4, 6, 8, 2, 7, 5]);
        assert_eq!(numbers(&[1, 2, 3]), [0usize; 0]);
        assert_eq!(numbers(&[200 << 20; 20]), [0usize; 0]);
    }

    #[test]
    fn a_segment_with_much_that_is_gone_is_made_anew() {
        assert_eq!(numbers(&[1, 7, 30]), [1]);
    }
}
