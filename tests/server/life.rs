//! The life of the server, from the first word to its exit code.

use crate::client::{Editor, PATIENCE};
use crate::messages::capabilities;
#[cfg(unix)]
use crate::wire::{framed, read};
use serde_json::{Value, json};
#[cfg(unix)]
use std::process::Command;
use std::time::{Duration, Instant};

fn initialize() -> Value {
    json!({ "processId": null, "rootUri": null, "capabilities": capabilities() })
}

#[test]
fn the_server_starts_however_editors_start_it() {
    for arguments in [&["serve"][..], &["serve", "--stdio"], &["--stdio"], &[]] {
        let mut editor = Editor::spawn(arguments);
        editor.initialize(initialize());
        editor.finish();
    }
}

#[test]
fn the_log_goes_to_a_file_or_to_standard_error_and_never_to_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("glossator.log");
    for arguments in
        [vec!["serve"], vec!["serve", "--log", path.to_str().unwrap()], vec!["serve", "--log", "/no/such/x"]]
    {
        let mut editor = Editor::spawn(&[&arguments[..], &["--log-level", "debug"]].concat());
        editor.initialize(initialize());
        editor.send_body("{");
        assert_eq!(editor.answer(&Value::Null)["error"]["code"], -32700);
        editor.finish();
    }
    assert!(std::fs::read_to_string(path).unwrap().contains("no JSON"));
}

#[test]
fn requests_before_initialize_are_refused_and_notifications_dropped() {
    let mut editor = Editor::spawn(&["serve"]);
    editor.open("file:///tmp/a.md", "text");
    for method in ["textDocument/hover", "shutdown", "no/such/method"] {
        assert_eq!(editor.refused(method, json!({})), -32002, "{method}");
    }
    editor.initialize(initialize());
    editor.finish();
}

#[test]
fn requests_after_shutdown_are_refused() {
    let mut editor = Editor::start();
    editor.request("shutdown", Value::Null);
    for method in ["textDocument/hover", "shutdown", "initialize", "no/such/method"] {
        assert_eq!(editor.refused(method, json!({})), -32600, "{method}");
    }
    editor.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(editor.exit_code(PATIENCE), Some(0));
}

#[test]
fn a_second_initialize_is_refused() {
    let mut editor = Editor::start();
    assert_eq!(editor.refused("initialize", initialize()), -32600);
    editor.finish();
}

#[test]
fn shutdown_is_taken_with_and_without_params() {
    for shutdown in [json!({}), json!({ "params": null }), json!({ "params": {} }), json!({ "params": [] })] {
        let mut editor = Editor::start();
        let mut message = json!({ "jsonrpc": "2.0", "id": "last", "method": "shutdown" });
        message.as_object_mut().unwrap().extend(shutdown.as_object().unwrap().clone());
        editor.send(&message);
        assert_eq!(editor.answer(&json!("last")), json!({ "jsonrpc": "2.0", "id": "last", "result": null }));
    }
}

/// Ends a server by `end`, and gives its exit code.
fn exit_code(mut editor: Editor, end: impl FnOnce(&mut Editor)) -> Option<i32> {
    end(&mut editor);
    editor.exit_code(PATIENCE)
}

fn exit(editor: &mut Editor) {
    editor.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
}

#[test]
fn exit_gives_0_after_shutdown_and_1_without() {
    let after_shutdown = |editor: &mut Editor| {
        editor.request("shutdown", Value::Null);
        exit(editor);
    };
    assert_eq!(exit_code(Editor::start(), after_shutdown), Some(0));
    assert_eq!(exit_code(Editor::start(), exit), Some(1));
    assert_eq!(exit_code(Editor::spawn(&["serve"]), exit), Some(1));
}

#[test]
fn the_end_of_the_input_gives_0_after_shutdown_and_1_without() {
    let after_shutdown = |editor: &mut Editor| {
        editor.request("shutdown", Value::Null);
        editor.close_input();
    };
    assert_eq!(exit_code(Editor::start(), after_shutdown), Some(0));
    assert_eq!(exit_code(Editor::start(), Editor::close_input), Some(1));
    assert_eq!(exit_code(Editor::spawn(&["serve"]), Editor::close_input), Some(1));
}

/// How long a server takes to end after `exit`, and with which code: the best of three, for a machine that is busy with
/// other tests.
fn end_after_exit(ready: impl Fn() -> Editor) -> (Duration, Option<i32>) {
    let ends = (0..3).map(|_| {
        let mut editor = ready();
        let start = Instant::now();
        exit(&mut editor);
        let code = editor.exit_code(PATIENCE);
        (start.elapsed(), code)
    });
    ends.min().unwrap()
}

