//! glossator: a language server for annotated text.
//!
//! It knows the texts that a writer quotes from (the *corpus*). While the writer works it shows what a term means in them,
//! finds the passage that a quotation came from, completes the names of principles, and tells when a quotation was
//! changed on the way. This page is the map of the code.
//!
//! # Rooms
//!
//! A folder is a room, and a room uses only rooms of a lower level; `tests/structure.rs` holds it to that.
//!
//! | level | room | what it is for |
//! |---|---|---|
//! | 0 | [`text`] | values about text: spans, positions, words and their folding, sentences, the rope of a draft |
//! | 0 | [`settings`] | every setting and every check, declared once with its default and its prose |
//! | 1 | [`markup`] | text in, page out: blocks of prose, quotations, headings, silenced parts |
//! | 1 | [`annotation`] | the hand-made layer of a corpus: `corpus.toml` and `concepts.toml` |
//! | 2 | [`corpus`] | bytes in, sources out: reading, decoding, metadata, the embedded seeds and their cache |
//! | 2 | [`extraction`] | a text in, candidates out: what may be the name of something, and what speaks for it |
//! | 3 | [`index`] | where each word stands: segments of words, made, merged, kept on disk and mapped |
//! | 4 | [`trace`] | from a quotation to its source, with the alignment and the verdict |
//! | 4 | [`attribution`] | who said it, when and where, as far as a text says so |
//! | 4 | [`concepts`] | which concepts a corpus speaks of, which terms a text has, and which names a writer may be typing |
//! | 5 | [`library`] | everything known about a corpus at one moment, immutable |
//! | 6 | [`features`] | one file a feature: (library, page, place) in, plain data out |
//! | 7 | [`lsp`] | the server: the only room with LSP types, JSON, tokio and locks |
//! | 7 | [`cli`] | the command line: the only room that prints |
//!
//! # Rules
//!
//! **The engine is synchronous and pure.** Up to `features`, text goes in and plain data comes out: byte spans, names,
//! scores. Files are touched only in `corpus`, `annotation`, `index`, `lsp` and `cli`.
//!
//! **The engine cannot fail on prose.** Bad input gives a value and a list of problems.
//!
//! **Nothing is invented.** Every definition, attribution and date that is shown stands in a source.
//!
//! # The way of a quotation
//!
//! [`markup::Page::parse`] finds it, [`features::quotations::Quotations`] asks [`library::Library::trace`] where it comes
//! from and remembers the answer by its words, and hover, definition, findings and fixes read that answer.

pub mod annotation;
pub mod attribution;
pub mod cli;
pub mod concepts;
pub mod corpus;
pub mod extraction;
pub mod features;
pub mod index;
pub mod library;
pub mod lsp;
pub mod markup;
pub mod settings;
pub mod text;
pub mod trace;
