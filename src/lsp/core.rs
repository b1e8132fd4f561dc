//! What the parts of the server share: the documents, the workspaces, what the client can do, and the ways to tell the
//! background tasks what happened.

use super::Options;
use super::client::Abilities;
use super::documents::{Document, Documents, Known};
use super::shelf::Shelf;
use super::workspaces::{Workspace, Workspaces};
use crate::features::View;
use crate::features::diagnostics::{Finding, findings};
use crate::library::Library;
use crate::settings::{Check, Severity};
use crate::text::Encoding;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use tokio::sync::{mpsc, watch};
use tower_lsp::Client;
use tower_lsp::lsp_types::Url;

/// What the background tasks are told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// A document was opened or changed.
    Changed(Url),
    /// A document was closed.
    Closed(Url),
    /// One of the files that people write for glossator was opened or closed: what is wrong in it is shown otherwise now.
    Notes,
    /// A file was changed on disk.
    File(PathBuf),
    /// The editor's text of a source is another one, or is gone.
    Edited(PathBuf),
    /// The editor's settings or folders were changed.
    Settings,
    /// The handshake is over: the client can be asked.
    Initialized,
    /// A library or the settings are new: all that was shown may be old.
    Renewed,
}

/// What the parts of the server share.
pub struct Core {
    /// The editor.
    pub client: Client,
    /// What it has open.
    pub documents: Documents,
    /// Its folders, with settings and corpora.
    pub workspaces: OnceLock<Workspaces>,
    /// What it can do.
    pub abilities: OnceLock<Abilities>,
    /// What the command line says.
    pub options: Options,
    /// Its workspace folders, in its order.
    pub folders: Mutex<Vec<Url>>,
    /// What it said about settings without being asked.
    pub told: Mutex<Value>,
    encoding: OnceLock<Encoding>,
    keeper: mpsc::UnboundedSender<Event>,
    publisher: mpsc::UnboundedSender<Event>,
    /// Turns true when it is settled which corpus applies.
    settled: watch::Sender<bool>,
    /// Whether the handshake is over, so that the client can be asked.
    greeted: AtomicBool,
}

/// The other ends of the two queues.
pub struct Queues {
    /// What happens to files and settings.
    pub keeper: mpsc::UnboundedReceiver<Event>,
    /// What happens to documents.
    pub publisher: mpsc::UnboundedReceiver<Event>,
}

/// A document with all that a request needs to answer for it.
pub struct Context {
    /// The document, in the version that the request is about.
    pub document: Arc<Document>,
    /// The workspace that it belongs to.
    pub workspace: Arc<Workspace>,
    /// The document seen through the workspace's library.
    pub known: Known,
}

impl Core {
    /// The shared part of a server, and the queues that its background tasks read.
    pub fn new(client: Client, options: Options) -> (Arc<Self>, Queues) {
        let (keeper, keeper_queue) = mpsc::unbounded_channel();
        let (publisher, publisher_queue) = mpsc::unbounded_channel();
        let core = Core {
            client,
            documents: Documents::default(),
            workspaces: OnceLock::new(),
            abilities: OnceLock::new(),
            options,
            folders: Mutex::default(),
            told: Mutex::default(),
            encoding: OnceLock::new(),
            keeper,
            publisher,
            settled: watch::Sender::new(false),
            greeted: AtomicBool::new(false),
        };
        (Arc::new(core), Queues { keeper: keeper_queue, publisher: publisher_queue })
    }

    /// The units of columns.
    pub fn encoding(&self) -> Encoding {
        self.encoding.get().copied().unwrap_or_default()
    }

    /// Agrees on the units of columns, once.
    pub fn agree(&self, encoding: Encoding) -> Encoding {
        *self.encoding.get_or_init(|| encoding)
    }

    /// What the client can do.
    pub fn abilities(&self) -> Abilities {
        self.abilities.get().copied().unwrap_or_default()
    }

    /// Tells the task that keeps libraries and settings up to date.
    pub fn tell_keeper(&self, event: Event) {
        _ = self.keeper.send(event);
    }

    /// Tells the task that publishes diagnostics, if the client does not ask for them itself.
    pub fn tell_publisher(&self, event: Event) {
        if !self.abilities().pulls || matches!(event, Event::Renewed | Event::Notes) {
            _ = self.publisher.send(event);
        }
    }

    /// The handshake is over.
    pub fn greet(&self) {
        self.greeted.store(true, Ordering::Relaxed);
        self.tell_keeper(Event::Initialized);
    }

    /// Whether the handshake is over.
    pub fn is_greeted(&self) -> bool {
        self.greeted.load(Ordering::Relaxed)
    }

    /// It is settled which corpus applies where: requests may go on.
    pub fn settle(&self) {
        self.settled.send_replace(true);
    }

    /// The workspace of a document and its library, as soon as they are there.
    pub async fn library_of(&self, uri: &Url) -> Option<(Arc<Workspace>, Arc<Library>)> {
        self.settled.subscribe().wait_for(|settled| *settled).await.ok()?;
        let workspace = self.workspaces.get()?.of(uri)?;
        let library = match workspace.shelf.now() {
            Some(library) => library,
            None => workspace.shelf.ready().await?,
        };
        Some((workspace, library))
    }

