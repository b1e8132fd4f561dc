//! What a server needs that serves a corpus.

use super::client::{Client, Diagnostics};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Megabytes of 10^6 bytes: anonymous, and mapped from files.
pub struct Memory {
    pub anonymous: f64,
    pub mapped: f64,
    /// Milliseconds from the start of the process to the answer to `initialize`, with the index in the cache.
    pub warm: f64,
    /// Milliseconds from there to the first answer about a quotation.
    pub answer: f64,
}

/// Starts a server that finds the index in its cache, and asks it about `quotation` until it is found.
pub fn of_server(corpus: &Path, quotation: &str) -> Option<Memory> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tracing").join("serving");
    fs::create_dir_all(&folder).ok()?;
    let program = env!("CARGO_BIN_EXE_glossator");
    let mut index = Command::new(program);
    index.arg("index").arg(corpus).env("XDG_CACHE_HOME", folder.join("cache")).output().ok()?;
    let command = [program, "serve", "--corpus", corpus.to_str()?].map(str::to_string);
    serve(&command, &folder, quotation)
}

fn serve(command: &[String], folder: &Path, quotation: &str) -> Option<Memory> {
    let (mut client, warm) = Client::start(command, folder, Diagnostics::Pulled);
    let uri = format!("file://{}/draft.md", folder.display());
    let ready = client.notification("initialized", json!({}));
    client.send(&ready);
    let opening = client.opening(&uri, &format!("# A draft\n\nIt says: “{quotation}”\n"));
    client.send(&opening);
    let began = Instant::now();
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 2, "character": 14 } });
    while client.ask("textDocument/definition", params.clone()).2.as_array().is_none_or(Vec::is_empty) {
        if began.elapsed() > Duration::from_secs(180) {
            return None;
        }
        client.settle(Duration::from_millis(20));
    }
    let answer = began.elapsed().as_secs_f64() * 1e3;
    client.settle(Duration::from_secs(1));
    let map = fs::read_to_string(format!("/proc/{}/smaps_rollup", client.id())).ok()?;
    let field = |name: &str| -> Option<f64> {
        let line = map.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    let anonymous = field("Anonymous:")? * 1024e-6;
    let mapped = field("Rss:")? * 1024e-6 - anonymous;
    Some(Memory { anonymous, mapped, warm: warm.as_secs_f64() * 1e3, answer })
}
