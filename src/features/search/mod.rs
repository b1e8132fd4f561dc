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
use crate::trace::Place;
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
    let query = Query::read(library, words);
    if query.is_empty() {
        return Vec::new();
    }
    let most = most.min(MOST);
    let windows = candidates::windows(&library.index, &query, most, exclude);
    passages::passages(library, &query, &windows, most)
}
