//! Conversations with the server as a whole: the real binary, spoken to over its standard input and output.

mod actions;
#[allow(dead_code)] // a kit for every conversation; not each tool is in use at any moment
mod client;
mod completion;
mod corpora;
mod documents;
mod index;
mod life;
mod messages;
mod notes;
mod params;
mod probes;
mod references;
mod requests;
mod transport;
mod wire;
mod workspaces;
