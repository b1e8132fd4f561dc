//! The ends of a quotation: words that stand near its outermost pieces in the source, and words that do not.

use super::Tracer;
use super::align::Step;
use super::changes::Change;
use super::classify::classify;
use super::compare::Likeness;
use super::passage::{Passage, ends_beside, ends_between};
use super::piece::Piece;
use super::quoted::Token;
use super::runs::Run;
use super::slips::is_roman;
use crate::index::Index;
use crate::text::{Span, elision, number_of};
use std::borrow::Cow;
use std::ops::Range;

/// Up to this many words at an end that do not fit are taken to replace the source's; more are the writer's own.
pub(super) const MOST_REPLACED_AT_END: usize = 3;
/// So many words of the source, at most, were dropped between a word at an end and the rest …
const MOST_DROPPED: usize = 3;
/// … and so many behind the first words of a sentence that are the first of the quotation, too.
const MOST_DROPPED_BEHIND_FIRST: usize = 8;
/// Words of the writer's behind the first words of a sentence, at most, with these.
const MOST_ADDED_BEHIND_FIRST: usize = 12;
/// The rest of a clause that a quotation's end replaces is no longer than this, in words.
const LONGEST_CLAUSE: usize = 8;
/// Words of a number beside one of them, at most.
const LONGEST_NUMBER: usize = 6;

/// The pieces with the words at the quotation's ends that stand near them, in the same sentence: `The gardener` is `The old
/// gardener` without a word, and no other one's gardener.
pub(super) fn with_ends(tracer: &Tracer, tokens: &[Token], mut pieces: Vec<Piece>) -> Vec<Piece> {
    let outside = |range: Range<usize>| {
        let few = (1..=MOST_REPLACED_AT_END).contains(&range.len());
        few && !tokens[range].iter().any(|token| token.editorial || token.bent || token.after_gap)
    };
    if let Some(first) = pieces.first_mut()
        && outside(0..first.tokens().start)
    {
        before(tracer, tokens, first);
    } else if let Some(first) = pieces.first_mut() {
        opening(tracer, tokens, first);
    }
    if let Some(last) = pieces.last_mut()
        && outside(last.tokens().end..tokens.len())
    {
        behind(tracer, tokens, last);
    }
    pieces
}

/// The pieces with the first words behind an ellipsis, or of a sentence, in the piece that goes on with them, where they stand there as well: behind
/// `[…]` *the* is the one of `the fund paid`, and not the next one that comes.
pub(super) fn with_gaps(tracer: &Tracer, tokens: &[Token], text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 1..pieces.len() {
        let (before, behind) = (&pieces[at - 1], &pieces[at]);
        let (end, start) = (before.tokens().end, behind.positions().start);
        let few = end.saturating_sub(MOST_REPLACED_AT_END).max(before.tokens().start + 1)..end;
        let begins =
            |token: &usize| tokens[*token].after_gap || ends_beside(text, tokens[token - 1].span, tokens[*token].span);
        let Some(gap) = few.rev().find(begins) else { continue };
        let count = end - gap;
        let inside = tracer.index.positions_around(start);
        if end != behind.tokens().start || start < inside.start + count {
            continue;
        }
        let words = tracer.index.words(start - count..start);
        let stand_there = words.iter().zip(&tokens[gap..end]).all(|(word, token)| *word == token.folded);
        let Some(shorter) = before.within(&(before.tokens().start..gap)).filter(|_| stand_there) else { continue };
        let pair = |i| Step::Pair { quoted: gap + i, source: start - count + i, likeness: Likeness::Same };
        pieces[at].steps.splice(..0, (0..count).map(pair));
        pieces[at - 1] = shorter;
    }
    pieces
}

/// Puts the words before a piece that stand near it, in the same sentence, into it.
pub(super) fn before(tracer: &Tracer, tokens: &[Token], piece: &mut Piece) {
    let (count, start) = (piece.tokens().start, piece.positions().start);
    let inside = tracer.index.positions_around(start);
    let near = start.saturating_sub(count + MOST_DROPPED_BEHIND_FIRST).max(inside.start)..start;
    let from = near.rev().take_while(|&position| continues(tracer, position)).last().unwrap_or(start);
    let words = tracer.index.words(from..start);
    let begins = begins_sentence(tracer, from);
    let is_first = |quoted: usize, source: usize| begins && source - from == quoted && count < MOST_REPLACED_AT_END;
    let (mut steps, mut word, mut token) = (Vec::new(), start, count);
    for quoted in (0..count).rev() {
        let Some(at) = words[..word - from].iter().rposition(|word| *word == tokens[quoted].folded) else { continue };
        let source = from + at;
        if word - source - 1 > MOST_DROPPED && !is_first(quoted, source) {
            continue;
        }
        steps.extend((source + 1..word).rev().map(|source| Step::Dropped { source }));
        steps.extend((quoted + 1..token).rev().map(|quoted| Step::Added { quoted }));
        steps.push(Step::Pair { quoted, source, likeness: Likeness::Same });
        (word, token) = (source, quoted);
    }
    steps.reverse();
    piece.steps.splice(..0, steps);
}

