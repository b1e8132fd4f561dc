//! Messages that clients should not send, and what comes of them.

use crate::client::Editor;
use serde_json::{Value, json};

/// A request that the server answers if it is still there.
#[track_caller]
fn still_serves(mut editor: Editor) {
    assert_eq!(editor.refused("no/such/method", json!({})), -32601);
    editor.finish();
}

#[track_caller]
fn error(editor: &mut Editor, id: Value) -> Value {
    editor.answer(&id)["error"]["code"].take()
}

#[test]
fn malformed_json_is_a_parse_error() {
    let mut editor = Editor::start();
    for body in ["", "{", "hello", r#"{"jsonrpc":"2.0","id":1,"method":}"#] {
        editor.send_body(body);
        assert_eq!(error(&mut editor, Value::Null), -32700, "{body}");
    }
    still_serves(editor);
}
