//! In which blocks of the text a word stands: rising block numbers, packed 128 at a time with a list of the last number of
//! each pack, so that a reader can leap (the layout of Lucene 4.1's postings).

use super::varint;
use bitpacking::{BitPacker, BitPacker4x};

const PACK: usize = BitPacker4x::BLOCK_LEN;
/// Bytes of an entry of the list: the last number of the pack, and where the pack ends.
const SKIP: usize = 8;

/// Appends a list of rising numbers.
pub(super) fn encode(numbers: &[u32], out: &mut Vec<u8>) {
    varint::push(numbers.len() as u64, out);
    let packer = BitPacker4x::new();
    let (mut skips, mut packs) = (Vec::new(), Vec::new());
    let mut last = 0;
    let (whole, rest) = numbers.as_chunks::<PACK>();
    let mut packed = [0u8; 4 * PACK];
    for pack in whole {
        let bits = packer.num_bits_sorted(last, pack);
        let len = packer.compress_sorted(last, pack, &mut packed, bits);
        packs.push(bits);
        packs.extend_from_slice(&packed[..len]);
        last = pack[PACK - 1];
        skips.extend_from_slice(&last.to_le_bytes());
        skips.extend_from_slice(&(packs.len() as u32).to_le_bytes());
    }
    out.append(&mut skips);
    out.append(&mut packs);
    for &number in rest {
        varint::push(u64::from(number - last), out);
        last = number;
    }
}

/// Reads a list from its beginning to its end, or leaps ahead in it.
pub struct Blocks<'a> {
    len: usize,
    skips: &'a [u8],
    packs: &'a [u8],
    tail: &'a [u8],
    /// The pack that is unpacked next.
    pack: usize,
    buffer: [u32; PACK],
    filled: usize,
    at: usize,
}

impl<'a> Blocks<'a> {
    /// A list that [`encode`] made.
    pub(super) fn new(mut bytes: &'a [u8]) -> Self {
        let len = varint::take(&mut bytes) as usize;
        let (skips, rest) = bytes.split_at_checked(len / PACK * SKIP).unwrap_or_default();
        let end = skips.last_chunk::<4>().map_or(0, |end| u32::from_le_bytes(*end) as usize);
        let (packs, tail) = rest.split_at_checked(end).unwrap_or_default();
        Blocks { len, skips, packs, tail, pack: 0, buffer: [0; PACK], filled: 0, at: 0 }
    }

    /// A list of one number.
    pub(super) fn one(number: u32) -> Self {
        let mut blocks = Blocks::new(&[]);
        (blocks.len, blocks.buffer[0], blocks.filled, blocks.pack) = (1, number, 1, usize::MAX);
        blocks
    }

    /// How many numbers the whole list has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The first of the coming numbers that is no smaller than `least`. It is not taken: asked again for the same, the
    /// reader gives the same.
    pub fn seek(&mut self, least: u32) -> Option<u32> {
        if self.filled == 0 || self.buffer[self.filled - 1] < least {
            if self.pack == usize::MAX {
                self.at = self.filled;
                return None;
            }
            let packs = self.skips.len() / SKIP;
            let ahead = self.skips[self.pack.min(packs) * SKIP..].chunks_exact(SKIP);
            // Leaps are short more often than long.
            self.pack += ahead.take_while(|skip| last_of(skip) < least).count();
            self.unpack();
        }
        self.at += self.buffer[self.at..self.filled].partition_point(|&number| number < least);
        self.buffer[..self.filled].get(self.at).copied()
    }

    fn unpack(&mut self) {
        (self.at, self.filled) = (0, 0);
        let packs = self.skips.len() / SKIP;
        let before = self.pack.min(packs).checked_sub(1).map(|pack| &self.skips[pack * SKIP..][..SKIP]);
        let last = before.map_or(0, last_of);
        if self.pack >= packs {
            let (mut tail, mut last) = (self.tail, last);
            while !tail.is_empty() && self.filled < PACK {
                last = last.wrapping_add(varint::take(&mut tail) as u32);
                self.buffer[self.filled] = last;
                self.filled += 1;
            }
            self.pack = usize::MAX;
            return;
        }
        let start = before.map_or(0, end_of);
        let end = end_of(&self.skips[self.pack * SKIP..][..SKIP]);
        if let Some([bits, packed @ ..]) = self.packs.get(start..end)
            && *bits <= 32
            && packed.len() == *bits as usize * PACK / 8
        {
            BitPacker4x::new().decompress_sorted(last, packed, &mut self.buffer, *bits);
            self.filled = PACK;
        }
        self.pack += 1;
    }
}

impl Iterator for Blocks<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.at == self.filled {
            if self.pack == usize::MAX {
                return None;
            }
            self.unpack();
        }
        self.at += 1;
        Some(self.buffer[self.at - 1])
    }
}

fn last_of(skip: &[u8]) -> u32 {
    u32::from_le_bytes([skip[0], skip[1], skip[2], skip[3]])
}

fn end_of(skip: &[u8]) -> usize {
    u32::from_le_bytes([skip[4], skip[5], skip[6], skip[7]]) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back_in_order_and_by_leaps(
            numbers in proptest::collection::btree_set(0u32..1_000_000, 0..700),
            leasts in proptest::collection::btree_set(0u32..1_100_000, 0..40),
        ) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let mut bytes = Vec::new();
            encode(&numbers, &mut bytes);
            prop_assert_eq!(Blocks::new(&bytes).collect::<Vec<_>>(), numbers.clone());
            let mut blocks = Blocks::new(&bytes);
            for least in leasts {
                prop_assert_eq!(blocks.seek(least), numbers.iter().copied().find(|&n| n >= least));
                prop_assert_eq!(blocks.seek(least), numbers.iter().copied().find(|&n| n >= least));
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
