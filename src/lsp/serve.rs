//! From the command line to a conversation: the runtime, and the parts of the transport joined into one.

use super::dialect::Dialect;
use super::fence::Fences;
use super::gate::Gate;
use super::life::{DRAIN, Life};
use super::loopback::Calm;
use super::requests;
use super::server::Server;
use super::wire::{Output, listen};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// How many messages may be in work at once.
const CONCURRENCY: usize = 1024;

/// What the command line says about the server.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folders of the corpora, in their order; none for what the editor and the workspace say.
    pub corpora: Vec<PathBuf>,
    /// Whether the seeds are part of the corpus in spite of other folders.
    pub seeds: bool,
    /// How the client reads the protocol.
    pub dialect: Dialect,
}

/// Serves one client over standard input and output until it is gone, and gives the exit code of the process: 0 after
/// `shutdown`, 1 without. What still runs on other threads is left to the end of the process.
pub fn serve(options: Options) -> io::Result<u8> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(4)
        .thread_name("worker")
        .enable_time()
        .build()?;
    let life = Arc::new(Life::default());
    let output = Output::new(life.clone())?;
    let input = listen(life.clone())?;
    let fences = Arc::new(Fences::default());
    let (service, socket) = requests::service(|client| Server::new(client, options, life.clone(), fences.clone()));
    let socket = Calm { socket, fences };
    let gate = Gate::new(service, life.clone());
    runtime.block_on(async {
        let serving = tower_lsp::Server::new(input, output, socket).concurrency_level(CONCURRENCY).serve(gate);
        tokio::pin!(serving);
        tokio::select! {
            () = &mut serving => {}
            () = life.ended() => drop(tokio::time::timeout(DRAIN, serving).await),
        }
    });
    runtime.shutdown_background();
    Ok(life.exit_code())
}
