//! A small editor for tests: it starts the real binary, speaks the protocol with it over pipes, answers the server's own
//! requests, and keeps everything that came back.
//!
//! ```ignore
//! let mut editor = Editor::start();
//! editor.open("file:///tmp/a.md", "The Five Principles are …");
//! let hover = editor.request("textDocument/hover", at("file:///tmp/a.md", 0, 5));
//! ```

use crate::messages::{at, capabilities};
use crate::wire::{answer, framed, read, write};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything may take before a test fails; long, for busy machines.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// An editor with a server of its own, which is killed when the editor is dropped.
pub struct Editor {
    server: Child,
    input: Arc<Mutex<Option<ChildStdin>>>,
    output: Receiver<Value>,
    log: Arc<Mutex<String>>,
    answers: VecDeque<Value>,
    notifications: VecDeque<Value>,
    requests: VecDeque<Value>,
    settings: Arc<Mutex<Value>>,
    unanswered: Arc<Mutex<String>>,
    next_id: i64,
    /// What the server answered to `initialize`; null before.
    pub initialized: Value,
    /// The folder that stands for the user's cache.
    pub cache: TempDir,
}

impl Editor {
    /// An editor with a server that is ready.
    pub fn start() -> Self {
        Self::start_with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() }))
    }

    /// An editor with a server that was initialized with these params.
    pub fn start_with(params: Value) -> Self {
        let mut editor = Self::spawn(&["serve"]);
        editor.initialize(params);
        editor
    }

    /// An editor with a server that was started with these arguments, and no word spoken yet.
    pub fn spawn(arguments: &[&str]) -> Self {
        let mut editor = Self::spawn_deaf(arguments);
        editor.listen();
        editor.read_log();
        editor
    }

    /// The same, but nobody reads the server's standard error.
    pub fn spawn_unlogged(arguments: &[&str]) -> Self {
        let mut editor = Self::spawn_deaf(arguments);
        editor.listen();
        editor
    }

    /// The same, but nobody reads what the server writes, its answers neither.
    pub fn spawn_deaf(arguments: &[&str]) -> Self {
        Self::spawn_in(tempfile::tempdir().unwrap(), arguments)
    }
    /// For the user with this cache.
    pub fn spawn_in(cache: TempDir, arguments: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_glossator"))
            .args(arguments)
            .env("XDG_CACHE_HOME", cache.path())
            .env_remove("GLOSSATOR_CACHE_DIR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Editor {
            input: Arc::new(Mutex::new(server.stdin.take())),
            server,
            output: channel().1,
            log: Arc::default(),
            answers: VecDeque::new(),
            notifications: VecDeque::new(),
            requests: VecDeque::new(),
            settings: Arc::default(),
            unanswered: Arc::default(),
            next_id: 1,
            initialized: Value::Null,
            cache,
        }
    }

    /// Reads the server's messages from now on, and answers its requests.
    pub fn listen(&mut self) {
        let mut stdout = BufReader::new(self.server.stdout.take().unwrap());
        let (input, settings, unanswered) = (self.input.clone(), self.settings.clone(), self.unanswered.clone());
        let (sender, output) = channel();
        self.output = output;
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if let (Some(method), Some(id)) = (message["method"].as_str(), message.get("id"))
                    && *unanswered.lock().unwrap() != method
                {
                    let result = answer(method, &message, &settings);
                    write(&input, &framed(&json!({ "jsonrpc": "2.0", "id": id, "result": result })));
                }
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
    }

    /// Reads the server's log from now on.
    pub fn read_log(&mut self) {
        let mut stderr = BufReader::new(self.server.stderr.take().unwrap());
        let log = self.log.clone();
        std::thread::spawn(move || {
            let mut line = Vec::new();
            while stderr.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                log.lock().unwrap().push_str(&String::from_utf8_lossy(&line));
                line.clear();
            }
        });
    }

    /// Closes the server's output, as an editor does that crashes.
    pub fn close_output(&mut self) {
        self.server.stdout.take();
    }

    /// Initializes the server, and keeps what it can do in [`Editor::initialized`].
    pub fn initialize(&mut self, params: Value) {
        self.initialized = self.request("initialize", params);
        self.notify("initialized", json!({}));
    }

    /// What the editor answers each item of `workspace/configuration` with from now on; null at first.
    pub fn configure(&mut self, settings: Value) {
        *self.settings.lock().unwrap() = settings;
    }

    /// Requests of this method are not answered from now on.
    pub fn leave_unanswered(&mut self, method: &str) {
        *self.unanswered.lock().unwrap() = method.into();
    }

    /// Opens a document, in the language of its extension.
    pub fn open(&mut self, uri: &str, text: &str) {
        let language = if uri.ends_with(".md") { "markdown" } else { "plaintext" };
        self.open_as(uri, language, 1, text);
    }

    /// Opens a document in a language and a version.
    pub fn open_as(&mut self, uri: &str, language: &str, version: i64, text: &str) {
        let item = json!({ "uri": uri, "languageId": language, "version": version, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }));
    }

    /// Opens a document whose text marks a place with `‸`, which is left out; gives the params of a request about that
    /// place, in UTF-16 units.
    pub fn open_at(&mut self, uri: &str, marked: &str) -> Value {
        let (before, after) = marked.split_once('‸').expect("a place");
        self.open(uri, &format!("{before}{after}"));
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
        at(uri, line as u32, column as u32)
    }

    /// Replaces a range of a document by a text.
    pub fn edit(&mut self, uri: &str, version: i64, range: Value, text: &str) {
        self.change(uri, version, json!([{ "range": range, "text": text }]));
    }

    /// Replaces the whole text of a document.
    pub fn replace(&mut self, uri: &str, version: i64, text: &str) {
        self.change(uri, version, json!([{ "text": text }]));
    }

    /// Applies changes, as the protocol writes them.
    pub fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Closes a document.
    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Sends a request, and gives its result; an error fails the test.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let mut answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method} was answered {answer}");
        answer["result"].take()
    }

    /// Sends a request, and gives the code of the error that it is answered with; a result fails the test.
    #[track_caller]
    pub fn refused(&mut self, method: &str, params: Value) -> i64 {
        let answer = self.ask(method, params);
        answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("{method} was answered {answer}"))
    }

    /// Sends a request, and gives the whole answer.
    #[track_caller]
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.post(method, params);
        self.answer(&id)
    }

    /// Sends a request without waiting for its answer; gives its id.
    pub fn post(&mut self, method: &str, params: Value) -> Value {
        let id = json!(self.next_id);
        self.next_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends any JSON in a frame.
    pub fn send(&mut self, message: &Value) {
        self.send_raw(&framed(message));
    }

    /// Sends any body in a frame.
    pub fn send_body(&mut self, body: impl AsRef<[u8]>) {
        let body = body.as_ref();
        let header = format!("Content-Length: {}\r\n\r\n", body.len());
        self.send_raw(&[header.as_bytes(), body].concat());
    }

    /// Sends any bytes.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        write(&self.input, bytes);
    }

    /// Closes the server's input.
    pub fn close_input(&mut self) {
        self.input.lock().unwrap().take();
    }

    /// Waits for the next answer to the request with this id; null for answers that name none.
    #[track_caller]
    pub fn answer(&mut self, id: &Value) -> Value {
        let found = self.find(|editor| &mut editor.answers, |answer| answer["id"] == *id);
        found.unwrap_or_else(|| panic!("no answer to the request {id}; the log: {}", self.log()))
    }

    /// Waits for the next notification of this method that was not taken yet, and gives its params.
    #[track_caller]
    pub fn notification(&mut self, method: &str) -> Value {
        let found = self.find(|editor| &mut editor.notifications, |message| message["method"] == method);
        found.unwrap_or_else(|| panic!("no notification {method}; the log: {}", self.log()))["params"].take()
    }

    /// Waits for the next request of the server of this method that was not taken yet, and gives its params. It was
    /// answered already.
    #[track_caller]
    pub fn server_request(&mut self, method: &str) -> Value {
        let found = self.find(|editor| &mut editor.requests, |message| message["method"] == method);
        found.unwrap_or_else(|| panic!("no request {method}; the log: {}", self.log()))["params"].take()
    }

    /// All notifications of this method that came so far and were not taken yet.
    pub fn notifications(&mut self, method: &str) -> Vec<Value> {
        while let Ok(message) = self.output.try_recv() {
            self.sort(message);
        }
        self.arrived(method)
    }

    /// The notifications of this method that came before the last thing that was waited for, and were not taken yet.
    pub fn arrived(&mut self, method: &str) -> Vec<Value> {
        let (taken, left): (Vec<Value>, Vec<Value>) =
            self.notifications.drain(..).partition(|message| message["method"] == method);
        self.notifications = left.into();
        taken.into_iter().map(|mut message| message["params"].take()).collect()
    }

    /// How many requests of this method the server made that were not taken yet; they are taken now.
    pub fn server_requests(&mut self, method: &str) -> usize {
        while let Ok(message) = self.output.try_recv() {
            self.sort(message);
        }
        let before = self.requests.len();
        self.requests.retain(|message| message["method"] != method);
        before - self.requests.len()
    }

    /// Shuts the server down and lets it exit. Fails if it does not end well, or if it has given an answer that nobody
    /// asked for.
    #[track_caller]
    pub fn finish(mut self) {
        let id = self.post("shutdown", Value::Null);
        let answer = self.answer(&id);
        assert_eq!(answer["result"], Value::Null, "shutdown was answered {answer}");
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        assert_eq!(self.exit_code(PATIENCE), Some(0), "the log: {}", self.log());
        while let Ok(message) = self.output.recv_timeout(PATIENCE) {
            self.sort(message);
        }
        assert!(self.answers.is_empty(), "answers to no request: {:?}", self.answers);
    }

    /// Waits for the process to end, and gives its exit code; `None` if it does not end in time.
    pub fn exit_code(&mut self, within: Duration) -> Option<i32> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.server.try_wait().unwrap() {
                return Some(status.code().unwrap_or(-1));
            }
            if start.elapsed() > within {
                return None;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// The process of the server.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// What the server wrote to standard error so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Takes the first message of a queue that `is_wanted`, waiting for it if need be.
    fn find(
        &mut self,
        queue: impl Fn(&mut Self) -> &mut VecDeque<Value>,
        is_wanted: impl Fn(&Value) -> bool,
    ) -> Option<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = queue(self).iter().position(&is_wanted) {
                return queue(self).remove(found);
            }
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(message) => self.sort(message),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn sort(&mut self, message: Value) {
        let queue = match (message.get("method"), message.get("id")) {
            (None, _) => &mut self.answers,
            (Some(_), None) => &mut self.notifications,
            (Some(_), Some(_)) => &mut self.requests,
        };
        queue.push_back(message);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        _ = self.server.kill();
        _ = self.server.wait();
    }
}
