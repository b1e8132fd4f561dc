//! Rising numbers in little more room than they must have, which can be leapt in: Elias–Fano codes of 128 numbers each, or a
//! bitmap where they stand close (Ottaviano and Venturini, "Partitioned Elias-Fano Indexes", SIGIR 2014).
//!
//! A sequence begins with a byte: in the upper three bits how many numbers there are, or 0 and a varint follows; in the lower
//! five how the only part is coded. Of more than 128 numbers a list of the last number and the end of each whole part comes
//! next. Each part counts from the last number before it; of Elias–Fano codes the lower bits of all numbers come first, then
//! the upper ones in unary.

use super::part::{BITMAP, PART, Part, code_of, push_part};
use crate::text::varint;

/// Bytes of an entry of the list of parts: the last number of the part, and where it ends.
const SKIP: usize = 8;
/// Up to so many numbers fit into the first byte with their code.
const FEW: usize = 7;

/// Appends numbers, none smaller than the one before.
pub(super) fn encode(numbers: &[u32], out: &mut Vec<u8>) {
    if numbers.len() <= PART {
        let code = code_of(numbers, 0, numbers.len() > FEW);
        match numbers.len() {
            len @ ..=FEW => out.push((len as u8) << 5 | code),
            len => {
                out.push(code);
                varint::push(len as u64, out);
            }
        }
        push_part(numbers, 0, code, out);
        return;
    }
    out.push(0);
    varint::push(numbers.len() as u64, out);
    let (mut skips, mut parts, mut base) = (Vec::new(), Vec::new(), 0);
    for part in numbers.chunks(PART) {
        let code = code_of(part, base, true);
        parts.push(code);
        push_part(part, base, code, &mut parts);
        base = part[part.len() - 1];
        if part.len() == PART {
            skips.extend(base.to_le_bytes());
            skips.extend((parts.len() as u32).to_le_bytes());
        }
    }
    out.append(&mut skips);
    out.append(&mut parts);
}

/// A sequence that [`encode`] made; of other bytes it gives some numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rising<'a> {
    len: usize,
    /// How the only part is coded.
    code: u8,
    skips: &'a [u8],
    parts: &'a [u8],
}

impl<'a> Rising<'a> {
    pub fn new(mut bytes: &'a [u8]) -> Self {
        let Some((&first, rest)) = bytes.split_first() else { return Rising::default() };
        bytes = rest;
        let len = match usize::from(first >> 5) {
            0 => varint::take(&mut bytes) as usize,
            few => few,
        };
        let whole = if len > PART { len / PART } else { 0 };
        let Some((skips, parts)) = bytes.split_at_checked(whole.saturating_mul(SKIP)) else { return Rising::default() };
        Rising { len, code: first & 31, skips, parts }
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// How many parts.
    pub fn parts(&self) -> usize {
        self.len.div_ceil(PART)
    }

    /// The last number of a whole part of several.
    pub fn last(&self, part: usize) -> Option<u32> {
        self.skip(part).map(|(last, _)| last)
    }

    fn skip(&self, part: usize) -> Option<(u32, usize)> {
        let skip = self.skips.get(part.checked_mul(SKIP)?..)?.first_chunk::<SKIP>()?;
        let number = |at: usize| u32::from_le_bytes([skip[at], skip[at + 1], skip[at + 2], skip[at + 3]]);
        Some((number(0), number(4) as usize))
    }

    fn part(&self, number: usize) -> Part<'a> {
        let len = PART.min(self.len.saturating_sub(number * PART));
        let (base, code, body) = if self.len <= PART {
            (0, self.code, self.parts)
        } else {
            let (base, start) =
                number.checked_sub(1).map_or(Some((0, 0)), |before| self.skip(before)).unwrap_or_default();
            let end = self.skip(number).map_or(self.parts.len(), |(_, end)| end);
            match self.parts.get(start..end).unwrap_or_default() {
                [code, body @ ..] => (base, *code, body),
                [] => (base, 0, &[][..]),
            }
        };
        if code == BITMAP && self.len > FEW {
            return Part { base, len, low: None, lows: &[], highs: body };
        }
        let low = u32::from(code);
        let (lows, highs) = body.split_at_checked((len * low as usize).div_ceil(8)).unwrap_or_default();
        Part { base, len, low: Some(low), lows, highs }
    }

    /// The number at a place; 0 behind the end.
    pub fn get(&self, place: usize) -> u32 {
        if place >= self.len { 0 } else { self.part(place / PART).get(place % PART) }
    }

