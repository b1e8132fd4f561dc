//! `glossator tour`.
use super::args::Tour;
/// Shows the server at work.
pub fn run(_: &Tour) -> anyhow::Result<u8> {
    Ok(0)
}
