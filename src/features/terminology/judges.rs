//! Which lists of the sources an enumeration may be held against: it must be certain that the same thing is meant, and that
//! the source lists all its parts.

use crate::concepts::{Term, count_in, introduction};
use crate::library::{Concept, Definition, Library};
use crate::text::{Span, sentences, words};
use crate::trace::Place;

/// What stands between the head of a name and its complement.
const BETWEEN: [&str; 14] =
    ["of", "for", "on", "in", "about", "governing", "concerning", "von", "für", "de", "du", "des", "del", "di"];
/// Words that two sentences have before their lists, at least, to be about the same.
const FEWEST_SHARED: usize = 5;
/// Words behind which a list may begin.
const BEFORE: [&str; 14] = [
    "namely",
    "is",
    "are",
    "was",
    "were",
    "viz",
    "following",
    "follows",
    "include",
    "includes",
    "say",
    "comprise",
    "comprises",
    "of",
];
/// Places of a list's words that are looked at.
const MOST_PLACES: usize = 50;
/// What begins a remark rather than an item.
pub(super) const REMARKS: [&str; 59] = [
    "which",
    "who",
    "that",
    "as",
    "in",
    "for",
    "including",
    "whose",
    "where",
    "when",
    "or",
    "especially",
    "above",
    "notably",
    "particularly",
    "namely",
    "such",
    "with",
    "by",
    "according",
    "on",
    "at",
    "from",
    "after",
    "before",
    "since",
    "while",
    "though",
    "although",
    "but",
    "not",
    "so",
    "then",
    "he",
    "she",
    "they",
    "it",
    "we",
    "i",
    "both",
    "all",
    "each",
    "these",
    "this",
    "thus",
    "also",
    "see",
    "cf",
    "compare",
    "pp",
    "page",
    "chapter",
    "note",
    "my",
    "emphasis",
    "italics",
    "translation",
    "ibid",
    "emphases",
];

/// The numbers of the definitions of a term's concept that an enumeration behind it, which begins at `list`, may be held
/// against. `means_all` says whether the term speaks of all parts.
pub(super) fn judges(library: &Library, text: &str, term: &Term, list: usize, means_all: bool) -> Vec<usize> {
    let concept = &library.concepts[term.concept];
    let is_meant = means_all && (!concept.is_discovered() || is_name(concept, term.span.of(text)));
    let judges = |(_, definition): &(usize, &Definition)| {
        definition.parts.len() > 1
            && (is_meant || begins_alike(library, definition, text, term.span, list))
            && (!concept.is_discovered() || lists_all(library, term.concept, definition))
    };
    concept.definitions.iter().enumerate().filter(judges).map(|(number, _)| number).collect()
}

/// Whether words are a name, rather than words that may be said of much: they have capitals, or say of what.
fn is_name(concept: &Concept, written: &str) -> bool {
    let has_capitals = |text: &str| {
        let all = words(text);
        let is_large = |word: &crate::text::Word| word.span.of(text).starts_with(char::is_uppercase);
        let telling = |word: &&crate::text::Word| !BETWEEN.contains(&word.folded.as_str()) && word.folded.len() > 3;
        let behind: Vec<_> = all.iter().skip(1).filter(telling).collect();
        !behind.is_empty() && behind.into_iter().all(is_large)
    };
    let all = words(written);
    let between = all.iter().position(|word| BETWEEN.contains(&word.folded.as_str()));
    let has_complement = between.is_some_and(|at| at > 0 && at + 1 < all.len());
    has_complement || (has_capitals(written) && has_capitals(&concept.name))
}

/// Whether a source lists all parts of a discovered concept: as many as its name says or, where that says nothing, behind
/// words that can only introduce a list.
fn lists_all(library: &Library, concept: usize, definition: &Definition) -> bool {
    let counts: Vec<usize> = library.concepts[concept].names().filter_map(count_in).collect();
    if !counts.is_empty() {
        return counts.contains(&definition.parts.len());
    }
    let place = definition.place;
    let passage = library.words(place);
    let Some(first) = definition.parts[0].span.start.checked_sub(place.span.start) else { return false };
    let terms = library.recogniser().terms(&passage);
    let named = terms.into_iter().rev().find(|term| term.concept == concept && term.span.end <= first);
    named.is_some_and(|term| {
        let between = &passage[term.span.end..first];
        let introduces = introduction(between).is_some_and(|found| found.is_certain && found.lists_all);
        introduces && between.contains(char::is_alphabetic)
    })
}

/// Whether the sentence of a term says before its list what the source's sentence says before its own.
fn begins_alike(library: &Library, definition: &Definition, text: &str, term: Span, list: usize) -> bool {
    let folded = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
    let sentence = sentences(text).into_iter().find(|sentence| sentence.covers(term));
    let (Some(sentence), Some(first)) = (sentence, definition.parts.first()) else { return false };
    let start = definition.place.span.start;
    if sentence.start > list || start > first.span.start {
        return false;
    }
    let ours = folded(&text[sentence.start..list]);
    let theirs = library.words(Place { source: first.source, span: Span::new(start, first.span.start) });
    ours.len() >= FEWEST_SHARED && ours == folded(&theirs)
}

/// Whether a source has these words as a list, from its beginning to its end.
pub(super) fn stands_as_a_list(library: &Library, definitions: &[Definition], list: &str) -> bool {
    let terms: Vec<_> = words(list).iter().map(|word| library.index.look_up(&word.folded)).collect();
    if terms.len() < 2 || terms.iter().any(|term| term.count() == 0) {
        return false;
    }
    let place = |start: usize| {
        let source = library.index.source_at(start)?;
        let span = library.index.span(start).join(library.index.span(start + terms.len() - 1));
        Some(Place { source, span })
    };
    let mut places = library.index.phrase(&terms).into_iter().take(MOST_PLACES).filter_map(place);
    places.any(|place| {
        let is_part = |definition: &Definition| {
            definition.place.source == place.source
                && definition.place.span.overlaps(place.span)
                && definition.parts.iter().any(|part| !place.span.covers(part.span))
        };
        is_whole(library, place) && !definitions.iter().any(is_part)
    })
}

/// Whether what stands around a passage does not go on with its list.
fn is_whole(library: &Library, place: Place) -> bool {
    let near = library.source(place).near(place.span);
    let local = near.local(place.span);
    if !near.covers(place.span) {
        return false;
    }
    let is_mark = |c: char| c.is_whitespace() || "“”‘’\"'»«*_".contains(c);
    let behind = near.text[local.end..].trim_start_matches(is_mark);
    let next = words(behind.get(..behind.char_indices().nth(40).map_or(behind.len(), |(at, _)| at)).unwrap_or(""));
    let next = next.first().map_or("", |word| word.folded.as_str());
    let ends = match behind.chars().next() {
        Some(',' | ';' | '、' | '，') => REMARKS.contains(&next),
        Some(c) if c.is_alphanumeric() => !["and", "or"].contains(&next),
        _ => true,
    };
    let before = near.text[..local.start].trim_end_matches(is_mark);
    let from = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let last = words(&before[from..]).pop();
    let last = last.as_ref().map_or("", |word| word.folded.as_str());
    let begins = match before.chars().next_back() {
        Some(',' | ';' | '、' | '，') => BEFORE.contains(&last),
        _ => !["and", "or"].contains(&last),
    };
    ends && begins
}
