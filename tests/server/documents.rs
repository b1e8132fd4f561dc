//! Documents as editors open, change and close them, and as they should not.

use crate::client::Editor;
use crate::messages::{at, capabilities, range};
use crate::probes::{HERE, answers_about, heading, headings, hovered, position};
use serde_json::{Value, json};

#[test]
fn edits_out_of_range_or_inverted_or_inside_a_surrogate_pair_go_to_the_nearest_place() {
    let mut editor = Editor::start();
    let most = u32::MAX;
    let edits = [
        ((0, 5), (0, 5), "a😀!b"),
        ((0, 4), (0, 4), "a!😀b"),
        ((0, 3), (0, 4), "a!😀b"),
        ((0, 5), (0, 2), "!b"),
        ((0, 6), (0, 99), "a😀b!"),
        ((0, most), (0, most), "a😀b!"),
        ((9, 9), (0, 6), "a😀b!"),
        ((0, 2), (most, most), "!"),
    ];
    for (from, to, expected) in edits {
        editor.open(HERE, "# a😀b\nsecond");
        editor.edit(HERE, 2, range(from, to), "!");
        assert_eq!(heading(&mut editor), expected, "{from:?} {to:?}");
    }
    editor.finish();
}

#[test]
fn edits_of_one_notification_apply_one_after_the_other() {
    let mut editor = Editor::start();
    editor.open(HERE, "# one");
    let changes = json!([
        { "range": range((0, 2), (0, 5)), "text": "two\n\n# three" },
        { "range": range((2, 2), (2, 2)), "text": "twenty-" },
    ]);
    editor.change(HERE, 2, changes);
    assert_eq!(headings(&mut editor), [("two".into(), 0), ("twenty-three".into(), 2)]);
    editor.change(HERE, 3, json!([{ "text": "# new" }, { "range": range((0, 5), (0, 5)), "text": "er" }]));
    assert_eq!(heading(&mut editor), "newer");
    editor.finish();
}

#[test]
fn a_change_of_a_document_that_is_not_open_is_passed_over() {
    let mut editor = Editor::start();
    editor.replace(HERE, 2, "# text");
    answers_about(&mut editor, HERE, position(0, 0));
    assert_eq!(headings(&mut editor), []);
    editor.finish();
}

#[test]
fn a_version_may_go_backwards_or_stay() {
    let mut editor = Editor::start();
    editor.open_as(HERE, "markdown", 10, "# one");
    for (number, version) in [3, 3, -1, 0].into_iter().enumerate() {
        editor.replace(HERE, version, &format!("# {number}"));
        assert_eq!(heading(&mut editor), number.to_string());
    }
    editor.finish();
}

#[test]
fn a_version_may_be_missing_or_no_number() {
    let mut editor = Editor::start();
    editor.open(HERE, "# one");
    for version in [json!(null), json!("2"), json!(2.5), json!(1e300)] {
        let document = json!({ "uri": HERE, "version": version });
        let text = format!("# after {version}");
        editor.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [{ "text": text }] }),
        );
        assert_eq!(heading(&mut editor), format!("after {version}"));
    }
    editor.finish();
}

#[test]
fn a_document_may_be_opened_and_closed_twice() {
    let mut editor = Editor::start();
    editor.open(HERE, "# one");
    editor.open(HERE, "# two");
    assert_eq!(heading(&mut editor), "two");
    editor.close(HERE);
    editor.close(HERE);
    assert_eq!(headings(&mut editor), []);
    answers_about(&mut editor, HERE, position(0, 6));
    editor.finish();
}

#[test]
fn a_line_ends_at_lf_crlf_and_cr_and_nowhere_else() {
    let mut editor = Editor::start();
    editor.open(HERE, "# one\r\n\r\n# two\n\n# three\u{c}\u{2028}x\r\r# four");
    let lines: Vec<u64> = headings(&mut editor).into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, [0, 2, 4, 6]);
    editor.finish();
}

#[test]
fn a_byte_order_mark_is_no_text_but_counts_as_a_column() {
    let mut editor = Editor::start();
    let place = editor.open_at(HERE, "\u{feff}# The Five‸ Principles of Peaceful Coexistence");
    assert_eq!(heading(&mut editor), "The Five Principles of Peaceful Coexistence");
    assert_eq!(hovered(&mut editor, place).1, 46);
    editor.edit(HERE, 2, range((0, 3), (0, 3)), "x");
    assert_eq!(heading(&mut editor), "xThe Five Principles of Peaceful Coexistence");
    editor.finish();
}

#[test]
fn columns_are_counted_in_the_agreed_units() {
    for (encoding, column) in [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)] {
        let mut client = capabilities();
        client["general"]["positionEncodings"] = json!([encoding]);
        let mut editor = Editor::start_with(json!({ "capabilities": client }));
        editor.open(HERE, "😀 Five Principles of Peaceful Coexistence 😀");
        let (start, end) = hovered(&mut editor, at(HERE, 0, column));
        assert_eq!((start, end), (u64::from(column), u64::from(column) + 39), "{encoding}");
        editor.edit(HERE, 2, range((0, 0), (0, column)), "# ");
        assert_eq!(heading(&mut editor), "Five Principles of Peaceful Coexistence 😀", "{encoding}");
        editor.finish();
    }
}

#[test]
fn the_units_of_columns_are_agreed_on() {
    let offers = [
        (json!(null), "utf-16"),
        (json!([]), "utf-16"),
        (json!(["utf-16"]), "utf-16"),
        (json!(["utf-16", "utf-8"]), "utf-8"),
        (json!(["utf-32", "utf-16"]), "utf-32"),
        (json!(["utf-7", "utf-32"]), "utf-32"),
        (json!(["utf-7"]), "utf-16"),
    ];
    for (offered, agreed) in offers {
        let general = json!({ "general": { "positionEncodings": offered } });
        let editor = Editor::start_with(json!({ "capabilities": general }));
        assert_eq!(editor.initialized["capabilities"]["positionEncoding"], agreed);
        editor.finish();
    }
}

#[test]
fn two_hundred_edits_at_once_and_a_request_are_taken() {
    let mut editor = Editor::start();
    editor.open(HERE, &format!("# \n\n{}", "The Five Principles of Peaceful Coexistence.\n\n".repeat(2000)));
    for version in 2..202 {
        editor.edit(HERE, version, range((0, 2), (0, 2)), "x");
    }
    assert_eq!(heading(&mut editor), "x".repeat(200));
    answers_about(&mut editor, HERE, position(2, 6));
    editor.finish();
}

/// The line in which the hover at this place begins.
fn hovered_line(answer: &Value) -> &Value {
    &answer["result"]["range"]["start"]["line"]
}

#[test]
fn each_of_many_hovers_answers_for_its_own_version() {
    let mut editor = Editor::start();
    editor.open(HERE, "The Five Principles of Peaceful Coexistence were put forward.");
    let mut hovers = Vec::new();
    for edit in 1..=2000_u32 {
        editor.edit(HERE, 1 + i64::from(edit), range((0, 0), (0, 0)), "\n");
        if edit % 4 == 0 {
            hovers.push((edit, editor.post("textDocument/hover", at(HERE, edit, 12))));
        }
    }
    for (line, id) in hovers {
        let answer = editor.answer(&id);
        assert_eq!(hovered_line(&answer), line, "{answer}");
    }
    editor.finish();
}
