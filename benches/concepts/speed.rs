//! What it costs.

use glossator::concepts::{Form, Recogniser, discover};
use glossator::corpus::{Corpus, Root};
use glossator::extraction::{Extractor, encode};
use glossator::index::in_memory;
use glossator::markup::{Format, blocks_of};
use std::hint::black_box;
use std::time::Duration;

/// Terms that are recognised at once.
const TERMS: usize = 100_000;

/// Prints how long it takes to discover in the seeds and in these folders, and to recognise in a paragraph.
pub fn print(folders: &[String]) {
    corpus("the seeds", Corpus::read(&[Root::Seeds(None)]));
    for folder in folders {
        corpus(folder, Corpus::read(&[Root::Folder(folder.into())]));
    }
    recognition();
}

fn corpus(name: &str, corpus: Corpus) {
    let texts: Vec<_> = corpus.sources.iter().map(|source| (source.text.whole(), source.format)).collect();
    let bytes: usize = texts.iter().map(|(text, _)| text.len()).sum();
    let mut kept = 0;
    let mut extractor = Extractor::default();
    let reading = cost(|| {
        for (text, format) in &texts {
            let blocks = blocks_of(text, *format);
            kept += encode(&extractor.extract(&blocks)).len();
        }
    });
    let index = in_memory(&corpus.sources);
    let mut count = 0;
    let ranking = cost(|| count = discover(&corpus.sources, &index).len());
    let mb = bytes as f64 / 1e6;
    let all = reading + ranking;
    println!(
        "{name}: {mb:.2} MB, {count} phrases; candidates {:.1} ms ({:.1} MB/s, {:.2} bytes kept per byte), ranking {:.1} ms, \
         together {:.1} MB/s",
        reading.as_secs_f64() * 1e3,
        mb / reading.as_secs_f64(),
        kept as f64 / bytes.max(1) as f64,
        ranking.as_secs_f64() * 1e3,
        mb / all.as_secs_f64()
    );
}

fn recognition() {
    let paragraph = blocks_of(include_str!("../../seeds/independent-foreign-policy-of-peace.txt"), Format::Plain);
    let text = &paragraph.iter().max_by_key(|block| block.prose.text.len()).expect("a paragraph").prose.text;
    let words: Vec<&str> = text.split_whitespace().collect();
    let names: Vec<String> = (0..TERMS)
        .map(|i| {
            let word = |n: usize| words[(i * 7 + n * n * 31 + i / 97) % words.len()];
            format!("{} {} {}x", word(1), word(2), i)
        })
        .chain(words.windows(3).step_by(9).map(|three| three.join(" ")))
        .collect();
    let recogniser =
        Recogniser::new(names.iter().enumerate().map(|(concept, text)| Form { text, concept, is_name: false }));
    let found = recogniser.terms(text).len();
    let times = 200;
    let spent = cost(|| {
        for _ in 0..times {
            black_box(recogniser.terms(text));
        }
    });
    println!(
        "recognition: {TERMS} terms in a paragraph of {} bytes: {:.3} ms ({found} found)",
        text.len(),
        spent.as_secs_f64() * 1e3 / f64::from(times)
    );
}

/// The processor time of this thread for some work.
fn cost(work: impl FnOnce()) -> Duration {
    let before = spent();
    work();
    spent() - before
}

#[cfg(unix)]
fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn spent() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
