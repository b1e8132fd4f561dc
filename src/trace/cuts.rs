//! Where a quotation is cut out of its sentence so that the meaning suffers: it stops before what limits it, or begins
//! behind what negates or denies it, and has no ellipsis there.

use super::assemble::place;
use super::changes::Change;
use super::denials::{denial, ends_clause};
use super::ends::gap_behind;
use super::limits::{LONGEST_LIMIT, Limit};
use super::negators::{means_another, negates};
use super::passage::Passage;
use super::piece::Piece;
use super::quoted::Token;
use super::{Edit, Tracer};
use crate::text::{Span, is_hiragana, is_unspaced};
use std::ops::Range;

/// Fewer words than this are a phrase that the writer builds into a sentence, and have no limits of their own.
const FEWEST_WORDS: usize = 4;
/// A part of a clause that is shorter says nothing yet that could be limited.
const FEWEST_OF_A_PART: usize = 8;
/// Words of a main clause that are read for what it denies.
const LONGEST_CLAUSE: usize = 12;
/// So many words are told of what follows, at most.
const MOST_TOLD: usize = 6;

/// The cuts of a quotation that amounts to these pieces. Their places are the words of the source beyond the cut.
pub(super) fn cuts(tracer: &Tracer, tokens: &[Token], text: &str, pieces: &[Piece]) -> Vec<Edit> {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Vec::new() };
    if tokens.len() < FEWEST_WORDS {
        return Vec::new();
    }
    let is_whole = |piece: &Piece| piece.tokens().len() > 1;
    let begins = first.tokens().start == 0 && !tokens[0].after_gap && is_whole(first);
    let rest = &text[tokens[tokens.len() - 1].span.end..];
    let is_open = rest.contains('…') || rest.replace(' ', "").contains("...");
    let ends = last.tokens().end == tokens.len() && !is_open && is_whole(last);
    let start = first.positions().start;
    let negated = || {
        let before = negated_before(tracer, start).or_else(|| negated_subject(tracer, start));
        before.or_else(|| denied_before(tracer, start))
    };
    let head = begins.then(negated).flatten();
    let is_sentence = tokens[0].span.of(text).starts_with(char::is_uppercase);
    let says_something = tokens.len() >= FEWEST_OF_A_PART || is_sentence || begins_clause(tracer, start);
    let tail = (ends && says_something).then(|| limited_behind(tracer, last.positions().end)).flatten();
    let quoted_too = |words: &Range<usize>| {
        let overlaps = |piece: &Piece| piece.positions().start < words.end && words.start < piece.positions().end;
        pieces.iter().any(overlaps)
    };
    let edit = |at: usize, words: Range<usize>| {
        let place = place(tracer.index, words);
        Edit { change: Change::CutShort, quoted: Span::new(at, at), place }
    };
    let head = head.filter(|words| !quoted_too(words)).map(|words| edit(tokens[0].span.start, words));
    let tail = tail.filter(|words| !quoted_too(words)).map(|words| edit(tokens[tokens.len() - 1].span.end, words));
    head.into_iter().chain(tail).collect()
}

/// Whether a sentence or a clause begins at a position.
pub(super) fn begins_clause(tracer: &Tracer, start: usize) -> bool {
    let gap = start.checked_sub(1).and_then(|before| gap_behind(tracer, before));
    gap.is_none_or(|gap| !is_joined(&gap))
}

/// The word right before the position `start` of the same sentence, if it negates what follows.
pub(super) fn negated_before(tracer: &Tracer, start: usize) -> Option<Range<usize>> {
    let inside = tracer.index.positions_around(start);
    let before = start.checked_sub(1).filter(|before| inside.contains(before))?;
    if !negates(tracer.index.word(before)) {
        return None;
    }
    // *Whether or not* leaves it open.
    let is_open = before > inside.start && tracer.index.word(before - 1) == "or";
    let passage = Passage::new(tracer, before..start + 1);
    let previous = if before > inside.start { tracer.index.word(before - 1) } else { "" };
    let is_another =
        means_another([previous, tracer.index.word(before), tracer.index.word(start)], passage.word(before));
    (!is_another && is_joined(passage.between(before)) && !is_open).then_some(before..start)
}

/// Negate as the subject of a sentence.
const SUBJECTS: [&str; 7] = ["nothing", "none", "nobody", "neither", "nichts", "niemand", "keiner"];
/// Lead from such a subject to what it is taken from: `nothing in this act`.
const LEADING: [&str; 10] = ["in", "of", "on", "about", "under", "from", "within", "herein", "von", "an"];

/// The words right before the position `start` that are a sentence's subject and negate it, with what leads to the words that
/// belong to it: `nothing in`.
fn negated_subject(tracer: &Tracer, start: usize) -> Option<Range<usize>> {
    let inside = tracer.index.positions_around(start);
    let first = start.checked_sub(2).filter(|first| inside.contains(first))?;
    let passage = Passage::new(tracer, first..start + 1);
    let is_one = SUBJECTS.contains(&tracer.index.word(first)) && LEADING.contains(&tracer.index.word(first + 1));
    let is_joined = is_joined(passage.between(first)) && is_joined(passage.between(first + 1));
    (is_one && is_joined && begins_clause(tracer, first)).then_some(first..start)
}

