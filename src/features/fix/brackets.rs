//! The writer's own brackets in a quotation: what stands in them is none of the source's business.

use crate::text::{Span, is_word_char};

/// The part of `span` that stands outside all brackets of `text`; `None` where there is more than one such part, or none,
/// or where a bracket cuts a word in two, as in `[T]hey`.
pub(super) fn outside(text: &str, span: Span) -> Option<Span> {
    let mut is_open = false;
    let mut parts: Vec<Span> = Vec::new();
    let mut from = span.start;
    for (at, c) in text[..span.end].char_indices().filter(|(_, c)| matches!(c, '[' | ']')) {
        if at >= span.start {
            if !is_open {
                parts.push(Span::new(from, at));
            }
            from = at + 1;
        }
        is_open = c == '[' && text[at..].contains(']');
    }
    if !is_open {
        parts.push(Span::new(from, span.end));
    }
    if span.is_empty() {
        return parts.pop();
    }
    parts.retain(|part| part.of(text).contains(is_word_char));
    let [part] = parts[..] else { return None };
    let words = part.of(text).trim();
    let start = part.start + (part.len() - part.of(text).trim_start().len());
    let whole = Span::new(start, start + words.len());
    let cut = text[..whole.start].ends_with(']') && part.start == whole.start
        || text[whole.end..].starts_with('[') && part.end == whole.end;
    (!cut).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_outside_the_brackets_is_the_source_s() {
        for (text, span, expected) in [
            ("the real causes", 4..15, Some("real causes")),
            ("the [real] causes", 5..17, Some("causes")),
            ("the causes [real]", 4..16, Some("causes")),
            ("[T]hey go", 1..6, None),
            ("a [b] c d", 0..9, None),
            ("a [b c] d", 3..4, None),
            ("a [b c", 3..4, Some("b")),
        ] {
            let found = outside(text, Span::from(span)).map(|span| span.of(text));
            assert_eq!(found, expected, "{text}");
        }
    }
}
