//! Names that markup sets off inside a longer phrase: `the choice of the *harbour plane*`, `The *outer* basin`. What is set off
//! is the name; a phrase of several parts does not run over its edge.

use super::document::Reader;
use super::lexicon::Class;
use super::tokens::{Token, tokens_in};
use crate::markup::Block;
use std::ops::Range;

/// More words than these are set off for their weight, not as a name.
const LONGEST_NAME: usize = 6;

/// The words of a block that markup sets off, run by run.
pub(super) fn emphasised(block: &Block, words: &[Token], out: &mut Vec<Range<usize>>) {
    out.clear();
    let runs = block.prose.emphasised().iter().map(|&span| tokens_in(words, span));
    out.extend(runs.filter(|run| (1..=LONGEST_NAME).contains(&run.len())));
}

/// Where a heading begins behind a label that is set off: `**Note** On tolls`.
pub(super) fn behind_label(emphasised: &[Range<usize>], words: &Range<usize>) -> usize {
    let label = emphasised.iter().find(|run| run.start <= words.start && run.end > words.start && run.end < words.end);
    label.map_or(words.start, |label| label.end)
}

impl Reader {
    /// The names that markup sets off inside a phrase, which has other words before or behind them.
    pub(super) fn set_off_in(&self, phrase: &Range<usize>) -> Vec<Range<usize>> {
        let inside = |run: &&Range<usize>| run.start >= phrase.start && run.end <= phrase.end && *run != phrase;
        self.emphasised.iter().filter(inside).cloned().collect()
    }

    /// Whether a phrase of several parts runs over the edge of what markup sets off.
    pub(super) fn runs_over(&self, words: &[Token], phrase: &Range<usize>) -> bool {
        let is_link = |word: &Token| matches!(word.class, Class::Of | Class::And | Class::Preposition | Class::To);
        let is_parted = words[phrase.clone()].iter().skip(1).any(|word| is_link(word) || !word.gap.joins());
        is_parted && !self.set_off_in(phrase).is_empty()
    }
}
