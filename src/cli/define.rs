//! `glossator define`: in the terminal what the hover on a term says in an editor.

use super::NO;
use super::args::{Answer, Define, ask_for_words};
use super::card::drawn;
use super::output::{self, BLUE, PLAIN};
use super::place::{AttributionJson, SourceJson, location, words};
use super::workspace::Workspace;
use crate::annotation::Kind;
use crate::extraction::is_rank;
use crate::features::hover::concept_card;
use crate::library::{Concept, Definition, Library};
use crate::settings::nearest;
use crate::text;
use anyhow::Result;
use serde::Serialize;

/// Names suggested for an unknown one, at most.
const MOST_SUGGESTED: usize = 5;

/// Shows what the corpus says of the term, and gives the exit code.
pub fn run(args: &Define) -> Result<u8> {
    ask_for_words(&args.term)?;
    let workspace = Workspace::open(&args.corpora)?;
    let mut library = workspace.library_of(true, |_| {})?;
    let mut known = concept(&library, &args.term);
    if known.is_none() {
        // Whoever asks for it by its name need not be spared an unlikely concept.
        library = library.keeping_unlikely();
        known = concept(&library, &args.term);
    }
    if known.is_some_and(|concept| library.concepts[concept].definitions.is_empty()) {
        library.discover();
    }
    let similar = suggestions(&library, &args.term);
    let answer = match (known, args.format) {
        (Some(concept), Answer::Text) => in_text(&library, concept),
        (Some(concept), Answer::Json) => json(&in_json(&library, concept))?,
        (None, Answer::Text) => unknown(&args.term, &similar),
        (None, Answer::Json) => json(&Unknown { term: &args.term, found: false, suggestions: similar })?,
    };
    workspace.believe(&library)?;
    output::print(&answer, args.look.color)?;
    Ok(if known.is_some() { 0 } else { NO })
}

/// The concept of this name or id, or else the one whose name is written so in other capitals, or has these initials.
fn concept(library: &Library, term: &str) -> Option<usize> {
    let exact = || library.named(term).or_else(|| library.concept(term.trim()));
    let known = exact().or_else(|| {
        library.discover();
        exact()
    });
    let folded = text::fold(term);
    let is_so = |concept: &Concept| concept.names().any(|name| text::fold(name) == folded);
    let bare = without_article(term);
    let is_alike = |concept: &Concept| concept.names().any(|name| without_article(name) == bare);
    let known = known.or_else(|| library.concepts.iter().position(is_so));
    let known = known.or_else(|| library.concepts.iter().position(is_alike));
    let mut initials = library.names().with_initials(&folded).into_iter();
    let known = known.or_else(|| initials.next().filter(|_| initials.next().is_none()));
    known.or_else(|| with_title(library, term))
}

/// A name folded, without an article at its beginning.
fn without_article(name: &str) -> String {
    let folded = text::fold(name);
    match folded.trim().split_once(' ') {
        Some((first, rest)) if text::is_article(first) => rest.trim_start().to_string(),
        _ => folded.trim().to_string(),
    }
}

/// The person whose name a term ends with, where all before it is a title.
fn with_title(library: &Library, term: &str) -> Option<usize> {
    let name = library.recogniser().terms(term).pop()?;
    let before = text::words(&term[..name.span.start]);
    let ends = text::words(&term[name.span.end..]).is_empty();
    let is_title = before.iter().all(|word| is_rank(&word.folded));
    (ends && is_title && library.concepts[name.concept].kind == Kind::Person).then_some(name.concept)
}

fn in_text(library: &Library, concept: usize) -> String {
    let mut out = drawn(&concept_card(library, concept), output::width());
    let definitions = library.defining(&library.concepts[concept]);
    let places = definitions.iter().map(|definition| definition.place);
    let places: Vec<_> =
        places.chain(library.occurrences(concept).places.first().copied().filter(|_| definitions.is_empty())).collect();
    if !places.is_empty() {
        out.push('\n');
    }
    for place in places {
        out.push_str(&format!("{BLUE}{}{PLAIN}\n", location(library, place)));
    }
    out
}

