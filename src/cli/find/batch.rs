//! Many quotations at once: one JSON object a line in, one a line out, in the same order.

use super::super::args::Find;
use super::super::place::{bytes, rounded, verdict};
use super::super::progress::Progress;
use super::super::workspace::Workspace;
use super::super::{FAILED, output};
use super::categories;
use crate::library::Library;
use crate::text::Span;
use crate::trace::{Match, Place, Trace, Verdict};
use anyhow::{Context, Result, anyhow};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

/// Lines that are answered before the next ones are read.
const AT_ONCE: usize = 256;

/// What is wrong with a line that is no query.
const EXPECTED: &str = "a line must be like {\"id\": 1, \"text\": \"…\"}";

#[derive(Deserialize)]
struct Query {
    #[serde(default)]
    id: Value,
    text: String,
}

/// One line of the answer. Of several sources the heaviest is `doc`: the one with most of the words, and `start` and `end`
/// span its segments.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    doc: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    segments: Vec<Segment<'a>>,
    score: f64,
    verdict: &'static str,
    categories: Vec<&'static str>,
    /// CPU time of the query, milliseconds.
    ms: f64,
}

#[derive(Serialize)]
struct Segment<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
}

/// Answers every line of `file` (`-` for standard input), and gives the exit code. A line that cannot be read is said, with
/// its number, and left out.
pub fn run(workspace: &Workspace, library: &Library, file: &Path, args: &Find) -> Result<u8> {
    let input: Box<dyn BufRead> = match file.to_str() {
        Some("-") => Box::new(std::io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(file).with_context(|| format!("{} cannot be read", file.display()))?)),
    };
    let progress = Progress::new("Finding", 0);
    let mut lines = input.lines().enumerate();
    let mut is_first = file.to_str() != Some("-");
    let mut code = 0;
    loop {
        let mut queries: Vec<Query> = Vec::with_capacity(AT_ONCE);
        let mut is_at_end = true;
        for (number, line) in lines.by_ref().take(AT_ONCE) {
            is_at_end = false;
            let query = match line {
                Ok(line) if line.trim().is_empty() => continue,
                Ok(line) => serde_json::from_str(&line).map_err(|error| format!("{EXPECTED}: {error}")),
                Err(error) if error.kind() == ErrorKind::InvalidData => Err(format!("{EXPECTED}, in UTF-8")),
                Err(error) => return Err(error).with_context(|| format!("{} cannot be read", file.display())),
            };
            match query {
                Ok(query) => queries.push(query),
                Err(wrong) => {
                    code = FAILED;
                    output::error(&format!("{}:{}: {wrong}", file.display(), number + 1));
                }
            }
        }
        if is_at_end {
            break;
        }
        let answers: Vec<Result<String>> = queries.par_iter().map(|query| answer(library, query, args)).collect();
        // What was printed cannot be taken back: there is no second try then.
        workspace.believe(library).map_err(|damaged| if is_first { damaged } else { anyhow!("{damaged}") })?;
        is_first = false;
        output::print(&answers.into_iter().collect::<Result<String>>()?, args.look.color)?;
    }
    drop(progress);
    Ok(code)
}

fn answer(library: &Library, query: &Query, args: &Find) -> Result<String> {
    let began = cpu_time();
    let trace = library.trace(&query.text, None);
    let ms = (cpu_time().saturating_sub(began)).as_secs_f64() * 1000.0;
    let ms = rounded(ms, 4);
    let believed = trace.matches.iter().map(|found| (found, found.verdict));
    let similar = trace.similar.iter().map(|found| (found, Verdict::NotFound)).filter(|_| args.all_scores);
    let mut out = Vec::new();
    for (i, (found, verdict)) in believed.chain(similar).take(args.matches.unwrap_or(1).max(1)).enumerate() {
        let rank = args.matches.map(|_| i + 1);
        serde_json::to_writer(&mut out, &line(library, &query.id, rank, &trace, (found, verdict), ms))?;
        out.write_all(b"\n")?;
    }
    if out.is_empty() {
        let nothing = Line {
            id: &query.id,
            rank: args.matches.map(|_| 1),
            doc: None,
            start: None,
            end: None,
            segments: Vec::new(),
            score: 0.0,
            verdict: verdict(Verdict::NotFound),
            categories: Vec::new(),
            ms,
        };
        serde_json::to_writer(&mut out, &nothing)?;
        out.write_all(b"\n")?;
    }
    Ok(String::from_utf8(out)?)
}

fn line<'a>(
    library: &'a Library,
    id: &'a Value,
    rank: Option<usize>,
    trace: &Trace,
    (found, judged): (&Match, Verdict),
    ms: f64,
) -> Line<'a> {
    let heaviest = heaviest(&found.segments);
    let doc = |place: &Place| library.source(*place).relative.as_str();
    let segment = |place: &Place| {
        let Span { start, end } = bytes(library, *place);
        Segment { doc: doc(place), start, end }
    };
    let span = heaviest.map(|place| bytes(library, place));
    Line {
        id,
        rank,
        doc: heaviest.as_ref().map(doc),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        segments: found.segments.iter().map(segment).collect(),
        score: rounded(found.score.into(), 4),
        verdict: verdict(judged),
        categories: categories(trace, found),
        ms,
    }
}

/// The source that most bytes are from, from its first segment to its last.
fn heaviest(segments: &[Place]) -> Option<Place> {
    let mut weights: FxHashMap<usize, (usize, Span)> = FxHashMap::default();
    for place in segments {
        let (weight, span) = weights.entry(place.source).or_insert((0, place.span));
        *weight += place.span.len();
        *span = span.join(place.span);
    }
    let heaviest = weights.into_iter().max_by_key(|(source, (weight, _))| (*weight, std::cmp::Reverse(*source)));
    heaviest.map(|(source, (_, span))| Place { source, span })
}

/// The CPU time that this thread has used.
#[cfg(unix)]
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The time that has gone by since the first call, where a thread's own is not to be had.
#[cfg(not(unix))]
fn cpu_time() -> Duration {
    static BEGAN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGAN.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_source_is_the_one_with_most_of_the_words() {
        let place = |source, start, end| Place { source, span: Span::new(start, end) };
        let segments = [place(1, 50, 60), place(0, 0, 15), place(1, 10, 20)];
        assert_eq!(heaviest(&segments), Some(place(1, 10, 60)));
        assert_eq!(heaviest(&[]), None);
    }
}
