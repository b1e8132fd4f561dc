//! Items of lists. Their numbers and letters are no part of what a source says: of `(b) relations with any other State` a quotation
//! has the words behind the *b*. And a list may end before its last items.

use super::Tracer;
use super::changes::{Change, is_number};
use super::classify::classify;
use super::ends::{continues, gap_behind};
use super::hidden::JOINING;
use super::quoted::Token;
use super::runs::Run;

/// Figures of the number of an item, at most.
const LONGEST_NUMBER: usize = 3;
/// Letters of one in Roman figures, at most.
const LONGEST_ROMAN: usize = 5;

/// Words of the last item of a list, at most, and of the items that were left out.
const LONGEST_ITEM: usize = 6;
const LONGEST_REST: usize = 40;

/// Calls what they are the ends of lists that have lost their last items: in `schools and roads`, of `schools, roads and bridges`,
/// no words have changed places, and in `ink and pens`, of `ink, pens, paper and wax`, none was added.
pub(super) fn end_lists(tracer: &Tracer, tokens: &[Token], runs: &mut Vec<Run>) {
    let mut at = 0;
    while at < runs.len() {
        if let Some((count, end)) =
            swapped_end(tracer, tokens, runs, at).or_else(|| added_end(tracer, tokens, runs, at))
        {
            let last = &runs[at + count - 1];
            let start = runs[at].words.start;
            runs[at].tokens.end = last.tokens.end;
            runs[at].words = start..end;
            runs[at].change = Change::Replaced;
            runs.drain(at + 1..at + count);
            without_words(runs, at + 1, end);
        }
        at += 1;
    }
}

/// Takes the words before the position `end` from a run of words that were left out.
fn without_words(runs: &mut Vec<Run>, at: usize, end: usize) {
    let Some(next) = runs.get_mut(at).filter(|next| is_left_out(next)) else { return };
    if next.words.end <= end {
        runs.remove(at);
    } else if next.words.start < end {
        next.words.start = end;
    }
}

fn is_left_out(run: &Run) -> bool {
    run.tokens.is_empty() && matches!(run.change, Change::Dropped | Change::Omission)
}

/// Whether nothing of the quotation has the words from the position `end` on in their place: it ends before the run numbered `at`,
/// or that one leaves words out, is the writer's, or stands elsewhere.
fn stops(runs: &[Run], at: usize, end: usize) -> bool {
    runs.get(at).is_none_or(|next| is_left_out(next) || next.words.is_empty() || next.words.start != end)
}

/// Where the words begin that the quotation goes on with from the run numbered `at` on; nowhere if it does not.
fn next_kept(runs: &[Run], at: usize) -> usize {
    let kept = runs.get(at..).unwrap_or_default().iter().find(|run| !run.tokens.is_empty() && !run.words.is_empty());
    kept.map_or(usize::MAX, |run| run.words.start)
}

/// How many runs from the one numbered `at` on are the end of a list whose last item was left out, and where that ends: `roads
/// and` became `and roads` before `bridges`.
fn swapped_end(tracer: &Tracer, tokens: &[Token], runs: &[Run], at: usize) -> Option<(usize, usize)> {
    let run = runs.get(at).filter(|run| matches!(run.change, Change::Swapped | Change::Moved))?;
    let (first, joint) = (tokens.get(run.tokens.start)?, run.words.end.checked_sub(1)?);
    let inside = tracer.index.positions_around(joint);
    let joins = inside.contains(&joint) && joins(&first.folded) && joins(tracer.index.word(joint));
    let end = end_of_item(tracer, run.words.end).min(next_kept(runs, at + 1));
    (joins && end > run.words.end && stops(runs, at + 1, run.words.end)).then_some((1, end))
}

/// The same where the items are parted by commas: behind `and`, which the quotation adds, comes an item, and the source goes on with
/// others.
fn added_end(tracer: &Tracer, tokens: &[Token], runs: &[Run], at: usize) -> Option<(usize, usize)> {
    let [run, item, ..] = runs.get(at..)? else { return None };
    let is_joint = run.change == Change::Added && run.tokens.len() == 1 && joins(&tokens[run.tokens.start].folded);
    if !is_joint {
        return None;
    }
    let start = run.words.start;
    let is_comma =
        |position: usize| gap_behind(tracer, position).is_some_and(|gap| [",", "、", "，"].contains(&gap.trim()));
    let follows = item.change == Change::Same && item.tokens.start == run.tokens.end && item.words.start == start;
    let last = item.words.end.checked_sub(1)?;
    let is_item = follows && item.words.len() <= LONGEST_ITEM && end_of_item(tracer, start) == item.words.end;
    let inside = tracer.index.positions_around(last);
    let is_last_but_one = inside.contains(&(last + 1))
        && joins(tracer.index.word(last + 1))
        && gap_behind(tracer, last).is_some_and(|gap| gap.trim().is_empty());
    let goes_on = is_comma(last) || is_last_but_one;
    if !is_item || !is_comma(start.checked_sub(1)?) || !goes_on || !stops(runs, at + 2, last + 1) {
        return None;
    }
    let rest = last + 1..inside.end.min(last + 1 + LONGEST_REST);
    let sentence = rest.take_while(|&position| continues(tracer, position - 1));
    let joint = sentence.clone().find(|&position| joins(tracer.index.word(position)))?;
    let end = end_of_item(tracer, joint + 1).min(next_kept(runs, at + 2));
    (end > joint + 1).then_some((2, end))
}

fn joins(word: &str) -> bool {
    JOINING.contains(&word)
}

/// Where an item ends that begins at a position: before the next sign or conjunction. Nowhere behind its beginning if it is long.
fn end_of_item(tracer: &Tracer, start: usize) -> usize {
    let inside = tracer.index.positions_around(start.saturating_sub(1));
    let goes_on = |position: &usize| {
        *position == start
            || gap_behind(tracer, position - 1).is_some_and(|gap| gap.trim().is_empty())
                && !joins(tracer.index.word(*position))
    };
    start + (start..inside.end.min(start + LONGEST_ITEM)).take_while(goes_on).count()
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
