//! Sentences that speak of a term as a term: that give a name its meaning, or a meaning its name.

use super::clauses::*;
use super::lexicon::Class;
use super::phrases::{Chain, Link};
use super::predicates::is_meaning;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::*;
use std::ops::Range;

/// Words from `define` to its `as`, at most, of a name before `or`, and from `call` to what it calls something.
const FARTHEST: usize = 14;
/// Words from `what` to `meant by`, at most.
const FARTHEST_WHAT: usize = 4;

/// The names in a chain that the sentence around it speaks of as of terms. `start` is the sentence's first token.
pub(super) fn termed(tokens: &[Token], chain: &Chain, start: usize, mut each: impl FnMut(Range<usize>)) {
    let whole = chain.whole();
    let name = name_in(tokens, &whole, start);
    if gives_meaning(tokens, &whole, name != whole, start) || is_object(tokens, &whole, start) {
        return each(name);
    }
    if chain.links.first() == Some(&Link::Of) && chain.runs[0].len() == 1 && is_borne(tokens, chain.runs[0].end) {
        return each(chain.runs[1].start..whole.end);
    }
    // `is called the dead water in the north`
    let count = chain.links.iter().position(|&link| link == Link::With).map_or(chain.runs.len(), |link| link + 1);
    let end = chain.runs[count - 1].end;
    if name.start >= end || !is_given(tokens, &(whole.start..end), start) {
        return;
    }
    // `known as lay days or laytime`
    let is_or = |run: usize| chain.links[run - 1] == Link::And && tokens[chain.runs[run - 1].end].word == *OR;
    let mut first = 0;
    for run in (1..count).filter(|&run| is_or(run)).chain([count]) {
        let part = if first == 0 { name.start } else { chain.runs[first].start }..chain.runs[run - 1].end;
        // `is called the name or title`
        if !part.is_empty() {
            each(part);
        }
        first = run;
    }
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
    let at = behind_adverbs(tokens, behind_insertion(tokens, end));
    let Some([verb, next]) = tokens.get(at..at + 2) else { return false };
    if verb.gap.ends() || verb.gap.is_comma() || !next.gap.ends_no_clause() {
        return false;
    }
    let says = DENOTING.contains(&verb.word) || (verb.word == *STANDS && next.class == Class::Of);
    let refers = || tokens[end..].iter().take(3).any(|word| word.word == *MEANING_NOUN);
    let has_meaning =
        is_marked && (MEANING.contains(&verb.word) || verb.word == *INCLUDES || (verb.word == *HAS && refers()));
    // `can mean nothing`, `will mean that …`
    let is_object = || at + 2 >= tokens.len() || is_meaning(tokens, at + 2);
    let shall_mean = verb.class == Class::Auxiliary && MEANING.contains(&next.word) && is_object();
    // `the word X is used for …`
    let leads = |word: &Token| matches!(word.class, Class::Of | Class::To | Class::Preposition) || word.word == *WHEN;
    let is_used = verb.class == Class::Be && next.word == *USED && tokens[end..].iter().take(5).any(leads);
    ((is_named || is_led) && (says || is_used))
        || has_meaning
        || shall_mean
        || verb.word == *DENOTES
        || is_defined(tokens, end)
}

