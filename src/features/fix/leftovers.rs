//! What a change leaves behind in the page: markup without words goes with the words that it held, and a change that would
//! break the markup around it is seen before it is offered.

use crate::features::View;
use crate::markup::Prose;
use crate::text::{Span, is_word_char};

/// A change of the page: what goes and what comes in its place.
pub(super) type PageEdit = (Span, String);

/// The edits in order, with the emphasis, links, tags and backslashes that would be left without anything in them; `None`
/// where edits overlap or markup remains that holds nothing.
pub(super) fn without_empty_markup(text: &str, prose: &Prose, mut edits: Vec<PageEdit>) -> Option<Vec<PageEdit>> {
    edits.sort_by_key(|(span, _)| *span);
    if edits.windows(2).any(|pair| pair[1].0.start < pair[0].0.end) {
        return None;
    }
    let whole = prose.to_page(Span::new(0, prose.text.len()))?;
    loop {
        let before = edits.clone();
        for (span, new) in &mut edits {
            if !span.is_empty() && !new.contains(is_word_char) {
                *span = widened(text, prose, whole, *span);
            }
        }
        edits = joined(edits)?;
        if edits == before {
            break;
        }
    }
    let is_markup = |at: usize| at >= whole.start && at < whole.end && is_sign(text, prose, at);
    let empty = |(span, new): &PageEdit| {
        !span.is_empty() && new.is_empty() && span.start > 0 && is_markup(span.start - 1) && is_markup(span.end)
    };
    (!edits.iter().any(empty)).then_some(edits)
}

/// Edits that touch as one, as long as only the first of them brings something.
fn joined(edits: Vec<PageEdit>) -> Option<Vec<PageEdit>> {
    let mut all: Vec<PageEdit> = Vec::with_capacity(edits.len());
    for (span, new) in edits {
        match all.last_mut() {
            Some((last, _)) if span.start < last.end => return None,
            Some((last, text)) if span.start == last.end && !last.is_empty() && !text.contains(is_word_char) => {
                last.end = span.end;
                text.push_str(&new);
            }
            _ => all.push((span, new)),
        }
    }
    Some(all)
}

/// `span` with the marks on both sides that hold nothing else.
fn widened(text: &str, prose: &Prose, whole: Span, span: Span) -> Span {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let mut wider = span;
    for mark in ["**", "__", "~~", "*", "_"] {
        if before.ends_with(mark) && after.starts_with(mark) {
            wider = Span::new(span.start - mark.len(), span.end + mark.len());
            break;
        }
    }
    if before.ends_with('[')
        && let Some(len) = link_end(after)
    {
        wider = Span::new(span.start - 1, span.end + len);
    }
    if let Some((open, close)) = tags(before, after) {
        wider = Span::new(span.start - open, span.end + close);
    }
    if wider == span && before.ends_with('\\') && span.of(text).starts_with(|c: char| c.is_ascii_punctuation()) {
        wider = Span::new(span.start - 1, span.end);
    }
    let is_markup = |at: usize| !is_prose(prose, at);
    let held = (wider.start..span.start).chain(span.end..wider.end).all(is_markup);
    if held && whole.start <= wider.start && (wider.end <= whole.end || span.end == whole.end) { wider } else { span }
}

/// The length of what closes a link: `](address)`, `][name]` or `]`.
fn link_end(after: &str) -> Option<usize> {
    let rest = after.strip_prefix(']')?;
    let (open, close) = match rest.chars().next() {
        Some('(') => ('(', ')'),
        Some('[') => ('[', ']'),
        _ => return Some(1),
    };
    let mut depth = 0;
    for (i, c) in rest.char_indices() {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth == 0 {
            return Some(1 + i + c.len_utf8());
        }
    }
    None
}

