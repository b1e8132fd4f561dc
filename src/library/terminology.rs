//! What a concept should not be called: the names that the annotation layer says to avoid, and names that count wrongly.

use super::{Concept, Library};
use crate::annotation::Kind;
use crate::concepts::{Counted, Form, Miscount, Recogniser, Term};
use crate::text::{Span, words};

/// What recognises names that should not be used.
#[derive(Clone, Debug, Default)]
pub struct Terminology {
    /// Of names and of forms to avoid; the latter are numbered behind all concepts. Empty where nothing is to be avoided.
    recogniser: Recogniser,
    /// For each form to avoid the concept that it should not be used for, and how many words it has.
    avoided: Vec<(usize, usize)>,
    concepts: usize,
    counted: Counted,
}

impl Terminology {
    /// What the concepts say.
    pub(super) fn new(concepts: &[Concept]) -> Self {
        let is_name = |kind: Kind| matches!(kind, Kind::Person | Kind::Organisation | Kind::Event | Kind::Document);
        let forms_of = |(number, concept): (usize, &'_ Concept)| {
            concept.avoid.iter().map(|form| (number, words(form).len())).collect::<Vec<_>>()
        };
        let avoided: Vec<(usize, usize)> = concepts.iter().enumerate().flat_map(forms_of).collect();
        let forms = |concept: &'_ Concept| concept.avoid.clone();
        let texts: Vec<String> = concepts.iter().flat_map(forms).collect();
        let recogniser = if avoided.is_empty() {
            Recogniser::default()
        } else {
            // A form that is somebody's name is that name.
            let names = concepts.iter().enumerate().flat_map(|(number, concept)| {
                concept.names().map(move |text| Form { text, concept: number, is_name: is_name(concept.kind) })
            });
            let wrong = texts.iter().zip(&avoided).enumerate().map(|(i, (text, &(concept, _)))| Form {
                text,
                concept: concepts.len() + i,
                is_name: is_name(concepts[concept].kind),
            });
            Recogniser::new(names.chain(wrong))
        };
        let names = concepts.iter().enumerate().flat_map(|(number, concept)| concept.names().map(move |n| (n, number)));
        Terminology { recogniser, avoided, concepts: concepts.len(), counted: Counted::new(names) }
    }

    /// The forms in a text that should be avoided, with the number of the concept each was used for. A form that is part of
    /// a longer name is none, nor is one with an article between its words: that may be a sentence of its own.
    pub fn avoided(&self, text: &str) -> Vec<(Span, usize)> {
        if self.avoided.is_empty() {
            return Vec::new();
        }
        let avoided = |term: Term| {
            let &(concept, length) = self.avoided.get(term.concept.checked_sub(self.concepts)?)?;
            (words(term.span.of(text)).len() <= length).then_some((term.span, concept))
        };
        self.recogniser.whole_terms(text).into_iter().filter_map(avoided).collect()
    }
}

impl Library {
    /// The names in a text that count otherwise than their concept does; see [`Counted`].
    pub fn miscounts(&self, text: &str) -> Vec<Miscount> {
        let mut all = self.terminology.counted.miscounts(text);
        if let Some(learned) = self.learned() {
            let known = all.len();
            let is_new = |found: &Miscount, all: &[Miscount]| !all.iter().any(|other| other.span.overlaps(found.span));
            let more = learned.counted.miscounts(text).into_iter();
            let more: Vec<Miscount> = more.filter(|found| is_new(found, &all[..known])).collect();
            all.extend(more);
            all.sort_by_key(|found| found.span);
        }
        all
    }
}
