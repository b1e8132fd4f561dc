//! Names that count: “Five Pillars of Public Service”. A writer who remembers another number is found by the rest
//! of the name: its head (*pillars*) and its complement (*of public service*). What counts something else (“the
//! four pillars of inter-City transport”) or only some of them (“the first four pillars”) is none of it.

mod elsewhere;
mod lists;

use crate::text::{Span, Word, cardinal, count_word, is_unspaced, key, number_word, stem, words};
use elsewhere::{Chinese, number_in_chinese};
use lists::{ALL, ARTICLES, BETWEEN, BETWEEN_ENGLISH, DENIED, PICKED, SOME};
use rustc_hash::FxHashMap;

/// The largest number that is looked at: larger ones count people and years.
const LARGEST: u32 = 99;
/// Words of a head, at most: “basic pillars”.
const LONGEST_HEAD: usize = 3;
/// Words before a number among which a denial is looked for.
const NEAR: usize = 5;

/// The names that count, by what follows the number.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    by_rest: FxHashMap<u64, Vec<Right>>,
    longest: usize,
    chinese: Chinese,
}

#[derive(Clone, Copy, Debug)]
struct Right {
    number: u32,
    concept: usize,
}

/// A name with another number than it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miscount {
    /// The whole, from the number to the last word of the complement.
    pub span: Span,
    /// The number.
    pub number: Span,
    /// The number that the name has.
    pub right: u32,
    /// The number of the concept whose name it is.
    pub concept: usize,
}

impl Counted {
    /// The names among these forms that begin with a number and have a head and a complement, with their concepts.
    pub fn new<'a>(forms: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut counted = Counted::default();
        for (text, concept) in forms {
            let words = words(text);
            counted.chinese.add(&words, concept);
            let Some((number, length)) = words.first().and_then(|_| number_at(text, &words, 0)) else { continue };
            let Some(rest) = rest(&words[length..]).or_else(|| Self::russian(&words[length..])) else { continue };
            counted.longest = counted.longest.max(words.len());
            insert(&mut counted.by_rest, rest, Right { number, concept });
        }
        counted
    }

    /// Whether no name counts.
    pub fn is_empty(&self) -> bool {
        self.by_rest.is_empty() && self.chinese.is_empty()
    }

    /// The miscounted names of a text, in order.
    pub fn miscounts(&self, text: &str) -> Vec<Miscount> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let miscount = |at: usize| {
            let russian = || self.russian_miscount_at(text, &words, at);
            self.miscount_at(text, &words, at).or_else(russian).or_else(|| self.chinese.miscount_at(text, &words, at))
        };
        (0..words.len()).filter_map(miscount).collect()
    }

    fn miscount_at(&self, text: &str, words: &[Word], at: usize) -> Option<Miscount> {
        let (said, length) = number_at(text, words, at)?;
        let rest_from = at + length;
        let most = (at + self.longest + 1).min(words.len());
        let joined = (at + 1..most).take_while(|&next| are_joined(text, &words[next - 1], &words[next])).count();
        let fits = (3..=joined).rev().find_map(|len| {
            let rights = self.by_rest.get(&rest(words.get(rest_from..=at + len)?)?)?;
            Some((at + len, rights))
        });
        let (last, rights) = fits?;
        let (Some(right), false) = (rights.first(), rights.iter().any(|right| right.number == said)) else {
            return None;
        };
        let span = words[at].span.join(words[last].span);
        let is_it = says_how_many(text, words, at, rest_from) && ends_here(text, words, rest_from, last);
        let number = words[at].span.join(words[rest_from - 1].span);
        is_it.then_some(Miscount { span, number, right: right.number, concept: right.concept })
    }
}

/// Adds what a name is with its number.
fn insert(by_rest: &mut FxHashMap<u64, Vec<Right>>, rest: u64, right: Right) {
    let rights = by_rest.entry(rest).or_default();
    if !rights.iter().any(|other| other.number == right.number) {
        rights.push(right);
    }
}

/// The number that a name begins with.
pub fn counts(name: &str) -> Option<u32> {
    words(name).first().and_then(|word| number(&word.folded))
}

/// How a number is written for another one: as a word where that was one, with its capitals, else in digits.
pub fn number_like(written: &str, number: u32) -> String {
    if let Some(figures) = number_in_chinese(number).filter(|_| written.starts_with(is_unspaced)) {
        return figures;
    }
    let word = number_word(number.into()).filter(|_| written.contains(char::is_alphabetic));
    let Some(word) = word else { return number.to_string() };
    let mut letters = written.chars();
    let (first, second) = (letters.next().is_some_and(char::is_uppercase), letters.next());
    match (first, second.is_some_and(char::is_uppercase)) {
        (true, true) => word.to_uppercase(),
        (true, false) => {
            word.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect::<Vec<_>>().join("-")
        }
        _ => word,
    }
}

