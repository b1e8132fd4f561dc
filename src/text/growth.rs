//! For tests: how the time of some work grows with the size of what it is done on.

use std::time::{Duration, Instant};

/// The larger of the two sizes, in times the smaller.
const LARGER: usize = 16;
/// Times as long, at most. What takes the square of the size takes 256 times as long, what is in proportion to it 16 times;
/// other work may go on beside it.
const MOST: u32 = 90;
/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// Fails where `work` on `unit` again and again takes longer than in proportion to the bytes, of which there are `bytes` first.
pub fn grows_with_size(unit: &str, bytes: usize, work: impl Fn(&str)) {
    let fastest = |bytes: usize| {
        let text = unit.repeat(bytes.div_ceil(unit.len()));
        let run = |_| {
            let begin = Instant::now();
            work(&text);
            begin.elapsed()
        };
        (0..RUNS).map(run).min().unwrap_or(Duration::ZERO)
    };
    let (small, large) = (fastest(bytes), fastest(LARGER * bytes));
    assert!(large <= MOST * small.max(Duration::from_millis(1)), "{unit:?}: {small:?}, then {large:?}");
}
