//! Where in the corpus a quotation could come from: its rarest words vote for the stretches in which they stand together.
//!
//! Rare words vote first, for every block that they stand in. As soon as the others together could not carry a block that
//! has no vote yet, they are only asked about the blocks that lead, so that the cost does not grow with the corpus.

use super::quoted::Token;
use super::score;
use super::voters::{Voter, voters};
use crate::index::{BLOCK, Index};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Votes counted for one quotation, at most. Rare words come first, so the limit takes only common ones away.
const BUDGET: u64 = 20_000;
/// Stretches proposed, at most.
const MOST_WINDOWS: usize = 8;
/// Stretches about which all words are asked.
const LEADERS: usize = 32;

/// Tokens of a part of a quotation that is looked for by itself.
const PART: usize = 10;
/// Parts of a quotation, at most.
const MOST_PARTS: usize = 8;

/// A stretch with a smaller share of the votes than this of the best one's is not looked at.
const WORTH_A_LOOK: f32 = 0.7;

/// The stretches of the corpus, as ranges of positions inside one source each, that share most of the quotation's rare
/// words, best first.
pub(super) fn windows(tokens: &[Token], index: &Index, exclude: Option<usize>) -> Vec<Window> {
    let shift = (tokens.len() + 8).div_ceil(BLOCK).next_power_of_two().trailing_zeros();
    let votes = Votes::count(&voters(tokens, index), index, shift);
    let slack = tokens.len() / 2 + 16;
    let width = BLOCK << shift;
    let mut ranges = Vec::new();
    for (weight, bucket) in votes.best(MOST_WINDOWS * 2) {
        // What stands before a segment is nothing.
        let start = (bucket * width).max(index.segment_start((bucket + 1) * width));
        // The blocks may belong to several sources: each is tried.
        for (source, inside) in index.sources_in(start..start + 2 * width) {
            let range = start.saturating_sub(slack).max(inside.start)..(start + 2 * width + slack).min(inside.end);
            if Some(source) != exclude && !range.is_empty() {
                ranges.push(Window { range, weight });
            }
        }
        if ranges.len() >= MOST_WINDOWS {
            break;
        }
    }
    ranges
}

/// A stretch of the corpus in which a quotation may stand.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// Its positions.
    pub range: Range<usize>,
    /// What the quotation's words that stand in it weigh, nats, about.
    pub weight: f32,
}

/// The best stretch of each part of the quotation that may tell enough by itself, without those that overlap `known`.
pub(super) fn windows_of_parts(
    tokens: &[Token],
    known: &[Window],
    index: &Index,
    exclude: Option<usize>,
) -> Vec<Window> {
    let mut all: Vec<Window> = Vec::new();
    let weight = |tokens: &[Token]| tokens.iter().map(Token::counts).sum::<f32>();
    let total = weight(tokens);
    if tokens.len() <= PART {
        return all;
    }
    let step = (PART / 2).max(tokens.len().div_ceil(MOST_PARTS));
    for start in (0..tokens.len() - PART / 2).step_by(step) {
        let part = &tokens[start..(start + PART).min(tokens.len())];
        let known_words: f32 = part.iter().filter(|token| token.term.count() > 0).map(|token| token.weight).sum();
        if !score::may_reach(known_words, total, index.len()) {
            continue;
        }
        let new = windows(part, index, exclude).into_iter().next();
        let overlaps = |a: &Window, b: &Window| a.range.start < b.range.end && b.range.start < a.range.end;
        let enough = |new: &Window| score::may_reach(new.weight, total, index.len());
        let fresh = |new: &Window| enough(new) && !known.iter().chain(&all).any(|old| overlaps(old, new));
        all.extend(new.filter(fresh));
    }
    all
}

/// Weights by bucket of blocks, and who voted there last; each seat votes once in each bucket.
struct Votes {
    buckets: FxHashMap<usize, Bucket>,
    /// What the vote of each seat counts.
    weights: Vec<f32>,
    /// The most that a bucket has.
    most: f32,
}

#[derive(Default)]
struct Bucket {
    weight: f32,
    /// One more than the seat that voted last.
    last: u32,
    /// Which of the first voters did, the rarest words.
    voted: [u64; 2],
    /// What the others' votes count.
    rest: f32,
}

