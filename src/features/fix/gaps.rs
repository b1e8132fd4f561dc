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

/// The marks of a gap, those of one kind alike: dashes, and wide ones as narrow ones. A hyphen that joins two words is no dash.
pub(super) fn signs(gap: &str) -> String {
    if gap == "-" {
        return gap.to_string();
    }
    let mut out = String::new();
    for c in gap.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '-' | '–' | '—' | '−' | '―' if out.ends_with('–') => {}
            '-' | '–' | '—' | '−' | '―' => out.push('–'),
            '，' => out.push(','),
            '；' => out.push(';'),
            '：' => out.push(':'),
            '。' => out.push('.'),
            '！' => out.push('!'),
            '？' => out.push('?'),
            '（' => out.push('('),
            '）' => out.push(')'),
            c => out.push(c),
        }
    }
    out
}

/// Whether two gaps part words alike, however wide they are.
pub(super) fn part_alike(one: &str, other: &str) -> bool {
    signs(one) == signs(other)
}

/// The marks of a gap that part sentences and their parts, without those of quotations and brackets.
pub(super) fn punctuation(gap: &str) -> String {
    signs(gap).chars().filter(|c| is_punctuation(*c)).collect()
}

fn is_punctuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '-' | '、' | '/')
}

/// Whether a sentence ends in a gap.
pub(super) fn ends_sentence(gap: &str) -> bool {
    is_simple(gap) && signs(gap).contains(['.', '?', '!'])
}

/// Whether a gap is no more than white space and punctuation: without marks of the writer's (an ellipsis, brackets) and
/// without quotation marks.
pub(super) fn is_simple(gap: &str) -> bool {
    !gap.contains("..") && signs(gap).chars().all(is_punctuation)
}

/// Whether a sign beside a word is a part of it: `-5`, `15 %`, `C++`.
pub(super) fn is_sign_of_a_word(c: char) -> bool {
    matches!(c, '%' | '‰' | '°' | '+' | '#' | '$' | '£' | '€' | '¥' | '§')
}

/// Whether an ellipsis stands in a gap, bare or in brackets, and no other sign of the writer's.
pub(super) fn is_ellipsis(gap: &str) -> bool {
    let signs: String = gap.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':')).collect();
    let is_point = |c: char| matches!(c, '.' | '…');
    let points = signs.trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    points.chars().all(is_point) && (points.contains('…') || points.len() >= 3)
}

/// Whether a quotation of the source ends in some of its words or their gaps, and another begins there behind it: between the two
/// its narrator speaks.
pub(super) fn parts_speech(source: &str, span: Span) -> bool {
    let start = span.start - before(source, span.start).len();
    let around = &source[start..span.end + behind(source, span.end).len()];
    let is_mark = |c: char| matches!(c, '“' | '”' | '"' | '„' | '«' | '»');
    let Some((first, last)) = around.find(is_mark).zip(around.rfind(is_mark)).filter(|(first, last)| first < last)
    else {
        return false;
    };
    let stands_open = |at: usize| around[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '—' | '–'));
    let closes = around[first..].starts_with('»') || !stands_open(first);
    let next = around[last..].chars().nth(1);
    let opens = around[last..].starts_with('«') || (stands_open(last) && next.is_none_or(|c| !c.is_whitespace()));
    closes && opens
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
    let (left, right) = (&text[..span.start], &text[span.end..]);
    let close = right.len() - right.trim_start_matches(['.', ',', '!', '?', '。', '，', '！', '？']).len();
    let holds = |(open, shut): (char, char)| {
        let is_between = left.ends_with(open) && right[close..].starts_with(shut);
        is_between.then(|| Span::new(span.start - open.len_utf8(), span.end + close + shut.len_utf8()))
    };
    [('(', ')'), ('（', '）')].into_iter().find_map(holds).unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_lies_between_two_words() {
        assert_eq!((before("one, “two”", 8), behind("one, “two”", 3)), (", “", ", “"));
        assert_eq!((before("one", 0), behind("one", 3)), ("", ""));
        assert!(part_alike(" — ", " – ") && part_alike("，", ", ") && part_alike(" ", ""));
        assert!(!part_alike(" ", "-") && !part_alike("-", " - ") && !part_alike(", “", ", "));
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
    fn a_gap_of_punctuation_is_simple() {
        assert!(!is_simple(" ... ") && !is_simple("[") && is_simple(", ") && is_simple("。"));
    }
}
