//! Negations by what stands around them: one that the quotation leaves behind, two changes that take each other back, and
//! words that negate no more than the clause does already.

use super::Tracer;
use super::changes::Change;
use super::classify::{classify, told_otherwise};
use super::cuts::{begins_clause, negated_before};
use super::ends::gap_behind;
use super::negations::{is_opposite, turns};
use super::negators::{have_halves, negates};
use super::quoted::{Token, folded};
use super::runs::Run;
use crate::index::Index;
use crate::text::{Span, is_unspaced};
use std::ops::Range;

/// A negation turns the meaning where at most so many words were changed with it: a longer phrase takes its negation along.
const NEGATION_WITHIN: usize = 2;
/// Signs without spaces that make one word.
const SIGNS_OF_A_WORD: usize = 2;
/// Negations right before a quotation that belong to its first words, at most: *никто не*.
const MOST_BEFORE: usize = 2;
/// So many words before a quotation may have the negation that its first words put otherwise: `cannot “survive`.
const NEAR: usize = 3;
/// Words before a conjunction among which the negation that it goes on with is looked for.
const CLAUSE: usize = 12;
/// Say of how many or how often something is true, folded.
const QUANTITIES: &[&str] = &[
    "everyone",
    "everybody",
    "everything",
    "all",
    "every",
    "each",
    "always",
    "anyone",
    "anybody",
    "anything",
    "some",
    "someone",
    "somebody",
    "something",
    "none",
    "both",
    "many",
    "most",
    "few",
    "often", //
    "alle",
    "alles",
    "jeder",
    "jede",
    "jedes",
    "jemand",
    "immer",
    "viele", //
    "tous",
    "tout",
    "toutes",
    "chacun",
    "chaque",
    "toujours",
    "beaucoup", //
    "todos",
    "todo",
    "todas",
    "todo",
    "siempre",
    "alguien",
    "muchos", //
    "tutti",
    "tutto",
    "tutte",
    "sempre",
    "ognuno",
    "qualcuno",
    "molti", //
    "tudo",
    "alguem",
    "muitos", //
    "все",
    "всегда",
    "каждыи",
    "многие",
];
/// Go on with a negation, or with what is not negated.
const CONJUNCTIONS: [&str; 5] = ["either", "neither", "or", "nor", "and"];
/// The second halves of pairs that negate: *neither … nor*.
const SECOND_HALVES: [(&str, &str); 7] =
    [("neither", "nor"), ("weder", "noch"), ("ni", "ni"), ("ne", "ne"), ("nem", "nem"), ("ни", "ни"), ("not", "nor")];
/// Conjunctions and auxiliaries, folded: beside a negation they say nothing.
const LIGHT: &[&str] = &[
    "and",
    "but",
    "or",
    "yet",
    "so",
    "shall",
    "may",
    "can",
    "will",
    "must",
    "should",
    "would",
    "could",
    "might",
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "be",
    "has",
    "have",
    "had", //
    "und",
    "aber",
    "oder",
    "doch",
    "sondern",
    "darf",
    "durfen",
    "kann",
    "konnen",
    "soll",
    "sollen",
    "muss",
    "wird",
    "werden",
    "ist",
    "sind",
    "war",
    "hat", //
    "et",
    "mais",
    "ou",
    "peut",
    "peuvent",
    "doit",
    "doivent",
    "est",
    "sont", //
    "y",
    "pero",
    "o",
    "puede",
    "pueden",
    "debe",
    "deben",
    "es",
    "son", //
    "e",
    "ma",
    "puo",
    "possono",
    "deve",
    "devono", //
    "mas",
    "pode",
    "podem",
    "devem", //
    "и",
    "а",
    "но",
    "может",
    "могут",
    "должен",
    "должны",
];

/// The words of some that say something besides joining and helping.
fn telling<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().copied().filter(|word| !LIGHT.contains(word)).collect()
}

/// Whether so little was changed that a negation in it counts.
pub(super) fn is_short(ours: &[&str], theirs: &[&str]) -> bool {
    let longest = |ours: &[&str], theirs: &[&str]| weight(ours).max(weight(theirs));
    longest(ours, theirs) <= NEGATION_WITHIN
        || (!ours.is_empty() && !theirs.is_empty() && longest(&telling(ours), &telling(theirs)) <= NEGATION_WITHIN)
}

/// How many words some words are where signs without spaces are words: two or so of them make one.
pub(super) fn weight(words: &[&str]) -> usize {
    let signs = words.iter().filter(|word| word.starts_with(is_unspaced)).count();
    words.len() - signs + signs.div_ceil(SIGNS_OF_A_WORD)
}

