//! Which texts answer for a document: folders, settings, the command line; and how a change of any of them is noticed.

use crate::client::{Editor, PATIENCE};
use crate::messages::{at, capabilities};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SUN: &str = "The sun rises in the east every single morning, and nobody ever thanks it.";
const RIVER: &str = "Many rivers run down from the mountains to the sea, and yet the sea is not full.";

/// A folder with files, by their paths.
struct Folder {
    path: PathBuf,
    _kept: TempDir,
}

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let kept = tempfile::tempdir().unwrap();
        let folder = Folder { path: kept.path().canonicalize().unwrap(), _kept: kept };
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn uri(&self, name: &str) -> String {
        format!("file://{}", self.path(name).display()).trim_end_matches('/').to_string()
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }
}

fn params(folders: &[&Folder], client: Value) -> Value {
    let folders: Vec<Value> = folders.iter().map(|folder| json!({ "uri": folder.uri(""), "name": "w" })).collect();
    json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": client })
}

/// An editor that has these folders open.
fn editor_in(folders: &[&Folder]) -> Editor {
    Editor::start_with(params(folders, capabilities()))
}

/// An editor that watches no files.
fn unwatching_editor_in(folder: &Folder) -> Editor {
    let mut client = capabilities();
    client["workspace"].as_object_mut().unwrap().remove("didChangeWatchedFiles");
    Editor::start_with(params(&[folder], client))
}

/// What a hover on a document's third word says, after a quotation was put into it.
fn said_of(editor: &mut Editor, uri: &str, quotation: &str) -> String {
    editor.open(uri, &format!("“{quotation}”"));
    hover(editor, uri, 12)
}

fn hover(editor: &mut Editor, uri: &str, column: u32) -> String {
    let answer = editor.request("textDocument/hover", at(uri, 0, column));
    answer["contents"]["value"].as_str().unwrap_or_default().to_string()
}

/// Whether the corpus that applies to a document has a quotation word by word.
#[track_caller]
fn assert_known(editor: &mut Editor, uri: &str, quotation: &str, expected: bool) {
    let said = said_of(editor, uri, quotation);
    assert_eq!(said.contains("**Verbatim**"), expected, "{said}\nthe log: {}", editor.log());
}

/// Waits until a hover says this.
#[track_caller]
fn wait_until_said(editor: &mut Editor, uri: &str, column: u32, wanted: &str) {
    let start = Instant::now();
    loop {
        let said = hover(editor, uri, column);
        if said.contains(wanted) {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "{wanted} is not said, but:\n{said}\nthe log: {}", editor.log());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Tells the server that a file was changed.
fn tell(editor: &mut Editor, folder: &Folder, name: &str, kind: u8) {
    let change = json!({ "uri": folder.uri(name), "type": kind });
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
}

#[test]
fn several_folders_and_the_seeds_make_one_corpus() {
    let home = Folder::with(&[
        ("a/sun.txt", SUN),
        ("b/deep/river.md", RIVER),
        ("glossator.toml", "seeds = true\n[[corpus]]\npath = 'a'\n[[corpus]]\npath = './b/'\n"),
    ]);
    let mut editor = editor_in(&[&home]);
    let draft = home.uri("draft.md");
    for quotation in [SUN, RIVER, "China must be independent, China must be liberated"] {
        assert_known(&mut editor, &draft, quotation, true);
    }
    editor.finish();
}

#[test]
fn a_corpus_of_its_own_replaces_the_seeds() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&home]);
    assert_known(&mut editor, &home.uri("draft.md"), SUN, true);
    assert_known(&mut editor, &home.uri("draft.md"), "China must be independent, China must be liberated", false);
    editor.finish();
}

#[test]
fn the_editor_counts_more_than_the_file_and_the_command_line_more_than_both() {
    let home = Folder::with(&[
        ("file/sun.txt", SUN),
        ("editor/river.txt", RIVER),
        ("line/one.txt", "A third text stands here, for the command line alone to know."),
        ("glossator.toml", "[[corpus]]\npath = 'file'\n"),
    ]);
    let draft = home.uri("draft.md");
    let mut editor = Editor::spawn(&["serve"]);
    editor.configure(json!({ "corpus": ["editor"] }));
    editor.initialize(params(&[&home], capabilities()));
    assert_known(&mut editor, &draft, RIVER, true);
    assert_known(&mut editor, &draft, SUN, false);
    editor.finish();
    let mut editor = Editor::spawn(&["serve", "--corpus", home.path("line").to_str().unwrap()]);
    editor.configure(json!({ "corpus": ["editor"] }));
    editor.initialize(params(&[&home], capabilities()));
    assert_known(&mut editor, &draft, "A third text stands here, for the command line alone to know.", true);
    assert_known(&mut editor, &draft, RIVER, false);
    editor.finish();
}

#[test]
fn two_folders_have_a_corpus_each() {
    let one = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let two = Folder::with(&[("a/river.txt", RIVER), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&one, &two]);
    assert_known(&mut editor, &one.uri("draft.md"), SUN, true);
    assert_known(&mut editor, &one.uri("draft.md"), RIVER, false);
    assert_known(&mut editor, &two.uri("draft.md"), RIVER, true);
    assert_known(&mut editor, &two.uri("draft.md"), SUN, false);
    editor.finish();
}

