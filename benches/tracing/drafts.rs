//! A draft with many quotations: how long all verdicts take, and those after a keystroke.

use super::cost::{process_time, quantile, thread_time};
use super::engine::Engine;
use super::scoring::Query;
use glossator::features::View;
use glossator::features::quotations::Quotations;
use glossator::markup::{Format, Page};
use glossator::trace::Verdict;
use std::time::Instant;

const QUOTATIONS: usize = 300;
const BYTES: usize = 100_000;
const KEYS: usize = 200;
/// What is quoted without a change, and what is quoted with one, in turn.
const CLASSES: [&[&str]; 3] = [
    &["exact"],
    &["exact", "case_punct"],
    &["word_drop", "word_sub", "word_ins", "word_mix", "reorder", "typo", "joined", "ocr"],
];

/// What a draft needs, in milliseconds.
pub struct Draft {
    pub bytes: usize,
    pub quotations: usize,
    /// How many of them are found, and how many of these are altered.
    pub found: [usize; 2],
    /// All verdicts, nothing known before: by the clock on all cores, and of processor time.
    pub cold: [f64; 2],
    /// After a keystroke in a quotation, with the page read again: median and 99th percentile.
    pub key: [f64; 2],
}

/// Makes a draft of some of the queries, traces its quotations, and types into them.
pub fn measure(engine: &Engine, queries: &[Query]) -> Draft {
    let mut text = draft(queries);
    let page = Page::parse(&text, Format::Markdown);
    let mut cold = [Vec::new(), Vec::new()];
    for _ in 0..5 {
        let (clock, cpu) = (Instant::now(), process_time());
        std::hint::black_box(Quotations::of(view(engine, &page, &text), None));
        cold[0].push(clock.elapsed().as_secs_f64() * 1e3);
        cold[1].push(process_time() - cpu);
    }
    let mut known = Quotations::of(view(engine, &page, &text), None);
    let found = known.all.iter().filter(|one| one.verdict() != Verdict::NotFound);
    let altered = found.clone().filter(|one| one.verdict() == Verdict::Altered).count();
    let (bytes, quotations, found) = (text.len(), known.all.len(), [found.count(), altered]);
    let mut keys = Vec::new();
    for key in 0..KEYS {
        let opening = text.match_indices('“').nth(key * 7 % quotations).map(|(at, mark)| at + mark.len());
        let within = opening.and_then(|at| Some(at + text[at..].find(' ')?)).unwrap_or_default();
        text.insert(within, 'x');
        let began = thread_time();
        let page = Page::parse(&text, Format::Markdown);
        known = Quotations::of(view(engine, &page, &text), Some(&known));
        keys.push(thread_time() - began);
    }
    let median = |times: &[f64]| quantile(times, 0.5);
    Draft {
        bytes,
        quotations,
        found,
        cold: [median(&cold[0]), median(&cold[1])],
        key: [median(&keys), quantile(&keys, 0.99)],
    }
}

fn view<'a>(engine: &'a Engine, page: &'a Page, text: &'a str) -> View<'a> {
    View { library: &engine.library, page, text, own: None }
}

/// A draft in Markdown whose paragraphs have a quotation each, every third of them altered.
fn draft(queries: &[Query]) -> String {
    let mut text = String::from("# A draft\n\n");
    for number in 0..QUOTATIONS {
        let classes = CLASSES[number % 3];
        let fits =
            |query: &&Query| query.class == classes[number / 3 % classes.len()] && (6..=40).contains(&query.nwords);
        let quoted = queries.iter().filter(fits).nth(number / 3 / classes.len() % 40);
        let quoted = quoted.map_or("", |query| query.text.as_str());
        let quoted = quoted.replace(['“', '”', '"', '*', '_'], "").replace('\n', " ");
        text.push_str(&format!("Somebody wrote, in number {number}: “{}”. ", quoted.trim()));
        let wanted = BYTES * (number + 1) / QUOTATIONS;
        while text.len() < wanted {
            text.push_str("The reader may ask why this still matters. ");
        }
        text.push_str("\n\n");
    }
    text
}
