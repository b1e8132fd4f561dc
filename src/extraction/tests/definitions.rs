//! By what sentences say what something is.

use super::super::{Candidate, Extractor, Pattern};
use super::{found, one};
use crate::extraction::Signal;
use crate::markup::{Format, blocks_of};
use crate::text::Span;

/// By what the text may say what the name is, the surest first.
fn told(text: &str, name: &str) -> Vec<Pattern> {
    one(text, name).definitions.iter().map(|one| one.pattern).collect()
}

#[test]
fn a_sentence_that_has_a_name_for_its_theme_explains_it() {
    for (text, name, pattern) in [
        // the subject, behind whatever opens the sentence and before whatever stands between it and its verb
        ("In 1871, the Third Harbour Congress showed that all gates stay open.", "Third Harbour Congress", "Statement"),
        ("The salt stores in the old walls have fed the town for years.", "salt stores", "Statement"),
        ("The harbour dues levied by the wardens are a burden to all.", "harbour dues", "Is"),
        ("Closed harbours are those that no ship may enter at night.", "Closed harbours", "Is"),
        ("Harbour dues are those whose rate the wardens set.", "Harbour dues", "Is"),
        ("The wardens said repeatedly that the salt tax should be lifted.", "salt tax", "Statement"),
        ("It was agreed at noon that the salt tax had been lifted.", "salt tax", "Statement"),
        ("“The aim of the salt tax,” the warden said, “is to pay for the walls.”", "salt tax", "Essence"),
        ("The harbour guild mended the walls of the town.", "harbour guild", "Statement"),
        ("Behind the gates, the harbour guild mended the walls.", "harbour guild", "Statement"),
        ("The principle of open gates requires that no ship waits.", "open gates", "Purpose"),
        // what took place on an occasion
        ("He spoke for an hour at the Harbour Congress.", "Harbour Congress", "Statement"),
        ("On the eve of the Salt War, the wardens slept.", "Salt War", "Statement"),
        ("Since the 3rd Harbour Congress, the wardens keep watch.", "3rd Harbour Congress", "Statement"),
        // the object of what is to be done
        ("The towns must mend their walls, light the lamps and reduce all harbour dues.", "harbour dues", "Statement"),
        ("The guild had to sign a harbour truce with the pilots.", "harbour truce", "Statement"),
        ("The towns should rely on honest trade.", "honest trade", "Statement"),
        ("The towns upheld safe passage in those years.", "safe passage", "Statement"),
        ("The pilots should be guided by the Harbour Code of the north.", "Harbour Code", "Statement"),
        ("There are many harbour dues, but few of them are paid.", "harbour dues", "Statement"),
        ("The warden talked about the salt tax to all of them.", "salt tax", "Statement"),
        // what is taken as something, and what it is taken for
        ("The wardens see the salt tax as one of the three great burdens of the town.", "salt tax", "Identified"),
        ("The wardens see the salt tax as one of the three burdens of the town.", "three burdens", "Identified"),
        ("The pilots are equal keepers of the harbour guild.", "equal keepers of the harbour guild", "Identified"),
        // clauses, participles and appositions behind it
        ("Nobody wanted the salt tax that keeps the wardens.", "salt tax", "Statement"),
        ("Nobody spoke for the harbour dues levied in 1871 by the wardens.", "harbour dues", "Statement"),
        ("They met Ann Lee, Mayor of the north, at noon.", "Ann Lee", "Apposition"),
        ("They wanted a salt tax, a burden to all of them.", "salt tax", "Apposition"),
        ("They praised that old union – the Harbour League.", "Harbour League", "Identified"),
        // one of several of a kind
        ("They met the Party of Lower Saxony and other parties of the coast.", "Party of Lower Saxony", "Apposition"),
        ("They kept old customs such as the salt tax, the “night watch” and the lamp toll.", "night watch", "Part"),
        ("They follow the principles of thrift and trust, corn and salt.", "corn and salt", "Part"),
    ] {
        let found: Vec<String> = told(text, name).iter().map(|one| format!("{one:?}")).collect();
        assert!(found.first().is_some_and(|one| one == pattern), "{name}: {text}: {found:?}");
    }
}

