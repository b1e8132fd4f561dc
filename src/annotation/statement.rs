//! Whether a passage says what an entry claims that it says: the rule that keeps the annotation layer from inventing.

use super::folded::{FoldedText, keys};
use crate::text::Span;

/// Where the words of `statement` (a speaker, a date, an occasion, a part) stand, one directly after the other, in the
/// bytes `passage` of `source`; `None` where they do not. The last word may stand there as a possessive.
pub fn check_statement(statement: &str, source: &FoldedText<'_>, passage: Span) -> Option<Span> {
    let wanted = keys(statement);
    let (&last, rest) = wanted.split_last()?;
    let words = source.words_in(passage);
    let starts = words.start..(words.end + 1).saturating_sub(wanted.len()).max(words.start);
    let first = starts.into_iter().find(|&at| {
        let end = at + rest.len();
        end < words.end && source.matches(at, rest) && source.is_word_or_possessive(end, last)
    })?;
    Some(source.spans()[first].join(source.spans()[first + rest.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_must_stand_word_for_word_and_in_one_piece_in_the_passage() {
        let text = "In the mid-1950s, New China’s premier spoke of “mutual respect”. Later he left.";
        let source = FoldedText::new(text);
        let passage = Span::new(0, text.find(" Later").unwrap());
        let found = |statement| check_statement(statement, &source, passage).map(|span| span.of(text));
        assert_eq!(found("mid-1950s"), Some("mid-1950s"));
        assert_eq!(found("new china"), Some("New China’s"));
        assert_eq!(found("Mutual respect"), Some("mutual respect"));
        assert_eq!(found("premier of mutual"), None);
        assert_eq!(found("Later he left"), None, "outside the passage");
        assert_eq!(found("…"), None);
    }
}
