//! What is no name, and what defines nothing.

use super::super::Pattern;
use super::{found, one};

#[test]
fn dates_spans_of_time_letters_of_items_and_bylines_are_no_names() {
    for (text, name) in [
        ("For three years she kept the gate. It was three years of rain.", "three years"),
        ("In May she rested. In May the gate was open to all of us.", "May"),
        ("We gave the warning on Friday, and on Friday the gate was shut.", "on Friday"),
        ("The dues are of two kinds: (a) salt dues that are paid; (b) corn dues that are owed.", "b"),
        ("By Ann Lee, 3 May 1911\n\nThe gate is open to all of us. The gate is old.", "By Ann Lee, 3 May 1911"),
        ("Ann Lee (born 3 May 1911 in Bonn; died 1987) was a poet of the coast.", "died 1987"),
        ("Ann Lee (born 3 May 1911 in Bonn; died 1987) was a poet of the coast.", "born 3"),
        ("The Salt Fund pays for the walls of the town. The Salt Fund pays for it.", "Salt Fund pays"),
        ("Tom Berg died in Bonn. The town knew that Tom Berg died in Bonn.", "Tom Berg died"),
        ("They met for the first time in Bonn. It was the first time for all of us.", "first time"),
        ("Fig oil is in Table 3 of this. Table 3 is old, and Table 3 is long.", "Table 3"),
        ("A sender MUST NOT wait for the gate. A sender MUST NOT wait at all.", "sender MUST NOT"),
    ] {
        assert!(found(text).iter().all(|(written, _)| written != name), "{text}");
    }
}

#[test]
fn who_speaks_behind_a_comma_and_whom_somebody_tells_is_no_definition() {
    for (text, name) in [
        ("In the film “Salt Town”, a warden says: “Every gate is a question.”", "Salt Town"),
        ("“We gave the storm warning to them,” a pilot said.", "storm warning"),
        ("The warden told the Harbour Herald: “The gates are our books of old.”", "Harbour Herald"),
        ("For the avoidance of doubt, a pilot is not a warden of the gates.", "avoidance of doubt"),
    ] {
        let found = found(text).into_iter().find(|(written, _)| written == name);
        let defines =
            found.is_some_and(|(_, one)| one.definitions.iter().any(|one| one.pattern <= Pattern::Apposition));
        assert!(!defines, "{text}");
    }
    let said = found("The storm warning, a flag on the tower, is read by all of the pilots.");
    assert!(said.iter().any(|(name, one)| name == "storm warning" && !one.definitions.is_empty()));
}

#[test]
fn a_passage_is_whole_sentences() {
    for (text, passage) in [
        (
            "It was late. “Mr. Berg is wrong,” Ann Lee said. The salt dues are a tax on ships.",
            "The salt dues are a tax on ships.",
        ),
        (
            "He said: “The salt dues are a tax on ships. They are paid at the gate.” Then he left the room.",
            "He said: “The salt dues are a tax on ships. They are paid at the gate.”",
        ),
    ] {
        let (_, found) = found(text).into_iter().find(|(name, _)| name == "salt dues").unwrap();
        assert_eq!(found.definitions[0].passage.of(text), passage);
    }
}

#[test]
fn a_short_name_that_is_announced_is_one_of_the_long_one() {
    for text in [
        "The Joint Gate Trust, hereafter JGT, is a fund of the towns. The JGT is old.",
        "The Joint Gate Trust (hereinafter JGT) is a fund of the towns. The JGT is old.",
    ] {
        let all = found(text);
        let (_, long) = all.iter().find(|(name, _)| name == "Joint Gate Trust").unwrap();
        assert_eq!(long.short.map(|short| short.of(text)), Some("JGT"), "{text}");
        assert!(all.iter().all(|(name, _)| !name.contains("herea") && !name.contains("herein")), "{text}");
    }
}

#[test]
fn a_heading_in_capitals_is_shown_as_the_text_writes_it() {
    let text = "LEE PASSAGE\n\nThe lee passage is a way between two lights. The pilots know the lee passage.\n";
    assert!(found(text).iter().any(|(written, _)| written == "lee passage"));
    let alone = "LEE PASSAGE\n\nThe pilots know the way between two lights, and nobody else does.\n";
    assert!(found(alone).iter().any(|(written, _)| written == "LEE PASSAGE"));
}

#[test]
fn years_items_examples_alternatives_and_code_make_no_names() {
    for (text, name) in [
        ("The 1984 corn imports were low, and 1984 corn imports fell.", "1984 corn imports"),
        ("C. Preserve the name of the harbour on all rolls of the guild.", "C. Preserve"),
        ("Examples of tall ships are many. Examples of tall ships are seen.", "Examples of tall ships"),
        ("Ships carry the TGS or BTS here. The TGS or BTS is seen.", "TGS or BTS"),
        ("Ships carry TGS and BTS here. The TGS and BTS are seen.", "TGS and BTS"),
        ("Those are ships “without a toll” and boats “without a toll” of the town.", "without a toll"),
        ("Look into /etc/tides for it, and look into /etc/tides again.", "tides"),
        ("Ask tides.harbour.example twice. Then ask tides.harbour.example again.", "tides.harbour.example"),
    ] {
        assert!(found(text).iter().all(|(other, one)| other != name || one.free == 0), "{name}: {text}");
    }
    assert!(one("They signed the 1984 Salt Treaty in May.", "Salt Treaty").free > 0);
}
