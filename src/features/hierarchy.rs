//! Broader and narrower concepts, each at the place where the corpus says what it is.

use super::View;
use super::hover::known_at;
use crate::concepts::{Recogniser, Term, count_in};
use crate::library::{Library, Telling};
use crate::text::{Span, folded_words};
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
    let genus = genus(library, concept).filter(|genus| !broader.contains(genus) && !is_above_itself(library, concept));
    broader.extend(genus);
    broader
}

/// What is narrower than a concept: as annotated or else its parts, as annotated or as many as its name counts, and what the
/// texts say is one of its kind.
pub fn narrower(library: &Library, concept: usize) -> Vec<Narrower> {
    let annotated = &library.concepts[concept].narrower;
    let mut narrower: Vec<Narrower> = annotated.iter().map(|&other| Narrower::Concept(other)).collect();
    if narrower.is_empty() {
        narrower = parts(library, concept);
    }
    let is_discovered = |other: &usize| library.concepts[*other].is_discovered();
    let kinds = (0..library.known_concepts()).filter(is_discovered);
    let kinds = kinds.filter(|&other| genus(library, other) == Some(concept) && !is_above_itself(library, other));
    let kinds = kinds.map(Narrower::Concept);
    let new: Vec<Narrower> = kinds.filter(|kind| !narrower.contains(kind)).collect();
    narrower.extend(new);
    narrower
}

/// Whether sentences that say what is one of a kind lead from a concept back to it: `a tug is a boat`, `a boat is a tug`.
fn is_above_itself(library: &Library, concept: usize) -> bool {
    let mut seen = Vec::new();
    let mut above = genus(library, concept);
    while let Some(other) = above.filter(|other| *other != concept && !seen.contains(other)) {
        seen.push(other);
        let goes_on = library.concepts[other].is_discovered() && library.concepts[other].broader.is_empty();
        above = if goes_on { genus(library, other) } else { None };
    }
    above == Some(concept)
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
            let between = folded_words(&passage[own.span.end..term.span.start]);
            let says = between.split_first().is_some_and(|(verb, rest)| {
                IS.contains(&verb.as_str()) && rest.iter().all(|word| KIND.contains(&word.as_str()))
            });
            let behind = &passage[term.span.end..];
            let goes_on =
                behind.starts_with(' ') && !first_word(behind).is_none_or(|word| BEHIND.contains(&word.as_str()));
            says && !goes_on && term.concept != concept
        };
        let near = |recogniser: &Recogniser| {
            recogniser.terms(passage).into_iter().filter(|term| term.span.start >= own.span.end).find(is_kind)
        };
        near(library.recogniser()).or_else(|| near(library.defined_terms()?)).map(|term| term.concept)
    };
    definitions.map(|one| library.words(one.place)).find_map(|passage| of_kind(&passage))
}

/// The first word behind a name, folded; `None` where a sign stands there.
fn first_word(behind: &str) -> Option<String> {
    let behind = behind.trim_start();
    let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
    folded_words(&behind[..end]).into_iter().next()
}
