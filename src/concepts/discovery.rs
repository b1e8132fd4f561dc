//! Which concepts a corpus speaks of, found without anybody having said so: the candidates of all documents, ranked.

use super::kinds::kind_of;
use super::merged::{Merged, Merging, Tallies, Tally};
use super::nesting::Nesting;
use super::persons;
use super::score::score;
use super::spelled::respelled;
use super::variants::{core, names_the_same, owned};
use super::written::unmarked;
use crate::annotation::Kind;
use crate::corpus::Source;
use crate::extraction::{Candidate, Defining, Pattern, Signal, Signals, decode, phrase_key};
use crate::index::Index;
use crate::markup::Format;
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Concepts of a corpus, at most, beside those that it defines.
const MOST: usize = 2000;
/// What scores less is a piece of something longer, even if a sentence seems to define it.
const FRAGMENT: f32 = 0.01;
/// Phrases that are looked at closely, for each concept.
const CLOSELY: usize = 3;
/// Names between a name and the shortest that says the same, at most.
const MOST_STEPS: usize = 4;
/// Sentences that say what a concept is, at most.
const MOST_DEFINITIONS: usize = 6;

/// A concept that was discovered.
#[derive(Clone, Debug)]
pub struct Discovered {
    /// Its name, as it stands in a source.
    pub name: String,
    /// Its other written forms.
    pub forms: Vec<String>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// How likely it is one, 0 to 1.
    pub score: f32,
    /// What speaks for it.
    pub signals: Signals,
    /// Passages that may say what it is, best first: by what, the number of the source, and its bytes there.
    pub definitions: Vec<(Pattern, usize, Span)>,
    /// Where it is mentioned: one place in each of the first sources that do, by the number of the source and its bytes there.
    pub mentions: Vec<(usize, Span)>,
}

impl Discovered {
    /// Whether the texts say without doubt what it is, so that it is one even if nothing else speaks for it.
    pub fn is_defined(&self) -> bool {
        self.score >= FRAGMENT && self.definitions.first().is_some_and(|(pattern, ..)| pattern.states())
    }
}

/// The concepts of a corpus, best first.
pub fn discover(sources: &[Arc<Source>], index: &Index) -> Vec<Discovered> {
    let each = |read: &mut dyn FnMut(u32, Candidate)| {
        (0..sources.len()).for_each(|number| decode(index.candidates_of(number), |one| read(number as u32, one)));
    };
    let mut tallies = Tallies::default();
    each(&mut |_, one| tallies.add(&one));
    let first = |phrase: &Tally| {
        let cut = phrase.nested as f32 / phrase.count().max(1) as f32;
        score(phrase, phrase.free as f32 + 0.2 * phrase.nested as f32, cut)
    };
    let ranked = |phrase: &Tally| (first(phrase), phrase.pattern.is_some_and(Pattern::states), phrase.key);
    let mut order: Vec<(f32, bool, u64)> = tallies.all().map(ranked).collect();
    drop(tallies);
    let by_score = |a: &(f32, bool, u64), b: &(f32, bool, u64)| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2));
    if order.len() > MOST * CLOSELY {
        order.select_nth_unstable_by(MOST * CLOSELY, by_score);
        let mut defined: Vec<_> = order.drain(MOST * CLOSELY..).filter(|&(_, is_defined, _)| is_defined).collect();
        defined.sort_unstable_by(by_score);
        order.extend(defined.into_iter().take(MOST));
    }
    order.sort_unstable_by(by_score);
    let mut merging = Merging::of(order.iter().map(|&(.., key)| key));
    drop(order);
    each(&mut |source, one| merging.add(source, one));
    let name = |phrase: Merged| {
        let name = written(sources, *phrase.mentions.get(phrase.best)?);
        (!name.is_empty()).then_some((phrase, name))
    };
    let named: Vec<(Merged, String)> = merging.finish().into_iter().filter_map(name).collect();
    let named = joined(sources, named);
    let nesting = Nesting::of(named.iter().map(|(phrase, name)| (name.as_str(), phrase.tally.count())));
    let mut found: Vec<Discovered> =
        named.into_iter().map(|(phrase, name)| discovered(sources, &nesting, phrase, name)).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.name.cmp(&b.name)));
    let rest = found.split_off(MOST.min(found.len()));
    found.extend(rest.into_iter().filter(Discovered::is_defined));
    found
}

