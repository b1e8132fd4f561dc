//! Entries of a glossary: paragraphs or items in alphabetical order, each a name, a sign and what the name means.

use super::lexicon::is_determiner;
use crate::markup::{Block, BlockKind};
use crate::text::fold;

/// A longer name is none, in words.
const LONGEST_NAME: usize = 6;
/// So many letters of an entry are looked at.
const LOOKED_AT: usize = 200;
/// What has fewer words says nothing of a name.
const SHORTEST_GLOSS: usize = 2;
/// So many entries in a row are a glossary.
const FEWEST_ENTRIES: usize = 3;
/// What stands between a name and its gloss.
const SIGNS: [&str; 6] = [": ", "\n: ", " – ", " — ", " - ", "—"];
/// What begins so speaks of somebody.
const PRONOUNS: [&str; 6] = ["i", "you", "we", "he", "she", "they"];

/// Whether the block numbered so is one of several entries.
pub(super) fn is_entry(blocks: &[Block], number: usize) -> bool {
    let name = |number: usize| blocks.get(number).and_then(name_of);
    let Some(own) = name(number) else { return false };
    let around = FEWEST_ENTRIES - 1;
    let (mut first, mut last) = (own.clone(), own);
    let mut count = 1;
    for at in (number.saturating_sub(around)..number).rev() {
        let Some(before) = name(at).filter(|before| *before < first) else { break };
        (first, count) = (before, count + 1);
    }
    for at in number + 1..=number + around {
        let Some(behind) = name(at).filter(|behind| *behind > last) else { break };
        (last, count) = (behind, count + 1);
    }
    count >= FEWEST_ENTRIES
}

/// Whether a block by itself has the form of an entry.
pub(super) fn starts_entry(block: &Block) -> bool {
    name_of(block).is_some()
}

/// The folded name that a block explains, if it has the form of an entry.
fn name_of(block: &Block) -> Option<String> {
    let text = block.prose.text.trim();
    let text = text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end]);
    let sign = SIGNS.into_iter().filter_map(|sign| Some((text.find(sign)?, sign.len()))).min()?;
    let (name, gloss) = (text[..sign.0].trim(), text[sign.0 + sign.1..].trim());
    let first = gloss.split_whitespace().next()?.to_lowercase();
    let is_name =
        (1..=LONGEST_NAME).contains(&name.split_whitespace().count()) && !name.contains(['.', ';', '?', '!', '"', '“']);
    // In a dialogue somebody asks, or begins a sentence with any word.
    let speaks = PRONOUNS.contains(&first.as_str()) || text.contains(['?', '!']);
    let begins = gloss.starts_with(char::is_lowercase) || is_determiner(&first);
    let says = gloss.split_whitespace().count() >= SHORTEST_GLOSS && begins && !speaks;
    let is_entry = block.kind == BlockKind::Paragraph && is_name && says;
    is_entry.then(|| fold(name))
}
