//! From what a sentence says of a name to the passage that is kept of it.

use super::blocks::*;
use super::candidates::{Defining, LONGEST_PASSAGE};
use super::definitions;
use super::document::Reader;
use super::lexicon::Class;
use super::nameless::is_quality;
use super::pattern::Pattern;
use super::phrases::Chain;
use super::pointers::is_pointer;
use super::shape::*;
use super::signals::Signal;
use super::terms;
use super::tokens::{Case, Token, tokens_in};
use super::wording::{ANAPHORIC, EXAMPLE, FOR, INSTANCE, IT};
use crate::markup::Block;
use crate::text::sentences;
use std::ops::Range;

/// A sentence of fewer words that only has something for its subject says little of it.
const FEWEST: usize = 6;
/// Words of a reference between brackets, at most.
const LONGEST_NOTE: usize = 16;
/// Bytes of an entry of a table of contents, at most.
const LONGEST_ENTRY: usize = 80;

impl Reader {
    /// Takes a name between marks, and what its sentence says of it.
    pub fn quoted(&mut self, block: &Block, words: &[Token], range: Range<usize>) {
        let of = words[..range.start].last().is_some_and(|word| word.class == Class::Of);
        let cue = range.start.checked_sub(1 + usize::from(of)).filter(|&cue| words[cue].class == Class::Cue);
        let own = self.heads.binary_search_by_key(&range.start, |head| head.name.start);
        // `“without a toll”` is said of something.
        let is_said = own.is_err() && words[range.start].class == Class::Preposition && cue.is_none();
        if is_said && words[range.start].case == Case::Lower {
            return;
        }
        let signals = shape(words, &range).with(Signal::Quoted).with_if(Signal::Cued, cue.is_some());
        self.collector.add(block, &words[range.clone()], signals, true);
        if let Some(cue) = cue {
            let sentence = beginning(words, range.start);
            let pattern = definitions::cued(words, cue, &range, sentence).unwrap_or(Pattern::Statement);
            self.define(block, words, range.clone(), pattern);
        }
        if let Ok(own) = own {
            let (pattern, with_noun) = (self.heads[own].pattern, self.heads[own].with_noun.clone());
            self.define(block, words, range.clone(), pattern);
            if with_noun != range {
                self.collector.add(block, &words[with_noun.clone()], shape(words, &with_noun), true);
                self.define(block, words, with_noun, pattern);
            }
        }
        self.told(block, words, range);
    }

    /// What the sentence says of a name that was found by itself, in whatever phrase it stands.
    pub fn told(&mut self, block: &Block, words: &[Token], range: Range<usize>) {
        let sentence = beginning(words, range.start);
        if definitions::is_so_if(words, &range, sentence) || definitions::is_aspect_of(words, &range, sentence) {
            self.define(block, words, range.clone(), Pattern::Identified);
        }
        let chain = Chain { runs: vec![range], links: Vec::new() };
        terms::termed(words, &chain, sentence, |name| self.define(block, words, name, Pattern::Termed));
        definitions::defined(words, &chain, sentence, |found| {
            self.define(block, words, chain.tokens(found.runs), found.pattern);
        });
    }

    /// Takes the sentence that has the words `range` for a definition of them.
    pub fn define(&mut self, block: &Block, words: &[Token], range: Range<usize>, pattern: Pattern) {
        for name in self.set_off_in(&range) {
            let last = name.start;
            self.define_until(block, words, name, last, pattern);
        }
        if self.runs_over(words, &range) {
            return;
        }
        let last = range.start;
        self.define_until(block, words, range, last, pattern);
    }

