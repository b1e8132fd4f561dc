//! A quotation that is not what its source says: `misquotation`, and the milder `spelling` and `other-translation`.

use super::excused::is_excused;
use super::{Finding, Subject};
use crate::features::quotations::Quoted;
use crate::features::{View, wording};
use crate::markup::Prose;
use crate::settings::{Check, Settings};
use crate::text::{Span, is_word_char};
use crate::trace::{Change, Edit, Match, Verdict};

/// Compares a quotation that was found with its source.
pub(super) fn check(view: View, quoted: &Quoted, settings: &Settings) -> Option<Finding> {
    let best = quoted.found.trace.best()?;
    let text = &quoted.found.text;
    let prose = quoted.prose(view);
    let place = wording::place(view.library, best.place());
    let (check, message, parts) = match best.verdict {
        Verdict::Verbatim | Verdict::NotFound => return None,
        Verdict::Altered if is_excused(view, quoted, best) => return None,
        Verdict::OtherTranslation => {
            let message = format!("{place}, has this in another translation: {}", passage(view, best));
            (Check::OtherTranslation, message, vec![prose.to_page(Span::new(0, text.len()))?])
        }
        Verdict::Altered => {
            let slight = best.alterations().all(|edit| edit.change.is_slight());
            let changes = wording::changes(view.library, text, best);
            let message = if slight {
                format!("Spelt otherwise than in {place}: {changes}")
            } else {
                format!("Not what {place} says: {changes}")
            };
            (if slight { Check::Spelling } else { Check::Misquotation }, message, altered(&prose, best))
        }
    };
    let turned = best.alterations().any(|edit| edit.change == Change::Negation);
    let severity = settings.severity(check);
    Some(Finding {
        check,
        severity: if turned { severity.raised() } else { severity },
        span: parts.iter().copied().reduce(Span::join)?,
        parts,
        subject: Subject::Quotation(quoted.number),
        message,
        sources: best.places(),
        is_surplus: check == Check::Misquotation && wording::told(best).all(is_surplus),
    })
}

/// Whether an edit only has words that the source lacks.
fn is_surplus(edit: &Edit) -> bool {
    matches!(edit.change, Change::Added | Change::Overrun)
}

/// The altered words; where words were only dropped, the words on either side.
fn altered(prose: &Prose, found: &Match) -> Vec<Span> {
    let spans = wording::told(found).map(|edit| match edit.quoted.is_empty() {
        true => neighbours(&prose.text, edit.quoted.start),
        false => edit.quoted,
    });
    spans.filter_map(|span| prose.to_page(span)).collect()
}

/// The words that touch the place of a dropped one.
fn neighbours(text: &str, at: usize) -> Span {
    let before = text[..at].trim_end_matches(|c| !is_word_char(c)).trim_end_matches(is_word_char).len();
    let rest = text[at..].trim_start_matches(|c| !is_word_char(c)).trim_start_matches(is_word_char);
    Span::new(before, text.len() - rest.len())
}

fn passage(view: View, found: &Match) -> String {
    let words = view.library.words(found.extent());
    let words: Vec<&str> = words.split_whitespace().collect();
    format!("“{}”", words.join(" "))
}
