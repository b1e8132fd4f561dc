//! Enumerations in running text: “the Five Principles of …: a, b, c, d and e”, held against the parts that the sources list.

use super::compare::{Change, Unlike, compare};
use super::items::{Items, items};
use super::judges::judges;
use super::rewriting::item_by_item;
use super::{Flaw, Own, edit};
use crate::concepts::Term;
use crate::features::fix::Fix;
use crate::features::quotations::Quotations;
use crate::features::{View, wording};
use crate::library::{Definition, Library};
use crate::settings::Check;
use crate::text::{Span, folded_words, words};
use crate::trace::Place;

/// What may join the last item to the others; the second only where a source has it so.
const JOINTS: [&str; 2] = ["and", "or"];
/// Before a name these say that some of what it counts are meant.
const SOME: [&str; 9] = ["first", "last", "other", "remaining", "next", "final", "following", "some", "most"];
/// Before “of” these say so too.
const SOME_OF: [&str; 32] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "some", "most", "many", "several", "few",
    "any", "each", "none", "part", "parts", "half", "number", "majority", "example", "examples", "more", "all", "both",
    "either", "neither", "first", "last", "latter",
];

/// An enumeration that fits no source.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// The term that it follows or precedes.
    term: Term,
    /// From its first to its last item.
    list: Span,
    unlike: Unlike,
}

/// The enumerations behind the terms of a block that no source has so; all spans are of its prose.
pub(super) fn lists(library: &Library, text: &str, terms: &[Term]) -> Vec<List> {
    let list = |term: &Term| {
        let definitions = &library.concepts[term.concept].definitions;
        if definitions.iter().all(|definition| definition.parts.len() < 2) {
            return None;
        }
        let items = items(text, term.span.end, || joints_of(library, term.concept))?;
        let judges = judges(library, text, term, items.all.first()?.span.start, means_all(text, term.span.start));
        List::unlike(library, text, term, &items, &judges)
    };
    terms.iter().filter_map(list).collect()
}

impl List {
    /// The list with these items, which are said to be the parts of what a term means, if it fits none of the `judges`.
    pub(super) fn unlike(library: &Library, text: &str, term: &Term, items: &Items, judges: &[usize]) -> Option<List> {
        let list = items.all.first()?.span.join(items.all.last()?.span);
        let unlike = compare(library, term.concept, text, items, judges, true)?;
        Some(List { term: *term, list, unlike })
    }

    /// Whether a part that the list is said to miss stands in its sentence all the same.
    pub(super) fn misses_what_is_in(&self, sentence: &str) -> bool {
        let missing = self.unlike.changes.iter().filter_map(|change| match change {
            Change::Missing(part) => Some(folded_words(part)),
            _ => None,
        });
        let all = folded_words(sentence);
        missing.into_iter().any(|part| !part.is_empty() && all.windows(part.len()).any(|run| run == part))
    }
}

/// What may join the last part of a concept to the others.
pub(super) fn joints_of(library: &Library, concept: usize) -> &'static [&'static str] {
    let is_or = library.concepts[concept].definitions.iter().any(|one| is_joined_by_or(library, one));
    if is_or { &JOINTS[..] } else { &JOINTS[..1] }
}

/// Whether “or” stands before the last part that a definition lists.
fn is_joined_by_or(library: &Library, definition: &Definition) -> bool {
    let Some([before, last]) = definition.parts.last_chunk() else { return false };
    let between = Span::new(before.span.end.min(last.span.start), last.span.start);
    words(&library.words(Place { source: last.source, span: between })).iter().any(|word| word.folded == "or")
}

/// Whether a name that begins at a byte of a text speaks of all that it counts.
pub(super) fn means_all(text: &str, start: usize) -> bool {
    let clause = text[..start].rfind(['.', ';', '!', '?', ':']).map_or(0, |end| end + 1);
    let words = words(&text[clause..start]);
    let mut before = words.iter().rev().map(|word| word.folded.as_str());
    let determines =
        |word: &str| ["the", "these", "those", "its", "their", "our"].contains(&word) || word.ends_with("'s");
    let first = before.find(|word| !determines(word));
    match first {
        Some("of") => before.next().is_none_or(|word| !SOME_OF.contains(&word) && word.parse::<u32>().is_err()),
        Some(word) => !SOME.contains(&word),
        None => true,
    }
}

pub(super) fn flaws(view: View, quotations: &Quotations, own: &Own) -> Vec<Flaw> {
    let blocks = quotations.terms.blocks.iter().enumerate();
    let all = blocks.flat_map(|(block, found)| found.lists.iter().map(move |list| (block, list)));
    all.filter_map(|(block, list)| flaw(view, own, block, list)).collect()
}

fn flaw(view: View, own: &Own, block: usize, found: &List) -> Option<Flaw> {
    own.span(block, found.term.span)?;
    let whole = own.span(block, found.list)?;
    let text = &view.page.blocks[block].prose.text;
    let spans = found.unlike.changes.iter().filter_map(|change| match change {
        Change::Added(span) | Change::Altered(span, _) => own.span(block, *span),
        Change::Missing(_) => None,
    });
    let mut parts: Vec<Span> = spans.collect();
    if parts.is_empty() {
        parts.push(whole);
    }
    parts.sort_unstable();
    let message = message(view, text, &found.unlike);
    let edits = replaced(view, block, text, found).or_else(|| rebuilt(view, block, text, found));
    let edits = edits.or_else(|| item_by_item(view, block, text, &found.unlike));
    let place = found.unlike.place;
    let title = format!("List the parts as {} does", wording::place(view.library, place));
    let fix = edits.map(|edits| Fix { title, edits, mends: true });
    Some(Flaw { check: Check::Enumeration, parts, message, sources: vec![place], fix })
}

