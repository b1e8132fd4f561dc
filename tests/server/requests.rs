//! glossator's own requests, as `editors/PROTOCOL.md` describes them.

use crate::client::{Editor, PATIENCE};
use crate::messages::capabilities;
use crate::probes::HERE;
use serde_json::{Value, json};
use std::time::Instant;

fn ask(editor: &mut Editor, method: &str, params: Value) -> Value {
    editor.request(&format!("glossator/{method}"), params)
}

#[test]
fn the_protocol_has_a_version_that_the_program_tells_as_well() {
    let mut editor = Editor::start();
    let protocol = editor.initialized["capabilities"]["experimental"]["glossator"]["protocol"].clone();
    assert!(protocol.as_u64().is_some_and(|version| version >= 1), "{}", editor.initialized);
    assert_eq!(ask(&mut editor, "status", json!({}))["protocol"], protocol);
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_glossator")).arg("--version").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.trim(), format!("glossator {} (protocol {protocol})", env!("CARGO_PKG_VERSION")));
    editor.finish();
}

#[test]
fn a_search_gives_passages_that_can_be_put_into_the_draft() {
    let mut editor = Editor::start();
    editor.open(HERE, "She says \"this\" and \"that\".");
    let found =
        ask(&mut editor, "search", json!({ "query": "longr peacetime", "limit": 3, "textDocument": { "uri": HERE } }));
    let best = &found["passages"][0];
    assert_eq!(best["text"], "The longer the peacetime is, the better.");
    assert_eq!(best["matches"], json!([{ "start": 4, "end": 10 }, { "start": 15, "end": 24 }]));
    assert_eq!(
        best["quotation"]["inline"],
        "\"The longer the peacetime is, the better.\" (*Opposing Hegemonism and Safeguarding World Peace*)"
    );
    assert!(best["quotation"]["block"].as_str().unwrap().starts_with("> The longer"));
    assert!(
        best["location"]["uri"].as_str().unwrap().ends_with("opposing-hegemonism-and-safeguarding-world-peace.txt")
    );
    assert_eq!(best["location"]["range"]["start"]["line"], best["line"].as_u64().unwrap() - 1);
    assert!(best["score"].as_f64().unwrap() > 0.5);
    assert!(found["passages"].as_array().unwrap().len() <= 3);
    assert_eq!(ask(&mut editor, "search", json!({ "query": "zzzz" })), json!({ "passages": [] }));
    editor.finish();
}

#[test]
fn a_part_of_a_source_is_cited_and_nothing_else_is() {
    let mut editor = Editor::start();
    let found = ask(&mut editor, "search", json!({ "query": "longer the peacetime", "limit": 1 }));
    let location = found["passages"][0]["location"].clone();
    let source = json!({ "uri": location["uri"] });
    let cited = ask(&mut editor, "cite", json!({ "textDocument": source, "range": location["range"] }));
    assert_eq!(
        cited["quotation"]["inline"],
        "“The longer the peacetime is, the better.” (*Opposing Hegemonism and Safeguarding World Peace*)"
    );
    let plain = json!({ "textDocument": source, "range": location["range"], "languageId": "plaintext" });
    let plain = ask(&mut editor, "cite", plain)["quotation"]["inline"].clone();
    assert_eq!(plain, "“The longer the peacetime is, the better.” (Opposing Hegemonism and Safeguarding World Peace)");
    let elsewhere = json!({ "textDocument": { "uri": HERE }, "range": location["range"] });
    assert_eq!(ask(&mut editor, "cite", elsewhere), Value::Null);
    editor.finish();
}

