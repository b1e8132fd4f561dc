//! Which of the passages that tell about as much a quotation comes from: the one of which it changes least.

use super::quoted::Token;
use super::{Change, Edit, Match, Place, THRESHOLD, Tracer};
use crate::corpus::earliest_first;
use crate::text::folded_words;

/// Matches whose scores differ by less than one part of so many are as good as each other.
const SCORES: f32 = 1e5;
/// Scores that differ by no more do not decide between two passages.
const CLOSE: f32 = 0.02;
/// What a change weighs that leaves every word the same word, nats.
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
        let changed = close.map(|found| found.alterations().map(|edit| self.weigh_edit(tokens, edit)).sum::<f32>());
        let least = changed.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(at, _)| at);
        matches[..=least].rotate_right(1);
    }

    /// What an alteration weighs, nats: as much as the words of the quotation or as those of the source, whichever weigh more.
    fn weigh_edit(&self, tokens: &[Token], edit: &Edit) -> f32 {
        if edit.change.is_slight() || edit.change == Change::Typing {
            return SLIGHT;
        }
        let Place { source, span } = edit.place;
        let theirs =
            self.corpus.sources.get(source).map(|source| folded_words(&source.slice(span))).unwrap_or_default();
        let theirs: f32 = theirs.iter().map(|word| self.index.weight(&self.index.look_up(word))).sum();
        let ours = tokens.iter().filter(|token| edit.quoted.covers(token.span)).map(Token::counts);
        ours.sum::<f32>().max(theirs)
    }
}
