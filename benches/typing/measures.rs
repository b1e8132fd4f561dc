//! What is measured, in one conversation with one server.

use super::client::{Client, Diagnostics};
use super::draft::{Draft, Place};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

/// What is measured, in the order of the table: its name, and what is to be beaten. Times in ms, memory in MB.
pub const MEASURES: [(&str, Option<f64>); 22] = [
    ("spawn → initialize answered", Some(4.4)),
    ("initialized → first answer", Some(23.0)),
    ("didOpen → diagnostics pulled", Some(34.0)),
    ("didOpen → diagnostics pushed", Some(34.0)),
    ("hover p50", Some(0.29)),
    ("hover p99", Some(2.4)),
    ("definition p50", Some(0.29)),
    ("definition p99", Some(1.1)),
    ("completion p50", Some(0.14)),
    ("completion p99", Some(0.30)),
    ("key + completion p50", Some(1.2)),
    ("key + completion p99", Some(5.2)),
    ("key + diagnostics pulled p50", Some(4.3)),
    ("key + diagnostics pulled p99", Some(8.2)),
    ("key in a quotation + pulled p50", None),
    ("key in a quotation + pulled p99", None),
    ("last key → final diagnostics", Some(18.0)),
    ("200 edits at once + a request", Some(95.0)),
    ("peak memory, MB", Some(17.0)),
    ("peak memory, push client, MB", Some(17.0)),
    ("processor at rest, ms/s", None),
    ("diagnostics found", None),
];

/// The figures of one conversation, by name.
pub type Figures = BTreeMap<&'static str, f64>;

const REQUESTS: usize = 400;
const KEYS: &str = " five principles of peaceful coexistence and a harmonious world";
const URI: &str = "draft.md";
const SILENCE: Duration = Duration::from_millis(250);

/// Holds one conversation with each kind of client.
pub fn figures(command: &[String], folder: &Path, draft: &Draft) -> Figures {
    let mut figures = Figures::new();
    starts(command, folder, &mut figures);
    pulling(command, folder, draft, &mut figures);
    pushing(command, folder, draft, &mut figures);
    figures
}

/// From the start to the first answer.
fn starts(command: &[String], folder: &Path, figures: &mut Figures) {
    let mut starts = Vec::new();
    let mut answers = Vec::new();
    for _ in 0..7 {
        let (mut client, start) = Client::start(command, folder, Diagnostics::Pulled);
        starts.push(start);
        answers.extend(first_answer(&mut client, folder));
        client.settle(Duration::from_millis(30));
    }
    figures.insert("spawn → initialize answered", median(starts));
    if !answers.is_empty() {
        figures.insert("initialized → first answer", median(answers));
    }
}

/// Ends the handshake, opens a short text and asks about it.
fn first_answer(client: &mut Client, folder: &Path) -> Option<Duration> {
    let uri = format!("file://{}/short.md", folder.display());
    let text = "# A note\n\nAbout the Five Principles of Peaceful Coexistence.\n";
    let ready = client.notification("initialized", json!({}));
    let opening = client.opening(&uri, text);
    let begin = Instant::now();
    client.send(&ready);
    client.send(&opening);
    let (method, _) = *requests(client).first()?;
    let (_, at, _) = client.ask(method, params(method, &uri, (2, 14)));
    Some(at - begin)
}

/// A conversation of a client that asks for diagnostics.
fn pulling(command: &[String], folder: &Path, draft: &Draft, figures: &mut Figures) {
    let uri = format!("file://{}/{URI}", folder.display());
    let (mut client, _) = Client::start(command, folder, Diagnostics::Pulled);
    first_answer(&mut client, folder);
    client.settle(SILENCE);
    let pulls = client.capabilities["diagnosticProvider"].is_object();
    let opening = client.opening(&uri, &draft.text);
    let begin = Instant::now();
    client.send(&opening);
    if pulls {
        let (_, at, report) = client.ask("textDocument/diagnostic", params("textDocument/diagnostic", &uri, (0, 0)));
        figures.insert("didOpen → diagnostics pulled", ms(at - begin));
        figures.insert("diagnostics found", report["items"].as_array().map_or(0, Vec::len) as f64);
    }
    client.settle(SILENCE);
    let places: Vec<Place> =
        draft.terms.iter().zip(draft.quotations.iter().cycle()).flat_map(|(a, b)| [*a, *b]).collect();
    for (method, name) in requests(&client) {
        let places = if name == "completion" { &draft.terms } else { &places };
        let times = places.iter().cycle().take(REQUESTS).map(|&place| {
            let (begin, at, _) = client.ask(method, params(method, &uri, place));
            at - begin
        });
        spread(figures, name, times.collect());
    }
    if client.capabilities["completionProvider"].is_object() {
        let times = typing(&mut client, &uri, &draft.ends, "textDocument/completion");
        spread(figures, "key + completion", times);
    }
    if pulls {
        let times = typing(&mut client, &uri, &draft.ends, "textDocument/diagnostic");
        spread(figures, "key + diagnostics pulled", times);
        let times = typing(&mut client, &uri, &draft.quotations, "textDocument/diagnostic");
        spread(figures, "key in a quotation + pulled", times);
    }
    if let Some(&(method, _)) = requests(&client).first() {
        let times = (0..5).map(|i| flood(&mut client, &uri, draft.ends[i * 7], method)).collect();
        figures.insert("200 edits at once + a request", median(times));
    }
    client.settle(SILENCE);
    let before = processor(client.id());
    std::thread::sleep(Duration::from_secs(1));
    figures.insert("processor at rest, ms/s", (processor(client.id()) - before) * 1e-6);
    figures.insert("peak memory, MB", peak_memory(client.id()));
}

