//! All that the benchmark knows of the library: building it for a folder, and asking it.

use super::cost::process_time;
use super::scoring::{Answer, Place};
use glossator::corpus::{Corpus, Root};
use glossator::index::Store;
use glossator::library::Library;
use glossator::trace::{self, Match};
use std::path::Path;
use std::time::Instant;

/// The score from which on an answer is believed.
pub const THRESHOLD: f64 = trace::THRESHOLD as f64;

/// A library, and what it cost to build.
pub struct Engine {
    pub library: Library,
    /// Seconds by the clock, and of processor time.
    pub build: [f64; 2],
    /// Bytes of the index.
    pub index: u64,
}

impl Engine {
    /// Reads and indexes the texts in a folder into an empty cache, and opens what was kept there, as a server does that
    /// starts again.
    pub fn build(folder: &Path) -> Engine {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tracing").join("cache");
        let _ = std::fs::remove_dir_all(&cache);
        let roots = [Root::Folder(folder.to_path_buf())];
        let (clock, cpu) = (Instant::now(), process_time());
        let mut store = Store::new(Some(&cache), &roots);
        let corpus = Corpus::read(&roots);
        let fresh = store.index(&corpus, &|_, _| {});
        let build = [clock.elapsed().as_secs_f64(), (process_time() - cpu) / 1e3];
        store.extract(&corpus, &|_, _| {});
        while store.tidy(&corpus) {}
        let index = store.figures().bytes;
        let kept = Store::new(Some(&cache), &roots).recall(&roots);
        let library = match kept.and_then(|kept| Some((kept.corpus, kept.index?))) {
            Some((corpus, index)) => Library::new(corpus, index),
            None => Library::new(corpus, fresh),
        };
        Engine { library, build, index }
    }

    /// The best match of a quotation, however low its score.
    pub fn trace(&self, text: &str) -> Answer {
        let trace = self.library.trace(text, None);
        let found = trace.best().or(trace.similar.first())?;
        Some((self.place(found)?, found.score.into()))
    }

    /// From the first to the last byte of the segments in the source that most bytes are from.
    fn place(&self, found: &Match) -> Option<Place> {
        let bytes = |source| found.segments.iter().filter(|one| one.source == source).map(|one| one.span.len()).sum();
        let heaviest = found.segments.iter().max_by_key(|one| -> usize { bytes(one.source) })?;
        let inside = || found.segments.iter().filter(|one| one.source == heaviest.source);
        let doc = self.library.source(*heaviest).relative.trim_end_matches(".txt").to_string();
        Some(Place {
            doc,
            start: inside().map(|one| one.span.start).min()?,
            end: inside().map(|one| one.span.end).max()?,
        })
    }
}