#[test]
fn a_sentence_that_speaks_of_a_term_as_a_term_defines_it() {
    for (text, name) in [
        // a meaning for a name
        ("By mooring fee we understand the sum that a ship pays for a night.", "mooring fee"),
        ("By “fair wind” is meant any wind that does not come from ahead.", "fair wind"),
        ("The statute defines salvage award as the sum paid to those who save a ship.", "salvage award"),
        ("Bottomry can be defined as a loan upon the keel of a ship.", "Bottomry"),
        ("Under the law, pilotage shall mean the guidance of ships.", "pilotage"),
        ("(b) “lighter” includes a barge and any flat boat.", "lighter"),
        ("“Port authority” has the meaning given in section 4.", "Port authority"),
        ("The term demurrage denotes the penalty for keeping a ship too long.", "demurrage"),
        ("The word “wharfage” stands for the money paid for the use of a wharf.", "wharfage"),
        ("The expression “act of war” shall be construed as any use of force.", "act of war"),
        ("Quay rights, by which is meant the right to land goods, belong to the town.", "Quay rights"),
        ("This is what is meant by a safe channel: a channel without rocks.", "safe channel"),
        // a name for a meaning
        ("A vessel that has lost its rudder is called a drifting hull.", "drifting hull"),
        ("The channel that leads to the inner basin is known as the lee passage.", "lee passage"),
        ("What sailors call the dead water is the fresh water above the salt.", "dead water"),
        ("We call the strip between high and low water the tidal flat.", "tidal flat"),
        ("Ships that were lost twice are termed orphans.", "orphans"),
    ] {
        assert_eq!(told(text, name).first(), Some(&Pattern::Termed), "{name}: {text}");
    }
    for (text, name) in [
        ("The bell is called each morning by the harbour guard.", "morning"),
        ("The harbour rules are defined as follows.", "harbour rules"),
        ("The harbour guard called the pilots.", "pilots"),
        ("He was known as the son of a harbour guard.", "son of a harbour guard"),
        ("The harbour term ends in May.", "harbour term"),
    ] {
        let all = found(text);
        let is_termed = |one: &Candidate| one.definitions.iter().any(|one| one.pattern == Pattern::Termed);
        assert!(!all.iter().any(|(other, one)| other == name && is_termed(one)), "{name}: {text}");
    }
}

#[test]
fn a_sentence_that_names_the_kind_of_a_thing_defines_it() {
    for (text, name, pattern) in [
        ("A salt berth is where a ship lies.", "salt berth", Pattern::Is),
        ("A salt berth is not a place for boats.", "salt berth", Pattern::Subject),
        ("Coastal trade occurs when a ship carries goods between two ports.", "Coastal trade", Pattern::Is),
        ("Ship dunnage is loose wood used to keep a cargo in place.", "Ship dunnage", Pattern::Is),
        ("Ship bread is bread that keeps for years.", "Ship bread", Pattern::Is),
        ("For the purposes of this law, a coastal wreck is any ship left at sea.", "coastal wreck", Pattern::Is),
        ("Harbour dues are what ships pay to lie in port.", "Harbour dues", Pattern::Is),
        ("The slack tide, i.e. the time without a current, is short.", "slack tide", Pattern::Namely),
        ("A bill of lading serves as a receipt for the goods.", "bill of lading", Pattern::Essence),
        ("The clearance rule states that no ship may pass.", "clearance rule", Pattern::Purpose),
        ("Lay days are the days that a charter allows for loading.", "Lay days", Pattern::Is),
        ("Bunkering is the process of supplying a ship with fuel.", "Bunkering", Pattern::Is),
        ("The harbour master, who answers for the port, grants the berths.", "harbour master", Pattern::Statement),
        ("The plimsoll line shows how deep a ship may lie.", "plimsoll line", Pattern::Subject),
        ("The right of angary gives a state the use of ships.", "right of angary", Pattern::Subject),
    ] {
        assert_eq!(told(text, name).first(), Some(&pattern), "{name}: {text}");
    }
}

