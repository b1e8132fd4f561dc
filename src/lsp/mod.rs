//! The server: the language server protocol over standard input and output. The one room with LSP types, JSON, tokio and
//! locks; what it serves comes from the rooms below.
//!
//! A message goes through `wire` (a thread that reads), `frames` (bytes to bodies), `messages` (bodies to messages that
//! tower-lsp can read), tower-lsp, and the `gate`, to its handler in `server`.

mod actions;
mod capabilities;
mod client;
mod completion;
mod convert;
mod core;
mod dialect;
mod documents;
mod envelope;
mod fence;
mod frames;
mod gate;
mod glossary;
mod hierarchy;
mod keeper;
mod life;
mod loopback;
mod manual;
mod memory;
mod mend;
mod messages;
mod notes;
mod parent;
mod patience;
mod pipes;
mod progress;
mod publisher;
mod references;
mod requests;
mod serve;
mod server;
mod shelf;
mod signature;
mod watching;
mod wire;
mod workspaces;

pub use dialect::Dialect;
pub use serve::{Options, serve};
