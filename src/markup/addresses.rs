//! Where addresses stand in a text (`https://…`, `www.…`): they are no prose, and a mark inside one is no quotation mark.

use crate::text::Span;
use memchr::memmem;

/// The addresses of `text`, in order. One ends at white space, at a bracket or a quotation mark that is not its own, and
/// before the punctuation of the sentence around it.
pub(super) fn addresses(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    for (pattern, start_of) in [("://", scheme_start as fn(&str, usize) -> Option<usize>), ("www.", host_start)] {
        let mut done = 0;
        for at in memmem::find_iter(text.as_bytes(), pattern) {
            let Some(start) = start_of(text, at).filter(|_| at >= done) else { continue };
            let end = address_end(text, at + pattern.len());
            if end > at + pattern.len() {
                all.push(Span::new(start, end));
            }
            done = end;
        }
    }
    all.sort_unstable();
    let mut end = 0;
    all.retain(|span| {
        span.start >= end && {
            end = span.end;
            true
        }
    });
    all
}

/// Where the scheme before `://` begins: up to 16 letters.
fn scheme_start(text: &str, colon: usize) -> Option<usize> {
    let letters = text.as_bytes()[..colon].iter().rev().take(16).take_while(|b| b.is_ascii_alphabetic()).count();
    (letters >= 2).then_some(colon - letters)
}

fn host_start(text: &str, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|i| text.as_bytes()[i]);
    before.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b'[' | b'<' | b'"' | b'*' | b'_')).then_some(at)
}

fn address_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut open = 0usize;
    for (i, c) in text[from..].char_indices() {
        match c {
            c if c.is_whitespace() || c.is_control() => break,
            '<' | '>' | '[' | ']' | '{' | '}' | '|' | '`' | '\\' | '^' => break,
            '"' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‹' | '›' => break,
            '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' => break,
            '(' => open += 1,
            ')' if open == 0 => break,
            ')' => {
                open -= 1;
                end = from + i + 1;
            }
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '—' => {}
            c => end = from + i + c.len_utf8(),
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_before_the_sentence_that_it_stands_in() {
        let text = "See (https://a.org/x_(y)?q=1#f), “http://b.org”, www.c.org. Not: a://, awww.no, :// or 3://x.";
        let found: Vec<_> = addresses(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["https://a.org/x_(y)?q=1#f", "http://b.org", "www.c.org"]);
    }
}