/// Puts the first words of the quotation into a piece where they open its sentence and lead to its first word there, though the
/// writer put others between: `My father (who came from the north) loaded coal`.
fn opening(tracer: &Tracer, tokens: &[Token], piece: &mut Piece) {
    let (count, start) = (piece.tokens().start, piece.positions().start);
    let inside = tracer.index.positions_around(start);
    if count > MOST_ADDED_BEHIND_FIRST || tokens[..count].iter().any(|token| token.editorial || token.after_gap) {
        return;
    }
    let opens = |words: &usize| {
        let at = start - words;
        tracer.index.words(at..start).iter().zip(tokens).all(|(word, token)| *word == token.folded)
            && begins_sentence(tracer, at)
    };
    let most = MOST_REPLACED_AT_END.min(count.saturating_sub(1)).min(start - inside.start);
    let Some(words) = (2..=most).find(opens) else { return };
    let pair = |quoted| Step::Pair { quoted, source: start - words + quoted, likeness: Likeness::Same };
    let added = (words..count).map(|quoted| Step::Added { quoted });
    piece.steps.splice(..0, (0..words).map(pair).chain(added).collect::<Vec<_>>());
}

fn behind(tracer: &Tracer, tokens: &[Token], piece: &mut Piece) {
    let (from, end) = (piece.tokens().end, piece.positions().end);
    let inside = tracer.index.positions_around(end - 1);
    let near = end..(end + tokens.len() - from + MOST_DROPPED).min(inside.end);
    let to = near.take_while(|&position| continues(tracer, position - 1)).last().map_or(end, |last| last + 1);
    let words = tracer.index.words(end..to);
    let (mut word, mut token) = (end, from);
    for (quoted, own) in tokens.iter().enumerate().skip(from) {
        let found = words[word - end..].iter().position(|word| *word == own.folded);
        let Some(dropped) = found.filter(|dropped| *dropped <= MOST_DROPPED) else { continue };
        let source = word + dropped;
        piece.steps.extend((token..quoted).map(|quoted| Step::Added { quoted }));
        piece.steps.extend((word..source).map(|source| Step::Dropped { source }));
        piece.steps.push(Step::Pair { quoted, source, likeness: Likeness::Same });
        (word, token) = (source + 1, quoted + 1);
    }
}

/// What became of the tokens before the first piece.
pub(super) fn head(tracer: &Tracer, tokens: &[Token], text: &str, piece: &Piece) -> Option<Run> {
    let (count, start) = (piece.tokens().start, piece.positions().start);
    let inside = tracer.index.positions_around(start);
    let replaced = (1..=MOST_REPLACED_AT_END).contains(&count)
        && runs_on(text, &tokens[..=count])
        && start >= inside.start + count
        && (start - count..start).all(|position| continues(tracer, position))
        && (begins_sentence(tracer, start - count)
            || !parts_alone(tracer, start - 1, text, &tokens[count - 1..=count]));
    let is_sentence = tokens[0].span.of(text).starts_with(char::is_uppercase);
    let words = || {
        let subject = if is_sentence { subject_before(tracer, start - count) } else { start - count };
        with_number(tracer.index, subject..start, inside.clone())
    };
    end_run(tracer.index, tokens, 0..count, replaced.then(words), start)
}

/// Words of a subject before its noun, at most.
const MOST_BEFORE_A_NOUN: usize = 2;

/// Where the sentence begins in whose first words the position `start` is: what begins a quotation, which begins a sentence there,
/// stands for all of them.
fn subject_before(tracer: &Tracer, start: usize) -> usize {
    let near = start.saturating_sub(MOST_BEFORE_A_NOUN)..=start;
    near.rev().find(|&position| begins_sentence(tracer, position)).unwrap_or(start)
}

/// Whether a sentence begins at a position.
pub(super) fn begins_sentence(tracer: &Tracer, position: usize) -> bool {
    position == tracer.index.positions_around(position).start || !continues(tracer, position - 1)
}

/// What became of the tokens behind the last piece.
pub(super) fn tail(tracer: &Tracer, tokens: &[Token], text: &str, from: usize, piece: &Piece) -> Option<Run> {
    let (count, end) = (tokens.len() - from, piece.positions().end);
    let inside = tracer.index.positions_around(end - 1);
    if count > 0 && is_citation(&text[tokens[from - 1].span.end..]) {
        return Some(Run::added(from..tokens.len(), end, Change::Editorial));
    }
    // Where the source's sentence ends sooner, what is left of it was replaced.
    let near = end..(end + count + elisions(tracer, &tokens[from..], end..end + count)).min(inside.end);
    let rest = near.take_while(|&position| continues(tracer, position - 1)).count();
    // `the Eighth` stands for `VIII` alone.
    let is_regnal = count > 1 && end < inside.end && is_roman(Passage::new(tracer, end..end + 1).word(end));
    let rest = if is_regnal { rest.min(1) } else { rest };
    let replaced = (1..=MOST_REPLACED_AT_END).contains(&count)
        && rest > 0
        && runs_on(text, &tokens[from - 1..])
        && !parts_alone(tracer, end - 1, text, &tokens[from - 1..=from]);
    let words = || {
        let ends =
            text[tokens[tokens.len() - 1].span.end..].contains(['.', '!', '?', ',', ';', '。', '，', '！', '？']);
        let clause = if ends { rest_of_clause(tracer, end, inside.end) } else { None };
        clause.unwrap_or_else(|| with_number(tracer.index, end..end + rest, inside))
    };
    end_run(tracer.index, tokens, from..tokens.len(), replaced.then(words), end)
}

