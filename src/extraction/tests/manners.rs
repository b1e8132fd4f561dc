//! What textbooks and plain prose say of a thing: by what it is called, what it always does, what stands beside its name.

use super::super::{Extractor, Pattern};
use super::{found, one};
use crate::markup::{Format, blocks_of};

fn told(text: &str, name: &str) -> Vec<Pattern> {
    one(text, name).definitions.iter().map(|one| one.pattern).collect()
}

#[test]
fn the_name_that_is_given_is_whole() {
    for (text, name) in [
        ("Such a toll is known as a double free berth and is paid in salt.", "double free berth"),
        ("These lists are known as debit balance lists in the trade.", "debit balance lists"),
        ("Paying in salt is called salting by the pilots.", "salting"),
        ("A berth that is lent is often referred to as a free lend berth.", "free lend berth"),
    ] {
        assert_eq!(told(text, name).first(), Some(&Pattern::Termed), "{name}: {text}");
    }
    assert_eq!(told("The tolls of the bay are known as salt dues.", "tolls of the bay"), [Pattern::Subject]);
}

#[test]
fn what_opens_a_sentence_and_always_does_something_is_its_subject() {
    for (text, name, pattern) in [
        ("The keel stores old planks in the order of their age.", "keel", Pattern::Subject),
        ("Harbour programs manipulate lists of ships in a port.", "Harbour programs", Pattern::Subject),
        ("The harbour league signed a truce with all the pilots.", "harbour league", Pattern::Statement),
        ("A salt lease is like a loan in that it ends.", "salt lease", Pattern::Essence),
        ("A salt race is similar to a fair and happens when the tide turns.", "salt race", Pattern::Essence),
        ("A salt race happens when two ships meet in the bay.", "salt race", Pattern::Is),
        ("A salt lease is also the base of a loan.", "salt lease", Pattern::Identified),
        ("Any boat that keeps a lamp alight is a lamp boat.", "lamp boat", Pattern::Identified),
        ("Harbour boats (boats that carry no cargo) are small.", "Harbour boats", Pattern::Apposition),
        ("There is a stone mole (also known as the arm).", "stone mole", Pattern::Apposition),
        ("They keep the Salt League-a union of towns with one law.", "Salt League", Pattern::Apposition),
        ("The town's salt harbour is a basin for ships.", "salt harbour", Pattern::Is),
        ("Other boats are salt lighters that carry corn.", "salt lighters", Pattern::Statement),
    ] {
        assert_eq!(told(text, name).first(), Some(&pattern), "{name}: {text}");
    }
}

#[test]
fn a_law_may_have_two_things_in_its_name() {
    let all = found("In May the Salt Safety and Health Act changed the work of the miners.");
    assert!(all.iter().any(|(name, _)| name == "Salt Safety and Health Act"));
    let all = found("In May Old Salt and New Harbour changed the work of the miners.");
    assert!(!all.iter().any(|(name, _)| name == "Old Salt and New Harbour"));
}

#[test]
fn what_only_looks_like_a_definition_is_none() {
    for (text, name) in [
        ("They copy the berth that the salt pointer refers to.", "salt pointer"),
        ("He spoke of a harbour process that runs with no guard.", "harbour process"),
        ("Whenever a ship pays the harbour toll, that is a deal.", "harbour toll"),
        ("Join them in building that new gate, a better gate for the town.", "new gate"),
        ("After the call to the guard, the pilots showed a port lamp.", "port lamp"),
        ("When a ship sinks, the harbour guard calls a pilot.", "harbour guard"),
        ("To the League of the Northern Towns: The harbour is free.", "Northern Towns"),
    ] {
        let all = found(text);
        let defines = |pattern: Pattern| pattern.defines();
        let own = all.iter().find(|(other, _)| other == name);
        let patterns = own.map(|(_, one)| one.definitions.iter().map(|one| one.pattern).collect::<Vec<_>>());
        assert!(!patterns.unwrap_or_default().into_iter().any(defines), "{name}: {text}");
    }
}

