//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, alerts and front matter.
//!
//! Kept out of the prose: code, tags of HTML, comments, front matter, link targets and titles, addresses, images, footnote marks.
//! The marks of emphasis and links, list markers, `>` prefixes and indentation are left out, what they mark stays. A
//! reference without a definition is text: `[sic]`, `[her]` and `[…]` are a writer's brackets.

use super::addresses::addresses;
use super::reading::{LEFT_OUT, Reading};
use super::silences::may_order;
use super::{BlockKind, Heading, Prose, html, typed};
use crate::text::Span;
use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// Reads `text` as Markdown.
pub(super) fn read(text: &str) -> Reading {
    let start = front_matter(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut reader = Reader::new(text);
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        reader.event(event, Span::from(range).shift(start));
    }
    reader.close_block();
    reader.out.close_sections(text.len());
    reader.out
}

/// The length of the front matter: from a first line `---` to the next `---` or `...`, or between two `+++`.
fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next() else { return 0 };
    let ends: &[&str] = match first.trim_end() {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return 0,
    };
    let mut at = first.len();
    for line in lines {
        // A rule at the beginning of a text has a blank line below.
        if at == first.len() && line.trim().is_empty() && first.starts_with('-') {
            return 0;
        }
        at += line.len();
        if ends.contains(&line.trim_end()) {
            return at;
        }
    }
    0
}

