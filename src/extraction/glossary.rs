//! Entries of a glossary: paragraphs or items in alphabetical order, each a name, a sign and what the name means.

use super::lexicon::{Class, class, is_determiner};
use crate::markup::{Block, BlockKind};
use crate::text::{fold, key};

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

/// What begins so leads to another entry, in all languages.
const REFERENCES: [&str; 9] = ["see", "siehe", "s", "voir", "véase", "ver", "vedi", "cf", "vgl"];

/// Verbs of instructions that are nouns or adjectives elsewhere.
const STEPS: [&str; 24] = [
    "add",
    "bake",
    "boil",
    "check",
    "clean",
    "click",
    "clone",
    "close",
    "compile",
    "configure",
    "copy",
    "delete",
    "download",
    "edit",
    "fill",
    "heat",
    "mix",
    "pour",
    "save",
    "stir",
    "type",
    "unpack",
    "update",
    "wash",
];

/// Whether the block numbered so is one of several entries, and says something of its name.
pub(super) fn is_entry(blocks: &[Block], number: usize) -> bool {
    let entry = |number: usize| blocks.get(number).and_then(entry_of).filter(|(_, gloss)| !is_step(gloss));
    let name = |number: usize| entry(number).map(|(name, _)| name);
    let Some((own, _)) = entry(number).filter(|(_, gloss)| !refers(gloss)) else { return false };
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

/// Whether the gloss of an entry only leads to another one: `see Loan`.
pub(super) fn refers(gloss: &str) -> bool {
    let first = gloss.split_whitespace().next().unwrap_or("").to_lowercase();
    REFERENCES.contains(&first.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether what is said behind a sign is a step to take: `open the socket …`.
pub(super) fn is_step(gloss: &str) -> bool {
    let mut words = gloss.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let first = fold(first);
    let is_form = ["ing", "ed", "s"].iter().any(|ending| first.ends_with(ending)) && !first.ends_with("ss");
    let acts = !first.is_empty() && matches!(class(key(&first), &first), Class::Verb | Class::Either) && !is_form;
    (acts || STEPS.contains(&first.as_str())) && is_determiner(&fold(second)) && second != "that"
}

/// What stands before the first sign of a text and behind it.
fn parted(text: &str) -> Option<(&str, &str)> {
    let sign = SIGNS.into_iter().filter_map(|sign| Some((text.find(sign)?, sign.len()))).min()?;
    Some((text[..sign.0].trim(), text[sign.0 + sign.1..].trim()))
}

/// Whether a block by itself has the form of an entry.
pub(super) fn starts_entry(block: &Block) -> bool {
    entry_of(block).is_some()
}

/// The folded name that a block explains and what it says of it, if it has the form of an entry.
fn entry_of(block: &Block) -> Option<(String, &str)> {
    let text = block.prose.text.trim();
    let text = text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end]);
    let (name, gloss) = parted(text)?;
    let first = gloss.split_whitespace().next()?.to_lowercase();
    let is_name =
        (1..=LONGEST_NAME).contains(&name.split_whitespace().count()) && !name.contains(['.', ';', '?', '!', '"', '“']);
    // In a dialogue somebody asks, or begins a sentence with any word.
    let speaks = PRONOUNS.contains(&first.as_str()) || text.contains(['?', '!']);
    let begins = gloss.starts_with(char::is_lowercase) || is_determiner(&first);
    let says = gloss.split_whitespace().count() >= SHORTEST_GLOSS && begins && !speaks;
    let is_entry = block.kind == BlockKind::Paragraph && is_name && says;
    is_entry.then(|| (fold(name), gloss))
}
