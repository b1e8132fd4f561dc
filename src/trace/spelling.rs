//! Spellings of one word: British and American, and numbers and their words.
//!
//! The rules are the regular correspondences that any style guide lists (-our/-or, -ise/-ize, -re/-er, doubled l, -ogue,
//! -ae/-oe, -ence/-ense); a rule counts only when it makes two words equal, so it cannot go wrong on one word alone.

/// A folded word, ready to be compared with many others.
pub(super) struct Spelt {
    number: Option<u64>,
    american: String,
}

impl Spelt {
    pub fn new(word: &str) -> Self {
        Spelt { number: number(word), american: american(word) }
    }

    /// Whether `other` is a spelling of `word`, the word that this was made of.
    pub fn is(&self, word: &str, other: &str) -> bool {
        if let Some(value) = self.number {
            return number(other) == Some(value);
        }
        // No rule changes the first letter or the length by more than three: most words need no closer look.
        let alike = word.len() > 3 && other.len() > 3 && word.len().abs_diff(other.len()) <= 3;
        alike && word.as_bytes()[0] == other.as_bytes()[0] && self.american == american(other)
    }
}

/// Whether two folded words are spellings of the same one.
#[cfg(test)]
fn same(a: &str, b: &str) -> bool {
    Spelt::new(a).is(a, b)
}

/// Endings and middles, the first form becoming the second. The order matters: an earlier rule may feed a later one.
const RULES: [(&str, &str); 22] = [
    ("tred", "tered"),
    ("tring", "tering"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("ogue", "og"),
    ("ll", "l"),
    ("pp", "p"),
    ("ence", "ense"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("mme", "m"),
    ("que", "ck"),
    ("grey", "gray"),
    ("dgem", "dgm"),
];

fn american(word: &str) -> String {
    let word = match word {
        "towards" => "toward",
        "afterwards" => "afterward",
        "whilst" => "while",
        "amongst" => "among",
        _ => word,
    };
    RULES.iter().fold(word.to_string(), |word, (from, to)| word.replace(from, to))
}

/// The value of a number or its word.
pub(super) fn number(word: &str) -> Option<u64> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const ORDINALS: [&str; 13] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    /// Keeps a fifth from being a five.
    const ORDINAL: u64 = 1 << 40;
    if let Ok(value) = word.parse() {
        return Some(value);
    }
    if let Some(value) = WORDS.iter().position(|w| *w == word) {
        return Some(value as u64);
    }
    if let Some(value) = ORDINALS.iter().position(|w| *w == word) {
        return Some(ORDINAL + value as u64);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse::<u64>().ok().map(|value| ORDINAL + value)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn two_spellings_of_one_word_are_the_same() {
        for (a, b) in [
            ("neighbourhood", "neighborhood"),
            ("safeguarding", "safeguarding"),
            ("organisations", "organizations"),
            ("recognise", "recognize"),
            ("centred", "centered"),
            ("defence", "defense"),
            ("programme", "program"),
            ("travelled", "traveled"),
            ("dialogue", "dialog"),
            ("fifth", "5th"),
            ("twelve", "12"),
        ] {
            assert!(same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_are_not() {
        for (a, b) in [("four", "for"), ("five", "fifth"), ("peace", "piece"), ("1953", "1954"), ("not", "note")] {
            assert!(!same(a, b), "{a} {b}");
        }
    }
}
