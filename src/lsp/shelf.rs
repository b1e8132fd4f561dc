//! A library that can be replaced: read in the background, shared by all that ask, and read again when its files change.

use super::notes;
use crate::annotation::NotesKind;
use crate::corpus::{Corpus, Folder, NotesFile, Root, Source};
use crate::index::{Index, Recalled, Store, Watch};
use crate::library::Library;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::watch;

/// The place of a library.
pub struct Shelf {
    roots: Vec<Root>,
    library: watch::Sender<Option<Arc<Library>>>,
    /// Held while the corpus is being read, so that two changes are not read at once.
    reading: Mutex<Reading>,
    /// Held while candidates for concepts are being found, so that they are found once.
    extracting: Mutex<()>,
    /// What kept the index from being kept. Whoever tells it must not wait for the reading.
    problem: Mutex<Option<String>>,
}

/// What is needed to read the corpus again.
struct Reading {
    store: Store,
    /// The corpus as it was on disk, if it was read or is known from an earlier start.
    on_disk: Option<Corpus>,
}

/// A source that is open with unsaved edits: its path, and its text in the editor.
pub type Buffer = (PathBuf, Arc<str>);

impl Shelf {
    /// A shelf for the corpus at these roots, empty until [`Shelf::recall`] or [`Shelf::read`]. Its index is kept below
    /// the folder `cache`.
    pub fn new(roots: Vec<Root>, cache: Option<&Path>) -> Self {
        let reading = Reading { store: Store::new(cache, &roots), on_disk: None };
        Shelf {
            roots,
            library: watch::Sender::new(None),
            reading: Mutex::new(reading),
            extracting: Mutex::default(),
            problem: Mutex::default(),
        }
    }

