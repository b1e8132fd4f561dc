//! A list, taken apart at its lines, semicolons, commas and `and`s.

use super::styles::Style;
use crate::text::Span;

/// The parts of a list in a passage, `count` of them if that is known and possible.
pub(super) fn split(passage: &str, list: Span, count: Option<usize>, style: &Style) -> Vec<Span> {
    let text = list.of(passage);
    let lines: Vec<Span> = lines(text);
    let cut = |spans: Vec<Span>| -> Vec<Span> {
        let all = spans.into_iter().filter_map(|span| trimmed(passage, span.shift(list.start), style));
        all.collect()
    };
    if lines.len() >= 2 {
        return cut(lines.into_iter().map(|line| without_joint(text, line, style)).collect());
    }
    let by_semicolon = top_level(text, ';');
    if by_semicolon.len() >= 2 {
        return cut(by_semicolon);
    }
    let pieces = top_level(text, ',');
    if pieces.len() == 1 {
        return cut(split_last(text, pieces[0], count.is_some() || are_two_groups(text, style), style));
    }
    // `a, b, and c`: the piece that begins with `and` is the last one.
    let last = pieces.iter().position(|piece| begins_with_and(piece.of(text), style));
    if let Some(last) = last {
        // Of `a, b, or c` it may be any one.
        if count.is_none() && begins_with(pieces[last].of(text), style.or) {
            return Vec::new();
        }
        let mut parts = cut(pieces[..=last].to_vec());
        if count.is_some_and(|count| count > parts.len()) {
            // A piece has two of them, as in `a and b, c, and d`.
            parts = cut(with_splits(text, &pieces[..=last], count.unwrap_or(0), style));
        }
        return parts;
    }
    // `a, b and c`: the last piece that has an `and` is two, unless the number says otherwise or a `with` has it.
    let joins = |piece: &str| last_and(piece, style).is_some_and(|and| count.is_some() || !with_has(piece, and, style));
    let Some(joint) = (0..pieces.len()).rev().find(|&i| joins(pieces[i].of(text))) else {
        return if count == Some(pieces.len()) || pieces.len() > 2 { cut(pieces) } else { Vec::new() };
    };
    // `a and b, which …` and `a, b or c` list nothing.
    let is_either = last_and(pieces[joint].of(text), style)
        .is_some_and(|(at, _)| style.or.iter().any(|or| pieces[joint].of(text)[at..].starts_with(or)));
    if count.is_none() && (joint == 0 || is_either) {
        return Vec::new();
    }
    let head = &pieces[..=joint];
    if count == Some(head.len()) {
        return cut(head.to_vec());
    }
    let mut parts = head[..joint].to_vec();
    parts.extend(split_last(text, head[joint], true, style));
    cut(parts)
}

/// A line without the `and` at its end that leads to the last one: `…; and`.
fn without_joint(text: &str, line: Span, style: &Style) -> Span {
    let written = line.of(text).trim_end();
    let bare = style.and.iter().chain(style.or).filter_map(|joint| written.strip_suffix(joint.trim()));
    let bare = bare.map(str::trim_end).find(|bare| bare.ends_with([';', ',']));
    Span::new(line.start, line.start + bare.unwrap_or(written).len())
}

/// The pieces, with as many of them split at their `and` as are needed for `count` parts, the last ones first.
fn with_splits(text: &str, pieces: &[Span], count: usize, style: &Style) -> Vec<Span> {
    let mut parts: Vec<Span> = pieces.to_vec();
    for at in (0..parts.len()).rev() {
        if parts.len() >= count {
            break;
        }
        if !begins_with_and(parts[at].of(text), style) {
            let both = split_last(text, parts[at], true, style);
            parts.splice(at..=at, both);
        }
    }
    if parts.len() == count { parts } else { pieces.to_vec() }
}

/// Whether `and` joins two groups, each with what belongs to it in parentheses: `dues (tolls, fees) and fines (late, double)`;
/// or two names between marks.
fn are_two_groups(text: &str, style: &Style) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    let closes = |text: &str| text.ends_with([')', '"', '”']);
    let is_and = |start: usize| style.and.iter().any(|and| text[start..].starts_with(and));
    last_and(text, style).is_some_and(|(start, _)| is_and(start) && closes(&text[..start]) && closes(text))
}

/// The two halves of a piece around its last `and`, or the piece.
fn split_last(text: &str, piece: Span, wanted: bool, style: &Style) -> Vec<Span> {
    match last_and(piece.of(text), style).filter(|_| wanted) {
        Some((start, end)) => {
            vec![Span::new(piece.start, piece.start + start), Span::new(piece.start + end, piece.end)]
        }
        None => vec![piece],
    }
}

