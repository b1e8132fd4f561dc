//! The different words of a segment: from a word to its number and back, the words one edit away, and those with a prefix.
//!
//! A transducer gives the place of a word in the alphabet, which needs less room there than its number; a table leads on.

use super::{WordId, bits};
use fst::raw::{CompiledAddr, Fst, Node, Output};
use fst::{IntoStreamer, Streamer};
use rayon::prelude::*;

/// The tables of the words that are numbered in some order.
pub(super) struct Tables {
    /// From a word to its place in the alphabet.
    pub words: Vec<u8>,
    /// The numbers in the order of the alphabet.
    pub alphabet: Vec<WordId>,
}

/// The tables of words that are numbered in this order.
pub(super) fn encode(words: &[&str]) -> Tables {
    let mut alphabet: Vec<WordId> = (0..words.len() as WordId).collect();
    alphabet.par_sort_unstable_by_key(|&word| words[word as usize]);
    let map = fst::Map::from_iter(alphabet.iter().map(|&word| words[word as usize]).zip(0..));
    let map = map.map(|map| map.into_fst().into_inner()).unwrap_or_default();
    Tables { words: map, alphabet }
}

/// The words of a segment.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    /// As [`Tables`] has it.
    pub words: &'a [u8],
    /// The number of the word at each place in the alphabet.
    pub ranks: &'a [u8],
}

