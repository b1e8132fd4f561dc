//! What the sources list as the parts of a concept: one listing for all sources that list the same in the same order.

use crate::features::card::one_line;
use crate::features::wording;
use crate::library::Library;
use crate::text::{Span, Word, words};
use crate::trace::Place;

/// The parts of a concept as some of its definitions list them.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Where each part stands, in the first of the definitions.
    pub parts: Vec<Place>,
    /// The folded words of each.
    pub words: Vec<Vec<String>>,
    /// The numbers of the concept's definitions that list them.
    pub definitions: Vec<usize>,
}

/// The different lists of a concept's parts, in the order of its definitions.
pub fn listings(library: &Library, concept: usize) -> Vec<Listing> {
    let mut all: Vec<Listing> = Vec::new();
    for (number, definition) in library.concepts[concept].definitions.iter().enumerate() {
        let folded = |&part: &Place| words(&library.words(part)).into_iter().map(|word| word.folded).collect();
        let parts: Vec<Vec<String>> = definition.parts.iter().map(folded).collect();
        // A part without words stands in a file that has changed.
        if parts.is_empty() || parts.iter().any(Vec::is_empty) {
            continue;
        }
        match all.iter_mut().find(|known| known.words == parts) {
            Some(known) => known.definitions.push(number),
            None => all.push(Listing { parts: definition.parts.clone(), words: parts, definitions: vec![number] }),
        }
    }
    all
}

impl Listing {
    /// The words of a part, as the source has them, on one line.
    pub fn part(&self, library: &Library, number: usize) -> String {
        wording::plain(library, self.parts[number])
    }

    /// What stands before a part: the source's comma, "and" or both, where it is no more than that.
    pub fn separator(&self, library: &Library, number: usize) -> String {
        let between = number.checked_sub(1).and_then(|before| {
            let (before, here) = (self.parts[before], self.parts[number]);
            let is_next = before.source == here.source && before.span.end <= here.span.start;
            let span = Span::new(before.span.end, here.span.start);
            is_next.then(|| one_line(&library.words(Place { source: here.source, span })).replace(['*', '_'], ""))
        });
        let is_plain = |between: &String| {
            let words = words(between);
            let is_conjunction = |word: &Word| CONJUNCTIONS.contains(&word.folded.as_str());
            words.len() <= 1
                && words.iter().all(is_conjunction)
                && !between.trim().is_empty()
                && between.chars().count() <= 8
        };
        let is_last = number + 1 == self.parts.len();
        let has_comma = |part: &Place| library.words(*part).contains(',');
        let comma = if self.parts.iter().any(has_comma) { ';' } else { ',' };
        between.filter(is_plain).unwrap_or_else(|| match is_last {
            true => format!("{comma} and "),
            false => format!("{comma} "),
        })
    }
}

/// Words that join the last part to those before it.
pub(super) const CONJUNCTIONS: [&str; 14] =
    ["and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "и", "和", "及", "与"];
