//! Typing, key by key.

use super::corpora::Corpus;
use super::cost::{quantile, thread_time};
use super::engine::Engine;
use glossator::features::View;
use glossator::features::completion::{Completion, Kind, completions};
use glossator::library::Library;
use glossator::markup::{Format, Page};
use glossator::text::{fold, sentences};

/// Sentences typed.
const SENTENCES: usize = 300;
/// Letters typed of each, at most.
const LETTERS: usize = 60;
/// Common words of English.
const COMMON: [&str; 12] = ["of", "the", "and", "to", "in", "a", "that", "is", "was", "it", "for", "he"];

/// Measures the corpora that are named on the command line, all but the largest if none is.
pub fn run() {
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!(
        "corpus | keys | median µs | p99 µs | worst µs | rest first in list | rest in list | common words: keys | median | p99 | worst"
    );
    for name in ["60k", "1m", "10m", "100m"] {
        if !named.is_empty() && !named.iter().any(|it| it == name) {
            continue;
        }
        let Some(corpus) = Corpus::of(name) else { continue };
        let engine = Engine::build(&corpus.folder);
        let (times, hits) = typed(&engine.library);
        let common = common_words(&engine.library);
        let of = |times: &[f64]| {
            let worst = times.iter().copied().fold(0.0, f64::max);
            format!("{:.0} | {:.0} | {worst:.0}", quantile(times, 0.5), quantile(times, 0.99))
        };
        let share = |count: usize| 100.0 * count as f64 / times.len() as f64;
        println!(
            "{name} | {} | {} | {:.0} % | {:.0} % | {} | {}",
            times.len(),
            of(&times),
            share(hits.0),
            share(hits.1),
            common.len(),
            of(&common)
        );
    }
}

/// The processor time of each key in µs, and after how many of them the rest of the sentence was offered: as the first, and
/// at all.
fn typed(library: &Library) -> (Vec<f64>, (usize, usize)) {
    let mut times = Vec::new();
    let mut hits = (0, 0);
    for sentence in chosen(library) {
        let third = sentence.match_indices(' ').nth(1).map_or(0, |(at, _)| at + 2);
        let ends = sentence.char_indices().map(|(at, _)| at).filter(|&at| at >= third).take(LETTERS);
        for end in ends {
            let (time, offered) = ask(library, &sentence[..end]);
            times.push(time);
            let wanted = fold(&sentence);
            let typed = fold(&sentence[..end]);
            let is_rest = |completion: &Completion| {
                let text: String = completion.text.iter().map(|fragment| fragment.shown()).collect();
                completion.kind == Kind::Quotation && wanted.ends_with(&fold(&text)) && !typed.is_empty()
            };
            hits.0 += usize::from(offered.first().is_some_and(is_rest));
            hits.1 += usize::from(offered.iter().any(is_rest));
        }
    }
    (times, hits)
}

/// Sentences from all over the corpus.
fn chosen(library: &Library) -> Vec<String> {
    let sources = &library.corpus.sources;
    let mut all = Vec::new();
    for round in 0.. {
        let before = all.len();
        for source in sources {
            let text = source.text.whole();
            let from = (round * 7919 * 1024) % text.len().max(1);
            let start = (from..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let end = (start + 20_000..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
            let part = &text[start..end];
            let fits = |sentence: &&str| {
                (8..40).contains(&sentence.split_whitespace().count())
                    && !sentence.contains(['“', '”', '"', '‘', '’', '\'', '(', '[', '*', '_', '.'].as_slice())
            };
            let found = sentences(part).into_iter().skip(1).map(|span| span.of(part).trim_end_matches('.'));
            all.extend(
                found.filter(fits).nth(round % 5).map(|found| found.split_whitespace().collect::<Vec<_>>().join(" ")),
            );
        }
        if all.len() >= SENTENCES * 4 || all.len() == before || round > 40 {
            break;
        }
    }
    let step = (all.len() / SENTENCES).max(1);
    all.into_iter().step_by(step).take(SENTENCES).collect()
}

/// The same with all pairs and triples of common words, with every letter behind them and none.
fn common_words(library: &Library) -> Vec<f64> {
    let mut times = Vec::new();
    for first in COMMON {
        for second in COMMON {
            for letter in std::iter::once(String::new()).chain(('a'..='z').map(String::from)) {
                times.push(ask(library, &format!("{first} {second} {letter}")).0);
            }
            for third in COMMON {
                times.push(ask(library, &format!("{first} {second} {third} ")).0);
            }
        }
    }
    times
}

fn ask(library: &Library, typed: &str) -> (f64, Vec<Completion>) {
    let text = format!("As one of them writes: “{typed}");
    let page = Page::parse(&text, Format::Markdown);
    let view = View { library, page: &page, text: &text, own: None };
    let before = thread_time();
    let offered = completions(view, text.len());
    ((thread_time() - before) * 1e3, offered)
}
