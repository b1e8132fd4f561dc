//! Names that the corpus does not use: those that the annotation layer says to avoid, and those that count wrongly.

use super::{Flaw, Own, edit};
use crate::concepts::{Miscount, number_like};
use crate::features::fix::Fix;
use crate::features::quotations::Quotations;
use crate::features::{View, wording};
use crate::library::{Concept, Library};
use crate::markup::BlockKind;
use crate::settings::Check;
use crate::text::{Span, cardinal, count_word, fold, is_unspaced, is_word_char, stem, words};
use crate::trace::Place;

pub(super) fn flaws(view: View, quotations: &Quotations, own: &Own) -> Vec<Flaw> {
    let mut all = Vec::new();
    for (block, found) in quotations.terms.blocks.iter().enumerate() {
        let counts = |span: Span| found.miscounts.iter().any(|miscount| miscount.span.overlaps(span));
        let avoided = found.avoided.iter().filter(|(span, _)| !counts(*span));
        all.extend(avoided.filter_map(|&(span, concept)| avoided_name(view, own, block, span, concept)));
        all.extend(found.miscounts.iter().filter_map(|found| miscounted(view, own, block, found)));
    }
    all
}

/// A form that the annotation layer says not to use. Of what stands between marks the words are not the writer's to change.
fn avoided_name(view: View, own: &Own, block: usize, span: Span, number: usize) -> Option<Flaw> {
    let concept = &view.library.concepts[number];
    let text = &view.page.blocks[block].prose.text;
    let page = own.span(block, span).filter(|_| !is_compounded(text, span))?;
    let written = span.of(text);
    let is_title = view.page.blocks[block].kind == BlockKind::Heading;
    if !is_title && !concept.avoid.iter().any(|form| has_capital(form)) && is_in_longer_name(text, span) {
        return None;
    }
    let message = format!("{} should be avoided: the annotation has “{}”", wording::shown(written), concept.name);
    let name = if own.is_marked(page) { None } else { in_place_of(view.library, concept, written) };
    let fix = name.and_then(|name| {
        let title = format!("Write “{name}”");
        edit(view, block, span, name).map(|edit| Fix { title, edits: vec![edit], mends: true })
    });
    let sources = place(view.library, number).into_iter().collect();
    Some(Flaw { check: Check::Terminology, parts: vec![page], message, sources, fix })
}

fn has_capital(text: &str) -> bool {
    text.contains(char::is_uppercase)
}

/// Whether a hyphen joins a run of a text to a word beside it: then it is a part of another word.
fn is_compounded(text: &str, span: Span) -> bool {
    let is_hyphen = |c: char| matches!(c, '-' | '‐' | '‑');
    let before = text[..span.start].strip_suffix(is_hyphen);
    let behind = text[span.end..].strip_prefix(is_hyphen);
    before.is_some_and(|text| text.ends_with(is_word_char)) || behind.is_some_and(|text| text.starts_with(is_word_char))
}

/// A name with another number than it has in the corpus.
fn miscounted(view: View, own: &Own, block: usize, found: &Miscount) -> Option<Flaw> {
    let text = &view.page.blocks[block].prose.text;
    // A corpus may use both.
    let page = own.span(block, found.span).filter(|_| !view.library.has_whole(found.span.of(text)))?;
    // `in his “Four Pillars of …”`: somebody's title.
    if own.is_marked(page) && is_somebodys(&text[..found.span.start]) {
        return None;
    }
    let right = right_number(&view.library.concepts[found.concept], found.number.of(text), found.right);
    let around = [Span::new(found.span.start, found.number.start), Span::new(found.number.end, found.span.end)];
    let [before, behind] = around.map(|span| span.of(text));
    let name = format!("{before}{right}{behind}");
    let concept = &view.library.concepts[found.concept];
    let at = view.library.first_use(&concept.name).or_else(|| place(view.library, found.concept));
    let shown = at.map(|place| format!(" ({})", wording::place(view.library, place))).unwrap_or_default();
    let message =
        format!("The corpus has no {}: it has “{}”{shown}", wording::shown(found.span.of(text)), concept.name);
    // In Russian the number tells the case of what it counts.
    let is_declined = found.span.of(text).contains(|c: char| matches!(c, '\u{400}'..='\u{4ff}'));
    let fix = edit(view, block, found.number, right).filter(|_| !is_declined).map(|edit| Fix {
        title: format!("Write {}", wording::shown(&name)),
        edits: vec![edit],
        mends: true,
    });
    Some(Flaw { check: Check::Terminology, parts: vec![page], message, sources: at.into_iter().collect(), fix })
}

