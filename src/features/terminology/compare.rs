//! The items of an enumeration held against the parts that the sources list: which are the same, which is missing, added or
//! changed. Sources may list different parts; what fits any of them is right.

use super::items::{Item, Items};
use super::judges::{REMARKS, stands_as_a_list};
use crate::concepts::{ALIKE, Wording, count_in, pairs};
use crate::library::Library;
use crate::text::{Span, each_word, key, stem, words};
use crate::trace::Place;

/// Possible items that may make one item together: at least so many are tried, and as many as a part has …
const FEWEST_RUN: usize = 5;
/// … but no more than these.
const LONGEST_RUN: usize = 16;
/// An item with more words is more than an item.
const LONGEST_ITEM: usize = 8;
/// What says that a run is a sentence rather than an item.
const VERBS: [&str; 21] = [
    "is", "are", "was", "were", "has", "have", "had", "said", "says", "wrote", "will", "would", "should", "must",
    "can", "may", "guide", "guided", "became", "become", "etc",
];

/// How an enumeration differs from what a source lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unlike {
    /// Where the source lists the parts.
    pub place: Place,
    /// The list as it should be: for each part or kept item its bytes in the draft, if it stands there, and the source's
    /// words, if they should stand there.
    pub right: Vec<(Option<Span>, Option<String>)>,
    /// What differs.
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// A part is not listed.
    Missing(String),
    /// Something is listed that is no part.
    Added(Span),
    /// A part is listed in words that say something else.
    Altered(Span, String),
}

/// How the items differ from all lists of parts that the definitions of a concept have; `None` where they fit one of them,
/// stand so in a source, or fit none so well that it must be meant. `judges` are the numbers of the definitions that they
/// may be held against, `runs` says whether several possible items may make one.
pub(super) fn compare(
    library: &Library,
    concept: usize,
    text: &str,
    items: &Items,
    judges: &[usize],
    runs: bool,
) -> Option<Unlike> {
    if judges.is_empty() {
        return None;
    }
    let definitions = &library.concepts[concept].definitions;
    let lists: Vec<Vec<Part>> = definitions
        .iter()
        .map(|definition| definition.parts.iter().map(|&part| Part::new(library.words(part).into_owned())).collect())
        .collect();
    let names = || library.concepts[concept].names();
    let counted = |list: &Vec<Part>| names().any(|name| count_in(name) == Some(list.len()));
    let differences = |number: usize, forms: &[Vec<&Part>]| {
        let found = Aligned::new(text, items, &lists[number], forms, runs)?;
        let unlike = found.differences(text, items, definitions[number].place, counted(&lists[number]));
        // Of two that differ in as much the one whose own words the draft has, or nearly so.
        let distance = (unlike.changes.len(), found.words_apart(text, items, &unlike), unlike.letters_apart(text));
        Some((distance, unlike))
    };
    let fits = |(_, unlike): &(Distance, Unlike)| unlike.changes.is_empty();
    let own = |number: usize| differences(number, &lists[number].iter().map(|part| vec![part]).collect::<Vec<_>>());
    let own: Vec<(Distance, Unlike)> = (0..lists.len()).filter_map(own).collect();
    if own.iter().any(fits) {
        return None;
    }
    // A list whose parts no other one words otherwise was compared already.
    let alternative = |number: usize| {
        let forms = alternatives(&lists, number);
        forms.iter().any(|forms| forms.len() > 1).then(|| differences(number, &forms)).flatten()
    };
    let all: Vec<(Distance, Unlike)> = own.into_iter().chain((0..lists.len()).filter_map(alternative)).collect();
    if all.iter().any(fits) {
        return None;
    }
    let judged = all.into_iter().filter(|(_, unlike)| {
        let definition = definitions.iter().position(|definition| definition.place == unlike.place);
        definition.is_some_and(|number| judges.contains(&number))
    });
    let (_, unlike) = judged.min_by_key(|(distance, _)| *distance)?;
    let whole = items.all.first()?.span.join(items.all.last()?.span);
    let stands = |list: Span| {
        let last =
            items.all.last().filter(|last| !last.and && list.end == last.span.end && list.start < last.span.start);
        // A source may have an “and” that the draft leaves out.
        let joined = last.map(|last| format!("{} and {}", &text[list.start..last.span.start], last.span.of(text)));
        let words = std::iter::once(list.of(text).to_string()).chain(joined);
        words.into_iter().any(|words| stands_as_a_list(library, definitions, &words))
    };
    (!stands(whole) && !unlike.extent().is_some_and(stands)).then_some(unlike)
}