    /// Takes the sentences from the one that has the words `range` to the one that has the word `last` for a definition.
    pub fn define_until(&mut self, block: &Block, words: &[Token], range: Range<usize>, last: usize, pattern: Pattern) {
        let near = self.heads.partition_point(|head| head.opening.end < range.end);
        let is_beside = self.heads.get(near).is_some_and(|head| head.is_beside(&range));
        if is_beside || is_quality(words, &range) || is_said_in_passing(words, &range, pattern) {
            return;
        }
        let all = self.sentences.get_or_insert_with(|| sentences(&block.prose.text));
        let sentence = |word: usize| {
            let start = words[word].span.start;
            all.get(all.partition_point(|sentence| sentence.end <= start)).copied()
        };
        let (Some(first), Some(end)) = (sentence(range.start), sentence(last)) else { return };
        // Nobody reads it through for each of its names.
        if first.join(end).len() > LONGEST_PASSAGE {
            return;
        }
        // A question says nothing, nor does what a table of contents cuts off.
        let said = first.join(end).of(&block.prose.text).trim_end();
        let is_note = said.starts_with('[') && said.ends_with(']');
        let is_cut_off = said.ends_with(['…']) || said.ends_with("...");
        if said.ends_with('?')
            || (is_note && tokens_in(words, first).len() < LONGEST_NOTE)
            || (is_cut_off && said.len() < LONGEST_ENTRY)
        {
            return;
        }
        let opening = &words[tokens_in(words, first.join(end))];
        if is_pointer(opening) {
            return;
        }
        // `The tide did that.`
        let pattern = if pattern.speaks() && opening.len() < FEWEST { Pattern::Remark } else { pattern };
        let pattern = if is_example(opening) { pattern.max(Pattern::Statement) } else { pattern };
        let is_cut = self.is_led_away && block.prose.text[end.end..].trim().is_empty();
        let pattern = if is_cut { pattern.max(Pattern::Statement) } else { pattern };
        // `This is called …`: what it is stands before it.
        let before = all.partition_point(|sentence| sentence.end <= first.start).checked_sub(1);
        let first = match before.filter(|_| needs_antecedent(opening, pattern)) {
            Some(before) => all[before],
            None => first,
        };
        let whole = with_whole_quotation(&block.prose.text, all, first.join(end));
        let whole = within_item(&block.prose.text, whole, words[range.start].span);
        let Some(mut passage) = passage_of(block, whole) else { return };
        if (pattern.enumerates() || words[range.start].class == Class::Number)
            && let Some(items) = self.items
            && block.prose.text[end.end..].trim().is_empty()
        {
            passage.end = passage.end.max(items);
        }
        let signals = shape(words, &range).with_if(Signal::Defined, pattern.tells());
        let defining = Defining { pattern, passage };
        if let Some(rest) = behind_praise(words, &range).filter(|rest| words[rest.start].class != Class::Of) {
            let signals = shape(words, &rest).with_if(Signal::Defined, pattern.tells());
            self.collector.define(block, &words[rest], defining, signals);
        }
        // What a town’s harbour is, its harbour is.
        let owned = range.start + 1..range.end;
        if words[range.start].possessive && owned.len() > 1 && !words[owned.clone()].iter().any(|word| word.possessive)
        {
            let signals = shape(words, &owned);
            self.collector.define(block, &words[owned], defining, signals);
        }
        self.collector.define(block, &words[range], defining, signals);
    }
}

/// Whether a sentence begins with what stands for something before it, and says what it is called or which it is: `This is called
/// …`, `These gates are the …`, but not `It is right to …`.
fn needs_antecedent(sentence: &[Token], pattern: Pattern) -> bool {
    let [first, verb, next, ..] = sentence else { return false };
    let is_expletive = || first.word == *IT && verb.class == Class::Be && next.class != Class::Determiner;
    let names = pattern == Pattern::Termed || (pattern == Pattern::Identified && !is_expletive());
    names && ANAPHORIC.contains(&first.word)
}

/// Whether a sentence only gives an example: `For example, …`.
fn is_example(sentence: &[Token]) -> bool {
    let [first, second, ..] = sentence else { return false };
    first.word == *FOR && [*EXAMPLE, *INSTANCE].contains(&second.word)
}