#[test]
fn a_list_spells_out_what_it_follows() {
    let text = "Members of the Harbour Guild, namely the pilots and the smiths, met at noon.";
    assert_eq!(told(text, "Members of the Harbour Guild").first(), Some(&Pattern::Namely));
    assert_eq!(told(text, "Harbour Guild"), []);
    let text = "They keep to the principle of the open gate, namely that all may pass.";
    assert_eq!(told(text, "open gate").first(), Some(&Pattern::Namely));
}

#[test]
fn verbs_of_several_words_parentheses_and_questions_say_what_something_is() {
    for (text, expected) in [
        ("Moss credit amounts to a loan in peat.", Pattern::Essence),
        ("Moss credit can be described as a loan in peat.", Pattern::Means),
        ("Moss credit stands for a loan in peat.", Pattern::Means),
        ("Moss credit describes a loan in peat.", Pattern::Purpose),
        ("Moss credit works by letting farmers pay in peat.", Pattern::Purpose),
        ("Moss credit is made up of a loan and a promise.", Pattern::Includes),
        ("Moss credit has three aims: thrift, trust and warmth.", Pattern::Includes),
        ("The essence of moss credit is that peat is taken for silver.", Pattern::Essence),
        ("To grant moss credit is to take peat for silver.", Pattern::Essence),
        ("They gave moss credit (a loan in peat) to many.", Pattern::Apposition),
        ("They gave moss credit, or a loan in peat, to many.", Pattern::Apposition),
        ("They spoke of moss credit, in the sense of a loan in peat.", Pattern::Apposition),
        ("If a farmer pays a loan in peat, this is moss credit.", Pattern::Identified),
        ("What is moss credit? It is a loan in peat.", Pattern::Title),
        ("Moss credit was old. Rust defined it as a loan in peat.", Pattern::Termed),
        ("Moss credit was common in the south.", Pattern::Remark),
        ("The so-called moss credit, a loan in peat, was hated.", Pattern::Apposition),
    ] {
        let name = if text.starts_with("Moss") { "Moss credit" } else { "moss credit" };
        assert_eq!(told(text, name).first(), Some(&expected), "{text}");
    }
}

#[test]
fn whoever_is_addressed_asked_or_told_something_is_not_defined_by_it() {
    for text in ["I say this to the salt council: Open the gates.", "What do you mean by salt council?"] {
        assert_eq!(told(text, "salt council"), [], "{text}");
    }
    let text = "The towns are old, and so are the salt walls of the north.";
    assert!(!told(text, "salt walls of the north").contains(&Pattern::Identified));
}

#[test]
fn an_item_on_its_own_line_is_the_whole_definition() {
    let text =
        "In this Act⏎(a) “warden” means the keeper of the gate;⏎(b) “garden” means land with herbs;".replace('⏎', "\n");
    assert_eq!(one(&text, "garden").definitions[0].passage.of(&text), "(b) “garden” means land with herbs;");
}

#[test]
fn a_person_is_said_to_be_what_stands_before_or_behind_the_name() {
    for (text, name) in [
        ("They met Maria Lindqvist, Secretary-general of the League.", "Maria Lindqvist"),
        ("Erik Falk, then mayor of Norden, resigned at noon.", "Erik Falk"),
        ("It was said by Karin Moe, a lawyer from Norden.", "Karin Moe"),
        ("They met the Chairman of the Dock Council Olaf Brandt at noon.", "Olaf Brandt"),
        ("They met members of the Dock Council Anna Holm and Pir Dahl at noon.", "Pir Dahl"),
    ] {
        let person = one(text, name);
        assert_eq!(person.definitions.first().map(|one| one.pattern), Some(Pattern::Apposition), "{text}");
        assert!(person.signals.has(Signal::Person), "{text}");
    }
    let text = "The salt towns, members of the league, and the two ports of Norden and Sunden met.";
    assert_eq!(told(text, "two ports").first(), Some(&Pattern::Apposition));
    assert!(!one(text, "Norden").signals.has(Signal::Person));
}

