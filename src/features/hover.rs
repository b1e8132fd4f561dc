//! What the editor shows under the pointer: on a term what the corpus says it is, on a quotation where it comes from and
//! what was changed.

use super::View;
use super::card::{Card, CardBlock, Inline};
use super::quotations::{Quotations, Quoted, Role};
use super::wording;
use crate::library::{Attribution, Definition, Library, Occurrences};
use crate::text::Span;
use crate::trace::{Change, Match, Place, Verdict};

/// Sentences shown before and after a quoted passage.
const CONTEXT: usize = 1;
/// Passages of one quotation shown, at most: it may be put together from several.
const MOST_PASSAGES: usize = 4;
/// Definitions of a term shown, at most.
const MOST_DEFINITIONS: usize = 4;
/// Other places and concepts listed, at most.
const MOST_LISTED: usize = 8;

/// What a place of the page is about.
#[derive(Clone, Debug)]
pub enum Target<'a> {
    /// A term.
    Term {
        /// Its bytes in the page.
        span: Span,
        /// The number of its concept.
        concept: usize,
    },
    /// A quotation that says something of its own.
    Quotation {
        /// The quotation.
        quoted: &'a Quoted,
        /// The concept of the term in it that the place lies on.
        term: Option<usize>,
    },
}

impl Target<'_> {
    /// Its bytes in the page.
    pub fn span(&self, view: View) -> Span {
        match self {
            Target::Term { span, .. } => *span,
            Target::Quotation { quoted, .. } => quoted.span(view),
        }
    }
}

/// What the byte `offset` of the page is about. A quotation that was found wins over a term inside it.
pub fn target_at<'a>(view: View, quotations: &'a Quotations, offset: usize) -> Option<Target<'a>> {
    let term = term_at(view, offset);
    if let Some(quoted) = quotations.at(view, offset)
        && quoted.role == Role::Speech
        && (quoted.verdict() != Verdict::NotFound || term.is_none())
    {
        return Some(Target::Quotation { quoted, term: term.map(|(_, concept)| concept) });
    }
    term.map(|(span, concept)| Target::Term { span, concept })
}

fn term_at(view: View, offset: usize) -> Option<(Span, usize)> {
    let block = &view.page.blocks[view.page.block_at(offset)?];
    let terms = view.library.recogniser().terms(&block.prose.text);
    let spans = terms.into_iter().filter_map(|term| Some((block.prose.to_page(term.span)?, term.concept)));
    // A pointer lies on the character behind it, so a term's end is the last choice.
    spans.filter(|(span, _)| span.touches(offset)).max_by_key(|(span, _)| offset < span.end)
}

/// The card for the byte `offset` of the page, and the span that it is about.
pub fn hover(view: View, quotations: &Quotations, offset: usize) -> Option<(Span, Card)> {
    let target = target_at(view, quotations, offset)?;
    let card = match &target {
        Target::Term { concept, .. } => concept_card(view.library, *concept),
        Target::Quotation { quoted, term } => {
            let mut card = quotation_card(view, quoted)?;
            if let Some(concept) = term {
                card.append(concept_card(view.library, *concept));
            }
            card
        }
    };
    Some((target.span(view), card))
}

/// What the corpus says of a concept.
pub fn concept_card(library: &Library, number: usize) -> Card {
    let concept = &library.concepts[number];
    let mut card = Card::default();
    let kind = Inline::Plain(format!(" · {}", concept.kind.name()));
    card.line(vec![Inline::Strong(concept.name.clone()), kind]);
    if !concept.aliases.is_empty() {
        let names = concept.aliases.join("; ");
        card.line(vec![Inline::Emphasis("also ".into()), Inline::Plain(names)]);
    }
    for definition in concept.definitions.iter().take(MOST_DEFINITIONS) {
        define(library, definition, &mut card);
    }
    occurrences(library, library.occurrences(number), &mut card);
    for (label, numbers) in
        [("broader ", &concept.broader), ("narrower ", &concept.narrower), ("related ", &concept.related)]
    {
        if !numbers.is_empty() {
            let names = numbers.iter().map(|&other| library.concepts[other].name.as_str());
            card.line(vec![Inline::Emphasis(label.into()), Inline::Plain(listed(names))]);
        }
    }
    card
}

fn define(library: &Library, definition: &Definition, card: &mut Card) {
    card.blocks.push(CardBlock::Passage(vec![Inline::Plain(library.words(definition.place).to_string())]));
    if !definition.parts.is_empty() {
        let parts = definition.parts.iter().map(|&part| library.words(part).to_string()).collect();
        card.blocks.push(CardBlock::Parts(parts));
    }
    card.line(source_line(library, definition.place, Some(&definition.attribution)));
}

