//! The task that keeps settings and libraries up to date: it reads them at the start, asks the client for its settings, and
//! reads again what changed, in the editor or on disk.

use super::core::{Core, Event};
use super::memory::give_back;
use super::patience::{PATIENCE, patiently};
use super::progress::Progress;
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
use tokio::time::{Instant, timeout, timeout_at};
use tower_lsp::lsp_types::{ConfigurationItem, InitializeParams, MessageType, Url, WorkspaceFoldersChangeEvent};

/// The name under which editors keep the settings.
const SECTION: &str = "glossator";
/// How long changes are gathered before anything is read again.
const QUIET: Duration = Duration::from_millis(60);
/// A source that is being written is read again when its writer pauses for so many times as long as reading takes …
const PAUSES: u32 = 5;
/// … but not longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
/// So many pauses after the first change it is read in any case.
const LONGEST: u32 = 5;

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

/// A document was opened, edited or closed: if it is a source or names concepts, the library answers from the editor's text.
pub fn source_edited(core: &Core, uri: &Url) {
    let Some(workspaces) = core.workspaces.get() else { return };
    let Ok(path) = uri.to_file_path() else { return };
    // Before the library is there, nobody knows which files are its sources.
    let is_source = |shelf: &Arc<Shelf>| match shelf.now() {
        Some(_) => shelf.answers_from(&path),
        None => shelf.concerns(&path),
    };
    if workspaces.shelves().iter().any(is_source) {
        core.tell_keeper(Event::Edited(path));
    }
}

/// Something happened to a file on disk: if it is one that counts, it is read again.
pub fn file_changed(core: &Core, path: PathBuf) {
    let Some(workspaces) = core.workspaces.get() else { return };
    if is_settings(workspaces, &path) || workspaces.shelves().iter().any(|shelf| shelf.concerns(&path)) {
        core.tell_keeper(Event::File(path));
    }
}

/// Whether a file is a `glossator.toml` or a baseline.
fn is_settings(workspaces: &Workspaces, path: &Path) -> bool {
    let is_baseline = || workspaces.all().iter().any(|workspace| workspace.settings.baseline.as_deref() == Some(path));
    path.file_name().is_some_and(|name| name == FILE_NAME) || is_baseline()
}

/// Keeps settings and libraries up to date until the server ends.
pub async fn keep(core: Arc<Core>, mut queue: UnboundedReceiver<Event>) {
    let mut keeper = Keeper {
        core: core.clone(),
        watching: Watching::default(),
        said: HashSet::new(),
        initialized: false,
        is_watching: false,
        pause: QUIET,
    };
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
        let events = keeper.gather(first, &mut queue).await;
        keeper.handle(events).await;
    }
}

struct Keeper {
    core: Arc<Core>,
    watching: Watching,
    /// Messages that were shown: each is shown once.
    said: HashSet<String>,
    initialized: bool,
    /// Whether changes of files are noticed by now. What changed before that is looked for once.
    is_watching: bool,
    /// How long the writer of a source must pause before it is read again.
    pause: Duration,
}