/// Whether words ask for what follows, or deny it: `the question is`, `this is not`.
fn is_open(words: &[Token]) -> bool {
    words.iter().any(|word| [*QUESTION, *NOT].contains(&word.word))
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
        let to_be =
            behind.clone().zip(behind.clone().skip(1)).any(|(to, be)| to.class == Class::To && be.word == *BE_WORD);
        // `in such a way as to …`
        let is_as = |(word, next): (&Token, &Token)| word.word == *AS && next.class != Class::To;
        return to_be || behind.clone().zip(behind.skip(1)).any(is_as);
    }
    let is_kind = |word: &&Token| [*A, *AN, *THE, *ANY].contains(&word.word);
    // `Let X be the …`
    if tokens[before].word == *LET {
        // A wish is none: `Let kindness be the rule`.
        let is_symbol = tokens[first].span.len() == 1 || tokens[first].gap.has(Gap::OPENS);
        return is_symbol && matches!(next.as_slice(), [be, kind, ..] if be.word == *BE_WORD && is_kind(kind));
    }
    // `we call X the strip that …`
    if CALLING.contains(&tokens[before].word) && before > start && [*WE, *I].contains(&tokens[before - 1].word) {
        return first == whole.start && tokens[first].case == Case::Lower && next.first().is_some_and(is_kind);
    }
    if tokens[before].word == *BY {
        let verb =
            next.iter().position(|word| matches!(word.class, Class::Subject | Class::Be)).and_then(|i| next.get(i + 1));
        let is_understood = verb.is_some_and(|word| MEANING.contains(&word.word) || DEFINING.contains(&word.word));
        // `what was meant by it` leaves open what that is.
        let goes_on = tokens
            .get(whole.end)
            .is_some_and(|next| !next.gap.ends() && !next.gap.has(Gap::CLOSES_PARENTHESIS) && next.class != Class::And);
        // `This is what we mean by it` says it.
        let what = (start + 1..before).rev().take(FARTHEST_WHAT).find(|&i| tokens[i].word == *WHAT);
        let is_told = what.is_some_and(|what| tokens[what - 1].class == Class::Be && !is_open(&tokens[start..what]));
        return is_understood || (before > start && MEANING.contains(&tokens[before - 1].word) && (goes_on || is_told));
    }
    tokens[start].word == *WHAT
        && CALLING.contains(&tokens[before].word)
        && next.first().is_some_and(|word| word.class == Class::Be)
}

/// Whether the chain is the name that the sentence gives to something: `a vessel without a rudder is called X`, `known as
/// X`, `we call the strip between the tides X`, `the term for it is X`.
fn is_given(tokens: &[Token], whole: &Range<usize>, start: usize) -> bool {
    let own = before_articles(tokens, before_possessor(tokens, whole.start, start), start);
    let first = behind_alternative(tokens, own, start);
    let Some(before) = first.checked_sub(1).filter(|&i| i > start && tokens[first].gap.ends_no_clause()) else {
        return false;
    };
    if is_verb(tokens, whole) {
        return false;
    }
    // `the guild's “lee passage”` is not the guild.
    if tokens[whole.end - 1].possessive {
        return false;
    }
    let word = &tokens[before];
    if CALLED.contains(&word.word) {
        return is_passive(tokens, before) && !is_denied(tokens, before, start);
    }
    if word.word == *AS {
        return is_named_as(tokens, before, start);
    }
    if is_borne(tokens, before) {
        return true;
    }
    if [*IS, *ARE].contains(&word.word) && is_term_for(tokens, start, before) {
        return true;
    }
    // Nothing but a verb such as this has two objects side by side.
    let ends = tokens.get(whole.end).is_none_or(|next| next.gap.ends() || next.gap.is_comma());
    let is_noun =
        matches!(word.class, Class::Content | Class::Cue) && word.ending != Ending::Ing && first < whole.start;
    let near = start.max(before.saturating_sub(FARTHEST));
    // `after the call to the guard, the pilots …`
    let calls = |i: usize| {
        let leads =
            |word: &Token| matches!(word.class, Class::Determiner | Class::Weak | Class::Of | Class::Preposition);
        // `the name`, `the gate name`
        let is_thing = |i: usize| i > start && tokens[i].class == Class::Content && tokens[i].ending != Ending::S;
        let is_noun = i > start
            && tokens[i].gap.joins()
            && (leads(&tokens[i - 1]) || (is_thing(i - 1) && leads(&tokens[i - 2]) && i > start + 1));
        let is_near = tokens[i + 1..=before].iter().all(|word| !word.gap.is_comma());
        CALLING.contains(&tokens[i].word) && !CALLED.contains(&tokens[i].word) && !is_noun && is_near
    };
    ends && is_noun && (near..before).any(calls)
}

/// Whether a name stands behind the `of` at a token that something is said to have: `bears the name of X`.
fn is_borne(tokens: &[Token], of: usize) -> bool {
    let Some([verb, the, name]) = of.checked_sub(3).map(|first| &tokens[first..of]) else { return false };
    let is_named = the.word == *THE && NAMING.contains(&name.word) && tokens[of].class == Class::Of;
    is_named && BEARING.contains(&verb.word)
}

