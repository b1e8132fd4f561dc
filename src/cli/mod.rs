//! The command line. The one room that prints.

mod args;
mod card;
mod check;
mod concepts;
mod define;
mod find;
mod index;
mod logging;
mod output;
mod place;
mod progress;
mod quotations;
mod search;
mod shell;
mod tour;
mod workspace;

pub use args::{Corpora, Dialect, Serve};

use args::{Args, Command};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// The exit code for an answer that is not what one hopes for: findings, nothing found.
const NO: u8 = 1;
/// The exit code for work that could not be done.
const FAILED: u8 = 2;

/// Runs the program with the arguments of the process, and gives its exit code. `server` serves an editor over standard
/// input and output, and gives the exit code of that.
pub fn run(server: impl FnOnce(Serve) -> io::Result<u8>) -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| match text_for_command(&error) {
        Some(path) => {
            let path = path.to_string_lossy();
            output::error(&format!("`{path}` is no command; `glossator check {path}` checks this text"));
            std::process::exit(FAILED.into())
        }
        None => std::process::exit(told(&error)),
    });
    let done = match args.command {
        Some(Command::Check(args)) => twice(|| check::run(&args)),
        Some(Command::Find(args)) => twice(|| find::run(&args)),
        Some(Command::Search(args)) => twice(|| search::run(&args)),
        Some(Command::Define(args)) => twice(|| define::run(&args)),
        Some(Command::Concepts(args)) => twice(|| concepts::run(&args)),
        Some(Command::Quotations(args)) => quotations::run(&args),
        Some(Command::Index(args)) => index::run(&args),
        Some(Command::Tour(args)) => tour::run(&args),
        Some(Command::Serve(args)) => serve(args, server),
        Some(Command::Completions(args)) => shell::completions(args.shell),
        Some(Command::Manual) => shell::manual(),
        None if args.serve.stdio || !io::stdin().is_terminal() => serve(args.serve, server),
        None => Args::command().print_help().map(|()| FAILED).map_err(Into::into),
    };
    match done {
        Ok(code) => code.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::error(&format!("{error:#}"));
            FAILED.into()
        }
    }
}

/// Prints the help, the version or what is wrong in the arguments, and gives the exit code.
fn told(error: &clap::Error) -> i32 {
    match error.print().and_then(|()| io::stdout().flush()) {
        Err(failed) if failed.kind() != io::ErrorKind::BrokenPipe => {
            output::error(&failed.to_string());
            FAILED.into()
        }
        _ => error.exit_code(),
    }
}

/// The file that was given in the place of a command.
fn text_for_command(error: &clap::Error) -> Option<OsString> {
    let given = std::env::args_os().nth(1).filter(|_| error.kind() == ErrorKind::InvalidSubcommand)?;
    Path::new(&given).exists().then_some(given)
}

/// Does something, and once more if the index was found to be damaged on the way and is whole now.
fn twice(run: impl Fn() -> anyhow::Result<u8>) -> anyhow::Result<u8> {
    match run() {
        Err(error) if error.is::<workspace::Damaged>() => run(),
        done => done,
    }
}

/// Whether the reader of the output has gone, as `head` does when it has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

fn serve(args: Serve, server: impl FnOnce(Serve) -> io::Result<u8>) -> anyhow::Result<u8> {
    logging::start(args.log.as_deref(), args.log_level);
    server(args).map_err(|error| anyhow::anyhow!("cannot start the server: {error}"))
}
