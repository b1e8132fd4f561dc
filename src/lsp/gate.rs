//! The gate in front of tower-lsp's service: each message is handled in the order in which it came as far as its handler
//! gets without waiting, the rest runs beside the others. Here every request gets its one answer, whatever happens to its
//! handler, and the life cycle is kept by the book.

use super::life::{Life, Phase};
use super::mend::{announced, mended};
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
        match request.method() {
            "shutdown" => life.enter(Phase::ShutDown),
            "exit" => life.end(),
            _ => {}
        }
        self.inner.call(mended(request)).map(move |answer| match answer {
            Ok(Some(response)) if is_initialize && response.is_ok() => {
                life.enter(Phase::Serving);
                Ok(Some(announced(response)))
            }
            answer => answer,
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use futures::future::join_all;
    use serde_json::{Value, json};
    use std::sync::Mutex;
    use std::time::Duration;
    use tower_lsp::jsonrpc::Result;
    use tower_lsp::lsp_types::{InitializeParams, InitializeResult};
    use tower_lsp::{LanguageServer, LspService, async_trait};

    /// A server whose handlers do what handlers should not do.
    #[derive(Default)]
    struct Rude {
        edits: Mutex<Vec<i64>>,
    }

    #[async_trait]
    impl LanguageServer for Rude {
        async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
            Ok(InitializeResult::default())
        }

        async fn shutdown(&self) -> Result<()> {
            Ok(())
        }
    }

    impl Rude {
        async fn panic(&self) -> Result<Value> {
            panic!("on purpose")
        }

        async fn panic_later(&self) -> Result<Value> {
            tokio::task::yield_now().await;
            panic!("on purpose")
        }

        async fn forever(&self) -> Result<Value> {
            futures::future::pending().await
        }

        async fn edit(&self, number: i64) {
            self.edits.lock().unwrap().push(number);
        }

        async fn edits(&self) -> Result<Value> {
            let edits = self.edits.lock().unwrap().len();
            tokio::task::yield_now().await;
            Ok(json!(edits))
        }
    }

    struct Session {
        gate: Gate<LspService<Rude>>,
        id: i64,
    }

    impl Session {
        fn new() -> Self {
            let service = LspService::build(|_| Rude::default())
                .custom_method("panic", Rude::panic)
                .custom_method("panicLater", Rude::panic_later)
                .custom_method("forever", Rude::forever)
                .custom_method("edit", Rude::edit)
                .custom_method("edits", Rude::edits)
                .finish()
                .0;
            let mut session = Session { gate: Gate::new(service, Arc::default()), id: 0 };
            let initialized = session.request("initialize").now_or_never().expect("initialize waits for nothing");
            assert!(initialized.unwrap().unwrap().is_ok());
            session
        }

        fn request(&mut self, method: &'static str) -> BoxFuture<'static, Answer> {
            self.id += 1;
            self.gate.call(Request::build(method).id(self.id).finish())
        }

        fn notify(&mut self, method: &'static str, params: impl Into<Value>) {
            let answer = self.gate.call(Request::build(method).params(params).finish());
            assert_eq!(answer.now_or_never(), Some(Ok(None)));
        }
    }

    fn code(answer: Answer) -> i64 {
        answer.unwrap().unwrap().error().unwrap().code.code()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_handler_that_crashes_is_answered_for() {
        let mut session = Session::new();
        for method in ["panic", "panicLater"] {
            assert_eq!(code(session.request(method).await), -32603);
        }
        assert!(session.request("edits").await.unwrap().unwrap().is_ok());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_request_sees_the_edits_before_it_and_none_after() {
        let mut session = Session::new();
        let mut answers = Vec::new();
        for number in 0..2000 {
            session.notify("edit", number);
            answers.push(session.request("edits"));
        }
        for (i, answer) in join_all(answers).await.into_iter().enumerate() {
            assert_eq!(answer.unwrap().unwrap().result(), Some(&json!(i + 1)));
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_cancelled_request_is_answered_at_once_however_many_others_are_slow() {
        let mut session = Session::new();
        let slow: Vec<_> = (0..100).map(|_| session.request("forever")).collect();
        let last = session.id;
        session.notify("$/cancelRequest", json!({ "id": last }));
        session.notify("$/cancelRequest", json!({ "id": last }));
        session.notify("$/cancelRequest", json!({ "id": "unknown" }));
        let cancelled = tokio::time::timeout(Duration::from_secs(10), slow.into_iter().next_back().unwrap()).await;
        assert_eq!(code(cancelled.unwrap()), -32800);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn exit_leaves_no_request_without_an_answer() {
        let mut session = Session::new();
        let slow = session.request("forever");
        session.gate.call(Request::build("exit").finish()).await.unwrap();
        assert_eq!(code(slow.await), -32800);
        assert_eq!(session.gate.life.exit_code(), 1);
        session.gate.life.ended().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_request_that_no_handler_answers_gets_an_error() {
        let mut session = Session::new();
        for method in ["$/unknown", "unknown", "exit"] {
            assert_eq!(code(session.request(method).await), -32601, "{method}");
        }
    }
}
