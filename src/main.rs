//! The program `glossator`: the command line, and the server where the command line asks for it.

use glossator::{cli, lsp};

fn main() -> std::process::ExitCode {
    cli::run(|cli::Serve { dialect, corpora, .. }| {
        let dialect = match dialect {
            cli::Dialect::Standard => lsp::Dialect::Standard,
            cli::Dialect::Ale => lsp::Dialect::Ale,
            cli::Dialect::Kate => lsp::Dialect::Kate,
        };
        lsp::serve(lsp::Options { corpora: corpora.corpus, seeds: corpora.seeds, dialect })
    })
}
