//! What stands between marks of quotation, by the marks of a language.

use crate::text::Span;

/// The texts between two marks that belong together, each with the mark that opens it. A mark that opens before another has
/// closed begins anew.
pub(super) fn between_marks(text: &str, marks: &[(char, char)]) -> Vec<(char, Span)> {
    let mut all = Vec::new();
    let mut open: Option<(usize, char, char)> = None;
    for (at, c) in text.char_indices() {
        if let Some((start, mark, _)) = open.filter(|&(.., close)| close == c) {
            all.push((mark, Span::new(start, at)));
            open = None;
        } else if let Some(&(mark, close)) = marks.iter().find(|(mark, _)| *mark == c) {
            open = Some((at + c.len_utf8(), mark, close));
        }
    }
    all
}
