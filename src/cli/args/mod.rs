//! What the command line takes: each option declared once, with its prose.

mod texts;

pub use texts::*;

use crate::features::PROTOCOL;
use crate::settings::Severity;
use clap::builder::RangedU64ValueParser;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::sync::LazyLock;

/// A language server for annotated text: it knows the texts you quote from.
#[derive(Debug, Parser)]
#[command(version = version(), args_conflicts_with_subcommands = true, after_help = FIRST_STEPS)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Without a command: serve an editor, if the input is no terminal.
    #[command(flatten)]
    pub serve: Serve,
}

/// The program's version and that of its requests, by which an editor's extension sees whether the two go together.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| format!("{} (protocol {PROTOCOL})", env!("CARGO_PKG_VERSION")));
    &VERSION
}

const FIRST_STEPS: &str = "\
First steps:
  glossator tour                          see it at work on a sample draft
  glossator check essay.md                hold the quotations of a draft against their sources
  glossator search \"harmonious world\"     which passages speak of it?
  glossator find \"a harmonious world of\"  where does that come from?
  glossator define \"harmonious world\"     what do the texts say that it is?";

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Hold the quotations of drafts against their sources
    Check(Check),
    /// Find where a quotation comes from, and what was changed in it
    Find(Find),
    /// Search the corpus for words, in any order and with typing errors
    Search(Search),
    /// Show what the corpus says of a term
    Define(Define),
    /// List the concepts that the corpus speaks of, best first
    Concepts(Concepts),
    /// List everything between quotation marks, with who said it, when and where
    Quotations(Quotations),
    /// Prepare a corpus for quick answers, or bring what was prepared up to date
    Index(Index),
    /// Show the server at work on a sample draft
    Tour(Tour),
    /// Serve an editor over standard input and output
    Serve(Serve),
    /// Print what makes a shell complete the words of this command line
    Completions(Completions),
    /// Print the manual page
    Manual,
}

/// Which corpus applies.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Corpora {
    /// A folder of texts to quote from, or one text, in place of the built-in ones; may be given several times
    #[arg(long, value_name = "DIR")]
    pub corpus: Vec<PathBuf>,
    /// Use the built-in texts as well as those of --corpus
    #[arg(long)]
    pub seeds: bool,
}

/// How output looks in a terminal.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Look {
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// In a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Also in a file or a pipe.
    Always,
    /// Nowhere.
    Never,
}

/// What to check, and how to report it.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_HELP)]
pub struct Check {
    /// Drafts, or folders with drafts (.md, .markdown, .txt; what .gitignore names and the texts of the corpus are left
    /// out); `-` for standard input
    #[arg(value_name = "FILE|DIR", required = true)]
    pub paths: Vec<PathBuf>,
    /// The file whose text comes from standard input: it is reported by this name, which also tells its format
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<PathBuf>,
    /// Show every quotation with its source and verdict, also what is right and what is in no source (not with the formats
    /// `sarif` and `github`, which have findings only)
    #[arg(long)]
    pub all: bool,
    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "pretty")]
    pub format: Report,
    /// The least grave finding that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "information")]
    pub fail_on: FailOn,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// List all findings of now in a file, so that later only new ones are reported
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, conflicts_with = "all")]
    pub write_baseline: Option<Option<PathBuf>>,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const CHECK_HELP: &str = "\
Examples:
  glossator check essay.md
  glossator check --all --corpus sources/ thesis/
  glossator check --format github --fail-on warning .
  glossator check --stdin-filename essay.md - < essay.md

Settings are read from the nearest glossator.toml in the working folder or above it.

Exit code: 0 nothing found, 1 findings at or above --fail-on, 2 it could not be run, or a file or
folder that is named here could not be read. What cannot be read inside a folder is told in a
warning, and the rest is checked.";

