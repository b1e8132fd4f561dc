//! References in the protocol's words: first what the corpus has, then what stands in the drafts of the workspace, open or
//! on disk, a draft after the other. What is found is sent at once to an editor that takes it so.

use super::convert::{location, range_in};
use super::core::{off_the_async_threads, stop_when_dropped};
use super::documents::Document;
use super::server::Server;
use super::workspaces::Workspace;
use crate::corpus::{decode, each_text};
use crate::features::references::{InCorpus, Seeker, Subject, in_corpus, subject};
use crate::library::Library;
use crate::markup::Format;
use crate::text::{Encoding, LineIndex};
use crate::trace::Place;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tower_lsp::lsp_types::notification::Notification;
use tower_lsp::lsp_types::*;

/// Drafts on disk that are longer than this, in bytes, are not looked through.
const LARGEST_DRAFT: u64 = 16 << 20;
/// Locations sent at once.
const BATCH: usize = 500;

/// A part of an answer, on its way before the rest of it.
enum PartialResult {}

impl Notification for PartialResult {
    type Params = serde_json::Value;
    const METHOD: &'static str = "$/progress";
}

impl Server {
    /// All places that are about the same as a place; nothing where that is about nothing. Stops when it is dropped.
    pub(super) async fn all_references(&self, params: ReferenceParams) -> Option<Vec<Location>> {
        let at = params.text_document_position;
        let open = self.core.documents.snapshots();
        let ask = move |context: &super::core::Context| {
            let offset = context.document.offset(at.position);
            let subject = subject(context.view(), &context.known.quotations, offset)?;
            Some((subject, context.known.library.clone(), context.workspace.shelf.clone()))
        };
        let (subject, library, shelf) = self.core.answer(&at.text_document.uri, ask).await.flatten()?;
        let (_wanted, stop) = stop_when_dropped();
        let (found, mut batches) = unbounded_channel();
        let workspaces = self.core.workspaces.get().map(|workspaces| workspaces.all()).unwrap_or_default();
        let search = Search {
            folders: workspaces.into_iter().filter(|workspace| Arc::ptr_eq(&workspace.shelf, &shelf)).collect(),
            library,
            subject,
            first: at.text_document.uri,
            open,
            with_definitions: params.context.include_declaration,
            encoding: self.core.encoding(),
            stop,
            found,
        };
        let searching = tokio::spawn(off_the_async_threads(move || search.run()));
        let token = params.partial_result_params.partial_result_token;
        let mut all = Vec::new();
        while let Some(batch) = batches.recv().await {
            match &token {
                Some(token) => {
                    let part = serde_json::json!({ "token": token, "value": batch });
                    self.core.client.send_notification::<PartialResult>(part).await;
                }
                None => all.extend::<Vec<Location>>(batch),
            }
        }
        if token.is_some() {
            self.fences.all_sent(&self.core.client).await;
        }
        if let Err(error) = searching.await
            && error.is_panic()
        {
            std::panic::resume_unwind(error.into_panic());
        }
        Some(all)
    }
}

/// What is looked for, and where.
struct Search {
    library: Arc<Library>,
    subject: Subject,
    /// The document that was asked about: it comes before the others.
    first: Url,
    open: Vec<Arc<Document>>,
    /// The workspace folders with this library.
    folders: Vec<Arc<Workspace>>,
    with_definitions: bool,
    encoding: Encoding,
    stop: Arc<AtomicBool>,
    found: UnboundedSender<Vec<Location>>,
}

impl Search {
    fn run(mut self) {
        let stop = self.stop.clone();
        let Some(InCorpus { definitions, others }) =
            in_corpus(&self.library, &self.subject, &|| stop.load(Ordering::Relaxed))
        else {
            return;
        };
        let places = if self.with_definitions { [definitions, others].concat() } else { others };
        for batch in places.chunks(BATCH) {
            if self.is_stopped() {
                return;
            }
            let locations = batch.iter().filter_map(|&place: &Place| location(&self.library, place, self.encoding));
            self.tell(locations.collect());
        }
        self.open.sort_by_key(|document| (document.uri != self.first, document.uri.clone()));
        let seeker = Seeker::new(&self.library, &self.subject);
        let mut seen: HashSet<PathBuf> = HashSet::new();
        for document in &self.open {
            if self.is_stopped() {
                return;
            }
            let path = document.uri.to_file_path().ok();
            let is_source = path.as_ref().is_some_and(|path| self.library.corpus.number_by_path(path).is_some());
            seen.extend(path.iter().cloned().chain(path.iter().filter_map(|path| path.canonicalize().ok())));
            if !is_source && self.is_ours(document) {
                let spans = seeker.in_text(document.text(), document.format);
                let location = |span| Location { uri: document.uri.clone(), range: document.range(span) };
                self.tell(spans.into_iter().map(location).collect());
            }
        }
        for workspace in &self.folders {
            let Some(folder) = &workspace.folder else { continue };
            each_text(folder, &mut |path, format| {
                let is_new = !seen.contains(path) && seen.insert(path.to_path_buf());
                if is_new && !workspace.settings.is_ignored(path) {
                    self.tell(self.on_disk(&seeker, path, format).unwrap_or_default());
                }
                !self.is_stopped()
            });
        }
    }

    /// Where a draft that is not open has it; `None` if it cannot be read or is a source.
    fn on_disk(&self, seeker: &Seeker, path: &Path, format: Format) -> Option<Vec<Location>> {
        let is_small = std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= LARGEST_DRAFT);
        if !is_small || self.library.corpus.number_by_path(path).is_some() {
            return None;
        }
        let text = decode(std::fs::read(path).ok()?)?.text;
        let uri = Url::from_file_path(path).ok()?;
        let spans = seeker.in_text(&text, format);
        let lines = LineIndex::new(if spans.is_empty() { "" } else { &text });
        let location = |span| Location { uri: uri.clone(), range: range_in(&text, &lines, span, self.encoding) };
        Some(spans.into_iter().map(location).collect())
    }

    /// Whether a document belongs to a workspace with this library.
    fn is_ours(&self, document: &Document) -> bool {
        let path = document.uri.to_file_path().ok();
        let holds = |workspace: &&Arc<Workspace>| match (&workspace.folder, &path) {
            (Some(folder), Some(path)) => path.starts_with(folder),
            _ => false,
        };
        // One outside all folders belongs to the first of them.
        document.uri == self.first
            || self.folders.iter().any(|workspace| holds(&workspace) || workspace.folder.is_none())
    }

    fn tell(&self, locations: Vec<Location>) {
        if !locations.is_empty() {
            _ = self.found.send(locations);
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
