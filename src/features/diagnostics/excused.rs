//! What differs from its source and is no misquotation of it all the same: titles, everyday phrases, and words that both have
//! from a third text.

use super::disowned::is_disowned;
use super::is_one_of;
use crate::features::quotations::Quoted;
use crate::features::{View, wording};
use crate::markup::QuotationKind;
use crate::text::{Span, Word, is_everyday, is_word_char, words};
use crate::trace::{Change, Edit, Match};

/// A quotation of more words is no everyday phrase.
const EVERYDAY: usize = 5;
/// Words that titles leave small.
const SMALL: &str =
    "a an the and or nor but of in on at to for from by with as de la le les des du et der die das und von y";
/// Words of a title, at least, that differs from another one.
const FEWEST_OF_A_TITLE: usize = 3;
/// Works that have such titles …
const WORKS: &str = "act agreement article bill charter code constitution convention covenant declaration directive edition handbook \
    law manual pact protocol regulation report resolution specification standard statute treaty version";
/// … in which no sentence is said.
const FINITE: &str =
    "is are was were be been shall will may must can could should would has have had do does did not never no";
/// So many differences, at least, in a quotation of so many words, at most, with nothing longer in common than so many words,
/// are those of another text.
const MANY_CHANGES: usize = 5;
const SHORT: usize = 25;
const LONGEST_IN_COMMON: usize = 4;
/// The speaker as the speaker says it, and as others do.
const FIRST: &str = "i we my our me us mine ours myself";
const THIRD: &str = "he she they his her their him them hers theirs himself herself";

/// Whether the differences of a quotation from the place where it was found are not for a writer to mend.
pub(super) fn is_excused(view: View, quoted: &Quoted, found: &Match) -> bool {
    let text = &quoted.found.text;
    // What turns the meaning, and figures and names, are told wherever the words are the source's.
    let is_exact = |edit: &Edit| matches!(edit.change, Change::Number | Change::Name);
    let is_grave = |edit: &Edit| edit.change == Change::Negation || is_exact(edit);
    let is_turned = found.alterations().any(is_grave);
    is_disowned(view.text, quoted.span(view), is_turned)
        || is_reported(view, text, found)
        || is_quoted_in_part(view, text, found)
        || (is_everyday_phrase(view, quoted) && !found.alterations().any(is_exact))
        || is_title(text, found)
        || (!is_block(view, quoted) && is_other_title(text, found))
        || (!is_turned && is_retold(text, found))
}

/// Whether it has capitals as titles have them, and nothing else that the source has not.
fn is_title(text: &str, found: &Match) -> bool {
    let is_large = |word: Span| word.of(text).starts_with(|c: char| !c.is_lowercase());
    found.alterations().all(|edit| edit.change == Change::Case)
        && words(text).iter().all(|word| is_large(word.span) || is_one_of(SMALL, &word.folded))
}

/// Whether it is the title of another work of the same kind, with another name, number or end: `Records Act 2007`.
fn is_other_title(text: &str, found: &Match) -> bool {
    let all = words(text);
    let is_large = |word: &Word| {
        let mut letters = word.span.of(text).chars();
        let first = letters.next();
        first.is_some_and(|c| c.is_ascii_digit())
            || (first.is_some_and(char::is_uppercase) && !letters.all(char::is_uppercase))
    };
    let fits = |edit: &Edit| {
        use Change::{Added, Case, Dropped, Name, Number, Overrun, Replaced};
        matches!(edit.change, Case | Name | Number | Replaced | Overrun | Added | Dropped)
    };
    all.len() >= FEWEST_OF_A_TITLE
        && found.alterations().all(fits)
        && all.iter().any(|word| is_one_of(WORKS, &word.folded))
        && all.iter().all(|word| is_large(word) || is_one_of(SMALL, &word.folded))
        && !all.iter().any(|word| is_one_of(FINITE, &word.folded))
}

fn is_block(view: View, quoted: &Quoted) -> bool {
    view.page.quotations[quoted.number].kind == QuotationKind::Block
}

