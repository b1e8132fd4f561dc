//! What a sentence says of what stands before it: of the heading above it, of what the sentence before it brought up.

use super::clauses::{behind_adverbs, holds_always};
use super::lexicon::Class;
use super::pattern::Pattern;
use super::predicates::predicate;
use super::tokens::{Case, Ending, Token};
use super::wording::*;

/// Words of a sentence up to `defined it`, at most.
const LONGEST_DEFINER: usize = 8;

/// Whether the sentence that begins at `start` speaks of what the heading before it names.
pub(super) fn speaks_of_title(tokens: &[Token], start: usize) -> Option<Pattern> {
    let first = tokens.get(start)?;
    let mut verb = start + 1;
    if first.word == *THIS && tokens.get(verb).is_some_and(|next| next.class == Class::Cue) {
        verb += 1;
    } else if ![*IT, *THIS, *THEY].contains(&first.word) {
        return None;
    }
    // `This means that …` speaks of what was said.
    let is_that = tokens.get(verb + 1).is_some_and(|word| word.word == *THAT);
    if is_that && first.word == *THIS && verb == start + 1 {
        return None;
    }
    // `It is to his credit that …`
    let is_to = tokens.get(verb + 1).is_some_and(|word| word.class == Class::To);
    if first.word == *IT && tokens.get(verb).is_some_and(|word| word.class == Class::Be) && is_to {
        return None;
    }
    // `It is late` says no more of it below its heading than anywhere.
    predicate(tokens, verb).map(|pattern| if pattern.defines() { Pattern::Title } else { pattern })
}

/// Whether a paragraph opens with the heading above it, and says what holds of it always: below `Keels` `A keel keeps …`.
pub(super) fn opens_with(tokens: &[Token], heading: &[Token]) -> Option<Pattern> {
    let is_article = |word: &Token| [*A, *AN, *THE].contains(&word.word);
    let own = &heading[heading.iter().take_while(|word| is_article(word)).count()..];
    let start = tokens.iter().take(1).filter(|word| is_article(word)).count();
    let end = start + own.len();
    let is_same = tokens.get(start..end)?.iter().zip(own).all(|(a, b)| a.stem == b.stem);
    let verb = behind_adverbs(tokens, end);
    // `Trade unions met in the hall` says nothing of trade.
    let has_object = tokens.get(verb + 1).is_some_and(|word| {
        word.gap.joins()
            && matches!(word.class, Class::Determiner | Class::Weak | Class::Number | Class::Preposition | Class::To)
    });
    // `Salt works employ many people` counts them.
    let counts = tokens.get(verb + 1).is_some_and(|word| word.class == Class::Quantifier && word.gap.joins());
    let acts = |word: &Token| match word.class {
        Class::Be => predicate(tokens, verb).is_some_and(Pattern::defines),
        _ if counts => false,
        Class::Verb => true,
        Class::Either => word.case == Case::Lower && word.ending == Ending::S,
        Class::Content => word.case == Case::Lower && word.ending == Ending::S && has_object,
        _ => false,
    };
    let says = is_same && !own.is_empty() && tokens.get(verb).is_some_and(acts);
    (says && holds_always(tokens, start, 0, verb)).then_some(Pattern::Title)
}

/// By what the sentence that begins at `start` defines what the one before it brought up: `It is a …`, `Lee defined it as …`.
pub(super) fn speaks_of_it(tokens: &[Token], start: usize) -> Option<Pattern> {
    let own = tokens[start..].iter().take(LONGEST_DEFINER).take_while(|word| word.gap.joins() || word.gap.ends());
    let is_it = |pair: &[Token]| DEFINING.contains(&pair[0].word) && pair[1].word == *IT;
    let len = own.count();
    if tokens[start..start + len].windows(2).any(is_it) {
        return Some(Pattern::Termed);
    }
    // `It was a …` goes on with a tale.
    let is_past = tokens.get(start + 1).is_some_and(|verb| [*WAS, *WERE].contains(&verb.word));
    speaks_of_title(tokens, start).filter(|&pattern| pattern == Pattern::Title && !is_past)
}
