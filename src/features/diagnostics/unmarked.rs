//! A passage that is a source's and that no marks say so of: `unmarked`.

use super::{Finding, Subject};
use crate::features::unmarked::{Half, Passages};
use crate::features::{View, wording};
use crate::settings::{Check, Settings};

/// Reports the passages that are long enough.
pub(super) fn check(view: View, passages: &Passages, settings: &Settings) -> Vec<Finding> {
    let long = passages.all.iter().enumerate().filter(|(_, one)| one.found.is_long(settings.unmarked_words()));
    let finding = |(number, passage): (usize, &crate::features::unmarked::Passage)| {
        let span = passage.span(view)?;
        let place = wording::place(view.library, passage.found.place);
        let nearly = if passage.found.is_exact { "" } else { ", or nearly so" };
        let missing = match passage.half(view) {
            None => "quotation marks are missing",
            Some(Half::Begun(_)) => "the closing quotation mark is missing",
            Some(Half::Ended(_)) => "the opening quotation mark is missing",
        };
        let message = format!("These {} are in {place}{nearly}; {missing}", passage.length(view));
        let finding = Finding::new(Check::Unmarked, settings, Subject::Passage(number), span, message);
        Some(Finding { sources: vec![passage.found.place], ..finding })
    };
    long.filter_map(finding).collect()
}
