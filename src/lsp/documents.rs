//! The documents that the editor has open. This file alone holds the map, and no lock of it is held outside: what it
//! gives away are snapshots, which stay as they are while the editor goes on typing.

use crate::markup::Format;
use crate::text::{Draft, Encoding, LineIndex, Position};
use dashmap::DashMap;
use dashmap::mapref::entry::Entry;
use std::sync::{Arc, OnceLock};
use tower_lsp::lsp_types::{
    Range, TextDocumentContentChangeEvent, TextDocumentItem, Url, VersionedTextDocumentIdentifier,
};

/// The open documents by their URI.
#[derive(Debug, Default)]
pub struct Documents {
    open: DashMap<Url, Arc<Document>>,
}

/// A document as it was in one version.
#[derive(Debug)]
pub struct Document {
    /// Where it lives, in the editor's spelling.
    pub uri: Url,
    /// The editor's number of the version.
    pub version: i32,
    /// How it is written.
    pub format: Format,
    /// In what units the editor counts columns.
    pub encoding: Encoding,
    draft: Draft,
    text: OnceLock<Text>,
}

/// A text with its lines.
#[derive(Debug)]
struct Text {
    text: String,
    lines: LineIndex,
}

impl Documents {
    /// Opens a document; one that is open already is replaced.
    pub fn open(&self, item: TextDocumentItem, encoding: Encoding) {
        let format = format_of(&item.language_id, &item.uri);
        let document = Document::new(item.uri.clone(), item.version, format, encoding, Draft::new(&item.text));
        if self.open.insert(item.uri, Arc::new(document)).is_some() {
            tracing::warn!("a document was opened that is open already; it is replaced");
        }
    }

    /// Applies edits in their order. A document that is not open stays so. Costs an edit of the rope each, whatever the
    /// length of the text.
    pub fn change(&self, id: &VersionedTextDocumentIdentifier, changes: Vec<TextDocumentContentChangeEvent>) {
        let Entry::Occupied(mut entry) = self.open.entry(id.uri.clone()) else {
            tracing::warn!("a document was changed that is not open: {}", id.uri);
            return;
        };
        let old = entry.get();
        if id.version < old.version {
            tracing::warn!("version {} of {} follows version {}", id.version, id.uri, old.version);
        }
        let mut draft = old.draft.clone();
        for change in changes {
            match change.range {
                Some(Range { start, end }) => draft.edit(place(start), place(end), &change.text, old.encoding),
                None => draft = Draft::new(&change.text),
            }
        }
        let new = Document::new(id.uri.clone(), id.version, old.format, old.encoding, draft);
        entry.insert(Arc::new(new));
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
        Document { uri, version, format, encoding, draft, text: OnceLock::new() }
    }

    /// Its text, put together when it is first asked for.
    pub fn text(&self) -> &str {
        &self.whole().text
    }

    /// The lines of [`Document::text`].
    pub fn lines(&self) -> &LineIndex {
        &self.whole().lines
    }

    fn whole(&self) -> &Text {
        self.text.get_or_init(|| {
            let text = self.draft.text();
            Text { lines: LineIndex::new(&text), text }
        })
    }
}

/// An editor's position as the engine has it.
pub fn place(position: tower_lsp::lsp_types::Position) -> Position {
    Position { line: position.line, column: position.character }
}

fn format_of(language: &str, uri: &Url) -> Format {
    let extension = uri.path().rsplit_once('.').map_or("", |(_, extension)| extension);
    match (language, extension) {
        ("markdown", _) => Format::Markdown,
        ("plaintext", _) => Format::Plain,
        (_, "md" | "markdown") => Format::Markdown,
        _ => Format::Plain,
    }
}
