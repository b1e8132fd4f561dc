//! Putting right the name of a check in a comment that silences it.

use super::Fix;
use crate::features::View;
use crate::settings::Check;
use crate::text::Span;

/// The fix that writes the check which was most likely meant at `span`.
pub(super) fn correct(view: View, span: Span) -> Option<Fix> {
    let code = view.page.codes.contains(&span).then(|| span.of(view.text))?;
    let meant = Check::meant(code)?;
    Some(Fix { title: format!("Write `{meant}`"), edits: vec![(span, meant.to_string())], mends: true })
}
