//! A quotation that is not what its source says: `misquotation`, and the milder `spelling` and `other-translation`.

use super::Finding;
use crate::features::quotations::Quoted;
use crate::features::{View, fix, wording};
use crate::markup::Prose;
use crate::settings::Check;
use crate::text::{Span, is_word_char};
use crate::trace::{Change, Match, Verdict};

/// Compares a quotation that was found with its source.
pub(super) fn check(view: View, quoted: &Quoted) -> Option<Finding> {
    let best = quoted.found.trace.best()?;
    let text = &quoted.found.text;
    let prose = quoted.prose(view);
    let place = wording::place(view.library, best.place());
    let (check, message, parts) = match best.verdict {
        Verdict::Verbatim | Verdict::NotFound => return None,
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
    Some(Finding {
        check,
        severity: check.declaration().default,
        turned,
        span: parts.iter().copied().reduce(Span::join)?,
        parts,
        quotation: quoted.number,
        message,
        source: Some(best.extent()),
        fixes: fix::restore(view, quoted).into_iter().collect(),
    })
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
    let words: Vec<&str> = view.library.words(found.extent()).split_whitespace().collect();
    format!("“{}”", words.join(" "))
}