    /// All corpora, as soon as it is settled which they are.
    pub async fn shelves(&self) -> Vec<Arc<Shelf>> {
        _ = self.settled.subscribe().wait_for(|settled| *settled).await;
        self.workspaces.get().map(|workspaces| workspaces.shelves()).unwrap_or_default()
    }

    /// Whether a document lies where the corpus of its workspace does.
    pub async fn may_be_source(&self, uri: &Url) -> bool {
        let Ok(path) = uri.to_file_path() else { return false };
        _ = self.settled.subscribe().wait_for(|settled| *settled).await;
        self.workspaces.get().and_then(|all| all.of(uri)).is_some_and(|workspace| workspace.shelf.holds(&path))
    }

    /// Answers for a document as it is now: the snapshot is taken before anything is waited for. What is known already is
    /// answered at once, what must be found out runs off the async threads. `None` where the document is not open.
    pub fn answer<T: Send + 'static>(
        self: &Arc<Self>,
        uri: &Url,
        ask: impl FnOnce(&Context) -> T + Send + 'static,
    ) -> impl Future<Output = Option<T>> + Send + 'static {
        let document = self.documents.snapshot(uri);
        let core = self.clone();
        async move {
            let document = document?;
            let (workspace, library) = core.library_of(&document.uri).await?;
            let unmarked = workspace.settings.severity(Check::Unmarked) != Severity::Off;
            if let Some(known) = document.known(&library, unmarked) {
                return core.ask(Context { document, workspace, known }, ask).await;
            }
            // Those who wait for the same document wait here, and hold no thread.
            let turn = document.turn().await;
            if let Some(known) = document.known(&library, unmarked) {
                return core.ask(Context { document, workspace, known }, ask).await;
            }
            let (_wanted, stop) = stop_when_dropped();
            let worker = core.clone();
            let work = move || {
                let _turn = turn;
                let known = document.learn(&library, unmarked, &|| stop.load(Ordering::Relaxed))?;
                Some(worker.asked(Context { document, workspace, known }, ask))
            };
            off_the_async_threads(work).await.flatten()
        }
    }
}

impl Core {
    /// Answers at once where no file has to be read for it.
    async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        context: Context,
        ask: impl FnOnce(&Context) -> T + Send + 'static,
    ) -> Option<T> {
        if context.known.library.corpus.is_small_and_in_memory() {
            return Some(self.asked(context, ask));
        }
        let core = self.clone();
        off_the_async_threads(move || core.asked(context, ask)).await
    }

    /// Answers, and has the corpus read again if the answer found that one of its files has changed, or its index.
    fn asked<T>(&self, context: Context, ask: impl FnOnce(&Context) -> T) -> T {
        let answer = ask(&context);
        self.notice(&context.workspace, &context.known.library);
        answer
    }

    /// Has the corpus read again if an answer found that one of its files has changed, or its index.
    pub fn notice(&self, workspace: &Workspace, library: &Arc<Library>) {
        let Library { corpus, index, .. } = &**library;
        let is_current = || workspace.shelf.now().is_some_and(|now| Arc::ptr_eq(&now, library));
        if corpus.take_change() || (index.is_damaged() && is_current()) {
            let roots = corpus.folders.iter().filter_map(|folder| folder.root.clone());
            roots.for_each(|root| self.tell_keeper(Event::File(root)));
        }
    }
}

/// Does what may take its time or read files. The gate answers for it if it panics.
pub async fn off_the_async_threads<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(found) => Some(found),
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(_) => None,
    }
}

/// Takes a long document apart off the async threads, where that was not done yet; a short one costs nothing worth that.
pub async fn take_apart(document: &Arc<Document>) {
    if document.is_heavy() {
        let document = document.clone();
        // If that failed it will fail again, and the gate answers for it.
        _ = tokio::task::spawn_blocking(move || drop(document.page().clone())).await;
    }
}

/// Set when the request that it belongs to is cancelled: then its future is dropped, and this with it.
pub struct Wanted(Arc<AtomicBool>);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What is set when the request that it belongs to is cancelled: when the first of the two is dropped.
pub fn stop_when_dropped() -> (Wanted, Arc<AtomicBool>) {
    let stop = Arc::new(AtomicBool::new(false));
    (Wanted(stop.clone()), stop)
}

impl Context {
    /// The document as the features see it.
    pub fn view(&self) -> View<'_> {
        let Known { library, own, .. } = &self.known;
        View { library, page: self.document.page(), text: self.document.text(), own: *own }
    }

    /// What is wrong in the document.
    pub fn findings(&self) -> Vec<Finding> {
        let path = self.document.uri.to_file_path().ok();
        let file = self.workspace.name_in_baseline(path.as_deref());
        findings(self.view(), &self.known.quotations, self.workspace.rules(path.as_deref(), &file))
    }
}
