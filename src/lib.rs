//! glossator

pub mod annotation;
pub mod markup;
pub mod text;