#[test]
fn entries_in_alphabetical_order_are_a_glossary() {
    let is_termed = |text: &str, name: &str| {
        let all = found(text);
        let own = all.iter().find(|(other, _)| other == name);
        own.and_then(|(_, one)| one.definitions.first()).is_some_and(|one| one.pattern == Pattern::Termed)
    };
    let glossary = "Anchor watch: the watch at anchor.\n\nBollard: a post for ropes.\n\nCapstan: a drum for ropes.\n";
    for name in ["Anchor watch", "Bollard", "Capstan"] {
        assert!(is_termed(glossary, name), "{name}");
    }
    let unsorted = "Capstan: a drum for ropes.\n\nBollard: a post for ropes.\n\nAnchor watch: the watch at anchor.\n";
    assert!(!is_termed(unsorted, "Anchor watch"));
    for dialogue in [
        "Ann: I see the ship.\n\nBob: you are right.\n\nCid: we see it.\n",
        "Ann: Harbours are closed tonight.\n\nBob: Where is the captain of the ship?\n\nCid: Nobody knows where he is.\n",
    ] {
        assert!(!is_termed(dialogue, "Bob"), "{dialogue}");
    }
    let all = Extractor::default().extract(&blocks_of(
        "- **Bight**: a bay.\n- **Creek**: a small bay.\n- **Delta**: a mouth.\n",
        Format::Markdown,
    ));
    let passages: Vec<Span> = all.iter().flat_map(|one| &one.definitions).map(|one| one.passage).collect();
    assert!(passages.contains(&Span::new(2, 19)), "the marks that make it strong belong to the passage: {passages:?}");
}

#[test]
fn a_sentence_in_which_a_name_is_one_thing_among_others_only_mentions_it() {
    for (text, name) in [
        ("Many boats lay in the salt harbour that winter.", "salt harbour"),
        ("The feast was attended by pilots of the harbour guild, cooks and salt traders.", "salt traders"),
        ("In the days of the salt tax, the pilots slept on deck.", "salt tax"),
        ("Ann Lee said that all gates were open.", "Ann Lee"),
        ("The harbour truce was signed by Ann Lee at noon.", "Ann Lee"),
        ("They ate bread, a fish and salt pork.", "salt pork"),
        ("They brought the harbour bells, a rope and an anchor.", "harbour bells"),
        ("They kept the bread of the Harbour Congress.", "Harbour Congress"),
        ("There was a feast to go on. Harbour Congress, they called it.", "Harbour Congress"),
    ] {
        assert_eq!(told(text, name), [], "{name}: {text}");
    }
}

#[test]
fn what_a_list_follows_is_what_it_defines() {
    for (text, name) in [
        (
            "The rules of the coast are as follows: keep the gates, light the lamps and pay the toll.",
            "rules of the coast",
        ),
        ("The harbour rules include the following: keep the gates, light the lamps.", "harbour rules"),
        ("The pilots keep the following harbour duties: watch, warning and rescue.", "harbour duties"),
        ("The pilots keep the following harbour duties:\n\n- watch\n\n- warning\n", "harbour duties"),
    ] {
        assert!(told(text, name)[0].enumerates() && told(text, name)[0] <= Pattern::Colon, "{name}: {text}");
    }
    let all = found("The rules of the coast are as follows: keep the gates.");
    assert!(!all.is_empty() && all.iter().all(|(name, _)| name != "follows"));
}

