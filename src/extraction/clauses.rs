//! Where a clause begins, and what may stand between its subject and its verb.

use super::lexicon::Class;
use super::phrases::Chain;
use super::tokens::{Gap, Token};
use super::wording::*;

/// Words between commas, at most.
const LONGEST_INSERTION: usize = 14;

/// Whether a preposition opens the sentence, and the token `at` is the first that it governs.
pub(super) fn opens_prepositional(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut first = at;
    while first > start && tokens[first - 1].class == Class::Determiner {
        first -= 1;
    }
    first == start + 1 && tokens[start].class == Class::Preposition
}

/// Whether a comma or `and` stands before the token `at`, or before the articles before it.
pub(super) fn begins_later(tokens: &[Token], at: usize) -> bool {
    let mut first = at;
    while first > 0 && tokens[first].gap.joins() && tokens[first - 1].class == Class::Determiner {
        first -= 1;
    }
    tokens[first].gap.is_comma() || (first > 0 && tokens[first].gap.joins() && tokens[first - 1].class == Class::And)
}

/// Whether what opened a sentence ends before the token `at`: `…, we`, `… in 1848, we`.
pub(super) fn begins_insertion(tokens: &[Token], at: usize) -> bool {
    let comma = tokens[at..].iter().take(4).position(|token| !token.gap.joins());
    comma.is_some_and(|comma| tokens[at + comma].gap.is_comma())
}

/// Whether nothing but an article, a mark or what leads over stands before the token `at` in its sentence.
pub(super) fn opens_sentence(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut first = at;
    while first > start && matches!(tokens[first - 1].class, Class::Determiner | Class::Number) {
        first -= 1;
    }
    if first == start {
        return true;
    }
    // `He pointed out that …`
    let says = |word: &Token| matches!(word.class, Class::Verb | Class::Either | Class::Preposition);
    if tokens[first].word == *THAT && tokens[first].gap.joins() && says(&tokens[first - 1]) {
        return true;
    }
    // `…, because the …`, `…, but the …`, and not `a custom since the war`
    let before = &tokens[first - 1];
    let is_bare = before.word == *SINCE && first - 1 > start && before.gap.joins();
    if LEADING.contains(&before.word) && tokens[first].gap.joins() && !is_bare {
        return true;
    }
    // `In 1956, the …` and `Today, …`, but not the second of two subjects.
    tokens[first].gap.has(Gap::COMMA)
        && first - start <= 8
        && matches!(tokens[start].class, Class::Preposition | Class::Stop | Class::Adverb | Class::To)
}

/// Whether `In terms of`, `Regarding` stand before the token `at` and open the sentence.
pub(super) fn opens_topic(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut end = at;
    while end > start && tokens[end - 1].class == Class::Determiner {
        end -= 1;
    }
    let words: Vec<u64> = tokens[start..end].iter().take(4).map(|token| token.word).collect();
    match words.as_slice() {
        [one] => [*REGARDING, *CONCERNING].contains(one) || (*one == *UNDER && tokens[at].class != Class::Number),
        [first, second] => *first == *AS && tokens[start + 1].class == Class::Of && *second != *THE,
        [first, second, _] => {
            (*first == *IN && *second == *TERMS) || (*first == *WITH && [*REGARD, *REGARDS, *RESPECT].contains(second))
        }
        _ => false,
    }
}

/// Whether a chain that opens the sentence begins with the noun of `In terms of` or `With regard to`.
pub(super) fn names_topic(tokens: &[Token], chain: &Chain, start: usize) -> bool {
    let [noun, _, ..] = chain.runs.as_slice() else { return false };
    let (before, noun_word) = (tokens[start].word, tokens[noun.start].word);
    let is_topic = (before == *IN && noun_word == *TERMS)
        || (before == *WITH && [*REGARD, *REGARDS, *RESPECT].contains(&noun_word));
    noun.start == start + 1 && noun.len() == 1 && is_topic
}

pub(super) fn behind_adverbs(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.class == Class::Adverb && at + 1 < tokens.len()) {
        at += 1;
    }
    at
}

pub(super) fn behind_parenthesis(tokens: &[Token], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|token| token.gap.has(Gap::OPENS_PARENTHESIS)) {
        return at;
    }
    let inside = tokens[at + 1..].iter().take(12).position(|token| token.gap.has(Gap::CLOSES_PARENTHESIS));
    inside.map_or(at, |inside| at + 1 + inside)
}

/// Behind `, or …,`, `, as …,` and whatever else stands between commas before a verb.
pub(super) fn behind_insertion(tokens: &[Token], at: usize) -> usize {
    behind_comma(tokens, at).unwrap_or(at)
}

/// The verb behind the second of two commas, the first of which stands before the token `at`.
pub(super) fn behind_comma(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|token| token.gap.is_comma())?;
    let is_verb = |word: &Token| {
        matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb) || VERBS.contains_key(&word.word)
    };
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|token| !token.gap.ends());
    let closes = inside.clone().position(|token| token.gap.is_comma() && is_verb(token))?;
    Some(at + 1 + closes)
}
