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
    let items = completions(&mut editor, "> The five principles\n> of pea‸");
    let item = labelled(&items, FIVE);
    let here = json!({ "start": { "line": 1, "character": 2 }, "end": { "line": 1, "character": 8 } });
    let above = json!({ "start": { "line": 0, "character": 6 }, "end": { "line": 0, "character": 21 } });
    assert_eq!(item["textEdit"], json!({ "range": here, "newText": FIVE }));
    assert_eq!(item["additionalTextEdits"], json!([{ "range": above, "newText": "" }]));
    assert_eq!(labelled(&items, "peaceful development")["additionalTextEdits"], Value::Null);
    editor.finish();
}
