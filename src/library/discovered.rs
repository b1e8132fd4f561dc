//! The concepts that nobody annotated: discovered when somebody asks, and kept beside the annotated ones, which win.

use super::{Attribution, Concept, Definition, Library, Occurrences, Origin, Telling};
use crate::annotation::Kind;
use crate::concepts::{self, Counted, Discovered, Form, Names, Recogniser, Term, count_in, counts};
use crate::extraction::Pattern;
use crate::index::Index;
use crate::text::{Span, fold, sentences, words};
use crate::trace::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// In a corpus of so many words concepts are discovered when they are first asked for; of a larger one they are known when
/// [`Library::discover`] has come to an end.
pub const SMALL: usize = 1_000_000;
/// The same for the terms of a draft where concepts are discovered beside the answers: those must come within 50 ms of a start.
const SMALL_IN_A_SERVER: usize = 40_000;
/// A discovered concept below this score is not recognised in a draft. If the texts define it, it is known to those who ask
/// for it by its name, and else kept only for those who list them all.
pub const QUALITY: f32 = 0.35;
/// A sentence whose pattern weighs less says something of a concept, but not what it is.
const LEAST_WEIGHT: f32 = 0.5;
/// So many such sentences are shown where there is nothing better.
const MOST_STATEMENTS: usize = 2;
/// A sentence of fewer words says nothing of what it mentions.
const FEWEST_WORDS: usize = 6;
/// A name that counts is known by its use where it is used so often.
const USUAL: usize = 3;
/// What has more words is no heading.
const LONGEST_HEADING: usize = 16;

/// What is known once concepts were discovered.
#[derive(Debug, Default)]
pub(super) struct Learned {
    pub recogniser: Recogniser,
    /// Of the unlikely concepts that the texts define.
    pub defined: Recogniser,
    pub names: Names,
    pub by_id: FxHashMap<String, usize>,
    /// Of the names that count those of which the texts list as many parts.
    pub counted: Counted,
    /// Whose the passages are that were discovered, once somebody has asked: many concepts have the same.
    pub told: FxHashMap<Place, OnceLock<Attribution>>,
    /// What the texts say of annotated concepts for which the annotation names no passage, by their numbers.
    pub filled: FxHashMap<usize, Vec<Definition>>,
    /// More names that the texts have for annotated concepts, by their numbers.
    pub more: FxHashMap<usize, Vec<String>>,
}

/// What the discovery found beside what the annotation says.
struct Unknown {
    concepts: Vec<Concept>,
    /// Definitions of annotated concepts that have none.
    filled: FxHashMap<usize, Vec<Definition>>,
    /// More names of annotated concepts.
    more: FxHashMap<usize, Vec<String>>,
}

impl Library {
    /// Discovers the concepts that no annotation file names, unless that was done before. Takes a second or so of a corpus
    /// of a hundred megabytes.
    pub fn discover(&self) {
        self.discover_by(&self.index);
    }

    /// The same by the candidates of another index of the same sources, which may know more of them.
    pub fn discover_by(&self, index: &Index) {
        self.learned.get_or_init(|| {
            let Unknown { concepts, filled, more } = self.unknown(index);
            let known = || self.concepts.annotated.iter().enumerate();
            let annotated = known().flat_map(|(number, one)| one.forms(number));
            let good = || (self.concepts.annotated.len()..).zip(&concepts).filter(|(_, one)| one.is_likely());
            let defined = || (self.concepts.annotated.len()..).zip(&concepts).filter(|(_, one)| one.is_only_defined());
            let is_name = |concept: usize, form: &str| is_abbreviation(form) || self.concepts[concept].is_entity();
            let more_forms = more.iter().flat_map(|(&concept, all)| {
                all.iter().map(move |text| Form { text, concept, is_name: is_name(concept, text) })
            });
            let discovered = more_forms.chain(good().flat_map(|(number, one)| one.forms(number)));
            let persons = known().chain(good()).flat_map(|(number, one)| one.persons(number));
            let own = concepts.iter().flat_map(|concept| &concept.definitions);
            let told = own.chain(filled.values().flatten()).map(|definition| (definition.place, OnceLock::new()));
            let learned = Learned {
                told: told.collect(),
                recogniser: Recogniser::with_discovered(annotated, discovered).addressing(persons),
                defined: Recogniser::new(defined().flat_map(|(number, one)| one.forms(number))),
                names: Names::new(self.offered(&concepts, &more)),
                counted: Counted::new(self.counting(&concepts)),
                filled,
                more,
                by_id: concepts.iter().zip(self.concepts.annotated.len()..).map(|(c, i)| (c.id.clone(), i)).collect(),
            };
            _ = self.concepts.discovered.set(concepts);
            learned
        });
    }

