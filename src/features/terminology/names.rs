//! Names that the corpus does not use: those that the annotation layer says to avoid, and those that count wrongly.

use super::{Flaw, Own, edit};
use crate::concepts::{Miscount, number_like};
use crate::features::fix::Fix;
use crate::features::quotations::Quotations;
use crate::features::{View, wording};
use crate::library::Library;
use crate::settings::Check;
use crate::text::Span;
use crate::trace::Place;

pub(super) fn flaws(view: View, quotations: &Quotations, own: &Own) -> Vec<Flaw> {
    let mut all = Vec::new();
    for (block, found) in quotations.terms.blocks.iter().enumerate() {
        let counts = |span: Span| found.miscounts.iter().any(|miscount| miscount.span.overlaps(span));
        let avoided = found.avoided.iter().filter(|(span, _)| !counts(*span));
        all.extend(avoided.filter_map(|&(span, concept)| avoided_name(view, own, block, span, concept)));
        all.extend(found.miscounts.iter().filter_map(|found| miscounted(view, own, block, found)));
    }
    all
}

/// A form that the annotation layer says not to use.
fn avoided_name(view: View, own: &Own, block: usize, span: Span, number: usize) -> Option<Flaw> {
    let concept = &view.library.concepts[number];
    let page = own.span(block, span)?;
    let written = span.of(&view.page.blocks[block].prose.text);
    let name = as_written(&concept.name, written);
    let message = format!("{} should be avoided: the annotation has “{}”", wording::shown(written), concept.name);
    let fix = edit(view, block, span, name.clone()).map(|edit| Fix {
        title: format!("Write “{name}”"),
        edits: vec![edit],
        mends: true,
    });
    let sources = place(view.library, number).into_iter().collect();
    Some(Flaw { check: Check::Terminology, parts: vec![page], message, sources, fix })
}

/// A name with another number than it has in the corpus.
fn miscounted(view: View, own: &Own, block: usize, found: &Miscount) -> Option<Flaw> {
    let text = &view.page.blocks[block].prose.text;
    let page = own.span(block, found.span)?;
    let right = number_like(found.number.of(text), found.right);
    let behind = Span::new(found.number.end, found.span.end).of(text);
    let name = format!("{right}{behind}");
    let concept = &view.library.concepts[found.concept];
    let at = view.library.first_use(&concept.name).or_else(|| place(view.library, found.concept));
    let shown = at.map(|place| format!(" ({})", wording::place(view.library, place))).unwrap_or_default();
    let message =
        format!("The corpus has no {}: it has “{}”{shown}", wording::shown(found.span.of(text)), concept.name);
    let fix = edit(view, block, found.number, right).map(|edit| Fix {
        title: format!("Write {}", wording::shown(&name)),
        edits: vec![edit],
        mends: true,
    });
    Some(Flaw { check: Check::Terminology, parts: vec![page], message, sources: at.into_iter().collect(), fix })
}

/// Where the corpus says what a concept is, or else speaks of it first.
fn place(library: &Library, concept: usize) -> Option<Place> {
    let defined = library.concepts[concept].definitions.first().map(|definition| definition.place);
    defined.or_else(|| library.occurrences(concept).places.first().copied())
}

/// The name with a capital at its beginning where what it takes the place of has one.
fn as_written(name: &str, written: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => name.to_string(),
    }
}
