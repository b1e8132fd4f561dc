//! Texts with marks: `‸` is the cursor, `❮…❯` a span, `❮code¦…❯` a span with the code of what is found there.

use serde_json::{Value, json};
use std::ops::Range;

/// A text and the marks that stood in it.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The text without the marks.
    pub text: String,
    /// The cursor, in bytes.
    pub cursor: Option<usize>,
    /// The spans, in bytes, each with its code; an empty code for none.
    pub spans: Vec<(Range<usize>, String)>,
}

impl Marked {
    /// Takes the marks out of a text.
    pub fn parse(marked: &str) -> Marked {
        let mut all = Marked::default();
        let mut open: Vec<(usize, String)> = Vec::new();
        let mut rest = marked;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '‸' => all.cursor = Some(all.text.len()),
                '❮' => {
                    let code = rest.split_once('¦').filter(|(code, _)| is_code(code));
                    open.push((all.text.len(), code.map_or(String::new(), |(code, _)| code.to_string())));
                    rest = code.map_or(rest, |(_, after)| after);
                }
                '❯' => {
                    let (start, code) = open.pop().expect("❮ before ❯");
                    all.spans.push((start..all.text.len(), code));
                }
                c => all.text.push(c),
            }
        }
        assert!(open.is_empty(), "❮ without ❯ in {marked}");
        all
    }

    /// Puts the marks in again.
    pub fn print(&self) -> String {
        let mut out = String::new();
        for at in 0..=self.text.len() {
            let cursor = if self.cursor == Some(at) { "‸" } else { "" };
            let closes = self.spans.iter().filter(|(span, _)| span.end == at && !span.is_empty()).count();
            let mut opens: Vec<_> = self.spans.iter().filter(|(span, _)| span.start == at).collect();
            opens.sort_by_key(|(span, code)| (std::cmp::Reverse(span.end), code.clone()));
            if opens.is_empty() {
                out.push_str(cursor);
            }
            out.push_str(&"❯".repeat(closes));
            for (span, code) in &opens {
                let bar = if code.is_empty() { "" } else { "¦" };
                out.push_str(&format!("❮{code}{bar}{}", if span.is_empty() { "❯" } else { "" }));
            }
            if !opens.is_empty() {
                out.push_str(cursor);
            }
            if let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) {
                out.push(c);
            }
        }
        out
    }
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// Columns counted as the client and the server agreed.
#[derive(Clone, Copy, Debug)]
pub struct Columns(fn(&str) -> usize);

impl Columns {
    /// What the server announced.
    pub fn announced(encoding: &Value) -> Columns {
        Columns(match encoding.as_str() {
            Some("utf-8") => str::len,
            Some("utf-32") => |text| text.chars().count(),
            _ => |text| text.encode_utf16().count(),
        })
    }

    /// The position of a byte.
    pub fn position(self, text: &str, offset: usize) -> Value {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap_or_default();
        json!({ "line": before.matches('\n').count(), "character": self.0(line) })
    }

    /// The range of some bytes.
    pub fn range(self, text: &str, span: Range<usize>) -> Value {
        json!({ "start": self.position(text, span.start), "end": self.position(text, span.end) })
    }

    /// The byte of a position; a position that is none fails the test.
    pub fn offset(self, text: &str, position: &Value) -> usize {
        let (line, column) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
        let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
        let mut ends = text[start..].char_indices().map(|(at, _)| start + at).chain([text.len()]);
        ends.find(|&end| self.0(&text[start..end]) as u64 == column)
            .unwrap_or_else(|| panic!("no column {column} in line {line} of {text:?}"))
    }

    /// The bytes of a range.
    pub fn span(self, text: &str, range: &Value) -> Range<usize> {
        self.offset(text, &range["start"])..self.offset(text, &range["end"])
    }
}
