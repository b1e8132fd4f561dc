//! Sentences that only say where something is told: `X is defined in section 7`, `for X, see page 3`.

use super::lexicon::{Class, set};
use super::tokens::{Ending, Gap, Token};
use super::wording::*;
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
/// What opens a question or a clause that belongs to a word.
const ASKS: &str = "what how why where when whether who which that as";
/// What opens a condition.
const CONDITIONS: &str = "if when where";
const JOINS: &str = "and or";

/// A longer sentence says more, in words.
const LONGEST: usize = 40;
/// Words from a verb to the place that it leads to, at most.
const FARTHEST_PLACE: usize = 5;
/// Words of an aside that says something, at least.
const SHORTEST_ASIDE: usize = 3;
/// Words behind `defined in` that name a place, at most.
const LONGEST_PLACE: usize = 5;

static TOLD_OF: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TOLD));
static SURELY: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TOLD_SURELY));
static PLACE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(PLACES));
static ELSEWHERE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(THERE));
static ASKING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(ASKS));
static CONDITION: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(CONDITIONS));
static JOINING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(JOINS));
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
    // What stands before it, or behind another sign, may say what is meant.
    let behind = (at + 1..tokens.len()).find(|&i| tokens[i].gap.has(Gap::COLON) || tokens[i].gap.has(Gap::SEMICOLON));
    if tells(&tokens[..at]) || behind.is_some_and(|behind| tells(&tokens[behind..])) {
        return false;
    }
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
    let says_more = says_more || tells(&tokens[..at]);
    let Some(led) = rest.first().filter(|_| !is_clause && !says_more) else { return false };
    let is_short = SURELY.contains(&tokens[verb].word) && rest.len() <= LONGEST_PLACE;
    ELSEWHERE.contains(&led.word)
        || (led.class == Class::Preposition
            && led.word != *BY
            && led.word != *WITH
            && (is_short || rest.iter().take(FARTHEST_PLACE).any(is_place)))
}

/// Whether words say something by themselves: they have a verb that is neither that of a question or of a clause that only
/// says which one is meant, nor that of a condition, or there is an aside between commas.
fn tells(words: &[Token]) -> bool {
    let is_condition = words.first().is_some_and(|word| word.class == Class::To || CONDITION.contains(&word.word));
    let comma = |from: usize| (from..words.len()).find(|&i| words[i].gap.has(Gap::COMMA));
    let start = if is_condition { comma(1).unwrap_or(words.len()) } else { 0 };
    // Whether the next verb is that of a question.
    let mut asked = false;
    let mut was_verb = false;
    for at in start..words.len() {
        let word = &words[at];
        let before = at.checked_sub(1).map(|before| &words[before]);
        if word.gap.has(Gap::COMMA) {
            asked = false;
        }
        if ASKING.contains(&word.word) {
            asked = !(word.gap.has(Gap::COMMA) && (word.word == *WHICH || word.word == *WHO));
            was_verb = false;
            continue;
        }
        if word.class == Class::Adverb && was_verb {
            continue;
        }
        let is_verb = matches!(word.class, Class::Be | Class::Auxiliary)
            || (before.is_some_and(may_stand_before_verb)
                && (VERBS.contains_key(&word.word) || word.class == Class::Verb)
                && !matches!(word.ending, Ending::Ing | Ending::Ed));
        if is_verb && !was_verb {
            if !asked {
                return true;
            }
            asked = false;
        }
        was_verb = is_verb;
    }
    is_set_off(words)
}

/// Whether a verb may stand directly behind a word.
fn may_stand_before_verb(word: &Token) -> bool {
    !matches!(word.class, Class::Determiner | Class::Preposition | Class::Of | Class::To)
}

/// Whether words have an aside that says what the words before it are: `a levy, a toll on salt, `, `a levy, which every ship pays, `.
fn is_set_off(words: &[Token]) -> bool {
    let opens = |i: &usize| words[*i].gap.is_comma() && [*A, *AN, *WHICH, *WHO].contains(&words[*i].word);
    (1..words.len()).find(opens).is_some_and(|at| {
        let lists = words[at + 1..].iter().any(|word| word.gap.has(Gap::COMMA) || JOINING.contains(&word.word));
        words.len() - at >= SHORTEST_ASIDE && !lists
    })
}

fn is_place(word: &Token) -> bool {
    PLACE.contains(&word.word) || ELSEWHERE.contains(&word.word)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Known;
    use super::is_pointer;

    fn points(text: &str) -> bool {
        let mut words = Vec::new();
        Known::default().tokens(text, &mut words);
        is_pointer(&words)
    }

    #[test]
    fn a_sentence_that_tells_something_is_no_pointer() {
        for text in [
            "A bottomry levy is a toll paid in salt, see chapter 4.",
            "A bottomry levy, which every ship pays, is described below.",
            "A bottomry levy, a toll paid in salt, is described below.",
            "See chapter 4: a bottomry levy is a toll in salt.",
        ] {
            assert!(!points(text), "{text}");
        }
        for text in [
            "Bottomry levies are described below.",
            "How the levy is paid, and by whom, is described in section 7.",
            "For the use of the levy, see chapter 4.",
            "Levy: see chapter 4.",
        ] {
            assert!(points(text), "{text}");
        }
    }
}
