//! Whether what stands behind `is` says of which kind something is, or only how good it is, where it lies or what it costs.

use super::blocks::beginning;
use super::clauses::{begins_relative, has_relative_pronoun, is_participle, is_qualified};
use super::lexicon::{Class, set};
use super::tokens::{Ending, Gap, Token};
use super::wording::{A, AN, FOR, IN, LEAST, MORE, MOST, OF_WORD, ONE, THAN, THE};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Nouns that value something, or give it a place in what is said, and are no kind of thing.
const VALUES: &str = "success failure problem idea step matter reason reasons subject topic challenge priority concern \
    surprise mistake disaster shame pity pleasure issue opportunity advantage disadvantage benefit blessing \
    joke nuisance example thing necessity influence key cause precondition \
    aspect indication compromise symptom obstacle exception lesson factor assertion";
/// What stands for one of several without a noun: `the best in ten years`; and what only says where one stands among the others,
/// with a noun or without: `the next stop`.
const ONE_OF_THEM: &str = "best worst first latest largest smallest highest lowest biggest greatest oldest newest longest \
    shortest";
const PLACES_IT: &str = "same next last previous former latter";
/// Units of distance, and what stands behind them.
const DISTANCES: &str = "mile miles kilometre kilometres kilometer kilometers metre metres meter meters yard yards foot feet \
    league leagues hour hours minute minutes walk stone's";
const FROM_THERE: &str = "from away off behind beyond";
/// Adjectives that compare what stands before them with what stands behind their `than`.
const COMPARATIVES: &str = "larger smaller bigger greater lesser older newer younger higher lower taller shorter longer deeper \
    shallower wider broader narrower thicker thinner heavier lighter faster slower stronger weaker harder softer brighter \
    darker warmer hotter colder cooler richer poorer nearer closer finer coarser rarer simpler easier cheaper";
/// Days that are other ones tomorrow, and words from a noun to one of them, at most: `the day after tomorrow`.
const DAYS: &str = "today tomorrow yesterday tonight";
const FARTHEST_DAY: usize = 3;
/// Words from `considered` to what something is held to be, at most, and what names nothing there.
const FARTHEST_HELD: usize = 5;
const HELD: &str = "something anything nothing";

static VALUING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(VALUES));
static SINGLE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(ONE_OF_THEM));
static COMPARING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(COMPARATIVES));
static PLACING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(PLACES_IT));
static DISTANCE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(DISTANCES));
static AWAY: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(FROM_THERE));
static NOW: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(DAYS));
static VAGUELY: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(HELD));

