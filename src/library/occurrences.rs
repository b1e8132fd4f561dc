//! Where a concept's terms stand: found when somebody asks, through the index, and remembered.
//!
//! The rarest word of each term leads to the paragraphs that may have it, and the recogniser reads those, so that of terms
//! that overlap the same ones are found as in a draft.

use super::Library;
use super::following::{Candidates, Limits, MOST_PARAGRAPHS, SmallWords};
use super::order::says_what;
use crate::concepts::{CONJUNCTIONS, Form, Recogniser, Written, inflections, spellings, titles};
use crate::corpus::Source;
use crate::extraction::{DETERMINERS, is_verb, may_be_in_name};
use crate::index::{BLOCK, Segment, Term, WordId};
use crate::markup::{Format, blocks_of};
use crate::text::{Span, fold, inflected, irregular_base, is_word_char, sentences, stem, words};
use crate::trace::Place;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::LazyCell;

/// What markup means may depend on the whole text, so of Markdown whole texts are read, as long as they are not longer
/// than this together, in bytes.
const WHOLE: usize = 4 << 20;

/// So many places are looked at for one where some words are a whole name.
const MOST_LOOKED_AT: usize = 20;

/// In a corpus of so many words all terms are counted where it is asked which is the commoner one.
const COUNTED: usize = 200_000;

/// Where the terms of a concept stand.
#[derive(Clone, Debug, Default)]
pub struct Occurrences {
    /// The places, in the order of the corpus.
    pub places: Vec<Place>,
    /// Whether there are more of them than were looked for.
    pub more: bool,
}

impl Library {
    /// Where a concept's terms stand in the corpus.
    pub fn occurrences(&self, concept: usize) -> &Occurrences {
        self.places_of(concept).get_or_init(|| self.found(concept, Limits::USUAL, &|| false).unwrap_or_default())
    }

    /// The places where these words, or forms of them, follow one another, whatever concept they are of, in the order of the
    /// corpus.
    pub fn uses(&self, words: &str) -> Vec<Place> {
        self.each_use(words).collect()
    }

    /// The first of these places.
    pub fn first_use(&self, words: &str) -> Option<Place> {
        self.each_use(words).next()
    }

    /// Whether these words, or forms of them, stand somewhere as a whole: no noun that goes on with them follows.
    pub fn has_whole(&self, words: &str) -> bool {
        self.each_use(words).take(MOST_LOOKED_AT).any(|place| !self.goes_on(place))
    }

    /// Whether a noun follows directly on a place, as far as its form tells.
    fn goes_on(&self, place: Place) -> bool {
        let near = self.source(place).near(place.span);
        let behind = &near.text[near.local(place.span).end..];
        let Some(next) = behind.strip_prefix([' ', '\n']).filter(|rest| rest.starts_with(is_word_char)) else {
            return false;
        };
        let end = next.find(|c| !is_word_char(c)).unwrap_or(next.len());
        let next = fold(&next[..end]);
        may_be_in_name(&next) && !is_verb(&next) && irregular_base(&next).is_none() && !next.ends_with("ed")
    }

    /// The same places, each read only when it is asked for.
    fn each_use(&self, words: &str) -> impl Iterator<Item = Place> {
        let mut candidates = Candidates { places: Vec::new(), more: false, limits: Limits::USUAL };
        self.candidates(words, false, &mut candidates);
        // In the index nothing stands between the words of two sentences.
        let own = LazyCell::new(move || Recogniser::new([Form { text: words, concept: 0, is_name: false }]));
        candidates.sorted().into_iter().filter(move |&place| own.whole(&self.words(place)).is_some())
    }

    /// The sentences that have these words, or forms of them, each with whether it says what they mean: those that do come
    /// first, and else they are in the order of the corpus.
    pub fn speaking_of(&self, words: &str) -> Vec<(bool, Place)> {
        let names = Recogniser::new([Form { text: words, concept: 0, is_name: false }]);
        let mut found: Vec<(bool, Place)> = Vec::new();
        for place in self.uses(words).into_iter().take(MOST_PARAGRAPHS) {
            let near = self.corpus.sources[place.source].near(place.span);
            let local = near.local(place.span);
            let Some(sentence) = sentences(&near.text).into_iter().find(|sentence| sentence.covers(local)) else {
                continue;
            };
            let whole = Place { source: place.source, span: sentence.shift(near.start) };
            if found.last().is_none_or(|(_, last)| *last != whole) {
                found.push((says_what(sentence.of(&near.text), &names), whole));
            }
        }
        // Stable: what says what comes first, each in its order.
        found.sort_by_key(|(says_what, _)| !says_what);
        found
    }

