//! Where checks are silenced. The signs enclose what is silenced.

use super::super::Format::{self, Markdown, Plain};
use super::super::Page;
use super::check;
use crate::text::Span;

#[track_caller]
fn silenced(format: Format, expected: &str) {
    check(format, expected, |page| page.silences.iter().map(|silence| silence.span).collect());
}

#[test]
fn a_comment_silences_the_next_block() {
    silenced(Markdown, "One.\n\n<!-- glossator-ignore -->\n❮Two.\nThree.❯\n\nFour.");
    silenced(Markdown, "One.\n\n<!--glossator-ignore-->\n\n## ❮Two❯\n\nThree.".replace("## ❮", "❮## ").as_str());
    silenced(Plain, "One.\n\n<!-- glossator-ignore -->\n\n❮Two.\nThree.❯\n\nFour.");
    silenced(Markdown, "One.\n\n<!-- glossator-ignore -->\n");
}

#[test]
fn a_block_quotation_is_silenced_as_a_whole() {
    silenced(Markdown, "<!-- glossator-ignore -->\n> ❮One.\n>\n> Two.❯\n\n> Three.");
    silenced(Plain, "One.\n# glossator-ignore\n> ❮Two.\n>\n> Three.❯\nFour.");
}

#[test]
fn a_list_and_a_table_are_silenced_as_a_whole() {
    silenced(Markdown, "<!-- glossator-ignore -->\n\n- ❮One.\n- Two.\n\n  1. Three.❯\n\nFour.");
    silenced(Markdown, "<!-- glossator-ignore -->\n\n|❮One|Two|\n|---|---|\n|Three|Four❯|\n\nFive.");
    silenced(Markdown, "<!-- glossator-ignore -->\n- ❮One.\n  > Two.❯\n\nThree.");
    let long = "Long lines are not wrapped by hand. ".repeat(9);
    silenced(Plain, &format!("# glossator-ignore\n❮- {long}\n- {}❯\n\nThree.", long.trim_end()));
    silenced(Plain, &format!("# glossator-ignore\n❮{}❯\n{long}\n\nThree.", long.trim_end()));
    silenced(Markdown, "- One.\n\n  <!-- glossator-ignore -->\n  - ❮Two.\n  - Three.❯\n- Four.");
    silenced(Markdown, "- One.\n\n  <!-- glossator-ignore -->\n\n  ❮Two.❯\n- Three.");
}

#[test]
fn a_footnote_is_silenced_as_a_whole() {
    silenced(Markdown, "One.[^1]\n\n<!-- glossator-ignore -->\n\n[^1]: ❮Two.\n\n    Three.❯\n\nFour.");
}

#[test]
fn a_comment_inside_a_block_silences_that_block() {
    silenced(Markdown, "❮One “two”. <!-- glossator-ignore -->❯\n\nThree.");
    silenced(Markdown, "- ❮One. <!-- glossator-ignore -->❯\n- Two.");
    silenced(Markdown, "❮# One <!-- glossator-ignore -->❯\n\nTwo.");
    silenced(Plain, "❮One “two”. <!-- glossator-ignore -->\nThree.❯\n\nFour.");
}

#[test]
fn off_silences_up_to_on_or_to_the_end() {
    silenced(Markdown, "One.\n\n❮<!-- glossator-off -->\n\nTwo.\n\n<!-- glossator-on -->❯\n\nThree.");
    silenced(Markdown, "One. ❮<!-- glossator-off --> Two. <!-- glossator-on -->❯ Three.");
    silenced(Plain, "One.\n\n❮// glossator-off\n\nTwo.\n\n// glossator-on❯\n\nThree.");
    silenced(Markdown, "One.\n\n❮<!-- glossator-off -->\n\nTwo.❯");
    silenced(Markdown, "One.\n\n<!-- glossator-on -->\n\nTwo.");
}

#[test]
fn codes_narrow_a_silence_down_and_a_reason_is_no_code() {
    for (comment, expected) in [
        ("<!-- glossator-ignore misquotation other-translation -->", &["misquotation", "other-translation"] as &[_]),
        (
            "<!-- glossator-ignore misquotation, other-translation -- he said so: really -->",
            &["misquotation", "other-translation"],
        ),
        ("<!--glossator-ignore misquotation: as it stands in print-->", &["misquotation"]),
        ("<!-- glossator-ignore: all of it -->", &[]),
        ("<!-- glossator-ignore\n  misquotation -->", &["misquotation"]),
    ] {
        let page = Page::parse(&format!("{comment}\n\nOne."), Markdown);
        assert_eq!(page.silences[0].checks, expected, "{comment}");
    }
}

#[test]
fn the_codes_are_kept_as_they_are_written() {
    let text = "<!-- glossator-ignore mis-quote, spelling: why -->\n\nOne. <!-- glossator-off sic -->";
    let codes: Vec<&str> = Page::parse(text, Markdown).codes.iter().map(|span| span.of(text)).collect();
    assert_eq!(codes, ["mis-quote", "spelling", "sic"]);
    assert_eq!(Page::parse("# glossator-off sic -- why\n\nOne.", Plain).codes, [Span::new(16, 19)]);
}

#[test]
fn a_line_inside_a_comment_is_no_line_of_its_own() {
    for (text, expected) in [
        ("<!--\nglossator-ignore reason\n-->\n\nOne.", &["reason"] as &[_]),
        ("<!--\r\nglossator-ignore reason\r\n-->\r\n\r\nOne.", &["reason"]),
        ("<!-- glossator-ignore\n# glossator-off sic --> One.", &["#", "glossator-off", "sic"]),
        ("# glossator-ignore sic <!-- glossator-off spelling -->\n\nOne.", &["spelling"]),
        ("<!-- glossator-off sic --> <!-- glossator-on sic -->\n\nOne.", &["sic", "sic"]),
        ("<!--\nglossator-ignore reason\n\nOne.", &["reason"]),
    ] {
        let codes: Vec<&str> = Page::parse(text, Plain).codes.iter().map(|span| span.of(text)).collect();
        assert_eq!(codes, expected, "{text:?}");
    }
    silenced(Plain, "<!--\nglossator-ignore reason\n-->\n\n❮One.❯\n\nTwo.");
}

#[test]
fn each_code_is_switched_on_again_by_itself() {
    let text = "<!-- glossator-off a b -->\n\nOne.\n\n<!-- glossator-on a -->\n\nTwo.\n";
    let silences = Page::parse(text, Markdown).silences;
    let shown: Vec<_> =
        silences.iter().map(|silence| (silence.checks.join(" "), silence.span.of(text).len())).collect();
    assert_eq!(shown, [("a".to_string(), text.find("\n\nTwo").unwrap()), ("b".to_string(), text.len())]);
}

#[test]
fn other_comments_and_words_about_the_comments_silence_nothing() {
    for text in [
        "<!-- glossator-ignored -->\n\nOne.",
        "<!-- Use glossator-ignore -->\n\nOne.",
        "`<!-- glossator-ignore -->` silences.\n\nOne.",
        "```\n<!-- glossator-ignore -->\n```\n\nOne.",
        "The comment glossator-ignore silences.",
    ] {
        silenced(Markdown, text);
    }
    silenced(Plain, "The comment glossator-ignore silences.");
}
