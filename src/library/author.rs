//! Who wrote a passage, and when: the author and the year that `corpus.toml` names for its source.

use super::Library;
use crate::markup::Block;
use crate::text::{Span, certain_year};
use crate::trace::Place;

/// A label such as `Interviewer:` before a paragraph has so many bytes at most.
const LONGEST_LABEL: usize = 40;

impl Library {
    /// The author of a passage, if nothing in the source says that it may be somebody else's: it stands outside of marks and
    /// block quotations, no verb of saying reports it, and no label names a speaker. What somebody says who is not marked
    /// can still not be told from the author's own words.
    pub fn author_of(&self, place: Place) -> Option<&str> {
        let author = self.source(place).meta.author.as_deref()?;
        if self.annotated_at(place).is_some()
            || self.told_at(place).is_some_and(|told| told.attribution.speaker.is_some())
        {
            return None;
        }
        let (page, local, _) = self.page_around(place)?;
        let block = &page.blocks[page.block_at(local.start)?];
        let quoted = page.quotations.iter().any(|quotation| quotation.span.overlaps(local));
        (!quoted && !may_be_speech(block, local)).then_some(author)
    }

    /// The year of the sources of some passages; `None` where one of them has none that is certain, or another one: a text
    /// that was printed twice was written before.
    pub fn year_of(&self, places: &[Place]) -> Option<u16> {
        let mut years = places.iter().map(|place| certain_year(self.source(*place).meta.date.as_deref()?));
        let first = years.next()??;
        years.all(|year| year == Some(first)).then_some(first)
    }
}

/// Whether what stands before a passage in its paragraph leaves a mark open, is a dash of dialogue or a speaker's label.
fn may_be_speech(block: &Block, local: Span) -> bool {
    let end = block.prose.from_page(local.start);
    let text = &block.prose.text;
    let before = text.get(..end).unwrap_or_default();
    let count = |marks: &[char]| before.matches(marks).count();
    let label = before.split_once(':').is_some_and(|(label, _)| label.len() <= LONGEST_LABEL);
    let single = before.match_indices(['‘', '’']).fold(0_usize, |open, (at, mark)| match mark {
        "‘" => open + 1,
        // Before a letter it is an apostrophe.
        _ if text[at + mark.len()..].starts_with(char::is_alphanumeric) => open,
        _ => open.saturating_sub(1),
    });
    let opened = count(&['“', '„', '«', '»', '‹', '「', '『']) > count(&['”', '›', '」', '』']) || single > 0;
    opened || count(&['"']) % 2 == 1 || label || text.starts_with(['—', '–', '―', '-', '“', '"', '„', '«'])
}