/// Whether it is a phrase that anybody says.
fn is_everyday_phrase(view: View, quoted: &Quoted) -> bool {
    let all = words(&quoted.found.text);
    !is_block(view, quoted) && all.len() <= EVERYDAY && all.iter().all(|word| is_everyday(&word.folded))
}

/// Whether it has many small differences and nothing longer in common: both quote a third text, or tell it in their own words.
fn is_retold(text: &str, found: &Match) -> bool {
    let same = found.edits.iter().filter(|edit| edit.change == Change::Same);
    let longest = same.map(|edit| words(edit.quoted.of(text)).len()).max().unwrap_or_default();
    let is_other = |edit: &&Edit| !edit.change.is_slight() && edit.change != Change::Typing;
    found.alterations().filter(is_other).count() >= MANY_CHANGES
        && words(text).len() <= SHORT
        && longest <= LONGEST_IN_COMMON
}

/// Whether it only goes on where the source, which quotes it, too, ends its own quotation.
fn is_quoted_in_part(view: View, text: &str, found: &Match) -> bool {
    let is_beyond = |edit: &Edit| matches!(edit.change, Change::Overrun | Change::Added);
    let mut same = found.edits.iter().filter(|edit| edit.change == Change::Same);
    let (Some(first), Some(last)) =
        (same.next(), same.next_back().or(found.edits.iter().find(|e| e.change == Change::Same)))
    else {
        return false;
    };
    let is_outside = |edit: &Edit| edit.quoted.end <= first.quoted.start || edit.quoted.start >= last.quoted.end;
    if !wording::told(found).all(|edit| is_beyond(edit) && is_outside(edit)) {
        return false;
    }
    let source = view.library.source(last.place);
    let near = source.near(first.place.span.join(last.place.span));
    let (before, behind) =
        (&near.text[..near.local(first.place.span).start], &near.text[near.local(last.place.span).end..]);
    let gap = &behind[..behind.find(is_word_char).unwrap_or(behind.len())];
    let lead = before.trim_end_matches(['“', '"', '«', '„', ' ', '\u{a0}']);
    // `authority “condemns …”`: a part that is built into a sentence, or one with its reference.
    let is_built_in = lead.len() < before.len()
        && before[lead.len()..].contains(['“', '"', '«', '„'])
        && lead.ends_with(is_word_char)
        && first.quoted.of(text).starts_with(char::is_lowercase);
    let closes = gap.find(['”', '"', '»', '“']).map(|at| &gap[at..]);
    gap.contains('…')
        || gap.replace([' ', '\u{a0}'], "").contains("...")
        || closes.is_some_and(|closes| is_built_in || closes.contains(['[', '(']))
}

/// Whether the source tells in its own words, around parts that it quotes, what the draft has as its speaker said it: the
/// differences stand outside the source's marks.
fn is_reported(view: View, text: &str, found: &Match) -> bool {
    let extent = found.extent();
    let near = view.library.source(extent).near(extent.span);
    let start = near.text[..near.local(extent.span).start].rfind("\n\n").unwrap_or_default();
    let is_outside = |edit: &Edit| {
        let place = near.local(edit.place.span);
        edit.place.source == extent.source && near.text.get(start..place.start).is_some_and(|before| !is_open(before))
    };
    let turns = |edit: &Edit| {
        let has = |words: &[crate::text::Word], list| words.iter().any(|word| is_one_of(list, &word.folded));
        has(&words(edit.quoted.of(text)), FIRST) && has(&words(&view.library.words(edit.place)), THIRD)
    };
    near.covers(extent.span)
        && near.of(extent.span).contains(['"', '“', '«'])
        && wording::told(found).all(is_outside)
        && wording::told(found).any(turns)
}

/// Whether a quotation mark is open at the end of some text.
fn is_open(text: &str) -> bool {
    let mut depth = false;
    for c in text.chars() {
        match c {
            '“' | '«' | '„' => depth = true,
            '”' | '»' => depth = false,
            '"' => depth = !depth,
            _ => {}
        }
    }
    depth
}
