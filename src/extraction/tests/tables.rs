//! Terms of tables and what the tables say of them.

use super::super::{Extractor, Pattern};
use crate::markup::{Format, blocks_of};

/// The terms that the tables of a text define, each with what stands for it, in the order of the text.
fn defined(text: &str) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    for one in Extractor::default().extract(&blocks_of(text, Format::Markdown)) {
        let told = one.definitions.iter().filter(|one| one.pattern == Pattern::Termed);
        all.extend(told.map(|definition| (one.span, definition.passage)));
    }
    all.sort();
    all.into_iter().map(|(name, passage)| (name.of(text), passage.of(text))).collect()
}

#[test]
fn a_table_with_a_column_of_terms_and_one_of_meanings_is_a_glossary() {
    let text = "# Words\n\n| No. | Term | Meaning |\n|---|---|---|\n| 1 | **Lay days** | the *days* for loading |\n\
        | 2 | A bottomry (loan) | A loan upon the keel. |\n| 3 | Wharfage | see dues |\n| 4 | Demurrage | |\n";
    let wanted = [("Lay days", "the *days* for loading"), ("bottomry", "A loan upon the keel.")];
    assert_eq!(defined(text), wanted);
}

#[test]
fn the_columns_are_known_in_other_languages() {
    for (prose, header, term, meaning) in [
        (
            "Wer in diesem Hafen liegt, der zahlt auch für die Nacht.",
            "Begriff | Bedeutung",
            "Liegezeit",
            "die Zeit im Hafen",
        ),
        (
            "Ceux qui ont un bateau dans le port doivent payer.",
            "Terme | Définition",
            "surestaries",
            "le prix du retard",
        ),
        (
            "Los que tienen un barco en el puerto deben pagar.",
            "Término | Significado",
            "estadía",
            "el tiempo en el puerto",
        ),
        ("这是港口的规则，所有人都应当遵守。", "术语 | 含义", "滞期费", "船舶延误的费用"),
    ] {
        let text = format!("{prose}\n\n{header}\n--- | ---\n{term} | {meaning}\n");
        assert_eq!(defined(&text), [(term, meaning)], "{header}");
    }
}

#[test]
fn other_tables_are_none() {
    for header in ["Port | Dues", "Meaning | Gate", "Option | Description", "The term that the council chose | Meaning"]
    {
        let text = format!("{header}\n--- | ---\nNorth gate | the dues of a night\n");
        assert_eq!(defined(&text), [], "{header}");
    }
    let two = "Term | Meaning\n--- | ---\nBight | a bay\n\nand\n\nPort | Dues\n--- | ---\nNorth gate | a penny\n";
    assert_eq!(defined(two), [("Bight", "a bay")]);
}

#[test]
fn a_column_is_called_by_the_word_and_not_by_what_has_it() {
    for header in
        ["Long term | Description", "School term | Explanation", "Word count | Explanation", "Term | Job description"]
    {
        let text = format!("{header}\n--- | ---\nNorth gate | the dues of a night\n");
        assert_eq!(defined(&text), [], "{header}");
    }
    for header in [
        "The term | Its meaning",
        "English word | Meaning in German",
        "Key terms | Short definition",
        "Term or acronym | Meaning",
    ] {
        let text = format!("{header}\n--- | ---\nNorth gate | the dues of a night\n");
        assert_eq!(defined(&text), [("North gate", "the dues of a night")], "{header}");
    }
}

#[test]
fn a_lake_is_no_reference() {
    let text = "Begriff | Bedeutung\n--- | ---\nBaikalsee | See in Sibirien, der tiefste der Erde\nTide | siehe Flut\n";
    assert_eq!(defined(text), [("Baikalsee", "See in Sibirien, der tiefste der Erde")]);
}
