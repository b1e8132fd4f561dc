//! What a source has in the place of a quotation's words, as it goes into a draft: its words and what parts them from their
//! neighbours, without markup, on one line and in the writer's typography.

use super::gaps;
use super::regions::Region;
use super::typography::{possessive, typography};
use crate::features::hyphens::joint;
use crate::library::Library;
use crate::text::{Span, is_word_char};

/// Some words of a source.
pub(super) struct Theirs {
    /// What stands before them, up to the word before.
    pub left: String,
    pub words: String,
    /// What stands behind them, up to the next word.
    pub right: String,
}

impl Theirs {
    /// Reads the words `span` of `source` for a quotation that reads `writers` and is marked with `outer`, if it is marked. A mark
    /// or a bracket whose partner stands outside of them and their gaps stays away.
    pub fn read(library: &Library, source: &str, span: Span, writers: &str, outer: Option<char>) -> Self {
        let start = span.start - gaps::before(source, span.start).len();
        let end = span.end + gaps::behind(source, span.end).len();
        let all = typography(&plain(library, source, Span::new(start, end)), writers, outer);
        let words = span.of(source);
        let Some((first, last)) = words.find(is_word_char).zip(words.rfind(is_word_char)) else {
            return Theirs { left: String::new(), words: String::new(), right: String::new() };
        };
        // Signs belong to the words: `-5`, `15 %`.
        let (before, behind) = (gaps::behind(&all, 0), gaps::before(&all, all.len()));
        let left = before.len() - kept(before.chars().rev(), words[..first].chars().rev());
        let right = all.len() - behind.len() + kept(behind.chars(), words[last..].chars().skip(1));
        let [left, middle, right] = [&all[..left], &all[left..right], &all[right..]];
        let before = possessive(source, start, outer).map(String::from).unwrap_or_default();
        let possessive = possessive(source, span.end, outer);
        let apostrophe = possessive.map(String::from).unwrap_or_default();
        Theirs {
            left: format!("{before}{}", left.trim_start_matches(APOSTROPHES)),
            words: format!("{middle}{apostrophe}"),
            right: right.trim_start_matches(if possessive.is_some() { &APOSTROPHES[..] } else { &[] }).to_string(),
        }
    }

    /// Without the punctuation that parts them from words which the quotation has not beside them.
    pub fn beside(mut self, region: &Region) -> Self {
        let bare = |gap: &mut String| gap.retain(char::is_whitespace);
        if !region.follows {
            bare(&mut self.left);
        }
        if !region.leads {
            bare(&mut self.right);
        }
        self
    }

    /// What parts the words around the byte `at` of `source`.
    pub fn gap(library: &Library, source: &str, at: usize, writers: &str, outer: Option<char>) -> String {
        let around = Span::new(at - gaps::before(source, at).len(), at + gaps::behind(source, at).len());
        typography(&plain(library, source, around), writers, outer)
    }
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// How many bytes of a gap, from the word beside it, hold those of the word's `signs` that are left in it; both are read away from
/// the word. A gap may have lost white space and signs, and its marks may be of another kind.
fn kept(gap: impl Iterator<Item = char>, signs: impl Iterator<Item = char>) -> usize {
    let mut gap = gap.peekable();
    let (mut len, mut kept) = (0, 0);
    for sign in signs.filter(|sign| !sign.is_whitespace()) {
        while let Some(white) = gap.next_if(|c| c.is_whitespace()) {
            len += white.len_utf8();
        }
        if let Some(c) = gap.next_if(|c| *c == sign || (is_mark(*c) && is_mark(sign))) {
            len += c.len_utf8();
            kept = len;
        }
    }
    kept
}

/// Whether typography may put another mark for a sign.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '‘') || APOSTROPHES.contains(&c)
}

