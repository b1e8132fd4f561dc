//! The words of a block in order, and where each stands in its document: the words as numbers, the commonest in half a byte;
//! the spans as what is surprising in them, since most words are as long as their folded form and stand one space apart.

use super::{WordId, bits};
use crate::text::{Span, varint};

/// Words that are looked up together.
pub const BLOCK: usize = 64;

/// How the words of a segment are written: half a byte says how many bits follow. Of the sixteen values that it has, more
/// stand for short codes where common words make more of the text.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// By the half byte: how many bits follow, and the smallest word that begins so.
    kinds: [(u8, WordId); KINDS],
    /// The half byte of each of the commonest words.
    common: Box<[u8; COMMON]>,
}

/// Values of the half byte …
const KINDS: usize = 1 << KIND_BITS;
/// … and its bits.
const KIND_BITS: u32 = 4;

/// Words whose half byte is known without a search.
const COMMON: usize = 1024;

/// Bits that may follow it.
const LONGEST: u8 = 28;

impl Code {
    /// The code whose half bytes are followed by so many bits.
    pub fn new(lens: [u8; KINDS]) -> Self {
        let mut next = 0u64;
        let kinds = lens.map(|len| {
            let kind = (len.min(LONGEST), next as WordId);
            next = (next + (1 << kind.0)).min(u64::from(WordId::MAX));
            kind
        });
        let common = std::array::from_fn(|word| kind_of(&kinds, word as WordId) as u8);
        Code { kinds, common: Box::new(common) }
    }

    /// A short code for words that occur so often each, the commonest first: one that no bit more or less in one value, nor
    /// one moved to another, makes shorter.
    pub fn of(counts: &[u32]) -> Self {
        let mut before = vec![0u64; counts.len() + 1];
        for (place, &count) in counts.iter().enumerate() {
            before[place + 1] = before[place] + u64::from(count);
        }
        let mut best = equal_shares(&before);
        let mut least = room(&best, &before);
        while let Some((room, better)) =
            neighbours(&best).map(|lens| (room(&lens, &before), lens)).min_by_key(|(room, _)| *room)
            && room < least
        {
            (least, best) = (room, better);
        }
        Code::new(best)
    }

    /// What [`Code::new`] makes it from.
    pub fn lens(&self) -> [u8; KINDS] {
        self.kinds.map(|(len, _)| len)
    }

    /// Appends the numbers of words, in whole bytes.
    pub fn push(&self, words: &[WordId], out: &mut Vec<u8>) {
        let mut writer = bits::Writer::default();
        for &word in words {
            let kind = self.common.get(word as usize).map_or_else(|| kind_of(&self.kinds, word), |&kind| kind.into());
            let (len, first) = self.kinds[kind];
            writer.push(kind as u32 | (word - first) << KIND_BITS, KIND_BITS + u32::from(len), out);
        }
        writer.finish(out);
    }

    /// Takes `count` words off the front of `bytes`.
    pub fn take(&self, bytes: &mut &[u8], count: usize, out: &mut Vec<WordId>) {
        let mut place = 0;
        let all = 8 * bytes.len();
        for _ in 0..count {
            if place >= all {
                break;
            }
            let code = bits::number(bytes, place, KIND_BITS + u32::from(LONGEST));
            let (len, first) = self.kinds[code as usize % KINDS];
            let rest = code >> KIND_BITS & ((1 << len) - 1);
            out.push(first.wrapping_add(rest));
            place += KIND_BITS as usize + usize::from(len);
        }
        *bytes = bytes.get(place.div_ceil(8)..).unwrap_or_default();
    }
}

/// The half byte of a word.
fn kind_of(kinds: &[(u8, WordId); KINDS], word: WordId) -> usize {
    kinds.partition_point(|&(_, first)| first <= word).saturating_sub(1)
}

/// Bits for each value so that about as many occurrences fall to each, where so many are of the first words, and all words
/// have a code.
fn equal_shares(before: &[u64]) -> [u8; KINDS] {
    let all = before.len() - 1;
    let mut word = 0;
    let mut lens = [0; KINDS];
    for (i, len) in lens.iter_mut().enumerate() {
        let share = (before[all] - before[word]) / (KINDS - i) as u64;
        let end = |len: u8| all.min(word + (1 << len));
        *len = (0..LONGEST).take_while(|&len| before[end(len + 1)] - before[word] <= share).count() as u8;
        word = end(*len);
    }
    while word < all {
        lens[KINDS - 1] += 1;
        word = lens.iter().map(|len| 1usize << len).sum();
    }
    lens
}

