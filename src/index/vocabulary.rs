//! The different words of a segment: from a word to its number and back, the words one edit away, and those with a prefix.

use super::WordId;
use fst::raw::{CompiledAddr, Fst, Node, Output};
use fst::{IntoStreamer, Streamer};

/// The folded words in the order of their numbers.
pub(super) struct Strings {
    pub text: Vec<u8>,
    /// Where each ends.
    pub ends: Vec<u32>,
}

/// The two tables of words that are numbered in this order.
pub(super) fn encode(words: &[String]) -> (Vec<u8>, Strings) {
    let mut strings = Strings { text: Vec::new(), ends: Vec::with_capacity(words.len()) };
    for word in words {
        strings.text.extend_from_slice(word.as_bytes());
        strings.ends.push(strings.text.len() as u32);
    }
    let mut sorted: Vec<(&str, u64)> = words.iter().map(String::as_str).zip(0..).collect();
    sorted.sort_unstable();
    let map = fst::Map::from_iter(sorted).map(|map| map.into_fst().into_inner());
    (map.unwrap_or_default(), strings)
}

/// The number of a folded word.
pub(super) fn get(words: &[u8], folded: &str) -> Option<WordId> {
    Some(Fst::new(words).ok()?.get(folded)?.value() as WordId)
}

/// Up to `most` words that begin with `prefix`, in alphabetical order.
pub(super) fn starting_with(words: &[u8], prefix: &str, most: usize) -> Vec<WordId> {
    let mut found = Vec::new();
    let Ok(words) = fst::Map::new(words) else { return found };
    let mut stream = words.range().ge(prefix).into_stream();
    while let Some((word, number)) = stream.next() {
        if found.len() == most || !word.starts_with(prefix.as_bytes()) {
            break;
        }
        found.push(number as WordId);
    }
    found
}

/// The words that become `folded` by adding, dropping, changing or swapping one letter.
pub(super) fn near(words: &[u8], folded: &str) -> Vec<WordId> {
    let Ok(fst) = Fst::new(words) else { return Vec::new() };
    let letters: Vec<char> = folded.chars().collect();
    let mut search = Near { fst: &fst, found: Vec::new(), beginnings: false };
    search.walk(fst.root().addr(), Output::zero(), &letters);
    let same = fst.get(folded).map(|output| output.value() as WordId);
    let mut found = search.found;
    found.sort_unstable();
    found.dedup();
    found.retain(|&number| Some(number) != same);
    found
}

/// Up to `most` words, the commonest first, of which the beginning becomes `beginning` by adding, dropping, changing or
/// swapping one letter. None for beginnings of up to three letters, which all resemble each other.
pub(super) fn near_beginnings(words: &[u8], beginning: &str, most: usize) -> Vec<WordId> {
    let Ok(fst) = Fst::new(words) else { return Vec::new() };
    let letters: Vec<char> = beginning.chars().collect();
    if letters.len() <= 3 {
        return Vec::new();
    }
    let mut search = Near { fst: &fst, found: Vec::new(), beginnings: true };
    search.walk(fst.root().addr(), Output::zero(), &letters);
    // Common words have small numbers.
    search.found.sort_unstable();
    search.found.dedup();
    search.found.truncate(most);
    search.found
}

/// Words found by how they begin, at most.
const MOST_BEGINNINGS: usize = 50_000;

/// A walk through the transducer that may leave the word once.
struct Near<'a> {
    fst: &'a Fst<&'a [u8]>,
    found: Vec<WordId>,
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
                self.found.push(output.cat(node.final_output()).value() as WordId);
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
            self.found.push(output.cat(node.final_output()).value() as WordId);
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

    fn vocabulary(words: &[&str]) -> Vec<u8> {
        encode(&words.iter().map(|word| word.to_string()).collect::<Vec<_>>()).0
    }

    fn near_in<'a>(words: &[&'a str], folded: &str) -> Vec<&'a str> {
        near(&vocabulary(words), folded).into_iter().map(|number| words[number as usize]).collect()
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
        let words = vocabulary(&["peace", "war", "peaceful", "pear"]);
        assert_eq!(starting_with(&words, "peac", 9), [0, 2]);
        assert_eq!(starting_with(&words, "p", 1), [0]);
    }

    #[test]
    fn words_are_found_by_how_they_begin_in_spite_of_a_slip() {
        let words = vocabulary(&["peace", "coexistence", "coexist", "coaxial"]);
        assert_eq!(near_beginnings(&words, "coexsit", 9), [1, 2]);
        assert_eq!(near_beginnings(&words, "coxis", 9), [1, 2]);
        assert_eq!(near_beginnings(&words, "coexsit", 1), [1]);
        assert!(near_beginnings(&words, "coe", 9).is_empty());
    }

    proptest! {
        #[test]
        fn near_finds_what_one_edit_makes(words in proptest::collection::btree_set("[abcé]{1,5}", 1..60), word in "[abcé]{1,5}") {
            let words: Vec<String> = words.into_iter().collect();
            let (fst, _) = encode(&words);
            let found: Vec<&str> = near(&fst, &word).into_iter().map(|id| words[id as usize].as_str()).collect();
            let swapped = |a: &str, b: &str| {
                let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
                a.len() == b.len() && (1..a.len()).any(|i| {
                    let mut c = a.clone();
                    c.swap(i - 1, i);
                    c == b
                })
            };
            let one = |other: &&str| *other != word && (within_one_edit(other, &word) || swapped(other, &word));
            prop_assert_eq!(found, words.iter().map(String::as_str).filter(one).collect::<Vec<_>>());
        }
    }
}
