//! Sentences that only say where something is told: `X is defined in section 7`, `for X, see page 3`.

use super::lexicon::Class;
use super::tokens::{Gap, Token};
use super::wording::*;
use crate::text::key;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What is done with what is told in another place.
const TOLD: &str = "defined described specified explained discussed given listed covered documented outlined detailed \
    introduced treated found shown stated presented set laid";
/// Of these it needs no noun to say that something is told in the place behind them.
const TOLD_SURELY: &str = "defined described specified explained discussed documented outlined detailed";
/// Places in a text.
const PLACES: &str = "section sections subsection chapter chapters appendix annex clause clauses paragraph paragraphs page \
    pages part figure table schedule article articles footnote note volume";
const THERE: &str = "below above elsewhere here later earlier separately overleaf";
const LOOKS: &str = "see refer";

/// A longer sentence says more, in words.
const LONGEST: usize = 40;
/// Words from a verb to the place that it leads to, at most.
const FARTHEST_PLACE: usize = 5;
/// Words behind `defined in` that name a place, at most.
const LONGEST_PLACE: usize = 5;

fn set(words: &str) -> FxHashSet<u64> {
    words.split_whitespace().map(key).collect()
}

static TOLD_OF: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TOLD));
static SURELY: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TOLD_SURELY));
static PLACE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(PLACES));
static ELSEWHERE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(THERE));
static LOOKING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(LOOKS));

/// Whether a sentence of these tokens says nothing but where something is told.
pub(super) fn is_pointer(tokens: &[Token]) -> bool {
    let points = |at: usize| match tokens[at].class {
        Class::Be => is_told_elsewhere(tokens, at),
        Class::Verb => sends(tokens, at),
        _ => false,
    };
    tokens.len() <= LONGEST && (0..tokens.len()).any(points)
}

/// `see section 3`, `Bottomry: see loan`.
fn sends(tokens: &[Token], at: usize) -> bool {
    let word = &tokens[at];
    if !LOOKING.contains(&word.word) {
        return false;
    }
    let opens = at == 0 || word.gap.has(Gap::COLON) || word.gap.has(Gap::DASH);
    let is_led_to = opens || word.gap.has(Gap::COMMA) || (at == 1 && word.gap.joins());
    let leads = || tokens[at + 1..].iter().take(FARTHEST_PLACE).any(is_place);
    is_led_to && (leads() || (opens && at > 0 && word.word == *SEE))
}

/// Whether the `is` at a token begins `is defined in section 7`, `is described below`, with no more said behind it.
fn is_told_elsewhere(tokens: &[Token], at: usize) -> bool {
    let is_aside = |word: &Token| word.class == Class::Adverb || word.class == Class::Be;
    let verb = (at + 1..tokens.len()).find(|&i| !is_aside(&tokens[i]));
    let Some(verb) = verb.filter(|&verb| TOLD_OF.contains(&tokens[verb].word)) else { return false };
    let is_clause = at.checked_sub(1).is_some_and(|i| [*WHICH, *THAT, *AS, *WHAT].contains(&tokens[i].word));
    let rest = &tokens[verb + 1..];
    let says_more = rest.iter().any(|word| {
        matches!(word.class, Class::Be | Class::Auxiliary | Class::To)
            || word.word == *AS
            || VERBS.contains_key(&word.word)
    });
    let Some(led) = rest.first().filter(|_| !is_clause && !says_more) else { return false };
    let is_short = SURELY.contains(&tokens[verb].word) && rest.len() <= LONGEST_PLACE;
    ELSEWHERE.contains(&led.word)
        || (led.class == Class::Preposition
            && led.word != *BY
            && led.word != *WITH
            && (is_short || rest.iter().take(FARTHEST_PLACE).any(is_place)))
}

fn is_place(word: &Token) -> bool {
    PLACE.contains(&word.word) || ELSEWHERE.contains(&word.word)
}
