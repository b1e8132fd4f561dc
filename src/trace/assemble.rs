//! From alignments to a match: the runs of every piece in the quotation's order, what stands between the pieces and at
//! the ends, the segments, the score and the verdict.

use super::changes::Change;
use super::cuts::cuts;
use super::names::is_renamed;
use super::parted::parts_speech;
use super::piece::{NEARBY, Piece};
use super::quoted::Token;
use super::runs::{Run, classify, runs, turns_in_brackets};
use super::score::{Judgement, THRESHOLD, judge};
use super::{Edit, Match, Place, Tracer, Verdict, piece};
use crate::index::Index;
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Up to this many words at an end that do not fit are taken to replace the source's; more are the writer's own.
const MOST_REPLACED_AT_END: usize = 3;
/// A quotation of at least so many words that stands somewhere as it is was found …
const FEWEST_WHOLE: usize = 4;
/// … with at least this score.
const SCORE_OF_WHOLE: f32 = 0.8;
/// Pieces in the order of the quotation and what they amount to.
pub(super) struct Judged {
    pieces: Vec<Piece>,
    judgement: Judgement,
}

/// Judges some pieces, in the order of the quotation.
pub(super) fn judged(index: &Index, tokens: &[Token], pieces: &[Piece]) -> Judged {
    let pieces = without_overlaps(pieces);
    let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
    let found = piece::found(index, tokens, &pieces, &mut weights);
    let mut judgement = judge(&found, &weights, &[], index.len());
    if judgement.score >= THRESHOLD {
        judgement = judge(&found, &weights, &piece::disorder(index, tokens, &pieces), index.len());
    }
    Judged { pieces, judgement }
}

impl Judged {
    /// How sure they are, 0 to 1.
    pub fn score(&self) -> f32 {
        self.judgement.score
    }
}

/// Builds the match that judged pieces amount to.
pub(super) fn finish(tracer: &Tracer, tokens: &[Token], text: &str, judged: &Judged) -> Match {
    let index = tracer.index;
    let Judged { pieces, judgement } = judged;
    let pieces: Vec<Piece> = pieces.iter().filter_map(|piece| piece.within(&judgement.core)).collect();
    let mut all: Vec<Run> = Vec::new();
    let mut covered = 0;
    for (i, piece) in pieces.iter().enumerate() {
        let inside = piece.tokens();
        if i == 0 {
            all.extend(head(tracer, tokens, text, piece));
        } else {
            if covered < inside.start {
                all.push(Run::added(covered..inside.start, piece.positions().start, Change::Added));
            }
            all.push(junction(index, tokens, &pieces[i - 1], piece));
        }
        all.extend(runs(tracer, tokens, text, &piece.steps));
        covered = inside.end;
    }
    if let Some(last) = pieces.last() {
        all.extend(tail(tracer, tokens, text, covered, last));
    }
    for run in &mut all {
        run.change = told_apart(tracer, tokens, text, run);
    }
    let edits: Vec<Edit> = all.iter().map(|run| run.edit(index, tokens)).collect();
    let verdict = if edits.iter().all(|edit| edit.change.is_fine()) { Verdict::Verbatim } else { Verdict::Altered };
    let segments = segments(index, &all);
    // What stands word for word in one place, in whatever letters, needs no other evidence, unless it is a scrap.
    let is_word = |edit: &Edit| edit.change.is_fine() || matches!(edit.change, Change::Case | Change::Accents);
    let whole = edits.iter().all(is_word) && pieces.len() == 1 && tokens.len() >= FEWEST_WHOLE;
    let score = if whole { judgement.score.max(SCORE_OF_WHOLE) } else { judgement.score };
    Match { segments, score, coverage: judgement.coverage, verdict, edits, cuts: cuts(tracer, tokens, text, &pieces) }
}

/// What happened to a run, now that it is known as a whole: brackets do not excuse a negation, names are told from other
/// words, and what parts a quotation in the source is no part of it.
fn told_apart(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> Change {
    match run.change {
        Change::Editorial if turns_in_brackets(tracer.index, &tokens[run.tokens.clone()], run.words.clone()) => {
            Change::Negation
        }
        Change::Replaced if is_renamed(tracer, tokens, text, run) => Change::Name,
        Change::Dropped | Change::Omission if run.tokens.is_empty() && interrupts(tracer, &run.words) => {
            Change::Ellipsis
        }
        change => change,
    }
}

/// Whether some words of a source stand between the two halves of a quotation there: `“…,” she said, “…”`. Where a sentence ends
/// before them, they may part two speakers.
fn interrupts(tracer: &Tracer, words: &Range<usize>) -> bool {
    let gap = |position: Option<usize>| gap_behind(tracer, position?);
    let (Some(before), Some(behind)) = (gap(words.start.checked_sub(1)), gap(words.end.checked_sub(1))) else {
        return false;
    };
    // What has marks of its own in it, or a paragraph's end, is more than the narrator's clause.
    let goes_on = |position| {
        gap_behind(tracer, position)
            .is_some_and(|gap| !gap.contains(['“', '”', '"', '«', '»', '„']) && !gap.contains("\n\n"))
    };
    parts_speech(&before, &behind)
        && !before.contains(['.', '!', '?', '…'])
        && words.len() <= LONGEST_CLAUSE
        && (words.start..words.end - 1).all(goes_on)
}

/// Words of a clause such as `the mayor of the town said at noon` between two halves of a quotation, at most.
const LONGEST_CLAUSE: usize = 25;

/// The pieces without those that overlap the one before.
pub(super) fn without_overlaps(pieces: &[Piece]) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if all.last().is_none_or(|last| last.tokens().end <= piece.tokens().start) {
            all.push(piece.clone());
        }
    }
    all
}

