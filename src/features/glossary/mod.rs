//! Adding a term to the glossary: a draft of an entry of `concepts.toml` for words that a writer has selected, with the
//! passages of the corpus that speak of it as anchors that are found.

mod entry;

pub use entry::inserted;

use super::View;
use super::hover::known_at;
use crate::annotation::{Anchor, FoldedText, Found, Kind, find};
use crate::concepts::{Form, Recogniser};
use crate::features::card::one_line;
use crate::library::{self, Concept, Library, Stated, Telling};
use crate::text::{Span, is_word_char, stem, words};
use crate::trace::Place;
use std::path::{Path, PathBuf};

/// Words of a term, at most.
const LONGEST: usize = 10;
/// Passages that an entry is drafted with, at most.
const MOST_PASSAGES: usize = 3;
/// A sentence of fewer words says nothing of what it names.
const FEWEST_WORDS: usize = 6;
/// Words before or after a passage that are tried to tell it apart.
const BESIDE: [usize; 4] = [2, 4, 8, 16];

/// A term that may be added, and where.
#[derive(Clone, Debug)]
pub struct Addition {
    /// The term, as the corpus mostly writes it.
    pub name: String,
    /// What kind of thing it seems to be.
    pub kind: Kind,
    /// Its other forms.
    pub aliases: Vec<String>,
    /// The `concepts.toml` that it belongs in.
    pub file: PathBuf,
    /// The passages, best first.
    pub passages: Vec<Passage>,
}

/// A passage of an entry.
#[derive(Clone, Debug)]
pub struct Passage {
    /// How it is named.
    pub anchor: Anchor,
    /// What it enumerates.
    pub parts: Vec<String>,
    /// Who said it and when, where it says so.
    pub stated: Stated,
    /// Whether it says what the term is, explains it, or only names it.
    pub telling: Telling,
}

/// Why a term cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

/// A term that a writer has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its words.
    pub text: String,
    /// The number of the discovered concept that it is.
    pub concept: Option<usize>,
}

/// The term that a selection is: some words of prose, from their first letter to their last; of an empty one the discovered
/// concept there. `None` for what is none, or is in the glossary already.
pub fn selected(view: View, selection: Span) -> Option<Chosen> {
    let number = view.page.block_at(selection.start)?;
    let block = &view.page.blocks[number];
    let prose = &block.prose;
    let discovered = |concept: &usize| view.library.concepts[*concept].is_discovered();
    if selection.is_empty() {
        let (span, concept) = known_at(view, selection.start).filter(|(_, concept)| discovered(concept))?;
        return Some(Chosen { text: one_line(span.of(view.text)), concept: Some(concept) });
    }
    if !block.span.covers(selection) {
        return None;
    }
    let text = Span::new(prose.from_page(selection.start), prose.from_page(selection.end)).of(&prose.text);
    let text = text.trim_matches(|c: char| !is_word_char(c));
    let count = words(text).len();
    let is_term =
        (1..=LONGEST).contains(&count) && !text.contains(['.', '!', '?', ';', ':', '“', '”', '"', '\u{fffc}']);
    let text = one_line(text);
    if !is_term || view.library.annotated_terms().whole(&text).is_some() {
        return None;
    }
    let concept = view.library.named(&text).filter(discovered);
    Some(Chosen { text, concept })
}

/// What is added for a term: the folder whose texts define it or else speak of it most, or the first one, and the passages there
/// that tell most of it.
pub fn addition(library: &Library, chosen: &Chosen) -> Result<Addition, Refusal> {
    let known = chosen.concept.map(|concept| &library.concepts[concept]);
    let name = known.map_or(chosen.text.as_str(), |concept| concept.name.as_str());
    let folders: Vec<(usize, &Path)> = library
        .corpus
        .folders
        .iter()
        .enumerate()
        .filter_map(|(number, folder)| Some((number, folder.root.as_deref()?)))
        .filter(|(_, root)| !library.corpus.sources.iter().any(|source| source.path.as_deref() == Some(root)))
        .collect();
    if folders.is_empty() {
        let why = "the texts that come with glossator have a glossary of their own, which cannot be changed: name a folder of \
                   your texts in glossator.toml first";
        return Err(Refusal(why.into()));
    }
    let found = telling_of(library, name, known);
    let is_in = |folder: usize, place: Place| {
        library.corpus.folders[folder].sources.iter().any(|(_, number)| *number == place.source)
    };
    let standing = |folder: usize| {
        let here = || found.iter().filter(|(_, place)| is_in(folder, *place));
        (here().filter(|(telling, _)| *telling == Telling::Definition).count(), here().count())
    };
    // Of equal ones the first.
    let best = folders.into_iter().rev().max_by_key(|(folder, _)| standing(*folder));
    let Some((folder, root)) = best else { return Err(Refusal("there is no folder for it".into())) };
    let here: Vec<(Telling, Place)> = found.iter().copied().filter(|(_, place)| is_in(folder, *place)).collect();
    // Several may define it; of what says less one passage is enough.
    let wanted = standing(folder).0.clamp(1, MOST_PASSAGES);
    let parts = |place: Place| {
        let definition = known.and_then(|concept| concept.definitions.iter().find(|d| d.place == place));
        let parts = definition.map(|definition| definition.parts.iter());
        parts.into_iter().flatten().map(|&part| one_line(&library.words(part))).collect::<Vec<_>>()
    };
    let told = known.map(|concept| library.definitions_of(concept)).unwrap_or_default();
    let stated = |place: Place| {
        let whole = library.source(place).text.whole();
        let definition = told.iter().find(|definition| definition.place == place);
        definition.map(|definition| library::stated(definition, &FoldedText::new(&whole))).unwrap_or_default()
    };
    let passages = here.iter().filter_map(|&(telling, place)| {
        let passage = passage(library, folder, place, telling)?;
        Some(Passage { parts: parts(place), stated: stated(place), ..passage })
    });
    Ok(Addition {
        name: known.map_or_else(|| written_most(library, name), |concept| concept.name.clone()),
        kind: known.map_or_else(|| kind_of(name), |concept| concept.kind),
        aliases: known.map(other_names).unwrap_or_default(),
        file: root.join("concepts.toml"),
        passages: passages.take(wanted).collect(),
    })
}

