//! In which order a concept's definitions are shown: what says what it is before what only speaks of it, and the earlier
//! before the later.

use crate::concepts::Recogniser;
use crate::text::{Span, fold, order_of, years};

/// What a definition says of its term, directly behind it.
const SAYS: [&str; 24] = [
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
/// A passage that was chosen as a definition and begins so speaks of the term in the words before it.
const STANDS_FOR_IT: [&str; 5] = ["it", "this", "these", "they", "that"];

/// What decides where a definition stands among those of its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weight {
    /// Whether it says what the concept is, rather than speaks of it.
    pub says_what: bool,
    /// The years that it is from, as far as its source says so.
    pub years: Option<(u16, u16)>,
}

impl Weight {
    /// The weight of a passage. `names` recognises the names of its concept; `date` is what the source says of when.
    pub fn of(passage: &str, has_parts: bool, names: &Recogniser, date: Option<&str>) -> Self {
        Weight::dated(has_parts || says_what(passage, names), date)
    }

    /// The weight of a passage of which it is known whether it says what the concept is.
    pub fn dated(says_what: bool, date: Option<&str>) -> Self {
        Weight { says_what, years: date.and_then(years).map(|years| (*years.start(), *years.end())) }
    }
}

/// Puts items in order by their weights: first those that say what; among those of one kind the dated ones by their date,
/// while the undated keep their places.
pub(super) fn in_order<T>(items: Vec<(Weight, T)>) -> Vec<T> {
    let (what, mention): (Vec<_>, Vec<_>) = items.into_iter().partition(|(weight, _)| weight.says_what);
    [what, mention].into_iter().flat_map(by_date).collect()
}

fn by_date<T>(items: Vec<(Weight, T)>) -> Vec<T> {
    let is_dated: Vec<bool> = items.iter().map(|(weight, _)| weight.years.is_some()).collect();
    let (mut dated, undated): (Vec<_>, Vec<_>) = items.into_iter().partition(|(weight, _)| weight.years.is_some());
    dated.sort_by_key(|(weight, _)| weight.years.map(|(first, last)| order_of(&(first..=last))));
    let (mut dated, mut undated) = (dated.into_iter(), undated.into_iter());
    let next = is_dated.into_iter().filter_map(|is_dated| if is_dated { dated.next() } else { undated.next() });
    next.map(|(_, item)| item).collect()
}

/// Whether a passage says of one of the names what it is.
pub(super) fn says_what(passage: &str, names: &Recogniser) -> bool {
    let terms = names.terms(passage);
    if terms.iter().any(|term| is_said_of(passage, term.span)) {
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

fn begins_so(folded: &str) -> bool {
    SAYS.iter().any(|said| folded.strip_prefix(said).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
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
        ] {
            assert!(says(passage), "{passage}");
        }
        for passage in [
            "All countries should build a harmonious world together.",
            "A harmonious world was spoken of in 2005.",
            "The harmonious world is far away.",
            "Itself it is nothing.",
            "",
        ] {
            assert!(!says(passage), "{passage}");
        }
    }

    #[test]
    fn what_says_what_comes_first_then_the_earlier_and_the_undated_keep_their_places() {
        let weight = |says_what, year: u16| Weight { says_what, years: (year > 0).then_some((year, year)) };
        let items = [(false, 1950), (true, 1970), (true, 0), (true, 1960), (false, 0), (false, 1940)];
        let items = items.into_iter().map(|(what, year)| (weight(what, year), (what, year))).collect();
        let expected = [(true, 1960), (true, 0), (true, 1970), (false, 1940), (false, 0), (false, 1950)];
        assert_eq!(in_order(items), expected);
    }
}
