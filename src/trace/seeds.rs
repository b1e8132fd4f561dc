//! Where in the corpus a quotation could come from: its rarest words vote for the stretches in which they stand together.

use super::quoted::Token;
use crate::index::Index;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Postings looked at for one quotation, at most. Rare words come first, so the limit takes only common ones away.
const BUDGET: usize = 20_000;
/// Words of a quotation that the corpus lacks whose near forms are looked up, at most.
const MOST_NEAR: usize = 6;
/// Stretches proposed, at most.
const MOST_WINDOWS: usize = 8;

/// A stretch with a smaller share of the votes than this of the best one's is not looked at.
const WORTH_A_LOOK: f32 = 0.6;

/// The stretches of the corpus, as ranges of positions inside one source each, that share most of the quotation's rare
/// words, best first.
pub(super) fn windows(tokens: &[Token], index: &Index, exclude: Option<usize>) -> Vec<Range<usize>> {
    let width = (tokens.len() + 8).next_power_of_two().max(16);
    let mut votes = Votes { width, buckets: FxHashMap::default() };
    let mut left = BUDGET;
    for (voter, (word, weight)) in voters(tokens, index).into_iter().enumerate() {
        let postings = index.postings(word);
        if postings.len() > left {
            break;
        }
        left -= postings.len();
        for &position in postings {
            votes.add(position as usize, voter as u32 + 1, weight);
        }
    }
    let slack = tokens.len() + 8;
    let last = index.len().saturating_sub(1);
    let mut ranges = Vec::new();
    for bucket in votes.best(MOST_WINDOWS * 2) {
        let start = bucket * width;
        // Buckets may straddle two sources: the stretch is cut at the border, and both sides are tried.
        let (first, second) = (index.source_of(start.min(last)), index.source_of((start + width).min(last)));
        for source in first..=second {
            let inside = index.positions_of(source);
            let range = start.saturating_sub(slack).max(inside.start)..(start + 2 * width + slack).min(inside.end);
            if Some(source) != exclude && !range.is_empty() {
                ranges.push(range);
            }
        }
        if ranges.len() >= MOST_WINDOWS {
            break;
        }
    }
    ranges
}

/// The different words of the quotation with their weights, rarest first; words that the corpus lacks by their near forms.
fn voters(tokens: &[Token], index: &Index) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = Vec::with_capacity(tokens.len());
    let mut unknown = 0;
    for token in tokens.iter().filter(|token| !token.editorial) {
        match token.id {
            Some(id) => all.push((id, token.weight)),
            None if unknown < MOST_NEAR => {
                unknown += 1;
                all.extend(
                    index.vocabulary().near(&token.folded).into_iter().map(|id| (id, index.weight(Some(id)) * 0.7)),
                );
            }
            None => {}
        }
    }
    all.sort_unstable_by_key(|&(word, _)| word);
    all.dedup_by_key(|(word, _)| *word);
    all.sort_unstable_by_key(|&(word, _)| index.postings(word).len());
    all
}

/// Weights by bucket of positions, and who voted there last; a word votes once in each bucket.
struct Votes {
    width: usize,
    buckets: FxHashMap<usize, (f32, u32)>,
}

impl Votes {
    fn add(&mut self, position: usize, voter: u32, weight: f32) {
        let (sum, last) = self.buckets.entry(position / self.width).or_default();
        if *last != voter {
            *last = voter;
            *sum += weight;
        }
    }

    /// The buckets that have most votes together with the one behind, best first, no two of them touching.
    fn best(&self, most: usize) -> Vec<usize> {
        let weight = |bucket: usize| self.buckets.get(&bucket).map_or(0.0, |(weight, _)| *weight);
        let starts = self.buckets.keys().flat_map(|&bucket| [bucket.saturating_sub(1), bucket]);
        let mut order: Vec<(f32, usize)> = starts.map(|bucket| (weight(bucket) + weight(bucket + 1), bucket)).collect();
        let by_weight = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if order.len() > most * 3 {
            order.select_nth_unstable_by(most * 3, by_weight);
            order.truncate(most * 3);
        }
        order.sort_unstable_by(by_weight);
        let least = order.first().map_or(0.0, |(weight, _)| weight * WORTH_A_LOOK);
        let mut chosen: Vec<usize> = Vec::new();
        for (_, bucket) in order.into_iter().take_while(|(weight, _)| *weight >= least) {
            if chosen.iter().all(|c| c.abs_diff(bucket) > 1) {
                chosen.push(bucket);
            }
            if chosen.len() == most {
                break;
            }
        }
        chosen
    }
}
