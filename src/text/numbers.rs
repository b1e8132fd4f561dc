//! Numbers and their words: `21`, `twenty-one` and `twenty one` say the same, and so do `1st` and `first`.

use super::chinese::chinese_number;
use super::numerals::{roman, said};

const ONES: [&str; 20] = [
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
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [&str; 13] = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];
const SCALES: [(&str, u64); 4] =
    [("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

/// A number, and whether it says which one rather than how many: a fifth is no five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// How much it is.
    pub value: u64,
    /// Whether it is `fifth` rather than `five`.
    pub ordinal: bool,
}

/// The number that one folded word says.
pub fn number(word: &str) -> Option<Number> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ordinal = match &word[digits.len()..] {
            "" => false,
            "st" | "nd" | "rd" | "th" => true,
            _ => return None,
        };
        return digits.parse().ok().map(|value| Number { value, ordinal });
    }
    let cardinal = |word: &str| {
        let ones = ONES.iter().position(|one| *one == word).map(|value| value as u64);
        let tens = || TENS.iter().position(|ten| *ten == word).map(|value| 10 * (value as u64 + 2));
        let scale = || SCALES.iter().find(|(scale, _)| *scale == word).map(|(_, value)| *value);
        ones.or_else(tens).or_else(scale)
    };
    if let Some(value) = cardinal(word) {
        return Some(Number { value, ordinal: false });
    }
    let value = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|value| value as u64).or_else(|| {
        let stem = word.strip_suffix("th")?;
        cardinal(stem).or_else(|| cardinal(&format!("{}y", stem.strip_suffix("ie")?)))
    })?;
    Some(Number { value, ordinal: true })
}

/// How many a folded word says there are; `None` of `fifth` and of what is no number.
pub fn cardinal(word: &str) -> Option<u64> {
    number(word).filter(|number| !number.ordinal).map(|number| number.value)
}

/// Chinese figures from one to ten, and what may stand behind them where they count.
const HAN_FIGURES: &str = "一二三四五六七八九十";
const COUNTED: &str = "项項个個条條大点點种種类類原つ民权權方本位要";

/// How many a folded word says there are, in any of the languages whose numbers are known; of Chinese and Japanese the number
/// that the word begins with before what is counted: `五项`, `二十一条`.
pub fn count_word(word: &str) -> Option<u64> {
    let han = || {
        let rest = word.trim_start_matches(|c| HAN_FIGURES.contains(c));
        let figures: Vec<&str> = word[..word.len() - rest.len()].split_inclusive(|_: char| true).collect();
        if figures.is_empty() || !rest.starts_with(|c| COUNTED.contains(c)) {
            return None;
        }
        match figures[..] {
            [one] => HAN_FIGURES.find(one).map(|at| at as u64 / 3 + 1),
            _ => chinese_number(&figures),
        }
    };
    cardinal(word).or_else(|| said(&[word])).or_else(han)
}

/// The word of a number below a hundred: `twenty-one`.
pub fn number_word(value: u64) -> Option<String> {
    let one = |value: u64| ONES.get(value as usize).map(|word| word.to_string());
    let ten = |value: u64| TENS.get((value / 10).checked_sub(2)? as usize);
    one(value).or_else(|| match value % 10 {
        0 => ten(value).map(|ten| ten.to_string()),
        rest => Some(format!("{}-{}", ten(value)?, one(rest)?)),
    })
}

/// The number that some folded words say together.
pub fn number_of(words: &[&str]) -> Option<Number> {
    if let [word] = words {
        return number(word);
    }
    let (mut total, mut group, mut said) = (0u64, 0u64, 0);
    let mut ordinal = false;
    for word in words {
        if *word == "and" && said > 0 {
            continue;
        }
        let one = number(word)?;
        if ordinal || word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        ordinal = one.ordinal;
        said += 1;
        match one.value {
            100 => group = group.max(1).checked_mul(100)?,
            scale @ (1_000 | 1_000_000 | 1_000_000_000) => {
                total = total.checked_add(group.max(1).checked_mul(scale)?)?;
                group = 0;
            }
            value @ 1..=9 if group % 10 == 0 && group % 100 != 10 => group += value,
            value @ 10..=99 if group % 100 == 0 => group += value,
            _ => return None,
        }
    }
    (said > 0).then_some(Number { value: total.checked_add(group)?, ordinal })
}

/// The number that some folded words say together, in any of the languages whose numbers are known, and whether it says which
/// one.
pub fn spoken_number(words: &[&str]) -> Option<Number> {
    let other = || said(words).or_else(|| chinese_number(words)).map(|value| Number { value, ordinal: false });
    number_of(words).or_else(other)
}

/// Whether two runs of folded words say the same number; beside figures, one of them in Roman ones or in another language.
pub fn same_number(a: &[&str], b: &[&str]) -> bool {
    let begins = |words: &[&str]| words.first().is_some_and(|word| number(word).is_some());
    let scaled = |words: &[&str]| scaled(words).or_else(|| begins(words).then(|| cardinal_of(words))?);
    let figures = |words: &[&str]| match words {
        [word] if word.starts_with(|c: char| c.is_ascii_digit()) => cardinal(word),
        _ => None,
    };
    let other = |words: &[&str]| match words {
        [word] if word.len() > 1 => roman(word).or_else(|| said(words)).or_else(|| chinese_number(words)),
        _ => said(words).or_else(|| chinese_number(words)),
    };
    begins(a) && begins(b) && number_of(a).is_some_and(|number| number_of(b) == Some(number))
        || scaled(a).is_some_and(|value| scaled(b) == Some(value))
        || figures(a).is_some_and(|value| other(b) == Some(value))
        || figures(b).is_some_and(|value| other(a) == Some(value))
}

fn cardinal_of(words: &[&str]) -> Option<u64> {
    number_of(words).filter(|number| !number.ordinal).map(|number| number.value)
}

/// The number that figures say with words for scales behind them: `3.5 million`, `30 thousand`.
fn scaled(words: &[&str]) -> Option<u64> {
    let (figures, scales) = words.split_first()?;
    let scale = |word: &&str| SCALES.iter().find(|(scale, _)| scale == word).map(|(_, value)| *value);
    let factor = scales.iter().map(scale).try_fold(1u64, |all, one| all.checked_mul(one?))?;
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let is_figure = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if scales.is_empty() || whole.is_empty() || !is_figure(whole) || !is_figure(part) || part.len() > 9 {
        return None;
    }
    let parts = factor.checked_mul(format!("{whole}{part}").parse().ok()?)?;
    let divisor = 10u64.pow(part.len() as u32);
    (parts % divisor == 0).then_some(parts / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_in_digits_and_in_words() {
        for (a, b) in [
            ("21", "twenty one"),
            ("1st", "first"),
            ("21st", "twenty first"),
            ("20th", "twentieth"),
            ("300", "three hundred"),
            ("1954", "one thousand nine hundred and fifty four"),
            ("13", "thirteen"),
            ("3500000", "3.5 million"),
            ("30000", "30 thousand"),
            ("14", "xiv"),
            ("300", "dreihundert"),
            ("90", "quatre vingt dix"),
            ("21", "二 十 一"),
        ] {
            let words: Vec<&str> = b.split(' ').collect();
            assert!(same_number(&[a], &words), "{a} {b}");
        }
        for (a, b) in [("5", "fifth"), ("21", "twenty two"), ("12", "one two"), ("3", "and three"), ("4", "for")] {
            let words: Vec<&str> = b.split(' ').collect();
            assert!(!same_number(&[a], &words), "{a} {b}");
        }
    }
}
