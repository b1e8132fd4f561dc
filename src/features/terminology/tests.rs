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
