//! A library that can be replaced: read in the background, shared by all that ask, and read again when its files change.

use crate::corpus::{Corpus, Folder, Root, Source};
use crate::library::Library;
use std::ffi::OsStr;
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

    /// Reads the corpus, as far as it was not read before or has changed, and puts its library up. Sources in `buffers`
    /// have the text of the buffer. Gives whether the library is another one than before. Takes as long as that takes: not
    /// for an async thread.
    pub fn read(&self, buffers: &[Buffer]) -> bool {
        let _one_at_a_time = self.reading.lock().unwrap_or_else(|e| e.into_inner());
        let before = self.now();
        let mut corpus = match &before {
            Some(library) => library.corpus.reread(&self.roots),
            None => Corpus::read(&self.roots),
        };
        for (path, text) in buffers {
            if let Some(number) = corpus.number_by_path(path)
                && !corpus.sources[number].text.is(text)
            {
                corpus.sources[number] = Arc::new(corpus.sources[number].with_text(text.clone()));
            }
        }
        if before.is_some_and(|library| is_same(&library.corpus, &corpus)) {
            return false;
        }
        self.library.send_replace(Some(Arc::new(Library::build(corpus))));
        true
    }
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
    let same_source = |(a, b): (&Arc<Source>, &Arc<Source>)| {
        Arc::ptr_eq(a, b)
            || (&a.id, &a.path, &a.relative, a.format) == (&b.id, &b.path, &b.relative, b.format)
                && (&a.meta, a.decoding) == (&b.meta, b.decoding)
                && a.text.is_same(&b.text)
    };
    let same_folder = |(a, b): (&Folder, &Folder)| {
        (&a.root, &a.sources, &a.metadata) == (&b.root, &b.sources, &b.metadata)
            && (&a.concepts, &a.problems) == (&b.concepts, &b.problems)
    };
    a.sources.len() == b.sources.len()
        && a.folders.len() == b.folders.len()
        && a.sources.iter().zip(&b.sources).all(same_source)
        && a.folders.iter().zip(&b.folders).all(same_folder)
}