/// The bytes of the last `and` or `or` that stands between words.
fn last_and(text: &str, style: &Style) -> Option<(usize, usize)> {
    style
        .and
        .iter()
        .chain(style.or)
        .filter_map(|word| text.rfind(word).filter(|&at| at > 0).map(|at| (at, at + word.len())))
        .max()
}

/// Whether the last `with` before the `and` has what the `and` joins, as in `a frame with a header and a body`. It has it not
/// if another one stands between them, or if what follows is written like the item itself: `ships with sails and harbours`.
fn with_has(piece: &str, and: (usize, usize), style: &Style) -> bool {
    let Some(at) = piece[..and.0].rfind(style.with) else { return false };
    // The space behind `with` may be that before the `and`.
    let had = piece.get(at + style.with.len()..and.0).unwrap_or_default();
    if last_and(had, style).is_some() {
        return false;
    }
    let item = has_article(piece, style);
    if has_article(had, style) {
        item || has_article(&piece[and.1..], style)
    } else {
        item && !has_article(&piece[and.1..], style)
    }
}

fn has_article(text: &str, style: &Style) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    style.articles.iter().any(|word| first.eq_ignore_ascii_case(word))
}

fn begins_with_and(piece: &str, style: &Style) -> bool {
    begins_with(piece, style.and) || begins_with(piece, style.or)
}

/// Whether a piece begins with one of these words, which have a space at both ends.
fn begins_with(piece: &str, words: &[&str]) -> bool {
    words.iter().any(|word| piece.trim_start().starts_with(word.trim_start()))
}

/// The pieces between a sign, outside parentheses and marks; a comma in a number is none.
fn top_level(text: &str, sign: char) -> Vec<Span> {
    let mut pieces = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0usize, false);
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '“' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            '"' => quoted = !quoted,
            _ if c == sign && depth == 0 && !quoted => {
                let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
                if !(digit(at.checked_sub(1)) && digit(Some(at + 1))) {
                    pieces.push(Span::new(start, at));
                    start = at + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    pieces.push(Span::new(start, text.len()));
    pieces
}

/// The lines that begin with a bullet or a number.
fn lines(text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let body = line.trim_start();
        let bullet = body.starts_with(['-', '*', '•', '–', '—', '+']) && body.len() > 2;
        let number = body.trim_start_matches('(').trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = number.len() < body.len() && number.starts_with(['.', ')']);
        let lettered = body.len() > 3 && body.starts_with('(') && body[1..].find(')').is_some_and(|at| at <= 4);
        if bullet || numbered || lettered {
            all.push(span);
        } else if let Some(last) = all.last_mut().filter(|_| !body.is_empty()) {
            last.end = span.end;
        }
    }
    all
}

/// An item without the `and` or `or` that leads to the next one.
pub(super) fn without_and(passage: &str, item: Span, style: &Style) -> Span {
    let text = item.of(passage).trim_end();
    let words = style.and.iter().chain(style.or);
    let cut = words.filter_map(|word| text.strip_suffix(word.trim_end())).map(str::len).min();
    Span::new(item.start, item.start + cut.unwrap_or(text.len()))
}

/// A part without the white space, the signs and the small words at its ends.
pub(super) fn trimmed(passage: &str, span: Span, style: &Style) -> Option<Span> {
    let mut text = span.of(passage);
    let mut start = span.start;
    loop {
        let before = text.len();
        text = text.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '-' | '–' | '—' | '*' | '•' | '+' | ':' | ',')
        });
        for word in style.and.iter().chain(style.or).map(|word| word.trim_start()).chain(style.ordinals.iter().copied())
        {
            if text.len() > word.len()
                && text.is_char_boundary(word.len())
                && text[..word.len()].eq_ignore_ascii_case(word)
            {
                text = &text[word.len()..];
            }
        }
        if let Some(end) = text.find([')', '.']).filter(|&end| end <= 4 && end > 0) {
            let label = text[..end].trim_start_matches('(');
            let is_label = !label.is_empty()
                && (label.bytes().all(|b| b.is_ascii_digit()) || (label.len() < 4 && text.starts_with('(')));
            if is_label {
                text = &text[end + 1..];
            }
        }
        start += before - text.len();
        if text.len() == before {
            break;
        }
    }
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':')).len();
    (end > 0).then(|| Span::new(start, start + end))
}