/// How far a draft's list is from a source's: how much differs, and in how many words and letters.
type Distance = (usize, i32, usize);

impl Unlike {
    /// In how many letters what is altered differs from what should stand there.
    fn letters_apart(&self, text: &str) -> usize {
        let apart = self.changes.iter().map(|change| match change {
            Change::Altered(span, theirs) => letters_apart(span.of(text), theirs),
            Change::Missing(_) | Change::Added(_) => 0,
        });
        apart.sum()
    }

    /// From the first to the last of what the draft lists.
    fn extent(&self) -> Option<Span> {
        let right = self.right.iter().filter_map(|(span, _)| *span);
        let changed = self.changes.iter().filter_map(|change| match change {
            Change::Added(span) | Change::Altered(span, _) => Some(*span),
            Change::Missing(_) => None,
        });
        right.chain(changed).reduce(Span::join)
    }
}

/// A part that a source lists.
struct Part {
    text: String,
    wording: Wording,
    /// Its words in their order, those left out that carry nothing.
    sequence: Vec<u64>,
}

impl Part {
    fn new(text: String) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Part { wording: Wording::of(&text), sequence: sequence(&text), text }
    }

    /// How well a run of the draft fits: 1 where it has all its words, in their order or by themselves.
    fn likeness(&self, run: &str, wording: &Wording) -> f32 {
        let words = sequence(run);
        let inside = !self.sequence.is_empty() && words.windows(self.sequence.len()).any(|at| at == self.sequence);
        if inside { 1.0 } else { self.wording.likeness(wording) }
    }
}

/// The letters between the beginning and the end that two texts have in common.
fn letters_apart(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    one.len().max(other.len()) - (begin + end).min(shorter)
}

fn sequence(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    each_word(text, |_, folded| {
        if !["and", "the", "of", "for", "a", "an"].contains(&folded) {
            words.push(key(stem(folded)));
        }
    });
    words
}

/// A part as it should be listed: see [`Unlike::right`].
struct Listed {
    /// The possible item that it begins with.
    at: usize,
    ours: Option<Span>,
    theirs: Option<String>,
    part: usize,
}

/// The items of a draft with the parts that they are.
struct Aligned<'a> {
    parts: &'a [Part],
    /// For each item its run of possible ones, its part, and how well it fits; in the draft's order.
    items: Vec<(std::ops::Range<usize>, usize, f32)>,
}

impl<'a> Aligned<'a> {
    /// Pairs items with the parts of a definition, each of which has these forms. `None` where too few fit for the list to
    /// be meant.
    fn new(text: &str, items: &Items, parts: &'a [Part], forms: &[Vec<&Part>], runs: bool) -> Option<Self> {
        if parts.len() < 2 {
            return None;
        }
        // A part that is a long clause is cut more often than a short one.
        let pieces =
            parts.iter().map(|part| part.text.matches([',', ';']).count() + part.text.matches(" and ").count() + 1);
        let longest =
            if runs && !items.is_clear { pieces.max().unwrap_or(1).clamp(FEWEST_RUN, LONGEST_RUN) } else { 1 };
        let mut all: Vec<(std::ops::Range<usize>, usize, f32)> = Vec::new();
        for start in 0..items.all.len() {
            for end in start + 1..=(start + longest).min(items.all.len()) {
                let run = items.all[start].span.join(items.all[end - 1].span).of(text);
                let wording = Wording::of(run);
                for (part, forms) in forms.iter().enumerate() {
                    let likeness = forms.iter().map(|form| form.likeness(run, &wording)).fold(0.0, f32::max);
                    if likeness >= ALIKE {
                        all.push((start..end, part, likeness));
                    }
                }
            }
        }
        all.sort_by(|a, b| {
            b.2.total_cmp(&a.2).then(a.0.len().cmp(&b.0.len())).then((a.0.start, a.1).cmp(&(b.0.start, b.1)))
        });
        let mut chosen: Vec<(std::ops::Range<usize>, usize, f32)> = Vec::new();
        for (run, part, likeness) in all {
            if chosen.iter().all(|other| other.1 != part && (other.0.end <= run.start || run.end <= other.0.start)) {
                chosen.push((run, part, likeness));
            }
        }
        chosen.sort_by_key(|item| item.0.start);
        let exact = chosen.iter().filter(|item| item.2 >= 1.0).count();
        (exact >= 2.max(parts.len().div_ceil(2))).then_some(Aligned { parts, items: chosen })
    }

