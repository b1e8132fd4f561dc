//! The hand-made layer of a corpus: `corpus.toml` (what is known of each source) and `concepts.toml` (concepts,
//! definitions, utterances), with everything that is wrong in them.
//!
//! Both are optional and lie at the root of a corpus folder. Anchors are quoted text, never offsets. What a file says is
//! kept as far as it can be read; what is wrong is a [`Problem`] with its place in the file.

mod anchor;
mod concepts;
mod folded;
mod keys;
mod metadata;
mod outline;
mod pieces;
mod relations;
mod resolve;
mod statement;

pub use anchor::{Found, find};
pub use concepts::{Annotations, parse_concepts};
pub use folded::{FoldedText, FoldedWords};
pub use keys::{Holds, KeyDecl, NotesKind, TableDecl};
pub use metadata::parse_corpus;
pub use outline::{Entry, Outline, Table, Text};
pub use resolve::{Place, Resolved, resolve};
pub use statement::check_statement;

use crate::text::Span;

/// What `corpus.toml` says of one source. What it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMeta {
    /// The file, relative to the corpus folder, with `/` between folders.
    pub file: String,
    /// Its stable name; the file's stem where none is given.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who edited it.
    pub editor: Option<String>,
    /// Who published or issued it.
    pub publisher: Option<String>,
    /// When, as the document writes it.
    pub date: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// How texts cite it.
    pub cite_key: Option<String>,
    /// The line in which the document itself says where it comes from.
    pub source_line: Option<String>,
    /// Where the entry stands in `corpus.toml`; empty for a source that has none.
    pub span: Span,
    /// Where its id stands there.
    pub id_span: Span,
    /// Where its source line stands there.
    pub line_span: Span,
}

/// What kind of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    Principle,
    Policy,
    Initiative,
    Concept,
    Organisation,
    Person,
    Event,
    Document,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 8] = [
        Kind::Principle,
        Kind::Policy,
        Kind::Initiative,
        Kind::Concept,
        Kind::Organisation,
        Kind::Person,
        Kind::Event,
        Kind::Document,
    ];

    /// As it is written in `concepts.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Principle => "principle",
            Kind::Policy => "policy",
            Kind::Initiative => "initiative",
            Kind::Concept => "concept",
            Kind::Organisation => "organisation",
            Kind::Person => "person",
            Kind::Event => "event",
            Kind::Document => "document",
        }
    }
}

/// A concept, as `concepts.toml` gives it.
#[derive(Clone, Debug)]
pub struct ConceptEntry {
    /// Stable and unique.
    pub id: String,
    /// The preferred name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Other names.
    pub aliases: Vec<String>,
    /// Names that should not be used.
    pub avoid: Vec<String>,
    /// The ids of broader concepts.
    pub broader: Vec<String>,
    /// The ids of related concepts.
    pub related: Vec<String>,
    /// Passages that say what it is.
    pub definitions: Vec<DefinitionEntry>,
    /// Where the entry stands in `concepts.toml`.
    pub span: Span,
}

/// A definition, as `concepts.toml` gives it.
#[derive(Clone, Debug)]
pub struct DefinitionEntry {
    /// The passage.
    pub anchor: Anchor,
    /// What the passage enumerates.
    pub parts: Vec<String>,
    /// Where each of the parts stands in `concepts.toml`.
    pub part_spans: Vec<Span>,
    /// Who said it, when and where, as far as the passage or its evidence says so.
    pub attribution: AttributionEntry,
}

/// Who is said to have said something, when and on what occasion, in the source's words.
#[derive(Clone, Debug, Default)]
pub struct AttributionEntry {
    /// Who.
    pub speaker: Option<String>,
    /// When.
    pub date: Option<String>,
    /// On what occasion.
    pub occasion: Option<String>,
    /// A second passage of the same source, in which what the first one does not say stands.
    pub evidence: Option<Anchor>,
    /// Where speaker, date and occasion stand in `concepts.toml`.
    pub spans: [Span; 3],
}

impl AttributionEntry {
    /// Speaker, date and occasion, in this order.
    pub fn statements(&self) -> [Option<&str>; 3] {
        [self.speaker.as_deref(), self.date.as_deref(), self.occasion.as_deref()]
    }
}

/// One saying, perhaps in several sources or translations.
#[derive(Clone, Debug)]
pub struct UtteranceEntry {
    /// Stable and unique; empty where none is given.
    pub id: String,
    /// Who said it, when and where.
    pub attribution: AttributionEntry,
    /// Where it stands.
    pub members: Vec<MemberEntry>,
    /// Where the entry stands in `concepts.toml`.
    pub span: Span,
}

/// One place in which an utterance stands.
#[derive(Clone, Debug)]
pub struct MemberEntry {
    /// The words themselves.
    pub anchor: Anchor,
    /// The passage that says who said them, where that stands outside.
    pub evidence: Option<Anchor>,
}

/// A passage, named by its words.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// The id of the source.
    pub source: String,
    /// Its words; `…` stands for left-out ones.
    pub exact: String,
    /// The words directly before it, where `exact` alone stands twice.
    pub prefix: String,
    /// The words directly after it.
    pub suffix: String,
    /// Where the anchor stands in `concepts.toml`.
    pub span: Span,
    /// Where the id of the source stands there.
    pub source_span: Span,
}

/// Something wrong in one of the two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, and what to do.
    pub message: String,
}

impl From<crate::settings::Problem> for Problem {
    fn from(problem: crate::settings::Problem) -> Self {
        Problem { span: problem.range.into(), message: problem.message }
    }
}