    /// All places in the corpus where a concept's terms stand, however many; `None` if it was `stopped` first.
    pub fn all_occurrences(&self, concept: usize, stopped: &dyn Fn() -> bool) -> Option<Vec<Place>> {
        let known = self.occurrences(concept);
        if !known.more {
            return Some(known.places.clone());
        }
        self.found(concept, Limits::NONE, stopped).map(|found| found.places)
    }

    fn found(&self, concept: usize, limits: Limits, stopped: &dyn Fn() -> bool) -> Option<Occurrences> {
        self.recognised(concept, self.candidates_of(concept, limits), stopped)
    }

    /// The places where the words of one of a concept's terms follow one another.
    pub(super) fn candidates_of(&self, concept: usize, limits: Limits) -> Candidates {
        let mut candidates = Candidates { places: Vec::new(), more: false, limits };
        for name in self.names_of(concept) {
            self.candidates(name, self.concepts[concept].is_entity(), &mut candidates);
        }
        for last in self.recogniser().last_names(concept) {
            let titles: Vec<String> = titles().map(str::to_string).collect();
            let forms = [titles, vec![last.to_string(), format!("{last}'s")]].map(|words| self.looked_up(&words));
            self.follow(&forms, &mut candidates);
        }
        candidates
    }

    /// How often a concept's terms stand in the corpus; of a large one about: no more often than the rarest word of each.
    pub fn frequency(&self, concept: usize) -> u64 {
        if self.index.len() <= COUNTED {
            return self.occurrences(concept).places.len() as u64;
        }
        let count = |word: &[Term]| word.iter().map(Term::count).sum::<u64>();
        *self.concepts[concept].frequency.get_or_init(|| {
            let names = self.concepts[concept].names();
            names.map(|name| self.words_like(name).iter().map(|word| count(word)).min().unwrap_or(0)).sum()
        })
    }

