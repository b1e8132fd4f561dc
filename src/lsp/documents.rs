//! The documents that the editor has open. This file alone holds the map, and no lock of it is held outside: what it
//! gives away are snapshots, which stay as they are while the editor goes on typing.

use crate::annotation::NotesKind;
use crate::features::View;
use crate::features::notes::Notes;
use crate::features::quotations::Quotations;
use crate::library::Library;
use crate::markup::{Format, Page};
use crate::text::{Draft, Encoding, LineIndex, Position, Span};
use dashmap::DashMap;
use dashmap::mapref::entry::Entry;
use std::sync::{Arc, Mutex, OnceLock};
use tower_lsp::lsp_types::{self, Range, TextDocumentContentChangeEvent, TextDocumentItem, Url};

const BYTE_ORDER_MARK: char = '\u{feff}';
/// Longer texts, in bytes, are not taken apart on an async thread.
const LIGHT: usize = 256 * 1024;

/// The open documents by their URI.
#[derive(Default)]
pub struct Documents {
    open: DashMap<Url, Arc<Document>>,
}

/// A document as it was in one version.
pub struct Document {
    /// Where it lives, in the editor's spelling.
    pub uri: Url,
    /// The editor's number of the version.
    pub version: i32,
    /// How it is written.
    pub format: Format,
    /// Whether it is prose; a TOML file is none.
    pub is_prose: bool,
    /// In what units the editor counts columns.
    pub encoding: Encoding,
    draft: Draft,
    text: OnceLock<Text>,
    page: OnceLock<Arc<Page>>,
    /// Held by the one that finds something out about this version, while the others wait.
    turn: Arc<tokio::sync::Mutex<()>>,
    /// What was found out about this version; locked as long as it is being found out.
    known: Mutex<Option<Known>>,
    /// What was known of an earlier version, so that it need not be found out again.
    before: Option<Known>,
    /// What it says, if it is one of the files that people write for glossator; of this version and of an earlier one.
    notes: Mutex<Option<KnownNotes>>,
    notes_before: Option<KnownNotes>,
}

/// What a file says, seen through a library.
type KnownNotes = (Arc<Library>, Arc<Notes>);

/// A document seen through a library.
#[derive(Clone)]
pub struct Known {
    /// The library.
    pub library: Arc<Library>,
    /// The number of the source that the document is.
    pub own: Option<usize>,
    /// Its quotations and where they come from.
    pub quotations: Arc<Quotations>,
}

impl Known {
    /// Whether this is the document seen through a library, its unmarked quotations included if they are wanted.
    fn suffices(&self, library: &Arc<Library>, unmarked: bool) -> bool {
        Arc::ptr_eq(&self.library, library) && (!unmarked || self.quotations.passages.is_some())
    }
}

/// A text with its lines.
#[derive(Debug)]
struct Text {
    text: String,
    lines: LineIndex,
    /// Columns of the first line that the editor counts and the text has not.
    mark: u32,
}

impl Documents {
    /// Opens a document; one that is open already is replaced.
    pub fn open(&self, item: TextDocumentItem, encoding: Encoding) {
        let format = Format::of(Some(&item.language_id), Some(item.uri.path()));
        let is_toml = item.language_id.eq_ignore_ascii_case("toml") || item.uri.path().ends_with(".toml");
        let document = Document::new(item.uri.clone(), item.version, format, encoding, Draft::new(&item.text));
        let document = Document { is_prose: !is_toml, ..document };
        if self.open.insert(item.uri, Arc::new(document)).is_some() {
            tracing::warn!("a document was opened that is open already; it is replaced");
        }
    }

    /// Applies edits in their order, each to the text that the one before it left. A document that is not open stays so.
    /// Costs an edit of the rope each, whatever the length of the text: nothing is read here.
    pub fn change(&self, uri: &Url, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        let Entry::Occupied(mut entry) = self.open.entry(uri.clone()) else {
            tracing::warn!("a document was changed that is not open: {uri}");
            return;
        };
        let old = entry.get();
        if version < old.version {
            tracing::warn!("version {version} of {uri} follows version {}", old.version);
        }
        let mut draft = old.draft.clone();
        for change in changes {
            match change.range {
                Some(Range { start, end }) => draft.edit(place(start), place(end), &change.text, old.encoding),
                None => draft = Draft::new(&change.text),
            }
        }
        let new = Document::new(uri.clone(), version, old.format, old.encoding, draft);
        // An edit never waits for what is being found out about the text before it.
        let known = old.known.try_lock().ok().and_then(|known| known.clone());
        let before = known.or_else(|| old.before.clone());
        let notes = old.notes.try_lock().ok().and_then(|notes| notes.clone()).or_else(|| old.notes_before.clone());
        entry.insert(Arc::new(Document { before, notes_before: notes, is_prose: old.is_prose, ..new }));
    }

    /// Closes a document, if it is open.
    pub fn close(&self, uri: &Url) {
        if self.open.remove(uri).is_none() {
            tracing::warn!("a document was closed that is not open: {uri}");
        }
    }