#[test]
fn folders_may_come_and_go() {
    let one = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let two = Folder::with(&[("a/river.txt", RIVER), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&one]);
    let draft = two.uri("draft.md");
    assert_known(&mut editor, &draft, RIVER, false);
    let event = json!({ "added": [{ "uri": two.uri(""), "name": "two" }], "removed": [] });
    editor.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    wait_until_said(&mut editor, &draft, 12, "**Verbatim**");
    editor.finish();
}

#[test]
fn a_change_that_the_client_tells_is_noticed() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&home]);
    let draft = home.uri("draft.md");
    editor.open(&draft, &format!("“{RIVER}” The old ferry."));
    let watched = editor.server_request("client/registerCapability").to_string();
    assert!(watched.contains("workspace/didChangeWatchedFiles"), "{watched}");
    home.write("a/river.txt", RIVER);
    tell(&mut editor, &home, "a/river.txt", 1);
    wait_until_said(&mut editor, &draft, 12, "**Verbatim**");
    home.write("a/corpus.toml", "[[source]]\nfile = 'river.txt'\ntitle = 'Ecclesiastes'\n");
    tell(&mut editor, &home, "a/corpus.toml", 1);
    wait_until_said(&mut editor, &draft, 12, "Ecclesiastes, line 1");
    home.write("a/concepts.toml", "[[concept]]\nid = 'ferry'\nname = 'old ferry'\nkind = 'concept'\n");
    tell(&mut editor, &home, "a/concepts.toml", 1);
    let ferry = RIVER.len() as u32 + 8;
    wait_until_said(&mut editor, &draft, ferry, "**old ferry** · concept");
    fs::remove_file(home.path("a/river.txt")).unwrap();
    tell(&mut editor, &home, "a/river.txt", 3);
    wait_until_said(&mut editor, &draft, 12, "**Not found in the corpus**");
    home.write("b/river.txt", RIVER);
    home.write("glossator.toml", "[[corpus]]\npath = 'b'\n");
    tell(&mut editor, &home, "glossator.toml", 2);
    wait_until_said(&mut editor, &draft, 12, "**Verbatim**");
    editor.finish();
}

#[test]
fn a_change_that_nobody_tells_is_noticed_too() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = unwatching_editor_in(&home);
    let draft = home.uri("draft.md");
    editor.open(&draft, &format!("“{RIVER}” The old ferry."));
    wait_until_said(&mut editor, &draft, 12, "**Not found in the corpus**");
    // Watching begins a moment after the first answers.
    let start = Instant::now();
    while !hover(&mut editor, &draft, 12).contains("**Verbatim**") {
        assert!(start.elapsed() < PATIENCE, "the log: {}", editor.log());
        home.write("a/river.txt", RIVER);
        std::thread::sleep(Duration::from_millis(200));
    }
    home.write("a/corpus.toml", "[[source]]\nfile = 'river.txt'\ntitle = 'Ecclesiastes'\n");
    wait_until_said(&mut editor, &draft, 12, "Ecclesiastes, line 1");
    home.write("a/concepts.toml", "[[concept]]\nid = 'ferry'\nname = 'old ferry'\nkind = 'concept'\n");
    wait_until_said(&mut editor, &draft, RIVER.len() as u32 + 8, "**old ferry** · concept");
    home.write("b/sun.txt", SUN);
    home.write("glossator.toml", "[[corpus]]\npath = 'b'\n");
    wait_until_said(&mut editor, &draft, 12, "**Not found in the corpus**");
    editor.finish();
}

#[test]
fn settings_that_the_editor_changes_are_taken_up() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("b/river.txt", RIVER)]);
    let mut editor = editor_in(&[&home]);
    let draft = home.uri("draft.md");
    assert_known(&mut editor, &draft, RIVER, false);
    editor.configure(json!({ "corpus": ["b"] }));
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    wait_until_said(&mut editor, &draft, 12, "**Verbatim**");
    editor.finish();
}

#[test]
fn a_source_with_unsaved_edits_answers_from_its_buffer() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&home]);
    let (draft, source) = (home.uri("draft.md"), home.uri("a/sun.txt"));
    assert_known(&mut editor, &draft, RIVER, false);
    editor.open(&source, SUN);
    editor.replace(&source, 2, &format!("New.\n{RIVER}\n"));
    wait_until_said(&mut editor, &draft, 12, "sun.txt, line 2");
    editor.close(&source);
    wait_until_said(&mut editor, &draft, 12, "**Not found in the corpus**");
    editor.finish();
}

