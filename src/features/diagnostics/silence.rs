//! A comment that silences a check which there is not, or that is misspelt: `settings`. It would silence nothing, and nobody
//! would know why.

use super::{Finding, Subject};
use crate::features::View;
use crate::markup::{ORDERS, meant_order};
use crate::settings::{Check, Settings};
use crate::text::Span;

/// Reports the orders that are none, and the codes that no check has. Behind one that is like none of them a reason goes on that nothing parts from the
/// codes: it is reported once.
pub(super) fn check(view: View, settings: &Settings) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    let mut reason: Option<Span> = None;
    for &span in &view.page.codes {
        let code = span.of(view.text);
        let goes_on = reason.is_some_and(|before| Span::new(before.end, span.start).of(view.text).trim().is_empty());
        if goes_on {
            reason = Some(span);
            continue;
        }
        if Check::by_code(code).is_some() {
            continue;
        }
        let message = match Check::meant(code) {
            Some(_) => Check::unknown(code),
            None => {
                reason = Some(span);
                format!("unknown check `{code}`: a reason may stand here behind `--`")
            }
        };
        all.push(Finding::new(Check::Settings, settings, Subject::Words, span, message));
    }
    for &span in &view.page.misspelt {
        let word = span.of(view.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let hint = match meant_order(&word) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("there are {}", ORDERS.map(|order| format!("`{order}`")).join(", ")),
        };
        let message = format!("`{word}` silences nothing: {hint}");
        all.push(Finding::new(Check::Settings, settings, Subject::Words, span, message));
    }
    all
}
