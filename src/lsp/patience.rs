//! Asking the client for something, and going on without its answer where that takes too long.

use std::time::Duration;
use tokio::time::timeout;
use tower_lsp::jsonrpc::Result;

/// How long an answer of the client may take before the server goes on without it.
pub const PATIENCE: Duration = Duration::from_millis(800);

/// The client's answer to a request; `None` where none came in time. One that comes later is taken, and dropped: tower-lsp
/// panics at an answer that nobody waits for.
pub async fn patiently<T: Send + 'static>(
    request: impl Future<Output = Result<T>> + Send + 'static,
) -> Option<Result<T>> {
    timeout(PATIENCE, tokio::spawn(request)).await.ok()?.ok()
}