/// Whether the words from an article at `at` on name no kind: `a good idea`, `one of the reasons for …`, `the best in ten years`,
/// `a mile from …`, `a shilling a pound`.
pub(super) fn is_no_kind(tokens: &[Token], at: usize) -> bool {
    let word = |i: usize| tokens.get(i).filter(|word| i == at || word.gap.joins());
    let is_article = |i: usize| word(i).is_some_and(|word| [*A, *AN, *THE].contains(&word.word));
    let is_one_of = word(at).is_some_and(|one| one.word == *ONE) && word(at + 1).is_some_and(|of| of.word == *OF_WORD);
    let first = if is_one_of { at + 3 } else { at + 1 };
    if !is_article(first - 1) {
        return false;
    }
    let is_noun = |i: usize| {
        word(i).is_some_and(|word| {
            matches!(word.class, Class::Content | Class::Cue | Class::Weak | Class::Either | Class::Rank)
        })
    };
    let tells_apart = |i: usize, words: &FxHashSet<u64>| word(i).is_some_and(|word| words.contains(&word.word));
    let is_placed = tells_apart(first, &PLACING);
    let first_noun = first + usize::from(is_placed);
    let end = (first_noun..).find(|&i| !is_noun(i)).unwrap_or(first_noun);
    let next = word(end);
    // `the last part of a movement`; `the next in line`
    let is_part = next.is_some_and(|of| of.class == Class::Of) && end > first_noun;
    let is_ranked = end == first_noun && next.is_some_and(|word| word.word == *IN) && is_noun(end + 1);
    if is_placed {
        return !(is_part || is_ranked);
    }
    if tells_apart(first, &SINGLE) && !is_noun(first + 1) {
        return true;
    }
    // `the most useful to them`, `an older gate than the other`
    let grade = |i: usize| word(i).is_some_and(|word| [*MOST, *LEAST, *MORE].contains(&word.word));
    // `a star larger than the sun` tells a kind of star.
    let compares = |i: usize| COMPARING.contains(&tokens[i].word);
    let is_compared = || !(end > first + 1 && compares(end - 1)) || (first..end - 1).any(compares);
    if (grade(first) && !is_noun(first + 2))
        || (end > first && next.is_some_and(|word| word.word == *THAN) && is_compared())
    {
        return true;
    }
    if end == first {
        return false;
    }
    let near = tokens[end..].iter().take(FARTHEST_DAY).take_while(|word| word.gap.joins());
    let is_now = !has_relative_pronoun(tokens, end) && near.into_iter().any(|word| NOW.contains(&word.word));
    let is_rate = next.is_some_and(|next| [*A, *AN].contains(&next.word)) && end == first + 1;
    let is_away = DISTANCE.contains(&tokens[end - 1].word) && next.is_some_and(|next| AWAY.contains(&next.word));
    // `a step in a proof`, `a benefit to the growers`; but `a reason for alarm`, `a pleasure to see`.
    let has_object = || {
        let is_determined = || word(end + 1).is_some_and(|word| word.class == Class::Determiner);
        next.is_some_and(|next| match next.class {
            Class::Preposition => next.word != *FOR,
            Class::To => is_determined(),
            _ => false,
        })
    };
    // `A bond is a debt issue that a town sells`: what any one of a kind is, is not what it is held to be.
    let is_compound = || {
        let is_any = [*A, *AN].contains(&tokens[beginning(tokens, at)].word);
        let is_plain = |word: &Token| word.class == Class::Content && word.ending == Ending::None;
        is_any && end > first + 1 && tokens[first..end - 1].iter().all(is_plain)
    };
    let goes_on = || next.is_some_and(|next| next.class == Class::Of) || has_relative_pronoun(tokens, end);
    let says_which = || {
        begins_relative(tokens, end)
            || is_participle(tokens, end)
            || has_object()
            || (is_compound() && goes_on())
            || is_head(tokens, at, end - 1)
            || is_part_of_kind(tokens, at, end)
    };
    is_rate || is_away || is_now || (VALUING.contains(&tokens[end - 1].word) && !says_which())
}

/// Whether the noun at a token is the head of the name that is said to be one: `a primary key is a key …`.
fn is_head(tokens: &[Token], at: usize, noun: usize) -> bool {
    let start = beginning(tokens, at);
    let verb = (start..at).rev().find(|&i| tokens[i].class == Class::Be);
    verb.is_some_and(|verb| {
        verb > start + 1 && tokens[verb - 1].stem == tokens[noun].stem && is_qualified(tokens, verb - 1)
    })
}

/// Whether `of` and any one of a kind stand behind `a symptom`, `a key`, and a clause about it or the end of the sentence.
fn is_part_of_kind(tokens: &[Token], at: usize, of: usize) -> bool {
    let is_any = |i: usize| tokens.get(i).is_some_and(|word| [*A, *AN].contains(&word.word));
    let is_of = tokens.get(of).is_some_and(|of| of.class == Class::Of && of.gap.joins());
    let mut rest = (of + 2..tokens.len()).take_while(|&i| tokens[i].gap.joins());
    let is_noun = |word: &Token| matches!(word.class, Class::Content | Class::Cue | Class::Either);
    let mut has_clause = || rest.any(|i| is_noun(&tokens[i - 1]) && has_relative_pronoun(tokens, i));
    is_of && is_any(at) && ((is_any(beginning(tokens, at)) && is_any(of + 1)) || has_clause())
}

/// Whether one of some words values something, and is no kind of thing.
pub(super) fn values(words: &[Token]) -> bool {
    words.iter().any(|word| VALUING.contains(&word.word))
}

/// Whether what stands behind `considered`, `regarded` names what something is held to be, and not only how it seems: `as the …`,
/// `to be a …`, but not `as something rather old`, `very old`.
pub(super) fn is_held_to_be(tokens: &[Token], at: usize) -> bool {
    let leads = |word: &Token| matches!(word.class, Class::Preposition | Class::To | Class::Be | Class::Adverb);
    let near = tokens.get(at..).unwrap_or_default().iter().take(FARTHEST_HELD).take_while(|word| !word.gap.ends());
    let names = |word: &Token| {
        let is_noun = matches!(word.class, Class::Determiner | Class::Content | Class::Cue | Class::Number);
        !VAGUELY.contains(&word.word) && word.ending != Ending::Ed && (is_noun || word.gap.has(Gap::OPENS))
    };
    near.into_iter().find(|word| !leads(word)).is_some_and(names)
}
