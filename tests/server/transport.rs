//! Bytes and messages that clients should not send, and what comes of them.

use crate::client::{Editor, PATIENCE};
use crate::messages::{at, capabilities};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A request that any server answers with an error as long as it serves.
const UNKNOWN: &str = r#"{"jsonrpc":"2.0","id":"still","method":"no/such/method"}"#;

/// The server still serves, and has given no answer that nobody asked for.
#[track_caller]
fn still_serves(mut editor: Editor) {
    editor.send_body(UNKNOWN);
    assert_eq!(error(&mut editor, "still"), -32601);
    editor.finish();
}

/// The code of the error that answers the request with this id.
#[track_caller]
fn error(editor: &mut Editor, id: impl Into<Value>) -> Value {
    editor.answer(&id.into())["error"]["code"].take()
}

/// An unknown method is called in these bytes, and answered.
#[track_caller]
fn is_read(bytes: &[u8]) {
    let mut editor = Editor::start();
    editor.send_raw(bytes);
    assert_eq!(error(&mut editor, "still"), -32601);
    still_serves(editor);
}

#[test]
fn malformed_json_is_a_parse_error() {
    let mut editor = Editor::start();
    for body in ["", "{", "hello", r#"{"jsonrpc":"2.0","id":1,"method":}"#, "{} {}"] {
        editor.send_body(body);
        assert_eq!(error(&mut editor, Value::Null), -32700, "{body}");
    }
    still_serves(editor);
}

#[test]
fn json_that_is_no_message_is_an_invalid_request() {
    let mut editor = Editor::start();
    for body in ["42", "[]", "{}", "null", "true", r#""text""#, r#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#] {
        editor.send_body(body);
        assert_eq!(error(&mut editor, Value::Null), -32600, "{body}");
    }
    for body in [r#"{"jsonrpc":"2.0","id":"it"}"#, r#"{"id":"it","method":"shutdown"}"#] {
        editor.send_body(body);
        assert_eq!(error(&mut editor, "it"), -32600, "{body}");
    }
    still_serves(editor);
}

#[test]
fn invalid_utf_8_is_survived() {
    let mut editor = Editor::start();
    editor.send_body(b"{\"jsonrpc\":\"2.0\",\"id\":1000,\"method\":\"no/such/\xff\"}");
    assert_eq!(error(&mut editor, 1000), -32601);
    editor.send_body(b"\xff\xfe\x00\x80");
    assert_eq!(error(&mut editor, Value::Null), -32700);
    still_serves(editor);
}

#[test]
fn a_lone_surrogate_escape_is_survived() {
    let mut editor = Editor::start();
    editor.send_body(r#"{"jsonrpc":"2.0","id":1000,"method":"no/such/\ud800"}"#);
    assert_eq!(error(&mut editor, 1000), -32601);
    editor.send_body(r#"{"jsonrpc":"2.0","id":"\udc00","method":"no/such"}"#);
    assert_eq!(error(&mut editor, "\u{fffd}"), -32601);
    still_serves(editor);
}

#[test]
fn headers_may_be_in_lower_case() {
    is_read(format!("content-length: {}\r\n\r\n{UNKNOWN}", UNKNOWN.len()).as_bytes());
}

#[test]
fn other_headers_may_stand_beside() {
    let kind = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n";
    let length = format!("Content-Length: {}\r\n", UNKNOWN.len());
    is_read(format!("{kind}{length}\r\n{UNKNOWN}").as_bytes());
    is_read(format!("{length}{kind}X-One: 1\r\nX-Two: 2\r\n\r\n{UNKNOWN}").as_bytes());
}

#[test]
fn lines_of_a_header_may_end_in_lf() {
    is_read(format!("Content-Length: {}\n\n{UNKNOWN}", UNKNOWN.len()).as_bytes());
}

#[test]
fn garbage_before_a_header_is_skipped() {
    for garbage in ["hello\r\n\r\n", "{\"a\": \"b\"}", "\0\u{1}\n\n\n", &"x".repeat(100_000)] {
        is_read(format!("{garbage}Content-Length: {}\r\n\r\n{UNKNOWN}", UNKNOWN.len()).as_bytes());
    }
}

#[test]
fn a_message_may_come_byte_by_byte() {
    let mut editor = Editor::start();
    for byte in format!("Content-Length: {}\r\n\r\n{UNKNOWN}", UNKNOWN.len()).bytes() {
        editor.send_raw(&[byte]);
    }
    assert_eq!(error(&mut editor, "still"), -32601);
    still_serves(editor);
}

#[test]
fn a_wrong_length_costs_one_message_and_no_more() {
    for length in ["0", "5", "70", "x", "-1", "99999999999999999999"] {
        let mut editor = Editor::start();
        editor.send_raw(format!("Content-Length: {length}\r\n\r\n{UNKNOWN}").as_bytes());
        editor.send_body(UNKNOWN);
        assert!(error(&mut editor, Value::Null).is_i64(), "{length}");
        assert_eq!(error(&mut editor, "still"), -32601, "{length}");
        still_serves(editor);
    }
}

#[test]
fn json_nested_too_deeply_is_an_invalid_request() {
    let mut editor = Editor::start();
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    editor.send_body(format!(r#"{{"jsonrpc":"2.0","id":"deep","method":"shutdown","params":{nested}}}"#));
    assert_eq!(error(&mut editor, "deep"), -32600);
    still_serves(editor);
}

#[test]
fn an_unknown_method_is_told_and_an_unknown_notification_passed_over() {
    let mut editor = Editor::start();
    for method in ["no/such/method", "$/noSuchMethod", "", "$/glossator/malformed"] {
        editor.notify(method, json!({}));
        assert_eq!(editor.refused(method, json!({})), -32601, "{method}");
    }
    still_serves(editor);
}

#[test]
fn string_ids_and_negative_ones_are_given_back_as_they_are() {
    let mut editor = Editor::start();
    for id in [json!("a"), json!(""), json!("1"), json!("ü 😀 \" \\"), json!(-1), json!(0), json!(i64::MAX)] {
        editor.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "no/such/method" }));
        assert_eq!(error(&mut editor, id.clone()), -32601, "{id}");
    }
    still_serves(editor);
}

#[test]
fn an_id_that_is_none_is_an_invalid_request() {
    let mut editor = Editor::start();
    for id in [json!(1.5), json!({}), json!([1]), json!(true), json!(u64::MAX)] {
        editor.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "no/such/method" }));
        assert_eq!(error(&mut editor, Value::Null), -32600, "{id}");
    }
    still_serves(editor);
}

