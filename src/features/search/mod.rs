//! Searching the corpus while somebody types: words in any order, with typing errors and other endings, the last one perhaps
//! not typed to its end, and `"phrases"`; the passages that have most of them close together come first.
//!
//! The rarest words vote for stretches of the corpus ([`candidates`]), the best of those are read word by word, and of the
//! best of these the sentences are looked at ([`passages`]). Each step has a budget, so that a corpus of any size answers
//! within the time between two keys.

mod candidates;
mod passages;
mod query;
#[cfg(test)]
mod tests;

use crate::library::Library;
use crate::text::Span;
use crate::trace::{Change, Match, Place};
use query::Query;

/// Passages given at once, at most.
pub const MOST: usize = 100;

/// A passage that answers a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The sentence, or the two, that have the words.
    pub place: Place,
    /// Which of its words were looked for: bytes of the source, in order.
    pub matched: Vec<Span>,
    /// How well it answers, 0 to 1: about 0.9 for all words as they were typed, one behind the other.
    pub score: f32,
    /// Other places that have the same words.
    pub also: Vec<Place>,
}

/// The passages that answer `words` best, the best first and `most` of them at most. The source numbered `exclude` does
/// not count: a document is never its own source. Words that the corpus does not have in any form are passed over.
pub fn search(library: &Library, words: &str, most: usize, exclude: Option<usize>) -> Vec<Passage> {
    let most = most.min(MOST);
    let traced = traced(library, words, exclude);
    let query = Query::read(library, words);
    let windows = match query.is_empty() {
        true => Vec::new(),
        false => candidates::windows(&library.index, &query, most, exclude),
    };
    passages::passages(library, &query, &windows, traced, most)
}

/// Words from so many on may be a quotation, perhaps an altered one: then it is looked for as one, too.
const QUOTATION: usize = 6;

/// The sentences that some words come from if they are a quotation.
fn traced(library: &Library, words: &str, exclude: Option<usize>) -> Vec<Passage> {
    if crate::text::words(words).len() < QUOTATION {
        return Vec::new();
    }
    let passage = |found: &Match| {
        let place = found.extent();
        let near = library.source(place).near(place.span);
        let same = found.edits.iter().filter(|edit| edit.change == Change::Same && edit.place.source == place.source);
        let mut matched: Vec<Span> = same.map(|edit| edit.place.span).filter(|span| place.span.covers(*span)).collect();
        matched.sort_unstable();
        matched.retain(|span| !span.is_empty());
        let place = Place { span: near.around(place.span, 0), ..place };
        Passage { place, matched, score: found.score, also: Vec::new() }
    };
    library.trace(words, exclude).matches.iter().map(passage).collect()
}
