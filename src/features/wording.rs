//! Sentences for people: what a change did, whose a passage is, which verdict a quotation got.

use crate::library::{Attribution, Library};
use crate::trace::{Change, Edit, Match, Place, Verdict};

/// More words than this of a changed run are shown by their ends.
const SHOWN_WORDS: usize = 8;

/// A verdict in a word or two.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verbatim => "Verbatim",
        Verdict::Altered => "Altered",
        Verdict::OtherTranslation => "Another translation",
        Verdict::NotFound => "Not found in the corpus",
    }
}

/// What an edit did, from the source's side: `“not” was dropped`.
pub fn change(library: &Library, text: &str, edit: &Edit) -> String {
    let ours = shown(edit.quoted.of(text));
    let theirs = shown(library.words(edit.place));
    match edit.change {
        Change::Negation => format!("{}, which turns the meaning", replaced(&theirs, &ours)),
        Change::Same | Change::Ellipsis | Change::Editorial => String::new(),
        Change::Case => format!("the capitals of {theirs} were changed"),
        Change::Accents => format!("the accents of {theirs} were changed"),
        Change::Spelling => format!("{theirs} is spelt {ours}"),
        Change::Typing => format!("{theirs} became {ours}, perhaps in typing"),
        Change::Number | Change::Replaced | Change::Added | Change::Dropped => replaced(&theirs, &ours),
        Change::Omission => format!("{theirs} was left out without an ellipsis"),
        Change::Swapped => format!("the words of {theirs} were swapped"),
        Change::Moved => format!("{theirs} stands elsewhere in the source"),
        Change::Joined => format!("another passage, {theirs}, was run together with it"),
        Change::Overrun => format!("{ours} is not part of the source"),
    }
}

/// All alterations of a match in one sentence.
pub fn changes(library: &Library, text: &str, found: &Match) -> String {
    found.alterations().map(|edit| change(library, text, edit)).collect::<Vec<_>>().join("; ")
}

/// Who, when and where, as the source says it.
pub fn attribution(attribution: &Attribution) -> String {
    attribution.parts().collect::<Vec<_>>().join(" · ")
}

/// The title of a place's source, and the line.
pub fn place(library: &Library, place: Place) -> String {
    let source = library.source(place);
    format!("{}, line {}", source.name(), source.lines().line_of(place.span.start) + 1)
}

fn replaced(theirs: &str, ours: &str) -> String {
    match (theirs.is_empty(), ours.is_empty()) {
        (false, true) => format!("{theirs} was dropped"),
        (true, false) => format!("{ours} was added"),
        _ => format!("{theirs} became {ours}"),
    }
}

/// The words in quotation marks; of a long run its first and last ones; nothing for nothing.
fn shown(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0 => String::new(),
        n if n > SHOWN_WORDS => format!("“{} … {}”", words[..4].join(" "), words[n - 3..].join(" ")),
        _ => format!("“{}”", words.join(" ")),
    }
}