#[test]
fn a_paragraph_that_opens_with_its_heading_says_what_it_is() {
    let text = "# Salt boats\n\nOne sees them often in the bay.\n\nSalt boats keep corn for the winter.\n";
    let all = Extractor::default().extract(&blocks_of(text, Format::Markdown));
    let boats = all.iter().find(|one| one.span.of(text) == "Salt boats").expect("the heading");
    let first = boats.definitions[0];
    assert_eq!((first.pattern, first.passage.of(text)), (Pattern::Title, "Salt boats keep corn for the winter."));
}

/// Whether a sentence defines the name, among whatever else it has.
fn is_defined(text: &str, name: &str) -> bool {
    let all = found(text);
    let own = all.iter().filter(|(other, _)| other == name);
    own.flat_map(|(_, one)| &one.definitions).any(|one| one.pattern.defines())
}

#[test]
fn one_thing_that_a_text_points_at_or_tells_of_is_no_kind() {
    for (text, name) in [
        ("This berth contains a lamp, a rope and a bell.", "berth"),
        ("These berths are the pride of the town.", "berths"),
        ("The berth was a low place by the wall.", "berth"),
        ("The berth shown in the picture is the end of the quay.", "berth"),
        ("The “lee” berth is a place for ships.", "berth"),
        ("Pilots were the pride of the town.", "Pilots"),
        ("The berth was a place.", "berth"),
        ("This berth was a berth that had three lamps.", "berth"),
        ("A pilot in need is a pilot lost.", "pilot"),
        ("It was the pilots, he said, who kept the town.", "pilots"),
        ("There is no quarrel between the towns.", "quarrel"),
    ] {
        assert!(!is_defined(text, name), "{name}: {text}");
    }
    for (text, name) in [
        ("The berth is a place that a ship lies in.", "berth"),
        ("A berth was a place that a ship lay in.", "berth"),
        ("The galley was a warship that had three banks of oars.", "galley"),
        ("The last-ell was a unit of weight used in Norden.", "last-ell"),
        ("The quay-reeve was an officer who kept the peace of a manor.", "quay-reeve"),
        ("The keelage was a sum paid by a ship.", "keelage"),
        ("Wardens were the five officials who watched over the towns of Norden.", "Wardens"),
        ("The salt berth was a place that a ship lay in.", "salt berth"),
        ("The “lee” berth is a place for ships.", "lee” berth"),
    ] {
        assert!(is_defined(text, name), "{name}: {text}");
    }
}

#[test]
fn how_something_is_compared_or_praised_is_not_what_it_is() {
    for (text, name) in [
        ("A keel is the most useful to a pilot.", "keel"),
        ("A keel is an older part than the mast.", "keel"),
        ("A keel is a larger than usual plank.", "keel"),
        ("A keel is a strange thing.", "keel"),
        ("A keel is an example of old craft.", "keel"),
        ("Keels are aware of the tide.", "Keels"),
    ] {
        assert!(!is_defined(text, name), "{name}: {text}");
    }
    for (text, name) in [
        ("A keel is a thing that keeps a ship steady.", "keel"),
        ("A giant lamp is a lamp larger than the moon.", "giant lamp"),
        ("A cod is an animal larger than a herring that lives in the sea.", "cod"),
        ("A master key is a key of a door that opens each gate of the quay.", "master key"),
        ("A fever is a symptom of an infection.", "fever"),
    ] {
        assert!(is_defined(text, name), "{name}: {text}");
    }
}

