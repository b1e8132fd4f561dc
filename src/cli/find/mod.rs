//! `glossator find`: in the terminal what going to the source and the hover on a quotation answer in an editor.

mod batch;

use super::NO;
use super::args::{Answer, Find, ask_for_words};
use super::card::drawn;
use super::output::{self, BLUE, DIM, PLAIN};
use super::place::{AttributionJson, SourceJson, location, rounded, verdict, words};
use super::workspace::Workspace;
use crate::features::View;
use crate::features::hover::quotation_card;
use crate::features::quotations::{Found, Quoted, Role};
use crate::library::Library;
use crate::markup::{Format, Page};
use crate::trace::{Edit, Match, Place, Trace, Verdict};
use anyhow::Result;
use serde::Serialize;
use std::sync::Arc;

/// Places listed below the best one if nobody says how many.
const MATCHES: usize = 5;
/// Sentences of context on either side of a passage, in JSON.
const CONTEXT: usize = 1;

/// Finds the quotation, or all of a file, and gives the exit code.
pub fn run(args: &Find) -> Result<u8> {
    args.quotation.as_deref().map_or(Ok(()), ask_for_words)?;
    let workspace = Workspace::open(&args.corpora)?;
    let library = workspace.library()?;
    if let Some(file) = &args.jsonl {
        return batch::run(&workspace, &library, file, args);
    }
    let text = args.quotation.clone().unwrap_or_default();
    let trace = library.trace(&text, None);
    let is_found = trace.best().is_some();
    let answer = match args.format {
        Answer::Text => in_text(&library, text, trace, args),
        Answer::Json => in_json(&library, &text, &trace, args)?,
    };
    workspace.believe(&library)?;
    output::print(&answer, args.look.color)?;
    Ok(if is_found { 0 } else { NO })
}

fn in_text(library: &Library, text: String, trace: Trace, args: &Find) -> String {
    let most = args.matches.unwrap_or(MATCHES).max(1);
    let shown: Vec<(f32, Place)> = trace.matches.iter().take(most).map(|found| (found.score, found.extent())).collect();
    let left = trace.matches.len().max(trace.verbatim) - shown.len();
    let cuts: Vec<Edit> = trace.best().map(|best| trace.cuts(best).to_vec()).unwrap_or_default();
    let quoted = Quoted { number: 0, role: Role::Speech, found: Arc::new(Found::new(library, text, trace)) };
    let page = Page::parse("", Format::Plain);
    let view = View { library, page: &page, text: "", own: None };
    let card = quotation_card(view, &quoted, &cuts.iter().collect::<Vec<_>>()).unwrap_or_default();
    let mut out = drawn(&card, output::width());
    if !shown.is_empty() {
        out.push('\n');
    }
    for (score, place) in shown {
        out.push_str(&format!("{BLUE}{}{PLAIN} {DIM}score {score:.2}{PLAIN}\n", location(library, place)));
    }
    if left > 0 {
        out.push_str(&format!("{DIM}and {left} more (--matches N shows N){PLAIN}\n"));
    }
    out
}

#[derive(Serialize)]
struct Answered<'a> {
    quotation: &'a str,
    verdict: &'static str,
    /// How many verbatim places there are, listed or not.
    verbatim: usize,
    matches: Vec<MatchJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    similar: Vec<MatchJson>,
}

#[derive(Serialize)]
struct MatchJson {
    verdict: &'static str,
    score: f64,
    source: SourceJson,
    segments: Vec<SourceJson>,
    passage: String,
    context: String,
    changes: Vec<ChangeJson>,
    attribution: Option<AttributionJson>,
    /// Where else the same utterance stands, perhaps in another translation.
    elsewhere: Vec<SourceJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    category: &'static str,
    quoted: String,
    source: String,
}

fn in_json(library: &Library, text: &str, trace: &Trace, args: &Find) -> Result<String> {
    let most = args.matches.unwrap_or(MATCHES);
    let json = |found: &Match| match_json(library, text, trace, found);
    let all = |matches: &[Match]| matches.iter().take(most).map(json).collect();
    let answer = Answered {
        quotation: text,
        verdict: verdict(trace.verdict()),
        verbatim: trace.verbatim,
        matches: all(&trace.matches),
        similar: all(&trace.similar),
    };
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

fn match_json(library: &Library, text: &str, trace: &Trace, found: &Match) -> MatchJson {
    let place = found.extent();
    let context = library.source(place).near(place.span).around(place.span, CONTEXT);
    let changes = found.alterations().chain(trace.cuts(found)).map(|edit| ChangeJson {
        category: edit.change.name(),
        quoted: edit.quoted.of(text).to_string(),
        source: words(library, edit.place),
    });
    MatchJson {
        verdict: verdict(found.verdict),
        score: rounded(found.score.into(), 4),
        source: SourceJson::new(library, place),
        segments: found.segments.iter().map(|segment| SourceJson::new(library, *segment)).collect(),
        passage: words(library, place),
        context: words(library, Place { span: context, ..place }),
        changes: changes.collect(),
        attribution: AttributionJson::new(library.attribution_of(place).as_deref()),
        elsewhere: library.other_places(found).into_iter().map(|other| SourceJson::new(library, other)).collect(),
    }
}

/// The names of what was changed, each once, in the quotation's order, and whether it is cut short.
fn categories(trace: &Trace, found: &Match) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    let alterations = found.alterations().filter(|_| found.verdict != Verdict::OtherTranslation);
    for edit in alterations.chain(trace.cuts(found)) {
        if !names.contains(&edit.change.name()) {
            names.push(edit.change.name());
        }
    }
    names
}
