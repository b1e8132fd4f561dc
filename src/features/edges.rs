//! Where a passage may begin and end between marks: with whole words, compounds and abbreviations, and with no bracket whose partner
//! stands outside.

use crate::text::{Span, is_word_char};

/// Brackets that come in pairs, and marks whose two sides are told apart wherever they are used.
const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('「', '」'), ('『', '』')];

/// The part of the bytes `span` of `text` that begins and ends with whole words and holds whole brackets, with the stop of an
/// abbreviation at its end; it may be empty.
pub(super) fn whole(text: &str, span: Span) -> Span {
    let mut whole = span;
    loop {
        let before = whole;
        whole = balanced(text, whole);
        whole = without_halves(text, whole);
        if whole == before {
            break;
        }
    }
    let ends_in_initial = text[whole.end..].starts_with('.') && is_initial(last_word(whole.of(text)));
    Span::new(whole.start, whole.end + usize::from(ends_in_initial))
}

/// Without what stands before a lone closing bracket or behind a lone opening one.
fn balanced(text: &str, span: Span) -> Span {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut start = span.start;
    // In German they close what `„` opens, and in Swedish one of them does both.
    let has = |mark: char| text.contains(mark);
    let curly = (has('“') && has('”') && !has('„')).then_some(('“', '”'));
    let pairs: Vec<(char, char)> = PAIRS.into_iter().chain(curly).collect();
    for (at, c) in span.of(text).char_indices().map(|(at, c)| (span.start + at, c)) {
        if pairs.iter().any(|(opens, _)| *opens == c) {
            open.push((c, at));
        } else if let Some((opens, _)) = pairs.iter().find(|(_, closes)| *closes == c) {
            match open.iter().rposition(|(one, _)| one == opens) {
                Some(number) => open.truncate(number),
                None => (start, open) = (at + c.len_utf8(), Vec::new()),
            }
        }
    }
    let end = open.first().map_or(span.end, |(_, at)| *at);
    trimmed(text, Span::new(start, end.max(start)))
}

/// Without the parts at its ends of compounds that begin before it or end behind it.
fn without_halves(text: &str, span: Span) -> Span {
    let is_joint = |c: char| matches!(c, '-' | '‐' | '‑' | '_' | '@' | '/');
    let inner = span.of(text);
    let is_cut = |c: Option<char>, beyond: Option<char>| {
        c.is_some_and(is_word_char) || (c.is_some_and(is_joint) && beyond.is_some_and(is_word_char))
    };
    let mut before = text[..span.start].chars().rev();
    let mut behind = text[span.end..].chars();
    let mut start = span.start;
    if !inner.is_empty() && is_cut(before.next(), before.next()) && !inner.starts_with(crate::text::is_unspaced) {
        start += inner.find(char::is_whitespace).unwrap_or(inner.len());
    }
    let mut end = span.end;
    if !inner.is_empty() && is_cut(behind.next(), behind.next()) && !inner.ends_with(crate::text::is_unspaced) {
        end = span.start + inner.rfind(char::is_whitespace).unwrap_or(0);
    }
    trimmed(text, Span::new(start, end.max(start)))
}

/// Without the white space and the punctuation at its ends that was left there, when something was taken away.
fn trimmed(text: &str, span: Span) -> Span {
    let is_left = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—' | '"' | '”' | '’');
    let inner = span.of(text);
    let start = span.end - inner.trim_start_matches(is_left).len();
    let end = start + Span::new(start, span.end).of(text).trim_end_matches(|c: char| c.is_whitespace()).len();
    Span::new(start, end)
}

/// The last run of letters and inner points.
fn last_word(text: &str) -> &str {
    &text[text.trim_end_matches(|c: char| is_word_char(c) || c == '.').len()..]
}

/// Whether a stop behind a word belongs to it: `J`, `J.D`, `p.m`.
fn is_initial(word: &str) -> bool {
    let mut parts = word.split('.');
    let are_letters = parts.all(|part| part.chars().count() == 1);
    are_letters && (word.contains('.') || word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_whole_words_and_whole_brackets() {
        for (text, inner, expected) in [
            ("anarcho-capitalism is an idea", "capitalism is an idea", "is an idea"),
            ("it is an idea of anarcho-capitalism", "it is an idea of anarcho", "it is an idea of"),
            ("the words of J.D. are", "the words of J.D", "the words of J.D."),
            ("they end it. So", "they end it", "they end it"),
            ("(“defence” firms) to provide it", "firms) to provide it", "to provide it"),
            ("to provide (it by firms)", "to provide (it by", "to provide"),
            ("a (b) c", "a (b) c", "a (b) c"),
            ("任何国家都不应当", "国家都不", "国家都不"),
        ] {
            let start = text.find(inner).unwrap();
            assert_eq!(whole(text, Span::new(start, start + inner.len())).of(text), expected, "{text}");
        }
    }
}
