//! Words and how they are compared here: lower case, without the endings of plurals and possessives.

use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*").expect("the pattern of a word"));

/// The cardinals from two on.
const CARDINALS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// What else an enumeration is announced or counted by.
const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "firstly",
    "secondly",
    "thirdly",
    "fourthly",
    "fifthly",
    "sixthly",
    "seventhly",
    "eighthly",
    "following",
];

pub struct Word {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What it is compared by.
    pub stem: String,
}

pub fn words(text: &str) -> Vec<Word> {
    WORD.find_iter(text).map(|hit| Word { at: hit.range(), stem: stem(hit.as_str()) }).collect()
}

pub fn stems(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.stem).collect()
}

pub fn is_number(stem: &str) -> bool {
    CARDINALS.contains(&stem) || ORDINALS.contains(&stem)
}

/// Five, for “Five Principles of Peaceful Coexistence”.
pub fn number_at_the_start_of(name: &str) -> Option<usize> {
    let first = stems(name).into_iter().next()?;
    CARDINALS.iter().position(|cardinal| *cardinal == first).map(|place| place + 2)
}

fn stem(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    let word = word.strip_suffix("'s").unwrap_or(&word);
    match word.strip_suffix('s') {
        Some(rest) if rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']) => match rest.strip_suffix("ie") {
            Some(rest) => format!("{rest}y"),
            None => rest.into(),
        },
        _ => word.into(),
    }
}
