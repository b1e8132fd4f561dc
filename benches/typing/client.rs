//! A small synchronous editor: it writes a message, reads until the answer is there, and knows when each one came. The
//! time is taken before anything is parsed, and no other thread stands between it and the server.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server and the conversation with it.
pub struct Client {
    server: Child,
    input: ChildStdin,
    output: ChildStdout,
    buffer: Vec<u8>,
    next_id: i64,
    version: i64,
    /// What the server says that it can do.
    pub capabilities: Value,
    /// When diagnostics were published last, and for what.
    pub published: Option<(Instant, Value)>,
}

/// How the editor gets diagnostics.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Diagnostics {
    /// It asks for them.
    Pulled,
    /// It waits for them.
    Pushed,
}

impl Client {
    /// Starts a server in `folder` and initializes it; gives it with the time from the start to its answer.
    pub fn start(command: &[String], folder: &Path, diagnostics: Diagnostics) -> (Client, Duration) {
        let begin = Instant::now();
        let mut server = Command::new(&command[0])
            .args(&command[1..])
            .current_dir(folder)
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", command[0]));
        let (input, output) = (server.stdin.take().expect("a pipe"), server.stdout.take().expect("a pipe"));
        let mut client = Client {
            server,
            input,
            output,
            buffer: Vec::new(),
            next_id: 0,
            version: 1,
            capabilities: Value::Null,
            published: None,
        };
        let root = format!("file://{}", folder.display());
        let (_, at, result) = client.ask("initialize", initialize(&root, diagnostics));
        client.capabilities = result["capabilities"].clone();
        (client, at - begin)
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.server.id()
    }

    /// Sends a request and waits for its answer; gives when it was sent, when it was answered, and with what.
    pub fn ask(&mut self, method: &str, params: Value) -> (Instant, Instant, Value) {
        let (id, frame) = self.request(method, params);
        let begin = Instant::now();
        self.send(&frame);
        let (at, result) = self.answer(id);
        (begin, at, result)
    }

    /// A request in its frame, and its id.
    pub fn request(&mut self, method: &str, params: Value) -> (i64, Vec<u8>) {
        self.next_id += 1;
        (self.next_id, frame(&json!({ "jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params })))
    }

    /// A notification in its frame.
    pub fn notification(&self, method: &str, params: Value) -> Vec<u8> {
        frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    /// The notification that a document is open.
    pub fn opening(&mut self, uri: &str, text: &str) -> Vec<u8> {
        self.version = 1;
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notification("textDocument/didOpen", json!({ "textDocument": document }))
    }

    /// The notification that what stands between two columns of a line is now `text`.
    pub fn edit(&mut self, uri: &str, line: u32, columns: (u32, u32), text: &str) -> Vec<u8> {
        self.version += 1;
        let place = |character| json!({ "line": line, "character": character });
        let range = json!({ "start": place(columns.0), "end": place(columns.1) });
        let params = json!({
            "textDocument": { "uri": uri, "version": self.version },
            "contentChanges": [{ "range": range, "text": text }],
        });
        self.notification("textDocument/didChange", params)
    }

    /// Writes bytes.
    pub fn send(&mut self, bytes: &[u8]) {
        self.input.write_all(bytes).and_then(|()| self.input.flush()).expect("the server reads");
    }

    /// Waits for the answer to a request.
    pub fn answer(&mut self, id: i64) -> (Instant, Value) {
        loop {
            let (at, mut message) = self.receive(PATIENCE).unwrap_or_else(|| panic!("no answer to request {id}"));
            if message["id"] == id && message.get("method").is_none() {
                assert!(message.get("error").is_none(), "request {id} was answered {message}");
                return (at, message["result"].take());
            }
        }
    }

    /// The next message within a time, and when it came. Requests of the server are answered.
    pub fn receive(&mut self, within: Duration) -> Option<(Instant, Value)> {
        let (at, body) = self.frame(Instant::now() + within)?;
        let message: Value = serde_json::from_slice(&body).expect("JSON");
        match (message["method"].as_str(), message.get("id")) {
            (Some(method), Some(id)) => {
                let items = message["params"]["items"].as_array().map_or(0, Vec::len);
                let settings = (method == "workspace/configuration").then(|| json!(vec![Value::Null; items]));
                let answer = json!({ "jsonrpc": "2.0", "id": id, "result": settings });
                self.send(&frame(&answer));
            }
            (Some("textDocument/publishDiagnostics"), None) => {
                self.published = Some((at, message["params"].clone()));
            }
            _ => {}
        }
        Some((at, message))
    }

    /// Reads until the server has said nothing for so long.
    pub fn settle(&mut self, quiet: Duration) {
        while self.receive(quiet).is_some() {}
    }

    fn frame(&mut self, deadline: Instant) -> Option<(Instant, Vec<u8>)> {
        loop {
            if let Some((start, end)) = body(&self.buffer)
                && self.buffer.len() >= end
            {
                let at = Instant::now();
                let body = self.buffer[start..end].to_vec();
                self.buffer.drain(..end);
                return Some((at, body));
            }
            let left = Timespec::try_from(deadline.saturating_duration_since(Instant::now())).ok()?;
            let mut waiting = [PollFd::new(&self.output, PollFlags::IN)];
            if poll(&mut waiting, Some(&left)).ok()? == 0 {
                return None;
            }
            let length = self.buffer.len();
            self.buffer.resize(length + (1 << 16), 0);
            let read = self.output.read(&mut self.buffer[length..]).expect("the server's output");
            self.buffer.truncate(length + read);
            assert!(read > 0, "the server has ended");
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        _ = self.server.kill();
        _ = self.server.wait();
    }
}

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Where the body of the first frame begins and ends.
fn body(buffer: &[u8]) -> Option<(usize, usize)> {
    let start = buffer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let header = std::str::from_utf8(&buffer[..start]).expect("a header").to_ascii_lowercase();
    let length = header.lines().find_map(|line| line.strip_prefix("content-length:")).expect("a length");
    Some((start, start + length.trim().parse::<usize>().expect("a length")))
}

fn initialize(root: &str, diagnostics: Diagnostics) -> Value {
    let mut document = json!({
        "synchronization": { "didSave": true },
        "hover": { "contentFormat": ["markdown", "plaintext"] },
        "definition": { "linkSupport": true },
        "completion": { "completionItem": { "resolveSupport": { "properties": ["documentation"] } } },
        "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } },
        "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        "publishDiagnostics": { "versionSupport": true, "relatedInformation": true },
    });
    if diagnostics == Diagnostics::Pulled {
        document["diagnostic"] = json!({ "relatedDocumentSupport": false });
    }
    json!({
        "processId": std::process::id(),
        "rootUri": root,
        "workspaceFolders": [{ "uri": root, "name": "typing" }],
        "capabilities": {
            "general": { "positionEncodings": ["utf-16"] },
            "textDocument": document,
            "workspace": { "configuration": true, "didChangeWatchedFiles": { "dynamicRegistration": true } },
        },
    })
}
