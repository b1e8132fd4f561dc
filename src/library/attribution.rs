//! Whose words a passage is, as far as the annotation layer says.

use super::{Attribution, Definition, Library, Utterance};
use crate::attribution::{Named, of_passage};
use crate::markup::Page;
use crate::trace::{Match, Place};

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

    /// Who said a passage, when and where.
    pub fn attribution_of(&self, place: Place) -> Option<&Attribution> {
        self.utterance_at(place).map(|utterance| &utterance.attribution).filter(|attribution| !attribution.is_empty())
    }

    /// Whose a definition is: what the annotation says or, of a discovered one, what the text around it says.
    pub fn told_of(&self, definition: &Definition) -> Attribution {
        if !definition.attribution.is_empty() {
            return definition.attribution.clone();
        }
        let (place, source) = (definition.place, self.source(definition.place));
        let near = source.near(place.span);
        let found = of_passage(&Page::parse(&near.text, source.format), near.local(place.span));
        let text = |named: Option<Named>| named.map(|named| named.text);
        Attribution {
            speaker: text(found.speaker),
            date: text(found.date),
            occasion: text(found.occasion),
            evidence: found.evidence.map(|span| Place { source: place.source, span: span.shift(near.start) }),
        }
    }

    /// The places in which the utterance that a match belongs to stands otherwise: other sources, other translations.
    pub fn other_places(&self, found: &Match) -> Vec<Place> {
        let here = found.extent();
        let Some(utterance) = self.utterance_at(here) else { return Vec::new() };
        let places = utterance.members.iter().map(|member| member.place);
        places.filter(|place| place.source != here.source || !place.span.overlaps(here.span)).collect()
    }
}
