//! What the editor's messages are made of.

use serde_json::{Value, json};

/// What the editor says of itself unless a test says otherwise.
pub fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] }, "definition": { "linkSupport": true },
            "signatureHelp": { "signatureInformation": { "documentationFormat": ["markdown"], "activeParameterSupport": true, "parameterInformation": { "labelOffsetSupport": true } } },
            "completion": { "completionItem": { "snippetSupport": true, "resolveSupport": { "properties": ["documentation"] } } },
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        },
        "workspace": {
            "configuration": true,
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
    })
}

/// The params of a request about a place in a document.
pub fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
}

/// A range from one line and character to another.
pub fn range(from: (u32, u32), to: (u32, u32)) -> Value {
    let position = |(line, character)| json!({ "line": line, "character": character });
    json!({ "start": position(from), "end": position(to) })
}
