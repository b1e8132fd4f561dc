//! Going from an id to its entry, and from an anchor to its passage.

use super::Notes;
use crate::annotation::Holds;
use crate::library::Library;
use crate::text::Span;
use crate::trace::Place;

/// Where a jump from one of the files leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesTarget {
    /// Into the file itself.
    Here(Span),
    /// Into a source.
    Source(Place),
}

/// What the byte `offset` of a file leads to, and the bytes that one jumps from: an id to its entry, an anchor and what it
/// claims to the passage, the id and the file of a text to that text, a name to where the texts have it.
pub fn definition(library: &Library, notes: &Notes, offset: usize) -> Option<(Span, Vec<NotesTarget>)> {
    let (table, entry) = notes.outline.entry_at(offset)?;
    let declared = notes.kind.table(&table.path)?.keys.iter().find(|key| key.name == entry.name)?;
    let (number, text) = entry.string_at(offset)?;
    let start = |source: usize| NotesTarget::Source(Place { source, span: Span::new(0, 0) });
    let targets: Vec<NotesTarget> = match declared.holds {
        Holds::ConceptIds => entry_of(notes, &text.value).into_iter().map(NotesTarget::Here).collect(),
        Holds::SourceId => notes.source(library, &text.value).map(start).into_iter().collect(),
        Holds::TextFile => {
            let file = text.value.trim_start_matches("./");
            let sources = library.corpus.folders[notes.folder].sources.iter();
            sources.filter(|(_, n)| library.corpus.sources[*n].relative == file).map(|(_, n)| start(*n)).collect()
        }
        Holds::Names => {
            let concept = library.named(&text.value);
            let places = concept.map(|concept| library.occurrences(concept).places.clone()).unwrap_or_default();
            places.into_iter().map(NotesTarget::Source).collect()
        }
        _ => {
            let found = notes.anchored(library).filter_map(|one| one.place_of(declared.name, number, text.span));
            let mut places: Vec<Place> = found.collect();
            places.dedup();
            places.into_iter().map(NotesTarget::Source).collect()
        }
    };
    (!targets.is_empty()).then_some((text.span, targets))
}

/// Where the entry of the concept with this id has the id.
fn entry_of(notes: &Notes, id: &str) -> Option<Span> {
    let concepts = notes.outline.tables.iter().filter(|table| table.path == "concept");
    let mut ids = concepts.filter_map(|table| table.text("id"));
    ids.find(|text| text.value == id).map(|text| text.inner)
}
