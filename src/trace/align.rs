//! Word-by-word local alignment of a quotation with a stretch of the corpus: Smith and Waterman (1981) with Gotoh's affine
//! gaps (1982), over words instead of letters. Rare words earn more than common ones; a gap where the writer marked an
//! omission is free; the quotation's ends are free, so that the writer's own words at an end do not spoil the rest.

use super::compare::Likeness;
use super::likenesses::Likenesses;
use super::quoted::Token;
use crate::index::Stretch;

/// One step of an alignment; `quoted` numbers a token, `source` a word of the stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The two stand in each other's place.
    Pair { quoted: usize, source: usize, likeness: Likeness },
    /// Some tokens stand in the place of some words: split, run together, contracted.
    Group { quoted: usize, tokens: usize, source: usize, words: usize, likeness: Likeness },
    /// The quotation has a word that the source lacks.
    Added { quoted: usize },
    /// The source has a word that the quotation lacks.
    Dropped { source: usize },
}

/// The best alignment, from its first pair to its last.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    pub steps: Vec<Step>,
    /// The sum of what the steps earn and cost.
    pub score: f32,
}

const REPLACED: f32 = 0.7;
const ADDED: f32 = 0.6;
const ADDED_MORE: f32 = 0.4;
const DROPPED: f32 = 0.9;
const DROPPED_MORE: f32 = 0.04;
const MARKED: f32 = 0.05;
const MARKED_MORE: f32 = 0.0005;

/// What it earns to find a word of this weight in its place.
fn worth(weight: f32) -> f32 {
    0.15 + 0.25 * weight
}

/// Up to so many words at an end, behind a gap of more than …
const FEW_PAIRS: usize = 2;
/// … so many words that were dropped, are cut off if there is but one or …
const LARGEST_GAP: usize = 3;
/// … they tell less than this together, in nats.
const LITTLE: f32 = 7.0;

// The origin of a cell in the traceback, two bits for each of the three states.
const FRESH: u8 = 0;
const PAIRED: u8 = 1;
const ADDING: u8 = 2;
const DROPPING: u8 = 3;

const NEVER: f32 = -1e9;

/// The states of one row of the matrix, each as a column of its own so that the processor takes several cells at once.
struct Row {
    paired: Vec<f32>,
    adding: Vec<f32>,
    dropping: Vec<f32>,
    /// The best of the three to pair the next two words from, a fresh start being worth nothing, and which it is.
    best: Vec<f32>,
    best_origin: Vec<u8>,
}

impl Row {
    fn new(width: usize) -> Self {
        let never = vec![NEVER; width];
        Row {
            paired: never.clone(),
            adding: never.clone(),
            dropping: never,
            best: vec![0.0; width],
            best_origin: vec![FRESH; width],
        }
    }
}

/// Aligns the words of a quotation with a stretch of the corpus, word by word, or letter by letter where a word differs.
/// Empty where they share nothing.
pub(super) fn align(tokens: &[Token], stretch: &Stretch, by_letters: bool) -> Alignment {
    let len = stretch.words.len();
    let mut origins = vec![0u8; tokens.len() * len];
    let mut row = Row::new(len + 1);
    let mut gains = vec![0.0f32; len];
    let mut best = (0.0f32, 0, 0);
    let mut likenesses = Likenesses::new(stretch, by_letters);
    for (i, token) in tokens.iter().enumerate() {
        let hits = likenesses.row(token);
        let value = worth(token.weight);
        // The writer's own words lead nowhere, even where the source has the same.
        let apart = if token.editorial || token.bent { -MARKED } else { -REPLACED };
        gains.fill(apart);
        for &(at, likeness) in hits {
            gains[at] = if token.editorial { 0.0 } else { value * likeness.share() };
        }
        step(&mut row, &gains, token.editorial, gap_costs(tokens.get(i + 1)), &mut origins[i * len..(i + 1) * len]);
        for &(at, _) in hits {
            if row.paired[at + 1] > best.0 {
                best = (row.paired[at + 1], i + 1, at + 1);
            }
        }
    }
    let mut steps = trace_back(&origins, len, (best.1, best.2), tokens, &mut likenesses);
    trim(&mut steps, tokens);
    steps.reverse();
    trim(&mut steps, tokens);
    steps.reverse();
    Alignment { steps, score: best.0 }
}

