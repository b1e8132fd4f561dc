//! Enumerations that stand before the name of what they list: “a, b, c and d are the Five Principles of …”, “a, b, c — the
//! Three Pillars”, “a, b and c: these are the Four Freedoms”.

use super::enumeration::{List, joints_of, means_all};
use super::items::{Items, between, is_open, items};
use super::judges::judges;
use crate::concepts::Term;
use crate::library::Library;
use crate::text::{Span, Word, count_word, irregular_base, is_word_char, sentences, words};

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
const PRONOUNS: [&str; 4] = ["these", "those", "they", "such"];
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
/// Before a list these say that it is none, unless one of the others stands before them: `nobody doubts that`.
const DENYING: [&str; 12] = [
    "deny", "denies", "denied", "denying", "doubt", "doubts", "doubted", "dispute", "disputes", "disputed", "wrong",
    "untrue",
];
const NOBODY: [&str; 7] = ["nobody", "none", "not", "never", "no", "few", "hardly"];
/// Behind one of these a part belongs to what is spoken of.
const OF: [&str; 10] = ["of", "for", "with", "from", "by", "in", "on", "to", "about", "against"];
/// A list with one of these verbs says something itself, as one does with a verb in the past.
const VERBS: [&str; 20] = [
    "is", "are", "was", "were", "am", "be", "been", "has", "have", "does", "do", "will", "would", "shall", "should",
    "can", "could", "may", "must", "says",
];
/// What says before a list whose it is, `In his view`: one of each.
const VIEWERS: [&[&str]; 3] = [
    &["in", "to", "from", "by", "for"],
    &["his", "her", "their", "my", "our", "your", "its"],
    &["view", "opinion", "eyes", "mind", "judgment", "judgement", "account", "words", "book", "speech"],
];
/// Behind one of these a word in -ed is a participle.
const NO_NOUNS: [&str; 14] = ["and", "or", "of", "for", "with", "from", "by", "in", "on", "to", "a", "an", "the", "as"];
/// Signs that part a list from what is said of it.
const SIGNS: [char; 3] = [':', '—', '–'];

/// The enumerations before the terms of a block that no source has so; all spans are of its prose.
pub(super) fn lists(library: &Library, text: &str, terms: &[Term]) -> Vec<List> {
    let has_parts = |term: &Term| library.concepts[term.concept].definitions.iter().any(|one| one.parts.len() > 1);
    if !terms.iter().any(has_parts) {
        return Vec::new();
    }
    let sentences = sentences(text);
    let list = |(number, term): (usize, &Term)| {
        let at = sentences.partition_point(|sentence| sentence.end < term.span.end);
        let sentence = *sentences.get(at).filter(|sentence| sentence.covers(term.span) && has_parts(term))?;
        let own = Span::new(term.span.start - sentence.start, term.span.end - sentence.start);
        let found = list_before(sentence.of(text), own)?.shift(sentence.start);
        let near = terms[..number].iter().rev().take_while(|other| other.span.start >= sentence.start);
        let is_anothers = near.into_iter().any(|other| found.overlaps(other.span) && has_parts(other));
        let before = text[sentence.start..found.start].rsplit(':').next().unwrap_or_default();
        if is_anothers || is_partial(text, found) || is_denied(before) {
            return None;
        }
        let joints = || joints_of(library, term.concept);
        if items(text, term.span.end, joints).is_some() {
            return None;
        }
        let found: Items = between(text, found, joints())?;
        let first = found.all.first()?.span.of(text);
        let mut parts = library.concepts[term.concept].definitions.iter().flat_map(|one| &one.parts);
        if parts.any(|&part| is_of(first, &library.words(part))) {
            return None;
        }
        let judges = judges(library, text, term, term.span.start, means_all(text, term.span.start));
        List::unlike(library, text, term, &found, &judges).filter(|list| !list.misses_what_is_in(sentence.of(text)))
    };
    terms.iter().enumerate().filter_map(list).collect()
}

/// Whether an item only speaks of what belongs to a part: `the children of salt`.
fn is_of(item: &str, part: &str) -> bool {
    let before = without_last(item, &[part]);
    before.is_some_and(|before| words(before).last().is_some_and(|word| OF.contains(&word.folded.as_str())))
}

/// Whether a list leaves something out, or is none.
fn is_partial(text: &str, list: Span) -> bool {
    is_open(text, list) || words(list.of(text)).iter().any(|word| PARTLY.contains(&word.folded.as_str()))
}

/// Whether what stands before a list says that it is none, or not the whole: `He denies that`, `Among others`.
fn is_denied(before: &str) -> bool {
    let all = words(before);
    let is_one = |list: &[&str], word: &Word| list.contains(&word.folded.as_str());
    let denial = all.iter().position(|word| is_one(&DENYING, word));
    let is_assured = denial.is_some_and(|denial| all[..denial].iter().any(|word| is_one(&NOBODY, word)));
    !is_assured && (denial.is_some() || all.iter().any(|word| is_one(&PARTLY, word)))
}

