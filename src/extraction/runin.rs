//! Titles that open the paragraph they are the heading of: `The lee passage.—This is …`, `(Slack water).—The time when …`.

use super::blocks::passage_of;
use super::candidates::Defining;
use super::document::Reader;
use super::glossary::is_bare_gloss;
use super::headings::{SECTION, is_generic};
use super::pattern::Pattern;
use super::shape::shape;
use super::signals::Signal;
use super::tokens::{Token, tokens_in};
use super::topics;
use crate::markup::Block;
use crate::text::{Span, sentences};

/// What stands between such a title and its paragraph.
const SIGNS: [&str; 3] = [".—", ". —", ".--"];
/// A title begins and ends among so many bytes of its paragraph.
const LOOKED_AT: usize = 160;
/// A longer title is none, in words.
const LONGEST: usize = 6;

impl Reader {
    /// Takes a title that opens a block, and what the block says of it.
    pub fn run_in(&mut self, block: &Block, words: &[Token]) {
        let text = &block.prose.text;
        let Some((title, body)) = parted(text) else { return };
        let name = tokens_in(words, title);
        // `The pilot.—“Where is …”` is a drama.
        let is_spoken = text[body..].trim_start().starts_with(['“', '"', '‘', '„', '«']);
        if is_spoken || name.is_empty() || name.len() > LONGEST || is_generic(&words[name.clone()]) {
            return;
        }
        let signals = shape(words, &name).with(Signal::Heading);
        self.collector.add(block, &words[name.clone()], signals, true);
        let own = sentences(&text[body..]).into_iter().map(|sentence| sentence.shift(body));
        let (mut first, mut last) = (None, None);
        for sentence in own.take_while(|sentence| sentence.end - body <= SECTION) {
            first = first.or(Some(sentence));
            last = Some(sentence);
        }
        let (Some(first), Some(last)) = (first, last) else { return };
        let begin = words.partition_point(|word| word.span.start < first.start);
        let (pattern, said) = match topics::speaks_of_title(words, begin) {
            Some(pattern) => (pattern, first),
            None if is_bare_gloss(&words[tokens_in(words, first)]) => (Pattern::Title, first),
            None => (Pattern::Section, first.join(last)),
        };
        if let Some(passage) = passage_of(block, said) {
            self.collector.define(block, &words[name], Defining { pattern, passage }, signals);
        }
    }
}

/// The bytes of the title that opens a paragraph, and where what it is the title of begins. In parentheses stands what is meant
/// by a number before it: `Chapter 3 (Slack water).—…`.
fn parted(text: &str) -> Option<(Span, usize)> {
    let looked_at = text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end]);
    let (at, sign) = SIGNS.iter().filter_map(|sign| Some((looked_at.find(sign)?, sign))).min()?;
    let before = text[..at].trim_end_matches([' ', '_', '*']);
    let body = at + sign.len();
    let inner = before.rfind('(').map(|open| open + 1);
    let title = match inner.and_then(|inner| Some(Span::new(inner, inner + before[inner..].find(')')?))) {
        Some(inner) => inner,
        None => Span::new(before.rfind(". ").map_or(0, |end| end + 2), before.len()),
    };
    let title_text = title.of(text);
    let is_title = title_text.trim_start_matches(['_', '*', '“', '"']).starts_with(char::is_uppercase)
        && !title_text.contains([',', ';', ':', '?', '!', '\n'])
        && title_text.split_whitespace().count() <= LONGEST;
    is_title.then_some((title, body))
}
