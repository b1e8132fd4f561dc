//! The different words of the corpus, and those of them that are one edit away from a given one.

use super::WordId;
use crate::text::key;
use rustc_hash::FxHashMap;

/// The different folded words of a corpus, numbered in the order in which they first occur.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<u64, WordId>,
    text: String,
    ends: Vec<u32>,
    /// The words by their length in characters, each with the set of its letters.
    by_length: Vec<Vec<(u64, WordId)>>,
}

impl Vocabulary {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of a folded word.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        self.ids.get(&key(folded)).copied()
    }

    /// The folded word of a number.
    pub fn word(&self, id: WordId) -> &str {
        let at = id as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text[start..self.ends[at] as usize]
    }

    /// The words that become `folded` by adding, dropping, changing or swapping one letter. None for words of up to three
    /// letters, which all resemble each other.
    pub fn near(&self, folded: &str) -> Vec<WordId> {
        let length = folded.chars().count();
        let letters = letter_set(folded);
        if length < 4 {
            return Vec::new();
        }
        (length - 1..=length + 1)
            .filter_map(|length| self.by_length.get(length))
            .flatten()
            .filter(|(set, _)| (set ^ letters).count_ones() <= 2)
            .map(|&(_, id)| id)
            .filter(|&id| self.word(id) != folded && within_one_edit(self.word(id), folded))
            .collect()
    }

    pub(super) fn insert(&mut self, folded: &str) -> WordId {
        let next = self.ends.len() as WordId;
        let id = *self.ids.entry(key(folded)).or_insert(next);
        if id == next {
            self.text.push_str(folded);
            self.ends.push(self.text.len() as u32);
        }
        id
    }

    pub(super) fn finish(&mut self) {
        let mut by_length: Vec<Vec<(u64, WordId)>> = Vec::new();
        for id in 0..self.len() as WordId {
            let word = self.word(id);
            let length = word.chars().count().min(64);
            if by_length.len() <= length {
                by_length.resize(length + 1, Vec::new());
            }
            by_length[length].push((letter_set(word), id));
        }
        self.by_length = by_length;
    }
}

/// Which letters a word has, each character as one of 64 bits.
fn letter_set(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << (c as u32 & 63))
}

/// Whether one added, dropped, changed or swapped character makes one word of the other.
pub fn within_one_edit(a: &str, b: &str) -> bool {
    let prefix = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let suffix = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len());
    let suffix = suffix.min(shorter - prefix);
    let (x, y) = (&a.as_bytes()[prefix..a.len() - suffix], &b.as_bytes()[prefix..b.len() - suffix]);
    let one = |bytes: &[u8]| bytes.len() <= 1 || std::str::from_utf8(bytes).is_ok_and(|s| s.chars().count() <= 1);
    match (x, y) {
        ([p, q], [r, s]) if p == s && q == r => true,
        _ => one(x) && one(y),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_one_edit_away() {
        let mut vocabulary = Vocabulary::default();
        for word in ["coexistence", "existence", "peace", "peaceful", "palace", "war"] {
            vocabulary.insert(word);
        }
        vocabulary.finish();
        let near = |word| vocabulary.near(word).into_iter().map(|id| vocabulary.word(id)).collect::<Vec<_>>();
        assert_eq!(near("coexistance"), ["coexistence"]);
        assert_eq!(near("paece"), ["peace"]);
        assert_eq!(near("peacefull"), ["peaceful"]);
        assert!(near("wor").is_empty() && near("pace").len() == 1);
    }
}
