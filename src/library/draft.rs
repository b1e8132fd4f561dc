//! The concepts of a library as the first draft of a `concepts.toml`: to be read, cut and mended by hand.

use super::{Attribution, Concept, Definition, Library, Telling};
use crate::annotation::{self, Anchor, FoldedText, Found};
use crate::text::{Span, words};
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::sync::Arc;

/// Words that tell one of several equal passages from the others, at most.
const MOST_AROUND: usize = 12;

const HEAD: &str =
    "# A first draft: what was found in the texts, the likeliest first. Take out what is none, and mend the rest.\n";

/// The first `count` concepts as the text of an annotation file. Every passage in it is found once in its source.
pub fn draft(library: &Library, count: usize) -> String {
    let mut out = HEAD.to_string();
    let mut texts: FxHashMap<usize, Arc<str>> = FxHashMap::default();
    let mut forms: FxHashMap<String, ()> = FxHashMap::default();
    for number in 0..count {
        let concept = &library.concepts[number];
        for definition in &concept.definitions {
            let source = definition.place.source;
            texts.entry(source).or_insert_with(|| library.corpus.sources[source].text.whole());
        }
        forms.entry(crate::text::fold(&concept.name)).or_default();
    }
    let folded: FxHashMap<usize, FoldedText> =
        texts.iter().map(|(&source, text)| (source, FoldedText::new(text))).collect();
    for number in 0..count {
        entry(library, &library.concepts[number], &folded, &mut forms, &mut out);
    }
    out
}

fn entry(
    library: &Library,
    concept: &Concept,
    folded: &FxHashMap<usize, FoldedText>,
    forms: &mut FxHashMap<String, ()>,
    out: &mut String,
) {
    out.push_str("\n[[concept]]\n");
    let mut line = |key: &str, value: &str| _ = writeln!(out, "{key:<7} = {value}");
    line("id", &quoted(&concept.id));
    line("name", &quoted(&concept.name));
    line("kind", &quoted(concept.kind.name()));
    // A form belongs to one concept.
    let own = concept.aliases.iter().filter(|form| forms.insert(crate::text::fold(form), ()).is_none());
    let aliases: Vec<String> = own.map(|form| quoted(form)).collect();
    if !aliases.is_empty() {
        line("aliases", &format!("[{}]", aliases.join(", ")));
    }
    for definition in library.definitions_of(concept).iter() {
        if let Some(text) = folded.get(&definition.place.source) {
            statement(library, definition, text, out);
        }
    }
    if let Some(mention) = concept.mention {
        _ = writeln!(out, "# mentioned: {}", quoted(&library.words(mention)));
    }
}

fn statement(library: &Library, definition: &Definition, text: &FoldedText, out: &mut String) {
    let source = library.source(definition.place);
    let Some(anchor) = anchor(definition.place.span, text) else { return };
    let note = if definition.telling == Telling::Explanation {
        "  # explains it: a definition would say what it is\n"
    } else {
        ""
    };
    _ = write!(out, "\n{note}  [[concept.definition]]\n  source   = {}\n", quoted(&source.meta.id));
    _ = writeln!(out, "  exact    = {}", quoted(&anchor.exact));
    for (key, value) in [("prefix", &anchor.prefix), ("suffix", &anchor.suffix)] {
        if !value.is_empty() {
            _ = writeln!(out, "  {key:<8} = {}", quoted(value));
        }
    }
    if !definition.parts.is_empty() {
        let parts: Vec<String> = definition.parts.iter().map(|part| quoted(part.span.of(text.text))).collect();
        _ = writeln!(out, "  parts    = [{}]", parts.join(", "));
    }
    attributed(definition, text, out);
}

/// Writes what is stated of whose a definition is, with the words that say it.
fn attributed(definition: &Definition, text: &FoldedText, out: &mut String) {
    let Stated { statements, evidence } = stated(definition, text);
    for (key, value) in statements {
        _ = writeln!(out, "  {key:<8} = {}", quoted(&value));
    }
    if let Some(words) = evidence {
        _ = writeln!(out, "  {:<8} = {}", "evidence", quoted(&words));
    }
}

/// What an entry can say of whose a definition is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The keys `speaker`, `date` and `occasion`, as far as the text says so.
    pub statements: Vec<(&'static str, String)>,
    /// The words of another passage that say so, if that is needed.
    pub evidence: Option<String>,
}

/// Whose a definition is, as far as its own words or those of one other passage, the evidence, say so. `text` is its source.
pub fn stated(definition: &Definition, text: &FoldedText) -> Stated {
    let Attribution { speaker, date, occasion, evidence } = &definition.attribution;
    let stands = |value: &str, span: Span| annotation::check_statement(value, text, span).is_some();
    let evidence = evidence.filter(|evidence| evidence.source == definition.place.source);
    let evidence = evidence.and_then(|evidence| anchor(evidence.span, text).map(|anchor| (evidence.span, anchor)));
    let mut stated = Stated::default();
    let mut needed = None;
    for (key, value) in [("speaker", speaker), ("date", date), ("occasion", occasion)] {
        let Some(value) = value else { continue };
        if !stands(value, definition.place.span) {
            let Some((_, anchor)) = evidence.as_ref().filter(|(span, _)| stands(value, *span)) else { continue };
            needed = Some(anchor);
        }
        stated.statements.push((key, value.clone()));
    }
    stated.evidence = needed.map(|Anchor { exact, prefix, suffix, .. }| {
        // Evidence has no words around it of its own.
        let around = [prefix, exact, suffix].map(|words| words.trim());
        around.iter().filter(|words| !words.is_empty()).copied().collect::<Vec<_>>().join(" ")
    });
    stated
}

/// The words of a passage, with so many words around them that they are found there only.
fn anchor(span: Span, text: &FoldedText) -> Option<Anchor> {
    let exact = span.of(text.text).to_string();
    for count in 0..=MOST_AROUND {
        let anchor = Anchor {
            exact: exact.clone(),
            prefix: before(text.text, span.start, count),
            suffix: behind(text.text, span.end, count),
            ..Anchor::default()
        };
        match annotation::find(&anchor, text) {
            Found::One(_) => return Some(anchor),
            Found::Missing => return None,
            Found::Ambiguous(_) => {}
        }
    }
    None
}

fn before(text: &str, at: usize, count: usize) -> String {
    let start = (0..at.saturating_sub(400)).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let words = words(&text[start..at]);
    let first = words.len().saturating_sub(count);
    words.get(first).map_or(String::new(), |word| text[start + word.span.start..at].trim().to_string())
}

fn behind(text: &str, at: usize, count: usize) -> String {
    let end = (at + 400..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len());
    let words = words(&text[at..end]);
    let last = count.min(words.len()).checked_sub(1);
    last.map_or(String::new(), |last| text[at..at + words[last].span.end].trim().to_string())
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    toml::Value::String(text).to_string()
}
