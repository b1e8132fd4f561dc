//! From the stretches that have the words to the sentences that one would quote.

use super::Passage;
use super::candidates::{Hit, Window, follows};
use super::query::Query;
use crate::library::Library;
use crate::text::{Span, fold, key, sentences};
use crate::trace::Place;
use rustc_hash::FxHashMap;

/// What all words as they were typed are worth together …
const WORDS: f32 = 0.68;
/// … what it is worth that they follow one another as they were typed …
const ORDER: f32 = 0.22;
/// … and what it is worth that they stand there several times.
const OFTEN: f32 = 0.02;
/// Words that follow one another no farther than this are near, which counts half.
const NEAR: usize = 4;
/// How much better two sentences must be than one of them alone.
const WORTH_TWO: f32 = 0.12;
/// What is taken from a title, which is seldom what one wants to quote, and given to what defines a concept.
const TITLE: f32 = 0.12;
const DEFINES: f32 = 0.08;
/// The share of the words, by weight, that a definition must have.
const MOST_OF_IT: f32 = 0.9;
/// What is taken from a very long or very short sentence, at most.
const UNHANDY: f32 = 0.04;
/// A sentence of so many bytes is handy …
const HANDY: std::ops::Range<usize> = 40..400;
/// … and a longer one than this is cut to so many words around those that were looked for.
const LONGEST: usize = 1200;
const AROUND: usize = 40;
/// Bytes on either side of the words in which their sentences are looked for.
const NEARBY: usize = LONGEST + 300;
/// A title has no more bytes than this.
const LONGEST_TITLE: usize = 120;
/// Passages with a smaller share of the best one's score are no answer.
const WORTH_SHOWING: f32 = 0.6;

/// The passages of each source that say what a concept is.
type Defined = FxHashMap<usize, Vec<Span>>;

/// The best passages of some stretches, and of those that a quotation was traced to, best first.
pub(super) fn passages(
    library: &Library,
    query: &Query,
    windows: &[Window],
    traced: Vec<Passage>,
    most: usize,
) -> Vec<Passage> {
    let mut defined = Defined::default();
    for definition in library.concepts.iter().flat_map(|concept| &concept.definitions) {
        defined.entry(definition.place.source).or_default().push(definition.place.span);
    }
    let mut all: Vec<Passage> = windows.iter().flat_map(|window| of_window(library, query, window, &defined)).collect();
    all.extend(traced);
    all.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((a.place.source, a.place.span).cmp(&(b.place.source, b.place.span)))
    });
    let least = all.first().map_or(0.0, |best| best.score * WORTH_SHOWING);
    all.retain(|passage| passage.score >= least);
    let mut chosen: Vec<Passage> = Vec::new();
    let mut by_words: FxHashMap<u64, usize> = FxHashMap::default();
    for passage in all {
        let overlaps = |other: &Place| other.source == passage.place.source && other.span.overlaps(passage.place.span);
        if chosen.iter().any(|other| overlaps(&other.place) || other.also.iter().any(overlaps)) {
            continue;
        }
        match by_words.get(&key(&fold(&library.words(passage.place)))) {
            Some(&same) => chosen[same].also.push(passage.place),
            None if chosen.len() == most => {}
            None => {
                by_words.insert(key(&fold(&library.words(passage.place))), chosen.len());
                chosen.push(passage);
            }
        }
    }
    chosen
}

/// The sentences of a stretch that have words of the query, each with what it is worth, and two together where they are
/// worth more.
fn of_window(library: &Library, query: &Query, window: &Window, defined: &Defined) -> Vec<Passage> {
    let Some((first, last)) = window.hits.first().zip(window.hits.last()) else { return Vec::new() };
    let spans = library.index.spans(first.position..last.position + 1);
    let Some((from, to)) = spans.first().zip(spans.last()) else { return Vec::new() };
    let near = library.corpus.sources[window.source].near(from.join(*to));
    if !near.covers(from.join(*to)) {
        return Vec::new();
    }
    let span_of = |hit: &Hit| spans.get(hit.position - first.position).map(|span| near.local(*span));
    let hits: Vec<(Hit, Span)> = window.hits.iter().filter_map(|hit| Some((*hit, span_of(hit)?))).collect();
    let definitions: Vec<Span> =
        defined.get(&window.source).into_iter().flatten().map(|&span| near.local(span)).collect();
    let inside = |sentence: Span| hits.iter().copied().filter(|(_, span)| sentence.covers(*span)).collect::<Vec<_>>();
    let region = region(&near.text, near.local(from.join(*to)));
    let sentences = sentences(region.of(&near.text)).into_iter().map(|sentence| sentence.shift(region.start));
    let with_hits: Vec<(Span, Vec<(Hit, Span)>)> =
        sentences.map(|s| (s, inside(s))).filter(|(_, hits)| !hits.is_empty()).collect();
    let mut found: Vec<Passage> = Vec::new();
    let mut add = |span: Span, hits: &[(Hit, Span)], least: f32| {
        let span = cut(&near.text, span, hits);
        let score = score(query, &near.text, &definitions, span, hits);
        let matched = hits.iter().filter(|(_, hit)| span.covers(*hit)).map(|(_, hit)| hit.shift(near.start)).collect();
        let place = Place { source: window.source, span: span.shift(near.start) };
        if score > least {
            found.push(Passage { place, matched: once(matched), score, also: Vec::new() });
        }
        score
    };
    let mut before: Option<(Span, f32)> = None;
    for (at, (span, hits)) in with_hits.iter().enumerate() {
        let alone = add(*span, hits, 0.0);
        if let Some((first, score)) = before
            && !near.text[first.end..span.start].contains('\n')
            && span.end - first.start <= LONGEST
        {
            let both = [with_hits[at - 1].1.as_slice(), hits].concat();
            add(first.join(*span), &both, score.max(alone) + WORTH_TWO);
        }
        before = Some((*span, alone));
    }
    found
}

