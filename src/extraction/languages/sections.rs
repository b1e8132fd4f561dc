//! What the first paragraph below a heading says of it, and what an abbreviation in parentheses stands for.

use super::super::blocks::passage_of;
use super::super::candidates::Defining;
use super::super::cues::abbreviation;
use super::super::glossary::starts_entry;
use super::super::headings::SECTION;
use super::super::pattern::Pattern;
use super::super::signals::{Signal, Signals};
use super::super::tokens::Token;
use super::reader::Reader;
use crate::markup::{Block, BlockKind};
use crate::text::{fold, sentences};
use std::ops::Range;

impl Reader {
    /// Takes what the first paragraph below a heading says of it.
    pub(super) fn below_heading(&mut self, blocks: &[Block], number: usize, words: &[Token]) {
        let Some((head, name)) = self.heading.take() else { return };
        let block = &blocks[number];
        if matches!(block.kind, BlockKind::Cell { .. }) || starts_entry(block) {
            return;
        }
        let all = sentences(&block.prose.text);
        let Some(first) = all.first().copied() else { return };
        if !is_told(first.of(&block.prose.text)) {
            return;
        }
        let (pattern, said) = if self.language.it_is.open(words) {
            (Pattern::Title, first)
        } else {
            let last = all.iter().take_while(|sentence| sentence.end - first.start <= SECTION).last();
            (Pattern::Section, first.join(*last.unwrap_or(&first)))
        };
        let Some(passage) = passage_of(block, said) else { return };
        let signals = Signals::of(Signal::Heading);
        self.collector.define(&blocks[head], &name, Defining { pattern, passage }, signals);
    }

    /// Takes an abbreviation in parentheses behind a name whose letters it has: `Organisation mondiale de la santé (OMS)`.
    pub(super) fn abbreviated(&mut self, block: &Block, words: &[Token], name: &Range<usize>) {
        let Some(short) = abbreviation(&block.prose.text, words, name.end) else { return };
        let text = &block.prose.text;
        let whole = fold(words[name.start].span.join(words[name.end - 1].span).of(text));
        if abbreviates(&fold(words[short].span.of(text)), &whole) {
            let signals = self.shape(words, name).with(Signal::Abbreviated);
            self.collector.shorten(block, &words[name.clone()], signals, words[short].span);
        }
    }
}

/// Whether a sentence says something: it has its full stop, and is no line of a table of contents.
pub(in crate::extraction) fn is_told(sentence: &str) -> bool {
    let sentence = sentence.trim();
    sentence.ends_with(['.', '。', '!', '！'])
        && !sentence.starts_with(|c: char| c.is_ascii_digit() || c == '#' || c == '[')
}

/// Whether the letters of an abbreviation stand in a name in their order, the first one at its beginning.
fn abbreviates(short: &str, name: &str) -> bool {
    let mut letters = name.chars();
    short.chars().next() == name.chars().next() && short.chars().all(|c| letters.any(|letter| letter == c))
}

#[cfg(test)]
mod tests {
    use super::abbreviates;

    #[test]
    fn an_abbreviation_has_letters_of_the_name_in_their_order() {
        assert!(abbreviates("who", "weltgesundheitsorganisation"));
        assert!(abbreviates("oms", "organisation mondiale de la sante"));
        assert!(!abbreviates("who", "organisation der gesundheit"));
        assert!(!abbreviates("mos", "organisation mondiale de la sante"));
    }
}
