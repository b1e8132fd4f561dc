//! Whether two names may be of the same person: with and without given names and titles, by initials, in another spelling.

use super::lexicon::{Classes, classes};
use super::phrases::Reader;
use super::unspaced::is_han;
use crate::text::{fold, is_article, is_womans_name, words};

/// Nouns for people of whom nothing is known.
const CROWDS: [&str; 8] = ["dozens", "scores", "hundreds", "thousands", "millions", "others", "many", "people"];
/// Shorter words are like too many others.
const LIKE_FROM: usize = 5;

/// The words of a person's name, folded, without titles; `None` for what may be something else: a body, a place, an
/// office (`the Premier`), initials alone.
pub fn person(name: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for word in behind_office(name) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if word.is_empty() || letters == 1 || is_suffix(word) {
            continue;
        }
        let kind = classes(word);
        if !word.starts_with(char::is_uppercase) {
            match kind.is(Classes::PARTICLE) {
                true => continue,
                false => return None,
            }
        }
        // `JFK` and `NATO` may be anybody and anything.
        if word.chars().all(|c| c.is_uppercase() || c == '.') {
            return None;
        }
        if kind.is(Classes::BODY.or(Classes::PLACE).or(Classes::EVENT).or(Classes::DET).or(Classes::PRONOUN)) {
            return None;
        }
        if kind.is(Classes::TITLE.or(Classes::ROLE)) {
            continue;
        }
        words.push(fold(word));
    }
    (!words.is_empty()).then_some(words)
}

/// The same for what is known to be the name of a person: one in Chinese characters, whose signs count as its words.
pub fn of_person(name: &str) -> Option<Vec<String>> {
    const SIGNS: std::ops::RangeInclusive<usize> = 2..=4;
    let is_native = name.chars().all(is_han) && SIGNS.contains(&name.chars().count());
    person(name).or_else(|| is_native.then(|| name.chars().map(String::from).collect()))
}

/// The words behind the last one that says what somebody is, `Union leader Ann Lee`; all where nothing stands behind it.
fn behind_office(name: &str) -> Vec<&str> {
    let all: Vec<&str> = name.split_whitespace().collect();
    let is_office = |word: &&str| classes(word.trim_end_matches('.')).is(Classes::TITLE.or(Classes::ROLE));
    // `Martin Luther King Jr.`
    let end = all.len() - all.iter().rev().take_while(|word| is_suffix(word)).count();
    let is_given = |word: &&str| word.starts_with(char::is_uppercase) && is_womans_name(word).is_some();
    let named = all.iter().position(is_given).unwrap_or(end);
    let is_title = |at: usize| is_office(&all[at]) && (at <= named || !all[at].starts_with(char::is_uppercase));
    let last = (0..end).rev().find(|&at| is_title(at)).filter(|&last| last + 1 < end);
    last.map_or(all.clone(), |last| all[last + 1..].to_vec())
}

impl Reader<'_> {
    /// Whether the title at `at` is part of a name that begins before it: `Martin Luther King`.
    pub(super) fn in_name(&self, from: usize, at: usize) -> bool {
        let is_given = |word: &str| word.starts_with(char::is_uppercase) && is_womans_name(word).is_some();
        self.word(at).starts_with(char::is_uppercase) && (from..at).any(|i| is_given(self.word(i)))
    }
}