/// Codes that have a bit more or less in one value, or one moved from one value to another.
fn neighbours(lens: &[u8; KINDS]) -> impl Iterator<Item = [u8; KINDS]> {
    let changed = |less: Option<usize>, more: Option<usize>| {
        let mut lens = *lens;
        if let Some(less) = less {
            lens[less] = lens[less].checked_sub(1)?;
        }
        if let Some(more) = more {
            lens[more] += 1;
        }
        lens.iter().all(|&len| len <= LONGEST).then_some(lens)
    };
    let values = || (0..KINDS).map(Some).chain([None]);
    values().flat_map(move |less| values().filter_map(move |more| changed(less, more)))
}

/// The bits that a text takes of whose words so many are among the first ones; all there are where a word has no code.
fn room(lens: &[u8; KINDS], before: &[u64]) -> u64 {
    let all = before.len() - 1;
    let (mut word, mut bits) = (0, 0);
    for &len in lens {
        let end = all.min(word + (1 << len));
        bits += (before[end] - before[word]) * u64::from(KIND_BITS + u32::from(len));
        word = end;
    }
    if word < all { u64::MAX } else { bits }
}

// Spans are written as the runs of words that are as long as their folded form and stand as far from the word before as most
// do, each run as a Rice code (Rice and Plaunt, 1971), and what is other in the word behind each run.

/// The lower bits of a run, written as they are; the others are so many ones and a zero.
const RUN_BITS: u32 = 2;
/// A word whose gap is wider than usual by one byte or up to so many is told by one more than no ones and a zero for each …
const WIDER: i64 = 3;
/// … so many ones and a zero are another gap;
const ANY_GAP: u32 = WIDER as u32;
/// and so many and no zero a word that is not as long as its folded form either.
const ANY: u32 = ANY_GAP + 1;

/// Collects the spans of the words of one block.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// The gap before each word, and how long it is unless it is as long as its folded form.
    words: Vec<(i64, Option<usize>)>,
    first: usize,
    end: usize,
}

