//! The stops of the tour: each asks the server one thing and draws what it answers.

use super::super::output::{BLUE, BOLD, DIM, GREEN, PLAIN, RED, width};
use super::client::Client;
use super::show::{self, Range};
use super::{DRAFT, DRAFT_URI, open, text};
use crate::text::{Encoding, LineIndex, Position};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

const TERM: &str = "Principles of Peaceful";
const QUOTATION: &str = "We hope to have a peaceful international environment";
/// The quotation from which a *not* was dropped, which is the gravest of what the draft does.
const MISQUOTATION: &str = "progress will change";
const TYPED: &str = "China put forward the five principles of pea";
const SCRATCH_URI: &str = "untitled:scratch.md";
/// Lines of a card's beginning that are shown beside a completion.
const DOCUMENTATION: usize = 9;

/// The definitions of a term, as the corpus has them.
pub fn hover_on_term(client: &mut Client) -> Result<String> {
    hover(client, TERM)
}

/// The difference between a quotation and its source.
pub fn hover_on_misquotation(client: &mut Client) -> Result<String> {
    hover(client, MISQUOTATION)
}

fn hover(client: &mut Client, words: &str) -> Result<String> {
    let answer = client.ask("textDocument/hover", at(words)?)?;
    let range = Range::of(&answer["range"]).context("the hover has no range")?;
    let card = text(&answer["contents"]["value"]);
    if card.is_empty() {
        bail!("the hover is empty");
    }
    Ok(show::lines(DRAFT, "essay.md", range, BLUE) + "\n" + &show::card(card, width()))
}

/// The place in the source that a quotation leads to.
pub fn definition(client: &mut Client) -> Result<String> {
    let answer = client.ask("textDocument/definition", at(QUOTATION)?)?;
    let link = answer.get(0).context("the quotation leads nowhere")?;
    let from = Range::of(&link["originSelectionRange"]).context("the link has no origin")?;
    let to = Range::of(&link["targetSelectionRange"]).context("the link has no target")?;
    let path = show::path_of(text(&link["targetUri"])).context("the source is no file")?;
    let source = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let shown = super::super::workspace::shown(&path);
    Ok(show::lines(DRAFT, "essay.md", from, BLUE)
        + &format!("{DIM}leads to{PLAIN}\n")
        + &show::lines(source.trim_start_matches('\u{feff}'), &shown, to, GREEN))
}

/// The name that a few typed words become.
pub fn completion(client: &mut Client) -> Result<String> {
    open(client, SCRATCH_URI, TYPED)?;
    let place = json!({ "textDocument": { "uri": SCRATCH_URI }, "position": { "line": 0, "character": TYPED.len() } });
    let answer = client.ask("textDocument/completion", place)?;
    let items = answer["items"].as_array().or(answer.as_array()).context("nothing is offered")?;
    let first = items.first().context("nothing is offered")?.clone();
    let edit = &first["textEdit"];
    let range = Range::of(&edit["range"]).context("the completion replaces nothing")?;
    let after = show::edited(TYPED, &[(range, text(&edit["newText"]).to_string())]);
    let mut out = format!("  {TYPED}{BOLD}▏{PLAIN}\n");
    for item in items.iter().take(3) {
        out.push_str(&format!("    {BLUE}{}{PLAIN} {DIM}{}{PLAIN}\n", text(&item["label"]), text(&item["detail"])));
    }
    out.push_str(&format!("{DIM}becomes{PLAIN}\n  {GREEN}{after}{PLAIN}{BOLD}▏{PLAIN}\n"));
    let resolved = client.ask("completionItem/resolve", first)?;
    let card = text(&resolved["documentation"]["value"]);
    if card.is_empty() {
        bail!("the completion has no documentation");
    }
    let card = show::card(card, width());
    let beginning: Vec<&str> = card.lines().take(DOCUMENTATION).collect();
    Ok(out + &format!("{DIM}and beside the list it says{PLAIN}\n") + &beginning.join("\n") + " …\n")
}

/// The finding on the gravest misquotation of the draft.
pub fn diagnostic(client: &mut Client) -> Result<String> {
    let all = diagnostics(client)?;
    let found = misquotation(&all)?;
    let range = Range::of(&found["range"]).context("the diagnostic has no range")?;
    let label =
        format!("{} {}", ["", "error", "warning", "information", "hint"][severity(found)], text(&found["code"]));
    Ok(show::lines(DRAFT, "essay.md", range, RED)
        + &format!("{RED}{label}{PLAIN}: {}\n", text(&found["message"]))
        + &format!("{DIM}one of {} findings in the draft{PLAIN}\n", all.len()))
}

/// The fix of that misquotation, applied.
pub fn fix(client: &mut Client) -> Result<String> {
    let all = diagnostics(client)?;
    let found = misquotation(&all)?;
    let params = json!({
        "textDocument": { "uri": DRAFT_URI },
        "range": found["range"],
        "context": { "diagnostics": [found.clone()], "only": ["quickfix"] },
    });
    let actions = client.ask("textDocument/codeAction", params)?;
    let action = actions.get(0).context("no fix is offered")?;
    let edits = action["edit"]["changes"][DRAFT_URI].as_array().context("the fix changes nothing")?;
    let edits: Vec<(Range, String)> = edits
        .iter()
        .filter_map(|edit| Some((Range::of(&edit["range"])?, text(&edit["newText"]).to_string())))
        .collect();
    let after = show::edited(DRAFT, &edits);
    if after == DRAFT {
        bail!("the fix changes nothing");
    }
    Ok(format!("{BOLD}{}{PLAIN}\n", text(&action["title"])) + &show::difference(DRAFT, &after))
}

fn diagnostics(client: &mut Client) -> Result<Vec<Value>> {
    let answer = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": DRAFT_URI } }))?;
    Ok(answer["items"].as_array().context("there are no diagnostics")?.clone())
}

fn misquotation(all: &[Value]) -> Result<&Value> {
    let line = position(MISQUOTATION)?.line;
    let here =
        all.iter().find(|found| found["range"]["start"]["line"] == line && text(&found["code"]) == "misquotation");
    here.with_context(|| format!("“… {MISQUOTATION}” is not found to be a misquotation"))
}

fn severity(found: &Value) -> usize {
    found["severity"].as_u64().filter(|severity| (1..=4).contains(severity)).unwrap_or(0) as usize
}

/// The params that mean the middle of these words of the draft.
fn at(words: &str) -> Result<Value> {
    let position = position(words)?;
    let position = json!({ "line": position.line, "character": position.column });
    Ok(json!({ "textDocument": { "uri": DRAFT_URI }, "position": position }))
}

fn position(words: &str) -> Result<Position> {
    let offset = DRAFT.find(words).with_context(|| format!("the draft does not say “{words}”"))?;
    Ok(LineIndex::new(DRAFT).position(DRAFT, offset + words.len() / 2, Encoding::Utf8))
}
