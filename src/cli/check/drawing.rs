//! Runs of a text drawn with the lines that they lie in. Where a line is a whole paragraph, as in many texts, and more of
//! it is meant than a terminal's line holds, its sentences are wrapped; the place is then told above them only.

use crate::text::{Encoding, LineIndex, Span, around};
use annotate_snippets::{AnnotationKind, Element, Origin, Patch, Snippet};
use anstream::adapter::strip_str;
use std::borrow::Cow;

/// What the numbers of lines, and the bars beside them, take of the width.
const GUTTER: usize = 10;

/// A text with the name of its file.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// The text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// What its file is called.
    pub file: &'a str,
    /// Columns that a line may take.
    pub width: usize,
}

/// A part of a text, as it is drawn.
struct Part<'a> {
    text: Cow<'a, str>,
    /// The byte at which it begins.
    start: usize,
    /// Its first line, from 1, if its lines are those of the text.
    line: Option<usize>,
}

impl<'a> Text<'a> {
    /// The spans, marked; the label stands at the first.
    pub fn marked(self, spans: &[Span], kind: AnnotationKind, label: Option<&'a str>) -> Vec<Element<'a>> {
        let all = spans.iter().copied().reduce(Span::join).unwrap_or_default();
        // A short run in a long line needs no wrapping: the line is cut around it.
        let is_short = self.chars(all) + 2 * GUTTER <= self.width && !all.of(self.text).contains('\n');
        let part = self.part(all, !is_short);
        let mark = |(i, span): (usize, &Span)| {
            let range = span.start - part.start..span.end - part.start;
            kind.span(range).label(label.filter(|_| i == 0))
        };
        let snippet = Snippet::source(part.text).annotations(spans.iter().enumerate().map(mark));
        if let Some(line) = part.line {
            return vec![snippet.line_start(line).path(self.file).into()];
        }
        let at = self.lines.position(self.text, all.start, Encoding::Utf32);
        let origin = Origin::path(self.file).line(at.line as usize + 1).char_column(at.column as usize + 1);
        vec![origin.into(), snippet.line_numbering(false).into()]
    }

    /// The edits, as lines before and after.
    pub fn patched(self, edits: &'a [(Span, String)]) -> Element<'a> {
        let all = edits.iter().map(|(span, _)| *span).reduce(Span::join).unwrap_or_default();
        let part = self.part(all, true);
        let patch =
            |(span, new): &'a (Span, String)| Patch::new(span.start - part.start..span.end - part.start, new.as_str());
        let snippet = Snippet::source(part.text).patches(edits.iter().map(patch));
        match part.line {
            Some(line) => snippet.line_start(line).path(self.file).into(),
            None => snippet.line_numbering(false).into(),
        }
    }

    /// The lines that a span lies in; if they may be wrapped and one is too long, its sentences.
    fn part(self, span: Span, may_wrap: bool) -> Part<'a> {
        let (first, last) = (self.lines.line_of(span.start), self.lines.line_of(span.end));
        let start = self.lines.line(self.text, first).map_or(0, |line| line.start);
        let end = self.lines.line(self.text, last).map_or(self.text.len(), |line| line.end).max(start);
        let lines = Span::new(start, end);
        let room = self.width.saturating_sub(GUTTER);
        if !may_wrap || lines.of(self.text).lines().all(|line| line.chars().count() <= room) {
            return Part { text: lines.of(self.text).into(), start, line: Some(first + 1) };
        }
        let sentences = around(lines.of(self.text), Span::new(span.start - start, span.end - start), 0).shift(start);
        Part { text: wrapped(sentences.of(self.text), room).into(), start: sentences.start, line: None }
    }

    fn chars(self, span: Span) -> usize {
        span.of(self.text).chars().count()
    }
}

/// A report without the lines that would name the file of a part without lines: it was named above.
pub fn without_blank_names(report: &str) -> String {
    let is_blank = |line: &&str| strip_str(line).to_string().trim() == ":::";
    report.split_inclusive('\n').filter(|line| !is_blank(line)).collect()
}

/// The text in lines of at most `width` characters, where its words allow it. Line ends stand in the place of spaces, so
/// that every other byte stays where it is.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = text.as_bytes().to_vec();
    let (mut column, mut space) = (0, None);
    for (at, c) in text.char_indices() {
        match c {
            '\n' => (column, space) = (0, None),
            ' ' => {
                space = Some((at, column));
                column += 1;
            }
            _ => {
                column += 1;
                if let Some((at, before)) = space.filter(|_| column > width) {
                    out[at] = b'\n';
                    column -= before + 1;
                    space = None;
                }
            }
        }
    }
    // A space is one byte, and so is a line end: it is still UTF-8.
    String::from_utf8(out).unwrap_or_else(|_| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_moves_no_byte() {
        let text = "the building of a harmonious world – a wörld of durable peace\nand common prosperity";
        let lines = wrapped(text, 20);
        assert_eq!(lines, "the building of a\nharmonious world – a\nwörld of durable\npeace\nand common\nprosperity");
        assert_eq!(lines.replace('\n', " "), text.replace('\n', " "));
    }
}
