//! `glossator/quotations`: what a draft quotes, from where, and how rightly.

use super::super::convert::location;
use super::super::core::Context;
use super::super::server::Server;
use super::answers::{AttributionAnswer, SourceAnswer};
use crate::features::card::one_line;
use crate::features::quotations::{Quoted, Role};
use crate::features::wording;
use crate::trace::Verdict;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{Location, Range, TextDocumentIdentifier};

/// The draft.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuotationsParams {
    text_document: TextDocumentIdentifier,
}

/// Its quotations.
#[derive(Debug, Serialize)]
pub struct QuotationsAnswer {
    /// The version of the draft that they are of.
    version: i32,
    quotations: Vec<QuotedAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuotedAnswer {
    /// Where it stands in the draft, marks included.
    range: Range,
    /// Its words on one line.
    text: String,
    verdict: &'static str,
    /// What was altered, in a sentence; empty where nothing was.
    changes: String,
    /// The names of what was altered, each once.
    categories: Vec<&'static str>,
    /// How sure it is that it comes from there, 0 to 1.
    score: f32,
    /// The passage that it comes from.
    source: Option<SourceAnswer>,
    location: Option<Location>,
    /// In how many places it stands.
    places: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<AttributionAnswer>,
}

impl Server {
    /// Answers `glossator/quotations`; nothing for a document that is not open.
    pub async fn quotations(&self, params: QuotationsParams) -> Result<Option<QuotationsAnswer>> {
        self.of_document(&params.text_document.uri, |context| {
            let (view, known) = (context.view(), &context.known.quotations);
            let is_own = |quoted: &&Quoted| quoted.role == Role::Speech && !quoted.is_inside_found(view, known);
            let quotations = known.all.iter().filter(is_own).map(|quoted| answer(context, quoted)).collect();
            QuotationsAnswer { version: context.document.version, quotations }
        })
        .await
    }
}

fn answer(context: &Context, quoted: &Quoted) -> QuotedAnswer {
    let (document, library) = (&context.document, &context.known.library);
    let trace = &quoted.found.trace;
    let best = trace.best();
    let altered = best.filter(|best| best.verdict == Verdict::Altered);
    let mut categories: Vec<&'static str> = Vec::new();
    for name in altered.into_iter().flat_map(|best| best.alterations()).map(|edit| edit.change.name()) {
        if !categories.contains(&name) {
            categories.push(name);
        }
    }
    QuotedAnswer {
        range: document.range(quoted.span(context.view())),
        text: one_line(&quoted.found.text).trim().to_string(),
        verdict: match quoted.verdict() {
            Verdict::Verbatim => "verbatim",
            Verdict::Altered => "altered",
            Verdict::OtherTranslation => "other-translation",
            Verdict::NotFound => "not-found",
        },
        changes: altered.map(|best| wording::changes(library, &quoted.found.text, best)).unwrap_or_default(),
        categories,
        score: best.map_or(0.0, |best| best.score),
        source: best.map(|best| SourceAnswer::new(library, best.place().source)),
        location: best.and_then(|best| location(library, best.extent(), document.encoding)),
        places: trace.verbatim.max(trace.matches.len()),
        attribution: AttributionAnswer::new(best.and_then(|best| library.attribution_of(best.extent())).as_deref()),
    }
}
