//! A passage that is a source's and that no marks say so of: `unmarked`.

use super::{Finding, Subject};
use crate::features::unmarked::{Half, Passage, Passages};
use crate::features::{View, wording};
use crate::library::{Concept, Definition};
use crate::settings::{Check, Settings};
use crate::text::fold;

/// Reports the passages that are long enough.
pub(super) fn check(view: View, passages: &Passages, settings: &Settings) -> Vec<Finding> {
    let long = passages.all.iter().enumerate().filter(|(_, one)| one.found.is_long(settings.unmarked_words()));
    let long = long.filter(|(_, one)| !is_list_of_parts(view, one));
    let finding = |(number, passage): (usize, &Passage)| {
        let span = passage.span(view)?;
        let place = wording::place(view.library, passage.found.place);
        let nearly = if passage.found.is_exact { "" } else { ", or nearly so" };
        let missing = match passage.half(view) {
            None => "quotation marks are missing",
            Some(Half::Begun(_)) => "the closing quotation mark is missing",
            Some(Half::Ended(_)) => "the opening quotation mark is missing",
        };
        let message = format!("These {} are in {place}{nearly}; {missing}", passage.length(view));
        let finding = Finding::new(Check::Unmarked, settings, Subject::Passage(number), span, message);
        Some(Finding { sources: vec![passage.found.place], ..finding })
    };
    long.filter_map(finding).collect()
}

/// So many parts are a list.
const FEWEST_PARTS: usize = 3;

/// Whether a passage is the list of a concept's parts, which a writer gives behind the concept's name without marks.
fn is_list_of_parts(view: View, passage: &Passage) -> bool {
    let place = passage.found.place;
    let lists = |definition: &Definition| {
        let [first, .., last] = definition.parts.as_slice() else { return false };
        let list = first.span.join(last.span);
        let (start, end) = (list.start.max(place.span.start), list.end.min(place.span.end));
        definition.parts.len() >= FEWEST_PARTS
            && first.source == place.source
            && 2 * end.saturating_sub(start) > place.span.len()
    };
    let listed = view.library.concepts.iter().filter(|concept| concept.definitions.iter().any(lists));
    let mut names = listed.flat_map(Concept::names).peekable();
    if names.peek().is_none() {
        return false;
    }
    let before = fold(&view.page.blocks[passage.block].prose.text[..passage.found.span.end]);
    names.any(|name| before.contains(&fold(name)))
}
