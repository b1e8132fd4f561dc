//! What the command line takes.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A language server for annotated text: it knows the texts you quote from.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Without a command: serve an editor, if the input is no terminal.
    #[command(flatten)]
    pub serve: Serve,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve an editor over standard input and output
    Serve(Serve),
}

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Use standard input and output (there is no other way; editors pass it)
    #[arg(long)]
    pub stdio: bool,
    /// Write the log to this file rather than to standard error
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// How much to log
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub log_level: Level,
    /// A folder of texts to quote from, in place of the built-in ones; may be given several times
    #[arg(long, value_name = "DIR")]
    pub corpus: Vec<PathBuf>,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Level {
    /// Nothing.
    Off,
    /// What went wrong in the server.
    Error,
    /// What went wrong elsewhere, too.
    Warn,
    /// What happens.
    Info,
    /// Everything.
    Debug,
}
