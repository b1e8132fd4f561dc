//! Names between marks to which a sentence gives a meaning, whatever stands around them: `The “mooring fee” for a ship means …`,
//! `To “warp” a ship means …`. What else stands before the verb is not what the sentence defines.

use super::blocks::beginning;
use super::clauses::{
    before_possessor, behind_adverbs, behind_insertion, behind_parenthesis, has_relative_pronoun, is_defined,
    is_participle, opens_sentence,
};
use super::lexicon::Class;
use super::pattern::Pattern;
use super::predicates::predicate;
use super::tokens::{Gap, Token};
use super::wording::*;
use crate::markup::Block;
use crate::text::key;
use std::ops::Range;
use std::sync::LazyLock;

/// Words of what stands between a name and its verb, at most.
const LONGEST_COMPLEMENT: usize = 10;
const LONGEST_DEED: usize = 20;
/// Nouns behind a name between marks that belong to it, at most.
const MOST_NOUNS: usize = 2;

/// What needs a clause behind it to be a kind, and how far that may stand.
static SOME_OF_MANY: LazyLock<[u64; 2]> = LazyLock::new(|| ["some", "those"].map(key));
const FARTHEST_CLAUSE: usize = 6;
/// Words of a name on a line of its own, at most.
const LONGEST_LINE: usize = 6;

/// A name that a sentence gives a meaning to.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The words from the beginning of the sentence to its verb.
    pub opening: Range<usize>,
    pub name: Range<usize>,
    /// The name with the nouns behind it: a `“closed” harbour`.
    pub with_noun: Range<usize>,
    pub pattern: Pattern,
}

impl Head {
    /// Whether some words stand before the verb and are not the name.
    pub fn is_beside(&self, words: &Range<usize>) -> bool {
        self.opening.start <= words.start
            && words.end <= self.opening.end
            && ![&self.name, &self.with_noun].contains(&words)
    }
}

/// The head that the words `name`, which stand between marks, are. `leads` tells whether a list follows the block.
pub(super) fn head_of(tokens: &[Token], name: &Range<usize>, leads: bool) -> Option<Head> {
    let start = beginning(tokens, name.start);
    let first = first_before(tokens, name.start, start);
    if !tokens[name.start].gap.has(Gap::OPENS) || !opens_sentence(tokens, first, start) {
        return None;
    }
    let is_deed = name.start > start && tokens[name.start - 1].class == Class::To;
    let end = if is_deed { name.end } else { behind_nouns(tokens, name.end) };
    let verb = verb_behind(tokens, end, is_deed)?;
    // `To “warp” a ship is to …`
    let is_to = || is_deed && tokens[verb].word == *IS && tokens.get(verb + 1).is_some_and(|to| to.class == Class::To);
    let pattern = if is_to() { Pattern::Termed } else { meaning(tokens, verb, leads)? };
    Some(Head { opening: start..verb, name: name.clone(), with_noun: name.start..end, pattern })
}

/// Behind the nouns that stand right behind a name between marks.
fn behind_nouns(tokens: &[Token], end: usize) -> usize {
    let is_noun = |i: &usize| {
        let word = &tokens[*i];
        let is_first = *i == end && word.gap == Gap::CLOSES;
        (is_first || (*i > end && word.gap.joins())) && matches!(word.class, Class::Content | Class::Cue)
    };
    end + (end..tokens.len()).take(MOST_NOUNS).take_while(is_noun).count()
}

/// The first of the words before a name that belong to it: `to`, `the phrase`, `a guild’s`.
fn first_before(tokens: &[Token], at: usize, start: usize) -> usize {
    let before = |at: usize| at.checked_sub(1).filter(|&i| i >= start && tokens[at].gap.ends_no_clause());
    if before(at).is_some_and(|i| tokens[i].class == Class::To || NAMING.contains(&tokens[i].word)) {
        return at - 1;
    }
    before_possessor(tokens, at, start)
}

