//! The text of an open draft, edited in place. The one file that names ropey.

use super::{Encoding, Position, Span};
use ropey::Rope;

/// A text that edits cheaply however long it is; what its owner shares is the string that [`Draft::text`] gives.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    rope: Rope,
}

impl Draft {
    /// A draft with this text.
    pub fn new(text: &str) -> Self {
        Draft { rope: Rope::from_str(text) }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Replaces what lies between two positions by `text`. Positions outside the text go to the nearest place inside,
    /// positions inside a character to its start; the two may stand in either order.
    pub fn edit(&mut self, from: Position, to: Position, text: &str, encoding: Encoding) {
        let (a, b) = (self.char_at(from, encoding), self.char_at(to, encoding));
        let (start, end) = (a.min(b), a.max(b));
        if start < end {
            self.rope.remove(start..end);
        }
        if !text.is_empty() {
            self.rope.insert(start, text);
        }
    }

    /// The byte span between two positions, placed as [`Draft::edit`] places them.
    pub fn span(&self, from: Position, to: Position, encoding: Encoding) -> Span {
        let [a, b] = [from, to].map(|at| self.rope.char_to_byte(self.char_at(at, encoding)));
        Span::new(a.min(b), a.max(b))
    }

    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let start = self.rope.line_to_char(line);
        let mut left = position.column as usize;
        let mut chars = 0;
        for c in self.rope.line(line).chars() {
            let units = encoding.units(c);
            if matches!(c, '\n' | '\r') || left < units {
                break;
            }
            left -= units;
            chars += 1;
        }
        start + chars
    }
}

#[cfg(test)]
mod tests {
    use super::super::LineIndex;
    use super::*;
    use proptest::prelude::*;

    fn at(line: u32, column: u32) -> Position {
        Position { line, column }
    }

    #[test]
    fn an_edit_replaces_what_lies_between_its_positions() {
        let mut draft = Draft::new("one\r\ntwo 😀 three");
        draft.edit(at(1, 4), at(1, 6), "2", Encoding::Utf16);
        assert_eq!(draft.text(), "one\r\ntwo 2 three");
        draft.edit(at(1, 3), at(0, 3), " ", Encoding::Utf16);
        assert_eq!(draft.text(), "one  2 three");
    }

    proptest! {
        #[test]
        fn the_draft_and_the_line_index_agree_on_every_position(
            text in "[a-c\u{e9}\u{1f600}\r\n\u{b}\u{2028}]{0,40}", line in 0u32..8, column in 0u32..12,
        ) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let draft = Draft::new(&text);
                let expected = LineIndex::new(&text).offset(&text, at(line, column), encoding);
                prop_assert_eq!(draft.span(at(line, column), at(line, column), encoding).start, expected);
            }
        }
    }
}
