//! The program `glossator`: the command line, and the server where the command line asks for it.

use glossator::{cli, lsp};

fn main() -> std::process::ExitCode {
    cli::run(|cli::Serve { dialect, corpora, .. }| {
        lsp::serve(lsp::Options { corpora: corpora.corpus, seeds: corpora.seeds, is_ale: dialect == cli::Dialect::Ale })
    })
}
