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

/// Marks and brackets that come in pairs.
const PAIRS: [(char, char); 8] =
    [('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』'), ('(', ')'), ('（', '）'), ('[', ']')];

/// The partner of a mark is looked for among so many that are open.
const DEEPEST: usize = 64;

/// The words without marks and brackets whose partner stands outside.
fn paired(words: String) -> String {
    let is_german = words.contains('„');
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let behind = words[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let opens = match c {
            '"' => (before.is_whitespace() || matches!(before, '(' | '[' | '—')) && !behind.is_whitespace(),
            '“' => !is_german,
            c => PAIRS.iter().any(|(opens, _)| *opens == c),
        };
        let closed = |opens: char| opens == c && c == '"' || PAIRS.contains(&(opens, c));
        before = c;
        if opens {
            open.push((c, at));
        } else if let Some((number, _)) = open.iter().enumerate().rev().take(DEEPEST).find(|(_, (c, _))| closed(*c)) {
            gone.extend(open.drain(number..).skip(1).map(|(_, at)| at));
        } else if c == '"' || PAIRS.iter().any(|(_, closes)| *closes == c) {
            gone.push(at);
        }
    }
    gone.extend(open.into_iter().map(|(_, at)| at));
    gone.sort_unstable();
    words.char_indices().filter(|(at, _)| gone.binary_search(at).is_err()).map(|(_, c)| c).collect()
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
        assert_eq!(typography("five” or “six", "", None), "five or six");
        assert_eq!(typography("said, \"five,\" and six\" (or", "", Some('“')), "said, ‘five,’ and six or");
        assert_eq!(typography("nicht“, sagte „er", "", None), "nicht, sagte er");
    }

    #[test]
    fn many_marks_without_partners_cost_little() {
        let words = format!("{} x {}", "(".repeat(100_000), "]".repeat(100_000));
        assert_eq!(paired(words), " x ");
        assert_eq!(paired("((a) b) [c".into()), "((a) b) c");
    }

    #[test]
    fn a_possessive_keeps_its_apostrophe_and_a_closing_mark_is_none() {
        assert_eq!(possessive("other countries' concerns", 15, None), Some('\''));
        assert_eq!(possessive("other countries' concerns", 15, Some('\'')), Some('’'));
        assert_eq!(possessive("‘other countries’ concerns", 17, None), None);
    }
}
