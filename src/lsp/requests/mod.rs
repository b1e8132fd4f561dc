//! glossator's own requests, for what the protocol has no word: searching the corpus, the quotations of a draft with their
//! verdicts, sources and concepts, how things stand. `editors/PROTOCOL.md` describes them for those who write clients.

mod answers;
mod cite;
mod concepts;
mod quotations;
mod search;
mod sources;
mod status;

pub use crate::features::PROTOCOL;
pub use status::Changed;

use super::core::{Context, off_the_async_threads};
use super::server::Server;
use super::workspaces::Workspace;
use crate::library::Library;
use serde::Deserialize;
use std::sync::Arc;
use tower_lsp::ClientSocket;
use tower_lsp::LspService;
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{TextDocumentIdentifier, Url};

/// The service with the protocol's requests and ours.
pub fn service(server: impl FnOnce(tower_lsp::Client) -> Server) -> (LspService<Server>, ClientSocket) {
    LspService::build(server)
        .custom_method("glossator/search", Server::search)
        .custom_method("glossator/cite", Server::cite)
        .custom_method("glossator/quotations", Server::quotations)
        .custom_method("glossator/sources", Server::sources)
        .custom_method("glossator/source", Server::source)
        .custom_method("glossator/concepts", Server::concepts)
        .custom_method("glossator/concept", Server::concept)
        .custom_method("glossator/status", Server::status)
        .finish()
}

/// Names the workspace that a question is about by a document, open or not; without one, the first is meant.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct About {
    /// A document of the workspace.
    pub text_document: Option<TextDocumentIdentifier>,
}

/// What a question about a corpus is answered from.
pub struct Desk {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// Its library.
    pub library: Arc<Library>,
    /// The number of the source that the document of the question is, if it is one.
    pub own: Option<usize>,
}

impl Server {
    /// Answers a question about the corpus of a workspace, as soon as its library is there, off the async threads.
    async fn of_corpus<T: Send + 'static>(
        &self,
        about: Option<TextDocumentIdentifier>,
        ask: impl FnOnce(&Desk) -> T + Send + 'static,
    ) -> Option<T> {
        let core = self.core.clone();
        let uri = about.map(|document| document.uri);
        let path = uri.as_ref().and_then(|uri| uri.to_file_path().ok());
        let (workspace, library) = core.library_of(&uri.unwrap_or_else(anywhere)).await?;
        let work = move || {
            let own = path.and_then(|path| library.corpus.number_by_path(&path));
            let desk = Desk { workspace, library, own };
            let answer = ask(&desk);
            core.notice(&desk.workspace, &desk.library);
            answer
        };
        off_the_async_threads(work).await
    }

    /// Answers a question about an open document.
    async fn of_document<T: Send + 'static>(
        &self,
        uri: &Url,
        ask: impl FnOnce(&Context) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        Ok(self.core.answer(uri, ask).await)
    }
}

/// An address that lies in no workspace folder.
fn anywhere() -> Url {
    Url::parse("untitled:anywhere").unwrap_or_else(|_| unreachable!("an address"))
}