#[test]
fn an_answer_to_no_request_is_passed_over() {
    let mut editor = Editor::start();
    for id in [json!(77), json!("x"), json!(null), json!(1.5)] {
        editor.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        editor.send(&json!({ "jsonrpc": "2.0", "id": id, "error": { "code": 1 } }));
    }
    still_serves(editor);
}

#[test]
fn cancelling_an_unknown_request_is_passed_over() {
    let mut editor = Editor::start();
    for id in [json!(77), json!("x"), json!(null), json!(1.5)] {
        editor.notify("$/cancelRequest", json!({ "id": id }));
    }
    editor.send(&json!({ "jsonrpc": "2.0", "method": "$/cancelRequest" }));
    still_serves(editor);
}

#[test]
fn a_cancelled_request_gets_one_answer() {
    let mut editor = Editor::start();
    editor.open("file:///tmp/a.md", "The Five Principles of Peaceful Coexistence.");
    for _ in 0..50 {
        let id = editor.post("textDocument/hover", at("file:///tmp/a.md", 0, 6));
        editor.notify("$/cancelRequest", json!({ "id": id }));
        let answer = editor.answer(&id);
        assert!(answer.get("result").is_some() || answer["error"]["code"] == -32800, "{answer}");
    }
    still_serves(editor);
}

#[test]
fn a_thousand_requests_at_once_get_a_thousand_answers() {
    let mut editor = Editor::start();
    editor.open("file:///tmp/a.md", "The Five Principles of Peaceful Coexistence.");
    let ids: Vec<Value> = (0..1000).map(|_| editor.post("textDocument/hover", at("file:///tmp/a.md", 0, 6))).collect();
    for id in ids {
        assert_eq!(editor.answer(&id)["result"]["range"]["end"]["character"], 43);
    }
    still_serves(editor);
}

/// What a client does that writes everything before it reads anything.
#[test]
fn a_client_that_reads_late_is_served() {
    let mut editor = Editor::start();
    let method = "x".repeat(1000);
    let ids: Vec<Value> = (0..2000).map(|_| editor.post(&method, json!({}))).collect();
    for id in ids {
        assert_eq!(error(&mut editor, id), -32601);
    }
    still_serves(editor);
}

#[test]
fn a_log_that_nobody_reads_stops_nothing() {
    let mut editor = Editor::spawn_unlogged(&["serve", "--log-level", "debug"]);
    editor.initialize(json!({ "capabilities": capabilities() }));
    for _ in 0..2000 {
        editor.send_body("{");
        assert_eq!(error(&mut editor, Value::Null), -32700);
    }
    still_serves(editor);
}

/// Built without optimisation the server has less time for each byte, so it gets fewer.
#[test]
fn a_document_of_20_mb_is_answered_for_within_two_seconds() {
    let megabytes = if cfg!(debug_assertions) { 1 } else { 20 };
    let line = "The Five Principles of Peaceful Coexistence — a draft like any other.\n";
    let lines = megabytes * 1_000_000 / line.len() + 1;
    let mut editor = Editor::start();
    let start = Instant::now();
    editor.open("file:///tmp/large.md", &line.repeat(lines));
    let hover = editor.request("textDocument/hover", at("file:///tmp/large.md", lines as u32 - 1, 6));
    assert_eq!(hover["range"]["end"]["character"], 43);
    let limit = if cfg!(debug_assertions) { PATIENCE } else { Duration::from_secs(2) };
    assert!(start.elapsed() < limit, "{:?}", start.elapsed());
    still_serves(editor);
}

/// Bytes from a client that has lost its mind, without a header that would swallow what follows them.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let message = r#"\{("(jsonrpc|id|method|params|result|error)":("2\.0"|"[a-z/$]{0,9}"|-?[0-9]{1,3}(\.5)?|null|\[\]|\{\}),){0,5}"id":[5-9][0-9]{2}\}"#;
    let framed = |body: Vec<u8>| [format!("content-length:{}\n\n", body.len()).into_bytes(), body].concat();
    let piece = prop_oneof![
        message.prop_map(move |body| framed(body.into_bytes())),
        prop::collection::vec(any::<u8>(), 0..100).prop_map(framed),
        prop::collection::vec(any::<u8>(), 0..100),
        "(?i)(content-(length|type): ?(abc|-[0-9]|)\r?\n){1,3}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_bytes_are_too_strange(noise in noise(), before in any::<bool>()) {
        let mut editor = Editor::spawn(&["serve"]);
        if before {
            editor.send_raw(&noise);
        }
        editor.send_raw(b"\r\n\r\n");
        editor.initialize(json!({ "capabilities": capabilities() }));
        if !before {
            editor.send_raw(&noise);
            editor.send_raw(b"\r\n\r\n");
        }
        editor.send_body(UNKNOWN);
        prop_assert_eq!(error(&mut editor, "still"), -32601);
    }
}
