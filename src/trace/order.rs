//! The order of words: two that have changed places with each other still tell where they come from, and words in no order tell
//! against it.

use super::compare::Likeness;
use super::piece::{Pair, Piece};
use super::quoted::Token;
use super::score;
use crate::index::Index;

/// Two words that stand no further apart may have changed places …
const EXCHANGED_WITHIN: usize = 8;
/// … and are so alike to what stands in theirs, in hundredths.
const EXCHANGED: u8 = 80;

/// A word that weighs so much, nats, is telling: no function word, of which every sentence has some.
const TELLING: f32 = 5.5;
/// So many words around a piece are right there.
const AROUND: usize = 8;

/// The pairs of a piece that speak for it: words that are alike, and two that stand in each other's place.
pub(super) fn alike<'a>(index: &Index, tokens: &[Token], piece: &'a Piece) -> impl Iterator<Item = Pair> + 'a {
    let exchanged = exchanged(index, tokens, piece).unwrap_or_default();
    piece.pairs().filter_map(move |pair| match pair.likeness {
        Likeness::Different if exchanged.contains(&pair.tokens.start) => {
            Some(Pair { likeness: Likeness::Near(EXCHANGED), ..pair })
        }
        Likeness::Different => None,
        _ => Some(pair),
    })
}

/// The tokens that stand in each other's place, two by two.
fn exchanged(index: &Index, tokens: &[Token], piece: &Piece) -> Option<Vec<usize>> {
    let differs = |pair: &Pair| pair.likeness == Likeness::Different && !tokens[pair.tokens.start].editorial;
    let others: Vec<Pair> = piece.pairs().filter(differs).collect();
    let (first, rest) = others.split_first()?;
    let last = rest.last()?;
    let stretch = index.stretch(first.words.start..last.words.end)?;
    let ours = |pair: &Pair| tokens[pair.tokens.start].term.id_in(stretch.number);
    let theirs = |pair: &Pair| stretch.words.get(pair.words.start - stretch.start).copied();
    let mut exchanged: Vec<usize> = Vec::new();
    for (i, one) in others.iter().enumerate() {
        let Some(own) = ours(one) else { continue };
        let is_near = |other: &&Pair| other.tokens.start - one.tokens.start <= EXCHANGED_WITHIN;
        let mut near = others[i + 1..].iter().take_while(is_near);
        if let Some(other) = near.find(|other| theirs(other) == Some(own) && ours(other) == theirs(one)) {
            exchanged.extend([one.tokens.start, other.tokens.start]);
        }
    }
    Some(exchanged)
}

/// What speaks, token by token, against the pieces, nats: telling words of the quotation that have no place in them although
/// they stand right there, elsewhere. Words in no order are no quotation. Empty where nothing does.
pub(super) fn disorder(index: &Index, tokens: &[Token], pieces: &[Piece]) -> Vec<f32> {
    let mut open: Vec<bool> = tokens.iter().map(|token| !token.editorial && token.weight >= TELLING).collect();
    let all: Vec<Pair> = pieces.iter().flat_map(|piece| alike(index, tokens, piece)).collect();
    all.iter().for_each(|pair| open[pair.tokens.clone()].fill(false));
    let mut against = Vec::new();
    if !open.contains(&true) {
        return against;
    }
    for piece in pieces {
        let (at, inside) = (piece.positions(), index.positions_around(piece.positions().start));
        let from = at.start.saturating_sub(AROUND).max(inside.start);
        let Some(stretch) = index.stretch(from..(at.end + AROUND).min(inside.end)) else { continue };
        let mut free: Vec<bool> = vec![true; stretch.words.len()];
        for word in all.iter().flat_map(|pair| pair.words.clone()).filter_map(|word| word.checked_sub(from)) {
            free.get_mut(word).into_iter().for_each(|free| *free = false);
        }
        for (i, token) in tokens.iter().enumerate().filter(|&(i, _)| open[i]).collect::<Vec<_>>() {
            let Some(id) = token.term.id_in(stretch.number) else { continue };
            if let Some(word) = (0..free.len()).find(|&word| free[word] && stretch.words[word] == id) {
                against.resize(tokens.len(), 0.0);
                against[i] = score::local(token.weight);
                (open[i], free[word]) = (false, false);
            }
        }
    }
    against
}
