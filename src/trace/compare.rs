//! How alike two words are, and in what they differ when they mean the same.

use super::spelling::Spelt;

/// How alike two words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same folded word.
    Same,
    /// The same word in another spelling, or a number and its word.
    Variant,
    /// A few letters apart, or two forms of one word; so many hundredths alike.
    Near(u8),
    /// Different words.
    Different,
}

impl Likeness {
    /// What share of a word's weight it brings to a match, 0 to 1.
    pub fn share(self) -> f32 {
        match self {
            Likeness::Same => 1.0,
            Likeness::Variant => 0.95,
            Likeness::Near(hundredths) => f32::from(hundredths) / 100.0,
            Likeness::Different => 0.0,
        }
    }
}

/// Words that differ more in length, in bytes, are not alike …
const LENGTH: usize = 4;
/// … nor are words of which only one has so many letters.
const LETTERS: u32 = 5;
/// Longer words are compared for equality only.
const LONGEST: usize = 40;
/// What a letter costs that was read as one that looks like it, where any other change of a letter costs 1.
const LOOKALIKE: f32 = 0.4;
/// The share of its letters that may differ in a word that no text has.
const MISREAD: f32 = 0.3;
/// The share of the longer word that two forms of one word begin with, at least …
const SAME_STEM: f32 = 0.6;
/// … and the letters.
const SHORTEST_STEM: usize = 4;
/// How alike two forms of one word are, in hundredths.
const FORMS: u8 = 50;

/// A folded word, ready to be compared with many others.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    word: String,
    letters: Vec<char>,
    looks: Looks,
    spelt: Spelt,
    strange: bool,
}

impl Comparison {
    /// `strange` says that no text has the word, so that it may be a misread one.
    pub fn new(word: &str, strange: bool) -> Self {
        let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
        Comparison { word: word.into(), looks: Looks::of(word), letters, spelt: Spelt::new(word), strange }
    }

    /// Whether it is worth while to compare it with another folded word that looks so.
    pub fn resembles(&self, other: &str, looks: Looks) -> bool {
        if self.spelt.is_special() {
            return self.spelt.may_be(&self.word, other)
                || self.word.len().abs_diff(other.len()) <= LENGTH && self.looks.apart(looks) <= 2;
        }
        if self.word.len().abs_diff(other.len()) > LENGTH {
            return false;
        }
        match self.strange {
            true => self.looks.apart(looks) as f32 <= MISREAD * self.word.len().max(other.len()) as f32,
            false => self.word.as_bytes().first() == other.as_bytes().first() && self.looks.differ(looks) <= LETTERS,
        }
    }

    /// Compares it with another folded word.
    pub fn with(&self, other: &str) -> Likeness {
        if self.word == other {
            return Likeness::Same;
        }
        // A word that texts have is no misreading, and its forms and spellings begin as it does, unless they are listed.
        if !self.strange && !self.spelt.is_special() && self.word.as_bytes().first() != other.as_bytes().first() {
            return Likeness::Different;
        }
        if self.spelt.is(&self.word, other) {
            return Likeness::Variant;
        }
        let (mut buffer, mut len) = (['\0'; LONGEST], 0);
        for c in other.chars() {
            if len == LONGEST {
                return Likeness::Different;
            }
            buffer[len] = c;
            len += 1;
        }
        let (ours, theirs) = (&self.letters[..], &buffer[..len]);
        let (shorter, longer) = (ours.len().min(len), ours.len().max(len));
        if longer > LONGEST || is_number(ours) || is_number(theirs) {
            return Likeness::Different;
        }
        let most = match (self.strange, shorter) {
            (true, _) => MISREAD * longer as f32 + f32::EPSILON,
            (false, ..4) => return Likeness::Different,
            (false, 4..8) => 1.0,
            (false, _) => 2.0,
        };
        if (longer - shorter) as f32 <= most.max(1.0) {
            let cost = distance(ours, theirs, most);
            if cost <= most {
                return Likeness::Near((100.0 * (1.0 - 1.5 * cost / longer as f32)).clamp(30.0, 95.0) as u8);
            }
        }
        let stem = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count();
        let forms = stem >= SHORTEST_STEM && stem as f32 >= SAME_STEM * longer as f32;
        if forms { Likeness::Near(FORMS) } else { Likeness::Different }
    }
}

