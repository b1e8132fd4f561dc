//! Plain text: paragraphs between blank lines, and `> ` before the lines that someone else wrote, as in mail.
//!
//! A paragraph may be wrapped hard; where a line between two blank ones is too long to have been wrapped by hand, each line is a
//! paragraph. A check is silenced by the comments of Markdown, or by a line of its own, after a sign for a comment if
//! that is wanted: `# glossator-ignore misquotation`.

use super::addresses::addresses;
use super::reading::{LEFT_OUT, Reading};
use super::silences::directive_lines;
use super::{BlockKind, Prose, typed};
use crate::text::Span;
use memchr::{memchr2_iter, memmem};

/// A line that is longer, in bytes, was not wrapped by hand.
const LONG_LINE: usize = 256;

/// Reads `text` as plain text.
pub(super) fn read(text: &str) -> Reading {
    let mut reader = Reader { text, cuts: addresses(text), next_cut: 0, ..Reader::default() };
    if memmem::find(text.as_bytes(), b"glossator-").is_some() {
        let comments = comments(text);
        reader.own_lines = directive_lines(text);
        // A line inside a comment is no line of its own.
        reader.own_lines.retain(|line| {
            let next = comments.partition_point(|comment| comment.end <= line.start);
            comments.get(next).is_none_or(|comment| !comment.overlaps(*line))
        });
        reader.cuts.extend(&comments);
        reader.out.comments = comments;
        reader.cuts.sort_unstable();
        reader.out.comments.extend(&reader.own_lines);
        reader.out.comments.sort_unstable();
    }
    each_line(text, |line| reader.line(line));
    reader.close();
    reader.out
}

/// Calls `each` with every line of `text` without its line end.
fn each_line(text: &str, mut each: impl FnMut(Span)) {
    let bytes = text.as_bytes();
    let mut start = 0;
    for end in memchr2_iter(b'\n', b'\r', bytes) {
        // The LF of a CRLF ends nothing more.
        if bytes[end] == b'\n' && end == start && end > 0 && bytes[end - 1] == b'\r' {
            start = end + 1;
            continue;
        }
        each(Span::new(start, end));
        start = end + 1;
    }
    each(Span::new(start, bytes.len()));
}

/// The comments that may silence a check.
fn comments(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&text.as_bytes()[at..], b"<!--").map(|i| at + i) {
        at = start + 4;
        if text[at..].trim_start().starts_with("glossator-") {
            let Some(end) = memmem::find(&text.as_bytes()[at..], b"-->").map(|i| at + i + 3) else { break };
            all.push(Span::new(start, end));
            at = end;
        }
    }
    all
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    /// What is no prose, in order.
    cuts: Vec<Span>,
    next_cut: usize,
    /// Lines that only silence a check, in order.
    own_lines: Vec<Span>,
    /// The lines of the paragraph that is being read, without `>`.
    lines: Vec<Span>,
    /// The block quotation that the paragraph belongs to.
    quote: Option<u32>,
    next_quote: u32,
    out: Reading,
}

impl Reader<'_> {
    fn line(&mut self, line: Span) {
        let text = &self.text[line.start..line.end];
        if is_blank(text) || self.own_lines.binary_search_by_key(&line.start, |own| own.start).is_ok() {
            self.close();
            self.quote = None;
            return;
        }
        let Some(body) = unquoted(text) else {
            if self.quote.is_some() {
                self.close();
                self.quote = None;
            }
            return self.lines.push(line);
        };
        if self.quote.is_none() {
            self.close();
            self.quote = Some(self.next_quote);
            self.next_quote += 1;
        }
        if is_blank(body) {
            self.close();
        } else {
            self.lines.push(Span::new(line.end - body.len(), line.end));
        }
    }

    /// Ends the paragraph that is being read.
    fn close(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let wrapped = lines.iter().all(|line| line.len() <= LONG_LINE);
        if wrapped {
            self.paragraph(&lines);
        } else {
            if let (Some(first), Some(last)) = (lines.first(), lines.last())
                && is_item(&self.text[first.start..first.end])
            {
                self.out.containers.push(first.join(*last));
            }
            lines.chunks(1).for_each(|line| self.paragraph(line));
        }
        self.lines = lines;
        self.lines.clear();
    }

    fn paragraph(&mut self, lines: &[Span]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let whole = trimmed(self.text, first.join(*last));
        let mut prose = Prose::default();
        prose.reserve(whole.len());
        if self.quote.is_none() {
            self.push(&mut prose, whole);
        } else {
            for (i, &line) in lines.iter().enumerate() {
                self.push(&mut prose, trimmed(self.text, line));
                if i + 1 < lines.len() {
                    let end = if self.text[line.end..].starts_with("\r\n") { line.end + 1 } else { line.end };
                    prose.push(&self.text[end..=end], Span::new(end, end + 1));
                }
            }
        }
        let kind = if self.quote.is_some() { BlockKind::Quoted } else { BlockKind::Paragraph };
        self.out.push(whole, kind, prose, self.quote);
    }

    /// Adds `span` of the text without what is cut out of it.
    fn push(&mut self, prose: &mut Prose, span: Span) {
        let mut at = span.start;
        while let Some(&cut) = self.cuts.get(self.next_cut).filter(|cut| cut.start < span.end) {
            if cut.end > at {
                typed::push(prose, &self.text[at..cut.start.max(at)], Span::new(at, cut.start.max(at)));
                if !self.text[cut.start..].starts_with("<!--") {
                    prose.push_inserted(LEFT_OUT);
                }
                at = cut.end.min(span.end);
            }
            if cut.end > span.end {
                break;
            }
            self.next_cut += 1;
        }
        typed::push(prose, &self.text[at..span.end], Span::new(at, span.end));
    }
}

fn is_blank(line: &str) -> bool {
    match line.as_bytes().first() {
        None => true,
        Some(byte) if byte.is_ascii_graphic() => false,
        _ => line.trim_start().is_empty(),
    }
}

/// Whether a line begins an item of a list: `- one`, `1. one`.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match digits.len() == line.len() {
        true => line.strip_prefix(['-', '*', '+', '•', '–']),
        false => digits.strip_prefix(['.', ')']),
    };
    rest.is_some_and(|rest| rest.starts_with([' ', '\t']))
}

/// What stands behind the `>`s of a line, if there are any.
fn unquoted(line: &str) -> Option<&str> {
    let mut rest = line;
    let mut quoted = None;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        match rest.strip_prefix('>') {
            Some(behind) => rest = behind,
            None => return quoted.map(|_: ()| rest),
        }
        quoted = Some(());
    }
}

/// `span` without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let part = text[span.start..span.end].trim_end();
    let start = span.start + (part.len() - part.trim_start().len());
    Span::new(start, span.start + part.len())
}
