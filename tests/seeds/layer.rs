//! The annotation layer and the exclusions, as the TOML has them.

use crate::{
    DOCUMENTS,
    document::{Check, Document},
    read_text,
};
use std::ops::Range;
use toml::{Table, Value};

pub struct Layer {
    pub documents: Vec<Document>,
    pub concepts: Vec<Table>,
    pub exclusions: Vec<Exclusion>,
}

/// Words that need no entry, wherever they stand.
pub struct Exclusion {
    pub text: String,
    pub check: Check,
    pub reason: String,
}

impl Layer {
    pub fn load() -> Self {
        let layer: Table = read_text("seeds/concepts.toml").parse().expect("seeds/concepts.toml is TOML");
        let concepts: Vec<Table> = tables(&layer, "concept").cloned().collect();
        let sayings: Vec<&Table> = tables(&layer, "utterance").flat_map(|u| tables(u, "member")).collect();
        let documents = DOCUMENTS.map(|(name, _)| Document::load(name, &concepts, &sayings)).into();
        let exclusions: Table = read_text("tests/seeds/exclusions.toml").parse().expect("exclusions.toml is TOML");
        Layer { documents, concepts, exclusions: tables(&exclusions, "exclusion").map(Exclusion::new).collect() }
    }

    /// Where the exclusions for `check` stand in `document`, as ranges of words.
    pub fn excluded(&self, check: Check, document: &Document) -> Vec<Range<usize>> {
        let exclusions = self.exclusions.iter().filter(|exclusion| exclusion.check == check);
        exclusions.flat_map(|exclusion| document.places(&exclusion.text)).collect()
    }
}

impl Exclusion {
    fn new(table: &Table) -> Self {
        let check = match text(table, "kind") {
            "quoted" => Check::Quoted,
            "enumeration" => Check::Enumeration,
            "name" => Check::Name,
            other => panic!("an exclusion is of no kind {other:?}"),
        };
        Exclusion { text: text(table, "text").into(), check, reason: text(table, "reason").into() }
    }
}

pub fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

pub fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("no {key} in {table}"))
}

pub fn strings<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}