/// The phrases with those that are other names of one put together: what a longer name has at its core, an abbreviation, the
/// last word of one person's name.
fn joined(sources: &[Arc<Source>], mut named: Vec<(Merged, String)>) -> Vec<(Merged, String)> {
    let mut known: FxHashSet<u64> = named.iter().map(|(phrase, _)| phrase.tally.key).collect();
    for (phrase, name) in &mut named {
        // A longer name without its core is a form of it.
        let core = core(name).map(str::to_string).filter(|core| core.contains(' '));
        let Some(core) = core else { continue };
        if let Some(key) = phrase_key(&core).filter(|&key| known.insert(key)) {
            phrase.shorten_to(key, &core);
            *name = core;
        }
    }
    let by_key: FxHashMap<u64, usize> =
        named.iter().enumerate().map(|(i, (phrase, _))| (phrase.tally.key, i)).collect();
    let at = |name: &str| phrase_key(name).and_then(|key| by_key.get(&key)).copied();
    let mut whose: Vec<Option<usize>> = named
        .iter()
        .enumerate()
        .map(|(i, (_, name))| core(name).and_then(at).or_else(|| owned(name).and_then(at)).filter(|&core| core != i))
        .collect();
    // The keys of `hope` and `Hope`, of `bank` and `Banks` are the same.
    let written_so = |as_written: &str| at(as_written).filter(|&other| named[other].1.starts_with(as_written));
    let mut last_names: FxHashMap<usize, Option<usize>> = FxHashMap::default();
    for (number, (phrase, name)) in named.iter().enumerate() {
        let short = phrase.short.and_then(|short| written_so(&written(sources, short)));
        if let Some(short) = short.filter(|&short| short != number) {
            whose[short] = Some(number);
        }
        let is_person = phrase.tally.signals.has(Signal::Person) && whose[number].is_none();
        let last = name.rsplit(' ').next().filter(|last| is_person && last.len() < name.len());
        // A word may have its capital from the sentence that it opens.
        let is_name = |&other: &usize| {
            named[other].0.tally.signals.has(Signal::Capitalised)
                && Some(named[other].1.as_str()) == last
                && named[other].0.shares_document(phrase)
        };
        if let Some(other) = last.and_then(written_so).filter(is_name) {
            last_names.entry(other).and_modify(|only| *only = None).or_insert(Some(number));
        }
    }
    for (number, person) in last_names {
        whose[number] = person.or(whose[number]);
    }
    for (other, name) in spelled_otherwise(&named, at) {
        whose[other] = whose[other].or(Some(name));
    }
    for (short, long) in persons::shorter(&named) {
        whose[short] = Some(long);
    }
    for (short, long) in counted_longer(&named, at) {
        whose[short] = whose[short].or(long);
    }
    let root = |number: usize| {
        // A chain of these is short; it may run in a circle where two abbreviations are the same.
        (0..MOST_STEPS).try_fold(number, |at, _| whose[at].ok_or(at)).err().unwrap_or(number)
    };
    let roots: Vec<usize> = (0..named.len()).map(root).collect();
    let mut all: Vec<Option<(Merged, String)>> = named.into_iter().map(Some).collect();
    for (number, &root) in roots.iter().enumerate() {
        if root != number
            && let Some((other, _)) = all[number].take()
            && let Some((phrase, _)) = &mut all[root]
        {
            phrase.take_in(other);
        }
    }
    all.into_iter().flatten().collect()
}

/// Which names are others in another spelling, by their numbers: `Harbour Code` of `Harbor Code`, if that is the commoner.
fn spelled_otherwise(named: &[(Merged, String)], at: impl Fn(&str) -> Option<usize>) -> Vec<(usize, usize)> {
    let pair = |(number, (phrase, name)): (usize, &(Merged, String))| {
        let other = at(&respelled(name)?).filter(|&other| other != number)?;
        let is_commoner = named[other].0.tally.count() > phrase.tally.count();
        Some(if is_commoner { (number, other) } else { (other, number) })
    };
    named.iter().enumerate().filter_map(pair).collect()
}

