//! Holds the seed corpus together: the documents are the ones we were given, the annotation layer leaves out nothing
//! that a reader would look for, and `corpus.toml` says nothing that the documents do not.
//!
//! What is deliberately left without an entry stands, with the reason, in `exclusions.toml` beside this file.

mod document;
mod layer;
mod terms;

use document::{Check, Document};
use layer::{Layer, strings, tables, text};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs, path::PathBuf, sync::LazyLock};
use toml::Table;

/// The documents and their SHA-256.
const DOCUMENTS: [(&str, &str); 5] = [
    ("central-meeting-on-foreign-policy-work", "f49f3be1e9711fa67583bd4afaf8736d6e6a5986aad53325cc7e474e6cbaa09d"),
    (
        "foreign-policies-for-pursuing-peaceful-development",
        "9d07b023ca2bbf09d7950925f42e34778b9c37299d94ac9cc54887d3e4f17996",
    ),
    ("independent-foreign-policy-of-peace", "d4e018cf92ce4653a485e74d003db7be6e8718b507c98beab08efd1192b9878b"),
    ("objective-of-cpc-international-relations", "372d7f562eff58dd6254d233137f3115264cc32967184ac3f7359a7ce1e33f23"),
    (
        "opposing-hegemonism-and-safeguarding-world-peace",
        "ce04a14439e45b2343c54cc21e679a699d19323637a7582a190741cf73b6008f",
    ),
];

static LAYER: LazyLock<Layer> = LazyLock::new(Layer::load);

#[test]
fn the_documents_are_byte_for_byte_the_ones_we_were_given() {
    for (name, expected) in DOCUMENTS {
        let digest = Sha256::digest(read(&format!("seeds/{name}.txt")));
        let sum: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, expected, "seeds/{name}.txt has been changed");
    }
}

#[test]
fn every_string_in_quotation_marks_has_an_entry_or_a_reason() {
    nothing_is_missing(Check::Quoted);
}

#[test]
fn every_enumeration_after_a_number_has_an_entry_or_a_reason() {
    nothing_is_missing(Check::Enumeration);
}

#[test]
fn every_capitalised_name_of_several_words_has_an_entry_or_a_reason() {
    nothing_is_missing(Check::Name);
}

#[test]
fn every_exclusion_is_needed_and_gives_a_reason() {
    let mut wrong = Vec::new();
    for exclusion in &LAYER.exclusions {
        if exclusion.reason.split_whitespace().count() < 3 {
            wrong.push(format!("no real reason for {:?}", exclusion.text));
        }
        let helps = |document: &Document| {
            let places = document.places(&exclusion.text);
            let finds = document.found(exclusion.check).into_iter();
            let open = finds.flat_map(|find| document.open(exclusion.check, &find)).collect::<Vec<_>>();
            open.iter().any(|word| places.iter().any(|place| place.contains(word)))
        };
        if !LAYER.documents.iter().any(helps) {
            wrong.push(format!("nothing needs the exclusion of {:?} as {:?}", exclusion.text, exclusion.check));
        }
    }
    assert!(wrong.is_empty(), "tests/seeds/exclusions.toml:\n  {}", wrong.join("\n  "));
}

#[test]
fn a_name_that_begins_with_a_number_has_a_definition_with_as_many_parts() {
    let mut wrong = Vec::new();
    for concept in &LAYER.concepts {
        let name = text(concept, "name");
        let Some(number) = terms::number_at_the_start_of(name) else { continue };
        let parts: BTreeSet<usize> = tables(concept, "definition").map(|d| strings(d, "parts").len()).collect();
        if !parts.contains(&number) {
            wrong.push(format!("{name:?}: its definitions have {parts:?} parts"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_metadata_says_of_a_document_stands_in_it() {
    let corpus: Table = read_text("seeds/corpus.toml").parse().expect("seeds/corpus.toml is TOML");
    let mut described = Vec::new();
    for source in tables(&corpus, "source") {
        let (id, file) = (text(source, "id"), text(source, "file"));
        let document = one_spaced(&read_text(&format!("seeds/{file}")));
        for (key, value) in source.iter().filter(|(key, _)| !["file", "id", "language"].contains(&key.as_str())) {
            let value = value.as_str().expect("a string");
            assert!(document.contains(value), "{file}: {key} {value:?} does not stand in it");
        }
        assert_eq!(format!("{id}.txt"), file, "an id is the stem of its file");
        described.push(id);
    }
    assert_eq!(described, DOCUMENTS.map(|(name, _)| name), "corpus.toml describes each document once");
}

#[test]
fn the_notice_names_every_document() {
    let notice = read_text("seeds/NOTICE");
    for (name, _) in DOCUMENTS {
        assert!(notice.contains(&format!("{name}.txt")), "seeds/NOTICE does not name {name}.txt");
    }
}

fn nothing_is_missing(check: Check) {
    let mut missing = BTreeSet::new();
    for document in &LAYER.documents {
        let excluded = LAYER.excluded(check, document);
        for find in document.found(check) {
            let mut open = document.open(check, &find);
            open.retain(|word| !excluded.iter().any(|place| place.contains(word)));
            if !open.is_empty() {
                missing.insert(format!("{}: {:?}", document.name, find.text));
            }
        }
    }
    let list: Vec<_> = missing.into_iter().collect();
    assert!(list.is_empty(), "{check:?}: neither an entry nor an exclusion for\n  {}", list.join("\n  "));
}

/// `text` with every run of white space as one space: the documents have no-break spaces among theirs.
fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_text(path: &str) -> String {
    String::from_utf8(read(path)).expect("UTF-8")
}
