//! Lines and columns: byte offsets turned into what an editor counts, and back.
//!
//! A line ends at LF, CRLF or a lone CR, as in the language server protocol; form feeds and Unicode's other separators
//! end nothing.

use std::borrow::Cow;

/// In what units an editor counts the columns of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, what an editor means that says nothing.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// How many units one character takes.
    pub fn units(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }
}

/// A place as an editor gives it, both counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in units of the [`Encoding`] in use.
    pub column: u32,
}

/// Bytes between two places of which it is known how many units stand before them: so much of a long line is counted anew.
const STEP: usize = 16 * 1024;

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// One in so many bytes, and where all that was read ends.
    marks: Vec<Mark>,
    end: Mark,
    /// Whether the text ends with a CR, of which one does not know yet whether it is a line end by itself.
    ends_with_cr: bool,
}

/// A character's first byte, and how many characters and how many UTF-16 code units stand before it in the text.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    at: usize,
    chars: usize,
    utf16: usize,
}

impl Mark {
    /// The units that stand before it.
    fn units(&self, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Utf8 => self.at,
            Encoding::Utf16 => self.utf16,
            Encoding::Utf32 => self.chars,
        }
    }

    /// The place behind the bytes that follow it.
    fn behind(self, bytes: &[u8]) -> Mark {
        let chars = bytes.iter().filter(|&&byte| !continues(byte)).count();
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
        Mark { at: self.at + bytes.len(), chars: self.chars + chars, utf16: self.utf16 + chars + pairs }
    }
}

