//! How sure a match is.
//!
//! Words that stand in the same order in the quotation and in the source tell something, and the more the rarer they are.
//! Against that stands what chance does: somewhere in a corpus of N words the best chance agreement tells about log N
//! nats, as the statistics of extreme values say (Karlin and Altschul, 1990), and each break between two runs of found
//! words gives chance another choice. Words that were not found weigh as much as those that were, on average: by which word
//! another was replaced says nothing about where the others come from. A quotation may be judged as a whole, or by a core
//! which the writer's own words surround; the core must then tell more than chance by itself.

use std::ops::Range;

/// Matches with a smaller score are not believed.
pub const THRESHOLD: f32 = 0.5;

/// A stretch that promises a smaller score is not compared letter by letter.
pub(super) const WORTH_COMPARING: f32 = 0.35;

/// Where the best piece of a quotation has a smaller score, nothing is looked for besides it.
pub(super) const WORTH_GOING_ON: f32 = 0.12;

/// Where another has a smaller score, it is none of the nearest passages either.
pub(super) const WORTH_SHOWING: f32 = 0.05;

/// The strength that counts as even odds.
const EVEN: f32 = 2.13;

/// What any break costs, nats …
const BREAK: f32 = 1.6;
/// … and what it costs more where it is longer, by the logarithm of the words that one side has and the other lacks.
const LONGER: f32 = 2.9;
/// What a break costs where the writer marked it.
pub(super) const MARKED: f32 = 0.5;
/// What it costs to go on with another passage of the same source, by the logarithm of the places that are as near.
const ELSEWHERE: f32 = 1.2;

/// What a passage that stands apart tells more than that it is near, nats.
const APART: f32 = 0.0;
/// Words that are as near as a next word.
const NEIGHBOURS: usize = 8;
/// The logarithm of the words around a passage.
const LOCAL: f32 = 4.0;

/// What it tells that the words of a phrase that was turned round stand together and nothing between them, nats …
const TOGETHER: f32 = 8.0;
/// … and how much less in a corpus that is e times as large: in many texts words of one field stand together in either order.
const TOGETHER_BY_SIZE: f32 = 1.75;

/// What each passage behind the second costs more than the one before.
const EACH_MORE: f32 = 5.0;

/// What a core must tell beyond chance agreement, nats.
const BEYOND_CHANCE: f32 = 22.5;
/// By how much more a core must tell in a corpus that is e times as large, nats: the best chance agreement grows so …
const BY_SIZE: f32 = 0.17;
/// Words of other prose that a corpus is thought to be read with: a short text is no sample of what chance does.
const FEWEST_WORDS: usize = 3_000;
/// The share of their weight that words outside the core count …
const OUTSIDE: f32 = 0.4;
/// … and outside one that has no break: the writer's own words around a run say little against it.
const OUTSIDE_A_RUN: f32 = 0.15;
/// The same where it is asked how much of the quotation comes from there: what stands right beside the run may.
const BESIDE_A_RUN: f32 = 0.25;
/// What the best chance agreement tells, nats: in no corpus less than this …
const LEAST_AGREEMENT: f32 = 1.4;
/// … and so much more in one that is e times as large. Stretches overlap, so that it is less than 1.
const AGREEMENT_BY_SIZE: f32 = 0.85;

/// What a break of so many words costs, nats.
pub(super) fn gap(words: usize) -> f32 {
    BREAK + LONGER * (words.max(1) as f32).ln()
}

/// What it costs to go on with a passage of the same source that stands so many words before or behind.
pub(super) fn near(distance: usize) -> f32 {
    BREAK + ELSEWHERE * (1.0 + 2.0 * distance as f32).ln()
}

/// What it costs besides that it is the passage numbered so, from 0: words in no order are many short passages.
pub(super) fn one_more(number: usize) -> f32 {
    EACH_MORE * number.saturating_sub(1) as f32
}

/// What it costs to go on with a passage from anywhere in a corpus of so many words.
pub(super) fn far(words: usize) -> f32 {
    14.0 + 1.5 * agreement(words)
}

/// What a passage tells at most, nats, that stands apart from the others of a quotation by so many words, in a corpus of so
/// many words. That its words stand somewhere in this order is no news where they are a phrase of the corpus; that they
/// stand so near the others is, and chance would bring them there as often as the share of the corpus that is as near.
pub(super) fn apart(distance: usize, words: usize) -> f32 {
    APART + ((words + FEWEST_WORDS) as f32 / (2 * distance + NEIGHBOURS) as f32).max(1.0).ln()
}

