//! Where a clause begins, and what may stand between its subject and its verb.

use super::blocks::beginning;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::phrases::Chain;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::*;
use std::ops::Range;

/// Words between commas, at most.
pub(super) const LONGEST_INSERTION: usize = 14;

/// Words from what opens a condition to what stands in it, and of whose something is, at most.
const LONGEST_CONDITION: usize = 24;
const LONGEST_POSSESSOR: usize = 8;

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

/// Whether something is said to take place on an occasion: `at the Harbour Congress`, `After the Salt War, …`, `On the eve of the
/// Harbour Congress in 1871, …`.
pub(super) fn is_occasion(tokens: &[Token], name: &Range<usize>) -> bool {
    let is_aside = |word: &Token| matches!(word.class, Class::Determiner | Class::Number) || word.ordinal;
    let is_led = |word: &Token| matches!(word.class, Class::Preposition | Class::Of);
    let before = &tokens[beginning(tokens, name.start)..name.start];
    let Some(led) = before.iter().rev().find(|word| !is_aside(word)) else { return false };
    if [*AT, *ON, *DURING].contains(&led.word) {
        return true;
    }
    let acts = |word: &Token| {
        matches!(word.class, Class::Subject | Class::Be | Class::Auxiliary | Class::Stop)
            || (word.class == Class::Verb && word.ending != Ending::Ing)
    };
    let is_opening = before.len() <= LONGEST_INSERTION && is_led(&before[0]) && !before.iter().any(acts);
    is_opening && is_led(led) && begins_insertion(tokens, name.end)
}

/// Whether nothing but an article, a mark or what leads over stands before the token `at` in its sentence.
pub(super) fn opens_sentence(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut first = at;
    let leads = |word: &Token| {
        matches!(word.class, Class::Determiner | Class::Number) || [*SO, *CALLED_SO].contains(&word.word)
    };
    while first > start && tokens[first].gap.ends_no_clause() && leads(&tokens[first - 1]) {
        first -= 1;
    }
    // `In short: The levy is …`
    let is_led = tokens[first].class == Class::Determiner || tokens[first].case != Case::Lower;
    let begins_anew = tokens[first].gap.has(Gap::COLON) && is_led;
    if first == start || begins_anew || is_behind_number(tokens, first, start) {
        return true;
    }
    if tokens[first].word == *THAT && tokens[first].gap.joins() && is_reported(tokens, first, start) {
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
        && matches!(tokens[start].class, Class::Preposition | Class::Of | Class::Stop | Class::Adverb | Class::To)
}

/// Whether a sentence that begins with `Some`, `Other` tells what there is of the kind that begins at the token `at` and ends at
/// `end`: `Other boats include …`.
pub(super) fn lists_some(tokens: &[Token], at: usize, end: usize, start: usize) -> bool {
    let lists = |verb: &Token| verb.gap.joins() && VERBS.get(&verb.word) == Some(&Pattern::Includes);
    at == start + 1
        && tokens[start].class == Class::Quantifier
        && tokens[at].gap.joins()
        && tokens.get(behind_adverbs(tokens, end)).is_some_and(lists)
}

/// Whether the token `at` stands in a clause that says under what condition something is so, or asks whether it is: `if the toll
/// is …`, `there is no toll`.
pub(super) fn stands_in_condition(tokens: &[Token], at: usize, start: usize) -> bool {
    let is_clause = |i: usize| !matches!(tokens[i + 1].ending, Ending::Ing | Ending::Ed);
    let inside = (start..at).rev().take(LONGEST_CONDITION).take_while(|&i| tokens[i + 1].gap.ends_no_clause());
    inside.into_iter().any(|i| CONDITIONS.contains(&tokens[i].word) && is_clause(i))
}

/// Whether `What is`, and an article at most, stands before what begins at the token `at`.
pub(super) fn asks_what_it_is(tokens: &[Token], at: usize, start: usize) -> bool {
    let verb = (start..at).rev().find(|&i| tokens[i].class != Class::Determiner);
    tokens[start].word == *WHAT && verb == Some(start + 1) && tokens[start + 1].class == Class::Be
}

/// Whether nothing but the number of an item stands before the token `at`: `(b) the …`.
fn is_behind_number(tokens: &[Token], at: usize, start: usize) -> bool {
    at == start + 1 && tokens[start].span.len() <= 3 && tokens[at].gap.has(Gap::CLOSES_PARENTHESIS)
}

/// Whether the `that` at a token opens what somebody says: `He pointed out again that …`, `It was agreed at noon that …`.
fn is_reported(tokens: &[Token], that: usize, start: usize) -> bool {
    let says = |word: &Token| matches!(word.class, Class::Verb | Class::Either | Class::Preposition);
    let before = tokens[start..that].iter().rev().find(|word| word.class != Class::Adverb);
    let is_announced = tokens[start].word == *IT && tokens.get(start + 1).is_some_and(|word| word.class == Class::Be);
    // `the claim that a toll is …`
    let claims = |word: &Token| matches!(word.class, Class::Cue | Class::Content);
    let is_claim =
        before.is_some_and(claims) && tokens.get(that + 1).is_some_and(|word| word.class == Class::Determiner);
    is_announced || is_claim || before.is_some_and(says)
}

/// Behind what is said of a subject before its verb, if a verb follows it: `the gates in the wall …`, `the gates built by
/// him …`.
pub(super) fn behind_modifiers(tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens.get(at).filter(|word| word.gap.joins())?;
    if !matches!(first.class, Class::Preposition | Class::To | Class::Of) && !is_participle(tokens, at) {
        return None;
    }
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|word| word.gap.ends_no_clause());
    let is_verb = |word: &Token| matches!(word.class, Class::Be | Class::Auxiliary);
    let opens_clause = |word: &Token| word.class == Class::Subject || LEADING.contains(&word.word);
    let verb = inside.clone().position(is_verb)?;
    (!inside.take(verb).any(opens_clause)).then_some(at + 1 + verb)
}

