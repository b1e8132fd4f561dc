//! A convention of quoting that a strict setting does not want to see used.

use super::{Finding, Subject};
use crate::features::View;
use crate::features::conventions::uses;
use crate::features::quotations::Quoted;
use crate::settings::{Settings, Severity};

/// Reports the uses of those conventions whose checks are not off.
pub(super) fn check(view: View, quoted: &Quoted, settings: &Settings) -> Vec<Finding> {
    let uses = uses(view, quoted, &|check| settings.severity(check) != Severity::Off);
    let finding = |one: crate::features::conventions::Use| Finding {
        sources: quoted.found.trace.best().map(|best| best.places()).unwrap_or_default(),
        ..Finding::new(one.check, settings, Subject::Quotation(quoted.number), one.span, one.message)
    };
    uses.into_iter().map(finding).collect()
}
