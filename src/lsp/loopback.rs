//! The way of the client's answers to those who wait for them. tower-lsp panics on an answer that nobody waits for any
//! more, because the request that asked was cancelled; here such an answer is passed over.

use super::fence::{Fenced, Fences};
use futures::Sink;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower_lsp::jsonrpc::Response;
use tower_lsp::{ClientSocket, ExitedError, Loopback};

/// A socket whose answers never panic, and whose fences go no further.
pub struct Calm {
    /// tower-lsp's own.
    pub socket: ClientSocket,
    /// Those who wait for their fences.
    pub fences: Arc<Fences>,
}

/// The half of [`Calm`] that takes the client's answers.
pub struct Answers<S>(S);

impl Loopback for Calm {
    type RequestStream = Fenced<<ClientSocket as Loopback>::RequestStream>;
    type ResponseSink = Answers<<ClientSocket as Loopback>::ResponseSink>;

    fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
        let (sent, answers) = self.socket.split();
        (Fenced { sent, fences: self.fences }, Answers(answers))
    }
}

impl<S: Sink<Response, Error = ExitedError> + Unpin> Sink<Response> for Answers<S> {
    type Error = ExitedError;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        Pin::new(&mut self.0).poll_ready(cx)
    }

    fn start_send(mut self: Pin<&mut Self>, answer: Response) -> Result<(), ExitedError> {
        catch_unwind(AssertUnwindSafe(|| Pin::new(&mut self.0).start_send(answer))).unwrap_or(Ok(()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        Pin::new(&mut self.0).poll_close(cx)
    }
}
