//! Work that takes its time, shown in the editor: how much of it is done, for as long as it takes.

use super::core::Core;
use super::keeper::PATIENCE;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
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
    showing: JoinHandle<()>,
    core: Arc<Core>,
}

/// How far the work is, in bytes.
#[derive(Default)]
pub struct Meter {
    done: AtomicU64,
    total: AtomicU64,
    /// The token under which the editor shows it, once it does; 0 before that.
    shown_as: AtomicU64,
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
        let showing = tokio::spawn(show(core.clone(), meter.clone()));
        Progress { meter, showing, core: core.clone() }
    }

    /// What is to be told how far it is.
    pub fn meter(&self) -> Arc<Meter> {
        self.meter.clone()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.showing.abort();
        let token = self.meter.shown_as.load(Ordering::Relaxed);
        if token > 0 {
            let core = self.core.clone();
            tokio::spawn(async move {
                tell(&core, token, WorkDoneProgress::End(WorkDoneProgressEnd { message: None })).await;
            });
        }
    }
}

async fn show(core: Arc<Core>, meter: Arc<Meter>) {
    static TOKENS: AtomicU64 = AtomicU64::new(1);
    sleep(A_MOMENT).await;
    // Before the handshake is over the client must not be asked for anything.
    while !core.is_greeted() {
        sleep(STEP).await;
    }
    if !core.abilities().progress {
        return;
    }
    let number = TOKENS.fetch_add(1, Ordering::Relaxed);
    let create = WorkDoneProgressCreateParams { token: token(number) };
    if !matches!(timeout(PATIENCE, core.client.send_request::<WorkDoneProgressCreate>(create)).await, Ok(Ok(()))) {
        return;
    }
    meter.shown_as.store(number, Ordering::Relaxed);
    let (percentage, message) = meter.says();
    let begin = WorkDoneProgressBegin {
        title: "Reading the corpus".into(),
        cancellable: Some(false),
        message: Some(message),
        percentage: Some(percentage),
    };
    tell(&core, number, WorkDoneProgress::Begin(begin)).await;
    loop {
        sleep(STEP).await;
        let (percentage, message) = meter.says();
        let report = WorkDoneProgressReport { cancellable: None, message: Some(message), percentage: Some(percentage) };
        tell(&core, number, WorkDoneProgress::Report(report)).await;
    }
}

fn token(number: u64) -> NumberOrString {
    NumberOrString::String(format!("glossator/{number}"))
}

async fn tell(core: &Core, number: u64, progress: WorkDoneProgress) {
    let value = ProgressParamsValue::WorkDone(progress);
    core.client.send_notification::<Notification>(ProgressParams { token: token(number), value }).await;
}
