//! `glossator/sources` and `glossator/source`: what there is to quote from, and what each of it speaks of.

use super::super::convert::location;
use super::super::server::Server;
use super::About;
use super::answers::SourceAnswer;
use super::concepts::Mentioned;
use crate::library::Library;
use crate::text::Encoding;
use crate::trace::Place;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{Location, TextDocumentIdentifier};

/// The sources of a corpus.
#[derive(Debug, Default, Serialize)]
pub struct SourcesAnswer {
    sources: Vec<Counted>,
}

#[derive(Debug, Serialize)]
struct Counted {
    #[serde(flatten)]
    source: SourceAnswer,
    /// How many words it has.
    words: usize,
    /// How many passages in it say what a concept is.
    definitions: usize,
}

/// Which source.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceParams {
    /// Its id.
    id: String,
    text_document: Option<TextDocumentIdentifier>,
}

/// What a source speaks of.
#[derive(Debug, Serialize)]
pub struct SourceDetails {
    #[serde(flatten)]
    source: Counted,
    /// Where it begins.
    location: Option<Location>,
    /// The concepts that it names, the most frequent first.
    concepts: Vec<Mentioned>,
}

impl Server {
    /// Answers `glossator/sources`.
    pub async fn sources(&self, about: About) -> Result<SourcesAnswer> {
        let answer = self.of_corpus(about.text_document, |desk| {
            let library = &desk.library;
            let all = 0..library.corpus.sources.len();
            SourcesAnswer { sources: all.map(|number| counted(library, number)).collect() }
        });
        Ok(answer.await.unwrap_or_default())
    }

    /// Answers `glossator/source`; nothing for an id that is no source's.
    pub async fn source(&self, params: SourceParams) -> Result<Option<SourceDetails>> {
        let encoding = self.core.encoding();
        let answer = self.of_corpus(params.text_document, move |desk| {
            let library = &desk.library;
            let number = library.corpus.sources.iter().position(|source| source.id == params.id)?;
            Some(SourceDetails {
                source: counted(library, number),
                location: location(library, Place { source: number, span: Default::default() }, encoding),
                concepts: mentioned(library, number, encoding),
            })
        });
        Ok(answer.await.flatten())
    }
}

fn counted(library: &Library, number: usize) -> Counted {
    let definitions = library.concepts.iter().flat_map(|concept| &concept.definitions);
    Counted {
        source: SourceAnswer::new(library, number),
        words: library.index.positions_of(number).len(),
        definitions: definitions.filter(|definition| definition.place.source == number).count(),
    }
}

fn mentioned(library: &Library, number: usize, encoding: Encoding) -> Vec<Mentioned> {
    let found = crate::features::mentions::mentions(library, number);
    found.into_iter().map(|mention| Mentioned::new(library, mention, number, encoding)).collect()
}
