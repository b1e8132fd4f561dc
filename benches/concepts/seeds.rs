//! What is discovered in the built-in texts, held against their annotation, and what is recognised with it.

use glossator::corpus::{Corpus, Root};
use glossator::extraction::phrase_key;
use glossator::library::{Concept, Library, Telling};
use glossator::text::{Span, fold};
use glossator::trace::Place;

/// The first so many that are found are looked at.
const WITHIN: usize = 400;
/// What is named so many times is central.
const OFTEN: usize = 5;

/// Which annotated concepts the texts define or explain, by the judgement of a reader.
const TOLD: &str = include_str!("told.txt");

/// Prints the figures.
pub fn print() {
    let (annotated, library) = (annotated(), unannotated());
    println!("the built-in texts without their annotation");
    discovery(&annotated, &library);
    definitions(&annotated, &library);
    println!("the built-in texts with their annotation");
    recognition(&annotated);
}

/// Prints the annotated concepts of which no definition was found, or none that is right, with what is shown instead: `+`
/// where that is an annotated passage, `-` where it is none.
pub fn misses() {
    let (annotated, library) = (annotated(), unannotated());
    for concept in annotated.concepts.annotated().iter().filter(|concept| !concept.definitions.is_empty()) {
        let way = ["D", "E"].into_iter().find(|way| is_told(concept, &[way])).unwrap_or("-");
        let Some(found) = same(&library, concept) else {
            println!("? {way} {}", concept.name);
            continue;
        };
        let shown = |label: &str, place: Place| {
            let sign = if is_annotated(concept, place) { '+' } else { '-' };
            println!("{sign} {way} {}: {label}: {}", concept.name, library.words(place).replace('\n', " "));
        };
        match (found.definitions.first(), found.mention) {
            (Some(first), _) if is_annotated(concept, first.place) => {}
            (Some(first), _) => shown("definition", first.place),
            (None, Some(mention)) => shown("mention", mention),
            (None, None) => println!("? {way} {}: nothing", concept.name),
        }
    }
}

fn annotated() -> Library {
    Library::build(Corpus::read(&[Root::Seeds(None)]))
}

/// The built-in texts without their annotation, with all that is discovered in them.
fn unannotated() -> Library {
    let mut corpus = Corpus::read(&[Root::Seeds(None)]);
    corpus.folders.iter_mut().for_each(|folder| folder.concepts = None);
    let library = Library::build(corpus).keeping_unlikely();
    library.discover();
    library
}

/// The first of a library's concepts that has a name of this one, and of which something is shown.
fn same<'a>(library: &'a Library, concept: &Concept) -> Option<&'a Concept> {
    let own = keys(concept);
    let shows = |other: &Concept| !other.definitions.is_empty() || other.mention.is_some();
    library.concepts.iter().find(|other| shows(other) && keys(other).iter().any(|key| own.contains(key)))
}

/// Whether a passage lies in an annotated one of the concept, or has one in it.
fn is_annotated(concept: &Concept, place: Place) -> bool {
    let is_right = |span: Span| span.covers(place.span) || place.span.covers(span);
    concept.definitions.iter().any(|one| one.place.source == place.source && is_right(one.place.span))
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
    let forms = |concept: &Concept| concept.names().map(|name| format!(" {} ", fold(name))).collect::<Vec<String>>();
    let found: Vec<Vec<String>> = library.concepts.iter().take(WITHIN).map(forms).collect();
    let is_in_part = |own: &[String]| {
        let meets = |one: &String| found.iter().flatten().any(|other| one.contains(other) || other.contains(one));
        own.iter().any(meets)
    };
    let central: Vec<usize> = (0..gold.len()).filter(|&number| is_central(annotated, number)).collect();
    let exactly = central.iter().filter(|&&number| found_exactly(&gold[number], library)).count();
    let in_part = central.iter().filter(|&&number| is_in_part(&forms(&annotated.concepts[number]))).count();
    println!("  central ones within {WITHIN}, exactly: {}", share(exactly, central.len()));
    println!("  central ones within {WITHIN}, at least in part: {}", share(in_part, central.len()));
}

