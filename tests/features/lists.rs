//! Answers that are lists, drawn as text: of signature help a label a line, the one that is shown marked and the part that is
//! being written between ❮ and ❯; of references and the like a place a line.

use crate::desk::{Desk, Open, lines, shortened, text, tower_path};
use serde_json::{Value, json};

impl Desk {
    /// The lists of parts that may be meant.
    pub fn signature(&mut self, draft: &mut Open) -> String {
        let answer = self.about_cursor("signatureHelp", draft);
        let mut shown = String::new();
        for (number, signature) in answer["signatures"].as_array().into_iter().flatten().enumerate() {
            let is_active = answer["activeSignature"] == number;
            if is_active && !signature["activeParameter"].is_null() {
                assert_eq!(signature["activeParameter"], answer["activeParameter"], "the older place says the same");
            }
            let mut label: Vec<u16> = text(&signature["label"]).encode_utf16().collect();
            if let Some(current) = signature["activeParameter"].as_u64() {
                let offsets = &signature["parameters"][current as usize]["label"];
                for (at, mark) in [(&offsets[1], '❯'), (&offsets[0], '❮')] {
                    label.insert(at.as_u64().expect("an offset") as usize, mark as u16);
                }
            }
            let label = String::from_utf16(&label).expect("offsets on characters' borders");
            shown.push_str(&format!("{} {label}\n", if is_active { "▸" } else { "·" }));
        }
        shown
    }

    /// What is said beside the list that is shown, and beside its part.
    pub fn signature_documentation(&mut self, draft: &mut Open) -> String {
        let answer = self.about_cursor("signatureHelp", draft);
        let Some(active) = answer["activeSignature"].as_u64() else { return String::new() };
        let signature = &answer["signatures"][active as usize];
        let part = answer["activeParameter"].as_u64().map(|part| &signature["parameters"][part as usize]);
        let said = |value: &Value| lines(text(&value["documentation"]["value"]));
        format!("{}--\n{}", said(signature), part.map(said).unwrap_or_default())
    }
}

impl Desk {
    /// All places that are about the same, definitions first.
    pub fn references(&mut self, draft: &mut Open, with_definitions: bool) -> String {
        let cursor = draft.marked.cursor.expect("a cursor");
        let position = self.columns.position(&draft.marked.text, cursor);
        let params = json!({
            "textDocument": { "uri": draft.uri },
            "position": position,
            "context": { "includeDeclaration": with_definitions },
        });
        let answer = self.editor.request("textDocument/references", params);
        answer.as_array().into_iter().flatten().map(|location| self.place(draft, location)).collect()
    }

    /// Where the draft names the same.
    pub fn highlights(&mut self, draft: &mut Open) -> String {
        let answer = self.about_cursor("documentHighlight", draft);
        for highlight in answer.as_array().into_iter().flatten() {
            draft.found.push((self.columns.span(&draft.marked.text, &highlight["range"]), String::new()));
        }
        String::new()
    }

    /// The broader or narrower concepts.
    pub fn hierarchy(&mut self, draft: &mut Open, which: &str) -> String {
        let answer = self.about_cursor("prepareTypeHierarchy", draft);
        let Some(item) = answer.as_array().and_then(|items| items.first()) else { return String::new() };
        let mut shown = format!("{} · {}\n", text(&item["name"]), text(&item["detail"]));
        let others = self.editor.request(&format!("typeHierarchy/{which}"), json!({ "item": item }));
        for other in others.as_array().into_iter().flatten() {
            let place = self.place(draft, &json!({ "uri": other["uri"], "range": other["selectionRange"] }));
            shown.push_str(&format!("  {} · {} · {place}", text(&other["name"]), text(&other["detail"])));
        }
        shown
    }

    /// The symbols of the workspace that the words of the draft find.
    pub fn workspace_symbols(&mut self, draft: &mut Open) -> String {
        let query = draft.marked.text.trim_end_matches('\n');
        let answer = self.editor.request("workspace/symbol", json!({ "query": query }));
        let mut shown = String::new();
        for symbol in answer.as_array().into_iter().flatten() {
            let place = self.place(draft, &symbol["location"]);
            shown.push_str(&format!("{} · {} · {place}", text(&symbol["name"]), text(&symbol["containerName"])));
        }
        shown
    }

    /// A location with what stands there.
    fn place(&self, draft: &Open, location: &Value) -> String {
        let uri = text(&location["uri"]);
        let on_disk =
            || std::fs::read_to_string(tower_path(uri)).expect("a file").trim_start_matches('\u{feff}').to_string();
        let whole = if uri == draft.uri { draft.marked.text.clone() } else { on_disk() };
        let start = &location["range"]["start"];
        let (line, column) = (start["line"].as_u64().unwrap() + 1, start["character"].as_u64().unwrap() + 1);
        let there = shortened(&whole[self.columns.span(&whole, &location["range"])]);
        format!("{uri}:{line}:{column} ❮{there}❯\n")
    }
}
