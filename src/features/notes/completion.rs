//! What may be typed next in one of the files: headers, the keys that are still missing, kinds, ids, files, names, and the
//! rest of a passage whose first words were typed.

use super::hover::of_key;
use super::{Notes, said};
use crate::annotation::{Entry, Holds, KeyDecl, Kind, Outline, Table, TableDecl};
use crate::features::card::{Card, Inline};
use crate::library::Library;
use crate::text::{Span, fold, is_word_char, sentences, words};

/// Suggestions at once, at most.
const MOST: usize = 200;
/// Passages offered, at most.
const MOST_PASSAGES: usize = 5;
/// Words of a passage that must be typed before its rest is offered.
const FEWEST_WORDS: usize = 2;
/// Names offered must have one of these many letters typed.
const FEWEST_LETTERS: usize = 1;

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// A header of a table.
    Table,
    /// A key.
    Key,
    /// One of a few values.
    Value,
    /// An id.
    Id,
    /// A name or words of a text.
    Text,
}

/// Something that may be typed.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesCompletion {
    /// As it is shown.
    pub label: String,
    /// What it is, in a few words.
    pub detail: String,
    /// What it means.
    pub documentation: Option<Card>,
    /// The bytes of the file that it takes the place of, on the line of the cursor.
    pub replaces: Span,
    /// What is put there.
    pub insert: String,
    /// What kind of thing it is.
    pub kind: Suggestion,
}

/// What may stand at the byte `offset` of a file, best first.
pub fn completions(library: &Library, notes: &Notes, text: &str, offset: usize) -> Vec<NotesCompletion> {
    let start = text[..offset].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let before = &text[start..offset];
    let line_end = text[offset..].find(['\n', '\r']).map_or(text.len(), |at| offset + at);
    let bare = before.trim_start();
    let key_start = offset - (before.len() - before.trim_end_matches(is_key_char).len());
    let at = At { library, notes, text, offset };
    let inline = notes.outline.table_at(offset).filter(|table| table.is_inline);
    if let Some(value) = at.value(start, line_end, inline) {
        return at.values(value);
    }
    if bare.starts_with('[') && !bare.contains(']') {
        let from = offset - bare.len();
        let closing = text[offset..line_end].chars().take_while(|c| *c == ']').count();
        return at.headers(Span::new(from, offset + closing));
    }
    let is_key = match inline {
        Some(_) => text[..key_start].trim_end().ends_with(['{', ',']),
        None => bare.chars().all(is_key_char),
    };
    if !is_key {
        return Vec::new();
    }
    let replaces = Span::new(key_start, offset);
    let Some(table) = notes.outline.table_at(offset) else { return Vec::new() };
    let mut all = at.keys(table, replaces);
    if inline.is_none() && replaces.is_empty() {
        all.extend(at.headers(replaces));
    }
    all
}

fn is_key_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

struct At<'a> {
    library: &'a Library,
    notes: &'a Notes,
    text: &'a str,
    offset: usize,
}

/// A value that is being written.
struct Value<'a> {
    table: &'a Table,
    key: &'static KeyDecl,
    /// The bytes that a suggestion takes the place of.
    replaces: Span,
    /// What stands there up to the cursor.
    typed: &'a str,
    /// The quotation mark that stands before it; none where there is none yet.
    mark: Option<char>,
    /// What the list has already.
    others: Vec<&'a str>,
    /// Whether the quotation mark that ends it is still missing.
    lacks_mark: bool,
    /// Whether the brackets of a list are still missing.
    lacks_brackets: bool,
}

