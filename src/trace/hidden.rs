//! Negations that words left out take along, marked or not.

use super::Tracer;
use super::negators::negates;
use super::passage::Passage;
use std::ops::Range;

/// An ellipsis that stands for a negation and hardly anything else, or ends with one, turns the meaning, marked as it is.
pub(super) const ELLIPSIS_OF_A_NEGATION: usize = 2;
/// Words of a remark between commas behind a negation, at most.
const LONGEST_REMARK: usize = 12;
/// Behind a negation these take it back: `not only`.
const NO_TURN: [&str; 5] = ["only", "just", "merely", "simply", "alone"];

/// Join the parts of a list or of a pair, so that what follows may be left out with its negation.
pub(super) const JOINING: [&str; 12] = ["or", "and", "nor", "but", "oder", "und", "ou", "et", "o", "y", "e", "или"];
/// Negate the noun behind them and nothing else.
const OF_A_NOUN: [&str; 12] =
    ["no", "kein", "keine", "keinen", "keiner", "aucun", "aucune", "ningun", "ninguna", "nessun", "nessuna", "geen"];
/// So far words left out may be moved along words that are the same.
const FARTHEST: usize = 4;

/// Whether leaving these words out takes the negation away from what follows: `neglect [and not by] any lack of money`, `must
/// [not, under any circumstances,] sell`.
pub(super) fn hides_negation(tracer: &Tracer, words: &Range<usize>) -> bool {
    let index = tracer.index;
    if words.len() <= ELLIPSIS_OF_A_NEGATION {
        return index.words(words.clone()).into_iter().any(negates);
    }
    let inside = index.positions_around(words.start);
    // `Any [price or no] price` is `any price [or no price]`.
    let moved = |by: usize| words.start + by..words.end + by;
    let may_move =
        |by: &usize| words.end + by < inside.end && index.word(words.start + by) == index.word(words.end + by);
    let most = (0..FARTHEST).take_while(may_move).count();
    !(0..=most).any(|by| is_a_part(tracer, &moved(by)))
        && (begins_negated(tracer, words) || ends_negated(tracer, words))
}

/// Whether some words are a part of a list that negates its own noun: `or no price`.
fn is_a_part(tracer: &Tracer, words: &Range<usize>) -> bool {
    match tracer.index.words(words.clone())[..] {
        [first, second, _, ..] => JOINING.contains(&first) && OF_A_NOUN.contains(&second),
        _ => false,
    }
}

/// What stands between the words from the position `from` on, up to the one behind the position `to`.
fn gaps(tracer: &Tracer, from: usize, to: usize) -> Vec<String> {
    let passage = Passage::new(tracer, from..to + 1);
    (from..to).map(|position| passage.between(position).to_string()).collect()
}

/// Whether a clause's negation is the first of the words, with a remark between commas behind it: `are [not, and have never
/// been,] at war`.
fn begins_negated(tracer: &Tracer, words: &Range<usize>) -> bool {
    let inside = tracer.index.positions_around(words.start);
    if words.len() > LONGEST_REMARK || words.start == inside.start || words.end >= inside.end {
        return false;
    }
    let gaps = gaps(tracer, words.start - 1, words.end);
    let is_comma = |gap: &str| gap.trim() == ",";
    negates(tracer.index.word(words.start))
        && gaps[0].trim().is_empty()
        && is_comma(&gaps[1])
        && is_comma(&gaps[gaps.len() - 1])
        && !gaps.iter().any(|gap| gap.contains(['.', '!', '?', ';', ':']))
}

/// Whether the last of the words negate what follows them.
fn ends_negated(tracer: &Tracer, words: &Range<usize>) -> bool {
    let index = tracer.index;
    let last = words.end - words.len().min(LONGEST_REMARK)..words.end;
    let left_out = index.words(last.clone());
    let Some(negation) = left_out.iter().rposition(|word| negates(word)) else { return false };
    // Behind a conjunction something else begins: `ink [, paper that nobody sells] and pens`.
    if words.end >= index.positions_around(last.start).end
        || JOINING.contains(&index.word(words.end))
        || left_out[negation..].iter().any(|word| NO_TURN.contains(word))
    {
        return false;
    }
    let ends = |gap: &String| gap.contains(['.', '!', '?', ';', ':', ',']);
    match gaps(tracer, last.start + negation, words.end).as_slice() {
        [first, inner @ .., last] if ends(first) => {
            first.trim() == "," && last.trim() == "," && !inner.iter().any(ends)
        }
        gaps => gaps.len() <= ELLIPSIS_OF_A_NEGATION && !gaps.iter().any(ends),
    }
}
