//! In which order a concept's definitions are shown: what says what it is before what only speaks of it, and the earlier
//! before the later.

use crate::concepts::Recogniser;
use crate::text::{Moment, Span, fold, moment, sentences, words};

/// What a definition says of its term, directly behind it.
const SAYS: [&str; 34] = [
    "is what",
    "are what",
    "denotes",
    "denote",
    "designates",
    "signifies",
    "stands for",
    "is understood as",
    "is understood to be",
    "is called",
    "is a",
    "is an",
    "is the",
    "is one",
    "is that",
    "is to",
    "are a",
    "are the",
    "are to",
    "are those",
    "means",
    "mean",
    "refers to",
    "refer to",
    "namely",
    "that is",
    "i e",
    "includes",
    "include",
    "consists of",
    "consist of",
    "comprises",
    "comprise",
    "is defined as",
];
/// Behind a noun these say which: `is money that …`.
const WHICH: [&str; 4] = ["that", "which", "who", "whose"];
/// Adjectives are no nouns: `China is confident that …`. Most are told by their endings …
const ADJECTIVES: [&str; 11] = ["ed", "ent", "ant", "able", "ible", "ous", "ful", "ive", "ary", "cal", "less"];
/// … which these nouns have as well …
const NOUNS: [&str; 4] = ["ment", "seed", "plant", "event"];
/// … and these have none of them; and participles.
const OTHER_ADJECTIVES: &str = "clear sure certain true likely unlikely aware unaware glad happy unhappy proud \
    afraid sorry right good bad plain fair wrong known unknown evident hopeful keen firm adamant essential \
    crucial vital natural said told understood held thought felt hoping saying not so such now";
/// Words between `is` and one of them, at most.
const NEAR: usize = 3;
/// Verbs by which somebody gives something its name: `we call … X`, `by X we understand …`.
const NAMES: [&str; 6] = ["call", "calls", "understand", "understands", "mean", "means"];
/// A passage that was chosen as a definition and begins so speaks of the term in the words before it.
const STANDS_FOR_IT: [&str; 5] = ["it", "this", "these", "they", "that"];

/// What decides where a definition stands among those of its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weight {
    /// Whether it says what the concept is, rather than speaks of it.
    pub says_what: bool,
    /// When it is from, as far as its source says so.
    pub date: Option<Moment>,
}

impl Weight {
    /// The weight of a passage. `names` recognises the names of its concept; `date` is what the source says of when.
    pub fn of(passage: &str, has_parts: bool, names: &Recogniser, date: Option<&str>) -> Self {
        Weight::dated(has_parts || says_what(passage, names), date)
    }

    /// The weight of a passage of which it is known whether it says what the concept is.
    pub fn dated(says_what: bool, date: Option<&str>) -> Self {
        Weight { says_what, date: date.and_then(moment) }
    }
}

/// Puts items in order by their weights: first those that say what; among those of one kind the dated ones by their date,
/// while the undated keep their places.
pub(super) fn in_order<T>(items: Vec<(Weight, T)>) -> Vec<T> {
    let (what, mention): (Vec<_>, Vec<_>) = items.into_iter().partition(|(weight, _)| weight.says_what);
    [what, mention].into_iter().flat_map(by_date).collect()
}

fn by_date<T>(items: Vec<(Weight, T)>) -> Vec<T> {
    let is_dated: Vec<bool> = items.iter().map(|(weight, _)| weight.date.is_some()).collect();
    let (mut dated, undated): (Vec<_>, Vec<_>) = items.into_iter().partition(|(weight, _)| weight.date.is_some());
    dated.sort_by_key(|(weight, _)| weight.date);
    let (mut dated, mut undated) = (dated.into_iter(), undated.into_iter());
    let next = is_dated.into_iter().filter_map(|is_dated| if is_dated { dated.next() } else { undated.next() });
    next.map(|(_, item)| item).collect()
}

/// Whether a passage says of one of the names what it is.
pub(super) fn says_what(passage: &str, names: &Recogniser) -> bool {
    let terms = names.terms(passage);
    if terms.iter().any(|term| is_said_of(passage, term.span) || is_named(passage, term.span)) {
        return true;
    }
    let start = fold(&passage[..passage.char_indices().nth(40).map_or(passage.len(), |(at, _)| at)]);
    let behind = STANDS_FOR_IT.iter().find_map(|word| start.strip_prefix(word)?.strip_prefix(' '));
    behind.is_some_and(begins_so)
}

