//! `concepts.toml` as an open document: what is wrong in it is told as it is typed, saved or not, and a term is added to the
//! text that the editor has.

use crate::client::Editor;
use crate::messages::{at, capabilities, range};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

const BROKEN: &str = "[[concept]]\nid = 'peace'\nname = 'peace'\nkind = 'polisy'\n";

/// A workspace with one text and a broken `concepts.toml`, and an editor on it.
fn workspace(client: Value) -> (TempDir, Editor, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("glossator.toml"), "[[corpus]]\npath = 'texts'\n").unwrap();
    fs::write(folder.path().join("texts/a.txt"), "Peace is the aim of all. The harmonious world is a world of peace.")
        .unwrap();
    fs::write(folder.path().join("texts/concepts.toml"), BROKEN).unwrap();
    let root = format!("file://{}", folder.path().canonicalize().unwrap().display());
    let folders = json!([{ "uri": root, "name": "w" }]);
    let editor = Editor::start_with(
        json!({ "processId": null, "rootUri": root, "workspaceFolders": folders, "capabilities": client }),
    );
    (folder, editor, root)
}

/// The messages of the next list that is published for a file.
fn published(editor: &mut Editor, uri: &str) -> Vec<String> {
    loop {
        let list = editor.notification("textDocument/publishDiagnostics");
        if list["uri"] == uri {
            return messages(&list["diagnostics"]);
        }
    }
}

fn messages(found: &Value) -> Vec<String> {
    let all = found.as_array().into_iter().flatten();
    all.map(|finding| finding["message"].as_str().unwrap_or_default().to_string()).collect()
}

const KIND: &str = "unknown kind `polisy`: did you mean `policy`?";

#[test]
fn what_is_wrong_is_pushed_for_the_text_as_it_is_typed_and_for_the_file_again_when_it_is_closed() {
    let (_folder, mut editor, root) = workspace(capabilities());
    let uri = format!("{root}/texts/concepts.toml");
    assert_eq!(published(&mut editor, &uri), [KIND]);
    editor.open_as(&uri, "toml", 1, BROKEN);
    while published(&mut editor, &uri) != [KIND] {}
    editor.edit(&uri, 2, range((3, 8), (3, 14)), "policy");
    while !published(&mut editor, &uri).is_empty() {}
    editor.edit(&uri, 3, range((1, 6), (1, 11)), "");
    while published(&mut editor, &uri) != ["`id` is empty"] {}
    editor.close(&uri);
    while published(&mut editor, &uri) != [KIND] {}
    editor.finish();
}

#[test]
fn what_is_wrong_is_pulled_for_the_text_as_it_is_typed_and_pushed_no_more() {
    let mut client = capabilities();
    client["textDocument"]["diagnostic"] = json!({});
    let (_folder, mut editor, root) = workspace(client);
    let uri = format!("{root}/texts/concepts.toml");
    assert_eq!(published(&mut editor, &uri), [KIND]);
    editor.open_as(&uri, "toml", 1, BROKEN);
    assert!(published(&mut editor, &uri).is_empty(), "what was pushed is taken back");
    let ask = json!({ "textDocument": { "uri": uri } });
    let pulled = |editor: &mut Editor| messages(&editor.request("textDocument/diagnostic", ask.clone())["items"]);
    assert_eq!(pulled(&mut editor), [KIND]);
    editor.edit(&uri, 2, range((3, 8), (3, 14)), "policy");
    assert!(pulled(&mut editor).is_empty());
    editor.close(&uri);
    assert_eq!(published(&mut editor, &uri), [KIND]);
    editor.finish();
}

#[test]
fn a_term_is_added_to_the_text_that_the_editor_has() {
    let mut client = capabilities();
    client["workspace"]["workspaceEdit"] = json!({ "documentChanges": true, "resourceOperations": ["create"] });
    let (_folder, mut editor, root) = workspace(client);
    let (uri, draft) = (format!("{root}/texts/concepts.toml"), format!("{root}/draft.md"));
    editor.open_as(&uri, "toml", 7, "# not saved yet\n");
    editor.open(&draft, "The harmonious world, then.");
    let params = json!({
        "textDocument": { "uri": draft }, "range": range((0, 4), (0, 20)), "context": { "diagnostics": [] },
    });
    let actions = editor.request("textDocument/codeAction", params);
    let action = actions.as_array().unwrap().iter().find(|one| one["title"].as_str().unwrap().starts_with("Add"));
    let action = action.unwrap_or_else(|| panic!("an action to add it in {actions}"));
    assert_eq!(action["title"], "Add “harmonious world” to the glossary (texts/concepts.toml)");
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!((&change["textDocument"]["uri"], &change["textDocument"]["version"]), (&json!(uri), &json!(7)));
    let edit = &change["edits"][0];
    assert_eq!(edit["range"], range((1, 0), (1, 0)));
    // With the entry in the text nothing is wrong, and hovering its anchor shows the passage.
    let new = edit["newText"].as_str().unwrap().to_string();
    editor.edit(&uri, 8, edit["range"].clone(), &new);
    while !published(&mut editor, &uri).is_empty() {}
    let line = new.lines().position(|line| line.trim_start().starts_with("exact")).unwrap() as u32 + 1;
    let hover = editor.request("textDocument/hover", at(&uri, line, 20));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("is a world of peace"), "{hover}");
    editor.finish();
}

#[test]
fn other_toml_files_are_left_alone() {
    let (_folder, mut editor, root) = workspace(capabilities());
    let uri = format!("{root}/Cargo.toml");
    editor.open_as(&uri, "toml", 1, "# “Peace is the aim of nobody at all here.”\nname = 'peace'\n");
    assert_eq!(editor.request("textDocument/hover", at(&uri, 1, 9)), Value::Null);
    assert_eq!(editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } })), json!([]));
    assert!(published(&mut editor, &uri).is_empty());
    editor.finish();
}

#[test]
fn the_library_answers_from_the_text_that_the_editor_has() {
    let (_folder, mut editor, root) = workspace(capabilities());
    let (uri, draft) = (format!("{root}/texts/concepts.toml"), format!("{root}/draft.md"));
    editor.open(&draft, "The harmonious world, then.");
    // What a text defines is known without an entry.
    let is_annotated = |editor: &mut Editor| {
        let hover = editor.request("textDocument/hover", at(&draft, 0, 6));
        hover["contents"]["value"].as_str().is_some_and(|card| !card.contains("· discovered in the texts"))
    };
    assert!(!is_annotated(&mut editor));
    let entry = "[[concept]]\nid = 'w'\nname = 'harmonious world'\nkind = 'concept'\n";
    editor.open_as(&uri, "toml", 1, entry);
    // With every new library the draft's diagnostics come again.
    while !is_annotated(&mut editor) {
        published(&mut editor, &draft);
    }
    // While it is broken, what was known stays known.
    editor.edit(&uri, 2, range((1, 0), (1, 0)), "x = \n");
    while !published(&mut editor, &uri).iter().any(|message| message.starts_with("TOML")) {}
    assert!(is_annotated(&mut editor));
    // Also by the next library, which is there when it knows a new text.
    let source = format!("{root}/texts/a.txt");
    editor.open(&source, "The harmonious world is a world of music.");
    editor.edit(&draft, 2, range((0, 27), (0, 27)), " It is “a world of music”.");
    while editor.request("textDocument/definition", at(&draft, 0, 40)).is_null() {
        published(&mut editor, &draft);
    }
    assert!(is_annotated(&mut editor));
    editor.close(&uri);
    while is_annotated(&mut editor) {
        published(&mut editor, &draft);
    }
    editor.finish();
}
