//! `concepts.toml` and `corpus.toml` as open documents: which corpus such a file belongs to, and what the editor is answered
//! about it. Other TOML files are none of the server's business.

use super::convert;
use super::core::{Core, off_the_async_threads};
use super::documents::Document;
use super::workspaces::Workspace;
use crate::annotation::NotesKind;
use crate::features::diagnostics::findings_of_file;
use crate::features::notes::{
    Notes, NotesCompletion, NotesTarget, Suggestion, completions, definition, hover, symbols,
};
use crate::features::symbols::Symbol;
use crate::library::Library;
use crate::settings::Check;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::lsp_types::*;

/// One of the files that is open, with what is known of it.
pub struct OpenNotes {
    /// The document.
    pub document: Arc<Document>,
    /// The library of the corpus that it belongs to.
    pub library: Arc<Library>,
    /// What it says.
    pub notes: Arc<Notes>,
    workspace: Arc<Workspace>,
}

/// Which of the files a path may be, by its name.
pub fn kind_of(path: &Path) -> Option<NotesKind> {
    let name = path.file_name()?;
    NotesKind::ALL.into_iter().find(|kind| name == kind.file_name())
}

/// The file that is open at a URI; `None` for every other document. The snapshot is taken before anything is waited for.
pub fn open(core: &Arc<Core>, uri: &Url) -> impl Future<Output = Option<OpenNotes>> + Send + 'static {
    let document = core.documents.snapshot(uri).filter(|document| !document.is_prose);
    let core = core.clone();
    async move {
        let document = document?;
        let path = document.uri.to_file_path().ok()?;
        let kind = kind_of(&path)?;
        let (own, _) = core.library_of(&document.uri).await?;
        let root = path.parent()?.to_path_buf();
        let all = core.workspaces.get()?.all();
        let parent = root.clone();
        let search = move || {
            let is_root = |workspace: &Arc<Workspace>| workspace.shelf.folders().any(|folder| is_same(folder, &parent));
            std::iter::once(own).chain(all).find(is_root)
        };
        let workspace = off_the_async_threads(search).await.flatten()?;
        let library = match workspace.shelf.now() {
            Some(library) => library,
            None => workspace.shelf.ready().await?,
        };
        let work = move || {
            let mut folders = library.corpus.folders.iter();
            let folder = folders.position(|f| f.root.as_ref().is_some_and(|own| is_same(own, &root)))?;
            let notes = document.notes(&library, folder, kind);
            Some(OpenNotes { document, library, notes, workspace })
        };
        off_the_async_threads(work).await.flatten()
    }
}

/// Whether two paths name one folder, written alike or led to by links.
pub fn is_same(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

impl OpenNotes {
    /// What is wrong in it.
    pub fn diagnostics(&self, core: &Core) -> Vec<Diagnostic> {
        let path = self.document.uri.to_file_path().ok();
        let file = self.workspace.name_in_baseline(path.as_deref());
        let problems = self.notes.problems.iter().map(|problem| (problem.span, problem.message.clone()));
        let rules = self.workspace.rules(path.as_deref(), &file);
        let found = findings_of_file(self.document.text(), Check::Annotation, problems, rules);
        let diagnostic =
            |finding| convert::without_sources(finding, self.document.range(finding.span), core.abilities());
        found.iter().map(diagnostic).collect()
    }

    /// What a place is about.
    pub fn hover(&self, at: Position, markdown: bool) -> Option<Hover> {
        let (span, card) = hover(&self.library, &self.notes, self.document.offset(at))?;
        let contents = HoverContents::Markup(convert::markup(&card, &self.library, markdown));
        Some(Hover { contents, range: Some(self.document.range(span)) })
    }

    /// Where a place leads.
    pub fn definition(&self, at: Position, links: bool) -> Option<GotoDefinitionResponse> {
        let (from, targets) = definition(&self.library, &self.notes, self.document.offset(at))?;
        let location = |target: NotesTarget| match target {
            NotesTarget::Here(span) => {
                Some(Location { uri: self.document.uri.clone(), range: self.document.range(span) })
            }
            NotesTarget::Source(place) => convert::location(&self.library, place, self.document.encoding),
        };
        let locations: Vec<Location> = targets.into_iter().filter_map(location).collect();
        convert::jump(locations, self.document.range(from), links)
    }

    /// What may be typed at a place.
    pub fn completions(&self, at: Position, markdown: bool) -> Vec<CompletionItem> {
        let found = completions(&self.library, &self.notes, self.document.text(), self.document.offset(at));
        found.into_iter().enumerate().map(|(rank, one)| self.item(rank, one, markdown)).collect()
    }

    fn item(&self, rank: usize, found: NotesCompletion, markdown: bool) -> CompletionItem {
        let documentation = found.documentation.as_ref().map(|card| convert::markup(card, &self.library, markdown));
        let edit = TextEdit { range: self.document.range(found.replaces), new_text: found.insert };
        CompletionItem {
            kind: Some(match found.kind {
                Suggestion::Table => CompletionItemKind::STRUCT,
                Suggestion::Key => CompletionItemKind::PROPERTY,
                Suggestion::Value => CompletionItemKind::ENUM_MEMBER,
                Suggestion::Id => CompletionItemKind::REFERENCE,
                Suggestion::Text => CompletionItemKind::TEXT,
            }),
            label: found.label,
            detail: (!found.detail.is_empty()).then_some(found.detail),
            documentation: documentation.map(Documentation::MarkupContent),
            sort_text: Some(format!("{rank:04}")),
            filter_text: Some(found.replaces.of(self.document.text()).to_string()),
            text_edit: Some(CompletionTextEdit::Edit(edit)),
            ..CompletionItem::default()
        }
    }

    /// Its entries.
    pub fn symbols(&self) -> Vec<Symbol> {
        symbols(&self.notes, self.document.text())
    }
}
