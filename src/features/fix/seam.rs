//! Ending the marks where another passage begins that was run together with the one before.

use super::Fix;
use super::leftovers::keeps_markup;
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::QuotationKind;
use crate::text::Span;
use crate::trace::{Change, Match};

/// The fix that makes two quotations of two passages; `None` where there are not two, or no marks, or where words of the
/// writer's stand between them.
pub(super) fn part(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let quotation = &view.page.quotations[quoted.number];
    let QuotationKind::Marked { open, close } = quotation.kind else { return None };
    let prose = quoted.prose(view);
    let mut edits: Vec<(Span, String)> = Vec::new();
    for (number, edit) in found.edits.iter().enumerate() {
        if edit.change != Change::Joined || !edit.quoted.is_empty() {
            continue;
        }
        let links = number.checked_sub(1).is_some_and(|before| found.edits[before].change == Change::Added);
        let gap = super::gaps::behind(&prose.text, edit.quoted.start);
        if links || !super::gaps::is_simple(gap) {
            return None;
        }
        let at = edit.quoted.start;
        // An ellipsis between the marks says no more than that one quotation follows another.
        let between = if gap.trim().is_empty() { " … " } else { "" };
        let end = prose.to_page(Span::new(at, at))?;
        let start = super::restore::next_char(&prose, at + gap.len())?.start;
        let middle =
            if between.is_empty() { Span::new(end.start, start).of(view.text).to_string() } else { between.into() };
        edits.push((Span::new(end.start, start), format!("{close}{middle}{open}")));
    }
    if edits.is_empty() || !keeps_markup(view, quotation.span, &edits) {
        return None;
    }
    let mends = super::proof::mends(view, quoted, &edits);
    Some(Fix { title: "Make two quotations of the two passages".into(), edits, mends })
}
