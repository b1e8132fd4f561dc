//! Entries of a glossary: paragraphs or items in alphabetical order, each a name, a sign and what the name means.

use super::clauses::is_participle;
use super::lexicon::{Class, class, is_determiner};
use super::roles::{Role, roles};
use super::tokens::Token;
use super::wording::{PASTS, THAT, THIS, WHEN, WHERE, WHICH, WHO};
use crate::markup::{Block, BlockKind};
use crate::text::{Span, fold, key};

/// A longer name is none, in words.
const LONGEST_NAME: usize = 6;
/// So many letters of an entry are looked at.
const LOOKED_AT: usize = 200;
/// What has fewer words says nothing of a name.
const SHORTEST_GLOSS: usize = 2;
/// A sentence of fewer words below a heading is no gloss.
const FEWEST_OF_GLOSS: usize = 4;
/// So many entries in a row are a glossary.
const FEWEST_ENTRIES: usize = 3;
/// What stands between a name and its gloss.
const SIGNS: [&str; 6] = [": ", "\n: ", " – ", " — ", " - ", "—"];
/// What begins so speaks of somebody.
const PRONOUNS: [&str; 6] = ["i", "you", "we", "he", "she", "they"];

/// What begins so leads to another entry, in all languages.
const REFERENCES: [&str; 9] = ["see", "siehe", "s", "voir", "véase", "ver", "vedi", "cf", "vgl"];

/// What leads to where a thing lies, and never to another entry.
const LIES: [&str; 20] = [
    "in", "im", "am", "an", "auf", "bei", "beim", "zwischen", "mit", "ohne", "und", "von", "vom", "nahe", "des", "aus",
    "of", "zum", "zur", "oder",
];
/// Places in a text, in all languages.
const PLACES: [&str; 19] = [
    "section",
    "page",
    "chapter",
    "appendix",
    "figure",
    "note",
    "p",
    "pp",
    "s",
    "seite",
    "abschnitt",
    "kapitel",
    "anhang",
    "chapitre",
    "sección",
    "página",
    "capítulo",
    "pagina",
    "capitolo",
];
/// Words to a place, at most.
const FARTHEST_PLACE: usize = 3;

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
    if blocks.get(number).is_some_and(is_marked) {
        return true;
    }
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

/// Whether markup makes the name of an entry strong: `**Fog oath** – a promise made without witnesses`.
fn is_marked(block: &Block) -> bool {
    let prose = &block.prose;
    let start = prose.text.len() - prose.text.trim_start().len();
    let Some(end) = parted(&prose.text).map(|(name, _)| start + name.len()) else { return false };
    let page = |(at, c): (usize, char)| prose.to_page(Span::new(at, at + c.len_utf8()));
    let last = prose.text[..end].char_indices().next_back().and_then(page);
    let sign = prose.text[end..].chars().next().and_then(|c| page((end, c)));
    let (Some(last), Some(sign)) = (last, sign) else { return false };
    last.end < sign.start
}

/// Whether a block is what an entry says of the name that stands above it by itself, made strong: `**Lighter**`, and below it
/// `A flat boat for cargo`.
pub(super) fn is_body_of(head: &Block, body: &Block, words: &[Token]) -> bool {
    is_strong(head) && body.kind == BlockKind::Paragraph && !is_strong(body) && is_gloss(words)
}

/// Whether markup makes all of a block strong.
pub(super) fn is_strong(block: &Block) -> bool {
    let text = &block.prose.text;
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { return false };
    let page = |at: usize, c: char| block.prose.to_page(Span::new(at, at + c.len_utf8()));
    block.kind == BlockKind::Paragraph
        && page(0, first).is_some_and(|at| at.start > block.span.start)
        && page(text.len() - last.len_utf8(), last).is_some_and(|at| at.end < block.span.end)
}

