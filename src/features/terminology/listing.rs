//! Enumerations that stand below their term, an item a line: a list of Markdown after “The Five Principles of … are:” or
//! under a heading that is the term.

use super::compare::{Change, Unlike, compare, lines};
use super::enumeration::{cased, means_all, message};
use super::items::{introduces_lines, is_open};
use super::judges::judges;
use super::{Flaw, Own, edit};
use crate::features::fix::Fix;
use crate::features::quotations::Quotations;
use crate::features::{View, wording};
use crate::markup::BlockKind;
use crate::settings::Check;
use crate::text::Span;

/// Lines of a list that are looked at.
const MOST: usize = 60;

/// A list's item: the number of its block, and what of the block's prose is the item.
struct Line {
    block: usize,
    span: Span,
}

pub(super) fn flaws(view: View, quotations: &Quotations, own: &Own) -> Vec<Flaw> {
    let blocks = quotations.terms.blocks.iter().enumerate();
    let all = blocks.filter_map(|(block, found)| {
        let term = found.terms.last()?;
        let text = &view.page.blocks[block].prose.text;
        let is_title = view.page.blocks[block].kind == BlockKind::Heading && text.trim() == term.span.of(text);
        let introduces = is_title || introduces_lines(text, term.span.end);
        if !introduces {
            return None;
        }
        own.span(block, term.span)?;
        let judges = judges(view.library, text, term, text.len(), means_all(text, term.span.start));
        below(view, own, block, term.concept, &judges)
    });
    all.collect()
}

/// What is wrong with the list below a block.
fn below(view: View, own: &Own, introduction: usize, concept: usize, judges: &[usize]) -> Option<Flaw> {
    let (list, is_ended) = list_below(view, introduction);
    // The items as one text, each on a line of its own, as they are compared.
    let mut text = String::new();
    let mut spans = Vec::new();
    for line in &list {
        let item = line.span.of(&view.page.blocks[line.block].prose.text);
        spans.push(Span::new(text.len(), text.len() + item.len()));
        text.push_str(item);
        text.push('\n');
    }
    if is_open(&text, Span::new(0, text.trim_end().len())) {
        return None;
    }
    let items = lines(spans.iter().copied(), is_ended);
    let unlike = compare(view.library, concept, &text, &items, judges, false)?;
    let line_of = |span: Span| spans.iter().position(|line| line.covers(span)).and_then(|at| list.get(at));
    let page = |span: Span| line_of(span).and_then(|line| own.span(line.block, line.span));
    let all: Vec<Span> = spans.iter().map(|&span| page(span)).collect::<Option<_>>()?;
    let mut parts: Vec<Span> = unlike
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Added(span) | Change::Altered(span, _) => page(*span),
            Change::Missing(_) => None,
        })
        .collect();
    if parts.is_empty() {
        parts.push(all.first()?.join(*all.last()?));
    }
    parts.sort_unstable();
    let message = message(view, &text, &unlike);
    let edits = edits(view, &text, &unlike, &|span| line_of(span));
    let title = format!("List the parts as {} does", wording::place(view.library, unlike.place));
    let fix = edits.map(|edits| Fix { title, edits, mends: true });
    Some(Flaw { check: Check::Enumeration, parts, message, sources: vec![unlike.place], fix })
}

