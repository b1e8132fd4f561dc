//! Numbers in as many bits as they need.

/// The 64 bits from a bit on, lowest first; zeros behind the end.
pub(super) fn at(bytes: &[u8], bit: usize) -> u64 {
    let (byte, shift) = (bit / 8, bit % 8);
    // Eight bytes hold at least 57 bits from there on; the rest stands in the ninth.
    let next = bytes.get(byte + 8).copied().unwrap_or(0);
    eight(bytes, byte) >> shift | (u64::from(next) << 1) << (63 - shift)
}

/// The `width` bits, at most 32, from a bit on.
pub(super) fn number(bytes: &[u8], bit: usize, width: u32) -> u32 {
    (eight(bytes, bit / 8) >> (bit % 8) & ((1 << width) - 1)) as u32
}

/// The eight bytes from a byte on; zeros behind the end.
fn eight(bytes: &[u8], byte: usize) -> u64 {
    let rest = bytes.get(byte..).unwrap_or_default();
    let Some(eight) = rest.first_chunk() else { return few(rest) };
    u64::from_le_bytes(*eight)
}

#[cold]
fn few(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    eight[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(eight)
}

/// Bits, lowest first.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pending: u64,
    count: u32,
}

impl Writer {
    /// Appends the `width` lowest bits of a number, at most 32; whole bytes go to `out`, some of them later.
    #[inline]
    pub fn push(&mut self, number: u32, width: u32, out: &mut Vec<u8>) {
        let mask = (1u64 << width) - 1;
        self.pending |= (u64::from(number) & mask) << self.count;
        self.count += width;
        if self.count >= 32 {
            out.extend_from_slice(&(self.pending as u32).to_le_bytes());
            self.pending >>= 32;
            self.count -= 32;
        }
    }

    /// Appends what is left, and fills the last byte up with zeros.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.pending.to_le_bytes()[..self.count.div_ceil(8) as usize]);
        *self = Writer::default();
    }
}

/// A table of numbers that all have as many bits as the largest one.
pub(super) fn table(numbers: &[u32]) -> Vec<u8> {
    let largest = numbers.iter().max().copied().unwrap_or(0);
    let width = u32::BITS - largest.leading_zeros();
    let mut out = vec![width as u8];
    let mut writer = Writer::default();
    numbers.iter().for_each(|&number| writer.push(number, width, &mut out));
    writer.finish(&mut out);
    out
}

/// A number of such a table; some number for bytes that are none.
pub(super) fn entry(table: &[u8], place: usize) -> u32 {
    let Some((&width, bits)) = table.split_first() else { return 0 };
    let width = u32::from(width).min(32);
    number(bits, place.saturating_mul(width as usize), width)
}

/// Numbers that share a first one in [`ends`].
const GROUP: usize = 32;

/// A table of rising numbers that lie about equally far from each other: how many there are, how many bits each takes, the
/// first number of each group, and by how much each is larger than that.
pub(super) fn ends(numbers: &[u32]) -> Vec<u8> {
    let mut out = (numbers.len() as u32).to_le_bytes().to_vec();
    let groups = numbers.chunks(GROUP);
    let rest: Vec<u32> = groups.clone().flat_map(|group| group.iter().map(|number| number - group[0])).collect();
    let rest = table(&rest);
    out.push(rest[0]);
    out.extend(groups.flat_map(|group| group[0].to_le_bytes()));
    out.extend_from_slice(&rest[1..]);
    out
}

/// Such a table; some numbers for bytes that are none.
#[derive(Clone, Copy)]
pub(super) struct Ends<'a> {
    len: usize,
    width: u32,
    firsts: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Ends<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        let none = Ends { len: 0, width: 0, firsts: &[], rest: &[] };
        let Some(([a, b, c, d, width], bytes)) = bytes.split_first_chunk() else { return none };
        let len = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
        let Some((firsts, rest)) = bytes.split_at_checked(4 * len.div_ceil(GROUP)) else { return none };
        Ends { len, width: u32::from(*width).min(32), firsts, rest }
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The number at a place; 0 behind the end.
    pub fn get(&self, place: usize) -> u32 {
        let first = self.firsts.get(place / GROUP * 4..).and_then(|firsts| firsts.first_chunk());
        let Some(first) = first else { return 0 };
        u32::from_le_bytes(*first).wrapping_add(number(self.rest, place * self.width as usize, self.width))
    }

    /// What lies between the number at a place and the one before it, or 0.
    pub fn before(&self, place: usize) -> std::ops::Range<usize> {
        let start = place.checked_sub(1).map_or(0, |before| self.get(before)) as usize;
        start..(self.get(place) as usize).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec((any::<u32>(), 0u32..=32), 0..99)) {
            let (mut writer, mut out) = (Writer::default(), Vec::new());
            numbers.iter().for_each(|&(number, width)| writer.push(number, width, &mut out));
            writer.finish(&mut out);
            let mut bit = 0;
            for (value, width) in numbers {
                prop_assert_eq!(u64::from(number(&out, bit, width)), u64::from(value) & ((1 << width) - 1));
                bit += width as usize;
            }
        }

        #[test]
        fn a_table_gives_its_numbers(numbers in proptest::collection::vec(0u32..5000, 0..99), one: u32) {
            let numbers = [numbers, vec![one]].concat();
            let table = table(&numbers);
            prop_assert!((0..numbers.len()).all(|place| entry(&table, place) == numbers[place]));
        }

        #[test]
        fn rising_numbers_come_back(gaps in proptest::collection::vec(0u32..500, 0..199), large in 0u32..3_000_000_000) {
            let numbers: Vec<u32> = gaps.iter().scan(large, |last, gap| { *last += gap; Some(*last) }).collect();
            let bytes = ends(&numbers);
            let ends = Ends::new(&bytes);
            prop_assert_eq!(ends.len(), numbers.len());
            prop_assert!((0..numbers.len()).all(|place| ends.get(place) == numbers[place]));
        }

        #[test]
        fn any_bytes_can_be_asked(bytes in proptest::collection::vec(any::<u8>(), 0..20), bit in 0usize..400, width in 0u32..=32) {
            number(&bytes, bit, width);
            at(&bytes, bit);
            entry(&bytes, bit);
            Ends::new(&bytes).before(bit);
        }
    }
}
