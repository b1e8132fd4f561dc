//! `glossator quotations`: every string between marks, with what the text says of whose it is.

use super::FAILED;
use super::args::{Answer, Quotations};
use super::check::drafts::{self, Draft, Problem};
use super::output::{self, BLUE, BOLD, DIM, PLAIN};
use super::workspace::shown;
use crate::attribution::{self, Marked};
use crate::corpus::Decoded;
use crate::features::card::one_line;
use crate::markup::{Block, Format, Page};
use crate::text::{Encoding, LineIndex, Span};
use anyhow::Result;
use rayon::prelude::*;
use serde::Serialize;

/// Lists the quotations of the files, and gives the exit code.
pub fn run(args: &Quotations) -> Result<u8> {
    let (files, mut problems) = drafts::find(&args.paths, None);
    let read: Vec<Result<Read, Problem>> = files.par_iter().map(Read::new).collect();
    let mut all = Vec::with_capacity(read.len());
    for result in read {
        match result {
            Ok(read) => all.push(read),
            Err(problem) => problems.push(problem),
        }
    }
    for Problem { message, is_error } in &problems {
        if *is_error { output::error(message) } else { output::warning(message) }
    }
    let failed = problems.iter().any(|problem| problem.is_error);
    // That there is nothing would read like an answer.
    if failed && all.is_empty() && args.format == Answer::Text {
        return Ok(FAILED);
    }
    let answer = match args.format {
        Answer::Text => in_text(&all),
        Answer::Json => in_json(&all)?,
    };
    output::print(&answer, args.look.color)?;
    Ok(if failed { FAILED } else { 0 })
}

/// A file with its quotations.
struct Read {
    shown: String,
    text: String,
    /// The bytes of the file before the text.
    mark: usize,
    page: Page,
    marked: Vec<Marked>,
}

impl Read {
    fn new(file: &Draft) -> Result<Self, Problem> {
        let Decoded { text, mark, .. } = file.read()?;
        let shown = shown(&file.path);
        let page = Page::parse(&text, Format::of(None, Some(&shown)));
        let marked = attribution::marked(&page);
        Ok(Read { shown, text, mark, page, marked })
    }

    /// Some bytes as one reads them, without the markup of lines and words.
    fn prose(&self, span: Span) -> String {
        let inside = self.page.blocks.iter().filter(|block| block.span.overlaps(span));
        let words = |block: &Block| {
            let at = |offset| block.prose.from_page(offset);
            block.prose.text.get(at(span.start)..at(span.end)).unwrap_or_default().replace('\u{fffc}', "")
        };
        inside.map(words).collect::<Vec<_>>().join(" ")
    }
}

/// A row of the answer for programs. Offsets are bytes of the file, or of its text in UTF-8; numbers of rows and utterances count through all files.
#[derive(Serialize)]
struct Row<'a> {
    source: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    speaker: Option<&'a str>,
    speaker_span: Option<[usize; 2]>,
    date: Option<&'a str>,
    occasion: Option<&'a str>,
    nested_in: Option<usize>,
    utterance: Option<usize>,
}

fn in_json(all: &[Read]) -> Result<String> {
    let mut rows: Vec<Row> = Vec::new();
    let mut utterances = 0;
    for read in all {
        let first = rows.len();
        for one in &read.marked {
            let said = &one.attribution;
            let bytes = |span: Span| [span.start + read.mark, span.end + read.mark];
            let span = |named: &Option<attribution::Named>| named.as_ref().map(|named| bytes(named.span));
            let [start, end] = bytes(one.span);
            rows.push(Row {
                source: &read.shown,
                start,
                end,
                text: one.span.of(&read.text),
                kind: one.kind.name(),
                speaker: said.speaker.as_ref().map(|named| named.text.as_str()),
                speaker_span: span(&said.speaker),
                date: said.date.as_ref().map(|named| named.text.as_str()),
                occasion: said.occasion.as_ref().map(|named| named.text.as_str()),
                nested_in: one.nested_in.map(|row| row + first),
                utterance: one.utterance.map(|number| number + utterances),
            });
        }
        utterances += read.marked.iter().filter_map(|one| one.utterance).max().map_or(0, |last| last + 1);
    }
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
}

/// More characters of a quotation are not shown.
const SHOWN: usize = 240;

fn in_text(all: &[Read]) -> String {
    let mut out = String::new();
    for read in all {
        let lines = LineIndex::new(&read.text);
        for one in &read.marked {
            let at = lines.position(&read.text, one.span.start, Encoding::Utf32);
            let text = one_line(&read.prose(one.span));
            let short: String = text.chars().take(SHOWN).collect();
            let more = if short.len() < text.len() { "…" } else { "" };
            let said = &one.attribution;
            let known = [&said.speaker, &said.date, &said.occasion].into_iter().flatten();
            let known: Vec<String> = known.map(|named| one_line(&named.text)).collect();
            let whose = if known.is_empty() { String::new() } else { format!(" {BOLD}{}{PLAIN}", known.join(" · ")) };
            let indent = if one.nested_in.is_some() { "  " } else { "" };
            out.push_str(&format!(
                "{BLUE}{}:{}:{}{PLAIN} {DIM}{}{PLAIN}{whose}\n  {indent}“{short}{more}”\n",
                read.shown,
                at.line + 1,
                at.column + 1,
                one.kind.name()
            ));
        }
    }
    if out.is_empty() { format!("{DIM}No quotations{PLAIN}\n") } else { out }
}
