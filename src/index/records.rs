//! The words of a block in order, and where each stands in its document: the words as numbers, common ones in half a byte;
//! the spans as what is surprising in them, since most words are as long as their folded form and stand one space apart.

use super::{WordId, bits};
use crate::text::{Span, varint};

/// Words that are looked up together.
pub const BLOCK: usize = 64;

/// How the words of a segment are written: in half bytes, the first of which says how many there are. Of the sixteen values
/// that it has, more stand for short codes where common words make more of the text.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// By the first half byte: how many follow, and the smallest word that begins so.
    kinds: [(u8, WordId); 16],
    /// The first half byte of each of the commonest words.
    common: Box<[u8; COMMON]>,
}

/// Words whose first half byte is known without a search.
const COMMON: usize = 1024;

/// Half bytes that may follow the first one.
const LONGEST: usize = 7;

impl Code {
    /// The code whose first half bytes are followed by so many others, rising.
    pub fn new(lens: [u8; 16]) -> Self {
        let mut next = 0u64;
        let kinds = lens.map(|len| {
            let kind = (len.min(LONGEST as u8), next as WordId);
            next = (next + (1 << (4 * u32::from(kind.0)))).min(u64::from(WordId::MAX));
            kind
        });
        let common = std::array::from_fn(|word| kind_of(&kinds, word as WordId) as u8);
        Code { kinds, common: Box::new(common) }
    }

    /// The shortest code for words that occur so often each, the commonest first.
    pub fn of(counts: &[u32]) -> Self {
        let mut before = vec![0u64; counts.len() + 1];
        for (place, &count) in counts.iter().enumerate() {
            before[place + 1] = before[place] + u64::from(count);
        }
        let best = shortest(&before, 0, 16, 0);
        let mut lens = [LONGEST as u8; 16];
        if let Some((_, best)) = best {
            let all = (0..).zip(best).flat_map(|(len, values)| std::iter::repeat_n(len, values));
            lens.iter_mut().zip(all).for_each(|(len, best)| *len = best);
        }
        Code::new(lens)
    }

    /// What [`Code::new`] makes it from.
    pub fn lens(&self) -> [u8; 16] {
        self.kinds.map(|(len, _)| len)
    }

    /// Appends the numbers of words, in whole bytes.
    pub fn push(&self, words: &[WordId], out: &mut Vec<u8>) {
        let mut writer = bits::Writer::default();
        for &word in words {
            let kind = self.common.get(word as usize).map_or_else(|| kind_of(&self.kinds, word), |&kind| kind.into());
            let (len, first) = self.kinds[kind];
            writer.push(kind as u32, 4, out);
            writer.push(word - first, 4 * u32::from(len), out);
        }
        writer.finish(out);
    }

    /// Takes `count` words off the front of `bytes`.
    pub fn take(&self, bytes: &mut &[u8], count: usize, out: &mut Vec<WordId>) {
        let mut place = 0;
        let all = 2 * bytes.len();
        for _ in 0..count {
            if place >= all {
                break;
            }
            let code = bits::at(bytes, 4 * place);
            let (len, first) = self.kinds[(code & 15) as usize];
            let rest = code >> 4 & ((1u64 << (4 * len)) - 1);
            out.push(first.wrapping_add(rest as WordId));
            place += 1 + usize::from(len);
        }
        *bytes = bytes.get(place.div_ceil(2)..).unwrap_or_default();
    }
}

/// The first half byte of a word.
fn kind_of(kinds: &[(u8, WordId); 16], word: WordId) -> usize {
    kinds.partition_point(|&(_, first)| first <= word).saturating_sub(1)
}

/// How the values of the first half byte that are left are best shared out among the lengths from `len` on, where `word` is
/// the first word without a code: how many half bytes that takes, and the values of each length.
fn shortest(before: &[u64], len: usize, left: usize, word: usize) -> Option<(u64, Vec<usize>)> {
    let all = before.len() - 1;
    if word >= all {
        return Some((0, Vec::new()));
    }
    if len > LONGEST {
        return None;
    }
    let each = 1usize << (4 * len);
    let with = |values: usize| {
        let to = all.min(word + values * each);
        let (cost, mut rest) = shortest(before, len + 1, left - values, to)?;
        rest.insert(0, values);
        Some((cost + (before[to] - before[word]) * (len as u64 + 1), rest))
    };
    (0..=left).filter_map(with).min_by_key(|(cost, _)| *cost)
}

