//! Which library answers for which document: each workspace folder has its settings and, by them, its corpus; folders with
//! equal corpora share one library.

use super::Options;
use super::shelf::Shelf;
use crate::corpus::{Root, cache_folder};
use crate::features::diagnostics::Rules;
use crate::settings::{Baseline, FILE_NAME, Partial, Problem, Settings, from_editor, from_toml, name_in_baseline};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};
use tower_lsp::lsp_types::Url;

/// The workspace folders with what was decided for each.
#[derive(Default)]
pub struct Workspaces {
    command_line: Partial,
    /// Where the seeds were written to.
    seeds: Option<PathBuf>,
    /// In the editor's order.
    all: RwLock<Vec<Arc<Workspace>>>,
    shelves: Mutex<Vec<Arc<Shelf>>>,
}

/// A workspace folder; one without a path stands for documents outside all folders.
pub struct Workspace {
    /// The folder.
    pub folder: Option<PathBuf>,
    /// What applies in it.
    pub settings: Settings,
    /// Its accepted findings.
    pub baseline: Baseline,
    /// Its corpus.
    pub shelf: Arc<Shelf>,
    /// What is wrong in its `glossator.toml`.
    pub problems: Vec<Problem>,
    /// What is wrong in what the editor says, and with files that could not be read.
    pub complaints: Vec<String>,
}

impl Workspace {
    /// What decides which findings are shown in the file at `path`, given with what [`Workspace::name_in_baseline`] says.
    pub fn rules<'a>(&'a self, path: Option<&'a Path>, file: &'a str) -> Rules<'a> {
        Rules { settings: &self.settings, baseline: &self.baseline, path, file }
    }

    /// What the baseline calls a file; nothing if there is none, or the file was never saved.
    pub fn name_in_baseline(&self, path: Option<&Path>) -> String {
        let base = self.settings.baseline.as_ref().and_then(|path| path.parent());
        path.zip(base).map(|(path, base)| name_in_baseline(path, base)).unwrap_or_default()
    }
}

impl Workspaces {
    /// Workspaces for which the command line says this; `seeds` is the folder that the seeds were written to.
    pub fn new(options: &Options, seeds: Option<PathBuf>) -> Self {
        let Options { corpora, seeds: with_seeds, .. } = options;
        let corpus = (!corpora.is_empty()).then(|| corpora.iter().map(|path| absolute(path)).collect());
        let command_line = Partial { corpus, seeds: with_seeds.then_some(true), ..Partial::default() };
        Workspaces { command_line, seeds, ..Workspaces::default() }
    }

    /// Reads the settings of each of the folders anew; `editor` is what the editor says for each of them. Shelves whose
    /// corpus is still asked for stay as they are.
    pub fn arrange(&self, folders: &[Url], editor: impl Fn(Option<&Url>) -> serde_json::Value) {
        let mut all: Vec<Arc<Workspace>> =
            folders.iter().map(|uri| Arc::new(self.workspace(Some(uri), editor(Some(uri))))).collect();
        if all.is_empty() {
            all.push(Arc::new(self.workspace(None, editor(None))));
        }
        let in_use: Vec<Arc<Shelf>> = all.iter().map(|workspace| workspace.shelf.clone()).collect();
        self.shelves
            .lock()
            .unwrap_or_else(|e| e.into_inner())
            .retain(|shelf| in_use.iter().any(|s| Arc::ptr_eq(s, shelf)));
        *self.all.write().unwrap_or_else(|e| e.into_inner()) = all;
    }

    /// All workspaces.
    pub fn all(&self) -> Vec<Arc<Workspace>> {
        self.all.read().unwrap_or_else(|e| e.into_inner()).clone()
    }

    /// All different shelves.
    pub fn shelves(&self) -> Vec<Arc<Shelf>> {
        self.shelves.lock().unwrap_or_else(|e| e.into_inner()).clone()
    }

    /// The workspace that a document belongs to: the innermost folder around it, else the first.
    pub fn of(&self, uri: &Url) -> Option<Arc<Workspace>> {
        let all = self.all.read().unwrap_or_else(|e| e.into_inner());
        let path = uri.to_file_path().ok();
        let holds = |workspace: &&Arc<Workspace>| {
            workspace.folder.as_ref().zip(path.as_ref()).is_some_and(|(folder, path)| path.starts_with(folder))
        };
        let length = |workspace: &&Arc<Workspace>| workspace.folder.as_ref().map(|folder| folder.as_os_str().len());
        all.iter().filter(holds).max_by_key(length).or_else(|| all.first()).cloned()
    }

    fn workspace(&self, uri: Option<&Url>, editor: serde_json::Value) -> Workspace {
        let folder = uri.and_then(|uri| uri.to_file_path().ok());
        let base = folder.clone().or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let home = home();
        let mut complaints = Vec::new();
        let (editor, wrong) = from_editor(&editor, &base, home.as_deref());
        complaints.extend(wrong);
        let (file, problems) = match folder.as_ref().map(|folder| std::fs::read(folder.join(FILE_NAME))) {
            Some(Ok(bytes)) => from_toml(&String::from_utf8_lossy(&bytes), &base, home.as_deref()),
            Some(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => {
                complaints.push(format!("cannot read {}: {error}", base.join(FILE_NAME).display()));
                Default::default()
            }
            _ => Default::default(),
        };
        let settings = Settings::layered(&[&self.command_line, &editor, &file]);
        let baseline = match &settings.baseline {
            Some(path) => read_baseline(path, &mut complaints),
            None => Baseline::default(),
        };
        let shelf = self.shelf(Root::of(&settings, self.seeds.as_deref()));
        Workspace { folder, settings, baseline, shelf, problems, complaints }
    }

    fn shelf(&self, roots: Vec<Root>) -> Arc<Shelf> {
        let mut shelves = self.shelves.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(shelf) = shelves.iter().find(|shelf| shelf.roots() == roots) {
            return shelf.clone();
        }
        let shelf = Arc::new(Shelf::new(roots, cache_folder().as_deref()));
        shelves.push(shelf.clone());
        shelf
    }
}

fn read_baseline(path: &Path, complaints: &mut Vec<String>) -> Baseline {
    let read = std::fs::read_to_string(path).map_err(|error| error.to_string());
    read.and_then(|text| Baseline::parse(&text, path.parent().unwrap_or(path))).unwrap_or_else(|error| {
        complaints.push(format!("cannot use the baseline {}: {error}", path.display()));
        Baseline::default()
    })
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

fn home() -> Option<PathBuf> {
    etcetera::home_dir().ok()
}