    /// The place of a number, if it is there.
    pub fn find(&self, wanted: u32) -> Option<usize> {
        let (mut from, mut to) = (0, self.skips.len() / SKIP);
        // Fingerprints lie evenly: by turns the place is guessed from the numbers around it, and the rest is halved.
        let (mut low, mut high) = (0, to.checked_sub(1).and_then(|last| self.last(last)).unwrap_or(u32::MAX));
        let mut is_guess = true;
        while from < to {
            let len = (to - from) as u64;
            let share = u64::from(wanted.saturating_sub(low)) * len / (u64::from(high.max(low) - low) + 1);
            let at = from + if is_guess { share.min(len - 1) } else { len / 2 } as usize;
            let last = self.last(at)?;
            if last < wanted {
                (from, low) = (at + 1, last);
            } else {
                (to, high) = (at, last);
            }
            is_guess = !is_guess;
        }
        let (place, number) = self.part(from).seek(wanted)?;
        (number == wanted).then_some(from * PART + place)
    }

    /// The first number of a part that is no smaller than `least`.
    pub fn seek(&self, part: usize, least: u32) -> Option<u32> {
        self.part(part).seek(least).map(|(_, number)| number)
    }

    /// Unpacks a part; gives how many numbers it has.
    pub fn unpack(&self, part: usize, out: &mut [u32; PART]) -> usize {
        self.part(part).unpack(out)
    }
}

/// What [`encode`] makes of these numbers.
pub(super) fn encoded(numbers: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    encode(numbers, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Rising numbers, now close and now far from each other, some of them equal.
    fn rising() -> impl Strategy<Value = Vec<u32>> {
        let gaps = |most| proptest::collection::vec(0u32..most, 0..300);
        let runs = prop_oneof![gaps(2), gaps(5), gaps(300), gaps(1_000_000)];
        proptest::collection::vec(runs, 0..4).prop_map(|runs| {
            let mut last = 0u32;
            let mut next = |gap: u32| {
                last += gap;
                last
            };
            runs.into_iter().flatten().map(&mut next).collect()
        })
    }

    proptest! {
        #[test]
        fn each_number_comes_back(numbers in rising()) {
            let bytes = encoded(&numbers);
            let rising = Rising::new(&bytes);
            prop_assert_eq!(rising.len(), numbers.len());
            let got: Vec<u32> = (0..numbers.len()).map(|place| rising.get(place)).collect();
            prop_assert_eq!(&got, &numbers);
            let mut unpacked = Vec::new();
            for part in 0..rising.parts() {
                let mut buffer = [0; PART];
                let len = rising.unpack(part, &mut buffer);
                unpacked.extend_from_slice(&buffer[..len]);
            }
            prop_assert_eq!(unpacked, numbers);
        }

        #[test]
        fn what_is_there_is_found_and_what_is_not_is_not(numbers in rising(), others in proptest::collection::vec(0u32..2_000_000, 0..40)) {
            let bytes = encoded(&numbers);
            let rising = Rising::new(&bytes);
            for wanted in numbers.iter().step_by(7).copied().chain(others) {
                let place = rising.find(wanted);
                prop_assert_eq!(place.is_some(), numbers.contains(&wanted));
                prop_assert!(place.is_none_or(|place| numbers[place] == wanted));
                for (part, inside) in numbers.chunks(PART).enumerate() {
                    prop_assert_eq!(rising.seek(part, wanted), inside.iter().copied().find(|&n| n >= wanted));
                }
            }
        }

        #[test]
        fn bytes_that_are_no_sequence_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200), place: usize, wanted: u32) {
            let rising = Rising::new(&bytes);
            rising.get(place);
            rising.get(place % 300);
            rising.find(wanted);
            rising.find(wanted % 300);
            for part in [0, 1, place % 9] {
                rising.unpack(part, &mut [0; PART]);
                rising.seek(part, wanted);
            }
        }
    }

    #[test]
    fn numbers_that_stand_close_take_a_bit_each() {
        let numbers: Vec<u32> = (500..1500).collect();
        assert!(encoded(&numbers).len() < 1000 / 8 + 130);
    }

    #[test]
    fn the_largest_numbers_come_back() {
        for numbers in [&[u32::MAX][..], &[0, u32::MAX], &[u32::MAX - 1, u32::MAX], &[7; 9]] {
            let bytes = encoded(numbers);
            let rising = Rising::new(&bytes);
            assert!((0..numbers.len()).all(|place| rising.get(place) == numbers[place]), "{numbers:?}");
        }
    }
}
