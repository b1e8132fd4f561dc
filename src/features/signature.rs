//! While a writer lists the parts of a concept: the parts as a source lists them, with the one that is being written. Where
//! sources list other parts, each list is shown with its source.

use super::View;
use super::card::{Card, Inline};
use super::enumeration::{Enumeration, Listing, Progress, follow, listings};
use super::hover::source_line;
use super::wording;
use crate::library::Library;
use crate::text::Span;
use crate::trace::Place;
use std::cmp::Reverse;

/// Parts of more words than this are shown by their first ones.
const MOST_WORDS: usize = 12;

/// The lists that may be meant.
#[derive(Clone, Debug)]
pub struct Signatures {
    /// In the order of the definitions.
    pub all: Vec<Signature>,
    /// The number of the one that agrees best with what was written.
    pub active: usize,
}

/// The parts of a concept as one source, or several, list them.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The concept's name and the parts, on one line.
    pub label: String,
    /// What says so.
    pub documentation: Card,
    /// The parts.
    pub parts: Vec<Part>,
    /// The number of the part that is being written; `None` if this list has ended.
    pub current: Option<usize>,
}

/// A part in a label.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its bytes in the label.
    pub span: Span,
    /// What the corpus says of it, where it is a concept itself, and the whole of it where the label has only its beginning.
    pub documentation: Option<Card>,
}

/// The lists of parts that are being written at the byte `offset` of the page; `None` where no list is being written.
/// `shown` is the number of the list that the writer is looking at: it stays as long as no other agrees better.
pub fn signatures(view: View, offset: usize, shown: Option<usize>) -> Option<Signatures> {
    let enumeration = Enumeration::at(view, offset)?;
    let library = view.library;
    let listings = listings(library, enumeration.concept);
    let followed: Vec<Progress> = listings.iter().map(|listing| follow(&enumeration.list, &listing.words)).collect();
    let agreement = |number: usize| {
        let progress = &followed[number];
        (progress.current.is_some(), progress.agreed, shown == Some(number), Reverse(number))
    };
    let active = (0..listings.len()).max_by_key(|&number| agreement(number))?;
    let best = &followed[active];
    if best.current.is_none() || (!enumeration.is_certain && best.agreed == 0) {
        return None;
    }
    let all = listings.iter().zip(&followed);
    let all = all.map(|(listing, progress)| signature(library, enumeration.concept, listing, progress.current));
    Some(Signatures { all: all.collect(), active })
}

fn signature(library: &Library, concept: usize, listing: &Listing, current: Option<usize>) -> Signature {
    let concept = &library.concepts[concept];
    let mut label = format!("{}: ", super::card::one_line(&concept.name));
    let mut parts = Vec::with_capacity(listing.parts.len());
    let listed: Vec<Place> = listing.definitions.iter().map(|&number| concept.definitions[number].place).collect();
    for number in 0..listing.parts.len() {
        if number > 0 {
            label.push_str(if listing.words.iter().any(|part| part.len() > MOST_WORDS) { "; " } else { ", " });
        }
        let start = label.len();
        let whole = listing.part(library, number);
        let shown = beginning(&whole);
        label.push_str(&shown);
        let span = Span::new(start, label.len());
        parts.push(Part { span, documentation: of_part(library, &whole, shown != whole, &listed) });
    }
    let mut documentation = Card::default();
    for (rank, &number) in listing.definitions.iter().enumerate() {
        let definition = &concept.definitions[number];
        if rank == 0 {
            documentation.line(vec![Inline::Plain(wording::passage(library, definition.place))]);
        }
        documentation.line(source_line(library, definition.place, Some(&definition.attribution)));
    }
    Signature { label, documentation, parts, current }
}

/// A long part by its first words.
fn beginning(part: &str) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.len() <= MOST_WORDS {
        return words.join(" ");
    }
    format!("{} …", words[..MOST_WORDS - 2].join(" ").trim_end_matches([',', ';', ':']))
}

/// What the corpus says of a part, elsewhere than in the passages that list it.
fn of_part(library: &Library, part: &str, is_cut: bool, listed: &[Place]) -> Option<Card> {
    let mut card = Card::default();
    if is_cut {
        card.line(vec![Inline::Plain(part.to_string())]);
    }
    let concept = library.named(part).map(|concept| &library.concepts[concept]);
    if let Some(definition) =
        concept.and_then(|concept| concept.definitions.iter().find(|one| !listed.contains(&one.place)))
    {
        card.line(vec![Inline::Plain(wording::passage(library, definition.place))]);
        card.line(source_line(library, definition.place, Some(&definition.attribution)));
    }
    (!card.blocks.is_empty()).then_some(card)
}
