//! glossator

pub mod annotation;
pub mod cli;
pub mod corpus;
pub mod lsp;
pub mod markup;
pub mod settings;
pub mod text;