/// Whether a word tells somebody from others of the same name: `Jr.`, `III`.
fn is_suffix(word: &str) -> bool {
    ["Jr", "Sr", "II", "III", "IV"].contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The title before a name, with whatever else stands before it.
pub fn title(name: &str) -> Option<&str> {
    let behind = *behind_office(name).first()?;
    let start = behind.as_ptr() as usize - name.as_ptr() as usize;
    Some(name[..start].trim_end()).filter(|title| !title.is_empty() && !title.contains(','))
}

/// Whether a speaker's name says who that is: a person, a body, a document, an office with a definite article. `Every book`,
/// `dozens` and `this view` say nothing.
pub fn says_who(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let kind = |word: &str| classes(word.trim_end_matches(['.', ',']));
    let is_capital = |word: &str| !word.starts_with(char::is_lowercase);
    let speaks = Classes::ROLE.or(Classes::BODY).or(Classes::TITLE).or(Classes::WORK).or(Classes::MESSAGE);
    let is_small = |word: &str| kind(word).is(Classes::PREP.or(Classes::CONJ).or(Classes::DET).or(Classes::PARTICLE));
    match words.split_first() {
        Some((the, rest)) if the.eq_ignore_ascii_case("the") => {
            // `the minister of the day` is a minister.
            let noun = rest.iter().position(|word| kind(word).is(Classes::PREP)).unwrap_or(rest.len());
            rest[..noun].last().is_some_and(|noun| is_capital(noun) || kind(noun).is(speaks))
        }
        Some((first, _)) if is_article(first) => true,
        Some((first, rest)) => {
            let is_plain = kind(first).is(Classes::DET.or(Classes::PRONOUN).or(Classes::ADVERB).or(Classes::AUX));
            let is_plain = is_plain || rest.is_empty() && kind(first).is(speaks.or(Classes::WORDS).or(Classes::NOTION));
            let is_crowd = rest.is_empty() && CROWDS.contains(&first.to_lowercase().as_str());
            is_capital(first) && !is_plain && !is_crowd && rest.iter().all(|word| is_capital(word) || is_small(word))
        }
        None => false,
    }
}

/// Whether a word is a noun for an occasion: `conference`, `speech`.
pub fn is_event(word: &str) -> bool {
    classes(word).is(Classes::EVENT)
}

/// Whether a word is a noun for a document, in which words may stand that were said before: `memoirs`, `report`, not `speech`.
pub fn is_document(word: &str) -> bool {
    const OTHERS: [&str; 6] = ["study", "survey", "thesis", "dissertation", "biography", "volume"];
    let kind = classes(word);
    kind.is(Classes::WORK.or(Classes::MESSAGE)) && !kind.is(Classes::EVENT) || OTHERS.contains(&word)
}

/// Whether a word with a capital may tell one occasion from others by its place: no office, no body, no adjective.
pub fn may_be_place(word: &str) -> bool {
    const ADJECTIVES: [&str; 8] = ["an", "ese", "ish", "ic", "al", "ist", "er", "ed"];
    let other = Classes::BODY.or(Classes::ROLE).or(Classes::TITLE).or(Classes::EVENT).or(Classes::MONTH);
    let other = other.or(Classes::WEEKDAY).or(Classes::DET).or(Classes::WORK).or(Classes::NOTION);
    let is_adjective = ADJECTIVES.iter().any(|ending| word.ends_with(ending));
    let is_capital = word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase);
    is_capital && word.chars().all(char::is_alphabetic) && !classes(word).is(other) && !is_adjective
}

/// A title as it is written inside a sentence, if that can be told from one with which the sentence begins.
pub fn inside(title: &str) -> Option<String> {
    let first = title.split_whitespace().next()?;
    let kind = classes(first.trim_end_matches('.'));
    match () {
        _ if !first.starts_with(char::is_uppercase) || kind.is(Classes::TITLE) => Some(title.to_string()),
        _ if kind.is(Classes::DET.or(Classes::ROLE)) => Some(first.to_lowercase() + &title[first.len()..]),
        _ => None,
    }
}

/// The words of what a body or a document is called, folded, without an article; `None` for a plain noun, which may be any.
pub fn body(name: &str) -> Option<Vec<String>> {
    let mut all: Vec<String> = words(name).into_iter().map(|word| word.folded).collect();
    let has_article = all.first().is_some_and(|first| is_article(first));
    all.drain(..usize::from(has_article));
    let is_any = all.first().is_none_or(|first| ["a", "an", "one", "some", "this", "that"].contains(&first.as_str()));
    let first = name.split_whitespace().nth(usize::from(has_article)).unwrap_or_default();
    let is_proper = first.starts_with(char::is_uppercase) && (has_article || !first.ends_with('s'));
    (!is_any && (all.len() > 1 || is_proper)).then_some(all)
}

