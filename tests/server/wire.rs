//! Frames of the protocol, as a test's editor writes and reads them.

use serde_json::Value;
use std::io::{BufRead, Write};
use std::process::ChildStdin;
use std::sync::Mutex;

/// A message in its frame.
pub fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Writes what a server that is gone cannot read, too.
pub fn write(input: &Mutex<Option<ChildStdin>>, bytes: &[u8]) {
    if let Some(input) = input.lock().unwrap().as_mut() {
        _ = input.write_all(bytes).and_then(|()| input.flush());
    }
}

/// The next message; the server's own framing is held to the letter.
pub fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok().filter(|&length| length > 0)?;
        let line = line.strip_suffix("\r\n").expect("a header ends in CRLF");
        if line.is_empty() {
            break;
        }
        length = line.strip_prefix("Content-Length: ").expect("a header").parse().expect("a length");
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("JSON"))
}

/// What an editor answers to a request of the server.
pub fn answer(method: &str, request: &Value, settings: &Mutex<Value>) -> Value {
    match method {
        "workspace/configuration" => {
            let items = request["params"]["items"].as_array().map_or(0, Vec::len);
            Value::Array(vec![settings.lock().unwrap().clone(); items])
        }
        _ => Value::Null,
    }
}