/// Whether words in brackets turn the meaning: they end in a negation, as `[not]` and `[do not]` do, or stand for words
/// that negate while they do not. A longer explanation may well have a negation of its own.
pub(super) fn turns_in_brackets(index: &Index, tokens: &[Token], words: Range<usize>) -> bool {
    let (ours, theirs) = (folded(tokens), index.words(words.clone()));
    if !is_short(&ours, &theirs) || have_halves(&ours, &theirs) {
        return false;
    }
    if let ([a], [b]) = (ours.as_slice(), theirs.as_slice())
        && (is_opposite(a, b) || is_opposite(b, a))
    {
        return true;
    }
    let adds = tokens.last().is_some_and(|token| negates(&token.folded));
    let negations = tokens.iter().filter(|token| negates(&token.folded)).count();
    let theirs = index.words(words).into_iter().filter(|word| negates(word)).count();
    negations % 2 != theirs % 2 && (adds || theirs > negations)
}

/// Gives each negation its due: those right before a quotation belong to its first words if these are others than the source's,
/// and those that take each other back turn nothing. Says whether the first words now reach back.
pub(super) fn settle(tracer: &Tracer, tokens: &[Token], text: &str, runs: &mut Vec<Run>) -> bool {
    cancel(tracer.index, tokens, runs);
    let reaches = reach_back(tracer, tokens, runs)
        || restore_first_half(tracer, runs)
        || restore_determiner(tracer, tokens, text, runs);
    excuse_before(tracer, tokens, runs);
    reaches
}

/// The first words, where they stand for others, with the negations right before these.
fn reach_back(tracer: &Tracer, tokens: &[Token], runs: &mut [Run]) -> bool {
    let Some(first) = runs.first_mut() else { return false };
    let is_changed = matches!(first.change, Change::Replaced | Change::Negation | Change::Name);
    if !is_changed || first.tokens.start > 0 || first.tokens.is_empty() || first.words.is_empty() || tokens[0].editorial
    {
        return false;
    }
    let before = (0..MOST_BEFORE)
        .try_fold(first.words.start, |start, _| negated_before(tracer, start).map(|words| words.start).ok_or(start));
    let start = before.unwrap_or_else(|start| start);
    // In the middle of a clause the writer may negate before the quotation, too.
    let is_quantity = tokens[first.tokens.clone()].iter().any(|token| QUANTITIES.contains(&token.folded.as_str()));
    let reaches = start < first.words.start && (is_quantity || begins_clause(tracer, start));
    if reaches {
        first.words.start = start;
        first.change = classify(tracer.index, &tokens[first.tokens.clone()], first.words.clone());
    }
    reaches
}

/// Whether a run has words, and they are the source's one for one.
fn is_plain(run: &Run) -> bool {
    run.change == Change::Same && run.tokens.len() == run.words.len() && !run.tokens.is_empty()
}

/// The first half of a pair such as *neither … nor*, whose second half was changed, as dropped before the first word.
fn restore_first_half(tracer: &Tracer, runs: &mut Vec<Run>) -> bool {
    let Some(first) = runs.first().filter(|run| run.tokens.start == 0 && is_plain(run)) else { return false };
    let Some(before) = negated_before(tracer, first.words.start) else { return false };
    let half = tracer.index.word(before.start);
    let loses = |run: &Run| {
        let theirs = tracer.index.words(run.words.clone());
        run.change == Change::Negation && SECOND_HALVES.iter().any(|(a, b)| *a == half && theirs.contains(b))
    };
    let is_lost = runs.iter().any(loses);
    if is_lost {
        drop_before(before, runs);
    }
    is_lost
}

/// Makes the negation `before` the first word of the quotation one that was dropped with it.
fn drop_before(before: Range<usize>, runs: &mut Vec<Run>) {
    let first = &mut runs[0];
    let words = before.start..first.words.start + 1;
    (first.tokens.start, first.words.start) = (1, words.end);
    if first.tokens.is_empty() {
        runs.remove(0);
    }
    runs.insert(0, Run { change: Change::Negation, tokens: 0..1, words });
}

