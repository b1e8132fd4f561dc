//! Lists of definitions as laws have them: `Im Sinne dieses Gesetzes ist⏎1. Liegegeld: eine Abgabe …;`.

use super::super::lexicon::Class;
use super::super::tokens::{Case, Gap, Token};
use super::{Classes, Language};
use crate::markup::Block;
use crate::text::Span;
use std::ops::Range;

/// The number, the signs and the article before a name, in bytes, at most.
const LONGEST_LABEL: usize = 16;

/// Words of the gloss of an entry that stands by itself, at most.
const LONGEST_GLOSS: usize = 40;

/// Whether a block leads to such a list: it ends with a colon, or has lines of its own behind its first, and says that something
/// means something.
pub(super) fn leads(language: &Language, block: &Block, words: &[Token]) -> bool {
    let text = block.prose.text.trim_end();
    let is_open =
        text.ends_with(':') || text.contains(":\n") || HOLDING.iter().any(|holding| text.starts_with(holding));
    let says = |word: &Token| {
        let class = language.class(word);
        [Classes::UNDERSTOOD, Classes::MEANS, Classes::DEFINED, Classes::NOUN].into_iter().any(|one| class.has(one))
    };
    is_open && (words.iter().any(says) || HOLDING.iter().any(|holding| text.contains(holding)))
}

/// What says where definitions hold.
const HOLDING: [&str; 9] = [
    "im Sinne",
    "Im Sinne",
    "Aux fins",
    "Au sens",
    "A los efectos",
    "Ai fini",
    "Para efeitos",
    "Para os efeitos",
    "Для целей",
];

/// The item that has the byte `at` of a text: from the beginning of its line to the next line that begins with a label.
pub(super) fn item_at(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let ends = |&(line, _): &(usize, &str)| {
        let next = text[line + 1..].trim_start();
        let label = next.split([' ', '\u{a0}']).next().unwrap_or_default();
        label.len() <= 5 && label.ends_with([')', '.', '°', '-', '–', '•'])
    };
    let lines = text[at..].match_indices('\n').map(|(line, sign)| (at + line, sign));
    let end = lines.into_iter().find(ends).map_or(text.len(), |(line, _)| line);
    Span::new(start, start + text[start..end].trim_end().len())
}

/// Whether a name stands behind the number of an item, and before a sign that its meaning follows.
pub(super) fn is_item(block: &Block, words: &[Token], name: &Range<usize>) -> bool {
    let text = &block.prose.text;
    let start = words[name.start].span.start;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let label = &text[line..start];
    // What a list of the markup has for a number is no prose.
    let is_listed =
        label.is_empty() && block.prose.to_page(Span::new(0, 1)).is_some_and(|at| at.start > block.span.start);
    let number = label.split_whitespace().next().unwrap_or_default();
    let letters = number.chars().filter(|c| c.is_alphanumeric()).count();
    let is_short = letters == 1 || letters <= 3 && number.chars().any(|c| c.is_ascii_digit());
    let is_label =
        label.len() <= LONGEST_LABEL && number.ends_with([')', '.', '°', '-', '–', '•']) && (letters == 0 || is_short);
    let is_glossed = words.get(name.end).is_some_and(|gloss| {
        [Gap::COLON, Gap::DASH, Gap::COMMA].into_iter().any(|sign| gloss.gap.has(sign)) && !gloss.gap.ends()
    });
    (is_listed || is_label) && is_glossed
}

/// Whether a block is an entry by itself, `Prüfsumme: eine Zahl, an der …`: a name that opens it, a colon, and a noun with what
/// is said of it, without a verb of its own.
pub(super) fn is_lone_entry(language: &Language, block: &Block, words: &[Token], name: &Range<usize>) -> bool {
    let is = |i: usize, class: Classes| words.get(i).is_some_and(|word| language.class(word).has(class));
    let Some(first) = words.get(name.end).filter(|gloss| gloss.gap == Gap::COLON) else { return false };
    let is_name = name.start == 0
        && words[0].case != Case::Lower
        && !name.clone().any(|i| is(i, Classes::LABEL) || language.is_closed(&words[i]) && !is(i, Classes::INNER));
    let is_article = is(name.end, Classes::A) || (is(name.end, Classes::KIND) && is(name.end, Classes::ARTICLE));
    let is_noun = is_article || !language.is_closed(first) && first.case == Case::Lower && first.class != Class::Number;
    // What depends on another clause has its verb behind a comma or what joins it.
    let depends = |i: &usize| i > &name.end && (words[*i].gap.has(Gap::COMMA) || is(*i, Classes::CONDITION));
    let end = (name.end..words.len()).find(|i| depends(i) || i > &name.end && words[*i].gap.ends());
    let clause = name.end..end.unwrap_or(words.len());
    let has_verb = clause.clone().any(|i| is(i, Classes::COPULA) || is(i, Classes::VERB));
    // One word and a comma begin a list.
    let goes_on = words.get(clause.end).is_some_and(|next| language.is_closed(next) && !next.gap.ends());
    let says_more = clause.len() > 1 || goes_on;
    let is_short = words.len() - name.end <= LONGEST_GLOSS && !block.prose.text.contains(['?', '!']);
    is_name && is_noun && !has_verb && says_more && is_short
}
