//! `concepts.toml` and `corpus.toml` themselves, while they are written in an editor: what is wrong in them, what a key
//! means, which passage an anchor finds, what may be typed next. They are held against the library's sources as they are
//! typed, saved or not.

mod completion;
mod definition;
mod hover;
mod said;
mod symbols;

pub use completion::{NotesCompletion, Suggestion, completions};
pub use definition::{NotesTarget, definition};
pub use hover::hover;
pub use symbols::symbols;

use crate::annotation::{
    Anchor, Annotations, FoldedText, FoldedWords, NotesKind, Outline, Problem, Resolved, SourceMeta, parse_concepts,
    parse_corpus, resolve,
};
use crate::corpus::{met_ids, unknown_files};
use crate::library::Library;
use crate::text::Span;
use crate::trace::Place;
use std::sync::Arc;

/// One of the files in one version, with what it says and what is wrong in it.
pub struct Notes {
    /// Which file it is.
    pub kind: NotesKind,
    /// The number of its folder in the corpus.
    pub folder: usize,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    outline: Outline,
    annotations: Annotations,
    resolved: Resolved,
    sources: Vec<SourceMeta>,
    /// The texts that anchors were looked for in, by their numbers in the corpus, with their words.
    texts: Vec<(usize, Arc<str>, FoldedWords)>,
}

/// An anchor of a file, with where it was found.
struct Anchored<'a> {
    anchor: &'a Anchor,
    /// The passage; `None` where it was not found, or more than once.
    passage: Option<Place>,
    evidence: Option<Place>,
    /// Where the evidence stands in the file.
    evidence_span: Option<Span>,
    /// Each part with the words that it is.
    parts: Vec<(Span, Option<Place>)>,
    /// Where speaker, date and occasion stand in the file, and in the source.
    attribution: [(Span, Option<Place>); 3],
}

impl Notes {
    /// Reads a version of a file. `before` is an earlier version of it, seen through the same library: texts that it has
    /// read are not read again.
    pub fn read(library: &Library, folder: usize, kind: NotesKind, text: &str, before: Option<&Notes>) -> Self {
        let mut notes = Notes {
            kind,
            folder,
            problems: Vec::new(),
            outline: Outline::of(text),
            annotations: Annotations::default(),
            resolved: Resolved::default(),
            sources: Vec::new(),
            texts: Vec::new(),
        };
        match kind {
            NotesKind::Concepts => notes.read_concepts(library, text, before),
            NotesKind::Corpus => {
                let (sources, mut problems) = parse_corpus(text);
                problems.extend(unknown_files(&sources, notes.files(library)));
                problems.extend(met_ids(&sources, notes.files(library)));
                problems.extend(library.unfound_lines(folder, &sources));
                (notes.sources, notes.problems) = (sources, problems);
            }
        }
        notes.problems.sort_by_key(|problem| problem.span);
        notes
    }

    fn read_concepts(&mut self, library: &Library, text: &str, before: Option<&Notes>) {
        self.annotations = parse_concepts(text);
        let anchored = self.annotations.sources();
        let folder = &library.corpus.folders[self.folder].sources;
        let known = |source: usize| before?.texts.iter().find(|(number, ..)| *number == source).cloned();
        let read = |source: usize| (source, library.corpus.sources[source].text.whole(), FoldedWords::default());
        let used = folder.iter().filter(|(id, _)| anchored.contains(id.as_str()));
        self.texts = used.map(|&(_, source)| known(source).unwrap_or_else(|| read(source))).collect();
        let empty = FoldedText::new("");
        let of = |source: &usize| self.texts.iter().find(|(number, ..)| number == source);
        let folded: Vec<FoldedText> = folder
            .iter()
            .map(|(_, source)| match of(source) {
                Some((_, text, words)) => FoldedText::with(text, words),
                None => empty.clone(),
            })
            .collect();
        let named: Vec<(&str, &FoldedText)> = folder.iter().map(|(id, _)| id.as_str()).zip(&folded).collect();
        self.resolved = resolve(&self.annotations, &named);
        self.problems = self.annotations.problems.iter().chain(&self.resolved.problems).cloned().collect();
    }

    /// The files of the folder's texts, relative to it.
    fn files<'a>(&self, library: &'a Library) -> impl Iterator<Item = &'a str> {
        let sources = &library.corpus.folders[self.folder].sources;
        sources.iter().map(|(_, number)| library.corpus.sources[*number].relative.as_str())
    }

    /// The number of the source that the folder knows by this id.
    fn source(&self, library: &Library, id: &str) -> Option<usize> {
        let sources = &library.corpus.folders[self.folder].sources;
        sources.iter().find(|(known, _)| known == id).map(|(_, number)| *number)
    }

    /// All anchors with where they were found.
    fn anchored<'a>(&'a self, library: &'a Library) -> impl Iterator<Item = Anchored<'a>> {
        let folder = &library.corpus.folders[self.folder].sources;
        let place = move |source: usize, span: Option<Span>| Some(Place { source: folder.get(source)?.1, span: span? });
        let one = move |anchor: &'a Anchor,
                        evidence: Option<&'a Anchor>,
                        at: &'a Option<crate::annotation::Place>,
                        parts: &'a [Span],
                        spans: &'a [Span; 3]| {
            let source = at.as_ref().map_or(usize::MAX, |at| at.source);
            let found = at.as_ref();
            let part = |i: usize| place(source, found.and_then(|at| at.parts.get(i).copied().flatten()));
            let said = |i: usize| place(source, found.and_then(|at| at.attribution[i]));
            Anchored {
                anchor,
                passage: place(source, found.map(|at| at.passage)),
                evidence: place(source, found.and_then(|at| at.evidence)),
                evidence_span: evidence.map(|anchor| anchor.span),
                parts: parts.iter().enumerate().map(|(i, &span)| (span, part(i))).collect(),
                attribution: [0, 1, 2].map(|i| (spans[i], said(i))),
            }
        };
        let concepts = self.annotations.concepts.iter().zip(&self.resolved.definitions);
        let definitions = concepts.flat_map(move |(concept, places)| {
            let all = concept.definitions.iter().zip(places);
            all.map(move |(d, at)| {
                one(&d.anchor, d.attribution.evidence.as_ref(), at, &d.part_spans, &d.attribution.spans)
            })
        });
        let utterances = self.annotations.utterances.iter().zip(&self.resolved.members);
        let members = utterances.flat_map(move |(utterance, places)| {
            let all = utterance.members.iter().zip(places);
            all.map(move |(member, at)| {
                one(&member.anchor, member.evidence.as_ref(), at, &[], &utterance.attribution.spans)
            })
        });
        definitions.chain(members)
    }

    /// What is wrong at a byte.
    fn problems_at(&self, offset: usize) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |problem| problem.span.touches(offset))
    }
}

impl Anchored<'_> {
    /// Where what a value says stands in the source, if the value is this anchor's: its key, its number in a list, and its
    /// bytes in the file.
    fn place_of(&self, key: &str, number: usize, span: Span) -> Option<Place> {
        let attribution = |i: usize| self.attribution[i].1.filter(|_| self.attribution[i].0 == span);
        match key {
            "exact" => self.passage.filter(|_| self.anchor.span == span),
            "evidence" => self.evidence.filter(|_| self.evidence_span == Some(span)),
            "speaker" => attribution(0),
            "date" => attribution(1),
            "occasion" => attribution(2),
            "parts" => self.parts.get(number).filter(|(at, _)| *at == span).and_then(|(_, place)| *place),
            _ => None,
        }
    }
}