/// What one sees of a word at first sight.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// Which bytes it has, each as one of 64 bits.
    letters: u64,
    /// These and the ones that look like them; all, where it is not in ASCII.
    like: u64,
}

impl Looks {
    /// Looks at a folded word.
    pub fn of(word: &str) -> Self {
        let mut looks = Looks::default();
        for byte in word.bytes() {
            looks.letters |= 1 << (byte & 63);
            looks.like |= LIKE.get(byte as usize).copied().unwrap_or(u64::MAX);
        }
        looks
    }

    /// How many letters only one of the two has.
    fn differ(self, other: Looks) -> u32 {
        (self.letters ^ other.letters).count_ones()
    }

    /// How many letters, at least, became others that do not look like them.
    fn apart(self, other: Looks) -> u32 {
        (self.letters & !other.like).count_ones().max((other.letters & !self.like).count_ones())
    }
}

/// For each ASCII character, itself and those it may be taken for, each as one of 64 bits.
const LIKE: [u64; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = 1 << (byte & 63);
        let mut other = 0;
        while other < 128 {
            if LOOKS[byte] & LOOKS[other] != 0 {
                table[byte] |= 1 << (other & 63);
            }
            other += 1;
        }
        byte += 1;
    }
    // What is read as one letter or as two.
    let mut i = 0;
    while i < LIGATURES.len() {
        let (first, second, one) = LIGATURES[i];
        let pair = 1 << (first & 63) | 1 << (second & 63);
        table[first as usize] |= 1 << (one & 63);
        table[second as usize] |= 1 << (one & 63);
        table[one as usize] |= pair;
        i += 1;
    }
    table
};

/// Two letters that are read as one.
const LIGATURES: [(u8, u8, u8); 9] = [
    (b'r', b'n', b'm'),
    (b'n', b'n', b'm'),
    (b'c', b'l', b'd'),
    (b't', b'l', b'd'),
    (b'v', b'v', b'w'),
    (b'l', b'i', b'h'),
    (b'i', b'i', b'u'),
    (b'i', b'i', b'n'),
    (b'r', b'i', b'n'),
];

fn is_number(letters: &[char]) -> bool {
    letters.iter().all(|c| c.is_ascii_digit() || *c == '.')
}

/// Letters that look alike in print, group by group.
const GROUPS: [&str; 10] = ["il1tfj", "o0ceaq", "s5f", "hbk", "unr", "yvg", "b86", "zs2", "g9q", "vu"];

/// The groups that each ASCII character belongs to, as bits.
const LOOKS: [u16; 128] = {
    let mut table = [0; 128];
    let mut group = 0;
    while group < GROUPS.len() {
        let letters = GROUPS[group].as_bytes();
        let mut i = 0;
        while i < letters.len() {
            table[letters[i] as usize] |= 1 << group;
            i += 1;
        }
        group += 1;
    }
    table
};

/// Whether two letters look alike in print.
fn look_alike(a: char, b: char) -> bool {
    let looks = |c: char| LOOKS.get(c as usize).copied().unwrap_or(0);
    looks(a) & looks(b) != 0
}

/// Whether the first letters of two words may be taken for each other: one is read as the other, is missing, or has changed places
/// with the next.
pub(super) fn begin_alike(a: &str, b: &str) -> bool {
    let first = |word: &str| {
        let mut chars = word.chars();
        [(); 3].map(|()| chars.next().unwrap_or_default())
    };
    let ([a0, a1, a2], [b0, b1, b2]) = (first(a), first(b));
    let is_missing = [a0, a1] == [b1, b2] || [a1, a2] == [b0, b1] || [a0, a1] == [b1, b0];
    a0 == b0 || look_alike(a0, b0) || is_missing || ligature(&[a0, a1], b0) || ligature(&[b0, b1], a0)
}

