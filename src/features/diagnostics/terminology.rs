//! Terms that are not the corpus': `terminology`, `enumeration` and the milder `mixed-terms`.

use super::{Finding, Subject};
use crate::features::View;
use crate::features::quotations::Quotations;
use crate::features::terminology::flaws;
use crate::settings::{Settings, Severity};

/// Reports what is wrong with the terms, for those checks that are not off.
pub(super) fn check(view: View, quotations: &Quotations, settings: &Settings) -> Vec<Finding> {
    let flaws = flaws(view, quotations, &|check| settings.severity(check) != Severity::Off);
    let finding = |flaw: crate::features::terminology::Flaw| Finding {
        check: flaw.check,
        severity: settings.severity(flaw.check),
        span: flaw.span(),
        parts: flaw.parts,
        subject: Subject::Words,
        message: flaw.message,
        sources: flaw.sources,
        is_surplus: false,
    };
    flaws.into_iter().map(finding).collect()
}
