//! Where a passage may begin and end between marks: with whole words, compounds and abbreviations, and with no bracket whose partner
//! stands outside.

use crate::text::{Span, is_word_char};

/// Brackets that come in pairs, and marks whose two sides are told apart wherever they are used.
const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('「', '」'), ('『', '』')];

/// The partner of a bracket is looked for among so many that are open.
const DEEPEST: usize = 64;

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
            match open.iter().enumerate().rev().take(DEEPEST).find(|(_, (one, _))| one == opens) {
                Some((number, _)) => open.truncate(number),
                None => (start, open) = (at + c.len_utf8(), Vec::new()),
            }
        }
    }
    let end = open.first().map_or(span.end, |(_, at)| *at);
    trimmed(text, span, Span::new(start, end.max(start)))
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
    trimmed(text, span, Span::new(start, end.max(start)))
}

/// `span` without the white space at its ends, and without the punctuation that was left where something was taken away from the
/// beginning of `whole`. Other signs belong to the first word: `’tis`, `-5`.
fn trimmed(text: &str, whole: Span, span: Span) -> Span {
    let is_cut = span.start > whole.start;
    let is_punctuation = |c: char| matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—' | '"' | '”' | '’');
    let is_left = |c: char| c.is_whitespace() || (is_cut && is_punctuation(c));
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
            ("and ’tis so", "’tis so", "’tis so"),
            ("it is -5 or less", " -5 or less", "-5 or less"),
            ("on .NET alone", ".NET alone", ".NET alone"),
            ("firms), -5 or less", "firms), -5 or less", "5 or less"),
            ("任何国家都不应当", "国家都不", "国家都不"),
        ] {
            let start = text.find(inner).unwrap();
            assert_eq!(whole(text, Span::new(start, start + inner.len())).of(text), expected, "{text}");
        }
    }

    #[test]
    fn many_brackets_without_partners_cost_little() {
        let text = format!("{}{} x", "(".repeat(100_000), "]".repeat(100_000));
        assert_eq!(whole(&text, Span::new(0, text.len())).of(&text), "x");
    }
}