/// The passages that tell something of a term, those that tell most first: what defines the concept that it is, or else has
/// a form by which one defines, what explains it, what names it, the shorter first.
fn telling_of(library: &Library, name: &str, known: Option<&Concept>) -> Vec<(Telling, Place)> {
    let mut found: Vec<(Telling, Place)> = Vec::new();
    found.extend(known.iter().flat_map(|concept| concept.definitions.iter().map(|d| (d.telling, d.place))));
    let defining: Vec<Place> =
        found.iter().filter(|(telling, _)| *telling == Telling::Definition).map(|f| f.1).collect();
    let mut more = library.speaking_of(name);
    more.retain(|(_, place)| {
        !found.iter().any(|(_, known)| known.span.overlaps(place.span) && known.source == place.source)
    });
    // A source that defines it surely says no more by such a form.
    let defines = |place: Place| !defining.iter().any(|known| known.source == place.source);
    let telling = |(says_what, place)| match says_what && defines(place) {
        true => (Telling::Definition, place),
        false => (Telling::Mention, place),
    };
    found.extend(more.into_iter().map(telling));
    // Stable: definitions keep the order in which they are shown. A few words are a heading.
    found.sort_by_cached_key(|&(telling, place)| match telling {
        Telling::Mention => (telling, words(&library.words(place)).len() < FEWEST_WORDS, place.span.len()),
        _ => (telling, false, 0),
    });
    found
}

/// A passage as an entry names it; `None` where it cannot be told from others.
fn passage(library: &Library, folder: usize, place: Place, telling: Telling) -> Option<Passage> {
    let sources = &library.corpus.folders[folder].sources;
    let id = &sources.iter().find(|(_, number)| *number == place.source)?.0;
    let whole = library.source(place).text.whole();
    let folded = FoldedText::new(&whole);
    let exact = one_line(place.span.of(&whole)).trim().to_string();
    let plain = Anchor { source: id.clone(), exact, ..Anchor::default() };
    let before: Vec<&str> = whole[..place.span.start].split_whitespace().rev().take(32).collect();
    let after: Vec<&str> = whole[place.span.end..].split_whitespace().take(32).collect();
    let prefix = |count: usize| before.iter().take(count).rev().copied().collect::<Vec<_>>().join(" ");
    let suffix = |count: usize| after.iter().take(count).copied().collect::<Vec<_>>().join(" ");
    let prefixed = BESIDE.iter().map(|&count| Anchor { prefix: prefix(count), ..plain.clone() });
    let suffixed = BESIDE.iter().map(|&count| Anchor { suffix: suffix(count), ..plain.clone() });
    let is_it = |anchor: &Anchor| matches!(find(anchor, &folded), Found::One(span) if span.overlaps(place.span));
    let anchor = std::iter::once(plain.clone()).chain(prefixed).chain(suffixed).find(is_it)?;
    Some(Passage { anchor, parts: Vec::new(), stated: Stated::default(), telling })
}

/// The form of a term that the corpus has most, of equal ones the one that comes first; the term itself where it has none.
fn written_most(library: &Library, name: &str) -> String {
    let mut forms: Vec<(String, usize)> = Vec::new();
    for place in library.uses(name).into_iter().take(200) {
        let form = one_line(&library.words(place));
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    let most = forms.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or_else(|| name.to_string(), |(form, _)| form)
}

/// What kind of thing a name says that it is.
fn kind_of(name: &str) -> Kind {
    let has = |word: &str| words(name).iter().any(|other| stem(&other.folded) == stem(word));
    let kinds = [
        (Kind::Principle, &["principle", "principles", "rule"][..]),
        (Kind::Initiative, &["initiative"]),
        (Kind::Policy, &["policy", "strategy"]),
        (Kind::Organisation, &["committee", "council", "organisation", "organization", "party", "ministry", "union"]),
        (Kind::Event, &["conference", "congress", "summit", "war", "meeting"]),
        (Kind::Document, &["charter", "treaty", "declaration", "act", "agreement"]),
    ];
    kinds.iter().find(|(_, words)| words.iter().any(|word| has(word))).map_or(Kind::Concept, |(kind, _)| *kind)
}

/// The other names of a concept by which it would not be recognised if it had only the first.
fn other_names(concept: &Concept) -> Vec<String> {
    let own = Recogniser::new([Form { text: &concept.name, concept: 0, is_name: concept.is_entity() }]);
    concept.aliases.iter().filter(|alias| own.whole(alias).is_none()).cloned().collect()
}
