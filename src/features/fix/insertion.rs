//! Putting the writer's words inside a quotation into brackets, which say whose they are.

use super::Fix;
use super::gaps;
use super::leftovers::keeps_markup;
use super::omission::is_gap;
use super::regions::is_seam;
use super::restore::next_char;
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::text::{Span, is_hiragana, is_word_char, sentences, words};
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
        let is_called_so = gaps::sic_behind(&prose.text, edit.quoted.end).is_some();
        let is_in_parts = is_part_of_a_word(&prose.text, edit.quoted) || is_narration(&prose.text, edit.quoted);
        if !is_insertion(edit)
            || is_bracketed
            || is_called_so
            || is_in_parts
            || (edit.change == Change::Added && leads_over(number))
        {
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

/// Whether some words end or begin between the kana of one Japanese word.
fn is_part_of_a_word(text: &str, span: Span) -> bool {
    let is_kana = |c: Option<char>| c.is_some_and(is_hiragana);
    let [before, behind] = [text[..span.start].chars().next_back(), text[span.end..].chars().next()];
    let inner = span.of(text);
    (is_kana(before) && is_kana(inner.chars().next())) || (is_kana(behind) && is_kana(inner.chars().next_back()))
}

/// Verbs of saying, with which a narrator parts speech.
const SAYING: [&str; 14] = [
    "said", "says", "wrote", "writes", "asked", "replied", "answered", "added", "cried", "told", "sagte", "schrieb",
    "dit", "dijo",
];
/// Words of what a narrator says between two halves of speech, at most.
const LONGEST_NARRATION: usize = 4;

/// Whether words between two commas say who speaks: they belong outside of the marks, and brackets would not put them there.
fn is_narration(text: &str, span: Span) -> bool {
    let all = words(span.of(text));
    let is_apart = gaps::before(text, span.start).starts_with(',') && gaps::behind(text, span.end).starts_with(',');
    is_apart && all.len() <= LONGEST_NARRATION && all.iter().any(|word| SAYING.contains(&word.folded.as_str()))
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
