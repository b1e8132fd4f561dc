//! What a text consists of, so that one can move through it: its headings as a tree and, in a source, the concepts that it
//! defines. In a draft without headings, the concepts that it speaks of. And the concepts of a corpus, by name.

use super::View;
use crate::annotation::Kind;
use crate::library::{Definition, Library, Telling};
use crate::markup::{Heading, Page};
use crate::text::Span;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// Concepts listed of one text, at most.
const MOST_CONCEPTS: usize = 200;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// A heading's words, or a concept's name.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// A heading and what stands under it; the passage that defines a concept.
    pub section: Span,
    /// The heading, the term.
    pub heading: Span,
    /// What lies in it.
    pub children: Vec<Symbol>,
}

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A heading; 1 for the highest.
    Heading(u8),
    /// A concept of this kind.
    Concept(Kind),
}

/// The headings of the highest levels, in order, with the others below them.
pub fn headings(page: &Page) -> Vec<Symbol> {
    tree(&mut page.headings.iter().peekable(), 0)
}

/// The same with the concepts that a source defines, each in the section where it does; of a draft without headings the
/// concepts that it names, each where it does so first.
pub fn symbols(view: View) -> Vec<Symbol> {
    let mut all = headings(view.page);
    let concepts = match view.own {
        Some(source) => defined(view.library, source),
        None if all.is_empty() => named(view),
        None => Vec::new(),
    };
    for symbol in concepts.into_iter().take(MOST_CONCEPTS) {
        put(&mut all, symbol);
    }
    all
}

/// The concepts of a corpus whose names have the letters of `query` in their order, best first, each with the name that
/// does; all of them, those with definitions first, if it is empty.
pub fn concepts(library: &Library, query: &str, most: usize) -> Vec<(usize, String)> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut found: Vec<(Reverse<u32>, bool, usize, &str)> = Vec::new();
    // The library is asked first: concepts are discovered then.
    let known = library.known_concepts();
    for (number, concept) in library.concepts.iter().take(known).enumerate() {
        let mut score = |name: &str| pattern.score(Utf32Str::new(name, &mut buffer), &mut matcher);
        // Of names that match as well the first is the preferred one.
        let scores = concept.names().filter_map(|name| Some((score(name)?, name)));
        if let Some((score, name)) = scores.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
            found.push((Reverse(score), library.defining(concept).is_empty(), number, name));
        }
    }
    found.sort_unstable();
    found.into_iter().take(most).map(|(_, _, number, name)| (number, name.to_string())).collect()
}

fn tree<'a>(headings: &mut std::iter::Peekable<impl Iterator<Item = &'a Heading>>, above: u8) -> Vec<Symbol> {
    let mut all = Vec::new();
    while let Some(heading) = headings.next_if(|heading| heading.level > above) {
        let name = if heading.title.trim().is_empty() { "(empty heading)".to_string() } else { heading.title.clone() };
        all.push(Symbol {
            name,
            kind: SymbolKind::Heading(heading.level),
            section: heading.section,
            heading: heading.span,
            children: tree(headings, heading.level),
        });
    }
    all
}

/// Puts a symbol where it belongs: into the innermost section around it, in the order of the text.
fn put(all: &mut Vec<Symbol>, symbol: Symbol) {
    let is_around =
        |other: &&mut Symbol| matches!(other.kind, SymbolKind::Heading(_)) && other.section.covers(symbol.section);
    match all.iter_mut().find(is_around) {
        Some(section) => put(&mut section.children, symbol),
        None => {
            let at = all.partition_point(|other| other.section.start <= symbol.section.start);
            all.insert(at, symbol);
        }
    }
}

fn defined(library: &Library, source: usize) -> Vec<Symbol> {
    let mut all = Vec::new();
    // The library is asked first: concepts are discovered then.
    let known = library.known_concepts();
    for (number, concept) in library.concepts.iter().take(known).enumerate() {
        let defines = |one: &&Definition| one.telling == Telling::Definition && one.place.source == source;
        for definition in concept.definitions.iter().filter(defines) {
            let passage = definition.place.span;
            let terms = library.recogniser_of(number).terms(&library.words(definition.place));
            let term = terms.into_iter().find(|term| term.concept == number);
            let heading = term.map_or(passage, |term| term.span.shift(passage.start));
            all.push(symbol(library, number, passage, heading));
        }
    }
    all.sort_by_key(|symbol| (symbol.section, symbol.heading));
    all
}

fn named(view: View) -> Vec<Symbol> {
    let (mut all, mut known) = (Vec::new(), FxHashSet::default());
    for block in &view.page.blocks {
        for term in view.library.recogniser().terms(&block.prose.text) {
            if let Some(span) = block.prose.to_page(term.span).filter(|_| known.insert(term.concept)) {
                all.push(symbol(view.library, term.concept, span, span));
            }
        }
    }
    all
}

fn symbol(library: &Library, concept: usize, section: Span, heading: Span) -> Symbol {
    let concept = &library.concepts[concept];
    Symbol {
        name: concept.name.clone(),
        kind: SymbolKind::Concept(concept.kind),
        section,
        heading,
        children: Vec::new(),
    }
}
