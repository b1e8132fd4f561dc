//! What a keystroke costs, and that no source is found fault with.

use super::super::tests::{LIBRARY, draft, known};
use super::*;
use crate::markup::{Format, Page};
use rustc_hash::FxHashSet;
use std::sync::Arc;

#[test]
fn a_keystroke_has_only_the_block_looked_at_again_that_it_touched() {
    let text = draft();
    let before = known(&text, None);
    let addresses = |quotations: &Quotations| -> FxHashSet<usize> {
        quotations.terms.blocks.iter().map(|found| Arc::as_ptr(found) as usize).collect()
    };
    for (place, expected) in [(text.find(" length").unwrap(), 1), (text.rfind("hand").unwrap(), 1)] {
        let mut typed = text.clone();
        typed.insert(place, 'x');
        let after = known(&typed, Some(&before));
        assert_eq!(addresses(&after).difference(&addresses(&before)).count(), expected, "at {place}");
    }
}

/// The documents of the seeds, read as drafts with their quotation marks taken out: what they say is right by definition.
#[test]
fn the_sources_themselves_have_no_flaw() {
    let mut wrong = Vec::new();
    for source in &LIBRARY.corpus.sources {
        let text = source.text.whole().replace(['“', '”', '‘'], "");
        let page = Page::parse(&text, Format::Plain);
        let view = View { library: &LIBRARY, page: &page, text: &text, own: None };
        let quotations = Quotations::of(view, None);
        let flaws = flaws(view, &quotations, &|check| check != Check::MixedTerms);
        wrong.extend(flaws.into_iter().map(|flaw| format!("{}: {}", source.id, flaw.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found wrong with the lists of a text, as messages.
fn enumerations(text: &str) -> Vec<String> {
    let page = Page::parse(text, Format::Plain);
    let view = View { library: &LIBRARY, page: &page, text, own: None };
    let quotations = Quotations::of(view, None);
    flaws(view, &quotations, &|check| check == Check::Enumeration).into_iter().map(|flaw| flaw.message).collect()
}

/// Parts as a writer lists them behind the name of their concept.
fn listed(name: &str, parts: &[String], sign: &str) -> String {
    let (last, rest) = parts.split_last().expect("parts");
    format!("{name}: {}{sign} and {last}.", rest.join(&format!("{sign} ")))
}

/// Every list of three parts or more that a seed has is right when it is written as it stands, and told when one part of it
/// was left out.
#[test]
fn each_list_of_the_seeds_is_right_as_it_stands_and_wrong_without_a_part() {
    let (mut lists, mut wrong) = (0, Vec::new());
    let (mut cut, mut told) = (0, 0);
    for concept in LIBRARY.concepts.annotated() {
        for definition in &concept.definitions {
            let words = |place: &Place| LIBRARY.words(*place).split_whitespace().collect::<Vec<_>>().join(" ");
            let parts: Vec<String> = definition.parts.iter().map(words).collect();
            if parts.len() < 3 {
                continue;
            }
            lists += 1;
            for sign in [",", ";"] {
                let text = listed(&concept.name, &parts, sign);
                wrong.extend(enumerations(&text).into_iter().map(|message| format!("{text}\n  {message}")));
            }
            for left_out in 0..parts.len() {
                let mut fewer = parts.clone();
                fewer.remove(left_out);
                cut += 1;
                told += usize::from(!enumerations(&listed(&concept.name, &fewer, ";")).is_empty());
            }
        }
    }
    assert!(lists >= 20, "{lists}");
    assert!(wrong.is_empty(), "{} of {lists} lists:\n{}", wrong.len(), wrong.join("\n"));
    let share = told as f64 / cut as f64;
    assert!(share >= 0.9, "{told} of {cut}");
}
