//! Broader and narrower concepts, each at the place where the corpus says what it is.

use super::View;
use super::hover::known_at;
use crate::concepts::count_in;
use crate::library::Library;
use crate::text::Span;
use crate::trace::Place;

/// Where a concept is at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// The first of its definitions or, where there is none, the place where it occurs first.
    pub passage: Place,
    /// The bytes of its term in there; of the whole passage, where it has none.
    pub term: Span,
}

/// The number of the concept that the byte `offset` of the page names, and its bytes there.
pub fn concept_at(view: View, offset: usize) -> Option<(Span, usize)> {
    known_at(view, offset)
}

/// Where a concept is at home; `None` for one that the corpus neither defines nor names.
pub fn home(library: &Library, concept: usize) -> Option<Home> {
    let Some(definition) = library.defining(&library.concepts[concept]).first() else {
        let first = *library.occurrences(concept).places.first()?;
        return Some(Home { passage: first, term: first.span });
    };
    let passage = definition.place;
    let terms = library.recogniser_of(concept).terms(&library.words(passage));
    let term = terms.into_iter().find(|term| term.concept == concept);
    let term = term.map_or(passage.span, |term| term.span.shift(passage.span.start));
    Some(Home { passage, term })
}

/// What is narrower than a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrower {
    /// The concept with this number.
    Concept(usize),
    /// A part that is listed here, and of which the corpus says nothing more.
    Part(Place),
}

/// What is narrower than a concept: as annotated or else its parts, as annotated or as many as its name counts.
pub fn narrower(library: &Library, concept: usize) -> Vec<Narrower> {
    let known = &library.concepts[concept];
    if !known.narrower.is_empty() {
        return known.narrower.iter().map(|&other| Narrower::Concept(other)).collect();
    }
    let counts: Vec<usize> = known.names().filter_map(count_in).collect();
    let is_annotated = !known.is_discovered() && !known.definitions.is_empty();
    let is_whole = |parts: usize| counts.contains(&parts) || (is_annotated && parts > 0);
    let whole = library.defining(known).iter().find(|definition| is_whole(definition.parts.len()));
    let part = |&place: &Place| match library.named(&library.words(place)) {
        Some(other) if other != concept => Narrower::Concept(other),
        _ => Narrower::Part(place),
    };
    whole.map(|definition| definition.parts.iter().map(part).collect()).unwrap_or_default()
}
