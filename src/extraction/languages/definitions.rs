//! By which words a sentence says what something is.

use super::super::blocks::LONGEST_OPENING;
use super::super::clauses::behind_parenthesis;
use super::super::pattern::Pattern;
use super::super::tokens::{Case, Gap, Token};
use super::formulas::{Around, goes_on};
use super::{Classes, Language};
use crate::text::Declined;
use std::ops::Range;

/// Words between `by X` and its `we understand`, at most, and from `one calls` to the name before its `called`.
const FARTHEST: usize = 4;

/// Articles and nouns such as `term` before a name, at most.
const FARTHEST_SUBJECT: usize = 8;

/// An opening such as `in short,` has so many words, at most.
const LONGEST_OPENER: usize = 8;

/// By what the sentence that begins at the token `start` defines the name at `name`, if it does.
pub(super) fn defined(language: &Language, tokens: &[Token], name: &Range<usize>, start: usize) -> Option<Pattern> {
    let starts = [start, behind_opener(language, tokens, name.start, start)];
    // A sentence that only says something of its subject may say by a turn of phrase what it is.
    let structural = starts.iter().find_map(|&start| by_structure(language, tokens, name, start));
    if structural.is_some_and(Pattern::defines) {
        return structural;
    }
    by_formula(language, tokens, name, starts)
        .or(structural)
        .or_else(|| is_explained(language, tokens, name).then_some(Pattern::Apposition))
}

fn by_formula(language: &Language, tokens: &[Token], name: &Range<usize>, starts: [usize; 2]) -> Option<Pattern> {
    let is_article = |i: usize| {
        let class = language.class(&tokens[i]);
        let joins = class.has(Classes::INNER) && i > starts[0] && language.class(&tokens[i - 1]).has(Classes::NOUN);
        tokens[i + 1].gap.ends_no_clause() && (class.has(Classes::ARTICLE) || class.has(Classes::NOUN) || joins)
    };
    let first = (starts[0]..name.start).rev().take_while(|&i| is_article(i)).last().unwrap_or(name.start);
    let behind = |at: usize| at + usize::from(language.class(&tokens[at]).has(Classes::ARTICLE));
    let openings = [starts[0], starts[1], behind(starts[0]), behind(starts[1])];
    let around = Around { name: name.start, first, end: behind_parenthesis(tokens, name.end), openings };
    language.formulas.iter().find_map(|formula| formula.tells(tokens, &around))
}

/// Where what a sentence says begins behind an opening that a comma ends, `in short,` or `in old law,`, before the name; a
/// clause is no opening.
fn behind_opener(language: &Language, tokens: &[Token], name: usize, start: usize) -> usize {
    let is = |i: usize, class: Classes| language.class(&tokens[i]).has(class);
    let comma = (start + 1..=name.min(start + LONGEST_OPENER)).find(|&i| tokens[i].gap.is_comma());
    let says =
        |end: usize| (start..end).any(|i| is(i, Classes::COPULA) || is(i, Classes::VERB) || is(i, Classes::MEANS));
    comma.filter(|&end| !is(start, Classes::CONDITION) && !says(end)).unwrap_or(start)
}

/// Whether a name is explained by what stands between commas behind it: `Kabotage, eine Beförderung von Gütern, …`. An item of
/// a list is not.
fn is_explained(language: &Language, tokens: &[Token], name: &Range<usize>) -> bool {
    let is_a = |i: usize| tokens.get(i).is_some_and(|word| language.is_a(word));
    let comma = |i: usize| tokens.get(i).is_some_and(|word| word.gap.is_comma_with_marks());
    let is_item = (name.start.saturating_sub(FARTHEST_SUBJECT)..name.start).any(|i| comma(i + 1));
    let behind = tokens.get(name.end);
    let is_aside = behind.is_some_and(|word| word.gap.has(Gap::OPENS_PARENTHESIS) || word.gap.has(Gap::DASH));
    if is_aside && is_a(name.end) {
        return true;
    }
    if is_item || !comma(name.end) || !is_a(name.end) {
        return false;
    }
    let end = (name.end + 1..tokens.len()).find(|&i| !tokens[i].gap.ends_no_clause());
    // `…, ein Vertrag, ein Abkommen und ein Protokoll`
    let goes_on = |i: usize| comma(i) && (is_a(i) || language.class(&tokens[i]).has(Classes::AND));
    let joins =
        (name.end..end.unwrap_or(tokens.len())).any(|i| language.class(&tokens[i]).has(Classes::AND) && is_a(i + 1));
    end.is_none_or(|end| !goes_on(end)) && !joins
}

