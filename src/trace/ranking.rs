//! Which of the passages that tell about as much a quotation comes from: the one of which it changes least.

use super::quoted::Token;
use super::{Change, Edit, Match, Place, THRESHOLD, Tracer};
use crate::corpus::earliest_first;
use crate::text::{folded_words, stem};

/// Matches whose scores differ by less than one part of so many are as good as each other.
const SCORES: f32 = 1e5;
/// Scores that differ by no more do not decide between two passages.
const CLOSE: f32 = 0.01;
/// What a change weighs that leaves every word the same word, or another form of it, nats.
const SLIGHT: f32 = 0.5;

impl Tracer<'_> {
    /// Puts matches in order, best first.
    pub(super) fn rank(&self, tokens: &[Token], matches: &mut [Match]) {
        matches.sort_by_cached_key(|found| {
            let Place { source, span } = found.place();
            let date = self.corpus.sources.get(source).and_then(|source| source.meta.date.as_deref());
            let by_score = std::cmp::Reverse((found.score * SCORES) as u64);
            (by_score, found.alterations().count(), earliest_first(date), source, span.start)
        });
        let Some(best) = matches.first().map(|best| best.score).filter(|score| *score >= THRESHOLD) else { return };
        let close = matches.iter().take_while(|found| found.score >= best - CLOSE);
        let weights: Vec<f32> = close.map_while(|found| self.weigh_changes(tokens, found)).collect();
        let least = weights.iter().enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(at, _)| at);
        matches[..=least].rotate_right(1);
    }

    /// What the alterations of a match weigh, nats; `None` where it is not one passage with other words in it.
    fn weigh_changes(&self, tokens: &[Token], found: &Match) -> Option<f32> {
        let is_apart =
            |edit: &Edit| matches!(edit.change, Change::Joined | Change::Moved | Change::Omission | Change::Overrun);
        let all = found.alterations().map(|edit| (!is_apart(edit)).then(|| self.weigh_edit(tokens, edit)));
        all.sum()
    }

    /// What an alteration weighs, nats: as much as the words of the quotation or as those of the source, whichever weigh more.
    fn weigh_edit(&self, tokens: &[Token], edit: &Edit) -> f32 {
        if edit.change.is_slight() || edit.change == Change::Typing {
            return SLIGHT;
        }
        let Place { source, span } = edit.place;
        let theirs =
            self.corpus.sources.get(source).map(|source| folded_words(&source.slice(span))).unwrap_or_default();
        let ours: Vec<&Token> = tokens.iter().filter(|token| edit.quoted.covers(token.span)).collect();
        if ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| stem(&a.folded) == stem(b)) {
            return SLIGHT;
        }
        let theirs: f32 = theirs.iter().map(|word| self.index.weight(&self.index.look_up(word))).sum();
        ours.iter().map(|token| token.counts()).sum::<f32>().max(theirs)
    }
}
