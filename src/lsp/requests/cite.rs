//! `glossator/cite`: a part of a source as a quotation with its source.

use super::super::server::Server;
use super::answers::{PassageAnswer, SourceAnswer};
use super::search::QuotationAnswer;
use crate::features::citation::{Marks, citation};
use crate::markup::Format;
use crate::text::{Position, Span};
use crate::trace::Place;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{Range, TextDocumentIdentifier};

/// What is to be quoted.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CiteParams {
    /// The source.
    text_document: TextDocumentIdentifier,
    /// Which part of it.
    range: Range,
    /// How the draft is written that it is meant for: a language identifier, Markdown if none is given.
    language_id: Option<String>,
}

/// The part as a quotation.
#[derive(Debug, Serialize)]
pub struct CiteAnswer {
    source: SourceAnswer,
    text: String,
    quotation: QuotationAnswer,
}

impl Server {
    /// Answers `glossator/cite`; nothing for a document that is no source, or a part without words.
    pub async fn cite(&self, params: CiteParams) -> Result<Option<CiteAnswer>> {
        let CiteParams { text_document, range, language_id } = params;
        let encoding = self.core.encoding();
        let answer = self.of_corpus(Some(text_document), move |desk| {
            let library = &desk.library;
            let number = desk.own?;
            let text = library.corpus.sources[number].text.whole();
            let lines = library.corpus.sources[number].lines();
            let offset = |at: tower_lsp::lsp_types::Position| {
                lines.offset(&text, Position { line: at.line, column: at.character }, encoding)
            };
            let (start, end) = (offset(range.start), offset(range.end));
            let span = trimmed(&text, Span::new(start.min(end), start.max(end)));
            let place = Place { source: number, span };
            let format = Format::of(language_id.as_deref().or(Some("markdown")), None);
            let quotation = citation(library, place, format, Marks::default())?.into();
            let PassageAnswer { text, source, .. } = PassageAnswer::new(library, place, &[], encoding);
            Some(CiteAnswer { source, text, quotation })
        });
        Ok(answer.await.flatten())
    }
}

/// A span without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let start = span.start + (part.len() - part.trim_start().len());
    Span::new(start, start.max(span.start + part.trim_end().len()))
}
