//! Enumerations that stand before the name of what they list: “a, b, c and d are the Five Principles of …”, “a, b, c — the
//! Three Pillars”, “a, b and c: these are the Four Freedoms”.

use super::enumeration::{List, joints_of, means_all};
use super::items::{Items, between, is_open, items};
use super::judges::judges;
use crate::concepts::Term;
use crate::library::Library;
use crate::text::{Span, count_word, is_word_char, sentences, words};

/// What may stand before a name that speaks of all it counts.
const DETERMINERS: [&str; 8] = ["the", "these", "those", "our", "their", "its", "his", "your"];
/// What says of a list that it is what the name behind it means.
const SAYS_SO: [&str; 12] = [
    "are",
    "were",
    "form",
    "formed",
    "constitute",
    "constituted",
    "make up",
    "made up",
    "are called",
    "were called",
    "are known as",
    "together form",
];
/// What stands for a list between a sign and what is said of it.
const STANDS_FOR_IT: [&str; 4] = ["these", "those", "they", "such"];
/// A list with one of these words may give some of the parts, or say that something is none.
const PARTLY: [&str; 22] = [
    "including",
    "include",
    "includes",
    "like",
    "among",
    "amongst",
    "some",
    "one",
    "two",
    "three",
    "especially",
    "particularly",
    "notably",
    "or",
    "not",
    "nor",
    "neither",
    "only",
    "without",
    "except",
    "whether",
    "if",
];
/// Signs that part a list from what is said of it.
const SIGNS: [char; 3] = [':', '—', '–'];

/// The enumerations before the terms of a block that no source has so; all spans are of its prose.
pub(super) fn lists(library: &Library, text: &str, terms: &[Term]) -> Vec<List> {
    let has_parts = |term: &Term| library.concepts[term.concept].definitions.iter().any(|one| one.parts.len() > 1);
    let list = |(number, term): (usize, &Term)| {
        let end = list_before(text, term.span).filter(|_| has_parts(term))?;
        let sentence = sentences(text).into_iter().find(|sentence| sentence.covers(term.span))?;
        let introduced = sentence.start.max(text[..end].rfind(':').map_or(0, |at| at + 1));
        let list = Span::new(introduced, end);
        let is_anothers = terms[..number].iter().any(|other| list.overlaps(other.span) && has_parts(other));
        if end <= introduced || is_anothers || is_partial(text, list) {
            return None;
        }
        let joints = || joints_of(library, term.concept);
        if items(text, term.span.end, joints).is_some() {
            return None;
        }
        let found: Items = between(text, list, joints())?;
        let judges = judges(library, text, term, term.span.start, means_all(text, term.span.start));
        List::unlike(library, text, term, &found, &judges)
    };
    terms.iter().enumerate().filter_map(list).collect()
}

/// Whether a list leaves something out, or is none.
fn is_partial(text: &str, list: Span) -> bool {
    is_open(text, list) || words(list.of(text)).iter().any(|word| PARTLY.contains(&word.folded.as_str()))
}

/// Where a list ends that the name at `term` is said to be of: directly before a sign or a verb that says so. The clause ends with
/// the name, so that no words behind it pick some of what it counts.
fn list_before(text: &str, term: Span) -> Option<usize> {
    let behind = text[term.end..].trim_start_matches(is_mark).chars().next();
    if behind.is_some_and(|c| is_word_char(c) || c == '(') || text[term.end..].starts_with(['\'', '’']) {
        return None;
    }
    let before = text[..term.start].trim_end_matches(is_mark);
    let name = without_last(before, &DETERMINERS)?;
    if name.ends_with(SIGNS) {
        return Some(name.trim_end_matches(SIGNS).trim_end().len());
    }
    let verb = without_last(name, &SAYS_SO)?;
    let Some(pronoun) = without_last(without_number(verb), &STANDS_FOR_IT) else {
        // `a, b and c together form the …`
        return Some(verb.trim_end_matches(is_mark).len());
    };
    pronoun.ends_with(SIGNS).then(|| pronoun.trim_end_matches(SIGNS).trim_end().len())
}

/// A text without one of these at its end, the longest that stands there, and without white space behind what is left.
fn without_last<'a>(text: &'a str, all: &[&str]) -> Option<&'a str> {
    let without = |one: &&str| {
        let start = text.len().checked_sub(one.len()).filter(|&start| text.is_char_boundary(start))?;
        let (before, last) = text.split_at(start);
        (last.eq_ignore_ascii_case(one) && !before.ends_with(is_word_char)).then(|| before.trim_end())
    };
    all.iter().filter_map(without).min_by_key(|before| before.len())
}

/// A text without a number at its end: `these five`.
fn without_number(text: &str) -> &str {
    let last = words(text).pop();
    let number = last.filter(|word| word.span.end == text.len() && count_word(&word.folded).is_some());
    number.map_or(text, |word| text[..word.span.start].trim_end())
}

/// White space, and what marks a name.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || "“”‘\"«»*_".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words before the name `T` that are a list of what it means.
    fn before(text: &str) -> Option<&str> {
        let at = text.find('T').expect("a term");
        list_before(text, Span::new(at, at + 1)).map(|end| &text[..end])
    }

    #[test]
    fn a_list_ends_before_what_says_of_what_it_is() {
        for text in [
            "a, b and c are the T.",
            "a, b and c are our “T”.",
            "a, b and c make up the T, which are old.",
            "a, b and c together form the T",
            "a, b and c — the T — are old.",
            "a, b and c: the T.",
            "a, b and c: these are the T.",
            "a, b and c – these three are the T.",
        ] {
            assert_eq!(before(text), Some("a, b and c"), "{text}");
        }
    }

    #[test]
    fn what_is_said_of_some_of_them_or_of_something_else_is_no_list() {
        for text in [
            "a and b are two of the T.",
            "a and b are among the T.",
            "a and b are part of the T.",
            "a and b are in the T.",
            "a, b and c are the T that matter.",
            "a, b and c are the T’s core.",
            "a, b and c led to the T.",
            "They are the T.",
            "a and b, and these are the T.",
            "the T",
            "T",
        ] {
            let found = before(text).filter(|list| !list.is_empty());
            assert_eq!(found, None, "{text}");
        }
    }
}
