//! What is wrong in a text, one file a check. The checks themselves, with their severities and their prose, are declared in
//! `settings`; what is silenced there, in a comment or in the baseline is left out.

mod attribution;
mod authorship;
mod convention;
mod cut_short;
mod dating;
mod disowned;
mod excused;
mod framed;
mod misquotation;
mod occasions;
mod renaming;
mod silence;
mod terminology;
mod two_speakers;
mod unmarked;
mod unsourced;
mod written;

pub(super) use attribution::{Contradiction, contradictions};
pub use cut_short::cuts;
pub use written::findings_of_file;

use super::View;
use super::quotations::{Quotations, Quoted, Role};
use super::unmarked::Passage;
use crate::settings::{Baseline, Check, Settings, Severity, Silenced};
use crate::text::Span;
use crate::trace::Place;
use std::path::Path;

/// One thing that a check found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// How grave it is: as the settings say of its check, and one step more where the meaning is turned.
    pub severity: Severity,
    /// Where, in bytes of the page.
    pub span: Span,
    /// The runs of words that it is about; `span` goes from the first to the last.
    pub parts: Vec<Span>,
    /// What it was found in.
    pub subject: Subject,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What it is held against, the most important first.
    pub sources: Vec<Place>,
    /// Whether it is only about words that are too many.
    pub is_surplus: bool,
}

/// What a finding was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The quotation of this number.
    Quotation(usize),
    /// The unmarked passage of this number.
    Passage(usize),
    /// Words of the writer's own.
    Words,
}

impl Finding {
    /// A finding of a check about a run of words, as grave as the settings say, held against nothing yet.
    fn new(check: Check, settings: &Settings, subject: Subject, span: Span, message: String) -> Self {
        let severity = settings.severity(check);
        Finding { check, severity, span, parts: vec![span], subject, message, sources: Vec::new(), is_surplus: false }
    }

    /// The whole of what it was found in, in bytes of the page.
    pub fn whole(&self, view: View) -> Span {
        match self.subject {
            Subject::Quotation(number) => view.page.quotations[number].span,
            Subject::Passage(_) | Subject::Words => self.span,
        }
    }

    /// The quotation that it was found in.
    pub fn quoted<'a>(&self, quotations: &'a Quotations) -> Option<&'a Quoted> {
        match self.subject {
            Subject::Quotation(number) => quotations.all.get(number),
            Subject::Passage(_) | Subject::Words => None,
        }
    }

    /// The unmarked passage that it was found in.
    pub fn passage<'a>(&self, quotations: &'a Quotations) -> Option<&'a Passage> {
        match self.subject {
            Subject::Quotation(_) | Subject::Words => None,
            Subject::Passage(number) => quotations.passages.as_ref()?.all.get(number),
        }
    }

    /// The draft's words that it was found in.
    pub fn text<'a>(&self, view: View<'a>, quotations: &'a Quotations) -> &'a str {
        match (self.quoted(quotations), self.passage(quotations)) {
            (Some(quoted), _) => &quoted.found.text,
            (_, Some(passage)) => passage.text(view),
            _ => self.span.of(view.text),
        }
    }
}

/// What decides which findings are shown.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The settings of the text's workspace.
    pub settings: &'a Settings,
    /// Findings that are known and accepted.
    pub baseline: &'a Baseline,
    /// Where the text lies, absolute; `None` for one that was never saved.
    pub path: Option<&'a Path>,
    /// The same as the baseline names it.
    pub file: &'a str,
}

/// Everything that the checks find in a text and that is not silenced, in the text's order.
pub fn findings(view: View, quotations: &Quotations, rules: Rules) -> Vec<Finding> {
    let speech = quotations.all.iter().filter(|quoted| quoted.role == Role::Speech);
    let unmarked = quotations.passages.iter().flat_map(|passages| unmarked::check(view, passages, rules.settings));
    let mut all: Vec<Finding> = speech
        .filter(|quoted| !quoted.is_inside_found(view, quotations))
        .flat_map(|quoted| {
            let judged = misquotation::check(view, quoted, rules.settings)
                .or_else(|| unsourced::check(view, quoted, rules.settings));
            let cut = cut_short::check(view, quotations, quoted, rules.settings);
            let attributed = attribution::check(view, quotations, quoted, rules.settings);
            // A tag inside the marks that names somebody else is one fault, and is told as what it is.
            let is_tag = |one: &Finding| {
                one.is_surplus && one.parts.len() == 1 && attributed.iter().any(|other| one.span.covers(other.span))
            };
            let judged = judged.filter(|one| !is_tag(one));
            let joined = two_speakers::check(view, quoted, rules.settings);
            judged.into_iter().chain(cut).chain(joined).chain(attributed).chain(convention::check(
                view,
                quoted,
                rules.settings,
            ))
        })
        .chain(unmarked)
        .chain(terminology::check(view, quotations, rules.settings))
        .chain(silence::check(view, rules.settings))
        .filter(|finding| !rules.settings.is_silent(finding.check, rules.path) && !is_silenced(view, finding))
        .collect();
    all.sort_by_key(|finding| finding.span);
    // The halves of a split quotation have one speaker and one date.
    let is_again = |one: &Finding, first: &Finding| {
        one.check == Check::Attribution && (one.span, &one.message) == (first.span, &first.message)
    };
    all.dedup_by(|one, first| is_again(one, first));
    let silenced = |one: &Finding| Silenced::new(rules.file, one.check, one.text(view, quotations));
    rules.baseline.leave_out(&mut all, silenced);
    all
}

fn is_silenced(view: View, finding: &Finding) -> bool {
    let whole = finding.whole(view);
    view.page.silences.iter().any(|silence| {
        let named = silence.checks.is_empty() || silence.checks.iter().any(|code| code == finding.check.code());
        named && (silence.span.overlaps(finding.span) || silence.span.covers(whole))
    })
}

/// Whether a word is one of a list of words between spaces.
fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}
