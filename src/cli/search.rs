//! `glossator search`: in the terminal what an editor's search for a quotation offers.

use super::NO;
use super::args::{Answer, Search, ask_for_words};
use super::card::drawn;
use super::output::{self, BLUE, DIM, PLAIN};
use super::place::{AttributionJson, SourceJson, location, rounded, words};
use super::workspace::Workspace;
use crate::features::card::{Card, CardBlock, Inline};
use crate::features::search::{MOST, Passage, search};
use crate::features::wording;
use crate::library::Library;
use crate::text::Span;
use anyhow::Result;
use serde::Serialize;

/// Shows the passages that answer best, and gives the exit code.
pub fn run(args: &Search) -> Result<u8> {
    let words = args.words.join(" ");
    ask_for_words(&words)?;
    let workspace = Workspace::open(&args.corpora)?;
    let library = workspace.library()?;
    let found = search(&library, &words, args.matches.clamp(1, MOST), None);
    let answer = match args.format {
        Answer::Text => in_text(&library, &found),
        Answer::Json => in_json(&library, args, &found)?,
    };
    workspace.believe(&library)?;
    output::print(&answer, args.look.color)?;
    Ok(if found.is_empty() { NO } else { 0 })
}

fn in_text(library: &Library, found: &[Passage]) -> String {
    if found.is_empty() {
        return "No passage has these words.\n".into();
    }
    let mut out = String::new();
    for passage in found {
        let mut card = Card::default();
        card.blocks.push(CardBlock::Passage(marked(library, passage)));
        card.line(vec![
            Inline::Plain("— ".into()),
            Inline::Link(wording::place(library, passage.place), passage.place),
        ]);
        out.push_str(&drawn(&card, output::width()));
        let also = match passage.also.len() {
            0 => String::new(),
            n => format!(" {DIM}and in {n} more {}{PLAIN}", if n == 1 { "place" } else { "places" }),
        };
        out.push_str(&format!("{BLUE}{}{PLAIN}{also}\n\n", location(library, passage.place)));
    }
    out.truncate(out.trim_end().len() + 1);
    out
}

/// The passage with the words that were looked for marked.
fn marked(library: &Library, passage: &Passage) -> Vec<Inline> {
    let near = library.source(passage.place).near(passage.place.span);
    let mut line = Vec::new();
    let mut at = passage.place.span.start;
    for run in runs(&near.text, near.start, &passage.matched) {
        line.push(Inline::Plain(near.of(Span::new(at, run.start)).to_string()));
        line.push(Inline::Strong(near.of(run).to_string()));
        at = run.end;
    }
    line.push(Inline::Plain(near.of(Span::new(at, passage.place.span.end)).to_string()));
    line
}

/// The words that were looked for, those that follow one another as one; `text` begins at the byte `start`.
fn runs(text: &str, start: usize, words: &[Span]) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for &word in words {
        let touches = |last: &Span| {
            let between = text.get(last.end.saturating_sub(start)..word.start.saturating_sub(start));
            between.is_some_and(|between| between.chars().all(|c| c.is_whitespace() || c == '-'))
        };
        match runs.last_mut().filter(|last| touches(last)) {
            Some(last) => last.end = word.end,
            None => runs.push(word),
        }
    }
    runs
}

#[derive(Serialize)]
struct Answered {
    words: String,
    passages: Vec<PassageJson>,
}

#[derive(Serialize)]
struct PassageJson {
    score: f64,
    source: SourceJson,
    passage: String,
    /// The words that were looked for, as they stand in the source.
    matched: Vec<String>,
    attribution: Option<AttributionJson>,
    also: Vec<SourceJson>,
}

fn in_json(library: &Library, args: &Search, found: &[Passage]) -> Result<String> {
    let passage = |passage: &Passage| {
        let source = library.source(passage.place);
        let matched = passage.matched.iter().map(|&span| source.slice(span).into_owned());
        PassageJson {
            score: rounded(passage.score.into(), 4),
            source: SourceJson::new(library, passage.place),
            passage: words(library, passage.place),
            matched: matched.collect(),
            attribution: AttributionJson::new(library.attribution_of(passage.place).as_deref()),
            also: passage.also.iter().map(|&place| SourceJson::new(library, place)).collect(),
        }
    };
    let answer = Answered { words: args.words.join(" "), passages: found.iter().map(passage).collect() };
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}
