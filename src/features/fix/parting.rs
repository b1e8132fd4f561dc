//! What parts two words of a quotation is made what parts them in the source, where a word beside it comes, goes or is put right:
//! commas, stops and hyphens, not the writer's own signs and not the white space.

use super::gaps;
use super::leftovers::PageEdit;
use super::restore::next_char;
use crate::markup::Prose;
use crate::text::Span;

/// The edits that put `words` at the beginning of a gap of the quotation and make what follows them part as `theirs` does; `None`
/// where markup stands in the way or the gap has signs of the writer's.
pub(super) fn parted(prose: &Prose, gap: Span, words: &str, theirs: &str) -> Option<Vec<PageEdit>> {
    let ours = gap.of(&prose.text);
    if gaps::part_alike(ours, theirs) {
        return Some(at_start(prose, gap.start, 0, words).into_iter().collect());
    }
    if !gaps::is_simple(ours) {
        return None;
    }
    let (head, space, tail) = split(ours);
    let (their_head, their_space, their_tail) = split(theirs);
    if space.trim().is_empty() && their_space.trim().is_empty() && !space.is_empty() && !their_space.is_empty() {
        let mut edits: Vec<PageEdit> = Vec::new();
        edits.extend(at_start(prose, gap.start, head.len(), &format!("{words}{their_head}")));
        let rest = Span::new(gap.end - tail.len(), gap.end);
        match prose.pieces_in(rest).first() {
            _ if tail == their_tail => {}
            Some(piece) => edits.push((*piece, their_tail.to_string())),
            None => {
                let next = next_char(prose, gap.end)?.start;
                edits.push((Span::new(next, next), their_tail.to_string()));
            }
        }
        return Some(edits);
    }
    let pieces = prose.pieces_in(gap);
    match pieces[..] {
        [piece] if piece.len() == gap.len() => {
            let last = ours.len() - ours.trim_end().len();
            let keeps_space = last > 0 && theirs.ends_with(char::is_whitespace);
            let theirs = match keeps_space {
                true => format!("{}{}", theirs.trim_end(), &ours[ours.len() - last..]),
                false => theirs.to_string(),
            };
            Some(vec![(piece, format!("{words}{theirs}"))])
        }
        [] => Some(at_start(prose, gap.start, 0, &format!("{words}{theirs}")).into_iter().collect()),
        _ => None,
    }
}

/// The edit that puts something in the place of the `len` bytes of the prose at `start`, which stand behind a word.
fn at_start(prose: &Prose, start: usize, len: usize, new: &str) -> Option<PageEdit> {
    let old = Span::new(start, start + len);
    if old.of(&prose.text) == new {
        return None;
    }
    let page = prose.to_page(old)?;
    Some((page, new.to_string()))
}

/// A gap up to its first white space, from there to behind its last, and the rest; all of one without any is the first part.
fn split(gap: &str) -> (&str, &str, &str) {
    let Some(first) = gap.find(char::is_whitespace) else { return (gap, "", "") };
    let last = gap.trim_end_matches(|c: char| !c.is_whitespace()).len();
    (&gap[..first], &gap[first..last], &gap[last..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Format, Page};

    /// `text` with its one gap between `a` and `b` parted as in a source, behind `words`.
    fn with(text: &str, words: &str, theirs: &str) -> Option<String> {
        let page = Page::parse(text, Format::Markdown);
        let prose = &page.blocks[0].prose;
        let gap = Span::new(prose.text.find('a')? + 1, prose.text.find('b')?);
        let mut out = text.to_string();
        for (span, new) in parted(prose, gap, words, theirs)?.iter().rev() {
            out.replace_range(span.start..span.end, new);
        }
        Some(out)
    }

    #[test]
    fn two_words_are_parted_as_in_the_source() {
        for (text, words, theirs, expected) in [
            ("a, b", "", " ", "a b"),
            ("a; b", " c", " ", "a c b"),
            ("a\nb", "", ", ", "a,\nb"),
            ("*a* b", "", ", ", "*a,* b"),
            ("a - b", "", ", ", "a, b"),
            ("a, b", "", " (", "a (b"),
            ("a–b", " to", " ", "a to b"),
            ("a. b", "", "-", "a-b"),
            ("a — b", "", " – ", "a — b"),
        ] {
            assert_eq!(with(text, words, theirs).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(with("a […] b", "", ", "), None);
    }
}