    /// Whether [`Library::discover`] has come to an end.
    pub fn has_discovered(&self) -> bool {
        self.learned.get().is_some()
    }

    /// The names of discovered concepts that begin with the number of parts that one of their definitions lists, and those in
    /// capitals that the corpus uses again and again.
    fn counting<'a>(&self, concepts: &'a [Concept]) -> impl Iterator<Item = (&'a str, usize)> {
        let first = self.concepts.annotated.len();
        concepts.iter().enumerate().filter(|(_, concept)| concept.is_likely()).flat_map(move |(number, concept)| {
            let lists = |count: u32| concept.definitions.iter().any(|d| d.parts.len() == count as usize);
            let is_usual = |name: &str| has_capitals(name) && self.uses(name).len() >= USUAL;
            let names =
                concept.names().filter(move |name| counts(name).is_some_and(|count| lists(count) || is_usual(name)));
            names.map(move |name| (name, first + number))
        })
    }

    /// The same library, but [`Library::discover`] keeps the unlikely concepts as well: for lists.
    pub fn keeping_unlikely(mut self) -> Self {
        (self.keeps_unlikely, self.learned) = (true, OnceLock::new());
        self.concepts.discovered = OnceLock::new();
        self
    }

    /// The same library for a server, which calls [`Library::discover`] itself, beside the answers: what is told of a draft waits for
    /// it only where that is a matter of milliseconds, and is told again; who asks about a term waits as anywhere.
    pub fn served(mut self) -> Self {
        self.is_served = true;
        self
    }

    /// The names of a concept, and those that only the texts have for it. In a small corpus these are discovered now.
    pub(super) fn names_of(&self, concept: usize) -> impl Iterator<Item = &str> {
        let more = self.learned_now().and_then(|learned| learned.more.get(&concept)).into_iter().flatten();
        self.concepts[concept].names().chain(more.map(String::as_str))
    }

    /// What was learned, if it was. In a small corpus that nobody annotated it is learned when it is first asked for.
    pub(super) fn learned(&self) -> Option<&Learned> {
        let waits = !self.is_served || self.index.len() <= SMALL_IN_A_SERVER;
        if self.concepts.annotated.is_empty() && waits { self.learned_now() } else { self.learned.get() }
    }

    /// Whether concepts are being discovered beside the answers.
    pub fn is_learning(&self) -> bool {
        self.is_served && self.learned.get().is_none()
    }

    /// Notes that it is told that concepts were discovered; gives whether that is news.
    pub fn announce(&self) -> bool {
        self.announced.set(()).is_ok()
    }

    /// Where the places of a concept are kept: apart as long as the texts may turn out to have more names for it, which in a small
    /// corpus are discovered now.
    pub(super) fn places_of(&self, concept: usize) -> &OnceLock<Occurrences> {
        let may_learn = self.learned_now().is_none() && self.is_served;
        let concept = &self.concepts[concept];
        if may_learn { &concept.early } else { &concept.occurrences }
    }

    /// Whether concepts were discovered; in a small corpus they are now.
    pub fn discovers(&self) -> bool {
        self.learned_now().is_some()
    }

    /// What was learned; in a small corpus it is learned now.
    fn learned_now(&self) -> Option<&Learned> {
        if self.learned.get().is_none() && self.index.len() <= SMALL && self.index.is_extracted() {
            self.discover();
        }
        self.learned.get()
    }

    /// The concepts that were discovered and that no annotated one stands for; and what is said of those for which one does.
    fn unknown(&self, index: &Index) -> Unknown {
        let mut ids: FxHashSet<String> = self.by_id.keys().cloned().collect();
        let found = concepts::discover(&self.corpus.sources, index);
        let is_likely = |one: &Discovered| self.keeps_unlikely || one.score >= QUALITY;
        let (mut unknown, mut filled) = (Vec::new(), FxHashMap::default());
        let mut more: FxHashMap<usize, Vec<String>> = FxHashMap::default();
        for one in found {
            let known = self.recogniser.whole(&one.name);
            if let Some(known) = known {
                let entry = &self.concepts.annotated[known];
                let is_person = entry.kind == Kind::Person;
                let name = format!(" {} ", fold(&one.name));
                // `Vik` of Jonas Vik; a longer name may be that of something narrower.
                let is_shorter = |form: &str| is_person || name.contains(&format!(" {} ", fold(form)));
                let is_sure = |form: &str| is_abbreviation(form) || (one.score >= QUALITY && is_shorter(form));
                // `President Vik` is recognised by its title, but no name yet that could be completed.
                let is_titled = |form: &str| is_person && entry.names().all(|name| fold(name) != fold(form));
                let is_new = |form: &str| self.recogniser.whole(form).is_none_or(|own| own == known && is_titled(form));
                let new = |form: &&String| is_sure(form) && is_new(form);
                let new: Vec<String> = one.forms.iter().filter(new).cloned().collect();
                if !new.is_empty() {
                    more.entry(known).or_default().extend(new);
                }
            }
            match known {
                None if !is_likely(&one) && !one.is_defined() => {}
                None => unknown.push(self.concept_of(one, &mut ids)),
                Some(known) if self.concepts.annotated[known].definitions.is_empty() => {
                    let is_likely = is_likely(&one);
                    let mut definitions = self.concept_of(one, &mut FxHashSet::default()).definitions;
                    // The annotation says that it is a concept; what only speaks of an unlikely one says little.
                    definitions.retain(|one| is_likely || one.telling == Telling::Definition);
                    if !definitions.is_empty() {
                        filled.entry(known).or_insert_with(Vec::new).extend(definitions);
                    }
                }
                Some(_) => {}
            }
        }
        Unknown { concepts: unknown, filled, more }
    }

    /// The definitions of a concept: the annotation's or, where that has none, those that were discovered. In a small corpus they
    /// are discovered when they are first asked for.
    pub fn defining<'a>(&'a self, concept: &'a Concept) -> &'a [Definition] {
        if !concept.definitions.is_empty() || concept.is_discovered() {
            return &concept.definitions;
        }
        let filled = || self.learned_now()?.filled.get(self.by_id.get(&concept.id)?);
        filled().map_or(&[], Vec::as_slice)
    }

    fn concept_of(&self, one: Discovered, ids: &mut FxHashSet<String>) -> Concept {
        let sure = one.definitions.iter().take_while(|(pattern, ..)| pattern.weight() >= LEAST_WEIGHT).count();
        // What is said of it is better than nothing.
        let kept = if sure == 0 { one.definitions.len().min(MOST_STATEMENTS) } else { sure };
        let mut concept = Concept {
            id: id_of(&one.name, ids),
            definitions: Vec::new(),
            mention: None,
            name: one.name,
            kind: one.kind,
            aliases: one.forms,
            avoid: Vec::new(),
            broader: Vec::new(),
            narrower: Vec::new(),
            related: Vec::new(),
            origin: Origin::Discovered(one.signals),
            score: one.score,
            occurrences: OnceLock::<Occurrences>::new(),
            early: OnceLock::new(),
            frequency: OnceLock::new(),
        };
        let own = Recogniser::new(concept.forms(0));
        let definition = |&(pattern, source, span): &(Pattern, usize, Span)| {
            let place = Place { source, span };
            // What a sentence lists that only says something of it may be parts of something else.
            let announces = || ["the following:", "as follows:"].iter().any(|lead| self.words(place).contains(lead));
            let is_own = || !pattern.speaks() || count_in(&concept.name).is_some() || announces();
            let lists = (pattern.enumerates() || count_in(&concept.name).is_some()) && is_own();
            let parts = if lists { self.parts(&concept.name, &own, place) } else { Vec::new() };
            // Who lists as many parts as the name counts says what it is.
            let is_whole = count_in(&concept.name).is_some_and(|count| count == parts.len());
            let telling = if pattern.defines() || is_whole { Telling::Definition } else { Telling::Explanation };
            Definition { telling, place, parts, attribution: Attribution::default() }
        };
        concept.definitions = one.definitions[..kept].iter().map(definition).collect();
        // Stable: of one telling the best stays first.
        concept.definitions.sort_by_key(|definition| definition.telling);
        if kept == 0 {
            let places = one.mentions.iter().map(|&(source, span)| Place { source, span });
            let sentences = places.filter_map(|mention| self.sentence_around(mention));
            // The shorter, the more it is about it.
            concept.mention = sentences.min_by_key(|place| place.span.len());
        }
        concept
    }

    /// The sentence around a mention; `None` where it is a heading or too short to say anything.
    fn sentence_around(&self, mention: Place) -> Option<Place> {
        let near = self.corpus.sources[mention.source].near(mention.span);
        let local = near.local(mention.span);
        let start = near.text[..local.start].rfind("\n\n").map_or(0, |at| at + 2);
        let end = near.text[local.end..].find("\n\n").map_or(near.text.len(), |at| local.end + at);
        let paragraph = Span::new(start, end);
        let all = sentences(paragraph.of(&near.text)).into_iter().map(|sentence| sentence.shift(start));
        let sentence = all.into_iter().find(|sentence| sentence.covers(local))?;
        // The rows of a table are no sentence.
        let is_row = |line: &str| line.trim_start().starts_with('|') || line.contains(" | ");
        if sentence.of(&near.text).lines().any(is_row) {
            return None;
        }
        let ends = sentence.of(&near.text).ends_with(['.', '!', '?', '”', '"', ')', '。', '！', '？', '」']);
        let fewest = if ends { FEWEST_WORDS } else { LONGEST_HEADING + 1 };
        let says = words(sentence.of(&near.text)).len() >= fewest;
        says.then(|| Place { source: mention.source, span: sentence.shift(near.start) })
    }

    /// What a passage spells out of the concept with this name.
    fn parts(&self, name: &str, own: &Recogniser, place: Place) -> Vec<Place> {
        let passage = self.words(place);
        let count = count_in(name);
        // What `the aims of the guild` are is no part of the guild.
        let is_of_it = |term: &Term| count.is_none() && is_governed_by_of(&passage[..term.span.start]);
        let mentions: Vec<Term> = own.terms(&passage).into_iter().filter(|term| !is_of_it(term)).collect();
        let found =
            mentions.iter().map(|term| concepts::parts(&passage, term.span.end, count)).find(|all| !all.is_empty());
        let places = found.unwrap_or_default().into_iter();
        places.map(|span| Place { source: place.source, span: span.shift(place.span.start) }).collect()
    }

    /// The names of all concepts that are likely or defined, `discovered` among them, and `more` of the annotated ones.
    fn offered<'a>(
        &'a self,
        discovered: &'a [Concept],
        more: &'a FxHashMap<usize, Vec<String>>,
    ) -> impl Iterator<Item = (&'a str, usize)> {
        let all = self.concepts.annotated.iter().chain(discovered).enumerate();
        all.filter(|(_, concept)| concept.is_likely() || concept.is_only_defined()).flat_map(|(number, concept)| {
            let more = more.get(&number).into_iter().flatten().map(String::as_str);
            concept.names().chain(more).map(move |name| (name, number))
        })
    }
}

