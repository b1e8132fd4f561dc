//! How handbooks and rules say what something is, and what in them is no name.

use super::{found, one};
use crate::extraction::{Candidate, Extractor, Pattern};
use crate::markup::{Format, blocks_of};

fn told(text: &str, name: &str) -> Vec<Pattern> {
    one(text, name).definitions.iter().map(|one| one.pattern).collect()
}

fn in_markdown(text: &str) -> Vec<(String, Candidate)> {
    let all = Extractor::default().extract(&blocks_of(text, Format::Markdown));
    all.into_iter().map(|one| (one.span.of(text).to_string(), one)).collect()
}

#[test]
fn what_markup_sets_off_in_a_phrase_is_the_name_that_is_defined() {
    for (text, name) in [
        ("They differ in their choice of the *harbour plane*, which parts the basin in two.", "harbour plane"),
        ("The *Outer Basin* of the harbour is the part of it that lies behind the mole.", "Outer Basin"),
        ("The *outer* harbour basin contains boats that wait for the tide.", "outer"),
        ("The *outer* harbour basin contains boats that wait for the tide.", "outer* harbour basin"),
    ] {
        let all = in_markdown(text);
        assert!(all.iter().any(|(other, one)| other == name && !one.definitions.is_empty()), "{name}: {text}");
    }
    let all = in_markdown("They differ in their choice of the *harbour plane*, which parts the basin in two.");
    assert!(!all.iter().any(|(name, _)| name.contains("choice of")));
    let all = in_markdown("# **Note** Tolls of the quay\n\nThey are paid in salt by all ships.\n");
    assert!(all.iter().any(|(name, _)| name == "Tolls of the quay") && !all.iter().any(|(name, _)| name == "Note"));
}

#[test]
fn a_pronoun_a_bare_noun_or_a_measure_says_what_something_is() {
    for (text, name, pattern) in [
        ("A harbour pledge is something that you leave with the guard.", "harbour pledge", Pattern::Is),
        ("A harbour warden is someone who keeps the gates.", "harbour warden", Pattern::Is),
        ("Harbour tenure, on the other hand, is ownership of a berth.", "Harbour tenure", Pattern::Is),
        ("Quay load is weight per square foot.", "Quay load", Pattern::Is),
        ("The lay period is 2 weeks.", "lay period", Pattern::Identified),
        ("The usual answer is “none of these boats”.", "usual answer", Pattern::Subject),
        ("A salt vessel is either a barge or a lighter.", "salt vessel", Pattern::Is),
        ("The harbour fee is kept in a chest.", "harbour fee", Pattern::Subject),
        ("The harbour fee is kept.", "harbour fee", Pattern::Remark),
        ("The harbour town is fond of a feast.", "harbour town", Pattern::Remark),
    ] {
        assert_eq!(told(text, name).first(), Some(&pattern), "{name}: {text}");
    }
}

#[test]
fn what_forms_defines_or_falls_into_something_is_told_by_it() {
    for (text, name, least) in [
        ("The northern quay forms the old harbour.", "northern quay", Pattern::Purpose),
        ("The northern quay forms the old harbour.", "old harbour", Pattern::Identified),
        ("The Mole Rules form our definition of “safe water”.", "safe water", Pattern::Identified),
        ("The mole charter defines the duties of each pilot.", "mole charter", Pattern::Purpose),
        ("Harbour dues can be grouped into two kinds: tolls, and fines.", "Harbour dues", Pattern::Includes),
        ("The dues that ships pay include: tolls, fines and fees.", "dues", Pattern::Includes),
        ("Some examples of tall ships include: the barque and the brig.", "tall ships", Pattern::Essence),
        ("Other harbour boats include lighters and tugs.", "harbour boats", Pattern::Includes),
    ] {
        assert!(told(text, name).first().is_some_and(|&pattern| pattern <= least), "{name}: {text}");
    }
    let all = found("Here the three crews of tall ships are sorted: barques and brigs.");
    assert!(!all.iter().any(|(name, _)| name == "sorted"));
}

#[test]
fn rules_say_when_something_is_so_and_what_their_words_mean() {
    assert_eq!(told("A toll is “double” if it is paid twice.", "double").first(), Some(&Pattern::Identified));
    assert_eq!(told("“Should” means that it is best to wait.", "Should").first(), Some(&Pattern::Termed));
    assert_eq!(told("A lot is a part of the cargo.", "lot").first(), Some(&Pattern::Is));
    assert!(!found("A lot of ships is at sea, and a lot is known.").iter().any(|(name, _)| name == "lot"));
}

#[test]
fn a_short_name_may_be_written_mixed_or_put_behind_or() {
    for (text, name) in [
        ("They use Harbour Toll Service (HarTS) today.", "Harbour Toll Service"),
        ("They use the inter-port call, or IPC for short.", "inter-port call"),
    ] {
        assert!(one(text, name).short.is_some(), "{text}");
    }
}

#[test]
fn letters_parts_of_a_text_and_verbs_are_no_names() {
    for (text, name) in [
        ("Chapter IV\n\nThe tolls are paid here by all ships.", "Chapter IV"),
        ("Examples\n\nThe tolls are paid here by all ships.", "Examples"),
        ("They put the boat B before the boat.", "B"),
        ("You See That Harbour Rules Must be read by all.", "Harbour Rules Must"),
        ("They met Ann M. Lindqvist at the quay.", "Ann M"),
    ] {
        let all = found(text);
        assert!(!all.iter().any(|(other, _)| other == name), "{name}: {text}");
    }
    assert!(found("They met Ann M. Lindqvist at the quay.").iter().any(|(name, _)| name == "Ann M. Lindqvist"));
}
