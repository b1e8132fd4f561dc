//! What the server sends of its own accord and its answers go two ways through tower-lsp, and an answer may overtake what
//! was sent before it. Where the order matters, a fence is sent behind, which ends its way before the editor, and the answer
//! waits for it.

use super::patience::PATIENCE;
use futures::Stream;
use serde_json::json;
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tokio::sync::oneshot;
use tokio::time::timeout;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Request;
use tower_lsp::lsp_types::notification::Notification;

/// The fences that are on their way, by number.
#[derive(Default)]
pub struct Fences(Mutex<(u64, HashMap<u64, oneshot::Sender<()>>)>);

/// A fence, as tower-lsp carries it.
enum Fence {}

impl Notification for Fence {
    type Params = serde_json::Value;
    const METHOD: &'static str = "$/glossator/fence";
}

impl Fences {
    /// Waits until all that was sent to the client before is on its way to it; not longer than [`PATIENCE`].
    pub async fn all_sent(&self, client: &Client) {
        let (number, passed) = self.put_up();
        let wait = async {
            client.send_notification::<Fence>(json!(number)).await;
            _ = passed.await;
        };
        _ = timeout(PATIENCE, wait).await;
    }

    fn put_up(&self) -> (u64, oneshot::Receiver<()>) {
        let (sender, passed) = oneshot::channel();
        let mut fences = self.0.lock().unwrap_or_else(|e| e.into_inner());
        fences.0 += 1;
        let number = fences.0;
        fences.1.retain(|_, waiting| !waiting.is_closed());
        fences.1.insert(number, sender);
        (number, passed)
    }

    fn pass(&self, request: &Request) {
        let number = request.params().and_then(serde_json::Value::as_u64);
        let mut fences = self.0.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(waiting) = number.and_then(|number| fences.1.remove(&number)) {
            _ = waiting.send(());
        }
    }
}

/// What the server sends, without the fences.
pub struct Fenced<S> {
    /// What it sends.
    pub sent: S,
    /// Those who wait for their fences.
    pub fences: Arc<Fences>,
}

impl<S: Stream<Item = Request> + Unpin> Stream for Fenced<S> {
    type Item = Request;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Request>> {
        loop {
            match Pin::new(&mut self.sent).poll_next(cx) {
                Poll::Ready(Some(request)) if request.method() == Fence::METHOD => self.fences.pass(&request),
                other => return other,
            }
        }
    }
}
