//! The headings of a text as a tree, so that one can move through it.

use crate::markup::{Heading, Page};
use crate::text::Span;

/// A heading with those under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// Its words.
    pub name: String,
    /// 1 for the highest.
    pub level: u8,
    /// The heading and what stands under it.
    pub section: Span,
    /// The heading.
    pub heading: Span,
    /// The headings under it.
    pub children: Vec<Symbol>,
}

/// The headings of the highest levels, in order, with the others below them.
pub fn symbols(page: &Page) -> Vec<Symbol> {
    tree(&mut page.headings.iter().peekable(), 0)
}

fn tree<'a>(headings: &mut std::iter::Peekable<impl Iterator<Item = &'a Heading>>, above: u8) -> Vec<Symbol> {
    let mut all = Vec::new();
    while let Some(heading) = headings.next_if(|heading| heading.level > above) {
        let name = if heading.title.trim().is_empty() { "(empty heading)".to_string() } else { heading.title.clone() };
        all.push(Symbol {
            name,
            level: heading.level,
            section: heading.section,
            heading: heading.span,
            children: tree(headings, heading.level),
        });
    }
    all
}
