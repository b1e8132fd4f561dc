//! What the editor shows under the pointer: on a term what the corpus says it is, on a quotation where it comes from and
//! what was changed.

mod concept;
mod differences;
mod quotation;
#[cfg(test)]
mod tests;

pub use concept::concept_card;
use quotation::unmarked_card;
pub use quotation::{passage_card, quotation_card};

use super::View;
use super::card::{Card, Inline};
use super::diagnostics::cuts;
use super::quotations::{Quotations, Quoted, Role};
use super::unmarked::Passage;
use super::wording;
use crate::concepts::Recogniser;
use crate::library::{Attribution, Library};
use crate::text::{Span, words};
use crate::trace::{Place, Verdict};

/// Letters of an abbreviation that tells whose initials it has, at least.
const SHORTEST_ABBREVIATION: usize = 3;

/// What a place of the page is about.
#[derive(Clone, Debug)]
pub enum Target<'a> {
    /// A term.
    Term {
        /// Its bytes in the page.
        span: Span,
        /// The number of its concept.
        concept: usize,
    },
    /// A quotation that says something of its own.
    Quotation {
        /// The quotation.
        quoted: &'a Quoted,
        /// The concept of the term in it that the place lies on.
        term: Option<usize>,
    },
    /// Words that are a source's, without marks that say so.
    Unmarked {
        /// Their bytes in the page.
        span: Span,
        /// The passage.
        passage: &'a Passage,
    },
}

impl Target<'_> {
    /// Its bytes in the page.
    pub fn span(&self, view: View) -> Span {
        match self {
            Target::Term { span, .. } | Target::Unmarked { span, .. } => *span,
            Target::Quotation { quoted, .. } => quoted.span(view),
        }
    }
}

/// What the byte `offset` of the page is about. A quotation that was found wins over a term inside it,
/// and a term over an unmarked passage around it.
pub fn target_at<'a>(view: View, quotations: &'a Quotations, offset: usize) -> Option<Target<'a>> {
    // A name that is not the corpus' is about the concept that it was meant for.
    let term = quotations.terms.misnamed_at(view, offset).or_else(|| term_at(view, offset));
    let term = term.or_else(|| abbreviation_at(view, offset));
    if let Some(quoted) = quotations.at(view, offset)
        && quoted.role == Role::Speech
        && (quoted.verdict() != Verdict::NotFound || term.is_none())
    {
        return Some(Target::Quotation { quoted, term: term.map(|(_, concept)| concept) });
    }
    let unmarked = || {
        let (span, passage) = quotations.passages.as_ref()?.at(view, offset)?;
        Some(Target::Unmarked { span, passage })
    };
    let of_term = |(span, concept)| Target::Term { span, concept };
    let defined = || {
        // What the texts say of a word may not be known yet.
        let known = if view.library.discovers() { known_at(view, offset) } else { None };
        known.map(of_term)
    };
    term.map(of_term).or_else(unmarked).or_else(defined)
}

/// The term at the byte `offset` of the page, also of a concept that the texts only define.
pub(super) fn known_at(view: View, offset: usize) -> Option<(Span, usize)> {
    term_at(view, offset).or_else(|| defined_at(view, offset))
}

fn term_at(view: View, offset: usize) -> Option<(Span, usize)> {
    touched(view, view.library.recogniser(), offset)
}

/// The term there of a concept that is known only because the texts define it.
fn defined_at(view: View, offset: usize) -> Option<(Span, usize)> {
    touched(view, view.library.defined_terms()?, offset)
}

fn touched(view: View, recogniser: &Recogniser, offset: usize) -> Option<(Span, usize)> {
    let block = &view.page.blocks[view.page.block_at(offset)?];
    let terms = recogniser.terms(&block.prose.text);
    let spans = terms.into_iter().filter_map(|term| Some((block.prose.to_page(term.span)?, term.concept)));
    // A pointer lies on the character behind it, so a term's end is the last choice.
    spans.filter(|(span, _)| span.touches(offset)).max_by_key(|(span, _)| offset < span.end)
}

