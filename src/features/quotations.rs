//! The quotations of a text and where each comes from. What was traced once stays known while its words stay the same, so
//! that a keystroke costs only the quotations that it touched.

use super::View;
use super::claims::{Claims, Said};

use super::terminology::Terms;
use super::unmarked::Passages;
use crate::library::Library;
use crate::markup::{Prose, QuotationKind};
use crate::text::{Span, key, words};
use crate::trace::{Change, Match, Trace, Verdict};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// Marked words up to this number that stand in no source are a term or scare quotes, not speech. A single word always
/// is: every word stands somewhere.
const SCARE_WORDS: usize = 3;
/// A quotation with fewer words of its source than this outside the quotations in it is a frame for them.
const FEWEST_OWN: usize = 3;
/// A passage that has a smaller share of a quotation's words does not resemble it.
const LEAST_ALIKE: f32 = 0.2;
/// Passages named that resemble a quotation, at most.
const MOST_SIMILAR: usize = 3;

/// What a marked string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Somebody's words.
    Speech,
    /// The name of the concept with this number.
    Term(usize),
    /// A few words held at a distance.
    Scare,
    /// The writer's words around quotations that are judged by themselves: `> He says: “…”`.
    Frame,
}

/// A quotation with what is known of it.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Its number in the page.
    pub number: usize,
    /// What it is.
    pub role: Role,
    /// Where it comes from.
    pub found: Arc<Found>,
}

/// What is known of a text that stands between marks, wherever it stands.
#[derive(Debug)]
pub struct Found {
    /// The text.
    pub text: String,
    /// Where it comes from.
    pub trace: Trace,
    /// The number of the concept that the whole of it names.
    term: Option<usize>,
    /// How many words it has.
    pub(super) words: usize,
    /// Whose words the sources say that it is; found when it is asked for.
    pub(super) said: OnceLock<Option<Said>>,
}

/// All quotations of one version of a text.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    /// In the page's order.
    pub all: Vec<Quoted>,
    /// What should be a quotation; `None` where nobody looked for it.
    pub passages: Option<Passages>,
    /// The terms of the whole text.
    pub terms: Terms,
    /// Whose words the writer says that they are.
    pub claims: Claims,
    known: FxHashMap<u64, Arc<Found>>,
}

impl Quotations {
    /// Traces the quotations of a text. `before` is what an earlier version gave with the same library: words that it
    /// knows are not traced again.
    pub fn of(view: View, before: Option<&Quotations>) -> Self {
        Self::unless(view, before, &|| false).unwrap_or_default()
    }

    /// The same, unless `stopped` says meanwhile that nobody wants to know any more.
    pub fn unless(view: View, before: Option<&Quotations>, stopped: &(dyn Fn() -> bool + Sync)) -> Option<Self> {
        let texts = view.page.quotations.iter().map(|quotation| view.page.prose_of(quotation).text);
        let old = |text: String| match before.and_then(|before| before.known.get(&key(&text))) {
            Some(found) => Ok(found.clone()),
            None => Err(text),
        };
        let find = |text: String| {
            let trace = (!stopped()).then(|| view.library.trace(&text, view.own))?;
            Some(Arc::new(Found::new(view.library, text, trace)))
        };
        let mut all: Vec<Option<Arc<Found>>> = Vec::new();
        let mut new: Vec<(usize, String)> = Vec::new();
        for (number, text) in texts.enumerate() {
            let old = old(text).map_err(|text| new.push((number, text)));
            all.push(old.ok());
        }
        // One new text is what a key makes; only an opened draft has enough of them to wake other threads for.
        let new: Vec<(usize, Option<Arc<Found>>)> =
            new.into_par_iter().with_min_len(4).map(|(number, text)| (number, find(text))).collect();
        for (number, found) in new {
            all[number] = found;
        }
        let all: Vec<Arc<Found>> = all.into_iter().collect::<Option<_>>()?;
        let known = all.iter().map(|found| (key(&found.text), found.clone())).collect();
        let quoted = |(number, found): (usize, Arc<Found>)| Quoted { number, role: role(view, number, &found), found };
        let all = all.into_iter().enumerate().map(quoted).collect();
        let terms = Terms::of(view, before.map(|before| &before.terms));
        let mut quotations = Quotations { all, passages: None, terms, claims: Claims::default(), known };
        quotations.tell_frames(view);
        quotations.claims = Claims::of(view, &quotations.all, before.map(|before| &before.claims));
        Some(quotations)
    }

    /// The quotations of a page that overlap a span, traced anew, and no others.
    pub fn overlapping(view: View, span: Span) -> Vec<Quoted> {
        let quotations = view.page.quotations.iter().enumerate().filter(|(_, one)| one.span.overlaps(span));
        let quoted = |(number, one)| {
            let text = view.page.prose_of(one).text;
            let trace = view.library.trace(&text, view.own);
            let found = Arc::new(Found::new(view.library, text, trace));
            Quoted { number, role: role(view, number, &found), found }
        };
        let mut quotations = Quotations { all: quotations.map(quoted).collect(), ..Quotations::default() };
        quotations.tell_frames(view);
        quotations.all
    }