#[test]
fn exit_ends_the_process_within_100_ms_while_the_input_stays_open() {
    let (time, code) = end_after_exit(|| {
        let mut editor = Editor::start();
        editor.request("shutdown", Value::Null);
        editor
    });
    assert_eq!(code, Some(0));
    assert!(time < Duration::from_millis(100), "{time:?}");
}

#[test]
fn requests_before_shutdown_and_exit_are_answered_although_nobody_waited() {
    let mut editor = Editor::start();
    let ids: Vec<Value> = (0..50).map(|_| editor.post("no/such/method", json!({}))).collect();
    let shutdown = editor.post("shutdown", Value::Null);
    exit(&mut editor);
    for id in ids {
        assert_eq!(editor.answer(&id)["error"]["code"], -32601);
    }
    assert_eq!(editor.answer(&shutdown)["result"], Value::Null);
    assert_eq!(editor.exit_code(PATIENCE), Some(0));
}

#[test]
fn requests_before_the_end_of_the_input_are_answered() {
    let mut editor = Editor::start();
    let ids: Vec<Value> = (0..50).map(|_| editor.post("no/such/method", json!({}))).collect();
    editor.close_input();
    for id in ids {
        assert_eq!(editor.answer(&id)["error"]["code"], -32601);
    }
    assert_eq!(editor.exit_code(PATIENCE), Some(1));
}

#[test]
fn the_server_ends_when_its_output_is_closed() {
    let mut editor = Editor::spawn_deaf(&["serve"]);
    editor.close_output();
    editor.post("initialize", initialize());
    assert_eq!(editor.exit_code(PATIENCE), Some(1));
}

#[test]
fn exit_ends_the_process_within_100_ms_although_nobody_reads_its_answers() {
    let (time, code) = end_after_exit(|| {
        let mut editor = Editor::spawn_deaf(&["serve"]);
        for _ in 0..5000 {
            editor.post("textDocument/hover", json!({}));
        }
        editor
    });
    assert_eq!(code, Some(1));
    assert!(time < Duration::from_millis(100), "{time:?}");
}

/// Editors whose own event loop made their pipes non-blocking before the server inherited them.
#[cfg(unix)]
#[test]
fn an_input_and_an_output_that_do_not_block_are_waited_for() {
    use std::io::{BufReader, Write};
    let (input, mut to_server) = std::io::pipe().unwrap();
    let (from_server, output) = std::io::pipe().unwrap();
    rustix::io::ioctl_fionbio(&input, true).unwrap();
    rustix::io::ioctl_fionbio(&output, true).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_glossator"));
    let cache = tempfile::tempdir().unwrap();
    command.arg("serve").env("XDG_CACHE_HOME", cache.path()).stdin(input).stdout(output);
    let mut server = command.spawn().unwrap();
    drop(command);
    std::thread::sleep(Duration::from_millis(50));
    const REQUESTS: usize = 5000;
    for id in 0..REQUESTS {
        to_server.write_all(&framed(&json!({ "jsonrpc": "2.0", "id": id, "method": "x" }))).unwrap();
    }
    drop(to_server);
    let mut from_server = BufReader::new(from_server);
    for id in 0..REQUESTS {
        assert_eq!(read(&mut from_server).unwrap()["id"], id);
    }
    assert_eq!(server.wait().unwrap().code(), Some(1));
}

#[cfg(unix)]
#[test]
fn the_server_ends_when_its_parent_dies_before_anybody_has_taken_notice_of_it() {
    let mut parent = Command::new("sleep").arg("1000").spawn().unwrap();
    let mut editor = Editor::spawn(&["serve"]);
    editor.initialize(json!({ "processId": parent.id(), "rootUri": null, "capabilities": {} }));
    assert_eq!(editor.exit_code(Duration::from_millis(200)), None);
    parent.kill().unwrap();
    let exit_code = editor.exit_code(Duration::from_secs(3));
    parent.wait().unwrap();
    assert_eq!(exit_code, Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn the_server_at_rest_uses_no_cpu() {
    let mut editor = Editor::start_with(json!({ "processId": std::process::id(), "capabilities": capabilities() }));
    editor.open("file:///tmp/a.md", "The Five Principles of Peaceful Coexistence.");
    editor.ask("textDocument/hover", crate::messages::at("file:///tmp/a.md", 0, 6));
    std::thread::sleep(Duration::from_secs(1));
    let used = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", editor.process())).unwrap();
        let fields: Vec<String> = stat.rsplit_once(')').unwrap().1.split_whitespace().map(str::to_owned).collect();
        (fields[11].clone(), fields[12].clone())
    };
    let before = used();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(used(), before);
}
