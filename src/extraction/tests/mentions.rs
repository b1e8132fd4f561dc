//! What only speaks of a name, though it stands where definitions stand, and what defines one in fewer words.

use super::super::Extractor;
use crate::extraction::phrase_key;
use crate::markup::{Format, blocks_of};

/// Whether the text defines a name; `None` where it does not know the name.
fn defines(text: &str, name: &str) -> Option<bool> {
    let all = Extractor::default().extract(&blocks_of(text, Format::Markdown));
    let one = all.into_iter().find(|one| Some(one.key) == phrase_key(name))?;
    Some(one.definitions.iter().any(|one| one.pattern.defines()))
}

fn all_define(cases: &[(&str, &str)]) {
    for (text, name) in cases {
        assert_eq!(defines(text, name), Some(true), "{name}: {text}");
    }
}

fn none_defines(cases: &[(&str, &str)]) {
    for (text, name) in cases {
        assert_ne!(defines(text, name), Some(true), "{name}: {text}");
    }
}

#[test]
fn a_paragraph_below_a_heading_is_about_it_and_defines_it_only_by_what_it_says() {
    none_defines(&[
        ("# Quay trade\n\nQuay trade has grown quickly since 1890. Ships come from the north.\n", "Quay trade"),
        ("# The pilot office\n\nThe pilot office is at the end of the mole. It opens at nine.\n", "pilot office"),
        ("# Wardens\n\nThe wardens are in session until May. They meet in the hall.\n", "Wardens"),
        ("# Grain toll\n\nThe grain toll is low this year. It was higher before the war.\n", "Grain toll"),
        ("# Lighthouse\n\nThe keepers painted it white in 1901. It is at the end of the mole.\n", "Lighthouse"),
        ("# Rope works\n\nRope works employ many people. They are old.\n", "Rope works"),
        ("# Tide bell\n\nThe tide bell broke in 1850.\n", "Tide bell"),
    ]);
    all_define(&[
        ("# Tide bell\n\nA tide bell tells the height of the sea.\n", "Tide bell"),
        ("# Mooring fee\n\nThe money that a ship pays for a night at the quay.\n", "Mooring fee"),
        ("# Ballast\n\nStones in the hold of a ship.\n", "Ballast"),
        ("# Grain toll\n\nIt is a tax on all corn that passes the gate.\n", "Grain toll"),
        ("# Wardens\n\nWardens are officers who keep the gates.\n", "Wardens"),
    ]);
}

#[test]
fn where_when_how_good_and_how_dear_a_thing_is_says_nothing_of_its_kind() {
    none_defines(&[
        ("The catch is the best in ten years.", "catch"),
        ("The pilot office is a mile from the gate.", "pilot office"),
        ("The pilot office is the next house on the mole.", "pilot office"),
        ("The salt fair is the day after tomorrow.", "salt fair"),
        ("The harbour council is a great success.", "harbour council"),
        ("The harbour council is the subject of this chapter.", "harbour council"),
        ("The harbour council is one of the reasons for the delay.", "harbour council"),
        ("Lamp oil is a shilling a gallon.", "Lamp oil"),
        ("The lamp toll is often considered as something rather dear.", "lamp toll"),
        ("The lamp tolls are considered to be included by the charter.", "lamp tolls"),
        ("Lamp tolls often include a fee for the night watch.", "Lamp tolls"),
        ("The first to be mended are the harbour walls and the gates.", "harbour walls"),
    ]);
    all_define(&[
        ("The harbour council is a board that keeps the walls.", "harbour council"),
        ("The lamp toll is regarded as a tax on strangers.", "lamp toll"),
        ("A lamp toll is, first and foremost, a tax on strangers.", "lamp toll"),
        ("The claim that a lamp toll is a tax on strangers is old.", "lamp toll"),
        ("The great mole is the longest wall that was ever built in the sea.", "great mole"),
    ]);
}

#[test]
fn what_somebody_does_is_defined_behind_its_object() {
    all_define(&[
        ("To \"warp\" a ship is to move it by ropes.", "warp"),
        ("To \"lend\" such a berth to a stranger means to let him lie there by night.", "lend"),
        ("To \"keep the berth\" of a ship when you leave it means that nobody else lies there.", "keep the berth"),
    ]);
}

#[test]
fn a_name_between_marks_may_have_a_noun_or_a_participle_behind_it() {
    all_define(&[
        ("A \"closed\" gate of the town means a gate that is kept by wardens.", "closed gate"),
        ("A \"closed\" gate of the town means a gate that is kept by wardens.", "closed"),
        ("A \"Common Store\" (or \"CS\") kept in the port means any set of goods that are sold there.", "Common Store"),
        ("The \"quay dues\" are certain sums that ships pay.", "quay dues"),
        ("\"Pilot\" is whoever guides a ship.", "Pilot"),
        ("Ballast is whatever makes a ship steady.", "Ballast"),
    ]);
}

