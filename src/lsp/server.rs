//! The server as tower-lsp sees it: one method a request or notification, each a few lines that take a snapshot, ask the
//! engine and put the answer into the protocol's words.
//!
//! A handler of a notification has no `await`, and a handler of a request takes its snapshot before its first one: so each
//! answers for the version of the document that the editor asked about.

use super::actions::{SHOW_PASSAGE, actions, are_wanted, show_passage};
use super::capabilities::{agreed, capabilities};
use super::client::Abilities;
use super::convert;
use super::core::{Core, Event, off_the_async_threads, take_apart};
use super::documents::Document;
use super::fence::Fences;
use super::life::Life;
use super::{Options, completion, glossary, keeper, notes, parent, publisher, signature};
use crate::features::View;
use crate::features::completion::{completions, documentation};
use crate::features::definition::definition;
use crate::features::hover::hover;
use crate::features::references::highlights;
use crate::features::signature::signatures;
use crate::features::symbols::{Symbol, headings, symbols};
use std::sync::{Arc, Mutex};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::request::{
    GotoDeclarationParams, GotoDeclarationResponse, GotoTypeDefinitionParams, GotoTypeDefinitionResponse,
};
use tower_lsp::lsp_types::*;
use tower_lsp::{Client, LanguageServer, async_trait};

/// What the server knows of its client and its documents.
pub struct Server {
    pub(super) core: Arc<Core>,
    life: Arc<Life>,
    pub(super) fences: Arc<Fences>,
    queues: Mutex<Option<super::core::Queues>>,
}

impl Server {
    /// A server for one client.
    pub fn new(client: Client, options: Options, life: Arc<Life>, fences: Arc<Fences>) -> Self {
        let (core, queues) = Core::new(client, options);
        Server { core, life, fences, queues: Mutex::new(Some(queues)) }
    }

    /// Answers what depends on what was written and on the library alone: no quotation is traced for it.
    pub(super) async fn written<T: Send + 'static>(
        &self,
        uri: &Url,
        ask: impl FnOnce(View, &Document) -> T + Send + 'static,
    ) -> Option<T> {
        let document = self.core.documents.snapshot(uri)?;
        let (_, library) = self.core.library_of(&document.uri).await?;
        take_apart(&document).await;
        let work = move || {
            let own = document.own(&library);
            let view = View { library: &library, page: document.page(), text: document.text(), own };
            ask(view, &document)
        };
        off_the_async_threads(work).await
    }

    /// A document was opened or closed: if it is one of the files about the sources, what was shown about it is not any more.
    fn notes_changed(&self, uri: &Url) {
        if uri.to_file_path().is_ok_and(|path| notes::kind_of(&path).is_some()) {
            self.core.tell_publisher(Event::Notes);
        }
    }

    /// The parts of a document.
    async fn parts_of(&self, document: Arc<Document>) -> Vec<Symbol> {
        take_apart(&document).await;
        let found = headings(document.page());
        // A draft with headings needs no corpus.
        if !found.is_empty() && !self.core.may_be_source(&document.uri).await {
            return found;
        }
        let Some((_, library)) = self.core.library_of(&document.uri).await else { return found };
        let work = move || {
            let own = document.own(&library);
            symbols(View { library: &library, page: document.page(), text: document.text(), own })
        };
        off_the_async_threads(work).await.unwrap_or(found)
    }

    /// Where a place leads, with what the place is about.
    async fn jump(&self, at: TextDocumentPositionParams) -> Option<GotoDefinitionResponse> {
        let links = self.core.abilities().definition_links;
        let find = move |context: &super::core::Context| {
            let document = &context.document;
            let jump = definition(context.view(), &context.known.quotations, document.offset(at.position))?;
            let origin = document.range(jump.from);
            let library = &context.known.library;
            let locations = jump.to.iter().filter_map(|&place| convert::location(library, place, document.encoding));
            convert::jump(locations.collect(), origin, links)
        };
        if let Some(notes) = notes::open(&self.core, &at.text_document.uri).await {
            return notes.definition(at.position, links);
        }
        self.core.answer(&at.text_document.uri.clone(), find).await.flatten()
    }
}

