//! The items of an enumeration in running text: where it begins behind a term, where it ends, and where its items may be
//! cut. “And” and a comma may stand inside an item as well as between two, so the cuts are only possible ones.

use crate::concepts::{Introduction, introduction};
use crate::text::{Span, fold, is_word_char, words};

/// An enumeration is looked for so far, in bytes.
const LONGEST: usize = 2000;
/// Possible items, at most.
const MOST: usize = 60;
/// What says that a list is not all, or that something is said in between; folded.
const OPEN: [&str; 36] = [
    "another is",
    "a second is",
    "a third is",
    "etc",
    "et cetera",
    "and so on",
    "and so forth",
    "and others",
    "and other",
    "and the like",
    "and the rest",
    "and more",
    "among others",
    "amongst others",
    "among other things",
    "inter alia",
    "for instance",
    "for example",
    "e g",
    "such as",
    "to name",
    "last but not least",
    "u a",
    "u s w",
    "usw",
    "und so weiter",
    "und andere",
    "unter anderem",
    "unter anderen",
    "zum beispiel",
    "z b",
    "entre autres",
    "par exemple",
    "entre otros",
    "entre otras",
    "por ejemplo",
];
/// A remark before the last item begins with one of these: `and, worst of all, c`.
const REMARKING: [&str; 15] = [
    "above", "best", "worst", "finally", "lastly", "last", "first", "perhaps", "indeed", "of", "in", "most", "more",
    "also", "not",
];
/// How an enumeration ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Sentence,
    Bracket,
    Dash,
}

/// A list behind a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Items {
    /// The possible items, in order, with their bytes.
    pub all: Vec<Item>,
    /// Whether all parts are meant to be listed, not some of them.
    pub is_whole: bool,
    /// Whether the list has an end, and is not still being written.
    pub is_ended: bool,
    /// Whether its items are told apart by semicolons or lines.
    pub is_clear: bool,
    /// Whether it stands in brackets of its own, so that all in them is of it.
    pub is_bracketed: bool,
}

/// A run of words that may be an item, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its bytes, without signs and marks around it.
    pub span: Span,
    /// Whether “and” stands before it, or “or” in a list that has that.
    pub and: bool,
}

/// The list that begins behind the byte `from` of a text, where a term ends; `None` where it says that it leaves something
/// out. `joints` gives the words that may join the last item to the others; it is asked where a list begins.
pub(super) fn items<'a>(text: &str, from: usize, joints: impl FnOnce() -> &'a [&'a str]) -> Option<Items> {
    let (start, end, is_whole) = introduced(text, from)?;
    let (list, is_ended) = extent(text, start, end);
    if is_open(text, list) {
        return None;
    }
    let is_bracketed = end == End::Bracket;
    between(text, list, joints()).map(|items| Items { is_whole, is_ended, is_bracketed, ..items })
}

/// The items of a list whose bytes are known; `None` where there are too few or too many.
pub(super) fn between(text: &str, list: Span, joints: &[&str]) -> Option<Items> {
    let all = cut(text, list, joints);
    let is_clear = list.of(text).contains([';', '\n']);
    let is_list = all.len() > 1 && all.len() <= MOST;
    is_list.then_some(Items { all, is_whole: true, is_ended: true, is_clear, is_bracketed: false })
}

/// Whether a list says that it leaves something out, or picks from it.
pub(super) fn is_open(text: &str, list: Span) -> bool {
    let body = list.of(text);
    // The point of an abbreviation may have ended it.
    let is_cut = body.trim_end().rsplit([' ', '\u{a0}', ',']).next().is_some_and(|word| word.chars().count() == 1);
    let behind = text[list.end..].char_indices().nth(6).map_or(text.len(), |(at, _)| list.end + at);
    let whole = if is_cut { &text[list.start..behind] } else { body };
    let folded = format!(" {} ", fold(whole));
    let has_dots = body.contains('…') || body.ends_with("..") || text[list.end..].starts_with("..");
    has_dots || OPEN.iter().any(|words| folded.contains(&format!(" {words} ")))
}

