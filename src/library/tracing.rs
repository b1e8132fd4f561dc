//! Tracing with what the annotation layer knows: an utterance in several translations is not misquoted by one that
//! resembles none of them closely.

use super::{Library, Utterance};
use crate::trace::{Match, Place, Trace, Verdict};

/// A quotation that shares less than this with the translation it resembles most is another translation.
const SAME_TRANSLATION: f32 = 0.7;

impl Library {
    /// Finds where the words between a pair of marks come from; see [`crate::trace::Tracer::trace`].
    pub fn trace(&self, text: &str, exclude: Option<usize>) -> Trace {
        let mut trace = self.tracer().trace(text, exclude);
        for found in &mut trace.matches {
            let altered = found.verdict == Verdict::Altered && found.coverage < SAME_TRANSLATION;
            let utterance = altered.then(|| self.utterance_at(found.extent())).flatten();
            if let Some(utterance) = utterance.filter(|utterance| utterance.members.len() > 1) {
                found.verdict = Verdict::OtherTranslation;
                keep_within(found, utterance);
            }
        }
        trace
    }
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
