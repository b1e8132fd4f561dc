//! Whatever a text holds, a page is made of it, in order, without overlaps, on characters' borders, in linear time.

use super::super::{Format, Page, blocks_of};
use crate::text::Span;
use proptest::prelude::*;
use std::time::Duration;

/// The processor time of this thread, which does not depend on what else a machine is doing; the clock's where there is none.
fn worked() -> Duration {
    #[cfg(unix)]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
    }
    #[cfg(not(unix))]
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default()
}

fn inside(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

/// Everything that must be true of any page.
fn holds(text: &str, format: Format) {
    let page = Page::parse(text, format);
    let mut end = 0;
    for block in &page.blocks {
        assert!(inside(text, block.span) && block.span.start >= end, "{:?} in {text:?}", block.span);
        end = block.span.end;
        let prose = &block.prose.text;
        for at in (0..prose.len()).filter(|&at| prose.is_char_boundary(at)) {
            let Some(c) = prose[at..].chars().next() else { continue };
            let Some(place) = block.prose.to_page(Span::new(at, at + c.len_utf8())) else { continue };
            assert!(inside(text, place) && block.span.covers(place), "{place:?} in {text:?}");
            if place.len() == c.len_utf8() {
                assert_eq!(place.of(text), c.to_string(), "in {text:?}");
                assert_eq!(block.prose.from_page(place.start), at, "in {text:?}");
            }
        }
    }
    let mut start = 0;
    for (i, quotation) in page.quotations.iter().enumerate() {
        assert!(inside(text, quotation.span) && quotation.span.start >= start, "{quotation:?} in {text:?}");
        start = quotation.span.start;
        assert!(!quotation.parts.is_empty());
        for &(block, span) in &quotation.parts {
            assert!(inside(&page.blocks[block].prose.text, span), "{quotation:?} in {text:?}");
        }
        assert!(quotation.parent.is_none_or(|p| p < i && page.quotations[p].span.covers(quotation.span)));
        page.prose_of(quotation);
    }
    assert!(page.headings.iter().all(|heading| inside(text, heading.span) && inside(text, heading.section)));
    assert!(page.silences.iter().all(|silence| inside(text, silence.span)));
    let mut end = 0;
    for &code in &page.codes {
        assert!(inside(text, code) && code.start >= end, "{code:?} in {text:?}");
        end = code.end;
    }
    assert!(page.misspelt.iter().all(|&order| inside(text, order)), "{:?} in {text:?}", page.misspelt);
    assert_eq!(blocks_of(text, format).len(), page.blocks.len());
}

const PIECES: &[&str] = &[
    "a",
    "word",
    "s",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{c}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "> ",
    ">",
    "# ",
    "=",
    "---",
    "---\n",
    "+++\n",
    "- ",
    "1. ",
    "    ",
    "```",
    "`",
    "~~~\n",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](x \"t\")",
    "[^1]",
    "[^1]: ",
    "[a]: b\n",
    "<!--",
    "-->",
    "<!-- glossator-ignore a -->",
    "<!-- glossator-off -->",
    "<!-- glossator-on a, b: c -->",
    "glossator-ignore x",
    "<b>",
    "</b>",
    "<",
    "&ldquo;",
    "&ngE;",
    "&#0;",
    "&",
    "\\",
    "\\\"",
    "|",
    "|---|\n",
    "https://a.b/c",
    "www.a",
    "<https://a.b>",
    "\"",
    "'",
    "“",
    "”",
    "„",
    "‟",
    "‘",
    "’",
    "‚",
    "«",
    "»",
    "‹",
    "›",
    "「",
    "」",
    "『",
    "』",
    "—",
    "— Name",
    "n",
    "12",
    "é",
    "😀",
    "中",
    "[!NOTE]\n",
];

/// What the comments are made of that silence checks.
const SILENCES: &[&str] = &[
    "<!--",
    "<!-- ",
    "-->",
    "glossator-ignore",
    "glossator-off sic",
    "glossator-on ",
    "<!-- glossator ",
    "\u{3000}",
    "on",
    "a",
    "é",
    ", ",
    ":",
    " -- ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "# ",
    "> ",
    "- ",
    "[^1]: ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_characters_make_a_page(text in "[\\PC\r\n\t\0\u{c}]{0,80}") {
        holds(&text, Format::Plain);
        holds(&text, Format::Markdown);
    }

    #[test]
    fn any_markup_makes_a_page(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        holds(&text, Format::Plain);
        holds(&text, Format::Markdown);
    }

    #[test]
    fn any_comments_make_a_page(pieces in prop::collection::vec(prop::sample::select(SILENCES), 0..20)) {
        let text = pieces.concat();
        holds(&text, Format::Plain);
        holds(&text, Format::Markdown);
    }
}

#[test]
fn a_hundred_thousand_of_the_same_take_no_longer_than_any_others() {
    for piece in [
        "[",
        ">",
        "*",
        "\"",
        "“",
        "> ",
        "\"a ",
        "'a ",
        "as’ ",
        "‘as’ “",
        "‘ ’ ",
        "« ",
        "„“",
        "*a **",
        "<!--",
        "[^",
        "://a",
        "www.",
        "`",
        "> “a\n\n",
        "“a\n\n",
        "‘“a\n\n",
        "<!-- glossator-off a -->\n",
        "> <!-- glossator-ignore -->\n> a\n>\n",
        "&",
        "](",
        "|",
        "- ",
        "'em as' ",
        "# a\n",
        "<!-- glossator-",
        "glossator-",
        "glossator-x\r",
        "¨",
        "\r",
        "\u{3000}",
        "1. a\n",
        "¡\"",
        "[^1]: a\n",
    ] {
        for format in [Format::Plain, Format::Markdown] {
            let text = piece.repeat(200_000 / piece.len());
            let start = worked();
            Page::parse(&text, format);
            let took = worked() - start;
            assert!(took < Duration::from_secs(2), "{piece:?} as {format:?} took {took:?}");
        }
    }
}