fn by_structure(language: &Language, tokens: &[Token], name: &Range<usize>, start: usize) -> Option<Pattern> {
    let has = |at: usize, class: Classes| tokens.get(at).is_some_and(|word| language.class(word).has(class));
    let joined = |at: usize| tokens.get(at).is_some_and(|word| goes_on(word.gap));
    let next = behind_parenthesis(tokens, name.end);
    // `par X on entend …`
    // What begins further before the name says nothing of it by its beginning.
    let distance = name.start.checked_sub(start)?;
    let is_near = distance <= FARTHEST_SUBJECT;
    let is_before_name = |i: usize| has(i, Classes::ARTICLE) || has(i, Classes::NOUN);
    let is_by = is_near
        && name.start > start
        && has(start, Classes::BY)
        && behind(start + 1, name.start, is_before_name) == name.start;
    if is_by && (next..next + FARTHEST).any(|i| has(i, Classes::UNDERSTOOD)) {
        return Some(Pattern::Termed);
    }
    // A language of cases calls something by its own: `Комплектом называется …`.
    let may_be_given = language.articles || is_instrumental(tokens, name);
    let is_given_before = !language.articles && has(next, Classes::CALLED) && joined(next);
    if may_be_given && (is_given_before || is_given(language, tokens, name, start)) {
        return Some(Pattern::Termed);
    }
    if !is_near || behind(start, name.start, is_before_name) != name.start {
        return None;
    }
    let is_named = (start..name.start).any(|i| has(i, Classes::NOUN));
    if has(next, Classes::MEANS) && joined(next) && !is_idle(language, tokens, next) {
        let is_marked =
            tokens[name.start].gap.has(Gap::OPENS) || tokens.get(next).is_some_and(|t| t.gap.has(Gap::CLOSES));
        return Some(if is_named || is_marked { Pattern::Termed } else { Pattern::Means });
    }
    // `Die drei Grundsätze: …`
    let is_counted = has(name.start, Classes::NUMBER) && name.len() > 1;
    if is_counted && tokens.get(next).is_some_and(|word| word.gap.has(Gap::COLON) || word.gap.has(Gap::DASH)) {
        return Some(Pattern::Colon);
    }
    if is_counted && has(next, Classes::COPULA) && joined(next) {
        return Some(Pattern::Is);
    }
    // `X — это …`
    if tokens
        .get(next)
        .is_some_and(|word| word.gap.has(Gap::DASH) && !language.articles && language.class(word).has(Classes::ARTICLE))
    {
        return Some(Pattern::Is);
    }
    // `X — перевозка грузов`: a language without articles leaves the verb out.
    let is_put = |word: &Token| word.gap.has(Gap::DASH) && !language.is_closed(word);
    if !language.articles && tokens.get(next).is_some_and(is_put) {
        return Some(Pattern::Is);
    }
    let verb = next;
    if !joined(verb) {
        return None;
    }
    if (verb..verb + FARTHEST).any(|i| {
        has(i, Classes::DEFINED) && (verb..i).all(|at| language.is_closed(&tokens[at])) && has(i + 1, Classes::LIKE)
    }) {
        return Some(Pattern::Termed);
    }
    if !has(verb, Classes::COPULA) {
        return None;
    }
    let is_kind =
        !language.articles || (joined(verb + 1) && (has(verb + 1, Classes::KIND) || tokens[verb + 1].behind_article));
    if is_idle(language, tokens, verb) {
        return None;
    }
    let is_kind = is_kind || is_bare_kind(language, tokens, name, verb);
    Some(if is_kind { Pattern::Is } else { Pattern::Statement })
}

