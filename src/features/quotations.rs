//! The quotations of a text and where each comes from. What was traced once stays known while its words stay the same, so
//! that a keystroke costs only the quotations that it touched.

use super::View;
use crate::markup::{Prose, QuotationKind};
use crate::text::{Span, key, words};
use crate::trace::{Trace, Verdict};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Marked words up to this number that stand in no source are a term or scare quotes, not speech. A single word always
/// is: every word stands somewhere.
const SCARE_WORDS: usize = 3;

/// What a marked string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Somebody's words.
    Speech,
    /// The name of the concept with this number.
    Term(usize),
    /// A few words held at a distance.
    Scare,
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

/// What tracing a text gave.
#[derive(Debug)]
pub struct Found {
    /// The words between the marks and where each stands in the page at which they were first seen.
    pub text: String,
    /// The result.
    pub trace: Trace,
}

/// All quotations of one version of a text.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    /// In the page's order.
    pub all: Vec<Quoted>,
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
        let texts: Vec<(String, u64)> = view
            .page
            .quotations
            .iter()
            .map(|quotation| {
                let text = view.page.prose_of(quotation).text;
                let key = key(&text);
                (text, key)
            })
            .collect();
        let trace = |(text, key): (String, u64)| match before.and_then(|before| before.known.get(&key)) {
            Some(found) => Some(found.clone()),
            None if stopped() => None,
            None => {
                let trace = view.library.trace(&text, view.own);
                Some(Arc::new(Found { text, trace }))
            }
        };
        let traced: Vec<Arc<Found>> = texts.into_par_iter().with_min_len(4).map(trace).collect::<Option<_>>()?;
        let known = traced.iter().map(|found| (key(&found.text), found.clone())).collect();
        let all = traced
            .into_iter()
            .enumerate()
            .map(|(number, found)| Quoted { number, role: role(view, number, &found), found })
            .collect();
        Some(Quotations { all, known })
    }

    /// The quotation, innermost first, that the byte `offset` of the page lies in and that says something of its own.
    pub fn at(&self, view: View, offset: usize) -> Option<&Quoted> {
        let mut number = view.page.quotation_at(offset)?;
        loop {
            let quoted = self.all.get(number)?;
            match view.page.quotations[number].parent {
                // A term inside a longer quotation is part of what is quoted.
                Some(parent) if quoted.role != Role::Speech || quoted.verdict() == Verdict::NotFound => number = parent,
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

    /// Whether it is part of a longer quotation that was found, and so was judged with it.
    pub fn is_inside_found(&self, view: View, all: &Quotations) -> bool {
        let mut parent = view.page.quotations[self.number].parent;
        while let Some(number) = parent {
            if all.all[number].verdict() != Verdict::NotFound {
                return true;
            }
            parent = view.page.quotations[number].parent;
        }
        false
    }
}

fn role(view: View, number: usize, found: &Found) -> Role {
    let is_block = view.page.quotations[number].kind == QuotationKind::Block;
    if let Some(concept) = view.library.recogniser().whole(&found.text).filter(|_| !is_block) {
        return Role::Term(concept);
    }
    let count = if is_block { usize::MAX } else { words(&found.text).len() };
    let is_found = count > 1 && found.trace.verdict() == Verdict::Verbatim;
    if count <= SCARE_WORDS && !is_found { Role::Scare } else { Role::Speech }
}
