//! A library that can be replaced: read in the background, shared by all that ask, and read again when its files change.

use crate::corpus::{Corpus, Root};
use crate::library::Library;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

/// The place of a library.
pub struct Shelf {
    roots: Vec<Root>,
    library: watch::Sender<Option<Arc<Library>>>,
    /// Held while the corpus is being read, so that two changes are not read at once.
    reading: Mutex<()>,
}

/// A source that is open with unsaved edits: its path, and its text in the editor.
pub type Buffer = (PathBuf, Arc<str>);

impl Shelf {
    /// A shelf for the corpus at these roots, empty until [`Shelf::read`].
    pub fn new(roots: Vec<Root>) -> Self {
        Shelf { roots, library: watch::Sender::new(None), reading: Mutex::default() }
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

    /// Reads the corpus, as far as it was not read before or has changed, and puts its library up. Sources in `buffers`
    /// have the text of the buffer. Takes as long as that takes: not for an async thread.
    pub fn read(&self, buffers: &[Buffer]) {
        let _one_at_a_time = self.reading.lock().unwrap_or_else(|e| e.into_inner());
        let before = self.now();
        let mut corpus = match &before {
            Some(library) => library.corpus.reread(&self.roots),
            None => Corpus::read(&self.roots),
        };
        for (path, text) in buffers {
            if let Some(number) = corpus.number_by_path(path)
                && corpus.sources[number].text != *text
            {
                corpus.sources[number] = Arc::new(corpus.sources[number].with_text(text.clone()));
            }
        }
        self.library.send_replace(Some(Arc::new(Library::build(corpus))));
    }
}
