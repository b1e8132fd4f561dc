//! What to call it that some words of a quotation stand in the place of some of a source.

use super::changes::{Change, is_number};
use super::negations::turns;
use super::polarity::{is_short, weight};
use super::quoted::{Token, folded};
use super::slips::{is_grouped_otherwise, is_transposed};
use crate::index::Index;
use crate::text::{same_number, spoken_number};
use std::ops::Range;

/// A longer run that was dropped is an omission that should have been marked.
const OMISSION: usize = 3;

/// What happened where these tokens stand in the place of these words; one of the two may be none.
pub(super) fn classify(index: &Index, tokens: &[Token], words: Range<usize>) -> Change {
    let ours = folded(tokens);
    let theirs = index.words(words);
    if !ours.is_empty() && ours.concat() == theirs.concat() {
        return if is_regrouped(&ours, &theirs) { Change::Same } else { Change::Number };
    }
    if is_short(&ours, &theirs) && turns(&ours, &theirs) {
        return Change::Negation;
    }
    if let ([token], [theirs]) = (tokens, theirs.as_slice())
        && token.term.count() == 0
        && is_transposed(&token.folded, theirs)
    {
        return Change::Typing;
    }
    told_otherwise(&ours, &theirs)
}

/// What happened to folded words that do not turn the meaning.
pub(super) fn told_otherwise(ours: &[&str], theirs: &[&str]) -> Change {
    if ours.is_empty() {
        return if weight(theirs) >= OMISSION { Change::Omission } else { Change::Dropped };
    }
    if theirs.is_empty() {
        return Change::Added;
    }
    if sorted(ours.iter().copied()) == sorted(theirs.iter().copied()) {
        return swap(ours, theirs);
    }
    if same_number(ours, theirs) || is_grouped_otherwise(ours, theirs) {
        return Change::Spelling;
    }
    if are_other_numbers(ours, theirs) {
        return Change::Number;
    }
    let numbers = |words: &[&str]| words.iter().copied().filter(|w| is_number(w)).collect::<String>();
    if numbers(ours) != numbers(theirs) { Change::Number } else { Change::Replaced }
}

/// Whether both are numbers, in figures or in words of one language, and not the same one.
pub(super) fn are_other_numbers(ours: &[&str], theirs: &[&str]) -> bool {
    let values = spoken_number(ours).zip(spoken_number(theirs));
    values.is_some_and(|(ours, theirs)| ours != theirs)
}

/// What happened where the same words stand in another order: 三十四 is another number than 四十三.
pub(super) fn swap(ours: &[&str], theirs: &[&str]) -> Change {
    if are_other_numbers(ours, theirs) { Change::Number } else { Change::Swapped }
}

/// Whether the same digits are parted otherwise only where thousands are: `1 250` is `1250`, and `1/2` is not `12`.
pub(super) fn is_regrouped(ours: &[&str], theirs: &[&str]) -> bool {
    let are_thousands = |parts: &[&str]| parts[1..].iter().all(|part| part.len() == 3);
    let are_numbers = |words: &[&str]| words.iter().all(|word| is_number(word));
    ours == theirs || !are_numbers(ours) || !are_numbers(theirs) || (are_thousands(ours) && are_thousands(theirs))
}

/// Words in the order of their letters.
pub(super) fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<_> = words.collect();
    words.sort_unstable();
    words
}
