//! Everything known about a corpus at one moment: sources, words, concepts, utterances. Immutable, behind one `Arc`;
//! a change of the corpus makes a new one.

mod attribution;
mod build;
mod concept;
mod occurrences;
mod order;
mod terminology;
mod tracing;

pub use attribution::ToldAt;
pub use build::FileProblem;
pub use concept::{Attribution, Concept, Definition, Member, Utterance};
pub use occurrences::Occurrences;
pub use terminology::Terminology;

use crate::concepts::{Names, Recogniser};
use crate::corpus::{Corpus, Source};
use crate::index::Index;
use crate::trace::{Place, Tracer};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// A corpus and what is known of it.
#[derive(Default)]
pub struct Library {
    /// The sources.
    pub corpus: Corpus,
    /// Where each of their words stands.
    pub index: Index,
    /// The concepts; other fields and rooms name them by their number here.
    pub concepts: Vec<Concept>,
    /// The sayings that the annotation layer links.
    pub utterances: Vec<Utterance>,
    /// What is wrong in the annotation files.
    pub problems: Vec<FileProblem>,
    recogniser: Recogniser,
    names: Names,
    terminology: Terminology,
    by_id: FxHashMap<String, usize>,
    /// The ids of broader and related concepts, until they are linked.
    links: Vec<(Vec<String>, Vec<String>)>,
}

impl Library {
    /// The recogniser of all concepts' terms.
    pub fn recogniser(&self) -> &Recogniser {
        &self.recogniser
    }

    /// The names of all concepts, for completion.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// What a concept should not be called.
    pub fn terminology(&self) -> &Terminology {
        &self.terminology
    }

    /// The concept with this id.
    pub fn concept(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
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
