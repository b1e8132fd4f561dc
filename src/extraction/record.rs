//! The candidates of a document as bytes, as they are kept beside its words. Bytes that are no such record give what can
//! be read of them.

use super::arithmetic::{Chance, Coder, Decoder, EVEN, Encoder, Numbers, Sets, branch};
use super::candidates::{Candidate, Defining, KEPT};
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use crate::text::{Span, varint};

/// So many bytes of a key are kept.
const KEY: usize = 8 - (KEPT.trailing_zeros() / 8) as usize;
/// Bits that tell the patterns apart.
const PATTERN_BITS: u32 = 5;
const _: () = assert!(Pattern::ALL.len() <= 1 << PATTERN_BITS);
/// More passages than a candidate ever has.
const MOST_PASSAGES: u64 = 1 << 10;

/// The bytes of these candidates, in whatever order they come: how many there are, their keys, which nothing makes shorter,
/// and all else.
pub fn encode(candidates: &[Candidate]) -> Vec<u8> {
    let mut in_order: Vec<&Candidate> = candidates.iter().collect();
    in_order.sort_unstable_by_key(|one| (one.span.start, one.key));
    let mut out = Vec::with_capacity(candidates.len() * 11);
    varint::push(in_order.len() as u64, &mut out);
    for one in &in_order {
        out.extend(&one.key.to_le_bytes()[8 - KEY..]);
    }
    let (mut learned, mut encoder) = (Learned::new(), Encoder::new(&mut out));
    for one in in_order {
        learned.code(one, &mut encoder);
    }
    encoder.finish();
    out
}

/// The candidates that these bytes hold, in the order of their mentions; of the keys only what is kept of them.
pub fn decode(mut bytes: &[u8], mut each: impl FnMut(Candidate)) {
    let count = varint::take(&mut bytes) as usize;
    let Some((keys, rest)) = bytes.split_at_checked(count.saturating_mul(KEY)) else { return };
    let (mut learned, mut decoder) = (Learned::new(), Decoder::new(rest));
    let nothing = Candidate::default();
    for key in keys.as_chunks::<KEY>().0 {
        let mut whole = [0; 8];
        whole[8 - KEY..].copy_from_slice(key);
        let one = learned.code(&nothing, &mut decoder);
        if decoder.is_over() {
            return;
        }
        each(Candidate { key: u64::from_le_bytes(whole), ..one });
    }
}

/// What is learned of the candidates of a document, and what the next one is told by.
struct Learned {
    /// Where the last mention began, and the last passage.
    before: usize,
    passage: Span,
    words: Numbers,
    ahead: Numbers,
    /// By the number of words, as far as [`SIZES`] tells them apart.
    len: [Numbers; SIZES],
    signals: [Sets; SIZES],
    free: [Numbers; SIZES],
    nested: [Numbers; 2],
    /// Whether there is an abbreviation, where it is and how long.
    is_shortened: Chance,
    short: [Numbers; 2],
    /// How many passages there are, by whether the text says what it is.
    definitions: [Numbers; 2],
    pattern: [Chance; 1 << PATTERN_BITS],
    /// Whether a passage is the one before, and whether the mention stands in it: by its place among the passages.
    is_same: [Chance; 2],
    is_around: [Chance; 2],
    /// How far a passage reaches to both sides of the mention, or where else it is, and how long.
    around: [Numbers; 2],
    elsewhere: [Numbers; 2],
}

/// Numbers of words that are told apart.
const SIZES: usize = 4;

impl Learned {
    fn new() -> Self {
        let numbers = Numbers::new();
        Learned {
            before: 0,
            passage: Span::new(0, 0),
            words: numbers.clone(),
            ahead: numbers.clone(),
            len: std::array::from_fn(|_| numbers.clone()),
            signals: std::array::from_fn(|_| Sets::new()),
            free: std::array::from_fn(|_| numbers.clone()),
            nested: std::array::from_fn(|_| numbers.clone()),
            is_shortened: EVEN,
            short: std::array::from_fn(|_| numbers.clone()),
            definitions: std::array::from_fn(|_| numbers.clone()),
            pattern: [EVEN; 1 << PATTERN_BITS],
            is_same: [EVEN; 2],
            is_around: [EVEN; 2],
            around: std::array::from_fn(|_| numbers.clone()),
            elsewhere: std::array::from_fn(|_| numbers.clone()),
        }
    }

