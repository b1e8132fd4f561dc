//! Sentences for people: what a change did, whose a passage is, which verdict a quotation got.

use super::card::one_line;
use super::hyphens::joined;
use crate::library::{Attribution, Library};
use crate::markup::{Format, blocks_of};
use crate::text::{Span, is_word_char, words};
use crate::trace::{Change, Edit, Match, Place, Verdict, negates};

/// More words than this of a changed run are shown by their ends.
const SHOWN_WORDS: usize = 8;
/// The same of a passage.
const PASSAGE_WORDS: usize = 40;
/// Bytes behind a passage by which it is told whether its sentence goes on.
const BESIDE: usize = 12;
/// Beside graver changes so many of another spelling are named, at most.
const NAMED_SPELLINGS: usize = 3;

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
    let theirs = shown(&joined(library, &library.words(edit.place)));
    match edit.change {
        // A bracket in a word, as in `[n]ever`, does not make it another.
        Change::Negation => negation(&theirs, &ours.replace(['[', ']'], "")),
        Change::Same | Change::Ellipsis | Change::Editorial | Change::CutShort => String::new(),
        // The other has a sign for it: `15 %`, `15 percent`.
        Change::Spelling if ours.is_empty() => format!("{theirs} is written as a sign"),
        Change::Spelling if theirs.is_empty() => format!("a sign is written {ours}"),
        Change::Case | Change::Accents | Change::Spelling => format!("{theirs} is written {ours}"),
        Change::Typing => format!("{theirs} became {ours}, as if mistyped"),
        Change::Number | Change::Name | Change::Replaced | Change::Added | Change::Dropped => replaced(&theirs, &ours),
        Change::Omission => format!("{theirs} was left out without an ellipsis"),
        Change::Swapped if has_the_same_words(&ours, &theirs) => {
            exchanged(edit.quoted.of(text), &library.words(edit.place))
                .unwrap_or_else(|| format!("the words of {theirs} were swapped"))
        }
        Change::Swapped => format!("{} and {} changed places", (&ours).min(&theirs), (&ours).max(&theirs)),
        Change::Moved if !ours.is_empty() => exchanged(edit.quoted.of(text), &library.words(edit.place))
            .unwrap_or_else(|| format!("{theirs} stands in another order")),
        Change::Moved => format!("{theirs} stands elsewhere in the source"),
        Change::Joined => format!("{theirs} is from another passage, {}", place(library, edit.place)),
        Change::Overrun => format!("{ours} is not part of the source"),
    }
}

/// The two words in which two runs of the same words differ, with others between them that do not.
fn exchanged(ours: &str, theirs: &str) -> Option<String> {
    let (ours, all) = (words(ours), words(theirs));
    let differs = |at: &usize| ours[*at].folded != all[*at].folded;
    let places: Vec<usize> = (0..ours.len().min(all.len())).filter(differs).collect();
    let [first, last] = places[..] else { return None };
    let [one, other] = [first, last].map(|at| all[at].span.of(theirs));
    (last > first + 1).then(|| format!("“{one}” and “{other}” changed places"))
}

/// What a source goes on with beyond a cut, in quotation marks, with an ellipsis where its sentence goes on further.
pub fn beyond(library: &Library, place: Place) -> String {
    let end = place.span.end;
    let behind = library.source(place).slice(Span::new(end, end + 1 + BESIDE));
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || (c.is_whitespace() && !behind.trim().is_empty()));
    let ellipsis = match behind.starts_with(char::is_whitespace) {
        true => " …",
        false => "…",
    };
    let shown = shown(&library.words(place));
    match shown.strip_suffix('”').filter(|_| goes_on && !behind.trim_start().starts_with(['.', '!', '?', '\n'])) {
        Some(open) => format!("{open}{ellipsis}”"),
        None => shown,
    }
}

/// Whether a cut is one of the quotation's end, not of its beginning.
pub fn cuts_the_end(text: &str, cut: &Edit) -> bool {
    text[..cut.quoted.start].contains(is_word_char)
}

