//! Occasions that only their names tell apart: `the Conference of Oslo` for `the Conference of Varn`, `his farewell address` for
//! `his inaugural address`.
//!
//! One occasion may be called by its place and by its host. So both names must have the same form, each may be a place's, and
//! the source may not know the writer's.

use crate::attribution::names;
use crate::features::View;
use crate::features::claims::Stated;
use crate::text::{Span, Word, words};

/// What stands at the beginning of something, and at its end.
const FIRST: [&str; 3] = ["inaugural", "maiden", "opening"];
const LAST: [&str; 3] = ["farewell", "valedictory", "closing"];
/// Between an occasion and its place.
const OF: [&str; 3] = ["of", "in", "at"];

/// The writer's name of an occasion, and the source's, if they are not of one.
pub(super) fn named_otherwise(view: View, theirs_stated: &Stated, ours: &str, theirs: &str) -> Option<(Span, String)> {
    let (our_words, their_words) = (words(ours), words(theirs));
    let (our_noun, their_noun) = (noun(&our_words)?, noun(&their_words)?);
    if our_words[our_noun].folded != their_words[their_noun].folded {
        return None;
    }
    if let (Some(our), Some(their)) = (end(&our_words, our_noun), end(&their_words, their_noun)) {
        let is_other = FIRST.contains(&our.folded.as_str()) != FIRST.contains(&their.folded.as_str());
        return is_other.then(|| (our.span, their.span.of(theirs).to_string()));
    }
    let (our, is_before) = place(ours, &our_words, our_noun)?;
    let (their, is_also_before) = place(theirs, &their_words, their_noun)?;
    let alike = names::may_be_one(std::slice::from_ref(&our.folded), std::slice::from_ref(&their.folded));
    let near = view.library.source(theirs_stated.place).near(theirs_stated.place.span);
    let knows_ours = || names::is_named_in(&near.text, std::slice::from_ref(&our.folded));
    let are_proper = || [our, their].iter().all(|place| is_proper(view.text, place) && is_proper(&near.text, place));
    let is_other = is_before == is_also_before && !alike && are_proper() && !knows_ours();
    is_other.then(|| (our.span, their.span.of(theirs).to_string()))
}

/// Whether a text writes a word with a capital everywhere.
fn is_proper(text: &str, place: &Word) -> bool {
    !words(text).iter().any(|word| word.folded == place.folded && word.span.of(text).starts_with(char::is_lowercase))
}

/// The one noun for an occasion.
fn noun(all: &[Word]) -> Option<usize> {
    let mut found = (0..all.len()).filter(|&at| names::is_event(&all[at].folded));
    let noun = found.next()?;
    found.next().is_none().then_some(noun)
}

/// What says that it stands at the beginning or at the end of something.
fn end(all: &[Word], noun: usize) -> Option<&Word> {
    let before = &all[noun.checked_sub(1)?];
    (FIRST.contains(&before.folded.as_str()) || LAST.contains(&before.folded.as_str())).then_some(before)
}

/// The one word that may be its place, and whether it stands before the noun.
fn place<'a>(event: &str, all: &'a [Word], noun: usize) -> Option<(&'a Word, bool)> {
    let is_capital = |at: usize| all.get(at).is_some_and(|word| word.span.of(event).starts_with(char::is_uppercase));
    let is_place = |at: usize| is_capital(at) && names::may_be_place(all[at].span.of(event));
    let is_behind = all.get(noun + 1).is_some_and(|of| OF.contains(&of.folded.as_str()));
    let behind = (is_behind && is_place(noun + 2) && !is_capital(noun + 3)).then(|| (&all[noun + 2], false));
    let is_named = noun > 0 && is_capital(noun - 1);
    let is_single =
        is_named && is_place(noun - 1) && (noun < 2 || !is_capital(noun - 2) || all[noun - 2].folded == "the");
    match (is_named, is_behind) {
        (false, true) => behind,
        (true, false) if is_single => Some((&all[noun - 1], true)),
        _ => None,
    }
}
