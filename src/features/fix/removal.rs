//! Taking the words of a quotation away that its source lacks, with what set them off.

use super::gaps;
use super::leftovers::PageEdit;
use super::restore::next_char;
use crate::features::View;
use crate::markup::Prose;
use crate::text::Span;

/// Takes words away that the source lacks, and so much of what stands around them that the rest is parted as in the
/// source, by `theirs`.
pub(super) fn removed(view: View, prose: &Prose, gone: Span, theirs: &str) -> Vec<PageEdit> {
    let (gone, parted) = leftover(prose, gone, theirs);
    let mut pieces = pieces(view.text, prose, gone);
    // A line that goes takes the next one's prefix with it, and leaves its own.
    if let (Some(last), Some(next)) = (pieces.last_mut(), next_char(prose, gone.end))
        && next.start >= last.end
    {
        last.end += prefix(&view.text[last.end..next.start]).len();
    }
    let mut pieces = pieces.into_iter();
    let first = pieces.next().map(|piece| (piece, parted));
    first.into_iter().chain(pieces.map(|piece| (piece, String::new()))).collect()
}

/// The bytes that go with words that the source lacks, and what takes their place.
fn leftover(prose: &Prose, gone: Span, theirs: &str) -> (Span, String) {
    let (text, span) = (&prose.text, gaps::with_parentheses(&prose.text, gone));
    let (left, right) = (gaps::before(text, span.start), gaps::behind(text, span.end));
    let with_left = Span::new(span.start - left.len(), span.end);
    let with_right = Span::new(span.start, span.end + right.len());
    let fits = |gap: &str| gaps::is_simple(gap) && gaps::part_alike(gap, theirs);
    // What stands in the line above or outside the emphasis is better left there.
    let near_left = prose.to_page(with_left).is_some_and(|page| page.len() == with_left.len()) && !left.contains('\n');
    match (gaps::is_simple(left), gaps::is_simple(right)) {
        (_, true) if with_left.start == 0 => (with_right, String::new()),
        (true, _) if with_right.end == text.len() => (with_left, String::new()),
        (true, true) if fits(left) && !near_left => (with_right, String::new()),
        (true, _) if fits(right) => (with_left, String::new()),
        (_, true) if fits(left) => (with_right, String::new()),
        (true, true) => (with_left.join(with_right), theirs.to_string()),
        (_, true) => (with_right, String::new()),
        (true, _) => (with_left, String::new()),
        _ => (span, String::new()),
    }
}

/// The pieces of the page that some of the quotation's bytes came from, with the line prefixes between them.
pub(super) fn pieces(text: &str, prose: &Prose, span: Span) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for piece in prose.pieces_in(span) {
        if let Some(last) = all.last_mut() {
            last.end += prefix(&text[last.end..piece.start]).len();
        }
        match all.last_mut() {
            Some(last) if last.end == piece.start => last.end = piece.end,
            _ => all.push(piece),
        }
    }
    all
}

/// The part of the markup `between` two words that may stand at the beginning of a line.
fn prefix(between: &str) -> &str {
    &between[..between.len() - between.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).len()]
}
