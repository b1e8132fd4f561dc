//! Documents as editors open, change and close them, and as they should not.

use crate::client::{Editor, at, capabilities, range};
use serde_json::{Value, json};

const HERE: &str = "file:///tmp/draft.md";

/// Requests about a place in a document, each as the protocol has it.
fn requests(uri: &str, position: Value) -> Vec<(&'static str, Value)> {
    let place = json!({ "textDocument": { "uri": uri }, "position": position });
    let document = json!({ "textDocument": { "uri": uri } });
    let range = json!({ "start": position, "end": position });
    let actions = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    vec![
        ("textDocument/hover", place.clone()),
        ("textDocument/definition", place.clone()),
        ("textDocument/completion", place),
        ("textDocument/documentSymbol", document.clone()),
        ("textDocument/diagnostic", document),
        ("textDocument/codeAction", actions),
    ]
}

/// Every request about this place gets its one answer, and the server goes on.
#[track_caller]
fn answers_about(editor: &mut Editor, uri: &str, position: Value) {
    for (method, params) in requests(uri, position) {
        let answer = editor.ask(method, params);
        assert_ne!(answer["error"]["code"], -32603, "{method} crashed: {}", editor.log());
    }
}

fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

#[test]
fn params_that_are_wrong_are_told() {
    let mut editor = Editor::start();
    editor.open(HERE, "text");
    let place = |line: Value, character: Value| json!({ "textDocument": { "uri": HERE }, "position": { "line": line, "character": character } });
    for params in [
        json!(null),
        json!(5),
        json!([]),
        json!({}),
        json!({ "textDocument": HERE }),
        json!({ "textDocument": { "uri": HERE } }),
        json!({ "textDocument": { "uri": 5 }, "position": { "line": 0, "character": 0 } }),
        json!({ "textDocument": { "uri": HERE }, "position": null }),
        place(json!("0"), json!(0)),
        place(json!(-1), json!(0)),
        place(json!(0), json!(0.5)),
        place(json!(4_294_967_296_u64), json!(0)),
        place(json!(1e300), json!(0)),
    ] {
        for method in ["textDocument/hover", "textDocument/definition", "textDocument/completion"] {
            let code = editor.refused(method, params.clone());
            assert!(code == -32602 || code == -32601, "{method} {params}: {code}");
        }
    }
    editor.send(&json!({ "jsonrpc": "2.0", "id": "none", "method": "textDocument/hover" }));
    assert!(editor.answer(&json!("none")).get("error").is_some());
    editor.finish();
}

#[test]
fn notifications_with_wrong_params_are_passed_over() {
    let mut editor = Editor::start();
    for method in ["didOpen", "didChange", "didClose", "didSave"] {
        for params in [json!(null), json!(5), json!([]), json!({}), json!({ "textDocument": { "uri": 1 } })] {
            editor.notify(&format!("textDocument/{method}"), params);
        }
    }
    editor.notify("workspace/didChangeConfiguration", json!(5));
    editor.notify("initialized", json!(null));
    editor.open(HERE, "text");
    answers_about(&mut editor, HERE, position(0, 0));
    editor.finish();
}

#[test]
fn documents_that_are_not_open_or_not_there_are_answered_for() {
    let mut editor = Editor::start();
    for uri in [HERE, "file:///no/such/file.md", "file:///", "file://host/share/a.md", "file:///tmp/%ff%00.md"] {
        answers_about(&mut editor, uri, position(0, 0));
    }
    editor.finish();
}

#[test]
fn uris_of_any_scheme_are_taken() {
    let mut editor = Editor::start();
    for uri in ["untitled:Untitled-1", "http://example.com/a.md", "vscode-notebook-cell:/a#b", "a:", "data:,x"] {
        editor.open(uri, "The Five Principles of Peaceful Coexistence");
        answers_about(&mut editor, uri, position(0, 6));
        editor.close(uri);
    }
    editor.finish();
}

#[test]
fn a_string_that_is_no_uri_is_told() {
    let mut editor = Editor::start();
    for uri in ["", "draft.md", "/tmp/draft.md", "//", "file", "\u{0}", "http://[", "😀"] {
        editor.open(uri, "text");
        editor.replace(uri, 2, "text");
        let answer = editor.ask("textDocument/hover", at(uri, 0, 0));
        assert!(answer.get("error").is_some(), "{uri}: {answer}");
        editor.close(uri);
    }
    editor.finish();
}

#[test]
fn positions_out_of_range_are_answered() {
    let mut editor = Editor::start();
    for text in ["", "one\ntwo", "one\n", "😀"] {
        editor.open(HERE, text);
        for (line, character) in
            [(0, 99), (1, 99), (2, 0), (99, 99), (0, u32::MAX), (u32::MAX, 0), (u32::MAX, u32::MAX)]
        {
            answers_about(&mut editor, HERE, position(line, character));
        }
    }
    editor.finish();
}

#[test]
fn a_position_inside_a_surrogate_pair_is_answered() {
    let mut editor = Editor::start();
    editor.open(HERE, "😀 Five Principles 😀");
    for character in [1, 19, 20, 21] {
        answers_about(&mut editor, HERE, position(0, character));
    }
    editor.finish();
}

