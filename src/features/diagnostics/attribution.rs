//! A quotation that the writer gives to somebody else than its source does, or to another year or occasion: `attribution`.
//!
//! Nothing is said unless both sides are certain: each names a person in its own clause, every source of the words agrees,
//! the names share no word (nor a similar one), and neither clause mentions the other's person. For the year and the occasion
//! it may also be a body or a document, by the same name. Of a source whose author or date is known from `corpus.toml` alone,
//! see [`authorship`](super::authorship).

use super::authorship::{is_known, is_only_the_authors, knows_both_years};
use super::dating::{dated_document, dates_the_saying};
use super::framed::is_told_by_another;
use super::occasions::named_otherwise;
use super::renaming::instead;
use super::two_speakers::two_speakers;
use super::{Finding, Subject};
use crate::annotation::Kind;
use crate::attribution::{Attribution, names};
use crate::concepts::Term;
use crate::features::claims::{Said, Stated, names_person};
use crate::features::quotations::{Quotations, Quoted};
use crate::features::{View, wording};
use crate::settings::{Check, Settings};
use crate::text::{Number, Span, Word, number, number_of, words, years};
use crate::trace::Place;

/// A claim that the source contradicts.
pub(in crate::features) struct Contradiction {
    /// The writer's words, in bytes of the page.
    pub span: Span,
    /// What the source has in their place.
    pub theirs: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where the source says it, or else the words themselves.
    pub source: Place,
}

/// Reports what the source contradicts.
pub(super) fn check(view: View, quotations: &Quotations, quoted: &Quoted, settings: &Settings) -> Vec<Finding> {
    let finding = |one: Contradiction| Finding {
        sources: vec![one.source],
        ..Finding::new(Check::Attribution, settings, Subject::Quotation(quoted.number), one.span, one.message)
    };
    contradictions(view, quotations, quoted).into_iter().map(finding).collect()
}

/// What the source of a quotation contradicts in the writer's claim: the speaker, the year, the occasion.
pub(in crate::features) fn contradictions(view: View, quotations: &Quotations, quoted: &Quoted) -> Vec<Contradiction> {
    // Of words of two speakers neither said the whole.
    let Some(claim) = quotations.claims.get(quoted.number).filter(|_| two_speakers(view, quoted).is_none()) else {
        return Vec::new();
    };
    let Some(said) = quoted.found.said(view.library) else { return Vec::new() };
    let whole = quoted.span(view);
    if claim.mention.is_some_and(|mention| is_told_by_another(view.text, mention, whole)) {
        return Vec::new();
    }
    let others = || year(view, quoted, said, &claim).into_iter().chain(occasion(view, said, &claim));
    match said.is_of(&claim) {
        Some(true) => return others().collect(),
        Some(false) => {}
        None => return Vec::new(),
    }
    let Some(person) = claim.speaker.as_ref().and_then(|named| names::of_person(&named.text)) else {
        return Vec::new();
    };
    if said.is_author && !is_only_the_authors(view, quoted, said, &person) {
        return Vec::new();
    }
    // What else is wrong is told at once.
    speaker(view, said, &claim, &person).map_or(Vec::new(), |one| std::iter::once(one).chain(others()).collect())
}

fn speaker(view: View, said: &Said, claim: &Attribution, person: &[String]) -> Option<Contradiction> {
    let span = claim.mention?;
    let theirs = &said.speaker;
    let clause = claim.evidence?.of(view.text);
    let ours = claim.speaker.as_ref().map_or("", |named| named.text.as_str());
    // The given name that two men share names neither.
    let shared = usize::from(names::are_namesakes(person, &said.person));
    let both = names_person(clause, &said.person[shared..])
        || said.evidence.iter().any(|other| names_person(other, &person[shared..]));
    let is_somebody = person.len() > 1 || is_known(view, person);
    if both || is_one_concept(view, ours, &theirs.text) || !is_somebody {
        return None;
    }
    let date = said.date.as_ref().filter(|date| date.place == theirs.place);
    let who = date.map_or(theirs.text.clone(), |date| format!("{}, {}", theirs.text, date.text));
    let says = if said.is_author { "is by" } else { "gives these words to" };
    Some(Contradiction::new(view, span, theirs, instead(view, span, said), &format!("{says} {who}")))
}

impl Contradiction {
    /// What a source `says`, at a span that should be `theirs`.
    fn new(view: View, span: Span, stated: &Stated, theirs: String, says: &str) -> Self {
        let message = format!("{}, {says}", wording::place(view.library, stated.place));
        Contradiction { span, theirs, message, source: stated.evidence.unwrap_or(stated.place) }
    }
}

/// Whether the corpus knows both names as one concept's.
pub(super) fn is_one_concept(view: View, one: &str, other: &str) -> bool {
    let whole = |name: &str| view.library.recogniser().whole(name);
    whole(one).is_some() && whole(one) == whole(other)
}

