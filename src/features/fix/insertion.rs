//! Putting the writer's words inside a quotation into brackets, which say whose they are.

use super::Fix;
use super::gaps;
use super::leftovers::keeps_markup;
use super::omission::is_gap;
use super::regions::is_seam;
use super::restore::next_char;
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::text::{Span, is_word_char, sentences};
use crate::trace::{Change, Edit, Match};
use std::cell::OnceCell;

/// The fix that puts brackets around all words that the source lacks; `None` where there are none, or where only a change
/// of the sentence would make sense of them.
pub(super) fn bracket(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let prose = quoted.prose(view);
    let parts = OnceCell::new();
    let ends_sentence =
        |at: usize| parts.get_or_init(|| sentences(&prose.text)).iter().any(|sentence| sentence.end == at);
    let mut edits: Vec<(Span, String)> = Vec::new();
    let is_block = super::outer_mark(view, quoted).is_none();
    let is_insertion = |edit: &Edit| is_insertion(edit, is_block);
    // A word that leads over an omission is bracketed with its mark.
    let leads_over = |number: usize| found.edits.get(number + 1).is_some_and(is_seam) || is_marked(found, number + 1);
    for (number, edit) in found.edits.iter().enumerate() {
        let text = edit.quoted.of(&prose.text);
        let is_bracketed = prose.text[..edit.quoted.start].ends_with('[');
        if !is_insertion(edit) || is_bracketed || (edit.change == Change::Added && leads_over(number)) {
            continue;
        }
        let whole = gaps::with_parentheses(&prose.text, edit.quoted);
        if whole != edit.quoted {
            let last = prose.text[..whole.end].chars().next_back()?;
            edits.push((next_char(&prose, whole.start)?, "[".into()));
            edits.push((next_char(&prose, whole.end - last.len_utf8())?, "]".into()));
            continue;
        }
        if text.contains(['[', ']', '(', ')', '“', '”', '"', '\n', '\u{fffc}']) {
            continue;
        }
        let start = edit.quoted.start + text.find(is_word_char)?;
        let first = next_char(&prose, start)?.start;
        // The stop of an abbreviation belongs to it.
        let end = edit.quoted.end;
        let is_stop = |at: usize| prose.text[at..].starts_with('.');
        let is_abbreviation = is_stop(end) && !ends_sentence(end + 1);
        let end = if is_abbreviation && !is_stop(end + 1) { end + 1 } else { end };
        let end = prose.to_page(Span::new(end, end))?.start;
        edits.push((Span::new(first, first), "[".into()));
        edits.push((Span::new(end, end), "]".into()));
    }
    if edits.is_empty() || !keeps_markup(view, quoted.span(view), &edits) {
        return None;
    }
    let title = if edits.len() == 2 { "Put the insertion in [brackets]" } else { "Put the insertions in [brackets]" };
    let mends = found.alterations().all(is_insertion) && super::proof::mends(view, quoted, &edits);
    Some(Fix { title: title.into(), edits, mends })
}

/// Whether an ellipsis belongs at the edit of this number.
fn is_marked(found: &Match, number: usize) -> bool {
    number < found.edits.len() && is_gap(found, number)
}

/// Words that came in, or that stand for others. One that turns the meaning is not made good by brackets, and what stands
/// at an end is better left outside the marks, where there are marks.
fn is_insertion(edit: &Edit, is_block: bool) -> bool {
    let came_in = match edit.change {
        Change::Added | Change::Replaced | Change::Name => true,
        Change::Overrun => is_block,
        _ => false,
    };
    came_in && !edit.quoted.is_empty()
}
