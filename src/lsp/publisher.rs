//! The task that publishes diagnostics: for drafts where the client does not ask for them itself, and for the files that
//! people write for glossator always.

use super::convert::{diagnostic, range_in, without_sources};
use super::core::{Context, Core, Event};
use super::documents::Document;
use super::notes;
use super::requests::Changed;
use super::workspaces::{Workspace, Workspaces};
use crate::features::diagnostics::{Finding, findings_of_file};
use crate::settings::{Check, FILE_NAME};
use crate::text::{LineIndex, Span};
use futures::FutureExt;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout_at};
use tower_lsp::lsp_types::{Diagnostic, Url};

/// After a first answer, keys are gathered until none came for so long …
const QUIET: Duration = Duration::from_millis(8);
/// … or until the first of them has waited so long.
const LONGEST: Duration = Duration::from_millis(120);

/// What is wrong in a document, in the protocol's words.
pub fn diagnostics(core: &Core, context: &Context) -> Vec<Diagnostic> {
    let client = core.abilities();
    let found = context.findings();
    found.iter().map(|finding| diagnostic(&context.document, &context.known.library, finding, client)).collect()
}

/// Publishes until the server ends.
pub async fn publish(core: Arc<Core>, mut queue: UnboundedReceiver<Event>) {
    let mut publisher = Publisher { core, published: HashMap::new() };
    while let Some(first) = queue.recv().await {
        publisher.handle(first).await;
        let mut waiting: Vec<Event> = Vec::new();
        let last = Instant::now() + LONGEST;
        loop {
            match timeout_at(last.min(Instant::now() + QUIET), queue.recv()).await {
                // Of equal events the last one counts: a document may have been closed and opened again between them.
                Ok(Some(event)) => {
                    waiting.retain(|other| *other != event);
                    waiting.push(event);
                }
                Ok(None) => return,
                Err(_) => break,
            }
        }
        for event in waiting {
            publisher.handle(event).await;
        }
    }
}

struct Publisher {
    core: Arc<Core>,
    /// What was published for annotation and settings files.
    published: HashMap<Url, Vec<Diagnostic>>,
}

impl Publisher {
    /// A crash costs what was to be published, and no more.
    async fn handle(&mut self, event: Event) {
        if AssertUnwindSafe(self.publish(event)).catch_unwind().await.is_err() {
            tracing::error!("the diagnostics of a document could not be found out");
        }
    }

    async fn publish(&mut self, event: Event) {
        match event {
            Event::Changed(uri) => self.draft(&uri).await,
            Event::Closed(uri) => {
                if self.core.documents.snapshot(&uri).is_none() {
                    let found = self.published.get(&uri).cloned().unwrap_or_default();
                    self.core.client.publish_diagnostics(uri, found, None).await;
                }
            }
            Event::Renewed => self.renewed().await,
            Event::Notes => self.files().await,
            Event::File(_) | Event::Edited(_) | Event::Settings | Event::Initialized => {}
        }
    }

    /// Publishes what is wrong in a draft, unless it has moved on meanwhile: then another event is waiting.
    async fn draft(&self, uri: &Url) {
        if let Some(notes) = notes::open(&self.core, uri).await {
            let version = notes.document.version;
            if self.core.documents.snapshot(uri).is_some_and(|now| now.version == version) {
                let found = notes.diagnostics(&self.core);
                self.core.client.publish_diagnostics(uri.clone(), found, Some(version)).await;
            }
            return;
        }
        let core = self.core.clone();
        let answer = self.core.answer(uri, move |context| (context.document.version, diagnostics(&core, context)));
        let Some((version, mut found)) = answer.await else { return };
        // A list replaces the one before it, so what is wrong in such a file goes with what is wrong in its prose.
        found.extend(self.published.get(uri).cloned().unwrap_or_default());
        if self.core.documents.snapshot(uri).is_some_and(|now| now.version == version) {
            self.core.client.publish_diagnostics(uri.clone(), found, Some(version)).await;
        }
    }

