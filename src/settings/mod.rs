//! Every setting and every check, declared once with its default and its prose, and the files that people write for us
//! by hand, read with a problem for each thing that is wrong in them.

mod nearest;
mod reader;

pub use nearest::nearest;
pub use reader::{Text, Toml, parse_toml};

use std::ops::Range;

/// Something wrong in a file that was written by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What, and what to do.
    pub message: String,
}
