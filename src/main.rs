//! The program `glossator`: the command line, and the server where the command line asks for it.

use glossator::{cli, lsp};

fn main() -> std::process::ExitCode {
    cli::run(|cli::Serve { columns, corpora, .. }| {
        lsp::serve(lsp::Options { corpora: corpora.corpus, seeds: corpora.seeds, columns: columns.into() })
    })
}