/// The negation at the beginning of a source's sentence, as dropped where the quotation begins a sentence behind it and has the noun
/// that it belongs to in another form: `Grey ships shall` for `No grey ship shall`.
fn restore_determiner(tracer: &Tracer, tokens: &[Token], text: &str, runs: &mut Vec<Run>) -> bool {
    let Some(first) = runs.first().filter(|run| run.tokens.start == 0 && is_plain(run)) else { return false };
    let is_sentence = tokens[0].span.of(text).starts_with(char::is_uppercase);
    let is_noun = |run: &Run| {
        matches!(run.change, Change::Replaced | Change::Typing) && run.tokens.start <= NEAR && run.words.len() == 1
    };
    let Some(before) = negated_before(tracer, first.words.start) else { return false };
    let is_dropped = is_sentence && begins_clause(tracer, before.start) && runs.get(1).is_some_and(is_noun);
    if is_dropped {
        drop_before(before, runs);
    }
    is_dropped
}

/// First words that the source lacks there and that negate what its words before them negate, too, across its own marks.
fn excuse_before(tracer: &Tracer, tokens: &[Token], runs: &mut [Run]) {
    let Some(first) = runs.first_mut() else { return };
    if first.change != Change::Negation || first.tokens.start > 0 || !first.words.is_empty() {
        return;
    }
    let inside = tracer.index.positions_around(first.words.start);
    let goes_on = |position: &usize| {
        gap_behind(tracer, *position)
            .is_some_and(|gap| !gap.contains(['.', '!', '?', ';', ':']) && gap.matches('\n').count() < 2)
    };
    let near = first.words.start.saturating_sub(NEAR).max(inside.start)..first.words.start;
    let Some(at) = near.rev().take_while(goes_on).find(|&position| negates(tracer.index.word(position))) else {
        return;
    };
    first.words = at..first.words.start;
    first.change = told_otherwise(&folded(&tokens[first.tokens.clone()]), &tracer.index.words(first.words.clone()));
}

/// Changes right beside each other that each turn the meaning, and together do not: `is not possible` as `is impossible`.
fn cancel(index: &Index, tokens: &[Token], runs: &mut [Run]) {
    for at in 1..runs.len() {
        let [a, b] = [&runs[at - 1], &runs[at]];
        let are_beside = a.tokens.end == b.tokens.start && a.words.end == b.words.start;
        if a.change != Change::Negation || b.change != Change::Negation || !are_beside {
            continue;
        }
        let ours = folded(&tokens[a.tokens.start..b.tokens.end]);
        let theirs = index.words(a.words.start..b.words.end);
        let are_opposites =
            ours.iter().any(|ours| theirs.iter().any(|theirs| is_opposite(ours, theirs) || is_opposite(theirs, ours)));
        if turns(&ours, &theirs) == are_opposites {
            for run in &mut runs[at - 1..=at] {
                run.change = told_otherwise(&folded(&tokens[run.tokens.clone()]), &index.words(run.words.clone()));
            }
        }
    }
}

/// Whether a run only has *nor* for *or* and the like, in a clause that negates before it in both texts.
pub(super) fn goes_on_negating(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    let ours = folded(&tokens[run.tokens.clone()]);
    let theirs = tracer.index.words(run.words.clone());
    let is_conjunction = |words: &[&str]| matches!(words, [one] if CONJUNCTIONS.contains(one));
    if !is_conjunction(&ours) || !is_conjunction(&theirs) {
        return false;
    }
    let negated = |words: &[&str]| words.iter().any(|word| negates(word) && !CONJUNCTIONS.contains(word));
    let is_joined =
        |gap: &str| !gap.contains([',', '.', '!', '?', ';', ':', '—', '–']) && gap.matches('\n').count() < 2;
    let inside = tracer.index.positions_around(run.words.start);
    let near = run.words.start.saturating_sub(CLAUSE).max(inside.start)..run.words.start;
    let goes_on = |at: &usize| gap_behind(tracer, *at).is_some_and(|gap| is_joined(&gap));
    let start = near.rev().take_while(goes_on).last().unwrap_or(run.words.start);
    let near = run.tokens.start.saturating_sub(CLAUSE)..run.tokens.start;
    let goes_on = |at: &usize| is_joined(Span::new(tokens[*at].span.end, tokens[at + 1].span.start).of(text));
    let first = near.rev().take_while(goes_on).last().unwrap_or(run.tokens.start);
    negated(&folded(&tokens[first..run.tokens.start])) && negated(&tracer.index.words(start..run.words.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_words_has_no_first_word() {
        let same = |len: usize| Run { change: Change::Same, tokens: 0..len, words: 7..7 + len };
        assert_eq!([0, 1, 2].map(|len| is_plain(&same(len))), [false, true, true]);
    }
}
