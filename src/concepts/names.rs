//! The names of all concepts, found by what a writer has typed of one: the beginning of any of its words, several words,
//! its initials, or letters in their order.

use crate::index::within_one_edit;
use crate::text::{fold, stem};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::{FxHashMap, FxHashSet};

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

/// Whether a folded word carries no name by itself, so that a name may begin behind it.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
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
        let Some(last) = typed.last() else { return Vec::new() };
        let mut found: Vec<Match> = Vec::new();
        let matched = |number: usize, quality: Quality, typed: usize| {
            let name = &self.all[number];
            Match { name: &name.text, concept: name.concept, quality, typed }
        };
        if last.chars().count() < 2 {
            // One letter tells only behind words that the name has before it.
            let before = typed.len().checked_sub(2).and_then(|before| self.by_letters.get(&beginning(&typed[before])));
            for &number in before.into_iter().flatten() {
                let begun = self.all[number].begun(typed, |word| word.starts_with(last.as_str()));
                let quality = |at| if at == 0 { Quality::Beginning } else { Quality::Word };
                let begun = begun.filter(|&(_, count)| count > 1);
                found.extend(begun.map(|(at, count)| matched(number, quality(at), count)));
            }
            return best_of_each(found);
        }
        for &number in self.by_letters.get(&beginning(last)).into_iter().flatten() {
            let begun = self.all[number].begun(typed, |word| word.starts_with(last.as_str()));
            let quality = |at| if at == 0 { Quality::Beginning } else { Quality::Word };
            found.extend(begun.map(|(at, count)| matched(number, quality(at), count)));
        }
        for (number, name) in self.all.iter().enumerate() {
            if name.initials.iter().any(|initials| initials.starts_with(last)) {
                found.push(matched(number, Quality::Initials, 1));
            }
        }
        if found.is_empty() && last.chars().count() >= FEWEST_FUZZY {
            for (number, name) in self.all.iter().enumerate() {
                let begun = name.begun(typed, |word| begins_nearly(word, last));
                found.extend(begun.map(|(_, count)| matched(number, Quality::Fuzzy(0), count)));
            }
            if found.is_empty() {
                return self.fuzzy(last);
            }
        }
        best_of_each(found)
    }

    /// The concepts of which a name has just these initials, which are folded; in no order, each once.
    pub fn with_initials(&self, letters: &str) -> FxHashSet<usize> {
        let is_so = |name: &&Name| name.words.len() > 1 && name.initials.iter().any(|initials| initials == letters);
        self.all.iter().filter(is_so).map(|name| name.concept).collect()
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
    /// that fit, if the last of them `is_begun`. A slip of one letter in the words before it does no harm. A run that begins with a small word begins nothing but the name itself.
    fn begun(&self, typed: &[String], is_begun: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
        // Asked first: of most names no word is.
        let lasts: Vec<usize> = (0..self.words.len()).filter(|&at| is_begun(&self.words[at])).collect();
        let most = typed.len().min(self.words.len());
        let mut runs = (1..=most)
            .rev()
            .flat_map(|count| lasts.iter().filter_map(move |last| Some(((last + 1).checked_sub(count)?, count))));
        runs.find(|&(at, count)| {
            let telling = at == 0 || !SMALL.contains(&self.words[at].as_str());
            let before = &typed[typed.len() - count..typed.len() - 1];
            telling && before.iter().zip(&self.words[at..]).all(|(typed, word)| is_nearly(typed, word))
        })
    }
}

/// The best match of each concept.
fn best_of_each(found: Vec<Match>) -> Vec<Match> {
    let rank = |found: &Match| (found.quality, std::cmp::Reverse(found.typed));
    let mut best: FxHashMap<usize, Match> = FxHashMap::default();
    for found in found {
        if best.get(&found.concept).is_none_or(|old| rank(&found) < rank(old)) {
            best.insert(found.concept, found);
        }
    }
    best.into_values().collect()
}

/// Whether two words are forms of one, or a letter apart.
fn is_nearly(typed: &str, word: &str) -> bool {
    let long = typed.len().min(word.len()) >= FEWEST_FUZZY;
    stem(typed) == stem(word) || (long && within_one_edit(typed, word))
}

/// Whether what was typed is a letter away from the beginning of a word.
fn begins_nearly(word: &str, typed: &str) -> bool {
    let letters = typed.chars().count();
    let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let beginnings = ends.skip(letters - 1).take(3).map(|end| &word[..end]);
    beginnings.into_iter().any(|beginning| within_one_edit(beginning, typed))
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
            ("Five Pillars of Personal Conduct", 0),
            ("personal income", 1),
            ("hazardous waste", 2),
            ("Upper House", 3),
        ])));
        let words: Vec<String> = fold(typed).split(' ').map(str::to_string).collect();
        let mut found: Vec<_> = names.matching(&words).into_iter().map(|m| (m.name, m.quality, m.typed)).collect();
        found.sort_by_key(|m| m.1);
        found
    }

    const FIVE: &str = "Five Pillars of Personal Conduct";

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words() {
        assert_eq!(matching("per"), [("personal income", Quality::Beginning, 1), (FIVE, Quality::Word, 1)]);
        assert_eq!(matching("o"), []);
        assert_eq!(matching("up h"), []);
        assert_eq!(matching("upper h"), [("Upper House", Quality::Beginning, 2)]);
        assert_eq!(matching("a h"), []);
        assert_eq!(matching("of"), []);
    }

    #[test]
    fn a_name_takes_the_place_of_all_the_words_typed_of_it() {
        assert_eq!(matching("the five pillars of per")[0], (FIVE, Quality::Beginning, 4));
        assert_eq!(matching("these pillars of per")[1], (FIVE, Quality::Word, 3));
        assert_eq!(matching("pillars and paths of per")[1], (FIVE, Quality::Word, 1), "`of` alone begins no name");
    }

    #[test]
    fn a_slip_of_a_letter_does_no_harm() {
        assert_eq!(matching("the five pilars of per")[0], (FIVE, Quality::Beginning, 4));
        assert_eq!(matching("hazardous watse"), [("hazardous waste", Quality::Fuzzy(0), 2)]);
    }

    #[test]
    fn initials_and_letters_in_their_order_find_a_name() {
        assert_eq!(matching("fppc"), [(FIVE, Quality::Initials, 1)]);
        assert_eq!(matching("up")[0], ("Upper House", Quality::Beginning, 1));
        assert!(matches!(matching("hzrdwaste")[..], [("hazardous waste", Quality::Fuzzy(_), 1)]));
        assert_eq!(matching("zzzz"), []);
    }

    #[test]
    fn all_initials_of_a_name_tell_its_concept() {
        let names =
            Names::new([("Five Pillars of Personal Conduct", 0), ("Free Ports", 1), ("free press", 2), ("Fiji", 3)]);
        let with = |letters: &str| names.with_initials(letters);
        assert_eq!((with("fppc"), with("fpopc")), (FxHashSet::from_iter([0]), FxHashSet::from_iter([0])));
        assert_eq!(
            (with("fp"), with("fpp"), with("f")),
            (FxHashSet::from_iter([1, 2]), [].into_iter().collect(), [].into_iter().collect())
        );
    }
}
