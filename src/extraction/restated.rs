//! `i.e.` and `that is` behind a name: whether they say what the name means, or put the whole of what was said in other words.

use super::lexicon::{Class, set};
use super::phrases::{Chain, Link};
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::*;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Words of what a name is said to mean, at most.
const LONGEST_MEANING: usize = 40;

/// What has something behind it whose meaning is not told when it is itself: `the nature of …`, `subject to …`.
const RELATIVE_TO: &str = "nature aim sense problem subject purpose question point way use";

static RELATIONS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(RELATIVE_TO));

/// Whether `i.e.` or `that is` stands behind a chain and a noun behind that, which says what the chain means, and the chain is
/// neither what is to be done (`to show …`) nor what something is the nature of.
pub(super) fn is_restated(tokens: &[Token], chain: &Chain, start: usize) -> bool {
    let whole = chain.whole();
    let Some(next) = tokens.get(whole.end).filter(|next| !next.gap.joins()) else { return false };
    // `If it is paid twice, that is a levy.`
    let is_apart = |word: &Token| word.gap.is_comma() || word.class == Class::To;
    let is_case = next.word == *THAT
        && CONDITIONS.contains(&tokens[start].word)
        && !tokens.get(whole.end + 2).is_some_and(is_apart);
    let restating = behind_restating(tokens, whole.end);
    restating.is_some_and(|at| is_noun_phrase(tokens, at))
        && !is_case
        && !is_relative(tokens, chain, start)
        && !is_to_be_done(tokens, whole.start, start)
}

/// The first word behind the `i.e.` or `that is` at a token.
fn behind_restating(tokens: &[Token], at: usize) -> Option<usize> {
    let [first, second] = tokens.get(at..at + 2)? else { return None };
    let is_ie = first.word == *I && second.word == *E && !second.gap.joins();
    let is_that = first.word == *THAT && second.word == *IS && second.gap.joins();
    let is_to_say = |rest: &[Token]| rest[0].class == Class::To && rest[1].word == *SAY;
    let to_say = is_that && tokens.get(at + 2..at + 4).is_some_and(is_to_say);
    (is_ie || is_that).then_some(at + 2 + 2 * usize::from(to_say))
}

/// Which runs of a chain a restatement explains: all of them, and the last only behind a cue noun or what `and` joins.
pub(super) fn restated_runs(tokens: &[Token], chain: &Chain) -> impl Iterator<Item = usize> + use<> {
    let is_cued = tokens[chain.runs[0].end - 1].class == Class::Cue;
    let links = chain.links.clone();
    (0..chain.runs.len())
        .filter(move |&run| run == 0 || (is_cued && run == 1) || matches!(links[run - 1], Link::And | Link::Comma))
}

/// Whether a noun without a verb of its own begins at a token, and no clause: `the days for loading`, but not `they are paid`.
pub(super) fn is_noun_phrase(tokens: &[Token], at: usize) -> bool {
    let Some(first) = tokens.get(at) else { return false };
    let opens = match first.class {
        Class::Subject => INDEFINITES.contains(&first.word) || [*WHAT, *ONE].contains(&first.word),
        Class::Determiner => ![*THIS, *THAT].contains(&first.word),
        Class::Preposition => first.word == *WITHOUT,
        Class::To | Class::Be | Class::Auxiliary | Class::Stop | Class::Adverb | Class::And | Class::Of => false,
        _ => true,
    };
    let inside = tokens[at + 1..].iter().take(LONGEST_MEANING).take_while(|word| word.gap.ends_no_clause());
    let is_relative = |word: &&Token| {
        matches!(word.class, Class::Subject | Class::Stop) || [*THAT, *WHICH, *WHO].contains(&word.word)
    };
    let is_clause = inside
        .take_while(|word| !is_relative(word))
        .any(|word| matches!(word.class, Class::Be | Class::Auxiliary) && word.word != *BEING);
    // `i.e. the fact that …`
    let is_fact = tokens.get(at + 1).is_some_and(|word| word.word == *FACT && word.gap.joins());
    opens && !is_fact && first.ending != Ending::Ed && (first.class == Class::Subject || !is_clause)
}

/// Whether a chain begins with what has something behind it, or stands behind such a word: `the nature of …`, `subject to …`.
fn is_relative(tokens: &[Token], chain: &Chain, start: usize) -> bool {
    let whole = chain.whole();
    // `the nature of the lamp dues`, but `point of sale`
    let is_led = |run: &Range<usize>| tokens[run.start - 1].class == Class::Determiner;
    let is_own = chain.links.first().is_some_and(|&link| link != Link::And)
        && is_led(&chain.runs[1])
        && RELATIONS.contains(&tokens[chain.runs[0].end - 1].word);
    let before = before_article(tokens, whole.start, start);
    let leads = |i: usize| matches!(tokens[i].class, Class::Of | Class::To | Class::Preposition);
    is_own || (before >= start + 2 && leads(before - 1) && RELATIONS.contains(&tokens[before - 2].word))
}

/// Whether `to` and a verb stand before what begins at a token: `to show the …`.
fn is_to_be_done(tokens: &[Token], at: usize, start: usize) -> bool {
    let first = before_article(tokens, at, start);
    first >= start + 2
        && tokens[first - 2].class == Class::To
        && tokens[first - 1].case == Case::Lower
        && matches!(tokens[first - 1].class, Class::Verb | Class::Either | Class::Content)
}

/// Where the articles and adjectives of praise before a token begin.
fn before_article(tokens: &[Token], at: usize, start: usize) -> usize {
    let mut first = at;
    let leads = |word: &Token| matches!(word.class, Class::Determiner | Class::Weak | Class::Quantifier);
    while first > start && !tokens[first].gap.has(Gap::COMMA) && leads(&tokens[first - 1]) {
        first -= 1;
    }
    first
}
