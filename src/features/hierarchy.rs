//! Broader and narrower concepts, each at the place where the corpus says what it is.

use super::View;
use super::hover::term_at;
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
    term_at(view, offset)
}

/// Where a concept is at home; `None` for one that the corpus neither defines nor names.
pub fn home(library: &Library, concept: usize) -> Option<Home> {
    let Some(definition) = library.concepts[concept].definitions.first() else {
        let first = *library.occurrences(concept).places.first()?;
        return Some(Home { passage: first, term: first.span });
    };
    let passage = definition.place;
    let terms = library.recogniser().terms(&library.words(passage));
    let term = terms.into_iter().find(|term| term.concept == concept);
    let term = term.map_or(passage.span, |term| term.span.shift(passage.span.start));
    Some(Home { passage, term })
}