impl Spans {
    /// Adds the span of the next word, whose folded form has `folded` bytes.
    pub fn push(&mut self, span: Span, folded: usize) {
        if self.words.is_empty() {
            self.first = span.start;
            self.end = span.start;
        }
        let gap = span.start.wrapping_sub(self.end) as i64;
        self.words.push((gap, (span.len() != folded).then_some(span.len())));
        self.end = span.end;
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Appends what was collected, and begins anew.
    pub fn flush(&mut self, out: &mut Vec<u8>) {
        // Some scripts put no spaces between words.
        let close = self.words.iter().filter(|word| word.0 == 0).count();
        let usual = i64::from(2 * close <= self.words.len());
        varint::push((self.first as u64) << 1 | usual as u64, out);
        if let Some(first) = self.words.first_mut() {
            first.0 = usual;
        }
        let mut writer = bits::Writer::default();
        let mut rest = Vec::new();
        let mut run = 0u32;
        for (gap, len) in self.words.drain(..) {
            let ones = match gap - usual {
                _ if len.is_some() => ANY,
                0 => {
                    run += 1;
                    continue;
                }
                more @ 1..=WIDER => more as u32 - 1,
                _ => ANY_GAP,
            };
            push_run(std::mem::take(&mut run), &mut writer, out);
            writer.push((1 << ones) - 1, (ones + 1).min(ANY), out);
            if ones >= ANY_GAP {
                varint::push(varint::zigzag(gap), &mut rest);
            }
            if let Some(len) = len {
                varint::push(len as u64, &mut rest);
            }
        }
        push_run(run, &mut writer, out);
        writer.finish(out);
        out.append(&mut rest);
    }
}

fn push_run(run: u32, writer: &mut bits::Writer, out: &mut Vec<u8>) {
    let ones = run >> RUN_BITS;
    writer.push((1 << ones) - 1, ones + 1, out);
    writer.push(run, RUN_BITS, out);
}

/// What is other in the words of a block than in most, by their places, and how many bits say so.
fn read_codes(bytes: &[u8], count: usize) -> ([Option<u32>; BLOCK], usize) {
    let (mut codes, mut bit, mut place) = ([None; BLOCK], 0, 0);
    loop {
        let ones = bits::at(bytes, bit).trailing_ones();
        let low = bits::number(bytes, bit + ones as usize + 1, RUN_BITS);
        bit += (ones + 1 + RUN_BITS) as usize;
        place += (ones << RUN_BITS | low) as usize;
        if place >= count.min(BLOCK) {
            return (codes, bit);
        }
        let code = bits::number(bytes, bit, ANY).trailing_ones();
        codes[place] = Some(code);
        bit += (code + 1).min(ANY) as usize;
        place += 1;
    }
}

/// The spans of the first words of a block of `count`, given the bytes of each one's folded form.
pub(super) fn read_spans(mut bytes: &[u8], count: usize, folded: impl ExactSizeIterator<Item = usize>) -> Vec<Span> {
    let head = varint::take(&mut bytes);
    let (first, usual) = ((head >> 1) as i64, (head & 1) as i64);
    let (codes, bit) = read_codes(bytes, count);
    let Some(mut rest) = bytes.get(bit.div_ceil(8)..) else { return Vec::new() };
    let mut end = first.wrapping_sub(usual);
    let mut spans = Vec::with_capacity(folded.len());
    for (code, folded) in codes.into_iter().zip(folded) {
        let gap = match code {
            None => usual,
            Some(ANY_GAP..) => varint::unzigzag(varint::take(&mut rest)),
            Some(more) => usual + 1 + i64::from(more),
        };
        let len = if code == Some(ANY) { varint::take(&mut rest) as usize } else { folded };
        let start = end.saturating_add(gap).max(0) as usize;
        let span = Span::new(start, start.saturating_add(len));
        end = span.end as i64;
        spans.push(span);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_and_spans_come_back(
            words in proptest::collection::vec((prop_oneof![0u32..300, 15_000u32..16_000, 200_000u32..300_000], 0usize..5, 1usize..300, any::<bool>()), 1..=BLOCK),
            mut lens in proptest::array::uniform16(0u8..=LONGEST),
            some in 0..BLOCK,
        ) {
            lens[15] = LONGEST;
            let code = Code::new(lens);
            let (mut bytes, mut spans, mut expected, mut at) = (Vec::new(), Spans::default(), Vec::new(), 9);
            let folded = |word: u32| word as usize % 9 + 1;
            code.push(&words.iter().map(|word| word.0).collect::<Vec<_>>(), &mut bytes);
            for &(word, gap, len, odd) in &words {
                let span = Span::new(at + gap, at + gap + if odd { len } else { folded(word) });
                spans.push(span, folded(word));
                expected.push(span);
                at = span.end;
            }
            spans.flush(&mut bytes);
            let (mut rest, mut read) = (&bytes[..], Vec::new());
            code.take(&mut rest, words.len(), &mut read);
            prop_assert!(read.iter().eq(words.iter().map(|(word, ..)| word)));
            let some = read_spans(rest, read.len(), read.iter().take(some).map(|&word| folded(word)));
            prop_assert_eq!(&some[..], &expected[..some.len()]);
            prop_assert_eq!(read_spans(rest, read.len(), read.iter().map(|&word| folded(word))), expected);
        }

        #[test]
        fn bytes_that_are_no_record_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..90), lens: [u8; 16]) {
            let (mut rest, mut read) = (&bytes[..], Vec::new());
            Code::new(lens).take(&mut rest, BLOCK, &mut read);
            read_spans(rest, BLOCK, [4; BLOCK].into_iter());
        }
    }

    #[test]
    fn the_commonest_words_take_half_a_byte() {
        let code = Code::of(&[1000, 900, 800, 20, 10, 9, 8, 7, 6, 5, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1]);
        let mut bytes = Vec::new();
        code.push(&[0, 1, 2, 2, 1, 0, 0, 1], &mut bytes);
        assert_eq!(bytes.len(), 4);
        assert_eq!(Code::of(&[]).lens(), [LONGEST; 16]);
        let many: Vec<u32> = (1..100_000).map(|place| 100_000 / place).collect();
        assert_eq!(Code::of(&many).lens(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 12, 13, 14, 16]);
    }

    #[test]
    fn spans_of_plain_words_take_three_bytes_a_block_behind_its_start() {
        let (mut spans, mut bytes) = (Spans::default(), Vec::new());
        for i in 0..BLOCK {
            spans.push(Span::new(6 * i, 6 * i + 5), 5);
        }
        spans.flush(&mut bytes);
        assert_eq!(bytes.len(), 1 + 3);
    }
}
