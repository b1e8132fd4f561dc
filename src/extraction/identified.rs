//! What a sentence says of something as the complement of its verb: `the … was the cornerstone of …`.

use super::clauses::begins_relative;
use super::complements::values;
use super::definitions::Found;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::phrases::{Chain, Link};
use super::tokens::{Case, Gap, Token};
use super::wording::*;
use std::ops::Range;

/// Words between `regarded` and its `as`, at most.
const FARTHEST_TAKING: usize = 40;
/// Words of what is said to be a name, at most.
const LONGEST_NAMED: usize = 12;

/// What is said of a chain as the complement of a verb: `the … was the cornerstone of …`, `regarded it as the …`.
pub(super) fn identified(tokens: &[Token], chain: &Chain, start: usize, each: &mut impl FnMut(Found)) {
    let whole = chain.whole();
    let mut at = whole.start;
    let mut is_bare = true;
    while at > start && tokens[at].gap.ends_no_clause() {
        let is_article = matches!(tokens[at - 1].class, Class::Determiner | Class::Number | Class::Adverb);
        let is_one_of = tokens[at - 1].class == Class::Of && at - 1 > start && tokens[at - 2].word == *ONE;
        // `too high`
        is_bare &= tokens[at - 1].class == Class::Adverb || !(is_article || is_one_of);
        // `those that no ship may enter`: a pronoun before another one is no article.
        let is_clause = is_article && tokens[at].class == Class::Determiner && POINTING.contains(&tokens[at - 1].word);
        match (is_article && !is_clause, is_one_of) {
            (true, _) => at -= 1,
            (_, true) => at -= 2,
            _ => break,
        }
    }
    if at == start || !tokens[at].gap.ends_no_clause() {
        return;
    }
    let verb = &tokens[at - 1];
    // `…, and so are the walls`; `such as the walls`; `there is no wall`
    let is_item = |before: &Token| before.is_such && verb.word == *AS;
    if at >= start + 2 && ([*SO, *THERE].contains(&tokens[at - 2].word) || is_item(&tokens[at - 2])) {
        return;
    }
    // `It was the warden who …`
    if at == start + 2 && tokens[start].word == *IT && is_cleft(tokens, whole.end) {
        return each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Statement });
    }
    // `If a toll is paid twice, this is double toll.`
    let is_case =
        [*IF, *WHEN].contains(&tokens[start].word) && verb.word == *IS && [*THIS, *IT].contains(&tokens[at - 2].word);
    if is_case && is_bare {
        return each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Identified });
    }
    // `Other boats are lighters that …`
    let are_some = tokens[start].class == Class::Quantifier && verb.word == *ARE && begins_relative(tokens, whole.end);
    if are_some && is_bare {
        return each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Statement });
    }
    // `They are friends of …` says it of several.
    let is_bare = is_bare && tokens[whole.start].class != Class::Number;
    if is_bare && ![*ARE, *WERE].contains(&verb.word) {
        if names_one(tokens, &whole, start, at - 1) {
            each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Identified });
        }
        return;
    }
    // `The first to go are the walls and the gates` tells several, not what each of them is.
    let goes_on = || tokens.get(whole.end).is_some_and(|next| next.class == Class::And && next.gap.joins());
    if [*ARE, *WERE].contains(&verb.word) && (chain.links.contains(&Link::And) || goes_on()) {
        return each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Statement });
    }
    let is_definite = ![*A, *AN].contains(&tokens[at].word) && (!is_bare || chain.links.first() == Some(&Link::Of));
    let near = start.max((at - 1).saturating_sub(FARTHEST_TAKING));
    let is_taken = || tokens[near..at - 1].iter().any(|word| TAKING.contains(&word.word));
    // `a snapshot is the process of …` says nothing of processes.
    let kind = &chain.runs[0];
    let is_common = kind.len() == 1 && tokens[kind.start].case == Case::Lower;
    let is_cut = tokens.get(whole.end).is_some_and(|next| next.class == Class::Of && next.gap.joins());
    if is_common && is_cut && chain.runs.len() == 1 {
        return;
    }
    // `This is the sum paid by …`
    if is_common && chain.runs.len() == 1 && ANAPHORIC.contains(&tokens[start].word) && BECOMING.contains(&verb.word) {
        return each(Found { runs: 0..1, pattern: Pattern::Statement });
    }
    // `Basis is the cost of …` says what basis is, `The toll is the core of …` which thing the core is.
    let is_copula = BECOMING.contains(&verb.word);
    // `Any boat that keeps a lamp is a lamp boat.`
    let says_which = [*ANY, *EACH, *EVERY].contains(&tokens[start].word) && verb.word == *IS && at > start + 3;
    if says_which && !is_bare && chain.runs[0].len() > 1 {
        return each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Identified });
    }
    let is_definite_subject = (tokens[start].class == Class::Determiner && ![*A, *AN].contains(&tokens[start].word))
        || ANAPHORIC.contains(&tokens[start].word);
    let names_kind = verb.word == *IS && !is_definite_subject && !tokens[start].gap.has(Gap::OPENS);
    let pattern = if names_kind { Pattern::Remark } else { Pattern::Identified };
    if (is_copula && is_definite) || (verb.word == *AS && is_taken()) {
        each(Found { runs: 0..chain.runs.len(), pattern });
        if chain.links.first() == Some(&Link::Of) {
            let is_counted = tokens[whole.start].class == Class::Number;
            if !is_counted && ASPECTS.contains(&tokens[chain.runs[0].end - 1].stem) {
                each(Found { runs: 1..chain.runs.len(), pattern });
            } else if !is_common {
                each(Found { runs: 0..1, pattern });
            }
        }
    }
}

/// Whether `who …` or `that …` goes on from a token, behind what stands between commas there.
fn is_cleft(tokens: &[Token], at: usize) -> bool {
    let inside = tokens[at.min(tokens.len())..].iter().take(LONGEST_NAMED).take_while(|word| !word.gap.ends());
    inside.into_iter().any(|word| [*WHO, *THAT].contains(&word.word))
}

/// Whether a sentence says of a name that it is one of a kind, or the one that it describes: `Another boat for the river is Ann`,
/// but not `A common problem is Ann`. `verb` is the word before the name.
fn names_one(tokens: &[Token], name: &Range<usize>, start: usize, verb: usize) -> bool {
    let (first, own) = (&tokens[start], &tokens[name.start]);
    let is_kind = [*A, *AN, *THE, *ANOTHER, *ONE].contains(&first.word) && tokens[verb].word == *IS;
    let is_name = own.case != Case::Lower || own.gap.has(Gap::OPENS);
    if !is_kind || !is_name || !(start + 2..=start + LONGEST_NAMED).contains(&verb) {
        return false;
    }
    let subject = &tokens[start + 1..verb];
    let clauses = subject.iter().filter(|word| [*THAT, *WHICH, *WHO].contains(&word.word)).count();
    let is_one = subject.iter().filter(|word| word.acts()).count() <= clauses;
    let closes = |word: &Token| word.gap.ends() || word.gap.has(Gap::OPENS_PARENTHESIS);
    is_one && subject.iter().all(|word| word.gap.joins()) && !values(subject) && tokens.get(name.end).is_none_or(closes)
}
