//! Where sources that say the same thing of a concept do not agree: on when it was said, by whom, or on the parts that they
//! list. Both are shown beside each other, each with its place; which one is right, nobody here knows.

use crate::concepts::{Wording, count_in, pairs};
use crate::features::card::Inline;
use crate::features::wording;
use crate::library::{Concept, Definition, Library};
use crate::text::years;

/// Passages that share so much say the same thing.
const SAME: f32 = 0.6;

/// A line for each matter on which the sources of these definitions do not agree.
pub(super) fn differences(library: &Library, concept: &Concept, definitions: &[Definition]) -> Vec<Vec<Inline>> {
    let told: Vec<Told> = definitions.iter().map(|definition| Told::new(library, definition)).collect();
    let mut lines = Vec::new();
    // All that list as many parts as the name says list the same.
    let counts: Vec<usize> = concept.names().filter_map(count_in).collect();
    let whole: Vec<&Told> = told.iter().filter(|told| counts.contains(&told.parts.len())).collect();
    let counted = on_parts(library, &whole);
    let is_counted = counted.is_some();
    let mut grouped = vec![false; told.len()];
    for first in 0..told.len() {
        if std::mem::replace(&mut grouped[first], true) {
            continue;
        }
        let mut group = vec![&told[first]];
        for other in first + 1..told.len() {
            if !grouped[other] && told[first].is_about_the_same(library, &told[other]) {
                grouped[other] = true;
                group.push(&told[other]);
            }
        }
        lines.extend(on_date(library, &group));
        lines.extend(on_speaker(library, &group));
        lines.extend(on_parts(library, &group).filter(|_| !is_counted));
    }
    lines.extend(counted);
    lines
}

/// A definition with its words ready to be compared.
struct Told<'a> {
    definition: &'a Definition,
    words: Wording,
    parts: Vec<(String, Wording)>,
}

impl<'a> Told<'a> {
    fn new(library: &Library, definition: &'a Definition) -> Self {
        let part = |words: String| (words.clone(), Wording::of(&words));
        let parts = definition.parts.iter().map(|&place| part(library.words(place).into_owned())).collect();
        // What a date says is what may differ.
        let words = library.words(definition.place).replace(|c: char| c.is_ascii_digit(), " ");
        Told { definition, words: Wording::of(&words), parts }
    }

    fn wordings(&self) -> Vec<Wording> {
        self.parts.iter().map(|(_, wording)| wording.clone()).collect()
    }

    /// Whether two sources tell the same thing: they list the same parts, or two thirds of them, or have mostly the same
    /// words. Two translations of one saying do not differ in what they say.
    fn is_about_the_same(&self, library: &Library, other: &Told) -> bool {
        let (here, there) = (self.definition.place, other.definition.place);
        let saying = |place| library.utterance_at(place).map(|utterance| utterance as *const _);
        if here.source == there.source || saying(here).is_some_and(|one| saying(there) == Some(one)) {
            return false;
        }
        let longer = self.parts.len().max(other.parts.len());
        let lists = !self.parts.is_empty() && !other.parts.is_empty();
        let same_list = lists && 3 * pairs(&self.wordings(), &other.wordings()).len() >= 2 * longer && longer > 1;
        same_list || (!lists && self.words.likeness(&other.words) >= SAME)
    }

    fn speaker(&self) -> Option<&'a str> {
        self.definition.attribution.speaker.as_deref()
    }

    fn date(&self) -> Option<&'a str> {
        self.definition.attribution.date.as_deref()
    }

    /// Whether another tells it of somebody else. One may only be named in fewer words: “Premier Zhou” and “Zhou”.
    fn has_another_speaker(&self, other: &Told) -> bool {
        let both = self.speaker().zip(other.speaker());
        both.is_some_and(|(a, b)| Wording::of(a).likeness(&Wording::of(b)) == 0.0)
    }

    /// Whether another tells it of a time that this one rules out.
    fn has_another_date(&self, other: &Told) -> bool {
        let both = self.date().and_then(years).zip(other.date().and_then(years));
        both.is_some_and(|(a, b)| a.end() < b.start() || b.end() < a.start())
    }
}

/// Who says a thing again later does not date it otherwise: that does one who tells it of the same speaker.
fn on_date(library: &Library, group: &[&Told]) -> Option<Vec<Inline>> {
    let differs = |a: &&Told| group.iter().any(|b| a.has_another_date(b) && !a.has_another_speaker(b));
    let dated: Vec<(&Told, &str)> =
        group.iter().filter(|told| differs(told)).filter_map(|told| Some((*told, told.date()?))).collect();
    (!dated.is_empty()).then(|| side_by_side(library, "the sources differ on the date ", &dated))
}

/// Two may say the same at different times, but not have been the one who said it then.
fn on_speaker(library: &Library, group: &[&Told]) -> Option<Vec<Inline>> {
    let same_time = |a: &Told, b: &Told| a.date().is_some() == b.date().is_some() && !a.has_another_date(b);
    let differs = |a: &&Told| group.iter().any(|b| a.has_another_speaker(b) && same_time(a, b));
    let named: Vec<(&Told, &str)> =
        group.iter().filter(|told| differs(told)).filter_map(|told| Some((*told, told.speaker()?))).collect();
    (!named.is_empty()).then(|| side_by_side(library, "the sources differ on who said it ", &named))
}

fn on_parts(library: &Library, group: &[&Told]) -> Option<Vec<Inline>> {
    let listed: Vec<&Told> = group.iter().filter(|told| !told.parts.is_empty()).copied().collect();
    let mut only: Vec<(&Told, &str)> = Vec::new();
    for told in &listed {
        for (i, (part, _)) in told.parts.iter().enumerate() {
            let has = |other: &&&Told| pairs(&told.wordings(), &other.wordings()).iter().any(|pair| pair.0 == i);
            if listed.iter().any(|other| !std::ptr::eq(*other, *told) && !has(&other)) {
                only.push((told, part));
            }
        }
    }
    (!only.is_empty()).then(|| side_by_side(library, "the sources differ on the parts; not in each of them ", &only))
}

fn side_by_side(library: &Library, about: &str, told: &[(&Told, &str)]) -> Vec<Inline> {
    let mut line = vec![Inline::Emphasis(about.into())];
    for (i, (told, what)) in told.iter().enumerate() {
        line.push(Inline::Plain(if i == 0 { "" } else { " · " }.into()));
        line.push(Inline::Strong((*what).to_string()));
        line.push(Inline::Plain(" (".into()));
        line.push(Inline::Link(wording::place(library, told.definition.place), told.definition.place));
        line.push(Inline::Plain(")".into()));
    }
    line
}
