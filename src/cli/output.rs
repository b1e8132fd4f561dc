//! The two streams that people read: answers go to standard output, what is wrong to standard error. Colours are taken
//! out where nobody could see them.

use super::args::Color;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write};

/// Columns where the output is no terminal.
const WIDTH: usize = 100;
/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: usize = 120;
const NARROWEST: usize = 40;

/// Bold.
pub const BOLD: &str = "\x1b[1m";
/// For what stands behind.
pub const DIM: &str = "\x1b[2m";
/// For what was taken away, and errors.
pub const RED: &str = "\x1b[31m";
/// For what was added or is right.
pub const GREEN: &str = "\x1b[32m";
/// For warnings.
pub const YELLOW: &str = "\x1b[33m";
/// For places.
pub const BLUE: &str = "\x1b[34m";
/// For titles.
pub const CYAN: &str = "\x1b[36m";
/// The end of all of these.
pub const PLAIN: &str = "\x1b[0m";

/// Writes a text, which may hold colours, to standard output.
pub fn print(text: &str, color: Color) -> io::Result<()> {
    let choice = match color {
        Color::Auto => AutoStream::choice(&io::stdout()),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let mut out = AutoStream::new(io::stdout().lock(), choice);
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says on standard error what kept the program from doing its work.
pub fn error(message: &str) {
    say(RED, "error", message);
}

/// Says on standard error what was passed over.
pub fn warning(message: &str) {
    say(YELLOW, "warning", message);
}

fn say(color: &str, label: &str, message: &str) {
    // Nobody is left to be told that this cannot be told.
    _ = writeln!(anstream::stderr(), "{BOLD}{color}{label}{PLAIN}{BOLD}:{PLAIN} {message}");
}

/// How many columns a line may take.
pub fn width() -> usize {
    let columns = terminal_size::terminal_size_of(io::stdout()).map(|(columns, _)| usize::from(columns.0));
    columns.unwrap_or(WIDTH).clamp(NARROWEST, WIDEST)
}
