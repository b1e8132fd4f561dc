//! What of a quotation votes for the stretches it may come from: its words, near forms of those that the corpus lacks, and
//! pairs of common words.

use super::align::{Alignment, Step};
use super::compare::Likeness;
use super::misread::readings;
use super::quoted::Token;
use super::score::{self, Found};
use crate::index::{Blocks, Index, Segment, Stretch, Term};
use std::ops::Range;

/// Words of a quotation that the corpus lacks whose near forms are looked up, at most.
const MOST_NEAR: usize = 12;
/// Forms of one of them that vote, at most.
const MOST_FORMS: usize = 8;
/// What a near form's vote counts.
const NEAR: f32 = 0.7;
/// What a word of no text may weigh where none of its forms stands, nats.
const STRANGE: f32 = 1.0;
/// The same where its forms were not looked up.
const UNREAD: f32 = 3.0;
/// The share of the weight of a word that a stretch lacks which related words may still bring.
const RELATED: f32 = 0.15;
/// Bits of the sieve that tells which words a stretch may have.
const SIEVE: usize = 1 << 12;

/// Something that stands in a quotation and votes for the blocks in which it stands.
pub(super) struct Voter<'a> {
    what: What<'a>,
    pub weight: f32,
    /// In how many blocks it stands, at most.
    pub count: u64,
    /// Voters of one seat are forms of one word: their vote counts once. The rarest voters have the first seats.
    pub seat: usize,
}

enum What<'a> {
    Word(&'a Term),
    /// Two common words, one right behind the other.
    Pair(&'a Term, &'a Term),
}

impl Voter<'_> {
    /// The blocks of a segment in which it stands.
    pub fn blocks<'s>(&self, number: usize, segment: &'s Segment) -> Option<Blocks<'s>> {
        match &self.what {
            What::Word(term) => Some(segment.blocks(term.id_in(number)?)),
            What::Pair(first, second) => segment.pair_blocks(first.id_in(number)?, second.id_in(number)?),
        }
    }
}

/// The different words of the quotation and its pairs of common ones, rarest first; words that the corpus lacks by their
/// near forms.
pub(super) fn voters<'a>(tokens: &'a [Token], index: &Index) -> Vec<Voter<'a>> {
    let mut all: Vec<Voter> = Vec::with_capacity(2 * tokens.len());
    let mut order: Vec<usize> = (0..tokens.len()).filter(|&i| !tokens[i].editorial).collect();
    order.sort_by(|&a, &b| tokens[a].folded.cmp(&tokens[b].folded).then(a.cmp(&b)));
    order.dedup_by(|a, b| tokens[*a].folded == tokens[*b].folded);
    order.sort_unstable();
    let mut unknown = 0;
    for (i, token) in order.into_iter().map(|i| (i, &tokens[i])) {
        if token.term.count() > 0 {
            let (weight, count) = (token.weight, token.term.count());
            all.push(Voter { what: What::Word(&token.term), weight, count, seat: i });
        } else if unknown < MOST_NEAR {
            unknown += 1;
            all.extend(forms(tokens, i, index).iter().map(|term| Voter {
                weight: NEAR * index.weight(term),
                count: term.count(),
                what: What::Word(term),
                seat: i,
            }));
        }
    }
    let pairs = tokens.windows(2).enumerate();
    let pairs = pairs.filter(|(_, pair)| !pair.iter().any(|token| token.editorial) && !pair[1].after_gap);
    all.extend(pairs.filter_map(|(i, pair)| {
        let what = What::Pair(&pair[0].term, &pair[1].term);
        let mut voter = Voter { what, weight: 0.0, count: 0, seat: tokens.len() + i };
        let lists = index.segments().iter().enumerate().filter_map(|(number, segment)| voter.blocks(number, segment));
        voter.count = lists.map(|blocks| blocks.len() as u64).sum();
        (voter.count > 0).then(|| {
            voter.weight = index.weight_after(&pair[0].term, &pair[1].term);
            voter
        })
    }));
    all.sort_by_key(|voter| voter.count);
    let mut seats = vec![usize::MAX; 2 * tokens.len()];
    let mut taken = 0;
    for voter in &mut all {
        let seat = &mut seats[voter.seat];
        if *seat == usize::MAX {
            *seat = taken;
            taken += 1;
        }
        voter.seat = *seat;
    }
    all
}

