//! References, hierarchy and symbols of the workspace as an editor asks for them.

use crate::client::Editor;
use crate::messages::{at, capabilities};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

const CONCEPTS: &str = "[[concept]]\nid = 'plan'\nname = 'peace plan'\nkind = 'policy'\n";

/// A folder with a corpus and two drafts, and an editor on it.
fn desk() -> (TempDir, String, Editor) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap();
    for (name, text) in [
        ("sources/a.txt", "The peace plan was signed."),
        ("sources/concepts.toml", CONCEPTS),
        ("glossator.toml", "[[corpus]]\npath = 'sources'\n"),
        ("one.md", "A peace plan, and a peace plan."),
        ("two.md", "A peace plan."),
    ] {
        fs::create_dir_all(path.join(name).parent().unwrap()).unwrap();
        fs::write(path.join(name), text).unwrap();
    }
    let root = format!("file://{}", path.display());
    let folders = json!([{ "uri": root, "name": "w" }]);
    let params =
        json!({ "processId": null, "rootUri": root, "workspaceFolders": folders, "capabilities": capabilities() });
    (folder, root, Editor::start_with(params))
}

fn references(uri: &str, line: u32, character: u32) -> Value {
    let mut params = at(uri, line, character);
    params["context"] = json!({ "includeDeclaration": true });
    params
}

/// The names of the files, each as often as it has a place.
fn files(locations: &Value) -> Vec<&str> {
    let all = locations.as_array().into_iter().flatten();
    all.map(|location| location["uri"].as_str().unwrap().rsplit('/').next().unwrap()).collect()
}

#[test]
fn what_is_in_the_editor_counts_and_not_what_is_on_disk() {
    let (_folder, root, mut editor) = desk();
    let two = format!("{root}/two.md");
    editor.open(&two, "The peace plan.");
    let found = editor.request("textDocument/references", references(&two, 0, 6));
    assert_eq!(files(&found), ["a.txt", "two.md", "one.md", "one.md"]);
    editor.open(&format!("{root}/one.md"), "Nothing.");
    let found = editor.request("textDocument/references", references(&two, 0, 6));
    assert_eq!(files(&found), ["a.txt", "two.md"]);
    editor.replace(&two, 2, "x The peace plan. A peace plan.");
    let found = editor.request("textDocument/references", references(&two, 0, 8));
    assert_eq!(files(&found), ["a.txt", "two.md", "two.md"]);
    editor.finish();
}

#[test]
fn an_editor_that_takes_parts_gets_them_and_nothing_twice() {
    let (_folder, root, mut editor) = desk();
    let two = format!("{root}/two.md");
    editor.open(&two, "The peace plan.");
    let mut params = references(&two, 0, 6);
    params["partialResultToken"] = json!("parts");
    // No part comes after the answer, however often it is asked.
    for _ in 0..200 {
        let found = editor.request("textDocument/references", params.clone());
        assert_eq!(found, json!([]));
        let parts = editor.arrived("$/progress").into_iter().filter(|part| part["token"] == "parts");
        let all: Vec<Value> = parts.flat_map(|part| part["value"].as_array().cloned().unwrap()).collect();
        assert_eq!(files(&json!(all)), ["a.txt", "two.md", "one.md", "one.md"]);
    }
    editor.finish();
}

#[test]
fn a_cancelled_request_for_references_is_answered_at_once() {
    let mut editor = Editor::spawn(&["serve"]);
    // The corpus that applies is not settled while the settings are asked for.
    editor.leave_unanswered("workspace/configuration");
    editor.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() }));
    let uri = "file:///tmp/draft.md";
    editor.open(uri, "The Five Principles of Peaceful Coexistence.");
    let id = editor.post("textDocument/references", references(uri, 0, 6));
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.answer(&id)["error"]["code"], -32800);
}

#[test]
fn types_are_announced_though_the_published_protocol_has_no_word_for_them() {
    let mut editor = Editor::start();
    assert_eq!(editor.initialized["capabilities"]["typeHierarchyProvider"], true);
    let uri = "file:///tmp/draft.md";
    editor.open(uri, "The Five Principles of Peaceful Coexistence.");
    let items = editor.request("textDocument/prepareTypeHierarchy", at(uri, 0, 6));
    let narrower = editor.request("typeHierarchy/subtypes", json!({ "item": items[0] }));
    let aggression = narrower.as_array().unwrap().iter().find(|item| item["name"] == "non-aggression").unwrap();
    let broader = editor.request("typeHierarchy/supertypes", json!({ "item": aggression }));
    assert!(broader.as_array().unwrap().iter().any(|item| item["name"] == items[0]["name"]), "{broader}");
    for unknown in [json!(null), json!({ "concept": "no such", "uri": uri }), json!({ "concept": 5 })] {
        let mut item = items[0].clone();
        item["data"] = unknown;
        assert_eq!(editor.request("typeHierarchy/subtypes", json!({ "item": item })), Value::Null);
    }
    editor.finish();
}

#[test]
fn symbols_of_the_workspace_need_no_document() {
    let (_folder, _, mut editor) = desk();
    let found = editor.request("workspace/symbol", json!({ "query": "plan" }));
    let place = json!({ "start": { "line": 0, "character": 4 }, "end": { "line": 0, "character": 14 } });
    assert_eq!((found[0]["name"].clone(), found[0]["location"]["range"].clone()), (json!("peace plan"), place));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    editor.finish();
}