/// A conversation of a client that waits for diagnostics.
fn pushing(command: &[String], folder: &Path, draft: &Draft, figures: &mut Figures) {
    let uri = format!("file://{}/{URI}", folder.display());
    let (mut client, _) = Client::start(command, folder, Diagnostics::Pushed);
    first_answer(&mut client, folder);
    client.settle(SILENCE);
    let opening = client.opening(&uri, &draft.text);
    let begin = Instant::now();
    client.send(&opening);
    while client.published.as_ref().is_none_or(|(_, of)| of["uri"] != uri.as_str()) {
        if client.receive(Duration::from_secs(5)).is_none() {
            return;
        }
    }
    figures.extend(client.published.take().map(|(at, _)| ("didOpen → diagnostics pushed", ms(at - begin))));
    client.settle(SILENCE);
    let mut times = Vec::new();
    for (i, &(line, column)) in draft.ends.iter().step_by(13).enumerate() {
        client.published = None;
        let mut last = Instant::now();
        for key in 0..20 + i as u32 {
            let edit = client.edit(&uri, line, (column + key, column + key), "x");
            last = Instant::now();
            client.send(&edit);
            client.receive(Duration::from_millis(4));
        }
        client.settle(SILENCE);
        times.extend(client.published.as_ref().and_then(|(at, _)| at.checked_duration_since(last)));
        let clean = client.edit(&uri, line, (column, column + 20 + i as u32), "");
        client.send(&clean);
        client.settle(SILENCE);
    }
    if !times.is_empty() {
        figures.insert("last key → final diagnostics", median(times));
    }
    figures.insert("peak memory, push client, MB", peak_memory(client.id()));
}

/// Types a sentence at each of some places, and asks after each key; gives the times from the key to the answer.
fn typing(client: &mut Client, uri: &str, places: &[Place], method: &str) -> Vec<Duration> {
    let mut times = Vec::new();
    for &(line, column) in places.iter().step_by(places.len() / 8) {
        let mut end = column;
        for key in KEYS.chars() {
            let edit = client.edit(uri, line, (end, end), &key.to_string());
            end += 1;
            let (id, request) = client.request(method, params(method, uri, (line, end)));
            let begin = Instant::now();
            client.send(&edit);
            client.send(&request);
            times.push(client.answer(id).0 - begin);
        }
        let clean = client.edit(uri, line, (column, end), "");
        client.send(&clean);
    }
    times
}

/// Sends 200 edits without waiting, and a request behind them.
fn flood(client: &mut Client, uri: &str, (line, column): Place, method: &str) -> Duration {
    let mut all = Vec::new();
    for key in 0..200 {
        all.extend(client.edit(uri, line, (column + key, column + key), "x"));
    }
    let (id, request) = client.request(method, params(method, uri, (line, column.saturating_sub(5))));
    all.extend(request);
    let begin = Instant::now();
    client.send(&all);
    let time = client.answer(id).0 - begin;
    let clean = client.edit(uri, line, (column, column + 200), "");
    client.send(&clean);
    time
}

/// The requests about a place that the server answers, with their names in the table.
fn requests(client: &Client) -> Vec<(&'static str, &'static str)> {
    let all = [
        ("hoverProvider", "textDocument/hover", "hover"),
        ("definitionProvider", "textDocument/definition", "definition"),
        ("completionProvider", "textDocument/completion", "completion"),
    ];
    let can = |name: &str| !matches!(client.capabilities[name], Value::Null | Value::Bool(false));
    all.into_iter().filter(|(provider, ..)| can(provider)).map(|(_, method, name)| (method, name)).collect()
}

fn params(method: &str, uri: &str, (line, character): Place) -> Value {
    match method {
        "textDocument/diagnostic" => json!({ "textDocument": { "uri": uri } }),
        _ => json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } }),
    }
}

fn spread(figures: &mut Figures, name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    for (share, suffix) in [(50, "p50"), (99, "p99")] {
        let name = MEASURES.iter().map(|(name, _)| *name).find(|own| *own == format!("{name} {suffix}"));
        let at = (times.len() * share).div_ceil(100).saturating_sub(1);
        figures.extend(name.zip(times.get(at).map(|&time| ms(time))));
    }
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    ms(times[times.len() / 2])
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The most memory that a process has had, in MB of 10^6 bytes; 0 where the system does not tell.
fn peak_memory(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) * 1024e-6
}

/// The processor time that the threads of a process have used, in ns; 0 where the system does not tell.
fn processor(process: u32) -> f64 {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let used = |task: std::fs::DirEntry| {
        let stat = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        stat.split_whitespace().next()?.parse::<f64>().ok()
    };
    tasks.filter_map(used).sum()
}