/// The pairs of letters that each ASCII character may be read for.
const PAIRS: [[(u8, u8); 3]; 128] = {
    let mut table = [[(0, 0); 3]; 128];
    let mut i = 0;
    while i < LIGATURES.len() {
        let (first, second, one) = LIGATURES[i];
        let mut slot = 0;
        while table[one as usize][slot].0 != 0 {
            slot += 1;
        }
        table[one as usize][slot] = (first, second);
        i += 1;
    }
    table
};

/// Whether two letters are read as one.
fn ligature(two: &[char], one: char) -> bool {
    let Some(pairs) = PAIRS.get(one as usize) else { return false };
    pairs[0].0 != 0 && pairs.iter().any(|&(a, b)| (two[0], two[1]) == (a as char, b as char))
}

/// The cost of the changes that make one word of the other: letters added, dropped, changed or swapped, cheaper where they
/// look alike. More than `most` is just more.
fn distance(a: &[char], b: &[char], most: f32) -> f32 {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let mut rows = [[0.0f32; LONGEST + 1]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate().take(b.len() + 1) {
        *cell = j as f32;
    }
    // Words as near as that are nowhere further apart than their changes can shift them.
    let width = most as usize + 2;
    let mut least_above = 0.0f32;
    for i in 1..=a.len() {
        let [row, above, before] = rotated(&mut rows, i);
        row[0] = i as f32;
        let mut least = row[0];
        let band = i.saturating_sub(width).max(1)..=(i + width).min(b.len());
        if *band.start() > 1 {
            row[band.start() - 1] = f32::MAX;
        }
        if *band.end() < b.len() {
            row[band.end() + 1] = f32::MAX;
        }
        for j in band {
            let (x, y) = (a[i - 1], b[j - 1]);
            let change = match x == y {
                true => 0.0,
                false if look_alike(x, y) => LOOKALIKE,
                false => 1.0,
            };
            let mut cost = (above[j - 1] + change).min(above[j] + 1.0).min(row[j - 1] + 1.0);
            if i > 1 {
                if j > 1 && x == b[j - 2] && a[i - 2] == y {
                    cost = cost.min(before[j - 2] + 1.0);
                }
                if ligature(&a[i - 2..i], y) {
                    cost = cost.min(before[j - 1] + LOOKALIKE);
                }
            }
            if j > 1 && ligature(&b[j - 2..j], x) {
                cost = cost.min(above[j - 2] + LOOKALIKE);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        if least.min(least_above) > most {
            return f32::MAX;
        }
        least_above = least;
    }
    rows[a.len() % 3][b.len()]
}

type Row = [f32; LONGEST + 1];

/// The row numbered `i` of three that are used in turn, the one above it and the one before that.
fn rotated(rows: &mut [Row; 3], i: usize) -> [&mut Row; 3] {
    let [a, b, c] = rows;
    match i % 3 {
        0 => [a, c, b],
        1 => [b, a, c],
        _ => [c, b, a],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> &'static str {
        match Comparison::new(a, false).with(b) {
            Likeness::Same => "same",
            Likeness::Variant => "variant",
            Likeness::Near(_) => "near",
            Likeness::Different => "different",
        }
    }

    #[test]
    fn words_are_the_same_variants_near_or_different() {
        for (a, b, expected) in [
            ("peace", "peace", "same"),
            ("neighbour", "neighbor", "variant"),
            ("five", "5", "variant"),
            ("coexistence", "coexistance", "near"),
            ("hegemonism", "hegomonsm", "near"),
            ("mercies", "merciful", "near"),
            ("war", "was", "different"),
            ("1953", "1954", "different"),
            ("opposed", "supported", "different"),
        ] {
            assert_eq!(alike(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn misread_letters_count_less_than_other_ones() {
        for (read, printed) in [("rnodcrn", "modern"), ("vvhicb", "which"), ("mi5fakes", "mistakes"), ("tbc", "the")] {
            let likeness = Comparison::new(read, true).with(printed);
            assert!(likeness.share() > 0.5, "{read} {printed} {likeness:?}");
        }
        for (read, other) in [("xqz", "the"), ("table", "which"), ("ovens", "haven")] {
            assert_eq!(Comparison::new(read, true).with(other), Likeness::Different, "{read} {other}");
        }
    }
}
