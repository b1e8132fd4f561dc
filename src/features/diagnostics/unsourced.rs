//! A quotation that stands in no source: `unsourced`, off by default, for texts whose every quotation should be in the
//! corpus.

use super::{Finding, Subject};
use crate::features::View;
use crate::features::quotations::Quoted;
use crate::settings::{Check, Settings};
use crate::trace::Verdict;

/// Reports a quotation that was found nowhere.
pub(super) fn check(view: View, quoted: &Quoted, settings: &Settings) -> Option<Finding> {
    if quoted.verdict() != Verdict::NotFound || view.own.is_some() {
        return None;
    }
    let message = "No source of the corpus has this quotation".into();
    Some(Finding::new(Check::Unsourced, settings, Subject::Quotation(quoted.number), quoted.span(view), message))
}
