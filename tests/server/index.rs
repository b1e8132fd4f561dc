//! Corpora that are large enough to be kept: how long reading them takes is shown once, and the next server knows them.

use crate::client::{Editor, PATIENCE};
use crate::messages::capabilities;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// So many that finding their words takes longer than a moment.
const LINES: usize = if cfg!(debug_assertions) { 40_000 } else { 1_000_000 };

/// A workspace with a corpus that takes a while to be read, and what an editor says of it that shows progress.
fn workspace() -> (TempDir, Value) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    let line = |n: usize| format!("The line {n} tells of the harbour, and of the {} ships that lie in it.\n\n", n * 7);
    fs::write(folder.path().join("texts/long.txt"), (0..LINES).map(line).collect::<String>()).unwrap();
    fs::write(folder.path().join("texts/short.txt"), "The mole holds out against the storms of autumn.").unwrap();
    fs::write(folder.path().join("glossator.toml"), "[[corpus]]\npath = 'texts'\n").unwrap();
    let mut client = capabilities();
    client["window"] = json!({ "workDoneProgress": true });
    let folders = json!([{ "uri": uri(folder.path(), ""), "name": "" }]);
    (folder, json!({ "workspaceFolders": folders, "capabilities": client }))
}

fn uri(folder: &Path, file: &str) -> String {
    format!("file://{}", folder.join(file).display())
}

fn findings(editor: &mut Editor, uri: &str) -> usize {
    let report = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    report["items"].as_array().unwrap().len()
}

/// Ends the server well, and starts another one for the same user.
fn restarted(mut editor: Editor, params: Value) -> Editor {
    let cache = std::mem::replace(&mut editor.cache, tempfile::tempdir().unwrap());
    editor.finish();
    let mut editor = Editor::spawn_in(cache, &["serve"]);
    editor.listen();
    editor.read_log();
    editor.initialize(params);
    editor
}

const DRAFT: &str = "“The line 77 tells of the harbour, and of the 540 ships that lie in it.”\n\n\
                     “The mole holds out against the storms of spring.”\n";

#[test]
fn a_corpus_that_takes_its_time_is_read_once_and_that_is_shown() {
    let (folder, params) = workspace();
    let mut editor = Editor::start_with(params.clone());
    let draft = uri(folder.path(), "essay.md");
    editor.open(&draft, DRAFT);
    let token = editor.server_request("window/workDoneProgress/create")["token"].take();
    let kind = |progress: &Value| progress["value"]["kind"].as_str().unwrap().to_string();
    let begin = editor.notification("$/progress");
    assert_eq!((begin["token"].clone(), kind(&begin)), (token.clone(), "begin".to_string()));
    assert_eq!(begin["value"]["title"], "Reading the corpus");
    let mut last = editor.notification("$/progress");
    while kind(&last) == "report" {
        assert!(last["value"]["percentage"].as_u64().is_some_and(|share| share <= 100));
        last = editor.notification("$/progress");
    }
    assert_eq!((last["token"].clone(), kind(&last)), (token, "end".to_string()));
    assert_eq!(findings(&mut editor, &draft), 2);

    // While no server runs, a text is changed: the next one knows the corpus, and notices.
    fs::write(folder.path().join("texts/short.txt"), "The mole holds out against the storms of spring.").unwrap();
    let mut editor = restarted(editor, params);
    editor.open(&draft, DRAFT);
    let start = Instant::now();
    while findings(&mut editor, &draft) != 1 {
        assert!(start.elapsed() < PATIENCE, "the log: {}", editor.log());
        sleep(Duration::from_millis(20));
    }
    // What takes long on a busy machine may be shown.
    let is_quick = start.elapsed() < Duration::from_millis(400);
    assert!(editor.server_requests("window/workDoneProgress/create") == 0 || !is_quick);
    editor.finish();
}

/// The files with the words of the corpora that are kept.
#[cfg(unix)]
fn segments(cache: &Path) -> Vec<std::path::PathBuf> {
    let stores = fs::read_dir(cache.join("glossator/index")).unwrap().map(|store| store.unwrap().path());
    let files = stores.flat_map(|store| fs::read_dir(store).unwrap()).map(|file| file.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "words")).collect()
}

#[cfg(unix)]
#[test]
fn a_cache_that_somebody_cuts_short_ends_no_server_and_is_made_good() {
    let (folder, params) = workspace();
    let mut editor = Editor::start_with(params);
    editor.open(&uri(folder.path(), "essay.md"), DRAFT);
    assert_eq!(findings(&mut editor, &uri(folder.path(), "essay.md")), 2);
    for round in 0..3 {
        let files = segments(editor.cache.path());
        assert!(!files.is_empty());
        for file in files {
            fs::File::options().write(true).open(file).unwrap().set_len(9000 * round).unwrap();
        }
        let draft = uri(folder.path(), &format!("{round}.md"));
        editor.open(&draft, &DRAFT.replace("The line 77", &format!("The line {round}")));
        let start = Instant::now();
        while findings(&mut editor, &draft) != 2 {
            assert!(start.elapsed() < PATIENCE, "the log: {}", editor.log());
            sleep(Duration::from_millis(20));
        }
    }
    editor.finish();
}
