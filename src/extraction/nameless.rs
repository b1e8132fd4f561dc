//! Phrases that name nothing, whatever is said of them: dates, spans of time, the letters of items, bylines.

use super::lexicon::{Class, set};
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::{BY, EXAMPLE, LOT, NOT};
use crate::text::key;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Units of time.
static UNITS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| set("day days week weeks month months year years hour hours minute minutes"));
/// What is said of a life.
static LIVES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| ["born", "died"].map(key).into_iter().collect());
/// Parts of a text that have numbers, and those that are called after what they are.
static PARTS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    ["chapter", "book", "part", "volume", "item", "figure", "table", "step", "page"].map(key).into_iter().collect()
});
static STRUCTURE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "chapter chapters example examples contents preface introduction conclusion conclusions overview \
        references bibliography appendix acknowledgements acknowledgments foreword";
    set(words)
});
/// Words of a byline, at most.
const LONGEST_BYLINE: usize = 8;

/// Whether some words name nothing.
pub(super) fn is_nameless(words: &[Token]) -> bool {
    let Some(first) = words.first() else { return true };
    if let [only] = words {
        let is_small = matches!(
            only.class,
            Class::Of | Class::Preposition | Class::Quantifier | Class::To | Class::Stop | Class::Auxiliary
        );
        // `C is a programming language.`
        let opens = only.gap.ends() || only.gap.has(Gap::OPENS);
        let is_letter = only.span.len() == 1 && (only.case == Case::Lower || !opens);
        let is_small = is_small && !(only.class == Class::Quantifier && only.vague);
        return only.calendar && only.case == Case::Capital
            || is_small && only.case != Case::Upper && !only.gap.has(Gap::OPENS)
            || is_letter
            || (only.case != Case::Lower && STRUCTURE.contains(&only.word));
    }
    first.word == *NOT
        || is_date(words)
        || is_in_year(words)
        || is_item(words)
        || (words.len() > 1 && first.stem == *EXAMPLE && words[1].class == Class::Of)
        || is_span_of_time(words)
        || is_numbered_part(words)
        || is_byline(words)
        || is_idiom(words)
        || (first.case == Case::Lower && LIVES.contains(&first.word))
}

/// Verbs that carry nothing by themselves, and what makes an idiom of them.
static LIGHT: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "take takes taking took taken make makes making made give gives giving gave given pay pays paying paid have has having had";
    set(words)
});
static TAKEN: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "place part care use account note turns sense sure heed rise way attention advantage effect shape";
    set(words)
});
/// What there are several of, and which names nothing with that.
static ONES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "thing things way time times year day month week instance reason kind sort bit place moment manner degree extent respect";
    set(words)
});
/// What tells one of several from the others, beside the ordinals.
static WHICH_ONE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set("same other last next only whole long short"));

/// `take place`, `first time`.
fn is_idiom(words: &[Token]) -> bool {
    let [first, noun] = words else { return false };
    let is_one_of = ONES.contains(&noun.word) && (first.ordinal || WHICH_ONE.contains(&first.word));
    let is_deed = LIGHT.contains(&first.word) && TAKEN.contains(&noun.word);
    (is_one_of || is_deed) && words.iter().all(|word| word.case == Case::Lower && word.gap.joins() || word.gap.ends())
}

/// `Chapter IV`, `BOOK 2`.
fn is_numbered_part(words: &[Token]) -> bool {
    let [part, number] = words else { return false };
    let is_numeral = (number.roman && number.case != Case::Lower) || number.class == Class::Number;
    PARTS.contains(&part.word) && part.case != Case::Lower && is_numeral
}

/// Letters of a year in digits.
const YEAR: usize = 4;

/// `1984 food imports`, but not `1984 Treaty` and `Nineteen Points`.
fn is_in_year(words: &[Token]) -> bool {
    let [year, next, ..] = words else { return false };
    let is_year = year.class == Class::Number && !year.few && !year.ordinal && year.span.len() == YEAR;
    is_year && next.case == Case::Lower && next.gap.joins()
}

/// `C. Preserve the name`: the letter of an item, and what is to be done.
fn is_item(words: &[Token]) -> bool {
    let [letter, verb, ..] = words else { return false };
    let is_letter = letter.span.len() == 1 && letter.case != Case::Lower && letter.gap.ends();
    let acts = verb.class == Class::Verb && verb.ending == Ending::None;
    is_letter && acts && !verb.given
}

/// Adjectives that are nouns as well.
static ALSO_NOUNS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| set("key future past present minor major general firm right wrong light good main"));

/// Whether the words `range` only say how something is, or are a noun that names nothing: `smaller`, `necessary for the work`,
/// `heated`, `case`.
pub(super) fn is_quality(words: &[Token], range: &Range<usize>) -> bool {
    let own = &words[range.clone()];
    let [first, ..] = own else { return false };
    let is_alone = own.get(1).is_none_or(|next| matches!(next.class, Class::Of | Class::Preposition));
    if !is_alone || first.case != Case::Lower || first.gap.has(Gap::OPENS) {
        return false;
    }
    let has_article = range.start > 0 && first.gap.joins() && words[range.start - 1].class == Class::Determiner;
    let is_adjective = first.class == Class::Weak && !first.vague && !ALSO_NOUNS.contains(&first.word);
    is_adjective
        || (first.ending == Ending::Ed && !has_article)
        || (own.len() == 1 && first.vague && first.word != *LOT)
}

fn is_date(words: &[Token]) -> bool {
    words.iter().any(|word| word.calendar && word.case == Case::Capital)
        && words.iter().all(|word| {
            word.calendar || matches!(word.class, Class::Number | Class::Preposition | Class::Determiner | Class::Of)
        })
}

/// `three years`, `ninety dry days`.
fn is_span_of_time(words: &[Token]) -> bool {
    let is_counted = words[0].class == Class::Number && !words[0].ordinal && words[0].case == Case::Lower;
    let noun = words.iter().position(|word| UNITS.contains(&word.word));
    let rest = noun.map(|noun| &words[noun + 1..]);
    let is_head = rest.is_some_and(|rest| {
        rest.first().is_none_or(|next| !matches!(next.class, Class::Content | Class::Cue | Class::Either | Class::Of))
    });
    is_counted && is_head && words.iter().all(|word| word.case == Case::Lower)
}

/// `By Ann Lee, 3 May 1911`.
pub(super) fn is_byline(words: &[Token]) -> bool {
    let [by, given, family, rest @ ..] = words else { return false };
    let is_name = |word: &Token| word.case == Case::Capital && word.class == Class::Content && word.gap.joins();
    let is_dated = rest.iter().all(|word| word.calendar || word.class == Class::Number || word.case != Case::Lower);
    by.word == *BY
        && by.case == Case::Capital
        && is_name(given)
        && is_name(family)
        && is_dated
        && words.len() <= LONGEST_BYLINE
}
