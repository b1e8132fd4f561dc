//! Words that stand next to each other: where pairs of the commonest words do, since their own lists are too long to be of
//! use, and how often any two do that do it often.

use super::{WordId, rising};
use rayon::prelude::*;

/// Pairs of the first so many words have lists …
const COMMON: u32 = 256;
/// … as far as each of the two occurs so often.
const FEWEST: u32 = 512;
/// Pairs of words that occur less often are no phrases …
const FREQUENT: usize = 3;
/// … nor are those that occur less often than so many times what chance would make of their words.
const LIFT: f32 = 2.0;
/// Steps in which a count doubles.
const STEPS: f32 = 10.0;

/// The lists of the pairs of common words.
pub(super) struct Pairs {
    /// The pairs, rising.
    pub keys: Vec<u32>,
    /// Where each list starts.
    pub starts: Vec<u32>,
    pub lists: Vec<u8>,
}

/// The number of a pair of common words; `None` for other words.
pub(super) fn pair_key(first: WordId, second: WordId) -> Option<u32> {
    (first < COMMON && second < COMMON).then_some(first * COMMON + second)
}

/// Lists in which blocks the first words of all pairs of common words stand. Each block comes with the word behind it.
pub(super) fn pairs<'a>(blocks: impl Iterator<Item = (u32, &'a [WordId], Option<WordId>)>, counts: &[u32]) -> Pairs {
    let common = counts.iter().take(COMMON as usize).take_while(|&&count| count >= FEWEST).count() as WordId;
    let mut pairs = Pairs { keys: Vec::new(), starts: Vec::new(), lists: Vec::new() };
    if common == 0 {
        return pairs;
    }
    let keys = (COMMON * COMMON) as usize;
    let mut places: Vec<(u32, u32)> = Vec::new();
    for (block, words, behind) in blocks {
        let mut first = WordId::MAX;
        for second in words.iter().copied().chain(behind) {
            if first < common && second < common {
                places.push((first * COMMON + second, block));
            }
            first = second;
        }
    }
    let lists = Inverted::new(keys, places.iter().map(|&(key, block)| (key as usize, block)));
    for key in 0..keys {
        let list = lists.list(key);
        if !list.is_empty() {
            pairs.keys.push(key as u32);
            pairs.starts.push(pairs.lists.len() as u32);
            rising::encode(list, &mut pairs.lists);
        }
    }
    pairs.starts.push(pairs.lists.len() as u32);
    pairs
}

/// Rising lists of the blocks in which each of some things stands.
pub(super) struct Inverted {
    ends: Vec<u32>,
    blocks: Vec<u32>,
}

impl Inverted {
    /// Inverts so many things and the blocks in which they stand, block after block.
    pub fn new(things: usize, all: impl Iterator<Item = (usize, u32)> + Clone) -> Self {
        let mut last = vec![u32::MAX; things];
        let mut ends = vec![0u32; things + 1];
        all.clone().for_each(|(thing, block)| {
            if last[thing] != block {
                last[thing] = block;
                ends[thing + 1] += 1;
            }
        });
        for thing in 1..ends.len() {
            ends[thing] += ends[thing - 1];
        }
        last.fill(u32::MAX);
        let mut blocks = vec![0u32; ends[things] as usize];
        let mut next = ends.clone();
        all.for_each(|(thing, block)| {
            if last[thing] != block {
                last[thing] = block;
                blocks[next[thing] as usize] = block;
                next[thing] += 1;
            }
        });
        Inverted { ends, blocks }
    }

    /// The blocks of one of them.
    pub fn list(&self, thing: usize) -> &[u32] {
        &self.blocks[self.ends[thing] as usize..self.ends[thing + 1] as usize]
    }
}

/// How often the frequent pairs occur.
pub(super) struct Frequent {
    /// Fingerprints, rising.
    pub keys: Vec<u32>,
    /// How often each, in steps of a logarithm.
    pub counts: Vec<u8>,
}

/// Whether two words have a list of the blocks in which they stand next to each other, if they ever do.
pub(super) fn has_list(first: WordId, second: WordId, count_of_rarer: u32) -> bool {
    first < COMMON && second < COMMON && count_of_rarer >= FEWEST
}

/// Counts the pairs of neighbours in some texts and keeps the frequent ones that have no list and that are phrases: the
/// first word brings the second along more often than its place in the language does.
pub(super) fn count(texts: &[&[WordId]], counts: &[u32]) -> Frequent {
    // Words that are rare themselves come last, and stand in no frequent pair.
    let rare = counts.partition_point(|&count| count as usize >= FREQUENT) as WordId;
    let common = counts.iter().take(COMMON as usize).take_while(|&&count| count >= FEWEST).count() as WordId;
    let words: f32 = counts.iter().map(|&count| count as f32).sum();
    let pairs = texts.iter().flat_map(|text| text.windows(2)).filter_map(|pair| {
        let (first, second) = (pair[0], pair[1]);
        let counts = first < rare && second < rare && !(first < common && second < common);
        counts.then_some(u64::from(first) << 32 | u64::from(second))
    });
    let mut all = often(pairs, words as usize);
    all.par_sort_unstable();
    let is_phrase = |pair: u64, together: usize| {
        let count = |word: u64| counts[word as WordId as usize] as f32;
        together >= FREQUENT && together as f32 * words > LIFT * count(pair >> 32) * count(pair)
    };
    let runs = all.chunk_by(|a, b| a == b).filter(|run| is_phrase(run[0], run.len()));
    let steps = |run: &[u64]| (STEPS * (run.len() as f32).log2()).round() as u8;
    let mut phrases: Vec<(u32, u8)> =
        runs.map(|run| (fingerprint((run[0] >> 32) as WordId, run[0] as WordId), steps(run))).collect();
    phrases.sort_unstable();
    let len = phrases.len();
    let (keys, counts) = phrases.into_iter().map(|(print, steps)| (shortened(print, len), steps)).unzip();
    Frequent { keys, counts }
}

/// The pairs that may occur often enough: counted in a table in which several may share a place. About so many are given.
fn often(pairs: impl Iterator<Item = u64> + Clone, about: usize) -> Vec<u64> {
    const LARGEST_TABLE: usize = 1 << 22;
    let size = about.next_power_of_two().min(LARGEST_TABLE);
    let place = |pair: u64| fingerprint((pair >> 32) as WordId, pair as WordId) as usize % size;
    let mut counts = vec![0u8; size];
    pairs.clone().for_each(|pair| {
        let count = &mut counts[place(pair)];
        *count = count.saturating_add(1);
    });
    pairs.filter(|&pair| usize::from(counts[place(pair)]) >= FREQUENT).collect()
}

/// What a pair is known by among so many. A pair that is looked for has the fingerprint of another one about once in a
/// thousand times.
pub(super) fn key(first: WordId, second: WordId, among: usize) -> u32 {
    shortened(fingerprint(first, second), among)
}

/// Bits of a key beyond those that so many pairs need to be told apart at all.
const SPARE: u32 = 10;

/// As many bits of a fingerprint as it needs among so many.
fn shortened(fingerprint: u32, among: usize) -> u32 {
    let bits = usize::BITS - among.leading_zeros() + SPARE;
    fingerprint >> u32::BITS.saturating_sub(bits)
}

fn fingerprint(first: WordId, second: WordId) -> u32 {
    let both = u64::from(first) << 32 | u64::from(second);
    (both.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// How often a pair occurs, about.
pub(super) fn count_of(steps: u8) -> u32 {
    (f32::from(steps) / STEPS).exp2().round() as u32
}
