//! A quotation that stops before what limits it in the source, or begins behind what negates or denies it: `cut-short`. Where
//! its two halves stand around the negation, it is a `misquotation`.

use super::{Finding, Subject};
use crate::features::quotations::{Quotations, Quoted};
use crate::features::{View, wording};
use crate::settings::{Check, Settings};
use crate::text::{Span, Word, is_word_char, words};
use crate::trace::{Edit, Place, denies};

/// Words before a quotation, and behind it, among which the writer's own negation is looked for.
const WORDS_AROUND: usize = 6;
/// A shorter word, in letters, may follow anywhere.
const SHORTEST_TELLING: usize = 4;
/// So many letters are looked through for them.
const LETTERS_AROUND: usize = 120;

/// Reports the cuts of a quotation that the text around it does not make good.
pub(super) fn check(view: View, quotations: &Quotations, quoted: &Quoted, settings: &Settings) -> Vec<Finding> {
    let all = cuts(view, quotations, quoted).into_iter();
    all.filter_map(|cut| finding(view, quotations, quoted, cut, settings)).collect()
}

/// The cuts of a quotation that the text around it does not make good.
pub fn cuts<'a>(view: View, quotations: &Quotations, quoted: &'a Quoted) -> Vec<&'a Edit> {
    let trace = &quoted.found.trace;
    let all = trace.best().into_iter().flat_map(|best| trace.cuts(best));
    let all = all.filter(|cut| !is_quoted(view, quotations, quoted, cut));
    all.filter(|cut| !is_made_good(view, quoted, cut)).collect()
}

/// Whether the writer's own words around a quotation say what was cut off.
fn is_made_good(view: View, quoted: &Quoted, cut: &Edit) -> bool {
    let whole = quoted.span(view);
    match wording::cuts_the_end(&quoted.found.text, cut) {
        true => goes_on(&view.text[whole.end..], &view.library.words(cut.place)),
        false => negates_nearby(view.text, whole),
    }
}

fn finding(view: View, quotations: &Quotations, quoted: &Quoted, cut: &Edit, settings: &Settings) -> Option<Finding> {
    let prose = quoted.prose(view);
    let (before, behind) = prose.text.split_at(cut.quoted.start);
    let place = wording::place(view.library, cut.place);
    let shown = wording::shown(&view.library.words(cut.place));
    let new = |check, word, message| {
        let span = prose.to_page(word)?;
        let finding = Finding::new(check, settings, Subject::Quotation(quoted.number), span, message);
        Some(Finding { sources: vec![cut.place], ..finding })
    };
    if wording::cuts_the_end(&prose.text, cut) {
        let start = before.trim_end_matches(is_word_char).len();
        let message = format!("Stops where {place} goes on: {}", wording::beyond(view.library, cut.place));
        return new(Check::CutShort, Span::new(start, before.len()), message);
    }
    let len = behind.len() - behind.trim_start_matches(is_word_char).len();
    let word = Span::new(before.len(), before.len() + len);
    if is_between_halves(view, quotations, quoted, cut) {
        let message = format!("Not what {place} says: the negation {shown} between the two halves was dropped");
        let finding = new(Check::Misquotation, word, message)?;
        return Some(Finding { severity: finding.severity.raised(), ..finding });
    }
    new(Check::CutShort, word, format!("Begins behind the negation {shown} of {place}"))
}

/// Whether the next quotation of the paragraph, or the one before, has the first word beyond the cut: the writer only interrupted it.
fn is_quoted(view: View, quotations: &Quotations, quoted: &Quoted, cut: &Edit) -> bool {
    let first = Span::new(cut.place.span.start, cut.place.span.start + 1);
    let has_it = |other: &Quoted| {
        let mut segments = other.found.trace.best().into_iter().flat_map(|best| &best.segments);
        segments.any(|place| place.source == cut.place.source && place.span.covers(first))
    };
    neighbours(view, quotations, quoted).into_iter().flatten().any(has_it)
}

/// Whether the quotation before ends where what was cut off begins: the two halves of one utterance stand around it.
fn is_between_halves(view: View, quotations: &Quotations, quoted: &Quoted, cut: &Edit) -> bool {
    let [last, _] = neighbours(view, quotations, quoted);
    let ends_there = |place: &Place| {
        place.source == cut.place.source && place.span.end <= cut.place.span.start && {
            let near = view.library.source(*place).near(cut.place.span);
            let gap = Span::new(place.span.end, cut.place.span.start);
            near.covers(gap) && !near.of(gap).contains(is_word_char)
        }
    };
    last.is_some_and(|last| last.found.trace.matches.iter().flat_map(|found| &found.segments).any(ends_there))
}

/// The quotations before and behind one in the same paragraph.
fn neighbours<'a>(view: View, quotations: &'a Quotations, quoted: &Quoted) -> [Option<&'a Quoted>; 2] {
    let here = &view.page.quotations[quoted.number];
    let apart = |other: &&Quoted| !view.page.quotations[other.number].span.overlaps(here.span);
    let (before, behind) =
        quotations.all.split_at(quotations.all.partition_point(|other| other.number < quoted.number));
    let ends = |number: usize| {
        let parts = &view.page.quotations[number].parts;
        (parts.first().map(|part| part.0), parts.last().map(|part| part.0))
    };
    let last = before.iter().rev().find(apart).filter(|last| ends(last.number).1 == ends(quoted.number).0);
    let next = behind.iter().find(apart).filter(|next| ends(next.number).0 == ends(quoted.number).1);
    [last, next]
}

/// Whether the writer's sentence goes on with the word that the source goes on with; a little further behind, with another word
/// of the source's besides.
fn goes_on(behind: &str, theirs: &str) -> bool {
    let paragraph = behind.split("\n\n").next().unwrap_or_default();
    let sentence = paragraph.split(['.', '!', '?']).next().unwrap_or_default();
    let (ours, theirs) = (words(sentence), words(theirs));
    let Some((first, others)) = theirs.split_first() else { return false };
    let tells = |word: &Word| word.folded.chars().count() >= SHORTEST_TELLING;
    let has_another = |at: usize| {
        ours[at..].iter().filter(|word| tells(word)).any(|word| others.iter().any(|other| other.folded == word.folded))
    };
    let at = ours.iter().take(WORDS_AROUND).position(|word| word.folded == first.folded);
    at.is_some_and(|at| at == 0 || has_another(at))
}

/// Whether the writer's own sentence negates or denies shortly before or behind the quotation `whole` of a page.
fn negates_nearby(page: &str, whole: Span) -> bool {
    let (before, behind) = (&page[..whole.start], &page[whole.end..]);
    let ends = |text: &str, at: usize| text[at..].starts_with(['.', '!', '?']) || text[at..].starts_with("\n\n");
    let start = before.char_indices().rev().take(LETTERS_AROUND).take_while(|&(at, _)| !ends(before, at)).last();
    let end = behind.char_indices().take(LETTERS_AROUND).take_while(|&(at, _)| !ends(behind, at)).last();
    let sentence = &before[start.map_or(before.len(), |(at, _)| at)..];
    let rest = &behind[..end.map_or(0, |(at, c)| at + c.len_utf8())];
    // A stop inside the marks ends the writer's sentence, too.
    let is_ended = whole
        .of(page)
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?".contains(c))
        .ends_with(['.', '!', '?']);
    let negates = |word: &Word| denies(&word.folded);
    words(sentence).iter().rev().take(WORDS_AROUND).any(negates)
        || (!is_ended && words(rest).iter().take(WORDS_AROUND).any(negates))
}
