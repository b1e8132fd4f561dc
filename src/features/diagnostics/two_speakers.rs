//! An ellipsis that joins the words of two speakers: `attribution`. Told only where the source is sure of both, and they are
//! different people.

use super::attribution::is_one_concept;
use super::{Finding, Subject};
use crate::attribution::names;
use crate::features::quotations::Quoted;
use crate::features::{View, wording};
use crate::settings::{Check, Settings};
use crate::text::{Span, words};
use crate::trace::{Change, Match, Place, Verdict};

/// Fewer words between two ellipses may be anybody's.
const FEWEST_WORDS: usize = 3;

/// Reports the first ellipsis of a quotation behind which somebody else speaks.
pub(super) fn check(view: View, quoted: &Quoted, settings: &Settings) -> Option<Finding> {
    let (one, other) = two_speakers(view, quoted)?;
    let prose = quoted.prose(view);
    let span = prose.to_page(Span::new(one.quoted.end, other.quoted.start)).unwrap_or(quoted.span(view));
    let gap = span.of(view.text);
    let trimmed = gap.len() - gap.trim_start().len();
    let span = Span::new(span.start + trimmed, span.start + gap.trim_end().len().max(trimmed));
    let place = wording::place(view.library, one.place);
    let message = format!("in {place}, these words are of two speakers: {} and {}", one.speaker, other.speaker);
    let finding = Finding::new(Check::Attribution, settings, Subject::Quotation(quoted.number), span, message);
    Some(Finding { sources: vec![one.place, other.place], ..finding })
}

/// Words of a quotation that an ellipsis ends or begins.
struct Run {
    quoted: Span,
    place: Place,
}

/// A run with whose it is.
pub(super) struct Spoken {
    quoted: Span,
    place: Place,
    speaker: String,
    person: Vec<String>,
}

/// The runs on both sides of an ellipsis, if the source is sure that two people said them.
pub(super) fn two_speakers(view: View, quoted: &Quoted) -> Option<(Spoken, Spoken)> {
    let found = &quoted.found;
    let best = found.trace.best().filter(|best| matches!(best.verdict, Verdict::Verbatim | Verdict::Altered))?;
    // Of words that stand in two places one may be somebody's alone.
    if found.trace.matches.iter().filter(|other| other.verdict == best.verdict).count() > 1 {
        return None;
    }
    let runs = runs(best);
    runs.windows(2).find_map(|pair| {
        let is_long = |run: &Run| words(run.quoted.of(&found.text)).len() >= FEWEST_WORDS;
        if !pair.iter().all(is_long) {
            return None;
        }
        let (one, other) = (spoken(view, &pair[0])?, spoken(view, &pair[1])?);
        let is_other =
            !names::may_be_one(&one.person, &other.person) && !is_one_concept(view, &one.speaker, &other.speaker);
        is_other.then_some((one, other))
    })
}

/// What stands between the ellipses of a quotation, each in one source.
fn runs(found: &Match) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    let mut is_open = false;
    for edit in &found.edits {
        if edit.change == Change::Ellipsis {
            is_open = false;
        } else if edit.quoted.is_empty() || edit.place.span.is_empty() {
            continue;
        } else if is_open && let Some(run) = all.last_mut() {
            run.quoted = run.quoted.join(edit.quoted);
            if run.place.source == edit.place.source {
                run.place.span = run.place.span.join(edit.place.span);
            }
        } else {
            all.push(Run { quoted: edit.quoted, place: edit.place });
            is_open = true;
        }
    }
    all
}

/// Whose a run is, if that is certain.
fn spoken(view: View, run: &Run) -> Option<Spoken> {
    let annotated = view.library.annotated_at(run.place).and_then(|annotated| annotated.speaker.clone());
    let told = || {
        let told = view.library.told_at(run.place).filter(|told| told.is_sure && told.is_person)?;
        told.attribution.speaker
    };
    let speaker = annotated.or_else(told)?;
    let person = names::person(&speaker).filter(|words| words.len() > 1)?;
    Some(Spoken { quoted: run.quoted, place: run.place, speaker, person })
}
