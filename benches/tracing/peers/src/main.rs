//! Answers queries as other tools do: `tracing-peers sassy|suffix QUERIES STEP DOCUMENT…` reads `{id, text}` a line, takes
//! each STEPth, and prints `{id, doc, start, end, score, ms}` a line; `ms` is processor time.

mod folded;

use folded::Folded;
use rustix::time::{ClockId, clock_gettime};
use sassy::{Searcher, profiles::Ascii};
use serde_json::{Value, json};

/// A match in the folded text: its first byte, the one behind it, and how good it is.
type Answer = Option<(usize, usize, f64)>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [peer, queries, step, documents @ ..] = &arguments[..] else {
        eprintln!("usage: tracing-peers sassy|suffix QUERIES STEP DOCUMENT…");
        std::process::exit(2);
    };
    let step = step.parse().unwrap_or(1);
    let corpus = Folded::read(documents);
    let lines = std::fs::read_to_string(queries).expect("the queries can be read");
    let queries: Vec<Value> = lines.lines().step_by(step).filter_map(|line| serde_json::from_str(line).ok()).collect();
    match peer.as_str() {
        "sassy" => {
            let mut searcher = Searcher::<Ascii>::new_fwd().only_best_match();
            answer(&queries, &corpus, |words| approximate(&mut searcher, words, &corpus.text));
        }
        _ => {
            let suffixes: Vec<i32> = libsais::SuffixArrayConstruction::for_text(&corpus.text)
                .in_owned_buffer()
                .single_threaded()
                .run()
                .expect("a corpus of less than 2 GB")
                .into_vec();
            answer(&queries, &corpus, |words| longest_span(words, &corpus.text, &suffixes));
        }
    }
}

/// Answers all queries, and prints the answers.
fn answer(queries: &[Value], corpus: &Folded, mut search: impl FnMut(&[u8]) -> Answer) {
    for query in queries {
        let began = now();
        let words = folded::fold(query["text"].as_str().unwrap_or_default());
        let found = search(&words);
        let ms = now() - began;
        let line = match found.and_then(|(start, end, score)| Some((corpus.place(start, end)?, score))) {
            Some(((doc, start, end), score)) => {
                json!({ "id": query["id"], "doc": doc, "start": start, "end": end, "score": score, "ms": ms })
            }
            None => json!({ "id": query["id"], "doc": null, "ms": ms }),
        };
        println!("{line}");
    }
}

/// The place with the fewest edits, of at most 45 to a hundred letters.
fn approximate(searcher: &mut Searcher<Ascii>, words: &[u8], text: &Vec<u8>) -> Answer {
    let most = words.len() * 45 / 100;
    let found = searcher.search(words, text, most);
    let best = found.into_iter().min_by_key(|found| found.cost)?;
    Some((best.text_start, best.text_end, 1.0 - best.cost as f64 / words.len().max(1) as f64))
}

/// The longest run of the query that stands in the corpus, stretched to the query's length. What it is worth: its length by
/// the root of its share, which is best of what was tried.
fn longest_span(words: &[u8], text: &[u8], suffixes: &[i32]) -> Answer {
    let mut best = (0, 0, 0);
    for at in (0..words.len()).filter(|&at| at == 0 || words[at - 1] == b' ') {
        let rest = &words[at..];
        let place = suffixes.partition_point(|&suffix| text[suffix as usize..] < *rest);
        for &suffix in &suffixes[place.saturating_sub(1)..(place + 1).min(suffixes.len())] {
            let same = rest.iter().zip(&text[suffix as usize..]).take_while(|(a, b)| a == b).count();
            if same > best.0 {
                best = (same, at, suffix as usize);
            }
        }
    }
    let (same, at, place) = best;
    let start = place.saturating_sub(at);
    let end = (start + words.len()).min(text.len());
    (same > 0).then(|| (start, end, same as f64 * (same as f64 / words.len() as f64).sqrt()))
}

/// The processor time of this thread, in milliseconds.
fn now() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 * 1e-6
}
