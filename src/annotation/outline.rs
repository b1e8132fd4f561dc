//! What stands where in a TOML file that is being written: its tables, keys and strings with their places, as far as they
//! can be told while the rest is broken.

use crate::text::Span;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// Values nested deeper are not looked at.
const DEEPEST: u32 = 40;

/// The tables of a file.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// In the order of the file; an inline table comes after the one that it stands in. The first has no header.
    pub tables: Vec<Table>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its path: `concept.definition` for `[[concept.definition]]`, and for an inline table that of the table around it
    /// and its key.
    pub path: String,
    /// Its header, brackets included; of an inline table its opening brace.
    pub header: Span,
    /// From its header to the end of its last value.
    pub span: Span,
    /// Its keys, in order.
    pub entries: Vec<Entry>,
    /// Whether it is an inline table.
    pub is_inline: bool,
}

/// A key with its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The key as it is written, without quotation marks.
    pub name: String,
    /// The key.
    pub key: Span,
    /// From the sign behind the key to the end of the value.
    pub value: Span,
    /// The strings of the value: one, or those of a list.
    pub strings: Vec<Text>,
    /// Whether the value is a list.
    pub is_list: bool,
}

/// A string, or what stands in the place of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What it says.
    pub value: String,
    /// Its bytes, quotation marks included.
    pub span: Span,
    /// Its bytes between the quotation marks.
    pub inner: Span,
}

impl Outline {
    /// Takes a file apart. Broken places are passed over.
    pub fn of(text: &str) -> Self {
        let tokens = Source::new(text).lex().into_vec();
        let mut events: Vec<Event> = Vec::new();
        let mut receiver = |event: Event| events.push(event);
        let mut guarded = RecursionGuard::new(&mut receiver, DEEPEST);
        let mut errors: Option<ParseError> = None;
        parse_document(&tokens, &mut guarded, &mut errors);
        let mut reading = Reading { text, tables: vec![Table::default()], open: vec![0], header: None };
        events.iter().for_each(|event| reading.take(event));
        Outline { tables: reading.tables }
    }

    /// The innermost table that the byte `offset` lies in: behind a table's last value one is still in it.
    pub fn table_at(&self, offset: usize) -> Option<&Table> {
        let inline = self.tables.iter().rev().find(|table| {
            table.is_inline
                && table.span.start < offset
                && (offset < table.span.end || table.span.end <= table.header.end)
        });
        inline.or_else(|| self.tables.iter().rev().find(|table| !table.is_inline && table.header.start <= offset))
    }

    /// The key whose value the byte `offset` lies in, or touches.
    pub fn entry_at(&self, offset: usize) -> Option<(&Table, &Entry)> {
        let all = self.tables.iter().rev().flat_map(|table| table.entries.iter().map(move |entry| (table, entry)));
        let mut touched = all.filter(|(_, entry)| entry.key.join(entry.value).touches(offset));
        // Inline tables come last and are inside.
        touched.next()
    }
}

impl Table {
    /// The entry of a key.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The string of a key.
    pub fn text(&self, name: &str) -> Option<&Text> {
        self.entry(name)?.strings.first()
    }
}

impl Entry {
    /// The string that the byte `offset` touches, with its number.
    pub fn string_at(&self, offset: usize) -> Option<(usize, &Text)> {
        self.strings.iter().enumerate().find(|(_, text)| text.span.touches(offset))
    }
}

struct Reading<'a> {
    text: &'a str,
    tables: Vec<Table>,
    /// The table that keys go to, and the tables around it where it is inline.
    open: Vec<usize>,
    /// A header that is being read, with its path so far.
    header: Option<(usize, String)>,
}

impl Reading<'_> {
    fn take(&mut self, event: &Event) {
        let span = Span::new(event.span().start(), event.span().end());
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => self.header = Some((span.start, String::new())),
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                let (start, path) = self.header.take().unwrap_or_default();
                let header = Span::new(start, span.end);
                self.open = vec![self.tables.len()];
                self.tables.push(Table { path, header, span: header, ..Table::default() });
            }
            EventKind::SimpleKey => self.key(span),
            EventKind::KeyValSep => self.with_entry(|entry| entry.value = span),
            EventKind::Scalar => self.scalar(span),
            EventKind::ArrayOpen => self.with_entry(|entry| {
                entry.is_list = true;
                entry.value = entry.value.join(span);
            }),
            EventKind::ArrayClose | EventKind::ValueSep => self.reach(span),
            EventKind::InlineTableOpen => {
                let table = &self.tables[self.current()];
                let key = table.entries.last().map(|entry| entry.name.as_str()).unwrap_or_default();
                // A list of members is what tables of one member each are.
                let key = if key == "members" { "member" } else { key };
                let path = if table.path.is_empty() { key.to_string() } else { format!("{}.{key}", table.path) };
                self.open.push(self.tables.len());
                self.tables.push(Table { path, header: span, span, is_inline: true, ..Table::default() });
            }
            EventKind::InlineTableClose => {
                let table = self.current();
                self.tables[table].span = self.tables[table].span.join(span);
                if self.open.len() > 1 {
                    self.open.pop();
                }
                self.reach(span);
            }
            EventKind::KeySep | EventKind::Whitespace | EventKind::Comment | EventKind::Newline | EventKind::Error => {}
        }
    }

    fn current(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn key(&mut self, span: Span) {
        let name = span.of(self.text).trim_matches(['"', '\'']).to_string();
        if let Some((_, path)) = &mut self.header {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&name);
            return;
        }
        let table = self.current();
        self.tables[table].entries.push(Entry {
            name,
            key: span,
            value: Span::new(span.end, span.end),
            ..Entry::default()
        });
        self.tables[table].span = self.tables[table].span.join(span);
    }

    fn scalar(&mut self, span: Span) {
        if self.header.is_some() {
            return;
        }
        let text = string(self.text, span);
        self.with_entry(|entry| {
            entry.strings.push(text);
            entry.value = entry.value.join(span);
        });
        self.reach(span);
    }

    /// The value that is being read, and those around it, reach so far.
    fn reach(&mut self, span: Span) {
        for &table in &self.open {
            let table = &mut self.tables[table];
            table.span = table.span.join(span);
            if let Some(entry) = table.entries.last_mut() {
                entry.value = entry.value.join(span);
            }
        }
    }

    fn with_entry(&mut self, act: impl FnOnce(&mut Entry)) {
        let table = self.current();
        if let Some(entry) = self.tables[table].entries.last_mut() {
            act(entry);
        }
    }
}

