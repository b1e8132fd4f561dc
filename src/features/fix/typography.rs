//! The source's words in the writer's typography: on one line, with the writer's kind of apostrophe and, inside the
//! writer's marks, marks of the other kind.

/// Rewrites the words `theirs` for a quotation that reads `writers` and is marked with `outer`, if it is marked.
pub(super) fn typography(theirs: &str, writers: &str, outer: Option<char>) -> String {
    let straight = outer == Some('"') || (writers.contains('\'') && !writers.contains('’'));
    let joined = theirs.split_whitespace().collect::<Vec<_>>().join(" ");
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

fn nested_mark(c: char, outer: Option<char>, before: char) -> char {
    let opens = c == '“' || (c == '"' && !before.is_alphanumeric() && !before.is_ascii_punctuation());
    match outer {
        Some('"') => '\'',
        Some('“' | '„' | '«' | '»') if opens => '‘',
        Some('“' | '„' | '«' | '»') => '’',
        _ => c,
    }
}
