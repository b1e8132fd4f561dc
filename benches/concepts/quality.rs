//! Precision and recall on the cases.

use super::case::{Case, all};
use glossator::extraction::phrase_key;
use glossator::library::{Concept, Library};
use glossator::trace::Place;
use std::ops::AddAssign;

/// Hits, what was found, and what should have been.
#[derive(Clone, Copy, Default)]
struct Share {
    right: usize,
    found: usize,
    wanted: usize,
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Share) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }
}

impl Share {
    fn shown(self) -> String {
        let part = |of: usize| self.right as f64 / of.max(1) as f64;
        format!(
            "precision {:.2}  recall {:.2}  ({} of {})",
            part(self.found),
            part(self.wanted),
            self.right,
            self.wanted
        )
    }
}

/// Prints the figures of each case and of all together.
pub fn print() {
    let mut sums = [Share::default(); 5];
    for case in all() {
        let library = case.library();
        let shares = [
            names(&case, &library, 1),
            names(&case, &library, 2),
            passages(&case, &library, defined),
            passages(&case, &library, |concept| defined(concept).or(concept.mention)),
            parts(&case, &library),
        ];
        println!("{}", case.name);
        show(&shares);
        for (sum, share) in sums.iter_mut().zip(shares) {
            *sum += share;
        }
    }
    println!("all cases");
    show(&sums);
}

/// Prints the concepts of the cases that are not held out of which no definition was found, or none that is right, with
/// what is shown instead: `+` where that is right, `-` where it is not.
pub fn misses() {
    for case in all().iter().filter(|case| !case.name.starts_with("held-out")) {
        let library = case.library();
        for (name, words) in &case.definitions {
            let Some(found) = library.concepts.iter().find(|concept| is(concept, name)) else {
                println!("? {}: {name}", case.name);
                continue;
            };
            let (label, place) = match (defined(found), found.mention) {
                (Some(place), _) => ("definition", place),
                (None, Some(place)) => ("mention", place),
                (None, None) => {
                    println!("? {}: {name}: nothing", case.name);
                    continue;
                }
            };
            let is_right = is_right(&library, place, words);
            if !is_right || label == "mention" {
                let sign = if is_right { '+' } else { '-' };
                println!(
                    "{sign} {}: {name} [{words}]: {label}: {}",
                    case.name,
                    library.words(place).replace('\n', " ")
                );
            }
        }
    }
}

/// Whether a passage has one of these wordings, with ` | ` between them, in it.
fn is_right(library: &Library, place: Place, words: &str) -> bool {
    let passage = library.words(place).split_whitespace().collect::<Vec<_>>().join(" ");
    words.split(" | ").any(|words| passage.contains(words))
}

fn show(shares: &[Share]) {
    let labels = ["as many as there are", "twice as many", "definitions", "passages shown first", "enumerations"];
    for (label, share) in labels.iter().zip(shares) {
        println!("  {label:22} {}", share.shown());
    }
}

fn is(concept: &Concept, name: &str) -> bool {
    concept.names().any(|own| phrase_key(own) == phrase_key(name))
}

/// Names among the best, `times` as many as there should be.
fn names(case: &Case, library: &Library, times: usize) -> Share {
    let most = times * case.concepts.len();
    let best: Vec<&Concept> = library.concepts.iter().take(most).collect();
    let right = case.concepts.iter().filter(|name| best.iter().any(|concept| is(concept, name))).count();
    Share { right, found: best.len(), wanted: case.concepts.len() }
}

fn defined(concept: &Concept) -> Option<Place> {
    concept.definitions.first().map(|definition| definition.place)
}

/// First definitions, or whatever else is shown of a concept.
fn passages(case: &Case, library: &Library, of: impl Fn(&Concept) -> Option<Place>) -> Share {
    let mut share = Share { wanted: case.definitions.len(), ..Share::default() };
    for (name, words) in &case.definitions {
        let first = library.concepts.iter().find(|concept| is(concept, name)).and_then(&of);
        let Some(place) = first else { continue };
        share.found += 1;
        share.right += usize::from(is_right(library, place, words));
    }
    share
}

/// Enumerations with all their parts right.
fn parts(case: &Case, library: &Library) -> Share {
    let mut share = Share { wanted: case.parts.len(), ..Share::default() };
    for (name, wanted) in &case.parts {
        let definitions = library.concepts.iter().find(|concept| is(concept, name)).map(|one| &one.definitions);
        let Some(found) = definitions.and_then(|all| all.iter().find(|one| !one.parts.is_empty())) else { continue };
        share.found += 1;
        let found =
            found.parts.iter().map(|&part| library.words(part).split_whitespace().collect::<Vec<_>>().join(" "));
        share.right += usize::from(found.eq(wanted.iter().cloned()));
    }
    share
}