/// The words of the corpus that a token which is none may be a misreading of, rarest first.
pub(super) fn forms<'a>(tokens: &'a [Token], at: usize, index: &Index) -> &'a [Term] {
    tokens[at].forms.get_or_init(|| {
        let folded = &tokens[at].folded;
        let next = tokens.get(at + 1).map(|next| next.folded.as_str());
        let mut forms = readings(folded, next, index);
        forms.extend(index.near(folded));
        forms.sort_by_key(Term::count);
        forms.truncate(MOST_FORMS);
        forms
    })
}

/// What the tokens may weigh, nats, that stand somewhere in a stretch: in full where the word does, in part where a form of
/// it may.
pub(super) fn shared(tokens: &[Token], stretch: &Stretch, index: &Index) -> f32 {
    let sieve = Sieve::new(stretch);
    let weigh = |i: usize| match sieve.has(&tokens[i].term) {
        _ if tokens[i].editorial => 0.0,
        true => tokens[i].weight,
        false if tokens[i].term.count() == 0 => {
            let forms = forms(tokens, i, index).iter().filter(|term| sieve.has(term));
            forms.map(|term| index.weight(term)).fold(STRANGE, f32::max)
        }
        false => RELATED * tokens[i].weight,
    };
    (0..tokens.len()).map(weigh).sum()
}

/// The score that the tokens may reach once their letters are compared as well, about; `plain` is their alignment word by
/// word.
pub(super) fn promise(tokens: &[Token], plain: &Alignment, index: &Index) -> f32 {
    let mut found: Vec<Found> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut next = 0;
    for step in &plain.steps {
        let Step::Pair { quoted, source, likeness } = *step else { continue };
        if likeness == Likeness::Different {
            continue;
        }
        let strange = push_unpaired(tokens, next..quoted, &mut found);
        let gap = last.map_or(0, |(token, word)| (quoted - token).max(source - word) - 1);
        let weight = tokens[quoted].counts();
        match found.last_mut() {
            Some(run) if last.is_some() && gap == 0 => {
                run.tokens.end = quoted + 1;
                run.weight += weight;
                run.information += weight;
                run.local += weight;
            }
            _ => {
                let toll = if gap > strange && !tokens[quoted].after_gap { score::gap(gap - strange) } else { 0.0 };
                let tokens = quoted..quoted + 1;
                found.push(Found { tokens, weight, information: weight, local: weight, toll, ..Found::default() });
            }
        }
        (last, next) = (Some((quoted, source)), quoted + 1);
    }
    push_unpaired(tokens, next..tokens.len(), &mut found);
    let weights: Vec<f32> = tokens.iter().map(Token::counts).collect();
    score::judge(&found, &weights, &[], index.len()).score
}

/// Adds what tokens without a pair may yet bring, and gives how many of them are no words of the corpus: these may fill a gap.
fn push_unpaired(tokens: &[Token], range: Range<usize>, found: &mut Vec<Found>) -> usize {
    let open = || tokens[range.clone()].iter().filter(|token| !token.editorial);
    let weight: f32 = open().map(unpaired).sum();
    if weight > 0.0 {
        let tokens = range.clone();
        found.push(Found { tokens, weight, information: weight, local: weight, ..Found::default() });
    }
    open().filter(|token| token.term.count() == 0).count()
}

/// What a token may weigh, nats, for which a stretch has neither the word nor a known form of it.
fn unpaired(token: &Token) -> f32 {
    match (token.term.count(), token.forms.get()) {
        (0, Some(_)) => STRANGE,
        (0, None) => UNREAD,
        _ => RELATED * token.weight,
    }
}

/// Which words a stretch may have: no word that it has is missed.
struct Sieve {
    segment: usize,
    bits: [u64; SIEVE / 64],
}

impl Sieve {
    fn new(stretch: &Stretch) -> Self {
        let mut sieve = Sieve { segment: stretch.number, bits: [0; SIEVE / 64] };
        for &id in &stretch.words {
            sieve.bits[id as usize % SIEVE / 64] |= 1 << (id % 64);
        }
        sieve
    }

    fn has(&self, term: &Term) -> bool {
        term.id_in(self.segment).is_some_and(|id| self.bits[id as usize % SIEVE / 64] & 1 << (id % 64) != 0)
    }
}
