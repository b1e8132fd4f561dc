//! Alterations that follow each other without a word between them are mended together: what parts their words is put right once.

use crate::library::Library;
use crate::text::{Span, is_word_char};
use crate::trace::{Change, Edit, Match, Place};

/// Words of a quotation and those that the source has in their place. One of the two may be none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    /// The numbers of its first and its last edit.
    pub first: usize,
    pub last: usize,
    /// Bytes of the quotation.
    pub quoted: Span,
    /// Where the source has it.
    pub place: Place,
    /// Whether other words stand there, and not the same ones in another form.
    pub is_grave: bool,
    /// Whether the word before it is the one that stands before it in the source.
    pub follows: bool,
    /// Whether the word behind it is the one that stands behind it in the source.
    pub leads: bool,
}

/// The regions of a match whose words can be put right, in the quotation's order, and whether that is all of it. Where another
/// passage begins or the writer's words go on, nothing can be put back.
pub(super) fn regions(library: &Library, found: &Match) -> (Vec<Region>, bool) {
    let mut all: Vec<Region> = Vec::new();
    let mut is_all = true;
    let edits = &found.edits;
    let mut at = 0;
    while at < edits.len() {
        let first = at;
        at += 1;
        if edits[first].change.is_fine() {
            continue;
        }
        if !can_be_put_right(edits, first) {
            is_all = false;
            continue;
        }
        while at < edits.len()
            && is_other(&edits[at - 1])
            && is_other(&edits[at])
            && can_be_put_right(edits, at)
            && adjoins(library, edits[at - 1].place, edits[at].place)
        {
            at += 1;
        }
        let own = &edits[first..at];
        let place = Place { span: own[0].place.span.join(own[own.len() - 1].place.span), ..own[0].place };
        let before = first.checked_sub(1).map(|before| &edits[before]).filter(|edit| has_both(edit));
        let behind = edits.get(at).filter(|edit| has_both(edit));
        let words = own.iter().map(|edit| edit.quoted).filter(|quoted| !quoted.is_empty());
        all.push(Region {
            first,
            last: at - 1,
            quoted: words.reduce(Span::join).unwrap_or(own[0].quoted),
            place,
            is_grave: own.iter().any(|edit| is_other(edit) && edit.change != Change::Typing),
            follows: before.is_some_and(|edit| adjoins(library, edit.place, place)),
            leads: behind.is_some_and(|edit| adjoins(library, place, edit.place)),
        });
    }
    (all, is_all)
}

/// Whether words may be put back at an edit: they do not stand elsewhere, and some are the source's. A word of the writer's that
/// leads over to another passage, and the capital that this begins with, are right where they stand.
fn can_be_put_right(edits: &[Edit], at: usize) -> bool {
    let edit = &edits[at];
    let is_sign = edit.change == Change::Spelling && (edit.quoted.is_empty() || edit.place.span.is_empty());
    let leads_over = edit.change == Change::Added && edits.get(at + 1).is_some_and(is_seam);
    let begins = edit.change == Change::Case && at.checked_sub(1).is_some_and(|before| is_seam(&edits[before]));
    !is_seam(edit) && !is_sign && !leads_over && !begins
}

/// Whether putting words back would not mend it: they stand elsewhere, or are not the source's at all.
pub(super) fn is_seam(edit: &Edit) -> bool {
    matches!(edit.change, Change::Joined | Change::Overrun) || (edit.change == Change::Moved && edit.quoted.is_empty())
}

/// Whether an edit has other words than the source, and not the same ones in another form.
fn is_other(edit: &Edit) -> bool {
    !edit.change.is_fine() && !edit.change.is_slight()
}

/// Whether an edit has the same words on both sides.
fn has_both(edit: &Edit) -> bool {
    let is_same = edit.change == Change::Same || edit.change.is_slight();
    is_same && !edit.quoted.is_empty() && !edit.place.span.is_empty()
}

/// Whether no word stands between two places of a source, the second behind the first.
fn adjoins(library: &Library, before: Place, behind: Place) -> bool {
    let is_behind = before.source == behind.source && before.span.end <= behind.span.start;
    is_behind && {
        let between = Place { span: Span::new(before.span.end, behind.span.start), ..before };
        !library.words(between).contains(is_word_char)
    }
}