#[test]
fn what_only_points_to_another_place_defines_nothing() {
    for (text, name) in [
        ("Mooring duty is defined in section 7.", "Mooring duty"),
        ("The harbour toll is described in the next chapter.", "harbour toll"),
        ("A berth right is specified below.", "berth right"),
        ("Mooring duty: see section 3.", "Mooring duty"),
        ("For the harbour toll, see section 3 of this book.", "harbour toll"),
        ("Please see page 4 for the harbour toll.", "harbour toll"),
        ("For what a harbour toll is, see section 3.", "harbour toll"),
        ("If you ask what a harbour toll is, see section 3.", "harbour toll"),
        ("The harbour toll that every ship pays is described in section 7.", "harbour toll"),
    ] {
        let all = found(text);
        let is_told = |one: &Candidate| !one.definitions.is_empty();
        assert!(!all.iter().any(|(other, one)| other == name && is_told(one)), "{name}: {text}");
    }
    for (text, name) in [
        ("The harbour toll, which is set out in section 7, means the sum paid for the night.", "harbour toll"),
        ("The harbour toll is defined in the charter as the sum paid for the night.", "harbour toll"),
        ("A berth right (see section 3) is a right to lie in port.", "berth right"),
        ("A bottomry levy is a toll paid in salt by every ship, see chapter 4.", "bottomry levy"),
        ("A bottomry levy is a toll paid in salt by every ship: see chapter 4.", "bottomry levy"),
        ("A bottomry levy is a toll paid in salt and is described below.", "bottomry levy"),
        ("A bottomry levy, which every ship pays, is a toll in salt, see chapter 4.", "bottomry levy"),
    ] {
        assert!(told(text, name).first().is_some_and(|one| one.defines()), "{name}: {text}");
    }
    let glossary =
        "Anchor watch: the watch at anchor.\n\nBollard: see capstan.\n\nCapstan: a drum for ropes.\n\nDock: a basin.\n";
    assert!(!found(glossary).iter().any(|(name, one)| name == "Bollard" && !one.definitions.is_empty()));
}

#[test]
fn the_steps_of_instructions_are_no_glossary() {
    let steps = "# Beginning\n\n1. **Connect**: open the socket to the server.\n2. **Exchange**: send the first word.\n3. **Finish**: close the socket.\n";
    for one in Extractor::default().extract(&blocks_of(steps, Format::Markdown)) {
        assert!(!one.definitions.iter().any(|one| one.pattern.defines()), "{}", one.span.of(steps));
    }
    assert_eq!(told("The harbour rules: keep the gates and light the lamps.", "harbour rules")[0], Pattern::Colon);
}

#[test]
fn a_verb_belongs_to_no_name() {
    for text in ["The shard key refers to the header field.", "The sluice key belongs to the harbour guard."] {
        let all = found(text);
        assert!(!all.iter().any(|(name, _)| name.contains("refers") || name.contains("belongs")), "{text}");
    }
    assert_eq!(told("The shard key refers to the header field.", "shard key").first(), Some(&Pattern::Means));
}

#[test]
fn a_common_word_in_what_is_said_of_another_thing_is_not_explained_by_it() {
    for (text, name) in [
        ("A harbour snapshot is the process of copying a ledger.", "process"),
        ("A harbour snapshot is a process of copying a ledger.", "process"),
        ("A harbour snapshot is a process of copying a ledger.", "ledger"),
        ("The harbour guild must keep a ledger.", "ledger"),
    ] {
        let all = found(text);
        assert!(!all.iter().any(|(other, one)| other == name && !one.definitions.is_empty()), "{name}: {text}");
    }
    assert_eq!(told("A ledger is a book in which the dues are kept.", "ledger").first(), Some(&Pattern::Is));
}

#[test]
fn a_sentence_that_begins_with_it_speaks_of_what_the_one_before_it_is_about() {
    let text = "The harbour toll pays the wardens. It is a tax on every ship.";
    assert_eq!(told(text, "harbour toll").first(), Some(&Pattern::Title));
    assert_eq!(one(text, "harbour toll").definitions[0].passage.of(text), text);
    let other = "The wardens are paid by the harbour toll. It is a tax on every ship.";
    assert!(!told(other, "harbour toll").contains(&Pattern::Title));
}

#[test]
fn of_a_name_with_another_in_it_the_whole_is_one_of_others_of_its_kind() {
    let told = |text| told(text, "Lower Saxony").contains(&Pattern::Apposition);
    assert!(told("They met the dukes of Lower Saxony and other lands."));
    assert!(!told("They met the Party of Lower Saxony and other Liberal parties of the coast. Lower Saxony is old."));
}
