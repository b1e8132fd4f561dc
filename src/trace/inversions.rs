//! Short quotations that have every word of a passage, and no other, in another order: `equal and free`, of `free and equal`. Word by
//! word such a passage tells little; that all of it stands in one place tells what its words weigh, less the choice among orders.

use super::align;
use super::piece::Piece;
use super::quoted::Token;
use super::seeds::Window;
use super::{Change, Match, Tracer, assemble, score};
use crate::index::WordId;
use std::ops::RangeInclusive;

/// Words of such a quotation.
const WORDS: RangeInclusive<usize> = 3..=6;

impl Tracer<'_> {
    /// The passage of one of these stretches that has all words of a quotation in another order; `None` where there is none, or it
    /// tells too little to be believed.
    pub(super) fn inverted(&self, tokens: &[Token], text: &str, windows: &[Window]) -> Option<Match> {
        let is_plain = |token: &Token| token.term.count() > 0 && !token.editorial && !token.bent && !token.after_gap;
        // A title may be another phrase turned round: `War and Peace`.
        let is_title = tokens[1..].iter().any(|token| token.span.of(text).starts_with(char::is_uppercase));
        if !WORDS.contains(&tokens.len()) || is_title || !tokens.iter().all(is_plain) {
            return None;
        }
        let weight: f32 = tokens.iter().map(|token| token.weight).sum();
        let score = score::of_an_inversion(weight, self.index.len());
        if score < score::THRESHOLD {
            return None;
        }
        windows.iter().find_map(|window| {
            let stretch = self.index.stretch(window.range.clone())?;
            let ids: Option<Vec<WordId>> = tokens.iter().map(|token| token.term.id_in(stretch.number)).collect();
            let ours = sorted(&ids?);
            let at = stretch.words.windows(tokens.len()).position(|theirs| sorted(theirs) == ours)?;
            let start = window.range.start + at;
            let narrow = self.index.stretch(start..start + tokens.len())?;
            let piece = Piece::aligned(&align::align(tokens, &narrow, false), 0, start)?;
            let found = assemble::finish(self, tokens, text, &assemble::judged(self.index, tokens, &[piece]));
            let is_turned = found.alterations().all(|edit| edit.change == Change::Swapped);
            is_turned.then(|| Match { score: found.score.max(score), ..found })
        })
    }
}

fn sorted(words: &[WordId]) -> Vec<WordId> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}
