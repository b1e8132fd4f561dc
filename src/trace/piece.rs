//! A run of the quotation aligned with a stretch of the source, and what it tells.

use super::align::{Alignment, Step};
use super::compare::Likeness;
use super::order::alike;
use super::quoted::Token;
use super::score::{self, Found};
use crate::index::{Index, Term};
use crate::text::is_everyday;
use std::ops::Range;

/// Fewer words left over are not looked for elsewhere.
const FEWEST_LEFT_OVER: usize = 2;
/// The share of the words left over, by weight, that a further passage must explain.
pub(super) const MOST_OF_THE_REST: f32 = 0.6;
/// Two passages of one source that are no further apart, in words, belong to one thought.
pub(super) const NEARBY: usize = 200;

/// A longer break may part what has nothing to do with each other.
const LONGEST_BREAK: usize = 3;

/// Sums of the same weights in another order differ by less.
const ROUNDING: f32 = 1e-3;

/// Behind so many words that were left out without a mark, a passage stands apart.
const APART: usize = 8;

/// A short quotation has no more words …
const SHORT: usize = 8;
/// … and says little where it has no more than so many that are not everyday words …
const FEW_TELLING: usize = 2;
/// … so that what is missing at its ends weighs so many times as much.
const AT_AN_END: f32 = 1.3;

/// A stretch of the source aligned with a run of the quotation; numbers are those of the whole quotation and corpus.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub steps: Vec<Step>,
    pub score: f32,
}

impl Piece {
    /// The first `len` tokens stand word by word at the position `start`.
    pub fn exact(len: usize, start: usize) -> Self {
        let pair = |i| Step::Pair { quoted: i, source: start + i, likeness: Likeness::Same };
        Piece { steps: (0..len).map(pair).collect(), score: f32::INFINITY }
    }

    /// An alignment whose tokens are counted from `token` and whose words from the position `position`.
    pub fn aligned(alignment: &Alignment, token: usize, position: usize) -> Option<Self> {
        let moved = |step: &Step| match *step {
            Step::Pair { quoted, source, likeness } => {
                Step::Pair { quoted: quoted + token, source: source + position, likeness }
            }
            Step::Group { quoted, tokens, source, words, likeness } => {
                Step::Group { quoted: quoted + token, tokens, source: source + position, words, likeness }
            }
            Step::Added { quoted } => Step::Added { quoted: quoted + token },
            Step::Dropped { source } => Step::Dropped { source: source + position },
        };
        let steps: Vec<Step> = alignment.steps.iter().map(moved).collect();
        (!steps.is_empty()).then_some(Piece { steps, score: alignment.score })
    }

    /// The same with tokens counted from `by` earlier.
    pub fn shift(mut self, by: usize) -> Self {
        for step in &mut self.steps {
            if let Step::Pair { quoted, .. } | Step::Group { quoted, .. } | Step::Added { quoted } = step {
                *quoted += by;
            }
        }
        self
    }

    /// The part of it that lies within these tokens, from its first pair to its last.
    pub fn within(&self, tokens: &Range<usize>) -> Option<Self> {
        let is_pair = |step: &Step| matches!(step, Step::Pair { quoted, .. } | Step::Group { quoted, .. } if tokens.contains(quoted));
        let first = self.steps.iter().position(is_pair)?;
        let last = self.steps.iter().rposition(is_pair)?;
        Some(Piece { steps: self.steps[first..=last].to_vec(), score: self.score })
    }

    /// The part of it that tells most: ends which tell less than the break before them costs stand there by chance.
    pub fn told(&self, index: &Index, tokens: &[Token]) -> Option<Self> {
        let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
        let found = found(index, tokens, std::slice::from_ref(self), &mut weights);
        self.within(&score::most_telling(&found)?)
    }

    /// The part of it that tells most without a longer break; `None` where that is all of it.
    /// `found` are its runs.
    pub fn core(&self, mut found: Vec<Found>) -> Option<Self> {
        for i in 1..found.len() {
            let (last, next) = (&found[i - 1], &found[i]);
            let gap = (next.tokens.start - last.tokens.end).max(next.words.start - last.words.end);
            if gap > LONGEST_BREAK {
                found[i].toll = f32::INFINITY;
            }
        }
        let core = score::most_telling(&found)?;
        (core.len() < self.tokens().len()).then(|| self.within(&core)).flatten()
    }