/// The words before the position `start` by which the main clause of its sentence denies what begins there: `denied that`.
fn denied_before(tracer: &Tracer, start: usize) -> Option<Range<usize>> {
    let inside = tracer.index.positions_around(start);
    // A quotation may take the `that` along.
    let end = if tracer.index.word(start) == "that" { start + 1 } else { start };
    let from = end.saturating_sub(LONGEST_CLAUSE).max(inside.start);
    if from == end || !ends_clause(tracer.index.word(end - 1)) {
        return None;
    }
    let passage = Passage::new(tracer, from..(end + 1).min(inside.end));
    let first = (from..end).rev().take_while(|&position| is_joined(passage.between(position))).last()?;
    let clause = denial(&tracer.index.words(first..end))?;
    Some(first + clause.start..start)
}

/// Whether what stands between two words parts no clauses.
fn is_joined(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_')) && gap.matches('\n').count() < 2
}

/// Words of a sentence in which *not* is looked for that a *but* answers.
const LONGEST_SENTENCE: usize = 40;
/// Behind *but* these put one thing in the place of another that was denied.
const INSTEAD: [&str; 14] =
    ["rather", "by", "in", "on", "for", "from", "with", "to", "of", "at", "as", "through", "because", "instead"];

/// Whether the *but* at a position only answers a *not* before it, and so limits nothing: *not by force but by reason*.
fn is_not_but(tracer: &Tracer, at: usize) -> bool {
    let index = tracer.index;
    let inside = index.positions_around(at);
    if index.word(at) != "but" {
        return false;
    }
    let passage = Passage::new(tracer, at.saturating_sub(LONGEST_SENTENCE).max(inside.start)..at + 1);
    let first = (at.saturating_sub(LONGEST_SENTENCE).max(inside.start)..at)
        .rev()
        .take_while(|&position| !passage.is_border(position))
        .last()
        .unwrap_or(at);
    let denies = |word: &&str| matches!(*word, "not" | "cannot") || word.ends_with("n't");
    let next = if at + 1 < inside.end { index.word(at + 1) } else { "" };
    let words = index.words(first..at);
    words.first() == Some(&"not") || (words.iter().any(denies) && INSTEAD.contains(&next))
}

/// At the end of a sentence these limit what stands before them: `on a point of law only`.
const ONLY: [&str; 10] = [
    "only",
    "exclusively",
    "solely",
    "seulement",
    "uniquement",
    "exclusivement",
    "solamente",
    "unicamente",
    "soltanto",
    "somente",
];

/// Whether the word at a position is the Japanese *ga* behind a verb, *but*; behind a noun it stands for its subject.
fn is_ga(passage: &Passage, position: usize) -> bool {
    passage.word(position) == "が"
        && passage.between(position).starts_with('、')
        && passage.between(position - 1).is_empty()
        && passage.word(position - 1).chars().all(is_hiragana)
}

/// The words from the position `end` on, if they go on with the sentence and limit what it said so far.
fn limited_behind(tracer: &Tracer, end: usize) -> Option<Range<usize>> {
    let inside = tracer.index.positions_around(end.checked_sub(1)?);
    let to = (end + MOST_TOLD).min(inside.end);
    if end >= to {
        return None;
    }
    let passage = Passage::new(tracer, end - 1..to);
    let next = tracer.index.words(end..(end + LONGEST_LIMIT).min(inside.end));
    let is_last = passage.is_border(end) || end + 1 == inside.end || passage.between(end).contains([';', ':']);
    let is_plain = || is_ga(&passage, end) || (is_last && ONLY.contains(&next[0]));
    let limit = Limit::of(tracer.index.word(end - 1), &next).or_else(|| is_plain().then_some(Limit::Plain))?;
    let goes_on = |position: usize| {
        let gap = passage.between(position);
        !gap.contains(['.', '!', '?', '…', '"', '“', '”', '„', '«', '»', '‘', '’', '#', '|', '。', '！', '？'])
            && gap.matches('\n').count() < 2
    };
    let gap = passage.between(end - 1);
    let fits = match limit {
        Limit::Plain => true,
        // Behind a semicolon stands a clause of its own, as good as a sentence.
        Limit::Contrast => !gap.contains([';', ':']),
        Limit::Aside => gap.contains([',', '，', '、']),
    };
    if !fits
        || is_not_but(tracer, end)
        || !goes_on(end - 1)
        || !passage.word(end).starts_with(|c: char| c.is_lowercase() || is_unspaced(c))
    {
        return None;
    }
    let told = (end..to - 1).take_while(|&position| goes_on(position)).count();
    Some(end..end + 1 + told)
}
