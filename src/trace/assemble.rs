//! From alignments to a match: the runs of every piece in the quotation's order, what stands between the pieces and at
//! the ends, the segments, the score and the verdict.

use super::borders::with_borders;
use super::changes::Change;
use super::classify::{classify, told_otherwise};
use super::compounds::whole_compounds;
use super::cuts::cuts;
use super::ends::{MOST_REPLACED_AT_END, gap_behind, head, tail, with_ends, with_gaps, without_citation};
use super::exchange::exchanged;
use super::hidden::hides_negation;
use super::items::{end_lists, without_labels};
use super::names::{is_misnamed, is_renamed, is_rest_of_a_name};
use super::negations::only_seems_to_negate;
use super::order::disorder;
use super::parted::parts_speech;
use super::piece::{NEARBY, Piece};
use super::polarity::{goes_on_negating, settle, turns_in_brackets};
use super::quoted::{Token, folded};
use super::runs::{Run, runs};
use super::score::{Judgement, THRESHOLD, judge};
use super::signs::{by_signs, is_sign_for_word};
use super::units::with_units;
use super::unspaced::{turn_unspaced, with_whole_endings};
use super::{Edit, Match, Place, Tracer, Verdict, piece};
use crate::index::Index;
use crate::text::Span;
use std::ops::Range;

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
    piece::even_out(tokens, &found, &mut weights);
    let mut judgement = judge(&found, &weights, &[], index.len());
    if judgement.score >= THRESHOLD {
        judgement = judge(&found, &weights, &disorder(index, tokens, &pieces), index.len());
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
    let pieces = pieces.iter().filter_map(|piece| piece.within(&judgement.core)).collect();
    let pieces = without_citation(tokens, text, pieces);
    let pieces = with_borders(tracer, tokens, text, with_gaps(tracer, tokens, text, pieces));
    let pieces = with_ends(tracer, tokens, pieces);
    let mut all = in_order(tracer, tokens, text, &pieces);
    // Where every word stands in its order, none has changed places: some were left out.
    let is_in_order =
        all.iter().all(|run| run.tokens.is_empty() && run.change != Change::Moved || run.change.is_fine());
    if !is_in_order && let Some(exchanged) = exchanged(tracer, tokens, text, &pieces) {
        all = exchanged;
    }
    let untagged = all.into_iter().flat_map(|run| without_tag(tracer, run));
    let mut all: Vec<Run> = untagged.flat_map(|run| without_labels(tracer, tokens, run)).collect();
    part_distant(&mut all);
    end_lists(tracer, tokens, &mut all);
    with_whole_endings(tracer, tokens, text, &mut all);
    let mut all = whole_compounds(tracer, tokens, text, all);
    for at in 0..all.len() {
        all[at].change = told_apart(tracer, tokens, text, &all[at], all.get(at + 1));
    }
    turn_unspaced(tracer, tokens, text, &mut all);
    let reaches_back = settle(tracer, tokens, text, &mut all);
    let all = with_units(tracer, tokens, text, by_signs(tracer, tokens, text, all));
    let edits: Vec<Edit> = all.iter().map(|signed| signed.edit(index, tokens)).collect();
    let verdict = if edits.iter().all(|edit| edit.change.is_fine()) { Verdict::Verbatim } else { Verdict::Altered };
    let segments = segments(index, all.iter().map(|signed| &signed.run));
    // What stands word for word in one place, in whatever letters, needs no other evidence, unless it is a scrap.
    let is_word = |edit: &Edit| edit.change.is_fine() || matches!(edit.change, Change::Case | Change::Accents);
    let whole = edits.iter().all(is_word) && pieces.len() == 1 && tokens.len() >= FEWEST_WHOLE;
    let score = if whole { judgement.score.max(SCORE_OF_WHOLE) } else { judgement.score };
    let mut cuts = cuts(tracer, tokens, text, &pieces);
    // What stands before the first words was compared with them.
    cuts.retain(|cut| !reaches_back || cut.quoted.start > tokens[0].span.start);
    Match { segments, score, coverage: judgement.coverage, verdict, edits, cuts }
}

/// The runs of all pieces, and of what stands between them and at the ends.
fn in_order(tracer: &Tracer, tokens: &[Token], text: &str, pieces: &[Piece]) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    let mut covered = 0;
    for (i, piece) in pieces.iter().enumerate() {
        let inside = piece.tokens();
        if i == 0 {
            all.extend(head(tracer, tokens, text, piece));
        } else {
            all.extend(between(tracer.index, tokens, covered..inside.start, &pieces[i - 1], piece));
        }
        all.extend(runs(tracer, tokens, text, &piece.steps));
        covered = inside.end;
    }
    if let Some(last) = pieces.last() {
        all.extend(tail(tracer, tokens, text, covered, last));
    }
    all
}