#[test]
fn where_something_is_defined_or_what_it_holds_does_not_define_it() {
    for (text, name) in [
        ("The salt toll must be defined in the charter.", "salt toll"),
        ("The salt toll is defined by the council.", "salt toll"),
        ("The salt store contains a lamp.", "salt store"),
        ("The salt store includes many old lamps.", "salt store"),
        ("The salt store includes some lamps of the town.", "salt store"),
        ("A salt trade can mean many things to a pilot.", "salt trade"),
        ("A salt trade can mean more to a pilot.", "salt trade"),
        ("They asked what we mean by salt trade.", "salt trade"),
        ("The question is what is meant by salt trade.", "salt trade"),
        ("They looked for a salt berth, which means that they were late.", "salt berth"),
        ("He praised the rule that in a storm no ship should sail.", "rule"),
        ("He spoke of the will of the salt class that it must be so.", "salt class"),
        ("The pilots kept old customs such as the salt toll.", "salt toll"),
        ("As for the salt toll, the pilots paid it late.", "salt toll"),
        ("This could not be called salt trade, for nobody paid.", "salt trade"),
        ("A salt trade can mean nothing to a pilot.", "salt trade"),
        ("They know what was meant by “salt trade” and all of that.", "salt trade"),
    ] {
        assert!(!is_defined(text, name), "{name}: {text}");
    }
    for (text, name) in [
        ("The salt toll is defined in the charter as the sum paid for a night.", "salt toll"),
        ("The salt toll is characterised by its height.", "salt toll"),
        ("The salt store contains lamps, ropes and bells.", "salt store"),
        ("A coastal vessel includes any craft used on water.", "coastal vessel"),
        ("The gross tonnage includes all closed spaces of the ship.", "gross tonnage"),
        ("A convoy means more than ten ships that sail together.", "convoy"),
        ("The sum that is paid for delay is what is meant by demurrage.", "demurrage"),
        ("This sum is what we mean by demurrage.", "demurrage"),
        ("He praised the open-gate rule that in a storm no ship should pay.", "open-gate rule"),
    ] {
        assert!(is_defined(text, name), "{name}: {text}");
    }
}

#[test]
fn a_note_a_title_and_a_clause_behind_a_colon_are_no_definitions() {
    for (text, name) in [
        ("Note: This lamp is for the outer berth only.", "Note"),
        ("They did many things to keep their power: the salt stores were shut.", "power"),
        ("He read *The Salt Book: Selected Tables* at sea.", "Salt Book"),
        ("He read of the Salt War: 1850 to 1852.", "Salt War"),
        ("The Salt War: 1850", "Salt War"),
        ("Note: The lamp is for the outer berth that lies behind the mole.", "Note"),
        ("Example: A boat that carries salt.", "Example"),
        ("The reeve, or a clerk, signs the salt book.", "reeve"),
        ("The salt reeve, or a clerk, signs the book.", "salt reeve"),
        ("The salt toll (the pilots were asleep) was late.", "salt toll"),
        ("He kept -- in the face of the salt trade -- a love of old lamps.", "salt trade"),
    ] {
        assert!(!is_defined(text, name), "{name}: {text}");
    }
    for (text, name) in [
        ("Double Berth: Every ship must lie beside another.", "Double Berth"),
        ("Nautical Mile: 1852 metres, used at sea.", "Nautical Mile"),
        ("Fathom: Six feet of depth.", "Fathom"),
        ("Default: A failure to pay a debt when it is due.", "Default"),
        ("Tip: A sum that is given to a waiter.", "Tip"),
        ("Source: The place where a river begins.", "Source"),
        ("Note: A written promise to pay a sum.", "Note"),
        ("Anchor watch: the watch at anchor.\n\nCapstan: a drum for ropes.\n\nTip: money for a waiter.\n", "Tip"),
        ("The salt levy, or a tax on salt, is old.", "salt levy"),
        ("Berth letter (BL): A letter that tells of a berth.", "Berth letter"),
        ("The salt toll (a sum paid in salt) was late.", "salt toll"),
    ] {
        assert!(is_defined(text, name), "{name}: {text}");
    }
}

#[test]
fn what_stands_beside_a_name_by_the_way_does_not_define_it() {
    for (text, name) in [
        ("His view was old in nature, namely that all was well.", "nature"),
        ("They pay the salt toll (i.e. the fact that it is paid is old).", "salt toll"),
        ("They spoke of the nature of the lamp dues (i.e. the sums paid at night).", "nature of the lamp dues"),
        ("They gave up the salt toll (a factor often overlooked by the pilots).", "salt toll"),
        ("For one lamp, use the following salt command: light the lamp at noon.", "salt command"),
        ("They defined the salt toll in such a way as to keep it.", "salt toll"),
        ("A pilot may mean well, but he is late.", "pilot"),
        ("Trade is the cause of all our wealth.", "Trade"),
    ] {
        assert!(!is_defined(text, name), "{name}: {text}");
    }
    for (text, name) in [
        ("A copy that is not “clean” is called “foul” by the pilots.", "foul"),
        ("They called at the point of sale (i.e. the place where goods are sold) at noon.", "point of sale"),
        ("They kept their way of life (i.e. the customs of the coast) for long.", "way of life"),
    ] {
        assert!(is_defined(text, name), "{name}: {text}");
    }
}
