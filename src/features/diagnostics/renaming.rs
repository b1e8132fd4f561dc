//! The name that should stand in the place of another one: with a title only where the writer gave one, and then with the one
//! that the source gives.

use crate::attribution::names;
use crate::features::View;
use crate::features::claims::Said;
use crate::features::wording::capitalised;
use crate::text::Span;

/// The source's speaker, for the place where the writer's stands.
pub(super) fn instead(view: View, span: Span, said: &Said) -> String {
    let name = &said.speaker.text;
    let had_title = names::title(span.of(view.text)).is_some();
    let title = said.title.as_deref().filter(|_| had_title);
    let whole = title.map_or(name.clone(), |title| format!("{title} {name}"));
    match begins_sentence(view.text, span.start) {
        true => capitalised(&whole),
        false => whole,
    }
}

fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '“', '"', '*', '_', '#', '>', '-']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n'])
}
