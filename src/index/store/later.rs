//! The candidates for concepts of what is kept, found when its words are there: quotations need not wait for them.

use super::{Store, Watch};
use crate::corpus::{Corpus, Source};
use crate::index::collect::candidates;
use std::sync::atomic::{AtomicU64, Ordering};

impl Store {
    /// Finds the candidates for concepts of a corpus, as far as they are not known yet; gives whether there were such. An
    /// index that was given out before stays as it is.
    pub fn extract(&mut self, corpus: &Corpus, watch: Watch) -> bool {
        if self.kept.iter().all(|kept| kept.segment.is_extracted()) {
            return false;
        }
        let lock = if self.folder.is_some() { self.locked() } else { None };
        // Another process may have done it.
        let (homes, _) = self.living(&corpus.sources);
        let mut living: Vec<Vec<(usize, &Source)>> = vec![Vec::new(); self.kept.len()];
        for (home, source) in homes.iter().zip(&corpus.sources) {
            let open = home.filter(|home| !self.kept[home.segment].segment.is_extracted());
            open.into_iter().for_each(|home| living[home.segment].push((home.document, source)));
        }
        let bytes = |source: &Source| source.text.len() as u64;
        let total = living.iter().flatten().map(|(_, source)| bytes(source)).sum();
        let done = AtomicU64::new(0);
        let mut is_written = true;
        let step = |bytes: usize| watch(done.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64, total);
        for (number, mut inside) in living.into_iter().enumerate().filter(|(_, inside)| !inside.is_empty()) {
            inside.sort_by_key(|(document, _)| *document);
            let (documents, sources): (Vec<usize>, Vec<&Source>) = inside.into_iter().unzip();
            let kept = &self.kept[number];
            // Of sources that are gone there are none.
            let mut all = vec![Vec::new(); kept.documents.len()];
            for (document, found) in documents.into_iter().zip(candidates(&sources, &step)) {
                all[document] = found;
            }
            let keys = kept.documents.clone();
            let Some(bytes) = kept.segment.with_candidates(&all) else { continue };
            let is_filed = self.kept[number].file.is_some();
            self.keep(bytes, keys, lock.as_ref().filter(|_| is_filed));
            // What could not be written is known to this process only: what lies in the folder stays as it is.
            is_written &= !is_filed || self.kept.last().is_some_and(|new| new.file.is_some());
            self.kept.swap_remove(number);
        }
        if let Some(lock) = lock.filter(|_| is_written) {
            self.commit(corpus, &lock);
        }
        true
    }
}
