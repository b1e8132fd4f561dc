//! What a hover shows, before it is written for one reader: a card of blocks, rendered as Markdown or as plain text.
//!
//! Text of a corpus is somebody's text: in Markdown every character that could mean something is escaped, so that nothing
//! in it becomes a link, a command or HTML.

use crate::trace::Place;

/// A card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Its blocks, from the top.
    pub blocks: Vec<CardBlock>,
}

/// A block of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardBlock {
    /// A line of its own.
    Line(Vec<Inline>),
    /// A passage of a source.
    Passage(Vec<Inline>),
    /// Numbered parts.
    Parts(Vec<String>),
    /// A break between two subjects.
    Rule,
}

/// A run of text in a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// As it is.
    Plain(String),
    /// What matters.
    Strong(String),
    /// A title, or a word about the text.
    Emphasis(String),
    /// The source's words that a quotation lacks.
    Removed(String),
    /// A quotation's words that the source lacks.
    Added(String),
    /// A title that leads to a place.
    Link(String, Place),
}

/// Gives the address of a place, where an editor can open one.
pub type Address<'a> = &'a dyn Fn(Place) -> Option<String>;

impl Card {
    /// Adds a line.
    pub fn line(&mut self, line: Vec<Inline>) {
        self.blocks.push(CardBlock::Line(line));
    }

    /// Adds another card below this one.
    pub fn append(&mut self, other: Card) {
        if !self.blocks.is_empty() && !other.blocks.is_empty() {
            self.blocks.push(CardBlock::Rule);
        }
        self.blocks.extend(other.blocks);
    }

    /// As Markdown.
    pub fn markdown(&self, address: Address) -> String {
        let block = |block: &CardBlock| match block {
            CardBlock::Line(line) => inlines(line, address),
            CardBlock::Passage(line) => format!("> {}", inlines(line, address)),
            CardBlock::Parts(parts) => numbered(parts.iter().map(|part| escaped(part))),
            CardBlock::Rule => "---".to_string(),
        };
        self.blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
    }

    /// As plain text. Removed words stand between `[-` and `-]`, added ones between `{+` and `+}`, and what matters in a
    /// passage between `❮` and `❯`.
    pub fn plain(&self) -> String {
        let block = |block: &CardBlock| match block {
            CardBlock::Line(line) => plain_inlines(line),
            CardBlock::Passage(line) => format!("  {}", plain_inlines(&line.iter().map(marked).collect::<Vec<_>>())),
            CardBlock::Parts(parts) => numbered(parts.iter().map(|part| one_line(part))),
            CardBlock::Rule => "--".to_string(),
        };
        self.blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
    }
}

fn numbered(parts: impl Iterator<Item = String>) -> String {
    parts.enumerate().map(|(i, part)| format!("{}. {part}", i + 1)).collect::<Vec<_>>().join("\n")
}

fn inlines(line: &[Inline], address: Address) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Plain(text) => escaped(text),
        Inline::Strong(text) => wrapped(text, "**"),
        Inline::Emphasis(text) => wrapped(text, "*"),
        Inline::Removed(text) => wrapped(text, "~~"),
        Inline::Added(text) => wrapped(text, "**"),
        Inline::Link(text, place) => match address(*place) {
            Some(uri) => format!("[{}](<{}>)", escaped(text), uri.replace(['<', '>', '\n', '\r'], "")),
            None => wrapped(text, "*"),
        },
    };
    line.iter().map(inline).collect()
}

fn marked(inline: &Inline) -> Inline {
    match inline {
        Inline::Strong(text) => Inline::Strong(format!("❮{text}❯")),
        other => other.clone(),
    }
}

fn plain_inlines(line: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link(text, _) => one_line(text),
        Inline::Removed(text) | Inline::Added(text) if text.is_empty() => String::new(),
        Inline::Removed(text) => format!("[-{}-]", one_line(text)),
        Inline::Added(text) => format!("{{+{}+}}", one_line(text)),
    };
    line.iter().map(inline).collect()
}

/// Marks must touch the words that they mark, or they are no marks.
fn wrapped(text: &str, mark: &str) -> String {
    let body = text.trim();
    if body.is_empty() {
        return escaped(text);
    }
    let start = text.len() - text.trim_start().len();
    let space = |outside: &str| if outside.is_empty() { "" } else { " " };
    let end = start + body.len();
    format!("{}{mark}{}{mark}{}", space(&text[..start]), escaped(body), space(&text[end..]))
}

/// Text on one line with control characters taken out.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        // What stands in prose for code and pictures.
        let c = if c == '\u{fffc}' { '…' } else { c };
        if c.is_whitespace() {
            space = true;
        } else if !c.is_control() && !is_invisible(c) {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    if space {
        out.push(' ');
    }
    out
}

/// Characters that could make a text look like another: direction marks, zero-width ones, the byte-order mark; and
/// the one that stands in prose for what is none.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffc}')
}

/// Text on one line as Markdown that shows just these characters.
pub fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (i, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            '+' | '-' | '#' | '=' if text[..i].trim().is_empty() => {
                out.push('\\');
                out.push(c);
            }
            // Bare addresses are made links of by many readers; so are numbers with a point made lists.
            ':' if text[i..].starts_with("://") => out.push_str("&#58;"),
            '@' => out.push_str("&#64;"),
            '.' | ')' if is_list_number(&text[..i]) => {
                out.push('\\');
                out.push(c);
            }
            '.' if text[..i].ends_with("www") => out.push_str("\\."),
            c => out.push(c),
        }
    }
    out
}

/// Whether a point behind this would make a list of it.
fn is_list_number(before: &str) -> bool {
    let before = before.trim_start();
    !before.is_empty() && before.len() < 10 && before.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser};

    #[test]
    fn a_card_reads_the_same_in_markdown_and_in_plain_text() {
        let mut card = Card::default();
        card.line(vec![Inline::Strong("Harmonious world".into()), Inline::Plain(" · concept".into())]);
        card.blocks.push(CardBlock::Passage(vec![
            Inline::Plain("a ".into()),
            Inline::Strong("world".into()),
            Inline::Plain(" of ".into()),
            Inline::Removed("durable ".into()),
            Inline::Added("lasting".into()),
        ]));
        card.blocks.push(CardBlock::Parts(vec!["peace".into(), "prosperity".into()]));
        assert_eq!(
            card.markdown(&|_| None),
            "**Harmonious world** · concept\n\n> a **world** of ~~durable~~ **lasting**\n\n1. peace\n2. prosperity"
        );
        assert_eq!(
            card.plain(),
            "Harmonious world · concept\n\n  a ❮world❯ of [-durable -]{+lasting+}\n\n1. peace\n2. prosperity"
        );
    }

    #[test]
    fn nothing_in_a_text_becomes_a_link_a_command_or_html() {
        for hostile in [
            "[click](command:rm)",
            "<img src=x onerror=alert(1)>",
            "![x](http://e.org)",
            "`code` **bold** _x_ ~~s~~",
            "https://example.org www.example.org a@b.org",
            "1. list\n# head\n> quote\n- item\n| a | b |",
            "&lt;b&gt; $(x)$ \u{202e}txt",
            "+ item",
        ] {
            let markdown = escaped(hostile);
            let shown: Vec<Event> =
                Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect();
            let only_text = shown.iter().all(|event| {
                matches!(event, Event::Text(_) | Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(_))
            });
            assert!(only_text, "{hostile:?} became {shown:?}");
            let text: String =
                shown.iter().filter_map(|e| if let Event::Text(t) = e { Some(&**t) } else { None }).collect();
            assert_eq!(text, one_line(hostile));
        }
    }
}