/// Whether two persons' names, as [`person`] gives them, may be of the same person: if a word of one is a word of the other
/// or nearly so, as in two transcriptions.
pub fn may_be_one(a: &[String], b: &[String]) -> bool {
    a.iter().any(|a| b.iter().any(|b| is_like(a, b))) || is_like(&a.concat(), &b.concat())
}

/// Whether two persons of one surname, by their names as [`person`] gives them, have different given names.
pub fn may_be_relatives(a: &[String], b: &[String]) -> bool {
    match (a, b) {
        ([given, .., surname], [other, .., same]) => {
            surname == same && !is_like(given, other) && !a.contains(other) && !b.contains(given)
        }
        _ => false,
    }
}

/// Whether two persons' names, as [`person`] gives them, are those of two men of one given name: `Tom Berg`, `Tom Holm`. A woman
/// may have married, and a second word that is a given name or a patronymic may be part of a longer name.
pub fn are_namesakes(a: &[String], b: &[String]) -> bool {
    const PATRONYMICS: [&str; 4] = ["vich", "vych", "vitch", "witsch"];
    let is_surname =
        |name: &String| is_womans_name(name).is_none() && !PATRONYMICS.iter().any(|ending| name.ends_with(ending));
    match (a, b) {
        ([given, surname], [same, other]) => {
            let are_surnames = is_surname(surname) && is_surname(other) && !is_like(surname, other);
            given == same && is_womans_name(given) == Some(false) && are_surnames
        }
        _ => false,
    }
}

/// Whether a text names somebody, by any word of the name as it is written there or, of words with a capital and of some
/// length, in a similar spelling.
pub fn is_named_in(text: &str, person: &[String]) -> bool {
    words(text).into_iter().any(|word| {
        let bare = word.folded.strip_suffix("'s").unwrap_or(&word.folded);
        let is_capital = word.span.of(text).starts_with(char::is_uppercase);
        let alike = |name: &String| is_capital && name.len().min(bare.len()) >= LIKE_FROM && is_like(name, bare);
        person.iter().any(|name| name == bare || alike(name))
    })
}

/// Whether a text calls somebody by this surname, folded, with a given name or a title before it.
pub fn is_called_in(text: &str, surname: &str) -> bool {
    words(text).windows(2).any(|pair| {
        let (before, name) = (&pair[0], &pair[1]);
        let bare = name.folded.strip_suffix("'s").unwrap_or(&name.folded);
        let between = &text[before.span.end..name.span.start];
        let word = before.span.of(text);
        let is_close = matches!(between, " " | ". ") && word.starts_with(char::is_uppercase);
        bare == surname && is_close && (is_womans_name(word).is_some() || classes(word).is(Classes::TITLE))
    })
}

