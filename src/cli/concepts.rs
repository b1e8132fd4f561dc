//! `glossator concepts`: the concepts that the corpus speaks of, annotated and discovered, best first.

use super::args::{Concepts, Listing};
use super::output::{self, BLUE, BOLD, DIM, PLAIN};
use super::place::{bytes, location, rounded, words};
use super::workspace::Workspace;
use crate::library::{Concept, Definition, Library, Telling};
use crate::text::Span;
use crate::trace::Place;
use anyhow::Result;
use rayon::prelude::*;
use serde::Serialize;

/// Lists them, and gives the exit code.
pub fn run(args: &Concepts) -> Result<u8> {
    let workspace = Workspace::open(&args.corpora)?;
    let library = workspace.library_of(true, |corpus| {
        if args.no_glossary {
            corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
        }
    })?;
    let library = library.keeping_unlikely();
    library.discover();
    let count = args.most.map_or(library.concepts.len(), |most| most.min(library.concepts.len()));
    if args.format == Listing::Json && count == library.concepts.len() {
        library.find_occurrences();
    }
    library.find_told(count);
    let answer = match args.format {
        Listing::Text => (0..count).into_par_iter().map(|number| in_text(&library, number)).collect(),
        Listing::Json => {
            let all: Vec<ConceptJson> = (0..count).into_par_iter().map(|number| in_json(&library, number)).collect();
            serde_json::to_string_pretty(&all)? + "\n"
        }
        Listing::Toml => crate::library::draft(&library, count),
    };
    workspace.believe(&library)?;
    output::print(&answer, args.look.color)?;
    Ok(0)
}

/// A longer passage is cut after so many characters.
const SHOWN: usize = 240;

/// `0.93  Name  · kind · annotated`, and below it the best definition or explanation, or else a mention.
fn in_text(library: &Library, number: usize) -> String {
    let concept = &library.concepts[number];
    let (kind, origin) = (concept.kind.name(), concept.origin.name());
    let mut out =
        format!("{DIM}{:.2}{PLAIN}  {BOLD}{}{PLAIN} {DIM}· {kind} · {origin}{PLAIN}\n", concept.score, concept.name);
    if let Some(Definition { telling, place, .. }) = library.passages_of(concept).first() {
        let label = match telling {
            Telling::Definition => "",
            Telling::Explanation => "explained: ",
            Telling::Mention => "mentioned: ",
        };
        let all = words(library, *place);
        let short: String = all.chars().take(SHOWN).collect();
        let rest = if short.len() < all.len() { "…" } else { "" };
        out.push_str(&format!("      {DIM}{label}{PLAIN}{short}{rest}\n"));
        out.push_str(&format!("      {BLUE}{}{PLAIN}\n", location(library, *place)));
    }
    out
}

#[derive(Serialize)]
struct ConceptJson<'a> {
    name: &'a str,
    id: &'a str,
    kind: &'static str,
    origin: &'static str,
    score: f64,
    forms: Vec<&'a str>,
    occurrences: Vec<PlaceJson<'a>>,
    definitions: Vec<DefinitionJson<'a>>,
    parts: Vec<String>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    source: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct DefinitionJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    /// Whether it says what the concept is, explains it, or only names it.
    #[serde(rename = "type")]
    telling: &'static str,
    by: Option<String>,
    date: Option<String>,
    parts: Vec<String>,
}

fn in_json(library: &Library, number: usize) -> ConceptJson<'_> {
    let concept: &Concept = &library.concepts[number];
    let definition = |one: &Definition| DefinitionJson {
        place: place_json(library, one.place),
        telling: one.telling.name(),
        by: one.attribution.speaker.clone(),
        date: one.attribution.date.clone(),
        parts: one.parts.iter().map(|&part| words(library, part)).collect(),
    };
    let definitions: Vec<DefinitionJson> = library.passages_of(concept).iter().map(definition).collect();
    let parts = definitions.iter().find(|one| !one.parts.is_empty()).map(|one| one.parts.clone()).unwrap_or_default();
    ConceptJson {
        name: &concept.name,
        id: &concept.id,
        kind: concept.kind.name(),
        origin: concept.origin.name(),
        score: rounded(f64::from(concept.score), 4),
        forms: concept.names().collect(),
        occurrences: library.occurrences(number).places.iter().map(|&place| place_json(library, place)).collect(),
        definitions,
        parts,
    }
}

fn place_json(library: &Library, place: Place) -> PlaceJson<'_> {
    let Span { start, end } = bytes(library, place);
    PlaceJson { source: &library.source(place).id, start, end }
}
