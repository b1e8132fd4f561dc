//! Params of every kind: wrong ones, places that are nowhere, URIs that are none, texts that are strange.

use crate::client::Editor;
use crate::messages::{at, capabilities};
use crate::probes::{HERE, answers_about, hovered, position};
use serde_json::{Value, json};

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
        json!({ "processId": -1, "rootUri": "/w", "capabilities": {}, "trace": "compact" }),
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
fn settings_may_be_answered_null_or_with_nonsense() {
    for settings in [json!(null), json!([]), json!(5), json!({ "checks": 5, "no such setting": {} })] {
        let mut editor = Editor::spawn(&["serve"]);
        editor.configure(settings);
        editor.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() }));
        editor.server_request("workspace/configuration");
        let place = editor.open_at(HERE, "The Five‸ Principles of Peaceful Coexistence");
        assert_eq!(hovered(&mut editor, place.clone()).1, 43);
        editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
        editor.server_request("workspace/configuration");
        assert_eq!(hovered(&mut editor, place).1, 43);
        editor.finish();
    }
}