    async fn renewed(&mut self) {
        self.files().await;
        let client = self.core.abilities();
        if client.changed {
            self.core.client.send_notification::<Changed>(serde_json::json!({})).await;
        }
        if !client.pulls {
            for document in self.core.documents.snapshots() {
                self.draft(&document.uri).await;
            }
        } else if client.refreshes {
            let core = self.core.clone();
            // Not waited for: a client that never answers must not stop what comes after.
            tokio::spawn(async move { core.client.workspace_diagnostic_refresh().await });
        }
    }

    /// Publishes what is wrong in annotation and settings files, where that is not what was published before.
    async fn files(&mut self) {
        let Some(workspaces) = self.core.workspaces.get() else { return };
        let now = problems(&self.core, workspaces);
        let before = std::mem::replace(&mut self.published, now);
        // What is wrong in a file that is open is shown as it is typed.
        let is_open = |document: &Arc<Document>| !document.is_prose && is_notes(&document.uri);
        let open = self.core.documents.snapshots().into_iter().filter(is_open);
        let open: Vec<_> = open.filter_map(|document| document.uri.to_file_path().ok()).collect();
        self.published.retain(|uri, _| !uri.to_file_path().is_ok_and(|path| open.contains(&path)));
        let gone = before.keys().filter(|uri| !self.published.contains_key(uri)).map(|uri| (uri.clone(), Vec::new()));
        let news = self.published.iter().filter(|(uri, found)| before.get(uri) != Some(found));
        let lists: Vec<(Url, Vec<Diagnostic>)> =
            gone.chain(news.map(|(uri, found)| (uri.clone(), found.clone()))).collect();
        for (uri, found) in lists {
            // Those of an open document are published with what is wrong in its prose.
            if self.core.abilities().pulls || self.core.documents.snapshot(&uri).is_none() {
                self.core.client.publish_diagnostics(uri, found, None).await;
            }
        }
    }
}

/// Whether a document is by its name one of the files about the sources.
fn is_notes(uri: &Url) -> bool {
    uri.to_file_path().is_ok_and(|path| notes::kind_of(&path).is_some())
}

/// What is wrong in the files that people write for glossator, by file.
fn problems(core: &Core, workspaces: &Workspaces) -> HashMap<Url, Vec<Diagnostic>> {
    let mut all: HashMap<Url, Vec<Diagnostic>> = HashMap::new();
    let mut seen = Vec::new();
    for workspace in workspaces.all() {
        if let Some(folder) = workspace.folder.as_ref().filter(|_| !workspace.problems.is_empty()) {
            let path = folder.join(FILE_NAME);
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let found =
                workspace.problems.iter().map(|problem| (problem.range.clone().into(), problem.message.clone()));
            add(core, &workspace, Check::Settings, &path, &text, found, &mut all);
        }
        let Some(library) = workspace.shelf.now() else { continue };
        if seen.iter().any(|other| Arc::ptr_eq(other, &library)) {
            continue;
        }
        for file in library.problems.chunk_by(|a, b| a.path == b.path) {
            let found = file.iter().map(|problem| (problem.problem.span, problem.problem.message.clone()));
            if let Some(path) = &file[0].path {
                add(core, &workspace, Check::Annotation, path, &file[0].text, found, &mut all);
            }
        }
        seen.push(library);
    }
    all
}

fn add(
    core: &Core,
    workspace: &Workspace,
    check: Check,
    path: &Path,
    text: &str,
    found: impl Iterator<Item = (Span, String)>,
    all: &mut HashMap<Url, Vec<Diagnostic>>,
) {
    let Ok(uri) = Url::from_file_path(path) else { return };
    let file = workspace.name_in_baseline(Some(path));
    let found = findings_of_file(text, check, found, workspace.rules(Some(path), &file));
    let lines = LineIndex::new(text);
    let diagnostic = |finding: &Finding| {
        without_sources(finding, range_in(text, &lines, finding.span, core.encoding()), core.abilities())
    };
    if !found.is_empty() {
        all.entry(uri).or_default().extend(found.iter().map(diagnostic));
    }
}