    /// A name of a discovered concept as it stands within a sentence: its only capital may be that of a heading, or of a sentence's
    /// beginning. Nothing is looked for: it is told by the places that are known already, or else by what stands near its definitions.
    pub fn within_a_sentence<'a>(&self, concept: usize, name: &'a str) -> Cow<'a, str> {
        let known = &self.concepts[concept];
        let mut letters = name.chars();
        let first =
            letters.next().filter(|first| first.is_uppercase() && !name.chars().skip(1).any(char::is_uppercase));
        let Some(first) = first.filter(|_| known.is_discovered() && !known.is_entity()) else { return name.into() };
        let small: String = first.to_lowercase().chain(letters).collect();
        let stands_in = |text: &str| text.match_indices(&small).any(|(at, _)| !text[..at].ends_with(is_word_char));
        let is_written_small = match known.occurrences.get() {
            Some(found) => found.places.iter().any(|&at| self.words(at).starts_with(char::is_lowercase)),
            None => known.definitions.iter().any(|one| stands_in(&self.source(one.place).near(one.place.span).text)),
        };
        if is_written_small { small.into() } else { name.into() }
    }

    /// Of each word of a name the words of the corpus that have the same stem.
    fn words_like(&self, name: &str) -> Vec<Vec<Term>> {
        let words = words(name);
        words.iter().map(|word| self.with_stem(stem(&word.folded))).collect()
    }

    /// The words of the corpus that these are.
    fn looked_up(&self, words: &[String]) -> Vec<Term> {
        words.iter().map(|word| self.index.look_up(word)).filter(|term| term.count() > 0).collect()
    }

    /// The words of the corpus that have this stem.
    pub fn with_stem(&self, wanted: &str) -> Vec<Term> {
        let bare = wanted.strip_suffix('y').unwrap_or(wanted);
        let plurals = ["s", "es", "y"].map(|ending| format!("{wanted}{ending}"));
        let bases = plurals.into_iter().chain([wanted.to_string(), format!("{bare}ies")]);
        let all = bases.flat_map(|base| [format!("{base}'s"), base]).chain(inflected(wanted));
        let same = all.filter(|word| stem(word) == wanted);
        same.map(|word| self.index.look_up(&word)).filter(|term| term.count() > 0).collect()
    }

    /// Adds the places where the words of a name follow one another, in one of the ways in which it can be written.
    fn candidates(&self, name: &str, is_name: bool, found: &mut Candidates) {
        for spelling in spellings(name, is_name) {
            let forms: Vec<Cow<[Term]>> = spelling.iter().map(|written| self.forms_of(written)).collect();
            if forms.iter().all(|word| !word.is_empty()) {
                self.follow(&forms, found);
            }
        }
    }

    /// The words of the corpus that may stand at a place of a name.
    fn forms_of(&self, written: &Written) -> Cow<'_, [Term]> {
        match written {
            Written::One(words) => self.looked_up(words).into(),
            Written::Inflected(folded) => {
                let known = self.inflected.get().and_then(|all| all.get(folded));
                known.map_or_else(|| self.looked_up(&inflections(folded)).into(), |known| known.into())
            }
        }
    }

    /// Looks the forms of all words of some concepts' names up, each once.
    pub(super) fn look_forms_up(&self, concepts: &[usize]) {
        self.inflected.get_or_init(|| {
            let names = concepts.par_iter().flat_map_iter(|&concept| {
                let is_name = self.concepts[concept].is_entity();
                self.names_of(concept).flat_map(move |name| spellings(name, is_name)).flatten()
            });
            let folded = names.filter_map(|written| match written {
                Written::Inflected(folded) => Some(folded),
                Written::One(_) => None,
            });
            let all: FxHashSet<String> = folded.collect();
            let forms = |folded: String| (self.looked_up(&inflections(&folded)), folded);
            all.into_par_iter().map(forms).map(|(forms, folded)| (folded, forms)).collect()
        });
    }

    /// Of each segment the words that may stand between those of a term.
    fn small_words(&self) -> &[SmallWords] {
        self.small_words.get_or_init(|| {
            let of = |segment: &Segment| SmallWords {
                articles: DETERMINERS.split_whitespace().filter_map(|word| segment.get(word)).collect(),
                conjunctions: CONJUNCTIONS.iter().filter_map(|word| segment.get(word)).collect(),
            };
            self.index.segments().iter().map(|segment| of(segment)).collect()
        })
    }

    /// Adds the places where one of each of these words follows one of those before it.
    fn follow(&self, forms: &[impl AsRef<[Term]>], found: &mut Candidates) {
        if forms.is_empty() {
            return;
        }
        for (number, (segment, small)) in self.index.segments().iter().zip(self.small_words()).enumerate() {
            let ids: Vec<Vec<WordId>> =
                forms.iter().map(|word| word.as_ref().iter().filter_map(|term| term.id_in(number)).collect()).collect();
            let first = self.index.first_block(number) * BLOCK;
            found.in_segment(segment, &ids, small, |start, end| {
                let (start, end) = (first + start, first + end);
                let source = self.index.source_at(start)?;
                Some(Place { source, span: self.index.span(start).join(self.index.span(end)) })
            });
        }
    }

    /// What the recogniser says of the paragraphs around the candidates.
    fn recognised(&self, concept: usize, candidates: Candidates, stopped: &dyn Fn() -> bool) -> Option<Occurrences> {
        let (limits, more) = (candidates.limits, candidates.more);
        let candidates = candidates.sorted();
        let mut found = Occurrences { places: Vec::new(), more };
        let alone =
            (!self.concepts[concept].is_likely()).then(|| Recogniser::new(self.concepts[concept].forms(concept)));
        let recogniser = alone.as_ref().unwrap_or_else(|| self.recogniser());
        let (mut paragraphs, mut whole) = (0, WHOLE);
        let mut read = (usize::MAX, Span::default());
        for (number, &place) in candidates.iter().enumerate() {
            if place.source == read.0 && read.1.covers(place.span) {
                continue;
            }
            if stopped() {
                return None;
            }
            if paragraphs == limits.paragraphs {
                found.more = true;
                break;
            }
            paragraphs += 1;
            let source = &self.corpus.sources[place.source];
            let is_whole = source.format == Format::Markdown && source.text.len() <= whole;
            if is_whole {
                whole -= source.text.len();
            }
            let reading = if is_whole { Span::new(0, source.text.len()) } else { paragraph(source, place.span) };
            let text = source.slice(reading);
            let rest = &candidates[number..];
            let wanted = |block: Span| begins_in(rest, place.source, block.shift(reading.start));
            let terms = terms(recogniser, &text, source.format, concept, &wanted);
            let terms = terms.into_iter().map(|span| span.shift(reading.start));
            // What was read before may reach into this.
            let known = if place.source == read.0 { read.1.end } else { 0 };
            let new = terms.filter(|span| span.start >= known);
            found.places.extend(new.map(|span| Place { source: place.source, span }));
            read = (place.source, reading);
        }
        Some(found)
    }
}

/// Whether one of these places, which come in the order of the corpus, begins in a span of a source.
fn begins_in(places: &[Place], source: usize, span: Span) -> bool {
    let next = places.partition_point(|place| (place.source, place.span.start) < (source, span.start));
    places.get(next).is_some_and(|next| next.source == source && next.span.start < span.end)
}

