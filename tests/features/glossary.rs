//! “Add to the glossary” for the words that a draft has between ❮ and ❯: the title, why it cannot be done or the files that
//! are made, and the files as they are then, with only the lines that are new.

use crate::desk::{Desk, Open, lines, text};
use serde_json::json;

impl Desk {
    /// What the action says and does.
    pub fn glossary(&mut self, draft: &mut Open) -> String {
        let (span, _) = draft.marked.spans[0].clone();
        let range = self.columns.range(&draft.marked.text, span.clone());
        draft.found.push((span, String::new()));
        let params = json!({
            "textDocument": { "uri": draft.uri }, "range": range, "context": { "diagnostics": [], "only": ["quickfix"] },
        });
        let actions = self.editor.request("textDocument/codeAction", params);
        let adds = |title: &str| title.starts_with("Add “");
        let mut shown = String::new();
        for action in actions.as_array().into_iter().flatten().filter(|action| adds(text(&action["title"]))) {
            shown.push_str(&format!("{}\n", text(&action["title"])));
            if let Some(reason) = action["disabled"]["reason"].as_str() {
                shown.push_str(&format!("    not now: {reason}\n"));
            }
            if let Some(message) = action["command"]["arguments"][0]["message"].as_str() {
                shown.push_str(&format!("    says: {message}\n"));
            }
            for change in action["edit"]["documentChanges"].as_array().into_iter().flatten() {
                let uri = text(&change["textDocument"]["uri"]);
                if change["kind"] == "create" {
                    shown.push_str(&format!("new: {}\n", text(&change["uri"])));
                    continue;
                }
                let before = std::fs::read_to_string(uri.strip_prefix("file://").unwrap()).unwrap_or_default();
                let after = self.edited(&before, change["edits"].as_array().unwrap());
                shown.push_str(&format!("{uri}\n{}", lines(&after)));
            }
        }
        shown
    }
}
