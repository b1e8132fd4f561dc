//! What kind of thing a name names, told by its head word and by what was seen of it.

use crate::annotation::Kind;
use crate::extraction::{Signal, Signals};
use crate::text::{stem, words};

const POLICIES: [&str; 3] = ["polic", "strateg", "doctrine"];
const INITIATIVES: [&str; 6] = ["initiative", "plan", "programme", "program", "campaign", "proposal"];

/// The kind of what has a name and other names, given what speaks for it.
pub(super) fn kind_of(name: &str, others: &[String], signals: Signals) -> Kind {
    let seen = [
        (Signal::Person, Kind::Person),
        (Signal::Document, Kind::Document),
        (Signal::Event, Kind::Event),
        (Signal::Organisation, Kind::Organisation),
    ];
    // What is written small names a thing of many.
    let is_name = name.contains(char::is_uppercase) || !name.is_ascii();
    if let Some((_, kind)) = seen.iter().find(|(signal, _)| is_name && signals.has(*signal)) {
        return *kind;
    }
    let others = others.iter().map(String::as_str).filter(|other| !is_somebodys(other));
    let names = std::iter::once(name).chain(others);
    names.map(by_head).find(|kind| *kind != Kind::Concept).unwrap_or(Kind::Concept)
}

/// Whether a name is that of what somebody has: `policy of the Northern Towns`.
fn is_somebodys(name: &str) -> bool {
    name.split_once(" of the ").is_some_and(|(_, owner)| owner.starts_with(char::is_uppercase))
}

/// What the head word of a name says.
fn by_head(name: &str) -> Kind {
    let words = words(name);
    let of = words.iter().position(|word| word.folded == "of" || word.folded == "for");
    let Some(head) = of.unwrap_or(words.len()).checked_sub(1).and_then(|at| words.get(at)) else {
        return Kind::Concept;
    };
    let head = stem(&head.folded);
    match head {
        "principle" => Kind::Principle,
        _ if POLICIES.contains(&head) => Kind::Policy,
        _ if INITIATIVES.contains(&head) => Kind::Initiative,
        _ => Kind::Concept,
    }
}
