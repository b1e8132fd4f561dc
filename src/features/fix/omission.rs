//! Marking what a quotation leaves out of its source with an ellipsis in brackets.

use super::leftovers::keeps_markup;
use super::{Fix, gaps, restore};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::text::{Span, words};
use crate::trace::{Change, Edit, Match};

/// More words than this are rather marked as left out than put back.
const LONG: usize = 12;
/// So many words are rather put back, even at the end of a sentence.
const SHORT: usize = 3;

/// The fix that puts an ellipsis wherever words were left out or a later passage of the source follows; a word of the
/// writer's that links the two goes into brackets. `None` where nothing was left out.
pub(super) fn mark(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let prose = quoted.prose(view);
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut count = 0;
    for (number, edit) in found.edits.iter().enumerate().filter(|(number, _)| is_gap(found, *number)) {
        count += 1;
        let at = edit.quoted.start;
        match number.checked_sub(1).map(|before| found.edits[before]) {
            Some(link) if link.change == Change::Added && link.quoted.end == at => {
                let start = restore::next_char(&prose, link.quoted.start)?.start;
                edits.push((Span::new(start, start), "[…] [".into()));
                edits.push((prose.to_page(Span::new(at, at))?, "]".into()));
            }
            _ if is_inside_a_word(view, edit) => return None,
            _ => {
                let (at, mark) = behind_punctuation(&prose.text, at);
                edits.push((prose.to_page(Span::new(at, at))?, mark.to_string()));
            }
        }
    }
    if edits.is_empty() || !keeps_markup(view, quoted.span(view), &edits) {
        return None;
    }
    let title = if count == 1 { "Mark the omission with […]" } else { "Mark the omissions with […]" };
    Some(Fix { title: title.into(), mends: super::proof::mends(view, quoted, &edits), edits })
}

/// Where a mark stands behind the punctuation of the word that ends at `at`, and the mark: where no space follows, none is made.
fn behind_punctuation(text: &str, at: usize) -> (usize, &'static str) {
    let gap = gaps::behind(text, at);
    match gap.find(char::is_whitespace) {
        Some(space) => (at + space, " […]"),
        None if at + gap.len() == text.len() => (text.len(), " […]"),
        None => (at + gap.len(), "[…]"),
    }
}

/// Whether what was left out is a part of a word: `co-` of `co-operation`.
fn is_inside_a_word(view: View, edit: &Edit) -> bool {
    let near = view.library.source(edit.place).near(edit.place.span);
    near.covers(edit.place.span) && {
        let at = near.local(edit.place.span);
        is_omission(edit) && [gaps::before(&near.text, at.start), gaps::behind(&near.text, at.end)].contains(&"-")
    }
}

/// Whether more was left out than one would put back: many words, or the end of a sentence.
pub(super) fn is_long(view: View, found: &Match) -> bool {
    omissions(found).any(|edit| {
        let near = view.library.source(edit.place).near(edit.place.span);
        let left_out = near.of(edit.place.span);
        let behind = gaps::behind(&near.text, near.local(edit.place.span).end);
        let ends = |text: &str| text.contains("\n\n") || text.contains(['.', '!', '?']);
        let count = words(left_out).len();
        count > LONG || (count > SHORT && (ends(left_out) || ends(behind)))
    })
}

fn omissions(found: &Match) -> impl Iterator<Item = &Edit> {
    found.alterations().filter(|edit| is_omission(edit))
}

fn is_omission(edit: &Edit) -> bool {
    matches!(edit.change, Change::Omission | Change::Dropped) && edit.quoted.is_empty()
}

/// Whether the source goes on later than it should at the edit of this number: words were left out there, or a passage from
/// further below follows.
pub(super) fn is_gap(found: &Match, number: usize) -> bool {
    let edit = &found.edits[number];
    let before = found.edits[..number].iter().rev().find(|edit| !edit.place.span.is_empty());
    let follows = |before: &Edit| {
        let (before, place) = (before.place, edit.place);
        before.source == place.source && before.span.end <= place.span.start
    };
    is_omission(edit) || (edit.change == Change::Joined && edit.quoted.is_empty() && before.is_some_and(follows))
}