/// Whether a name has the case by which something is called, or marks or letters that have no case.
fn is_instrumental(tokens: &[Token], name: &Range<usize>) -> bool {
    let first = &tokens[name.start];
    let is_marked = first.gap.has(Gap::OPENS) || first.case == Case::Upper;
    is_marked || matches!(first.declined, Declined::None | Declined::Instrumental)
}

/// Whether a bare noun stands behind the verb of a sentence that a bare noun opens: `Kompost ist verrottetes Laub`.
fn is_bare_kind(language: &Language, tokens: &[Token], name: &Range<usize>, verb: usize) -> bool {
    let is_content = |word: &Token| word.gap.joins() && !language.is_closed(word);
    let rest = tokens.get(verb + 1..tokens.len().min(verb + 1 + FARTHEST)).unwrap_or(&[]);
    let noun = rest.iter().take_while(|word| is_content(word)).find(|word| word.case != Case::Lower);
    language.capital_nouns
        && name.len() == 1
        && tokens[name.start].gap.ends()
        && !language.class(&tokens[name.start]).has(Classes::LABEL)
        && noun.is_some()
}

/// Whether the sentence gives a name to something: `est appelé X`, `wird X genannt`, `nennt man X`.
fn is_given(language: &Language, tokens: &[Token], name: &Range<usize>, start: usize) -> bool {
    let has = |at: usize, class: Classes| tokens.get(at).is_some_and(|word| language.class(word).has(class));
    let joins = |at: usize| tokens.get(at).is_some_and(|word| word.gap.ends_no_clause());
    let back = |from: usize, class: Classes| {
        (start + 1..=from).rev().find(|&i| !(joins(i) && has(i - 1, class))).unwrap_or(start)
    };
    let first = back(name.start, Classes::ARTICLE);
    if has(name.end, Classes::CALLED_BEHIND) && joins(name.end) && first > start {
        let is_like = has(first - 1, Classes::LIKE);
        // `die dessen Typ bezeichnet`
        return is_like
            || (!has(name.end, Classes::MEANS)
                && (start.max(first.saturating_sub(LONGEST_OPENING))..first).any(|i| language.is_closed(&tokens[i])));
    }
    // `on entend par X une …`
    let by = first.checked_sub(1).filter(|&by| by > start && joins(first) && has(by, Classes::BY) && joins(by));
    if by.is_some_and(|by| has(by - 1, Classes::UNDERSTOOD)) {
        return true;
    }
    let verb = back(first, Classes::BETWEEN);
    if verb == start || !joins(verb) || !has(verb - 1, Classes::CALLED) {
        return false;
    }
    let before = verb.checked_sub(2).filter(|&at| at >= start);
    // `un fichier nommé notes` names, `une redevance, nommée jauge` and `est nommée jauge` define.
    let is_part = has(verb - 1, Classes::PARTICIPLE);
    let has_verb = (start.max((verb - 1).saturating_sub(FARTHEST))..verb - 1).any(|i| has(i, Classes::COPULA));
    let is_named = before.is_some_and(|at| !language.is_closed(&tokens[at]));
    if is_part && is_named && !has_verb && !tokens[verb - 1].gap.is_comma() {
        return false;
    }
    let is_noun = before.is_some_and(|at| has(at, Classes::ARTICLE) && joins(at + 1));
    // `le noyau appelle la fonction`
    let is_active = first < name.start && !before.is_some_and(|at| has(at, Classes::COPULA));
    !is_noun && !is_active
}

/// Whether what a verb says is a judgement, which says of nothing what it is: `is a problem`, `means a loss`.
fn is_idle(language: &Language, tokens: &[Token], verb: usize) -> bool {
    let said = tokens.get(verb + 1..tokens.len().min(verb + 1 + FARTHEST)).unwrap_or(&[]);
    let clause = said.iter().take_while(|word| word.gap.ends_no_clause());
    clause.into_iter().any(|word| language.class(word).has(Classes::IDLE))
}

/// The first number from `from` to `to` for which something does not hold.
fn behind(from: usize, to: usize, holds: impl Fn(usize) -> bool) -> usize {
    (from..to).find(|&i| !holds(i)).unwrap_or(to)
}