#[test]
fn an_anchor_that_is_not_found_is_shown_where_it_stands() {
    let concepts = "[[concept]]\nid = \"sun\"\nname = \"sun\"\nkind = \"concept\"\n\n  [[concept.definition]]\n  \
                    source = \"sun\"\n  exact = \"The moon rises\"\n";
    let home = Folder::with(&[
        ("a/sun.txt", SUN),
        ("a/concepts.toml", concepts),
        ("glossator.toml", "[[corpus]]\npath='a'\n"),
    ]);
    let mut editor = editor_in(&[&home]);
    let published = editor.notification("textDocument/publishDiagnostics");
    assert_eq!(published["uri"], home.uri("a/concepts.toml"));
    let found = &published["diagnostics"][0];
    assert_eq!((&found["code"], &found["severity"]), (&json!("annotation"), &json!(2)), "{found}");
    assert_eq!(found["range"]["start"]["line"], 7, "{found}");
    home.write("a/concepts.toml", concepts.replace("moon", "sun"));
    tell(&mut editor, &home, "a/concepts.toml", 2);
    let mut published = editor.notification("textDocument/publishDiagnostics");
    while published["diagnostics"] != json!([]) {
        published = editor.notification("textDocument/publishDiagnostics");
    }
    assert_eq!(published["uri"], home.uri("a/concepts.toml"));
    editor.finish();
}

#[test]
fn a_wrong_setting_is_shown_where_it_stands() {
    let home = Folder::with(&[("glossator.toml", "seeds = true\nsede = false\n")]);
    let mut editor = editor_in(&[&home]);
    let published = editor.notification("textDocument/publishDiagnostics");
    assert_eq!(published["uri"], home.uri("glossator.toml"));
    assert_eq!(published["diagnostics"][0]["range"]["start"]["line"], 1, "{published}");
    editor.finish();
}

#[test]
fn files_that_are_no_text_are_told_and_left_out() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    home.write("a/image.txt", [0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0xff, 0xfe, 0, 0, 1]);
    let mut editor = editor_in(&[&home]);
    let message = editor.notification("window/logMessage");
    assert!(message["message"].as_str().unwrap().contains("image.txt"), "{message}");
    assert_known(&mut editor, &home.uri("draft.md"), SUN, true);
    editor.finish();
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let home = Folder::with(&[("glossator.toml", "[[corpus]]\npath = 'no-such-folder'\n")]);
    let mut editor = editor_in(&[&home]);
    let message = editor.notification("window/showMessage");
    assert!(message["message"].as_str().unwrap().contains("no-such-folder"), "{message}");
    assert_known(&mut editor, &home.uri("draft.md"), SUN, false);
    editor.finish();
}

#[test]
fn without_a_cache_the_server_works_and_says_so_once() {
    let mut editor = Editor::spawn(&["serve"]);
    let cache: &Path = editor.cache.path();
    fs::remove_dir(cache).unwrap();
    fs::write(cache, "").unwrap();
    editor.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() }));
    let message = editor.notification("window/showMessage");
    assert!(message["message"].as_str().unwrap().contains("could not be written"), "{message}");
    assert_known(&mut editor, "untitled:Draft-1", "China must be independent, China must be liberated", true);
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    editor.server_request("workspace/configuration");
    editor.server_request("workspace/configuration");
    hover(&mut editor, "untitled:Draft-1", 12);
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(editor.notifications("window/showMessage"), Vec::<Value>::new());
    fs::remove_file(editor.cache.path()).unwrap();
    editor.finish();
}

#[test]
fn diagnostics_are_pushed_to_a_client_that_does_not_pull_and_follow_its_edits() {
    let home = Folder::with(&[("a/sun.txt", SUN), ("glossator.toml", "[[corpus]]\npath = 'a'\n")]);
    let mut editor = editor_in(&[&home]);
    let draft = home.uri("draft.md");
    editor.open(&draft, &format!("“{}”", SUN.replace("sun", "moon")));
    let wait_for = |editor: &mut Editor, version: i64| loop {
        let published = editor.notification("textDocument/publishDiagnostics");
        if published["version"] == version {
            return published["diagnostics"].as_array().unwrap().len();
        }
    };
    assert_eq!(wait_for(&mut editor, 1), 1);
    editor.replace(&draft, 2, &format!("“{SUN}”"));
    assert_eq!(wait_for(&mut editor, 2), 0);
    editor.finish();
}

#[test]
fn a_baseline_knows_drafts_outside_its_folder() {
    let wrong = SUN.replace("sun", "moon");
    let known = json!({ "file": "../draft.md", "check": "misquotation", "text": wrong });
    let home = Folder::with(&[
        ("a/sun.txt", SUN),
        ("glossator.toml", "baseline = 'meta/known.json'\n[[corpus]]\npath = 'a'\n"),
        ("meta/known.json", &json!({ "version": 1, "findings": [known] }).to_string()),
    ]);
    let mut editor = editor_in(&[&home]);
    for (name, expected) in [("draft.md", 0), ("other.md", 1)] {
        let draft = home.uri(name);
        editor.open(&draft, &format!("“{wrong}”"));
        let published = loop {
            let published = editor.notification("textDocument/publishDiagnostics");
            if published["uri"] == draft {
                break published;
            }
        };
        assert_eq!(published["diagnostics"].as_array().unwrap().len(), expected, "{published}");
    }
    editor.finish();
}
