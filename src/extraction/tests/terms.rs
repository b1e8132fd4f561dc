//! Names to which a sentence, an entry or a title gives a meaning, and what stands beside them.

use super::super::{Candidate, Extractor, Pattern};
use super::{found, one};
use crate::markup::{Format, blocks_of};

/// The passage that says the most of a name, and by what.
fn told<'a>(text: &'a str, name: &str) -> Option<(Pattern, &'a str)> {
    let of = |all: Vec<Candidate>| all.into_iter().find(|one| one.span.of(text) == name);
    let one = of(Extractor::default().extract(&blocks_of(text, Format::Markdown)))?;
    one.definitions.first().map(|one| (one.pattern, one.passage.of(text)))
}

/// The passage that is the surest definition of a name, if one defines it.
fn defined<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    told(text, name).filter(|(pattern, _)| pattern.defines()).map(|(_, passage)| passage)
}

#[test]
fn the_name_between_marks_is_what_a_sentence_defines_and_not_the_noun_before_the_verb() {
    for (text, name, beside) in [
        ("The “mooring fee” for a ship means the sum paid for a night.", "mooring fee", "ship"),
        ("“Lee rights” of a pilot means all rights that he holds in port.", "Lee rights", "pilot"),
        ("A pilot’s “lee rights” are all rights that he holds in port.", "lee rights", "pilot"),
        ("To “warp” a barge means to haul it along by ropes.", "warp", "barge"),
        ("The “quay tools” of a harbour guild include anything that lifts a load.", "quay tools", "harbour guild"),
        ("The phrase “net toll” in this Charter means the toll less the dues.", "net toll", "Charter"),
        ("The channel thus marked is called the guild’s “inner fairway”.", "inner fairway", "guild"),
    ] {
        assert_eq!(defined(text, name), Some(text), "{name}");
        assert_eq!(defined(text, beside), None, "{beside}: {text}");
    }
    for text in
        ["A “coastal hull” is either (1) a barge, or (2) a lighter.", "A coastal hull is something that floats."]
    {
        assert_eq!(defined(text, "coastal hull"), Some(text));
    }
}

#[test]
fn a_name_whose_meaning_is_a_list_has_the_list() {
    let text = "“Salt cargo” means\n\n(a) salt in sacks; or\n\n(b) fish that was salted.\n";
    assert_eq!(defined(text, "Salt cargo"), Some(text.trim_end()));
}

#[test]
fn what_something_is_called_is_defined_however_the_sentence_says_so() {
    for (text, names) in [
        ("Ships that wait in the roads are often collectively referred to as lay ships.", &["lay ships"][..]),
        ("The money is commonly known as wharfage or quay money.", &["wharfage", "quay money"]),
        ("The strip is known as the tidal flat or the salt meadow.", &["tidal flat", "salt meadow"]),
        ("The term for this loan is bottomry bond.", &["bottomry bond"]),
        ("A hull without a rudder can be called a drifting hull.", &["drifting hull"]),
        ("The towns on the left bank are known as salt towns in harbour practice.", &["salt towns"]),
    ] {
        for name in names {
            assert_eq!(
                one(text, name).definitions.first().map(|one| one.pattern),
                Some(Pattern::Termed),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn what_begins_with_this_has_the_sentence_that_says_what_this_is() {
    let text = "It was late. A ship waits at the quay for its cargo. This is called dead time.";
    assert_eq!(defined(text, "dead time"), text.split_once(". ").map(|(_, rest)| rest));
    let other = "The wardens met at noon. It is right to see the toll as a great burden.";
    assert!(defined(other, "great burden").is_none_or(|passage| !passage.contains("noon")));
}

#[test]
fn conditions_qualities_and_examples_define_nothing() {
    for (text, name) in [
        ("If the harbour toll is the only source of money, the wardens pay.", "harbour toll"),
        ("If there is no harbour warden, the pilots keep watch.", "harbour warden"),
        ("The lamps are no longer lit.", "longer"),
        ("The pilots say that this was never the case.", "case"),
        ("That is useful for the pilots of the coast.", "useful for the pilots of the coast"),
        ("For example, a pilot boat is a boat with a flag.", "pilot boat"),
        ("Demurrage is the proper toll of a ship that waits too long.", "proper toll"),
    ] {
        assert_eq!(defined(text, name), None, "{name}: {text}");
    }
    let text = "A harbour toll is a tax if ships pay it.";
    assert_eq!(defined(text, "harbour toll"), Some(text));
}

#[test]
fn what_stands_below_a_strong_name_is_its_definition_from_its_first_sentence_on() {
    let text = "**Dead freight**\n\nA measure of the space that stays empty. Dead freight is one thing owners hate.\n\n\
        **Ballast**\n\nStones you carry\n\n**Bollard**\n\nSee Capstan.\n";
    let body = "A measure of the space that stays empty. Dead freight is one thing owners hate.";
    assert_eq!(defined(text, "Dead freight"), Some(body));
    assert_eq!(defined(text, "Ballast"), Some("Stones you carry"));
    assert_eq!(defined(text, "Bollard"), None);
    let lines = "The dues are of two kinds.\n\n\"laytime\"\n   Days which a charter allows for loading.\n";
    assert_eq!(one(lines, "laytime").definitions[0].pattern, Pattern::Termed);
}

#[test]
fn a_title_may_open_its_paragraph() {
    for (text, name, pattern) in [
        ("Book 2. (Slack Water).—The time when no current runs in the channel.", "Slack Water", Pattern::Title),
        ("SOUNDINGS.—These are taken with a lead before the ship turns.", "SOUNDINGS", Pattern::Section),
    ] {
        let said = text.split_once('—').map(|(_, said)| (pattern, said));
        assert_eq!(told(text, name), said, "{text}");
    }
}

#[test]
fn a_heading_that_any_text_may_have_and_one_that_comes_again_and_again_have_no_section() {
    let text = "# Basic Concepts\n\nThe wardens keep the gates. They sleep on deck.\n";
    assert_eq!(defined(text, "Basic Concepts"), None);
    let page = "# Harbour Rolls\n\nThe wardens keep the gates.\n\n";
    let has_section = |text: &str| told(text, "Harbour Rolls").is_some_and(|(by, _)| by == Pattern::Section);
    assert!(has_section(page));
    assert!(!has_section(&page.repeat(4)));
    assert!(!found(page).is_empty());
}

#[test]
fn a_noun_that_says_that_a_name_follows_may_have_none() {
    for text in ["The sound is called the name or title.", "This is known as the word or sign."] {
        found(text);
    }
    assert_eq!(one("C is a programming language.", "C").definitions[0].pattern, Pattern::Is);
}
