//! What is prose, and where it stands.

use super::super::Format::{Markdown, Plain};
use super::super::{BlockKind, Page};
use super::prose;

#[test]
fn code_html_comments_front_matter_and_targets_are_no_prose() {
    for (text, expected) in [
        ("---\ntitle: “x”\n---\nOne.", &["One."] as &[_]),
        ("+++\ntitle = “x”\n+++\n\nOne.", &["One."]),
        ("One.\n\n---\nTwo.\n\n---\n", &["One.", "Two."]),
        ("---\n\nOne.\n\n---\n", &["One."]),
        ("---\r\ntitle: x\r\n...\r\nOne.", &["One."]),
        ("One<br>two H<sub>2</sub>O", &["One\ntwo H2O"]),
        ("One.\n\n```\n“x”\n```\n\n    “y”\n\nTwo.", &["One.", "Two."]),
        ("<div>\n“x”\n</div>\n\n<!-- “y” -->\nOne <b>two</b> <!-- “z” --> three.", &["“x”", "One two  three."]),
        ("<p>One <b>two</b>,<br>\nthree &amp; four.</p>\n<p>Five.</p>", &["One two,\n\nthree & four.", "Five."]),
        ("<p>One.</p><PRE>x</pre><pre>y\n<p>z</p>", &["One."]),
        ("<script>\nlet x = “y”;\n</script>\n\n<pre>“z”</pre>", &[]),
        ("One [two](u \"t\") three.", &["One two three."]),
        ("One [two][r] three.\n\n[r]: u \"t\"", &["One two three."]),
        ("One[^1], two[^2].\n\n[^1]: Three.", &["One, two.", "Three."]),
        ("*One* **two** ~~three~~ _fo_ur", &["One two three _fo_ur"]),
        ("One `x` two ![alt](u) <https://a.b> https://a.b/c_d, three.", &["One ￼ two ￼ ￼ ￼, three."]),
        ("\\\"One\\\" &ldquo;two&rdquo; &amp;", &["\"One\" “two” &"]),
        ("One [sic] [her] […] two [x].", &["One [sic] [her] […] two [x]."]),
        ("![alt](u)", &[]),
        ("", &[]),
    ] {
        assert_eq!(prose(text, Markdown), expected, "{text}");
    }
}

#[test]
fn what_is_written_on_several_lines_is_one_prose() {
    for (text, expected) in [
        ("> One\n> two\n>three\nfour", "One\ntwo\nthree\nfour"),
        ("- One\n  two", "One\ntwo"),
        ("1. > One  \n   > two", "One\ntwo"),
        ("One\\\ntwo", "One\ntwo"),
        ("One\r\ntwo", "One\ntwo"),
        ("One\rtwo", "One\rtwo"),
    ] {
        assert_eq!(prose(text, Markdown), [expected], "{text}");
    }
}

#[test]
fn list_items_cells_footnotes_and_headings_are_blocks_of_their_own() {
    let text = "# A\n\n- B\n  - C\n- D\n\n|E|F|\n|-|-|\n|G|`x` H|\n\nI[^1]\n\n[^1]: J\n\n    K\n\n> L\n>\n> > M\n\n> [!NOTE]\n> N\n";
    let page = Page::parse(text, Markdown);
    let shown: Vec<_> = page.blocks.iter().map(|block| (block.prose.text.as_str(), block.kind)).collect();
    use BlockKind::{Cell, Heading, Paragraph, Quoted};
    assert_eq!(
        shown,
        [
            ("A", Heading),
            ("B", Paragraph),
            ("C", Paragraph),
            ("D", Paragraph),
            ("E", Cell { row: 0, column: 0 }),
            ("F", Cell { row: 0, column: 1 }),
            ("G", Cell { row: 1, column: 0 }),
            ("￼ H", Cell { row: 1, column: 1 }),
            ("I", Paragraph),
            ("J", Paragraph),
            ("K", Paragraph),
            ("L", Quoted),
            ("M", Quoted),
            ("N", Paragraph),
        ]
    );
}

#[test]
fn a_section_goes_on_to_the_next_heading_of_its_level() {
    let text = "intro\n\n# A *b* `c`\n\none\n\nD\nd\n---\n\ntwo\n\n### E ###\n\n## F\n\n# G\n";
    let page = Page::parse(text, Markdown);
    let shown: Vec<_> =
        page.headings.iter().map(|h| (h.level, h.title.as_str(), h.span.of(text), h.section.of(text))).collect();
    let at = |from: &str, to: &str| &text[text.find(from).unwrap()..text.find(to).unwrap()];
    assert_eq!(
        shown,
        [
            (1, "A b c", "# A *b* `c`", at("# A", "# G")),
            (2, "D d", "D\nd\n---", at("D\n", "## F")),
            (3, "E", "### E ###", at("### E", "## F")),
            (2, "F", "## F", at("## F", "# G")),
            (1, "G", "# G", "# G\n"),
        ]
    );
    assert!(Page::parse("# A", Plain).headings.is_empty());
}

#[test]
fn plain_paragraphs_stand_between_blank_lines_or_are_long_lines() {
    let long = "word ".repeat(60);
    let long = long.trim_end();
    for (text, expected) in [
        ("\n One\ntwo \n \t\n\nThree.\n", vec!["One\ntwo", "Three."]),
        ("One\r\ntwo\r\n\r\nThree.", vec!["One\r\ntwo", "Three."]),
        ("One\r\rTwo", vec!["One", "Two"]),
        ("# One `x` *y*", vec!["# One `x` *y*"]),
        (&format!("Title\n{long}\n{long}"), vec!["Title", long, long]),
        ("See https://a.b/c.\nwww.d.e", vec!["See ￼.\n￼"]),
    ] {
        assert_eq!(prose(text, Plain), expected, "{text}");
    }
}

#[test]
fn plain_text_quotes_as_mail_does() {
    let page = Page::parse("You wrote:\n> One\n> > two\n>\n> three\nFour\n\n>five", Plain);
    let shown: Vec<_> = page.blocks.iter().map(|block| (block.prose.text.as_str(), block.kind)).collect();
    use BlockKind::{Paragraph, Quoted};
    assert_eq!(
        shown,
        [("You wrote:", Paragraph), ("One\ntwo", Quoted), ("three", Quoted), ("Four", Paragraph), ("five", Quoted)]
    );
    assert_eq!(page.quotations.len(), 2);
}

#[test]
fn a_blocks_hash_changes_with_its_prose_and_not_with_its_place() {
    let hashes = |text| Page::parse(text, Markdown).blocks.iter().map(|block| block.hash).collect::<Vec<_>>();
    assert_eq!(hashes("One *two*.\n\nThree."), hashes("\n\nOne two.\n\n\nThree."));
    assert_ne!(hashes("One."), hashes("One!"));
    assert_ne!(hashes("One."), hashes("# One."));
}