/// In which form findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// Drawn on the text.
    Pretty,
    /// One JSON document; places are bytes of the file (unless it is UTF-16 or Latin-1: of its text in UTF-8), lines and
    /// columns (in characters, from 1).
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands, for annotations in GitHub Actions.
    Github,
}

/// Which findings make the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// None.
    Never,
    /// All of them.
    Hint,
    /// All but hints.
    Information,
    /// Warnings and errors.
    Warning,
    /// Errors only.
    Error,
}

impl FailOn {
    /// Whether a finding of this severity counts.
    pub fn counts(self, severity: Severity) -> bool {
        match self {
            FailOn::Never => false,
            FailOn::Hint => severity >= Severity::Hint,
            FailOn::Information => severity >= Severity::Information,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Error => severity >= Severity::Error,
        }
    }
}

/// What to find.
#[derive(Debug, clap::Args)]
#[command(after_help = FIND_HELP)]
pub struct Find {
    /// The quotation, without its marks
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub quotation: Option<String>,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "text", conflicts_with = "jsonl")]
    pub format: Answer,
    /// How many places to show, at most
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub matches: Option<usize>,
    /// Read quotations from a file, one `{"id": …, "text": …}` a line (`-` for standard input), and answer each with one
    /// JSON line
    #[arg(long, value_name = "FILE")]
    pub jsonl: Option<PathBuf>,
    /// With `--jsonl`, print the nearest passage also where it is too far away to be believed
    #[arg(long, requires = "jsonl", conflicts_with = "quotation")]
    pub all_scores: bool,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const FIND_HELP: &str = "\
Examples:
  glossator find \"China's foreign policy aims to uphold world peace\"
  glossator find --format json --matches 3 \"a harmonious world\"
  glossator find --jsonl quotations.jsonl --corpus sources/

Places are bytes of the source's file; of one in UTF-16 or Latin-1, bytes of its text in UTF-8.

With --jsonl the code is 0 whatever was found, and 2 if a line could not be read; the others are
answered all the same.

Exit code: 0 found, 1 found nowhere, 2 it could not be run.";

/// What to index.
#[derive(Debug, clap::Args)]
#[command(after_help = INDEX_HELP)]
pub struct Index {
    /// Folders of texts; without one, the corpus that glossator.toml names
    #[arg(value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Show sizes, counts and times
    #[arg(long)]
    pub stats: bool,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const INDEX_HELP: &str = "\
Every command and the server do this by themselves when they need it. The index of a corpus of
a megabyte or more is kept in the user's cache folder, or in $GLOSSATOR_CACHE_DIR; a smaller one
is made anew each time, which takes less than the blink of an eye.

Examples:
  glossator index sources/
  glossator index --stats

Exit code: 0 done, 2 it could not be run.";

/// In which form a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Answer {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// How to show the server.
#[derive(Debug, clap::Args)]
#[command(after_help = TOUR_HELP)]
pub struct Tour {
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const TOUR_HELP: &str = "\
It starts `glossator serve`, opens a sample draft about the built-in texts in it as an editor
does, and shows what the server answers: the hover on a term, the jump from a quotation to its
source, a completion, a misquotation and the fix for it.

Exit code: 0 the server answered all of that, 1 something was missing.";

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
    /// Which dialect of the protocol the editor speaks
    #[arg(long, value_name = "DIALECT", default_value = "standard")]
    pub dialect: Dialect,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
}

/// How the protocol is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Dialect {
    /// As it is written.
    Standard,
    /// As Vim's ALE does: columns are bytes, and a completion takes the place of one word.
    Ale,
    /// As Kate does: a completion takes the place of one word, and is listed by the name that begins as that word does.
    Kate,
}

/// For which shell.
#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETIONS_HELP)]
pub struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

const COMPLETIONS_HELP: &str = "\
Examples:
  glossator completions bash > ~/.local/share/bash-completion/completions/glossator
  glossator completions fish > ~/.config/fish/completions/glossator.fish
  glossator completions zsh > \"${fpath[1]}/_glossator\"";

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
