//! Tracing with what the annotation layer knows: an utterance in several translations is not misquoted by one that
//! resembles none of them closely.

use super::Library;
use crate::trace::{Trace, Verdict};

/// A quotation that shares less than this with the translation it resembles most is another translation.
const SAME_TRANSLATION: f32 = 0.7;

impl Library {
    /// Finds where the words between a pair of marks come from; see [`crate::trace::Tracer::trace`].
    pub fn trace(&self, text: &str, exclude: Option<usize>) -> Trace {
        let mut trace = self.tracer().trace(text, exclude);
        for found in &mut trace.matches {
            let altered = found.verdict == Verdict::Altered && found.coverage < SAME_TRANSLATION;
            if altered && self.utterance_at(found.extent()).is_some_and(|utterance| utterance.members.len() > 1) {
                found.verdict = Verdict::OtherTranslation;
            }
        }
        trace
    }
}
