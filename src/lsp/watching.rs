//! Noticing that files changed: the client watches where it can, and we watch the rest.

use super::client::Abilities;
use super::core::Core;
use super::keeper::file_changed;
use super::patience::patiently;
use super::workspaces::Workspaces;
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
        let Wanted { mut globs, mut own } = Wanted::of(workspaces, core.abilities());
        globs.sort_by(|a, b| a.0.cmp(&b.0));
        globs.dedup_by(|a, b| a.0 == b.0);
        own.sort();
        own.dedup();
        self.watch(core, own);
        self.ask(core, globs).await;
    }

    /// Asks the client to watch. One that does not answer is not waited for: so much else is waiting.
    async fn ask(&mut self, core: &Arc<Core>, globs: Vec<(String, GlobPattern)>) {
        let names: Vec<String> = globs.iter().map(|(name, _)| name.clone()).collect();
        if names == self.by_client {
            return;
        }
        if !self.by_client.is_empty() {
            let old = Unregistration { id: METHOD.into(), method: METHOD.into() };
            let client = core.client.clone();
            _ = patiently(async move { client.unregister_capability(vec![old]).await }).await;
        }
        self.by_client = names;
        if globs.is_empty() {
            return;
        }
        let watchers =
            globs.into_iter().map(|(_, glob_pattern)| FileSystemWatcher { glob_pattern, kind: None }).collect();
        let options = serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok();
        let new = Registration { id: METHOD.into(), method: METHOD.into(), register_options: options };
        let client = core.client.clone();
        match patiently(async move { client.register_capability(vec![new]).await }).await {
            Some(Ok(())) => {}
            Some(Err(error)) => tracing::warn!("the client does not watch files: {error}"),
            None => tracing::warn!("the client does not say whether it watches files"),
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
            event.paths.into_iter().for_each(|path| file_changed(&core, path));
        }
    };
    notify::recommended_watcher(tell).inspect_err(|error| tracing::warn!("cannot watch files: {error}")).ok()
}

/// What there is to be watched, and by whom.
#[derive(Default)]
struct Wanted {
    /// By the client, each under a name that tells it from others.
    globs: Vec<(String, GlobPattern)>,
    /// By us, with all below it or without.
    own: Vec<(PathBuf, bool)>,
}

impl Wanted {
    fn of(workspaces: &Workspaces, client: Abilities) -> Self {
        let mut wanted = Wanted::default();
        let all = workspaces.all();
        let homes: Vec<PathBuf> = all.iter().filter_map(|workspace| workspace.folder.clone()).collect();
        if client.watches {
            let pattern = format!("**/{FILE_NAME}");
            wanted.globs.push((pattern.clone(), GlobPattern::String(pattern)));
        } else {
            wanted.own.extend(homes.iter().map(|home| (home.clone(), false)));
        }
        for baseline in all.iter().filter_map(|workspace| workspace.settings.baseline.as_deref()) {
            wanted.add(baseline, false, &homes, client);
        }
        for shelf in workspaces.shelves() {
            for folder in shelf.folders() {
                wanted.add(folder, !folder.is_file(), &homes, client);
            }
        }
        wanted
    }

    fn add(&mut self, path: &Path, is_folder: bool, homes: &[PathBuf], client: Abilities) {
        let is_there = path.exists();
        // An editor that saves a file may put another one into its place: its folder is watched instead.
        let (at, rest) = match (is_folder, path.parent()) {
            (false, Some(parent)) => (parent, path.file_name().map(|name| literal(&name.to_string_lossy()))),
            _ => (path, None),
        };
        match pattern(at, rest, homes, client.watches_folders).filter(|_| client.watches) {
            // One that comes to be is asked for again: not every client can watch what is not there.
            Some(glob) => self.globs.push((format!("{} {is_there}", path.display()), glob)),
            None if is_there => self.own.push((at.to_path_buf(), is_folder)),
            None => {}
        }
        if !is_there && let Some(parent) = path.ancestors().skip(1).find(|parent| parent.is_dir()) {
            self.own.push((parent.to_path_buf(), false));
        }
    }
}

/// How the client can be asked to watch all below a folder, or what matches `rest` in it; `None` where it cannot.
fn pattern(folder: &Path, rest: Option<String>, homes: &[PathBuf], relative: bool) -> Option<GlobPattern> {
    if relative {
        let base_uri = OneOf::Right(Url::from_directory_path(folder).ok()?);
        return Some(GlobPattern::Relative(RelativePattern { base_uri, pattern: rest.unwrap_or("**/*".into()) }));
    }
    let inside = homes.iter().find_map(|home| folder.strip_prefix(home).ok())?;
    let inside = literal(&inside.to_string_lossy().replace('\\', "/"));
    Some(GlobPattern::String(match (inside.is_empty(), rest) {
        (true, None) => "**/*.{txt,md,markdown,toml}".into(),
        (true, Some(rest)) => format!("**/{rest}"),
        (false, rest) => format!("**/{inside}/{}", rest.as_deref().unwrap_or("**")),
    }))
}

/// A pattern that matches this path. The protocol has no way to write a sign that means something in patterns, so any sign
/// may stand in its place.
fn literal(path: &str) -> String {
    path.replace(['*', '?', '[', ']', '{', '}', '!'], "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_in_patterns_stand_for_any_sign() {
        let homes = [PathBuf::from("/essays")];
        let found = pattern(Path::new("/essays/[old] {texts}"), None, &homes, false);
        assert_eq!(found, Some(GlobPattern::String("**/?old? ?texts?/**".into())));
    }

    #[test]
    fn a_single_file_is_watched_through_its_folder() {
        let client = Abilities { watches: true, watches_folders: true, ..Abilities::default() };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "").unwrap();
        let mut wanted = Wanted::default();
        wanted.add(&path, false, &[], client);
        let Some((_, GlobPattern::Relative(relative))) = wanted.globs.first() else { panic!("no pattern") };
        assert_eq!(relative.pattern, "a.txt");
        assert_eq!(relative.base_uri, OneOf::Right(Url::from_directory_path(folder.path()).unwrap()));
        wanted.add(&path, false, &[], Abilities::default());
        assert_eq!(wanted.own, [(folder.path().to_path_buf(), false)]);
    }

    #[test]
    fn what_is_not_there_yet_is_watched_through_the_nearest_folder_that_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut wanted = Wanted::default();
        wanted.add(&folder.path().join("not/yet"), true, &[], Abilities::default());
        assert_eq!(wanted.own, [(folder.path().to_path_buf(), false)]);
    }
}
