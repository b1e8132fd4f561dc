//! Whom a phrase means: a person, a body, or nobody in particular.

use super::Named;
use super::lexicon::Classes;
use super::phrases::Reader;
use std::ops::Range;

/// Whom a phrase means.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub named: Named,
    /// The number of the person.
    pub person: Option<usize>,
    pub plural: bool,
    /// Of somebody without a name: that it is a person, and whether a woman.
    pub somebody: Option<Option<bool>>,
    /// Whether it can be nobody else.
    pub sure: bool,
    /// Whether it is no more than a piece of text that was spoken of: `the sentence`.
    pub is_text: bool,
    /// Whether it is a thing that says nothing: `his voice`.
    pub is_mute: bool,
}

/// Nouns for a piece of text, which as such is nobody.
const TEXTS: &[&str] = &["article", "sentence", "passage", "paragraph", "text", "line", "lines", "quotation", "quote"];
/// Words beside an article that leave such a noun as bare as it is.
const WHICH: &[&str] =
    &["first", "second", "third", "last", "next", "same", "other", "whole", "opening", "closing", "final", "following"];

/// Words that a phrase for nobody in particular begins with: `no one`, `none of them`, `no minister`.
const INDEFINITE: &[&str] =
    &["nobody", "no", "none", "noone", "neither", "someone", "somebody", "anyone", "anybody", "everyone", "everybody"];

impl Entity {
    /// Whether it says nothing of who speaks.
    pub fn is_nobody(&self) -> bool {
        let first = self.named.text.split_whitespace().next().unwrap_or_default().to_lowercase();
        self.is_text || INDEFINITE.contains(&first.as_str())
    }
}

/// Whether a phrase is no more than a noun for a piece of text: `that article`, `the last line of the page`. An article on
/// something is told from others.
pub(super) fn is_text(reader: Reader, range: &Range<usize>) -> bool {
    let noun = range.clone().find(|&at| !reader.is(at, Classes::DET) && !reader.is_word(at, WHICH));
    let Some(noun) = noun.filter(|&noun| reader.is_word(noun, TEXTS)) else { return false };
    let is_alone = noun + 1 >= range.end || reader.is(noun + 1, Classes::PREP);
    let is_told_apart = reader.is_word(noun, &["article", "text"]) && noun + 1 < range.end;
    is_alone && !is_told_apart
}