/// The verb of a name, behind the name itself and what belongs to it: `for a ship`, `of the guild`; behind a deed its object.
fn verb_behind(tokens: &[Token], end: usize, is_deed: bool) -> Option<usize> {
    let at = behind_adverbs(tokens, behind_insertion(tokens, behind_parenthesis(tokens, end)));
    let next = tokens.get(at)?;
    if is_deed && let Some(verb) = verb_of_deed(tokens, at) {
        return Some(verb);
    }
    let is_led = matches!(next.class, Class::Of | Class::Preposition)
        || (is_deed && next.class == Class::Determiner)
        || is_participle(tokens, at);
    if !is_led || next.gap.ends() || next.gap.is_comma() {
        return Some(at);
    }
    let is_verb = |word: &Token| {
        matches!(word.class, Class::Be | Class::Auxiliary)
            || matches!(VERBS.get(&word.word), Some(by) if *by <= Pattern::Includes)
    };
    let inside = tokens[at + 1..].iter().take(LONGEST_COMPLEMENT).take_while(|word| word.gap.ends_no_clause());
    let verb = inside.clone().position(is_verb)?;
    let opens_clause = |word: &Token| word.class == Class::Subject || word.class == Class::Stop;
    (!inside.take(verb).any(opens_clause)).then_some(at + 1 + verb)
}

/// The `means` or `is` of a deed, behind its object and whatever says when it is done, by the deed that it is said to be: `… means to
/// …`, `… means that …`.
fn verb_of_deed(tokens: &[Token], at: usize) -> Option<usize> {
    let inside = (at..tokens.len()).take(LONGEST_DEED).take_while(|&i| tokens[i].gap.ends_no_clause());
    let says = |word: &Token| MEANING.contains(&word.word) || word.word == *IS;
    let is_deed = |word: &Token| word.class == Class::To || (word.word == *THAT && word.gap.joins());
    inside.into_iter().find(|&i| says(&tokens[i]) && tokens.get(i + 1).is_some_and(is_deed))
}

/// By what the verb at a token gives a meaning to a name between marks before it, if it does.
fn meaning(tokens: &[Token], at: usize, leads: bool) -> Option<Pattern> {
    let verb = &tokens[at];
    if verb.gap.ends() || verb.gap.is_comma() {
        return None;
    }
    let says = MEANING.contains(&verb.word) || [*INCLUDES, *INCLUDE].contains(&verb.word);
    let Some(next) = tokens.get(at + 1) else { return (says && leads).then_some(Pattern::Termed) };
    if verb.class == Class::Auxiliary && verb.word == *HAS {
        return tokens[at..].iter().take(3).any(|word| word.word == *MEANING_NOUN).then_some(Pattern::Termed);
    }
    if says || (verb.class == Class::Auxiliary && MEANING.contains(&next.word)) || is_defined(tokens, at) {
        return Some(Pattern::Termed);
    }
    // `are those I hate` says of no kind what it is.
    let tells_which = || (at + 2..tokens.len()).take(FARTHEST_CLAUSE).any(|i| has_relative_pronoun(tokens, i));
    let is_some = !SOME_OF_MANY.contains(&next.word) || tells_which();
    let is_all = [*IS, *ARE].contains(&verb.word) && SOME_KIND.contains(&next.word) && is_some;
    if is_all { Some(Pattern::Is) } else { predicate(tokens, at).filter(|pattern| *pattern <= Pattern::Is) }
}

/// The name between marks that is the first line of a block, where the lines below it are indented and say what it means.
pub(super) fn quoted_line(block: &Block, tokens: &[Token]) -> Option<Range<usize>> {
    let (line, rest) = block.prose.text.split_once('\n')?;
    let line = line.trim();
    let is_quoted = line.starts_with(['"', '“', '‘']) && line.ends_with(['"', '”', '’']);
    let name = 0..tokens.iter().take_while(|token| token.span.end <= block.prose.text.len() - rest.len()).count();
    let is_name =
        (1..=LONGEST_LINE).contains(&name.len()) && tokens[1..name.end].iter().all(|t| !t.gap.has(Gap::OPENS));
    (is_quoted && is_name && rest.starts_with([' ', '\t']) && name.end < tokens.len()).then_some(name)
}
