//! `glossator/status`: how things stand. It never waits: where the corpus is not read yet, it says so.

use super::super::server::Server;
use super::super::workspaces::Workspace;
use super::{About, PROTOCOL, anywhere};
use crate::corpus::Root;
use serde::Serialize;
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::Url;
use tower_lsp::lsp_types::notification::Notification;

/// How things stand in a workspace.
#[derive(Debug, Serialize)]
pub struct StatusAnswer {
    /// The version of this page of the protocol.
    protocol: u32,
    /// The server's version.
    version: &'static str,
    /// Whether the corpus was read.
    ready: bool,
    sources: usize,
    concepts: usize,
    words: usize,
    /// What is wrong with settings, texts and annotation files.
    problems: Vec<String>,
    /// The folders of the corpus.
    folders: Vec<Url>,
    /// Whether the texts that come with glossator are part of it.
    seeds: bool,
}

/// `glossator/changed`: told to clients that say in `initialize` that they want to know (`experimental.glossator.changed`),
/// when the corpus or the settings are others than before. It says nothing more: who wants to know asks.
pub enum Changed {}

impl Notification for Changed {
    type Params = serde_json::Value;
    const METHOD: &'static str = "glossator/changed";
}

impl Server {
    /// Answers `glossator/status`.
    pub async fn status(&self, about: About) -> Result<StatusAnswer> {
        let uri = about.text_document.map_or_else(anywhere, |document| document.uri);
        let workspace = self.core.workspaces.get().and_then(|workspaces| workspaces.of(&uri));
        let mut status = StatusAnswer {
            protocol: PROTOCOL,
            version: env!("CARGO_PKG_VERSION"),
            ready: false,
            sources: 0,
            concepts: 0,
            words: 0,
            problems: Vec::new(),
            folders: Vec::new(),
            seeds: false,
        };
        if let Some(workspace) = workspace {
            status.fill(&workspace);
        }
        Ok(status)
    }
}

impl StatusAnswer {
    fn fill(&mut self, workspace: &Workspace) {
        self.folders = workspace.shelf.folders().filter_map(|folder| Url::from_file_path(folder).ok()).collect();
        self.seeds = workspace.shelf.roots().iter().any(|root| matches!(root, Root::Seeds(_)));
        self.problems = workspace.complaints.clone();
        self.problems.extend(workspace.problems.iter().map(|problem| problem.message.clone()));
        let Some(library) = workspace.shelf.now() else { return };
        self.ready = true;
        (self.sources, self.concepts) = (library.corpus.sources.len(), library.known_concepts());
        self.words = library.index.len();
        let unread = library.corpus.folders.iter().flat_map(|folder| &folder.problems);
        self.problems.extend(unread.map(|problem| format!("{}: {}", problem.path.display(), problem.message)));
        self.problems.extend(library.problems.iter().map(|problem| problem.problem.message.clone()));
    }
}
