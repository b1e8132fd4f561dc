//! What is wrong in a text, one file a check. The checks themselves, with their severities and their prose, are declared in
//! `settings`.

mod misquotation;
mod unsourced;

use super::View;
use super::fix::Fix;
use super::quotations::{Quotations, Role};
use crate::text::Span;
use crate::trace::Place;

/// One thing that a check found. Severities are the settings' business.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The check's code.
    pub check: &'static str,
    /// Whether it is graver than its check's severity says: a turned meaning.
    pub raised: bool,
    /// Where, in bytes of the page.
    pub span: Span,
    /// The number of the quotation.
    pub quotation: usize,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What it is held against.
    pub source: Option<Place>,
    /// What mends it.
    pub fixes: Vec<Fix>,
}

/// Everything that the checks find in a text, silenced parts left out, in the text's order.
pub fn findings(view: View, quotations: &Quotations) -> Vec<Finding> {
    let speech = quotations.all.iter().filter(|quoted| quoted.role == Role::Speech);
    let mut all: Vec<Finding> = speech
        .filter(|quoted| !quoted.is_inside_found(view, quotations))
        .filter_map(|quoted| misquotation::check(view, quoted).or_else(|| unsourced::check(view, quoted)))
        .filter(|finding| !is_silenced(view, finding))
        .collect();
    all.sort_by_key(|finding| finding.span);
    all
}

fn is_silenced(view: View, finding: &Finding) -> bool {
    let quotation = view.page.quotations[finding.quotation].span;
    view.page.silences.iter().any(|silence| {
        let named = silence.checks.is_empty() || silence.checks.iter().any(|check| check == finding.check);
        named && (silence.span.overlaps(finding.span) || silence.span.covers(quotation))
    })
}
