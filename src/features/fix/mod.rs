//! What mends a finding: one file a way of doing it. Fixes are made when a writer asks for them, not with every finding.

mod attribution;
mod brackets;
mod check_name;
mod ends;
mod gaps;
mod insertion;
mod leftovers;
mod marking;
mod omission;
mod parting;
mod proof;
mod regions;
mod removal;
mod restore;
mod seam;
#[cfg(test)]
mod tests;
mod theirs;
mod typography;

pub(in crate::features) use typography::typography;

use super::View;
use super::conventions::{CONVENTIONS, uses};
use super::diagnostics::Finding;
use super::quotations::{Quotations, Quoted};
use super::terminology;
use crate::markup::QuotationKind;
use crate::settings::Check;
use crate::text::Span;

/// A change of the page that a writer may accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// The spans of the page to replace, in order and without overlaps, with their new text.
    pub edits: Vec<(Span, String)>,
    /// Whether it leaves nothing to be mended.
    pub mends: bool,
}

/// What can be done about a finding, what fits best first.
pub fn fixes(view: View, quotations: &Quotations, finding: &Finding) -> Vec<Fix> {
    if let Some(passage) = finding.passage(quotations) {
        // Marks would make somebody's words of a list that is not theirs.
        let lists = terminology::flaws(view, quotations, &|other| other == Check::Enumeration);
        let is_wrong = lists.iter().any(|flaw| flaw.span().overlaps(finding.span));
        return if is_wrong { Vec::new() } else { marking::mark(view, passage).into_iter().collect() };
    }
    match (finding.check, finding.quoted(quotations)) {
        (Check::Misquotation | Check::Spelling, Some(quoted)) => of_alterations(view, quoted),
        (Check::Attribution, Some(quoted)) => attribution::correct(view, quotations, quoted, finding.span),
        (check, Some(quoted)) if CONVENTIONS.contains(&check) => {
            let uses = uses(view, quoted, &|other| other == check).into_iter();
            uses.filter(|one| one.span == finding.span).map(|one| one.fix).collect()
        }
        (Check::Settings, None) => check_name::correct(view, finding.span).into_iter().collect(),
        (check, None) if terminology::CHECKS.contains(&check) => {
            let flaws = terminology::flaws(view, quotations, &|other| other == check).into_iter();
            flaws.filter(|flaw| flaw.span() == finding.span).filter_map(|flaw| flaw.fix).collect()
        }
        _ => Vec::new(),
    }
}

/// The words can be restored, or the writer's part in them be marked: what was left out, what was put in, where the
/// writer's own sentence goes on, and where another passage begins.
fn of_alterations(view: View, quoted: &Quoted) -> Vec<Fix> {
    let Some(found) = quoted.found.trace.best() else { return Vec::new() };
    let restore = restore::restore(view, quoted);
    // A sign of the writer's does not make good that the meaning is turned.
    let is_right = |fix: &Fix| fix.mends || !proof::leaves_turned(view, quoted, &fix.edits);
    let mark = omission::mark(view, quoted, found).filter(is_right);
    let tighten = ends::tighten(view, quoted, found);
    let mends = |fix: &Option<Fix>| fix.as_ref().is_some_and(|fix| fix.mends);
    let is_outside = mends(&tighten);
    let bracket = insertion::bracket(view, quoted, found).filter(|_| !is_outside).filter(is_right);
    let part = seam::part(view, quoted, found);
    // Of what mends by parting, nothing but capitals could be restored, and those are right in quotations of their own.
    let restore = restore.filter(|restore| restore.mends || !mends(&part));
    let fixes = if is_outside && !mends(&restore) {
        [tighten, restore, mark, bracket, part]
    } else if omission::is_long(view, found) && (mends(&mark) || !mends(&restore)) {
        [mark, restore, tighten, bracket, part]
    } else {
        [restore, mark, tighten, bracket, part]
    };
    fixes.into_iter().flatten().collect()
}

/// The mark that a quotation begins with, if it is marked.
fn outer_mark(view: View, quoted: &Quoted) -> Option<char> {
    match view.page.quotations[quoted.number].kind {
        QuotationKind::Marked { open, .. } => Some(open),
        QuotationKind::Block => None,
    }
}