/// What a value says; one without quotation marks says what is written.
fn string(text: &str, span: Span) -> Text {
    let raw = span.of(text);
    let marks = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| raw.starts_with(mark)).unwrap_or_default();
    let body = &raw[marks.len()..];
    let closed = !marks.is_empty() && body.ends_with(marks);
    let end = if closed { span.end - marks.len() } else { span.end };
    let inner = Span::new(span.start + marks.len(), end);
    let parsed = toml::de::DeValue::parse(raw).ok();
    let value = parsed.and_then(|value| value.get_ref().as_str().map(str::to_string));
    Text { value: value.unwrap_or_else(|| inner.of(text).to_string()), span, inner }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<String> {
        let entry = |entry: &Entry| {
            let strings: Vec<&str> = entry.strings.iter().map(|text| text.value.as_str()).collect();
            format!("{}={}", entry.name, strings.join("|"))
        };
        let table = |table: &Table| {
            let entries: Vec<String> = table.entries.iter().map(entry).collect();
            format!("{}: {}", table.path, entries.join(" "))
        };
        Outline::of(text).tables.iter().skip(1).map(table).collect()
    }

    #[test]
    fn tables_keys_and_strings_are_found_with_their_places() {
        let text = "[[concept]]\nid = 'a'\naliases = [\n  \"A\\tb\", # two\n  'C',\n]\n  [[concept.definition]]\n  \
                    source = 'x'\n[[utterance]]\nmembers = [{ source = 's', exact = 'z' }]\n";
        assert_eq!(
            shown(text),
            [
                "concept: id=a aliases=A\tb|C",
                "concept.definition: source=x",
                "utterance: members=",
                "utterance.member: source=s exact=z",
            ]
        );
        let outline = Outline::of(text);
        let at = |words: &str| text.find(words).unwrap();
        assert_eq!(outline.table_at(at("'x'")).unwrap().path, "concept.definition");
        assert_eq!(outline.table_at(at("'z'")).unwrap().path, "utterance.member");
        let (table, entry) = outline.entry_at(at("'C'")).unwrap();
        assert_eq!((table.path.as_str(), entry.name.as_str()), ("concept", "aliases"));
        let (number, string) = entry.string_at(at("'C'") + 1).unwrap();
        assert_eq!((number, string.inner.of(text)), (1, "C"));
        assert_eq!(outline.entry_at(at("'z'")).unwrap().1.name, "exact");
    }

    #[test]
    fn what_is_broken_leaves_the_rest_standing() {
        for text in
            ["[[concept]]\nid = 'a'\nkind = \n", "[[concept]]\nid = 'a'\nkind = 'prin\n", "[[concept]]\nid='a'\nkind"]
        {
            let outline = Outline::of(text);
            let table = outline.table_at(text.len()).unwrap();
            assert_eq!(table.path, "concept", "{text}");
            assert_eq!(table.text("id").unwrap().value, "a", "{text}");
        }
        let text = "[[concept]]\nbroader = ['a', 'b\n[[concept]]\nid = 'x'\n";
        let outline = Outline::of(text);
        assert_eq!(outline.entry_at(text.find("'b").unwrap() + 2).unwrap().1.name, "broader");
    }

    proptest! {
        #[test]
        fn no_text_can_make_it_panic(text in "(\\[|\\]|\\{|\\}|=|'|\"|\"\"\"|#|,|\\.|\n|a|concept| |\\PC){0,60}") {
            let outline = Outline::of(&text);
            for at in 0..=text.len() {
                outline.table_at(at);
                outline.entry_at(at);
            }
        }

        #[test]
        fn deep_nesting_is_no_trouble(deep in 1usize..20_000) {
            Outline::of(&format!("a = {}", "[".repeat(deep)));
        }
    }
}