/// Whether a byte of UTF-8 is none that a character begins with.
fn continues(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let mut lines =
            LineIndex { starts: vec![0], marks: vec![Mark::default()], end: Mark::default(), ends_with_cr: false };
        lines.extend(text.as_bytes());
        lines
    }

    /// Adds the lines of what comes next in the text: so a long one can be read piece by piece, wherever it is cut.
    pub fn extend(&mut self, bytes: &[u8]) {
        if self.ends_with_cr && bytes.first() == Some(&b'\n') {
            self.starts.pop();
        }
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let ends = ends.filter(|&i| bytes[i] == b'\n' || bytes.get(i + 1) != Some(&b'\n'));
        self.starts.extend(ends.map(|i| self.end.at + i + 1));
        self.mark(bytes);
        self.ends_with_cr = bytes.last().map_or(self.ends_with_cr, |&last| last == b'\r');
    }

    /// Counts what comes next in the text.
    fn mark(&mut self, mut bytes: &[u8]) {
        while let Some(&next) = bytes.first() {
            let since = self.end.at - self.marks.last().map_or(0, |last| last.at);
            if since >= STEP && !continues(next) {
                self.marks.push(self.end);
                continue;
            }
            let (piece, rest) = bytes.split_at(STEP.saturating_sub(since).clamp(1, bytes.len()));
            self.end = self.end.behind(piece);
            bytes = rest;
        }
    }

    /// The byte at which a line begins; the text's end past the last line.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.end.at)
    }

    /// How many lines there are: one more than there are line ends.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line, counted from 0, in which the byte `offset` lies.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The bytes of a line without its line end; `None` past the last line.
    pub fn line(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(self.end.at);
        let body = text[start..end].trim_end_matches(['\r', '\n']);
        Some(start..start + body.len())
    }

    /// The position of the byte `offset` of `text`, the text that this index was made from. An offset past the end or
    /// inside a character goes to the nearest earlier place.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        self.position_in(offset, encoding, |start, _| Cow::Borrowed(&text[start..]))
    }

    /// The same of a text that is not at hand whole: `read` gives what stands between two bytes of it, the first of them a
    /// character's, and maybe more behind that. Of a long line some kilobytes are read.
    pub fn position_in<'a>(
        &self,
        offset: usize,
        encoding: Encoding,
        read: impl Fn(usize, usize) -> Cow<'a, str>,
    ) -> Position {
        let offset = offset.min(self.end.at);
        let line = self.line_of(offset);
        let start = self.starts[line];
        let units = |from: usize, to: usize| -> usize {
            let text = read(from, to);
            let whole = (0..=(to - from).min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
            Mark::default().behind(&text.as_bytes()[..whole]).units(encoding)
        };
        let before = |at: usize| {
            let mark = &self.marks[self.marks.partition_point(|mark| mark.at <= at).saturating_sub(1)];
            mark.units(encoding) + units(mark.at, at)
        };
        let is_near = offset - start <= STEP;
        let column = if is_near { units(start, offset) } else { before(offset).saturating_sub(before(start)) };
        Position { line: line as u32, column: column as u32 }
    }

    /// The byte offset of a position. A column past the line's end means the line's end, a line past the last one the
    /// text's end, a column inside a character the character's start.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let Some(line) = self.line(text, position.line as usize) else { return self.end.at };
        let mut left = position.column as usize;
        let near = line.end.min(line.start.saturating_add(left));
        if text.as_bytes()[line.start..near].is_ascii() {
            return near;
        }
        for (i, c) in text[line.clone()].char_indices() {
            let units = encoding.units(c);
            if left < units {
                return line.start + i;
            }
            left -= units;
        }
        line.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_the_units_that_were_agreed() {
        let text = "a😀é‸b";
        let lines = LineIndex::new(text);
        let offset = text.find('‸').unwrap();
        for (encoding, column) in [(Encoding::Utf8, 7), (Encoding::Utf16, 4), (Encoding::Utf32, 3)] {
            let position = Position { line: 0, column };
            assert_eq!(lines.position(text, offset, encoding), position);
            assert_eq!(lines.offset(text, position, encoding), offset);
        }
    }

    #[test]
    fn a_line_ends_at_lf_crlf_and_cr_and_at_nothing_else() {
        let text = "one\ntwo\r\nthree\rfour\u{c}four\u{2028}four";
        let lines = LineIndex::new(text);
        assert_eq!(lines.lines(), 4);
        assert_eq!(lines.line(text, 1), Some(4..7));
        assert_eq!(lines.offset(text, Position { line: 1, column: 99 }, Encoding::Utf16), 7);
    }

    #[test]
    fn offsets_inside_a_character_and_positions_inside_one_go_to_its_start() {
        let text = "ab\u{1f600}c";
        let lines = LineIndex::new(text);
        for (offset, column) in [(0, 0), (2, 2), (3, 2), (5, 2), (6, 4), (7, 5)] {
            assert_eq!(lines.position(text, offset, Encoding::Utf16).column, column, "byte {offset}");
        }
        for (column, offset) in [(1, 1), (2, 2), (3, 2), (4, 6), (9, 7)] {
            assert_eq!(lines.offset(text, Position { line: 0, column }, Encoding::Utf16), offset, "column {column}");
        }
    }

    #[test]
    fn columns_of_a_long_line_are_counted_from_the_places_that_are_known() {
        let text = format!("é\n{}", "añ😀 ‸".repeat(STEP));
        let mut lines = LineIndex::new("");
        text.as_bytes().chunks(STEP / 3).for_each(|piece| lines.extend(piece));
        let line = &text[3..];
        for at in [0, 9, STEP, STEP + 1, STEP + 2, STEP + 3, 5 * STEP, line.len()] {
            let at = (0..=at).rev().find(|&at| line.is_char_boundary(at)).unwrap();
            for (encoding, column) in [
                (Encoding::Utf8, at),
                (Encoding::Utf16, line[..at].encode_utf16().count()),
                (Encoding::Utf32, line[..at].chars().count()),
            ] {
                let position = Position { line: 1, column: column as u32 };
                assert_eq!(lines.position(&text, 3 + at, encoding), position, "{encoding:?} of byte {at}");
            }
        }
    }

    #[test]
    fn places_outside_the_text_go_to_the_nearest_one_inside() {
        let text = "a😀\nb";
        let lines = LineIndex::new(text);
        let at = |line, column| lines.offset(text, Position { line, column }, Encoding::Utf16);
        assert_eq!(at(0, 2), 1, "inside a surrogate pair");
        assert_eq!(at(0, u32::MAX), 5);
        assert_eq!(at(u32::MAX, u32::MAX), text.len());
        assert_eq!(lines.position(text, 3, Encoding::Utf16), Position { line: 0, column: 1 });
    }
}