impl<'a> At<'a> {
    /// The value that the cursor is in.
    fn value(&self, line: usize, line_end: usize, inline: Option<&Table>) -> Option<Value<'a>> {
        let outline: &'a Outline = &self.notes.outline;
        let offset = self.offset;
        let within = |entry: &Entry| {
            let is_behind = entry.key.end < offset && !entry.value.is_empty() && entry.value.start < offset;
            let last = entry.value.end.max(entry.key.end);
            let on_line = last >= line || self.text[last..offset].chars().all(|c| c == ' ' || c == '\t');
            let in_list = entry.is_list && self.is_open_list(entry.value, offset);
            let touches = entry.value.touches(offset) || in_list;
            is_behind && (touches || (on_line && entry.strings.is_empty() && !entry.is_list))
        };
        let mut tables = outline.tables.iter().rev().filter(|table| inline.is_none_or(|inline| *table == inline));
        let (table, entry) =
            tables.find_map(|table| Some((table, table.entries.iter().rev().find(|entry| within(entry))?)))?;
        let key = self.notes.kind.table(&table.path)?.keys.iter().find(|key| key.name == entry.name)?;
        let string = entry.string_at(offset).map(|(_, text)| text).filter(|text| text.span.start < offset);
        let others = entry.strings.iter().filter(|text| Some(*text) != string).map(|text| text.value.as_str());
        let others = others.collect();
        let lacks_mark =
            string.is_some_and(|text| text.inner.start > text.span.start && text.inner.end == text.span.end);
        let (replaces, mark) = match string {
            Some(text) if text.inner.start > text.span.start => {
                if offset < text.inner.start || offset > text.inner.end {
                    return None;
                }
                let end = text.inner.end.min(line_end).max(offset);
                // What was never closed may have swallowed the rest of the line.
                let end = if text.inner.end == text.span.end { offset } else { end };
                let start = text.inner.start.max(line);
                (Span::new(start, end), self.text[text.span.start..].chars().next())
            }
            Some(text) => (Span::new(text.span.start, offset), None),
            None => {
                let typed = self.text[..offset].len() - self.text[..offset].trim_end_matches(is_key_char).len();
                (Span::new(offset - typed, offset), None)
            }
        };
        let typed = &self.text[replaces.start..offset];
        let lacks_brackets = key.holds.is_list() && !entry.is_list;
        Some(Value { table, key, replaces, typed, mark, others, lacks_mark, lacks_brackets })
    }

    /// Whether the cursor is between the brackets of a list.
    fn is_open_list(&self, value: Span, offset: usize) -> bool {
        let behind = &self.text[value.end..offset.max(value.end)];
        let is_closed = value.of(self.text).trim_end().ends_with(']');
        offset >= value.start && !is_closed && behind.trim_matches([' ', '\t', '\n', '\r', ',']).is_empty()
    }

    fn headers(&self, replaces: Span) -> Vec<NotesCompletion> {
        let header = |table: &'static TableDecl| {
            let mut card = Card::default();
            card.line(vec![Inline::Plain(table.summary.into())]);
            let label = format!("[[{}]]", table.path);
            NotesCompletion {
                insert: label.clone(),
                label,
                detail: "table".into(),
                documentation: Some(card),
                replaces,
                kind: Suggestion::Table,
            }
        };
        self.notes.kind.tables().iter().map(header).collect()
    }

    /// The keys that the table does not have yet.
    fn keys(&self, table: &Table, replaces: Span) -> Vec<NotesCompletion> {
        let Some(declared) = self.notes.kind.table(&table.path) else { return Vec::new() };
        let has = |key: &&KeyDecl| table.entry(key.name).is_some_and(|entry| !entry.key.touches(self.offset));
        let typed = replaces.of(self.text);
        let mut missing: Vec<&'static KeyDecl> =
            declared.keys.iter().filter(|key| !has(key) && key.name.contains(typed)).collect();
        // Stable: those that begin so come first.
        missing.sort_by_key(|key| !key.name.starts_with(typed));
        let behind = self.text[self.offset..].trim_start_matches([' ', '\t']);
        let completion = |key: &'static KeyDecl| NotesCompletion {
            label: key.name.into(),
            detail: if key.required { "must be given".into() } else { String::new() },
            documentation: Some(of_key(key)),
            replaces,
            insert: if behind.starts_with('=') { key.name.into() } else { format!("{} = ", key.name) },
            kind: Suggestion::Key,
        };
        missing.into_iter().map(completion).collect()
    }

    fn values(&self, value: Value) -> Vec<NotesCompletion> {
        let folder = &self.library.corpus.folders[self.notes.folder];
        let source = |number: usize| &self.library.corpus.sources[number];
        let all: Vec<(String, String, Suggestion)> = match value.key.holds {
            Holds::Kind => {
                Kind::ALL.iter().map(|kind| (kind.name().into(), "kind".into(), Suggestion::Value)).collect()
            }
            Holds::ConceptIds => {
                let own = value.table.text("id").map(|text| text.value.as_str());
                let concepts = self.notes.annotations.concepts.iter();
                let others = concepts.filter(|concept| Some(concept.id.as_str()) != own);
                others.map(|concept| (concept.id.clone(), concept.name.clone(), Suggestion::Id)).collect()
            }
            Holds::SourceId => {
                let ids = folder.sources.iter();
                ids.map(|(id, number)| (id.clone(), source(*number).name().into(), Suggestion::Id)).collect()
            }
            Holds::TextFile => {
                let known: Vec<&str> = self.notes.sources.iter().map(|meta| meta.file.as_str()).collect();
                let files = self.notes.files(self.library);
                let own = value.typed;
                let new = files.filter(|file| !known.contains(file) || *file == own);
                new.map(|file| (file.to_string(), "text".into(), Suggestion::Value)).collect()
            }
            Holds::Names => self.names(&value),
            Holds::Speaker => {
                let names = said::speakers(self.library, self.notes, value.table, self.text.len());
                names.into_iter().map(|(name, what)| (name, what, Suggestion::Text)).collect()
            }
            Holds::Passage | Holds::Parts => self.passages(&value),
            Holds::Text => Vec::new(),
        };
        let typed = fold(value.typed);
        let fits = |label: &str| {
            let folded = fold(label);
            typed.is_empty() || folded.contains(&typed) || label.contains(value.typed)
        };
        let new = all.into_iter().filter(|(label, ..)| !value.others.contains(&label.as_str()) && fits(label));
        new.take(MOST).map(|(label, detail, kind)| self.written(&value, label, detail, kind)).collect()
    }

    /// The names that the corpus is known to have and that no entry has yet.
    fn names(&self, value: &Value) -> Vec<(String, String, Suggestion)> {
        if value.typed.chars().count() < FEWEST_LETTERS {
            return Vec::new();
        }
        let typed: Vec<String> = words(value.typed).into_iter().map(|word| word.folded).collect();
        let entries = &self.notes.annotations.concepts;
        let is_new = |name: &str| {
            let folded = fold(name);
            !entries.iter().any(|e| fold(&e.name) == folded || e.aliases.iter().any(|alias| fold(alias) == folded))
        };
        let mut found = self.library.names().matching(&typed);
        found.retain(|found| found.typed == typed.len() && is_new(found.name));
        found.sort_by_key(|found| (found.quality, found.concept));
        let kind = |concept: usize| self.library.concepts[concept].kind.name().to_string();
        found.into_iter().map(|found| (found.name.to_string(), kind(found.concept), Suggestion::Text)).collect()
    }

    /// The sentences of the table's source that begin with what was typed or have it in them, from there on; before anything is
    /// typed what the source has between quotation marks.
    fn passages(&self, value: &Value) -> Vec<(String, String, Suggestion)> {
        let typed = words(value.typed);
        let source = value.table.text("source").and_then(|text| self.notes.source(self.library, &text.value));
        let Some(source) = source else { return Vec::new() };
        if typed.is_empty() && value.key.holds == Holds::Passage {
            let name = self.library.corpus.sources[source].name();
            let all = said::quoted(self.library, source).into_iter();
            return all.map(|words| (words, name.to_string(), Suggestion::Text)).collect();
        }
        if typed.len() < FEWEST_WORDS {
            return Vec::new();
        }
        // The last word may not be whole yet.
        let begun =
            if value.typed.ends_with(is_word_char) { typed.len().max(FEWEST_WORDS + 1) - 1 } else { typed.len() };
        let whole = Span::new(0, typed[begun.min(typed.len()) - 1].span.end).of(value.typed);
        let places = self.library.uses(whole).into_iter().filter(|place| place.source == source);
        let folded = fold(value.typed);
        let mut found: Vec<(String, String, Suggestion)> = Vec::new();
        for place in places {
            let near = self.library.source(place).near(place.span);
            let local = near.local(place.span);
            let all = sentences(&near.text);
            let Some(sentence) = all.into_iter().find(|sentence| sentence.covers(local)) else { continue };
            let rest = Span::new(local.start, sentence.end).of(&near.text);
            let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
            if fold(&rest).starts_with(&folded) && found.iter().all(|(known, ..)| *known != rest) {
                found.push((rest, self.library.source(place).name().to_string(), Suggestion::Text));
            }
            if found.len() == MOST_PASSAGES {
                break;
            }
        }
        found
    }

    /// A value as it has to be written where the cursor is.
    fn written(&self, value: &Value, label: String, detail: String, kind: Suggestion) -> NotesCompletion {
        let body = match value.mark {
            // What would end the string is written with a typographic sign: words are compared without regard to it.
            Some('\'') => label.replace('\'', "’"),
            _ => label.replace('\\', "\\\\").replace('"', "\\\""),
        };
        let insert = match value.mark {
            Some(mark) if value.lacks_mark => format!("{body}{mark}"),
            Some(_) => body,
            None if value.lacks_brackets => format!("[\"{body}\"]"),
            None => format!("\"{body}\""),
        };
        NotesCompletion { label, detail, documentation: None, replaces: value.replaces, insert, kind }
    }
}
