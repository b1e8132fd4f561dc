//! A quotation whose parts, between ellipses, each stand somewhere as they are, and not all in one source.

use super::piece::Piece;
use super::quoted::Token;
use super::{Match, Tracer, assemble, exact};
use std::ops::Range;

/// A shorter part, in words, may stand anywhere by chance.
const FEWEST: usize = 4;
/// Parts, at most.
const MOST: usize = 6;
/// How sure such a match is, at least.
const SCORE: f32 = 0.8;

impl Tracer<'_> {
    /// The match that the parts of a quotation amount to, each where it stands word by word: behind the part before, or else in
    /// the earliest source. `None` where one stands nowhere or is too short.
    pub(super) fn parts(&self, tokens: &[Token], text: &str, exclude: Option<usize>) -> Option<Match> {
        let parts = parted(tokens);
        let is_long =
            |part: &Range<usize>| part.len() >= FEWEST && !tokens[part.clone()].iter().any(|token| token.editorial);
        if !(2..=MOST).contains(&parts.len()) || !parts.iter().all(is_long) {
            return None;
        }
        let mut pieces: Vec<Piece> = Vec::with_capacity(parts.len());
        for part in parts {
            let starts = exact::places(&tokens[part.clone()], self.index, exclude);
            let behind = pieces.last().map(Piece::positions).and_then(|last| {
                let inside = self.index.positions_around(last.start);
                starts.iter().copied().find(|&start| start >= last.end && inside.contains(&start))
            });
            let start = behind.or_else(|| starts.iter().copied().min_by_key(|&start| self.age(start)))?;
            pieces.push(Piece::exact(part.len(), start).shift(part.start));
        }
        // What stands in one source is found as a whole, with what is left out in between.
        let home = |piece: &Piece| self.index.source_at(piece.positions().start);
        if pieces.iter().all(|piece| home(piece) == home(&pieces[0])) {
            return None;
        }
        let mut found = assemble::finish(self, tokens, text, &assemble::judged(self.index, tokens, &pieces));
        found.score = found.score.max(SCORE);
        Some(found)
    }
}

/// The runs of tokens between ellipses.
fn parted(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = (0..tokens.len()).filter(|&at| at == 0 || tokens[at].after_gap).collect();
    starts.push(tokens.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}
