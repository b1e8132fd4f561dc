//! The words of a corpus kept from one start to the next: segments in files below the user's cache folder, and a manifest
//! that says what they hold.
//!
//! A document is known by what its words were made from, so a text that moves, or is closed in the editor without being
//! saved, costs nothing, and whatever lies in the folder is either what the manifest says or not believed. Nothing that is
//! kept is ever changed: new segments are written beside the old ones, then the manifest is replaced, and what no manifest
//! names any more is cleared away later. So the process may end at any moment, several may share a store, and readers wait
//! for nobody. Where nothing can be kept, all is done in memory.

mod files;
mod later;
mod manifest;
mod merging;
mod sharing;
#[cfg(test)]
mod tests;

use super::collect::collected;
use super::{Home, Index, Segment};
use crate::corpus::{Corpus, KnownFolder, Root, Source};
use crate::text::key;
use files::Lock;
pub use later::{Extracted, Unextracted};
use manifest::{Entry, Key, Manifest, Mark};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The words of a smaller corpus are found again faster than they are fetched, in bytes of text.
const SMALL: usize = 1 << 18;
/// The text that one segment holds the words of, at most, in bytes.
const LARGEST: usize = 256 << 20;

/// The parts of a segment, as they are counted.
const PARTS: [&str; 5] = ["words", "lists", "vocabulary", "phrases", "candidates"];

/// Told how many bytes of text have been worked through, and how many there are.
pub type Watch<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// What is kept of the words of one corpus.
#[derive(Debug, Default)]
pub struct Store {
    /// Where it is kept; `None` for what is not kept.
    folder: Option<PathBuf>,
    /// A smaller corpus is not kept, in bytes of text.
    least: usize,
    /// The manifest as it was last read or written.
    manifest: Manifest,
    /// What tells the manifest on disk from others, if it is known.
    mark: Option<Mark>,
    kept: Vec<Kept>,
    /// Files that were found to be damaged.
    damaged: Vec<String>,
    problem: Option<String>,
    /// Told that another process is waited for; without it none is waited for long.
    waiting: Option<fn()>,
}

/// A segment, and what its documents are the words of.
#[derive(Debug)]
struct Kept {
    segment: Arc<Segment>,
    documents: Vec<Key>,
    /// Its file; `None` for one in memory.
    file: Option<String>,
    /// How many bytes the file has. It may lack the candidates for concepts that the segment has.
    bytes: u64,
}

/// A corpus as it was when it was last seen.
pub struct Recalled {
    /// The corpus. It should be read again: its files may have changed.
    pub corpus: Corpus,
    /// Where its words are; `None` where some of that is missing.
    pub index: Option<Index>,
}

