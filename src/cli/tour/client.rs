//! A small editor: it starts the server as a process and talks to it over pipes, one question after the other.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long the server may take to go.
const FAREWELL: Duration = Duration::from_secs(2);

/// A server and the way to it.
pub struct Client {
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    last_id: u64,
}

impl Client {
    /// Starts this program as a server, with `cache` as its cache folder if one is given.
    pub fn start(cache: Option<&Path>) -> Result<Self> {
        let program = std::env::current_exe().context("cannot tell where this program lies")?;
        let mut command = Command::new(&program);
        command.args(["serve", "--stdio", "--log-level", "error"]);
        if let Some(cache) = cache {
            command.env("GLOSSATOR_CACHE_DIR", cache);
        }
        let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut server = spawned.with_context(|| format!("cannot start {}", program.display()))?;
        let input = server.stdin.take();
        let output = server.stdout.take().context("the server has no output")?;
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Ok(Client { server, input, messages, last_id: 0 })
    }

    /// Asks, and waits for the answer; meanwhile the server's own questions get none of what they ask for.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value> {
        self.last_id += 1;
        let id = self.last_id;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))?;
        let until = Instant::now() + PATIENCE;
        loop {
            let message = match self.messages.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => bail!("no answer to {method} in {} seconds", PATIENCE.as_secs()),
                Err(RecvTimeoutError::Disconnected) => bail!("the server has gone without an answer to {method}"),
            };
            match (message.get("id"), message.get("method")) {
                (Some(theirs), Some(_)) => {
                    self.send(json!({ "jsonrpc": "2.0", "id": theirs, "result": null }))?;
                }
                (Some(ours), None) if *ours == id => {
                    if let Some(error) = message.get("error") {
                        bail!("{method} was refused: {}", error["message"]);
                    }
                    return Ok(message["result"].clone());
                }
                _ => {}
            }
        }
    }

    /// Tells something that needs no answer.
    pub fn tell(&mut self, method: &str, params: Value) -> Result<()> {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    fn send(&mut self, message: Value) -> Result<()> {
        let body = message.to_string();
        let input = self.input.as_mut().context("the server has no input")?;
        // A pipe that broke here is the server's, not the reader of our output.
        let sent = write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).and_then(|()| input.flush());
        sent.map_err(|error| anyhow::anyhow!("the server does not listen: {error}"))
    }

    /// Says goodbye, and tells whether the server went as it should.
    pub fn end(mut self) -> Result<bool> {
        self.ask("shutdown", Value::Null)?;
        self.tell("exit", Value::Null)?;
        self.input = None;
        let until = Instant::now() + FAREWELL;
        while Instant::now() < until {
            if let Some(status) = self.server.try_wait()? {
                return Ok(status.success());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(false)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.input = None;
        // It may have gone already, which is as good.
        _ = self.server.kill();
        _ = self.server.wait();
    }
}

/// The next message; `None` at the end or where the output is no message.
fn read(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
