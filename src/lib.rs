//! glossator

pub mod annotation;
pub mod markup;
pub mod settings;
pub mod text;