impl Votes {
    fn count(voters: &[Voter], index: &Index, shift: u32) -> Self {
        let mut weights = vec![0.0; voters.len()];
        voters.iter().for_each(|voter| weights[voter.seat] = voter.weight.max(weights[voter.seat]));
        let expected = voters.iter().map(|voter| voter.count).sum::<u64>().min(BUDGET / 2) as usize;
        let buckets = FxHashMap::with_capacity_and_hasher(expected, Default::default());
        let mut rest: f32 = voters.iter().map(|voter| voter.weight).sum();
        let mut votes = Votes { buckets, weights, most: 0.0 };
        let mut left = BUDGET;
        let mut asked = 0;
        for (number, voter) in voters.iter().enumerate() {
            if voter.count > left || rest < votes.most {
                break;
            }
            left -= voter.count;
            rest -= voter.weight;
            asked = number + 1;
            for (segment, of) in index.segments().iter().enumerate() {
                let first = index.first_block(segment);
                for block in voter.blocks(segment, of).into_iter().flatten() {
                    votes.add((first + block as usize) >> shift, voter.seat);
                }
            }
        }
        votes.ask(&voters[asked..], index, shift);
        votes
    }

    fn add(&mut self, bucket: usize, seat: usize) {
        let bucket = self.buckets.entry(bucket).or_default();
        let vote = 1u64 << (seat % 64);
        let before = bucket.voted.get(seat / 64).map_or(0, |voted| voted & vote);
        if bucket.last == seat as u32 + 1 || before != 0 {
            return;
        }
        bucket.last = seat as u32 + 1;
        bucket.weight += self.weights[seat];
        self.most = self.most.max(bucket.weight);
        match bucket.voted.get_mut(seat / 64) {
            Some(voted) => *voted |= vote,
            None => bucket.rest += self.weights[seat],
        }
    }

    /// What a bucket and the one behind have together: whoever voted for both counts once.
    fn together(&self, bucket: usize) -> f32 {
        let of = |bucket: usize| self.buckets.get(&bucket).map_or(([0; 2], 0.0), |bucket| (bucket.voted, bucket.rest));
        let ((here, rest), (behind, more)) = (of(bucket), of(bucket + 1));
        // In the voters' order, so that the same voters are worth the same to the last bit.
        let mut weight = rest + more;
        for (i, mut voted) in [here[0] | behind[0], here[1] | behind[1]].into_iter().enumerate() {
            while voted != 0 {
                weight += self.weights[64 * i + voted.trailing_zeros() as usize];
                voted &= voted - 1;
            }
        }
        weight
    }

    /// Asks the remaining voters about the buckets that lead so far, and those beside them.
    fn ask(&mut self, voters: &[Voter], index: &Index, shift: u32) {
        let mut leaders: Vec<usize> =
            self.best(LEADERS).into_iter().flat_map(|(_, bucket)| [bucket, bucket + 1]).collect();
        leaders.sort_unstable();
        leaders.dedup();
        for voter in voters {
            for (segment, of) in index.segments().iter().enumerate() {
                let base = index.first_block(segment);
                let inside = leaders.partition_point(|&b| (b + 1) << shift <= base);
                let Some(mut blocks) = voter.blocks(segment, of) else { continue };
                for &bucket in &leaders[inside..] {
                    let (from, to) = ((bucket << shift).max(base) - base, ((bucket + 1) << shift) - base);
                    match blocks.seek(from as u32) {
                        Some(block) if (block as usize) < to => {
                            self.add(bucket, voter.seat);
                        }
                        Some(_) => {}
                        None => break,
                    }
                }
            }
        }
    }

    /// The buckets that have most votes together with the one behind, best first, no two of them touching.
    fn best(&self, most: usize) -> Vec<(f32, usize)> {
        let by_weight = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        // Of two buckets that are worth a look together, one has half of that.
        let enough = 0.5 * WORTH_A_LOOK * self.most;
        let all = self.buckets.iter().map(|(&number, bucket)| (bucket.weight, number));
        let mut heavy: Vec<(f32, usize)> = all.filter(|(weight, _)| *weight >= enough).collect();
        if heavy.len() > most * 4 {
            heavy.select_nth_unstable_by(most * 4, by_weight);
            heavy.truncate(most * 4);
        }
        let starts = heavy.into_iter().flat_map(|(_, bucket)| [bucket.saturating_sub(1), bucket]);
        let mut order: Vec<(f32, usize)> = starts.map(|bucket| (self.together(bucket), bucket)).collect();
        order.sort_unstable_by(by_weight);
        order.dedup();
        let least = order.first().map_or(0.0, |(weight, _)| weight * WORTH_A_LOOK);
        let mut chosen: Vec<(f32, usize)> = Vec::new();
        for (weight, bucket) in order.into_iter().take_while(|(weight, _)| *weight >= least) {
            if chosen.iter().all(|(_, c)| c.abs_diff(bucket) > 1) {
                chosen.push((weight, bucket));
            }
            if chosen.len() == most {
                break;
            }
        }
        chosen
    }
}
