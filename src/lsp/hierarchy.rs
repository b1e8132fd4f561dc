//! Concepts in the protocol's words: as types with broader and narrower ones, and as symbols of the workspace.

use super::convert::location;
use super::core::{off_the_async_threads, stop_when_dropped};
use super::server::Server;
use crate::annotation::{Kind, parse_concepts};
use crate::features::hierarchy::{Home, Narrower, broader as broader_than, concept_at, home, narrower};
use crate::features::symbols::concepts;
use crate::features::wording::plain;
use crate::library::Library;
use crate::text::{Encoding, LineIndex, Span};
use crate::trace::Place;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tower_lsp::lsp_types::*;

/// Symbols of the workspace given at once, at most.
const MOST_SYMBOLS: usize = 100;

impl Server {
    /// The concept at a place.
    pub(super) async fn concept_at(&self, at: TextDocumentPositionParams) -> Option<Vec<TypeHierarchyItem>> {
        let uri = at.text_document.uri.clone();
        let encoding = self.core.encoding();
        let answer = self.written(&uri, move |view, document| {
            let (_, concept) = concept_at(view, document.offset(at.position))?;
            Some(vec![item(view.library, concept, &at.text_document.uri, encoding)?])
        });
        answer.await.flatten()
    }

    /// The concepts around one, the broader or the narrower ones.
    pub(super) async fn around(&self, item: TypeHierarchyItem, broader: bool) -> Option<Vec<TypeHierarchyItem>> {
        let data = item.data?;
        let id = data.get("concept")?.as_str()?.to_string();
        let uri = Url::parse(data.get("uri")?.as_str()?).ok()?;
        let (_, library) = self.core.library_of(&uri).await?;
        let encoding = self.core.encoding();
        let work = move || {
            let concept = library.concept(&id)?;
            let others = match broader {
                true => broader_than(&library, concept).into_iter().map(Narrower::Concept).collect(),
                false => narrower(&library, concept),
            };
            let item = |other| match other {
                Narrower::Concept(other) => self::item(&library, other, &uri, encoding),
                Narrower::Part(place) => part(&library, place, encoding),
            };
            Some(others.into_iter().filter_map(item).collect())
        };
        off_the_async_threads(work).await.flatten()
    }

    /// The concepts of all workspaces whose names match, best first.
    pub(super) async fn concepts_named(&self, query: String) -> Option<Vec<SymbolInformation>> {
        let shelves = self.core.shelves().await;
        let encoding = self.core.encoding();
        let mut libraries: Vec<Arc<Library>> = Vec::new();
        for shelf in shelves {
            libraries.extend(shelf.ready().await);
        }
        let (_wanted, stop) = stop_when_dropped();
        let work = move || {
            let mut all = Vec::new();
            for library in &libraries {
                for (concept, name) in concepts(library, &query, MOST_SYMBOLS) {
                    if stop.load(Ordering::Relaxed) {
                        return all;
                    }
                    all.extend(symbol(library, concept, name, encoding));
                }
            }
            all.truncate(MOST_SYMBOLS);
            all
        };
        off_the_async_threads(work).await
    }
}

/// What editors draw a concept as.
pub fn symbol_kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Person => SymbolKind::VARIABLE,
        Kind::Organisation => SymbolKind::MODULE,
        Kind::Event => SymbolKind::EVENT,
        Kind::Document => SymbolKind::FILE,
        Kind::Principle | Kind::Policy | Kind::Initiative | Kind::Concept => SymbolKind::INTERFACE,
    }
}

fn item(library: &Library, concept: usize, uri: &Url, encoding: Encoding) -> Option<TypeHierarchyItem> {
    let (passage, term, source) = at_home(library, concept, encoding)?;
    let concept = &library.concepts[concept];
    Some(TypeHierarchyItem {
        name: concept.name.clone(),
        kind: symbol_kind(concept.kind),
        tags: None,
        detail: Some(format!("{} · {source}", concept.kind.name())),
        uri: passage.uri,
        range: passage.range,
        selection_range: term,
        data: Some(json!({ "concept": concept.id, "uri": uri })),
    })
}

/// A part that is no concept of its own.
fn part(library: &Library, place: Place, encoding: Encoding) -> Option<TypeHierarchyItem> {
    let at = location(library, place, encoding)?;
    Some(TypeHierarchyItem {
        name: plain(library, place),
        kind: symbol_kind(Kind::Concept),
        tags: None,
        detail: Some(format!("part · {}", library.source(place).name())),
        uri: at.uri,
        range: at.range,
        selection_range: at.range,
        data: None,
    })
}

#[allow(deprecated)] // the protocol's struct has no other constructor
fn symbol(library: &Library, concept: usize, name: String, encoding: Encoding) -> Option<SymbolInformation> {
    let (passage, range, source) = at_home(library, concept, encoding)?;
    let concept = &library.concepts[concept];
    let is_alias = name != concept.name;
    Some(SymbolInformation {
        name,
        kind: symbol_kind(concept.kind),
        tags: None,
        deprecated: None,
        location: Location { uri: passage.uri, range },
        container_name: Some(if is_alias { concept.name.clone() } else { source }),
    })
}

/// The passage in which a concept is at home, the range of its term there, and what the text is called.
fn at_home(library: &Library, concept: usize, encoding: Encoding) -> Option<(Location, Range, String)> {
    let Some(Home { passage, term }) = home(library, concept) else { return entry(library, concept, encoding) };
    let whole = location(library, passage, encoding)?;
    let term = location(library, Place { span: term, ..passage }, encoding)?;
    Some((whole, term.range, library.source(passage).name().to_string()))
}

/// The entry of a concept that the corpus neither defines nor names.
fn entry(library: &Library, concept: usize, encoding: Encoding) -> Option<(Location, Range, String)> {
    let id = &library.concepts[concept].id;
    library.corpus.folders.iter().find_map(|folder| {
        let file = folder.concepts.as_ref()?;
        let path = file.path.as_ref()?;
        let entry = parse_concepts(&file.text).concepts.into_iter().find(|entry| entry.id == *id)?;
        let lines = LineIndex::new(&file.text);
        let range =
            super::convert::range_in(&file.text, &lines, Span::new(entry.span.start, entry.span.start), encoding);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Some((Location { uri: Url::from_file_path(path).ok()?, range }, range, name))
    })
}
