//! Bytes in, sources out: finding the files of a corpus, decoding them, what is known of each, and the corpus as it was
//! at one moment.
//!
//! **Whatever a folder holds, reading it ends, gives what can be read and says what could not.** An offset in a source is
//! a byte of its decoded UTF-8 text, without the byte-order mark and with its line ends as they are.

mod cache;
mod date;
mod decode;
mod embedded;
mod file;
mod folder;
mod paths;
mod pool;
mod record;
mod snapshot;
mod source;
mod text;
mod walk;

pub use cache::{cache_folder, write_cache};
pub use date::{Date, earliest_first};
pub use decode::{Decoded, Decoding, decode};
pub use embedded::seeds;
pub use file::{Before, FileProblem, NotesFile};
pub use folder::{FolderRead, met_ids, read_folder, unknown_files};
pub use pool::Pool;
pub use record::{KnownFolder, Record};
pub use snapshot::{Corpus, Folder, Root};
pub use source::{Excerpt, Source, Stamp};
pub use text::Text;
pub use walk::{each_text, unreadable};
