//! What the best piece leaves over of a quotation: a clause that was moved, another passage that was run together with it.

use super::piece::{self, Piece};
use super::quoted::Token;
use super::{MOST_CELLS, Tracer, align, assemble, exact, score, seeds, voters};
use std::ops::Range;

/// So many words more than a clause has are looked at for it right beside the rest of its sentence.
const CLOSE: usize = 8;

impl Tracer<'_> {
    /// A piece with others for what it leaves over; `None` where there are none. Ends of it that stand far from its core may
    /// belong to the others: what explains more is taken.
    pub(super) fn with_rest(&self, tokens: &[Token], pieces: Vec<Piece>, exclude: Option<usize>) -> Option<Vec<Piece>> {
        let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
        let runs = piece::found(self.index, tokens, &pieces[..1], &mut weights);
        let trimmed = pieces[0].trimmed(&runs, &weights);
        let halves = pieces[0].halves(tokens, &runs);
        let is_whole = trimmed.is_none() && piece::left_over(tokens, &pieces).is_empty();
        if is_whole && halves.is_none() {
            return None;
        }
        let kept = trimmed.into_iter().chain(halves.into_iter().flatten());
        let turned: Vec<Vec<Piece>> = kept.filter_map(|kept| self.turned(tokens, kept)).collect();
        if is_whole {
            let explains_more = |other: &Vec<Piece>| piece::explain_more(self.index, tokens, other, &pieces);
            return turned.into_iter().find(explains_more);
        }
        let core = pieces[0].core(runs);
        let heart = core.as_ref().unwrap_or(&pieces[0]);
        let (home, found) = (heart.positions(), heart.tokens());
        let mut all = self.add_rest(tokens, pieces, exclude);
        let parted = core.map(|core| self.add_rest(tokens, vec![core], exclude));
        for other in parted.into_iter().chain(turned) {
            if other.len() > 1 && piece::explain_more(self.index, tokens, &other, &all) {
                all = other;
            }
        }
        // Scraps from further away are no better than what stands right there.
        if all.len() > 1
            && let Some(tight) = self.tight(tokens, home, found)
        {
            let other = self.add_rest(tokens, vec![tight], exclude);
            let score = |pieces: &[Piece]| assemble::judged(self.index, tokens, pieces).score();
            if score(&other) > score(&all) {
                return Some(other);
            }
        }
        (all.len() > 1).then_some(all)
    }

    /// A piece and the clause that the quotation has on its other side: the rest of the quotation stands right before the piece
    /// and not behind it, or the other way round.
    fn turned(&self, tokens: &[Token], kept: Piece) -> Option<Vec<Piece>> {
        let (home, found) = (kept.positions(), kept.tokens());
        let pieces = vec![kept];
        let run = piece::left_over(tokens, &pieces).into_iter().next()?;
        let is_turned = |other: &Piece| (run.start < found.start) == (other.positions().start >= home.end);
        let other = self.beside(tokens, &run, &home).into_iter().find(is_turned)?;
        let mut all = piece::is_worth_adding(self.index, tokens, &run, &other, &pieces).then_some(pieces)?;
        all.push(other);
        all.sort_by_key(|piece| piece.tokens().start);
        Some(all)
    }

    /// The best alignment of the whole quotation with what stands at the place `home` of the tokens `found` and right beside it.
    fn tight(&self, tokens: &[Token], home: Range<usize>, found: Range<usize>) -> Option<Piece> {
        let inside = self.index.positions_around(home.start);
        let from = home.start.saturating_sub(found.start + CLOSE).max(inside.start);
        let to = (home.end + tokens.len() - found.end + CLOSE).min(inside.end);
        (tokens.len() * to.saturating_sub(from) <= MOST_CELLS)
            .then(|| self.inside(tokens, &(0..tokens.len()), from..to))?
    }

    /// Looks for what the first piece leaves over: a clause that was moved, another passage run together with it.
    fn add_rest(&self, tokens: &[Token], mut pieces: Vec<Piece>, exclude: Option<usize>) -> Vec<Piece> {
        let home = pieces[0].positions();
        for run in piece::left_over(tokens, &pieces) {
            let worth = |piece: &Piece| piece::is_worth_adding(self.index, tokens, &run, piece, &pieces);
            let close = self.beside(tokens, &run, &home).into_iter().find(worth);
            let near = || self.around(tokens, &run, &home).filter(worth);
            if let Some(piece) = close.or_else(near).or_else(|| self.elsewhere(tokens, &run, exclude).filter(worth)) {
                pieces.push(piece);
            }
        }
        pieces.sort_by_key(|piece| piece.tokens().start);
        assemble::without_overlaps(&pieces)
    }

    /// The best alignments of a run of tokens with what stands right before and behind `home`, the one that tells most first.
    fn beside(&self, tokens: &[Token], run: &Range<usize>, home: &Range<usize>) -> Vec<Piece> {
        let inside = self.index.positions_around(home.start);
        let len = run.len() + CLOSE;
        let before = home.start.saturating_sub(len).max(inside.start)..home.start;
        let behind = home.end..(home.end + len).min(inside.end);
        let mut all: Vec<Piece> =
            [before, behind].into_iter().filter_map(|beside| self.inside(tokens, run, beside)).collect();
        let tells = |piece: &Piece| piece::tell(self.index, tokens, std::slice::from_ref(piece));
        all.sort_by(|a, b| tells(b).total_cmp(&tells(a)));
        all
    }

    /// The best alignment of a run of tokens with what stands around `home`.
    fn around(&self, tokens: &[Token], run: &Range<usize>, home: &Range<usize>) -> Option<Piece> {
        let slack = piece::NEARBY + run.len();
        let inside = self.index.positions_around(home.start);
        let around = home.start.saturating_sub(slack).max(inside.start)..(home.end + slack).min(inside.end);
        self.inside(tokens, run, around)
    }

    /// The best alignment of a run of tokens with these positions of one source, if these have enough of its words.
    fn inside(&self, tokens: &[Token], run: &Range<usize>, range: Range<usize>) -> Option<Piece> {
        let rest = &tokens[run.clone()];
        let stretch = self.index.stretch(range.clone()).filter(|_| !range.is_empty())?;
        let enough = piece::MOST_OF_THE_REST * rest.iter().map(Token::counts).sum::<f32>();
        if voters::shared(rest, &stretch, self.index) < enough {
            return None;
        }
        let alignment = self.by_letters(rest, &stretch, align::align(rest, &stretch, false));
        Piece::aligned(&alignment, run.start, range.start)?.told(self.index, tokens)
    }

    /// The best alignment of a run of tokens anywhere, if the run tells enough to be found there.
    fn elsewhere(&self, tokens: &[Token], run: &Range<usize>, exclude: Option<usize>) -> Option<Piece> {
        let rest = &tokens[run.clone()];
        let tells: f32 = rest.iter().map(Token::counts).sum();
        if tells < score::far(self.index.len()) && !rest[0].after_gap {
            return None;
        }
        match exact::places(rest, self.index, exclude).first() {
            Some(&start) => Some(Piece::exact(rest.len(), start).shift(run.start)),
            None => {
                let windows = seeds::windows(rest, self.index, exclude);
                self.pieces(rest, run.start, &windows, 0).into_iter().next()?.told(self.index, tokens)
            }
        }
    }
}
