//! `glossator tour`: the server at work on the sample draft. It is started as an editor starts it, and all that is shown is
//! what it answers.

mod client;
mod show;
mod stops;

use super::NO;
use super::args::Tour;
use super::output::{self, BOLD, CYAN, DIM, GREEN, PLAIN, RED};
use crate::corpus::{cache_folder, write_cache};
use anyhow::{Context, Result};
use client::Client;
use serde_json::{Value, json};
use std::time::Instant;

/// The draft that the tour leads through.
const DRAFT: &str = include_str!("../../../editors/sample/essay.md");
const DRAFT_URI: &str = "untitled:essay.md";

/// One thing that the server does: what it is called, and how it is shown.
type Stop = (&'static str, fn(&mut Client) -> Result<String>);

const STOPS: [Stop; 6] = [
    ("Hover on a term: what the texts say that it is", stops::hover_on_term),
    ("Go to definition on a quotation: where it stands in its source", stops::definition),
    ("Completion: the names of principles, ideas and people", stops::completion),
    ("Diagnostics: a quotation that is not what its source says", stops::diagnostic),
    ("Hover on that quotation: the source, and the difference word by word", stops::hover_on_misquotation),
    ("Quick fix: the source's wording is put back", stops::fix),
];

/// Shows the server at work, and gives the exit code.
pub fn run(args: &Tour) -> Result<u8> {
    let color = args.look.color;
    let has_cache = cache_folder().is_some_and(|cache| write_cache(&cache).is_ok());
    let own_cache = if has_cache { None } else { Some(tempfile::tempdir().context("no folder can be written to")?) };
    let began = Instant::now();
    let mut client = Client::start(own_cache.as_ref().map(|folder| folder.path()))?;
    let server = client.ask("initialize", hello())?["serverInfo"].clone();
    let answered = began.elapsed();
    client.tell("initialized", json!({}))?;
    open(&mut client, DRAFT_URI, DRAFT)?;
    output::print(
        &format!(
            "{BOLD}{} {}{PLAIN} {DIM}answered in {:.0} ms; editors/sample/essay.md is open in it.{PLAIN}\n",
            text(&server["name"]),
            text(&server["version"]),
            answered.as_secs_f64() * 1000.0
        ),
        color,
    )?;
    let mut missing = Vec::new();
    for (i, (title, stop)) in STOPS.iter().enumerate() {
        output::print(&format!("\n{BOLD}{CYAN}{}. {title}{PLAIN}\n\n", i + 1), color)?;
        match stop(&mut client) {
            Ok(shown) => output::print(&shown, color)?,
            Err(error) => {
                output::print(&format!("{RED}missing{PLAIN}: {error:#}\n"), color)?;
                missing.push(*title);
            }
        }
    }
    if !client.end().unwrap_or(false) {
        missing.push("The end: the server does not go when it is told to");
    }
    if missing.is_empty() {
        let next = "glossator check editors/sample/essay.md   # all findings, in the terminal";
        output::print(&format!("\n{GREEN}The server answered everything.{PLAIN} Next:\n  {next}\n"), color)?;
        return Ok(0);
    }
    output::print(
        &format!("\n{RED}The server did not answer all of this:{PLAIN}\n  {}\n", missing.join("\n  ")),
        color,
    )?;
    Ok(NO)
}

/// What an editor says of itself: columns are bytes, cards are plain text.
fn hello() -> Value {
    json!({
        "processId": std::process::id(),
        "clientInfo": { "name": "glossator tour" },
        "rootUri": null,
        "capabilities": {
            "general": { "positionEncodings": ["utf-8"] },
            "textDocument": {
                "hover": { "contentFormat": ["plaintext"] },
                "definition": { "linkSupport": true },
                "completion": { "completionItem": { "documentationFormat": ["plaintext"] } },
                "diagnostic": {},
                "publishDiagnostics": { "relatedInformation": true },
                "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } },
            },
        },
    })
}

fn open(client: &mut Client, uri: &str, text: &str) -> Result<()> {
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }))
}

/// A string of a message; nothing if it is none.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
