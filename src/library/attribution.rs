//! Whose words a passage is: as the annotation layer says or, where that is silent, as the source itself does.

use super::order::{Weight, in_order};
use super::{Attribution, Concept, Definition, Library, Telling, Utterance};
use crate::attribution::{Attribution as Told, Named, names, of_passages, of_words};
use crate::markup::Page;
use crate::text::Span;
use crate::trace::{Match, Place};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Passages that stand in the same so many bytes of a source are read together.
const CELL: usize = 16 * 1024;
/// Evidence runs over so many bytes at most.
const LONGEST_EVIDENCE: usize = 600;

impl Library {
    /// The utterance that a passage is part of: the one that shares most with it, if that is most of the passage.
    pub fn utterance_at(&self, place: Place) -> Option<&Utterance> {
        let shared = |other: Place| {
            let both = place.span.end.min(other.span.end).saturating_sub(place.span.start.max(other.span.start));
            if other.source == place.source { both } else { 0 }
        };
        let members =
            self.utterances.iter().flat_map(|u| u.members.iter().map(move |member| (u, shared(member.place))));
        members
            .filter(|(_, both)| 2 * both > place.span.len())
            .max_by_key(|(_, both)| *both)
            .map(|(utterance, _)| utterance)
    }

    /// Who said a passage, when and where: as annotated, else as the source says around it.
    pub fn attribution_of(&self, place: Place) -> Option<Cow<'_, Attribution>> {
        let annotated = self.annotated_at(place).map(Cow::Borrowed);
        annotated.or_else(|| self.told_at(place).map(|told| Cow::Owned(told.attribution)))
    }

    /// Who said a passage, when and where, as the annotation layer says.
    pub fn annotated_at(&self, place: Place) -> Option<&Attribution> {
        self.utterance_at(place).map(|utterance| &utterance.attribution).filter(|attribution| !attribution.is_empty())
    }

    /// What a source says around a passage of whose words it is; `None` where it says nothing. Reads some kilobytes of the
    /// source.
    pub fn told_at(&self, place: Place) -> Option<ToldAt> {
        let (page, local, from) = self.page_around(place)?;
        let told = of_words(&page, local);
        let Told { speaker, date, occasion, evidence, mention, is_person, is_sure } = told;
        let words = |named: Option<Named>| named.map(|named| named.text);
        let in_source = |span: Span| Place { source: place.source, span: span.shift(from) };
        let (evidence, mention) = (evidence.map(in_source), mention.map(in_source));
        let attribution =
            Attribution { speaker: words(speaker), date: words(date), occasion: words(occasion), evidence };
        (!attribution.is_empty()).then_some(ToldAt { attribution, mention, is_person, is_sure })
    }

    /// A source around a passage as a page, where the passage stands in it, and the byte of the source at which it begins;
    /// `None` if the source's file has changed.
    pub(super) fn page_around(&self, place: Place) -> Option<(Page, Span, usize)> {
        let source = self.source(place);
        let near = source.near(place.span);
        if !near.covers(place.span) {
            return None;
        }
        // What stands before the first line end may be the rest of a paragraph.
        let local = near.local(place.span);
        let from = if near.start == 0 { 0 } else { near.text[..local.start].find('\n').map_or(0, |end| end + 1) };
        let page = Page::parse(&near.text[from..], source.format);
        Some((page, Span::new(local.start - from, local.end - from), near.start + from))
    }

    /// Whose a definition is: what the annotation says or, of a discovered one, what the text around it says.
    fn told_of(&self, definition: &Definition) -> Attribution {
        if !definition.attribution.is_empty() {
            return definition.attribution.clone();
        }
        let known = self.learned.get().and_then(|learned| learned.told.get(&definition.place));
        let read = || self.read_around(cell(definition.place), &[definition.place]).pop().unwrap_or_default();
        known.map_or_else(read, |known| known.get_or_init(read).clone())
    }

    /// Finds whose the definitions of the first so many concepts are, for lists: what stands around several of them is read once.
    pub fn find_told(&self, concepts: usize) {
        let Some(learned) = self.learned.get() else { return };
        let mut together: FxHashMap<Place, Vec<Place>> = FxHashMap::default();
        for concept in self.concepts.iter().take(concepts) {
            for place in self.defining(concept).iter().map(|definition| definition.place) {
                if learned.told.contains_key(&place) {
                    together.entry(cell(place)).or_default().push(place);
                }
            }
        }
        together.into_par_iter().for_each(|(cell, places)| {
            for (place, attribution) in places.iter().zip(self.read_around(cell, &places)) {
                _ = learned.told[place].set(attribution);
            }
        });
    }

    /// What the text around some passages, all of one [`cell`], says of whose each is.
    fn read_around(&self, cell: Place, places: &[Place]) -> Vec<Attribution> {
        let near = self.source(cell).near(cell.span);
        let spans: Vec<Span> = places.iter().map(|place| near.local(place.span)).collect();
        let told = of_passages(&Page::parse(&near.text, self.source(cell).format), &spans);
        told.into_iter().map(|found| Self::in_corpus(found, cell.source, near.start)).collect()
    }

    /// What was found in some text of a source that begins at a byte of it.
    fn in_corpus(found: Told, source: usize, start: usize) -> Attribution {
        // A name may stand before the sentence that has a pronoun for it.
        let names = [&found.speaker, &found.date, &found.occasion].into_iter().flatten().map(|named| named.span);
        let whole = found.evidence.map(|evidence| names.fold(evidence, Span::join));
        let evidence = whole.filter(|whole| whole.len() <= LONGEST_EVIDENCE).or(found.evidence);
        let text = |named: Option<Named>| named.map(|named| named.text);
        Attribution {
            speaker: text(found.speaker),
            date: text(found.date),
            occasion: text(found.occasion),
            evidence: evidence.map(|span| Place { source, span: span.shift(start) }),
        }
    }

    /// The definitions of a concept; those that were discovered with what the texts around them say of whose they are, the
    /// earlier before the later.
    pub fn definitions_of<'a>(&'a self, concept: &'a Concept) -> Cow<'a, [Definition]> {
        let all = self.defining(concept);
        if !concept.is_discovered() && !concept.definitions.is_empty() {
            return Cow::Borrowed(all);
        }
        let told = |one: &Definition| {
            let mut attribution = self.told_of(one);
            // What is said of a thing is not said by it: `A reef knot is defined as …`.
            let says_it = |speaker: &String| names::says_who(speaker) && !concept.is_named_in(speaker);
            attribution.speaker = attribution.speaker.filter(says_it);
            Definition { attribution, ..one.clone() }
        };
        let weighed = all.iter().map(|one| {
            let definition = told(one);
            let date = definition.attribution.date.as_deref();
            let date = date.or(self.source(definition.place).meta.date.as_deref());
            (Weight::dated(definition.telling == Telling::Definition, date), definition)
        });
        Cow::Owned(in_order(weighed.collect()))
    }

    /// The passages that make a concept known, best first: its definitions and explanations; where there are none, the sentence
    /// that mentions it.
    pub fn passages_of(&self, concept: &Concept) -> Vec<Definition> {
        let mut passages = self.definitions_of(concept).into_owned();
        if passages.is_empty()
            && let Some(place) = concept.mention
        {
            let attribution = Attribution::default();
            passages.push(Definition { telling: Telling::Mention, place, parts: Vec::new(), attribution });
        }
        passages
    }

    /// The places in which the utterance that a match belongs to stands otherwise: other sources, other translations.
    pub fn other_places(&self, found: &Match) -> Vec<Place> {
        let here = found.extent();
        let Some(utterance) = self.utterance_at(here) else { return Vec::new() };
        let places = utterance.members.iter().map(|member| member.place);
        places.filter(|place| place.source != here.source || !place.span.overlaps(here.span)).collect()
    }
}

/// The part of a source that is read for a passage, to which some kilobytes around it are added: the same for passages that
/// stand close.
fn cell(place: Place) -> Place {
    let (start, end) = (place.span.start / CELL * CELL, place.span.end.div_ceil(CELL) * CELL);
    Place { source: place.source, span: Span::new(start, end) }
}

/// What a source says of whose words a passage is.
#[derive(Clone, Debug)]
pub struct ToldAt {
    /// Who, when and where.
    pub attribution: Attribution,
    /// The name in the clause that says so, with the titles before it.
    pub mention: Option<Place>,
    /// Whether the speaker is a person with a name.
    pub is_person: bool,
    /// Whether it can be nobody else.
    pub is_sure: bool,
}
