//! What introduces a name: quotation marks, a noun such as `principle`, a numeral, `such as`, an abbreviation in
//! parentheses.

use super::lexicon::Class;
use super::roles::Role;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::{MEANING, OR, SHORT};
use crate::text::key;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Longer text between marks is speech.
const LONGEST_QUOTED: usize = 9;
/// Longer text that has capitals throughout is a title.
const LONGEST_TITLE: usize = 14;

/// What stands between a name and the short one that is used from there on.
static ANNOUNCING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ["hereafter", "hereinafter", "henceforth", "abbreviated"].map(key).into_iter().collect());

/// The texts between marks that may be names.
pub(super) fn quoted(tokens: &[Token], roles: &[Role], mut each: impl FnMut(Range<usize>)) {
    let mut open: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        if let Some(start) = open
            && token.gap.has(Gap::CLOSES)
        {
            if is_term(&tokens[start..at], &roles[start..at]) || (at == start + 1 && MEANING.contains(&token.word)) {
                each(start..at);
            }
            open = None;
        }
        if token.gap.has(Gap::OPENS) {
            open = Some(at);
        }
    }
    if let Some(start) = open.filter(|&start| is_term(&tokens[start..], &roles[start..])) {
        each(start..tokens.len());
    }
}

/// Whether words between marks are a name, not somebody's sentence.
fn is_term(tokens: &[Token], roles: &[Role]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let speaks = |token: &Token| matches!(token.class, Class::Subject | Class::Be | Class::Auxiliary | Class::Stop);
    // `the sun rises in the east` says something.
    let acts = |pair: &[Token]| {
        matches!(pair[0].class, Class::Verb | Class::Either)
            && pair[0].ending == Ending::S
            && matches!(pair[1].class, Class::Preposition | Class::Determiner | Class::To | Class::Adverb)
    };
    let is_small = |token: &Token| {
        matches!(token.class, Class::Determiner | Class::Of | Class::And | Class::To | Class::Preposition)
    };
    let is_title = || tokens.iter().all(|token| token.case != Case::Lower || is_small(token));
    (tokens.len() <= LONGEST_QUOTED || (tokens.len() <= LONGEST_TITLE && is_title()))
        && !roles[1..].contains(&Role::Verb)
        && !tokens[1..].windows(2).any(acts)
        && !tokens.iter().any(speaks)
        && tokens[1..].iter().all(|token| !token.gap.ends() && !token.gap.has(Gap::OPENS))
        && !matches!(last.class, Class::Of | Class::And | Class::To | Class::Determiner | Class::Preposition)
        && !matches!(first.class, Class::Of | Class::And)
        && tokens
            .iter()
            .any(|token| !matches!(token.class, Class::Determiner | Class::Number | Class::Preposition | Class::Adverb))
}

/// The abbreviation that stands in parentheses behind the tokens that end at `end`, and how many of those it stands for.
pub(super) fn abbreviation(text: &str, tokens: &[Token], end: usize) -> Option<usize> {
    let short = tokens.get(end)?;
    let is_short = |word: &Token| {
        // `FinTS`
        let is_mixed = || word.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 1;
        word.span.len() >= 2 && (word.case == Case::Upper || (word.case == Case::Capital && is_mixed()))
    };
    // `the Harbour Road Trust, or HRT for short`
    if short.gap.is_comma() && short.word == *OR {
        let [next, of, brief] = tokens.get(end + 1..end + 4)? else { return None };
        let is_put = next.gap.joins() && is_short(next) && of.class == Class::Of && brief.word == *SHORT;
        return is_put.then_some(end + 1);
    }
    // `the Harbour Road Trust, hereafter HRT`
    let is_announced =
        ANNOUNCING.contains(&short.word) && (short.gap.is_comma() || short.gap == Gap::OPENS_PARENTHESIS);
    if is_announced {
        let next = tokens.get(end + 1).filter(|next| next.gap.ends_no_clause())?;
        let is_alone = tokens.get(end + 2).is_none_or(|behind| !behind.gap.ends_no_clause());
        return (next.case == Case::Upper && next.span.len() >= 2 && is_alone).then_some(end + 1);
    }
    let is_alone = tokens.get(end + 1).is_none_or(|next| next.gap.has(Gap::CLOSES_PARENTHESIS));
    (short.gap.has(Gap::OPENS_PARENTHESIS) && is_alone && is_short(short)).then_some(end)
}
