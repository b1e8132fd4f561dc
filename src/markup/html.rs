//! HTML in Markdown: a block of it holds paragraphs and block quotations like any other text. Scripts, styles and code hold none.

use super::reading::{LEFT_OUT, Reading};
use super::{BlockKind, Prose};
use crate::text::Span;

/// Tags that end a paragraph.
const BLOCKS: &str = "p div blockquote li ul ol dl dd dt table thead tbody tr td th caption section article aside header footer main \
    nav figure figcaption details summary center address h1 h2 h3 h4 h5 h6 hr form fieldset body html head title";
/// Tags whose contents are no prose.
const HIDDEN: &str =
    "script style pre code kbd samp template svg math textarea select object iframe canvas video audio";
/// Those of them that stand inside a line.
const LEFT_OUT_INSIDE: &str = "code kbd samp math svg";
/// Entities, and what they stand for; others are left as they are written.
const ENTITIES: [(&str, &str); 20] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("#39", "'"),
    ("#34", "\""),
    ("nbsp", "\u{a0}"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("shy", "\u{ad}"),
    ("thinsp", "\u{2009}"),
];
/// An entity is no longer than this, in bytes.
const LONGEST_ENTITY: usize = 8;

/// Adds the paragraphs of a block of HTML to a reading. `next` is the number of the next block quotation; says the number behind
/// those that it has.
pub(super) fn read(text: &str, block: Span, next: u32, out: &mut Reading) -> u32 {
    let mut reader = Reader { page: text, out, prose: Prose::default(), span: None, gap: None, next, depth: 0 };
    let mut at = block.start;
    while at < block.end {
        let rest = &text[at..block.end];
        at += match rest.as_bytes()[0] {
            b'<' => reader.tag(rest),
            b'&' => reader.entity(rest, at),
            _ => {
                let len = rest.find(['<', '&']).unwrap_or(rest.len());
                reader.text(&rest[..len], Span::new(at, at + len));
                len
            }
        };
    }
    reader.close();
    reader.next + u32::from(reader.depth > 0)
}

struct Reader<'a> {
    page: &'a str,
    out: &'a mut Reading,
    /// The paragraph that is being read.
    prose: Prose,
    span: Option<Span>,
    /// White space that nothing follows yet.
    gap: Option<Span>,
    next: u32,
    /// How many block quotations are open.
    depth: usize,
}

impl Reader<'_> {
    /// Adds text; white space only once something follows it, and none at a beginning.
    fn text(&mut self, text: &str, span: Span) {
        let body = text.trim();
        if body.is_empty() {
            self.gap = self.gap.or(self.span.map(|_| span));
            return;
        }
        let start = span.start + text.find(body).unwrap_or_default();
        if self.span.is_some() && start > span.start {
            self.gap = self.gap.or(Some(Span::new(span.start, start)));
        }
        let end = start + body.len();
        self.push(body, Span::new(start, end));
        self.gap = (end < span.end).then(|| Span::new(end, span.end));
    }

    fn push(&mut self, text: &str, span: Span) {
        self.flush();
        self.span = Some(self.span.map_or(span, |own| own.join(span)));
        match text.len() == span.len() {
            true => self.prose.push(text, span),
            false => self.prose.push_other(text, span),
        }
    }

    /// Adds the white space that waits for what follows it.
    fn flush(&mut self) {
        if let Some(gap) = self.gap.take() {
            self.prose.push(gap.of(self.page), gap);
        }
    }

    /// Adds text that stands nowhere in the page, behind the white space before it.
    fn insert(&mut self, text: &str) {
        self.flush();
        self.prose.push_inserted(text);
    }

    /// Reads what `rest` begins with, and says its length: a comment, a tag, an element that is no prose, or a sign.
    fn tag(&mut self, rest: &str) -> usize {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or(rest.len(), |end| end + 7);
        }
        let len = rest.find('>').map_or(rest.len(), |end| end + 1);
        let inner = rest[1..len].trim_end_matches('>');
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        let is_one_of = |list: &str| !name.is_empty() && list.split_ascii_whitespace().any(|one| one == name);
        if is_one_of(HIDDEN) && !closes {
            if is_one_of(LEFT_OUT_INSIDE) && self.span.is_some() {
                self.insert(LEFT_OUT);
            }
            return if inner.ends_with('/') { len } else { end_of_element(rest, &name) };
        }
        if is_one_of(BLOCKS) {
            self.close();
        }
        match name.as_str() {
            "blockquote" if closes => {
                let was_open = self.depth == 1;
                self.depth = self.depth.saturating_sub(1);
                self.next += u32::from(was_open);
            }
            "blockquote" => self.depth += 1,
            "br" if self.span.is_some() => self.insert("\n"),
            "q" if closes => self.prose.push_inserted("”"),
            "q" => self.insert("“"),
            _ => {}
        }
        len
    }

    fn entity(&mut self, rest: &str, at: usize) -> usize {
        let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let known =
            end.and_then(|end| ENTITIES.iter().find(|(name, _)| *name == &rest[1..end]).map(|(_, c)| (*c, end + 1)));
        let (shown, len) = known.unwrap_or(("&", 1));
        self.push(shown, Span::new(at, at + len));
        len
    }

    fn close(&mut self) {
        self.gap = None;
        let Some(span) = self.span.take() else {
            self.prose = Prose::default();
            return;
        };
        let quoted_in = (self.depth > 0).then_some(self.next);
        let kind = if quoted_in.is_some() { BlockKind::Quoted } else { BlockKind::Paragraph };
        self.out.push(span, kind, std::mem::take(&mut self.prose), quoted_in);
    }
}

/// The length of an element that `rest` begins with; all of it where nothing closes the element.
fn end_of_element(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let (start, end) = (at + 2, at + 2 + name.len());
        let has_name = rest.as_bytes().get(start..end).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()));
        has_name && rest.as_bytes().get(end).is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    let end = rest.match_indices("</").map(|(at, _)| at).find(closes);
    end.and_then(|end| rest[end..].find('>').map(|tail| end + tail + 1)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paragraphs of a block.
    fn paragraphs(text: &str) -> Vec<String> {
        let mut out = Reading::default();
        read(text, Span::new(0, text.len()), 0, &mut out);
        out.blocks.into_iter().map(|block| block.prose.text).collect()
    }

    #[test]
    fn white_space_stays_before_a_mark_or_a_break() {
        assert_eq!(paragraphs("<p>He said <q>x</q> and <q>y</q>.</p>"), ["He said “x” and “y”."]);
        assert_eq!(paragraphs("<p><q>x</q> one <br>two</p>"), ["“x” one \ntwo"]);
    }

    #[test]
    fn what_is_no_prose_inside_a_line_leaves_its_place() {
        assert_eq!(paragraphs("<p>One <code>x</code> two <kbd>y</kbd>.</p>"), ["One \u{fffc} two \u{fffc}."]);
        assert_eq!(paragraphs("<p>One <svg width=\"1\"/> two.</p><p>Three.</p>"), ["One \u{fffc} two.", "Three."]);
        assert_eq!(paragraphs("<p>One.</p><svg/><p>Two.</p>"), ["One.", "Two."]);
    }

    #[test]
    fn an_element_ends_with_a_tag_of_its_whole_name() {
        assert_eq!(paragraphs("<pre>x</preface> y</pre ><p>One.</p>"), ["One."]);
    }
}
