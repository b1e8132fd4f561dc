//! What an editor or a terminal asks for, one file a feature: a library, a page and a place in, plain data out. Spans are
//! bytes of the page's text.

pub mod card;
pub mod citation;
pub mod claims;
pub mod completion;
pub mod conventions;
pub mod definition;
pub mod diagnostics;
mod edges;
pub mod enumeration;
pub mod fix;
pub mod glossary;
pub mod hierarchy;
pub mod hover;
mod hyphens;
mod layout;
pub mod mentions;
pub mod notes;
pub mod quotations;
pub mod references;
pub mod search;
pub mod signature;
pub mod symbols;
pub mod terminology;
#[cfg(test)]
mod tests;
pub mod unmarked;
pub mod wording;
pub mod writing;

use crate::library::Library;
use crate::markup::Page;

/// The version of glossator's own requests, as `editors/PROTOCOL.md` describes them. It rises when an answer loses or changes
/// something that a client may rely on.
pub const PROTOCOL: u32 = 1;

/// An open text, seen through a library.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What is known of the corpus.
    pub library: &'a Library,
    /// The text's structure.
    pub page: &'a Page,
    /// The text itself.
    pub text: &'a str,
    /// The number of the source that this text is, if it is one: a document is never its own source.
    pub own: Option<usize>,
}
