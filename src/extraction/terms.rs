//! Sentences that speak of a term as a term: that give a name its meaning, or a meaning its name.

use super::clauses::*;
use super::lexicon::Class;
use super::phrases::{Chain, Link};
use super::tokens::{Gap, Token};
use super::wording::*;
use std::ops::Range;

/// Words from `define` to its `as`, at most, and from `call` to what it calls something.
const FARTHEST: usize = 14;

/// The name in a chain that the sentence around it speaks of as of a term, if it does. `start` is the sentence's first
/// token.
pub(super) fn termed(tokens: &[Token], chain: &Chain, start: usize) -> Option<Range<usize>> {
    let whole = chain.whole();
    let name = name_in(tokens, &whole, start);
    if gives_meaning(tokens, &whole, name != whole, start) || is_object(tokens, &whole, start) {
        return Some(name);
    }
    // `is called the dead water in the north`
    let end = chain.links.iter().position(|&link| link == Link::With).map_or(whole.end, |link| chain.runs[link].end);
    (name.start < end && is_given(tokens, &(whole.start..end), start)).then_some(name.start..end)
}

/// `the term demurrage`: the words behind the noun that says that a name follows.
fn name_in(tokens: &[Token], whole: &Range<usize>, start: usize) -> Range<usize> {
    let is_led = whole.len() > 1 && whole.start > start && tokens[whole.start - 1].word == *THE;
    if is_led && NAMING.contains(&tokens[whole.start].word) { whole.start + 1..whole.end } else { whole.clone() }
}

/// Whether what stands before a verb is said to mean something: `X denotes …`, `X shall mean …`, `X can be defined as …`,
/// `the term X describes …`, `“X” means …`.
fn gives_meaning(tokens: &[Token], whole: &Range<usize>, is_named: bool, start: usize) -> bool {
    let end = behind_parenthesis(tokens, whole.end);
    let is_marked =
        tokens[whole.start].gap.has(Gap::OPENS) && tokens.get(whole.end).is_some_and(|t| t.gap.has(Gap::CLOSES));
    let is_led = is_marked && whole.start > start && NAMING.contains(&tokens[whole.start - 1].word);
    if !opens_sentence(tokens, whole.start - usize::from(is_led), start) {
        return false;
    }
    // `X, by which is meant …`
    if let Some([by, which, rest @ ..]) = tokens.get(end..)
        && (by.word, which.word) == (*BY, *WHICH)
        && rest.iter().take(3).any(|word| MEANING.contains(&word.word) || DEFINING.contains(&word.word))
    {
        return true;
    }
    let verb = behind_adverbs(tokens, behind_insertion(tokens, end));
    let Some([verb, next]) = tokens.get(verb..verb + 2) else { return false };
    if verb.gap.ends() || verb.gap.is_comma() || !next.gap.ends_no_clause() {
        return false;
    }
    let says = DENOTING.contains(&verb.word) || (verb.word == *STANDS && next.class == Class::Of);
    let refers = || tokens[end..].iter().take(3).any(|word| word.word == *MEANING_NOUN);
    let has_meaning =
        is_marked && (MEANING.contains(&verb.word) || verb.word == *INCLUDES || (verb.word == *HAS && refers()));
    let shall_mean = verb.class == Class::Auxiliary && MEANING.contains(&next.word);
    ((is_named || is_led) && says) || has_meaning || shall_mean || verb.word == *DENOTES || is_defined(tokens, end)
}

/// Whether the words from `at` on are `is defined as`, `can be understood to`.
fn is_defined(tokens: &[Token], at: usize) -> bool {
    let mut rest = tokens[at..].iter().take_while(|word| word.gap.ends_no_clause());
    let helps = |word: &&Token| matches!(word.class, Class::Be | Class::Auxiliary | Class::Adverb);
    let helpers = rest.clone().take_while(helps).count();
    let (done, led) = (rest.nth(helpers), rest.next());
    helpers > 0
        && done.is_some_and(|word| DEFINING.contains(&word.word))
        && led.is_some_and(|word| word.word == *AS || word.class == Class::To)
        && rest.next().is_none_or(|word| word.word != *FOLLOWS)
}

/// Whether somebody says what the chain means: `the statute defines X as …`, `by X we understand …`, `by X is meant …`,
/// `what sailors call X is …`.
fn is_object(tokens: &[Token], whole: &Range<usize>, start: usize) -> bool {
    let first = before_articles(tokens, whole.start, start);
    let Some(before) = first.checked_sub(1).filter(|&i| i >= start && tokens[first].gap.ends_no_clause()) else {
        return false;
    };
    let behind = tokens[whole.end..].iter().take(FARTHEST).take_while(|word| word.gap.ends_no_clause());
    let next: Vec<&Token> = behind.clone().take(3).collect();
    if DEFINING.contains(&tokens[before].word) {
        return behind.into_iter().any(|word| word.word == *AS);
    }
    if tokens[before].word == *BY {
        let verb =
            next.iter().position(|word| matches!(word.class, Class::Subject | Class::Be)).and_then(|i| next.get(i + 1));
        let is_understood = verb.is_some_and(|word| MEANING.contains(&word.word) || DEFINING.contains(&word.word));
        return is_understood || (before > start && MEANING.contains(&tokens[before - 1].word));
    }
    tokens[start].word == *WHAT
        && CALLING.contains(&tokens[before].word)
        && next.first().is_some_and(|word| word.class == Class::Be)
}

/// Whether the chain is the name that the sentence gives to something: `a vessel without a rudder is called X`, `known as
/// X`, `we call the strip between the tides X`.
fn is_given(tokens: &[Token], whole: &Range<usize>, start: usize) -> bool {
    let first = before_articles(tokens, whole.start, start);
    let Some(before) = first.checked_sub(1).filter(|&i| i > start && tokens[first].gap.ends_no_clause()) else {
        return false;
    };
    let is_present = |at: usize| [*IS, *ARE].contains(&tokens[at].word);
    let word = &tokens[before];
    if CALLED.contains(&word.word) {
        return is_present(before - 1) || matches!(tokens[before - 1].class, Class::Adverb);
    }
    if word.word == *AS {
        return tokens[before - 1].word == *KNOWN && before > start + 1 && tokens[start].class != Class::Subject;
    }
    // Nothing but a verb such as this has two objects side by side.
    let ends = tokens.get(whole.end).is_none_or(|next| next.gap.ends() || next.gap.is_comma());
    let is_noun = matches!(word.class, Class::Content | Class::Cue) && first < whole.start;
    let near = start.max(before.saturating_sub(FARTHEST));
    ends && is_noun
        && tokens[near..before].iter().any(|word| CALLING.contains(&word.word) && !CALLED.contains(&word.word))
}

/// The first of the articles before the token `at`.
fn before_articles(tokens: &[Token], at: usize, start: usize) -> usize {
    let is_article = |&i: &usize| [*A, *AN, *THE].contains(&tokens[i - 1].word) && tokens[i].gap.ends_no_clause();
    (start + 1..=at).rev().take_while(is_article).last().map_or(at, |i| i - 1)
}