fn found_exactly(own: &[u64], library: &Library) -> bool {
    library.concepts.iter().take(WITHIN).any(|concept| keys(concept).iter().any(|key| own.contains(key)))
}

/// Whether an annotated concept is central: a title or a heading names it, or two of the documents do, or it is named so
/// many times.
fn is_central(annotated: &Library, number: usize) -> bool {
    let places = &annotated.occurrences(number).places;
    let is_in_two = places.iter().any(|place| place.source != places[0].source);
    let names: Vec<String> = annotated.concepts[number].names().map(|name| format!(" {} ", fold(name))).collect();
    let is_named_in = |text: &str| {
        let folded = format!(" {} ", fold(text));
        names.iter().any(|name| folded.contains(name.as_str()))
    };
    let is_headed = annotated.corpus.sources.iter().any(|source| {
        let title = source.meta.title.as_deref().is_some_and(is_named_in);
        title || source.text.whole().lines().any(|line| is_headline(line) && is_named_in(line))
    });
    is_in_two || places.len() >= OFTEN || is_headed
}

/// Whether a line stands for a heading in the built-in texts, which are plain: it is short and no sentence.
fn is_headline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (1..=16).contains(&words) && !line.trim_end().ends_with(['.', ',', ';', ':', '!', '?', '”', '"'])
}

/// What is given first as a definition and what as an explanation, both together, and the passages shown first: those or, where there is none, mentions.
fn definitions(annotated: &Library, library: &Library) {
    let defined = |concept: &Concept| concept.definitions.first().map(|definition| definition.place);
    for telling in [Telling::Definition, Telling::Explanation] {
        let of =
            |concept: &Concept| concept.definitions.first().filter(|one| one.telling == telling).map(|one| one.place);
        passages(&format!("{}s alone", telling.name()), annotated, library, &of);
    }
    passages("definitions and explanations", annotated, library, &defined);
    passages("passages shown first", annotated, library, &|concept| defined(concept).or(concept.mention));
    let is_idea = |concept: &Concept| !concept.is_entity();
    passages_of("definitions and explanations of ideas alone", annotated, library, &defined, is_idea);
    passages_of("the same of what the texts define", annotated, library, &defined, |concept| is_told(concept, &["D"]));
    let is_any = |concept: &Concept| is_told(concept, &["D", "E"]);
    passages_of("the same of what they define or explain", annotated, library, &defined, is_any);
}

/// Whether a reader judged that the texts tell of the concept in one of these ways.
fn is_told(concept: &Concept, ways: &[&str]) -> bool {
    TOLD.lines().filter_map(|line| line.split_once(' ')).any(|(way, id)| ways.contains(&way) && id == concept.id)
}

/// Right is what [`is_annotated`].
fn passages(label: &str, annotated: &Library, library: &Library, of: &dyn Fn(&Concept) -> Option<Place>) {
    passages_of(label, annotated, library, of, |_| true);
}

fn passages_of(
    label: &str,
    annotated: &Library,
    library: &Library,
    of: &dyn Fn(&Concept) -> Option<Place>,
    counts: impl Fn(&Concept) -> bool,
) {
    let (mut given, mut right, mut wanted) = (0, 0, 0);
    for concept in
        annotated.concepts.annotated().iter().filter(|concept| !concept.definitions.is_empty() && counts(concept))
    {
        wanted += 1;
        let own = keys(concept);
        let same = |other: &&Concept| of(other).is_some() && keys(other).iter().any(|key| own.contains(key));
        let Some(place) = library.concepts.iter().find(same).and_then(of) else { continue };
        given += 1;
        right += usize::from(is_annotated(concept, place));
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