    /// How far the items are from the own words of the definition's parts, in hundredths of an item.
    fn words_apart(&self, text: &str, items: &Items, unlike: &Unlike) -> i32 {
        let spans: Vec<Span> =
            self.items.iter().map(|(run, ..)| items.all[run.start].span.join(items.all[run.end - 1].span)).collect();
        let is_other = |change: &&Change| matches!(change, Change::Altered(span, _) if !spans.contains(span));
        let others = unlike.changes.iter().filter(is_other).count();
        let apart = self.items.iter().map(|(run, part, _)| {
            let run = items.all[run.start].span.join(items.all[run.end - 1].span).of(text);
            1.0 - self.parts[*part].wording.likeness(&Wording::of(run))
        });
        ((apart.sum::<f32>() + others as f32) * 100.0) as i32
    }

    /// Whether “and” stands before an item: then no other is to come.
    fn has_last(&self, items: &Items) -> bool {
        self.items.iter().skip(1).any(|(run, ..)| items.all[run.start].and)
    }

    /// Whether the last part comes last, behind others in the source's order: then those between were left out.
    fn has_come_to_the_end(&self) -> bool {
        let is_sorted = self.items.windows(2).all(|pair| pair[0].1 < pair[1].1);
        is_sorted && self.items.last().is_some_and(|item| item.1 + 1 == self.parts.len())
    }

    /// Whether an item has commas where its part has “and”: then a reader counts two.
    fn is_split(&self, text: &str, items: &Items, run: &std::ops::Range<usize>, part: usize) -> bool {
        let part = &self.parts[part];
        let all = &items.all[run.clone()];
        let is_comma = |pair: &[Item]| text[pair[0].span.end..pair[1].span.start].trim() == ",";
        let words = all[0].span.join(all[all.len() - 1].span).of(text);
        all.len() > 1
            && all.windows(2).all(is_comma)
            && !part.text.contains([',', ';'])
            && sequence(words) == part.sequence
    }

    /// What differs; `counted` says whether the name says how many parts there are.
    fn differences(&self, text: &str, items: &Items, place: Place, counted: bool) -> Unlike {
        let mut missing: Vec<usize> =
            (0..self.parts.len()).filter(|part| self.items.iter().all(|item| item.1 != *part)).collect();
        let mut added = if items.is_whole { self.surplus(text, items, &missing) } else { Vec::new() };
        let mut right: Vec<Listed> = Vec::new();
        let mut changes: Vec<(usize, Change)> = Vec::new();
        let span = |run: &std::ops::Range<usize>| items.all[run.start].span.join(items.all[run.end - 1].span);
        for (run, part, likeness) in &self.items {
            let altered = *likeness < 1.0 || (counted && self.is_split(text, items, run, *part));
            let theirs = altered.then(|| self.parts[*part].text.clone());
            changes.extend(theirs.clone().map(|theirs| (run.start, Change::Altered(span(run), theirs))));
            right.push(Listed { at: run.start, ours: Some(span(run)), theirs, part: *part });
        }
        if added.len() == missing.len() {
            // Each stands in the place of the other.
            for (run, part) in added.drain(..).zip(missing.drain(..)) {
                let theirs = self.parts[part].text.clone();
                changes.push((run.start, Change::Altered(span(&run), theirs.clone())));
                right.push(Listed { at: run.start, ours: Some(span(&run)), theirs: Some(theirs), part });
            }
        }
        right.sort_by_key(|item| item.at);
        if items.is_whole && (items.is_ended || self.has_last(items) || self.has_come_to_the_end()) {
            for part in missing {
                let theirs = self.parts[part].text.clone();
                let behind = right.iter().position(|item| item.part + 1 == part);
                let at = behind.map_or(if part == 0 { 0 } else { right.len() }, |at| at + 1);
                right.insert(at, Listed { at: 0, ours: None, theirs: Some(theirs.clone()), part });
                changes.push((usize::MAX, Change::Missing(theirs)));
            }
        }
        changes.extend(added.iter().map(|run| (run.start, Change::Added(span(run)))));
        changes.sort_by_key(|(at, _)| *at);
        let right = right.into_iter().map(|item| (item.ours, item.theirs)).collect();
        Unlike { place, right, changes: changes.into_iter().map(|(_, change)| change).collect() }
    }

