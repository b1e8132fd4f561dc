//! Where the writer silenced checks.
//!
//! `<!-- glossator-ignore -->` silences every check in the block that it stands in, or else in the next one (a list, a table,
//! a block quotation and a footnote count as a whole); `<!-- glossator-off -->` everything up to `<!-- glossator-on -->` or the end.
//! Codes of checks, separated by spaces or commas, narrow each of them down; a reason may follow after `--` or `:`. In plain
//! text the same words may stand on a line of their own, after a sign for a comment if that is wanted.

use super::reading::Reading;
use super::{Format, Silence};
use crate::settings::{Check, nearest};
use crate::text::Span;
use memchr::{memchr2, memmem};
use std::collections::BTreeMap;

/// A line of plain text with more words is prose, whatever it begins with.
const MOST_WORDS: usize = 6;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Ignore,
    Off,
    On,
}

/// Verbs by which other tools are told to be silent, with ours.
const OTHERS: [(&str, &str); 2] = [("disable", "off"), ("enable", "on")];

/// The orders that comments give.
pub const ORDERS: [&str; 3] = ["glossator-ignore", "glossator-off", "glossator-on"];

/// The order that was most likely meant by a word which is none, or by two words: one with a slip in our name, in the verb or
/// in what stands between them, or with the verb of other tools.
pub fn meant_order(word: &str) -> Option<&'static str> {
    let parts = word.split(|c: char| c.is_whitespace() || c == '_').filter(|part| !part.is_empty());
    let hyphenated = parts.collect::<Vec<_>>().join("-");
    let (name, verb) = hyphenated.split_once('-')?;
    nearest(name, ["glossator"])?;
    let of_others = OTHERS.iter().find(|(other, _)| *other == verb).map(|(_, ours)| *ours);
    let verb = of_others.or_else(|| nearest(verb, ORDERS.iter().filter_map(|order| verb_of(order))))?;
    ORDERS.into_iter().find(|order| verb_of(order) == Some(verb))
}

fn verb_of(order: &str) -> Option<&str> {
    order.strip_prefix("glossator-")
}

/// Where something may begin that was to be an order.
fn beginnings(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let rests = [&b"los"[..], b"LOS"].into_iter().flat_map(|rest| memmem::find_iter(bytes, rest));
    rests.filter_map(|at| at.checked_sub(1)).filter(|&at| bytes[at].eq_ignore_ascii_case(&b'g'))
}

/// Whether a text may hold an order, or what was to be one.
pub(super) fn may_order(text: &str) -> bool {
    beginnings(text.as_bytes()).next().is_some()
}

/// The silences of a page that has been read from `text`, in the order in which they begin; and the codes of checks that
/// the comments name, in order.
pub(super) fn silences(text: &str, reading: &Reading) -> (Vec<Silence>, Vec<Span>) {
    let (mut all, mut named) = (Vec::new(), Vec::new());
    // Where each check was silenced; all checks together are `None`.
    let mut open: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut close = |check: Option<String>, start: usize, end: usize| {
        all.push(Silence { span: Span::new(start, end), checks: check.into_iter().collect() });
    };
    let mut ignored = Vec::new();
    for &span in &reading.comments {
        for (span, verb, codes) in directives(text, span) {
            let checks: Vec<String> = codes.iter().map(|code| code.of(text).to_string()).collect();
            named.extend(codes);
            let mut keys = checks.iter().cloned().map(Some).collect::<Vec<_>>();
            match verb {
                Verb::Ignore => ignored.extend(meant_by(span, reading).map(|span| Silence { span, checks })),
                Verb::Off => {
                    if keys.is_empty() {
                        keys.push(None);
                    }
                    for key in keys {
                        open.entry(key).or_insert(span.start);
                    }
                }
                // What silences all checks ends with the first of them.
                Verb::On if keys.is_empty() => {
                    std::mem::take(&mut open).into_iter().for_each(|(key, start)| close(key, start, span.end));
                }
                Verb::On => {
                    keys.push(None);
                    for key in keys {
                        open.remove(&key).into_iter().for_each(|start| close(key.clone(), start, span.end));
                    }
                }
            }
        }
    }
    open.into_iter().for_each(|(key, start)| close(key, start, text.len()));
    all.extend(ignored);
    all.sort_by_key(|silence| silence.span);
    (all, named)
}

/// What a comment at `comment` means: the block that it stands in, or the next one with all that it is part of and that
/// begins behind the comment too.
fn meant_by(comment: Span, reading: &Reading) -> Option<Span> {
    let blocks = &reading.blocks;
    let block = blocks.partition_point(|block| block.span.end < comment.end);
    let here = blocks.get(block)?.span;
    // The outermost one begins first.
    let mut around = reading.containers.iter().filter(|container| container.covers(here));
    if let Some(container) = around.find(|container| container.start >= comment.end) {
        let last = blocks.iter().rev().find(|block| container.covers(block.span))?;
        return Some(here.join(last.span));
    }
    let Some(group) = reading.quoted_in[block] else { return Some(here) };
    let others = |other: &Option<u32>| *other != Some(group);
    let first = reading.quoted_in[..=block].partition_point(others);
    let last = block + reading.quoted_in[block..].partition_point(|other| !others(other)) - 1;
    Some(blocks[first].span.join(blocks[last].span))
}