/// A span with what stands nearby, cut between characters.
fn region(text: &str, span: Span) -> Span {
    let mut start = span.start.saturating_sub(NEARBY);
    let mut end = (span.end + NEARBY).min(text.len());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// A word may stand for two that were typed.
fn once(mut spans: Vec<Span>) -> Vec<Span> {
    spans.dedup();
    spans
}

/// How well a passage answers, 0 to 1; 0 if it lacks a phrase.
fn score(query: &Query, text: &str, definitions: &[Span], span: Span, hits: &[(Hit, Span)]) -> f32 {
    let places: Vec<Hit> = hits.iter().filter(|(_, hit)| span.covers(*hit)).map(|(hit, _)| *hit).collect();
    let mut best = vec![0.0f32; query.words.len()];
    for hit in &places {
        best[hit.word] = best[hit.word].max(hit.counts);
    }
    if !query.phrases.iter().all(|&(first, end)| has_phrase(&places, first, end)) {
        return 0.0;
    }
    let words = query.words.iter().zip(&best).map(|(word, best)| word.weight * best).sum::<f32>() / query.weight();
    let follow = in_order(query.words.len(), &places);
    let often = places.len() > query.words.len();
    let mut score = (WORDS + ORDER * follow) * words + if often { OFTEN } else { 0.0 };
    let passage = span.of(text);
    if passage.len() <= LONGEST_TITLE && !passage.contains(['.', '!', '?', '…', '。', '！', '？']) {
        score -= TITLE;
    }
    if !HANDY.contains(&passage.len()) {
        score -= UNHANDY;
    }
    if words > MOST_OF_IT && definitions.iter().any(|definition| definition.overlaps(span)) {
        score += DEFINES;
    }
    score.clamp(0.0, 1.0)
}

/// Which share of the words follows the one before it as they were typed; 1 for a single word.
fn in_order(words: usize, hits: &[Hit]) -> f32 {
    if words < 2 {
        return 1.0;
    }
    let mut follow = vec![0.0f32; words];
    for (at, hit) in hits.iter().enumerate().filter(|(_, hit)| hit.word > 0) {
        let near = hits[..at].iter().rev().take_while(|before| before.position + NEAR >= hit.position);
        let behind = near.into_iter().any(|before| before.word + 1 == hit.word && before.position <= hit.position);
        let worth = if follows(hits, at) {
            1.0
        } else if behind {
            0.5
        } else {
            0.0
        };
        follow[hit.word] = follow[hit.word].max(worth);
    }
    follow.iter().sum::<f32>() / (words - 1) as f32
}

/// Whether the words of a phrase stand one behind the other.
fn has_phrase(hits: &[Hit], first: usize, end: usize) -> bool {
    let stands = |position: usize, word: usize| hits.iter().any(|hit| hit.position == position && hit.word == word);
    let mut starts = hits.iter().filter(|hit| hit.word == first);
    starts.any(|start| (first..end).all(|word| stands(start.position + (word - first), word)))
}

/// A sentence, cut to what stands around its words if it has no end.
fn cut(text: &str, sentence: Span, hits: &[(Hit, Span)]) -> Span {
    let Some((first, last)) = hits.first().zip(hits.last()).filter(|_| sentence.len() > LONGEST) else {
        return sentence;
    };
    let before = Span::new(sentence.start, first.1.start).of(text);
    let behind = Span::new(last.1.end.max(first.1.end), sentence.end).of(text);
    let start = before
        .char_indices()
        .rev()
        .filter(|(_, c)| c.is_whitespace())
        .nth(AROUND)
        .map_or(0, |(at, c)| at + c.len_utf8());
    let end = behind.char_indices().filter(|(_, c)| c.is_whitespace()).nth(AROUND).map_or(behind.len(), |(at, _)| at);
    Span::new(sentence.start + start, sentence.end - behind.len() + end)
}
