//! The source's words in the writer's typography: on one line, with the writer's kind of apostrophe and, inside the
//! writer's marks, marks of the other kind.

/// Rewrites the words `theirs` for a quotation that reads `writers` and is marked with `outer`, if it is marked.
pub(in crate::features) fn typography(theirs: &str, writers: &str, outer: Option<char>) -> String {
    let straight = outer == Some('"') || (writers.contains('\'') && !writers.contains('’'));
    let joined = paired(on_one_line(theirs));
    let mut out = String::with_capacity(joined.len());
    let mut before = ' ';
    let mut chars = joined.chars().peekable();
    while let Some(c) = chars.next() {
        let inside_word = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        out.push(match c {
            '\'' | '’' if inside_word && straight => '\'',
            '\'' | '’' if inside_word => '’',
            '“' | '”' | '"' => nested_mark(c, outer, before),
            c => c,
        });
        before = c;
    }
    out
}

/// A text with one space where it has more, or a line end; a single one that breaks no line stays.
fn on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if out.ends_with(char::is_whitespace) => {}
            true if matches!(c, '\u{a0}' | '\u{202f}') => out.push(c),
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out
}

/// The words without marks and brackets whose partner stands outside.
fn paired(words: String) -> String {
    let count = |mark: char| words.matches(mark).count();
    let lone = |open: char, close: char| match open == close {
        true => count(open) % 2 != 0,
        false => count(open) != count(close),
    };
    let pairs = [('“', '”'), ('"', '"'), ('«', '»'), ('「', '」'), ('『', '』'), ('(', ')'), ('（', '）'), ('[', ']')];
    let gone: Vec<char> =
        pairs.into_iter().filter(|&(open, close)| lone(open, close)).flat_map(|(open, close)| [open, close]).collect();
    words.replace(gone.as_slice(), "")
}

/// The apostrophe behind a plural that possesses (`countries’`), if the word before the byte `end` of `source` has one and
/// it cannot be a closing mark.
pub(super) fn possessive(source: &str, end: usize, outer: Option<char>) -> Option<char> {
    let mut behind = source[end..].chars();
    let mark = behind.next().filter(|c| matches!(c, '\'' | '’'))?;
    let paragraph = &source[source[..end].rfind('\n').map_or(0, |at| at + 1)..end];
    let mut before = ' ';
    let opens = paragraph.chars().any(|c| {
        let opens = c == '‘' || (c == '\'' && !before.is_alphanumeric());
        before = c;
        opens
    });
    let possesses = paragraph.ends_with('s') && !opens && behind.next().is_none_or(|c| !c.is_alphanumeric());
    possesses.then_some(match outer {
        Some('\'') => '’',
        Some('‘' | '"') => '\'',
        _ => mark,
    })
}

fn nested_mark(c: char, outer: Option<char>, before: char) -> char {
    let opens = c == '“' || (c == '"' && !before.is_alphanumeric() && !before.is_ascii_punctuation());
    match outer {
        Some('"') => '\'',
        Some('“' | '„' | '«' | '»') if opens => '‘',
        Some('“' | '„' | '«' | '»') => '’',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_without_its_partner_stays_away() {
        assert_eq!(typography("the “five\nprinciples", "", None), "the five principles");
        assert_eq!(typography("the “five” (or six", "", Some('“')), "the ‘five’ or six");
    }

    #[test]
    fn a_possessive_keeps_its_apostrophe_and_a_closing_mark_is_none() {
        assert_eq!(possessive("other countries' concerns", 15, None), Some('\''));
        assert_eq!(possessive("other countries' concerns", 15, Some('\'')), Some('’'));
        assert_eq!(possessive("‘other countries’ concerns", 17, None), None);
    }
}
