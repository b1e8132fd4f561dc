//! Work that takes its time, shown in the editor: how much of it is done, for as long as it takes.

use super::core::Core;
use super::patience::patiently;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tower_lsp::lsp_types::notification::Progress as Notification;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::*;

/// Work that is done sooner is not shown.
const A_MOMENT: Duration = Duration::from_millis(500);
/// How often it is told how far it is.
const STEP: Duration = Duration::from_millis(200);

/// Work that is being done; dropped when it is done.
pub struct Progress {
    meter: Arc<Meter>,
    /// Dropped, it tells the task that shows the work that it is done.
    _working: oneshot::Sender<()>,
}

/// How far the work is, in bytes.
#[derive(Default)]
pub struct Meter {
    done: AtomicU64,
    total: AtomicU64,
}

impl Meter {
    /// So much is done of so much.
    pub fn tell(&self, done: u64, total: u64) {
        self.total.store(total, Ordering::Relaxed);
        self.done.fetch_max(done, Ordering::Relaxed);
    }

    fn says(&self) -> (u32, String) {
        let (done, total) = (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed));
        let share = (100 * done).checked_div(total).unwrap_or(0).min(100);
        let message =
            if total > 0 { format!("{} of {} MB", done / 1_000_000, total / 1_000_000) } else { String::new() };
        (share as u32, message)
    }
}

impl Progress {
    /// Work begins. It is shown if it takes longer than a moment and the client can.
    pub fn begin(core: &Arc<Core>) -> Self {
        let meter = Arc::new(Meter::default());
        let (working, done) = oneshot::channel();
        tokio::spawn(show(core.clone(), meter.clone(), done));
        Progress { meter, _working: working }
    }

    /// What is to be told how far it is.
    pub fn meter(&self) -> Arc<Meter> {
        self.meter.clone()
    }
}

/// Shows the work from its beginning to its end, one after the other: nothing is told of it after its end.
async fn show(core: Arc<Core>, meter: Arc<Meter>, mut done: oneshot::Receiver<()>) {
    static TOKENS: AtomicU64 = AtomicU64::new(1);
    if timeout(A_MOMENT, &mut done).await.is_ok() {
        return;
    }
    // Before the handshake is over the client must not be asked for anything.
    while !core.is_greeted() {
        if timeout(STEP, &mut done).await.is_ok() {
            return;
        }
    }
    if !core.abilities().progress {
        return;
    }
    let number = TOKENS.fetch_add(1, Ordering::Relaxed);
    let create = WorkDoneProgressCreateParams { token: token(number) };
    let client = core.client.clone();
    let created = patiently(async move { client.send_request::<WorkDoneProgressCreate>(create).await }).await;
    if !matches!(created, Some(Ok(()))) {
        return;
    }
    let (percentage, message) = meter.says();
    let begin = WorkDoneProgressBegin {
        title: "Reading the corpus".into(),
        cancellable: Some(false),
        message: Some(message),
        percentage: Some(percentage),
    };
    tell(&core, number, WorkDoneProgress::Begin(begin)).await;
    while timeout(STEP, &mut done).await.is_err() {
        let (percentage, message) = meter.says();
        let report = WorkDoneProgressReport { cancellable: None, message: Some(message), percentage: Some(percentage) };
        tell(&core, number, WorkDoneProgress::Report(report)).await;
    }
    tell(&core, number, WorkDoneProgress::End(WorkDoneProgressEnd { message: None })).await;
}

fn token(number: u64) -> NumberOrString {
    NumberOrString::String(format!("glossator/{number}"))
}

async fn tell(core: &Core, number: u64, progress: WorkDoneProgress) {
    let value = ProgressParamsValue::WorkDone(progress);
    core.client.send_notification::<Notification>(ProgressParams { token: token(number), value }).await;
}