    /// The runs of possible items that are no part and look like items: between others, behind a last “and” or, where a
    /// part is missing, before all others.
    fn surplus(&self, text: &str, items: &Items, missing: &[usize]) -> Vec<std::ops::Range<usize>> {
        let is_taken = |at: usize| self.items.iter().any(|(run, ..)| run.contains(&at));
        let (Some(first), Some(last)) = (self.items.first(), self.items.last()) else { return Vec::new() };
        let and_before = self.has_last(items);
        let mut all: Vec<std::ops::Range<usize>> = Vec::new();
        for at in (0..items.all.len()).filter(|&at| !is_taken(at)) {
            let joins = |run: &std::ops::Range<usize>| {
                run.end == at && items.all[at].and && !items.is_clear && at != last.0.end
            };
            match all.last_mut() {
                Some(run) if joins(run) => run.end = at + 1,
                _ => all.push(at..at + 1),
            }
        }
        all.retain(|run| {
            let leads = run.start < first.0.start;
            let trails = run.start >= last.0.end;
            let fits = if leads {
                !missing.is_empty() && run.end == first.0.start && run.start == 0
            } else if trails {
                // `…, and free trade, are old`: what the clause goes on with shows that it belongs to the list.
                let goes_on = items.all.get(run.end).is_some_and(|next| begins_with_verb(next.span.of(text)));
                let follows = run.start == last.0.end && (run.end == items.all.len() || goes_on) && items.is_ended;
                let ends = items.all[run.start].and || (items.is_bracketed && run.len() == 1);
                follows && (items.is_clear || (ends && (!and_before || goes_on)))
            } else {
                // `sound planning and zoning, …`: that “and” stands inside an item.
                let before = &text[items.all[run.start - 1].span.end..items.all[run.start].span.start];
                !items.all[run.start].and || before.contains([',', ';'])
            };
            fits && looks_like_item(items.all[run.start].span.join(items.all[run.end - 1].span).of(text))
        });
        all
    }
}

/// The wordings that each part of a definition has: its own, and those of the part that is most like it in each other one.
fn alternatives(lists: &[Vec<Part>], number: usize) -> Vec<Vec<&Part>> {
    let wordings = |list: &[Part]| list.iter().map(|part| part.wording.clone()).collect::<Vec<_>>();
    let own = wordings(&lists[number]);
    let mut all: Vec<Vec<&Part>> = lists[number].iter().map(|part| vec![part]).collect();
    for (other, list) in lists.iter().enumerate().filter(|(other, _)| *other != number) {
        for (ours, theirs, _) in pairs(&own, &wordings(list)) {
            all[ours].push(&lists[other][theirs]);
            debug_assert!(theirs < list.len());
        }
    }
    all
}

fn begins_with_verb(text: &str) -> bool {
    words(text).first().is_some_and(|word| VERBS.contains(&word.folded.as_str()))
}

fn looks_like_item(text: &str) -> bool {
    let words = words(text);
    let first = words.first().is_some_and(|word| !REMARKS.contains(&word.folded.as_str()));
    first && words.len() <= LONGEST_ITEM && !words.iter().any(|word| VERBS.contains(&word.folded.as_str()))
}

/// Items that are what they are: lines of a list.
pub(super) fn lines(spans: impl IntoIterator<Item = Span>, is_ended: bool) -> Items {
    let all = spans.into_iter().map(|span| Item { span, and: false }).collect();
    Items { all, is_whole: true, is_ended, is_clear: true, is_bracketed: false }
}
