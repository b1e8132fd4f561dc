//! The task that keeps settings and libraries up to date: it reads them at the start, asks the client for its settings, and
//! reads again what changed, in the editor or on disk.

use super::core::{Core, Event};
use super::shelf::{Buffer, Shelf};
use super::watching::Watching;
use super::workspaces::Workspaces;
use crate::corpus::{cache_folder, write_cache};
use crate::settings::FILE_NAME;
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;
use tower_lsp::lsp_types::{ConfigurationItem, InitializeParams, MessageType, Url, WorkspaceFoldersChangeEvent};

/// The name under which editors keep the settings.
const SECTION: &str = "glossator";
/// How long an answer about settings may take before the server goes on without it.
const PATIENCE: Duration = Duration::from_millis(800);
/// How long changes are gathered before anything is read again.
const QUIET: Duration = Duration::from_millis(60);

/// Takes down what `initialize` says of folders and settings.
pub fn introduce(core: &Core, params: &InitializeParams) {
    #[allow(deprecated)] // older clients give only this
    let root = params.root_uri.clone();
    let folders = params.workspace_folders.clone().unwrap_or_default();
    let mut uris: Vec<Url> = folders.into_iter().map(|folder| folder.uri).collect();
    if uris.is_empty() {
        uris.extend(root);
    }
    *core.folders.lock().unwrap_or_else(|e| e.into_inner()) = uris;
    told(core, params.initialization_options.clone().unwrap_or_default());
}

/// Takes down settings that the client gives without being asked.
pub fn told(core: &Core, settings: Value) {
    let own = settings.get(SECTION).cloned().unwrap_or(settings);
    if own.is_object() {
        *core.told.lock().unwrap_or_else(|e| e.into_inner()) = own;
    }
}

/// Takes down which folders came and went.
pub fn folders_changed(core: &Core, event: WorkspaceFoldersChangeEvent) {
    let mut folders = core.folders.lock().unwrap_or_else(|e| e.into_inner());
    folders.retain(|uri| event.removed.iter().all(|folder| folder.uri != *uri));
    folders.extend(event.added.into_iter().map(|folder| folder.uri));
}

/// A document was edited or closed: if it lies in a corpus, the library answers from the editor's text.
pub fn source_edited(core: &Core, uri: &Url) {
    let Some(workspaces) = core.workspaces.get() else { return };
    let Ok(path) = uri.to_file_path() else { return };
    if workspaces.shelves().iter().any(|shelf| concerns(shelf, &path)) {
        core.tell_keeper(Event::File(path));
    }
}

/// Keeps settings and libraries up to date until the server ends.
pub async fn keep(core: Arc<Core>, mut queue: UnboundedReceiver<Event>) {
    let mut keeper =
        Keeper { core: core.clone(), watching: Watching::default(), said: HashSet::new(), initialized: false };
    keeper.start().await;
    loop {
        let wait = if keeper.initialized { Duration::from_secs(u64::MAX / 4) } else { PATIENCE };
        let first = match timeout(wait, queue.recv()).await {
            Ok(Some(event)) => event,
            Ok(None) => return,
            // A client that never says `initialized` is served all the same.
            Err(_) => {
                keeper.initialized = true;
                core.settle();
                continue;
            }
        };
        if first == Event::Initialized {
            keeper.initialized = true;
            keeper.settings().await;
            core.settle();
            continue;
        }
        let mut events = HashSet::from([first]);
        while let Ok(Some(event)) = timeout(QUIET, queue.recv()).await {
            events.insert(event);
        }
        keeper.handle(events).await;
    }
}

struct Keeper {
    core: Arc<Core>,
    watching: Watching,
    /// Messages that were shown: each is shown once.
    said: HashSet<String>,
    initialized: bool,
}

impl Keeper {
    /// Writes the seeds where an editor can open them, and reads what can be read before the client was asked anything.
    async fn start(&mut self) {
        let core = self.core.clone();
        let work = move || {
            let written = match cache_folder() {
                Some(folder) => write_cache(&folder).map_err(|error| format!("{}: {error}", folder.display())),
                None => Err("there is no home folder".into()),
            };
            let seeds = written.as_ref().ok().cloned();
            let workspaces = core.workspaces.get_or_init(|| Workspaces::new(&core.options, seeds));
            let told = core.told.lock().unwrap_or_else(|e| e.into_inner()).clone();
            let folders = core.folders.lock().unwrap_or_else(|e| e.into_inner()).clone();
            workspaces.arrange(&folders, |_| told.clone());
            written.err()
        };
        let unwritten = tokio::task::spawn_blocking(work).await.ok().flatten();
        if let Some(why) = unwritten {
            self.said.insert(format!("no\n{why}"));
            tracing::warn!("the seed documents could not be written: {why}");
        }
        if !self.core.abilities().configuration {
            self.core.settle();
        }
        self.read(|shelf| shelf.now().is_none()).await;
    }

