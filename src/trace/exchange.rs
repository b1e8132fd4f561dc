//! Words or clauses of one passage that have changed places over any distance: the quotation has the same words as the source,
//! all of them, and two runs of them in each other's place. `Ann succeeded Ben` is `Ben succeeded Ann` exchanged.

use super::Tracer;
use super::align::Step;
use super::changes::Change;
use super::classify::{are_other_numbers, swap};
use super::compare::Likeness;
use super::passage::Passage;
use super::piece::Piece;
use super::quoted::{Token, folded};
use super::runs::{Run, runs};
use crate::index::WordId;
use std::ops::Range;

/// Longer quotations are not looked into.
const LONGEST: usize = 80;
/// So many words at either end, at most, may belong to the passage or not.
const MARGIN: usize = 12;
/// So many words, at most, may change places in any other way, as those of a list do: `red, white and blue`.
const MOST_MIXED: usize = 6;

/// The runs of a quotation that exchanges two runs of words of the passage that its pieces lie in; `None` where it does not, or
/// its pieces tell all of it as it is.
pub(super) fn exchanged(tracer: &Tracer, tokens: &[Token], text: &str, pieces: &[Piece]) -> Option<Vec<Run>> {
    let len = tokens.len();
    if len > LONGEST || explains_all(pieces, len) || tokens.iter().any(|t| t.editorial || t.bent || t.after_gap) {
        return None;
    }
    let first = pieces.first()?.positions();
    let hull = pieces
        .iter()
        .map(Piece::positions)
        .fold(first.clone(), |all, one| all.start.min(one.start)..all.end.max(one.end));
    let inside = tracer.index.positions_around(first.start);
    if hull.len() > len + MARGIN || hull.len() + MARGIN < len {
        return None;
    }
    let from = hull.start.saturating_sub(MARGIN).max(inside.start);
    let stretch = tracer.index.stretch(from..(hull.end + MARGIN).min(inside.end))?;
    let ours: Vec<WordId> = tokens.iter().map(|token| token.term.id_in(stretch.number)).collect::<Option<_>>()?;
    let mut all = ours.clone();
    all.sort_unstable();
    let same_words = |start: &usize| {
        let mut theirs = stretch.words[*start..*start + len].to_vec();
        theirs.sort_unstable();
        theirs == all
    };
    // Beyond the pieces the passage does not go on into another sentence.
    let around = Passage::new(tracer, from..from + stretch.words.len());
    let goes_on = |start: &usize| {
        let window = from + start..from + start + len - 1;
        window.clone().filter(|at| *at < hull.start || *at + 1 >= hull.end).all(|at| !around.is_border(at))
            && window.clone().all(|at| !around.between(at).contains("\n- "))
    };
    let windows = 0..(stretch.words.len() + 1).saturating_sub(len);
    let windows: Vec<usize> = windows.filter(same_words).filter(goes_on).collect();
    let theirs = |start: usize| &stretch.words[start..start + len];
    let all = windows.iter().filter_map(|&start| Some((start, Exchange::between(&ours, theirs(start))?)));
    let shortest = all.min_by_key(|(_, exchange)| exchange.ours.iter().map(Range::len).sum::<usize>());
    if let Some((start, exchange)) = shortest {
        return Some(exchange.runs(tracer, tokens, text, from + start));
    }
    let all = windows.iter().map(|&start| (start, differing(&ours, theirs(start))));
    let (start, mixed) = all.filter(|(_, mixed)| mixed.len() <= MOST_MIXED).min_by_key(|(_, mixed)| mixed.len())?;
    let whole = |range: Range<usize>| [range.start..range.end, range.end..range.end];
    Some(Exchange { ours: whole(mixed.clone()), theirs: whole(mixed) }.runs(tracer, tokens, text, from + start))
}

/// Where two runs of words of the same length differ, from the first word to behind the last.
fn differing(ours: &[WordId], theirs: &[WordId]) -> Range<usize> {
    let begin = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count();
    let end = ours[begin..].iter().rev().zip(theirs[begin..].iter().rev()).take_while(|(a, b)| a == b).count();
    begin..ours.len() - end
}

/// Whether one piece has all words, each behind the one before.
fn explains_all(pieces: &[Piece], len: usize) -> bool {
    matches!(pieces, [piece] if piece.tokens() == (0..len) && piece.is_unbroken())
}