    /// Where its corpus is.
    pub fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// The folders of its corpus.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.roots.iter().filter_map(|root| match root {
            Root::Folder(folder) => Some(folder.as_path()),
            Root::Seeds(_) => None,
        })
    }

    /// Whether a file lies in one of its folders, or is one of its texts.
    pub fn holds(&self, path: &Path) -> bool {
        self.roots.iter().any(|root| match root {
            Root::Folder(folder) | Root::Seeds(Some(folder)) => path.starts_with(folder),
            Root::Seeds(None) => false,
        })
    }

    /// Whether what happened to a file may change the corpus: it is, was or may be a source or a note about sources, or a
    /// folder with such. Hidden files are none, as in [`Corpus::read`].
    pub fn concerns(&self, path: &Path) -> bool {
        self.folders().any(|folder| match path.strip_prefix(folder) {
            Ok(below) => below.as_os_str().is_empty() || self.may_hold(below, path),
            Err(_) => folder.starts_with(path),
        })
    }

    fn may_hold(&self, below: &Path, path: &Path) -> bool {
        let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".") && !hidden_rule(name);
        if below.iter().any(hidden) {
            return false;
        }
        let known = |library: Arc<Library>| library.corpus.sources.iter().any(|s| under(s.path.as_deref(), path));
        let kind = path.extension().map(OsStr::to_ascii_lowercase);
        match kind.as_deref().and_then(OsStr::to_str) {
            Some("txt" | "md" | "markdown" | "toml") => true,
            _ => below.iter().any(hidden_rule) || path.is_dir() || self.now().is_none_or(known),
        }
    }

    /// Whether what an editor has in a file is what the library answers from: it is a source, or the `concepts.toml` of a
    /// folder.
    pub fn answers_from(&self, path: &Path) -> bool {
        let is_concepts = |library: Arc<Library>| folder_of_concepts(&library.corpus, path).is_some();
        self.source(path).is_some() || self.now().is_some_and(is_concepts)
    }

    /// The number of the source that a file is; `None` if it is none, or it is not known yet.
    pub fn source(&self, path: &Path) -> Option<usize> {
        self.now()?.corpus.number_by_path(path)
    }

    /// The library, if it was read.
    pub fn now(&self) -> Option<Arc<Library>> {
        self.library.borrow().clone()
    }

    /// The library, as soon as it was read.
    pub async fn ready(&self) -> Option<Arc<Library>> {
        let mut seen = self.library.subscribe();
        seen.wait_for(Option::is_some).await.ok().and_then(|library| library.clone())
    }

    /// Puts up the library that was there before, or an empty one: the corpus cannot be read, and those who wait for it
    /// must not wait for ever.
    pub fn give_up(&self) {
        tracing::error!("the corpus cannot be read");
        let library = self.now().unwrap_or_else(|| Arc::new(Library::build(Corpus::default())));
        self.library.send_replace(Some(library));
    }

    /// Puts up the library of an earlier start, if nothing is up and one is known: the corpus is not looked at. Gives
    /// whether it did; then the corpus should be read, for it may have changed.
    pub fn recall(&self, buffers: &[Buffer]) -> bool {
        let mut reading = self.reading();
        if self.now().is_some() || reading.on_disk.is_some() {
            return false;
        }
        let Some(Recalled { corpus, index }) = reading.store.recall(&self.roots) else { return false };
        let is_whole = index.is_some();
        if let Some(index) = index {
            let edited = with_buffers(&corpus, buffers, None);
            let library = match edited {
                Some(edited) => Library::new(edited.clone(), reading.store.index_unsaved(&edited)),
                None => Library::new(corpus.clone(), index),
            };
            self.put_up(library);
        }
        reading.on_disk = Some(corpus);
        is_whole
    }

    /// Reads the corpus, as far as it was not read before or has changed, and puts its library up; `watch` is told how far
    /// that is. Sources in `buffers` have the text of the buffer. Where nothing has happened but to the files `changed`,
    /// the others are not looked at. Gives whether the library is another one than before. Takes as long as that takes: not
    /// for an async thread.
    pub fn read(&self, buffers: &[Buffer], changed: Option<&[PathBuf]>, watch: Watch) -> bool {
        let mut reading = self.reading();
        let before = reading.on_disk.take();
        let changed = changed.filter(|_| self.now().is_some());
        let some = before.as_ref().zip(changed).and_then(|(before, changed)| before.with_files_reread(changed));
        let corpus = some.unwrap_or_else(|| before.unwrap_or_default().reread(&self.roots));
        let edited = with_buffers(&corpus, buffers, self.now().as_deref());
        let is_new = self.is_news(edited.as_ref().unwrap_or(&corpus));
        if is_new {
            let index = reading.store.index(&corpus, watch);
            let library = match edited {
                Some(edited) => Library::new(edited.clone(), reading.store.index_unsaved(&edited)),
                None => Library::new(corpus.clone(), index),
            };
            self.put_up(library);
        }
        reading.on_disk = Some(corpus);
        self.note_problem(&mut reading.store);
        is_new
    }

    /// Takes over what is in `buffers`, but looks at no file; gives whether the library is another one than before.
    pub fn edit(&self, buffers: &[Buffer]) -> bool {
        let mut reading = self.reading();
        let Some(corpus) = &reading.on_disk else { return false };
        let edited = with_buffers(corpus, buffers, self.now().as_deref()).unwrap_or_else(|| corpus.clone());
        let is_new = self.is_news(&edited);
        if is_new {
            let index = reading.store.index_unsaved(&edited);
            self.put_up(Library::new(edited, index));
        }
        is_new
    }

    /// Puts a library up. One that takes the place of another knows what that knew: what was discovered does not come and
    /// go while a source is written.
    fn put_up(&self, library: Library) {
        let library = library.served();
        if library.index.is_extracted() && self.now().is_some_and(|before| before.has_discovered()) {
            library.discover();
            library.announce();
        }
        self.library.send_replace(Some(Arc::new(library)));
    }

    /// Discovers the concepts of the library that is up, or waits for whoever does; gives whether that was not told before. Takes as
    /// long as that takes: not for an async thread.
    pub fn discover(&self) -> bool {
        let _extracting = self.extracting.lock().unwrap_or_else(|e| e.into_inner());
        let Some(library) = self.now() else { return false };
        if !library.has_discovered() && !library.index.is_extracted() {
            let Some(index) = self.extracted(&library) else { return false };
            library.discover_by(&index);
        }
        library.discover();
        library.announce()
    }

    /// An index of the library's sources that has their candidates for concepts. Others may read meanwhile.
    fn extracted(&self, library: &Library) -> Option<Index> {
        for one in self.with_store(|store, corpus| store.unextracted(corpus))? {
            if let Some(found) = one.extract(&|_| {}) {
                self.with_store(|store, corpus| store.take_candidates(corpus, found))?;
            }
        }
        self.with_store(|store, _| store.index_unsaved(&library.corpus))
    }

    /// Does something with the store and the corpus as it is on disk, if that is known.
    fn with_store<T>(&self, work: impl FnOnce(&mut Store, &Corpus) -> T) -> Option<T> {
        let mut reading = self.reading();
        let Reading { store, on_disk } = &mut *reading;
        let done = work(store, on_disk.as_ref()?);
        self.note_problem(store);
        Some(done)
    }

    /// Makes the index lean where that is worth it. What is up stays as it is.
    pub fn tidy(&self) {
        self.with_store(|store, corpus| while store.tidy(corpus) {});
    }

    /// What kept the index from being kept, if that was not said yet.
    pub fn take_problem(&self) -> Option<String> {
        self.problem.lock().unwrap_or_else(|e| e.into_inner()).take()
    }

    fn note_problem(&self, store: &mut Store) {
        if let Some(problem) = store.take_problem() {
            *self.problem.lock().unwrap_or_else(|e| e.into_inner()) = Some(problem);
        }
    }

    fn reading(&self) -> MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Whether the library that is up cannot answer for this corpus.
    fn is_news(&self, corpus: &Corpus) -> bool {
        self.now().is_none_or(|library| library.index.is_damaged() || !is_same(&library.corpus, corpus))
    }
}

