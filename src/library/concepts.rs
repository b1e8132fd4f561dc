//! All concepts of a library: those of the annotation files and, behind them, those that were discovered.

use super::Concept;
use std::ops::Index;
use std::sync::OnceLock;

/// The concepts of a corpus, by number: the annotated ones first, then the discovered ones, best first. A number that a
/// recogniser gave is always below the length that is asked for after the recogniser.
#[derive(Debug, Default)]
pub struct Concepts {
    pub(super) annotated: Vec<Concept>,
    pub(super) discovered: OnceLock<Vec<Concept>>,
}

impl Concepts {
    /// Those of the annotation files.
    pub fn annotated(&self) -> &[Concept] {
        &self.annotated
    }

    /// Those that were discovered; none before [`super::Library::discover`].
    pub fn discovered(&self) -> &[Concept] {
        self.discovered.get().map_or(&[], Vec::as_slice)
    }

    /// All that are known by now.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Concept> {
        self.annotated.iter().chain(self.discovered())
    }

    /// How many are known by now.
    pub fn len(&self) -> usize {
        self.annotated.len() + self.discovered().len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The concept of a number.
    pub fn get(&self, number: usize) -> Option<&Concept> {
        match number.checked_sub(self.annotated.len()) {
            None => self.annotated.get(number),
            Some(number) => self.discovered().get(number),
        }
    }
}

impl Index<usize> for Concepts {
    type Output = Concept;

    fn index(&self, number: usize) -> &Concept {
        match number.checked_sub(self.annotated.len()) {
            None => &self.annotated[number],
            Some(number) => &self.discovered()[number],
        }
    }
}