/// What happened to a run, now that it is known as a whole: brackets do not excuse a negation, and names are told from other
/// words.
fn told_apart(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run, next: Option<&Run>) -> Change {
    // What the writer put in brackets behind words that were left out stands for the last of them.
    let in_brackets = next.filter(|next| next.change == Change::Editorial && next.words.start == run.words.end);
    let left_out = run.words.start..in_brackets.map_or(run.words.end, |next| next.words.end);
    match run.change {
        Change::Editorial if turns_in_brackets(tracer.index, &tokens[run.tokens.clone()], run.words.clone()) => {
            Change::Negation
        }
        Change::Negation
            if !run.is_ellipsis(tokens)
                && (only_seems_to_negate(tracer, tokens, text, run) || goes_on_negating(tracer, tokens, text, run)) =>
        {
            told_otherwise(&folded(&tokens[run.tokens.clone()]), &tracer.index.words(run.words.clone()))
        }
        Change::Ellipsis | Change::Omission if hides_negation(tracer, &left_out) => Change::Negation,
        Change::Replaced if is_renamed(tracer, tokens, text, run) => Change::Name,
        Change::Typing if is_misnamed(tracer, tokens, text, run) => Change::Name,
        Change::Dropped if is_rest_of_a_name(tracer, tokens, text, run) => Change::Ellipsis,
        Change::Dropped | Change::Added if is_sign_for_word(tracer, tokens, text, run) => Change::Spelling,
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

/// A run of words that were left out, with the narrator's clause at its beginning as a run of its own: what parts a quotation in
/// the source is no part of it.
fn without_tag(tracer: &Tracer, run: Run) -> Vec<Run> {
    let words = run.words.clone();
    if !run.tokens.is_empty() || !matches!(run.change, Change::Dropped | Change::Omission) {
        return vec![run];
    }
    if interrupts(tracer, &words) {
        return vec![Run { change: Change::Ellipsis, ..run }];
    }
    let ends = (words.start + 1..words.end.min(words.start + LONGEST_CLAUSE))
        .find(|&end| interrupts(tracer, &(words.start..end)));
    let Some(end) = ends else { return vec![run] };
    let change = classify(tracer.index, &[], end..words.end);
    let tag = Run { change: Change::Ellipsis, tokens: run.tokens.clone(), words: words.start..end };
    vec![tag, Run { change, tokens: run.tokens, words: end..words.end }]
}

/// What was left out of a passage without a mark is no longer than this, in words: beyond it stands another passage.
const LONGEST_OMISSION: usize = 60;

/// Tells two passages run together from one of which words were left out.
fn part_distant(all: &mut [Run]) {
    for at in 0..all.len() {
        let (run, rest) = (&all[at], &all[at + 1..]);
        if run.change == Change::Omission && run.words.len() > LONGEST_OMISSION {
            let start = run.words.end;
            let own = rest.iter().take_while(|next| next.words.start >= start && next.change != Change::Joined);
            let end = own.map(|next| next.words.end).max().unwrap_or(start);
            (all[at].change, all[at].words) = (Change::Joined, start..end);
        }
    }
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

/// What stands between a piece and the one before it: `own` are the tokens of neither.
fn between(index: &Index, tokens: &[Token], own: Range<usize>, before: &Piece, piece: &Piece) -> Vec<Run> {
    let gap = before.positions().end..piece.positions().start;
    let same_source = index.source_at(before.positions().start) == index.source_at(piece.positions().start);
    let is_replaced =
        !own.is_empty() && same_source && gap.start < gap.end && gap.len() <= own.len() + MOST_REPLACED_AT_END;
    if is_replaced && !tokens[own.start..=own.end].iter().any(|token| token.after_gap || token.editorial) {
        let change = classify(index, &tokens[own.clone()], gap.clone());
        return vec![Run { change, tokens: own, words: gap }];
    }
    let added = (!own.is_empty()).then(|| Run::added(own, piece.positions().start, Change::Added));
    // Where nothing was left out, the pieces are one.
    let junction = Some(junction(index, tokens, before, piece)).filter(|run| !run.words.is_empty());
    added.into_iter().chain(junction).collect()
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
fn segments<'a>(index: &Index, runs: impl Iterator<Item = &'a Run>) -> Vec<Place> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for run in runs {
        match run.change {
            Change::Ellipsis | Change::Omission | Change::Joined => open = false,
            Change::Moved if run.tokens.is_empty() => open = false,
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