    /// The document as it is now; `None` if it is not open.
    pub fn snapshot(&self, uri: &Url) -> Option<Arc<Document>> {
        self.open.get(uri).map(|document| document.clone())
    }

    /// All open documents as they are now, in no order.
    pub fn snapshots(&self) -> Vec<Arc<Document>> {
        self.open.iter().map(|document| document.clone()).collect()
    }
}

impl Document {
    fn new(uri: Url, version: i32, format: Format, encoding: Encoding, draft: Draft) -> Self {
        Document {
            uri,
            version,
            format,
            is_prose: true,
            encoding,
            draft,
            text: OnceLock::new(),
            page: OnceLock::new(),
            turn: Arc::default(),
            known: Mutex::default(),
            before: None,
            notes: Mutex::default(),
            notes_before: None,
        }
    }

    /// Its text without a byte-order mark, put together when it is first asked for. All spans are bytes of it.
    pub fn text(&self) -> &str {
        &self.whole().text
    }

    /// Its text taken apart, when it is first asked for.
    pub fn page(&self) -> &Arc<Page> {
        let page = || if self.is_prose { Page::parse(self.text(), self.format) } else { Page::default() };
        self.page.get_or_init(|| Arc::new(page()))
    }

    /// Whether taking it apart would take long and was not done yet.
    pub fn is_heavy(&self) -> bool {
        self.page.get().is_none() && self.draft.len() > LIGHT
    }

    /// Waits until nobody else is finding out about this version.
    pub async fn turn(&self) -> tokio::sync::OwnedMutexGuard<()> {
        self.turn.clone().lock_owned().await
    }

    /// What is known of it already; `None` if that would have to be found out first.
    pub fn known(&self, library: &Arc<Library>, unmarked: bool) -> Option<Known> {
        let known = self.known.try_lock().ok()?;
        known.clone().filter(|known| known.suffices(library, unmarked))
    }

    /// What it says as one of the files that people write for glossator: as `kind`, at the root of a folder of the library.
    pub fn notes(&self, library: &Arc<Library>, folder: usize, kind: NotesKind) -> Arc<Notes> {
        let mut known = self.notes.lock().unwrap_or_else(|e| e.into_inner());
        if let Some((_, notes)) = known.as_ref().filter(|(through, _)| Arc::ptr_eq(through, library)) {
            return notes.clone();
        }
        let before = self.notes_before.as_ref().filter(|(through, _)| Arc::ptr_eq(through, library));
        let notes = Notes::read(library, folder, kind, self.text(), before.map(|(_, notes)| &**notes));
        let notes = Arc::new(notes);
        *known = Some((library.clone(), notes.clone()));
        notes
    }

    /// The number of the source that it is, if it is one.
    pub fn own(&self, library: &Arc<Library>) -> Option<usize> {
        let known = self.known.try_lock().ok().and_then(|known| known.clone());
        match known.as_ref().or(self.before.as_ref()).filter(|known| Arc::ptr_eq(&known.library, library)) {
            Some(known) => known.own,
            None => self.uri.to_file_path().ok().and_then(|path| library.corpus.number_by_path(&path)),
        }
    }

    /// Finds out where its quotations come from, as far as an earlier version did not show it; `None` if it was `stopped`
    /// first. Not for an async thread.
    pub fn learn(&self, library: &Arc<Library>, unmarked: bool, stopped: &(dyn Fn() -> bool + Sync)) -> Option<Known> {
        let mut known = self.known.lock().unwrap_or_else(|e| e.into_inner());
        let is_through_it = |known: &&Known| Arc::ptr_eq(&known.library, library);
        if let Some(known) = known.as_ref().filter(|known| known.suffices(library, unmarked)) {
            return Some(known.clone());
        }
        if stopped() {
            return None;
        }
        let before = known.as_ref().filter(is_through_it).or(self.before.as_ref().filter(is_through_it));
        let own = match before {
            Some(before) => before.own,
            None => self.uri.to_file_path().ok().and_then(|path| library.corpus.number_by_path(&path)),
        };
        let view = View { library, page: self.page(), text: self.text(), own };
        let before = before.map(|before| &*before.quotations);
        let mut quotations = Quotations::unless(view, before, stopped)?;
        if unmarked {
            quotations = quotations.with_passages(view, before, stopped)?;
        }
        let now = Known { library: library.clone(), own, quotations: Arc::new(quotations) };
        *known = Some(now.clone());
        Some(now)
    }

    /// The byte at a place; one outside the text goes to the nearest inside.
    pub fn offset(&self, position: lsp_types::Position) -> usize {
        let Text { text, lines, mark } = self.whole();
        let mut place = place(position);
        if place.line == 0 {
            place.column = place.column.saturating_sub(*mark);
        }
        lines.offset(text, place, self.encoding)
    }

    /// The place of a byte.
    pub fn position(&self, offset: usize) -> lsp_types::Position {
        let Text { text, lines, mark } = self.whole();
        let Position { line, column } = lines.position(text, offset, self.encoding);
        lsp_types::Position { line, character: if line == 0 { column + mark } else { column } }
    }

