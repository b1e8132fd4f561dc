//! Whose words a quotation is: as the writer says ([`Claims`]) and as its sources say ([`Said`]).

use super::View;
use super::quotations::{Found, Quoted, Role};
use crate::attribution::{self, Attribution, names};
use crate::library::{self, Library};
use crate::markup::{Page, Quotation};
use crate::text::{Span, Word, words};
use crate::trace::{Match, Place, Verdict};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Shorter quotations may be anybody's.
const FEWEST_WORDS: usize = 5;
/// Places of the same words that are asked; where there are more, nothing is said.
const MOST_PLACES: usize = 6;
/// Paragraphs before a quotation in which the writer may have named somebody.
const BEFORE: usize = 3;

/// Bytes of these paragraphs, at most: of what stands in longer ones the writer's claim is not read.
const LONGEST: usize = 16 * 1024;

/// Whose words a quotation is, as all its sources say.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who, as the first of them says.
    pub speaker: Stated,
    /// The words of that name, of a person perhaps the surname alone; see [`names::person`] and [`names::body`].
    pub person: Vec<String>,
    /// Whether it is a person's, and not that of a body or a document.
    pub is_person: bool,
    /// The title that the first of them gives it in the clause that says so: `the engineer`.
    pub title: Option<String>,
    /// When, as the first of them says that says it.
    pub date: Option<Stated>,
    /// On what occasion, as the first of them says that says it.
    pub occasion: Option<Stated>,
    /// What the sources say around it.
    pub evidence: Vec<String>,
    /// Whether the texts are only known to be this person's and of this date, and do not themselves say so of the words.
    pub is_author: bool,
}

/// What a source says of a passage.
#[derive(Clone, Debug)]
pub struct Stated {
    /// In its words.
    pub text: String,
    /// The passage.
    pub place: Place,
    /// Where it says so, if that is known.
    pub evidence: Option<Place>,
}

/// Whose words the quotations of a text are, as its writer says. What was read stays known while the paragraphs around a
/// quotation stay the same.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// By the numbers of the quotations; only of those of whose speaker both the writer and the sources are sure. Of a body or a
    /// document only what has a date or an occasion.
    all: FxHashMap<usize, (usize, Arc<Attribution>)>,
    known: FxHashMap<u64, Arc<Attribution>>,
}

impl Claims {
    /// Reads the claims around the quotations that need it.
    pub(super) fn of(view: View, quoted: &[Quoted], before: Option<&Claims>) -> Self {
        let mut claims = Claims::default();
        if view.own.is_some() {
            return claims;
        }
        for one in quoted.iter().filter(|one| one.role == Role::Speech && one.found.may_be_said()) {
            let Some(window) = Window::around(view.page, one.number) else { continue };
            let known = before.and_then(|before| before.known.get(&window.key));
            let claim = known.cloned().unwrap_or_else(|| Arc::new(window.claim(view.page, one.number)));
            claims.known.insert(window.key, claim.clone());
            // What the sources say takes more reading: they are asked only where the writer is sure of somebody.
            let says_more = claim.is_person || claim.date.is_some() || claim.occasion.is_some();
            if claim.is_sure && says_more && one.found.said(view.library).is_some() {
                claims.all.insert(one.number, (window.base, claim));
            }
        }
        claims
    }

    /// Whose words the writer says that a quotation is; the spans are of the page.
    pub fn get(&self, number: usize) -> Option<Attribution> {
        let (base, claim) = self.all.get(&number)?;
        let mut claim = Attribution::clone(claim);
        for named in [&mut claim.speaker, &mut claim.date, &mut claim.occasion].into_iter().flatten() {
            named.span = named.span.shift(*base);
        }
        for span in [&mut claim.evidence, &mut claim.mention].into_iter().flatten() {
            *span = span.shift(*base);
        }
        Some(claim)
    }
}

/// A quotation with the paragraphs around it.
struct Window {
    first: usize,
    end: usize,
    /// Where the first paragraph begins.
    base: usize,
    /// What it is known by.
    key: u64,
}

impl Window {
    fn around(page: &Page, number: usize) -> Option<Window> {
        let quotation = &page.quotations[number];
        let (block, last) = (quotation.parts.first()?.0, quotation.parts.last()?.0);
        let first = block.saturating_sub(BEFORE);
        let end = (last + 2).min(page.blocks.len());
        let base = page.blocks[first].span.start;
        // It is read anew for each quotation in it.
        if page.blocks[first..end].iter().map(|block| block.prose.text.len()).sum::<usize>() > LONGEST {
            return None;
        }
        let mut hasher = FxHasher::default();
        for block in &page.blocks[first..end] {
            (block.hash, block.span.start - base).hash(&mut hasher);
        }
        quotation.span.start.wrapping_sub(base).hash(&mut hasher);
        Some(Window { first, end, base, key: hasher.finish() })
    }

