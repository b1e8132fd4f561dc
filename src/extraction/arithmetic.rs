//! Numbers in as little room as they must have where small tables learn how likely each is: an adaptive binary arithmetic
//! code (Witten, Neal and Cleary, "Arithmetic Coding for Data Compression", 1987).

/// How likely a bit is to be set, which is learned from the bits before it.
#[derive(Clone, Copy)]
pub(super) struct Chance {
    /// In 65,536ths.
    share: u16,
    seen: u8,
}

/// A chance moves by this share of what it was wrong by, in 65,536ths, the first times …
const STEPS: [i32; 24] = {
    let mut steps = [0; 24];
    let mut seen = 0;
    while seen < steps.len() {
        // … as Krichevsky and Trofimov's estimate does.
        steps[seen] = (2 * 65_536) / (2 * seen as i32 + 3);
        seen += 1;
    }
    steps
};

/// Of a bit of which nothing is known.
pub(super) const EVEN: Chance = Chance { share: 1 << 15, seen: 0 };

impl Chance {
    fn learn(&mut self, bit: bool) {
        let wanted = if bit { i32::from(u16::MAX) - 31 } else { 31 };
        let wrong = wanted - i32::from(self.share);
        self.share =
            (i32::from(self.share) + ((wrong as i64 * i64::from(STEPS[usize::from(self.seen)])) >> 16) as i32) as u16;
        self.seen = (self.seen + 1).min(STEPS.len() as u8 - 1);
    }
}

/// Writes bits or reads them: what is done with them is written once for both.
pub(super) trait Coder {
    /// Codes a bit, given its chance; gives it.
    fn bit(&mut self, bit: bool, chance: &mut Chance) -> bool;
}

/// The numbers that can still come: from the lower bound to the upper.
#[derive(Clone, Copy)]
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const ALL: Range = Range { low: 0, high: u32::MAX };

    /// The last number that stands for a bit that is set.
    fn middle(self, chance: Chance) -> u32 {
        self.low + ((u64::from(self.high - self.low) * u64::from(chance.share)) >> 16) as u32
    }

    fn narrow(&mut self, bit: bool, middle: u32) {
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// Takes the first byte off where it is certain.
    fn certain(&mut self) -> Option<u8> {
        let byte = (self.high >> 24) as u8;
        (byte == (self.low >> 24) as u8).then(|| {
            (self.low, self.high) = (self.low << 8, self.high << 8 | 0xff);
            byte
        })
    }
}

/// Appends bits to bytes.
pub(super) struct Encoder<'a> {
    range: Range,
    out: &'a mut Vec<u8>,
}

impl<'a> Encoder<'a> {
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Encoder { range: Range::ALL, out }
    }

    /// Ends the code; zeros are read behind it.
    pub fn finish(self) {
        if self.range.low > 0 {
            self.out.push((self.range.low >> 24) as u8 + 1);
        }
    }
}

impl Coder for Encoder<'_> {
    fn bit(&mut self, bit: bool, chance: &mut Chance) -> bool {
        let middle = self.range.middle(*chance);
        self.range.narrow(bit, middle);
        chance.learn(bit);
        while let Some(byte) = self.range.certain() {
            self.out.push(byte);
        }
        bit
    }
}

/// Reads bits from bytes.
pub(super) struct Decoder<'a> {
    range: Range,
    at: u32,
    rest: &'a [u8],
    /// Bytes that were read behind the end.
    behind: usize,
}

impl<'a> Decoder<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Decoder { range: Range::ALL, at: 0, rest: bytes, behind: 0 };
        (0..4).for_each(|_| decoder.shift());
        decoder
    }

    /// Whether more was read than any code has that goes on.
    pub fn is_over(&self) -> bool {
        self.behind > 4
    }

    fn shift(&mut self) {
        let byte = match self.rest.split_first() {
            Some((&byte, rest)) => {
                self.rest = rest;
                byte
            }
            None => {
                self.behind += 1;
                0
            }
        };
        self.at = self.at << 8 | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    fn bit(&mut self, _: bool, chance: &mut Chance) -> bool {
        let middle = self.range.middle(*chance);
        let bit = self.at <= middle;
        self.range.narrow(bit, middle);
        chance.learn(bit);
        while self.range.certain().is_some() {
            self.shift();
        }
        bit
    }
}

