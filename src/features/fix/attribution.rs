//! Putting the source's speaker, year or occasion in the place of the writer's.

use super::Fix;
use crate::features::View;
use crate::features::diagnostics::contradictions;
use crate::features::quotations::{Quotations, Quoted};
use crate::text::Span;

/// The fix for what is contradicted at `span`; none where the writer says more of that person, which would be wrong of
/// another.
pub(super) fn correct(view: View, quotations: &Quotations, quoted: &Quoted, span: Span) -> Vec<Fix> {
    let is_speaker = quotations.claims.get(quoted.number).and_then(|claim| claim.mention) == Some(span);
    let (before, behind) = (&view.text[..span.start], &view.text[span.end..]);
    let is_described = behind.strip_prefix(", ").is_some_and(describes)
        || span.of(view.text).contains(',')
        || describes_before(before)
        // `The spokesman, Karl Meyer, said`
        || before.trim_end().ends_with(',') && behind.starts_with(',');
    if is_speaker && is_described {
        return Vec::new();
    }
    let all = contradictions(view, quotations, quoted).into_iter().filter(|one| one.span == span);
    let fix = |one: crate::features::diagnostics::Contradiction| Fix {
        title: format!("Replace by “{}”, as in the source", one.theirs),
        edits: vec![(one.span, one.theirs)],
        mends: true,
    };
    all.map(fix).collect()
}

/// Whether a text begins with a description of somebody: `a historian`, `who lives there`, `42`.
fn describes(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let opens = ["a", "an", "the", "who", "whose", "then", "now", "his", "her", "their", "its"];
    opens.contains(&word) || (word.len() < 3 && word.parse::<u8>().is_ok())
}

/// Whether a text ends with a word that says more of whoever is named behind it: `former`, `the`.
fn describes_before(text: &str) -> bool {
    let word = text.trim_end_matches(' ').rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ends = [
        "the", "a", "an", "his", "her", "their", "our", "its", "former", "then", "late", "acting", "retired",
        "outgoing",
    ];
    ends.contains(&word.to_lowercase().as_str())
}
