//! Corpora that change, settings that change, and clients that help to notice neither.

use crate::client::{Editor, PATIENCE};
use crate::messages::{capabilities, range};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SOURCE: &str = "The river carries the old boats down to the harbour before the evening bells are rung.";
const DRAFT: &str =
    "They say: “The river carries the new boats down to the harbour before the evening bells are rung.”\n";

/// A folder with `glossator.toml` and a source, `texts/a.txt`.
fn workspace(settings: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts/a.txt"), SOURCE).unwrap();
    fs::write(folder.path().join("glossator.toml"), settings).unwrap();
    folder
}

fn uri(folder: &Path, file: &str) -> String {
    format!("file://{}", folder.join(file).display())
}

fn params(folders: &[&TempDir], capabilities: Value) -> Value {
    let folders: Vec<Value> =
        folders.iter().map(|folder| json!({ "uri": uri(folder.path(), ""), "name": "" })).collect();
    json!({ "workspaceFolders": folders, "capabilities": capabilities })
}

/// A client that watches no files.
fn unwatching() -> Value {
    let mut client = capabilities();
    client["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] = json!(false);
    client
}

fn findings(editor: &mut Editor, uri: &str) -> usize {
    let report = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    report["items"].as_array().unwrap().len()
}

/// Asks until the document has so many findings.
#[track_caller]
fn comes_to_have(editor: &mut Editor, uri: &str, wanted: usize) {
    let start = Instant::now();
    while findings(editor, uri) != wanted {
        assert!(start.elapsed() < PATIENCE, "{} findings; the log: {}", findings(editor, uri), editor.log());
        sleep(Duration::from_millis(20));
    }
}

const CORPUS: &str = "[[corpus]]\npath = 'texts'\n";

#[test]
fn a_document_that_is_changed_closed_and_reopened_at_once_keeps_its_diagnostics() {
    let folder = workspace(CORPUS);
    let mut editor = Editor::start_with(params(&[&folder], capabilities()));
    let draft = uri(folder.path(), "draft.md");
    editor.open_as(&draft, "markdown", 1, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    sleep(Duration::from_millis(500));
    editor.edit(&draft, 2, range((1, 0), (1, 0)), "x");
    editor.edit(&draft, 3, range((1, 0), (1, 0)), "x");
    editor.close(&draft);
    editor.open_as(&draft, "markdown", 4, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    sleep(Duration::from_millis(500));
    let published = editor.notifications("textDocument/publishDiagnostics");
    let last = published.iter().rfind(|params| params["uri"] == draft.as_str()).unwrap();
    assert_eq!(last["diagnostics"].as_array().unwrap().len(), 1, "{published:?}");
    editor.finish();
}

#[test]
fn a_source_opened_with_unsaved_text_answers_from_that_text() {
    let folder = workspace(CORPUS);
    let mut editor = Editor::start_with(params(&[&folder], capabilities()));
    let draft = uri(folder.path(), "draft.md");
    editor.open(&draft, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    let source = uri(folder.path(), "texts/a.txt");
    editor.open(&source, &SOURCE.replace("old", "new"));
    comes_to_have(&mut editor, &draft, 0);
    editor.close(&source);
    comes_to_have(&mut editor, &draft, 1);
    editor.finish();
}

#[test]
fn a_source_is_read_again_although_its_writer_never_pauses() {
    let folder = workspace(CORPUS);
    let mut editor = Editor::start_with(params(&[&folder], capabilities()));
    let (draft, source) = (uri(folder.path(), "draft.md"), uri(folder.path(), "texts/a.txt"));
    editor.open(&draft, DRAFT);
    editor.open(&source, SOURCE);
    comes_to_have(&mut editor, &draft, 1);
    editor.replace(&source, 2, &SOURCE.replace("old", "new"));
    let start = Instant::now();
    for version in 3.. {
        editor.edit(&source, version, range((0, u32::MAX), (0, u32::MAX)), "x");
        sleep(Duration::from_millis(15));
        if version % 100 == 0 && findings(&mut editor, &draft) == 0 {
            break;
        }
        assert!(start.elapsed() < PATIENCE);
    }
    editor.finish();
}

#[test]
fn what_is_no_source_renews_nothing() {
    let folder = workspace("[[corpus]]\npath = '.'\n");
    fs::create_dir(folder.path().join(".git")).unwrap();
    let mut client = unwatching();
    client["textDocument"]["diagnostic"] = json!({});
    client["workspace"]["diagnostic"] = json!({ "refreshSupport": true });
    let mut editor = Editor::start_with(params(&[&folder], client));
    let draft = uri(folder.path(), "draft.md");
    editor.open(&draft, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    sleep(Duration::from_secs(1));
    editor.server_requests("workspace/diagnostic/refresh");
    for version in 2..6 {
        editor.edit(&draft, version, range((1, 0), (1, 0)), "x");
        fs::write(folder.path().join(".git/index.lock"), version.to_string()).unwrap();
        fs::write(folder.path().join("a.o"), version.to_string()).unwrap();
        fs::write(folder.path().join("texts/a.txt"), SOURCE).unwrap();
        sleep(Duration::from_millis(150));
    }
    sleep(Duration::from_millis(500));
    assert_eq!(editor.server_requests("workspace/diagnostic/refresh"), 0);
    fs::write(folder.path().join("b.txt"), "Another text.").unwrap();
    editor.server_request("workspace/diagnostic/refresh");
    editor.finish();
}

#[test]
fn a_client_that_never_says_whether_it_watches_is_served() {
    let folder = workspace(CORPUS);
    let mut editor = Editor::spawn(&["serve"]);
    editor.leave_unanswered("client/registerCapability");
    editor.initialize(params(&[&folder], capabilities()));
    let draft = uri(folder.path(), "draft.md");
    editor.open(&draft, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    editor.server_request("client/registerCapability");
    let settings = folder.path().join("glossator.toml");
    fs::write(&settings, format!("{CORPUS}[checks]\nmisquotation = 'off'\n")).unwrap();
    let change = json!({ "uri": uri(folder.path(), "glossator.toml"), "type": 2 });
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    comes_to_have(&mut editor, &draft, 0);
    editor.finish();
}

#[test]
fn an_answer_that_nobody_waits_for_any_more_is_passed_over() {
    let folder = workspace(CORPUS);
    let mut editor = Editor::spawn(&["serve"]);
    editor.leave_unanswered("client/registerCapability");
    editor.initialize(params(&[&folder], capabilities()));
    editor.server_request("client/registerCapability");
    while !editor.log().contains("does not say whether it watches files") {
        sleep(Duration::from_millis(10));
    }
    for end in ["no/such/method", "shutdown", "no/such/method"] {
        // The server counts its requests.
        (0..10).for_each(|id| editor.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null })));
        editor.ask(end, json!(null));
    }
    assert!(!editor.log().contains("panicked"), "{}", editor.log());
}

#[test]
fn documents_outside_all_folders_go_by_the_first() {
    let (first, second) = (workspace(CORPUS), workspace(""));
    for (folders, wanted) in [([&first, &second], 1), ([&second, &first], 0)] {
        let mut editor = Editor::start_with(params(&folders, capabilities()));
        editor.open_as("untitled:draft", "markdown", 1, DRAFT);
        assert_eq!(findings(&mut editor, "untitled:draft"), wanted);
        editor.finish();
    }
}

#[test]
fn a_corpus_that_comes_to_be_is_noticed_however_deep_it_lies() {
    let folder = workspace("[[corpus]]\npath = 'not/yet'\n");
    let mut editor = Editor::start_with(params(&[&folder], unwatching()));
    let draft = uri(folder.path(), "draft.md");
    editor.open(&draft, DRAFT);
    comes_to_have(&mut editor, &draft, 0);
    sleep(Duration::from_millis(500));
    fs::create_dir(folder.path().join("not")).unwrap();
    sleep(Duration::from_millis(300));
    fs::create_dir(folder.path().join("not/yet")).unwrap();
    sleep(Duration::from_millis(300));
    fs::write(folder.path().join("not/yet/a.txt"), SOURCE).unwrap();
    comes_to_have(&mut editor, &draft, 1);
    editor.finish();
}

#[test]
fn a_corpus_that_is_one_file_is_watched() {
    let folder = workspace("[[corpus]]\npath = 'texts/a.txt'\n");
    let mut editor = Editor::start_with(params(&[&folder], unwatching()));
    let draft = uri(folder.path(), "draft.md");
    editor.open(&draft, DRAFT);
    comes_to_have(&mut editor, &draft, 1);
    sleep(Duration::from_millis(500));
    fs::write(folder.path().join("texts/new"), SOURCE.replace("old", "new")).unwrap();
    fs::rename(folder.path().join("texts/new"), folder.path().join("texts/a.txt")).unwrap();
    comes_to_have(&mut editor, &draft, 0);
    editor.finish();
}

#[test]
fn a_long_document_is_taken_apart_for_its_symbols_and_for_completion() {
    let mut editor = Editor::start();
    let draft = "file:///tmp/long.md";
    editor.open(draft, &format!("# Long\n\nFive Prin\n\n{}", "A line like every other line.\n\n".repeat(20_000)));
    let hovers: Vec<Value> =
        (0..8).map(|_| editor.post("textDocument/hover", crate::messages::at(draft, 2, 3))).collect();
    let symbols = editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": draft } }));
    assert_eq!(symbols[0]["name"], "Long");
    editor.request("textDocument/completion", crate::messages::at(draft, 2, 9));
    for hover in hovers {
        assert!(editor.answer(&hover).get("error").is_none());
    }
    editor.finish();
}

#[test]
fn what_was_discovered_is_shown_beside_an_annotation_with_its_origin() {
    let folder = workspace(CORPUS);
    let pillars = "The council adopted the Four Pillars of Rural Renewal, namely clean water, fair rents, village schools \
                   and open roads. Everybody knows the Four Pillars of Rural Renewal. The Four Pillars of Rural Renewal \
                   are taught in schools, and the evening bells are rung.";
    fs::write(folder.path().join("texts/b.txt"), pillars).unwrap();
    fs::write(folder.path().join("texts/concepts.toml"), "[[concept]]\nid = 'bells'\nname = 'evening bells'\n")
        .unwrap();
    let mut editor = Editor::start_with(params(&[&folder], capabilities()));
    let draft = uri(folder.path(), "draft.md");
    editor.open_as(&draft, "markdown", 1, "The Four Pillars of Rural Renewal and the evening bells.\n");
    let mut card = |column: u32| {
        let at = json!({ "textDocument": { "uri": draft }, "position": { "line": 0, "character": column } });
        editor.request("textDocument/hover", at)["contents"]["value"].as_str().unwrap_or("").to_string()
    };
    let start = Instant::now();
    while !card(10).contains("discovered in the texts") {
        assert!(start.elapsed() < PATIENCE, "{}", card(10));
        sleep(Duration::from_millis(20));
    }
    assert!(card(10).contains("Four Pillars"), "{}", card(10));
    assert!(card(45).contains("evening bells") && !card(45).contains("discovered"), "{}", card(45));
    editor.finish();
}

#[test]
fn altered_quotations_are_found_in_a_source_that_was_changed_elsewhere() {
    let folder = workspace(CORPUS);
    let source = |word: &str| {
        let text = format!(
            "A {word} letter. The order of a port is a matter of ropes, and trust is the slowest of all cargoes."
        );
        fs::write(folder.path().join("texts/a.txt"), text).unwrap();
    };
    source("first");
    fs::write(folder.path().join("texts/b.txt"), "Every port shares the cost of oil and wicks.").unwrap();
    let mut editor = Editor::start_with(params(&[&folder], unwatching()));
    let draft = uri(folder.path(), "draft.md");
    editor.open_as(&draft, "markdown", 1, "He wrote that “the order of a harbour is a matter of ropes”.\n");
    comes_to_have(&mut editor, &draft, 1);
    for word in ["second", "third", "fourth"] {
        source(word);
        sleep(Duration::from_millis(1500));
        let report = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": draft } }));
        let message = report["items"][0]["message"].as_str().unwrap_or("nothing").to_string();
        assert!(message.contains("“port” became “harbour”"), "{word}: {message}");
    }
    editor.finish();
}