fn is_said_of(passage: &str, term: Span) -> bool {
    let behind = passage[term.end..].trim_start_matches(|c: char| "”’\"'»)]*_ ,\u{a0}".contains(c));
    let sign = behind.starts_with([':', '—', '–']);
    let end = behind.char_indices().nth(40).map_or(behind.len(), |(at, _)| at);
    sign || begins_so(&fold(&behind[..end]))
}

/// Whether somebody gives a term its meaning: `by X we understand`, `we call such a thing X`.
fn is_named(passage: &str, term: Span) -> bool {
    let all = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
    let sentence = sentences(passage).into_iter().find(|sentence| sentence.covers(term)).unwrap_or(term);
    let (before, behind) = (all(&passage[sentence.start..term.start]), all(&passage[term.end..sentence.end]));
    let is_naming = |word: &String| NAMES.contains(&word.as_str());
    let is_by = before.iter().rev().take(2).any(|word| word == "by");
    let is_said = behind.iter().take(2).any(is_naming);
    // `We call for a harmonious world` names nothing.
    let gives = |at: usize| {
        let follows = before.get(at + 1).map(String::as_str);
        matches!(before[at - 1].as_str(), "we" | "they" | "people")
            && before[at] == "call"
            && !matches!(follows, Some("for" | "on" | "upon"))
    };
    let is_given = behind.is_empty() && (1..before.len()).any(gives);
    (is_by && is_said) || is_given
}

fn begins_so(folded: &str) -> bool {
    if let Some(rest) = folded.strip_prefix("is ").or_else(|| folded.strip_prefix("are ")) {
        let near: Vec<&str> = rest.split(' ').take(NEAR + 1).collect();
        if near.windows(2).any(|pair| WHICH.contains(&pair[1]) && !(pair[1] == "that" && is_adjective(pair[0]))) {
            return true;
        }
    }
    SAYS.iter().any(|said| folded.strip_prefix(said).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether a folded word is rather an adjective than a noun.
fn is_adjective(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(*ending));
    (ends(&ADJECTIVES) && !ends(&NOUNS)) || OTHER_ADJECTIVES.split_ascii_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concepts::Form;

    fn says(passage: &str) -> bool {
        says_what(passage, &Recogniser::new([Form { text: "harmonious world", concept: 0, is_name: false }]))
    }

    #[test]
    fn a_passage_that_says_what_something_is_is_told_from_one_that_speaks_of_it() {
        for passage in [
            "A harmonious world is a world of lasting peace.",
            "The “harmonious world” means prosperity for all.",
            "We named our aims for a harmonious world: peace and bread.",
            "It is the aim of all countries.",
            "A harmonious world, namely one of peace",
            "Harmonious world is bread that all may eat.",
            "Harmonious world denotes peace.",
            "By harmonious world we understand peace.",
            "We call a time of peace and bread a harmonious world.",
        ] {
            assert!(says(passage), "{passage}");
        }
        for passage in [
            "All countries should build a harmonious world together.",
            "A harmonious world was spoken of in 2005.",
            "The harmonious world is far away.",
            "We call for a harmonious world.",
            "The call of our age is a call for a harmonious world.",
            "The harmonious world is confident that it will last.",
            "The harmonious world is not clear that it will last.",
            "Itself it is nothing.",
            "",
        ] {
            assert!(!says(passage), "{passage}");
        }
    }

    #[test]
    fn what_says_what_comes_first_then_the_earlier_and_the_undated_keep_their_places() {
        let weight = |says_what, year: u16| Weight { says_what, date: moment(&year.to_string()) };
        let items = [(false, 1950), (true, 1970), (true, 0), (true, 1960), (false, 0), (false, 1940)];
        let items = items.into_iter().map(|(what, year)| (weight(what, year), (what, year))).collect();
        let expected = [(true, 1960), (true, 0), (true, 1970), (false, 1940), (false, 0), (false, 1950)];
        assert_eq!(in_order(items), expected);
    }
}
