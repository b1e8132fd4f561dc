//! How the server's answers are drawn: lines of a text with a range marked, cards, edits.

use super::super::output::{BOLD, DIM, GREEN, PLAIN, RED};
use crate::text::{Encoding, LineIndex, Position, Span, around};
use serde_json::Value;
use std::path::PathBuf;

/// Of a longer line, in bytes, only the sentences that are meant are shown.
const LONG: usize = 160;

/// A range as the server gives it: columns are bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    start: Position,
    end: Position,
}

impl Range {
    /// Reads a range; `None` where there is none.
    pub fn of(value: &Value) -> Option<Self> {
        let position = |value: &Value| {
            let number = |name| value[name].as_u64().and_then(|number| u32::try_from(number).ok());
            Some(Position { line: number("line")?, column: number("character")? })
        };
        Some(Range { start: position(&value["start"])?, end: position(&value["end"])? })
    }

    fn span(self, text: &str, lines: &LineIndex) -> Span {
        let [start, end] = [self.start, self.end].map(|at| lines.offset(text, at, Encoding::Utf8));
        Span::new(start, end)
    }
}

/// The lines of a text that a range lies in, the range between `❮` and `❯`, below `file:line:column`.
pub fn lines(text: &str, file: &str, range: Range, color: &str) -> String {
    let index = LineIndex::new(text);
    let span = range.span(text, &index);
    let at = index.position(text, span.start, Encoding::Utf32);
    let mut out = format!("{DIM}{file}:{}:{}{PLAIN}\n", at.line + 1, at.column + 1);
    for number in index.line_of(span.start)..=index.line_of(span.end) {
        let Some(line) = index.line(text, number) else { break };
        let line = Span::from(line);
        let marked = Span::new(span.start.max(line.start), span.end.min(line.end));
        let shown = if line.len() > LONG { around(text, marked, 0) } else { line };
        let [before, words, after] =
            [Span::new(shown.start, marked.start), marked, Span::new(marked.end, shown.end)].map(|part| part.of(text));
        let (open, close) =
            (if span.start >= line.start { "❮" } else { "" }, if span.end <= line.end { "❯" } else { "" });
        out.push_str(&format!("  {before}{color}{open}{words}{close}{PLAIN}{after}\n"));
    }
    out
}

/// A card of plain text, wrapped: what was dropped from a quotation in one colour, what was added in another, and the
/// quoted part of a passage bold.
pub fn card(card: &str, width: usize) -> String {
    let mut out = String::new();
    for line in card.lines() {
        let indent = line.len() - line.trim_start().len();
        let mut column = indent;
        out.push_str(&line[..indent]);
        for (i, word) in line[indent..].split(' ').enumerate() {
            let len = word.chars().count();
            if i > 0 && column + 1 + len > width {
                out.push('\n');
                out.push_str(&line[..indent]);
                column = indent;
            } else if i > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += len;
        }
        out.push('\n');
    }
    let signs = [
        ("[-", RED, true),
        ("-]", PLAIN, false),
        ("{+", GREEN, true),
        ("+}", PLAIN, false),
        ("❮", BOLD, true),
        ("❯", PLAIN, false),
    ];
    signs.into_iter().fold(out, |out, (sign, color, before)| {
        out.replace(sign, &if before { format!("{color}{sign}") } else { format!("{sign}{color}") })
    })
}

/// The text with the edits made, which do not overlap.
pub fn edited(text: &str, edits: &[(Range, String)]) -> String {
    let lines = LineIndex::new(text);
    let mut edits: Vec<(Span, &str)> = edits.iter().map(|(range, new)| (range.span(text, &lines), &**new)).collect();
    edits.sort_by_key(|(span, _)| *span);
    let mut out = text.to_string();
    for (span, new) in edits.into_iter().rev() {
        out.replace_range(span.start..span.end, new);
    }
    out
}

/// The lines that two texts do not share, before and after.
pub fn difference(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let same_behind = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let changed = |lines: &[&str], color: &str, sign: &str| {
        let lines = lines[same..lines.len() - same_behind].iter();
        lines.map(|line| format!("{color}{sign} {line}{PLAIN}\n")).collect::<String>()
    };
    changed(&old, RED, "-") + &changed(&new, GREEN, "+")
}

/// The path of a `file:` URI.
pub fn path_of(uri: &str) -> Option<PathBuf> {
    let encoded = uri.strip_prefix("file://")?;
    // On Windows the path is `/C:/…`.
    let encoded = if cfg!(windows) { encoded.trim_start_matches('/') } else { encoded };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| byte == b'%') {
            Some(decoded) => {
                bytes.push(decoded);
                rest = &behind[2..];
            }
            None => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::BLUE;

    fn range(start: (u32, u32), end: (u32, u32)) -> Range {
        let at = |(line, column)| Position { line, column };
        Range { start: at(start), end: at(end) }
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_range_is_marked_in_the_lines_that_it_lies_in() {
        let drawn = lines("one\ntwo “three\nfour” five", "a.md", range((1, 4), (2, 7)), BLUE);
        assert_eq!(plain(&drawn), "a.md:2:5\n  two ❮“three\n  four”❯ five\n");
    }

    #[test]
    fn an_edit_is_shown_by_the_lines_that_it_changes() {
        let after = edited("a\nit will change\nb", &[(range((1, 7), (1, 7)), " not".into())]);
        assert_eq!(plain(&difference("a\nit will change\nb", &after)), "- it will change\n+ it will not change\n");
    }

    #[test]
    fn a_card_is_wrapped_at_its_own_indentation() {
        assert_eq!(plain(&card("Altered\n\n  a long [-passage-]", 9)), "Altered\n\n  a long\n  [-passage-]\n");
    }

    #[test]
    fn the_path_of_a_uri_is_decoded() {
        #[cfg(unix)]
        assert_eq!(path_of("file:///a%20b/%C3%A4.txt"), Some(PathBuf::from("/a b/ä.txt")));
        assert_eq!(path_of("untitled:a"), None);
    }
}
