//! The server as tower-lsp sees it: one method a request or notification, each a few lines that take a snapshot, ask the
//! engine and put the answer into the protocol's words.
//!
//! A handler of a notification has no `await`, and a handler of a request takes its snapshot before its first one: so each
//! answers for the version of the document that the editor asked about.

use super::documents::Documents;
use super::life::Life;
use super::{Options, parent};
use crate::text::Encoding;
use std::sync::{Arc, OnceLock};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::*;
use tower_lsp::{Client, LanguageServer, async_trait};

/// What the server knows of its client and its documents.
pub struct Server {
    documents: Documents,
    encoding: OnceLock<Encoding>,
    life: Arc<Life>,
}

impl Server {
    /// A server for one client.
    pub fn new(_client: Client, _options: Options, life: Arc<Life>) -> Self {
        Server { documents: Documents::default(), encoding: OnceLock::new(), life }
    }

    fn encoding(&self) -> Encoding {
        self.encoding.get().copied().unwrap_or_default()
    }
}

#[async_trait]
impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let encoding = *self.encoding.get_or_init(|| agreed(&params.capabilities));
        if let Some(id) = params.process_id {
            parent::follow(id, self.life.clone());
        }
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            ..Default::default()
        };
        Ok(InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(kind(encoding)),
                text_document_sync: Some(sync.into()),
                ..Default::default()
            },
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").into(),
                version: Some(env!("CARGO_PKG_VERSION").into()),
            }),
        })
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.documents.open(params.text_document, self.encoding());
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        self.documents.change(&document.uri, document.version, params.content_changes);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.documents.close(&params.text_document.uri);
    }
}

/// The units of columns: bytes, the cheapest, if the client offers them; else its first choice; UTF-16 where it says
/// nothing.
fn agreed(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let known: Vec<Encoding> = offered.iter().filter_map(encoding).collect();
    if known.contains(&Encoding::Utf8) { Encoding::Utf8 } else { known.first().copied().unwrap_or_default() }
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32].into_iter().find(|&encoding| self::kind(encoding) == *kind)
}

fn kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}