/// What a word tells at most, nats, in a passage that is known to be near: one of the words around it.
pub(super) fn local(weight: f32) -> f32 {
    weight.min(LOCAL)
}

/// A run of words that stand one behind the other in the quotation and in the source.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub words: Range<usize>,
    /// What the words weigh, nats.
    pub weight: f32,
    /// What it tells that they stand there in this order, nats: less than their weight where they are common phrases.
    pub information: f32,
    /// The same where its words are known to stand near: see [`local`].
    pub local: f32,
    /// What the break before it costs, nats.
    pub toll: f32,
    /// Where it begins a passage that stands apart from the one before: what that passage tells at most, nats. See [`apart`].
    pub apart: Option<f32>,
}

/// What the runs amount to.
#[derive(Clone, Debug, Default)]
pub(super) struct Judgement {
    /// 0 to 1.
    pub score: f32,
    /// The share of the quotation's weight that was found, 0 to 1.
    pub coverage: f32,
    /// The tokens that come from there.
    pub core: Range<usize>,
}

/// Judges the runs found of a quotation whose tokens weigh `weights`, in a corpus of so many words. What speaks against
/// them, token by token, in nats, is `against`; nothing does where it is empty.
pub(super) fn judge(found: &[Found], weights: &[f32], against: &[f32], words: usize) -> Judgement {
    let before = sums(weights);
    let objections = sums(if against.is_empty() { weights } else { against });
    let objection = |from: usize, to: usize| if against.is_empty() { 0.0 } else { objections[to] - objections[from] };
    let total = before[weights.len()];
    if total <= 0.0 {
        return Judgement { core: 0..weights.len(), ..Judgement::default() };
    }
    let (agreement, chance) = (agreement(words), chance(words));
    // Where nothing tells enough to be judged by, all that was found is the core.
    let ends = found.first().zip(found.last()).map(|(first, last)| first.tokens.start..last.tokens.end);
    let mut best = (0.0, ends.unwrap_or_default());
    let mut most = 0.0f32;
    for (i, first) in found.iter().enumerate() {
        let mut sum = Sum::default();
        for (j, last) in found.iter().enumerate().skip(i) {
            sum.add(last, j == i);
            let core = first.tokens.start..last.tokens.end;
            let inside = before[core.end] - before[core.start];
            let strength = |(information, weight): (f32, f32), all: f32, some: f32, around_a_run: f32| {
                let as_whole = strength((weight - all) / total, information - agreement - all);
                let outside = if j == i { around_a_run } else { OUTSIDE };
                let around = inside + outside * (total - inside);
                as_whole.max(strength((weight - some) / around, information - chance - some))
            };
            // How much of the quotation comes from there is another question than whether it does.
            let in_full = strength(sum.in_full, 0.0, 0.0, BESIDE_A_RUN);
            if in_full > best.0 {
                best = (in_full, core.clone());
            }
            let (all, some) = (objection(0, weights.len()), objection(core.start, core.end));
            most = most.max(strength(sum.total(), all, some, OUTSIDE_A_RUN));
        }
    }
    let (strength, core) = (most, best.1);
    let coverage = found.iter().map(|found| found.weight).sum::<f32>() / total;
    Judgement { score: as_score(strength), coverage: coverage.min(1.0), core }
}

/// The sums of the first values, of none at first.
fn sums(values: &[f32]) -> Vec<f32> {
    let sums = values.iter().scan(0.0, |sum, value| {
        *sum += value;
        Some(*sum)
    });
    std::iter::once(0.0).chain(sums).collect()
}

/// What some runs tell together: the passage that tells most in full, the others no more than one that stands apart does.
#[derive(Default)]
struct Sum {
    /// What the passages before the open one tell as others do: information and weight.
    closed: (f32, f32),
    /// What the most telling one of them tells more in full.
    main: (f32, f32),
    open: Passage,
    /// All that the runs tell, wherever they stand: information and weight.
    in_full: (f32, f32),
    /// What the open one tells at most.
    most: Option<f32>,
}

#[derive(Clone, Copy, Default)]
struct Passage {
    information: f32,
    local: f32,
    weight: f32,
}

