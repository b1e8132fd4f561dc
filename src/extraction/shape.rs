//! What the words of a phrase say of it.

use super::lexicon::{Class, is_advocacy, is_form_of_verb};
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::{A, AN};
use std::ops::Range;

/// What the words of a phrase say of it.
pub(super) fn shape(words: &[Token], range: &Range<usize>) -> Signals {
    let (Some(first), Some(last)) = (words[range.clone()].first(), words[range.clone()].last()) else {
        return Signals::NONE;
    };
    let definite = range.start.checked_sub(1).is_some_and(|i| words[i].class == Class::Determiner && first.gap.joins());
    let digits = |token: &Token| token.class == Class::Number;
    let counts = digits(first)
        && !first.ordinal
        && range.len() > 1
        && words[range.start + 1..range.end].iter().any(|t| t.ending == Ending::S);
    let is_large =
        |at: usize| words[range.start + at].case != Case::Lower && (at > 0 || !words[range.start].gap.ends());
    let of = words[range.clone()].iter().position(|token| token.class == Class::Of);
    let head = of.filter(|&of| of > 0).map_or(last, |of| &words[range.start + of - 1]);
    Signals::NONE
        .with_if(Signal::Numbered, counts && (is_large(1) || (first.few && last.class != Class::Weak)))
        .with_if(Signal::Counted, words[range.clone()].iter().any(|word| digits(word) && !word.ordinal))
        .with_if(Signal::Relational, (2..=3).contains(&range.len()) && first.ending == Ending::Adjective)
        .with_if(Signal::CueHead, range.len() > 1 && head.class == Class::Cue)
        .with_if(Signal::Weak, first.class == Class::Weak && !is_large(0))
        .with_if(
            Signal::WeakHead,
            (last.class == Class::Weak && !is_large(range.len() - 1)) || !is_noun(last) || head.class == Class::Rank,
        )
        .with_if(Signal::Deed, first.ending == Ending::Ing && range.len() > 1)
        .with_if(Signal::Definite, definite)
        .with_if(Signal::Possessed, first.possessive && range.len() > 1)
        .with_if(Signal::Idea, is_idea(&words[range.clone()]))
}

/// Whether one word, or each of several that `and` joins, names an idea by its ending, whatever a hyphen joins to it.
fn is_idea(words: &[Token]) -> bool {
    let is_prefix = |at: usize| words.get(at + 1).is_some_and(|next| next.gap.has(Gap::HYPHEN));
    let is_idea = |word: &Token| word.class == Class::Content && word.idea;
    words.last().is_some_and(is_idea)
        && (0..words.len()).all(|at| is_idea(&words[at]) || words[at].class == Class::And || is_prefix(at))
}

/// What stands in a run behind words of praise or size, behind how many there are, and behind a deed: `trade union` in
/// `two large trade unions` and in `founding trade unions`. Nothing where the whole is one name.
pub(super) fn behind_praise(words: &[Token], run: &Range<usize>) -> Option<Range<usize>> {
    let start = end_of_praise(words, run);
    (start > run.start && start + 1 < run.end).then_some(start..run.end)
}

/// Where the words of praise or size, of how many there are, and of a deed end that a run begins with.
pub(super) fn end_of_praise(words: &[Token], run: &Range<usize>) -> usize {
    let mut start = run.start;
    while start < run.end {
        let word = &words[start];
        let is_deed = start == run.start && word.ending == Ending::Ing && is_form_of_verb(word.root);
        let is_aside = matches!(word.class, Class::Weak | Class::Number) || is_deed;
        if !is_aside || word.case != Case::Lower {
            break;
        }
        // `high-quality`
        let parts = words[start + 1..run.end].iter().take_while(|next| next.gap.has(Gap::HYPHEN)).count();
        start += 1 + parts;
    }
    start
}

/// Whether a sentence that only says something of a thing has it for any one of its kind: `they copied a database`.
pub(super) fn is_said_in_passing(words: &[Token], name: &Range<usize>, pattern: Pattern) -> bool {
    let word = &words[name.start];
    let says_little = matches!(pattern, Pattern::Identified | Pattern::Introduced | Pattern::Statement | Pattern::Part);
    let is_common = name.len() == 1 && word.case == Case::Lower && !word.idea;
    let article = name.start.checked_sub(1).filter(|_| word.gap.joins()).map(|i| &words[i]);
    says_little && is_common && article.is_some_and(|article| [*A, *AN].contains(&article.word) && !article.gap.ends())
}

/// Whether the verb before the token `at` does something for or against what begins there.
pub(super) fn is_advocated(words: &[Token], at: usize) -> bool {
    let mut verb = at;
    while verb > 0 && words[verb].gap.ends_no_clause() && words[verb - 1].class == Class::Determiner {
        verb -= 1;
    }
    let is_verb = |word: &Token| word.case == Case::Lower && is_advocacy(word.root);
    verb > 0 && words[verb].gap.ends_no_clause() && is_verb(&words[verb - 1])
}

/// Whether a name can end in this word.
pub(super) fn is_noun(word: &Token) -> bool {
    let is_adjective = word.ending == Ending::Adjective && word.class == Class::Content && !word.idea;
    let is_participle = word.case == Case::Lower && word.ending == Ending::Ed;
    !(word.possessive || is_adjective || is_participle)
}

/// Nouns behind whose `of` a name stands; `type of` and `system of` tell less.
pub(super) fn is_cue(words: &[Token], run: &Range<usize>) -> bool {
    words[run.end - 1].class == Class::Cue
}
