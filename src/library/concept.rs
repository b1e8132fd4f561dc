//! Concepts and utterances with their anchors resolved: what may be shown, since it stands in a source.

use super::Occurrences;
use crate::annotation::Kind;
use crate::extraction::Signals;
use crate::text::fold;
use crate::trace::Place;
use std::sync::OnceLock;

/// A principle, policy, initiative, idea, organisation, person, event or document that the corpus speaks of.
#[derive(Clone, Debug)]
pub struct Concept {
    /// Stable and unique.
    pub id: String,
    /// The preferred name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Names that the annotation layer says not to use for it.
    pub avoid: Vec<String>,
    /// The passages that say what it is, and behind them those that only explain it; best first.
    pub definitions: Vec<Definition>,
    /// Of a discovered one without definitions: a sentence that mentions it.
    pub mention: Option<Place>,
    /// The numbers of the concepts that it is a kind or part of.
    pub broader: Vec<usize>,
    /// The numbers of those that are a kind or part of it.
    pub narrower: Vec<usize>,
    /// The numbers of others that belong to it.
    pub related: Vec<usize>,
    /// Where it is known from.
    pub origin: Origin,
    /// How likely it is a concept, 0 to 1; 1 of an annotated one.
    pub score: f32,
    pub(super) occurrences: OnceLock<Occurrences>,
    /// Those that were asked for before it was known what else the texts call it.
    pub(super) early: OnceLock<Occurrences>,
    pub(super) frequency: OnceLock<u64>,
}

/// Where a concept is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An annotation file names it.
    Annotated,
    /// It was discovered in the texts, by these signals.
    Discovered(Signals),
}

impl Origin {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Annotated => "annotated",
            Origin::Discovered(_) => "discovered",
        }
    }
}

/// How a passage makes a concept known, in the terms of ISO 704; best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Telling {
    /// It says what the concept is.
    Definition,
    /// It says something of the concept that makes it clearer: what it does, who proposed it, what it is named among.
    Explanation,
    /// It only names the concept.
    Mention,
}

impl Telling {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Telling::Definition => "definition",
            Telling::Explanation => "explanation",
            Telling::Mention => "mention",
        }
    }
}

/// A passage that says what a concept is, or explains it, or else only names it.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Which of these.
    pub telling: Telling,
    /// The passage.
    pub place: Place,
    /// What it enumerates, where each part stands.
    pub parts: Vec<Place>,
    /// Who put it forward, when and where.
    pub attribution: Attribution,
}

/// Who is said to have said something, when and on what occasion: always words of a source. What the source does not say
/// is `None`.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// Who.
    pub speaker: Option<String>,
    /// When.
    pub date: Option<String>,
    /// On what occasion.
    pub occasion: Option<String>,
    /// The passage that says so, where it is not the quoted one.
    pub evidence: Option<Place>,
}

/// One saying, perhaps in several sources or translations.
#[derive(Clone, Debug)]
pub struct Utterance {
    /// Who said it, when and where.
    pub attribution: Attribution,
    /// Where it stands.
    pub members: Vec<Member>,
}

/// One place in which an utterance stands.
#[derive(Clone, Debug)]
pub struct Member {
    /// The words.
    pub place: Place,
    /// The passage that says whose they are.
    pub evidence: Option<Place>,
}

impl Concept {
    /// Whether it is a person, an organisation, an event or a document, whose names have capitals.
    pub fn is_entity(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Organisation | Kind::Event | Kind::Document)
    }

    /// Whether it was discovered, and nobody has looked at it.
    pub fn is_discovered(&self) -> bool {
        self.origin != Origin::Annotated
    }

    /// The preferred name and the others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether one of its names stands in some words.
    pub fn is_named_in(&self, words: &str) -> bool {
        let words = format!(" {} ", fold(words));
        self.names().any(|name| words.contains(&format!(" {} ", fold(name))))
    }
}

impl Attribution {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.speaker.is_none() && self.date.is_none() && self.occasion.is_none()
    }

    /// What is known, in the order in which one reads it.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.speaker, &self.date, &self.occasion].into_iter().flatten().map(String::as_str)
    }
}
