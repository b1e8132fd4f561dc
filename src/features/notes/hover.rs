//! What stands behind a key or a value: what the key means, the passage that an anchor finds, the concept or the text that
//! an id names.

use super::Notes;
use crate::annotation::{Holds, KeyDecl, TableDecl};
use crate::features::card::{Card, CardBlock, Inline};
use crate::features::hover::{concept_card, source_line};
use crate::library::Library;
use crate::text::Span;
use crate::trace::Place;

/// Sentences of a source shown on either side of what an anchor finds.
const CONTEXT: usize = 1;

/// The card for the byte `offset` of a file, and the bytes that it is about.
pub fn hover(library: &Library, notes: &Notes, offset: usize) -> Option<(Span, Card)> {
    let table = notes.outline.table_at(offset)?;
    if let Some(declared) = notes.kind.table(&table.path)
        && table.header.touches(offset)
        && !table.is_inline
    {
        return Some((table.header, of_table(declared)));
    }
    let (table, entry) = notes.outline.entry_at(offset)?;
    let declared = notes.kind.table(&table.path)?.keys.iter().find(|key| key.name == entry.name)?;
    if entry.key.touches(offset) {
        return Some((entry.key, of_key(declared)));
    }
    let (number, text) = entry.string_at(offset)?;
    let card = match declared.holds {
        Holds::ConceptIds => of_concept(library, notes, &text.value),
        Holds::SourceId => notes.source(library, &text.value).map(|source| of_source(library, source)),
        Holds::TextFile => {
            let file = text.value.trim_start_matches("./");
            let sources = &library.corpus.folders[notes.folder].sources;
            let known = sources.iter().find(|(_, number)| library.corpus.sources[*number].relative == file);
            known.map(|(_, source)| of_source(library, *source))
        }
        Holds::Names => library.named(&text.value).map(|concept| concept_card(library, concept)),
        Holds::Passage | Holds::Parts | Holds::Speaker | Holds::Text => {
            let found = notes.anchored(library).filter_map(|one| one.place_of(declared.name, number, text.span));
            let places: Vec<Place> = found.collect();
            (!places.is_empty()).then(|| of_places(library, &places))
        }
        Holds::Kind => Some(of_key(declared)),
    };
    let card = card.or_else(|| of_problems(notes, offset));
    Some((text.span, card.unwrap_or_else(|| of_key(declared))))
}

fn of_table(table: &TableDecl) -> Card {
    let mut card = Card::default();
    card.line(vec![Inline::Strong(format!("[[{}]]", table.path))]);
    card.line(vec![Inline::Plain(table.summary.into())]);
    let keys: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
    card.line(vec![Inline::Emphasis("keys ".into()), Inline::Plain(keys.join(", "))]);
    card
}

pub(super) fn of_key(key: &KeyDecl) -> Card {
    let mut card = Card::default();
    let must = if key.required { " · must be given" } else { "" };
    card.line(vec![Inline::Strong(key.name.into()), Inline::Plain(must.into())]);
    card.line(vec![Inline::Plain(key.summary.replace('`', ""))]);
    card
}

/// A concept as the library knows it or, as long as it does not, as the file has it.
fn of_concept(library: &Library, notes: &Notes, id: &str) -> Option<Card> {
    if let Some(concept) = library.concept(id) {
        return Some(concept_card(library, concept));
    }
    let entry = notes.annotations.concepts.iter().find(|concept| concept.id == id)?;
    let mut card = Card::default();
    card.line(vec![Inline::Strong(entry.name.clone()), Inline::Plain(format!(" · {}", entry.kind.name()))]);
    Some(card)
}

fn of_source(library: &Library, number: usize) -> Card {
    let source = &library.corpus.sources[number];
    let mut card = Card::default();
    let start = Place { source: number, span: Span::new(0, 0) };
    card.line(vec![Inline::Link(source.name().to_string(), start)]);
    let meta = &source.meta;
    for (label, value) in [
        ("file ", Some(&source.relative)),
        ("author ", meta.author.as_ref()),
        ("editor ", meta.editor.as_ref()),
        ("publisher ", meta.publisher.as_ref()),
        ("date ", meta.date.as_ref()),
    ] {
        if let Some(value) = value {
            card.line(vec![Inline::Emphasis(label.into()), Inline::Plain(value.clone())]);
        }
    }
    card
}

/// Passages in their context, each with its source.
fn of_places(library: &Library, places: &[Place]) -> Card {
    let mut card = Card::default();
    let mut seen: Vec<Place> = Vec::new();
    for &place in places {
        if seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let near = library.source(place).near(place.span);
        let around = near.around(place.span, CONTEXT);
        card.blocks.push(CardBlock::Passage(vec![
            Inline::Plain(near.of(Span::new(around.start, place.span.start)).to_string()),
            Inline::Strong(near.of(place.span).to_string()),
            Inline::Plain(near.of(Span::new(place.span.end, around.end)).to_string()),
        ]));
        card.line(source_line(library, place, None));
    }
    card
}

/// Why nothing was found.
fn of_problems(notes: &Notes, offset: usize) -> Option<Card> {
    let mut card = Card::default();
    for problem in notes.problems_at(offset) {
        card.line(vec![Inline::Plain(problem.message.clone())]);
    }
    (!card.blocks.is_empty()).then_some(card)
}
