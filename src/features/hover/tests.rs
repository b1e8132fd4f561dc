//! What the hover says of the seeds: every concept that they define is hovered over, by each of its names.

use super::super::tests::LIBRARY;
use super::*;
use crate::features::card::CardBlock;
use crate::markup::{Format, Page};
use crate::text::words;

/// The card for a name that stands in a sentence, and the words that it is about.
fn hovered(name: &str) -> Option<(String, Card)> {
    let text = format!("They say that {name} matters.");
    let page = Page::parse(&text, Format::Plain);
    let view = View { library: &LIBRARY, page: &page, text: &text, own: None };
    let quotations = Quotations::of(view, None);
    let (span, card) = hover(view, &quotations, "They say that ".len() + name.len() / 2)?;
    Some((span.of(&text).to_string(), card))
}

fn passages(card: &Card) -> Vec<String> {
    let text = |inline: &Inline| match inline {
        Inline::Plain(text) | Inline::Strong(text) => text.clone(),
        _ => String::new(),
    };
    let passage = |block: &CardBlock| match block {
        CardBlock::Passage(line) => Some(line.iter().map(text).collect::<String>()),
        _ => None,
    };
    card.blocks.iter().filter_map(passage).collect()
}

#[test]
fn every_name_of_a_concept_that_the_seeds_define_shows_its_definitions_as_they_stand() {
    let (mut all, mut wrong) = (0, Vec::new());
    for concept in LIBRARY.concepts.iter().filter(|concept| !concept.definitions.is_empty()) {
        for name in concept.names() {
            all += 1;
            let Some((about, card)) = hovered(name) else {
                wrong.push(format!("{name}: nothing"));
                continue;
            };
            let shown = passages(&card);
            let first = LIBRARY.words(concept.definitions[0].place).to_string();
            if about != name || shown.first() != Some(&first) {
                wrong.push(format!("{name}: {about}: {shown:?}"));
            }
        }
    }
    assert!(all > 500, "{all}");
    assert!(wrong.is_empty(), "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A passage defines a concept whose name it has or, in another form, the words of it that carry something; one that the
/// annotation chose beside it goes on about it (“This concept …”).
#[test]
fn what_is_shown_as_a_definition_speaks_of_the_concept() {
    let mut wrong = Vec::new();
    let defined = LIBRARY.concepts.annotated().iter().enumerate();
    let defined = defined.filter(|(_, concept)| !concept.definitions.is_empty());
    for (number, concept) in defined.clone() {
        let first = LIBRARY.words(concept.definitions[0].place).to_string();
        let is_named = LIBRARY.recogniser().terms(&first).iter().any(|term| term.concept == number);
        let has_word = || {
            let has: Vec<String> = words(&first).into_iter().map(|word| word.folded).collect();
            let begins = |word: &str| has.iter().any(|other| other.starts_with(&word[..word.len().min(5)]));
            concept
                .names()
                .any(|name| words(name).iter().filter(|word| word.folded.len() > 3).all(|w| begins(&w.folded)))
        };
        let goes_on = ["It ", "This ", "These ", "They "].iter().any(|start| first.starts_with(start));
        if !is_named && !goes_on && !has_word() {
            wrong.push(format!("{}: {first}", concept.name));
        }
    }
    let share = 1.0 - wrong.len() as f64 / defined.count() as f64;
    assert!(share >= 0.99, "{share}:\n{}", wrong.join("\n"));
}

#[test]
fn the_two_dates_of_the_five_principles_stand_side_by_side() {
    let (_, card) = hovered("Five Principles of Peaceful Coexistence").unwrap();
    let plain = card.plain();
    let line = plain.lines().find(|line| line.contains("differ on the date")).expect("a line about the dates");
    assert!(line.contains("1953 (The Objective of CPC's International Relations, line 19)"), "{line}");
    assert!(line.contains("mid-1950s (Independent Foreign Policy of Peace, line 5)"), "{line}");
}

/// All lines about differences in the seeds: nothing is said to differ that does not.
#[test]
fn sources_that_agree_are_not_said_to_differ() {
    let all = LIBRARY.concepts.iter().flat_map(|concept| {
        let lines = differences::differences(&LIBRARY, concept, &concept.definitions).into_iter();
        lines.map(|line| {
            let mut card = Card::default();
            card.line(line);
            format!("{}: {}", concept.name, card.plain())
        })
    });
    let all: Vec<String> = all.collect();
    // The Five Principles and each of them.
    assert!(all.iter().all(|line| line.contains("1953 (") && line.contains("mid-1950s (")), "{}", all.join("\n"));
    assert_eq!(all.len(), 6, "{}", all.join("\n"));
}
