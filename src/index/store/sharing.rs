//! Sharing a store with other processes: the right to write, and what they wrote.

use super::files::{self, Lock};
use super::manifest::{Entry, Manifest};
use super::{Home, Kept, Store};
use crate::corpus::{Corpus, Source};
use crate::index::Segment;
use std::sync::Arc;
use std::time::Duration;

/// An answer waits for another process so long, and then does without what it writes …
const PATIENCE: Duration = Duration::from_secs(2);
/// … but one that only prepares the index waits so long.
const LONG: Duration = Duration::from_secs(600);

impl Store {
    /// The right to write, when it is to be had soon, with all that others have written until now.
    pub(super) fn locked(&mut self) -> Option<Lock> {
        let folder = self.folder.clone()?;
        let soon = files::lock(&folder, PATIENCE);
        let lock = match (soon, self.waiting) {
            (Ok(None), Some(say)) => {
                say();
                files::lock(&folder, LONG)
            }
            (lock, _) => lock,
        };
        self.take_up(lock)
    }

    /// The same, if it is to be had now.
    pub(super) fn locked_now(&mut self) -> Option<Lock> {
        let lock = files::try_lock(self.folder.as_deref()?);
        self.take_up(lock)
    }

    fn take_up(&mut self, lock: std::io::Result<Option<Lock>>) -> Option<Lock> {
        match lock {
            Ok(Some(lock)) => {
                self.forget_lost();
                if !self.adopt() {
                    // None that can be used lies there: whatever is to be said is news.
                    (self.manifest.segments, self.mark) = (Vec::new(), None);
                }
                Some(lock)
            }
            Ok(None) => {
                tracing::info!("another process writes the index: what is missing in it is not kept this time");
                None
            }
            Err(error) => {
                self.complain(&error);
                None
            }
        }
    }

    /// Takes up what another process, or this one, has kept, as far as it can be used and is not known yet; gives whether
    /// there is a manifest. What is new comes first: it may be made of what is known.
    pub(super) fn adopt(&mut self) -> bool {
        let Some(folder) = &self.folder else { return false };
        let Some((manifest, mark)) = Manifest::read(folder, &self.manifest) else { return false };
        files::note_use(folder);
        let mut new = Vec::new();
        for Entry { file, bytes, documents } in &manifest.segments {
            if self.damaged.contains(file) || self.kept.iter().any(|kept| kept.file.as_ref() == Some(file)) {
                continue;
            }
            let segment = Segment::map(&folder.join(file)).ok();
            let is_whole = |segment: &Segment| {
                segment.bytes() as u64 == *bytes && segment.documents() == documents.len() && !segment.is_damaged()
            };
            if let Some(segment) = segment.filter(is_whole) {
                let (documents, file, bytes) = (documents.clone(), Some(file.clone()), *bytes);
                new.push(Kept { segment: Arc::new(segment), documents, file, bytes });
            }
        }
        self.kept.splice(0..0, new);
        (self.manifest, self.mark) = (manifest, Some(mark));
        true
    }

    /// Lets go of segments whose files are gone: they could not be named in a manifest.
    fn forget_lost(&mut self) {
        let Some(folder) = &self.folder else { return };
        let is_there = |name: &String, kept: &Kept| files::is_there(&folder.join(name), kept.bytes);
        self.kept.retain(|kept| kept.file.as_ref().is_none_or(|name| is_there(name, kept)));
    }

    /// Where the words of each source are, and whose are nowhere, after letting go of segments in which no source lives.
    pub(super) fn living(&mut self, sources: &[Arc<Source>]) -> (Vec<Option<Home>>, Vec<usize>) {
        let found = self.homes(sources);
        let mut lives = vec![false; self.kept.len()];
        found.0.iter().flatten().for_each(|home| lives[home.segment] = true);
        if lives.iter().all(|&lives| lives) {
            return found;
        }
        let mut lives = lives.into_iter();
        self.kept.retain(|_| lives.next().unwrap_or(true));
        self.homes(sources)
    }

    /// Whether there is something to write: the manifest does not say yet what is to be said of the corpus, or something
    /// lies about.
    pub(super) fn has_news(&self, corpus: &Corpus) -> bool {
        let is_named = |name: &str| self.manifest.segments.iter().any(|entry| entry.file == name);
        let has_litter = || self.folder.as_ref().is_some_and(|folder| !files::litter(folder, is_named).is_empty());
        self.mark.is_none() || self.to_be_said(corpus).mark() != self.mark || has_litter()
    }

    /// Removes segments that have just been replaced by others with the same words, if they are. Whoever was about to use one
    /// of them finds it gone, and looks at the manifest again.
    pub(super) fn remove(&self, replaced: &[String], _lock: &Lock) {
        let is_named = |file: &String| self.manifest.segments.iter().any(|entry| entry.file == *file);
        for file in replaced.iter().filter(|file| !is_named(file)) {
            // What cannot be removed now goes later, as what nobody needs.
            self.folder.iter().for_each(|folder| _ = std::fs::remove_file(folder.join(file)));
        }
    }

    /// Writes down what is known, and removes what nobody needs any more.
    pub(super) fn commit(&mut self, corpus: &Corpus, lock: &Lock) {
        let Some(folder) = self.folder.clone() else { return };
        let manifest = self.to_be_said(corpus);
        let mark = manifest.mark();
        if mark.is_none() || mark != self.mark {
            if let Err(error) = manifest.write(&folder) {
                // What lies there may be the old one, and its segments must stay.
                self.complain(&error);
                return;
            }
            (self.manifest, self.mark) = (manifest, mark);
        }
        let segments = &self.manifest.segments;
        files::clear(&folder, lock, |name| segments.iter().any(|entry| entry.file == name));
        files::note_use(&folder);
        files::clear_unused(&folder);
    }
}
