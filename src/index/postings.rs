//! In which blocks of the text a word stands: rising block numbers, read from the beginning or by leaps.

use super::part::PART;
use super::rising::Rising;

/// Reads a list from its beginning to its end, or leaps ahead in it.
pub struct Blocks<'a> {
    list: Rising<'a>,
    /// The part that comes next.
    part: usize,
    /// No number below is still to come.
    least: u32,
    buffer: [u32; PART],
    /// How many numbers of the part are in the buffer; none before it is unpacked.
    filled: usize,
    at: usize,
}

impl<'a> Blocks<'a> {
    /// A list that [`super::rising::encode`] made.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Blocks { list: Rising::new(bytes), part: 0, least: 0, buffer: [0; PART], filled: 0, at: 0 }
    }

    /// A list of one number.
    pub(super) fn one(number: u32) -> Self {
        let mut blocks = Blocks::new(&[0x20]);
        (blocks.buffer[0], blocks.filled) = (number, 1);
        blocks
    }

    /// How many numbers the whole list has.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first of the coming numbers that is no smaller than `least`. It is not taken: asked again for the same, the
    /// reader gives the same.
    pub fn seek(&mut self, least: u32) -> Option<u32> {
        self.least = self.least.max(least);
        if self.filled > 0 {
            self.at += self.buffer[self.at..self.filled].partition_point(|&number| number < self.least);
            if let Some(&number) = self.buffer[..self.filled].get(self.at) {
                return Some(number);
            }
            (self.filled, self.part) = (0, self.part + 1);
        }
        while self.part < self.list.parts() {
            // Leaps are short more often than long.
            if self.list.last(self.part).is_none_or(|last| last >= self.least)
                && let Some(number) = self.list.seek(self.part, self.least)
            {
                return Some(number);
            }
            self.part += 1;
        }
        None
    }
}

impl Iterator for Blocks<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        loop {
            if self.filled > 0 {
                self.at += self.buffer[self.at..self.filled].iter().take_while(|&&number| number < self.least).count();
                if let Some(&number) = self.buffer[..self.filled].get(self.at) {
                    self.at += 1;
                    return Some(number);
                }
                self.part += 1;
            }
            self.at = 0;
            self.filled = 0;
            if self.part >= self.list.parts() {
                return None;
            }
            self.filled = self.list.unpack(self.part, &mut self.buffer);
            if self.filled == 0 {
                self.part += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rising::encoded;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back_in_order_and_by_leaps(
            numbers in proptest::collection::btree_set(prop_oneof![0u32..2000, 0u32..1_000_000], 0..700),
            leasts in proptest::collection::btree_set(prop_oneof![0u32..2500, 0u32..1_100_000], 0..40),
        ) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let bytes = encoded(&numbers);
            prop_assert_eq!(Blocks::new(&bytes).collect::<Vec<_>>(), numbers.clone());
            let mut blocks = Blocks::new(&bytes);
            for least in leasts {
                prop_assert_eq!(blocks.seek(least), numbers.iter().copied().find(|&n| n >= least));
                prop_assert_eq!(blocks.seek(least), numbers.iter().copied().find(|&n| n >= least));
            }
        }

        #[test]
        fn leaps_and_steps_may_alternate(
            numbers in proptest::collection::btree_set(prop_oneof![0u32..600, 0u32..100_000], 0..700),
            ways in proptest::collection::vec(proptest::option::of(0u32..3000), 0..300),
        ) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let bytes = encoded(&numbers);
            let (mut blocks, mut left, mut floor) = (Blocks::new(&bytes), &numbers[..], 0);
            for way in ways {
                if let Some(leap) = way {
                    floor += leap;
                    left = &left[left.partition_point(|&number| number < floor)..];
                    prop_assert_eq!(blocks.seek(floor), left.first().copied());
                } else {
                    prop_assert_eq!(blocks.next(), left.first().copied());
                    left = left.get(1..).unwrap_or_default();
                }
            }
        }

        #[test]
        fn bytes_that_are_no_list_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200), least: u32) {
            let mut blocks = Blocks::new(&bytes);
            blocks.seek(least);
            blocks.take(10_000).for_each(drop);
        }
    }

    #[test]
    fn one_number_is_a_list() {
        assert_eq!(Blocks::one(7).collect::<Vec<_>>(), [7]);
        let mut blocks = Blocks::one(7);
        assert_eq!((blocks.seek(3), blocks.seek(7), blocks.seek(8), blocks.next()), (Some(7), Some(7), None, None));
    }
}