#[async_trait]
impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let abilities = *self.core.abilities.get_or_init(|| Abilities::of(&params.capabilities));
        let encoding = self.core.agree(agreed(&params.capabilities, self.core.options.dialect));
        if let Some(id) = params.process_id {
            parent::follow(id, self.life.clone());
        }
        keeper::introduce(&self.core, &params);
        if let Some(queues) = self.queues.lock().ok().and_then(|mut queues| queues.take()) {
            tokio::spawn(keeper::keep(self.core.clone(), queues.keeper));
            tokio::spawn(publisher::publish(self.core.clone(), queues.publisher));
        }
        Ok(InitializeResult {
            capabilities: capabilities(encoding, abilities),
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").into(),
                version: Some(env!("CARGO_PKG_VERSION").into()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.core.greet();
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        self.core.documents.open(params.text_document, self.core.encoding());
        // An editor may open a file with text that was never saved.
        keeper::source_edited(&self.core, &uri);
        self.notes_changed(&uri);
        self.core.tell_publisher(Event::Changed(uri));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        self.core.documents.change(&document.uri, document.version, params.content_changes);
        keeper::source_edited(&self.core, &document.uri);
        self.core.tell_publisher(Event::Changed(document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        self.core.documents.close(&uri);
        keeper::source_edited(&self.core, &uri);
        self.core.tell_publisher(Event::Closed(uri.clone()));
        self.notes_changed(&uri);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        keeper::told(&self.core, params.settings);
        self.core.tell_keeper(Event::Settings);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        keeper::folders_changed(&self.core, params.event);
        self.core.tell_keeper(Event::Settings);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        for path in params.changes.iter().filter_map(|change| change.uri.to_file_path().ok()) {
            keeper::file_changed(&self.core, path);
        }
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        let markdown = self.core.abilities().hover_markdown;
        if let Some(notes) = notes::open(&self.core, &at.text_document.uri).await {
            return Ok(notes.hover(at.position, markdown));
        }
        let answer = self.core.answer(&at.text_document.uri, move |context| {
            let document = &context.document;
            let (span, card) = hover(context.view(), &context.known.quotations, document.offset(at.position))?;
            let contents = HoverContents::Markup(convert::markup(&card, &context.known.library, markdown));
            Some(Hover { contents, range: Some(document.range(span)) })
        });
        Ok(answer.await.flatten())
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        Ok(self.jump(params.text_document_position_params).await)
    }

    async fn goto_declaration(&self, params: GotoDeclarationParams) -> Result<Option<GotoDeclarationResponse>> {
        Ok(self.jump(params.text_document_position_params).await)
    }

    async fn goto_type_definition(
        &self,
        params: GotoTypeDefinitionParams,
    ) -> Result<Option<GotoTypeDefinitionResponse>> {
        Ok(self.jump(params.text_document_position_params).await)
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let snippets = self.core.abilities().snippets;
        if let Some(notes) = notes::open(&self.core, &at.text_document.uri).await {
            let items = notes.completions(at.position, self.core.abilities().completion_markdown);
            return Ok(Some(CompletionResponse::List(CompletionList { is_incomplete: true, items })));
        }
        let answer = self.written(&at.text_document.uri, move |view, document| {
            let found = completions(view, document.offset(at.position));
            completion::items(document, &found, snippets)
        });
        let Some(mut items) = answer.await else { return Ok(None) };
        self.core.options.dialect.completions(&mut items, self.core.encoding());
        // Never complete: initials and later words match by rules that the client lacks.
        Ok(Some(CompletionResponse::List(CompletionList { is_incomplete: true, items })))
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some((about, uri)) = item.data.as_ref().and_then(completion::about) else { return Ok(item) };
        let Some((_, library)) = self.core.library_of(&uri).await else { return Ok(item) };
        let markdown = self.core.abilities().completion_markdown;
        let work = move || documentation(&library, &about).map(|card| convert::markup(&card, &library, markdown));
        if let Some(markup) = off_the_async_threads(work).await.flatten() {
            item.documentation = Some(Documentation::MarkupContent(markup));
        }
        Ok(item)
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        Ok(self.all_references(params).await)
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let answer = self.written(&at.text_document.uri, move |view, document| {
            let spans = highlights(view, document.offset(at.position))?;
            let highlight =
                |span| DocumentHighlight { range: document.range(span), kind: Some(DocumentHighlightKind::TEXT) };
            Some(spans.into_iter().map(highlight).collect())
        });
        Ok(answer.await.flatten())
    }

    async fn prepare_type_hierarchy(
        &self,
        params: TypeHierarchyPrepareParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        Ok(self.concept_at(params.text_document_position_params).await)
    }

    async fn supertypes(&self, params: TypeHierarchySupertypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        Ok(self.around(params.item, true).await)
    }

    async fn subtypes(&self, params: TypeHierarchySubtypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        Ok(self.around(params.item, false).await)
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        Ok(self.concepts_named(params.query).await)
    }

    async fn signature_help(&self, params: SignatureHelpParams) -> Result<Option<SignatureHelp>> {
        let at = params.text_document_position_params;
        let shown = params.context.and_then(|context| context.active_signature_help?.active_signature);
        let abilities = self.core.abilities();
        let answer = self.written(&at.text_document.uri, move |view, document| {
            let found = signatures(view, document.offset(at.position), shown.map(|shown| shown as usize))?;
            Some(signature::help(&found, view.library, abilities))
        });
        Ok(answer.await.flatten())
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let abilities = self.core.abilities();
        if !abilities.code_actions || !are_wanted(params.context.only.as_deref()) {
            return Ok(None);
        }
        let core = self.core.clone();
        let answer = self.core.answer(&params.text_document.uri, move |context| {
            let span = context.document.span(params.range);
            let mut all = actions(context, span, abilities);
            all.extend(glossary::action(&core, context, span).map(CodeActionOrCommand::CodeAction));
            all
        });
        Ok(answer.await)
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<serde_json::Value>> {
        if params.command == SHOW_PASSAGE {
            show_passage(&self.core.client, self.core.abilities(), params.arguments).await;
        }
        Ok(None)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let Some(document) = self.core.documents.snapshot(&params.text_document.uri) else { return Ok(None) };
        let found = match notes::open(&self.core, &params.text_document.uri).await {
            Some(notes) => notes.symbols(),
            None => self.parts_of(document.clone()).await,
        };
        if self.core.abilities().symbol_tree {
            let tree = found.iter().map(|symbol| convert::document_symbol(&document, symbol)).collect();
            return Ok(Some(DocumentSymbolResponse::Nested(tree)));
        }
        let mut all = Vec::new();
        convert::symbol_information(&document, &found, &mut all);
        Ok(Some(DocumentSymbolResponse::Flat(all)))
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let core = self.core.clone();
        let items = match notes::open(&core, &params.text_document.uri).await {
            Some(notes) => notes.diagnostics(&core),
            None => {
                let diagnostics = move |context: &super::core::Context| publisher::diagnostics(&core, context);
                self.core.answer(&params.text_document.uri, diagnostics).await.unwrap_or_default()
            }
        };
        let full = FullDocumentDiagnosticReport { result_id: None, items };
        let report =
            RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report: full };
        Ok(DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(report)))
    }
}
