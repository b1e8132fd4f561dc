//! What a text itself says that an entry may quote: who speaks in its passages, and what stands between quotation marks.

use super::Notes;
use crate::annotation::{FoldedText, Kind, Table, check_statement};
use crate::library::Library;
use crate::markup::Page;
use crate::text::{Span, words};
use crate::trace::Place;

/// So much of a text is looked through for quotations, in bytes.
const MOST_READ: usize = 200_000;
/// Words of a quotation that is a passage.
const WORDS: std::ops::RangeInclusive<usize> = 3..=100;

/// The names that may stand as the speaker of a table, each with what it is: those that its passages say, first whose the
/// passages are; while it has no passages, all persons and organisations that have entries. `end` is that of the file.
pub(super) fn speakers(library: &Library, notes: &Notes, table: &Table, end: usize) -> Vec<(String, String)> {
    let concepts = notes.annotations.concepts.iter();
    let who = concepts.filter(|concept| matches!(concept.kind, Kind::Person | Kind::Organisation));
    let known = who.flat_map(|concept| {
        let all = std::iter::once(&concept.name).chain(&concept.aliases);
        all.map(|name| (name.clone(), concept.kind.name().to_string()))
    });
    let passages = passages(library, notes, table, end);
    if passages.is_empty() {
        return known.collect();
    }
    let attributed = passages.iter().filter_map(|&place| library.attribution_of(place)?.speaker.clone());
    let mut all: Vec<(String, String)> = attributed.map(|name| (name, "speaker".to_string())).collect();
    let texts: Vec<_> = passages.iter().map(|&place| library.words(place)).collect();
    for text in &texts {
        for term in library.recogniser().terms(text) {
            let kind = library.concepts[term.concept].kind;
            if matches!(kind, Kind::Person | Kind::Organisation) {
                all.push((term.span.of(text).to_string(), kind.name().to_string()));
            }
        }
    }
    all.extend(known);
    let folded: Vec<FoldedText> = texts.iter().map(|text| FoldedText::new(text)).collect();
    let says =
        |name: &str| folded.iter().any(|text| check_statement(name, text, Span::new(0, text.text.len())).is_some());
    let mut offered: Vec<(String, String)> = Vec::new();
    for (name, what) in all {
        if says(&name) && offered.iter().all(|(other, _)| *other != name) {
            offered.push((name, what));
        }
    }
    offered
}

/// The passages and the evidence that the statements of a table are held against; of an utterance those of its members.
fn passages(library: &Library, notes: &Notes, table: &Table, end: usize) -> Vec<Place> {
    let below = format!("{}.", table.path);
    let follows =
        |other: &&Table| !other.is_inline && other.header.start > table.header.start && !other.path.starts_with(&below);
    let end = notes.outline.tables.iter().find(follows).map_or(end, |next| next.header.start);
    let range = if table.is_inline { table.span } else { Span::new(table.header.start, end) };
    let own = notes.anchored(library).filter(|one| range.covers(one.anchor.span));
    own.flat_map(|one| [one.passage, one.evidence]).flatten().collect()
}

/// What stands between quotation marks or as a block quotation in a text, in its order.
pub(super) fn quoted(library: &Library, source: usize) -> Vec<String> {
    let source = &library.corpus.sources[source];
    let text = source.text.whole();
    let end = (0..=text.len().min(MOST_READ)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let page = Page::parse(&text[..end], source.format);
    let mut all: Vec<String> = Vec::new();
    for quotation in &page.quotations {
        let prose = page.prose_of(quotation).text;
        // The comma before the words that say who speaks is not of the passage.
        let one = prose.trim_end_matches([',', ' ']).split_whitespace().collect::<Vec<_>>().join(" ");
        if WORDS.contains(&words(&one).len()) && !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
