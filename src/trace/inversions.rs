//! Short quotations that have every word of a passage, and no other, in another order: `equal and free`, of `free and equal`. Word by
//! word such a passage tells little; that all of it stands in one place tells what its words weigh, less the choice among orders.
//! Everyday words in another order, and pairs that everybody says, as `bread and butter`, tell nothing.

use super::align;
use super::passage::Passage;
use super::piece::Piece;
use super::quoted::Token;
use super::seeds::Window;
use super::{Change, Match, Tracer, assemble, score};
use crate::index::WordId;
use crate::text::{is_everyday, is_set_pair};
use std::ops::RangeInclusive;

/// Words of such a quotation.
const WORDS: RangeInclusive<usize> = 3..=9;
/// In one of so many words, what changed places may stand in several clauses.
const LONG: usize = 7;
/// Of the words that changed places at least so many must say something; in a quotation of so many words one is enough.
const FEWEST_TELLING: usize = 2;
const ENOUGH: usize = 5;

/// Signs that end a clause.
const ENDS: [char; 9] = ['.', ';', ':', '!', '?', '(', ')', '—', '–'];

impl Tracer<'_> {
    /// The passage of one of these stretches that has all words of a quotation in another order; `None` where there is none, or it
    /// tells too little to be believed.
    pub(super) fn inverted(&self, tokens: &[Token], text: &str, windows: &[Window]) -> Option<Match> {
        let is_plain = |token: &Token| token.term.count() > 0 && !token.editorial && !token.bent && !token.after_gap;
        if !WORDS.contains(&tokens.len()) || !tokens.iter().all(is_plain) || is_title(tokens, text) {
            return None;
        }
        let weight: f32 = tokens.iter().map(|token| token.weight).sum();
        let score = score::of_an_inversion(weight, self.index.len());
        if score < score::THRESHOLD {
            return None;
        }
        windows.iter().find_map(|window| {
            let stretch = self.index.stretch(window.range.clone())?;
            let ours: Vec<WordId> =
                tokens.iter().map(|token| token.term.id_in(stretch.number)).collect::<Option<_>>()?;
            let all = sorted(&ours);
            let mut places =
                stretch.words.windows(tokens.len()).enumerate().filter(|(_, theirs)| sorted(theirs) == all);
            let start = places.find_map(|(at, theirs)| {
                let start = window.range.start + at;
                self.is_turned(tokens, text, (&ours, theirs), start).then_some(start)
            })?;
            let narrow = self.index.stretch(start..start + tokens.len())?;
            let piece = Piece::aligned(&align::align(tokens, &narrow, false), 0, start)?;
            let found = assemble::finish(self, tokens, text, &assemble::judged(self.index, tokens, &[piece]));
            let is_turned = found.alterations().all(|edit| edit.change == Change::Swapped);
            is_turned.then(|| Match { score: found.score.max(score), ..found })
        })
    }

    /// Whether the words of a quotation and the same ones in the order of a source, from the position `start` on, differ in what
    /// says something, and in one clause.
    fn is_turned(&self, tokens: &[Token], text: &str, (ours, theirs): (&[WordId], &[WordId]), start: usize) -> bool {
        let moved: Vec<usize> = (0..ours.len()).filter(|&at| ours[at] != theirs[at]).collect();
        let (Some(&first), Some(&last)) = (moved.first(), moved.last()) else { return false };
        let tells = |at: &usize| !is_everyday(&tokens[*at].folded);
        let is_pair = is_set_pair(&tokens[first].folded, &tokens[last].folded)
            && !(0..tokens.len()).any(|at| tells(&at) && !moved.contains(&at));
        let words = tokens[first].span.join(tokens[last].span).of(text);
        let is_one = || is_clause(words) && is_clause(Passage::new(self, start + first..start + last + 1).all());
        let fewest = if tokens.len() < ENOUGH { FEWEST_TELLING } else { 1 };
        moved.iter().filter(|at| tells(at)).count() >= fewest && !is_pair && (tokens.len() >= LONG || is_one())
    }
}

/// Whether a quotation may be a title, which may be another phrase turned round: `War and Peace`.
fn is_title(tokens: &[Token], text: &str) -> bool {
    let mut telling = tokens[1..].iter().filter(|token| !is_everyday(&token.folded)).peekable();
    telling.peek().is_some() && telling.all(|token| token.span.of(text).starts_with(char::is_uppercase))
}

fn sorted(words: &[WordId]) -> Vec<WordId> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// Whether no clause and no paragraph ends within some words.
fn is_clause(words: &str) -> bool {
    !words.contains(ENDS) && !words.contains("\n\n")
}