impl Sum {
    fn add(&mut self, run: &Found, is_first: bool) {
        let toll = if is_first { 0.0 } else { run.toll };
        if let Some(most) = run.apart.filter(|_| !is_first) {
            // The first passage stands as far from the second as the second from the first.
            self.most = self.most.or(Some(most));
            let (told, more) = self.parts();
            self.closed = (self.closed.0 + told.0, self.closed.1 + told.1);
            self.main = if more.0 > self.main.0 { more } else { self.main };
            (self.open, self.most) = (Passage::default(), Some(most));
        }
        self.in_full.0 += run.information - toll;
        self.in_full.1 += run.weight - toll;
        self.open.information += run.information - toll;
        self.open.local += run.local - toll;
        self.open.weight += run.weight - toll;
    }

    /// What the open passage tells as others do, and what more in full.
    fn parts(&self) -> ((f32, f32), (f32, f32)) {
        let Passage { information, local, weight } = self.open;
        let share = match self.most {
            Some(most) if information > 0.0 => (local.min(most) / information).clamp(0.0, 1.0),
            _ => 1.0,
        };
        ((share * information, share * weight), ((1.0 - share) * information, (1.0 - share) * weight))
    }

    fn total(&self) -> (f32, f32) {
        let (told, more) = self.parts();
        let main = if more.0 > self.main.0 { more } else { self.main };
        (self.closed.0 + told.0 + main.0, self.closed.1 + told.1 + main.1)
    }
}

/// What the best chance agreement with a corpus of so many words tells, nats.
fn agreement(words: usize) -> f32 {
    LEAST_AGREEMENT + AGREEMENT_BY_SIZE * ((words + FEWEST_WORDS) as f32).ln()
}

/// What a core must tell in a corpus of so many words, nats.
fn chance(words: usize) -> f32 {
    BEYOND_CHANCE + BY_SIZE * agreement(words)
}

/// Whether a match may be believed whose words weigh no more than `weight` of a quotation that weighs `total`.
pub(super) fn may_reach(weight: f32, total: f32, words: usize) -> bool {
    let as_whole = strength(weight / total, weight - agreement(words));
    let as_core = strength(weight / (weight + OUTSIDE_A_RUN * (total - weight).max(0.0)), weight - chance(words));
    as_whole.max(as_core) >= EVEN
}

/// The score of a passage that has the words of a quotation, which weigh so much, and no others, turned round.
pub(super) fn of_an_inversion(weight: f32, words: usize) -> f32 {
    as_score(strength(1.0, weight + TOGETHER - TOGETHER_BY_SIZE * ((words + FEWEST_WORDS) as f32).ln()))
}

/// 0 to 1, for a strength.
fn as_score(strength: f32) -> f32 {
    strength * strength / (strength * strength + EVEN * EVEN)
}

/// The tokens of the runs, one behind the other, that together tell most.
pub(super) fn most_telling(found: &[Found]) -> Option<Range<usize>> {
    let mut best: Option<(f32, Range<usize>)> = None;
    let (mut sum, mut start) = (0.0, 0);
    for run in found {
        if sum > run.toll {
            sum -= run.toll;
        } else {
            (sum, start) = (0.0, run.tokens.start);
        }
        sum += run.information;
        if best.as_ref().is_none_or(|(most, _)| sum > *most) {
            best = Some((sum, start..run.tokens.end));
        }
    }
    best.map(|(_, tokens)| tokens)
}

fn strength(coverage: f32, information: f32) -> f32 {
    coverage.clamp(0.0, 1.0).powf(0.9) * information.max(0.0).powf(0.4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(tokens: Range<usize>, information: f32, toll: f32) -> Found {
        Found { words: tokens.clone(), tokens, weight: information, information, local: information, toll, apart: None }
    }

    #[test]
    fn a_long_run_is_believed_between_the_writers_own_words_and_a_short_one_is_not() {
        let weights = [6.0; 30];
        let score = |len: usize| judge(&[run(10..10 + len, 6.0 * len as f32, 0.0)], &weights, &[], 100_000).score;
        assert!(score(12) > THRESHOLD, "{}", score(12));
        assert!(score(5) < THRESHOLD, "{}", score(5));
    }

    #[test]
    fn a_chain_of_scraps_tells_less_than_one_run_of_as_many_words() {
        let weights = [6.0; 12];
        let whole = judge(&[run(0..6, 36.0, 0.0)], &weights, &[], 100_000).score;
        let scraps: Vec<Found> = (0..6).map(|i| run(2 * i..2 * i + 1, 6.0, gap(1))).collect();
        assert!(judge(&scraps, &weights, &[], 100_000).score < whole - 0.05);
    }

    #[test]
    fn nothing_found_is_no_match() {
        assert_eq!(judge(&[], &[3.0], &[], 10).score, 0.0);
        assert_eq!(judge(&[], &[], &[], 0).score, 0.0);
    }
}