/// What differs, in a sentence.
pub(super) fn message(view: View, text: &str, unlike: &Unlike) -> String {
    let shown = |words: &str| wording::shown(words);
    let changes = unlike.changes.iter().map(|change| match change {
        Change::Missing(part) => format!("{} is missing", shown(part)),
        Change::Added(span) => format!("{} is not among them", shown(span.of(text))),
        Change::Altered(span, part) => format!("{} stands for {}", shown(span.of(text)), shown(part)),
    });
    let changes: Vec<String> = changes.collect();
    format!("{}, lists other parts: {}", wording::place(view.library, unlike.place), changes.join("; "))
}

/// Where parts are only worded otherwise, each is replaced by itself.
fn replaced(view: View, block: usize, text: &str, found: &List) -> Option<Vec<(Span, String)>> {
    let changes = found.unlike.changes.iter().map(|change| match change {
        Change::Altered(span, part) => edit(view, block, *span, cased(part, span.of(text))),
        Change::Missing(_) | Change::Added(_) => None,
    });
    changes.collect()
}

/// The whole list anew, where nothing else stands between its items.
fn rebuilt(view: View, block: usize, text: &str, found: &List) -> Option<Vec<(Span, String)>> {
    let right = &found.unlike.right;
    let added = found.unlike.changes.iter().filter_map(|change| match change {
        Change::Added(span) => Some(*span),
        _ => None,
    });
    let mut spans: Vec<Span> = right.iter().filter_map(|(span, _)| *span).chain(added).collect();
    spans.sort_unstable();
    let list = spans.first()?.join(*spans.last()?);
    let between: Vec<&str> = spans.windows(2).map(|pair| &text[pair[0].end..pair[1].start]).collect();
    let separates = |between: &&str| {
        let words = words(between);
        words.is_empty() || (words.len() == 1 && JOINTS.contains(&words[0].folded.as_str()))
    };
    if !between.iter().all(separates) || between.iter().any(|between| between.contains(['\n', '(', ')', '”', '"'])) {
        return None;
    }
    let items: Vec<String> = right
        .iter()
        .enumerate()
        .filter_map(|(i, (span, theirs))| match (span, theirs) {
            (Some(span), Some(theirs)) => Some(cased(theirs, span.of(text))),
            (None, Some(theirs)) if i == 0 => Some(cased(theirs, list.of(text))),
            (_, Some(theirs)) => Some(cased(theirs, "a")),
            // The first item of a sentence that is one no more.
            (Some(span), None) if i == 1 && right[0].0.is_none() => Some(inside(view, found, span.of(text))),
            (span, None) => span.map(|span| span.of(text).to_string()),
        })
        .collect();
    let clear = between.iter().any(|between| between.contains(';')) || items.iter().any(|item| item.contains(','));
    let sign = if clear { ";" } else { "," };
    let serial =
        between.last().is_some_and(|last| last.contains([',', ';'])) || items.iter().any(|item| item.contains(" and "));
    let (last, rest) = items.split_last()?;
    let joint = between.last().and_then(|last| {
        let word = words(last).first().map(|word| word.span.of(last));
        word.or_else(|| last.contains('&').then_some("and"))
    });
    let joined = rest.join(&format!("{sign} "));
    let new = match (rest.len(), joint) {
        (0, _) => last.clone(),
        (_, None) => format!("{joined}{sign} {last}"),
        (1, Some(joint)) if !serial => format!("{joined} {joint} {last}"),
        (_, Some(joint)) => format!("{joined}{} {joint} {last}", if serial { sign } else { "" }),
    };
    Some(vec![edit(view, block, list, new)?])
}

/// An item as it is written inside a sentence: with a capital only where the source's part has it.
fn inside(view: View, found: &List, item: &str) -> String {
    let all = view.library.concepts[found.term.concept].definitions.iter();
    let parts = all.filter(|one| one.place == found.unlike.place).flat_map(|one| &one.parts);
    let folded = folded_words(item);
    let same = parts.map(|&part| view.library.words(part)).find(|part| folded_words(part) == folded);
    let same = same.filter(|part| part.starts_with(char::is_lowercase));
    same.map_or_else(|| item.to_string(), |part| part.to_string())
}

/// A part with its first letter as large as that of what it takes the place of, where that is a matter of place.
pub(super) fn cased(part: &str, written: &str) -> String {
    let mut letters = part.chars();
    let (Some(first), second) = (letters.next(), part.chars().nth(1)) else { return part.to_string() };
    let is_abbreviation = second.is_some_and(char::is_uppercase);
    if written.starts_with(char::is_uppercase) {
        wording::capitalised(part)
    } else if first.is_uppercase() && !is_abbreviation && written != "a" {
        first.to_lowercase().chain(letters).collect()
    } else {
        part.to_string()
    }
}
