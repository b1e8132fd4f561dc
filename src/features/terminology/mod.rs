//! Whether a draft calls things what the corpus calls them: names that should be avoided or count wrongly, enumerations
//! with other parts than a source has, one thing under two similar names. What is quoted from somebody is left alone; so is
//! whatever may be meant otherwise.

mod compare;
mod enumeration;
mod items;
mod judges;
mod leading;
mod listing;
mod mixed;
mod names;
mod rewriting;
mod terms;
#[cfg(test)]
mod tests;

use rewriting::edit;
pub use terms::{BlockTerms, Terms};

use super::View;
use super::fix::Fix;
use super::quotations::{Quotations, Role};
use crate::markup::BlockKind;
use crate::settings::Check;
use crate::text::{Span, is_word_char};
use crate::trace::{Place, Verdict};

/// A use of a term that is not the corpus'.
#[derive(Clone, Debug)]
pub struct Flaw {
    /// The check that is about it.
    pub check: Check,
    /// The words that it is about, in bytes of the page, in order; at least one run.
    pub parts: Vec<Span>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What the corpus has instead.
    pub sources: Vec<Place>,
    /// What mends it.
    pub fix: Option<Fix>,
}

impl Flaw {
    /// From the first to the last of its words, in bytes of the page.
    pub fn span(&self) -> Span {
        self.parts.iter().copied().reduce(Span::join).unwrap_or_default()
    }
}

/// The checks that are about terms.
pub const CHECKS: [Check; 3] = [Check::Terminology, Check::Enumeration, Check::MixedTerms];

/// What is wrong with the terms of a text, as far as `asked` is true of its check. In a source nothing is: it is what the
/// others are held against.
pub fn flaws(view: View, quotations: &Quotations, asked: &dyn Fn(Check) -> bool) -> Vec<Flaw> {
    if view.own.is_some() {
        return Vec::new();
    }
    let own = Own::new(view, quotations);
    let mut all = Vec::new();
    if asked(Check::Terminology) {
        all.extend(names::flaws(view, quotations, &own));
    }
    if asked(Check::Enumeration) {
        all.extend(enumeration::flaws(view, quotations, &own));
        all.extend(listing::flaws(view, quotations, &own));
    }
    if asked(Check::MixedTerms) {
        all.extend(mixed::flaws(view, quotations, &own));
    }
    all
}

/// What of a text is the writer's own words.
struct Own<'a> {
    view: View<'a>,
    /// What is quoted, or may be, in bytes of the page; of what stands nowhere also the words between the marks.
    quoted: Vec<(Span, Option<Span>)>,
}

impl<'a> Own<'a> {
    fn new(view: View<'a>, quotations: &Quotations) -> Self {
        let speech = quotations.all.iter().filter(|quoted| matches!(quoted.role, Role::Speech | Role::Frame));
        let spans = speech.map(|quoted| {
            let prose = quoted.prose(view);
            let inner = (quoted.verdict() == Verdict::NotFound).then(|| prose.to_page(trimmed(&prose.text))).flatten();
            (quoted.span(view), inner)
        });
        Own { view, quoted: spans.collect() }
    }

    /// Where a run of the prose of a block stands in the page, if it is the writer's. A name between marks that is all that
    /// stands there, and stands so in no source, is the writer's name for something.
    fn span(&self, block: usize, span: Span) -> Option<Span> {
        let block = &self.view.page.blocks[block];
        let span = block.prose.to_page(span).filter(|_| block.kind != BlockKind::Quoted)?;
        let is_quoted = |(quoted, inner): &(Span, Option<Span>)| {
            quoted.overlaps(span) && !inner.is_some_and(|inner| span.covers(inner))
        };
        (!self.quoted.iter().any(is_quoted)).then_some(span)
    }

    /// Whether a run of the page stands between marks.
    fn is_marked(&self, span: Span) -> bool {
        self.view.page.quotations.iter().any(|quotation| quotation.span.overlaps(span))
    }
}

/// A text without what is no word at its ends.
fn trimmed(text: &str) -> Span {
    let end = text.trim_end_matches(|c| !is_word_char(c)).len();
    Span::new(text.len() - text.trim_start_matches(|c| !is_word_char(c)).len(), end)
}
