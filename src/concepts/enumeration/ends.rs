//! Where a list ends: before a second verb of its sentence, before `and so on`; and what is no list, as its parts are clauses.

use super::styles::Style;
use crate::text::{Span, fold};

/// What begins a second predicate behind the last part, and makes a clause of words with a subject.
const FINITE: [&str; 22] = [
    "is", "are", "was", "were", "has", "have", "had", "should", "must", "may", "can", "will", "shall", "would",
    "could", "might", "does", "do", "did", "cannot", "isn't", "aren't",
];
/// What leads to a clause that belongs to its noun.
const RELATIVES: [&str; 12] =
    ["that", "which", "who", "whose", "whom", "where", "when", "what", "how", "to", "if", "whether"];
/// What says that there are more parts.
const OPEN: [&str; 9] =
    ["so on", "so forth", "etc", "others", "the like", "more", "many others", "many more", "so on and so forth"];
/// A verb further behind is not that of a clause that begins the part.
const FARTHEST_VERB: usize = 8;

/// Leaves out of the parts what is none: a second predicate and what stands behind it, and what says that there are more.
pub(super) fn cut(passage: &str, parts: &mut Vec<Span>, style: &Style) {
    // As it is written: `May` is a month.
    let is_finite = |part: &Span| FINITE.contains(&part.of(passage).split_whitespace().next().unwrap_or(""));
    if let Some(end) = parts.iter().skip(1).position(|part| style.is_english() && is_finite(part)) {
        parts.truncate(end + 1);
    }
    let is_open = |part: &Span| OPEN.contains(&fold(part.of(passage).trim_end_matches('.')).as_str());
    if parts.len() > 1 && parts.last().is_some_and(is_open) {
        parts.pop();
    }
}

/// Whether a part is a clause with a subject and a verb of its own.
pub(super) fn is_clause(part: &str) -> bool {
    let words = part.split_whitespace().take(FARTHEST_VERB).map(fold);
    let own: Vec<String> = words.take_while(|word| !RELATIVES.contains(&word.as_str())).collect();
    own.iter().skip(1).any(|word| FINITE.contains(&word.as_str()))
}