/// What became of the tokens before the first piece.
fn head(tracer: &Tracer, tokens: &[Token], text: &str, piece: &Piece) -> Option<Run> {
    let (count, start) = (piece.tokens().start, piece.positions().start);
    let inside = tracer.index.positions_around(start);
    let replaced = count <= MOST_REPLACED_AT_END
        && runs_on(text, &tokens[..=count])
        && start >= inside.start + count
        && (start - count..start).all(|position| continues(tracer, position));
    end_run(tracer.index, tokens, 0..count, replaced.then(|| start - count..start), start)
}

/// What became of the tokens behind the last piece.
fn tail(tracer: &Tracer, tokens: &[Token], text: &str, from: usize, piece: &Piece) -> Option<Run> {
    let (count, end) = (tokens.len() - from, piece.positions().end);
    let inside = tracer.index.positions_around(end - 1);
    // Where the source's sentence ends sooner, what is left of it was replaced.
    let rest = (end..(end + count).min(inside.end)).take_while(|&position| continues(tracer, position - 1)).count();
    let replaced = count <= MOST_REPLACED_AT_END && rest > 0 && runs_on(text, &tokens[from - 1..]);
    if tokens.len() > from && is_citation(&text[tokens[from - 1].span.end..]) {
        return Some(Run::added(from..tokens.len(), end, Change::Editorial));
    }
    end_run(tracer.index, tokens, from..tokens.len(), replaced.then(|| end..end + rest), end)
}

fn end_run(
    index: &Index,
    tokens: &[Token],
    quoted: Range<usize>,
    replaced: Option<Range<usize>>,
    at: usize,
) -> Option<Run> {
    if quoted.is_empty() {
        return None;
    }
    if tokens[quoted.clone()].iter().all(|token| token.editorial) {
        return Some(Run::added(quoted, at, Change::Editorial));
    }
    Some(match replaced {
        Some(words) => {
            let change = classify(index, &tokens[quoted.clone()], words.clone());
            Run { change, tokens: quoted, words }
        }
        None if quoted.len() > MOST_REPLACED_AT_END => Run::added(quoted, at, Change::Overrun),
        None => {
            let change = classify(index, &tokens[quoted.clone()], at..at);
            Run::added(quoted, at, change)
        }
    })
}

/// Whether the rest of a quotation is a citation: something with a number, in parentheses.
fn is_citation(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(').trim_end();
    let inner = rest.strip_prefix('(').and_then(|rest| rest.trim_end_matches(['.', ',', ';']).strip_suffix(')'));
    inner.is_some_and(|inner| inner.contains(|c: char| c.is_ascii_digit()) && !inner.contains(['(', ')']))
}

/// Whether the quotation's sentence goes on from each of these tokens to the next.
fn runs_on(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).all(|pair| {
        let between = Span::new(pair[0].span.end, pair[1].span.start).of(text);
        let new_line = between.contains('\n') && pair[1].span.of(text).starts_with(char::is_uppercase);
        !new_line && !between.contains(['.', '!', '?', ';'])
    })
}

/// Whether the sentence goes on from the word at a position to the next one.
fn continues(tracer: &Tracer, position: usize) -> bool {
    gap_behind(tracer, position)
        .is_some_and(|gap| gap.matches('\n').count() < 2 && !gap.contains(['.', '!', '?', ':', ';', '”', '“', '"']))
}

/// What stands between the word at a position and the next one of its source, if there is one.
fn gap_behind<'a>(tracer: &Tracer<'a>, position: usize) -> Option<Cow<'a, str>> {
    let index = tracer.index;
    let source = index.source_at(position)?;
    if position + 1 >= index.positions_of(source).end {
        return None;
    }
    let [word, next] = index.spans(position..position + 2)[..] else { return None };
    Some(tracer.corpus.sources[source].slice(Span::new(word.end, next.start)))
}

/// How a piece follows the one before it.
fn junction(index: &Index, tokens: &[Token], before: &Piece, piece: &Piece) -> Run {
    let (a, b) = (before.positions(), piece.positions());
    let token = piece.tokens().start;
    let same_source = index.source_at(a.start) == index.source_at(b.start);
    let forward = same_source && b.start >= a.end;
    let change = if forward && tokens[token].after_gap {
        Change::Ellipsis
    } else if same_source && !forward && a.start.saturating_sub(b.end) <= NEARBY {
        Change::Moved
    } else if forward && b.start - a.end <= NEARBY {
        Change::Omission
    } else {
        Change::Joined
    };
    let words = if forward && change != Change::Joined { a.end..b.start } else { b };
    Run { change, tokens: token..token, words }
}

/// One place for each stretch of the source that is taken over without a longer break.
fn segments(index: &Index, runs: &[Run]) -> Vec<Place> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for run in runs {
        match run.change {
            Change::Ellipsis | Change::Omission | Change::Moved | Change::Joined => open = false,
            Change::Negation if run.is_long_negation() => open = false,
            _ if run.words.is_empty() || matches!(run.change, Change::Editorial) => {}
            _ => match all.last_mut() {
                Some(last) if open && last.end <= run.words.start => last.end = run.words.end,
                _ => {
                    all.push(run.words.clone());
                    open = true;
                }
            },
        }
    }
    all.into_iter().map(|words| place(index, words)).collect()
}

/// The bytes of the words at some positions of one source; for no words, the point behind the word before.
pub(super) fn place(index: &Index, words: Range<usize>) -> Place {
    let source = index.source_at(words.start).unwrap_or_default();
    if words.is_empty() {
        let first = index.positions_of(source).start;
        let at = if words.start > first { index.span(words.start - 1).end } else { index.span(first).start };
        return Place { source, span: Span::new(at, at) };
    }
    Place { source, span: index.extent(words) }
}
