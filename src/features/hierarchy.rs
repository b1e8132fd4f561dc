//! Broader and narrower concepts, each at the place where the corpus says what it is.

use super::View;
use super::hover::known_at;
use crate::concepts::{Recogniser, Term, count_in};
use crate::library::{Library, Telling};
use crate::text::{Span, words};
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

/// What is broader than a concept: as annotated or else what has it for a part, and what the texts say that it is one of.
pub fn broader(library: &Library, concept: usize) -> Vec<usize> {
    let known = &library.concepts[concept];
    if !known.broader.is_empty() || !known.is_discovered() {
        return known.broader.clone();
    }
    let all = 0..library.known_concepts();
    let wholes = all.filter(|&other| other != concept && parts(library, other).contains(&Narrower::Concept(concept)));
    let mut broader: Vec<usize> = wholes.collect();
    let genus = genus(library, concept).filter(|genus| !broader.contains(genus));
    broader.extend(genus);
    broader
}

/// What is narrower than a concept: as annotated or else its parts, as annotated or as many as its name counts, and what the
/// texts say is one of its kind.
pub fn narrower(library: &Library, concept: usize) -> Vec<Narrower> {
    let known = &library.concepts[concept];
    if !known.narrower.is_empty() {
        return known.narrower.iter().map(|&other| Narrower::Concept(other)).collect();
    }
    let mut narrower = parts(library, concept);
    let is_discovered = |other: &usize| library.concepts[*other].is_discovered();
    let kinds = (0..library.known_concepts()).filter(is_discovered);
    let kinds = kinds.filter(|&other| genus(library, other) == Some(concept)).map(Narrower::Concept);
    let new: Vec<Narrower> = kinds.filter(|kind| !narrower.contains(kind)).collect();
    narrower.extend(new);
    narrower
}

/// The parts of a concept, as annotated or as many as its name counts.
fn parts(library: &Library, concept: usize) -> Vec<Narrower> {
    let known = &library.concepts[concept];
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

/// Verbs by which a sentence says what something is.
const IS: [&str; 5] = ["is", "are", "was", "were", "means"];
/// Words between such a verb and the name of the kind.
const KIND: [&str; 15] = [
    "a", "an", "any", "one", "kind", "kinds", "form", "forms", "type", "types", "sort", "subset", "class", "special",
    "of",
];
/// Words that may stand behind the name of a kind; any other may be what the name is part of.
const BEHIND: [&str; 16] = [
    "that", "which", "who", "whose", "in", "by", "for", "with", "of", "from", "where", "when", "to", "at", "on", "and",
];

/// The concept that a discovered one is a kind of, as a sentence that defines it says: `a tug is a boat that …`.
fn genus(library: &Library, concept: usize) -> Option<usize> {
    let known = &library.concepts[concept];
    let definitions = known.definitions.iter().filter(|one| one.telling == Telling::Definition);
    let of_kind = |passage: &str| {
        let own = library.recogniser_of(concept).terms(passage).into_iter().find(|term| term.concept == concept)?;
        let is_kind = |term: &Term| {
            let between: Vec<String> = folded(&passage[own.span.end..term.span.start]);
            let says = between.split_first().is_some_and(|(verb, rest)| {
                IS.contains(&verb.as_str()) && rest.iter().all(|word| KIND.contains(&word.as_str()))
            });
            let behind = &passage[term.span.end..];
            let goes_on =
                behind.starts_with(' ') && !folded(behind).first().is_none_or(|word| BEHIND.contains(&word.as_str()));
            says && !goes_on && term.concept != concept
        };
        let near = |recogniser: &Recogniser| {
            recogniser.terms(passage).into_iter().filter(|term| term.span.start >= own.span.end).find(is_kind)
        };
        near(library.recogniser()).or_else(|| near(library.defined_terms()?)).map(|term| term.concept)
    };
    definitions.map(|one| library.words(one.place)).find_map(|passage| of_kind(&passage))
}

/// The first folded words of a text.
fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}