/// What a word's span is, seen from the end of the word before: so many ones, and a zero unless there are three.
const NEXT: u8 = 0;
const BEHIND_TWO: u8 = 1;
const BEHIND_GAP: u8 = 2;
const ANY: u8 = 3;

/// Collects the spans of the words of one block.
#[derive(Debug, Default)]
pub(super) struct Spans {
    codes: Vec<u8>,
    /// What the codes leave open.
    rest: Vec<u8>,
    first: usize,
    end: usize,
}

impl Spans {
    /// Adds the span of the next word, whose folded form has `folded` bytes.
    pub fn push(&mut self, span: Span, folded: usize) {
        if self.codes.is_empty() {
            self.first = span.start;
            self.end = span.start.wrapping_sub(1);
        }
        let gap = span.start.wrapping_sub(self.end) as i64;
        let code = match gap {
            _ if span.len() != folded => ANY,
            1 => NEXT,
            2 => BEHIND_TWO,
            _ => BEHIND_GAP,
        };
        if code >= BEHIND_GAP {
            varint::push(varint::zigzag(gap), &mut self.rest);
        }
        if code == ANY {
            varint::push(span.len() as u64, &mut self.rest);
        }
        self.codes.push(code);
        self.end = span.end;
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Appends what was collected, and begins anew.
    pub fn flush(&mut self, out: &mut Vec<u8>) {
        varint::push(self.first as u64, out);
        let mut writer = bits::Writer::default();
        for &code in &self.codes {
            writer.push((1 << code) - 1, (u32::from(code) + 1).min(u32::from(ANY)), out);
        }
        writer.finish(out);
        out.append(&mut self.rest);
        self.codes.clear();
    }
}

/// The spans of the words of a block, given the bytes of each one's folded form.
pub(super) fn read_spans(mut bytes: &[u8], folded: impl ExactSizeIterator<Item = usize>) -> Vec<Span> {
    let first = varint::take(&mut bytes) as i64;
    let (mut codes, mut bit) = ([NEXT; BLOCK], 0);
    for code in codes.iter_mut().take(folded.len()) {
        *code = bits::at(bytes, bit).trailing_ones().min(u32::from(ANY)) as u8;
        bit += usize::from((*code + 1).min(ANY));
    }
    let Some(mut rest) = bytes.get(bit.div_ceil(8)..) else { return Vec::new() };
    let mut end = first.wrapping_sub(1);
    let mut spans = Vec::with_capacity(folded.len());
    for (code, folded) in codes.into_iter().zip(folded) {
        let gap = match code {
            NEXT => 1,
            BEHIND_TWO => 2,
            _ => varint::unzigzag(varint::take(&mut rest)),
        };
        let len = if code == ANY { varint::take(&mut rest) as usize } else { folded };
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
            mut lens in proptest::array::uniform16(0u8..=7),
        ) {
            lens[15] = LONGEST as u8;
            lens.sort_unstable();
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
            prop_assert_eq!(read_spans(rest, read.iter().map(|&word| folded(word))), expected);
        }

        #[test]
        fn bytes_that_are_no_record_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..90), lens: [u8; 16]) {
            let (mut rest, mut read) = (&bytes[..], Vec::new());
            Code::new(lens).take(&mut rest, BLOCK, &mut read);
            read_spans(rest, [4; BLOCK].into_iter());
        }
    }

    #[test]
    fn the_commonest_words_take_half_a_byte() {
        let code = Code::of(&[1000, 900, 800, 20, 10, 9, 8, 7, 6, 5, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1]);
        let mut bytes = Vec::new();
        code.push(&[0, 1, 2, 2, 1, 0, 0, 1], &mut bytes);
        assert_eq!(bytes.len(), 4);
        assert_eq!(Code::of(&[]).lens(), [LONGEST as u8; 16]);
        let many: Vec<u32> = (1..100_000).map(|place| 100_000 / place).collect();
        assert_eq!(Code::of(&many).lens(), [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4]);
    }

    #[test]
    fn plain_prose_takes_an_eighth_of_a_byte_a_span() {
        let (mut spans, mut bytes) = (Spans::default(), Vec::new());
        for i in 0..BLOCK {
            spans.push(Span::new(6 * i, 6 * i + 5), 5);
        }
        spans.flush(&mut bytes);
        assert_eq!(bytes.len(), 1 + BLOCK / 8);
    }
}
