//! Short quotations that have every word of a passage, and no other, but turn round what stands on either side of a conjunction:
//! `equal and free`, of `free and equal`. Word by word such a passage tells little; that all of it stands in one place tells what
//! its words weigh, less the choice among orders. Pairs that everybody says, as `bread and butter`, tell nothing.

use super::align;
use super::hidden::JOINING;
use super::passage::Passage;
use super::piece::Piece;
use super::quoted::Token;
use super::seeds::Window;
use super::{Change, Match, Tracer, assemble, score};
use crate::index::WordId;
use crate::text::{is_everyday, is_set_pair};
use std::ops::{Range, RangeInclusive};

/// Words of such a quotation.
const WORDS: RangeInclusive<usize> = 3..=6;

/// Signs that end a clause.
const ENDS: [char; 10] = ['.', ',', ';', ':', '!', '?', '(', ')', '—', '–'];

impl Tracer<'_> {
    /// The passage of one of these stretches that has all words of a quotation turned round; `None` where there is none, or it
    /// tells too little to be believed.
    pub(super) fn inverted(&self, tokens: &[Token], text: &str, windows: &[Window]) -> Option<Match> {
        let is_plain = |token: &Token| token.term.count() > 0 && !token.editorial && !token.bent && !token.after_gap;
        if !WORDS.contains(&tokens.len()) || !tokens.iter().all(is_plain) {
            return None;
        }
        // A title may be another phrase turned round: `War and Peace`.
        let is_title = tokens[1..].iter().any(|token| token.span.of(text).starts_with(char::is_uppercase));
        let weight: f32 = tokens.iter().map(|token| token.weight).sum();
        let score = score::of_an_inversion(weight, self.index.len());
        let all: Vec<Turn> = if is_title || score < score::THRESHOLD { Vec::new() } else { turns(tokens, text) };
        if all.is_empty() {
            return None;
        }
        windows.iter().find_map(|window| {
            let stretch = self.index.stretch(window.range.clone())?;
            let ours: Vec<WordId> =
                tokens.iter().map(|token| token.term.id_in(stretch.number)).collect::<Option<_>>()?;
            let stands = |turn: &Turn| {
                let theirs: Vec<WordId> = turn.order(tokens.len()).map(|at| ours[at]).collect();
                let at = stretch.words.windows(tokens.len()).position(|words| *words == theirs)?;
                let start = window.range.start + at;
                let whole = start + turn.first.start..start + turn.last.end;
                is_clause(Passage::new(self, whole).all()).then_some(start)
            };
            let start = all.iter().find_map(stands)?;
            let narrow = self.index.stretch(start..start + tokens.len())?;
            let piece = Piece::aligned(&align::align(tokens, &narrow, false), 0, start)?;
            let found = assemble::finish(self, tokens, text, &assemble::judged(self.index, tokens, &[piece]));
            let is_turned = found.alterations().all(|edit| edit.change == Change::Swapped);
            is_turned.then(|| Match { score: found.score.max(score), ..found })
        })
    }
}

/// Tokens on either side of a conjunction, which stands between the two.
struct Turn {
    first: Range<usize>,
    last: Range<usize>,
}

impl Turn {
    /// The numbers of a quotation's tokens in the order in which they stand when they are turned back.
    fn order(&self, len: usize) -> impl Iterator<Item = usize> {
        let Turn { first, last } = self;
        let turned = last.clone().chain(first.end..last.start).chain(first.clone());
        (0..first.start).chain(turned).chain(last.end..len)
    }
}

/// What may have been turned round in a quotation: as many words on either side of a conjunction, in one clause, and among them
/// one on either side that says something.
fn turns(tokens: &[Token], text: &str) -> Vec<Turn> {
    let tells = |range: &Range<usize>| tokens[range.clone()].iter().any(|token| !is_everyday(&token.folded));
    let is_set = |turn: &Turn| {
        let (first, last) = (&tokens[turn.first.end - 1], &tokens[turn.last.end - 1]);
        is_set_pair(&first.folded, &last.folded)
    };
    let words = |turn: &Turn| tokens[turn.first.start].span.join(tokens[turn.last.end - 1].span).of(text);
    let mut all = Vec::new();
    for at in (1..tokens.len() - 1).filter(|&at| JOINING.contains(&tokens[at].folded.as_str())) {
        let longest = at.min(tokens.len() - at - 1);
        all.extend((1..=longest).map(|len| Turn { first: at - len..at, last: at + 1..at + 1 + len }));
    }
    all.retain(|turn| tells(&turn.first) && tells(&turn.last) && !is_set(turn) && is_clause(words(turn)));
    all
}

/// Whether no clause and no paragraph ends within some words.
fn is_clause(words: &str) -> bool {
    !words.contains(ENDS) && !words.contains("\n\n")
}
