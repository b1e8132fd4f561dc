//! What the corpus says of a concept: its definitions as quoted, what the sources disagree about, from when to when they
//! speak of it, where, and what it belongs to.

use super::differences::differences;
use super::source_line;
use crate::features::card::{Card, CardBlock, Inline};
use crate::features::wording;
use crate::library::{Definition, Library, Occurrences, Telling};
use crate::text::{Moment, moment};
use crate::trace::Place;

/// Definitions of a term shown, at most.
const MOST_DEFINITIONS: usize = 4;
/// Other places and concepts listed, at most.
const MOST_LISTED: usize = 8;

/// What the corpus says of a concept.
pub fn concept_card(library: &Library, number: usize) -> Card {
    let concept = &library.concepts[number];
    let mut card = Card::default();
    let origin = if concept.is_discovered() { " · discovered in the texts" } else { "" };
    let kind = Inline::Plain(format!(" · {}{origin}", concept.kind.name()));
    card.line(vec![Inline::Strong(concept.name.clone()), kind]);
    if !concept.aliases.is_empty() {
        let names = concept.aliases.join("; ");
        card.line(vec![Inline::Emphasis("also ".into()), Inline::Plain(names)]);
    }
    let definitions = library.definitions_of(concept);
    if !concept.is_discovered() && concept.definitions.is_empty() && !definitions.is_empty() {
        card.line(vec![Inline::Emphasis("discovered in the texts:".into())]);
    }
    for line in differences(library, concept, &definitions) {
        card.line(line);
    }
    let mut before = Telling::Definition;
    for definition in definitions.iter().take(MOST_DEFINITIONS) {
        if definition.telling != before {
            card.line(vec![Inline::Emphasis("explained:".into())]);
            before = definition.telling;
        }
        define(library, definition, &mut card);
    }
    let occurrences = library.occurrences(number);
    if definitions.is_empty() {
        card.line(undefined(library, occurrences));
        if let Some(mention) = concept.mention {
            quote(library, mention, &mut card);
            card.line(source_line(library, mention, None));
        }
    }
    timeline(library, &definitions, occurrences, &mut card);
    if !definitions.is_empty() {
        by_source(library, occurrences, &mut card);
    }
    for (label, numbers) in
        [("broader ", &concept.broader), ("narrower ", &concept.narrower), ("related ", &concept.related)]
    {
        if !numbers.is_empty() {
            let names = numbers.iter().map(|&other| library.concepts[other].name.as_str());
            card.line(vec![Inline::Emphasis(label.into()), Inline::Plain(listed(names))]);
        }
    }
    card
}

fn define(library: &Library, definition: &Definition, card: &mut Card) {
    quote(library, definition.place, card);
    if !definition.parts.is_empty() {
        let parts = definition.parts.iter().map(|&part| library.words(part).to_string()).collect();
        card.blocks.push(CardBlock::Parts(parts));
    }
    card.line(source_line(library, definition.place, Some(&definition.attribution)));
}

fn quote(library: &Library, place: Place, card: &mut Card) {
    card.blocks.push(CardBlock::Passage(vec![Inline::Plain(library.words(place).to_string())]));
}

/// Where a concept that nothing defines is mentioned.
fn undefined(library: &Library, found: &Occurrences) -> Vec<Inline> {
    let places = &found.places;
    let times = match (places.len(), found.more) {
        _ if library.is_learning() => {
            return vec![Inline::Plain("What the corpus says of this is still being read.".into())];
        }
        (0, _) => return vec![Inline::Plain("Nothing in the corpus defines or mentions this.".into())],
        (n, true) => format!("more than {n} times"),
        (1, false) => "once".to_string(),
        (n, false) => format!("{n} times"),
    };
    let mut line = vec![Inline::Plain(format!("Nothing in the corpus defines this; it is mentioned {times}: "))];
    for (i, &place) in places.iter().take(MOST_LISTED).enumerate() {
        line.push(Inline::Plain(if i == 0 { "" } else { "; " }.into()));
        line.push(Inline::Link(wording::place(library, place), place));
    }
    if places.len() > MOST_LISTED {
        line.push(Inline::Plain(format!("; {} more", places.len() - MOST_LISTED)));
    }
    line
}

/// The first and the last year from which the texts speak of it: what they date themselves, and their own dates. No year
/// that none of them gives.
fn timeline(library: &Library, definitions: &[Definition], found: &Occurrences, card: &mut Card) {
    let mut dated: Vec<(Moment, String, Place)> = Vec::new();
    for Definition { place, attribution, .. } in definitions {
        let date = attribution.date.as_ref();
        dated.extend(date.and_then(|date| Some((moment(date)?, date.clone(), *place))));
    }
    let mut mentions: Vec<Place> = definitions.iter().map(|definition| definition.place).collect();
    mentions.extend(&found.places);
    let mut seen: Vec<usize> = Vec::new();
    for place in mentions {
        if !seen.contains(&place.source) {
            seen.push(place.source);
            let date = library.source(place).meta.date.as_ref();
            dated.extend(date.and_then(|date| Some((moment(date)?, date.clone(), place))));
        }
    }
    let first = dated.iter().min_by_key(|(moment, ..)| *moment);
    // Of equal ones the first, as it is with the earliest.
    let last = dated.iter().rev().max_by_key(|(moment, ..)| *moment);
    let (Some(first), Some(last)) = (first, last) else { return };
    // The one date that there is stands below its definition.
    if first.0 == last.0 && definitions.iter().any(|definition| definition.place == first.2) {
        return;
    }
    let dated = |(_, date, place): &(_, String, Place)| {
        [Inline::Plain(format!("{date} (")), Inline::Link(wording::place(library, *place), *place)]
    };
    let mut line = vec![Inline::Emphasis("first dated mention ".into())];
    line.extend(dated(first));
    line.push(Inline::Plain(")".into()));
    if first.0 != last.0 {
        line.push(Inline::Plain(" · ".into()));
        line.push(Inline::Emphasis("last ".into()));
        line.extend(dated(last));
        line.push(Inline::Plain(")".into()));
    }
    card.line(line);
}

fn by_source(library: &Library, found: &Occurrences, card: &mut Card) {
    let places = &found.places;
    let Some(first) = places.first() else { return };
    let mut sources: Vec<usize> = places.iter().map(|place| place.source).collect();
    sources.dedup();
    let count = |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    let text = format!(
        "{}{} in {}: ",
        if found.more { "more than " } else { "" },
        count(places.len(), "occurrence", "occurrences"),
        count(sources.len(), "source", "sources")
    );
    let mut line = vec![Inline::Plain(text)];
    for (i, source) in sources.iter().take(MOST_LISTED).enumerate() {
        let here: Vec<&Place> = places.iter().filter(|place| place.source == *source).collect();
        let place = here.first().map_or(*first, |place| **place);
        let separator = if i == 0 { "" } else { "; " };
        line.push(Inline::Plain(separator.into()));
        line.push(Inline::Link(library.source(place).name().to_string(), place));
        line.push(Inline::Plain(format!(" ({})", here.len())));
    }
    card.line(line);
}

fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = names.len().saturating_sub(MOST_LISTED);
    let mut text = names.take(MOST_LISTED).collect::<Vec<_>>().join("; ");
    if more > 0 {
        text.push_str(&format!("; {more} more"));
    }
    text
}
