//! Items of lists. Their numbers and letters are no part of what a source says: of `(b) relations with any other State` a quotation
//! has the words behind the *b*. And a list may end before its last items.

use super::Tracer;
use super::changes::{Change, is_number};
use super::classify::classify;
use super::ends::gap_behind;
use super::hidden::JOINING;
use super::quoted::Token;
use super::runs::Run;

/// Figures of the number of an item, at most.
const LONGEST_NUMBER: usize = 3;
/// Letters of one in Roman figures, at most.
const LONGEST_ROMAN: usize = 5;

/// Words of the last item of a list, at most.
const LONGEST_ITEM: usize = 4;

/// Calls what it is the end of a list, and of the quotation, that has lost its last items: in `schools and roads`, of `schools, roads and bridges`, no
/// words have changed places.
pub(super) fn end_list(tracer: &Tracer, tokens: &[Token], runs: &mut [Run]) {
    let Some(last) = runs.last_mut().filter(|run| matches!(run.change, Change::Swapped | Change::Moved)) else {
        return;
    };
    let end = last.words.end;
    let is_conjunction = |word: &str| JOINING.contains(&word);
    let (Some(first), Some(joint)) = (tokens.get(last.tokens.start), end.checked_sub(1)) else { return };
    let inside = tracer.index.positions_around(joint);
    if !inside.contains(&joint) || !is_conjunction(&first.folded) || !is_conjunction(tracer.index.word(joint)) {
        return;
    }
    let goes_on = |position: &usize| gap_behind(tracer, position - 1).is_some_and(|gap| gap.trim().is_empty());
    let item = (end..inside.end.min(end + LONGEST_ITEM)).take_while(goes_on).count();
    if item > 0 {
        (last.change, last.words.end) = (Change::Replaced, end + item);
    }
}

/// A run without the labels of items at its ends, which come as runs of their own: to leave them out alters nothing.
pub(super) fn without_labels(tracer: &Tracer, tokens: &[Token], run: Run) -> Vec<Run> {
    if run.words.is_empty() || run.change.is_fine() || run.change.is_slight() || run.change == Change::Joined {
        return vec![run];
    }
    // What stands in the place of a number is no label left out, unless that is set off on both sides.
    let is_label = |position: &usize| is_label(tracer, *position, !run.tokens.is_empty());
    let leading = run.words.clone().take_while(is_label).count();
    let start = run.words.start + leading;
    let trailing = (start..run.words.end).rev().take_while(is_label).count();
    if leading + trailing == 0 {
        return vec![run];
    }
    let (words, inside) = (start..run.words.end - trailing, run.tokens.clone());
    let label = |at: usize, words| Run { change: Change::Ellipsis, tokens: at..at, words };
    let before = (leading > 0).then(|| label(inside.start, run.words.start..start));
    let behind = (trailing > 0).then(|| label(inside.end, words.end..run.words.end));
    let rest = (!inside.is_empty() || !words.is_empty()).then(|| {
        let change = classify(tracer.index, &tokens[inside.clone()], words.clone());
        Run { change, tokens: inside, words }
    });
    before.into_iter().chain(rest).chain(behind).collect()
}

/// Whether the word at a position is the label of an item: a short number or letter in parentheses where a line begins or behind a
/// stop, or set off by a parenthesis or a point where a line begins behind a stop: `as follows: (a) the defence of the realm; (b)`.
/// The number of a line that only goes on is none.
fn is_label(tracer: &Tracer, position: usize, must_be_enclosed: bool) -> bool {
    let word = tracer.index.word(position);
    let is_figure = is_number(word) && word.len() <= LONGEST_NUMBER && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_roman = word.len() <= LONGEST_ROMAN && word.bytes().all(|byte| b"ivx".contains(&byte));
    if !(is_figure || is_letter || is_roman) {
        return false;
    }
    let behind = gap_behind(tracer, position).unwrap_or_default();
    let is_closed = behind.starts_with([')', ']']);
    if !is_closed && !behind.starts_with(['.', '。', '、']) {
        return false;
    }
    let inside = tracer.index.positions_around(position);
    let before = position.checked_sub(1).filter(|before| inside.contains(before));
    let Some(before) = before.and_then(|before| gap_behind(tracer, before)) else { return !must_be_enclosed };
    let opened = before.strip_suffix(['(', '[']).filter(|_| is_closed);
    let stops = |gap: &str| gap.contains([';', ':', ',', '.', '。', '；', '：']) || gap.matches('\n').count() > 1;
    match opened {
        Some(gap) => stops(gap) || gap.contains('\n'),
        None => !must_be_enclosed && before.contains('\n') && stops(&before),
    }
}