    async fn handle(&mut self, events: HashSet<Event>) {
        let files: Vec<&PathBuf> =
            events.iter().filter_map(|event| if let Event::File(path) = event { Some(path) } else { None }).collect();
        let settings_file =
            |path: &PathBuf| path.file_name().is_some_and(|name| name == FILE_NAME) || self.is_baseline(path);
        if events.contains(&Event::Settings) || files.iter().copied().any(settings_file) {
            self.settings().await;
        }
        if !files.is_empty() {
            self.read(|shelf| shelf.now().is_none() || files.iter().any(|path| concerns(shelf, path))).await;
        }
    }

    fn is_baseline(&self, path: &Path) -> bool {
        let workspaces = self.core.workspaces.get().map(Workspaces::all).unwrap_or_default();
        workspaces.iter().any(|workspace| workspace.settings.baseline.as_deref() == Some(path))
    }

    /// Asks the client for its settings, if it can be asked, reads the files, and takes up what follows from both.
    async fn settings(&mut self) {
        let folders = self.core.folders.lock().unwrap_or_else(|e| e.into_inner()).clone();
        let answers = self.ask(&folders).await;
        let told = self.core.told.lock().unwrap_or_else(|e| e.into_inner()).clone();
        let core = self.core.clone();
        let work = move || {
            let Some(workspaces) = core.workspaces.get() else { return };
            let of = |uri: Option<&Url>| {
                let at = uri.and_then(|uri| folders.iter().position(|folder| folder == uri)).unwrap_or(0);
                answers
                    .as_ref()
                    .and_then(|answers| answers.get(at))
                    .filter(|answer| answer.is_object())
                    .unwrap_or(&told)
                    .clone()
            };
            workspaces.arrange(&folders, of);
        };
        _ = tokio::task::spawn_blocking(work).await;
        self.core.settle();
        self.read(|shelf| shelf.now().is_none()).await;
        if self.initialized {
            self.watching.renew(&self.core).await;
            self.complain().await;
        }
    }

    async fn ask(&self, folders: &[Url]) -> Option<Vec<Value>> {
        if !self.core.abilities().configuration || !self.initialized {
            return None;
        }
        let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.into()) };
        let mut items: Vec<ConfigurationItem> = folders.iter().map(|uri| item(Some(uri.clone()))).collect();
        if items.is_empty() {
            items.push(item(None));
        }
        timeout(PATIENCE, self.core.client.configuration(items)).await.ok()?.ok()
    }

    /// Reads the libraries of some shelves, and says that they are new.
    async fn read(&mut self, which: impl Fn(&Shelf) -> bool) {
        let Some(workspaces) = self.core.workspaces.get() else { return };
        let shelves: Vec<Arc<Shelf>> = workspaces.shelves().into_iter().filter(|shelf| which(shelf)).collect();
        for shelf in &shelves {
            let (shelf, core) = (shelf.clone(), self.core.clone());
            let reading = shelf.clone();
            let work = move || reading.read(&buffers(&core, &reading));
            if tokio::task::spawn_blocking(work).await.is_err() {
                shelf.give_up();
            }
        }
        self.core.tell_publisher(Event::Renewed);
        if self.initialized && !shelves.is_empty() {
            self.complain().await;
        }
    }

    /// Says, once each, what is wrong with settings and files and cannot be shown at a place in an open file.
    async fn complain(&mut self) {
        let Some(workspaces) = self.core.workspaces.get() else { return };
        let mut shown: Vec<String> = workspaces.all().iter().flat_map(|w| w.complaints.clone()).collect();
        let mut logged = Vec::new();
        for library in workspaces.shelves().iter().filter_map(|shelf| shelf.now()) {
            for folder in &library.corpus.folders {
                let problems =
                    folder.problems.iter().map(|problem| format!("{}: {}", problem.path.display(), problem.message));
                if folder.sources.is_empty() { shown.extend(problems) } else { logged.extend(problems) }
            }
        }
        if let Some(why) = self.said.iter().find_map(|said| said.strip_prefix("no\n")) {
            shown.push(format!(
                "The embedded texts could not be written to the cache ({why}); everything works, but they cannot be opened"
            ));
        }
        for message in shown.into_iter().filter(|message| self.said.insert(message.clone())) {
            self.core.client.show_message(MessageType::WARNING, message).await;
        }
        for message in logged.into_iter().filter(|message| self.said.insert(message.clone())) {
            self.core.client.log_message(MessageType::WARNING, message).await;
        }
    }
}

/// Whether a file is, or would be, part of a shelf's corpus.
fn concerns(shelf: &Shelf, path: &Path) -> bool {
    shelf.folders().any(|folder| path.starts_with(folder))
}

/// The sources of a shelf that are open in the editor.
fn buffers(core: &Core, shelf: &Shelf) -> Vec<Buffer> {
    let open = core.documents.snapshots().into_iter().filter_map(|document| {
        let path = document.uri.to_file_path().ok()?;
        concerns(shelf, &path).then(|| (path, Arc::from(document.text())))
    });
    open.collect()
}