/// Some bytes of a source on one line, without the signs of markup between its words.
fn plain(library: &Library, source: &str, span: Span) -> String {
    let mut out = String::with_capacity(span.len());
    let mut at = span.start;
    while at < span.end {
        let rest = &source[at..span.end];
        let word = &rest[..rest.find(|c| !is_word_char(c)).unwrap_or(rest.len())];
        let gap = &rest[word.len()..rest.len() - rest[word.len()..].trim_start_matches(|c| !is_word_char(c)).len()];
        at += word.len();
        out.push_str(word);
        // One sign between two words joins them: `ROOT_DIR`.
        let is_inside = source[..at].ends_with(is_word_char) && gap.chars().count() == 1;
        let is_joint = is_inside && !gap.starts_with(char::is_whitespace);
        match joint(library, &source[..at], gap, &source[at + gap.len()..]) {
            Some(joint) => out.push_str(joint),
            None if is_joint => out.push_str(gap),
            None => out.push_str(&plain_gap(gap)),
        }
        at += gap.len();
    }
    out
}

/// A gap without markup: no emphasis, no prefixes of lines, and one space where there are many.
fn plain_gap(gap: &str) -> String {
    let mut lines = gap.lines();
    let first = lines.next().unwrap_or_default();
    let others = lines.map(|line| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '#'));
        line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).unwrap_or(line)
    });
    let all = std::iter::once(first).chain(others).collect::<Vec<_>>().join(" ");
    let ends = if gap.ends_with('\n') { " " } else { "" };
    let mut out = String::new();
    for c in all.chars().chain(ends.chars()) {
        let is_sign_of_a_word = out.is_empty() && c == '#';
        match c {
            '*' | '_' | '|' | '`' | '~' | '\\' | '#' | '<' | '>' if !is_sign_of_a_word => {}
            c if c.is_whitespace() && out.ends_with(char::is_whitespace) => {}
            '\u{a0}' | '\u{202f}' => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;

    #[test]
    fn a_gap_comes_on_one_line_and_without_markup() {
        let library = Library::build(Corpus::default());
        for (text, expected) in [
            ("one,\n  two", "one, two"),
            ("*one* and\n> two", "one and two"),
            ("one\n\n- two", "one two"),
            ("ROOT_DIR C# co-op", "ROOT_DIR C# co-op"),
            ("one\u{a0}; two", "one\u{a0}; two"),
            ("oat-\nmeal", "oatmeal"),
        ] {
            assert_eq!(plain(&library, text, Span::new(0, text.len())), expected);
        }
    }

    /// The words `inner` of a source and what parts them from their neighbours.
    fn read(source: &str, inner: &str) -> [String; 3] {
        let start = source.find(inner).unwrap();
        let library = Library::build(Corpus::default());
        let theirs = Theirs::read(&library, source, Span::new(start, start + inner.len()), "", None);
        [theirs.left, theirs.words, theirs.right]
    }

    #[test]
    fn the_signs_of_a_word_are_told_from_a_gap_that_became_shorter() {
        assert_eq!(read("some 15  %—then", "15  %"), [" ", "15 %", "—"]);
        assert_eq!(read("some 15  %, then", "15  %"), [" ", "15 %", ", "]);
        assert_eq!(read("paid—$  5 then", "$  5"), ["—", "$ 5", " "]);
        assert_eq!(read("in C##, then", "C##"), [" ", "C#", ", "]);
    }

    #[test]
    fn no_gap_is_cut_inside_a_sign() {
        let signs = [' ', '%', '$', '#', '—', '“'];
        let library = Library::build(Corpus::default());
        for gap in signs.iter().flat_map(|a| signs.iter().flat_map(move |b| signs.map(|c| [*a, *b, c]))) {
            let gap = String::from_iter(gap);
            let source = format!("one{gap}5{gap}two");
            let word = 3 + gap.len();
            for (cut, _) in gap.char_indices().chain([(gap.len(), ' ')]) {
                for span in [Span::new(3 + cut, word + 1), Span::new(word, word + 1 + cut)] {
                    let theirs = Theirs::read(&library, &source, span, "", Some('“'));
                    assert!(theirs.words.contains('5'), "{source}");
                }
            }
        }
    }
}
