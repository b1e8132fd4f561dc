//! Whether a fix leaves nothing to be mended: it is tried before that is said.

use crate::features::View;
use crate::features::quotations::{Quotations, Quoted, Role};
use crate::markup::Page;
use crate::text::Span;
use crate::trace::Verdict;

/// Whether the quotation is no longer altered after these edits of the page, which come in order. Only the paragraph is
/// read again.
pub(super) fn mends(view: View, quoted: &Quoted, edits: &[(Span, String)]) -> bool {
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
    all.iter().filter(|other| other.role == Role::Speech).all(|other| other.verdict() != Verdict::Altered)
}
