//! The words of a block in order, and where each stands in its document: the words as numbers, common ones in one byte; the
//! spans as what is surprising in them, since most words are as long as their folded form and stand one space apart.

use super::{WordId, varint};
use crate::text::Span;

/// Words that are looked up together.
pub const BLOCK: usize = 64;

/// Words with smaller numbers take one byte …
const ONE_BYTE: u32 = 192;
/// … those up to here two, with a first byte below [`THREE`] …
const TWO_BYTES: u32 = ONE_BYTE + 60 * 256;
/// … those up to here three, with a first byte below [`FIVE`], and the rest five.
const THREE_BYTES: u32 = TWO_BYTES + 3 * 65_536;
const THREE: u8 = (ONE_BYTE + 60) as u8;
const FIVE: u8 = 255;

/// What a word's span is, seen from the end of the word before. Two bits each.
const NEXT: u8 = 0;
const BEHIND_TWO: u8 = 1;
const BEHIND_GAP: u8 = 2;
const ANY: u8 = 3;

/// Appends the number of a word.
pub(super) fn push_word(word: WordId, out: &mut Vec<u8>) {
    if word < ONE_BYTE {
        out.push(word as u8);
    } else if word < TWO_BYTES {
        let rest = word - ONE_BYTE;
        out.extend([(ONE_BYTE + rest / 256) as u8, rest as u8]);
    } else if word < THREE_BYTES {
        let rest = word - TWO_BYTES;
        out.extend([THREE + (rest >> 16) as u8, (rest >> 8) as u8, rest as u8]);
    } else {
        out.push(FIVE);
        out.extend(word.to_le_bytes());
    }
}

/// Takes `count` words off the front of `bytes`; fewer where it ends before.
pub(super) fn take_words(bytes: &mut &[u8], count: usize, out: &mut Vec<WordId>) {
    for _ in 0..count {
        let (word, len) = match **bytes {
            [first, ..] if u32::from(first) < ONE_BYTE => (u32::from(first), 1),
            [first, second, ..] if first < THREE => {
                (ONE_BYTE + (u32::from(first) - ONE_BYTE) * 256 + u32::from(second), 2)
            }
            [FIVE, a, b, c, d, ..] => (u32::from_le_bytes([a, b, c, d]), 5),
            [first, a, b, ..] if first < FIVE => (TWO_BYTES + u32::from_be_bytes([0, first - THREE, a, b]), 3),
            _ => return,
        };
        out.push(word);
        *bytes = &bytes[len..];
    }
}

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
        out.extend(self.codes.chunks(4).map(|four| four.iter().rev().fold(0, |byte, code| byte << 2 | code)));
        out.append(&mut self.rest);
        self.codes.clear();
    }
}

/// The spans of the words of a block, given the bytes of each one's folded form.
pub(super) fn read_spans(mut bytes: &[u8], folded: impl ExactSizeIterator<Item = usize>) -> Vec<Span> {
    let count = folded.len();
    let first = varint::take(&mut bytes) as i64;
    let Some((codes, mut rest)) = bytes.split_at_checked(count.div_ceil(4)) else { return Vec::new() };
    let mut end = first.wrapping_sub(1);
    let mut spans = Vec::with_capacity(count);
    for (i, folded) in folded.enumerate() {
        let code = codes[i / 4] >> (2 * (i % 4)) & 3;
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
        fn words_and_spans_come_back(words in proptest::collection::vec((prop_oneof![0u32..300, 15_000u32..16_000, 200_000u32..300_000], 0usize..5, 1usize..300, any::<bool>()), 1..=BLOCK)) {
            let (mut bytes, mut spans, mut expected, mut at) = (Vec::new(), Spans::default(), Vec::new(), 9);
            let folded = |word: u32| word as usize % 9 + 1;
            for &(word, gap, len, odd) in &words {
                push_word(word, &mut bytes);
                let span = Span::new(at + gap, at + gap + if odd { len } else { folded(word) });
                spans.push(span, folded(word));
                expected.push(span);
                at = span.end;
            }
            spans.flush(&mut bytes);
            let (mut rest, mut read) = (&bytes[..], Vec::new());
            take_words(&mut rest, words.len(), &mut read);
            prop_assert!(read.iter().eq(words.iter().map(|(word, ..)| word)));
            prop_assert_eq!(read_spans(rest, read.iter().map(|&word| folded(word))), expected);
        }

        #[test]
        fn bytes_that_are_no_record_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..90)) {
            let (mut rest, mut read) = (&bytes[..], Vec::new());
            take_words(&mut rest, BLOCK, &mut read);
            read_spans(rest, [4; BLOCK].into_iter());
        }
    }

    #[test]
    fn plain_prose_takes_a_quarter_of_a_byte_a_span() {
        let (mut spans, mut bytes) = (Spans::default(), Vec::new());
        for i in 0..BLOCK {
            spans.push(Span::new(6 * i, 6 * i + 5), 5);
        }
        spans.flush(&mut bytes);
        assert_eq!(bytes.len(), 1 + BLOCK / 4);
    }
}
