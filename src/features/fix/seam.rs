//! Ending the marks where another passage begins that was run together with the one before.

use super::leftovers::keeps_markup;
use super::{Fix, gaps, restore};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::{Prose, QuotationKind};
use crate::text::Span;
use crate::trace::{Change, Match};

/// The fix that makes two quotations of two passages, with the writer's words that lead over outside of both; `None` where there are
/// not two, or no marks.
pub(super) fn part(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let quotation = &view.page.quotations[quoted.number];
    let QuotationKind::Marked { open, close } = quotation.kind else { return None };
    let prose = quoted.prose(view);
    let (open, close) = with_spaces(quotation.span.of(view.text), open, close);
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut is_moved = false;
    for (number, edit) in found.edits.iter().enumerate() {
        if !matches!(edit.change, Change::Joined | Change::Moved) || !edit.quoted.is_empty() {
            continue;
        }
        is_moved |= edit.change == Change::Moved;
        let at = edit.quoted.start;
        let gap = gaps::behind(&prose.text, at);
        if gaps::is_ellipsis(gap) {
            edits.push(around(&prose, Span::new(at, at + gap.len()), &open, &close)?);
            continue;
        }
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

/// The marks of a quotation with the spaces that it has inside them, as the French set them.
fn with_spaces(whole: &str, open: char, close: char) -> (String, String) {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let first = whole.strip_prefix(open).unwrap_or_default();
    let last = whole.strip_suffix(close).unwrap_or_default();
    let [behind, before] = [
        &first[..first.len() - first.trim_start_matches(is_space).len()],
        &last[last.trim_end_matches(is_space).len()..],
    ];
    (format!("{open}{behind}"), format!("{before}{close}"))
}

/// The edit that ends the marks before the writer's own ellipsis in a gap and begins them behind it.
fn around(prose: &Prose, gap: Span, open: &str, close: &str) -> Option<(Span, String)> {
    let text = gap.of(&prose.text);
    let ends = text.find(|c: char| c.is_whitespace() || matches!(c, '…' | '[' | '('))?;
    let ellipsis = text[ends..].trim();
    let [piece] = prose.pieces_in(gap)[..] else { return None };
    (piece.len() == gap.len()).then(|| (piece, format!("{}{close} {ellipsis} {open}", &text[..ends])))
}
