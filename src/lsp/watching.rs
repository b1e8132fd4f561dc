//! Noticing that files changed: the client watches where it can, and we watch the rest.

use super::core::{Core, Event};
use crate::settings::FILE_NAME;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, OneOf, Registration, RelativePattern,
    Unregistration, Url,
};

const METHOD: &str = "workspace/didChangeWatchedFiles";

/// What is being watched.
#[derive(Default)]
pub struct Watching {
    by_client: Vec<String>,
    by_us: Vec<(PathBuf, bool)>,
    watcher: Option<RecommendedWatcher>,
}

impl Watching {
    /// Watches the corpora and settings that are in use now.
    pub async fn renew(&mut self, core: &Arc<Core>) {
        let Some(workspaces) = core.workspaces.get() else { return };
        let client = core.abilities();
        let mut globs: Vec<(String, GlobPattern)> = Vec::new();
        let mut own: Vec<(PathBuf, bool)> = Vec::new();
        let homes: Vec<PathBuf> = workspaces.all().iter().filter_map(|workspace| workspace.folder.clone()).collect();
        if client.watches {
            let pattern = format!("**/{FILE_NAME}");
            globs.push((pattern.clone(), GlobPattern::String(pattern)));
        } else {
            own.extend(homes.iter().map(|home| (home.clone(), false)));
        }
        for shelf in workspaces.shelves() {
            for folder in shelf.folders() {
                match pattern(folder, &homes, client.watches_folders).filter(|_| client.watches) {
                    Some(glob) => globs.push((folder.display().to_string(), glob)),
                    None => own.push((folder.to_path_buf(), true)),
                }
            }
        }
        globs.dedup_by(|a, b| a.0 == b.0);
        own.sort();
        own.dedup();
        self.ask(core, globs).await;
        self.watch(core, own);
    }

    async fn ask(&mut self, core: &Arc<Core>, globs: Vec<(String, GlobPattern)>) {
        let names: Vec<String> = globs.iter().map(|(name, _)| name.clone()).collect();
        if names == self.by_client {
            return;
        }
        if !self.by_client.is_empty() {
            let old = Unregistration { id: METHOD.into(), method: METHOD.into() };
            _ = core.client.unregister_capability(vec![old]).await;
        }
        self.by_client = names;
        if globs.is_empty() {
            return;
        }
        let watchers =
            globs.into_iter().map(|(_, glob_pattern)| FileSystemWatcher { glob_pattern, kind: None }).collect();
        let options = serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok();
        let new = Registration { id: METHOD.into(), method: METHOD.into(), register_options: options };
        if let Err(error) = core.client.register_capability(vec![new]).await {
            tracing::warn!("the client does not watch files: {error}");
        }
    }

    fn watch(&mut self, core: &Arc<Core>, paths: Vec<(PathBuf, bool)>) {
        if paths == self.by_us {
            return;
        }
        self.watcher = (!paths.is_empty()).then(|| watcher(core)).flatten();
        for (path, recursive) in &paths {
            let mode = if *recursive { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            if let Some(watcher) = &mut self.watcher
                && let Err(error) = watcher.watch(path, mode)
            {
                tracing::warn!("cannot watch {}: {error}", path.display());
            }
        }
        self.by_us = paths;
    }
}

fn watcher(core: &Arc<Core>) -> Option<RecommendedWatcher> {
    let core = Arc::downgrade(core);
    let tell = move |event: notify::Result<notify::Event>| {
        let (Ok(event), Some(core)) = (event, core.upgrade()) else { return };
        // Reading a file changes nothing, and we read them ourselves.
        if !matches!(event.kind, notify::EventKind::Access(_)) {
            event.paths.into_iter().for_each(|path| core.tell_keeper(Event::File(path)));
        }
    };
    notify::recommended_watcher(tell).inspect_err(|error| tracing::warn!("cannot watch files: {error}")).ok()
}

/// How the client can be asked to watch a folder; `None` where it cannot.
fn pattern(folder: &Path, homes: &[PathBuf], relative: bool) -> Option<GlobPattern> {
    if relative {
        let base_uri = OneOf::Right(Url::from_directory_path(folder).ok()?);
        return Some(GlobPattern::Relative(RelativePattern { base_uri, pattern: "**/*".into() }));
    }
    let inside = homes.iter().find_map(|home| folder.strip_prefix(home).ok())?.to_string_lossy().replace('\\', "/");
    let pattern = if inside.is_empty() { "**/*.{txt,md,markdown,toml}".into() } else { format!("**/{inside}/**") };
    Some(GlobPattern::String(pattern))
}
