//! Tracing with what the annotation layer knows: an utterance in several translations is not misquoted by one that
//! resembles none of them closely, and who writes a name takes no words from anybody.

use super::{Library, Utterance};
use crate::attribution::{names, person_in_tag, speaker_labels, speech_tags};
use crate::text::Span;
use crate::trace::{Change, Edit, Match, Place, THRESHOLD, Trace, Unmarked, Verdict};

/// A passage known to be an utterance, which people quote and translate, is believed with a smaller score than another.
const LIKELY: f32 = 0.4;
/// A quotation that shares less than this with the translation it resembles most is another translation.
const SAME_TRANSLATION: f32 = 0.7;

/// A quotation longer than this, in bytes, of which nothing is found, is not traced again without who speaks in it.
const LONGEST_WITH_ASIDES: usize = 200;
/// A clause that says who speaks is no longer than this, in bytes …
const LONGEST_SPEAKER: usize = 120;
/// … is told by so many on either side …
const BESIDE_A_SPEAKER: usize = 24;
/// … and has no more besides its words.
const MARKS_OF_A_CLAUSE: usize = 2;
/// A clause of which the source has more than one of so many parts is the source's own: `he said` that became `she said`.
const PART_OF_A_CLAUSE: usize = 3;
/// Sources that are asked who speaks, at most.
const MOST_SOURCES: usize = 6;
/// Bytes around a passage in which the ends of its paragraph are looked for.
const AROUND: usize = 200;

impl Library {
    /// Finds where the words between a pair of marks come from; see [`crate::trace::Tracer::trace`].
    pub fn trace(&self, text: &str, exclude: Option<usize>) -> Trace {
        let mut trace = self.traced(text, exclude);
        let translated = |found: &Match| self.utterance_at(found.extent()).is_some_and(|u| u.members.len() > 1);
        if let Some(at) = trace.similar.iter().position(|found| found.score >= LIKELY && translated(found)) {
            let mut found = trace.similar.remove(at);
            found.score = THRESHOLD;
            trace.matches.push(found);
        }
        for found in &mut trace.matches {
            self.leave_speakers_out(found);
            let altered = found.verdict == Verdict::Altered && found.coverage < SAME_TRANSLATION;
            let utterance = altered.then(|| self.utterance_at(found.extent())).flatten();
            if let Some(utterance) = utterance.filter(|utterance| utterance.members.len() > 1) {
                found.verdict = Verdict::OtherTranslation;
                keep_within(found, utterance);
            }
        }
        trace
    }

    /// Counts it as no alteration that a quotation leaves out a clause by which the source says who speaks: `dit-il`.
    fn leave_speakers_out(&self, found: &mut Match) {
        let is_short = |edit: &&mut Edit| {
            matches!(edit.change, Change::Dropped | Change::Omission) && edit.place.span.len() <= LONGEST_SPEAKER
        };
        for edit in found.edits.iter_mut().filter(is_short) {
            let near = self.source(edit.place).near(edit.place.span);
            let left_out = near.local(edit.place.span);
            let is_set_off = |before: &str| before.trim_end().ends_with([',', '—', '–', '-']);
            if !near.covers(edit.place.span) || !near.text.get(..left_out.start).is_some_and(is_set_off) {
                continue;
            }
            let words = near.of(edit.place.span);
            let around = Span::new(left_out.start.saturating_sub(BESIDE_A_SPEAKER), left_out.end + BESIDE_A_SPEAKER);
            let around = around.of(&near.text);
            let says_so =
                |clause: &Span| clause.of(around).contains(words) && clause.len() <= words.len() + MARKS_OF_A_CLAUSE;
            if speech_tags(around).iter().any(says_so) {
                edit.change = Change::Ellipsis;
            }
        }
        if found.edits.iter().all(|edit| edit.change.is_fine()) {
            found.verdict = Verdict::Verbatim;
        }
    }

