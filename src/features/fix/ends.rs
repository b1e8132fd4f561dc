//! Moving the marks of a quotation to where the source's words begin and end, so that the writer's own stand outside.

use super::Fix;
use super::leftovers::keeps_markup;
use super::restore::next_char;
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::markup::{BlockKind, QuotationKind};
use crate::text::{Span, is_word_char};
use crate::trace::{Change, Edit, Match};

/// The fix that leaves the writer's words at the ends of a quotation outside its marks; `None` where there are none, or
/// where the marks cannot be told from the markup around them.
pub(super) fn tighten(view: View, quoted: &Quoted, found: &Match) -> Option<Fix> {
    let quotation = &view.page.quotations[quoted.number];
    // In a block quotation what stands outside the marks would still be quoted.
    let [(block, _)] = quotation.parts[..] else { return None };
    if view.page.blocks[block].kind == BlockKind::Quoted {
        return None;
    }
    let prose = quoted.prose(view);
    let text = &prose.text;
    let head = found.edits.first().filter(|edit| is_own(edit) && !text[..edit.quoted.start].contains(is_word_char));
    let tail = found.edits.last().filter(|edit| is_own(edit) && !text[edit.quoted.end..].contains(is_word_char));
    let (open, close) = marks(view, quotation.span, quotation.kind)?;
    let mut edits: Vec<(Span, String)> = Vec::new();
    if let Some(edit) = head {
        let rest = &text[edit.quoted.end..];
        let start = text.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || ",;:–—-.".contains(c)).len();
        let first = next_char(&prose, start)?.start;
        edits.push((open, String::new()));
        edits.push((Span::new(first, first), open.of(view.text).into()));
    }
    if let Some(edit) = tail {
        let before = text[..edit.quoted.start].trim_end_matches(|c| !is_word_char(c)).len();
        let rest = &text[before..];
        let end = text.len() - rest.trim_start_matches(['.', '!', '?', ']', ')', '”', '’', '…']).len();
        let at = prose.to_page(Span::new(end, end))?.start;
        edits.push((Span::new(at, at), close.of(view.text).into()));
        edits.push((close, String::new()));
    }
    if edits.is_empty() || !keeps_markup(view, quotation.span, &edits) {
        return None;
    }
    let title = match (head, tail) {
        (Some(_), Some(_)) => "Put the marks where the source's words begin and end",
        (Some(_), None) => "Begin the marks where the source's words begin",
        _ => "End the marks where the source's words end",
    };
    // Behind a moved mark a first letter follows the writer's sentence.
    let first = head.map(|own| words_begin(text, own.quoted.end));
    let moved = |edit: &Edit| {
        [head, tail].into_iter().flatten().any(|own| own == edit)
            || (edit.change == Change::Case && first == Some(edit.quoted.start) && !edit.quoted.of(text).contains(' '))
    };
    let mends = found.alterations().all(moved) && super::proof::mends(view, quoted, &edits);
    Some(Fix { title: title.into(), edits, mends })
}

/// Spaces inside marks, as the French set them.
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// Where the first word behind the byte `at` begins.
fn words_begin(text: &str, at: usize) -> usize {
    at + text[at..].find(is_word_char).unwrap_or(text.len() - at)
}

fn is_own(edit: &Edit) -> bool {
    matches!(edit.change, Change::Overrun | Change::Added) && !edit.quoted.is_empty()
}

/// The bytes of the page that a quotation's two marks take up, with the spaces that stand inside them.
fn marks(view: View, span: Span, kind: QuotationKind) -> Option<(Span, Span)> {
    let QuotationKind::Marked { open, close } = kind else { return None };
    let whole = span.of(view.text);
    let first = match whole.starts_with(open) {
        true => open.len_utf8(),
        false => whole.starts_with('&').then(|| whole.find(';'))?? + 1,
    };
    let last = match whole.ends_with(close) {
        true => close.len_utf8(),
        false => whole.ends_with(';').then(|| Some(whole.len() - whole.rfind('&')?))??,
    };
    let inner = &whole[first..whole.len() - last];
    let first = first + inner.len() - inner.trim_start_matches(SPACES).len();
    let last = last + inner.len() - inner.trim_end_matches(SPACES).len();
    Some((Span::new(span.start, span.start + first), Span::new(span.end - last, span.end)))
}
