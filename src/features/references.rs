//! Every place that is about the same: where a concept is named, in the corpus and in drafts, or where a passage stands and
//! who quotes it.

use super::View;
use super::hover::{Target, known_at, target_at};
use super::quotations::{Quotations, Quoted};
use crate::index::Term;
use crate::library::Library;
use crate::markup::{Block, Format, Page, blocks_of};
use crate::text::{Span, words};
use crate::trace::{Match, Place, Verdict};
use rustc_hash::FxHashSet;

/// A quotation that shares a smaller share of its words with a passage does not quote it, and is not traced.
const LEAST_SHARED: f32 = 0.3;

/// One or two marked words are a term, whatever longer passage they stand in.
const FEWEST_WORDS: usize = 3;

/// What references are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The concept with this number.
    Concept(usize),
    /// A passage, in all places where it stands.
    Passage(Vec<Place>),
}

/// Where the corpus has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InCorpus {
    /// Where it is defined: the term in each defining passage or, where it has none, the passage.
    pub definitions: Vec<Place>,
    /// The other places, in the order of the corpus.
    pub others: Vec<Place>,
}

/// What the byte `offset` of the page is about.
pub fn subject(view: View, quotations: &Quotations, offset: usize) -> Option<Subject> {
    match target_at(view, quotations, offset)? {
        Target::Term { concept, .. } => Some(Subject::Concept(concept)),
        Target::Unmarked { passage, .. } => Some(Subject::Passage(vec![passage.found.place])),
        Target::Quotation { quoted, .. } => {
            let mut places = places_of(view, quoted);
            places.dedup();
            (!places.is_empty()).then_some(Subject::Passage(places))
        }
    }
}

/// Where a quotation stands: in all places, if it is verbatim, and in other translations.
fn places_of(view: View, quoted: &Quoted) -> Vec<Place> {
    let library = view.library;
    let trace = &quoted.found.trace;
    let Some(best) = trace.best() else {
        // A source's own quotation: where the utterance stands.
        let Some(source) = view.own else { return Vec::new() };
        let here = Place { source, span: quoted.span(view) };
        let members = library.utterance_at(here).map(|utterance| utterance.members.iter().map(|member| member.place));
        return members.map_or(vec![here], Iterator::collect);
    };
    let places: Vec<Place> = match best.verdict {
        Verdict::Verbatim if trace.verbatim > trace.matches.len() => verbatim(view, &quoted.found.text),
        Verdict::Verbatim => {
            trace.matches.iter().filter(|found| found.verdict == Verdict::Verbatim).flat_map(Match::places).collect()
        }
        _ => best.places(),
    };
    let others = library.other_places(best).into_iter();
    let others: Vec<Place> = others.filter(|other| !overlaps(&places, *other)).collect();
    [places, others].concat()
}

/// All places where a text stands word for word, also those that the tracer does not list.
fn verbatim(view: View, text: &str) -> Vec<Place> {
    let index = &view.library.index;
    let terms: Vec<Term> = words(text).iter().map(|word| index.look_up(&word.folded)).collect();
    let place = |start: usize| {
        let source = index.source_at(start).filter(|source| Some(*source) != view.own)?;
        let span = index.span(start).join(index.span(start + terms.len() - 1));
        Some(Place { source, span })
    };
    let mut places: Vec<Place> = index.phrase(&terms).into_iter().filter_map(place).collect();
    places.sort_unstable_by_key(|place| (place.source, place.span));
    places
}

/// Where the corpus has it; `None` if it was `stopped` first.
pub fn in_corpus(library: &Library, subject: &Subject, stopped: &dyn Fn() -> bool) -> Option<InCorpus> {
    match subject {
        Subject::Passage(places) => Some(InCorpus { definitions: Vec::new(), others: places.clone() }),
        Subject::Concept(concept) => {
            let occurrences = library.all_occurrences(*concept, stopped)?;
            let mut found = InCorpus { definitions: Vec::new(), others: occurrences };
            for definition in library.defining(&library.concepts[*concept]) {
                let inside =
                    |place: &Place| place.source == definition.place.source && definition.place.span.covers(place.span);
                match found.others.iter().position(inside) {
                    Some(at) => found.definitions.push(found.others.remove(at)),
                    None if found.definitions.iter().any(inside) => {}
                    None => found.definitions.push(definition.place),
                }
            }
            Some(found)
        }
    }
}

/// Finds in drafts what is about one subject.
pub struct Seeker<'a> {
    library: &'a Library,
    subject: &'a Subject,
    /// The words of the passage in each of its places.
    words: Vec<FxHashSet<String>>,
}

impl<'a> Seeker<'a> {
    /// A seeker of this subject.
    pub fn new(library: &'a Library, subject: &'a Subject) -> Self {
        let places = match subject {
            Subject::Concept(_) => &[][..],
            Subject::Passage(places) => places,
        };
        let mut all: Vec<FxHashSet<String>> = Vec::new();
        for place in places {
            let set: FxHashSet<String> = words(&library.words(*place)).into_iter().map(|word| word.folded).collect();
            if !all.contains(&set) {
                all.push(set);
            }
        }
        Seeker { library, subject, words: all }
    }

    /// Where a draft, which is no source, names the concept or quotes the passage.
    pub fn in_text(&self, text: &str, format: Format) -> Vec<Span> {
        match self.subject {
            Subject::Concept(concept) => terms(self.library, &blocks_of(text, format), *concept),
            Subject::Passage(places) => {
                let page = Page::parse(text, format);
                let quotes = |quotation: &&crate::markup::Quotation| {
                    let text = page.prose_of(quotation).text;
                    self.may_quote(&text)
                        && self.library.trace(&text, None).matches.iter().any(|found| {
                            found.places().into_iter().any(|place| overlaps(places, place))
                                || self.library.other_places(found).into_iter().any(|place| overlaps(places, place))
                        })
                };
                page.quotations.iter().filter(quotes).map(|quotation| quotation.span).collect()
            }
        }
    }

    /// Whether a text shares enough words with the passage to be worth tracing.
    fn may_quote(&self, text: &str) -> bool {
        let words = words(text);
        let shared = |passage: &FxHashSet<String>| words.iter().filter(|word| passage.contains(&word.folded)).count();
        let most = self.words.iter().map(shared).max().unwrap_or(0);
        let fewest = self.words.iter().map(FxHashSet::len).min().unwrap_or(0).min(FEWEST_WORDS);
        words.len() >= fewest && most > 0 && most as f32 >= LEAST_SHARED * words.len() as f32
    }
}

/// Where the page names the same concept as at the byte `offset`, that place included; `None` where no term is.
pub fn highlights(view: View, offset: usize) -> Option<Vec<Span>> {
    let (_, concept) = known_at(view, offset)?;
    Some(terms(view.library, &view.page.blocks, concept))
}

fn terms(library: &Library, blocks: &[Block], concept: usize) -> Vec<Span> {
    let recogniser = library.recogniser_of(concept);
    let of = |block: &Block| {
        let terms = recogniser.nested(&block.prose.text).into_iter().filter(|term| term.concept == concept);
        terms.filter_map(|term| block.prose.to_page(term.span)).collect::<Vec<_>>()
    };
    blocks.iter().flat_map(of).collect()
}

fn overlaps(places: &[Place], place: Place) -> bool {
    places.iter().any(|other| other.source == place.source && other.span.overlaps(place.span))
}
