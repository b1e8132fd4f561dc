//! A part of a rising sequence: up to [`PART`] numbers as Elias–Fano codes or as a bitmap.

use super::bits;

/// Numbers of a part.
pub(super) const PART: usize = 128;
/// Instead of a number of lower bits: a bitmap.
pub(super) const BITMAP: u8 = 31;

/// How a part takes least room: how many lower bits its codes have, or [`BITMAP`].
pub(super) fn code_of(numbers: &[u32], base: u32, may_be_bitmap: bool) -> u8 {
    let Some(&last) = numbers.last() else { return 0 };
    let (range, len) = ((last - base) as usize, numbers.len());
    let size = |low: u32| len * (low as usize + 1) + (range >> low);
    let even = (range / len).max(1).ilog2();
    let low = (even.saturating_sub(1)..=(even + 1).min(30)).min_by_key(|&low| size(low)).unwrap_or(0);
    let is_bitmap = may_be_bitmap && range < size(low) && numbers.is_sorted_by(|a, b| a < b);
    if is_bitmap { BITMAP } else { low as u8 }
}

/// Appends a part whose numbers count from `base`.
pub(super) fn push_part(numbers: &[u32], base: u32, code: u8, out: &mut Vec<u8>) {
    let mut writer = bits::Writer::default();
    if code == BITMAP {
        let mut next = base;
        for &number in numbers {
            zeros((number - next) as usize, &mut writer, out);
            writer.push(1, 1, out);
            next = number.wrapping_add(1);
        }
        writer.finish(out);
        return;
    }
    let low = u32::from(code);
    numbers.iter().for_each(|&number| writer.push(number - base, low, out));
    writer.finish(out);
    let mut before = 0;
    for &number in numbers {
        let high = (number - base) >> low;
        zeros((high - before) as usize, &mut writer, out);
        writer.push(1, 1, out);
        before = high;
    }
    writer.finish(out);
}

fn zeros(mut count: usize, writer: &mut bits::Writer, out: &mut Vec<u8>) {
    while count > 0 {
        let now = count.min(32);
        writer.push(0, now as u32, out);
        count -= now;
    }
}

/// A part, in its bytes.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub base: u32,
    pub len: usize,
    /// How many lower bits; `None` for a bitmap.
    pub low: Option<u32>,
    pub lows: &'a [u8],
    /// The upper bits, or the bitmap.
    pub highs: &'a [u8],
}

impl Part<'_> {
    fn value(&self, place: usize, bit: usize) -> u32 {
        let offset = match self.low {
            None => bit as u32,
            Some(low) => {
                let high = (bit - place.min(bit)) as u32;
                high.checked_shl(low).unwrap_or(0) | bits::number(self.lows, place * low as usize, low)
            }
        };
        self.base.wrapping_add(offset)
    }

    /// The number at a place of the part.
    pub fn get(&self, place: usize) -> u32 {
        let (mut before, mut bit) = (0, 0);
        while bit < 8 * self.highs.len() {
            let word = bits::at(self.highs, bit);
            let ones = word.count_ones() as usize;
            if before + ones > place {
                return self.value(place, bit + select(word, place - before));
            }
            before += ones;
            bit += 64;
        }
        0
    }

    /// The first number that is no smaller than `least`, and its place in the part.
    pub fn seek(&self, least: u32) -> Option<(usize, u32)> {
        let offset = least.saturating_sub(self.base);
        let end = 8 * self.highs.len();
        // Where the bits begin that may be meant, and how many ones stand before them.
        let (mut bit, mut place) = match self.low {
            None if offset as usize >= end => return None,
            None => (offset as usize, self.ones(offset as usize)),
            Some(low) => {
                let high = offset.checked_shr(low).unwrap_or(0) as usize;
                let bit = self.behind_zeros(high)?;
                (bit, bit - high)
            }
        };
        while bit < end && place < self.len {
            let word = bits::at(self.highs, bit);
            if word == 0 {
                bit += 64;
                continue;
            }
            bit += word.trailing_zeros() as usize;
            let number = self.value(place, bit);
            if number >= least {
                return Some((place, number));
            }
            bit += 1;
            place += 1;
        }
        None
    }

    /// How many ones stand before a bit.
    fn ones(&self, bit: usize) -> usize {
        let whole = (0..bit / 64).map(|word| bits::at(self.highs, 64 * word).count_ones() as usize).sum::<usize>();
        let rest = bits::at(self.highs, bit / 64 * 64) & ((1 << (bit % 64)) - 1);
        whole + rest.count_ones() as usize
    }

    /// The bit behind so many zeros.
    fn behind_zeros(&self, count: usize) -> Option<usize> {
        if count == 0 {
            return Some(0);
        }
        let (mut before, mut bit) = (0, 0);
        while bit < 8 * self.highs.len() {
            let word = !bits::at(self.highs, bit);
            let zeros = word.count_ones() as usize;
            if before + zeros >= count {
                return Some(bit + select(word, count - before - 1) + 1);
            }
            before += zeros;
            bit += 64;
        }
        None
    }

    /// Writes all of its numbers down; gives how many there are.
    pub fn unpack(&self, out: &mut [u32; PART]) -> usize {
        let (mut place, mut bit) = (0, 0);
        while bit < 8 * self.highs.len() {
            let mut word = bits::at(self.highs, bit);
            while word != 0 && place < self.len {
                out[place] = (bit as u32).wrapping_add(word.trailing_zeros());
                word &= word - 1;
                place += 1;
            }
            bit += 64;
        }
        for (place, bit) in out.iter_mut().take(place).enumerate() {
            *bit = self.value(place, *bit as usize);
        }
        place
    }
}

/// Which bit the one numbered `place` of a word is.
fn select(mut word: u64, mut place: usize) -> usize {
    let mut bit = 0;
    // By bytes first: a loop over single bits would take longer.
    loop {
        let ones = (word as u8).count_ones() as usize;
        if place < ones || bit >= 56 {
            break;
        }
        place -= ones;
        word >>= 8;
        bit += 8;
    }
    for _ in 0..place {
        word &= word.wrapping_sub(1);
    }
    bit + word.trailing_zeros().min(63) as usize
}