/// Two runs of words in each other's place: their tokens and their words.
#[derive(Debug, PartialEq)]
struct Exchange {
    ours: [Range<usize>; 2],
    theirs: [Range<usize>; 2],
}

impl Exchange {
    /// The exchange that makes one run of words of another of the same length, with the shortest first run.
    fn between(ours: &[WordId], theirs: &[WordId]) -> Option<Exchange> {
        let Range { start: begin, end } = differing(ours, theirs);
        let (a, b) = (&ours[begin..end], &theirs[begin..end]);
        (1..a.len()).filter(|&first| a[..first] == b[b.len() - first..]).find_map(|first| {
            let fits = |&last: &usize| {
                a[a.len() - last..] == b[..last] && a[first..a.len() - last] == b[last..b.len() - first]
            };
            let last = (1..=a.len() - first).find(fits)?;
            Some(Exchange {
                ours: [begin..begin + first, end - last..end],
                theirs: [begin..begin + last, end - first..end],
            })
        })
    }

    /// The runs of a quotation whose first word stands at the position `start`.
    fn runs(&self, tracer: &Tracer, tokens: &[Token], text: &str, start: usize) -> Vec<Run> {
        let same = |from: usize, to: usize, word: usize| {
            let pair = |i: usize| Step::Pair { quoted: i, source: start + word + i - from, likeness: Likeness::Same };
            let steps: Vec<Step> = (from..to).map(pair).collect();
            if steps.is_empty() { Vec::new() } else { runs(tracer, tokens, text, &steps) }
        };
        let exchanged = |change, tokens: Range<usize>, words: Range<usize>| Run {
            change,
            tokens,
            words: start + words.start..start + words.end,
        };
        let [first, last] = &self.ours;
        let [their_first, their_last] = &self.theirs;
        let mut out = same(0, first.start, 0);
        let (whole, theirs) = (first.start..last.end, start + their_first.start..start + their_last.end);
        if swap(&folded(&tokens[whole.clone()]), &tracer.index.words(theirs)) == Change::Number {
            out.push(exchanged(Change::Number, whole, their_first.start..their_last.end));
        } else if first.end == last.start {
            out.push(exchanged(Change::Moved, first.start..last.end, their_first.start..their_last.end));
        } else {
            // Of two numbers in each other's place each is another one.
            let is_number = |ours: &Range<usize>, theirs: &Range<usize>| {
                let theirs = start + theirs.start..start + theirs.end;
                are_other_numbers(&folded(&tokens[ours.clone()]), &tracer.index.words(theirs))
            };
            let are_numbers = is_number(first, their_first) && is_number(last, their_last);
            let change = if are_numbers { Change::Number } else { Change::Swapped };
            out.push(exchanged(change, first.clone(), their_first.clone()));
            out.extend(same(first.end, last.start, their_first.end));
            out.push(exchanged(change, last.clone(), their_last.clone()));
        }
        out.extend(same(last.end, tokens.len(), their_last.end));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of two runs that have changed places, in the quotation.
    fn exchanged(ours: &str, theirs: &str) -> Option<[String; 2]> {
        let ids = |text: &str| {
            text.split(' ')
                .map(|word| word.bytes().fold(7u32, |id, b| id.wrapping_mul(31) + u32::from(b)))
                .collect::<Vec<_>>()
        };
        let exchange = Exchange::between(&ids(ours), &ids(theirs))?;
        let words: Vec<&str> = ours.split(' ').collect();
        Some(exchange.ours.map(|range| words[range].join(" ")))
    }

    #[test]
    fn two_runs_of_any_length_change_places() {
        for (ours, theirs, expected) in [
            ("ben lee succeeded ann", "ann succeeded ben lee", ["ben lee", "ann"]),
            (
                "the worst of times it was the best of times",
                "the best of times it was the worst of times",
                ["worst", "best"],
            ),
            ("in may the fees rose", "the fees rose in may", ["in may", "the fees rose"]),
        ] {
            assert_eq!(exchanged(ours, theirs), Some(expected.map(String::from)));
        }
        assert_eq!(exchanged("a b c d", "d b a c"), None);
        assert_eq!(exchanged("a b c", "a b c"), None);
    }
}
