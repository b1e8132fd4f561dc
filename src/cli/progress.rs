//! A progress bar for work that takes its time: on standard error, if that is a terminal, and only after a while.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);
const TICK: Duration = Duration::from_millis(100);

/// A progress bar; it goes away when it is dropped.
pub struct Progress {
    bar: ProgressBar,
    /// Dropped, it tells the thread that waits to show the bar that it is too late.
    _waiting: Option<Sender<()>>,
}

impl Progress {
    /// A bar for `steps` steps, or one without an end for 0, that says what is being done.
    pub fn new(doing: &'static str, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden()).with_message(doing);
        let template = if steps > 0 { "{msg} {wide_bar} {pos}/{len}" } else { "{spinner} {msg} ({elapsed})" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        let waiting = std::io::stderr().is_terminal().then(|| show_later(bar.clone()));
        Progress { bar, _waiting: waiting }
    }

    /// A bar for as many bytes as [`Progress::set`] tells.
    pub fn of_bytes(doing: &'static str) -> Self {
        let progress = Progress::new(doing, 0);
        let template = "{spinner} {msg} {wide_bar} {bytes}/{total_bytes}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            progress.bar.set_style(style);
        }
        progress
    }

    /// So much is done of so much.
    pub fn set(&self, done: u64, total: u64) {
        self.bar.set_length(total);
        self.bar.set_position(done);
    }

    /// One step is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn show_later(bar: ProgressBar) -> Sender<()> {
    let (sender, waiting) = channel::<()>();
    std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) && !bar.is_finished() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
        }
    });
    sender
}
