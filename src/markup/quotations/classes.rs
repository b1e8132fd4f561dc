//! What the characters around a mark say about it.

/// What a character beside a mark is, as far as it matters to the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space, or the beginning or end of the block.
    Space,
    /// What a word follows: an opening bracket.
    Opening,
    /// What follows a word: punctuation, a closing bracket.
    Closing,
    /// A dash, a hyphen or a slash.
    Dash,
    /// A part of a word, and everything else.
    Word,
}

/// On which side of a quotation a mark stands, by its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it.
    Opens,
    /// Behind it.
    Closes,
    /// The neighbours do not say.
    Either,
}

/// The class of a character; `None` stands for the border of a block.
pub(super) fn class(c: Option<char>) -> Class {
    match c {
        None => Class::Space,
        Some('(' | '[' | '{' | '=' | '¿' | '¡' | '（' | '［' | '【' | '〈' | '《') => Class::Opening,
        Some(')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '）' | '］' | '】' | '〉' | '》') => {
            Class::Closing
        }
        Some('。' | '，' | '、' | '；' | '：' | '！' | '？') => Class::Closing,
        Some('-' | '/' | '‐' | '‑' | '–' | '—' | '―' | '|') => Class::Dash,
        Some(c) if c.is_whitespace() || c.is_control() => Class::Space,
        Some(_) => Class::Word,
    }
}

/// On which side of a quotation a mark stands between `before` and `after`.
pub(super) fn side(before: Class, after: Class) -> Side {
    use Class::{Closing, Dash, Opening, Space, Word};
    match (before, after) {
        (Space, Space | Closing) => Side::Either,
        (Space | Opening, _) => Side::Opens,
        (Dash, Word | Opening) => Side::Opens,
        (Dash, Space | Closing | Dash) => Side::Closes,
        (Word | Closing, Space | Closing | Dash) => Side::Closes,
        (Word | Closing, Word | Opening) => Side::Either,
    }
}

/// Whether `c` belongs to a script that puts no spaces between its words, so that a mark between two letters is none of
/// a word.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