/// Whether a name stands behind the word at a token, as far as the words next to it tell: `is called`, `known as`.
pub(super) fn gives_name(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|i| tokens[i].word);
    let is_referred = || before(1) == Some(*TO) && before(2) == Some(*REFERRED);
    let is_as = || tokens[at].word == *AS && (before(1).is_some_and(|word| NAMED_AS.contains(&word)) || is_referred());
    (CALLED.contains(&tokens[at].word) && at > 0 && is_passive(tokens, at)) || is_as()
}

/// Whether the `called` at a token is what is done with a thing: `is called`, `is often called`, `can be called`, `…, called`.
fn is_passive(tokens: &[Token], called: usize) -> bool {
    let before = &tokens[called - 1];
    let is_set_off = tokens[called].gap.is_comma() || tokens[called].gap == Gap::OPENS_PARENTHESIS;
    is_set_off || [*IS, *ARE, *BE_WORD].contains(&before.word) || before.class == Class::Adverb
}

/// Whether what stands where a name may stand is a verb: `is called using the …`, `the name given to it is used`.
pub(super) fn is_verb(tokens: &[Token], name: &Range<usize>) -> bool {
    let first = &tokens[name.start];
    let is_object = || tokens.get(name.end).is_some_and(|next| next.gap.joins() && next.class == Class::Determiner);
    let is_form = first.word == *USED || (first.ending == Ending::Ing && is_object());
    name.len() == 1 && is_form && !first.gap.has(Gap::OPENS)
}

/// Whether it is said before `called` that something is not so, or only if it were: `could not be called`, `if it could be called`.
pub(super) fn is_denied(tokens: &[Token], called: usize, start: usize) -> bool {
    let near = &tokens[start.max(called.saturating_sub(2))..called];
    let is_not = near.iter().any(|word| word.word == *NOT);
    let could = tokens[start..called].iter().rev().take(3).any(|word| word.word == *COULD);
    is_not || (could && stands_in_condition(tokens, called, start))
}

/// Whether a name stands behind the `as` at a token: `known as`, `often referred to as`. What a person is known as is a remark.
fn is_named_as(tokens: &[Token], at: usize, start: usize) -> bool {
    let is_known = NAMED_AS.contains(&tokens[at - 1].word);
    let is_referred = at >= start + 3 && tokens[at - 1].class == Class::To && tokens[at - 2].word == *REFERRED;
    let is_person = tokens[start].class == Class::Subject && !ANAPHORIC_THINGS.contains(&tokens[start].word);
    (is_known || is_referred) && at > start + 1 && !is_person
}

/// Whether the words from the beginning of a sentence to its `is` speak of the term for something: `the term for this loan`.
fn is_term_for(tokens: &[Token], start: usize, is: usize) -> bool {
    let noun = start + usize::from(tokens[start].class == Class::Determiner);
    noun + 1 < is && NAMING.contains(&tokens[noun].word) && TERM_FOR.contains(&tokens[noun + 1].word)
}

/// The first word of what `or` joins to a name, with its articles: of `the lee passage or the back door` the first `the`.
fn behind_alternative(tokens: &[Token], at: usize, start: usize) -> usize {
    let or = at.checked_sub(1).filter(|&or| or > start && tokens[or].word == *OR && tokens[at].gap.joins());
    let Some(or) = or else { return at };
    let is_noun = |&i: &usize| {
        matches!(tokens[i].class, Class::Content | Class::Cue | Class::Weak | Class::Either | Class::Rank)
            && tokens[i + 1].gap.ends_no_clause()
            && !CALLED.contains(&tokens[i].word)
            && !NAMED_AS.contains(&tokens[i].word)
    };
    let first = (start..or).rev().take(FARTHEST).take_while(is_noun).last();
    first.map_or(at, |first| before_articles(tokens, first, start))
}

/// The first of the articles before the token `at`.
fn before_articles(tokens: &[Token], at: usize, start: usize) -> usize {
    let is_article = |&i: &usize| [*A, *AN, *THE].contains(&tokens[i - 1].word) && tokens[i].gap.ends_no_clause();
    (start + 1..=at).rev().take_while(is_article).last().map_or(at, |i| i - 1)
}
