//! Signature help, drawn as text: a label a line, the one that is shown marked, the part that is being written between ❮ and ❯.

use crate::desk::{Desk, Open, lines, text};
use serde_json::Value;

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
