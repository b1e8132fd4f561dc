//! How alike two words are, and in what they differ when they mean the same.

use super::spelling::{self, Spelt};
use crate::index::within_one_edit;

/// How alike two words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same folded word.
    Same,
    /// The same word in another spelling, or a number and its word.
    Variant,
    /// One or two letters apart.
    Near,
    /// Different words.
    Different,
}

impl Likeness {
    /// What share of a word's weight it brings to a match, 0 to 1.
    pub fn share(self) -> f32 {
        match self {
            Likeness::Same => 1.0,
            Likeness::Variant => 0.95,
            Likeness::Near => 0.7,
            Likeness::Different => 0.0,
        }
    }
}

/// A folded word, ready to be compared with many others.
pub(super) struct Comparison<'a> {
    word: &'a str,
    spelt: Spelt,
    has_digit: bool,
}

impl<'a> Comparison<'a> {
    pub fn new(word: &'a str) -> Self {
        Comparison { word, spelt: Spelt::new(word), has_digit: has_digit(word) }
    }

    /// Whether a folded word is a number, which may look like none of its other forms.
    pub fn is_number(word: &str) -> bool {
        spelling::number(word).is_some()
    }

    /// Compares it with another folded word.
    pub fn with(&self, other: &str) -> Likeness {
        let word = self.word;
        if word == other {
            return Likeness::Same;
        }
        if self.spelt.is(word, other) {
            return Likeness::Variant;
        }
        let shorter = word.len().min(other.len());
        if shorter < 4 || self.has_digit || word.len().abs_diff(other.len()) > 2 || has_digit(other) {
            return Likeness::Different;
        }
        let near = within_one_edit(word, other) || (shorter >= 8 && within_two_edits(word, other));
        if near { Likeness::Near } else { Likeness::Different }
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|c| c.is_ascii_digit())
}

/// Whether two single-character edits at most make one word of the other (bounded dynamic programming over bytes).
fn within_two_edits(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let cost = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > 2 {
            return false;
        }
    }
    row[b.len()] <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_variants_near_or_different() {
        for (a, b, expected) in [
            ("peace", "peace", Likeness::Same),
            ("neighbour", "neighbor", Likeness::Variant),
            ("five", "5", Likeness::Variant),
            ("coexistence", "coexistance", Likeness::Near),
            ("hegemonism", "hegomonsm", Likeness::Near),
            ("war", "was", Likeness::Different),
            ("1953", "1954", Likeness::Different),
            ("opposed", "supported", Likeness::Different),
        ] {
            assert_eq!(Comparison::new(a).with(b), expected, "{a} {b}");
        }
    }
}
