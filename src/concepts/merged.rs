//! The candidates of all documents together.

use crate::extraction::{Candidate, Defining, Pattern, Signal, Signals, is_determiner};
use crate::text::{Span, Word, words};
use rustc_hash::FxHashMap;

/// Documents whose mention of a phrase is remembered.
const MOST_MENTIONS: usize = 8;
/// Definitions of a phrase that are remembered.
const MOST_DEFINITIONS: usize = 16;

/// What a phrase of the corpus is judged by, in few bytes: of most phrases no more is ever needed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub key: u64,
    pub words: u8,
    /// How often it stands by itself, and in longer phrases.
    pub free: u32,
    pub nested: u32,
    /// In how many documents.
    pub documents: u32,
    pub signals: Signals,
    /// By what the best of its definitions defines it.
    pub pattern: Option<Pattern>,
}

impl Tally {
    /// How often it occurs.
    pub fn count(&self) -> u32 {
        self.free.saturating_add(self.nested)
    }

    fn add(&mut self, one: &Candidate) {
        self.free = self.free.saturating_add(one.free);
        self.nested = self.nested.saturating_add(one.nested);
        self.documents += 1;
        self.signals = self.signals.union(one.signals);
        self.defined(one.definitions.iter().map(|one| one.pattern).min());
    }

    /// Takes note of another definition.
    fn defined(&mut self, by: Option<Pattern>) {
        self.pattern = self.pattern.into_iter().chain(by).min();
    }
}

/// A phrase of the corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Merged {
    pub tally: Tally,
    /// A mention in each of the first documents.
    pub mentions: Vec<(u32, Span)>,
    /// Which of them shows it best.
    pub best: usize,
    /// An abbreviation of it.
    pub short: Option<(u32, Span)>,
    /// Sentences that may define it, with their documents.
    pub definitions: Vec<(u32, Defining)>,
}

impl Merged {
    fn add(&mut self, document: u32, one: Candidate) {
        if self.mentions.len() < MOST_MENTIONS {
            if (one.signals.0 & !self.tally.signals.0).count_ones() > 1 {
                self.best = self.mentions.len();
            }
            self.mentions.push((document, one.span));
        }
        self.tally.add(&one);
        self.short = self.short.or(one.short.map(|span| (document, span)));
        self.definitions.extend(one.definitions.into_iter().map(|defining| (document, defining)));
        if self.definitions.len() > MOST_DEFINITIONS {
            self.definitions.sort_by_key(|(document, defining)| (defining.pattern, *document));
            self.definitions.truncate(MOST_DEFINITIONS);
        }
    }
}

/// Signals that say something of what a name names, however long the name is.
const SHARED: Signals = Signals::of(Signal::Quoted)
    .with(Signal::Cued)
    .with(Signal::Heading)
    .with(Signal::Listed)
    .with(Signal::Defined)
    .with(Signal::Abbreviated)
    .with(Signal::Advocated)
    .with(Signal::Title);

/// Signals that a name has of its last word.
const AT_THE_END: Signals = Signals::of(Signal::CueHead).with(Signal::WeakHead);
/// Signals that only a name with capitals has.
const OF_CAPITALS: Signals = Signals::of(Signal::Capitalised)
    .with(Signal::Person)
    .with(Signal::Organisation)
    .with(Signal::Event)
    .with(Signal::Document);

impl Merged {
    /// Whether one of the first documents that mention this phrase is one of those that mention the other.
    pub fn shares_document(&self, other: &Merged) -> bool {
        self.mentions.iter().any(|(document, _)| other.mentions.iter().any(|(one, _)| one == document))
    }

    /// Takes in what is known of another name of the same. Its mentions were counted where they have this name in them.
    pub fn take_in(&mut self, other: Merged) {
        self.mentions.extend(other.mentions);
        self.tally.signals = self.tally.signals.union(Signals(other.tally.signals.0 & SHARED.0));
        self.tally.defined(other.tally.pattern);
        self.short = self.short.or(other.short);
        self.definitions.extend(other.definitions);
    }

    /// Gives the phrase a shorter name, which the one it had ends in: what spoke of the words before it is forgotten.
    pub fn shorten_to(&mut self, key: u64, name: &str) {
        let is_counted = |word: &&Word| !is_determiner(&word.folded);
        self.tally.words = words(name).iter().filter(is_counted).count().try_into().unwrap_or(u8::MAX);
        self.tally.key = key;
        let of_capitals = if name.starts_with(char::is_uppercase) { OF_CAPITALS } else { Signals::NONE };
        self.tally.signals = Signals(self.tally.signals.0 & SHARED.union(AT_THE_END).union(of_capitals).0);
    }
}

/// The tallies of all phrases; each document comes once.
#[derive(Default)]
pub(super) struct Tallies {
    all: FxHashMap<u64, Tally>,
}

impl Tallies {
    /// Adds a candidate of a document.
    pub fn add(&mut self, one: &Candidate) {
        let new = || Tally { key: one.key, words: one.words, ..Tally::default() };
        self.all.entry(one.key).or_insert_with(new).add(one);
    }

    /// All of them, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Tally> {
        self.all.values()
    }
}

/// Puts together what the documents have of some phrases; each document comes once.
pub(super) struct Merging {
    numbers: FxHashMap<u64, usize>,
    all: Vec<Merged>,
}

impl Merging {
    /// Of the phrases with these keys, each of them once.
    pub fn of(keys: impl Iterator<Item = u64>) -> Self {
        let numbers: FxHashMap<u64, usize> = keys.zip(0..).collect();
        let all = vec![Merged::default(); numbers.len()];
        Merging { numbers, all }
    }

    /// Adds a candidate of a document, if it is one of them.
    pub fn add(&mut self, document: u32, one: Candidate) {
        let Some(merged) = self.numbers.get(&one.key).map(|&number| &mut self.all[number]) else { return };
        if merged.mentions.is_empty() {
            (merged.tally.key, merged.tally.words) = (one.key, one.words);
        }
        merged.add(document, one);
    }

    /// All of them, in the order in which their keys were given.
    pub fn finish(self) -> Vec<Merged> {
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_name_keeps_what_is_said_of_the_thing_and_of_its_own_words() {
        let signals = Signals::of(Signal::Cued).with(Signal::Weak).with(Signal::Prepositional).with(Signal::WeakHead);
        let of = |words, signals| Merged { tally: Tally { words, signals, ..Tally::default() }, ..Merged::default() };
        let mut phrase = of(5, signals.with(Signal::Person));
        phrase.shorten_to(7, "free moorings");
        assert_eq!((phrase.tally.key, phrase.tally.words), (7, 2));
        assert_eq!(phrase.tally.signals, Signals::of(Signal::Cued).with(Signal::WeakHead));
        let mut person = of(3, Signals::of(Signal::Person));
        person.shorten_to(8, "Ann Lee");
        assert_eq!((person.tally.words, person.tally.signals), (2, Signals::of(Signal::Person)));
    }
}
