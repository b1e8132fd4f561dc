//! The life of the server: how far the conversation has come, when the process ends, and with which exit code.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

/// How long what is ready may take to be written after `exit`.
pub const DRAIN: Duration = Duration::from_millis(40);

/// How long after `exit` the process ends, whatever it is busy with.
pub const LAST_MOMENT: Duration = Duration::from_millis(60);

/// How long after the end of the input the requests before it may take.
pub const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// How far the conversation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Phase {
    /// `initialize` was not answered yet.
    Before,
    /// The server serves.
    Serving,
    /// `shutdown` was asked for.
    ShutDown,
}

/// What the parts of the server share about its life.
#[derive(Debug, Default)]
pub struct Life {
    phase: AtomicU8,
    gone: Notify,
}

impl Life {
    /// The phase at this moment.
    pub fn phase(&self) -> Phase {
        match self.phase.load(Ordering::SeqCst) {
            0 => Phase::Before,
            1 => Phase::Serving,
            _ => Phase::ShutDown,
        }
    }

    /// Goes on to a phase; there is no way back.
    pub fn enter(&self, phase: Phase) {
        self.phase.fetch_max(phase as u8, Ordering::SeqCst);
    }

    /// The client is gone, or wants the server to be.
    pub fn end(&self) {
        self.gone.notify_one();
    }

    /// Waits for [`Life::end`].
    pub async fn ended(&self) {
        self.gone.notified().await;
    }

    /// 0 after `shutdown`, 1 without.
    pub fn exit_code(&self) -> u8 {
        if self.phase() == Phase::ShutDown { 0 } else { 1 }
    }

    /// Ends the process on the spot.
    pub fn exit(&self) -> ! {
        std::process::exit(self.exit_code().into())
    }
}