#[test]
fn the_quotations_of_a_draft_have_verdicts_that_follow_the_typing() {
    let mut editor = Editor::start();
    editor.open(
        HERE,
        "He said: “The longer peacetime is, the better.”\n\n“Nobody ever wrote down these words of mine here.”",
    );
    let params = json!({ "textDocument": { "uri": HERE } });
    let told = ask(&mut editor, "quotations", params.clone());
    let verdicts = |told: &Value| -> Vec<String> {
        let all = told["quotations"].as_array().unwrap();
        all.iter().map(|quotation| quotation["verdict"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(verdicts(&told), ["altered", "not-found"]);
    let first = &told["quotations"][0];
    assert_eq!(first["changes"], "“the” was dropped");
    assert_eq!(first["categories"], json!(["dropped"]));
    assert_eq!(
        first["range"],
        json!({ "start": { "line": 0, "character": 9 }, "end": { "line": 0, "character": 47 } })
    );
    assert_eq!(first["source"]["name"], "Opposing Hegemonism and Safeguarding World Peace");
    assert!(first["location"]["range"]["start"]["line"].is_u64());
    let at = json!({ "line": 0, "character": 21 });
    editor.notify(
        "textDocument/didChange",
        json!({
            "textDocument": { "uri": HERE, "version": 2 },
            "contentChanges": [{ "range": { "start": at, "end": at }, "text": "the " }],
        }),
    );
    let told = ask(&mut editor, "quotations", params);
    assert_eq!(told["version"], 2);
    assert_eq!(verdicts(&told), ["verbatim", "not-found"]);
    assert_eq!(ask(&mut editor, "quotations", json!({ "textDocument": { "uri": "file:///closed.md" } })), Value::Null);
    editor.finish();
}

#[test]
fn sources_and_concepts_are_listed_with_their_counts_and_lead_to_passages() {
    let mut editor = Editor::start();
    let sources = ask(&mut editor, "sources", json!({}))["sources"].as_array().unwrap().clone();
    let concepts = ask(&mut editor, "concepts", json!({}))["concepts"].as_array().unwrap().clone();
    assert_eq!((sources.len(), concepts.is_empty()), (5, false));
    let id = json!({ "id": sources[2]["id"] });
    let source = ask(&mut editor, "source", id);
    assert_eq!(source["name"], sources[2]["name"]);
    assert!(source["words"].as_u64().unwrap() > 100 && source["definitions"].is_u64());
    let mention = &source["concepts"][0];
    assert!(mention["count"].as_u64().unwrap() > 1 && mention["location"]["uri"] == sources[2]["uri"], "{mention}");
    let five = concepts.iter().find(|concept| concept["name"] == "Five Principles of Peaceful Coexistence").unwrap();
    let concept = ask(&mut editor, "concept", json!({ "id": five["id"] }));
    assert_eq!(concept["name"], "Five Principles of Peaceful Coexistence");
    assert_eq!(concept["defined"].as_array().unwrap().len() as u64, concept["definitions"].as_u64().unwrap());
    assert_eq!(concept["defined"][0]["type"], "definition");
    assert_eq!(concept["named"].as_array().unwrap().len() as u64, concept["occurrences"].as_u64().unwrap());
    let named = &concept["named"][0];
    let part = &named["matches"][0];
    let (start, end) = (part["start"].as_u64().unwrap() as usize, part["end"].as_u64().unwrap() as usize);
    let name = named["text"].as_str().unwrap().encode_utf16().collect::<Vec<_>>();
    assert!(String::from_utf16_lossy(&name[start..end]).contains("Five Principles"), "{named}");
    for (method, params) in [("concept", json!({ "id": "no such" })), ("source", json!({ "id": "no such" }))] {
        assert_eq!(ask(&mut editor, method, params), Value::Null);
    }
    let status = ask(&mut editor, "status", json!({}));
    assert_eq!((&status["sources"], &status["seeds"]), (&json!(5), &json!(true)));
    // More of them are discovered while one asks.
    let start = Instant::now();
    let counted = |editor: &mut Editor| ask(editor, "status", json!({}))["concepts"].as_u64().unwrap();
    let listed = |editor: &mut Editor| ask(editor, "concepts", json!({}))["concepts"].as_array().unwrap().len() as u64;
    while counted(&mut editor) != listed(&mut editor) {
        assert!(start.elapsed() < PATIENCE);
    }
    editor.finish();
}

#[test]
fn the_status_counts_what_there_is_and_a_change_is_told_to_those_who_want_to_know() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("glossator.toml"), "[[corpus]]\npath = \"texts\"\n\n[chekcs]\n").unwrap();
    std::fs::create_dir(folder.path().join("texts")).unwrap();
    std::fs::write(folder.path().join("texts/a.txt"), "One text of six words, no more.").unwrap();
    let mut client = capabilities();
    client["experimental"] = json!({ "glossator": { "changed": true } });
    let root = format!("file://{}", folder.path().canonicalize().unwrap().display());
    let mut editor = Editor::start_with(json!({
        "processId": null, "rootUri": root, "capabilities": client, "workspaceFolders": [{ "uri": root, "name": "w" }],
    }));
    editor.notification("glossator/changed");
    ask(&mut editor, "sources", json!({}));
    let status = ask(&mut editor, "status", json!({}));
    assert_eq!(status["ready"], true);
    assert_eq!((&status["sources"], &status["words"], &status["seeds"]), (&json!(1), &json!(7), &json!(false)));
    assert_eq!(status["folders"], json!([format!("{root}/texts")]));
    assert_eq!(status["problems"].as_array().unwrap().len(), 1, "{status}");
    editor.finish();
}

#[test]
fn wrong_questions_are_refused() {
    let mut editor = Editor::start();
    for (method, params) in
        [("search", json!({})), ("search", json!({ "query": 7 })), ("cite", json!({})), ("concept", json!({}))]
    {
        let answer = editor.ask(&format!("glossator/{method}"), params);
        assert_eq!(answer["error"]["code"], -32602, "{answer}");
    }
    editor.finish();
}
