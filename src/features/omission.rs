//! Marking what a quotation leaves out of its source with an ellipsis.

use super::View;
use super::fix::Fix;
use super::quotations::Quoted;
use crate::text::{Span, words};
use crate::trace::{Change, Edit, Match};

/// More words than this are rather marked as left out than put back.
const LONG: usize = 12;

/// The fix that puts an ellipsis wherever words were left out; `None` where none were.
pub fn mark(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let prose = quoted.prose(view);
    let edits: Vec<(Span, String)> = omissions(found)
        .filter_map(|edit| {
            // Behind the punctuation of the word before.
            let rest = &prose.text[edit.quoted.start..];
            let at = edit.quoted.start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            Some((prose.to_page(Span::new(at, at))?, " …".to_string()))
        })
        .collect();
    (!edits.is_empty()).then(|| Fix { title: "Mark the omission with …".into(), edits })
}

/// Whether more was left out than one would put back.
pub fn is_long(view: View, found: &Match) -> bool {
    omissions(found).any(|edit| {
        let left_out = view.library.words(edit.place);
        words(&left_out).len() > LONG || left_out.contains("\n\n")
    })
}

fn omissions(found: &Match) -> impl Iterator<Item = &Edit> {
    found.alterations().filter(|edit| edit.change == Change::Omission && edit.quoted.is_empty())
}
