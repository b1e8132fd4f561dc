//! What the editor shows on a quotation: the verdict, the difference, the passage in its context, and every other place.

use super::source_line;
use crate::features::View;
use crate::features::card::{Card, CardBlock, Inline};
use crate::features::quotations::Quoted;
use crate::features::unmarked::Passage;
use crate::features::wording;
use crate::library::Library;
use crate::text::Span;
use crate::trace::{Change, Edit, Match, Place, Trace, Verdict};

/// Sentences shown before and after a quoted passage.
const CONTEXT: usize = 2;
/// Passages of one quotation shown, at most: it may be put together from several.
const MOST_PASSAGES: usize = 4;
/// Other places listed, at most.
const MOST_LISTED: usize = 8;

/// Where a quotation comes from, in its context, and what was changed. Of its `cuts` it is said that it is cut short.
pub fn quotation_card(view: View, quoted: &Quoted, cuts: &[&Edit]) -> Option<Card> {
    let mut card = Card::default();
    let trace = &quoted.found.trace;
    let Some(best) = trace.best() else {
        return own_utterance(view, quoted).or_else(|| Some(not_found_card(view, quoted)));
    };
    let label = wording::verdict(best.verdict).to_string();
    let says = wording::changes(view.library, &quoted.found.text, best);
    let cut = wording::cuts(view.library, &quoted.found.text, cuts);
    let says = match (best.verdict == Verdict::Altered, cut.is_empty()) {
        (true, true) => format!(": {says}."),
        (true, false) => format!(": {says}; cut short: {cut}."),
        (false, true) => String::new(),
        (false, false) => format!(", but cut short: {cut}."),
    };
    card.line(vec![Inline::Strong(label), Inline::Plain(says)]);
    if best.verdict == Verdict::Altered {
        card.line(difference(view, quoted, best));
    }
    passage(view, best, &mut card);
    elsewhere(view, trace, best, &mut card);
    for place in view.library.other_places(best) {
        card.line(vec![Inline::Emphasis("the same, in another place or translation".into())]);
        card.blocks.push(CardBlock::Passage(vec![Inline::Plain(view.library.words(place).to_string())]));
        card.line(source_line(view.library, place, None));
    }
    Some(card)
}

/// Where words come from that no marks are around.
pub(super) fn unmarked_card(view: View, passage: &Passage) -> Card {
    let mut card = Card::default();
    let nearly = if passage.found.is_exact { "" } else { ", or nearly so" };
    let says = format!(": these {} stand in the source{nearly}, and no marks say so.", passage.length(view));
    card.line(vec![Inline::Strong("Unmarked".into()), Inline::Plain(says)]);
    in_context(view.library, passage.found.place, vec![passage.found.place.span], &mut card);
    card
}

/// The source's passages in their context, the quoted parts marked, and whose they are.
fn passage(view: View, found: &Match, card: &mut Card) {
    for place in found.places().into_iter().take(MOST_PASSAGES) {
        let quoted = found.segments.iter().filter(|segment| segment.source == place.source);
        let mut segments: Vec<Span> =
            quoted.map(|segment| segment.span).filter(|span| place.span.covers(*span)).collect();
        segments.sort_unstable();
        in_context(view.library, place, segments, card);
    }
}

/// A passage in its context, and whose it is.
pub fn passage_card(library: &Library, place: Place) -> Card {
    let mut card = Card::default();
    in_context(library, place, vec![place.span], &mut card);
    card
}

/// A passage in its context with some of its parts, which are in order, marked, and whose it is.
fn in_context(library: &Library, place: Place, parts: Vec<Span>, card: &mut Card) {
    let text = library.source(place).near(place.span);
    let context = text.around(place.span, CONTEXT);
    let mut line = Vec::new();
    let mut at = context.start;
    for part in parts.into_iter().filter(|part| part.start >= context.start) {
        if part.start >= at {
            line.push(Inline::Plain(text.of(Span::new(at, part.start)).to_string()));
            line.push(Inline::Strong(text.of(part).to_string()));
            at = part.end;
        }
    }
    line.push(Inline::Plain(text.of(Span::new(at, context.end)).to_string()));
    card.blocks.push(CardBlock::Passage(line));
    card.line(source_line(library, place, library.attribution_of(place).as_deref()));
}

