//! Ending the marks where another passage begins that was run together with the one before.

use super::leftovers::keeps_markup;
use super::{Fix, gaps, restore};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::QuotationKind;
use crate::text::Span;
use crate::trace::{Change, Match};

/// The fix that makes two quotations of two passages, with the writer's words that lead over outside of both; `None` where there are
/// not two, or no marks.
pub(super) fn part(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let quotation = &view.page.quotations[quoted.number];
    let QuotationKind::Marked { open, close } = quotation.kind else { return None };
    let prose = quoted.prose(view);
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut is_moved = false;
    for (number, edit) in found.edits.iter().enumerate() {
        if !matches!(edit.change, Change::Joined | Change::Moved) || !edit.quoted.is_empty() {
            continue;
        }
        is_moved |= edit.change == Change::Moved;
        let at = edit.quoted.start;
        let gap = gaps::behind(&prose.text, at);
        if !gaps::is_simple(gap) {
            return None;
        }
        let link = number.checked_sub(1).map(|before| &found.edits[before]);
        if let Some(link) = link.filter(|link| link.change == Change::Added && link.quoted.end == at) {
            let end = link.quoted.start - gaps::before(&prose.text, link.quoted.start).len();
            let start = restore::next_char(&prose, at + gap.len())?.start;
            edits.push((prose.to_page(Span::new(end, end))?, close.to_string()));
            edits.push((Span::new(start, start), open.to_string()));
            continue;
        }
        // An ellipsis between the marks says no more than that one quotation follows another.
        let between = if gap.trim().is_empty() { " … " } else { "" };
        let end = prose.to_page(Span::new(at, at))?;
        let start = restore::next_char(&prose, at + gap.len())?.start;
        let middle =
            if between.is_empty() { Span::new(end.start, start).of(view.text).to_string() } else { between.into() };
        edits.push((Span::new(end.start, start), format!("{close}{middle}{open}")));
    }
    if edits.is_empty() || !keeps_markup(view, quotation.span, &edits) {
        return None;
    }
    let mends = super::proof::mends(view, quoted, &edits);
    // Of one sentence whose parts changed places, two quotations may say something else.
    if is_moved && !mends {
        return None;
    }
    Some(Fix { title: "Make two quotations of the two passages".into(), edits, mends })
}