/// `— Title, line 3 (author, date) · speaker · date · occasion`.
fn source_line(library: &Library, place: Place, attribution: Option<&Attribution>) -> Vec<Inline> {
    let mut line = vec![Inline::Plain("— ".into()), Inline::Link(wording::place(library, place), place)];
    let source = library.source(place);
    let meta: Vec<&str> = [&source.meta.author, &source.meta.date].into_iter().flatten().map(String::as_str).collect();
    if !meta.is_empty() {
        line.push(Inline::Plain(format!(" ({})", meta.join(", "))));
    }
    if let Some(attribution) = attribution.filter(|attribution| !attribution.is_empty()) {
        line.push(Inline::Plain(format!(" · {}", wording::attribution(attribution))));
    }
    line
}

fn occurrences(library: &Library, found: &Occurrences, card: &mut Card) {
    let places = &found.places;
    let Some(first) = places.first() else { return };
    let mut sources: Vec<usize> = places.iter().map(|place| place.source).collect();
    sources.dedup();
    let count = |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    let text = format!(
        "{}{} in {}: ",
        if found.more { "more than " } else { "" },
        count(places.len(), "occurrence", "occurrences"),
        count(sources.len(), "source", "sources")
    );
    let mut line = vec![Inline::Plain(text)];
    for (i, source) in sources.iter().take(MOST_LISTED).enumerate() {
        let here: Vec<&Place> = places.iter().filter(|place| place.source == *source).collect();
        let place = here.first().map_or(*first, |place| **place);
        let separator = if i == 0 { "" } else { "; " };
        line.push(Inline::Plain(separator.into()));
        line.push(Inline::Link(library.source(place).name().to_string(), place));
        line.push(Inline::Plain(format!(" ({})", here.len())));
    }
    card.line(line);
}

/// Where a quotation comes from, in its context, and what was changed.
pub fn quotation_card(view: View, quoted: &Quoted) -> Option<Card> {
    let mut card = Card::default();
    let trace = &quoted.found.trace;
    let Some(best) = trace.best() else {
        return own_utterance(view, quoted).or_else(|| Some(not_found_card(view, quoted)));
    };
    let label = wording::verdict(best.verdict).to_string();
    let says = wording::changes(view.library, &quoted.found.text, best);
    match best.verdict {
        Verdict::Altered => card.line(vec![Inline::Strong(label), Inline::Plain(format!(": {says}."))]),
        _ => card.line(vec![Inline::Strong(label)]),
    }
    if best.verdict == Verdict::Altered {
        card.line(difference(view, quoted, best));
    }
    passage(view, best, &mut card);
    let others: Vec<Place> = match best.verdict {
        Verdict::Verbatim => {
            trace.matches[1..].iter().filter(|m| m.verdict == Verdict::Verbatim).map(Match::extent).collect()
        }
        _ => Vec::new(),
    };
    if !others.is_empty() {
        let mut line = vec![Inline::Emphasis(match trace.verbatim - 1 {
            1 => "also in another place: ".into(),
            count => format!("also in {count} other places: "),
        })];
        for (i, place) in others.iter().take(MOST_LISTED).enumerate() {
            line.push(Inline::Plain(if i == 0 { String::new() } else { "; ".into() }));
            line.push(Inline::Link(wording::place(view.library, *place), *place));
        }
        card.line(line);
    }
    for place in view.library.other_places(best) {
        card.line(vec![Inline::Emphasis("the same, in another place or translation".into())]);
        card.blocks.push(CardBlock::Passage(vec![Inline::Plain(view.library.words(place).to_string())]));
        card.line(source_line(view.library, place, None));
    }
    Some(card)
}

/// The source's passages in their context, the quoted parts marked, and whose they are.
fn passage(view: View, found: &Match, card: &mut Card) {
    for place in found.places().into_iter().take(MOST_PASSAGES) {
        let text = view.library.source(place).near(place.span);
        let context = text.around(place.span, CONTEXT);
        let quoted = found.segments.iter().filter(|segment| segment.source == place.source);
        let mut segments: Vec<Span> =
            quoted.map(|segment| segment.span).filter(|span| place.span.covers(*span)).collect();
        segments.sort_unstable();
        let mut line = Vec::new();
        let mut at = context.start;
        for segment in segments.into_iter().filter(|segment| segment.start >= context.start) {
            if segment.start >= at {
                line.push(Inline::Plain(text.of(Span::new(at, segment.start)).to_string()));
                line.push(Inline::Strong(text.of(segment).to_string()));
                at = segment.end;
            }
        }
        line.push(Inline::Plain(text.of(Span::new(at, context.end)).to_string()));
        card.blocks.push(CardBlock::Passage(line));
        card.line(source_line(view.library, place, view.library.attribution_of(place)));
    }
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
    if let Some(similar) = quoted.found.trace.similar.first() {
        card.line(vec![Inline::Emphasis("the nearest passage".into())]);
        passage(view, similar, &mut card);
    }
    card
}

fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = names.len().saturating_sub(MOST_LISTED);
    let mut text = names.take(MOST_LISTED).collect::<Vec<_>>().join("; ");
    if more > 0 {
        text.push_str(&format!("; {more} more"));
    }
    text
}
