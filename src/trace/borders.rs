//! Where the passages of a quotation begin and end, now that they are known: words between two of them belong to the one in which
//! they stand, a sentence begins where it is nearest, and a short sentence is looked for by itself.

use super::Tracer;
use super::align::Step;
use super::compare::Likeness;
use super::ends::{before, begins_sentence, continues};
use super::exact;
use super::passage::ends_beside;
use super::piece::Piece;
use super::quoted::Token;
use std::ops::Range;

/// First words that may stand at the beginning of two sentences, at most.
const LONGEST_OPENER: usize = 6;
/// So many words, at least, lie between the two sentences.
const FAR: usize = 6;
/// Words of a short sentence, at least and at most.
const SHORT_SENTENCE: std::ops::RangeInclusive<usize> = 3..=10;

/// The pieces with their borders where the words are.
pub(super) fn with_borders(tracer: &Tracer, tokens: &[Token], text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(nearer) = pieces.first().and_then(|first| nearer(tracer, tokens, first)) {
        pieces[0] = nearer;
    }
    for at in 1..pieces.len() {
        meet(tracer, tokens, text, &mut pieces, at);
    }
    with_short_sentences(tracer, tokens, text, pieces)
}

/// A piece whose first words are the beginning of the sentence that it goes on with, where they were taken from another one far
/// before it that begins alike.
fn nearer(tracer: &Tracer, tokens: &[Token], piece: &Piece) -> Option<Piece> {
    let is_same = |step: &&Step| matches!(step, Step::Pair { likeness: Likeness::Same, .. });
    let opener = piece.steps.iter().take_while(is_same).count();
    let dropped = piece.steps[opener..].iter().take_while(|step| matches!(step, Step::Dropped { .. })).count();
    let Some(&Step::Dropped { source: first }) = piece.steps.get(opener) else { return None };
    let mut between = first..first + dropped;
    let start = piece.tokens().start;
    if !(1..=LONGEST_OPENER).contains(&opener)
        || start > 0
        || dropped < FAR
        || tokens.get(opener).is_none_or(|token| token.after_gap)
        || between.all(|position| continues(tracer, position))
    {
        return None;
    }
    let mut rest = piece.within(&(opener..piece.tokens().end)).filter(|rest| rest.tokens().start == opener)?;
    let count = rest.steps.len();
    before(tracer, tokens, &mut rest);
    let pairs = rest.steps[..rest.steps.len() - count].iter().filter(|step| matches!(step, Step::Pair { .. })).count();
    (pairs + 1 >= opener && pairs > 0 && rest.tokens().start == 0).then_some(rest)
}

/// Gives the words between a piece and the one before to the one in which they stand, and the first words of a sentence to the piece
/// that goes on with it.
fn meet(tracer: &Tracer, tokens: &[Token], text: &str, pieces: &mut [Piece], at: usize) {
    let [last, piece] = &mut pieces[at - 1..=at] else { return };
    let inside = tracer.index.positions_around(last.positions().start);
    let is_plain = |token: usize| !tokens[token].editorial && !tokens[token].bent && !tokens[token].after_gap;
    let ends = |token: usize| ends_beside(text, tokens[token - 1].span, tokens[token].span);
    while last.tokens().end < piece.tokens().start {
        let (token, word) = (last.tokens().end, last.positions().end);
        let stands = inside.contains(&word) && tracer.index.word(word) == tokens[token].folded;
        if !stands || !is_plain(token) || ends(token) {
            break;
        }
        last.steps.push(Step::Pair { quoted: token, source: word, likeness: Likeness::Same });
    }
    let inside = tracer.index.positions_around(piece.positions().start);
    while last.tokens().end < piece.tokens().start {
        let (token, word) = (piece.tokens().start - 1, piece.positions().start);
        let stands = word > inside.start && tracer.index.word(word - 1) == tokens[token].folded;
        if !stands || !is_plain(token) || tokens[token + 1].after_gap {
            break;
        }
        piece.steps.insert(0, Step::Pair { quoted: token, source: word - 1, likeness: Likeness::Same });
    }
}

/// The pieces with a sentence of the quotation before or behind them that is short and stands in their source as it is.
fn with_short_sentences(tracer: &Tracer, tokens: &[Token], text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let Some((first, last)) = pieces.first().zip(pieces.last()) else { return pieces };
    let (head, tail) = (0..first.tokens().start, last.tokens().end..tokens.len());
    let ends = |token: usize| ends_beside(text, tokens[token - 1].span, tokens[token].span);
    let is_sentence = |range: &Range<usize>| {
        SHORT_SENTENCE.contains(&range.len())
            && !tokens[range.clone()].iter().any(|token| token.editorial || token.bent || token.after_gap)
    };
    let behind = (is_sentence(&tail) && ends(tail.start)).then(|| sentence(tracer, tokens, &tail, last)).flatten();
    let before = (is_sentence(&head) && ends(head.end)).then(|| sentence(tracer, tokens, &head, first)).flatten();
    pieces.extend(behind);
    pieces.splice(..0, before);
    pieces
}

/// A sentence that some tokens are in the source of a piece, the one that is nearest to it.
fn sentence(tracer: &Tracer, tokens: &[Token], range: &Range<usize>, piece: &Piece) -> Option<Piece> {
    let at = piece.positions();
    let inside = tracer.index.positions_around(at.start);
    let is_sentence = |start: &usize| {
        let end = start + range.len();
        inside.contains(start)
            && begins_sentence(tracer, *start)
            && (end == inside.end || !continues(tracer, end - 1))
            && (end <= at.start || *start >= at.end)
    };
    let starts = exact::places(&tokens[range.clone()], tracer.index, None).into_iter().filter(is_sentence);
    let start = starts.min_by_key(|start| start.abs_diff(at.start))?;
    Some(Piece::exact(range.len(), start).shift(range.start))
}