/// Whether words begin with a noun of which they say more, and no verb follows that noun: `a flat boat for cargo`, `goods that
/// were lost`.
pub(super) fn is_gloss(words: &[Token]) -> bool {
    let is_article = |word: &Token| matches!(word.class, Class::Determiner | Class::Quantifier) && word.word != *THIS;
    let is_noun = |word: &Token| {
        matches!(word.class, Class::Content | Class::Cue | Class::Weak | Class::Number | Class::Either | Class::And)
    };
    let start = words.iter().take_while(|word| is_article(word)).count();
    let nouns = words[start..]
        .iter()
        .take_while(|word| is_noun(word) && (word.gap.ends_no_clause() || word.gap.is_comma() || word.gap.ends()))
        .count();
    let Some(next) = words.get(start + nouns).filter(|next| !next.gap.ends()) else { return nouns > 1 };
    let says_more = matches!(next.class, Class::Of | Class::Preposition | Class::To | Class::Subject)
        || [*THAT, *WHICH, *WHO, *WHERE, *WHEN].contains(&next.word)
        || is_participle(words, start + nouns);
    nouns > 0 && says_more
}

/// Whether a sentence is such words and nothing else: it has no verb but those of the clauses that say more of its noun.
pub(super) fn is_bare_gloss(words: &[Token]) -> bool {
    let mut own = Vec::new();
    roles(words, &mut own);
    let opens =
        |word: &Token| word.class == Class::Subject || [*THAT, *WHICH, *WHO, *WHERE, *WHEN].contains(&word.word);
    let is_verb = |&i: &usize| {
        let goes_on = i > 0 && (words[i - 1].class == Class::Adverb || words[i - 1].acts()) && words[i].gap.joins();
        let is_past = PASTS.contains(&words[i].word) && !is_participle(words, i);
        (own[i] == Role::Verb || is_past || matches!(words[i].class, Class::Be | Class::Auxiliary)) && !goes_on
    };
    let verbs = (0..words.len()).filter(is_verb).filter(|&i| !is_participle(words, i)).count();
    let clauses = words.iter().filter(|word| opens(word) || word.class == Class::And).count();
    let first_verb = (0..words.len()).find(is_verb).unwrap_or(words.len());
    words.len() >= FEWEST_OF_GLOSS
        && is_gloss(words)
        && verbs <= clauses
        && (verbs == 0 || words[..first_verb].iter().any(opens))
}

/// Whether the gloss of an entry only leads to another one, or to a place: `see Loan`, `vgl. S. 7`.
pub(super) fn refers(gloss: &str) -> bool {
    let (first, rest) = gloss.trim().split_once(char::is_whitespace).unwrap_or((gloss.trim(), ""));
    let cut = first.to_lowercase();
    let word = cut.trim_matches(|c: char| !c.is_alphanumeric());
    // A single letter is an abbreviation only with its full stop.
    if !REFERENCES.contains(&word) || (word.len() == 1 && !cut.contains('.')) {
        return false;
    }
    let rest = rest.trim().trim_end_matches(['.', ')']);
    let folded = fold(rest);
    let words: Vec<&str> = folded.split(' ').take(LONGEST_NAME + 1).collect();
    // Behind `See` that is a lake, or a bishop's, stands where it lies.
    if words.first().is_none_or(|first| first.is_empty() || LIES.contains(first)) {
        return false;
    }
    let is_place = |word: &&str| PLACES.contains(word) || word.starts_with(|c: char| c.is_ascii_digit());
    let is_name = words.len() <= LONGEST_NAME && !rest.contains([';', ':']) && !rest.contains(". ");
    let says_more = rest.split(',').skip(1).any(|part| fold(part).split(' ').next().is_some_and(opens_aside));
    words.iter().take(FARTHEST_PLACE).any(is_place) || (is_name && !says_more)
}

/// Whether a word behind a comma begins to say what the words before it are.
fn opens_aside(word: &str) -> bool {
    is_determiner(word) || LIES.contains(&word) || ["der", "die", "das", "ein", "eine", "which"].contains(&word)
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

#[cfg(test)]
mod tests {
    use super::refers;

    #[test]
    fn only_what_leads_to_a_name_or_a_place_refers() {
        for gloss in [
            "see Loan",
            "See also lay days.",
            "siehe Liegezeit",
            "s. Anker",
            "vgl. S. 7",
            "see dues, tolls",
            "voir page 3",
        ] {
            assert!(refers(gloss), "{gloss}");
        }
        for gloss in [
            "See in Sibirien, der tiefste der Erde",
            "See am Fuß der Berge",
            "See",
            "S Anker",
            "See of a bishop in the north",
            "see the loan upon the keel of a ship that is lost",
        ] {
            assert!(!refers(gloss), "{gloss}");
        }
    }
}
