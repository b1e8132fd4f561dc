//! Restoring the source's wording in a quotation: only the words that were changed are touched, so that the writer's
//! typography, markup and editorial signs stand.

use super::View;
use super::quotations::Quoted;
use crate::markup::Prose;
use crate::text::{Span, is_word_char};
use crate::trace::{Change, Edit, Verdict};

/// A change of the page that a writer may accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// The spans of the page to replace, in order and without overlaps, with their new text.
    pub edits: Vec<(Span, String)>,
}

/// The fix that gives an altered quotation the words of its source; `None` where it is not altered or what was altered
/// cannot be mended word by word (another passage run together with it, a clause moved from elsewhere).
pub fn restore(view: View, quoted: &Quoted) -> Option<Fix> {
    let best = quoted.found.trace.best().filter(|best| best.verdict == Verdict::Altered)?;
    let prose = quoted.prose(view);
    let mut edits: Vec<(Span, String)> = Vec::new();
    for edit in best.alterations() {
        let theirs = typography(view.library.words(edit.place), &prose.text, quoted.outer_mark(view));
        match edit.change {
            Change::Moved | Change::Joined | Change::Overrun => continue,
            _ if edit.quoted.is_empty() => {
                let theirs =
                    typography(&with_punctuation(view, &prose.text, edit), &prose.text, quoted.outer_mark(view));
                edits.extend(inserted(&prose, edit, &theirs));
            }
            _ if theirs.is_empty() => edits.extend(removed(view.text, &prose, edit.quoted)),
            _ => edits.extend(replaced(&prose, edit.quoted, &theirs)),
        }
    }
    edits.sort_by_key(|(span, _)| *span);
    edits.dedup_by(|b, a| b.0.overlaps(a.0));
    (!edits.is_empty()).then(|| Fix { title: "Restore the source's wording".into(), edits })
}

impl Quoted {
    fn outer_mark(&self, view: View) -> Option<char> {
        match view.page.quotations[self.number].kind {
            crate::markup::QuotationKind::Marked { open, .. } => Some(open),
            crate::markup::QuotationKind::Block => None,
        }
    }
}

/// The source's words in the writer's typography: on one line, with the writer's kind of apostrophe and, inside the
/// writer's marks, marks of the other kind.
fn typography(theirs: &str, writers: &str, outer: Option<char>) -> String {
    let straight = writers.contains('\'') && !writers.contains('’');
    let mut out = String::with_capacity(theirs.len());
    let words: Vec<&str> = theirs.split_whitespace().collect();
    let joined = words.join(" ");
    let mut before = ' ';
    let mut chars = joined.chars().peekable();
    while let Some(c) = chars.next() {
        let inside_word = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        out.push(match c {
            '\'' | '’' if inside_word => {
                if straight || outer == Some('"') {
                    '\''
                } else {
                    '’'
                }
            }
            '“' | '”' | '"' => nested_mark(c, outer, before),
            c => c,
        });
        before = c;
    }
    out
}

fn nested_mark(c: char, outer: Option<char>, before: char) -> char {
    let opens = c == '“' || (c == '"' && !before.is_alphanumeric() && !before.is_ascii_punctuation());
    match outer {
        Some('"') => '\'',
        Some('“' | '„' | '«' | '»') => {
            if opens {
                '‘'
            } else {
                '’'
            }
        }
        _ => c,
    }
}

/// Puts words back behind the word after which they were dropped.
fn inserted(prose: &Prose, edit: &Edit, theirs: &str) -> Option<(Span, String)> {
    let at = prose.to_page(edit.quoted)?;
    let behind_word = edit.quoted.start > 0;
    let close = theirs.starts_with([',', ';', ':', ')']);
    Some((
        at,
        match (behind_word, close) {
            (true, true) => theirs.to_string(),
            (true, false) => format!(" {theirs}"),
            (false, _) => format!("{theirs} "),
        },
    ))
}

/// The dropped words with the commas that set them off in the source, as far as the quotation does not have them: behind
/// them only if nothing but white space parts the words on either side in the quotation.
fn with_punctuation(view: View, text: &str, edit: &Edit) -> String {
    let source = &view.library.source(edit.place).text;
    let Span { start, end } = edit.place.span;
    let before = &source[..start];
    let before = &before[before.trim_end_matches(sets_off).len()..];
    let behind = &source[end..];
    let behind = &behind[..behind.len() - behind.trim_start_matches(sets_off).len()];
    let is_bare = text[edit.quoted.end..].starts_with(char::is_whitespace);
    let inside = edit.quoted.start > 0 && !text[edit.quoted.end..].trim().is_empty();
    if !inside {
        return edit.place.span.of(source).to_string();
    }
    let behind = if is_bare { behind.trim_end() } else { "" };
    format!("{}{}{behind}", before.trim_start(), edit.place.span.of(source))
}

/// Whether it is white space or a mark that sets words off within a sentence.
fn sets_off(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '–' | '—')
}

/// Takes words away, with the space before them (or behind, at the beginning) and with emphasis that held nothing else.
fn removed(text: &str, prose: &Prose, span: Span) -> Vec<(Span, String)> {
    let before = prose.text[..span.start].chars().next_back().filter(|c| c.is_whitespace());
    let after = prose.text[span.end..].chars().next().filter(|c| c.is_whitespace());
    let span = match (before, after) {
        (Some(space), _) => Span::new(span.start - space.len_utf8(), span.end),
        (None, Some(space)) => Span::new(span.start, span.end + space.len_utf8()),
        (None, None) => span,
    };
    prose.pieces_in(span).into_iter().map(|piece| (with_empty_emphasis(text, piece), String::new())).collect()
}

fn with_empty_emphasis(text: &str, mut piece: Span) -> Span {
    for mark in ["**", "__", "~~", "*", "_"] {
        if text[..piece.start].ends_with(mark) && text[piece.end..].starts_with(mark) {
            piece = Span::new(piece.start - mark.len(), piece.end + mark.len());
        }
    }
    piece
}

/// Puts the source's words in the place of the writer's: one by one where there are as many, so that what stands between
/// them stays (line ends, markup), else all in the place of the first.
fn replaced(prose: &Prose, span: Span, theirs: &str) -> Vec<(Span, String)> {
    let ours: Vec<Span> = words_of(&prose.text, span);
    let new: Vec<&str> = theirs.split(' ').map(|word| word.trim_end_matches(|c| !is_word_char(c))).collect();
    if ours.len() == new.len() && new.iter().all(|word| !word.is_empty()) {
        let each = ours.iter().zip(new).filter(|(word, new)| word.of(&prose.text) != *new);
        return each.flat_map(|(word, new)| first_gets(prose.pieces_in(*word), new)).collect();
    }
    first_gets(prose.pieces_in(span), theirs)
}

fn first_gets(pieces: Vec<Span>, new: &str) -> Vec<(Span, String)> {
    pieces.into_iter().enumerate().map(|(i, p)| (p, if i == 0 { new.to_string() } else { String::new() })).collect()
}

/// The runs of `span` between white space, without the punctuation at their ends.
fn words_of(text: &str, span: Span) -> Vec<Span> {
    let mut all = Vec::new();
    let mut at = span.start;
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        let body = word.trim().trim_end_matches(|c: char| !is_word_char(c));
        if !body.is_empty() {
            let start = at + (word.len() - word.trim_start().len());
            all.push(Span::new(start, start + body.len()));
        }
        at += word.len();
    }
    all
}
