//! Everything known about a corpus at one moment: sources, words, concepts, utterances. Immutable, behind one `Arc`;
//! a change of the corpus makes a new one.

mod attribution;
mod author;
mod build;
mod concept;
mod concepts;
mod discovered;
mod draft;
mod everywhere;
mod following;
mod lines;
mod occurrences;
mod order;
mod terminology;
mod tracing;

pub use attribution::ToldAt;
pub use build::FileProblem;
pub use concept::{Attribution, Concept, Definition, Member, Origin, Telling, Utterance};
pub use concepts::Concepts;
pub use discovered::{QUALITY, SMALL};
pub use draft::{Stated, draft, stated};
pub use occurrences::Occurrences;
pub use terminology::Terminology;

use crate::concepts::{Names, Recogniser};
use crate::corpus::{Corpus, Source};
use crate::index::{Index, Term};
use crate::trace::{Place, Tracer};
use discovered::Learned;
use following::SmallWords;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// A corpus and what is known of it.
#[derive(Default)]
pub struct Library {
    /// The sources.
    pub corpus: Corpus,
    /// Where each of their words stands.
    pub index: Index,
    /// The concepts; other fields and rooms name them by their number here.
    pub concepts: Concepts,
    /// The sayings that the annotation layer links.
    pub utterances: Vec<Utterance>,
    /// What is wrong in the annotation files.
    pub problems: Vec<FileProblem>,
    recogniser: Recogniser,
    names: Names,
    terminology: Terminology,
    by_id: FxHashMap<String, usize>,
    learned: OnceLock<Learned>,
    /// Of each segment of the index; looked up when the first occurrences are asked for.
    small_words: OnceLock<Vec<SmallWords>>,
    /// Of the words of names the words of the index that are forms of each; where all occurrences were asked for at once.
    inflected: OnceLock<FxHashMap<String, Vec<Term>>>,
    keeps_unlikely: bool,
    is_served: bool,
    /// Set when it was told that concepts were discovered.
    announced: OnceLock<()>,
    /// The ids of broader and related concepts, until they are linked.
    links: Vec<(Vec<String>, Vec<String>)>,
}

impl Library {
    /// The recogniser of all concepts' terms: the annotated ones, and of those that were discovered the likely ones.
    pub fn recogniser(&self) -> &Recogniser {
        self.learned().map_or(&self.recogniser, |learned| &learned.recogniser)
    }

    /// The recogniser of what the texts define though nothing else speaks for it, if concepts were discovered: for those who
    /// point at a word, not for what is told of a draft unasked.
    pub fn defined_terms(&self) -> Option<&Recogniser> {
        self.learned().map(|learned| &learned.defined)
    }

    /// What recognises the terms of a concept, among those of others.
    pub fn recogniser_of(&self, concept: usize) -> &Recogniser {
        let usual = self.recogniser();
        let is_likely = self.concepts[concept].is_likely();
        self.defined_terms().filter(|_| !is_likely).unwrap_or(usual)
    }

    /// The concept of which these words are a term, also of what the texts only define.
    pub fn named(&self, words: &str) -> Option<usize> {
        self.recogniser().whole(words).or_else(|| self.defined_terms()?.whole(words))
    }

    /// How many concepts are known: those that [`Library::recogniser`] knows and those that the texts only define.
    pub fn known_concepts(&self) -> usize {
        self.learned();
        self.concepts.len()
    }

    /// The recogniser of the annotated concepts' terms.
    pub fn annotated_terms(&self) -> &Recogniser {
        &self.recogniser
    }

    /// The names of all concepts, for completion: of those that are known.
    pub fn names(&self) -> &Names {
        self.learned().map_or(&self.names, |learned| &learned.names)
    }

    /// What a concept should not be called.
    pub fn terminology(&self) -> &Terminology {
        &self.terminology
    }

    /// The concept with this id.
    pub fn concept(&self, id: &str) -> Option<usize> {
        let annotated = self.by_id.get(id);
        annotated.or_else(|| self.learned()?.by_id.get(id)).copied()
    }

    /// The source that a place lies in.
    pub fn source(&self, place: Place) -> &Arc<Source> {
        &self.corpus.sources[place.source]
    }

    /// The words of a place, as the source has them; none if its file has changed.
    pub fn words(&self, place: Place) -> Cow<'_, str> {
        self.source(place).slice(place.span)
    }

    fn tracer(&self) -> Tracer<'_> {
        Tracer { corpus: &self.corpus, index: &self.index }
    }
}