/// The lengths of a tag that ends `before` and of its closing tag that begins `after`.
fn tags(before: &str, after: &str) -> Option<(usize, usize)> {
    let rest = before.strip_suffix('>')?;
    let start = rest.rfind('<')?;
    let name = rest[start + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next().filter(|name| !name.is_empty())?;
    let close = after.strip_prefix("</")?.strip_prefix(name)?.trim_start().strip_prefix('>')?;
    Some((before.len() - start, after.len() - close.len()))
}

fn is_prose(prose: &Prose, at: usize) -> bool {
    prose.from_page(at) != prose.from_page(at + 1)
}

/// Whether the byte is a sign of markup that holds words, not white space or a line's prefix.
fn is_sign(text: &str, prose: &Prose, at: usize) -> bool {
    !is_prose(prose, at) && matches!(text.as_bytes()[at], b'*' | b'_' | b'~' | b'[' | b']' | b'(' | b')' | b'<')
}

/// Whether the lines of `around` would be read after the edits as they are now, but for the words that were changed: no
/// mark of emphasis, no prefix and no paragraph has become something else.
pub(super) fn keeps_markup(view: View, around: Span, edits: &[PageEdit]) -> bool {
    let all = edits.iter().fold(around, |all, (span, _)| all.join(*span));
    let start = view.text[..all.start].rfind('\n').map_or(0, |at| at + 1);
    let end = view.text[all.end..].find('\n').map_or(view.text.len(), |at| all.end + at);
    let lines = &view.text[start..end];
    let mut changed = lines.to_string();
    for (span, new) in edits.iter().rev() {
        changed.replace_range(span.start - start..span.end - start, new);
    }
    let before = crate::markup::blocks_of(lines, view.page.format);
    let after = crate::markup::blocks_of(&changed, view.page.format);
    let expected = before.iter().map(|block| {
        let mut text = block.prose.text.clone();
        for (span, new) in edits.iter().rev() {
            let span = Span::new(span.start - start, span.end - start);
            if block.span.covers(span) {
                let prose = Span::new(block.prose.from_page(span.start), block.prose.from_page(span.end));
                text.replace_range(prose.start..prose.end, new);
            }
        }
        text
    });
    let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
    before.len() == after.len() && expected.zip(&after).all(|(expected, after)| same(&expected, &after.prose.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Format, Page};

    /// `text` without the words `gone`, and with nothing left of the markup that held them.
    fn without(text: &str, gone: &str) -> Option<String> {
        let page = Page::parse(text, Format::Markdown);
        let start = text.find(gone).unwrap();
        let edits = vec![(Span::new(start, start + gone.len()), String::new())];
        let mut out = text.to_string();
        for (span, new) in without_empty_markup(text, &page.blocks[0].prose, edits)?.iter().rev() {
            out.replace_range(span.start..span.end, new);
        }
        Some(out)
    }

    #[test]
    fn markup_goes_with_the_words_that_it_held() {
        for (text, gone, left) in [
            ("a *b* c", "b", "a  c"),
            ("a ***b*** c", "b", "a  c"),
            ("a [b](http://x.y/(z)) c", "b", "a  c"),
            ("a [*b*](<x>) c", "b", "a  c"),
            ("a <b class=x>d</b> c", "d", "a  c"),
            ("a [b] c", "b", "a [] c"),
            ("a *b d* c", "b ", "a *d* c"),
        ] {
            assert_eq!(without(text, gone).as_deref(), Some(left), "{text}");
        }
    }

    #[test]
    fn a_change_that_would_be_read_otherwise_is_seen() {
        let text = "> a *b\n> c* d";
        let page = Page::parse(text, Format::Markdown);
        let library = crate::library::Library::build(crate::corpus::Corpus::default());
        let view = View { library: &library, page: &page, text, own: None };
        let around = Span::new(2, text.len());
        let edit = |span: std::ops::Range<usize>, new: &str| [(Span::from(span), new.to_string())];
        assert!(keeps_markup(view, around, &edit(5..6, "x")));
        assert!(!keeps_markup(view, around, &edit(6..7, "")), "the prefix becomes a word");
        assert!(!keeps_markup(view, around, &edit(9..10, "")), "the emphasis is not closed");
    }
}
