//! What a heading names, and what the paragraph below it says of that.

use super::blocks::{passage_of, without_number};
use super::candidates::Defining;
use super::definitions;
use super::document::Reader;
use super::emphasis::behind_label;
use super::glossary::starts_entry;
use super::nameless::is_byline;
use super::pattern::Pattern;
use super::phrases::{LONGEST, chains};
use super::pointers::is_pointer;
use super::roles::{Role, roles};
use super::shape::shape;
use super::signals::Signal;
use super::tokens::{Token, tokens_in};
use crate::markup::{Block, BlockKind};
use crate::text::{Span, sentences};
use std::ops::Range;

/// So many bytes of the paragraph below a heading are what the heading is about.
pub(super) const SECTION: usize = 700;

impl Reader {
    /// Takes a heading, whole and as what it is about.
    pub fn headed(&mut self, block: &Block, number: usize, words: &[Token]) {
        let range = without_number(block, words);
        let range = behind_label(&self.emphasised, &range)..range.end;
        if range.is_empty() || range.len() > LONGEST || is_byline(words) {
            return;
        }
        let signals = shape(words, &range).with(Signal::Heading).with_if(Signal::Title, number == 0);
        self.collector.add(block, &words[range.clone()], signals, true);
        self.heading = Some((number, words[range].to_vec()));
    }

    /// What the first paragraph below a heading says of it.
    pub fn below_heading(&mut self, blocks: &[Block], block: &Block, words: &[Token]) {
        let Some((number, heading)) = self.heading.take() else { return };
        // What an entry of a list says is said of its own name, and a table's cell says nothing of a heading.
        if matches!(block.kind, BlockKind::Cell { .. }) || starts_entry(block) {
            return;
        }
        let head = &blocks[number];
        let all = sentences(&block.prose.text);
        let Some(first) = all.first().copied() else { return };
        if all.iter().all(|sentence| is_pointer(&words[tokens_in(words, *sentence)])) {
            return;
        }
        let end = all.iter().take_while(|sentence| sentence.end - first.start <= SECTION).last().unwrap_or(&first).end;
        let title = definitions::speaks_of_title(words, 0);
        let (pattern, passage) = match title {
            Some(pattern) => (pattern, first),
            None => (Pattern::Section, Span::new(first.start, end)),
        };
        let Some(passage) = passage_of(block, passage) else { return };
        let signals = shape(&heading, &(0..heading.len())).with(Signal::Heading);
        self.collector.define(head, &heading, Defining { pattern, passage }, signals);
        // A heading such as `Promoting …` is about what is promoted.
        let mut own = Vec::new();
        roles(&heading, &mut own);
        let mut inner: Vec<Range<usize>> = Vec::new();
        chains(&heading, &own, |chain| inner.push(chain.whole()));
        if let [only] = inner.as_slice()
            && only.end == heading.len()
        {
            let only = if own[only.start] == Role::Gerund { only.start + 1..only.end } else { only.clone() };
            if only.len() < heading.len() && !only.is_empty() {
                let signals = shape(&heading, &only).with(Signal::Heading);
                self.collector.define(head, &heading[only], Defining { pattern, passage }, signals);
            }
        }
    }
}
