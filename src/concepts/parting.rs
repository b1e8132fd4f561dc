//! What stands between the words of a term: spaces, hyphens, a line's end. A sign that ends or parts something parts the
//! words, unless the term has it there itself.

use crate::text::{Span, is_abbreviation, is_word_char};

/// The sign that parts a word, which ends at `end` of a text, from the next one, which begins at `start`: the end of a
/// sentence, a comma, a dash, a bracket, a blank line (`\n`). `None` where nothing does.
pub(super) fn parting(text: &str, word: Span, start: usize) -> Option<char> {
    let between = &text[word.end..start];
    if matches!(between, " " | "" | "-" | "\n") {
        return None;
    }
    let mut lines = 0;
    for (at, c) in between.char_indices() {
        let behind = &between[at + c.len_utf8()..];
        let parts = match c {
            '.' => !is_abbreviation(word.of(text)),
            // `Sino–Soviet` is written so, too.
            '–' => between.len() > c.len_utf8(),
            '-' => behind.starts_with('-') || (at > 0 && behind.starts_with(' ')),
            '\n' => {
                lines += 1;
                lines > 1
            }
            _ => is_parting(c),
        };
        if parts {
            return Some(c);
        }
    }
    None
}

/// Whether a sign parts what stands before it from what stands behind it.
fn is_parting(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '!' | '?' | '…' | '—' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '|' | '•')
        || matches!(c, '，' | '、' | '；' | '：' | '。' | '！' | '？' | '（' | '）' | '【' | '】')
}

/// Whether what is opened by a quotation mark within a run of a text is closed in it, or directly behind it, and what is closed
/// was opened there or directly before it: then the marks stand around the whole of a name.
pub(super) fn marks_are_paired(text: &str, run: Span) -> bool {
    let inner = run.of(text);
    if !inner.contains(is_mark) {
        return true;
    }
    let (mut opened, mut closed) = (0usize, 0usize);
    for (at, mark) in inner.char_indices().filter(|&(_, c)| is_mark(c)) {
        let before = inner[..at].chars().next_back();
        let behind = inner[at + mark.len_utf8()..].chars().next();
        match opens(before, mark, behind) {
            true => opened += 1,
            false if opened > 0 => opened -= 1,
            false => closed += 1,
        }
    }
    let around = [text[..run.start].ends_with(is_mark), text[run.end..].starts_with(is_mark)];
    closed <= usize::from(around[0]) && opened <= usize::from(around[1])
}

/// Whether a quotation mark opens, by the letters beside it or else by its sign.
fn opens(before: Option<char>, mark: char, behind: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(is_word_char);
    match (is_letter(before), is_letter(behind)) {
        (true, false) => false,
        (false, true) => true,
        _ => matches!(mark, '“' | '„' | '«' | '「' | '『' | '《' | '〈'),
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn hyphens_lines_and_the_points_of_abbreviations_part_no_words() {
        let sign = |text: &str| {
            let all = words(text);
            parting(text, all[0].span, all[1].span.start)
        };
        for text in ["fair trade", "fair-trade", "fair\n> trade", "U.N.", "St. Olaf", "Oslo–Bergen", "‘fair’ trade"]
        {
            assert_eq!(sign(text), None, "{text}");
        }
        for (text, expected) in [
            ("ports. Ships", '.'),
            ("ports, ships", ','),
            ("ports – ships", '–'),
            ("ports - ships", '-'),
            ("ports (ships", '('),
            ("ports” — ships", '—'),
            ("ports\n\nships", '\n'),
        ] {
            assert_eq!(sign(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn marks_around_the_whole_of_a_name_are_paired() {
        let paired = |text: &str, run: &str| {
            let start = text.find(run).unwrap();
            marks_are_paired(text, Span::new(start, start + run.len()))
        };
        assert!(paired("the rule of “law” here", "rule of “law"));
        assert!(paired("the \"open\" sea", "open\" sea"));
        assert!(!paired("he saw the “open sea” route", "sea” route"));
        assert!(!paired("a route “sea to sea”", "route “sea"));
    }
}