    /// What is said of the quotation `number` of the page; the spans begin at the window's base.
    fn claim(&self, page: &Page, number: usize) -> Attribution {
        let inside =
            |quotation: &Quotation| quotation.parts.iter().all(|part| (self.first..self.end).contains(&part.0));
        let numbers: Vec<usize> = (0..page.quotations.len()).filter(|&i| inside(&page.quotations[i])).collect();
        let here = |number: usize| numbers.binary_search(&number).ok();
        let moved = |&number: &usize| {
            let mut quotation = page.quotations[number].clone();
            quotation.parts.iter_mut().for_each(|part| part.0 -= self.first);
            quotation.parent = quotation.parent.and_then(here);
            quotation
        };
        let blocks = page.blocks[self.first..self.end].to_vec();
        let quotations = numbers.iter().map(moved).collect();
        let part = Page { format: page.format, blocks, quotations, ..Page::default() };
        let rows = attribution::marked(&part);
        let Some(row) = here(number).and_then(|number| rows.into_iter().find(|row| row.quotation == number)) else {
            return Attribution::default();
        };
        let mut claim = row.attribution;
        let back = |span: Span| Span::new(span.start.saturating_sub(self.base), span.end.saturating_sub(self.base));
        for named in [&mut claim.speaker, &mut claim.date, &mut claim.occasion].into_iter().flatten() {
            named.span = back(named.span);
        }
        for span in [&mut claim.evidence, &mut claim.mention].into_iter().flatten() {
            *span = back(*span);
        }
        claim
    }
}

impl Found {
    /// Whether it is long enough, and found well enough, for its sources to say whose words it is.
    fn may_be_said(&self) -> bool {
        let found = |best: &Match| matches!(best.verdict, Verdict::Verbatim | Verdict::Altered);
        self.words >= FEWEST_WORDS && self.trace.verbatim <= MOST_PLACES && self.trace.best().is_some_and(found)
    }

    /// Whose words it is, where every source of it names the same person and can mean nobody else.
    pub fn said(&self, library: &Library) -> Option<&Said> {
        self.said.get_or_init(|| self.find_said(library)).as_ref()
    }

    fn find_said(&self, library: &Library) -> Option<Said> {
        let best = self.trace.best().filter(|best| self.may_be_said() && best.places().len() == 1)?;
        let alike = |other: &&Match| (other.verdict == Verdict::Verbatim) == (best.verdict == Verdict::Verbatim);
        let places: Vec<Place> = self.trace.matches.iter().filter(alike).take(MOST_PLACES).map(Match::extent).collect();
        let mut said: Option<Said> = None;
        for &place in &places {
            let one = said_at(library, place)?;
            match &mut said {
                Some(said) if said.is_of_the_same(&one) => said.add(one),
                Some(_) => return None,
                None => said = Some(one),
            }
        }
        let said = said?;
        let year = said.is_author.then(|| library.year_of(&places)).flatten();
        let date = year.map(|year| Stated { text: year.to_string(), ..said.speaker.clone() });
        Some(Said { date: said.date.or(date), ..said })
    }
}

impl Said {
    /// What an attribution of the passage at `place` says; `None` if that is nobody in particular.
    fn of(library: &Library, place: Place, attribution: library::Attribution, is_person: bool) -> Option<Said> {
        let library::Attribution { speaker, date, occasion, evidence } = attribution;
        let stated = |text: String| Stated { text, place, evidence };
        let speaker = stated(speaker?);
        let person = match is_person {
            true => names::of_person(&speaker.text)?,
            false => names::body(&speaker.text)?,
        };
        let clause = evidence.map(|place| library.words(place).into_owned());
        let evidence = clause.into_iter().collect();
        Some(Said {
            person,
            is_person,
            title: None,
            speaker,
            date: date.map(stated),
            occasion: occasion.map(stated),
            evidence,
            is_author: false,
        })
    }

    /// Whether another passage is of the same person or body.
    fn is_of_the_same(&self, other: &Said) -> bool {
        match (self.is_person, other.is_person) {
            (true, true) => {
                names::may_be_one(&self.person, &other.person) && !names::are_namesakes(&self.person, &other.person)
            }
            (false, false) => self.person == other.person,
            _ => false,
        }
    }

