//! The gate in front of tower-lsp's service: each message is handled in the order in which it came as far as its handler
//! gets without waiting, the rest runs beside the others. Here every request gets its one answer, whatever happens to its
//! handler, and the life cycle is kept by the book.

use super::life::{Life, Phase};
use super::messages::MALFORMED;
use futures::future::{BoxFuture, FutureExt, ready};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower_lsp::ExitedError;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_service::Service;

type Answer = Result<Option<Response>, ExitedError>;

/// A service behind the gate.
pub struct Gate<S> {
    inner: S,
    life: Arc<Life>,
}

impl<S> Gate<S> {
    /// Puts the gate in front of `inner`.
    pub fn new(inner: S, life: Arc<Life>) -> Self {
        Gate { inner, life }
    }
}

impl<S> Service<Request> for Gate<S>
where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = ExitedError;
    type Future = BoxFuture<'static, Answer>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let id = request.id().cloned();
        if let Some(error) = self.refusal(&request) {
            return ready(Ok(id.map(|id| Response::from_error(id, error)))).boxed();
        }
        let handling = self.handle(request);
        let mut handling = AssertUnwindSafe(handling).catch_unwind().map(move |outcome| answered(outcome, id)).boxed();
        match (&mut handling).now_or_never() {
            Some(answer) => ready(answer).boxed(),
            None => {
                let rest = tokio::spawn(handling);
                async move { rest.await.unwrap_or(Ok(None)) }.boxed()
            }
        }
    }
}

impl<S> Gate<S>
where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    /// Why a message does not go on to its handler, if it doesn't.
    fn refusal(&self, request: &Request) -> Option<Error> {
        match (request.method(), self.life.phase()) {
            (MALFORMED, _) => Some(malformed(request)),
            ("exit", _) | ("initialize", Phase::Before) | (_, Phase::Serving) => None,
            (_, Phase::Before) => Some(error(ErrorCode::ServerError(-32002), "The server is not initialized yet")),
            (_, Phase::ShutDown) => Some(error(ErrorCode::InvalidRequest, "The server was shut down")),
        }
    }

    fn handle(&mut self, request: Request) -> impl Future<Output = Answer> + Send + 'static {
        let is_initialize = request.method() == "initialize";
        let life = self.life.clone();
        let request = match request.method() {
            "shutdown" => {
                life.enter(Phase::ShutDown);
                without_params(request)
            }
            "exit" => {
                life.end();
                request
            }
            _ => request,
        };
        self.inner.call(request).inspect(move |answer| {
            if is_initialize && matches!(answer, Ok(Some(response)) if response.is_ok()) {
                life.enter(Phase::Serving);
            }
        })
    }
}

/// tower-lsp refuses `shutdown` with any `params`, also with the null and the empty object that some clients send.
fn without_params(request: Request) -> Request {
    let (method, id, _) = request.into_parts();
    let request = Request::build(method);
    match id {
        Some(id) => request.id(id).finish(),
        None => request.finish(),
    }
}

/// The one answer to a request: the handler's own, or why there is none. A notification gets no answer.
fn answered(outcome: std::thread::Result<Answer>, id: Option<Id>) -> Answer {
    let Some(id) = id else { return Ok(None) };
    let error = match outcome {
        Ok(Ok(Some(response))) => return Ok(Some(response)),
        Ok(Ok(None)) => Error::method_not_found(),
        Ok(Err(_)) => Error::invalid_request(),
        Err(_) => error(ErrorCode::InternalError, "The handler crashed; the server's log says where"),
    };
    Ok(Some(Response::from_error(id, error)))
}

fn malformed(request: &Request) -> Error {
    let member = |name| request.params().and_then(|params| params.get(name));
    let code = member("code").and_then(|code| code.as_i64()).map_or(ErrorCode::InvalidRequest, ErrorCode::from);
    let message = member("message").and_then(|message| message.as_str()).unwrap_or(code.description()).to_owned();
    Error { code, message: message.into(), data: None }
}

fn error(code: ErrorCode, message: &'static str) -> Error {
    Error { code, message: message.into(), data: None }
}
