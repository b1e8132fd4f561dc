//! The list of a concept's parts that a writer is in the middle of: "the Five Principles of Peaceful Coexistence: mutual
//! respect for …, ‸". Signature help shows where in the list one is, completion what comes next.

mod follow;
mod items;
mod listing;

pub use follow::{Progress, follow};
pub use items::Bullet;
pub use listing::{Listing, listings};

use super::View;
use super::writing::Writing;
use crate::concepts::{Recogniser, introduction};
use crate::text::Span;

/// A list that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enumeration {
    /// The number of the concept whose parts are listed.
    pub concept: usize,
    /// What was written of the list up to the cursor; white space before the cursor is one space.
    pub list: String,
    /// Whether what introduces it can introduce nothing else: a colon, "namely".
    pub is_certain: bool,
    /// The mark of the list item that the cursor is in, if the parts are listed line by line.
    pub bullet: Option<Bullet>,
    /// What was written of the sentence, the list included.
    pub sentence: String,
    /// Whether the list goes on behind the cursor: then a part of it is being changed.
    pub goes_on: bool,
}

impl Enumeration {
    /// The list that is being written at the byte `offset` of the page; `None` if none is, or it has ended.
    pub fn at(view: View, offset: usize) -> Option<Self> {
        if let Some((sentence, list, bullet)) = items::above(view, offset) {
            let (concept, _, begins) = introduced(view, &sentence)?;
            let is_empty = sentence[begins..].trim().is_empty();
            let goes_on = !view.text[offset..].lines().next().unwrap_or("").trim().is_empty();
            let bullet = Some(bullet);
            return is_empty.then_some(Enumeration { concept, list, is_certain: true, bullet, sentence, goes_on });
        }
        let writing = Writing::at(view, offset)?;
        let sentence = writing.sentence();
        let (concept, is_certain, begins) = introduced(view, &sentence)?;
        let list = sentence[begins..].to_string();
        let goes_on =
            writing.behind().starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '、' | '，'));
        Some(Enumeration { concept, list, is_certain, bullet: None, sentence, goes_on })
    }
}

/// The concept whose parts a sentence begins to list, whether that is certain, and where the list begins.
fn introduced(view: View, sentence: &str) -> Option<(usize, bool, usize)> {
    let terms = |recogniser: &Recogniser| recogniser.terms(sentence).into_iter().rev();
    let defined = view.library.defined_terms().map(terms).into_iter().flatten();
    terms(view.library.recogniser()).chain(defined).find_map(|term| {
        let definitions = &view.library.concepts[term.concept].definitions;
        if definitions.iter().all(|definition| definition.parts.is_empty()) {
            return None;
        }
        let found = introduction(&sentence[term.span.end..])?;
        let begins = term.span.end + found.length;
        (!is_over(&sentence[begins..])).then_some((term.concept, found.is_certain, begins))
    })
}

/// Whether a list has ended: its sentence has, or what was opened before it is closed again.
fn is_over(list: &str) -> bool {
    let mut open = 0usize;
    for c in list.chars() {
        match c {
            '(' | '[' | '“' | '«' | '（' | '「' => open += 1,
            ')' | ']' | '”' | '»' | '）' | '」' if open == 0 => return true,
            ')' | ']' | '”' | '»' | '）' | '」' => open -= 1,
            _ => {}
        }
    }
    let ends = |end: char| list.ends_with(end) && !list.ends_with("..");
    ['.', '!', '?', '。', '！', '？'].into_iter().any(ends) && !list.ends_with("etc.")
}

/// The words of a text, folded, with their bytes.
fn folded(text: &str) -> Vec<(Span, String)> {
    crate::text::words(text).into_iter().map(|word| (word.span, word.folded)).collect()
}