/// How many more words the tokens would be than the words at some positions, were each article that lost its vowel a word of its
/// own: `d'aimer` stands in the place of `de haïr`.
fn elisions(tracer: &Tracer, tokens: &[Token], words: Range<usize>) -> usize {
    let inside = tracer.index.positions_around(words.start.saturating_sub(1));
    let words = words.start..words.end.min(inside.end);
    let ours = tokens.iter().filter(|token| elision(&token.folded).is_some()).count();
    let theirs = tracer.index.words(words).iter().filter(|word| elision(word).is_some()).count();
    ours.saturating_sub(theirs)
}

/// Whether a clause ends behind the word at a position of the source, and none between two tokens in its place: what follows there
/// is nothing that was replaced.
fn parts_alone(tracer: &Tracer, position: usize, text: &str, tokens: &[Token]) -> bool {
    let parts = |gap: &str| gap.contains([',', '，', '、', '—', '–']);
    let [before, behind] = tokens else { return false };
    let ours = text.get(before.span.end..behind.span.start).unwrap_or_default();
    !parts(ours) && gap_behind(tracer, position).is_some_and(|gap| parts(&gap))
}

/// The words from the position `from` on to the end of their clause, if that is near: a quotation that ends there replaces
/// all of them.
fn rest_of_clause(tracer: &Tracer, from: usize, end: usize) -> Option<Range<usize>> {
    let ends = |position: &usize| {
        let gap = gap_behind(tracer, *position);
        gap.is_none_or(|gap| {
            gap.contains(['.', '!', '?', ':', ';', ',', '—', '–', '”', '"', ')', '。', '，']) || gap.contains("\n\n")
        })
    };
    let last = (from..end.min(from + LONGEST_CLAUSE)).find(ends)?;
    Some(from..last + 1)
}

/// Some words, with the rest of the number that they begin or end with.
fn with_number(index: &Index, words: Range<usize>, inside: Range<usize>) -> Range<usize> {
    let says_number = |words: Range<usize>| number_of(&index.words(words)).is_some();
    let (mut start, mut end) = (words.start, words.end);
    let longest = |from: usize, to: usize| to - from <= LONGEST_NUMBER;
    if says_number(start..start + 1) {
        let first = (inside.start..start)
            .rev()
            .take_while(|&from| longest(from, start))
            .filter(|&from| says_number(from..start + 1));
        start = first.last().unwrap_or(start);
    }
    if says_number(end - 1..end) {
        let last = (end + 1..=inside.end).take_while(|&to| longest(end, to)).filter(|&to| says_number(end - 1..to));
        end = last.last().unwrap_or(end);
    }
    start..end
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

/// The pieces without the last ones that are words of a citation in parentheses at the quotation's end: the name of a source may
/// stand in it as well.
pub(super) fn without_citation(tokens: &[Token], text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(open) = text.rfind('(').filter(|&open| is_citation(&text[open..])) {
        let is_cited = |piece: &Piece| tokens[piece.tokens().start].span.start > open;
        while pieces.len() > 1 && pieces.last().is_some_and(is_cited) {
            pieces.pop();
        }
    }
    pieces
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
        let ends = || between.contains('.') && ends_between(text, pair[0].span, pair[1].span);
        !new_line && !between.contains(['!', '?', ';', '。', '！', '？', '；']) && !ends()
    })
}

/// Whether the sentence goes on from the word at a position to the next one.
pub(super) fn continues(tracer: &Tracer, position: usize) -> bool {
    let ends = |gap: &str| gap.contains(['!', '?', ':', ';', '”', '“', '"', '。', '！', '？', '：', '；', '」']);
    // A title's stop ends nothing: `Dr. Ames`.
    let is_border = |gap: &str| gap.contains('.') && Passage::new(tracer, position..position + 2).is_border(position);
    gap_behind(tracer, position).is_some_and(|gap| gap.matches('\n').count() < 2 && !ends(&gap) && !is_border(&gap))
}

/// What stands between the word at a position and the next one of its source, if there is one.
pub(super) fn gap_behind<'a>(tracer: &Tracer<'a>, position: usize) -> Option<Cow<'a, str>> {
    let index = tracer.index;
    let source = index.source_at(position)?;
    if position + 1 >= index.positions_of(source).end {
        return None;
    }
    let [word, next] = index.spans(position..position + 2)[..] else { return None };
    Some(tracer.corpus.sources[source].slice(Span::new(word.end, next.start)))
}
