//! What is found in small texts.

mod definitions;
mod foreign;
mod handbooks;
mod languages;
mod manners;
mod mentions;
mod nameless;
mod tables;
mod terms;

use super::{Candidate, Extractor, Pattern, Signal, phrase_key};
use crate::markup::{Format, blocks_of};
use proptest::prelude::*;

fn found(text: &str) -> Vec<(String, Candidate)> {
    let all = Extractor::default().extract(&blocks_of(text, Format::Plain));
    all.into_iter().map(|one| (one.span.of(text).to_string(), one)).collect()
}

fn one(text: &str, name: &str) -> Candidate {
    let all = found(text);
    let named = all.iter().find(|(other, _)| other == name);
    named
        .unwrap_or_else(|| panic!("{name} is not among {:?}", all.iter().map(|one| &one.0).collect::<Vec<_>>()))
        .1
        .clone()
}

#[test]
fn a_name_between_marks_behind_a_cue_noun_is_told_by_both() {
    let text = "The government announced the policy of “splendid isolation” and kept to it for many years.";
    let name = one(text, "splendid isolation");
    assert!(name.signals.has(Signal::Quoted) && name.signals.has(Signal::Cued));
}

#[test]
fn a_sentence_that_says_what_something_is_defines_it() {
    let text = "The gold standard is a monetary system in which the unit of account is a fixed quantity of gold.";
    let name = one(text, "gold standard");
    assert_eq!(name.definitions[0].pattern, Pattern::Is);
    assert_eq!(name.definitions[0].passage.of(text), text);
}

#[test]
fn what_something_is_taken_for_stands_near_the_verb() {
    let defines = |between: &str| {
        let text = format!("The council regarded the harbour {between}as the old salt store of the town.");
        found(&text).iter().any(|(_, one)| one.definitions.iter().any(|one| one.pattern == Pattern::Identified))
    };
    assert!(defines("") && defines(&"by the sea ".repeat(5)));
    assert!(!defines(&"by the sea ".repeat(50)));
}

#[test]
fn a_name_ends_where_what_stands_around_it_begins() {
    for (text, name) in [
        ("The academy keeps the principles of thrift and trust, corn and salt, and open doors.", "corn and salt"),
        ("The academy keeps the principles of thrift and trust, corn and salt.", "thrift and trust"),
        ("In those years we were promoting freedom of the seas.", "freedom of the seas"),
        ("They began to standardize railway gauges.", "railway gauges"),
        ("The town had a treaty on trade with the outside towns.", "treaty on trade with the outside towns"),
        ("The harbour keeps a pact with all coastal towns in order to live.", "pact with all coastal towns"),
        ("There was a truce between the guild and the council.", "truce between the guild and the council"),
        ("They hailed Salt and Re-export as one policy.", "Salt and Re-export"),
        ("He praised the harbour plan pioneered by the guild.", "harbour plan"),
        ("He praised the coastal league uniting the towns.", "coastal league"),
        ("He feared the coastal towns threatening salt traders.", "coastal towns"),
    ] {
        assert!(one(text, name).free > 0, "{name}");
    }
    let title = "Charter on the Common Rights of the Towns and Cities of the Northern Coast";
    assert!(one(&format!("They signed the “{title}” in May."), title).signals.has(Signal::Quoted));
}

#[test]
fn an_office_is_told_from_what_it_is_held_in_and_from_who_holds_it() {
    let text = "On that day they met the Director of the Northern Harbour Board Ann Lee and all of the council.";
    assert!(one(text, "Ann Lee").signals.has(Signal::Person));
    assert!(one(text, "Northern Harbour Board").signals.has(Signal::Organisation));
    let all = found(text);
    let whole = all.iter().find(|(name, _)| name.ends_with("Board Ann Lee"));
    assert!(whole.is_none_or(|(_, one)| !one.signals.has(Signal::Capitalised)));
}

#[test]
fn a_name_in_capitals_runs_over_an_ordinal() {
    let name =
        one("It was the Third Session of the 8th Harbour Congress again.", "Third Session of the 8th Harbour Congress");
    assert!(name.signals.has(Signal::Capitalised) && name.signals.has(Signal::Event));
}

#[test]
fn what_a_hyphen_joins_to_an_idea_is_one_and_two_ideas_are() {
    for name in ["anti-feudalism", "feudalism and mercantilism"] {
        assert!(one(&format!("They spoke of {name} in those days."), name).signals.has(Signal::Idea), "{name}");
    }
    assert!(!one("They spoke of bread and feudalism.", "bread and feudalism").signals.has(Signal::Idea));
}

#[test]
fn an_abbreviation_is_another_name_than_the_word_with_its_letters() {
    let text = "They signed the Anti-Crime Treaty (ACT) here. Every act counts; the ACT’s walls stand.";
    assert!(one(text, "ACT").signals.has(Signal::Capitalised));
    assert_ne!(one(text, "ACT").key, phrase_key("act").unwrap());
    assert_eq!(one(text, "ACT").key, phrase_key("the ACT’s").unwrap());
}

#[test]
fn what_a_time_is_counted_from_is_not_what_the_sentence_defines() {
    let told = |text: &str| !one(text, "founding of the town").definitions.is_empty();
    assert!(!told("The custom since the founding of the town is an old one."));
    assert!(told("It is late, since the founding of the town is an old event."));
}

#[test]
fn a_cue_noun_that_ends_a_sentence_is_none_for_the_name_that_opens_the_next() {
    let name =
        one("They kept to the old policy. “Splendid isolation” was praised by all of them.", "Splendid isolation");
    assert!(name.signals.has(Signal::Quoted));
}

proptest! {
    #[test]
    fn whatever_cues_marks_and_stops_stand_side_by_side_candidates_lie_in_the_text(
        text in "(the |The |a |policy|principle of|of |“|”|\\. |, |: |\n\n|is |was called |means |by |which |that |and |namely |such as |\\(|\\)|Salt |League |harbours |as |in terms of |not |should |# |\\* |1\\. |five |— |é|it |this ){0,60}"
    ) {
        for format in [Format::Plain, Format::Markdown] {
            for one in Extractor::default().extract(&blocks_of(&text, format)) {
                prop_assert!(text.get(one.span.start..one.span.end).is_some());
                for definition in &one.definitions {
                    prop_assert!(text.get(definition.passage.start..definition.passage.end).is_some());
                }
            }
        }
    }
}
