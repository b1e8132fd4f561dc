//! Which concepts a source names, how often, and where first.

use crate::library::Library;
use crate::markup::blocks_of;
use crate::text::Span;

/// A concept that a source names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The concept's number.
    pub concept: usize,
    /// How often its terms stand in the source.
    pub count: usize,
    /// Where the first of them stands.
    pub first: Span,
}

/// The concepts that the source with this number names, the most frequent first; of equally frequent ones the one that
/// comes first. Reads the whole source: takes time in proportion to its length.
pub fn mentions(library: &Library, source: usize) -> Vec<Mention> {
    let source = &library.corpus.sources[source];
    let mut found: Vec<Mention> = Vec::new();
    // The recogniser first: concepts are discovered when it is asked for.
    let recogniser = library.recogniser();
    let mut known = vec![None; library.concepts.len()];
    for block in blocks_of(&source.text.whole(), source.format) {
        for term in recogniser.nested(&block.prose.text) {
            let Some(span) = block.prose.to_page(term.span) else { continue };
            match known[term.concept] {
                Some(at) => found[at as usize].count += 1,
                None => {
                    known[term.concept] = Some(found.len() as u32);
                    found.push(Mention { concept: term.concept, count: 1, first: span });
                }
            }
        }
    }
    found.sort_by_key(|mention| (std::cmp::Reverse(mention.count), mention.first));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};

    #[test]
    fn a_source_names_what_occurs_in_it_as_often_as_it_does() {
        let library = Library::build(Corpus::read(&[Root::Seeds(None)]));
        for source in 0..library.corpus.sources.len() {
            let found = mentions(&library, source);
            assert!(found.is_sorted_by_key(|mention| std::cmp::Reverse(mention.count)));
            for concept in (0..library.concepts.len()).filter(|&number| library.concepts[number].is_likely()) {
                let places = library.occurrences(concept).places.iter().filter(|place| place.source == source);
                let first = places.clone().next().map(|place| place.span);
                let mention = found.iter().find(|mention| mention.concept == concept);
                assert_eq!(mention.map(|m| (m.count, Some(m.first))).unwrap_or((0, None)), (places.count(), first));
            }
        }
    }
}