    /// The bytes of a range; the ends of an inverted one are swapped.
    pub fn span(&self, range: Range) -> Span {
        let (a, b) = (self.offset(range.start), self.offset(range.end));
        Span::new(a.min(b), a.max(b))
    }

    /// The range of some bytes.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    fn whole(&self) -> &Text {
        self.text.get_or_init(|| {
            let mut text = self.draft.text();
            let has_mark = text.starts_with(BYTE_ORDER_MARK);
            if has_mark {
                text.drain(..BYTE_ORDER_MARK.len_utf8());
            }
            let mark = if has_mark { self.encoding.units(BYTE_ORDER_MARK) as u32 } else { 0 };
            Text { lines: LineIndex::new(&text), text, mark }
        })
    }
}

fn place(position: lsp_types::Position) -> Position {
    Position { line: position.line, column: position.character }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn uri() -> Url {
        Url::parse("file:///draft.md").unwrap()
    }

    fn opened(text: &str) -> Documents {
        let documents = Documents::default();
        documents.open(TextDocumentItem::new(uri(), "markdown".into(), 1, text.into()), Encoding::Utf16);
        documents
    }

    fn change(documents: &Documents, version: i32, changes: Value) {
        documents.change(&uri(), version, serde_json::from_value(changes).unwrap());
    }

    fn edit(from: (u32, u32), to: (u32, u32), text: &str) -> Value {
        let position = |(line, character)| json!({ "line": line, "character": character });
        json!({ "range": { "start": position(from), "end": position(to) }, "text": text })
    }

    fn text(documents: &Documents) -> String {
        documents.snapshot(&uri()).unwrap().text().to_owned()
    }

    #[test]
    fn each_edit_applies_to_what_the_one_before_it_left() {
        let documents = opened("one two");
        change(&documents, 2, json!([edit((0, 0), (0, 3), "1\n"), edit((1, 1), (1, 4), "2")]));
        assert_eq!(text(&documents), "1\n 2");
        change(&documents, 3, json!([{ "text": "new" }, edit((0, 3), (0, 3), "er")]));
        assert_eq!(text(&documents), "newer");
    }

    #[test]
    fn an_edit_that_fits_nowhere_goes_to_the_nearest_place() {
        let places = [
            ((9, 9), (u32::MAX, u32::MAX), "a😀b\nc!"),
            ((0, 9), (0, 9), "a😀b!\nc"),
            ((0, 2), (0, 2), "a!😀b\nc"),
            ((1, 1), (0, 3), "a😀!"),
        ];
        for (from, to, expected) in places {
            let documents = opened("a😀b\nc");
            change(&documents, 2, json!([edit(from, to, "!")]));
            assert_eq!(text(&documents), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_snapshot_stays_as_it_was() {
        let documents = opened("one");
        let before = documents.snapshot(&uri()).unwrap();
        change(&documents, 2, json!([edit((0, 0), (0, 0), "twenty-")]));
        assert_eq!((before.version, before.text()), (1, "one"));
        assert_eq!(documents.snapshot(&uri()).unwrap().version, 2);
    }

    #[test]
    fn a_document_that_is_not_open_is_neither_changed_nor_closed() {
        let documents = Documents::default();
        change(&documents, 2, json!([{ "text": "new" }]));
        documents.close(&uri());
        assert!(documents.snapshot(&uri()).is_none());
    }

    #[test]
    fn a_version_may_go_backwards() {
        let documents = opened("one");
        change(&documents, -5, json!([{ "text": "two" }]));
        let document = documents.snapshot(&uri()).unwrap();
        assert_eq!((document.version, document.text()), (-5, "two"));
    }

    #[test]
    fn opening_twice_replaces_and_closing_ends_it() {
        let documents = opened("one");
        documents.open(TextDocumentItem::new(uri(), "plaintext".into(), 1, "two".into()), Encoding::Utf16);
        let document = documents.snapshot(&uri()).unwrap();
        assert_eq!((document.format, document.text()), (Format::Plain, "two"));
        documents.close(&uri());
        documents.close(&uri());
        assert!(documents.snapshots().is_empty());
    }

    #[test]
    fn a_byte_order_mark_is_no_text_but_the_editor_counts_it() {
        let documents = opened("\u{feff}# one\ntwo");
        let document = documents.snapshot(&uri()).unwrap();
        assert_eq!(document.text(), "# one\ntwo");
        let range = document.range(Span::new(2, 5));
        assert_eq!((range.start.character, range.end.character), (3, 6));
        assert_eq!(document.span(range), Span::new(2, 5));
        assert_eq!(document.position(6).character, 0, "other lines have no mark");
        change(&documents, 2, json!([edit((0, 3), (0, 6), "1")]));
        assert_eq!(text(&documents), "# 1\ntwo");
    }

    #[test]
    fn many_edits_of_a_long_text_cost_no_reading() {
        let documents = opened(&"A line like every other line of this text.\n".repeat(100_000));
        for version in 2..1002 {
            change(&documents, version, json!([edit((50_000, 0), (50_000, 0), "x")]));
        }
        let document = documents.snapshot(&uri()).unwrap();
        assert!(document.text.get().is_none() && document.page.get().is_none());
    }
}
