//! What a sentence says of the object of its verb, or of who acts in a passive one.

use super::definitions::{Found, joined_runs};
use super::lexicon::{Class, is_advocacy};
use super::pattern::Pattern;
use super::phrases::{Chain, Link};
use super::terms::{is_denied, is_verb};
use super::tokens::{Ending, Token};
use super::wording::*;

/// Words between a verb and the `must` or `to` that it shares with the verbs before it, at most.
const FARTHEST_WANT: usize = 40;
/// Words from `defined`, or the object of `regard`, to its `as`, at most.
pub(super) const FARTHEST_AS: usize = 8;

/// What the verb before a chain introduces: the whole chain, and what stands behind `the policy of` in it.
pub(super) fn introductions(tokens: &[Token], chain: &Chain, start: usize, each: &mut impl FnMut(Found)) {
    let whole = chain.whole();
    let mut at = whole.start;
    while at > start
        && matches!(tokens[at - 1].class, Class::Determiner | Class::Adverb | Class::Quantifier | Class::Number)
        && tokens[at].gap.ends_no_clause()
    {
        at -= 1;
    }
    if at == start || !tokens[at].gap.ends_no_clause() {
        return;
    }
    if CALLED.contains(&tokens[at - 1].word) {
        // `called the guild’s “lee passage”`
        if tokens[whole.end - 1].possessive || is_verb(tokens, &whole) || is_denied(tokens, at - 1, start) {
            return;
        }
        each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Identified });
        return;
    }
    // `adopted the principle of “…”`
    let of = at - usize::from(tokens[at - 1].class == Class::Of);
    if of > start + 1 && tokens[of - 1].class == Class::Cue {
        at = of - 1;
        while at > start && matches!(tokens[at - 1].class, Class::Determiner | Class::Weak) {
            at -= 1;
        }
        if at == start {
            return;
        }
    }
    let before = &tokens[at - 1];
    let is_led_to = matches!(before.class, Class::Preposition | Class::To | Class::Of) && before.gap.joins();
    let verb = if is_led_to && at >= start + 2 { &tokens[at - 2] } else { before };
    let verb_at = at - 1 - usize::from(is_led_to);
    let pattern = match verb {
        verb if TAKING.contains(&verb.word) && !is_led_to && is_taken_as(tokens, whole.end) => Pattern::Identified,
        verb if INTRODUCING.contains(&verb.word) && !is_led_to => Pattern::Introduced,
        verb if is_advocacy(verb.root) && !is_led_to => Pattern::Statement,
        verb if KEEPING.contains(&verb.root) => Pattern::Statement,
        verb if matches!(verb.class, Class::Verb | Class::Either) && is_wanted(tokens, verb_at, start) => {
            Pattern::Statement
        }
        // `to sign the treaty`, `to draw up the treaty`
        _ if verb_at > start && matches!(tokens[verb_at - 1].class, Class::To | Class::Auxiliary) => Pattern::Statement,
        // `there are many gates, but …`
        verb if verb.class == Class::Be && verb_at > start && tokens[verb_at - 1].word == *THERE => Pattern::Statement,
        _ if before.word == *BY && is_passive(tokens, at - 1, start) => {
            each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Statement });
            return;
        }
        verb if TELLING.contains(&verb.root) && before.word == *ABOUT => Pattern::Statement,
        _ => return,
    };
    for run in 0..chain.runs.len() {
        let is_own =
            run == 0 || (chain.links[run - 1] == Link::Of && tokens[chain.runs[run - 1].end - 1].class == Class::Cue);
        if is_own {
            each(Found { runs: run..chain.runs.len(), pattern });
        }
    }
    // `the four rules of the coast of thrift, trust and …`: what counts its parts may end before them. `mending of walls and
    // gates`: what `and` joins may belong to the whole.
    let is_counted = tokens[whole.start].class == Class::Number;
    let of = chain.links.contains(&Link::Of);
    let ends = (1..chain.runs.len()).filter(|&run| match chain.links[run - 1] {
        Link::Of => is_counted,
        Link::And => of,
        _ => false,
    });
    ends.for_each(|run| each(Found { runs: 0..run, pattern }));
    joined_runs(chain, pattern, each);
}

/// Whether the verb at a token says what somebody must or is to do, itself or with verbs before it: `must mend the walls and
/// keep …`.
fn is_wanted(tokens: &[Token], verb: usize, start: usize) -> bool {
    let is_aim = |word: &Token| matches!(word.class, Class::Auxiliary | Class::To);
    let Some(before) = (start..verb).rev().find(|&i| tokens[i].class != Class::Adverb) else { return false };
    if is_aim(&tokens[before]) {
        return true;
    }
    let is_joined = tokens[before].class == Class::And || tokens[before + 1].gap.is_comma();
    let near = start.max(verb.saturating_sub(FARTHEST_WANT));
    is_joined
        && tokens[verb].ending == Ending::None
        && tokens[near..verb].iter().any(|word| word.class == Class::Auxiliary || word.class == Class::To)
}

/// Whether `as` follows near the token `at`, before anything that ends a clause; but not `in such a way as to …`.
fn is_taken_as(tokens: &[Token], at: usize) -> bool {
    let mut near = (at..tokens.len()).take(FARTHEST_AS).take_while(|&i| tokens[i].gap.ends_no_clause());
    let leads_on = |i: usize| tokens.get(i + 1).is_some_and(|next| next.class == Class::To);
    near.any(|i| tokens[i].word == *AS && !leads_on(i))
}

/// Whether the `by` at a token says by what something is to be done: `must be guided by`.
fn is_passive(tokens: &[Token], by: usize, start: usize) -> bool {
    let Some(verb) = by.checked_sub(1).filter(|&verb| verb > start) else { return false };
    let is_done = tokens[verb].ending == Ending::Ed || tokens[verb].class == Class::Verb;
    let mut before = tokens[start..verb].iter().rev().filter(|word| word.class != Class::Adverb);
    let is_aim = |word: &Token| matches!(word.class, Class::Auxiliary | Class::To);
    is_done && before.next().is_some_and(|word| word.class == Class::Be) && before.next().is_some_and(is_aim)
}
