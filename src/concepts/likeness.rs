//! How much two wordings of one thing have in common: the parts of an enumeration are compared so, whatever the order of
//! their words and whatever small words stand between them.

use crate::text::{each_word, key, stem};

/// Words that carry nothing by themselves.
const SMALL: [&str; 30] = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "each",
    "every",
    "for",
    "from",
    "in",
    "into",
    "its",
    "of",
    "on",
    "one's",
    "or",
    "other",
    "other's",
    "our",
    "the",
    "their",
    "these",
    "this",
    "those",
    "to",
    "upon",
    "with",
    "another's",
    "another",
];

/// Two wordings that share so much may be meant as the same.
pub const ALIKE: f32 = 0.5;

/// The words of a wording that carry something, without their endings and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(Vec<u64>);

impl Wording {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut words = Vec::new();
        each_word(text, |_, folded| {
            if !SMALL.contains(&folded) {
                words.push(key(stem(folded)));
            }
        });
        words.sort_unstable();
        Wording(words)
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From 0 (no word in common) to 1 (all): twice the shared words by the words of both (Dice's coefficient).
    pub fn likeness(&self, other: &Wording) -> f32 {
        let (mut a, mut b, mut shared) = (0, 0, 0);
        while let (Some(ours), Some(theirs)) = (self.0.get(a), other.0.get(b)) {
            match ours.cmp(theirs) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => (a, b, shared) = (a + 1, b + 1, shared + 1),
            }
        }
        if self.0.is_empty() && other.0.is_empty() {
            return 0.0;
        }
        2.0 * shared as f32 / (self.0.len() + other.0.len()) as f32
    }
}

/// The pairs of wordings of two lists that are most alike, each used once, the best first: their numbers in the two lists
/// and their likeness, which is at least [`ALIKE`].
pub fn pairs(ours: &[Wording], theirs: &[Wording]) -> Vec<(usize, usize, f32)> {
    let all = ours.iter().enumerate().flat_map(|(i, one)| {
        theirs.iter().enumerate().map(move |(j, other)| (i, j, one.likeness(other))).filter(|pair| pair.2 >= ALIKE)
    });
    let mut all: Vec<(usize, usize, f32)> = all.collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut chosen: Vec<(usize, usize, f32)> = Vec::new();
    for pair in all {
        if chosen.iter().all(|other| other.0 != pair.0 && other.1 != pair.1) {
            chosen.push(pair);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> f32 {
        Wording::of(a).likeness(&Wording::of(b))
    }

    #[test]
    fn order_endings_and_small_words_do_not_count() {
        let a = "common concern for navigation and coastal fisheries";
        assert_eq!(likeness(a, "Common concern for each other’s coastal fisheries, and the navigation"), 1.0);
        assert_eq!(likeness("pre-payment", "partial pre-payment"), 0.8);
        assert!(likeness("thrift and honest work", "honest work") > ALIKE);
        assert_eq!(likeness("bread", "roses"), 0.0);
        assert_eq!(likeness("the", "of"), 0.0);
    }

    #[test]
    fn each_wording_is_paired_with_the_one_most_like_it() {
        let list = |parts: &[&str]| parts.iter().map(|part| Wording::of(part)).collect::<Vec<_>>();
        let (a, b) = (list(&["bread and butter", "roses"]), list(&["red roses", "bread", "butter and bread"]));
        let found: Vec<(usize, usize)> = pairs(&a, &b).into_iter().map(|(i, j, _)| (i, j)).collect();
        assert_eq!(found, [(0, 2), (1, 0)]);
    }
}