impl Concept {
    /// Whether it is recognised in drafts: annotated, or likely to be one.
    pub fn is_likely(&self) -> bool {
        self.score >= QUALITY
    }

    /// Whether all that speaks for it is that the texts define it.
    fn is_only_defined(&self) -> bool {
        !self.is_likely() && self.definitions.first().is_some_and(|first| first.telling == Telling::Definition)
    }

    /// What it is recognised by, as the concept of this number.
    pub(super) fn forms(&self, number: usize) -> impl Iterator<Item = Form<'_>> {
        let is_name = self.is_entity();
        self.names().map(move |text| Form { text, concept: number, is_name })
    }

    /// The names by whose last one a person may be called, as the concept of this number; none of what is no person.
    pub(super) fn persons(&self, number: usize) -> impl Iterator<Item = (&str, usize)> {
        let is_person = self.kind == Kind::Person;
        self.names().filter(move |_| is_person).map(move |name| (name, number))
    }
}

/// Whether a text ends with `of`, or with `of` and an article.
fn is_governed_by_of(before: &str) -> bool {
    let all = words(before);
    let mut last = all.iter().rev().map(|word| word.folded.as_str());
    last.find(|word| !["the", "a", "an", "our", "its", "their"].contains(word)) == Some("of")
}

/// Whether a form has several letters, all of them capitals.
fn is_abbreviation(form: &str) -> bool {
    form.len() > 1 && form.chars().all(char::is_uppercase)
}

/// Whether the words of a name behind its number are written large, as those of a proper name.
fn has_capitals(name: &str) -> bool {
    let is_large = |word: &&str| word.starts_with(char::is_uppercase);
    name.split(' ').skip(1).filter(is_large).count() >= 2
}

/// An id made of a name that is not among `ids`, and is then.
fn id_of(name: &str, ids: &mut FxHashSet<String>) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let mut id = slug.to_string();
    for number in 2.. {
        if ids.insert(id.clone()) {
            break;
        }
        id = format!("{slug}-{number}");
    }
    id
}