    /// Its one run, without an end that tells less than the words beside it that have no place: these may stand elsewhere
    /// together with it. `None` where no end is such, or less than half of the quotation is left. `found` are its runs, and
    /// `weights` what the tokens weigh.
    pub fn trimmed(&self, found: &[Found], weights: &[f32]) -> Option<Self> {
        let [first, second] = found else { return None };
        let weigh = |tokens: Range<usize>| weights[tokens].iter().sum::<f32>();
        let between = weigh(first.tokens.end..second.tokens.start);
        let kept = if between + weigh(second.tokens.end..weights.len()) > second.information {
            first
        } else if between + weigh(0..first.tokens.start) > first.information {
            second
        } else {
            return None;
        };
        (2 * kept.tokens.len() >= weights.len()).then(|| self.within(&kept.tokens))?
    }

    /// Its two parts on either side of the most words that it leaves out in one place without a mark, where these are many: one of
    /// the parts may be a clause that stands on the other side of the other one. `None` where all words of the quotation were found:
    /// they could stand nowhere better. `found` are its runs.
    pub fn halves(&self, tokens: &[Token], found: &[Found]) -> Option<[Piece; 2]> {
        if found.iter().map(|run| run.tokens.len()).sum::<usize>() == tokens.len() {
            return None;
        }
        let left_out = |at: usize| found[at].words.start - found[at - 1].words.end;
        let is_open = |at: &usize| left_out(*at) >= APART && !tokens[found[*at].tokens.start].after_gap;
        let at = (1..found.len()).filter(is_open).max_by_key(|&at| left_out(at))?;
        let (first, last) = (found[0].tokens.start, found[found.len() - 1].tokens.end);
        Some([self.within(&(first..found[at - 1].tokens.end))?, self.within(&(found[at].tokens.start..last))?])
    }

    /// Whether each of its words stands behind the one before, in the quotation and in the source.
    pub fn is_unbroken(&self) -> bool {
        !self.steps.iter().any(|step| matches!(step, Step::Added { .. } | Step::Dropped { .. }))
    }

    /// The tokens from the first pair to the last.
    pub fn tokens(&self) -> Range<usize> {
        let mut all = self.pairs().map(|pair| pair.tokens);
        let first = all.next().unwrap_or(0..1);
        first.start..all.last().unwrap_or(first).end
    }

    /// The positions from the first pair to the last.
    pub fn positions(&self) -> Range<usize> {
        let mut all = self.pairs().map(|pair| pair.words);
        let first = all.next().unwrap_or(0..1);
        first.start..all.last().unwrap_or(first).end
    }

    /// Its tokens and words that stand in each other's place.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> + '_ {
        self.steps.iter().filter_map(|step| match *step {
            Step::Pair { quoted, source, likeness } => {
                Some(Pair { tokens: quoted..quoted + 1, words: source..source + 1, likeness })
            }
            Step::Group { quoted, tokens, source, words, likeness } => {
                Some(Pair { tokens: quoted..quoted + tokens, words: source..source + words, likeness })
            }
            _ => None,
        })
    }

    /// The share of the weight of `tokens`, the first of which has the number `first`, that was found in its place.
    pub fn covers(&self, tokens: &[Token], first: usize) -> f32 {
        let weight = |pair: Pair| {
            let tokens = &tokens[pair.tokens.start - first..pair.tokens.end - first];
            tokens.iter().map(|token| token.weight).sum::<f32>() * pair.likeness.share()
        };
        let found: f32 = self.pairs().map(weight).sum();
        found / tokens.iter().map(|token| token.weight).sum::<f32>().max(f32::MIN_POSITIVE)
    }
}

/// Tokens and words that stand in each other's place.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub tokens: Range<usize>,
    pub words: Range<usize>,
    pub likeness: Likeness,
}

