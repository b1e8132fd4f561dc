//! Making a library: the annotation layer is held against the sources that it quotes, and its terms are learned.

use super::order::{Weight, in_order};
use super::{Attribution, Concept, Definition, Library, Member, Origin, Telling, Terminology, Utterance};
use crate::annotation::{self, Annotations, AttributionEntry, FoldedText, Problem, parse_concepts};
use crate::concepts::{Form, Names, Recogniser};
use crate::corpus::{Corpus, NotesFile};
use crate::index::{self, Index};
use crate::trace::Place;
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// Something wrong in an annotation file.
#[derive(Clone, Debug)]
pub struct FileProblem {
    /// The file.
    pub path: Option<PathBuf>,
    /// The text that the problem's span is of.
    pub text: Arc<str>,
    /// What is wrong.
    pub problem: Problem,
}

impl FileProblem {
    fn new(file: &NotesFile, problem: &Problem) -> Self {
        FileProblem { path: file.path.clone(), text: file.text.clone(), problem: problem.clone() }
    }
}

impl Library {
    /// Builds the library of a corpus with what its folders say of it; the index is made in memory.
    pub fn build(corpus: Corpus) -> Library {
        let index = index::in_memory(&corpus.sources);
        Library::new(corpus, index)
    }

    /// The library of a corpus whose words are in this index.
    pub fn new(corpus: Corpus, index: Index) -> Library {
        let mut library = Library { index, corpus, ..Library::default() };
        for folder in 0..library.corpus.folders.len() {
            library.annotate(folder);
        }
        library.link();
        library.recognise();
        library
    }

    /// Takes over what the annotation layer of one folder says and what can be found of it in the sources.
    fn annotate(&mut self, number: usize) {
        let folder = &self.corpus.folders[number];
        let sources = folder.sources.clone();
        if let Some(file) = &folder.metadata {
            let metas: Vec<_> = sources.iter().map(|(_, source)| self.corpus.sources[*source].meta.clone()).collect();
            let unfound = self.unfound_lines(number, &metas);
            let problems = folder.metadata_problems.iter().chain(&unfound);
            self.problems.extend(problems.map(|problem| FileProblem::new(file, problem)));
        }
        let Some(file) = folder.concepts.clone() else { return };
        let annotations = parse_concepts(&file.text);
        let anchored = annotations.sources();
        // Of the others nobody asks what they say.
        let whole = |(id, source): &(String, usize)| match anchored.contains(id.as_str()) {
            true => self.corpus.sources[*source].text.whole(),
            false => Arc::from(""),
        };
        let whole: Vec<Arc<str>> = sources.par_iter().map(whole).collect();
        let texts: Vec<FoldedText> = whole.iter().map(|text| FoldedText::new(text)).collect();
        let named: Vec<(&str, &FoldedText)> = sources.iter().map(|(id, _)| id.as_str()).zip(&texts).collect();
        let resolved = annotation::resolve(&annotations, &named);
        let problems = annotations.problems.iter().chain(&resolved.problems);
        self.problems.extend(problems.map(|problem| FileProblem::new(&file, problem)));
        let Annotations { concepts, utterances, .. } = annotations;
        let corpus_number = |place: &annotation::Place| sources[place.source].1;
        for (entry, places) in concepts.into_iter().zip(&resolved.definitions) {
            let names = std::iter::once(&entry.name).chain(&entry.aliases);
            let names = Recogniser::new(names.map(|text| Form { text, concept: 0, is_name: false }));
            let definitions = entry.definitions.iter().zip(places);
            let definitions = definitions.filter_map(|(definition, place)| {
                let place = place.as_ref()?;
                let source = corpus_number(place);
                let parts: Vec<Place> = place.parts.iter().flatten().map(|&span| Place { source, span }).collect();
                let attribution = attribution(&definition.attribution, std::slice::from_ref(place), source);
                let date = attribution.date.as_deref().or(self.corpus.sources[source].meta.date.as_deref());
                let weight = Weight::of(place.passage.of(&whole[place.source]), !parts.is_empty(), &names, date);
                let place = Place { source, span: place.passage };
                Some((weight, Definition { telling: Telling::Definition, place, parts, attribution }))
            });
            let definitions = in_order(definitions.collect());
            if self.by_id.contains_key(&entry.id) {
                continue;
            }
            self.by_id.insert(entry.id.clone(), self.concepts.annotated.len());
            self.concepts.annotated.push(Concept {
                definitions,
                mention: None,
                id: entry.id,
                name: entry.name,
                kind: entry.kind,
                aliases: entry.aliases,
                avoid: entry.avoid,
                broader: Vec::new(),
                narrower: Vec::new(),
                related: Vec::new(),
                origin: Origin::Annotated,
                score: 1.0,
                occurrences: OnceLock::new(),
                early: OnceLock::new(),
                frequency: OnceLock::new(),
            });
            self.links.push((entry.broader, entry.related));
        }
        for (entry, places) in utterances.iter().zip(&resolved.members) {
            let found: Vec<annotation::Place> = places.iter().flatten().cloned().collect();
            let Some(first) = found.first() else { continue };
            let member = |place: &annotation::Place| {
                let source = corpus_number(place);
                let evidence = place.evidence.map(|span| Place { source, span });
                Member { place: Place { source, span: place.passage }, evidence }
            };
            let attribution = attribution(&entry.attribution, &found, corpus_number(first));
            self.utterances.push(Utterance { attribution, members: found.iter().map(member).collect() });
        }
    }

    /// Turns the ids of broader and related concepts into numbers, both ways.
    fn link(&mut self) {
        for (number, (broader, related)) in std::mem::take(&mut self.links).into_iter().enumerate() {
            for other in self.numbers(&broader) {
                self.concepts.annotated[number].broader.push(other);
                self.concepts.annotated[other].narrower.push(number);
            }
            for other in self.numbers(&related) {
                for (a, b) in [(number, other), (other, number)] {
                    if !self.concepts.annotated[a].related.contains(&b) {
                        self.concepts.annotated[a].related.push(b);
                    }
                }
            }
        }
    }

    fn numbers(&self, ids: &[String]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.concept(id)).collect()
    }

    /// Makes what terms and names are recognised by.
    fn recognise(&mut self) {
        let all = || self.concepts.annotated.iter().enumerate();
        let persons = all().flat_map(|(number, concept)| concept.persons(number));
        self.recogniser =
            Recogniser::new(all().flat_map(|(number, concept)| concept.forms(number))).addressing(persons);
        self.terminology = Terminology::new(&self.concepts.annotated);
        let names = all().flat_map(|(number, concept)| concept.names().map(move |name| (name, number)));
        self.names = Names::new(names);
    }
}

/// What an entry claims and a source says.
fn attribution(entry: &AttributionEntry, places: &[annotation::Place], source: usize) -> Attribution {
    let says = |i: usize| places.iter().any(|place| place.attribution[i].is_some());
    let kept = |i: usize, value: &Option<String>| value.clone().filter(|_| says(i));
    Attribution {
        speaker: kept(0, &entry.speaker),
        date: kept(1, &entry.date),
        occasion: kept(2, &entry.occasion),
        evidence: places.first().and_then(|place| place.evidence).map(|span| Place { source, span }),
    }
}
