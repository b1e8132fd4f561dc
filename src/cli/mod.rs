//! The command line. The one room that prints.

mod args;
mod logging;

use crate::lsp;
use args::{Args, Command};
use clap::{CommandFactory, Parser};
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Runs the program with the arguments of the process, and gives its exit code.
pub fn run() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Some(Command::Serve(serve)) => self::serve(serve),
        None if args.serve.stdio || !std::io::stdin().is_terminal() => serve(args.serve),
        None => {
            _ = Args::command().print_help();
            ExitCode::from(2)
        }
    }
}

fn serve(args: args::Serve) -> ExitCode {
    logging::start(args.log.as_deref(), args.log_level);
    match lsp::serve(lsp::Options { corpora: args.corpus }) {
        Ok(code) => code.into(),
        Err(error) => {
            _ = writeln!(std::io::stderr(), "glossator: cannot start the server: {error}");
            ExitCode::from(2)
        }
    }
}
