//! What is discovered in the built-in texts, held against their annotation, and what is recognised with it.

use glossator::corpus::{Corpus, Root};
use glossator::extraction::phrase_key;
use glossator::library::{Concept, Library};
use glossator::text::Span;
use glossator::trace::Place;

/// The first so many that are found are looked at.
const WITHIN: usize = 400;

/// Prints the figures.
pub fn print() {
    let annotated = Library::build(Corpus::read(&[Root::Seeds(None)]));
    let mut corpus = Corpus::read(&[Root::Seeds(None)]);
    corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
    let library = Library::build(corpus).keeping_unlikely();
    library.discover();
    println!("the built-in texts without their annotation");
    discovery(&annotated, &library);
    definitions(&annotated, &library);
    println!("the built-in texts with their annotation");
    recognition(&annotated);
}

fn keys(concept: &Concept) -> Vec<u64> {
    concept.names().filter_map(phrase_key).collect()
}

fn share(part: usize, of: usize) -> String {
    format!("{:.3} ({part} of {of})", part as f64 / of.max(1) as f64)
}

fn discovery(annotated: &Library, library: &Library) {
    let gold: Vec<Vec<u64>> = annotated.concepts.annotated().iter().map(keys).collect();
    let found: Vec<Vec<u64>> = library.concepts.iter().take(WITHIN).map(keys).collect();
    let meet = |a: &[u64], b: &[u64]| a.iter().any(|key| b.contains(key));
    for most in [20, 100] {
        let right = found.iter().take(most).filter(|own| gold.iter().any(|other| meet(own, other))).count();
        println!("  concepts among the first {most}: {}", share(right, most));
    }
    let recalled = gold.iter().filter(|own| found.iter().any(|other| meet(own, other))).count();
    println!("  annotated concepts within {WITHIN}, exactly: {}", share(recalled, gold.len()));
}

/// First definitions, and the passages shown first: those or, where there is none, mentions.
fn definitions(annotated: &Library, library: &Library) {
    let defined = |concept: &Concept| concept.definitions.first().map(|definition| definition.place);
    passages("definitions", annotated, library, &defined);
    passages("passages shown first", annotated, library, &|concept| defined(concept).or(concept.mention));
}

/// Right is one that lies in an annotated passage of the concept, or has one in it.
fn passages(label: &str, annotated: &Library, library: &Library, of: &dyn Fn(&Concept) -> Option<Place>) {
    let (mut given, mut right, mut wanted) = (0, 0, 0);
    for concept in annotated.concepts.annotated().iter().filter(|concept| !concept.definitions.is_empty()) {
        wanted += 1;
        let own = keys(concept);
        let same = |other: &&Concept| of(other).is_some() && keys(other).iter().any(|key| own.contains(key));
        let Some(place) = library.concepts.iter().find(same).and_then(of) else { continue };
        given += 1;
        let is_right = |span: Span| span.covers(place.span) || place.span.covers(span);
        right += usize::from(
            concept.definitions.iter().any(|one| one.place.source == place.source && is_right(one.place.span)),
        );
    }
    println!("  {label}: precision {}, recall {}", share(right, given), share(right, wanted));
}

/// How many of the places where a name stands word for word are recognised as it, or as a longer name.
fn recognition(library: &Library) {
    let (mut right, mut wanted) = (0, 0);
    for source in &library.corpus.sources {
        let text = source.text.whole();
        let terms = library.recogniser().terms(&text);
        let lower = text.to_lowercase();
        if lower.len() != text.len() {
            continue;
        }
        for name in library.concepts.annotated().iter().flat_map(Concept::names) {
            let name = name.to_lowercase();
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"-’'".contains(c));
            for (at, _) in lower.match_indices(&name) {
                let end = at + name.len();
                if edge(lower[..at].chars().next_back()) && edge(lower[end..].chars().next()) {
                    wanted += 1;
                    right += usize::from(terms.iter().any(|term| term.span.start <= at && end <= term.span.end));
                }
            }
        }
    }
    println!("  names recognised where they stand: {}", share(right, wanted));
}
