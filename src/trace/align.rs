//! Word-by-word local alignment of a quotation with a stretch of the corpus: Smith and Waterman (1981) with Gotoh's affine
//! gaps (1982), over words instead of letters. Rare words earn more than common ones; a gap where the writer marked an
//! omission is free; the quotation's ends are free, so that the writer's own words at an end do not spoil the rest.

use super::compare::{Comparison, Likeness};
use super::quoted::Token;
use crate::index::{Stretch, WordId};
use rustc_hash::{FxHashMap, FxHashSet};

/// One step of an alignment; `quoted` numbers a token, `source` a word of the stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The two stand in each other's place.
    Pair { quoted: usize, source: usize, likeness: Likeness },
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

#[derive(Clone, Copy)]
struct Cell {
    paired: f32,
    adding: f32,
    dropping: f32,
}

const NEVER: f32 = -1e9;
const EMPTY: Cell = Cell { paired: NEVER, adding: NEVER, dropping: NEVER };

/// Aligns the words of a quotation with a stretch of the corpus. Empty where they share nothing.
pub(super) fn align(tokens: &[Token], stretch: &Stretch) -> Alignment {
    let len = stretch.words.len();
    let width = len + 1;
    let mut origins = vec![0u8; tokens.len() * len];
    let mut above = vec![EMPTY; width];
    let mut row = vec![EMPTY; width];
    let mut best = (0.0f32, 0, 0);
    let mut likenesses = Likenesses::new(stretch);
    for (i, token) in tokens.iter().enumerate() {
        let alike = likenesses.row(token);
        let (open, more) = gap_costs(tokens.get(i + 1));
        let value = worth(token.weight);
        row[0] = EMPTY;
        for j in 1..width {
            let likeness = alike[j - 1];
            let gain = match likeness {
                Likeness::Different if token.editorial || token.bent => -MARKED,
                // The writer's own words lead nowhere, even where the source has the same.
                _ if token.editorial => 0.0,
                Likeness::Different => -REPLACED,
                _ => value * likeness.share(),
            };
            let diagonal = above[j - 1];
            let (from, paired_origin) = diagonal.best();
            let up = above[j];
            let (add, add_more) = if token.editorial { (0.0, 0.0) } else { (ADDED, ADDED_MORE) };
            let (adding, adding_origin) = larger((up.paired - add, PAIRED), (up.adding - add_more, ADDING));
            let left = row[j - 1];
            let (dropping, dropping_origin) = larger((left.paired - open, PAIRED), (left.dropping - more, DROPPING));
            let paired = from + gain;
            row[j] = Cell { paired, adding, dropping };
            origins[i * len + j - 1] = paired_origin | adding_origin << 2 | dropping_origin << 4;
            if paired > best.0 && likeness != Likeness::Different {
                best = (paired, i + 1, j);
            }
        }
        std::mem::swap(&mut above, &mut row);
    }
    let mut steps = trace_back(&origins, len, (best.1, best.2), tokens, &mut likenesses);
    trim(&mut steps, tokens);
    steps.reverse();
    trim(&mut steps, tokens);
    steps.reverse();
    Alignment { steps, score: best.0 }
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

impl Cell {
    /// The best state to pair the next two words from; a fresh start is worth nothing.
    fn best(self) -> (f32, u8) {
        [(self.paired, PAIRED), (self.adding, ADDING), (self.dropping, DROPPING)].into_iter().fold((0.0, FRESH), larger)
    }
}

fn larger(a: (f32, u8), b: (f32, u8)) -> (f32, u8) {
    if b.0 > a.0 { b } else { a }
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
                let likeness = likenesses.row(&tokens[i - 1])[j - 1];
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

/// How alike a token is to each word of the stretch. A word that stands there is compared by number only; others are
/// compared letter by letter, each different word once.
struct Likenesses<'a> {
    stretch: &'a Stretch<'a>,
    present: FxHashSet<WordId>,
    of_orphans: FxHashMap<String, FxHashMap<WordId, Likeness>>,
    row: Vec<Likeness>,
}

impl<'a> Likenesses<'a> {
    fn new(stretch: &'a Stretch<'a>) -> Self {
        let present = stretch.words.iter().copied().collect();
        Likenesses { stretch, present, of_orphans: FxHashMap::default(), row: Vec::new() }
    }

    fn row(&mut self, token: &Token) -> &[Likeness] {
        self.row.clear();
        if let Some(id) = token.term.id_in(self.stretch.number).filter(|id| self.present.contains(id)) {
            self.row
                .extend(self.stretch.words.iter().map(|&w| if w == id { Likeness::Same } else { Likeness::Different }));
            return &self.row;
        }
        let (present, segment) = (&self.present, self.stretch.segment);
        let alike = self.of_orphans.entry(token.folded.clone()).or_insert_with(|| {
            let comparison = Comparison::new(&token.folded);
            let pairs = present.iter().map(|&word| (word, comparison.with(segment.word(word))));
            pairs.filter(|&(_, likeness)| likeness != Likeness::Different).collect()
        });
        self.row.extend(self.stretch.words.iter().map(|word| alike.get(word).copied().unwrap_or(Likeness::Different)));
        &self.row
    }
}
