//! The candidates of a document as bytes, as they are kept beside its words. Bytes that are no such record give what can
//! be read of them.

use super::candidates::{Candidate, Defining};
use super::pattern::Pattern;
use super::signals::Signals;
use crate::text::Span;

/// The flags of a record's first byte: that a number has its usual value, and is not written, or that something is there.
const IS_FREE_ONCE: u8 = 1;
const IS_NEVER_NESTED: u8 = 2;
const HAS_SHORT: u8 = 4;
const HAS_DEFINITIONS: u8 = 8;
/// The number of its words is in the other half of that byte, or behind it if it is this or more.
const MANY_WORDS: u8 = 15;

/// The bytes of these candidates, which come in the order of their keys.
pub fn encode(candidates: &[Candidate]) -> Vec<u8> {
    let mut out = Vec::with_capacity(candidates.len() * 14);
    for one in candidates {
        out.extend(&one.key.to_le_bytes()[2..]);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let flags = flag(one.free == 1, IS_FREE_ONCE)
            | flag(one.nested == 0, IS_NEVER_NESTED)
            | flag(one.short.is_some(), HAS_SHORT)
            | flag(!one.definitions.is_empty(), HAS_DEFINITIONS);
        out.push(flags | one.words.min(MANY_WORDS) << 4);
        if one.words >= MANY_WORDS {
            out.push(one.words);
        }
        for number in [one.span.start, one.span.len(), one.signals.0 as usize] {
            push(number, &mut out);
        }
        if one.free != 1 {
            push(one.free as usize, &mut out);
        }
        if one.nested != 0 {
            push(one.nested as usize, &mut out);
        }
        if let Some(short) = one.short {
            push(short.start, &mut out);
            push(short.len(), &mut out);
        }
        if !one.definitions.is_empty() {
            push(one.definitions.len(), &mut out);
        }
        for defining in &one.definitions {
            out.push(defining.pattern as u8);
            push(defining.passage.start, &mut out);
            push(defining.passage.len(), &mut out);
        }
    }
    out
}

/// The candidates that these bytes hold; of the key the lowest 16 bits are 0.
pub fn decode(mut bytes: &[u8], mut each: impl FnMut(Candidate)) {
    while let Some((head, rest)) = bytes.split_first_chunk::<7>() {
        bytes = rest;
        let mut whole = [0; 8];
        whole[2..].copy_from_slice(&head[..6]);
        let has = |flag: u8| head[6] & flag != 0;
        let words = match head[6] >> 4 {
            MANY_WORDS => {
                let Some((&words, rest)) = bytes.split_first() else { return };
                bytes = rest;
                words
            }
            words => words,
        };
        let mut number = || take(&mut bytes);
        let (start, len, signals) = (number(), number(), number());
        let free = if has(IS_FREE_ONCE) { 1 } else { number() };
        let nested = if has(IS_NEVER_NESTED) { 0 } else { number() };
        let short = has(HAS_SHORT).then(|| {
            let start = number();
            Span::new(start, start.saturating_add(number()))
        });
        let count = if has(HAS_DEFINITIONS) { number() } else { 0 };
        let mut definitions = Vec::new();
        for _ in 0..count.min(64) {
            let Some((&pattern, rest)) = bytes.split_first() else { return };
            bytes = rest;
            let (start, len) = (take(&mut bytes), take(&mut bytes));
            if let Some(pattern) = Pattern::from_byte(pattern) {
                definitions.push(Defining { pattern, passage: Span::new(start, start.saturating_add(len)) });
            }
        }
        each(Candidate {
            key: u64::from_le_bytes(whole),
            span: Span::new(start, start.saturating_add(len)),
            words,
            free: free.min(u32::MAX as usize) as u32,
            nested: nested.min(u32::MAX as usize) as u32,
            signals: Signals(signals as u32),
            short,
            definitions,
        });
    }
}

fn push(mut number: usize, out: &mut Vec<u8>) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0usize, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
        if byte < 128 {
            break;
        }
        shift += 7;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn candidates_come_back(all in proptest::collection::vec((any::<u64>(), 0usize..9_000_000, 0usize..900, any::<u16>(), 0u8..4, any::<u8>()), 0..40)) {
            let all: Vec<Candidate> = all.into_iter().map(|(key, start, len, signals, count, words)| Candidate {
                key: key & !0xffff,
                span: Span::new(start, start + len),
                words,
                free: u32::from(signals % 3),
                nested: u32::from(signals % 5),
                signals: Signals(u32::from(signals)),
                short: (count == 3).then(|| Span::new(len, len + 2)),
                definitions: (0..count).map(|i| Defining { pattern: Pattern::from_byte(i).unwrap(), passage: Span::new(start, start + 2 * len) }).collect(),
            }).collect();
            let mut read = Vec::new();
            decode(&encode(&all), |one| read.push(one));
            prop_assert_eq!(read, all);
        }

        #[test]
        fn bytes_that_are_no_record_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode(&bytes, |_| {});
        }
    }
}
