//! What a keystroke costs, counted: of a long draft only what it touched is traced again.

use super::View;
use super::quotations::{Found, Quotations};
use crate::corpus::{Corpus, Root};
use crate::library::Library;
use crate::markup::{Format, Page};
use crate::trace::Verdict;
use rustc_hash::FxHashSet;
use std::sync::{Arc, LazyLock};

pub(super) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

/// Quotations of the draft, and how long it is at least, in bytes.
const QUOTATIONS: usize = 300;
const LENGTH: usize = 100_000;

/// A draft of 100 KB with 300 quotations of the seeds, every third of them altered.
pub(super) fn draft() -> String {
    let texts: Vec<Arc<str>> = LIBRARY.corpus.sources.iter().map(|source| source.text.whole()).collect();
    let lines =
        texts.iter().flat_map(|text| text.lines()).filter(|line| !line.contains(['"', '“', '‘', '*', '[', '_']));
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
    let stretches: Vec<&[&str]> = lines.iter().flat_map(|words| words.windows(14)).collect();
    let own = "The writer of this draft goes on at some length about what was said there, and compares it in passing with \
               what others have written on other occasions, before coming back to the matter in hand. ";
    let mut draft = String::new();
    for number in 0..QUOTATIONS {
        let mut quoted = stretches[number * stretches.len() / QUOTATIONS].to_vec();
        if number % 3 == 0 {
            quoted[7] = "zebras";
        }
        draft.push_str(&format!("{number}. {own}“{}” {own}\n\n", quoted.join(" ")));
    }
    assert!(draft.len() >= LENGTH, "{}", draft.len());
    draft
}

/// The quotations of a draft, with what an earlier version knew.
pub(super) fn known(text: &str, before: Option<&Quotations>) -> Quotations {
    let page = Page::parse(text, Format::Markdown);
    let view = View { library: &LIBRARY, page: &page, text, own: None };
    let quotations = Quotations::of(view, before);
    quotations.with_passages(view, before, &|| false).expect("nobody stops it")
}

/// How many quotations of the second were not known to the first.
fn traced_again(before: &Quotations, after: &Quotations) -> usize {
    let address = |found: &Arc<Found>| Arc::as_ptr(found) as usize;
    let old: FxHashSet<usize> = before.all.iter().map(|quoted| address(&quoted.found)).collect();
    let new: FxHashSet<usize> = after.all.iter().map(|quoted| address(&quoted.found)).collect();
    new.difference(&old).count()
}

#[test]
fn a_keystroke_has_only_the_quotation_traced_again_that_it_touched() {
    let text = draft();
    let before = known(&text, None);
    assert_eq!(before.all.len(), QUOTATIONS);
    let altered = before.all.iter().filter(|quoted| quoted.verdict() == Verdict::Altered).count();
    assert_eq!(altered, QUOTATIONS / 3);

    let quotation = text.match_indices('“').nth(150).expect("300 of them").0 + '“'.len_utf8();
    for (place, expected) in [(quotation, 1), (quotation - '“'.len_utf8(), 0), (0, 0), (text.len(), 0)] {
        let mut typed = text.clone();
        typed.insert(place, 'x');
        assert_eq!(traced_again(&before, &known(&typed, Some(&before))), expected, "at {place}");
    }
}