fn year(view: View, quoted: &Quoted, said: &Said, claim: &Attribution) -> Option<Contradiction> {
    let date = claim.date.as_ref()?;
    let theirs = said.date.as_ref()?;
    let clause = claim.evidence?;
    if !clause.covers(date.span) {
        return None;
    }
    let ours = single_year(clause.of(view.text)).filter(|&year| years(&date.text) == Some(year..=year))?;
    let other = years(&theirs.text).filter(|years| years.start() == years.end()).map(|years| *years.start())?;
    // A source's clause with several years may mean another.
    let is_plain = said.evidence.iter().all(|clause| single_year(clause).is_none_or(|year| year == other));
    if ours == other || !is_plain || said.evidence.iter().any(|clause| clause.contains(&ours.to_string())) {
        return None;
    }
    let is_authors = said.is_author && said.evidence.is_empty();
    if is_authors && knows_both_years(view, quoted, said, ours, other) {
        return None;
    }
    let start = date.span.start + date.span.of(view.text).find(&ours.to_string())?;
    let written = Span::new(start, start + 4);
    let local = |span: Span| Span::new(span.start.saturating_sub(clause.start), span.end.saturating_sub(clause.start));
    let name = claim.mention.map_or(Span::default(), local);
    if !dates_the_saying(clause.of(view.text), local(written), name) {
        return None;
    }
    // In `his memoirs of 1984` may stand what he said in 1972; but no letter of 1984 is one of 1972.
    let has = |noun: &String| said.evidence.iter().any(|other| words(other).iter().any(|word| word.folded == *noun));
    if dated_document(clause.of(view.text), local(written), name).is_some_and(|noun| !has(&noun)) {
        return None;
    }
    let says = if is_authors { "is of" } else { "dates these words" };
    let says = format!("{says} {}", theirs.text);
    Some(Contradiction::new(view, written, theirs, other.to_string(), &says))
}

/// The year that a clause names, if it is a single one.
fn single_year(clause: &str) -> Option<u16> {
    let numbers = clause.split(|c: char| !c.is_ascii_alphanumeric()).filter(|number| number.len() == 4);
    let mut years = numbers.filter_map(|number| number.parse().ok()).filter(|year| (1000..2200).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Another event than the source has: one of the same kind that counts otherwise, or one that the corpus knows as another.
fn occasion(view: View, said: &Said, claim: &Attribution) -> Option<Contradiction> {
    let ours = claim.occasion.as_ref()?;
    let stated = said.occasion.as_ref()?;
    let (text, theirs) = (ours.span.of(view.text), stated.text.as_str());
    let (span, theirs_only) = counted_otherwise(text, theirs)
        .or_else(|| another_event(view, said, text, theirs))
        .or_else(|| named_otherwise(view, stated, text, theirs))?;
    let says = format!("has these words said on another occasion: {theirs}");
    Some(Contradiction::new(view, span.shift(ours.span.start), stated, theirs_only, &says))
}

/// The same kind of event, counted otherwise: `the 11th congress` for `the 12th congress`.
fn counted_otherwise(ours: &str, theirs: &str) -> Option<(Span, String)> {
    let (our_count, our_number, our_words) = counted(ours)?;
    let (their_count, their_number, their_words) = counted(theirs)?;
    let shared = our_words.iter().filter(|word| their_words.contains(word)).count();
    let is_same_event = shared >= 2 && (shared == our_words.len() || shared == their_words.len());
    (is_same_event && our_number != their_number).then(|| (our_count, their_count.of(theirs).to_string()))
}

/// Two events that the annotation keeps apart, neither of which is part of the other; and the source's clause knows nothing
/// of the writer's.
fn another_event(view: View, said: &Said, ours: &str, theirs: &str) -> Option<(Span, String)> {
    let events = |text: &str| -> Vec<Term> {
        let terms = view.library.annotated_terms().terms(text).into_iter();
        terms.filter(|term| view.library.concepts[term.concept].kind == Kind::Event).collect()
    };
    let (our_events, their_events) = (events(ours), events(theirs));
    let ([our], [their]) = (&our_events[..], &their_events[..]) else { return None };
    let (a, b) = (our.concept, their.concept);
    let is_other = a != b
        && !view.library.concepts[a].related.contains(&b)
        && !view.library.concepts[b].related.contains(&a)
        && !is_part(view, a, b)
        && !is_part(view, b, a);
    let knows_ours = || said.evidence.iter().any(|clause| events(clause).iter().any(|e| e.concept == our.concept));
    (is_other && !knows_ours()).then(|| (our.span, their.span.of(theirs).to_string()))
}

/// Whether the annotation has a concept below another, at any remove.
fn is_part(view: View, part: usize, whole: usize) -> bool {
    let mut above = view.library.concepts[part].broader.clone();
    let mut at = 0;
    while let Some(&concept) = above.get(at) {
        let more = view.library.concepts[concept].broader.iter().filter(|other| !above.contains(other));
        let more: Vec<usize> = more.copied().collect();
        above.extend(more);
        at += 1;
    }
    above.contains(&whole)
}

/// The one ordinal number of an event's name, where it stands, and the other words but small ones.
fn counted(event: &str) -> Option<(Span, Number, Vec<String>)> {
    let all = words(event);
    let is_ordinal = |word: &Word| number(&word.folded).is_some_and(|number| number.ordinal);
    let last = all.iter().position(is_ordinal)?;
    if all[last + 1..].iter().any(is_ordinal) {
        return None;
    }
    let said = |first: usize| {
        let run: Vec<&str> = all[first..=last].iter().map(|word| word.folded.as_str()).collect();
        number_of(&run)
    };
    let first = (0..=last).find(|&first| number(&all[first].folded).is_some() && said(first).is_some())?;
    let small = ["the", "a", "of", "in", "on", "at", "his", "her", "their", "to", "for"];
    let others = all[..first].iter().chain(&all[last + 1..]).map(|word| word.folded.clone());
    let others = others.filter(|word| !small.contains(&word.as_str())).collect();
    Some((all[first].span.join(all[last].span), said(first)?, others))
}