/// What the comments in `span` of the text order, with the span of each and of the codes that it names.
fn directives(text: &str, span: Span) -> Vec<(Span, Verb, Vec<Span>)> {
    let part = span.of(text);
    let mut all = Vec::new();
    if !part.starts_with("<!--") && !part.contains("<!--") {
        let body = part.trim_start_matches(|c: char| !c.is_alphanumeric());
        let directive = directive(text, Span::new(span.end - body.len(), span.end));
        all.extend(directive.map(|(verb, codes)| (span, verb, codes)));
    }
    for (comment, body) in comments(text, span) {
        all.extend(directive(text, body).map(|(verb, codes)| (comment, verb, codes)));
    }
    all
}

/// The comments in `span` of the text, each with what stands between its marks.
fn comments(text: &str, span: Span) -> Vec<(Span, Span)> {
    let part = span.of(text);
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&part.as_bytes()[at..], b"<!--").map(|i| at + i) {
        let Some(end) = memmem::find(&part.as_bytes()[start + 4..], b"-->").map(|i| start + 4 + i) else { break };
        all.push((Span::new(start, end + 3).shift(span.start), Span::new(start + 4, end).shift(span.start)));
        at = end + 3;
    }
    all
}

/// What a comment with this body orders.
fn directive(text: &str, body: Span) -> Option<(Verb, Vec<Span>)> {
    let rest = body.of(text).trim_start().strip_prefix("glossator-")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let verb = match &rest[..end] {
        "ignore" => Verb::Ignore,
        "off" => Verb::Off,
        "on" => Verb::On,
        _ => return None,
    };
    let rest = &rest[end..];
    if !rest.is_empty() && !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ':' | ',')) {
        return None;
    }
    let mut at = body.end - rest.len();
    let mut codes = Vec::new();
    let parts = |c: char| c.is_whitespace() || c == ',';
    for part in rest.split(':').next().unwrap_or("").split_inclusive(parts) {
        let code = part.trim_end_matches(parts);
        if code.starts_with("--") {
            break;
        }
        if !code.is_empty() && code != ">" {
            codes.push(Span::new(at, at + code.len()));
        }
        at += part.len();
    }
    Some((verb, codes))
}

/// What stands in comments, and at the beginning of a plain text's lines, as an order would, and is none.
pub(super) fn misspelt(text: &str, reading: &Reading, format: Format) -> Vec<Span> {
    let mut all = Vec::new();
    for &span in &reading.comments {
        all.extend(comments(text, span).into_iter().filter_map(|(_, body)| misspelt_in(text, body)));
    }
    if format == Format::Plain {
        let bytes = text.as_bytes();
        for at in beginnings(bytes).filter(|&at| line_start(bytes, at).is_some()) {
            let line = &text[at..line_end(bytes, at)];
            let word = first_word(line);
            let is_short = word.contains('-') && line.split_whitespace().count() <= MOST_WORDS;
            let is_order = directive(text, Span::new(at, at + line.len())).is_some();
            if is_short && !is_order && meant_order(word).is_some() {
                all.push(Span::new(at, at + word.len()));
            }
        }
        all.sort_unstable();
        all.dedup();
    }
    all
}

/// The word of a comment that stands in the place of an order: nearly one, ours with another verb before the code of a check,
/// or the right verb, or that of other tools, after something else than a hyphen.
fn misspelt_in(text: &str, body: Span) -> Option<Span> {
    let rest = body.of(text).trim_start();
    let start = body.end - rest.len();
    if directive(text, body).is_some() {
        return None;
    }
    let word = first_word(rest);
    let name = word.to_ascii_lowercase();
    let behind = rest[word.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ','));
    let is_ours = name.starts_with("glossator-") && Check::by_code(first_word(behind)).is_some();
    let is_near = name.starts_with("glos") && word.contains(['-', '_']) && meant_order(word).is_some();
    if is_ours || is_near {
        return Some(Span::new(start, start + word.len()));
    }
    let tail = rest.strip_prefix("glossator").filter(|tail| tail.starts_with(char::is_whitespace))?.trim_start();
    let verb = first_word(tail);
    let is_verb =
        ORDERS.iter().any(|order| verb_of(order) == Some(verb)) || OTHERS.iter().any(|(other, _)| *other == verb);
    // `glossator on bridges` speaks of us; nobody but a writer of orders says `glossator ignore`.
    let is_order = is_verb && (verb == "ignore" || may_follow(&tail[verb.len()..]));
    is_order.then(|| Span::new(start, body.end - tail.len() + verb.len()))
}

/// Whether the text behind the verb of an order may belong to it: nothing, a reason, or the codes of checks.
fn may_follow(rest: &str) -> bool {
    let rest = rest.trim_start();
    let code = first_word(rest.trim_start_matches([':', ',']).trim_start());
    rest.is_empty()
        || rest.starts_with("--")
        || rest.starts_with(':')
        || Check::by_code(code).is_some()
        || Check::meant(code).is_some()
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ':' | ',')).unwrap_or(text.len());
    &text[..end]
}

/// Where the line begins that has nothing but a sign for a comment before the byte `at`.
fn line_start(bytes: &[u8], at: usize) -> Option<usize> {
    let sign = bytes[..at].iter().rev().take(8).take_while(|b| b" \t#/%;-*!.".contains(b)).count();
    let start = at - sign;
    (start == 0 || matches!(bytes[start - 1], b'\n' | b'\r')).then_some(start)
}

/// Where the line ends that the byte `at` stands in.
fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |i| at + i)
}

/// The lines of a plain text that consist of nothing but an order.
pub(super) fn directive_lines(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for at in memmem::find_iter(bytes, b"glossator-") {
        let Some(start) = line_start(bytes, at) else { continue };
        let end = line_end(bytes, at);
        if directive(text, Span::new(at, end)).is_some() {
            all.push(Span::new(start, end));
        }
    }
    all
}