/// Goes on to the next token: what it earns with each word, whether it is the writer's, and what dropped words cost behind
/// it. Column 0 stands before the first word.
fn step(row: &mut Row, gains: &[f32], editorial: bool, (open, more): (f32, f32), origins: &mut [u8]) {
    let len = gains.len();
    let (add, add_more) = if editorial { (0.0, 0.0) } else { (ADDED, ADDED_MORE) };
    let Row { paired, adding, dropping, best, best_origin } = row;
    let (paired, adding, dropping) = (&mut paired[1..=len], &mut adding[1..=len], &mut dropping[1..=len]);
    for j in 0..len {
        let (begin, go_on) = (paired[j] - add, adding[j] - add_more);
        adding[j] = if go_on > begin { go_on } else { begin };
        origins[j] = best_origin[j] | if go_on > begin { ADDING << 2 } else { PAIRED << 2 };
    }
    for j in 0..len {
        paired[j] = best[j] + gains[j];
    }
    let (mut before, mut run) = (NEVER, NEVER);
    for j in 0..len {
        let (begin, go_on) = (before - open, run - more);
        origins[j] |= if go_on > begin { DROPPING << 4 } else { PAIRED << 4 };
        run = begin.max(go_on);
        before = paired[j];
        dropping[j] = run;
    }
    let (best, best_origin) = (&mut best[1..=len], &mut best_origin[1..=len]);
    for j in 0..len {
        let (mut most, mut origin) = (0.0f32, FRESH);
        for (value, from) in [(paired[j], PAIRED), (adding[j], ADDING), (dropping[j], DROPPING)] {
            origin = if value > most { from } else { origin };
            most = most.max(value);
        }
        (best[j], best_origin[j]) = (most, origin);
    }
}

/// Cuts off the end of an alignment as long as it is a word or two far from the rest: those stand there by chance.
fn trim(steps: &mut Vec<Step>, tokens: &[Token]) {
    loop {
        let (mut pairs, mut weight, mut dropped) = (0, 0.0, 0);
        let mut marked = false;
        let mut cut = None;
        for (at, step) in steps.iter().enumerate().rev() {
            match *step {
                Step::Pair { quoted, likeness, .. } => {
                    if dropped > LARGEST_GAP && !marked {
                        cut = Some(at + 1);
                        break;
                    }
                    if likeness != Likeness::Different && !tokens[quoted].editorial {
                        pairs += 1;
                        weight += tokens[quoted].weight * likeness.share();
                    }
                    (dropped, marked) = (0, tokens[quoted].after_gap);
                }
                Step::Dropped { .. } => dropped += 1,
                Step::Added { quoted } => marked |= tokens[quoted].after_gap,
                Step::Group { .. } => return,
            }
            if pairs > FEW_PAIRS {
                break;
            }
        }
        match cut {
            Some(at) if pairs < 2 || weight < LITTLE => steps.truncate(at),
            _ => return,
        }
        // What came before the gap is now the end, without the words that only led to it.
        while matches!(steps.last(), Some(Step::Dropped { .. } | Step::Added { .. })) {
            steps.pop();
        }
    }
}

fn gap_costs(next: Option<&Token>) -> (f32, f32) {
    match next {
        Some(token) if token.after_gap => (MARKED, MARKED_MORE),
        _ => (DROPPED, DROPPED_MORE),
    }
}

fn trace_back(
    origins: &[u8],
    width: usize,
    end: (usize, usize),
    tokens: &[Token],
    likenesses: &mut Likenesses,
) -> Vec<Step> {
    let (mut i, mut j) = end;
    let mut state = PAIRED;
    let mut steps = Vec::new();
    while i > 0 && j > 0 {
        let origin = origins[(i - 1) * width + j - 1];
        match state {
            PAIRED => {
                let likeness = likenesses.of(&tokens[i - 1], j - 1);
                steps.push(Step::Pair { quoted: i - 1, source: j - 1, likeness });
                state = origin & 3;
                (i, j) = (i - 1, j - 1);
            }
            ADDING => {
                steps.push(Step::Added { quoted: i - 1 });
                state = origin >> 2 & 3;
                i -= 1;
            }
            DROPPING => {
                steps.push(Step::Dropped { source: j - 1 });
                state = origin >> 4 & 3;
                j -= 1;
            }
            _ => break,
        }
    }
    steps.reverse();
    steps
}
