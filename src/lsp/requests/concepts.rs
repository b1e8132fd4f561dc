//! `glossator/concepts` and `glossator/concept`: what the corpus speaks of, and where it says what that is.

use super::super::convert::location;
use super::super::server::Server;
use super::About;
use super::answers::{AttributionAnswer, PassageAnswer};
use crate::features::mentions::Mention;
use crate::library::Library;
use crate::text::Encoding;
use crate::trace::Place;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{Location, TextDocumentIdentifier};

/// Occurrences given of one concept, at most.
const MOST_OCCURRENCES: usize = 200;
/// Sentences around an occurrence.
const CONTEXT: usize = 0;

/// The concepts of a corpus.
#[derive(Debug, Default, Serialize)]
pub struct ConceptsAnswer {
    concepts: Vec<ConceptAnswer>,
}

/// A concept.
#[derive(Debug, Serialize)]
pub struct ConceptAnswer {
    /// Stable.
    id: String,
    /// The preferred name.
    name: String,
    /// principle, policy, initiative, concept, organisation, person, event or document.
    kind: &'static str,
    aliases: Vec<String>,
    /// How many passages define or explain it; mentions are none.
    definitions: usize,
    /// How often the corpus names it; in a large corpus about.
    occurrences: u64,
}

/// A concept that a source names.
#[derive(Debug, Serialize)]
pub struct Mentioned {
    id: String,
    name: String,
    kind: &'static str,
    /// How often the source names it.
    count: usize,
    /// Where it does so first.
    location: Option<Location>,
}

/// Which concept.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConceptParams {
    /// Its id.
    id: String,
    text_document: Option<TextDocumentIdentifier>,
}

/// A concept with its passages.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConceptDetails {
    #[serde(flatten)]
    concept: ConceptAnswer,
    /// The passages that define or explain it, best first; mentions are none.
    defined: Vec<DefinitionAnswer>,
    /// Where it is named, in the order of the corpus; the sentence around each.
    named: Vec<PassageAnswer>,
    /// Whether there are more places than these.
    is_more: bool,
    broader: Vec<String>,
    narrower: Vec<String>,
    related: Vec<String>,
}

#[derive(Debug, Serialize)]
struct DefinitionAnswer {
    #[serde(flatten)]
    passage: PassageAnswer,
    /// Whether it says what the concept is, or only explains it.
    #[serde(rename = "type")]
    telling: &'static str,
    /// Who put it forward, when and where; in place of the passage's own.
    #[serde(skip_serializing_if = "Option::is_none", rename = "by")]
    attribution: Option<AttributionAnswer>,
}

impl Server {
    /// Answers `glossator/concepts`: all concepts in the order of their names.
    pub async fn concepts(&self, about: About) -> Result<ConceptsAnswer> {
        let answer = self.of_corpus(about.text_document, |desk| {
            let library = &desk.library;
            let mut order: Vec<usize> = (0..library.known_concepts()).collect();
            order.sort_by_cached_key(|&number| (library.concepts[number].name.to_lowercase(), number));
            ConceptsAnswer { concepts: order.into_iter().map(|number| concept(library, number)).collect() }
        });
        Ok(answer.await.unwrap_or_default())
    }

    /// Answers `glossator/concept`; nothing for an id that is no concept's.
    pub async fn concept(&self, params: ConceptParams) -> Result<Option<ConceptDetails>> {
        let encoding = self.core.encoding();
        let answer = self.of_corpus(params.text_document, move |desk| details(&desk.library, &params.id, encoding));
        Ok(answer.await.flatten())
    }
}

impl Mentioned {
    /// A mention in the source with the number `source`.
    pub fn new(library: &Library, mention: Mention, source: usize, encoding: Encoding) -> Self {
        let concept = &library.concepts[mention.concept];
        Mentioned {
            id: concept.id.clone(),
            name: concept.name.clone(),
            kind: concept.kind.name(),
            count: mention.count,
            location: location(library, Place { source, span: mention.first }, encoding),
        }
    }
}

fn concept(library: &Library, number: usize) -> ConceptAnswer {
    let concept = &library.concepts[number];
    ConceptAnswer {
        id: concept.id.clone(),
        name: concept.name.clone(),
        kind: concept.kind.name(),
        aliases: concept.aliases.clone(),
        definitions: library.defining(concept).len(),
        occurrences: library.frequency(number),
    }
}

fn details(library: &Library, id: &str, encoding: Encoding) -> Option<ConceptDetails> {
    let number = library.concept(id)?;
    let known = &library.concepts[number];
    let ids = |numbers: &[usize]| numbers.iter().map(|&other| library.concepts[other].id.clone()).collect();
    let occurrences = library.occurrences(number);
    let named = occurrences.places.iter().take(MOST_OCCURRENCES).map(|&place| {
        let sentence = library.source(place).near(place.span).around(place.span, CONTEXT);
        let whole = Place { span: sentence, ..place };
        let location = location(library, place, encoding);
        PassageAnswer { location, ..PassageAnswer::new(library, whole, &[place.span], encoding) }
    });
    let definitions = library.definitions_of(known);
    let defined = definitions.iter().map(|definition| DefinitionAnswer {
        passage: PassageAnswer::new(library, definition.place, &[], encoding),
        telling: definition.telling.name(),
        attribution: AttributionAnswer::new(Some(&definition.attribution)),
    });
    Some(ConceptDetails {
        concept: concept(library, number),
        defined: defined.collect(),
        named: named.collect(),
        is_more: occurrences.more || occurrences.places.len() > MOST_OCCURRENCES,
        broader: ids(&known.broader),
        narrower: ids(&known.narrower),
        related: ids(&known.related),
    })
}