/// For each name that counts something, `Four Keys`, the only one that says of what they are: `Four Keys of the Gate`.
fn counted_longer(named: &[(Merged, String)], at: impl Fn(&str) -> Option<usize>) -> FxHashMap<usize, Option<usize>> {
    let mut longer: FxHashMap<usize, Option<usize>> = FxHashMap::default();
    for (long, (phrase, name)) in named.iter().enumerate() {
        let Some((short, _)) = name.split_once(" of ").filter(|_| phrase.tally.signals.has(Signal::Numbered)) else {
            continue;
        };
        if let Some(short) = at(short).filter(|&short| named[short].0.tally.signals.has(Signal::Numbered)) {
            let begins = |long: &str, short: &str| {
                long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            let shorter = |other: usize| match &named[other].1 {
                one if begins(name, one) => Some(other),
                one if begins(one, name) => Some(long),
                _ => None,
            };
            longer.entry(short).and_modify(|only| *only = only.and_then(shorter)).or_insert(Some(long));
        }
    }
    longer
}

fn discovered(sources: &[Arc<Source>], nesting: &Nesting, mut phrase: Merged, name: String) -> Discovered {
    let c_value = nesting.c_value(phrase.tally.key, phrase.tally.words, phrase.tally.count());
    // Of a name in capitals what it is cut from says more.
    let nested = phrase.tally.nested as f32 / phrase.tally.count().max(1) as f32;
    let large = if phrase.tally.signals.has(Signal::Capitalised) { nested } else { 0.0 };
    let cut = nesting.share(phrase.tally.key, phrase.tally.count()).max(large);
    let mut forms: Vec<String> = Vec::new();
    for mention in phrase.mentions.iter().copied().chain(phrase.short) {
        let form = written(sources, mention);
        let is_other = !form.is_empty() && form != name && !forms.contains(&form) && fold(&form) != fold(&name);
        if is_other && names_the_same(&form) {
            forms.push(form);
        }
    }
    // Of sentences that only say something of it, the shorter are more about it.
    let length = |one: &Defining| if one.pattern > Pattern::Subject { one.passage.len() } else { 0 };
    // What it means and what it is are told as surely by either verb: the earlier first.
    let surety = |pattern: Pattern| if pattern == Pattern::Is { Pattern::Means } else { pattern };
    phrase.definitions.sort_by_key(|(source, one)| (surety(one.pattern), length(one), *source, one.passage));
    let definitions = without_repetition(phrase.definitions.iter()).into_iter().take(MOST_DEFINITIONS);
    Discovered {
        kind: kind_of(&name, &forms, phrase.tally.signals),
        score: score(&phrase.tally, c_value, cut),
        signals: phrase.tally.signals,
        definitions: definitions.map(|(source, one)| (one.pattern, source as usize, one.passage)).collect(),
        mentions: phrase.mentions.iter().map(|&(source, span)| (source as usize, span)).collect(),
        forms,
        name,
    }
}

/// The definitions, best first, without those whose words one before them has, or that have the words of one before them.
fn without_repetition<'a>(definitions: impl Iterator<Item = &'a (u32, Defining)>) -> Vec<(u32, Defining)> {
    let mut kept: Vec<(u32, Defining)> = Vec::new();
    for &(source, one) in definitions {
        let repeats = |&(other_source, other): &(u32, Defining)| {
            source == other_source && (other.passage.covers(one.passage) || one.passage.covers(other.passage))
        };
        if !kept.iter().any(repeats) {
            kept.push((source, one));
        }
    }
    kept
}

/// What stands there, on one line and without markup.
fn written(sources: &[Arc<Source>], (source, span): (u32, Span)) -> String {
    let Some(source) = sources.get(source as usize) else { return String::new() };
    unmarked(&source.slice(span), source.format == Format::Markdown)
}