fn unknown(term: &str, suggestions: &[String]) -> String {
    let mut out = format!("The corpus has no concept “{term}”.\n");
    if !suggestions.is_empty() {
        out.push_str("\nDid you mean one of these?\n");
        out.extend(suggestions.iter().flat_map(|name| ["  ", name, "\n"]));
    }
    out
}

/// The names nearest to an unknown one: those that it may be the beginning of, else those that it may be a slip for.
fn suggestions(library: &Library, term: &str) -> Vec<String> {
    let typed: Vec<String> = text::words(term).into_iter().map(|word| word.folded).collect();
    let mut matches = library.names().matching(&typed);
    matches.sort_by_key(|found| (found.quality, std::cmp::Reverse(found.typed), found.concept));
    let mut names: Vec<String> = Vec::new();
    let slip = nearest(term, library.concepts.iter().flat_map(|concept| concept.names()));
    for name in slip.into_iter().chain(matches.iter().map(|found| found.name)) {
        if !names.iter().any(|known| known == name) && names.len() < MOST_SUGGESTED {
            names.push(name.to_string());
        }
    }
    names
}

#[derive(Serialize)]
struct Unknown<'a> {
    term: &'a str,
    found: bool,
    suggestions: Vec<String>,
}

#[derive(Serialize)]
struct Known<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
    definitions: Vec<DefinitionJson>,
    occurrences: Vec<SourceJson>,
    broader: Vec<&'a str>,
    narrower: Vec<&'a str>,
    related: Vec<&'a str>,
}

#[derive(Serialize)]
struct DefinitionJson {
    text: String,
    /// Whether it says what the concept is, explains it, or only names it.
    #[serde(rename = "type")]
    telling: &'static str,
    parts: Vec<String>,
    source: SourceJson,
    attribution: Option<AttributionJson>,
}

fn in_json(library: &Library, number: usize) -> Known<'_> {
    let concept = &library.concepts[number];
    let names = |numbers: &[usize]| numbers.iter().map(|&other| library.concepts[other].name.as_str()).collect();
    let definition = |definition: &Definition| DefinitionJson {
        text: words(library, definition.place),
        telling: definition.telling.name(),
        parts: definition.parts.iter().map(|&part| words(library, part)).collect(),
        source: SourceJson::new(library, definition.place),
        attribution: AttributionJson::new(Some(&definition.attribution)),
    };
    Known {
        id: &concept.id,
        name: &concept.name,
        kind: concept.kind.name(),
        aliases: &concept.aliases,
        definitions: library.passages_of(concept).iter().map(definition).collect(),
        occurrences: library.occurrences(number).places.iter().map(|&place| SourceJson::new(library, place)).collect(),
        broader: names(&concept.broader),
        narrower: names(&concept.narrower),
        related: names(&concept.related),
    }
}

fn json(answer: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(answer)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};

    #[test]
    fn a_title_before_a_persons_name_is_no_part_of_it() {
        let library = Library::build(Corpus::read(&[Root::Seeds(None)]));
        let found = |term| concept(&library, term).map(|concept| library.concepts[concept].name.as_str());
        assert_eq!(found("General Secretary Xi Jinping"), Some("Xi Jinping"));
        assert_eq!(found("Younger Xi Jinping"), None);
    }

    #[test]
    fn an_article_before_a_name_is_no_part_of_it() {
        let library = Library::build(Corpus::read(&[Root::Seeds(None)]));
        let found = |term| concept(&library, term).map(|concept| library.concepts[concept].name.as_str());
        assert_eq!(found("the harmonious world"), Some("harmonious world"));
        assert_eq!(found("The Harmonious World"), Some("harmonious world"));
        assert_eq!(found("the"), None);
    }
}