    /// Whether a claim names the speaker; `None` where that is not certain.
    pub fn is_of(&self, claim: &Attribution) -> Option<bool> {
        let named = &claim.speaker.as_ref()?.text;
        if claim.is_person {
            let person =
                names::of_person(named).filter(|_| self.is_person && is_same_script(named, &self.speaker.text))?;
            if names::are_namesakes(&person, &self.person) {
                return Some(false);
            }
            return match names::may_be_one(&person, &self.person) {
                // By a surname alone nobody is told from others.
                false => (self.person.len() > 1).then_some(false),
                true => (!names::may_be_relatives(&person, &self.person)).then_some(true),
            };
        }
        (!self.is_person && names::body(named)? == self.person).then_some(true)
    }

    /// Adds what another passage is known of with the same words of the same person.
    fn add(&mut self, other: Said) {
        self.date = self.date.take().or(other.date);
        self.occasion = self.occasion.take().or(other.occasion);
        self.evidence.extend(other.evidence);
        self.is_author |= other.is_author;
    }
}

/// Whether two names are written in letters of one kind: `Иван` and `Ivan` cannot be compared.
fn is_same_script(one: &str, other: &str) -> bool {
    let script = |name: &str| match name.chars().find(|c| c.is_alphabetic()).map_or(0, u32::from) {
        // Latin, Greek, Cyrillic
        0..0x370 | 0x1e00..0x1f00 | 0xff21..0xff5b => 0,
        0x370..0x400 | 0x1f00..0x2000 => 0x370,
        0x400..0x530 | 0x1c80..0x1c90 | 0x2de0..0x2e00 | 0xa640..0xa6a0 => 0x400,
        // Hangul, kana, Han
        0x1100..0x1200 | 0x3130..0x3190 | 0xa960..0xa980 | 0xac00..0xd800 => 0x1100,
        0x3040..0x3100 | 0x31f0..0x3200 | 0xff66..0xff9e => 0x3040,
        0x3005..0x3008 | 0x3400..0xa000 | 0xf900..0xfb00 | 0x20000..0x40000 => 0x3400,
        letter => letter >> 8,
    };
    script(one) == script(other)
}

/// What one source is sure of. What the annotation leaves open, the texts of the saying may say.
fn said_at(library: &Library, place: Place) -> Option<Said> {
    let told = |place: Place| {
        let told = library.told_at(place).filter(|told| told.is_sure)?;
        let title = told.mention.and_then(|mention| title(library, mention, told.attribution.evidence));
        Some(Said { title, ..Said::of(library, place, told.attribution, told.is_person)? })
    };
    let Some(annotated) = library.annotated_at(place) else { return told(place).or_else(|| by_author(library, place)) };
    let is_person = annotated.speaker.as_deref().is_some_and(|name| names::person(name).is_some());
    let mut said = Said::of(library, place, annotated.clone(), is_person)?;
    if said.date.is_none() || said.occasion.is_none() {
        let members = library.utterance_at(place).into_iter().flat_map(|utterance| &utterance.members);
        let others = members.map(|member| member.place).filter(|other| other.source != place.source);
        for other in std::iter::once(place).chain(others).take(MOST_PLACES).filter_map(told) {
            if said.is_of_the_same(&other) {
                said.add(other);
            }
        }
    }
    Some(said)
}

/// The title before a name, as it is written inside a sentence.
fn title(library: &Library, mention: Place, evidence: Option<Place>) -> Option<String> {
    let words = library.words(mention);
    let title = names::title(&words)?;
    let is_first = evidence.is_none_or(|evidence| evidence.span.start == mention.span.start);
    match is_first {
        false => Some(title.to_string()),
        // A capital may be there only because the sentence begins.
        true => names::inside(title),
    }
}

/// What is known of words that are only known to be their author's.
fn by_author(library: &Library, place: Place) -> Option<Said> {
    let speaker = Some(library.author_of(place)?.to_string());
    let said = Said::of(library, place, library::Attribution { speaker, ..library::Attribution::default() }, true)?;
    Some(Said { is_author: true, ..said })
}

/// Whether a text names somebody, even in another spelling.
pub fn names_person(text: &str, person: &[String]) -> bool {
    let all = words(text);
    // `In May 1955` names nobody.
    let is_month = |at: usize| {
        let is_number = all.get(at + 1).is_some_and(|next| next.folded.starts_with(|c: char| c.is_ascii_digit()));
        all[at].folded == "may" && is_number
    };
    // In another spelling a name still has a capital, where the script has any.
    let is_it = |word: &Word| {
        let is_small = word.span.of(text).starts_with(char::is_lowercase);
        person.contains(&word.folded) || !is_small && names::may_be_one(std::slice::from_ref(&word.folded), person)
    };
    (0..all.len()).any(|at| !is_month(at) && is_it(&all[at]))
}