/// Whether nothing but what introduces a list of all parts stands behind the byte `from`: then it stands in the blocks below.
pub(super) fn introduces_lines(text: &str, from: usize) -> bool {
    let rest = skip_brackets(&text[from..]).trim_end();
    let introduces_all = |found: Introduction| found.lists_all && found.length == rest.len();
    rest.ends_with([':', '—', '–']) && introduction(rest).is_some_and(introduces_all)
}

/// Where a list begins behind a term, how it ends, and whether all parts are meant.
fn introduced(text: &str, from: usize) -> Option<(usize, End, bool)> {
    let rest = skip_brackets(text[from..].trim_start_matches(['”', '’', '"', '\'', '»', '*']));
    let at = |rest: &str| text.len() - rest.len();
    let bare = rest.trim_start();
    if let Some(list) = bare.strip_prefix('(').filter(|list| list.contains(')')) {
        return Some((at(list), End::Bracket, true));
    }
    let dash = bare.starts_with(['—', '–']) || bare.starts_with("-- ");
    let end = if dash { End::Dash } else { End::Sentence };
    if let Some(list) = bare.strip_prefix("-- ") {
        return Some((at(list), end, true));
    }
    let found = introduction(rest)?;
    let list = rest[found.length..].trim_start_matches([',', ':', ' ', '\u{a0}', '—', '–']);
    Some((at(list), end, found.lists_all))
}

/// A short remark in brackets, such as a year or an abbreviation, is none of the list.
fn skip_brackets(rest: &str) -> &str {
    let inner = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    match inner {
        Some((remark, behind)) if !remark.contains([',', ';']) && words(remark).len() <= 4 => behind,
        _ => rest,
    }
}

/// The bytes of a list that begins at `start`, and whether it has an end.
fn extent(text: &str, start: usize, end: End) -> (Span, bool) {
    let mut last = text.len().min(start + LONGEST);
    while !text.is_char_boundary(last) {
        last -= 1;
    }
    let body = &text[start..last];
    let mut depth = 0;
    for (at, c) in body.char_indices() {
        let behind = &body[at + c.len_utf8()..];
        let ends = match c {
            '(' => {
                depth += 1;
                false
            }
            ')' if depth > 0 => {
                depth -= 1;
                false
            }
            ')' => end == End::Bracket || body[..at].rsplit(['\n', ' ']).next().is_some_and(|word| word.len() > 2),
            '—' | '–' => end == End::Dash && depth == 0,
            '-' => end == End::Dash && behind.starts_with("- "),
            '!' | '?' => true,
            '.' => is_sentence_end(&body[..at], behind),
            '\n' => behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n'),
            _ => false,
        };
        if ends {
            return (Span::new(start, start + at), true);
        }
    }
    (Span::new(start, last), false)
}

/// A point behind a number that begins a line or an item, or before the next such line, ends no list.
fn is_sentence_end(before: &str, behind: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let begins = bare.trim_end_matches([' ', '\t']);
    let joined = begins.strip_suffix("and").map(str::trim_end).filter(|before| before.ends_with([',', ';']));
    let begins = joined.unwrap_or(begins);
    let is_number = bare.len() < before.len() && (begins.is_empty() || begins.ends_with(['\n', ',', ';']));
    let inside =
        behind.starts_with(|c: char| c.is_alphanumeric()) || before.ends_with(". g") || before.ends_with("e.g");
    !is_number && !inside && marker(behind.trim_start_matches([' ', '\t', '\r'])).is_none()
}

/// What stands behind a line end and the sign of a list's item, if that is what a text begins with.
fn marker(text: &str) -> Option<&str> {
    let line = text.strip_prefix('\n')?.trim_start_matches([' ', '\t']);
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.len() < line.len() {
        return behind.strip_prefix(". ").or_else(|| behind.strip_prefix(") "));
    }
    line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or_else(|| line.strip_prefix("• "))
}

