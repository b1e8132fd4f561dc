//! Completions as an editor puts them into the text.

use crate::client::Editor;
use crate::probes::HERE;
use serde_json::{Value, json};

const FIVE: &str = "Five Principles of Peaceful Coexistence";

/// The completions at the place that `‸` marks.
fn completions(editor: &mut Editor, marked: &str) -> Vec<Value> {
    let place = editor.open_at(HERE, marked);
    let list = editor.request("textDocument/completion", place);
    list["items"].as_array().cloned().unwrap_or_default()
}

fn labelled<'a>(items: &'a [Value], label: &str) -> &'a Value {
    items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{label} in {items:?}"))
}

/// Neovim, for one, knows only one start for all of them, and drops those that do not begin with what stands there.
#[test]
fn all_completions_replace_the_same_range_and_keep_what_is_not_of_theirs() {
    let mut editor = Editor::start();
    let items = completions(&mut editor, "The five principles of pea‸");
    let edit = |label| labelled(&items, label)["textEdit"].clone();
    let range = json!({ "start": { "line": 0, "character": 4 }, "end": { "line": 0, "character": 26 } });
    assert_eq!(edit(FIVE), json!({ "range": range, "newText": FIVE }));
    assert_eq!(
        edit("peaceful development"),
        json!({ "range": range, "newText": "five principles of peaceful development" })
    );
    for item in &items {
        assert_eq!(item["textEdit"]["range"], range, "{item}");
        assert_eq!(item["filterText"], "five principles of pea", "{item}");
    }
    editor.finish();
}

/// The protocol wants the edit of a completion on one line; VS Code passes over any other.
#[test]
fn a_name_typed_over_two_lines_is_replaced_by_an_edit_for_each() {
    let mut editor = Editor::start();
    let items = completions(&mut editor, "> The old five principles\n> of pea‸");
    let item = labelled(&items, FIVE);
    let here = json!({ "start": { "line": 1, "character": 2 }, "end": { "line": 1, "character": 8 } });
    let above = json!({ "start": { "line": 0, "character": 10 }, "end": { "line": 0, "character": 25 } });
    assert_eq!(item["textEdit"], json!({ "range": here, "newText": FIVE }));
    assert_eq!(item["additionalTextEdits"], json!([{ "range": above, "newText": "" }]));
    assert_eq!(labelled(&items, "peaceful development")["additionalTextEdits"], Value::Null);
    editor.finish();
}

/// Editors that pass over the range put the text in the place of the word at the cursor: it begins with that word.
#[test]
fn the_rest_of_a_quotation_takes_the_place_of_the_word_at_the_cursor_and_closes_the_marks() {
    let mut editor = Editor::start();
    assert!(
        editor.initialized["capabilities"]["completionProvider"]["triggerCharacters"].to_string().contains("\":\"")
    );
    let items = completions(&mut editor, "😀 “China must be indep‸");
    let item = &items[0];
    let range = json!({ "start": { "line": 0, "character": 18 }, "end": { "line": 0, "character": 23 } });
    assert_eq!(item["textEdit"]["range"], range);
    let text = item["textEdit"]["newText"].as_str().unwrap();
    assert!(
        text.starts_with("independent, China must be liberated, ") && text.ends_with("from any imperialist country.”"),
        "{text}"
    );
    assert_eq!(item["filterText"], "indep");
    assert!(item["detail"].as_str().unwrap().contains("Mao Zedong · June 1949"), "{item}");
    let resolved = editor.request("completionItem/resolve", item.clone());
    assert!(resolved["documentation"]["value"].as_str().unwrap().contains("Independent Foreign Policy of Peace"));
    editor.finish();
}

/// A list that sources give otherwise has a signature each; the one that the writer looks at stays as long as it fits.
#[test]
fn the_signature_that_the_writer_looks_at_stays() {
    let mut editor = Editor::start();
    let mut place = editor.open_at(HERE, "The Five Principles of Peaceful Coexistence: ‸");
    let first = editor.request("textDocument/signatureHelp", place.clone());
    assert_eq!((first["activeSignature"].clone(), first["signatures"].as_array().map(Vec::len)), (json!(0), Some(2)));
    place["context"] = json!({ "triggerKind": 3, "isRetrigger": true, "activeSignatureHelp": { "signatures": [], "activeSignature": 1 } });
    let again = editor.request("textDocument/signatureHelp", place);
    assert_eq!(again["activeSignature"], json!(1));
    editor.finish();
}

/// Clients that take no offsets find a part by its words, and those that know one current part for all get that one.
#[test]
fn older_clients_get_signatures_as_they_know_them() {
    let mut editor = Editor::start_with(json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    let place = editor.open_at(HERE, "The Five Principles of Peaceful Coexistence: non-aggression, ‸");
    let help = editor.request("textDocument/signatureHelp", place);
    assert_eq!(help["activeParameter"], json!(2));
    let signature = &help["signatures"][0];
    assert_eq!(signature["activeParameter"], Value::Null);
    assert_eq!(signature["parameters"][1]["label"], "mutual non-aggression");
    assert_eq!(signature["documentation"]["kind"], "plaintext");
    editor.finish();
}
