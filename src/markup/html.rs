//! HTML in Markdown: a block of it holds paragraphs and block quotations like any other text. Scripts, styles and code hold none.

use super::reading::Reading;
use super::{BlockKind, Prose};
use crate::text::Span;

/// Tags that end a paragraph.
const BLOCKS: &str = "p div blockquote li ul ol dl dd dt table thead tbody tr td th caption section article aside header footer main \
    nav figure figcaption details summary center address h1 h2 h3 h4 h5 h6 hr form fieldset body html head title";
/// Tags whose contents are no prose.
const HIDDEN: &str =
    "script style pre code kbd samp template svg math textarea select object iframe canvas video audio";
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
        if let Some(gap) = self.gap.take() {
            self.prose.push(gap.of(self.page), gap);
        }
        self.span = Some(self.span.map_or(span, |own| own.join(span)));
        match text.len() == span.len() {
            true => self.prose.push(text, span),
            false => self.prose.push_other(text, span),
        }
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
            return end_of_element(rest, &name);
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
            "br" if self.span.is_some() => self.prose.push_inserted("\n"),
            "q" => self.prose.push_inserted(if closes { "”" } else { "“" }),
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
        rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices("</").map(|(at, _)| at).find(closes);
    end.and_then(|end| rest[end..].find('>').map(|tail| end + tail + 1)).unwrap_or(rest.len())
}
