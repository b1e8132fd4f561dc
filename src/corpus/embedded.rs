//! The seeds: the default corpus, compiled in.

use super::folder::described;
use super::{FolderRead, NotesFile, Source};
use crate::markup::Format;
use std::path::Path;
use std::sync::Arc;

/// The seed documents, by file name.
pub(super) const TEXTS: [(&str, &str); 5] = [
    (
        "central-meeting-on-foreign-policy-work.txt",
        include_str!("../../seeds/central-meeting-on-foreign-policy-work.txt"),
    ),
    (
        "foreign-policies-for-pursuing-peaceful-development.txt",
        include_str!("../../seeds/foreign-policies-for-pursuing-peaceful-development.txt"),
    ),
    ("independent-foreign-policy-of-peace.txt", include_str!("../../seeds/independent-foreign-policy-of-peace.txt")),
    (
        "objective-of-cpc-international-relations.txt",
        include_str!("../../seeds/objective-of-cpc-international-relations.txt"),
    ),
    (
        "opposing-hegemonism-and-safeguarding-world-peace.txt",
        include_str!("../../seeds/opposing-hegemonism-and-safeguarding-world-peace.txt"),
    ),
];

const METADATA: &str = include_str!("../../seeds/corpus.toml");
const CONCEPTS: &str = include_str!("../../seeds/concepts.toml");

/// The seeds as a folder of sources. `written` is the folder that [`write_cache`](super::write_cache) wrote them to;
/// without it they have no path.
pub fn seeds(written: Option<&Path>) -> FolderRead {
    let source = |&(name, text): &(&str, &str)| {
        // A mark at the beginning is no part of a source's text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Source { path: written.map(|folder| folder.join(name)), ..Source::new(name, text.into(), Format::Plain) }
    };
    let notes = |text: &str| Some(NotesFile { path: None, text: Arc::from(text), mark: 0 });
    let mut read = FolderRead { metadata: notes(METADATA), concepts: notes(CONCEPTS), ..FolderRead::default() };
    read.sources = described(TEXTS.iter().map(source).collect(), &read.metadata, &mut read.metadata_problems);
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_are_five_documents_and_nothing_is_wrong_with_what_is_said_of_them() {
        let read = seeds(None);
        assert_eq!(read.sources.len(), 5);
        assert_eq!(read.metadata_problems, []);
        assert!(read.sources.iter().all(|source| source.path.is_none() && source.id == source.meta.id));
    }

    #[test]
    fn a_seed_has_a_path_once_it_is_written_somewhere() {
        let read = seeds(Some(Path::new("/cache/seeds")));
        let path = Path::new("/cache/seeds/central-meeting-on-foreign-policy-work.txt");
        assert_eq!(read.sources[0].path.as_deref(), Some(path));
    }
}
