//! Messages that tower-lsp would refuse or drop for no fault that matters, put right before it sees them. A client with
//! one odd capability is served; an edit with a column beyond all columns is not lost.

use serde_json::{Map, Value, json};
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::lsp_types::{ClientCapabilities, InitializeParams, WorkspaceFolder};

/// The same message, in words that tower-lsp understands.
pub fn mended(request: Request) -> Request {
    match request.method() {
        "initialize" => with_params(request, |params| Some(initialize(params.unwrap_or_default()))),
        "initialized" => with_params(request, |params| Some(params.filter(Value::is_object).unwrap_or(json!({})))),
        "shutdown" => with_params(request, |_| None),
        "textDocument/didOpen" | "textDocument/didChange" => with_params(request, |params| params.map(document)),
        _ => request,
    }
}

/// The answer to `initialize` with what the published types have no member for.
pub fn announced(response: Response) -> Response {
    let (id, result) = response.into_parts();
    let result = result.map(|mut result| {
        if let Some(Value::Object(capabilities)) = result.get_mut("capabilities") {
            capabilities.insert("typeHierarchyProvider".into(), true.into());
        }
        result
    });
    Response::from_parts(id, result)
}

fn with_params(request: Request, mend: impl FnOnce(Option<Value>) -> Option<Value>) -> Request {
    let (method, id, params) = request.into_parts();
    let mut request = Request::build(method);
    if let Some(id) = id {
        request = request.id(id);
    }
    if let Some(params) = mend(params) {
        request = request.params(params);
    }
    request.finish()
}

/// Gives the params of `initialize` the names that tower-lsp knows, and leaves out what cannot be read of them, member by
/// member.
fn initialize(mut params: Value) -> Value {
    // The protocol's name is the plural; the types that tower-lsp has call it by the singular.
    if let Some(Value::Object(workspace)) = params.pointer_mut("/capabilities/workspace")
        && let Some(diagnostics) = workspace.get("diagnostics").cloned()
    {
        workspace.insert("diagnostic".into(), diagnostics);
    }
    if serde_json::from_value::<InitializeParams>(params.clone()).is_ok() {
        return params;
    }
    let Value::Object(mut params) = params else { return json!({ "capabilities": {} }) };
    let mut capabilities = match params.remove("capabilities") {
        Some(Value::Object(capabilities)) => capabilities,
        _ => Map::new(),
    };
    for (section, members) in &mut capabilities {
        let Value::Object(members) = members else { continue };
        retain(members, |name, member| {
            serde_json::from_value::<ClientCapabilities>(json!({ section: { name: member } })).is_ok()
        });
    }
    retain(&mut capabilities, |name, section| {
        serde_json::from_value::<ClientCapabilities>(json!({ name: section })).is_ok()
    });
    if let Some(Value::Array(folders)) = params.get_mut("workspaceFolders") {
        folders.retain(|folder| serde_json::from_value::<WorkspaceFolder>(folder.clone()).is_ok());
    }
    retain(&mut params, |name, member| {
        serde_json::from_value::<InitializeParams>(json!({ "capabilities": {}, name: member })).is_ok()
    });
    params.insert("capabilities".into(), capabilities.into());
    params.into()
}

fn retain(members: &mut Map<String, Value>, is_readable: impl Fn(&str, &Value) -> bool) {
    members.retain(|name, member| {
        let keep = is_readable(name, member);
        if !keep {
            tracing::warn!("`{name}` of `initialize` cannot be read and is left out: {member}");
        }
        keep
    });
}

/// Brings the numbers of a notification about a document into the ranges that the protocol has for them, and adds what a
/// document can do without.
fn document(mut params: Value) -> Value {
    if let Some(Value::Object(document)) = params.get_mut("textDocument") {
        clamp(document.entry("version").or_insert_with(|| json!(0)), i32::MIN.into(), i32::MAX.into());
        if !document.get("languageId").is_some_and(Value::is_string) {
            document.insert("languageId".into(), json!(""));
        }
    }
    let changes = params.get_mut("contentChanges").and_then(Value::as_array_mut);
    for change in changes.into_iter().flatten() {
        if let Some(change) = change.as_object_mut() {
            change.remove("rangeLength"); // deprecated, and a reason to fail
        }
        for pointer in ["/range/start/line", "/range/start/character", "/range/end/line", "/range/end/character"] {
            if let Some(number) = change.pointer_mut(pointer) {
                clamp(number, 0, u32::MAX.into());
            }
        }
    }
    params
}

/// The nearest integer from `least` to `most`; 0 for what is no number.
fn clamp(value: &mut Value, least: i64, most: i64) {
    if !value.as_i64().is_some_and(|number| (least..=most).contains(&number)) {
        *value = json!((value.as_f64().unwrap_or(0.0) as i64).clamp(least, most));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(method: &'static str, params: Value) -> Option<Value> {
        mended(Request::build(method).id(1).params(params).finish()).into_parts().2
    }

    #[test]
    fn params_that_can_be_read_stay_as_they_are() {
        let it = json!({ "processId": 1, "rootUri": null, "capabilities": { "new": { "x": 1 } }, "new": 1 });
        assert_eq!(params("initialize", it.clone()), Some(it));
    }

    #[test]
    fn of_initialize_only_that_is_left_out_which_cannot_be_read() {
        let sent = json!({
            "processId": -1,
            "rootUri": "/w",
            "trace": "compact",
            "locale": "en",
            "workspaceFolders": [{ "uri": "file:///a", "name": "a" }, { "uri": "b" }],
            "capabilities": {
                "textDocument": { "hover": { "contentFormat": ["html"] }, "definition": { "linkSupport": true } },
                "workspace": 5,
            },
        });
        let understood = json!({
            "locale": "en",
            "workspaceFolders": [{ "uri": "file:///a", "name": "a" }],
            "capabilities": { "textDocument": { "definition": { "linkSupport": true } } },
        });
        assert_eq!(params("initialize", sent), Some(understood));
        for nonsense in [json!(null), json!([]), json!(5)] {
            assert_eq!(params("initialize", nonsense), Some(json!({ "capabilities": {} })));
        }
    }

    #[test]
    fn the_numbers_of_an_edit_are_brought_into_their_ranges() {
        let position = |line: Value, character: Value| json!({ "line": line, "character": character });
        let change = |start: Value, end: Value, version: Value| {
            let change = json!({ "range": { "start": start, "end": end }, "text": "" });
            json!({ "textDocument": { "uri": "a:b", "languageId": "", "version": version }, "contentChanges": [change] })
        };
        let sent = change(position(json!(-1), json!(1.5)), position(json!(1e300), json!("x")), json!(null));
        let understood = change(position(json!(0), json!(1)), position(json!(u32::MAX), json!(0)), json!(0));
        assert_eq!(params("textDocument/didChange", sent), Some(understood.clone()));
        assert_eq!(params("textDocument/didChange", understood.clone()), Some(understood));
    }
}
