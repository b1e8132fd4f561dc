//! What an editor does with the actions that it is offered.

use crate::client::Editor;
use crate::messages::capabilities;
use crate::probes::HERE;
use serde_json::{Value, json};

/// Words that resemble a sentence of the seeds, and are not it.
const STRANGER: &str = "“The longer the ‸quiet years go on, the better business is for all of us here, as they say.”";

/// The command of the first similar passage that is offered.
fn command(editor: &mut Editor) -> Value {
    let place = editor.open_at(HERE, STRANGER);
    let at = place["position"].clone();
    let params = json!({
        "textDocument": { "uri": HERE }, "range": { "start": at, "end": at }, "context": { "diagnostics": [] },
    });
    let actions = editor.request("textDocument/codeAction", params);
    let similar =
        actions.as_array().unwrap().iter().find(|action| action["title"].as_str().unwrap().starts_with("Similar"));
    let command = similar.unwrap_or_else(|| panic!("a similar passage in {actions}"))["command"].clone();
    json!({ "command": command["command"], "arguments": command["arguments"] })
}

#[test]
fn a_similar_passage_is_opened_where_the_editor_can_be_asked_to() {
    let mut client = capabilities();
    client["window"]["showDocument"] = json!({ "support": true });
    let mut editor = Editor::start_with(json!({ "processId": null, "rootUri": null, "capabilities": client }));
    let command = command(&mut editor);
    assert_eq!(editor.request("workspace/executeCommand", command), Value::Null);
    let asked = editor.server_request("window/showDocument");
    assert!(asked["uri"].as_str().unwrap().starts_with("file://"), "{asked}");
    assert!(asked["selection"]["start"]["line"].is_u64(), "{asked}");
    editor.finish();
}

#[test]
fn a_similar_passage_is_a_message_in_any_other_editor() {
    let mut editor = Editor::start();
    let command = command(&mut editor);
    editor.request("workspace/executeCommand", command);
    let shown = editor.notification("window/showMessage");
    assert!(shown["message"].as_str().unwrap().contains(", line "), "{shown}");
    editor.finish();
}

#[test]
fn a_command_with_wrong_arguments_does_nothing() {
    let mut editor = Editor::start();
    for arguments in [json!([]), json!([1]), json!([{ "message": 1 }]), Value::Null] {
        let params = json!({ "command": "glossator.showPassage", "arguments": &arguments });
        if arguments.is_null() {
            editor.ask("workspace/executeCommand", json!({ "command": "glossator.other" }));
        } else {
            assert_eq!(editor.request("workspace/executeCommand", params), Value::Null);
        }
    }
    editor.finish();
}
