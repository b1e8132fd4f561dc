//! Questions that tell what the server takes a document to be.

use crate::client::Editor;
use serde_json::{Value, json};

/// The URI of a draft.
pub const HERE: &str = "file:///tmp/draft.md";

/// The text of each heading with the line that it stands in: what the server takes the document to be.
pub fn headings(editor: &mut Editor) -> Vec<(String, u64)> {
    let symbols = editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": HERE } }));
    let heading = |symbol: &Value| {
        let line = symbol["selectionRange"]["start"]["line"].as_u64().unwrap();
        (symbol["name"].as_str().unwrap().to_owned(), line)
    };
    symbols.as_array().into_iter().flatten().map(heading).collect()
}

/// The one heading of the document.
#[track_caller]
pub fn heading(editor: &mut Editor) -> String {
    let [(heading, _)] = &headings(editor)[..] else { panic!("one heading") };
    heading.clone()
}

/// From which column to which the hover over a place goes.
#[track_caller]
pub fn hovered(editor: &mut Editor, place: Value) -> (u64, u64) {
    let hover = editor.request("textDocument/hover", place);
    let column = |end| hover["range"][end]["character"].as_u64().unwrap_or_else(|| panic!("{hover}"));
    (column("start"), column("end"))
}

/// Requests about a place in a document, each as the protocol has it.
fn requests(uri: &str, position: Value) -> Vec<(&'static str, Value)> {
    let place = json!({ "textDocument": { "uri": uri }, "position": position });
    let mut references = place.clone();
    references["context"] = json!({ "includeDeclaration": true });
    let document = json!({ "textDocument": { "uri": uri } });
    let range = json!({ "start": position, "end": position });
    let actions = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    vec![
        ("textDocument/hover", place.clone()),
        ("textDocument/definition", place.clone()),
        ("textDocument/completion", place.clone()),
        ("textDocument/signatureHelp", place.clone()),
        ("textDocument/documentHighlight", place.clone()),
        ("textDocument/prepareTypeHierarchy", place.clone()),
        ("textDocument/references", references),
        ("textDocument/documentSymbol", document.clone()),
        ("textDocument/diagnostic", document),
        ("textDocument/codeAction", actions),
    ]
}

/// Every request about this place gets its one answer, and the server goes on.
#[track_caller]
pub fn answers_about(editor: &mut Editor, uri: &str, position: Value) {
    for (method, params) in requests(uri, position) {
        let answer = editor.ask(method, params);
        assert_ne!(answer["error"]["code"], -32603, "{method} crashed: {}", editor.log());
    }
}

/// A position, as the protocol has it.
pub fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}
