//! The candidates for concepts of what is kept, found when its words are there: quotations need not wait for them.

use super::{Store, Watch};
use crate::corpus::{Corpus, Source};
use crate::index::Segment;
use crate::index::collect::candidates;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A segment whose candidates for concepts are not known, and the sources that live in it, by the numbers of their
/// documents.
pub struct Unextracted {
    segment: Arc<Segment>,
    sources: Vec<(usize, Arc<Source>)>,
}

/// A segment, and the same one with its candidates.
pub struct Extracted {
    segment: Arc<Segment>,
    bytes: Vec<u8>,
}

impl Store {
    /// Finds the candidates for concepts of a corpus, as far as they are not known yet; gives whether there were such. An
    /// index that was given out before stays as it is.
    pub fn extract(&mut self, corpus: &Corpus, watch: Watch) -> bool {
        let found = extract(self.unextracted(corpus), watch);
        self.take_candidates(corpus, found)
    }

    /// What [`extract`] is to be done with, as far as this process knows.
    pub fn unextracted(&mut self, corpus: &Corpus) -> Vec<Unextracted> {
        if self.kept.iter().all(|kept| kept.segment.is_extracted()) {
            return Vec::new();
        }
        // Another process may have done it.
        self.adopt();
        let (homes, _) = self.living(&corpus.sources);
        let segments = self.kept.iter().map(|kept| kept.segment.clone());
        let mut all: Vec<Unextracted> = segments.map(|segment| Unextracted { segment, sources: Vec::new() }).collect();
        for (home, source) in homes.iter().zip(&corpus.sources) {
            home.iter().for_each(|home| all[home.segment].sources.push((home.document, source.clone())));
        }
        all.retain(|one| !one.sources.is_empty() && !one.segment.is_extracted());
        all
    }

    /// Takes the candidates up that were found; gives whether there were such.
    pub fn take_candidates(&mut self, corpus: &Corpus, found: Vec<Extracted>) -> bool {
        if found.is_empty() {
            return false;
        }
        let lock = if self.folder.is_some() { self.locked() } else { None };
        self.living(&corpus.sources);
        let (mut is_written, mut replaced) = (true, Vec::new());
        for Extracted { segment, bytes } in found {
            let Some(number) = self.kept.iter().position(|kept| Arc::ptr_eq(&kept.segment, &segment)) else { continue };
            let is_filed = self.kept[number].file.is_some();
            let documents = self.kept[number].documents.clone();
            self.keep(bytes, documents, lock.as_ref().filter(|_| is_filed));
            // What could not be written is known to this process only: what lies in the folder stays as it is.
            is_written &= !is_filed || self.kept.last().is_some_and(|new| new.file.is_some());
            replaced.extend(self.kept.swap_remove(number).file);
        }
        if let Some(lock) = lock.filter(|_| is_written) {
            self.commit(corpus, &lock);
            self.remove(&replaced, &lock);
        }
        true
    }
}

/// Finds the candidates for concepts of these segments; `watch` is told how far that is. Takes as long as that takes, and
/// needs no store for it.
pub fn extract(all: Vec<Unextracted>, watch: Watch) -> Vec<Extracted> {
    let total = all.iter().flat_map(|one| &one.sources).map(|(_, source)| source.text.len() as u64).sum();
    let done = AtomicU64::new(0);
    let step = |bytes: usize| watch(done.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64, total);
    let extracted = |Unextracted { segment, mut sources }: Unextracted| {
        sources.sort_by_key(|(document, _)| *document);
        let texts: Vec<&Source> = sources.iter().map(|(_, source)| &**source).collect();
        // Of sources that are gone there are none.
        let mut all = vec![Vec::new(); segment.documents()];
        for ((document, _), found) in sources.iter().zip(candidates(&texts, &step)) {
            all[*document] = found;
        }
        let bytes = segment.with_candidates(&all)?;
        Some(Extracted { segment, bytes })
    };
    all.into_iter().filter_map(extracted).collect()
}