impl Vocabulary<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        Fst::new(self.words).map_or(0, |words| words.len())
    }

    fn number(&self, place: u64) -> WordId {
        bits::entry(self.ranks, place as usize)
    }

    /// The number of a folded word.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        Some(self.number(Fst::new(self.words).ok()?.get(folded)?.value()))
    }

    /// Up to `most` words that begin with `prefix`, in alphabetical order.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<WordId> {
        let mut found = Vec::new();
        let Ok(words) = fst::Map::new(self.words) else { return found };
        let mut stream = words.range().ge(prefix).into_stream();
        while let Some((word, place)) = stream.next() {
            if found.len() == most || !word.starts_with(prefix.as_bytes()) {
                break;
            }
            found.push(self.number(place));
        }
        found
    }

    /// The words that become `folded` by adding, dropping, changing or swapping one letter, commonest first.
    pub fn near(&self, folded: &str) -> Vec<WordId> {
        let Ok(fst) = Fst::new(self.words) else { return Vec::new() };
        let same = fst.get(folded).map(|output| self.number(output.value()));
        let mut found = self.one_edit_away(&fst, folded, false);
        found.retain(|&number| Some(number) != same);
        found
    }

    /// Up to `most` words, the commonest first, of which the beginning becomes `beginning` by adding, dropping, changing or
    /// swapping one letter. None for beginnings of up to three letters, which all resemble each other.
    pub fn near_beginnings(&self, beginning: &str, most: usize) -> Vec<WordId> {
        let Ok(fst) = Fst::new(self.words) else { return Vec::new() };
        if beginning.chars().nth(3).is_none() {
            return Vec::new();
        }
        let mut found = self.one_edit_away(&fst, beginning, true);
        found.truncate(most);
        found
    }

    fn one_edit_away(&self, fst: &Fst<&[u8]>, letters: &str, beginnings: bool) -> Vec<WordId> {
        let letters: Vec<char> = letters.chars().collect();
        let mut search = Near { fst, found: Vec::new(), beginnings };
        search.walk(fst.root().addr(), Output::zero(), &letters);
        // Common words have small numbers.
        let mut found: Vec<WordId> = search.found.into_iter().map(|place| self.number(place)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Words found by how they begin, at most.
const MOST_BEGINNINGS: usize = 50_000;

/// A walk through the transducer that may leave the word once.
struct Near<'a> {
    fst: &'a Fst<&'a [u8]>,
    /// Places in the alphabet.
    found: Vec<u64>,
    /// Whether what was reached need only be the beginning of a word.
    beginnings: bool,
}

impl Near<'_> {
    /// Follows `letters` from a node, with all ways to leave it once.
    fn walk(&mut self, mut at: CompiledAddr, mut output: Output, letters: &[char]) {
        for i in 0..=letters.len() {
            let node = self.fst.node(at);
            let rest = &letters[i..];
            if !rest.is_empty() {
                self.finish(at, output, &rest[1..]);
            }
            if let [first, second, rest @ ..] = rest
                && first != second
                && let Some((next, output)) = self.step(at, output, *second)
                && let Some((next, output)) = self.step(next, output, *first)
            {
                self.finish(next, output, rest);
            }
            self.children(&node, output, 0, 0, rest);
            let Some(&letter) = rest.first() else { return };
            let Some(next) = self.step(at, output, letter) else { return };
            (at, output) = next;
        }
    }

    /// Tries each character that goes on from a node in the place of the next letter, and before it. A character may take
    /// several steps: of the one that was begun `missing` bytes are to come, and `so_far` has the bits of the others.
    fn children(&mut self, node: &Node<'_>, output: Output, missing: u32, so_far: u32, rest: &[char]) {
        for transition in node.transitions() {
            let byte = u32::from(transition.inp);
            let (missing, so_far) = match transition.inp.leading_ones() {
                0 => (0, byte),
                1 if missing > 0 => (missing - 1, so_far << 6 | byte & 0x3f),
                lead @ 2..=4 => (lead - 1, byte & (0x7f >> lead)),
                _ => continue,
            };
            let output = output.cat(transition.out);
            if missing > 0 {
                self.children(&self.fst.node(transition.addr), output, missing, so_far, rest);
                continue;
            }
            let letter = char::from_u32(so_far);
            if let Some((first, after)) = rest.split_first()
                && letter != Some(*first)
            {
                self.finish(transition.addr, output, after);
            }
            self.finish(transition.addr, output, rest);
        }
    }

    /// Takes all words that go on from a node.
    fn take_all(&mut self, at: CompiledAddr, output: Output) {
        let mut open = vec![(at, output)];
        while let Some((at, output)) = open.pop() {
            let node = self.fst.node(at);
            if self.found.len() == MOST_BEGINNINGS {
                return;
            }
            if node.is_final() {
                self.found.push(output.cat(node.final_output()).value());
            }
            open.extend(node.transitions().map(|next| (next.addr, output.cat(next.out))));
        }
    }

    /// Takes the word that has exactly these letters from a node on.
    fn finish(&mut self, mut at: CompiledAddr, mut output: Output, letters: &[char]) {
        for &letter in letters {
            let Some(next) = self.step(at, output, letter) else { return };
            (at, output) = next;
        }
        if self.beginnings {
            return self.take_all(at, output);
        }
        let node = self.fst.node(at);
        if node.is_final() {
            self.found.push(output.cat(node.final_output()).value());
        }
    }

    fn step(&self, mut at: CompiledAddr, mut output: Output, letter: char) -> Option<(CompiledAddr, Output)> {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            let node = self.fst.node(at);
            let transition = node.transition(node.find_input(byte)?);
            (at, output) = (transition.addr, output.cat(transition.out));
        }
        Some((at, output))
    }
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
    use proptest::prelude::*;

    fn near_in<'a>(words: &[&'a str], folded: &str) -> Vec<&'a str> {
        let found = with(words, |vocabulary| vocabulary.near(folded));
        found.into_iter().map(|number| words[number as usize]).collect()
    }

    #[test]
    fn near_words_are_one_edit_away() {
        let words = ["coexistence", "existence", "peace", "peaceful", "palace", "war", "мир", "мор"];
        let near = |word| near_in(&words, word);
        assert_eq!(near("coexistance"), ["coexistence"]);
        assert_eq!(near("paece"), ["peace"]);
        assert_eq!(near("peacefull"), ["peaceful"]);
        assert_eq!(near("pace"), ["peace"]);
        assert_eq!(near("мар"), ["мир", "мор"]);
        assert_eq!(near("mир"), ["мир"]);
        assert!(near("peace").is_empty());
    }

    #[test]
    fn words_are_found_by_how_they_begin() {
        with(&["peace", "war", "peaceful", "pear"], |vocabulary| {
            assert_eq!(vocabulary.starting_with("peac", 9), [0, 2]);
            assert_eq!(vocabulary.starting_with("p", 1), [0]);
            assert_eq!(["war", "pear", "bear"].map(|word| vocabulary.get(word)), [Some(1), Some(3), None]);
            assert_eq!(vocabulary.len(), 4);
        });
    }

    /// What the vocabulary of these words answers.
    fn with<T>(words: &[&str], ask: impl Fn(Vocabulary) -> T) -> T {
        let tables = encode(words);
        ask(Vocabulary { words: &tables.words, ranks: &bits::table(&tables.alphabet) })
    }

    #[test]
    fn words_are_found_by_how_they_begin_in_spite_of_a_slip() {
        with(&["peace", "coexistence", "coexist", "coaxial"], |vocabulary| {
            assert_eq!(vocabulary.near_beginnings("coexsit", 9), [1, 2]);
            assert_eq!(vocabulary.near_beginnings("coxis", 9), [1, 2]);
            assert_eq!(vocabulary.near_beginnings("coexsit", 1), [1]);
            assert!(vocabulary.near_beginnings("coe", 9).is_empty());
        });
    }

    proptest! {
        #[test]
        fn near_finds_what_one_edit_makes(words in proptest::collection::btree_set("[abcé]{1,5}", 1..60), word in "[abcé]{1,5}") {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let found = near_in(&words, &word);
            let swapped = |a: &str, b: &str| {
                let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
                a.len() == b.len() && (1..a.len()).any(|i| {
                    let mut c = a.clone();
                    c.swap(i - 1, i);
                    c == b
                })
            };
            let one = |other: &&str| *other != word && (within_one_edit(other, &word) || swapped(other, &word));
            prop_assert_eq!(found, words.iter().copied().filter(one).collect::<Vec<_>>());
        }
    }
}