/// What a store holds, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Segments.
    pub segments: usize,
    /// Bytes of them all.
    pub bytes: u64,
    /// Of which are words, lists of blocks, vocabulary and phrases.
    pub parts: [(&'static str, u64); 5],
    /// Bytes of those that are in files.
    pub on_disk: u64,
    /// Words, those of sources that are gone included.
    pub words: u64,
    /// Different words.
    pub vocabulary: usize,
}

impl Store {
    /// The store of the corpus at these roots, below the folder `cache`; without one nothing is kept.
    pub fn new(cache: Option<&Path>, roots: &[Root]) -> Self {
        let manifest = Manifest::new(roots);
        let mut hasher = FxHasher::default();
        manifest.roots.hash(&mut hasher);
        let is_kept = roots.iter().any(|root| matches!(root, Root::Folder(_)));
        let folder =
            cache.filter(|_| is_kept).map(|cache| cache.join("index").join(format!("{:016x}", hasher.finish())));
        Store { folder, least: SMALL, manifest, ..Store::default() }
    }

    /// What was kept of the corpus, if anything was, without looking at the corpus itself.
    pub fn recall(&mut self, roots: &[Root]) -> Option<Recalled> {
        self.adopt();
        let mut folders = std::mem::take(&mut self.manifest.folders);
        let known = |root: &Path| {
            let named = manifest::true_path(root);
            let at = folders.iter().position(|folder| folder.root == named)?;
            Some(folders.swap_remove(at).called(&std::path::absolute(root).ok()?))
        };
        let corpus = Corpus::recall(roots, known)?;
        let (mut homes, mut missing) = self.homes(&corpus.sources);
        let volatile = missing.iter().filter(|&&number| !corpus.sources[number].is_in_file());
        let volatile: Vec<&Source> = volatile.map(|&number| &*corpus.sources[number]).collect();
        if !volatile.is_empty() {
            self.collect(volatile, None, &|_| {});
            (homes, missing) = self.homes(&corpus.sources);
        }
        let index = missing.is_empty().then(|| self.snapshot(homes));
        Some(Recalled { corpus, index })
    }

    /// The index of a corpus: what is not known of its words yet is found and, if that is worth it, kept.
    pub fn index(&mut self, corpus: &Corpus, watch: Watch) -> Index {
        let damaged = self.kept.extract_if(.., |kept| kept.segment.is_damaged());
        self.damaged.extend(damaged.filter_map(|kept| kept.file));
        let in_files = |number: &usize| corpus.sources[*number].is_in_file();
        let (mut homes, mut missing) = self.living(&corpus.sources);
        let is_kept = !self.is_small(corpus) && self.folder.is_some();
        let lock =
            if is_kept && (missing.iter().any(in_files) || self.has_news(corpus)) { self.locked() } else { None };
        if lock.is_some() {
            (homes, missing) = self.homes(&corpus.sources);
        }
        let is_whole = lock.is_none() && missing.is_empty();
        let (filed, volatile): (Vec<usize>, Vec<usize>) = missing.into_iter().partition(|number| in_files(number));
        let source = |number: usize| &*corpus.sources[number];
        let total = filed.iter().chain(&volatile).map(|&number| source(number).text.len() as u64).sum();
        let step = steps(watch, total);
        self.collect(volatile.into_iter().map(source).collect(), None, &step);
        for group in groups(filed.into_iter().map(source).collect()) {
            self.collect(group, lock.as_ref(), &step);
            // What is done is not lost, even if the rest is never done.
            if let Some(lock) = &lock {
                self.commit(corpus, lock);
            }
        }
        if !is_whole {
            (homes, _) = self.living(&corpus.sources);
        }
        if self.forget_the_dead(&corpus.sources) {
            (homes, _) = self.homes(&corpus.sources);
        }
        if let Some(lock) = &lock {
            self.commit(corpus, lock);
        }
        self.snapshot(homes)
    }

    /// The index of a corpus in which some sources have another text than their file: nothing of that is kept.
    pub fn index_unsaved(&mut self, corpus: &Corpus) -> Index {
        let (_, missing) = self.homes(&corpus.sources);
        self.collect(missing.into_iter().map(|number| &*corpus.sources[number]).collect(), None, &|_| {});
        let (homes, _) = self.homes(&corpus.sources);
        let mut lives = vec![false; self.kept.len()];
        homes.iter().flatten().for_each(|home| lives[home.segment] = true);
        let mut lives = lives.into_iter();
        let before = self.kept.len();
        self.kept.retain(|kept| lives.next().unwrap_or(true) || kept.file.is_some());
        let is_news = self.forget_the_dead(&corpus.sources) || self.kept.len() < before;
        let homes = if is_news { self.homes(&corpus.sources).0 } else { homes };
        self.snapshot(homes)
    }

    /// Reads all that it holds: what is damaged is known then, and is made anew by [`Store::index`].
    pub fn verify(&self) {
        self.kept.iter().for_each(|kept| _ = kept.segment.verify());
    }

    /// Other processes that write are waited for until they are done, and `say` is called once if that takes its time.
    pub fn wait_for_others(&mut self, say: fn()) {
        self.waiting = Some(say);
    }

    /// What kept the store from being written, if that has not been told yet.
    pub fn take_problem(&mut self) -> Option<String> {
        self.problem.take()
    }

    /// Whether a corpus is so small that its words are found anew each time.
    pub fn is_small(&self, corpus: &Corpus) -> bool {
        corpus.sources.iter().map(|source| source.text.len()).sum::<usize>() < self.least
    }

    /// Where it is kept, if anything of it is.
    pub fn folder(&self) -> Option<&Path> {
        let is_named = |file: &String| self.manifest.segments.iter().any(|entry| entry.file == *file);
        let mut files = self.kept.iter().filter_map(|kept| kept.file.as_ref()).peekable();
        self.folder.as_deref().filter(|_| files.peek().is_some() && files.all(is_named))
    }

    /// What it holds; the whole vocabulary is read for that.
    pub fn figures(&self) -> Figures {
        let words = |kept: &Kept| (0..kept.segment.vocabulary() as u32).map(|id| key(kept.segment.word(id))).collect();
        let vocabulary: FxHashSet<u64> = self.kept.iter().flat_map::<Vec<u64>, _>(words).collect();
        let bytes = |kept: &Kept| kept.segment.bytes() as u64;
        let size = |kept: &Kept, part: &str| {
            let sizes = kept.segment.sizes();
            sizes.iter().filter(|size| size.0 == part).map(|size| size.1 as u64).sum::<u64>()
        };
        Figures {
            segments: self.kept.len(),
            bytes: self.kept.iter().map(bytes).sum(),
            parts: PARTS.map(|part| (part, self.kept.iter().map(|kept| size(kept, part)).sum())),
            on_disk: self.kept.iter().filter(|kept| kept.file.is_some()).map(bytes).sum(),
            words: self.kept.iter().map(|kept| kept.segment.words()).sum(),
            vocabulary: vocabulary.len(),
        }
    }

    fn snapshot(&self, homes: Vec<Option<Home>>) -> Index {
        Index::new(self.kept.iter().map(|kept| kept.segment.clone()).collect(), homes)
    }

    /// Where the words of each source are, and the numbers of the sources whose words are nowhere.
    fn homes(&self, sources: &[Arc<Source>]) -> (Vec<Option<Home>>, Vec<usize>) {
        let count = self.kept.iter().map(|kept| kept.documents.len()).sum();
        // Of each key the first of the homes, and of each home the next one of the same key.
        let mut known: FxHashMap<Key, Option<usize>> = FxHashMap::with_capacity_and_hasher(count, Default::default());
        let mut all: Vec<(Home, Option<usize>)> = Vec::with_capacity(count);
        for (segment, kept) in self.kept.iter().enumerate().rev() {
            for (document, key) in kept.documents.iter().enumerate().rev() {
                let first = known.entry(*key).or_default();
                all.push((Home { segment, document }, first.replace(all.len())));
            }
        }
        // Two sources with the same text are two sources.
        let home = |source: &Arc<Source>| {
            let first = known.get_mut(&Key::of(source))?;
            let (home, next) = all[(*first)?];
            *first = next;
            Some(home)
        };
        let homes: Vec<Option<Home>> = sources.iter().map(home).collect();
        let missing = (0..homes.len()).filter(|&number| homes[number].is_none()).collect();
        (homes, missing)
    }

    /// Finds the words of some sources; they are kept where the right to write is shown.
    fn collect(&mut self, sources: Vec<&Source>, lock: Option<&Lock>, done: &(dyn Fn(usize) + Sync)) {
        if sources.is_empty() {
            return;
        }
        let keys: Vec<Key> = sources.iter().map(|source| Key::of(source)).collect();
        // Of a lot of text that is kept they are found later: see [`Store::extract`].
        let size: usize = sources.iter().map(|source| source.text.len()).sum();
        let with_candidates = lock.is_none() || size < self.least;
        let (bytes, documents) = collected(sources, with_candidates, done);
        let documents = keys.into_iter().zip(documents).filter_map(|(key, number)| number.map(|_| key)).collect();
        self.keep(bytes, documents, lock);
    }

    /// Takes up a segment that was just made. What cannot be written stays in memory.
    fn keep(&mut self, bytes: Vec<u8>, documents: Vec<Key>, lock: Option<&Lock>) {
        let written = self.folder.as_deref().filter(|_| lock.is_some()).map(|folder| {
            let name = files::name_of(&bytes);
            files::write(folder, &name, &[&bytes])?;
            let segment = Segment::map(&folder.join(&name)).map_err(io::Error::other)?;
            Ok((segment, name))
        });
        let (segment, file) = match written {
            Some(Ok((segment, file))) => {
                self.damaged.retain(|damaged| *damaged != file);
                (segment, Some(file))
            }
            not_written => {
                if let Some(Err(error)) = not_written {
                    self.complain(&error);
                }
                // What was made this moment can be read.
                let Ok(segment) = Segment::from_bytes(bytes) else { return };
                (segment, None)
            }
        };
        let bytes = segment.bytes() as u64;
        self.kept.push(Kept { segment: Arc::new(segment), documents, file, bytes });
    }

    fn to_be_said(&self, corpus: &Corpus) -> Manifest {
        let entry = |kept: &Kept| {
            Some(Entry { file: kept.file.clone()?, bytes: kept.bytes, documents: kept.documents.clone() })
        };
        let (program, roots) = (self.manifest.program.clone(), self.manifest.roots.clone());
        let segments = self.kept.iter().filter_map(entry).collect();
        let known = |folder: KnownFolder| {
            let root = manifest::true_path(&folder.root);
            folder.called(&root)
        };
        Manifest { program, roots, folders: corpus.known().into_iter().map(known).collect(), segments }
    }

    fn complain(&mut self, error: &io::Error) {
        let folder = self.folder.as_deref().unwrap_or(Path::new("")).display();
        self.problem = Some(format!("the index cannot be kept in {folder}: {error}"));
    }
}

/// Tells `watch` of each step of so many bytes how many there were until then, of `total`.
fn steps(watch: Watch, total: u64) -> impl Fn(usize) + Sync {
    let done = AtomicU64::new(0);
    move |bytes| watch(done.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64, total)
}

/// The sources in groups of about the same size, none larger than one segment may be.
fn groups(sources: Vec<&Source>) -> Vec<Vec<&Source>> {
    let total: usize = sources.iter().map(|source| source.text.len()).sum();
    let share = total / total.div_ceil(LARGEST).max(1) + 1;
    let mut groups: Vec<Vec<&Source>> = Vec::new();
    let mut size = 0;
    for source in sources {
        let len = source.text.len();
        if groups.is_empty() || size >= share || size + len > LARGEST {
            groups.push(Vec::new());
            size = 0;
        }
        size += len;
        if let Some(group) = groups.last_mut() {
            group.push(source);
        }
    }
    groups
}