/// Whether two words differ in less than half of their letters.
fn is_like(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (above + 1).min(row[j] + 1).min(corner + usize::from(x != y));
            corner = above;
        }
    }
    2 * row[b.len()] < a.len().max(b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> Option<bool> {
        Some(may_be_one(&person(a)?, &person(b)?))
    }

    #[test]
    fn names_of_one_person_in_several_forms_are_taken_for_one() {
        for (a, b) in [
            ("Ann Lee", "Lee"),
            ("Dr. Ann Lee", "Professor A. Lee"),
            ("Premier Orlov", "Ivan Orlov"),
            ("Chiang Kai-shek", "Jiang Kaishek"),
            ("Union leader Ann Lee", "Ann Lee"),
            ("chief engineer Tom Berg", "Tom Berg"),
            ("Sun Yat-sen", "Sun Yixian"),
            ("Gorbachev", "Mikhail Gorbachov"),
            ("Tchaikovsky", "Chaikovskii"),
        ] {
            assert_eq!(same(a, b), Some(true), "{a}, {b}");
        }
    }

    #[test]
    fn other_given_names_may_be_those_of_a_relative() {
        let relatives = |a: &str, b: &str| Some(may_be_relatives(&person(a)?, &person(b)?));
        assert_eq!(relatives("Peter Vik", "Jonas Vik"), Some(true));
        for (a, b) in [
            ("Vik", "Jonas Vik"),
            ("Jonas Vik", "Jonas Peter Vik"),
            ("J. Vik", "Jonas Vik"),
            ("Sun Yat-sen", "Sun Yixian"),
        ] {
            assert_eq!(relatives(a, b), Some(false), "{a}, {b}");
        }
    }

    #[test]
    fn men_of_one_given_name_are_told_apart_by_their_surnames() {
        let namesakes = |a: &str, b: &str| Some(are_namesakes(&person(a)?, &person(b)?));
        assert_eq!(namesakes("Tom Berg", "Tom Holm"), Some(true));
        for (a, b) in [
            ("Ann Berg", "Ann Holm"),
            ("Tom Berg", "Tom"),
            ("Tom Berg", "Tom Peter"),
            ("Tom Petersen", "Tom Pettersen"),
            ("Tom Berg Holm", "Tom Holm"),
            ("Ivan Petrovich", "Ivan Orlov"),
            ("Tom Berg", "Peter Berg"),
        ] {
            assert_eq!(namesakes(a, b), Some(false), "{a}, {b}");
        }
    }

    #[test]
    fn a_title_inside_a_name_and_what_stands_behind_it_are_parts_of_the_name() {
        for (name, expected) in [
            ("Martin Luther King Jr.", None),
            ("Stephen King III", None),
            ("King Charles III", Some("King")),
            ("Union leader Ann Lee Jr.", Some("Union leader")),
            ("Harvard Professor Ann Lee", Some("Harvard Professor")),
        ] {
            assert_eq!(title(name), expected, "{name}");
        }
        assert_eq!(same("Martin Luther King Jr.", "Martin Luther King"), Some(true));
        assert_eq!(same("Tom Berg Jr.", "Ann Lee Jr."), Some(false));
    }

    #[test]
    fn names_of_different_people_are_told_apart() {
        for (a, b) in [("Ann Lee", "Tom Berg"), ("Chiang Kai-shek", "Sun Yat-sen"), ("Ivan Orlov", "Martha Quill")] {
            assert_eq!(same(a, b), Some(false), "{a}, {b}");
        }
    }

    #[test]
    fn a_text_names_somebody_by_a_word_of_the_name_and_calls_somebody_by_two() {
        let smith = [String::from("tom"), String::from("smith")];
        for (text, named, called) in [
            ("So Smith’s bridge stood.", true, false),
            ("Tom Smith came.", true, true),
            ("Mr. Smith came.", true, true),
            ("With a smooth bridge.", false, false),
        ] {
            assert_eq!((is_named_in(text, &smith), is_called_in(text, "smith")), (named, called), "{text}");
        }
        assert!(is_named_in("Smyth came.", &smith));
    }

    #[test]
    fn a_body_is_told_by_all_its_words_and_a_plain_noun_is_none() {
        assert_eq!(body("The Ministry of Trade"), body("the Ministry of Trade"));
        assert_ne!(body("the Ministry of Trade"), body("the Ministry of Health"));
        for (name, is_body) in [
            ("China", true),
            ("the OECD", true),
            ("the report", false),
            ("a report on trade", false),
            ("Critics", false),
        ] {
            assert_eq!(body(name).is_some(), is_body, "{name}");
        }
    }

    #[test]
    fn a_name_or_a_definite_office_says_who_somebody_is() {
        for name in
            ["Ann Lee", "China", "the minister", "the Ministry of Trade", "The report on trade", "ISO 9001", "Berg"]
        {
            assert!(says_who(name), "{name}");
        }
        for name in [
            "every book",
            "Any President",
            "Dozens",
            "this view of the party",
            "the autonomy",
            "The reasons for this",
            "Introduction",
            "will owner",
            "I'd",
            "it",
            "a minister",
            "",
        ] {
            assert!(!says_who(name), "{name}");
        }
    }

    #[test]
    fn offices_bodies_places_and_initials_are_nobodys_names() {
        for name in
            ["the Premier", "China", "the Norwegian government", "JFK", "NATO", "a spokesman", "Ministry of Defence"]
        {
            assert_eq!(person(name), None, "{name}");
        }
    }
}
