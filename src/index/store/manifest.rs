//! What the store of a corpus says of itself: the sources that it knows, and the segments that hold their words.

use super::files;
use crate::corpus::{KnownFolder, Root, Source};
use crate::markup::Format;
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

const NAME: &str = "manifest";
const MAGIC: &[u8; 8] = b"glossMAN";
/// To be raised whenever this layout or the way to find the words of a text changes: an older store is then made anew.
const VERSION: u32 = 3;
/// The magic, the version and the checksum of what follows.
const HEADER: usize = 16;

/// What is kept of a corpus. What it says was true of the files when it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The version of the program.
    pub program: String,
    /// Whose corpus it is.
    pub roots: Vec<String>,
    /// The folders and their sources.
    pub folders: Vec<KnownFolder>,
    /// The segments.
    pub segments: Vec<Entry>,
}

/// The length and the checksum of a manifest.
pub(super) type Mark = (usize, u32);

/// A segment in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its name below the store's folder.
    pub file: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// What its documents are the words of.
    pub documents: Vec<Key>,
}

/// What the words of a document depend on: the same text in the same format has the same ones, wherever it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Key {
    content: u64,
    len: u64,
    format: Format,
}

impl Key {
    /// What no source has.
    pub const NONE: Key = Key { content: 0, len: u64::MAX, format: Format::Plain };

    pub fn of(source: &Source) -> Self {
        Key { content: source.text.content(), len: source.text.len() as u64, format: source.format }
    }
}

impl Manifest {
    /// The manifest of a corpus of which nothing is known yet.
    pub fn new(roots: &[Root]) -> Self {
        let name = |root: &Root| match root {
            Root::Folder(folder) => {
                let folder = true_path(folder);
                // The names of two folders never become one.
                folder.to_str().map_or_else(|| format!("{folder:?}"), String::from)
            }
            Root::Seeds(_) => String::new(),
        };
        let program = env!("CARGO_PKG_VERSION").to_string();
        Manifest { program, roots: roots.iter().map(name).collect(), ..Manifest::default() }
    }

    /// Reads it from the store's folder. `None` where there is none that can be believed, or it is of another version or of
    /// other roots than `expected`.
    pub fn read(folder: &Path, expected: &Manifest) -> Option<(Self, Mark)> {
        let bytes = std::fs::read(folder.join(NAME)).ok()?;
        let (header, body) = bytes.split_at_checked(HEADER)?;
        if header != head(body) {
            return None;
        }
        let manifest: Manifest = postcard::from_bytes(body).ok()?;
        let is_ours = (&manifest.program, &manifest.roots) == (&expected.program, &expected.roots);
        is_ours.then(|| (manifest, (body.len(), crc32fast::hash(body))))
    }

    /// Writes it: whoever reads at the same time reads the old one or this one.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let body = postcard::to_stdvec(self).map_err(|_| io::Error::other("what is known cannot be written down"))?;
        files::write(folder, NAME, &[&head(&body), &body])
    }

    /// What tells it from one that says something else.
    pub fn mark(&self) -> Option<Mark> {
        let body = postcard::to_stdvec(self).ok()?;
        Some((body.len(), crc32fast::hash(&body)))
    }
}

fn head(body: &[u8]) -> [u8; HEADER] {
    let mut head = [0; HEADER];
    head[..8].copy_from_slice(MAGIC);
    head[8..12].copy_from_slice(&VERSION.to_le_bytes());
    head[12..].copy_from_slice(&crc32fast::hash(body).to_le_bytes());
    head
}

/// The one path of a folder, by whatever path it is called; where it cannot be found, the absolute one.
pub(super) fn true_path(folder: &Path) -> PathBuf {
    folder.canonicalize().or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_path_buf())
}

/// Whether there is a manifest, of whatever version.
pub(super) fn is_there(folder: &Path) -> bool {
    let mut magic = [0; MAGIC.len()];
    let read = std::fs::File::open(folder.join(NAME)).and_then(|mut file| file.read_exact(&mut magic));
    read.is_ok() && magic == *MAGIC
}

/// Whether a file of the store is the manifest.
pub(super) fn is_manifest(name: &str) -> bool {
    name == NAME
}
