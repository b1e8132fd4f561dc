//! What a word that no text has may have been before it was misread or mistyped: its letters are changed back, it is split
//! in two, it is joined with the word behind it; what the corpus knows of all that is a reading.

use crate::index::{Index, Term};

/// Letters that are misread for each other, the wrong ones first.
const CONFUSED: [(&str, &str); 40] = [
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("d", "cl"),
    ("vv", "w"),
    ("ii", "n"),
    ("ii", "u"),
    ("li", "h"),
    ("ri", "n"),
    ("nn", "m"),
    ("in", "m"),
    ("ni", "m"),
    ("1", "l"),
    ("1", "i"),
    ("l", "i"),
    ("i", "l"),
    ("0", "o"),
    ("5", "s"),
    ("8", "b"),
    ("6", "b"),
    ("9", "g"),
    ("2", "z"),
    ("f", "s"),
    ("f", "t"),
    ("t", "f"),
    ("c", "e"),
    ("e", "c"),
    ("c", "o"),
    ("o", "c"),
    ("o", "a"),
    ("a", "o"),
    ("h", "b"),
    ("b", "h"),
    ("n", "u"),
    ("u", "n"),
    ("v", "y"),
    ("y", "v"),
    ("i", "r"),
    ("l", "t"),
    ("j", "i"),
];
/// Longer words have no readings: there are too many.
const LONGEST: usize = 24;
/// The halves of a split word have at least so many letters.
const SHORTEST_HALF: usize = 2;
/// Words joined with the next one have at least so many letters.
const SHORTEST_JOINED: usize = 5;

/// The words of the corpus that `folded` may be a misreading of; `next` is the word behind it.
pub(super) fn readings(folded: &str, next: Option<&str>, index: &Index) -> Vec<Term> {
    let mut all: Vec<Term> = Vec::new();
    if folded.len() > LONGEST || !folded.is_ascii() {
        return all;
    }
    let known = |word: &str, all: &mut Vec<Term>| {
        let term = index.look_up(word);
        if term.count() > 0 {
            all.push(term);
        }
    };
    if folded.len() > 2 {
        for (wrong, right) in CONFUSED {
            for (at, _) in folded.match_indices(wrong) {
                known(&[&folded[..at], right, &folded[at + wrong.len()..]].concat(), &mut all);
            }
            if folded.matches(wrong).nth(1).is_some() {
                known(&folded.replace(wrong, right), &mut all);
            }
        }
        let digits = folded.replace('1', "l").replace('0', "o").replace('5', "s");
        if digits != folded {
            known(&digits, &mut all);
        }
    }
    for at in SHORTEST_HALF..folded.len().saturating_sub(SHORTEST_HALF - 1) {
        let halves = [index.look_up(&folded[..at]), index.look_up(&folded[at..])];
        if halves.iter().all(|half| half.count() > 0) {
            all.extend(halves);
        }
    }
    if let Some(next) = next.filter(|next| folded.len() + next.len() >= SHORTEST_JOINED) {
        known(&[folded, next].concat(), &mut all);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Builder;
    use crate::text::each_word;

    #[test]
    fn a_misread_a_split_and_a_joined_word_are_read() {
        let mut builder = Builder::default();
        builder.begin_source();
        each_word("a modern cooperation of the cat with mistakes", |span, folded| builder.push(span, folded));
        let index = Index::of(vec![builder]);
        let found = |word: &str, next: Option<&str>, expected: &str| {
            let expected = index.look_up(expected);
            readings(word, next, &index).iter().any(|term| term.id_in(0) == expected.id_in(0))
        };
        assert!(found("rnodern", None, "modern") && found("mi5takes", None, "mistakes"));
        assert!(found("thecat", None, "cat") && found("cooperat", Some("ion"), "cooperation"));
        assert!(!found("zebra", None, "cat"));
    }
}