/// The number that begins at a word, and of how many words it is: `Twenty-Two`.
fn number_at(text: &str, words: &[Word], at: usize) -> Option<(u32, usize)> {
    let first = number(&words[at].folded)?;
    let ones = words.get(at + 1).filter(|next| {
        matches!(&text[words[at].span.end..next.span.start], "-" | "‐" | "‑" | " ") && first >= 20 && first % 10 == 0
    });
    let ones = ones.and_then(|next| cardinal(&next.folded)).filter(|ones| (1..10).contains(ones));
    let is_word = words[at].folded.starts_with(char::is_alphabetic);
    Some(ones.filter(|_| is_word).map_or((first, 1), |ones| (first + ones as u32, 2)))
}

/// From 2 on: one of a kind says nothing of how many there are.
fn number(folded: &str) -> Option<u32> {
    count_word(folded).and_then(|number| number.try_into().ok()).filter(|number| (2..=LARGEST).contains(number))
}

/// A number for what follows the number of a name: its head, and its complement without what stands between them.
fn rest(words: &[Word]) -> Option<u64> {
    let head = words.iter().position(|word| is_between(&word.folded))?;
    if head == 0 || head > LONGEST_HEAD || words[..head].iter().any(|word| number(&word.folded).is_some()) {
        return None;
    }
    let behind = &words[head + 1..];
    let article = behind.first().is_some_and(|word| ARTICLES.contains(&word.folded.as_str()));
    let complement = &behind[usize::from(article)..];
    if complement.is_empty() {
        return None;
    }
    let stems = |words: &[Word]| words.iter().map(|word| stem(&word.folded)).collect::<Vec<_>>().join(" ");
    Some(key(&format!("{} of {}", stems(&words[..head]), stems(complement))))
}

/// Whether two words follow one another without a sign that ends something.
fn are_joined(text: &str, word: &Word, next: &Word) -> bool {
    let between = &text[word.span.end..next.span.start];
    between.chars().all(|c| c.is_whitespace() || "-‐‑'’“”\"".contains(c)) && !between.contains("\n\n")
}

/// Whether the number at the word `at` says how many there are: not how many of them, nor that there are not so many. A
/// name has capitals; in small letters only “the four …” counts all.
fn says_how_many(text: &str, words: &[Word], at: usize, rest: usize) -> bool {
    let joins = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–');
    let adjoins = |word: usize| text[words[word].span.end..words[word + 1].span.start].chars().all(joins);
    let before = |back: usize| {
        let word = at.checked_sub(back)?;
        (word..at).all(adjoins).then(|| words[word].folded.as_str())
    };
    let is_number = |word: &str| number(word).is_some() || word == "one";
    if before(1).is_some_and(|word| SOME.contains(&word) || is_number(word)) {
        return false;
    }
    if matches!(before(1), Some("or" | "to" | "and" | "but")) && before(2).is_some_and(is_number) {
        return false;
    }
    let clause = text[..words[at].span.start].rfind(['.', ';', '!', '?', ':', '(']).map_or(0, |end| end + 1);
    let near = words[at.saturating_sub(NEAR)..at].iter().filter(|word| word.span.start >= clause);
    let denied = near.into_iter().any(|word| DENIED.contains(&word.folded.as_str()) || word.folded.ends_with("n't"));
    // In German all nouns have capitals.
    let is_english = cardinal(&words[at].folded).is_some()
        && words[rest..].iter().take(LONGEST_HEAD + 1).any(|word| BETWEEN_ENGLISH.contains(&word.folded.as_str()));
    let is_name = is_english && words.get(rest).is_some_and(|word| starts_large(text, word));
    let is_english_word = cardinal(&words[at].folded).is_some() && words[at].folded.starts_with(char::is_alphabetic);
    let is_all = before(1).is_some_and(|word| if is_english_word { word == "the" } else { ALL.contains(&word) });
    !denied && (is_name || is_all)
}

/// Whether the name ends with the word `last`, and is not the beginning of a longer one.
fn ends_here(text: &str, words: &[Word], rest: usize, last: usize) -> bool {
    let Some(next) = words.get(last + 1) else { return true };
    let between = &text[words[last].span.end..next.span.start];
    if !between.chars().all(char::is_whitespace) {
        // `los dos deberes del puerto, que …`
        return !(between.trim() == "," && ["die", "que", "qui", "che"].contains(&next.folded.as_str()));
    }
    let is_name = starts_large(text, &words[rest]);
    let after = words.get(last + 2).filter(|after| is_name && starts_large(text, after));
    let goes_on = next.folded == "of"
        || (is_name && starts_large(text, next))
        || (matches!(next.folded.as_str(), "and" | "or") && after.is_some());
    let picks = !is_name && PICKED.contains(&next.folded.as_str());
    !goes_on && !picks
}

