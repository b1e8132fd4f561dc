//! `glossator/search`: the passages that have some words, while somebody types them.

use super::super::convert::location;
use super::super::server::Server;
use super::answers::PassageAnswer;
use crate::features::View;
use crate::features::citation::{Citation, Marks, citation};
use crate::features::search::{Passage, search};
use crate::markup::Format;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{Location, TextDocumentIdentifier};

/// Passages given if nobody says how many.
const MATCHES: usize = 20;

/// What is looked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SearchParams {
    /// The words.
    query: String,
    /// How many passages are wanted, at most.
    limit: Option<usize>,
    /// The draft that a passage is wanted for: its workspace is searched, and it is never its own source.
    text_document: Option<TextDocumentIdentifier>,
}

/// What was found.
#[derive(Debug, Default, Serialize)]
pub struct SearchAnswer {
    passages: Vec<FoundAnswer>,
}

#[derive(Debug, Serialize)]
struct FoundAnswer {
    #[serde(flatten)]
    passage: PassageAnswer,
    score: f32,
    /// Ready to be put into the draft.
    quotation: QuotationAnswer,
    /// Where else the same words stand.
    also: Vec<Location>,
}

/// A passage as a quotation.
#[derive(Debug, Serialize)]
pub struct QuotationAnswer {
    /// Inside a sentence.
    inline: String,
    /// As a paragraph of its own.
    block: String,
}

impl From<Citation> for QuotationAnswer {
    fn from(Citation { inline, block }: Citation) -> Self {
        QuotationAnswer { inline, block }
    }
}

impl Server {
    /// Answers `glossator/search`.
    pub async fn search(&self, params: SearchParams) -> Result<SearchAnswer> {
        let SearchParams { query, limit, text_document } = params;
        let encoding = self.core.encoding();
        let draft = text_document.as_ref().and_then(|document| self.core.documents.snapshot(&document.uri));
        let answer = self.of_corpus(text_document, move |desk| {
            let library = &desk.library;
            let format = draft.as_ref().map_or(Format::default(), |draft| draft.format);
            let marks = draft.as_ref().map(|draft| View { library, page: draft.page(), text: draft.text(), own: None });
            let marks = marks.map(Marks::of).unwrap_or_default();
            let found = |passage: &Passage| {
                Some(FoundAnswer {
                    passage: PassageAnswer::new(library, passage.place, &passage.matched, encoding),
                    score: passage.score,
                    quotation: citation(library, passage.place, format, marks)?.into(),
                    also: passage.also.iter().filter_map(|&place| location(library, place, encoding)).collect(),
                })
            };
            let passages = search(library, &query, limit.unwrap_or(MATCHES), desk.own);
            SearchAnswer { passages: passages.iter().filter_map(found).collect() }
        });
        Ok(answer.await.unwrap_or_default())
    }
}
