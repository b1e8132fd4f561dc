//! Completions in the protocol's words.

use super::documents::Document;
use crate::annotation;
use crate::features::completion::{About, Completion, Fragment, Kind};
use crate::text::Span;
use serde_json::{Value, json};
use tower_lsp::lsp_types::*;

/// Behind these an editor asks by itself, as it does at the letters of a word: a list of parts or a quotation may go on.
pub const TRIGGERS: [&str; 9] = [":", ",", ";", " ", "：", "，", "；", "、", "("];

/// Completions, best first. All of them replace the same range, from the first letter that any of them takes the place of:
/// some clients know only one start for all. The filter text is what was typed: the server has matched it already, by rules
/// that the client lacks.
pub fn items(document: &Document, completions: &[Completion], snippets: bool) -> Vec<CompletionItem> {
    let Some(start) = completions.iter().map(|completion| completion.replaces.start).min() else { return Vec::new() };
    let item = |(rank, found)| item(document, found, rank, start, snippets);
    completions.iter().enumerate().map(item).collect()
}

fn item(document: &Document, completion: &Completion, rank: usize, start: usize, snippets: bool) -> CompletionItem {
    let replaces = Span::new(start, completion.replaces.end);
    let kept = Span::new(start, completion.replaces.start).of(document.text());
    let has_stops = snippets && completion.text.iter().any(|fragment| matches!(fragment, Fragment::Stop(_)));
    let text =
        if has_stops { snippet(&completion.text) } else { completion.text.iter().map(Fragment::shown).collect() };
    let edit = TextEdit { range: document.range(replaces), new_text: format!("{kept}{text}") };
    // An edit of a completion must stay on the line of the cursor.
    let above = completion.above.map(|span| TextEdit { range: document.range(span), new_text: String::new() });
    let mends = completion.mends.as_ref().map(|(at, sign)| {
        let range = document.range(Span::new(*at, *at));
        TextEdit { range, new_text: sign.clone() }
    });
    let others: Vec<TextEdit> = above.into_iter().chain(mends).collect();
    let mut data = match &completion.about {
        About::Concept(id) => json!({ "concept": id }),
        About::Passage(source, span) => json!({ "source": source, "start": span.start, "end": span.end }),
    };
    data["uri"] = json!(document.uri);
    CompletionItem {
        label: completion.label.clone(),
        kind: Some(kind(completion.kind)),
        detail: Some(completion.detail.clone()),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(replaces.of(document.text()).to_string()),
        insert_text_format: has_stops.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        additional_text_edits: (!others.is_empty()).then_some(others),
        data: Some(data),
        ..CompletionItem::default()
    }
}

fn kind(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Name(annotation::Kind::Person) => CompletionItemKind::VARIABLE,
        Kind::Name(annotation::Kind::Organisation) => CompletionItemKind::MODULE,
        Kind::Name(annotation::Kind::Event) => CompletionItemKind::EVENT,
        Kind::Name(annotation::Kind::Document) => CompletionItemKind::FILE,
        Kind::Name(_) => CompletionItemKind::KEYWORD,
        Kind::Part => CompletionItemKind::ENUM_MEMBER,
        Kind::Parts => CompletionItemKind::SNIPPET,
        Kind::Quotation => CompletionItemKind::TEXT,
    }
}

/// Text with stops for the cursor, in the protocol's notation.
fn snippet(fragments: &[Fragment]) -> String {
    let mut stop = 0;
    let mut out = String::new();
    for fragment in fragments {
        let escaped = fragment.shown().replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
        match fragment {
            Fragment::Text(_) => out.push_str(&escaped),
            Fragment::Stop(_) => {
                stop += 1;
                out.push_str(&format!("${{{stop}:{escaped}}}"));
            }
        }
    }
    out + "$0"
}

/// What a completion is about, as the client sends it back, and the document that it was offered for.
pub fn about(data: &Value) -> Option<(About, Url)> {
    let text = |name| data.get(name).and_then(Value::as_str).map(str::to_string);
    let number = |name| data.get(name).and_then(Value::as_u64).map(|number| number as usize);
    let about = match text("concept") {
        Some(id) => About::Concept(id),
        None => About::Passage(text("source")?, Span::new(number("start")?, number("end")?)),
    };
    Some((about, Url::parse(&text("uri")?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_snippet_are_escaped_in_it() {
        let fragments = [Fragment::Text("a $1, ".into()), Fragment::Stop("{b} \\ c".into())];
        assert_eq!(snippet(&fragments), "a \\$1, ${1:{b\\} \\\\ c}$0");
    }
}
