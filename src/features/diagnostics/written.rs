//! What is wrong in a file that people write for glossator: `annotation` in `corpus.toml` and `concepts.toml`, `settings` in
//! `glossator.toml`. What that is, the rooms that read the files say.

use super::{Finding, Rules, Subject};
use crate::settings::{Check, Silenced};
use crate::text::Span;

/// The findings of `check` in a file with this text, in its order: each problem, with its span in the text, that is not
/// silenced.
pub fn findings_of_file(
    text: &str,
    check: Check,
    problems: impl IntoIterator<Item = (Span, String)>,
    rules: Rules,
) -> Vec<Finding> {
    if rules.settings.is_silent(check, rules.path) {
        return Vec::new();
    }
    let finding = |(span, message)| Finding::new(check, rules.settings, Subject::Words, span, message);
    let mut all: Vec<Finding> = problems.into_iter().map(finding).collect();
    all.sort_by_key(|finding| finding.span);
    rules.baseline.leave_out(&mut all, |finding| Silenced::new(rules.file, check, finding.span.of(text)));
    all
}