/// The corpus with the text of the buffers; `None` where they have the same text as the files. What the library `before`
/// knows from a `concepts.toml` is worth more than one that is broken.
fn with_buffers(corpus: &Corpus, buffers: &[Buffer], before: Option<&Library>) -> Option<Corpus> {
    let mut edited: Option<Corpus> = None;
    for (path, text) in buffers {
        if let Some(folder) = folder_of_concepts(corpus, path) {
            let before = before.and_then(|before| concepts_at(&before.corpus, path));
            // What was taken over before is not read again.
            let is_taken = before.is_some_and(|file| file.text == *text);
            let known = if is_taken || text.parse::<toml::Table>().is_ok() {
                Some(NotesFile { path: Some(path.clone()), text: text.clone(), mark: 0 })
            } else {
                before.or_else(|| concepts_at(corpus, path)).cloned()
            };
            let text = |file: &Option<NotesFile>| file.as_ref().map(|file| file.text.clone());
            if text(&corpus.folders[folder].concepts) != text(&known) {
                edited.get_or_insert_with(|| corpus.clone()).folders[folder].concepts = known;
            }
            continue;
        }
        let Some(number) = corpus.number_by_path(path).filter(|&number| !corpus.sources[number].text.is(text)) else {
            continue;
        };
        let corpus = edited.get_or_insert_with(|| corpus.clone());
        corpus.sources[number] = Arc::new(corpus.sources[number].with_text(text.clone()));
    }
    edited
}

/// The number of the folder that a file is the `concepts.toml` of.
fn folder_of_concepts(corpus: &Corpus, path: &Path) -> Option<usize> {
    let is_concepts = notes::kind_of(path) == Some(NotesKind::Concepts);
    let root = path.parent().filter(|_| is_concepts)?;
    corpus.folders.iter().position(|folder| folder.root.as_deref().is_some_and(|own| notes::is_same(own, root)))
}

/// The `concepts.toml` at a path, as a corpus has it.
fn concepts_at<'a>(corpus: &'a Corpus, path: &Path) -> Option<&'a NotesFile> {
    corpus.folders[folder_of_concepts(corpus, path)?].concepts.as_ref()
}

/// `.gitignore` and its like, which say what belongs to the corpus.
fn hidden_rule(name: &OsStr) -> bool {
    name == ".gitignore" || name == ".ignore"
}

fn under(source: Option<&Path>, path: &Path) -> bool {
    source.is_some_and(|source| source.starts_with(path))
}

/// Whether nothing that a library is made of differs.
fn is_same(a: &Corpus, b: &Corpus) -> bool {
    let same_source = |(a, b): (&Arc<Source>, &Arc<Source>)| Arc::ptr_eq(a, b) || a.is_as_good_as(b);
    let same_folder = |(a, b): (&Folder, &Folder)| {
        (&a.root, &a.sources, &a.metadata) == (&b.root, &b.sources, &b.metadata)
            && (&a.concepts, &a.problems) == (&b.concepts, &b.problems)
    };
    a.sources.len() == b.sources.len()
        && a.folders.len() == b.folders.len()
        && a.sources.iter().zip(&b.sources).all(same_source)
        && a.folders.iter().zip(&b.folders).all(same_folder)
}