/// The runs of words of the pieces that stand in the quotation as in the source, with what each tells. A word that the
/// corpus lacks but that is like the source's weighs in `weights` what the source's does.
pub(super) fn found(index: &Index, tokens: &[Token], pieces: &[Piece], weights: &mut [f32]) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        let mut before: Option<Pair> = None;
        for pair in alike(index, tokens, piece) {
            if tokens[pair.tokens.start].editorial {
                // What the source has in brackets, too, parts nothing.
                let goes_on = |b: &Pair| b.tokens.end == pair.tokens.start && b.words.end == pair.words.start;
                if let Some(last) = all.last_mut().filter(|_| before.as_ref().is_some_and(goes_on)) {
                    (last.tokens.end, last.words.end) = (pair.tokens.end, pair.words.end);
                    before = Some(pair);
                }
                continue;
            }
            let term = source_term(index, tokens, &pair);
            let weight = weigh(index, tokens, &pair, term.as_ref(), weights);
            match (all.last_mut(), &before) {
                (Some(last), Some(b)) if b.tokens.end == pair.tokens.start && b.words.end == pair.words.start => {
                    let same = b.likeness == Likeness::Same && pair.tokens.len() == 1;
                    let term = term.as_ref().unwrap_or(&tokens[pair.tokens.start].term);
                    let behind = if same { index.weight_after(&tokens[b.tokens.start].term, term) } else { f32::MAX };
                    last.tokens.end = pair.tokens.end;
                    last.words.end = pair.words.end;
                    last.weight += weight * pair.likeness.share();
                    last.information += behind.min(weight) * pair.likeness.share();
                    last.local += score::local(behind.min(weight)) * pair.likeness.share();
                }
                (last, before) => {
                    let (toll, apart) = match (last, before) {
                        (None, _) => (0.0, None),
                        (Some(last), Some(_)) => {
                            let marked = tokens[pair.tokens.start].after_gap;
                            let left_out =
                                (pair.words.start - last.words.end).saturating_sub(pair.tokens.start - last.tokens.end);
                            let is_apart = !marked && left_out >= APART;
                            let toll = toll(tokens, last, pair.tokens.start, pair.words.start);
                            (toll, is_apart.then(|| score::apart(left_out, index.len())))
                        }
                        (Some(last), None) => {
                            let toll = leap(index, tokens, &last.words, piece) + score::one_more(number);
                            let marked = tokens[pair.tokens.start].after_gap && pair.words.start >= last.words.end;
                            let distance = distance(index, &last.words, piece).filter(|_| !marked);
                            (toll, distance.map(|distance| score::apart(distance, index.len())))
                        }
                    };
                    let weight = weight * pair.likeness.share();
                    let (tokens, words) = (pair.tokens.clone(), pair.words.clone());
                    let local = score::local(weight);
                    all.push(Found { tokens, words, weight, information: weight, local, toll, apart });
                }
            }
            before = Some(pair);
        }
    }
    all
}

/// The word of the source that a token which is no word of the corpus is like.
fn source_term(index: &Index, tokens: &[Token], pair: &Pair) -> Option<Term> {
    let strange = pair.tokens.len() == 1 && tokens[pair.tokens.start].term.count() == 0;
    (strange && pair.likeness != Likeness::Same).then(|| index.look_up(index.word(pair.words.start)))
}

/// What the tokens of a pair weigh, nats: no more than the words of the source, where these are other words.
fn weigh(index: &Index, tokens: &[Token], pair: &Pair, term: Option<&Term>, weights: &mut [f32]) -> f32 {
    if pair.tokens.len() == 1 && pair.words.len() == 1 {
        let weight = &mut weights[pair.tokens.start];
        *weight = term.map_or(*weight, |term| index.weight(term));
        return *weight;
    }
    let theirs: f32 = pair.words.clone().map(|word| index.weight(&index.look_up(index.word(word)))).sum();
    let each = theirs / pair.tokens.len() as f32;
    for token in pair.tokens.clone().filter(|&token| !tokens[token].editorial) {
        weights[token] = each;
    }
    theirs
}

/// What it costs to go on from a run of found words of a piece to its next one, nats.
fn toll(tokens: &[Token], last: &Found, quoted: usize, source: usize) -> f32 {
    match tokens[quoted].after_gap {
        true => score::MARKED,
        false => score::gap((quoted - last.tokens.end).max(source - last.words.end)),
    }
}

/// Makes each word that was not found weigh as much as the words found do on average, given what they weigh: that it is another one
/// says no more against the passage where it is rare, and no less where it is common. A word that no text has may be a misread
/// common one, and weighs no more than before. Everyday words alone say nothing about others: beside them, and in a short quotation of
/// which more is missing than they leave, a rare word keeps what it weighs. Nor do they make a quotation of a phrase that goes on
/// otherwise: at an end of a short one, a missing word weighs more.
pub(super) fn even_out(tokens: &[Token], found: &[Found], weights: &mut [f32]) {
    let mut is_open: Vec<bool> = tokens.iter().map(|token| !token.editorial).collect();
    found.iter().for_each(|run| is_open[run.tokens.clone()].fill(false));
    let counted: Vec<usize> = (0..tokens.len()).filter(|&at| !is_open[at] && !tokens[at].editorial).collect();
    let (Some(&first), Some(&last)) = (counted.first(), counted.last()) else { return };
    let mean = counted.iter().map(|&at| weights[at]).sum::<f32>() / counted.len() as f32;
    let telling = counted.iter().filter(|&&at| !is_everyday(&tokens[at].folded)).count();
    let missing = is_open.iter().filter(|open| **open).count();
    let is_short = tokens.len() <= SHORT;
    let may_go_on = is_short && telling <= FEW_TELLING;
    let is_phrase = telling == 0 || is_short && telling < missing;
    for at in (0..tokens.len()).filter(|&at| is_open[at]) {
        let even = if is_phrase { mean.max(weights[at]) } else { mean };
        let end = if may_go_on && !(first..last).contains(&at) { AT_AN_END } else { 1.0 };
        let is_unknown = tokens[at].term.count() == 0;
        weights[at] = end * if is_unknown { weights[at].min(even) } else { even };
    }
}