/// What was cut off a quotation, from the source's side: `the source goes on “unless they agree”`.
pub fn cuts(library: &Library, text: &str, cuts: &[&Edit]) -> String {
    let cut = |cut: &&Edit| match cuts_the_end(text, cut) {
        true => format!("the source goes on {}", beyond(library, cut.place)),
        false => {
            format!("in the source the negation {} stands before it", shown(&library.words(cut.place)))
        }
    };
    cuts.iter().map(cut).collect::<Vec<_>>().join("; ")
}

/// The alterations that are worth a word: beside graver ones, spelling is not.
pub fn told(found: &Match) -> impl Iterator<Item = &Edit> {
    let slight = found.alterations().all(|edit| edit.change.is_slight());
    found.alterations().filter(move |edit| slight || !edit.change.is_slight())
}

/// A match's alterations in one sentence, those that are worth a word first. Of what is only spelt otherwise beside them not
/// everything is named, and no capitals, which follow from the sentence.
pub fn changes(library: &Library, text: &str, found: &Match) -> String {
    let mut all: Vec<String> = told(found).map(|edit| change(library, text, edit)).collect();
    let is_other = |edit: &&Edit| edit.change != Change::Case && told(found).all(|told| told != *edit);
    let others: Vec<&Edit> = found.alterations().filter(is_other).collect();
    all.extend(others.iter().take(NAMED_SPELLINGS).map(|edit| change(library, text, edit)));
    all.dedup_by_key(|told| told.to_lowercase());
    match others.len().saturating_sub(NAMED_SPELLINGS) {
        0 => {}
        1 => all.push("1 more is spelt otherwise".into()),
        more => all.push(format!("{more} more are spelt otherwise")),
    }
    all.join("; ")
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

/// The words of a place in quotation marks; of a long passage its first and last ones.
pub fn passage(library: &Library, place: Place) -> String {
    let text = one_line(&library.words(place));
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        n if n > PASSAGE_WORDS => format!("“{} … {}”", words[..20].join(" "), words[n - 10..].join(" ")),
        _ => format!("“{}”", words.join(" ")),
    }
}

/// The words of a place on one line, without the markup of its source.
pub fn plain(library: &Library, place: Place) -> String {
    let words = library.words(place);
    match library.source(place).format {
        Format::Plain => one_line(&words),
        Format::Markdown => {
            let blocks = blocks_of(&words, Format::Markdown);
            one_line(&blocks.iter().map(|block| block.prose.text.as_str()).collect::<Vec<_>>().join(" "))
        }
    }
}

/// What became of a negation; the runs are in quotation marks.
fn negation(theirs: &str, ours: &str) -> String {
    let negative = |shown: &str| words(shown).iter().any(|word| negates(&word.folded));
    let alone = |shown: &str| words(shown).len() == 1;
    match (theirs.is_empty(), ours.is_empty()) {
        (false, true) if alone(theirs) => format!("the negation {theirs} was dropped"),
        (true, false) if alone(ours) => format!("the negation {ours} was added"),
        (false, true) => format!("{theirs} was dropped, and a negation with it"),
        (true, false) => format!("{ours} was added, and a negation with it"),
        _ if negative(ours) && !negative(theirs) => format!("{theirs} became {ours}, which adds a negation"),
        _ if negative(theirs) && !negative(ours) => format!("{theirs} became {ours}, which drops a negation"),
        _ => format!("{theirs} became {ours}, which turns the meaning"),
    }
}

/// Words with their first letter large.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether both runs have the same words.
fn has_the_same_words(ours: &str, theirs: &str) -> bool {
    let [ours, theirs] = [ours, theirs].map(|text| {
        let mut all: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
        all.sort_unstable();
        all
    });
    ours == theirs
}

fn replaced(theirs: &str, ours: &str) -> String {
    match (theirs.is_empty(), ours.is_empty()) {
        (false, true) => format!("{theirs} was dropped"),
        (true, false) => format!("{ours} was added"),
        _ => format!("{theirs} became {ours}"),
    }
}

/// The words in quotation marks; of a long run its first and last ones; nothing for nothing.
pub fn shown(text: &str) -> String {
    let text = one_line(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0 => String::new(),
        n if n > SHOWN_WORDS => format!("“{} … {}”", words[..4].join(" "), words[n - 3..].join(" ")),
        _ => format!("“{}”", words.join(" ")),
    }
}
