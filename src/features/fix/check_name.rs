//! Putting right the name of a check in a comment that silences it, or the order itself.

use super::Fix;
use crate::features::View;
use crate::markup::meant_order;
use crate::settings::Check;
use crate::text::Span;

/// The fix that writes the check or the order which was most likely meant at `span`.
pub(super) fn correct(view: View, span: Span) -> Option<Fix> {
    let written = span.of(view.text);
    let meant = match view.page.codes.contains(&span) {
        true => Check::meant(written)?,
        false if view.page.misspelt.contains(&span) => meant_order(written)?,
        false => return None,
    };
    Some(Fix { title: format!("Write `{meant}`"), edits: vec![(span, meant.to_string())], mends: true })
}