/// How many words a piece stands before or behind others; `None` if it stands elsewhere.
fn distance(index: &Index, from: &Range<usize>, to: &Piece) -> Option<usize> {
    let at = to.positions();
    let distance = from.start.saturating_sub(at.end).max(at.start.saturating_sub(from.end));
    (distance <= NEARBY && index.source_at(from.start) == index.source_at(at.start)).then_some(distance)
}

/// What it costs to go on from one piece to another, nats.
fn leap(index: &Index, tokens: &[Token], from: &Range<usize>, to: &Piece) -> f32 {
    let at = to.positions();
    if index.source_at(from.start) != index.source_at(at.start) {
        return score::far(index.len());
    }
    let distance = from.start.saturating_sub(at.end).max(at.start.saturating_sub(from.end));
    match tokens[to.tokens().start].after_gap && at.start >= from.end {
        true => score::near(distance.min(NEARBY)),
        false if distance <= NEARBY => score::near(distance),
        false => score::far(index.len()),
    }
}

/// The runs of tokens that the pieces leave over and that are long enough to come from elsewhere.
pub(super) fn left_over(tokens: &[Token], pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut found: Vec<bool> = tokens.iter().map(|token| token.editorial).collect();
    for pair in pieces.iter().flat_map(Piece::pairs).filter(|pair| pair.likeness != Likeness::Different) {
        found[pair.tokens].fill(true);
    }
    let mut runs = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let len = found[start..].iter().take_while(|&&f| f == found[start]).count();
        if !found[start] && len >= FEWEST_LEFT_OVER {
            runs.push(start..start + len);
        }
        start += len;
    }
    runs
}

/// What some pieces tell together, nats.
pub(super) fn tell(index: &Index, tokens: &[Token], pieces: &[Piece]) -> f32 {
    let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
    found(index, tokens, pieces, &mut weights).iter().map(|found| found.information - found.toll).sum()
}

/// Whether some pieces explain more of the quotation than others do, and tell more.
pub(super) fn explain_more(index: &Index, tokens: &[Token], pieces: &[Piece], others: &[Piece]) -> bool {
    let explained = |pieces: &[Piece]| {
        let pairs = pieces.iter().flat_map(Piece::pairs);
        let weight = |pair: Pair| tokens[pair.tokens].iter().map(Token::counts).sum::<f32>() * pair.likeness.share();
        pairs.map(weight).sum::<f32>()
    };
    explained(pieces) > explained(others) + ROUNDING && tell(index, tokens, pieces) > tell(index, tokens, others)
}

/// Whether a piece explains a left-over run: most of it, and more than chance would, which has more choice the further away
/// it stands. What other tokens already come from does not explain these as well.
pub(super) fn is_worth_adding(
    index: &Index,
    tokens: &[Token],
    run: &Range<usize>,
    piece: &Piece,
    pieces: &[Piece],
) -> bool {
    let alike = |pair: &Pair| pair.likeness != Likeness::Different;
    let taken =
        |pair: Pair| pieces.iter().flat_map(Piece::pairs).filter(alike).any(|p| p.words.contains(&pair.words.start));
    if piece.pairs().filter(alike).any(taken) {
        return false;
    }
    let mut weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
    let found = found(index, tokens, std::slice::from_ref(piece), &mut weights);
    let net: f32 = found.iter().map(|found| found.information - found.toll).sum();
    let weight: f32 = found.iter().map(|found| found.weight).sum();
    weight >= MOST_OF_THE_REST * weights[run.clone()].iter().sum::<f32>()
        && net > leap(index, tokens, &pieces[0].positions(), piece) + score::one_more(pieces.len())
}
