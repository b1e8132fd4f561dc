//! Completing the names of principles, ideas and people while prose is being written.

use super::{About, Completion, Fragment, Kind};
use crate::concepts::{Quality, is_small};
use crate::features::View;
use crate::features::writing::{floor, is_in_unfinished_markup};
use crate::markup::Format;
use crate::text::{Span, words};

/// Completions offered at once, at most.
const MOST: usize = 50;
/// What is taken apart before the cursor, at most, in bytes.
const LONGEST_NAME: usize = 400;
/// Typed words that may be part of a name, at most.
const MOST_WORDS: usize = 12;
/// A point behind at most so many letters need not end a sentence.
const LONGEST_ABBREVIATION: usize = 2;

/// The names that what stands before the byte `offset` of the page may become, best first. None outside prose, behind
/// white space, and before the second letter.
pub(super) fn names(view: View, offset: usize) -> Vec<Completion> {
    let Some((typed, spans)) = typed_before(view, offset) else { return Vec::new() };
    let line = view.text[..offset].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let mut found = view.library.names().matching(&typed);
    // Where several typed words begin a name, one that only the last of them begins would read on from the others; behind
    // “of” and the like it may.
    let reads_on = |count: usize| typed.len() > count && is_small(&typed[typed.len() - count - 1]);
    let is_begun = |found: &&crate::concepts::Match| matches!(found.quality, Quality::Beginning);
    if let Some(most) = found.iter().filter(is_begun).map(|found| found.typed).max().filter(|most| *most > 1) {
        found.retain(|found| found.typed >= most || reads_on(found.typed));
    }
    found.sort_by_cached_key(|found| {
        let concept = &view.library.concepts[found.concept];
        let rank = match found.quality {
            Quality::Fuzzy(_) => (Quality::Fuzzy(0), found.quality),
            quality => (quality, quality),
        };
        (
            rank,
            std::cmp::Reverse(found.typed),
            // Nobody has looked at those that were discovered; the likely ones come first.
            concept.is_discovered().then_some(std::cmp::Reverse((concept.score * 1000.0) as u32)),
            concept.kind,
            std::cmp::Reverse(view.library.frequency(found.concept)),
            found.concept,
        )
    });
    let completion = |found: &crate::concepts::Match| {
        let concept = &view.library.concepts[found.concept];
        let typed = &spans[spans.len() - found.typed..];
        let (above, here) = typed.split_at(typed.partition_point(|word| word.start < line));
        let is_small = typed.first().is_some_and(|word| word.of(view.text).starts_with(char::is_lowercase));
        let name = match is_small {
            true => view.library.within_a_sentence(found.concept, found.name),
            false => found.name.into(),
        };
        Completion {
            label: name.to_string(),
            detail: concept.kind.name().to_string(),
            kind: Kind::Name(concept.kind),
            text: vec![Fragment::Text(name.to_string())],
            about: About::Concept(concept.id.clone()),
            mends: None,
            replaces: Span::new(here.first().map_or(offset, |word| word.start), offset),
            above: above.first().zip(above.last()).map(|(first, last)| Span::new(first.start, last.end)),
        }
    };
    found.iter().take(MOST).map(completion).collect()
}

/// The folded words before the cursor, the last of which it touches, with their bytes in the page.
fn typed_before(view: View, offset: usize) -> Option<(Vec<String>, Vec<Span>)> {
    let block = &view.page.blocks[view.page.block_at(offset)?];
    let end = block.prose.from_page(offset);
    let before = block.prose.text.get(..end)?;
    let last = before.chars().next_back()?;
    // The character before the cursor must be prose: inside code or an address the nearest prose ends earlier.
    let touches = block.prose.to_page(Span::new(end - last.len_utf8(), end))?.end == offset;
    if !touches || !last.is_alphanumeric() || is_inside_address(before) {
        return None;
    }
    if view.page.format == Format::Markdown && is_in_unfinished_markup(&view.text[..offset]) {
        return None;
    }
    // Only what can be of one name is taken apart, however long the paragraph.
    let start = floor(before, before.len().saturating_sub(LONGEST_NAME));
    let words: Vec<(Span, String)> = words(&before[start..])
        .into_iter()
        .map(|word| Some((block.prose.to_page(word.span.shift(start))?, word.folded)))
        .collect::<Option<_>>()?;
    let joined = words.windows(2).rev().take(MOST_WORDS - 1);
    let joined = joined.take_while(|pair| are_joined(view.text, &pair[0], &pair[1])).count();
    let tail = &words[words.len().checked_sub(1 + joined)?..];
    Some((tail.iter().map(|(_, folded)| folded.clone()).collect(), tail.iter().map(|(span, _)| *span).collect()))
}

/// Whether two words may be of one name: no sentence ends, no quotation, emphasis or link begins or ends and no code stands
/// between them. A line may end, with the marks of a block quotation before the next.
fn are_joined(text: &str, (word, folded): &(Span, String), (next, _): &(Span, String)) -> bool {
    let is_short = folded.chars().count() <= LONGEST_ABBREVIATION;
    let between = Span::new(word.end, next.start).of(text);
    let wraps = between.contains(['\n', '\r']);
    let joins = |c: char| {
        c.is_whitespace()
            || matches!(c, ',' | '-' | '‐' | '‑' | '–' | '\'' | '’' | '&')
            || (c == '.' && is_short)
            || (c == '>' && wraps)
    };
    between.chars().all(joins)
}

/// Whether the last run without white space is an address or a path.
fn is_inside_address(before: &str) -> bool {
    let run = before.rsplit(char::is_whitespace).next().unwrap_or("");
    run.contains("://") || run.contains('@') || run.contains('\\') || run.starts_with("www.") || run.contains('/')
}
