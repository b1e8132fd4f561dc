//! What may be a name in a text without spaces, and names in Latin letters within it.

use super::lexicon::{ADVERBS, INSIDE, POINTING};
use crate::text::{Span, is_hiragana, is_word_char};

/// Letters of a name between marks or at the beginning of a sentence.
const SHORTEST: usize = 2;
const LONGEST: usize = 14;
/// Letters of a name in Latin letters, at most.
const LONGEST_LATIN: usize = 40;

/// Whether words are a name: letters, and what joins the parts of one.
pub(super) fn is_name(text: &str) -> bool {
    let letters = text.chars().count();
    if is_latin(text) {
        return (SHORTEST..=LONGEST_LATIN).contains(&letters);
    }
    (SHORTEST..=LONGEST).contains(&letters) && text.chars().all(|c| is_word_char(c) || c == '·' || c == '・')
}

/// A stretch of text that may be a term by itself, without what stands around it.
pub(super) fn name_in(text: &str, span: Span) -> Option<Span> {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start_matches(around).len());
    let name = text[start..span.end].trim_end_matches(around);
    // Kana between the words would be a clause.
    let is_clause = name.chars().any(is_hiragana);
    let is_cut = name.contains(INSIDE);
    let points = has(POINTING, |word| name.starts_with(word)) || has(ADVERBS, |word| name.ends_with(word));
    (is_name(name) && !is_clause && !points && !is_cut).then(|| Span::new(start, start + name.len()))
}

/// The runs of Latin letters of a text in another script, each of one to four words, with a letter in them.
pub(super) fn latin(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '。')]) {
        let is_inside =
            c.is_ascii_alphanumeric() || (start.is_some() && matches!(c, ' ' | '-' | '/' | '.' | '+' | '_'));
        match start {
            None if is_inside => start = Some(at),
            Some(from) if !is_inside => {
                let run = text[from..at].trim_end_matches([' ', '-', '/', '.', '_']);
                if is_latin(run) && (SHORTEST..=LONGEST_LATIN).contains(&run.len()) && run.split(' ').count() <= 4 {
                    runs.push(Span::new(from, from + run.len()));
                }
                start = None;
            }
            _ => {}
        }
    }
    runs
}

/// Whether words between spaces fulfil something.
pub(super) fn has(words: &str, is: impl Fn(&str) -> bool) -> bool {
    words.split_whitespace().any(is)
}

fn around(c: char) -> bool {
    matches!(c, '，' | '、' | ' ' | '　')
}

fn is_latin(text: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | '+' | '_');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_inside)
}
