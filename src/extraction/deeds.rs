//! Names of what is done: `the policy of raising tariffs`.

use super::document::Reader;
use super::lexicon::Class;
use super::roles::Role;
use super::shape::shape;
use super::signals::Signal;
use super::tokens::{Ending, Gap, Token};
use crate::markup::Block;

/// More words are no name of a deed.
const LONGEST_DEED: usize = 7;

impl Reader {
    /// What is done, behind a cue noun and `of`: `raising tariffs`.
    pub fn deeds(&mut self, block: &Block, words: &[Token], roles: &[Role]) {
        for at in 2..words.len() {
            let follows =
                words[at - 1].class == Class::Of && words[at - 2].class == Class::Cue && words[at].gap.joins();
            if !follows || words[at].ending != Ending::Ing || words[at - 1].gap != Gap::default() {
                continue;
            }
            let rest = words[at + 1..].iter().zip(&roles[at + 1..]).take(LONGEST_DEED);
            let joins = |word: &Token, role: &Role| {
                let leads = matches!(word.class, Class::Preposition | Class::To | Class::Quantifier);
                word.gap.joins() && (leads || !matches!(role, Role::Verb | Role::Break))
            };
            let mut end = at + 1 + rest.take_while(|(word, role)| joins(word, role)).count();
            while end > at + 1 && roles[end - 1] != Role::Name {
                end -= 1;
            }
            if end > at + 1 {
                let signals = shape(words, &(at..end)).with(Signal::Cued);
                self.collector.add(block, &words[at..end], signals, true);
            }
        }
    }
}