/// The list in a sentence that the name at `term` is said to be of: directly before a sign or a verb that says so. The clause
/// ends with the name, so that no words behind it pick some of what it counts; behind a sign alone, so does the sentence.
fn list_before(sentence: &str, term: Span) -> Option<Span> {
    let behind = &sentence[term.end..];
    let next = behind.trim_start_matches(is_mark).chars().next();
    if next.is_some_and(|c| is_word_char(c) || c == '(') || behind.starts_with(['\'', '’']) {
        return None;
    }
    let before = sentence[..term.start].trim_end_matches(is_mark);
    let name = without_last(before, &DETERMINERS)?;
    let is_bare = name.ends_with(SIGNS);
    let end = if is_bare {
        let closes = |c: char| matches!(c, '.' | '!' | '?' | '…' | ';') || (is_dash(c) && name.ends_with(is_dash));
        if !next.is_none_or(closes) {
            return None;
        }
        name.trim_end_matches(SIGNS).trim_end().len()
    } else {
        let verb = without_last(name, &SAYS_SO)?;
        match without_last(without_number(verb), &PRONOUNS) {
            Some(pronoun) if pronoun.ends_with(SIGNS) => pronoun.trim_end_matches(SIGNS).trim_end().len(),
            Some(_) => return None,
            // `a, b and c together form the …`
            None => verb.trim_end_matches(is_mark).len(),
        }
    };
    let start = sentence[..end].rfind(':').map_or(0, |at| at + 1);
    let list = Span::new(start + opener(&sentence[start..end]), end);
    let words = list.of(sentence);
    let is_parted = words.contains('—') || words.contains(" – ");
    (start < end && !is_parted && !(is_bare && has_verb(words))).then_some(list)
}

/// How long what says before a list whose it is, or who says so, is: `In his view `, `He believes that `.
fn opener(list: &str) -> usize {
    let first = words(&list[..list.find([',', ';']).unwrap_or(list.len())]);
    let is_that = |word: &Word| word.folded == "that";
    let is_view = first.len() > VIEWERS.len()
        && first.iter().zip(VIEWERS).all(|(word, known)| known.contains(&word.folded.as_str()));
    let len = if is_view { VIEWERS.len() } else { first.iter().rposition(is_that).map_or(0, |at| at + 1) };
    first.get(len).map_or(0, |word| if len == 0 { 0 } else { word.span.start })
}

/// Whether something is said in what may be a list. A participle is told from a verb by the noun that stands before the verb.
fn has_verb(list: &str) -> bool {
    list.split([',', ';']).any(|item| {
        let all = words(item);
        let is_verb = |(at, word): (usize, &Word)| {
            let noun = at.checked_sub(1).map(|before| all[before].folded.as_str());
            let noun = noun.filter(|before| !NO_NOUNS.contains(before));
            let is_past = || word.folded.ends_with("ed") || irregular_base(&word.folded).is_some();
            VERBS.contains(&word.folded.as_str()) || (noun.is_some() && is_past())
        };
        all.iter().enumerate().any(is_verb)
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–')
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
    let before = text.trim_end_matches(is_word_char);
    let last = words(&text[before.len()..]).pop();
    if last.is_some_and(|word| count_word(&word.folded).is_some()) { before.trim_end() } else { text }
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
        list_before(text, Span::new(at, at + 1)).map(|list| list.of(text))
    }

    #[test]
    fn a_list_ends_before_what_says_of_what_it_is() {
        for text in [
            "a, b and c are the T.",
            "a, b and c are our “T”.",
            "a, b and c make up the T, which are old.",
            "a, b and c together form the T",
            "a, b and c — the T — are old.",
            "a, b and c – the T.",
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
            "The council taxed a and b: the T, it said, would suffer.",
            "The council taxed a and b: the T.",
            "She sang of a and b – the T, she knew, were older.",
            "There is a and there is b: the T, c among them, feed us.",
            "a and b grew scarce, and c was dear: the T.",
            "As he told the council, a and b — with c, of course — are the T.",
            "a and b, and these are the T.",
            "the T",
            "T",
        ] {
            assert_eq!(before(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_before_a_list_may_deny_it() {
        for (before, expected) in [
            ("He denies that ", true),
            ("It is not true that ", true),
            ("Nobody doubts that ", false),
            ("He knows that ", false),
            ("", false),
        ] {
            assert_eq!(is_denied(before), expected, "{before}");
        }
    }

    #[test]
    fn what_belongs_to_a_part_is_no_item() {
        assert!(is_of("The children of salt", "salt"));
        assert!(!is_of("freedom of landing", "freedom of landing"));
        assert!(!is_of("the salt", "salt"));
    }
}