/// The runs of words between the commas and joints of a list; where there are semicolons or lines, between those.
fn cut(text: &str, list: Span, joints: &[&str]) -> Vec<Item> {
    let body = list.of(text);
    let clear = body.contains(';') || body.char_indices().any(|(at, _)| marker(&body[at..]).is_some());
    let mut cuts: Vec<(usize, usize, bool)> = Vec::new();
    for (at, c) in body.char_indices() {
        let digit = |c: char| c.is_ascii_digit();
        let is_number = c == ',' && body[..at].ends_with(digit) && body[at + 1..].starts_with(digit);
        match c {
            ';' => cuts.push((at, at + 1, false)),
            ',' if !clear && !is_number => cuts.push((at, at + 1, false)),
            '\n' => cuts.extend(marker(&body[at..]).map(|behind| (at, body.len() - behind.len(), false))),
            _ => {}
        }
    }
    for word in words(body).into_iter().filter(|word| joints.contains(&word.folded.as_str())) {
        let is_behind_cut = |&(_, end, _): &(usize, usize, bool)| body[end..word.span.start].trim().is_empty();
        let follows = cuts.iter().any(|cut| cut.1 <= word.span.start && is_behind_cut(cut));
        if !clear || follows {
            cuts.push((word.span.start, word.span.end, true));
        }
    }
    for sign in [" & ", " as well as ", " together with "].into_iter().filter(|_| !clear) {
        cuts.extend(body.match_indices(sign).map(|(at, sign)| (at, at + sign.len(), true)));
    }
    cuts.sort_unstable();
    // `a, b and, worst of all, c`: what stands behind a joint between commas is a remark.
    let is_comma = |cut: &(usize, usize, bool)| !cut.2 && Span::new(cut.0, cut.1).of(body) == ",";
    let remark = |cuts: &[(usize, usize, bool)]| match cuts {
        [joint, from, to] if joint.2 && is_comma(from) && is_comma(to) => {
            let first = words(&body[from.1..to.0]).into_iter().next().map(|word| word.folded);
            let is_remark = first.is_some_and(|first| REMARKING.contains(&first.as_str()));
            (is_remark && body[joint.1..from.0].trim().is_empty()).then_some(Span::new(joint.0, to.1))
        }
        _ => None,
    };
    let mut parted = Vec::with_capacity(cuts.len());
    let mut rest = &cuts[..];
    while let [first, behind @ ..] = rest {
        let remark = rest.get(..3).and_then(remark);
        parted.push(remark.map_or(*first, |remark| (remark.start, remark.end, true)));
        rest = if remark.is_some() { &rest[3..] } else { behind };
    }
    let mut items = Vec::new();
    let (mut at, mut and) = (0, false);
    for (start, end, is_and) in parted.into_iter().chain([(body.len(), body.len(), false)]) {
        if start < at {
            continue;
        }
        let span = trimmed(body, Span::new(at, start));
        if !span.is_empty() {
            items.push(Item { span: span.shift(list.start), and });
            and = false;
        }
        and |= is_and;
        at = end;
    }
    items
}