/// What is learned of some numbers: how many bits they have, and the bits below the highest.
#[derive(Clone)]
pub(super) struct Numbers {
    lens: [Chance; 1 << Self::LEN_BITS],
    below: Box<[[Chance; 1 << Self::LEARNED]]>,
}

impl Numbers {
    /// Bits of the number of bits.
    const LEN_BITS: u32 = 6;
    /// So many bits below the highest are learned; of those that follow each is as likely as not.
    const LEARNED: u32 = 3;

    pub fn new() -> Self {
        let lens = [EVEN; 1 << Self::LEN_BITS];
        Numbers { lens, below: vec![[EVEN; 1 << Self::LEARNED]; lens.len()].into() }
    }

    /// Codes a number below 2^63; gives it.
    pub fn code(&mut self, number: u64, coder: &mut impl Coder) -> u64 {
        let len = u64::from(u64::BITS - number.leading_zeros());
        let len = branch(len, Self::LEN_BITS, &mut self.lens, coder) as u32;
        if len < 2 {
            return u64::from(len);
        }
        let below = len - 1;
        let learned = below.min(Self::LEARNED);
        let rest = below - learned;
        let high = branch(number >> rest, learned, &mut self.below[len as usize], coder);
        let even =
            |so_far: u64, place: u32| so_far << 1 | u64::from(coder.bit(number >> place & 1 == 1, &mut { EVEN }));
        (0..rest).rev().fold(1 << learned | high, even)
    }
}

/// Codes the `bits` lowest bits of a number, the highest first, each by those before it.
pub(super) fn branch(number: u64, bits: u32, chances: &mut [Chance], coder: &mut impl Coder) -> u64 {
    let mut node = 1;
    for place in (0..bits).rev() {
        let bit = coder.bit(number >> place & 1 == 1, &mut chances[node]);
        node = node << 1 | usize::from(bit);
    }
    node as u64 - (1 << bits)
}

/// What is learned of numbers of which each bit says something of its own: sets.
#[derive(Clone)]
pub(super) struct Sets {
    highest: [Chance; 1 << Self::PLACE_BITS],
    /// By the highest bit and the place.
    bits: Box<[[Chance; 1 << Self::PLACE_BITS]]>,
}

impl Sets {
    const PLACE_BITS: u32 = 6;

    pub fn new() -> Self {
        let highest = [EVEN; 1 << Self::PLACE_BITS];
        Sets { highest, bits: vec![highest; highest.len()].into() }
    }

    /// Codes a set; gives it.
    pub fn code(&mut self, set: u32, coder: &mut impl Coder) -> u32 {
        let len = u64::from(u32::BITS - set.leading_zeros());
        let len = branch(len, Self::PLACE_BITS, &mut self.highest, coder).min(32) as u32;
        let Some(highest) = len.checked_sub(1) else { return 0 };
        let bits = &mut self.bits[highest as usize];
        let next = |so_far: u32, place: u32| {
            let bit = coder.bit(set >> place & 1 == 1, &mut bits[place as usize]);
            so_far | u32::from(bit) << place
        };
        (0..highest).rev().fold(1 << highest, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_sets_come_back(all in proptest::collection::vec((prop_oneof![0u64..9, 0u64..1 << 63], prop_oneof![0u32..99, any::<u32>()]), 0..200)) {
            let mut bytes = Vec::new();
            let mut encoder = Encoder::new(&mut bytes);
            let (mut numbers, mut sets) = (Numbers::new(), Sets::new());
            for &(number, set) in &all {
                numbers.code(number, &mut encoder);
                sets.code(set, &mut encoder);
            }
            encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let (mut numbers, mut sets) = (Numbers::new(), Sets::new());
            for (number, set) in all {
                prop_assert_eq!(numbers.code(0, &mut decoder), number);
                prop_assert_eq!(sets.code(0, &mut decoder), set);
            }
            prop_assert!(!decoder.is_over());
        }
    }

    #[test]
    fn what_is_always_the_same_takes_next_to_no_room() {
        let mut bytes = Vec::new();
        let (mut encoder, mut numbers) = (Encoder::new(&mut bytes), Numbers::new());
        for _ in 0..1000 {
            numbers.code(5, &mut encoder);
        }
        encoder.finish();
        assert!(bytes.len() < 30, "{}", bytes.len());
    }
}
