//! What stands between words: when a word comes or goes, the commas that set it off come and go with it.

use crate::text::{Span, is_word_char};

/// Characters in the brackets of a [sic], at most.
const LONGEST_SIC: usize = 8;

/// What stands between the last word before the byte `at` of `text` and that byte.
pub(super) fn before(text: &str, at: usize) -> &str {
    let rest = &text[..at];
    &rest[rest.trim_end_matches(|c| !is_word_char(c)).len()..]
}

/// What stands between the byte `at` of `text` and the next word.
pub(super) fn behind(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.len() - rest.trim_start_matches(|c| !is_word_char(c)).len()]
}

/// The marks of a gap that part sentences and their parts, or the hyphen that joins a word; dashes of all kinds are one.
pub(super) fn punctuation(gap: &str) -> String {
    if gap == "-" {
        return gap.to_string();
    }
    let dash = |c| if matches!(c, '–' | '—') { '–' } else { c };
    gap.chars().filter(|c| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '—')).map(dash).collect()
}

/// Whether a gap is no more than white space and punctuation: without marks of the writer's (an ellipsis, brackets) and
/// without quotation marks.
pub(super) fn is_simple(gap: &str) -> bool {
    !gap.contains("..")
        && gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '—' | '-'))
}

/// A gap of a source as it goes into a draft: on one line, and a space where it is more than white space and punctuation.
pub(super) fn plain(gap: &str) -> String {
    if !is_simple(gap) {
        return " ".to_string();
    }
    let words = gap.split_whitespace().collect::<Vec<_>>().join(" ");
    let space = |c: Option<char>| if c.is_some_and(char::is_whitespace) { " " } else { "" };
    match words.is_empty() {
        true => " ".to_string(),
        false => format!("{}{words}{}", space(gap.chars().next()), space(gap.chars().next_back())),
    }
}

/// Whether an ellipsis stands in a gap, bare or in brackets, and no other sign of the writer's.
pub(super) fn is_ellipsis(gap: &str) -> bool {
    let signs: String = gap.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':')).collect();
    let is_point = |c: char| matches!(c, '.' | '…');
    let points = signs.trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    points.chars().all(is_point) && (points.contains('…') || points.len() >= 3)
}

/// Where a [sic] ends that stands behind the byte `at` of a text.
pub(super) fn sic_behind(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start();
    let inner = rest.strip_prefix(['[', '('])?;
    let (end, _) = inner.char_indices().take(LONGEST_SIC).find(|(_, c)| matches!(c, ']' | ')'))?;
    let is_sic = inner[..end].trim().trim_end_matches('!').eq_ignore_ascii_case("sic");
    is_sic.then_some(text.len() - rest.len() + end + 2)
}

/// `span` with the parentheses that hold nothing else.
pub(super) fn with_parentheses(text: &str, span: Span) -> Span {
    let right = &text[span.end..];
    let close = right.len() - right.trim_start_matches(['.', ',', '!', '?']).len();
    if text[..span.start].ends_with('(') && right[close..].starts_with(')') {
        return Span::new(span.start - 1, span.end + close + 1);
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_lies_between_two_words() {
        assert_eq!((before("one, “two”", 8), behind("one, “two”", 3)), (", “", ", “"));
        assert_eq!((before("one", 0), behind("one", 3)), ("", ""));
        assert_eq!(punctuation(", “"), ",");
        assert_eq!(punctuation(" — "), punctuation(" – "));
    }

    #[test]
    fn parentheses_go_with_all_that_they_hold() {
        assert_eq!(with_parentheses("a (sic!) b", Span::new(3, 6)).of("a (sic!) b"), "(sic!)");
        assert_eq!(with_parentheses("a (so on) b", Span::new(3, 5)).of("a (so on) b"), "so");
    }

    #[test]
    fn signs_of_the_writer_s_are_known() {
        for (gap, expected) in
            [(" […] ", true), (" . . . ", true), (", (...) ", true), (". ", false), (" [… x] ", false)]
        {
            assert_eq!(is_ellipsis(gap), expected, "{gap}");
        }
        assert_eq!([sic_behind("wive (sic!).", 4), sic_behind("wive, [sic]", 4)], [Some(11), None]);
    }

    #[test]
    fn a_gap_comes_on_one_line_and_without_marks() {
        assert_eq!([plain(",\n  "), plain("-"), plain(" “"), plain("\n")], [", ", "-", " ", " "]);
        assert!(!is_simple(" ... ") && !is_simple("[") && is_simple(", "));
    }
}
