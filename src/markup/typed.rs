//! Quotation marks as they are typed for LaTeX, ` ``…'' `, read as the marks that they stand for.

use super::Prose;
use crate::text::Span;
use memchr::memmem;

/// So far back, in bytes, an opening mark is looked for.
const FURTHEST: usize = 8 * 1024;

/// Adds `text`, which stands at the bytes `span` of the page, with the marks of LaTeX as marks.
pub(super) fn push(prose: &mut Prose, text: &str, span: Span) {
    let bytes = text.as_bytes();
    let mut done = 0;
    let mut at = 0;
    let mut pairs = [b"``", b"''"].map(|pair| memmem::find_iter(bytes, pair).peekable());
    loop {
        // A run of more than two signs is passed as a whole.
        let next = pairs.iter_mut().filter_map(|places| {
            while places.next_if(|&place| place < at).is_some() {}
            places.peek().copied()
        });
        let Some(start) = next.min() else { break };
        let sign = bytes[start];
        let len = bytes[start..].iter().take_while(|&&byte| byte == sign).count();
        at = start + len;
        if len != 2 {
            continue;
        }
        let mark = if sign == b'`' { "“" } else { "”" };
        prose.push(&text[done..start], Span::new(span.start + done, span.start + start));
        done = start;
        if sign == b'`' || is_open(prose) {
            prose.push_other(mark, Span::new(span.start + start, span.start + at));
            done = at;
        }
    }
    prose.push(&text[done..], Span::new(span.start + done, span.end));
}

/// Whether a mark is open at the end of the prose.
fn is_open(prose: &Prose) -> bool {
    let near = Span::new(prose.text.len().saturating_sub(FURTHEST), prose.text.len()).of(&prose.text);
    near.rfind(['“', '”']).is_some_and(|at| near[at..].starts_with('“'))
}

/// What stands between the signs of something that Markdown takes for code, if these are rather the opening marks of two
/// quotations: ` ``One'' and ``two'' `.
pub(super) fn between_marks(code: &str) -> Option<&str> {
    let inner = code.strip_prefix("``")?.strip_suffix("``")?;
    let is_speech = inner.starts_with(char::is_alphanumeric) && inner.contains("''");
    (is_speech && inner.ends_with([' ', '\n', '('])).then_some(inner)
}
