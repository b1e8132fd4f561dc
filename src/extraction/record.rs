//! The candidates of a document as bytes, as they are kept beside its words. Bytes that are no such record give what can
//! be read of them.

use super::candidates::{Candidate, Defining, KEPT};
use super::pattern::Pattern;
use super::signals::Signals;
use crate::text::{Span, varint};

/// The flags of a record's first byte: that a number has its usual value, and is not written, or that something is there.
const IS_FREE_ONCE: u8 = 1;
const IS_NEVER_NESTED: u8 = 2;
const HAS_SHORT: u8 = 4;
const HAS_DEFINITIONS: u8 = 8;
/// The number of its words is in the other half of that byte, or behind it if it is this or more.
const MANY_WORDS: u8 = 15;
/// What stands in a definition's byte beside its pattern: that the mention stands in its passage, that it is the same passage
/// as that of the definition before, and that another one follows.
const AROUND: u8 = 32;
const SAME_PASSAGE: u8 = 64;
const MORE: u8 = 128;
const _: () = assert!(Pattern::ALL.len() <= AROUND as usize);
/// So many of a key's bytes are none that are kept.
const UNKEPT: usize = (KEPT.trailing_zeros() / 8) as usize;

/// The bytes of these candidates, in whatever order they come.
pub fn encode(candidates: &[Candidate]) -> Vec<u8> {
    let mut out = Vec::with_capacity(candidates.len() * 14);
    let mut in_order: Vec<&Candidate> = candidates.iter().collect();
    in_order.sort_unstable_by_key(|one| (one.span.start, one.key));
    let (mut before, mut passage) = (0, None);
    for one in in_order {
        out.extend(&one.key.to_le_bytes()[UNKEPT..]);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let flags = flag(one.free == 1, IS_FREE_ONCE)
            | flag(one.nested == 0, IS_NEVER_NESTED)
            | flag(one.short.is_some(), HAS_SHORT)
            | flag(!one.definitions.is_empty(), HAS_DEFINITIONS);
        out.push(flags | one.words.min(MANY_WORDS) << 4);
        if one.words >= MANY_WORDS {
            out.push(one.words);
        }
        push(one.span.start - before, &mut out);
        push(one.span.len(), &mut out);
        push(one.signals.0 as usize, &mut out);
        before = one.span.start;
        if one.free != 1 {
            push(one.free as usize, &mut out);
        }
        if one.nested != 0 {
            push(one.nested as usize, &mut out);
        }
        if let Some(short) = one.short {
            push_near(short, one.span, &mut out);
        }
        for (i, defining) in one.definitions.iter().enumerate() {
            let is_same = passage == Some(defining.passage);
            let more = i + 1 < one.definitions.len();
            let is_around = !is_same && defining.passage.covers(one.span);
            let flags = flag(is_around, AROUND) | flag(is_same, SAME_PASSAGE) | flag(more, MORE);
            out.push(defining.pattern as u8 | flags);
            if is_around {
                push(one.span.start - defining.passage.start, &mut out);
                push(defining.passage.end - one.span.end, &mut out);
            } else if !is_same {
                push_near(defining.passage, one.span, &mut out);
            }
            passage = Some(defining.passage);
        }
    }
    out
}

/// The candidates that these bytes hold, in the order of their mentions; of the keys only what is kept of them.
pub fn decode(mut bytes: &[u8], mut each: impl FnMut(Candidate)) {
    let (mut before, mut passage) = (0usize, Span::new(0, 0));
    while let Some((head, rest)) = bytes.split_first_chunk::<{ 9 - UNKEPT }>() {
        bytes = rest;
        let (key, flags) = head.split_at(8 - UNKEPT);
        let mut whole = [0; 8];
        whole[UNKEPT..].copy_from_slice(key);
        let has = |flag: u8| flags[0] & flag != 0;
        let words = match flags[0] >> 4 {
            MANY_WORDS => {
                let Some((&words, rest)) = bytes.split_first() else { return };
                bytes = rest;
                words
            }
            words => words,
        };
        let mut number = || take(&mut bytes);
        let (ahead, len, signals) = (number(), number(), number());
        let start = before.saturating_add(ahead);
        let span = Span::new(start, start.saturating_add(len));
        before = start;
        let free = if has(IS_FREE_ONCE) { 1 } else { number() };
        let nested = if has(IS_NEVER_NESTED) { 0 } else { number() };
        let short = has(HAS_SHORT).then(|| take_near(&mut bytes, span));
        let mut definitions = Vec::new();
        let mut more = has(HAS_DEFINITIONS);
        while more {
            let Some((&head, rest)) = bytes.split_first() else { return };
            bytes = rest;
            more = head & MORE != 0;
            if head & AROUND != 0 {
                let start = span.start.saturating_sub(take(&mut bytes));
                passage = Span::new(start, span.end.saturating_add(take(&mut bytes)));
            } else if head & SAME_PASSAGE == 0 {
                passage = take_near(&mut bytes, span);
            }
            if let Some(pattern) = Pattern::from_byte(head % AROUND) {
                definitions.push(Defining { pattern, passage });
            }
        }
        each(Candidate {
            key: u64::from_le_bytes(whole),
            span,
            words,
            free: free.min(u32::MAX as usize) as u32,
            nested: nested.min(u32::MAX as usize) as u32,
            signals: Signals(signals as u32),
            short,
            definitions,
        });
    }
}

fn push(number: usize, out: &mut Vec<u8>) {
    varint::push(number as u64, out);
}

fn take(bytes: &mut &[u8]) -> usize {
    varint::take(bytes) as usize
}

/// Appends a span that begins near another one.
fn push_near(span: Span, other: Span, out: &mut Vec<u8>) {
    varint::push(varint::zigzag(span.start as i64 - other.start as i64), out);
    push(span.len(), out);
}

fn take_near(bytes: &mut &[u8], other: Span) -> Span {
    let distance = varint::unzigzag(varint::take(bytes));
    let start = (other.start as i64).saturating_add(distance).max(0) as usize;
    Span::new(start, start.saturating_add(take(bytes)))
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
