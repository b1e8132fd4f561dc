//! Whether a fix leaves nothing to be mended: it is tried before that is said.

use crate::features::View;
use crate::features::quotations::{Quotations, Quoted, Role};
use crate::markup::Page;
use crate::text::Span;
use crate::trace::{Change, Match, Verdict};

/// Whether the quotation is no longer altered after these edits of the page, which come in order.
pub(super) fn mends(view: View, quoted: &Quoted, edits: &[(Span, String)]) -> bool {
    !leaves(view, quoted, edits, |found| found.verdict == Verdict::Altered)
}

/// Whether a meaning is turned after these edits of the page.
pub(super) fn leaves_turned(view: View, quoted: &Quoted, edits: &[(Span, String)]) -> bool {
    leaves(view, quoted, edits, |found| found.alterations().any(|edit| edit.change == Change::Negation))
}

/// Whether the edits leave a quotation of which that is true. Only the paragraph is read again.
fn leaves(view: View, quoted: &Quoted, edits: &[(Span, String)], is_so: impl Fn(&Match) -> bool) -> bool {
    let text = view.text;
    let span = edits.iter().fold(quoted.span(view), |all, (span, _)| all.join(*span));
    let from = text[..span.start].rfind("\n\n").map_or(0, |at| at + 2);
    let to = text[span.end..].find("\n\n").map_or(text.len(), |at| span.end + at);
    let mut paragraph = text[from..to].to_string();
    let mut end = span.end - from;
    for (span, new) in edits.iter().rev() {
        paragraph.replace_range(span.start - from..span.end - from, new);
        end = end + new.len() - span.len();
    }
    let page = Page::parse(&paragraph, view.page.format);
    let view = View { page: &page, text: &paragraph, ..view };
    let here = Span::new(span.start - from, end);
    let all = Quotations::overlapping(view, here);
    let mut speech = all.iter().filter(|other| other.role == Role::Speech);
    speech.any(|other| other.found.trace.best().is_some_and(&is_so))
}
