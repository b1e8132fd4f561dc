//! The entries of a file as a tree: each concept with its definitions, each utterance with its members, each text.

use super::Notes;
use crate::annotation::Table;
use crate::features::symbols::{Symbol, SymbolKind};
use crate::features::wording;

/// The entries of a file, in order.
pub fn symbols(notes: &Notes, text: &str) -> Vec<Symbol> {
    let mut all: Vec<Symbol> = Vec::new();
    for table in notes.outline.tables.iter().filter(|table| notes.kind.table(&table.path).is_some()) {
        let symbol = symbol(table, text);
        match all.last_mut().filter(|_| table.path.contains('.')) {
            Some(above) => {
                above.section = above.section.join(symbol.section);
                above.children.push(Symbol { kind: SymbolKind::Heading(2), ..symbol });
            }
            None => all.push(symbol),
        }
    }
    all
}

fn symbol(table: &Table, text: &str) -> Symbol {
    let names = ["name", "title", "file", "id", "speaker"];
    let named = names.iter().find_map(|key| table.text(key));
    let quoted = table.text("exact").map(|exact| (wording::shown(&exact.value), exact.span));
    let (name, heading) = match (named, quoted) {
        (Some(named), _) => (named.value.clone(), named.span),
        (None, Some((quoted, span))) => {
            let source = table.text("source").map(|source| format!(" · {}", source.value)).unwrap_or_default();
            (format!("{quoted}{source}"), span)
        }
        (None, None) => (table.header.of(text).to_string(), table.header),
    };
    let name = if name.trim().is_empty() { format!("({})", table.path) } else { name };
    Symbol { name, kind: SymbolKind::Heading(1), section: table.header.join(table.span), heading, children: Vec::new() }
}
