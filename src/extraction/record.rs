//! The candidates of a document as bytes, as they are kept beside its words. Bytes that are no such record give what can
//! be read of them.

use super::candidates::{Candidate, Defining};
use super::pattern::Pattern;
use super::signals::Signals;
use crate::text::Span;

/// The bytes of these candidates, which come in the order of their keys.
pub fn encode(candidates: &[Candidate]) -> Vec<u8> {
    let mut out = Vec::with_capacity(candidates.len() * 16);
    for one in candidates {
        out.extend(&one.key.to_le_bytes()[2..]);
        for number in [one.span.start, one.span.len(), one.words as usize, one.free as usize, one.nested as usize] {
            push(number, &mut out);
        }
        push(one.signals.0 as usize, &mut out);
        let short = one.short.unwrap_or_default();
        push(short.len(), &mut out);
        if !short.is_empty() {
            push(short.start, &mut out);
        }
        push(one.definitions.len(), &mut out);
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
    while let Some((key, rest)) = bytes.split_first_chunk::<6>() {
        bytes = rest;
        let mut whole = [0; 8];
        whole[2..].copy_from_slice(key);
        let mut number = || take(&mut bytes);
        let (start, len, words, free, nested) = (number(), number(), number(), number(), number());
        let (signals, length) = (number(), number());
        let short = (length > 0).then(&mut number).map(|start| Span::new(start, start.saturating_add(length)));
        let count = number();
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
            words: words.min(255) as u8,
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
        fn candidates_come_back(all in proptest::collection::vec((any::<u64>(), 0usize..9_000_000, 0usize..900, any::<u16>(), 0u8..4), 0..40)) {
            let all: Vec<Candidate> = all.into_iter().map(|(key, start, len, signals, count)| Candidate {
                key: key & !0xffff,
                span: Span::new(start, start + len),
                words: count,
                free: u32::from(signals) * 3,
                nested: u32::from(signals),
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