impl Keeper {
    /// Gathers what else happens, until nothing does for a while or the first of it has waited long enough. The end of the
    /// handshake waits for nothing.
    async fn gather(&self, first: Event, queue: &mut UnboundedReceiver<Event>) -> HashSet<Event> {
        let pause = |event: &Event| if matches!(event, Event::Edited(_)) { self.pause } else { QUIET };
        let start = Instant::now();
        let mut quiet = start + pause(&first);
        let mut last = start + pause(&first) * LONGEST;
        let mut events = HashSet::from([first]);
        while !events.contains(&Event::Initialized) {
            let Ok(Some(event)) = timeout_at(quiet.min(last), queue.recv()).await else { break };
            quiet = Instant::now() + pause(&event);
            last = last.min(Instant::now() + pause(&event) * LONGEST);
            events.insert(event);
        }
        events
    }

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
        self.read(|shelf| shelf.now().is_none(), None).await;
        self.core.tell_publisher(Event::Renewed);
    }

    async fn handle(&mut self, events: HashSet<Event>) {
        let files: Vec<&PathBuf> = events
            .iter()
            .filter_map(|event| if let Event::File(path) | Event::Edited(path) = event { Some(path) } else { None })
            .collect();
        let Some(workspaces) = self.core.workspaces.get() else { return };
        let new_settings = files.iter().any(|path| is_settings(workspaces, path));
        self.initialized |= events.contains(&Event::Initialized);
        if new_settings || events.contains(&Event::Settings) || events.contains(&Event::Initialized) {
            self.settings().await;
        } else if self.initialized {
            // A folder may be there now that could not be watched; what comes into it from now on is noticed.
            self.watching.renew(&self.core).await;
        }
        let on_disk =
            events.iter().filter_map(|event| if let Event::File(path) = event { Some(path.clone()) } else { None });
        let on_disk: Vec<PathBuf> = on_disk.collect();
        if !files.is_empty() {
            let concerned = |shelf: &Shelf| shelf.now().is_none() || files.iter().any(|path| shelf.concerns(path));
            let is_new = self.read(concerned, Some(&on_disk)).await;
            if is_new {
                self.core.tell_publisher(Event::Renewed);
            }
        }
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
        self.read(|shelf| shelf.now().is_none(), None).await;
        self.core.tell_publisher(Event::Renewed);
        if self.initialized {
            self.watching.renew(&self.core).await;
            if !std::mem::replace(&mut self.is_watching, true) && self.read(|shelf| shelf.now().is_some(), None).await {
                self.core.tell_publisher(Event::Renewed);
            }
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
        let client = self.core.client.clone();
        patiently(async move { client.configuration(items).await }).await?.ok()
    }

    /// Reads the libraries of some shelves; gives whether one of them is new. One that is known from an earlier start is
    /// put up at once, and read soon after. Where nothing has happened but to the files `changed`, and to texts in the
    /// editor, no other file is looked at.
    async fn read(&mut self, which: impl Fn(&Shelf) -> bool, changed: Option<&[PathBuf]>) -> bool {
        let Some(workspaces) = self.core.workspaces.get() else { return false };
        let (start, mut is_new) = (Instant::now(), false);
        let shelves: Vec<Arc<Shelf>> = workspaces.shelves().into_iter().filter(|shelf| which(shelf)).collect();
        for shelf in &shelves {
            let (shelf, core) = (shelf.clone(), self.core.clone());
            let reading = shelf.clone();
            let progress = Progress::begin(&self.core);
            let meter = progress.meter();
            let changed: Option<Vec<PathBuf>> =
                changed.map(|all| all.iter().filter(|path| shelf.concerns(path)).cloned().collect());
            let work = move || {
                let buffers = buffers(&core, &reading);
                if reading.recall(&buffers) {
                    reading.folders().for_each(|folder| core.tell_keeper(Event::File(folder.to_path_buf())));
                    return true;
                }
                if changed.as_ref().is_some_and(Vec::is_empty) && reading.now().is_some() {
                    return reading.edit(&buffers);
                }
                reading.read(&buffers, changed.as_deref(), &|done, total| meter.tell(done, total))
            };
            let done = tokio::task::spawn_blocking(work).await;
            drop(progress);
            is_new |= done.unwrap_or_else(|_| {
                shelf.give_up();
                true
            });
            let (shelf, core) = (shelf.clone(), self.core.clone());
            tokio::task::spawn_blocking(move || {
                let has_more = shelf.discover();
                if has_more {
                    core.tell_publisher(Event::Renewed);
                }
                shelf.tidy();
                if has_more {
                    give_back();
                }
            });
        }
        if is_new {
            self.pause = (start.elapsed() * PAUSES).clamp(QUIET, LONGEST_PAUSE);
            if self.initialized {
                self.complain().await;
            }
        }
        is_new
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
        logged.extend(workspaces.shelves().iter().filter_map(|shelf| shelf.take_problem()));
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

/// The sources of a shelf that are open in the editor.
fn buffers(core: &Core, shelf: &Shelf) -> Vec<Buffer> {
    let open = core.documents.snapshots().into_iter().filter_map(|document| {
        let path = document.uri.to_file_path().ok()?;
        shelf.concerns(&path).then(|| (path, Arc::from(document.text())))
    });
    open.collect()
}
