//! Going from a term to the passages that define it, and from a quotation to where it stands.

use super::View;
use super::hover::{Target, target_at};
use super::quotations::Quotations;
use crate::text::Span;
use crate::trace::{Match, Place, Verdict};

/// Where a jump leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// What was jumped from.
    pub from: Span,
    /// The places, best first.
    pub to: Vec<Place>,
}

/// The places that the byte `offset` of the page leads to: for a quotation where it stands (all places, if it is verbatim in
/// several), for a term its defining passages and then its first occurrence, for words that
/// stand in a source without marks that source.
pub fn definition(view: View, quotations: &Quotations, offset: usize) -> Option<Jump> {
    let target = target_at(view, quotations, offset)?;
    let to = match target {
        Target::Term { concept, .. } => of_concept(view, concept),
        Target::Unmarked { passage, .. } => vec![passage.found.place],
        Target::Quotation { quoted, .. } => {
            let trace = &quoted.found.trace;
            match trace.verdict() {
                Verdict::Verbatim => {
                    let verbatim = trace.matches.iter().filter(|found| found.verdict == Verdict::Verbatim);
                    verbatim.flat_map(Match::places).collect()
                }
                _ => trace.best()?.places(),
            }
        }
    };
    (!to.is_empty()).then(|| Jump { from: target.span(view), to })
}

fn of_concept(view: View, concept: usize) -> Vec<Place> {
    let definitions = view.library.defining(&view.library.concepts[concept]);
    let mut places: Vec<Place> = definitions.iter().map(|definition| definition.place).collect();
    if let Some(&first) = view.library.occurrences(concept).places.first()
        && !places.iter().any(|place| place.source == first.source && place.span.covers(first.span))
    {
        places.push(first);
    }
    places
}
