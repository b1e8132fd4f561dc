//! The candidates for concepts of what is kept, found when its words are there: quotations need not wait for them.

use super::manifest::Key;
use super::{Kept, Store, Watch, steps};
use crate::corpus::{Corpus, Source};
use crate::index::Segment;
use crate::index::collect::candidates;
use std::sync::Arc;

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
    /// The documents whose candidates were found.
    documents: Vec<usize>,
}

impl Store {
    /// Finds the candidates for concepts of a corpus, as far as they are not known yet; gives whether there were such. An
    /// index that was given out before stays as it is.
    pub fn extract(&mut self, corpus: &Corpus, watch: Watch) -> bool {
        let all = self.unextracted(corpus);
        let step = steps(watch, all.iter().map(Unextracted::bytes).sum());
        let mut is_new = false;
        for one in all {
            // What is done is not lost, even if the rest is never done.
            is_new |= one.extract(&step).is_some_and(|found| self.take_candidates(corpus, found));
        }
        is_new
    }

    /// The segments in which sources of a corpus live whose candidates are not known, as far as this process knows.
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

    /// Takes a segment's candidates up that were found; gives whether it is still kept.
    pub fn take_candidates(&mut self, corpus: &Corpus, found: Extracted) -> bool {
        let lock = if self.folder.is_some() { self.locked() } else { None };
        self.living(&corpus.sources);
        let Extracted { segment, bytes, documents } = found;
        let Some(number) = self.kept.iter().position(|kept| Arc::ptr_eq(&kept.segment, &segment)) else {
            return false;
        };
        // Of what could not be read nothing is known: where it comes back it is found anew.
        let mut keys = vec![Key::NONE; self.kept[number].documents.len()];
        documents.iter().for_each(|&document| keys[document] = self.kept[number].documents[document]);
        let is_filed = self.kept[number].file.is_some();
        self.keep(bytes, keys, lock.as_ref().filter(|_| is_filed));
        let Some(new) = self.kept.pop() else { return false };
        match &mut self.kept[number] {
            // What cannot be written is known to this process only: the file stays as it is.
            old if is_filed && new.file.is_none() => old.segment = new.segment,
            old => {
                let Kept { file, .. } = std::mem::replace(old, new);
                if let Some(lock) = &lock {
                    self.commit(corpus, lock);
                    self.remove(file.as_slice(), lock);
                }
            }
        }
        true
    }
}

impl Unextracted {
    /// How many bytes of text are to be worked through.
    fn bytes(&self) -> u64 {
        self.sources.iter().map(|(_, source)| source.text.len() as u64).sum()
    }

    /// Finds the candidates for concepts; `done` is told of each source how many bytes it has. Needs no store, and takes as
    /// long as that takes. `None` where the segment turns out to be damaged.
    pub fn extract(mut self, done: &(dyn Fn(usize) + Sync)) -> Option<Extracted> {
        self.sources.sort_by_key(|(document, _)| *document);
        let texts: Vec<&Source> = self.sources.iter().map(|(_, source)| &**source).collect();
        let mut all = vec![Vec::new(); self.segment.documents()];
        let mut documents = Vec::new();
        for ((document, _), found) in self.sources.iter().zip(candidates(&texts, done)) {
            let Some(found) = found else { continue };
            all[*document] = found;
            documents.push(*document);
        }
        let bytes = self.segment.with_candidates(&all)?;
        Some(Extracted { segment: self.segment, bytes, documents })
    }
}
