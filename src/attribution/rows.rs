//! The runs between marks of a page as rows, before anything is read of them and after all is: the same in every language but
//! English.

use super::tokens::{Run, Tokens};
use super::{Attribution, Kind, Marked};
use crate::text::Span;

/// The rows of a page of which nothing is known yet.
pub(super) fn unread(tokens: &Tokens) -> Vec<Marked> {
    let row = |run: &Run| {
        let span = tokens.page.blocks[run.block].prose.to_page(run.span).unwrap_or(Span::new(0, 0));
        let (quotation, nested_in) = (run.quotation, run.nested_in);
        Marked { span, quotation, kind: Kind::Other, attribution: Attribution::default(), nested_in, utterance: None }
    };
    tokens.runs.iter().map(row).collect()
}

/// Gives the further paragraphs of each quotation the attribution of its first.
pub(super) fn further_paragraphs(tokens: &Tokens, rows: &mut [Marked]) {
    let mut first: Vec<Option<usize>> = vec![None; tokens.page.quotations.len()];
    for (number, run) in tokens.runs.iter().enumerate() {
        if run.first {
            first[run.quotation] = Some(number);
        } else if let Some(first) = first[run.quotation].map(|first| rows[first].clone()) {
            let Marked { kind, attribution, utterance, .. } = first;
            rows[number] = Marked { kind, attribution, utterance, ..rows[number].clone() };
        }
    }
}
