//! Processor time, and places on the disk.

use rustix::time::{ClockId, clock_gettime};
use std::path::PathBuf;

/// Processor time of this thread, in milliseconds.
pub fn thread_time() -> f64 {
    milliseconds(ClockId::ThreadCPUTime)
}

/// Processor time of this process, in milliseconds.
pub fn process_time() -> f64 {
    milliseconds(ClockId::ProcessCPUTime)
}

fn milliseconds(clock: ClockId) -> f64 {
    let time = clock_gettime(clock);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 * 1e-6
}

/// The value that a share of the values does not exceed.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() as f64 * share) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in it").to_path_buf()
}