/// Behind a clause that says of which of a kind a sentence speaks, if it goes on with what these include: `the dues that ships
/// pay include …`.
pub(super) fn behind_relative(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|word| word.gap.joins() && (word.word == *THAT || [*WHICH, *WHO].contains(&word.word)))?;
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|word| word.gap.joins());
    let verb = inside.into_iter().position(|word| VERBS.get(&word.word) == Some(&Pattern::Includes))?;
    (verb > 0).then_some(at + 1 + verb)
}

/// Whether the word `at` is a verb in the past that has an object: `issued a …`.
pub(super) fn is_past(tokens: &[Token], at: usize) -> bool {
    let [Some(verb), Some(next)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    verb.ending == Ending::Ed && verb.case == Case::Lower && next.class == Class::Determiner && next.gap.joins()
}

/// Whether the words from `at` on say by a participle what was done with what stands before them: `built in 1850`,
/// `chosen by the council`.
pub(super) fn is_participle(tokens: &[Token], at: usize) -> bool {
    let [Some(verb), Some(next)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let is_form =
        verb.ending == Ending::Ed || verb.word == *USED || (verb.class == Class::Verb && verb.ending == Ending::None);
    let is_led_to = matches!(next.class, Class::Preposition | Class::To) && next.gap.joins();
    verb.case == Case::Lower && verb.class != Class::Adverb && is_form && is_led_to
}

/// Whether a clause about what stands before the token `at` begins there: `that keeps …`, `which was …`.
pub(super) fn begins_relative(tokens: &[Token], at: usize) -> bool {
    let [Some(that), Some(verb)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let are_several = at > 0 && tokens[at - 1].ending == Ending::S && verb.ending == Ending::None;
    let is_verb = matches!(verb.class, Class::Verb | Class::Be | Class::Auxiliary)
        || (verb.class == Class::Either && (verb.ending == Ending::S || are_several)) && verb.ending != Ending::Ing;
    let is_pronoun = (that.word == *THAT && that.gap.joins()) || [*WHICH, *WHO].contains(&that.word);
    is_pronoun && verb.gap.joins() && (is_verb || agrees(tokens, at))
}

/// Whether a relative pronoun stands at a token, or behind a preposition there, whatever follows: `that no ship …`, `whose …`,
/// `in which …`.
pub(super) fn has_relative_pronoun(tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, pronouns: &[u64]| tokens.get(at).is_some_and(|word| pronouns.contains(&word.word));
    let is_led = tokens.get(at).is_some_and(|word| matches!(word.class, Class::Preposition | Class::Of | Class::To));
    let is_demonstrative = || at == 0 || matches!(tokens[at - 1].class, Class::Preposition | Class::Of | Class::To);
    let is_that = is(at, &[*THAT]) && tokens[at].gap.joins() && !is_demonstrative();
    is_that || is(at, &[*WHICH, *WHO, *WHOM, *WHOSE]) || (is_led && is(at + 1, &[*WHICH, *WHOM, *WHOSE]))
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

/// Behind what stands between commas before a kind: `is, in short, a …`.
pub(super) fn behind_aside(tokens: &[Token], at: usize) -> usize {
    let is_kind = |word: &Token| [*A, *AN, *THE, *ONE].contains(&word.word);
    let behind = || {
        let mut inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|token| !token.gap.ends());
        inside.position(|token| token.gap.is_comma() && is_kind(token))
    };
    let opens = tokens.get(at).is_some_and(|token| token.gap.is_comma() && !is_kind(token));
    if opens { behind().map_or(at, |inside| at + 1 + inside) } else { at }
}

/// The verb behind the second of two commas, the first of which stands before the token `at`.
pub(super) fn behind_comma(tokens: &[Token], at: usize) -> Option<usize> {
    let is_comma = |token: &Token| token.gap.is_comma_with_marks();
    tokens.get(at).filter(|token| is_comma(token))?;
    let is_verb = |word: &Token| {
        matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb) || VERBS.contains_key(&word.word)
    };
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|token| !token.gap.ends());
    let closes = inside.clone().position(|token| is_comma(token) && is_verb(token))?;
    Some(at + 1 + closes)
}

/// Whether a word in `-s` behind the `that` at a token is a verb of the one thing before it, as no other verb follows: `a plan that
/// couples thrift with trade`.
fn agrees(tokens: &[Token], that: usize) -> bool {
    let [Some(noun), Some(verb), Some(object)] =
        [that.checked_sub(1), Some(that + 1), Some(that + 2)].map(|i| tokens.get(i?))
    else {
        return false;
    };
    let is_noun = noun.class == Class::Content || noun.class == Class::Cue || noun.class == Class::Either;
    let acts = matches!(
        object.class,
        Class::Verb | Class::Be | Class::Auxiliary | Class::Either | Class::And | Class::Subject
    );
    is_noun
        && noun.ending != Ending::S
        && verb.class == Class::Content
        && verb.ending == Ending::S
        && object.gap.joins()
        && !acts
}

/// Whether a sentence opens with what begins at the token `at`, and its verb says something that holds always: `A keel keeps …`,
/// not `The keel broke`.
pub(super) fn holds_always(tokens: &[Token], at: usize, start: usize, verb: usize) -> bool {
    let is_led = at == start + 1 && [*A, *AN, *THE].contains(&tokens[start].word);
    // What a name behind its article does is a deed.
    let is_name = is_led && tokens.get(at).is_some_and(|word| word.case != Case::Lower);
    let Some(word) = tokens.get(verb).filter(|_| (at == start || is_led) && !is_name) else { return false };
    word.gap.joins()
        && word.ending != Ending::Ed
        && word.class != Class::Auxiliary
        && ![*WAS, *WERE, *HAD].contains(&word.word)
        && !PASTS.contains(&word.word)
}

/// Whether the words from `at` on are `is defined as`, `can be understood to`.
pub(super) fn is_defined(tokens: &[Token], at: usize) -> bool {
    let mut rest = tokens[at..].iter().take_while(|word| word.gap.ends_no_clause());
    let helps = |word: &&Token| matches!(word.class, Class::Be | Class::Auxiliary | Class::Adverb);
    let helpers = rest.clone().take_while(helps).count();
    let (done, led) = (rest.nth(helpers), rest.next());
    helpers > 0
        && done.is_some_and(|word| DEFINING.contains(&word.word))
        && led.is_some_and(|word| word.word == *AS || word.class == Class::To)
        && rest.next().is_none_or(|word| word.word != *FOLLOWS)
}

/// The first word of whose the name at a token is, as far as that is nouns: of `the harbour guild’s “lee passage”` `harbour`.
pub(super) fn before_possessor(tokens: &[Token], at: usize, start: usize) -> usize {
    let is_noun = |i: &usize| matches!(tokens[*i].class, Class::Content | Class::Cue | Class::Weak | Class::Rank);
    let mut first = at;
    let before = |at: usize| at.checked_sub(1).filter(|&i| i >= start && tokens[at].gap.ends_no_clause());
    if before(at).is_some_and(|i| tokens[i].possessive) {
        while let Some(i) = before(first).filter(is_noun).filter(|i| at - i <= LONGEST_POSSESSOR) {
            first = i;
        }
    }
    first
}

/// Whether a noun has another word for its name, and not only an article before it: `the open-gate rule`.
pub(super) fn is_qualified(tokens: &[Token], at: usize) -> bool {
    at > 0
        && tokens[at].gap.joins()
        && matches!(tokens[at - 1].class, Class::Content | Class::Cue | Class::Weak | Class::Rank)
}