/// The quotation with what it dropped struck out and what it added set off.
fn difference(view: View, quoted: &Quoted, found: &Match) -> Vec<Inline> {
    let text = &quoted.found.text;
    let mut line = Vec::new();
    let mut at = 0;
    for edit in &found.edits {
        line.push(Inline::Plain(Span::new(at, edit.quoted.start).of(text).to_string()));
        let ours = edit.quoted.of(text).to_string();
        if edit.change.is_fine() {
            line.push(Inline::Plain(ours));
        } else {
            let theirs = view.library.words(edit.place);
            let joined = matches!(edit.change, Change::Joined | Change::Moved) && edit.quoted.is_empty();
            if !theirs.is_empty() && !joined {
                line.push(Inline::Plain(if edit.quoted.is_empty() { " ".into() } else { String::new() }));
                line.push(Inline::Removed(theirs.to_string()));
                line.push(Inline::Plain(if ours.is_empty() { String::new() } else { " ".into() }));
            }
            if joined {
                line.push(Inline::Strong(" ¦".into()));
            } else if !ours.is_empty() {
                line.push(Inline::Added(ours));
            }
        }
        at = edit.quoted.end.max(at);
    }
    line.push(Inline::Plain(text[at.min(text.len())..].to_string()));
    line
}

/// In a source itself: whose words its quotation is.
fn own_utterance(view: View, quoted: &Quoted) -> Option<Card> {
    let place = Place { source: view.own?, span: quoted.span(view) };
    let utterance = view.library.utterance_at(place)?;
    let mut card = Card::default();
    card.line(source_line(view.library, place, Some(&utterance.attribution)));
    for member in utterance.members.iter().filter(|member| member.place.source != place.source) {
        card.blocks.push(CardBlock::Passage(vec![Inline::Plain(view.library.words(member.place).to_string())]));
        card.line(source_line(view.library, member.place, None));
    }
    Some(card)
}

fn not_found_card(view: View, quoted: &Quoted) -> Card {
    let mut card = Card::default();
    card.line(vec![Inline::Strong(wording::verdict(Verdict::NotFound).into())]);
    let nearest: Vec<&Match> = quoted.found.nearest().collect();
    if !nearest.is_empty() {
        let label = if nearest.len() == 1 { "the nearest passage" } else { "the nearest passages" };
        card.line(vec![Inline::Emphasis(label.into())]);
    }
    for found in nearest {
        passage(view, found, &mut card);
    }
    card
}

/// Where else the words stand: as they are or, of altered ones, in a similar form.
fn elsewhere(view: View, trace: &Trace, best: &Match, card: &mut Card) {
    let is_verbatim = best.verdict == Verdict::Verbatim;
    let others = trace.matches[1..].iter().filter(|other| (other.verdict == Verdict::Verbatim) == is_verbatim);
    let others: Vec<Place> = others.map(Match::extent).collect();
    let count = if is_verbatim { trace.verbatim.saturating_sub(1).max(others.len()) } else { others.len() };
    if others.is_empty() {
        return;
    }
    let mut line = vec![Inline::Emphasis(match (is_verbatim, count) {
        (true, 1) => "also in another place: ".into(),
        (true, _) => format!("also in {count} other places: "),
        (false, _) => "similar: ".into(),
    })];
    for (i, place) in others.iter().take(MOST_LISTED).enumerate() {
        line.push(Inline::Plain(if i == 0 { String::new() } else { "; ".into() }));
        line.push(Inline::Link(wording::place(view.library, *place), *place));
    }
    if count > others.len().min(MOST_LISTED) {
        line.push(Inline::Plain(format!("; and {} more", count - others.len().min(MOST_LISTED))));
    }
    card.line(line);
}