/// Without signs, marks and an item's own number around it.
fn trimmed(body: &str, span: Span) -> Span {
    let is_sign = |c: char| !is_word_char(c) && c != '(' && c != ')';
    let text = span.of(body);
    let mut start = text.trim_start_matches(is_sign);
    let numbered = start.trim_start_matches('(');
    let number = numbered.len() - numbered.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter = usize::from(number == 0 && numbered.starts_with(|c: char| c.is_ascii_alphabetic()));
    let behind = &numbered[number + letter..];
    if number + letter > 0 && (behind.starts_with(')') || (number > 0 && behind.starts_with(". "))) {
        start = behind[1..].trim_start_matches(is_sign);
    }
    let from = span.start + text.len() - start.len();
    let end = start.trim_end_matches(is_sign);
    // A bracket that was opened before is not closed here.
    let end = if end.contains('(') { end } else { end.trim_end_matches(')') };
    Span::new(from, from + end.trim_end_matches(is_sign).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The possible items behind `T`, `+` before those with an “and”, and what is known of the list.
    fn shown(text: &str) -> (String, bool, bool) {
        let from = text.find('T').expect("a term") + 1;
        let Some(items) = items(text, from, || &["and"]) else { return ("-".into(), false, false) };
        let all = items.all.iter().map(|item| format!("{}{}", if item.and { "+" } else { "" }, item.span.of(text)));
        (all.collect::<Vec<_>>().join("|"), items.is_whole, items.is_ended)
    }

    #[test]
    fn lists_are_found_however_they_are_introduced() {
        for text in [
            "T: a, b and c.",
            "T, namely a, b and c.",
            "T, namely: a, b and c.",
            "T are a, b and c.",
            "the “T” (1954) are: a, b and c.",
            "T (a, b and c) were",
            "T — a, b and c — were",
            "T consist of a, b and c.",
            "T are as follows: a, b and c.",
            "T: (1) a, (2) b and (3) c.",
            "T: 1. a; 2. b; and 3. c.",
            "T are a, b as well as c.",
            "T are a, b and, worst of all, c.",
            "T are a, b, and, c.",
        ] {
            assert_eq!(shown(text), ("a|b|+c".into(), true, true), "{text}");
        }
        assert_eq!(shown("T include a, b and c."), ("a|b|+c".into(), false, true));
        assert_eq!(shown("T: a, b"), ("a|b".into(), true, false));
        assert_eq!(shown("T:\n1. a.\n2. b.\n3. c.\n\nT"), ("a|b|c".into(), true, true));
        assert_eq!(shown("T: a and b; c, d; and e."), ("a and b|c, d|+e".into(), true, true));
    }

    #[test]
    fn what_introduces_nothing_has_no_items() {
        for text in ["T is good.", "T, a, b and c.", "T area, b and c.", "T", "T: alone.", "T of a, b and c."] {
            assert_eq!(shown(text).0, "-", "{text}");
        }
    }

    #[test]
    fn a_list_that_says_that_it_is_not_all_is_none() {
        for text in [
            "T: a, b, etc.",
            "T: a, b etc",
            "T: a, b, and so on.",
            "T: a, for instance, and b.",
            "T: a, b, and, last but not least, c.",
            "T: a, b, and others.",
            "T are, among others, a and b.",
            "T: a, b u. a.",
            "T: a, b, u. a. so.",
            "T: a, b usw.",
            "T: a, b, entre autres.",
            "T: a, b …",
            "T: a, b ...",
        ] {
            assert_eq!(shown(text).0, "-", "{text}");
        }
        assert_eq!(shown("T: a, b, and the others. And so on.").0, "a|b|+the others");
    }

    #[test]
    fn lines_below_are_all_parts_unless_some_are_announced() {
        for text in ["T:", "The “T” (1954) are:", "T are as follows:", "T, namely:", "T —"] {
            assert!(introduces_lines(text, text.find('T').unwrap().max(text.rfind('T').unwrap()) + 1), "{text}");
        }
        for text in ["T include:", "T, such as:", "T, e.g.:", "T", "T are good:", "T are"] {
            assert!(!introduces_lines(text, 1), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_can_make_it_panic(text in "T(:|, namely|[(]| are|\n1. |[)]|;|,| and |—|a|“|[.]|\\PC| ){0,40}") {
            if let Some(items) = items(&text, 1, || &["and", "or"]) {
                let mut end = 0;
                for item in items.all {
                    prop_assert!(item.span.start >= end && !item.span.is_empty());
                    end = item.span.end;
                }
            }
            introduces_lines(&text, 1);
        }
    }
}