/// The word in capitals at the byte `offset` of the page that the texts introduce for a concept or, where the corpus has no such
/// word, that has the initials of just one.
fn abbreviation_at(view: View, offset: usize) -> Option<(Span, usize)> {
    let block = &view.page.blocks[view.page.block_at(offset)?];
    let (text, at) = (&block.prose.text, block.prose.from_page(offset));
    let word = words(text).into_iter().find(|word| word.span.touches(at))?;
    let written = word.span.of(text);
    if written.chars().count() < SHORTEST_ABBREVIATION || !written.chars().all(char::is_uppercase) {
        return None;
    }
    if view.library.first_use(written).is_some() {
        // What the texts introduce it for may not be known yet.
        return if view.library.discovers() { term_at(view, offset) } else { None };
    }
    let mut meant = view.library.names().with_initials(&word.folded).into_iter();
    let concept = meant.next().filter(|_| meant.next().is_none())?;
    Some((block.prose.to_page(word.span)?, concept))
}

/// The concepts of the terms inside a longer one that the byte `offset` of the page lies on, the longer before the shorter,
/// as far as the corpus says more of them than that they stand there.
fn inside(view: View, outer: Span, concept: usize, offset: usize) -> Vec<usize> {
    let Some(block) = view.page.block_at(offset).map(|block| &view.page.blocks[block]) else { return Vec::new() };
    let (text, at) = (&block.prose.text, block.prose.from_page(offset));
    let mut inner: Vec<usize> = Vec::new();
    for term in view.library.recogniser().around(text, at).into_iter().rev() {
        let is_inside = block.prose.to_page(term.span).is_some_and(|span| outer.covers(span));
        let tells = !view.library.defining(&view.library.concepts[term.concept]).is_empty();
        if is_inside && tells && at < term.span.end && term.concept != concept && !inner.contains(&term.concept) {
            inner.push(term.concept);
        }
    }
    inner
}

/// The card for the byte `offset` of the page, and the span that it is about.
pub fn hover(view: View, quotations: &Quotations, offset: usize) -> Option<(Span, Card)> {
    let target = target_at(view, quotations, offset)?;
    let card = match &target {
        Target::Term { span, concept } => {
            let mut card = concept_card(view.library, *concept);
            for inner in inside(view, *span, *concept, offset) {
                card.append(concept_card(view.library, inner));
            }
            card
        }
        Target::Unmarked { passage, .. } => unmarked_card(view, passage),
        Target::Quotation { quoted, term } => {
            let mut card = quotation_card(view, quoted, &cuts(view, quotations, quoted))?;
            // What was discovered and nothing defines would only say again that the words stand there.
            let tells = |&&concept: &&usize| {
                let concept = &view.library.concepts[concept];
                !concept.is_discovered() || !concept.definitions.is_empty()
            };
            if let Some(concept) = term.as_ref().filter(tells) {
                card.append(concept_card(view.library, *concept));
            }
            card
        }
    };
    Some((target.span(view), card))
}

/// `— Title, line 3 (author, date) · speaker · date · occasion`.
pub(super) fn source_line(library: &Library, place: Place, attribution: Option<&Attribution>) -> Vec<Inline> {
    let mut line = vec![Inline::Plain("— ".into()), Inline::Link(wording::place(library, place), place)];
    let source = library.source(place);
    let meta: Vec<&str> = [&source.meta.author, &source.meta.date].into_iter().flatten().map(String::as_str).collect();
    if !meta.is_empty() {
        line.push(Inline::Plain(format!(" ({})", meta.join(", "))));
    }
    if let Some(attribution) = attribution.filter(|attribution| !attribution.is_empty()) {
        line.push(Inline::Plain(format!(" · {}", wording::attribution(attribution))));
    }
    line
}