#[test]
fn edits_out_of_range_or_inverted_or_inside_a_surrogate_pair_are_survived() {
    let mut editor = Editor::start();
    editor.open(HERE, "a😀b\nsecond");
    let most = u32::MAX;
    let ranges = [
        ((9, 9), (9, 9)),
        ((0, 0), (most, most)),
        ((1, 3), (0, 1)),
        ((0, 2), (0, 2)),
        ((0, 2), (0, 4)),
        ((most, 0), (0, 0)),
    ];
    for (version, (from, to)) in (2..).zip(ranges) {
        editor.edit(HERE, version, range(from, to), "x😀\r\n");
        answers_about(&mut editor, HERE, position(0, 2));
    }
    editor.finish();
}

#[test]
fn a_change_of_a_document_that_is_not_open_is_passed_over() {
    let mut editor = Editor::start();
    editor.replace(HERE, 2, "text");
    answers_about(&mut editor, HERE, position(0, 0));
    editor.finish();
}

#[test]
fn a_version_may_go_backwards_or_stay() {
    let mut editor = Editor::start();
    editor.open_as(HERE, "markdown", 10, "one");
    for version in [3, 3, -1, 0] {
        editor.replace(HERE, version, "The Five Principles");
        answers_about(&mut editor, HERE, position(0, 6));
    }
    editor.finish();
}

#[test]
fn a_document_may_be_opened_and_closed_twice() {
    let mut editor = Editor::start();
    editor.open(HERE, "one");
    editor.open(HERE, "The Five Principles");
    answers_about(&mut editor, HERE, position(0, 6));
    editor.close(HERE);
    editor.close(HERE);
    answers_about(&mut editor, HERE, position(0, 6));
    editor.finish();
}

#[test]
fn texts_of_every_kind_are_read() {
    let mut editor = Editor::start();
    let texts = [
        "",
        "\u{feff}The Five Principles",
        "one\r\n\r\nThe Five\r\nPrinciples",
        "one\r\rThe Five\rPrinciples",
        "\0The \0Five Principles\0",
        "one\u{c}The Five Principles\u{c}\u{b}\u{85}\u{2028}\u{2029}",
        "\u{202e}The Five\u{200b} Principles\u{301}",
        "“‘«„\"'>>>```<!--",
    ];
    for language in ["markdown", "plaintext", "", "no such language"] {
        for text in texts {
            editor.open_as(HERE, language, 1, text);
            for line in 0..4 {
                answers_about(&mut editor, HERE, position(line, 6));
            }
        }
    }
    editor.finish();
}

#[test]
fn texts_that_nest_without_end_are_read() {
    let mut editor = Editor::start();
    for piece in [
        ">", "> ", "[", "![", "“", "“‘", "*", "_a ", "`", "<!--", "<a>", "- ", "1. ", "|", "\\", "[^", "(", "&",
        "\u{301}",
    ] {
        editor.open(HERE, &piece.repeat(5000));
        answers_about(&mut editor, HERE, position(0, 100));
    }
    editor.open(HERE, &"word “quoted ".repeat(50_000));
    answers_about(&mut editor, HERE, position(0, 300_000));
    editor.finish();
}

#[test]
fn a_session_may_have_no_folder_at_all() {
    for folders in [json!({}), json!({ "rootUri": null, "workspaceFolders": null }), json!({ "workspaceFolders": [] })]
    {
        let mut params = json!({ "processId": null, "capabilities": capabilities() });
        params.as_object_mut().unwrap().extend(folders.as_object().unwrap().clone());
        let mut editor = Editor::start_with(params);
        editor.open(HERE, "The Five Principles");
        answers_about(&mut editor, HERE, position(0, 6));
        editor.finish();
    }
}

#[test]
fn a_client_with_odd_params_and_capabilities_is_served() {
    for params in [
        json!({}),
        json!({ "processId": -1, "rootUri": "/work", "capabilities": {}, "trace": "compact" }),
        json!({ "capabilities": { "textDocument": { "hover": { "contentFormat": ["html"] } }, "workspace": 5 } }),
        json!({ "workspaceFolders": [{ "uri": "no uri", "name": "x" }], "capabilities": null }),
    ] {
        let mut editor = Editor::start_with(params);
        editor.open(HERE, "The Five Principles");
        answers_about(&mut editor, HERE, position(0, 6));
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
fn settings_may_be_answered_null() {
    let mut editor = Editor::start();
    editor.configure(Value::Null);
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    editor.open(HERE, "The Five Principles");
    answers_about(&mut editor, HERE, position(0, 6));
    editor.finish();
}

#[test]
fn two_hundred_edits_at_once_and_a_request_are_taken() {
    let mut editor = Editor::start();
    editor.open(HERE, &"The Five Principles of Peaceful Coexistence.\n\n".repeat(2000));
    for version in 2..202 {
        editor.edit(HERE, version, range((0, 0), (0, 0)), "x");
    }
    answers_about(&mut editor, HERE, position(0, 206));
    editor.finish();
}

/// The line in which the hover at this place begins.
fn hovered_line(answer: &Value) -> &Value {
    &answer["result"]["range"]["start"]["line"]
}

#[test]
#[ignore = "hover does not answer yet"]
fn each_of_many_hovers_answers_for_its_own_version() {
    let mut editor = Editor::start();
    editor.open(HERE, "The Five Principles of Peaceful Coexistence were put forward.");
    let mut hovers = Vec::new();
    for edit in 1..=2000_u32 {
        editor.edit(HERE, 1 + i64::from(edit), range((0, 0), (0, 0)), "\n");
        if edit % 10 == 0 {
            hovers.push((edit, editor.post("textDocument/hover", at(HERE, edit, 12))));
        }
    }
    for (line, id) in hovers {
        let answer = editor.answer(&id);
        assert_eq!(hovered_line(&answer), line, "{answer}");
    }
    editor.finish();
}
