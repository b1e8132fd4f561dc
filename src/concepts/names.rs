//! The names of all concepts, found by what a writer has typed of one: the beginning of any of its words, several words,
//! its initials, or letters in their order.

use crate::text::{fold, stem};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::FxHashMap;

/// Words that carry no name by themselves.
const SMALL: [&str; 16] =
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "while"];
/// Fewer letters than this are not looked for in the middle of words.
const FEWEST_FUZZY: usize = 4;

/// The names of the concepts.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<Name>,
    /// The names that have a word beginning with these two letters.
    by_letters: FxHashMap<String, Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Name {
    text: String,
    concept: usize,
    words: Vec<String>,
    /// The first letters of all its words, and of those that are not small.
    initials: [String; 2],
}

/// How well a name fits what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// It begins with what was typed.
    Beginning,
    /// A later word of it does.
    Word,
    /// Its initials do.
    Initials,
    /// It has the letters in their order; the number is larger for a worse fit.
    Fuzzy(u32),
}

/// A name that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// The name.
    pub name: &'a str,
    /// The number of its concept.
    pub concept: usize,
    /// How well it fits.
    pub quality: Quality,
    /// How many of the typed words it takes the place of.
    pub typed: usize,
}

impl Names {
    /// The names of concepts, given with their concepts' numbers.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut out = Names::default();
        // An abbreviation of two letters is typed sooner than chosen.
        for (text, concept) in names.into_iter().filter(|(text, _)| text.chars().count() > 2) {
            let words: Vec<String> = fold(text).split(' ').map(str::to_string).collect();
            let first = |words: &[&String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
            let large: Vec<&String> = words.iter().filter(|word| !SMALL.contains(&word.as_str())).collect();
            let initials = [first(&words.iter().collect::<Vec<_>>()), first(&large)];
            for word in &words {
                let list = out.by_letters.entry(beginning(word)).or_default();
                if list.last() != Some(&out.all.len()) {
                    list.push(out.all.len());
                }
            }
            out.all.push(Name { text: text.to_string(), concept, words, initials });
        }
        out
    }

    /// The names that the last of the words in `typed`, which are folded and the last of which is still being written,
    /// may be meant to become. One for each concept, in no order.
    pub fn matching(&self, typed: &[String]) -> Vec<Match<'_>> {
        let Some(last) = typed.last().filter(|word| word.chars().count() >= 2) else { return Vec::new() };
        let mut best: FxHashMap<usize, Match> = FxHashMap::default();
        let mut offer = |number: usize, quality: Quality, typed: usize| {
            let name = &self.all[number];
            let found = Match { name: &name.text, concept: name.concept, quality, typed };
            let rank = |found: &Match| (found.quality, std::cmp::Reverse(found.typed));
            if best.get(&name.concept).is_none_or(|old| rank(&found) < rank(old)) {
                best.insert(name.concept, found);
            }
        };
        for &number in self.by_letters.get(&beginning(last)).into_iter().flatten() {
            let name = &self.all[number];
            if let Some((at, count)) = name.begun(typed) {
                offer(number, if at == 0 { Quality::Beginning } else { Quality::Word }, count);
            }
        }
        for (number, name) in self.all.iter().enumerate() {
            if name.initials.iter().any(|initials| initials.chars().count() > 1 && initials.starts_with(last)) {
                offer(number, Quality::Initials, 1);
            }
        }
        if best.is_empty() && last.chars().count() >= FEWEST_FUZZY {
            return self.fuzzy(last);
        }
        best.into_values().collect()
    }

    /// The names that have the letters in their order, most of them together.
    fn fuzzy(&self, letters: &str) -> Vec<Match<'_>> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::new(letters, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let enough = letters.chars().count() as u32 * 20;
        let mut buffer = Vec::new();
        let mut best: FxHashMap<usize, (u32, &Name)> = FxHashMap::default();
        for name in &self.all {
            let score = pattern.score(Utf32Str::new(&name.text, &mut buffer), &mut matcher).unwrap_or(0);
            if score >= enough && best.get(&name.concept).is_none_or(|(old, _)| score > *old) {
                best.insert(name.concept, (score, name));
            }
        }
        best.into_values()
            .map(|(score, name)| Match {
                name: &name.text,
                concept: name.concept,
                quality: Quality::Fuzzy(u32::MAX - score),
                typed: 1,
            })
            .collect()
    }
}

impl Name {
    /// The number of the word at which the name continues what was typed, and how many typed words that takes up: the most
    /// that fit. A small word alone begins nothing but the name itself.
    fn begun(&self, typed: &[String]) -> Option<(usize, usize)> {
        let most = typed.len().min(self.words.len());
        (1..=most).rev().find_map(|count| {
            let (last, before) = typed[typed.len() - count..].split_last()?;
            (0..=self.words.len() - count).find_map(|at| {
                let words = &self.words[at..at + count];
                let same = before.iter().zip(words).all(|(typed, word)| stem(typed) == stem(word));
                let begins = words[count - 1].starts_with(last.as_str());
                let telling = count > 1 || at == 0 || !SMALL.contains(&words[0].as_str());
                (same && begins && telling).then_some((at, count))
            })
        })
    }
}

/// The first two letters.
fn beginning(word: &str) -> String {
    word.chars().take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matching(typed: &str) -> Vec<(&'static str, Quality, usize)> {
        let names = Box::leak(Box::new(Names::new([
            ("Five Principles of Peaceful Coexistence", 0),
            ("peaceful development", 1),
            ("harmonious world", 2),
            ("United Nations", 3),
        ])));
        let words: Vec<String> = fold(typed).split(' ').map(str::to_string).collect();
        let mut found: Vec<_> = names.matching(&words).into_iter().map(|m| (m.name, m.quality, m.typed)).collect();
        found.sort_by_key(|m| m.1);
        found
    }

    const FIVE: &str = "Five Principles of Peaceful Coexistence";

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words() {
        assert_eq!(matching("pea"), [("peaceful development", Quality::Beginning, 1), (FIVE, Quality::Word, 1)]);
        assert_eq!(matching("o"), []);
        assert_eq!(matching("of"), []);
    }

    #[test]
    fn a_name_takes_the_place_of_all_the_words_typed_of_it() {
        assert_eq!(matching("the five principles of pea")[0], (FIVE, Quality::Beginning, 4));
        assert_eq!(matching("these principles of pea")[1], (FIVE, Quality::Word, 3));
    }

    #[test]
    fn initials_and_letters_in_their_order_find_a_name() {
        assert_eq!(matching("fppc"), [(FIVE, Quality::Initials, 1)]);
        assert_eq!(matching("un")[0], ("United Nations", Quality::Beginning, 1));
        assert!(matches!(matching("hrmnworld")[..], [("harmonious world", Quality::Fuzzy(_), 1)]));
        assert_eq!(matching("zzzz"), []);
    }
}