/// The terms of one concept in the blocks of a text that are `wanted`.
fn terms(
    recogniser: &Recogniser,
    text: &str,
    format: Format,
    concept: usize,
    wanted: &dyn Fn(Span) -> bool,
) -> Vec<Span> {
    let mut all = Vec::new();
    for block in blocks_of(text, format).into_iter().filter(|block| wanted(block.span)) {
        let terms = recogniser.nested(&block.prose.text).into_iter().filter(|term| term.concept == concept);
        all.extend(terms.filter_map(|term| block.prose.to_page(term.span)));
    }
    all
}

/// The lines around a passage from one blank line to the next, as far as they are near.
fn paragraph(source: &Source, span: Span) -> Span {
    let near = source.near(span);
    let local = near.local(span);
    let is_blank = |line: &&str| line.trim().is_empty();
    let before = near.text[..local.start].split_inclusive('\n').rev();
    let behind = near.text[local.end..].split_inclusive('\n');
    // The passage may begin within a line, and end within one.
    let part = |lines: usize, line: &&str| lines == 0 || !is_blank(line);
    let start = before.enumerate().take_while(|(i, line)| part(*i, line)).map(|(_, line)| line.len()).sum::<usize>();
    let end = behind.enumerate().take_while(|(i, line)| part(*i, line)).map(|(_, line)| line.len()).sum::<usize>();
    Span::new(local.start - start, local.end + end).shift(near.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};
    use std::fs;

    /// All terms of all concepts, found by reading everything.
    fn read_through(library: &Library) -> Vec<Vec<Place>> {
        let mut all = vec![Vec::new(); library.concepts.annotated().len()];
        for (source, text) in library.corpus.sources.iter().enumerate() {
            for (concept, places) in all.iter_mut().enumerate() {
                let spans = terms(library.recogniser(), &text.text.whole(), text.format, concept, &|_| true);
                places.extend(spans.into_iter().map(|span| Place { source, span }));
            }
        }
        all
    }

    fn library(files: &[(&str, &str)]) -> Library {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        Library::build(Corpus::read(&[Root::Folder(folder.path().into())]))
    }

    const CONCEPTS: &str = "[[concept]]\nid='a'\nname='common policy'\naliases=['CP']\nkind='policy'\n\
                            [[concept]]\nid='b'\nname='policy of peace'\nkind='policy'\n[[concept]]\nid='c'\nname='war'\nkind='concept'\n";

    #[test]
    fn every_occurrence_in_the_seeds_is_found_and_no_other() {
        let library = Library::build(Corpus::read(&[Root::Seeds(None)]));
        for (concept, expected) in read_through(&library).into_iter().enumerate() {
            let found = library.occurrences(concept);
            assert_eq!(found.places, expected, "{}", library.concepts[concept].name);
            assert!(!found.more && library.frequency(concept) >= expected.len() as u64);
        }
    }

    #[test]
    fn a_document_that_begins_with_the_end_of_a_name_is_no_trouble() {
        let files = [
            ("a.txt", "The common good is a common aim of all."),
            ("b.txt", "Policy begins here and nothing else."),
            ("concepts.toml", CONCEPTS),
        ];
        assert!(library(&files).occurrences(0).places.is_empty());
    }

    #[test]
    fn of_terms_that_overlap_the_same_ones_are_found_as_in_a_draft() {
        let text = "Common policies of peace.\nThe policy of peace, and\ncommon\npolicy's end.\n\nThe CP of the cp.\n";
        let library = library(&[
            ("a.txt", text),
            ("b.md", "*Common* policy\n\n- common\n  policies"),
            ("concepts.toml", CONCEPTS),
        ]);
        let found: Vec<Vec<Place>> = (0..3).map(|concept| library.occurrences(concept).places.clone()).collect();
        assert_eq!(found, read_through(&library));
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [5, 1, 0]);
    }

    #[test]
    fn what_stands_everywhere_is_counted_so_far_and_no_further() {
        let text = "War is common.\n\n".repeat(MOST_PARAGRAPHS + 5);
        let library = library(&[("a.txt", &text), ("concepts.toml", CONCEPTS)]);
        let found = library.occurrences(2);
        assert!(found.more);
        assert_eq!(found.places.len(), MOST_PARAGRAPHS);
        assert_eq!(library.all_occurrences(2, &|| false).unwrap().len(), MOST_PARAGRAPHS + 5);
        assert!(library.all_occurrences(2, &|| true).is_none());
    }
}
