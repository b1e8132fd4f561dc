//! Where names may stand: runs of words of no closed class, and what prepositions make of several.

use super::super::marks::between_marks;
use super::super::tokens::{Case, Ending, Token, tokens_in};
use super::{Classes, Language};
use std::ops::Range;

/// A longer run names nothing, in words.
const LONGEST_RUN: usize = 4;
/// Nor does more than so many joined runs.
const MOST_RUNS: usize = 3;
/// Longer text between marks is speech, in words.
const LONGEST_QUOTED: usize = 6;

/// The names that begin at the token `at`: each run of words, and all that prepositions join to it, longer ones behind.
pub(super) fn chain_at(language: &Language, tokens: &[Token], at: usize) -> Vec<Range<usize>> {
    let Some(mut run) = run_at(language, tokens, at) else { return Vec::new() };
    let mut chain = vec![run.clone()];
    while chain.len() < MOST_RUNS {
        let joins = |i: usize| tokens.get(i).is_some_and(|word| word.gap.joins());
        if !joins(run.end) || !language.class(&tokens[run.end]).has(Classes::INNER) {
            break;
        }
        let behind = run.end + 1;
        let next = if joins(behind) && may_stand_inside(language, &tokens[behind]) { behind + 1 } else { behind };
        if !joins(next) {
            break;
        }
        let Some(further) = run_at(language, tokens, next) else { break };
        run = at..further.end;
        chain.push(run.clone());
    }
    chain
}

/// Whether a word joins the parts of a name: a preposition, or an article behind one: `droit de la mer`.
fn may_stand_inside(language: &Language, token: &Token) -> bool {
    let class = language.class(token);
    class.has(Classes::INNER) || (class.has(Classes::ARTICLE) && class.has(Classes::KIND))
}

/// The name behind a noun such as `term` that it begins with, or the name: `chambre` of `mot chambre`. A noun by itself is none.
pub(super) fn behind_cue(language: &Language, tokens: &[Token], name: &Range<usize>) -> Option<Range<usize>> {
    if !language.class(&tokens[name.start]).has(Classes::NOUN) {
        return Some(name.clone());
    }
    let start = (name.start + 1..name.end).find(|&i| !may_stand_inside(language, &tokens[i]))?;
    Some(start..name.end)
}

/// The words with a capital that a run begins with, where others follow: `Nations Unies` of `Nations Unies règnent`.
pub(super) fn capitals_of(tokens: &[Token], run: &Range<usize>) -> Option<Range<usize>> {
    let end = run.clone().find(|&i| tokens[i].case == Case::Lower)?;
    (end > run.start).then_some(run.start..end)
}

/// The run of words of no closed class that begins at a token.
fn run_at(language: &Language, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let is_word = |i: usize| tokens.get(i).is_some_and(|word| is_content(language, word));
    if !is_word(at) {
        return None;
    }
    let mut end = at + 1;
    // A noun may be spelt like a verb, but none behind another noun.
    let is_verb = |i: usize| language.class(&tokens[i]).has(Classes::VERB);
    while end - at <= LONGEST_RUN
        && is_word(end)
        && tokens[end].gap.joins()
        && !is_verb(end)
        && !tokens[end].behind_article
    {
        end += 1;
    }
    // `friedliche Koexistenz`: a noun has a capital, and the last one ends the name.
    if language.capital_nouns {
        let noun = (at..end).find(|&i| tokens[i].case != Case::Lower && !(i == at && tokens[i].gap.ends()))?;
        let last = (noun..end).take_while(|&i| tokens[i].case != Case::Lower).last()?;
        end = last + 1;
    }
    (end - at <= LONGEST_RUN).then_some(at..end)
}

/// Whether a word may be a name that opens a sentence, in a language in which every noun has a capital: a sentence begins
/// with a small letter only where a name has it.
pub(super) fn may_open(language: &Language, tokens: &[Token], at: usize) -> bool {
    language.capital_nouns && tokens[at].gap.ends() && is_content(language, &tokens[at])
}

fn is_content(language: &Language, token: &Token) -> bool {
    let class = language.class(token);
    let aside = [Classes::MEANS, Classes::CALLED, Classes::CALLED_BEHIND, Classes::UNDERSTOOD, Classes::DEFINED];
    let is_aside = aside.into_iter().any(|one| class.has(one));
    let is_number = token.ordinal || token.roman && token.case == Case::Lower || token.few;
    // An adverb in `-ing` is English; a letter by itself is none of a name.
    !language.is_closed(token) && !is_aside && !is_number && token.span.len() > 1 && token.ending != Ending::Ing
}

/// Whether every word of a name but those that join has a capital that no sentence gives it.
pub(super) fn is_in_capitals(language: &Language, tokens: &[Token], name: &Range<usize>) -> bool {
    let words = || name.clone().filter(|&i| !may_stand_inside(language, &tokens[i]));
    let fewest = if language.capital_nouns { 2 } else { 1 };
    // A sign may open a sentence, too.
    let is_large = |i: usize| tokens[i].case != Case::Lower && (tokens[i].gap.ends_no_clause() || words().count() > 1);
    words().count() >= fewest && words().all(is_large)
}

/// The few words between marks that may be a term, not somebody's sentence.
pub(super) fn quoted(language: &Language, text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let inside = between_marks(text, language.marks).into_iter().map(|(_, inside)| tokens_in(tokens, inside));
    inside.filter(|range| is_term(language, &tokens[range.clone()])).collect()
}

fn is_term(language: &Language, tokens: &[Token]) -> bool {
    let speaks = |token: &Token| {
        let class = language.class(token);
        class.has(Classes::COPULA) || (class.has(Classes::CLOSED) && !class.has(Classes::INNER))
    };
    (1..=LONGEST_QUOTED).contains(&tokens.len())
        && tokens.iter().any(|token| is_content(language, token))
        && !tokens.iter().any(speaks)
        && tokens[1..].iter().all(|token| !token.gap.ends())
}