    /// Looks for unmarked passages as well; `None` if it was `stopped` first.
    pub fn with_passages(
        mut self,
        view: View,
        before: Option<&Quotations>,
        stopped: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let before = before.and_then(|before| before.passages.as_ref());
        self.passages = Some(Passages::unless(view, before, stopped)?);
        Some(self)
    }

    /// A quotation whose words are the source's only where another one lies inside it says nothing of its own.
    fn tell_frames(&mut self, view: View) {
        let mut inside: FxHashMap<usize, Vec<Span>> = FxHashMap::default();
        for quoted in self.all.iter().filter(|quoted| quoted.verdict() != Verdict::NotFound) {
            if let Some(parent) = view.page.quotations[quoted.number].parent {
                inside.entry(parent).or_default().push(quoted.span(view));
            }
        }
        for (number, inner) in inside {
            let Ok(at) = self.all.binary_search_by_key(&number, |quoted| quoted.number) else { continue };
            let outer = &self.all[at];
            let altered = outer.found.trace.best().filter(|best| best.verdict != Verdict::Verbatim);
            if altered.is_some_and(|best| outer.own_words(view, best, &inner) < FEWEST_OWN) {
                self.all[at].role = Role::Frame;
            }
        }
    }

    /// The quotation, innermost first, that the byte `offset` of the page lies in and that says something of its own.
    pub fn at(&self, view: View, offset: usize) -> Option<&Quoted> {
        let mut number = view.page.quotation_at(offset)?;
        loop {
            let quoted = self.all.get(number)?;
            match view.page.quotations[number].parent {
                // A term inside a longer quotation is part of what is quoted.
                Some(parent) if quoted.role != Role::Speech => number = parent,
                Some(parent) if quoted.verdict() == Verdict::NotFound && quoted.is_inside_found(view, self) => {
                    number = parent
                }
                _ => return Some(quoted),
            }
        }
    }
}

impl Quoted {
    /// The verdict on it.
    pub fn verdict(&self) -> Verdict {
        self.found.trace.verdict()
    }

    /// Its words, and where each stands in the page.
    pub fn prose(&self, view: View) -> Prose {
        view.page.prose_of(&view.page.quotations[self.number])
    }

    /// Its bytes in the page, marks included.
    pub fn span(&self, view: View) -> Span {
        view.page.quotations[self.number].span
    }

    /// How many words it has from the source in which it was found, without those in the spans `inner` of the page.
    fn own_words(&self, view: View, found: &Match, inner: &[Span]) -> usize {
        let prose = self.prose(view);
        let same = found.edits.iter().filter(|edit| edit.change == Change::Same);
        let words = same.flat_map(|edit| {
            let words = words(edit.quoted.of(&prose.text));
            words.into_iter().map(move |w| Span::new(edit.quoted.start + w.span.start, edit.quoted.start + w.span.end))
        });
        let in_page = words.filter_map(|word| prose.to_page(word));
        in_page.filter(|word| !inner.iter().any(|inner| inner.covers(*word))).count()
    }

    /// Whether it is part of a longer quotation that was found, and so was judged with it.
    pub fn is_inside_found(&self, view: View, all: &Quotations) -> bool {
        let mut parent = view.page.quotations[self.number].parent;
        while let Some(number) = parent {
            if all.all[number].verdict() != Verdict::NotFound && all.all[number].role != Role::Frame {
                return true;
            }
            parent = view.page.quotations[number].parent;
        }
        false
    }
}

impl Found {
    /// The passages that resemble a text which was not found, the nearest first: those that share more with it than chance
    /// would.
    pub fn nearest(&self) -> impl Iterator<Item = &Match> {
        self.trace.similar.iter().filter(|found| found.coverage >= LEAST_ALIKE).take(MOST_SIMILAR)
    }

    /// What is known of a text that was traced.
    pub fn new(library: &Library, text: String, trace: Trace) -> Self {
        let term = library.annotated_terms().whole(&text);
        let words = words(&text).len();
        Found { text, trace, term, words, said: OnceLock::new() }
    }
}

fn role(view: View, number: usize, found: &Found) -> Role {
    if view.page.quotations[number].kind == QuotationKind::Block {
        return Role::Speech;
    }
    if let Some(concept) = found.term {
        return Role::Term(concept);
    }
    // A phrase turned round is no word in scare quotes either.
    let is_turned = |best: &Match| best.alterations().all(|edit| edit.change == Change::Swapped);
    let is_found = found.words > 1
        && match found.trace.verdict() {
            Verdict::Verbatim => true,
            Verdict::Altered => found.trace.best().is_some_and(is_turned),
            _ => false,
        };
    if found.words <= SCARE_WORDS && !is_found { Role::Scare } else { Role::Speech }
}
