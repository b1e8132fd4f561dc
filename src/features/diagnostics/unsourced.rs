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
    Some(Finding {
        check: Check::Unsourced,
        severity: settings.severity(Check::Unsourced),
        span: quoted.span(view),
        parts: vec![quoted.span(view)],
        subject: Subject::Quotation(quoted.number),
        message: "No source of the corpus has this quotation".into(),
        sources: Vec::new(),
        is_surplus: false,
    })
}
