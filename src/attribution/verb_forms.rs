//! The forms of English verbs, from their base.

/// The past, which is the participle too.
pub(super) fn past(verb: &str) -> String {
    match verb.as_bytes() {
        _ if ["stand"].contains(&verb) => "stood".into(),
        _ if verb == "go" => "went".into(),
        [.., b'e'] => format!("{verb}d"),
        [.., b'a' | b'e' | b'o' | b'u', b'y'] => format!("{verb}ed"),
        [.., b'y'] => format!("{}ied", &verb[..verb.len() - 1]),
        _ if doubles(verb) => format!("{verb}{}ed", &verb[verb.len() - 1..]),
        _ => format!("{verb}ed"),
    }
}

/// The third person.
pub(super) fn third(verb: &str) -> String {
    match verb.as_bytes() {
        [.., b'a' | b'e' | b'o' | b'u', b'y'] => format!("{verb}s"),
        [.., b'y'] => format!("{}ies", &verb[..verb.len() - 1]),
        [.., b's' | b'x' | b'o'] | [.., b's' | b'c', b'h'] => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

/// The participle in `-ing`.
pub(super) fn ing(verb: &str) -> String {
    match verb.as_bytes() {
        [.., b'e', b'e'] => format!("{verb}ing"),
        [.., b'e'] => format!("{}ing", &verb[..verb.len() - 1]),
        _ if doubles(verb) => format!("{verb}{}ing", &verb[verb.len() - 1..]),
        _ => format!("{verb}ing"),
    }
}

/// Whether the last consonant of a verb is doubled before an ending.
fn doubles(verb: &str) -> bool {
    [
        "admit", "submit", "beg", "dub", "brand", "quip", "snap", "slam", "plan", "nod", "shrug", "sob", "grin",
        "begin", "put", "purr", "chat", "deadpan",
    ]
    .contains(&verb)
        && verb != "brand"
        && verb != "purr"
}