/// Whether a word may join what is counted to what it is of.
fn is_between(word: &str) -> bool {
    BETWEEN_ENGLISH.contains(&word) || BETWEEN.contains(&word)
}

fn starts_large(text: &str, word: &Word) -> bool {
    word.span.of(text).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counted() -> Counted {
        Counted::new([
            ("Five Pillars of Public Service", 0),
            ("Five Pillars for Public Service", 0),
            ("four pillars of inter-City transport", 1),
            ("Four Cardinal Pillars", 2),
            ("first four pillars", 3),
            ("Two Houses of the Congress", 4),
            ("Twenty-One Duties of the Harbour", 5),
            ("Twelve Steps to Recovery", 6),
            ("drei Pflichten der Quelle", 7),
            ("cuatro deberes del puerto", 8),
        ])
    }

    fn found(text: &str) -> Vec<(&str, u32)> {
        counted().miscounts(text).into_iter().map(|found| (found.span.of(text), found.right)).collect()
    }

    #[test]
    fn a_name_with_another_number_is_found_however_it_is_written() {
        for (text, expected) in [
            ("The Four Pillars of Public Service.", "Four Pillars of Public Service"),
            ("the four pillars of public service", "four pillars of public service"),
            ("6 Pillars for the Public Service", "6 Pillars for the Public Service"),
            ("one of the Four Pillars of\nPublic Service", "Four Pillars of\nPublic Service"),
            ("The “Six Pillars” of Public Service", "Six Pillars” of Public Service"),
            ("the three Houses of Congress", "three Houses of Congress"),
            ("The Twenty-Two Duties of the Harbour", "Twenty-Two Duties of the Harbour"),
            ("The Ten Steps to Recovery", "Ten Steps to Recovery"),
            ("Es gelten die vier Pflichten der Quelle.", "vier Pflichten der Quelle"),
            ("los cinco deberes del puerto", "cinco deberes del puerto"),
        ] {
            let found: Vec<&str> = found(text).into_iter().map(|(words, _)| words).collect();
            assert_eq!(found, [expected], "{text}");
        }
        assert_eq!(found("The five pillars of inter-city transport")[0].1, 4);
    }

    #[test]
    fn what_counts_something_else_or_only_some_is_never_touched() {
        for text in [
            "the Five Pillars of Public Service",
            "the 5 pillars of public service",
            "the four pillars of inter-City transport",
            "the first four pillars",
            "the first four Pillars of Public Service",
            "the last two pillars of public service",
            "the other four Pillars of Public Service",
            "these four pillars of public service",
            "its two pillars of public service",
            "four of the Five Pillars of Public Service",
            "one of the five pillars of public service",
            "one pillar of public service",
            "the fourth pillar of public service",
            "two pillars of public service matter here",
            "the two pillars of public service that matter most",
            "the four pillars of public service mentioned above",
            "none of the four pillars of public service in the draft of the board",
            "three or four Pillars of Public Service",
            "not the Four Pillars of Public Service but five",
            "there aren't Four Pillars of Public Service",
            "wrongly called the Four Pillars of Public Service",
            "instead of the Four Pillars of Public Service",
            "more than four Pillars of Public Service",
            "the Four Pillars of Public Health",
            "the Four Pillars of Public Service Studies",
            "the Four Pillars of Public Service and Trade",
            "the Four Pillars of Public Service of Asia",
            "the four pillars",
            "the four: pillars of public service",
            "Chapter four. Pillars of public service",
            "In 1954 Pillars of Public Service were put forward",
            "the Three Cardinal Pillars",
            "the four basic pillars of public service",
            "two-to-four Pillars of Public Service",
            "Zwei Pflichten der Quelle sind schwer.",
            "die ersten zwei Pflichten der Quelle",
            "the Twenty-One Duties of the Harbour",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn another_number_is_written_as_the_first_one_was() {
        for (written, expected) in [("Four", "Five"), ("four", "five"), ("FOUR", "FIVE"), ("4", "5")] {
            assert_eq!(number_like(written, 5), expected);
        }
        assert_eq!(number_like("Four", 44), "Forty-Four");
        assert_eq!(number_like("four", 144), "144");
    }

    proptest! {
        #[test]
        fn no_text_can_make_it_panic(
            text in "(four|Four|5|pillars |of |the |public |service|[.,’“ -]|first |\\PC){0,30}",
        ) {
            for found in counted().miscounts(&text) {
                prop_assert!(found.span.covers(found.number) && found.span.end <= text.len());
            }
        }
    }
}