/// The right number as the wrong one is written; in another language by the word that the name has.
fn right_number(concept: &Concept, written: &str, right: u32) -> String {
    if cardinal(&fold(written)).is_some() || written.contains(['-', ' ']) || written.starts_with(is_unspaced) {
        return number_like(written, right);
    }
    let is_right = |word: &&str| count_word(&fold(word)) == Some(right.into());
    let word = concept.names().find_map(|name| name.split_whitespace().next().filter(is_right));
    match word {
        Some(word) if written.starts_with(char::is_uppercase) => wording::capitalised(word),
        Some(word) => word.to_lowercase(),
        None => right.to_string(),
    }
}

/// Whether a text ends with whose something is, and a quotation mark.
fn is_somebodys(before: &str) -> bool {
    let bare = before.trim_end_matches(['“', '"', '„', '«', '‘', '\'', '*', '_', ' ']);
    let last = words(bare).pop().map_or(String::new(), |word| word.folded);
    bare.len() < before.len() && (["his", "her", "their", "my", "our"].contains(&last.as_str()) || last.ends_with("'s"))
}

/// Whether a form in capitals is a part of a longer name: `the Middle Road School`. A word that begins the text may have its
/// capital for that.
fn is_in_longer_name(text: &str, span: Span) -> bool {
    let is_large = |word: &str| word.starts_with(char::is_uppercase);
    let own = span.of(text);
    if !words(own).iter().all(|word| is_large(word.span.of(own))) {
        return false;
    }
    let follows = || {
        let before = text[..span.start].strip_suffix(' ')?;
        let written = before.rsplit(char::is_whitespace).next()?;
        let last = words(written).pop().filter(|word| word.span.end == written.len())?;
        let rest = &before[..before.len() - (written.len() - last.span.start)];
        Some(is_large(last.span.of(written)) && rest.contains(is_word_char))
    };
    text[span.end..].strip_prefix(' ').is_some_and(is_large) || follows().unwrap_or(false)
}

/// Where the corpus says what a concept is, or else speaks of it first.
fn place(library: &Library, concept: usize) -> Option<Place> {
    let defined = library.concepts[concept].definitions.first().map(|definition| definition.place);
    defined.or_else(|| library.occurrences(concept).places.first().copied())
}

/// The name as it takes the place of a form to avoid: with a capital where that has one, without where the name has one only
/// as the heading of its entry, and in the plural where that is. `None` where the number cannot be told.
fn in_place_of(library: &Library, concept: &Concept, written: &str) -> Option<String> {
    let name = in_number_of(concept, written)?;
    let mut letters = name.chars();
    let first = letters.next()?;
    Some(if written.starts_with(char::is_uppercase) {
        wording::capitalised(&name)
    } else if is_heading(library, concept) {
        first.to_lowercase().chain(letters).collect()
    } else {
        name
    })
}

/// Whether the capital of a name is that of a heading: it has others in no word, and the corpus has it only where a sentence
/// begins.
fn is_heading(library: &Library, concept: &Concept) -> bool {
    let name = concept.name.as_str();
    let others = name.chars().skip(1).any(char::is_uppercase);
    if others || concept.is_entity() || !name.contains(' ') || !name.starts_with(char::is_uppercase) {
        return false;
    }
    let is_capital_of_its_own = |place: Place| {
        let near = library.source(place).near(place.span);
        let local = near.local(place.span);
        let before = near.text[..local.start].trim_end_matches([' ', '\t', '“', '"', '‘', '*', '_', '#']);
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n', '\r', '-']);
        local.of(&near.text).starts_with(char::is_uppercase) && !begins
    };
    !library.uses(name).into_iter().any(is_capital_of_its_own)
}

/// The name in the number of a form to avoid as it is written.
fn in_number_of(concept: &Concept, written: &str) -> Option<String> {
    let last = |text: &str| words(text).pop().map_or(String::new(), |word| word.folded);
    let stems = |text: &str| words(text).iter().map(|word| stem(&word.folded).to_string()).collect::<Vec<_>>();
    let form = concept.avoid.iter().find(|form| stems(form) == stems(written));
    let (written, form) = (last(written), last(form?));
    let name = &concept.name;
    if written == form || (last(name) == written) {
        return Some(name.clone());
    }
    // Of what is a plural already, or an abbreviation, there is no other.
    let is_plain = !last(name).ends_with('s') && name.ends_with(|c: char| c.is_ascii_lowercase());
    let is_plural = written.len() > form.len();
    (is_plain && is_plural).then(|| plural(name))
}

/// The regular plural of English.
pub(super) fn plural(name: &str) -> String {
    let is_vowel = |c: char| "aeiou".contains(c);
    match name.strip_suffix('y') {
        Some(before) if !before.ends_with(is_vowel) => format!("{before}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end)) => format!("{name}es"),
        _ => format!("{name}s"),
    }
}