#[test]
fn asides_give_a_meaning_or_another_name() {
    all_define(&[
        ("The lay days — that is, the days for loading — are counted from noon.", "lay days"),
        ("They spoke of lay days (that is, the days for loading).", "lay days"),
        ("The lay days (i.e., the days for loading) are counted from noon.", "lay days"),
        ("Demurrage, or detention money, is paid daily.", "Demurrage"),
        ("The penalty for keeping a ship too long, or demurrage, is paid daily.", "demurrage"),
        ("The second kind, weather passage (WP) is a way that ships take in a storm.", "weather passage"),
        ("Another guild that keeps the northern lamps is Saltgate.", "Saltgate"),
    ]);
    none_defines(&[
        ("The ships, or what is left of them, are old.", "ships"),
        ("A common problem is Saltgate.", "Saltgate"),
        ("They paid for salt, corn, or lamps, and were sold nothing.", "lamps"),
        ("Let kindness be the rule of this house.", "kindness"),
        ("He wrote under the name of reform.", "reform"),
        ("The reeve, or his clerk, is at the gate.", "reeve"),
        ("“Closed” harbours are those I hate.", "Closed"),
    ]);
}

#[test]
fn a_text_gives_names_and_meanings_in_many_words() {
    all_define(&[
        ("We call tidal flat the strip that lies between high and low water.", "tidal flat"),
        ("We define demurrage to be the penalty for keeping a ship too long.", "demurrage"),
        ("Let “demurrage” be the penalty for keeping a ship too long.", "demurrage"),
        ("We understand pilotage to be the guidance of ships.", "pilotage"),
        ("Pilotage can be thought of as the guidance of ships.", "Pilotage"),
        ("The word demurrage is used for the penalty for keeping a ship too long.", "demurrage"),
        ("This penalty bears the name of demurrage.", "demurrage"),
    ]);
}

#[test]
fn a_relative_clause_of_any_kind_tells_which() {
    all_define(&[
        ("“Closed” gates are those that no ship may pass.", "Closed"),
        ("“Closed” gates are those which no ship may pass.", "Closed"),
        ("“Closed” gates are those in which no lamp is lit.", "Closed"),
        ("“Closed” gates are those whose wardens are asleep.", "Closed"),
        ("A pilot is a sailor who today guides the ships of others.", "pilot"),
    ]);
    none_defines(&[
        ("The quay feast is a day today.", "quay feast"),
        ("“Closed” gates are those that no ship may pass.", "ship"),
        ("“Closed” gates are those whose wardens are asleep.", "wardens"),
    ]);
}

#[test]
fn the_last_part_of_something_is_a_kind() {
    all_define(&[
        ("A poop is the last part of a ship.", "poop"),
        ("Ballast is the last cargo of the season.", "Ballast"),
        ("A mate is the next in line to the captain.", "mate"),
        ("A bottomry is a debt issue that a captain sells.", "bottomry"),
    ]);
    none_defines(&[
        ("The salt town is the next stop.", "salt town"),
        ("The salt town is the last of the towns on the coast.", "salt town"),
        ("The salt tax is a thorny issue that no town has settled.", "salt tax"),
    ]);
}

#[test]
fn two_things_that_or_joins_are_not_one() {
    all_define(&[
        ("A lamp credit, or a loan in oil, is dear.", "lamp credit"),
        ("The reeve, or bailiff, keeps the gate.", "reeve"),
    ]);
    none_defines(&[
        ("The reeve, or Ann's clerk, keeps the gate.", "reeve"),
        ("The reeve, or Ann's clerk, keeps the gate.", "Ann's clerk"),
        ("The reeve, or a clerk, came.", "reeve"),
        ("The reeve, or a clerk, is at the gate.", "reeve"),
        ("The reeve, or somebody else, is at the gate.", "reeve"),
    ]);
}

#[test]
fn what_puts_a_clause_in_other_words_is_no_meaning_of_its_last_word() {
    all_define(&[
        ("They pay lamp dues (i.e. a toll for the lights) at noon.", "lamp dues"),
        ("The lamp dues, that is to say the toll for the lights, are old.", "lamp dues"),
    ]);
    none_defines(&[
        ("They tried to show thrift (i.e. a love of old things) to all.", "thrift"),
        ("The nature of the lamp dues (i.e. a toll) is old.", "lamp dues"),
        ("They were subject to lamp dues (i.e. a toll) for years.", "lamp dues"),
        ("They pay the lamp dues — that is, they pay for oil — at noon.", "lamp dues"),
        ("He saw the end of the lamp dues — that is, the town was dark.", "lamp dues"),
        ("He feared the reign of the wardens, i.e. the hardest of all.", "wardens"),
    ]);
}