struct Reader<'a> {
    text: &'a str,
    addresses: Vec<Span>,
    has_silences: bool,
    out: Reading,
    /// The block that is being read.
    prose: Prose,
    span: Option<Span>,
    kind: BlockKind,
    /// The row and the column of the next cell of the table that is being read.
    cell: (u32, u16),
    /// Each open `>`: the number of the block quotation that it belongs to; `None` for an alert.
    quotes: Vec<Option<u32>>,
    next_quote: u32,
    /// Where the open runs of emphasis begin in the prose.
    emphasised: Vec<usize>,
    /// How many things are open whose text is no prose: code blocks, images, automatic links.
    hidden: usize,
    /// Footnote marks without a definition come as text; nothing before this byte is prose.
    hidden_until: usize,
    /// The open heading's level, span and title.
    heading: Option<(u8, Span, String)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Reader {
            text,
            addresses: addresses(text),
            has_silences: may_order(text),
            out: Reading::default(),
            prose: Prose::default(),
            span: None,
            kind: BlockKind::Paragraph,
            cell: (0, 0),
            quotes: Vec::new(),
            next_quote: 0,
            emphasised: Vec::new(),
            hidden: 0,
            hidden_until: 0,
            heading: None,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Text(text) => self.prose(&text, span),
            Event::Code(_) if self.is_between_marks(span) => self.prose(span.of(self.text), span),
            Event::Code(code) => {
                if let Some((_, _, title)) = &mut self.heading {
                    title.push_str(&code);
                }
                self.left_out(span);
            }
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::InlineHtml(html) => {
                self.comment(span);
                self.extend(span);
                // The one tag that parts words.
                if self.hidden == 0 && html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
                    self.prose.push_inserted("\n");
                }
                if let Some(mark) = mark_of(&html).filter(|_| self.hidden == 0) {
                    self.prose.push_other(mark, span);
                }
            }
            Event::FootnoteReference(_) => self.extend(span),
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        if self.has_silences
            && matches!(tag, Tag::List(_) | Tag::Table(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))
        {
            self.out.containers.push(span);
        }
        match tag {
            // An item of a tight list has no paragraph of its own that the markup would lie in.
            Tag::Emphasis | Tag::Strong => {
                self.extend(span);
                self.emphasised.push(self.prose.text.len());
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => self.extend(span),
            Tag::Link { link_type, .. } => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.left_out(span);
                    self.hidden += 1;
                }
            }
            Tag::Image { .. } => {
                self.left_out(span);
                self.hidden += 1;
            }
            Tag::Paragraph => self.open_block(span, BlockKind::Paragraph),
            Tag::TableCell => {
                let (row, column) = self.cell;
                self.open_block(span, BlockKind::Cell { row, column });
            }
            Tag::Table(_) => {
                self.close_block();
                self.cell = (0, 0);
            }
            Tag::Heading { level, .. } => {
                self.open_block(span, BlockKind::Heading);
                self.heading = Some((level as u8, trimmed(self.text, span), String::new()));
            }
            Tag::BlockQuote(kind) => {
                self.close_block();
                self.quotes.push(self.quote_number(kind));
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.close_block();
                self.hidden += 1;
            }
            _ => self.close_block(),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(start) = self.emphasised.pop() {
                    self.prose.emphasise(start);
                }
            }
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Link => {
                if self.hidden > 0 && self.text.as_bytes().get(span.start) == Some(&b'<') {
                    self.hidden -= 1;
                }
            }
            TagEnd::Image => self.hidden -= 1,
            TagEnd::BlockQuote(_) => {
                self.close_block();
                if self.quotes.pop().flatten().is_some() && self.quotes.iter().flatten().next().is_none() {
                    self.next_quote += 1;
                }
            }
            TagEnd::TableCell => {
                self.close_block();
                self.cell.1 = self.cell.1.saturating_add(1);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.cell = (self.cell.0 + 1, 0),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.hidden -= 1,
            TagEnd::HtmlBlock => {
                self.hidden -= 1;
                self.comment(span);
                // Where lines have a prefix, it is no HTML.
                if self.hidden == 0 && self.quotes.is_empty() {
                    self.next_quote = html::read(self.text, span, self.next_quote, &mut self.out);
                }
            }
            _ => self.close_block(),
        }
    }

    /// An alert (`> [!NOTE]`) is the writer's own; a quotation inside a quotation belongs to the outer one.
    fn quote_number(&self, kind: Option<BlockQuoteKind>) -> Option<u32> {
        match kind {
            Some(_) => None,
            None => Some(self.next_quote),
        }
    }

    fn open_block(&mut self, span: Span, kind: BlockKind) {
        self.close_block();
        self.span = Some(trimmed(self.text, span));
        self.kind = kind;
        self.prose.reserve(span.len());
    }

    /// Ends the block that is being read. Blocks of tight lists have no beginning of their own: they begin with the first
    /// thing in them.
    fn close_block(&mut self) {
        let Some(span) = self.span.take() else { return };
        let quoted_in = self.quotes.iter().flatten().next().copied();
        let kind = match (self.kind, quoted_in) {
            (BlockKind::Paragraph, Some(_)) => BlockKind::Quoted,
            (kind, _) => kind,
        };
        if let Some((level, span, title)) = self.heading.take() {
            self.out.headings.push(Heading { level, title: title.trim().to_string(), span, section: span });
        }
        self.out.push(span, kind, std::mem::take(&mut self.prose), quoted_in);
        self.kind = BlockKind::Paragraph;
    }

    fn extend(&mut self, span: Span) {
        self.span = Some(self.span.map_or(span, |own| own.join(span)));
    }

    fn left_out(&mut self, span: Span) {
        self.extend(span);
        if self.hidden == 0 {
            self.prose.push_inserted(LEFT_OUT);
        }
    }

    fn line_break(&mut self, span: Span) {
        if self.hidden > 0 {
            return;
        }
        self.extend(span);
        let (shown, len) = match span.of(self.text).as_bytes() {
            [.., b'\r', b'\n'] => ("\n", 2),
            [.., b'\r'] => ("\r", 1),
            _ => ("\n", 1),
        };
        self.prose.push(shown, Span::new(span.end.saturating_sub(len), span.end));
        if let Some((_, _, title)) = &mut self.heading {
            title.push(' ');
        }
    }

    fn prose(&mut self, text: &str, span: Span) {
        if self.hidden > 0 || span.start < self.hidden_until {
            return;
        }
        if text == "["
            && let Some(len) = footnote_mark(&self.text[span.start..])
        {
            self.hidden_until = span.start + len;
            self.extend(Span::new(span.start, self.hidden_until));
            return;
        }
        self.extend(span);
        if let Some((_, _, title)) = &mut self.heading {
            title.push_str(text);
        }
        if span.of(self.text) != text {
            return self.prose.push_other(text, span);
        }
        let mut at = span.start;
        let next = self.addresses.partition_point(|address| address.end <= span.start);
        for i in next..self.addresses.len() {
            let address = self.addresses[i];
            if address.start >= span.end {
                break;
            }
            if at < address.start {
                typed::push(&mut self.prose, &self.text[at..address.start], Span::new(at, address.start));
            }
            if address.start >= span.start {
                self.prose.push_inserted(LEFT_OUT);
            }
            at = address.end.min(span.end);
        }
        if at < span.end {
            typed::push(&mut self.prose, &self.text[at..span.end], Span::new(at, span.end));
        }
    }

    /// Whether what Markdown takes for code is rather words between the marks of LaTeX. Where lines have a prefix, code it is.
    fn is_between_marks(&self, span: Span) -> bool {
        typed::between_marks(span.of(self.text)).is_some_and(|words| self.quotes.is_empty() || !words.contains('\n'))
    }

    fn comment(&mut self, span: Span) {
        if self.has_silences {
            self.out.comments.push(span);
        }
    }
}

/// The quotation mark that a tag stands for: `<q>`.
fn mark_of(tag: &str) -> Option<&'static str> {
    let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let mark = if tag.starts_with("</") { "”" } else { "“" };
    name.eq_ignore_ascii_case("q").then_some(mark)
}

/// The length of the footnote mark that `text` begins with.
fn footnote_mark(text: &str) -> Option<usize> {
    let label = text.strip_prefix("[^")?;
    let len = label.bytes().take(64).position(|b| b == b']' || b.is_ascii_whitespace() || b == b'[')?;
    (len > 0 && label.as_bytes()[len] == b']').then_some(len + 3)
}

/// `span` without the white space at its end.
fn trimmed(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.of(text).trim_end().len())
}
