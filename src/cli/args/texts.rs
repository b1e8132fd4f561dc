//! What the texts are asked for: their words, their concepts, what they quote.

use super::{Answer, Corpora, Look};
use crate::text::is_word_char;
use anyhow::{Result, bail};
use clap::ValueEnum;
use clap::builder::RangedU64ValueParser;
use std::path::PathBuf;

/// The error where what was asked for has no words.
pub fn ask_for_words(asked: &str) -> Result<()> {
    match asked.contains(is_word_char) {
        true => Ok(()),
        false => bail!("“{asked}” has no words to look for"),
    }
}

/// What to search for.
#[derive(Debug, clap::Args)]
#[command(after_help = SEARCH_HELP)]
pub struct Search {
    /// Words; between double marks, a phrase
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Answer,
    /// How many passages to show, at most (up to 100)
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = RangedU64ValueParser::<usize>::new().range(1..=100))]
    pub matches: usize,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const SEARCH_HELP: &str = "\
The best passages come first: those that have most of the words, the rare ones above all, in the
order in which they were given. Other endings and slips of one letter count as well, and the last
word may be the beginning of one.

Examples:
  glossator search \"peaceful coexistance\"
  glossator search '\"world peace\" common develop'
  glossator search --format json --matches 3 harmonious world

Exit code: 0 found, 1 found nowhere, 2 it could not be run.";

/// What to define.
#[derive(Debug, clap::Args)]
#[command(after_help = DEFINE_HELP)]
pub struct Define {
    /// The name of a principle, policy, idea, person, organisation, event or document; also its initials, or the id that a
    /// concepts.toml gives it
    pub term: String,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Answer,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const DEFINE_HELP: &str = "\
Examples:
  glossator define \"Five Principles of Peaceful Coexistence\"
  glossator define fppc
  glossator define --format json hegemonism

Exit code: 0 known, 1 unknown (similar names are suggested), 2 it could not be run.";

/// Which concepts to list.
#[derive(Debug, clap::Args)]
#[command(after_help = CONCEPTS_HELP)]
pub struct Concepts {
    /// In which form
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Listing,
    /// Leave the corpus' concepts.toml aside, and list what the texts alone tell
    #[arg(long)]
    pub no_glossary: bool,
    /// How many to list, at most
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub most: Option<usize>,
    /// Which texts are quoted from.
    #[command(flatten)]
    pub corpora: Corpora,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

/// In which form concepts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// For people.
    Text,
    /// For programs; places are bytes of the file (unless it is UTF-16 or Latin-1: of its text in UTF-8).
    Json,
    /// As the first draft of a concepts.toml.
    Toml,
}

const CONCEPTS_HELP: &str = "\
Annotated concepts come first, then those discovered in the texts.

Examples:
  glossator concepts --corpus sources/
  glossator concepts --corpus sources/ --format toml --most 40 > draft.toml

Not onto the corpus' own concepts.toml: the shell empties that before it is read.

Exit code: 0 done, 2 it could not be run.";

/// Whose quotations to list.
#[derive(Debug, clap::Args)]
#[command(after_help = QUOTATIONS_HELP)]
pub struct Quotations {
    /// Texts, or folders with texts (.md, .markdown, .txt; what .gitignore names is left out); `-` for standard input
    #[arg(value_name = "FILE|DIR", required = true)]
    pub paths: Vec<PathBuf>,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Answer,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

const QUOTATIONS_HELP: &str = "\
Each run between marks is told as speech, a term, a title or something else. The speaker, the date
and the occasion are words of the text; what it does not say stays open.
Places in JSON are bytes of the file; of one in UTF-16 or Latin-1, bytes of its text in UTF-8.

Examples:
  glossator quotations article.txt
  glossator quotations --format json sources/

Exit code: 0 done, 2 it could not be run.";