/// The lines of the list that follows a block, and whether something follows it.
fn list_below(view: View, introduction: usize) -> (Vec<Line>, bool) {
    let mut list = Vec::new();
    let mut indent = None;
    for (number, block) in view.page.blocks.iter().enumerate().skip(introduction + 1) {
        let start = line_start(view.text, block.span.start);
        let before = &view.text[start..block.span.start];
        let Some(own) = marker(before).or_else(|| marker(block.span.of(view.text))) else {
            // A further paragraph of an item stands to the right of its sign.
            if !list.is_empty() && before.len() > indent.unwrap_or(0) && before.trim().is_empty() {
                continue;
            }
            return (list, true);
        };
        let is_first_level = *indent.get_or_insert(own) == own;
        if list.len() == MOST {
            break;
        }
        if is_first_level {
            let text = &block.prose.text;
            let item = text.trim_end_matches(|c: char| c.is_whitespace() || ".,;".contains(c));
            let item = item.strip_suffix(" and").unwrap_or(item).trim_end_matches([',', ';']);
            list.push(Line { block: number, span: Span::new(0, item.len()) });
        }
    }
    (list, false)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// How far the sign of a list's item is indented, if a line begins with one.
fn marker(line: &str) -> Option<usize> {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    let behind = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = behind.len() < bare.len() && behind.starts_with(". ") | behind.starts_with(") ");
    (is_number || ["- ", "* ", "+ "].iter().any(|sign| bare.starts_with(sign))).then_some(indent)
}

/// Whole lines are put in and taken out; an item that is altered is replaced within its line.
fn edits<'a>(
    view: View,
    text: &str,
    unlike: &Unlike,
    line_of: &dyn Fn(Span) -> Option<&'a Line>,
) -> Option<Vec<(Span, String)>> {
    let mut edits = Vec::new();
    let mut before: Option<&Line> = None;
    let first = unlike.right.iter().find_map(|(span, _)| line_of((*span)?))?;
    let one = number(view, first).map(|(number, _)| number);
    for (place, (span, theirs)) in unlike.right.iter().enumerate() {
        match (span.and_then(line_of), theirs) {
            (Some(line), theirs) => {
                let written = line.span.of(&view.page.blocks[line.block].prose.text);
                if let Some(theirs) = theirs {
                    edits.push(edit(view, line.block, line.span, cased(theirs, written))?);
                }
                if let (Some(one), Some((old, digits))) = (one, number(view, line))
                    && old > 0
                    && old != one + place
                {
                    edits.push((digits, (one + place).to_string()));
                }
                before = Some(line);
            }
            (None, Some(theirs)) => edits.push(inserted(view, before, first, one.map(|one| one + place), theirs)?),
            (None, None) => {}
        }
    }
    for change in &unlike.changes {
        let Change::Added(span) = change else { continue };
        let block = &view.page.blocks[line_of(*span)?.block];
        let start = line_start(view.text, block.span.start);
        let end = view.text[block.span.end..].find('\n').map_or(view.text.len(), |at| block.span.end + at + 1);
        edits.push((Span::new(start, end), String::new()));
        edits.extend(last_sign(view, text, unlike, *span, line_of));
    }
    debug_assert!(text.len() >= unlike.changes.len());
    edits.sort_by_key(|(span, _)| *span);
    edits.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start).then_some(edits)
}

/// Gives what stands behind the last line of a list, if that is taken out, to the line that is the last one then.
fn last_sign<'a>(
    view: View,
    text: &str,
    unlike: &Unlike,
    gone: Span,
    line_of: &dyn Fn(Span) -> Option<&'a Line>,
) -> Option<(Span, String)> {
    let last = unlike.right.last()?.0.filter(|last| last.end < gone.start)?;
    let is_next = text[last.end..gone.start].trim().is_empty();
    let tail = |line: &Line| {
        let end = view.page.blocks[line.block].prose.to_page(line.span)?.end;
        Some(Span::new(end, view.text[end..].find(['\n', '\r']).map_or(view.text.len(), |at| end + at)))
    };
    let (own, theirs) = (tail(line_of(last)?)?, tail(line_of(gone)?)?.of(view.text));
    (is_next && own.of(view.text) != theirs).then(|| (own, theirs.to_string()))
}

/// The number of an item that has one, and its digits in the page.
fn number(view: View, line: &Line) -> Option<(usize, Span)> {
    let block = &view.page.blocks[line.block];
    let start = line_start(view.text, block.span.start);
    let sign = &view.text[start..block.prose.to_page(line.span)?.start];
    let bare = sign.trim_start();
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let from = start + sign.len() - bare.len();
    Some((bare[..digits].parse().ok()?, Span::new(from, from + digits)))
}

/// A new line behind an item, or before the first one, which it resembles; `number` is its place in a list with numbers.
fn inserted(
    view: View,
    behind: Option<&Line>,
    first: &Line,
    number: Option<usize>,
    theirs: &str,
) -> Option<(Span, String)> {
    let model = behind.unwrap_or(first);
    let block = &view.page.blocks[model.block];
    let start = line_start(view.text, block.span.start);
    let item = block.prose.to_page(model.span)?;
    let sign = &view.text[start..item.start];
    if !sign.chars().all(|c| c.is_whitespace() || c.is_ascii_digit() || "-*+.)[]".contains(c)) {
        return None;
    }
    let digits = |c: char| c.is_ascii_digit();
    let sign = match (number, sign.find(digits), sign.rfind(digits)) {
        (Some(number), Some(from), Some(to)) => format!("{}{number}{}", &sign[..from], &sign[to + 1..]),
        _ => sign.to_string(),
    };
    let new = cased(theirs, model.span.of(&block.prose.text));
    let ending = if view.text[..block.span.end].contains("\r\n") { "\r\n" } else { "\n" };
    let stop = view.text[item.end..].chars().next().filter(|c| matches!(c, ',' | ';' | '.'));
    let stop = stop.map(String::from).unwrap_or_default();
    Some(match behind {
        Some(_) => {
            let end = view.text[item.end..].find(['\n', '\r']).map_or(view.text.len(), |at| item.end + at);
            (Span::new(end, end), format!("{ending}{sign}{new}{stop}"))
        }
        None => (Span::new(start, start), format!("{sign}{new}{stop}{ending}")),
    })
}
