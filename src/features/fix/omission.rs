//! Marking what a quotation leaves out of its source with an ellipsis in brackets.

use super::Fix;
use super::leftovers::keeps_markup;
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::text::{Span, words};
use crate::trace::{Change, Edit, Match};

/// More words than this are rather marked as left out than put back.
const LONG: usize = 12;

/// The fix that puts an ellipsis wherever words were left out; `None` where none were.
pub(super) fn mark(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let prose = quoted.prose(view);
    let edits: Vec<(Span, String)> = omissions(found)
        .filter_map(|edit| {
            // Behind the punctuation of the word before.
            let rest = &prose.text[edit.quoted.start..];
            let at = edit.quoted.start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            Some((prose.to_page(Span::new(at, at))?, " […]".to_string()))
        })
        .collect();
    if edits.is_empty() || !keeps_markup(view, quoted.span(view), &edits) {
        return None;
    }
    let title = if edits.len() == 1 { "Mark the omission with […]" } else { "Mark the omissions with […]" };
    let mends = found.alterations().all(is_omission) && super::proof::mends(view, quoted, &edits);
    Some(Fix { title: title.into(), edits, mends })
}

/// Whether more was left out than one would put back.
pub(super) fn is_long(view: View, found: &Match) -> bool {
    omissions(found).any(|edit| {
        let left_out = view.library.words(edit.place);
        words(&left_out).len() > LONG || left_out.contains("\n\n")
    })
}

fn omissions(found: &Match) -> impl Iterator<Item = &Edit> {
    found.alterations().filter(|edit| is_omission(edit))
}

fn is_omission(edit: &Edit) -> bool {
    matches!(edit.change, Change::Omission | Change::Dropped) && edit.quoted.is_empty()
}