    /// Traces words as they stand; where they are altered, without the clauses in them that say who speaks and that the source
    /// lacks.
    fn traced(&self, text: &str, exclude: Option<usize>) -> Trace {
        let trace = self.tracer().trace(text, exclude);
        if trace.verdict() == Verdict::Verbatim {
            return trace;
        }
        let has = |found: &Match, clause: Span| {
            kept(found)
                .filter(|same| same.overlaps(clause))
                .map(|same| Span::new(same.start.max(clause.start), same.end.min(clause.end)).len())
                .sum::<usize>()
                * PART_OF_A_CLAUSE
                > clause.len()
        };
        // Of a long quotation what is left without them is found with them, too.
        if trace.best().is_none() && text.len() > LONGEST_WITH_ASIDES {
            return trace;
        }
        // Where the source has a clause of its own there, the writer's is another one: `said Mr Hale` for `wrote Ann Lee`.
        let replaces = |found: &Match, clause: Span| {
            let mut others =
                found.edits.iter().filter(|edit| edit.change != Change::Same && edit.change != Change::Added);
            others.any(|edit| {
                let is_tag = |words: &str| {
                    speech_tags(&format!("…, {words}, …"))
                        .iter()
                        .any(|tag| tag.len() + MARKS_OF_A_CLAUSE >= words.len())
                };
                edit.quoted.overlaps(clause) && is_tag(&self.words(edit.place))
            })
        };
        let mut asides = speech_tags(text);
        asides.retain(|&clause| !trace.best().is_some_and(|best| has(best, clause) || replaces(best, clause)));
        let trace = match self.without(text, &asides, exclude) {
            Some(without) => {
                // Words that the source gives to somebody else are misquoted.
                let count = asides.len();
                asides.retain(|aside| !self.is_anothers(&without, aside.of(text)));
                let unchanged = (asides.len() == count).then_some(without);
                unchanged.or_else(|| self.without(text, &asides, exclude)).unwrap_or(trace)
            }
            None => trace,
        };
        // A name that the source has elsewhere, too, is the writer's where it does not lead to what follows.
        let goes_on = |found: &Match, label: Span| kept(found).any(|same| same.overlaps(label) && same.end > label.end);
        let Some(best) = trace.best() else { return trace };
        let mut labels = speaker_labels(text);
        labels.retain(|&label| !goes_on(best, label));
        if labels.is_empty() {
            return trace;
        }
        let other = self.tracer().trace_without(text, &[labels, asides].concat(), exclude);
        let count = |trace: &Trace| trace.best().map_or(usize::MAX, |best| best.alterations().count());
        if count(&other) < count(&trace) { other } else { trace }
    }

    /// Traces words without some clauses in them; `None` where there are none.
    fn without(&self, text: &str, asides: &[Span], exclude: Option<usize>) -> Option<Trace> {
        (!asides.is_empty()).then(|| self.tracer().trace_without(text, asides, exclude))
    }

    /// Whether a clause of saying names a person, and each of the first sources of the words is sure that another one says them.
    fn is_anothers(&self, trace: &Trace, clause: &str) -> bool {
        let Some(person) = person_in_tag(clause) else { return false };
        let speaks = |found: &Match| {
            let place = found.extent();
            let annotated = self.annotated_at(place).and_then(|attribution| attribution.speaker.clone());
            let told = || self.told_at(place).filter(|told| told.is_sure)?.attribution.speaker;
            annotated.or_else(told).or_else(|| self.author_of(place).map(str::to_string))
        };
        let is_another = |found: &Match| {
            speaks(found)
                .and_then(|name| names::of_person(&name))
                .is_some_and(|other| !names::may_be_one(&person, &other))
        };
        !trace.matches.is_empty() && trace.matches.iter().take(MOST_SOURCES).all(is_another)
    }

    /// The runs of `text` that are a source's and that are long enough, names and titles left out; see
    /// [`crate::trace::Tracer::unmarked`].
    pub fn unmarked(&self, text: &str, least: usize, exclude: Option<usize>) -> Vec<Unmarked> {
        let names = |text: &str| self.annotated_terms().terms(text).into_iter().map(|name| name.span).collect();
        let mut found = self.tracer().unmarked(text, least, exclude, &names);
        found.retain(|one| !self.is_title(one.place));
        found
    }

    /// Whether a place is a paragraph by itself that is no sentence.
    fn is_title(&self, place: Place) -> bool {
        let source = self.source(place);
        let near = source.near(Span::new(place.span.start.saturating_sub(AROUND), place.span.end + AROUND));
        let span = near.local(place.span);
        let is_bare = |line: &str| !line.contains(|c: char| c.is_alphanumeric() || ".!?;:,…".contains(c));
        near.text[..span.start].rsplit('\n').take(2).all(is_bare)
            && near.text[span.end..].split('\n').take(2).all(is_bare)
    }
}

/// The words of a quotation that a match has as they stand in the source.
fn kept(found: &Match) -> impl Iterator<Item = Span> + '_ {
    found.edits.iter().filter(|edit| edit.change == Change::Same).map(|edit| edit.quoted)
}

/// Leaves out of a match what lies around the utterance: single words that happen to stand there too.
fn keep_within(found: &mut Match, utterance: &Utterance) {
    let inside = |place: &Place| {
        let mut homes = utterance.members.iter().map(|member| member.place);
        homes.any(|home| home.source == place.source && home.span.overlaps(place.span))
    };
    if found.segments.iter().any(inside) {
        found.segments.retain(inside);
    }
}
