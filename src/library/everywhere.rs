//! Where the terms of all concepts stand, found by reading each source once: for lists.

use super::following::Limits;
use super::{Library, Occurrences};
use crate::concepts::{Keys, Recogniser};
use crate::markup::{Block, blocks_of};
use crate::trace::Place;
use rayon::prelude::*;

/// An unlikely concept, which is recognised by itself, and where its words follow one another.
struct Unlikely {
    number: usize,
    recogniser: Recogniser,
    candidates: Vec<Place>,
}

impl Library {
    /// Finds where the terms of all concepts stand, as [`Library::occurrences`] does of one, but all of them: each source is read
    /// once, however many concepts there are.
    pub fn find_occurrences(&self) {
        let unlikely = |number: usize| Unlikely {
            number,
            recogniser: Recogniser::new(self.concepts[number].forms(number)),
            candidates: self.candidates_of(number, Limits::NONE).sorted(),
        };
        let numbers: Vec<usize> =
            (0..self.concepts.len()).filter(|&number| !self.concepts[number].is_likely()).collect();
        self.look_forms_up(&numbers);
        let unlikely: Vec<Unlikely> = numbers.into_par_iter().map(unlikely).collect();
        let found: Vec<Vec<(usize, Place)>> =
            (0..self.corpus.sources.len()).into_par_iter().map(|source| self.in_source(source, &unlikely)).collect();
        let mut all: Vec<Vec<Place>> = vec![Vec::new(); self.concepts.len()];
        found.into_iter().flatten().for_each(|(concept, place)| all[concept].push(place));
        for (number, places) in all.into_iter().enumerate() {
            _ = self.concepts[number].occurrences.set(Occurrences { places, more: false });
        }
    }

    /// The concepts that stand in a source, with their places, those of each in order.
    fn in_source(&self, source: usize, unlikely: &[Unlikely]) -> Vec<(usize, Place)> {
        let text = &self.corpus.sources[source];
        let blocks = blocks_of(&text.text.whole(), text.format);
        let keys: Vec<Keys> = blocks.iter().map(|block| Keys::of(&block.prose.text)).collect();
        let mut found = Vec::new();
        let mut add = |(block, keys): (&Block, &Keys), recogniser: &Recogniser, counts: &dyn Fn(usize) -> bool| {
            for term in recogniser.nested_in(keys).into_iter().filter(|term| counts(term.concept)) {
                found.extend(block.prose.to_page(term.span).map(|span| (term.concept, Place { source, span })));
            }
        };
        for block in blocks.iter().zip(&keys) {
            add(block, self.recogniser(), &|concept| self.concepts[concept].is_likely());
        }
        for one in unlikely {
            let first = one.candidates.partition_point(|place| place.source < source);
            let mine = &one.candidates[first..];
            let mine = &mine[..mine.partition_point(|place| place.source == source)];
            let begins_in = |place: &Place| blocks.partition_point(|block| block.span.start <= place.span.start);
            let mut wanted: Vec<usize> = mine.iter().filter_map(|place| begins_in(place).checked_sub(1)).collect();
            wanted.dedup();
            for at in wanted {
                add((&blocks[at], &keys[at]), &one.recogniser, &|concept| concept == one.number);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Corpus, Root};
    use crate::library::Library;

    #[test]
    fn what_is_found_in_one_go_is_what_is_found_of_each() {
        let library = || {
            let mut corpus = Corpus::read(&[Root::Seeds(None)]);
            corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
            let library = Library::build(corpus).keeping_unlikely();
            library.discover();
            library
        };
        let (each, all) = (library(), library());
        all.find_occurrences();
        // Every one would take long.
        for number in (0..each.concepts.len()).filter(|number| number % 5 == 0) {
            let name = &each.concepts[number].name;
            assert_eq!(all.occurrences(number).places, each.occurrences(number).places, "{name}");
        }
    }
}