    /// Codes all of a candidate but its key; gives it.
    fn code(&mut self, one: &Candidate, coder: &mut impl Coder) -> Candidate {
        let words = self.words.code(one.words.into(), coder) as u8;
        let size = usize::from(words).clamp(1, SIZES) - 1;
        let ahead = self.ahead.code(one.span.start.saturating_sub(self.before) as u64, coder);
        let start = self.before.saturating_add(ahead as usize);
        let len = self.len[size].code(one.span.len() as u64, coder);
        let span = Span::new(start, start.saturating_add(len as usize));
        self.before = start;
        let signals = Signals(self.signals[size].code(one.signals.0, coder));
        let free = self.free[size].code(one.free.into(), coder);
        let nested = self.nested[usize::from(free == 0)].code(one.nested.into(), coder);
        let short = coder
            .bit(one.short.is_some(), &mut self.is_shortened)
            .then(|| near(one.short.unwrap_or(span), span, &mut self.short, coder));
        let is_defined = usize::from(signals.has(Signal::Defined));
        let count = self.definitions[is_defined].code(one.definitions.len() as u64, coder).min(MOST_PASSAGES);
        let mut definitions = Vec::new();
        for place in 0..count as usize {
            let defining = one.definitions.get(place);
            let pattern = defining.map_or(0, |defining| defining.pattern as u64);
            let pattern = branch(pattern, PATTERN_BITS, &mut self.pattern, coder) as u8;
            self.passage = self.code_passage(defining.map(|defining| defining.passage), span, place.min(1), coder);
            if let Some(pattern) = Pattern::from_byte(pattern) {
                definitions.push(Defining { pattern, passage: self.passage });
            }
        }
        let most = |count: u64| count.min(u32::MAX.into()) as u32;
        Candidate { key: 0, span, words, free: most(free), nested: most(nested), signals, short, definitions }
    }

    /// Codes a passage of a mention; gives it.
    fn code_passage(&mut self, passage: Option<Span>, mention: Span, place: usize, coder: &mut impl Coder) -> Span {
        let passage = passage.unwrap_or(mention);
        if coder.bit(passage == self.passage, &mut self.is_same[place]) {
            return self.passage;
        }
        if !coder.bit(passage.covers(mention), &mut self.is_around[place]) {
            return near(passage, mention, &mut self.elsewhere, coder);
        }
        let [before, behind] = &mut self.around;
        let before = before.code(mention.start.saturating_sub(passage.start) as u64, coder);
        let behind = behind.code(passage.end.saturating_sub(mention.end) as u64, coder);
        Span::new(mention.start.saturating_sub(before as usize), mention.end.saturating_add(behind as usize))
    }
}

/// Codes a span that begins near another one; gives it.
fn near(span: Span, other: Span, [distance, len]: &mut [Numbers; 2], coder: &mut impl Coder) -> Span {
    let distance = distance.code(varint::zigzag(span.start as i64 - other.start as i64), coder);
    let start = (other.start as i64).saturating_add(varint::unzigzag(distance)).max(0) as usize;
    Span::new(start, start.saturating_add(len.code(span.len() as u64, coder) as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn candidates_come_back(all in proptest::collection::vec((any::<u64>(), 0usize..9_000_000, 0usize..900, any::<u16>(), 0u8..4, any::<u8>()), 0..40)) {
            let all: Vec<Candidate> = all.into_iter().map(|(key, start, len, signals, count, words)| Candidate {
                key: key & KEPT,
                span: Span::new(start, start + len),
                words,
                free: u32::from(signals % 3),
                nested: u32::from(signals % 5),
                signals: Signals(u32::from(signals)),
                short: (count == 3).then(|| Span::new(len, len + 2)),
                definitions: (0..count).map(|i| Defining { pattern: Pattern::from_byte(i).unwrap(), passage: Span::new((start + 300).saturating_sub(3 * len + usize::from(i / 2)), start + 2 * len + 300) }).collect(),
            }).collect();
            let mut read = Vec::new();
            decode(&encode(&all), |one| read.push(one));
            let mut all = all;
            all.sort_by_key(|one| (one.span.start, one.key));
            read.sort_by_key(|one| (one.span.start, one.key));
            prop_assert_eq!(read, all);
        }

        #[test]
        fn bytes_that_are_no_record_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode(&bytes, |_| {});
        }
    }
}
