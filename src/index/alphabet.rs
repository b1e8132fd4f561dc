//! How the words of a segment are spelled and numbered. Of few words this is made when it is asked for, from the transducer
//! and from how often each word occurs: in the file it would take more room than these.

use super::{WordId, bits};
use fst::Streamer;

/// Words that are so many are not made again: their tables are read from the file.
pub(super) const MANY: usize = 1 << 16;

/// Four sections of a segment, as bytes.
#[derive(Debug, Default)]
pub(super) struct Spelled {
    /// Numbers of occurrences, falling, each with the first word that has it.
    pub counts: Vec<u8>,
    /// The number of the word at each place in the alphabet, in as few bits as they need.
    pub ranks: Vec<u8>,
    /// The folded words in the order of their numbers.
    pub strings: Vec<u8>,
    /// Where each of them ends.
    pub ends: Vec<u8>,
}

impl Spelled {
    /// The sections of words that are numbered in this order and occur so often each, given the numbers in the order of the
    /// alphabet.
    pub fn of(words: &[&str], counts: &[u32], alphabet: &[WordId]) -> Self {
        let mut strings = Vec::new();
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            strings.extend_from_slice(word.as_bytes());
            ends.push(strings.len() as u32);
        }
        let firsts = (0..counts.len()).filter(|&id| id == 0 || counts[id] != counts[id - 1]);
        let levels = firsts.flat_map(|id| [counts[id], id as u32]);
        Spelled {
            counts: levels.flat_map(u32::to_le_bytes).collect(),
            ranks: bits::table(alphabet),
            strings,
            ends: bits::ends(&ends),
        }
    }

    /// The same of a transducer and what [`encode`] made of the words in it.
    pub fn made(transducer: &[u8], occurrences: &[u8]) -> Self {
        let Ok(map) = fst::Map::new(transducer) else { return Spelled::default() };
        let counts = decode(occurrences, map.len());
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(counts.len()));
        let mut stream = map.stream();
        while let Some((word, _)) = stream.next() {
            text.push_str(std::str::from_utf8(word).unwrap_or_default());
            ends.push(text.len());
        }
        // As they were numbered: the commonest first, and words that occur equally often in the order of the alphabet.
        let mut order: Vec<WordId> = (0..counts.len().min(ends.len()) as WordId).collect();
        order.sort_by_key(|&place| std::cmp::Reverse(counts[place as usize]));
        let mut ranks = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(&place, number)| ranks[place as usize] = number);
        let start = |place: usize| place.checked_sub(1).map_or(0, |before| ends[before]);
        let words: Vec<&str> = order.iter().map(|&at| &text[start(at as usize)..ends[at as usize]]).collect();
        let counts: Vec<u32> = order.iter().map(|&place| counts[place as usize]).collect();
        Spelled::of(&words, &counts, &ranks)
    }
}

/// How often words occur, at least once each: Elias' gamma codes (Elias, "Universal Codeword Sets and Representations of the
/// Integers", 1975) in two parts, first how many bits the numbers have, in unary, then all bits below the highest.
pub(super) fn encode(counts: impl Iterator<Item = u32>) -> Vec<u8> {
    let (mut writer, mut out) = (bits::Writer::default(), Vec::new());
    for count in counts {
        let below = count.max(1).ilog2();
        writer.push(0, below, &mut out);
        writer.push(1, 1, &mut out);
        writer.push(count, below, &mut out);
    }
    writer.finish(&mut out);
    out
}

/// So many numbers of what [`encode`] made; ones for bytes that are none.
fn decode(bytes: &[u8], len: usize) -> Vec<u32> {
    let mut bit = 0;
    let next = |_| {
        let below = bits::at(bytes, bit).trailing_zeros().min(31);
        bit += below as usize + 1;
        let rest = bits::number(bytes, bit, below);
        bit += below as usize;
        if bit > 8 * bytes.len() { 1 } else { 1 << below | rest }
    };
    (0..len).map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_made_again_is_what_it_was(words in proptest::collection::btree_map("[a-zé的]{1,6}", prop_oneof![1u32..4, 1u32..=u32::MAX], 0..60)) {
            let mut all: Vec<(&str, u32)> = words.iter().map(|(word, &count)| (word.as_str(), count)).collect();
            all.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
            let (words, counts): (Vec<&str>, Vec<u32>) = all.into_iter().unzip();
            let tables = vocabulary::encode(&words);
            let was = Spelled::of(&words, &counts, &tables.alphabet);
            let made = Spelled::made(&tables.words, &encode(tables.alphabet.iter().map(|&word| counts[word as usize])));
            prop_assert_eq!((made.counts, made.ranks, made.strings, made.ends), (was.counts, was.ranks, was.strings, was.ends));
        }

        #[test]
        fn bytes_that_are_none_are_survived(words: Vec<u8>, counts: Vec<u8>) {
            Spelled::made(&words, &counts);
            let tables = vocabulary::encode(&["peace", "war"]);
            Spelled::made(&tables.words, &counts);
        }
    }
}
