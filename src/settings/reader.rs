//! How a TOML file that was written by hand is read: value by value, with the place of each, and with a problem for
//! what is missing, of the wrong kind or unknown. Nothing is fatal: what can be read is read.

use super::{Problem, nearest};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Of a broken file, no more syntax errors than this are reported.
const MOST_ERRORS: usize = 20;

/// What the whole of a file is called among its tables.
const FILE: &str = "file";

/// Parses TOML. Where the syntax is wrong, the table holds what could be read in spite of it.
pub fn parse_toml(text: &str) -> (DeTable<'_>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let problems = errors.into_iter().take(MOST_ERRORS).map(|error| {
        let range = error.span().unwrap_or(0..text.len());
        Problem { range, message: format!("TOML: {}", error.message().trim()) }
    });
    (table.into_inner(), problems.collect())
}

/// A string of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it says.
    pub value: String,
    /// Its bytes in the file, quotation marks included.
    pub range: Range<usize>,
}

/// One table of a file, such as a `[[concept]]`, while it is read: it remembers which keys it was asked for, so that
/// [`Toml::finish`] can tell which ones nobody knows.
pub struct Toml<'a> {
    file: &'a str,
    /// Where `file` begins in the file that problems are reported in.
    base: usize,
    name: &'static str,
    header: Range<usize>,
    values: &'a DeTable<'a>,
    asked: Vec<&'static str>,
}

impl<'a> Toml<'a> {
    /// The whole of a file, whose text is `file`.
    pub fn root(file: &'a str, values: &'a DeTable<'a>) -> Self {
        Toml::part(file, 0, values)
    }

    /// A part of a file that is TOML by itself and begins at the byte `base` of it.
    pub fn part(part: &'a str, base: usize, values: &'a DeTable<'a>) -> Self {
        Toml { file: part, base, name: FILE, header: 0..0, values, asked: Vec::new() }
    }

    fn placed(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.base..range.end + self.base
    }

    /// Where its header stands, or the whole of it if it is an inline table.
    pub fn header(&self) -> Range<usize> {
        self.placed(self.header.clone())
    }

    /// From its header to its last value.
    pub fn range(&self) -> Range<usize> {
        self.placed(self.header.start..self.header.end.max(end_of(self.values)))
    }

    /// The string of a key. A number, a date or a truth value counts as what is written.
    pub fn text(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Text> {
        let value = self.get(key)?;
        self.as_text(key, value, problems)
    }

    /// The string of a key that must be there and not be blank. A value that is no string is reported, and read as it is written.
    pub fn required(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Text> {
        let known = problems.len();
        match self.text(key, problems) {
            Some(text) if !text.value.trim().is_empty() => {
                if self.get(key).is_some_and(|value| !matches!(value.get_ref(), DeValue::String(_))) {
                    problems.push(Problem { range: text.range.clone(), message: format!("`{key}` must be a string") });
                }
                return Some(text);
            }
            Some(text) => problems.push(Problem { range: text.range, message: format!("`{key}` is empty") }),
            None if problems.len() == known => {
                problems.push(Problem { range: self.header(), message: format!("this {} has no `{key}`", self.name) })
            }
            None => {}
        }
        None
    }

    /// The strings of a key; a single string counts as a list of one, blank ones are left out.
    pub fn texts(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Text> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let texts = items.into_iter().filter_map(|item| self.as_text(key, item, problems));
        texts.filter(|text| !text.value.trim().is_empty()).collect()
    }

    /// The strings of a key that must be a list; a single one is reported, and read as a list of one.
    pub fn list(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Text> {
        let known = problems.len();
        let texts = self.texts(key, problems);
        let single = self.get(key).filter(|value| !matches!(value.get_ref(), DeValue::Array(_)));
        if let Some(value) = single.filter(|_| problems.len() == known) {
            let message = format!("`{key}` must be a list: put brackets around it");
            problems.push(Problem { range: self.placed(value.span()), message });
        }
        texts
    }

    /// The truth value of a key, and where it stands.
    pub fn truth(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<bool> {
        let value = self.get(key)?;
        let DeValue::Boolean(truth) = value.get_ref() else {
            problems
                .push(Problem { range: self.placed(value.span()), message: format!("`{key}` must be true or false") });
            return None;
        };
        Some(*truth)
    }

    /// The table of a key.
    pub fn table(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Toml<'a>> {
        let value = self.get(key)?;
        let table = self.as_table(key, value);
        if table.is_none() {
            problems.push(Problem {
                range: self.placed(value.span()),
                message: format!("`{key}` must be a table: `[{key}]`"),
            });
        }
        table
    }

    /// The tables of a key, `[[key]]` or a list of inline tables; a single table counts as a list of one.
    pub fn tables(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Toml<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match self.as_table(key, item) {
                Some(table) => tables.push(table),
                None => problems.push(Problem {
                    range: self.placed(item.span()),
                    message: format!("`{key}` must be a table: `[[{key}]]`"),
                }),
            }
        }
        tables
    }

    /// Its keys with their strings, whatever they are called; values that are no strings are reported.
    pub fn pairs(&mut self, problems: &mut Vec<Problem>) -> Vec<(Text, Text)> {
        let mut pairs = Vec::new();
        for (key, value) in self.values.iter() {
            let name = Text { value: key.get_ref().to_string(), range: self.placed(key.span()) };
            pairs.extend(self.as_text(&name.value, value, problems).map(|text| (name.clone(), text)));
        }
        pairs
    }

    /// Reports the keys that it was never asked for.
    pub fn finish(self, problems: &mut Vec<Problem>) {
        self.finish_with(|_| None, problems);
    }

    /// The same, where `hint` may know better what to do with an unknown key.
    pub fn finish_with(self, hint: impl Fn(&str) -> Option<String>, problems: &mut Vec<Problem>) {
        for key in self.values.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let meant = || Some(format!("did you mean `{}`?", nearest(name, self.asked.iter().copied())?));
            let hint = hint(name).or_else(meant).unwrap_or_else(|| self.known());
            problems.push(Problem { range: self.placed(key.span()), message: format!("unknown key `{name}`: {hint}") });
        }
    }

    /// Which keys there are, in words.
    fn known(&self) -> String {
        let (keys, are) = if self.asked.len() == 1 { ("only key", "is") } else { ("keys", "are") };
        let here = if self.name == FILE { "at the top of this file".into() } else { format!("of `{}`", self.name) };
        format!("the {keys} {here} {are} {}", listed(&self.asked))
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.values.get(key)
    }

    fn as_text(&self, key: &str, value: &Spanned<DeValue<'_>>, problems: &mut Vec<Problem>) -> Option<Text> {
        let range = self.placed(value.span());
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Array(_) | DeValue::Table(_) => {
                problems.push(Problem { range, message: format!("`{key}` must be a string") });
                return None;
            }
            _ => self.file.get(value.span()).unwrap_or_default().to_string(),
        };
        Some(Text { value: text, range })
    }

    fn as_table(&self, name: &'static str, value: &'a Spanned<DeValue<'a>>) -> Option<Toml<'a>> {
        let DeValue::Table(values) = value.get_ref() else { return None };
        Some(Toml { file: self.file, base: self.base, name, header: value.span(), values, asked: Vec::new() })
    }
}

/// The end of the last value of a table, however deep it lies.
fn end_of(table: &DeTable<'_>) -> usize {
    let end_of_value = |value: &Spanned<DeValue<'_>>| {
        let inner = match value.get_ref() {
            DeValue::Table(table) => end_of(table),
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| match item.get_ref() {
                    DeValue::Table(table) => Some(end_of(table)),
                    _ => None,
                })
                .max()
                .unwrap_or(0),
            _ => 0,
        };
        inner.max(value.span().end)
    };
    table.values().map(end_of_value).max().unwrap_or(0)
}

/// `` `a`, `b` and `c` ``
fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => "none".to_string(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(file: &str) -> (Option<Text>, Vec<String>) {
        let (table, mut problems) = parse_toml(file);
        let mut root = Toml::root(file, &table);
        let name = root.required("name", &mut problems);
        root.texts("aliases", &mut problems);
        root.tables("place", &mut problems);
        root.finish(&mut problems);
        let shown = problems.iter().map(|p| format!("{} {}", &file[p.range.clone()], p.message)).collect();
        (name, shown)
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place_and_the_rest_is_read() {
        let (name, problems) = read("name = 'a'\naliases = [['x'], 'y']\nalias = 1\nzzz = 2\nplace = 3\n");
        assert_eq!(name.unwrap().value, "a");
        assert_eq!(
            problems,
            [
                "['x'] `aliases` must be a string",
                "3 `place` must be a table: `[[place]]`",
                "alias unknown key `alias`: did you mean `aliases`?",
                "zzz unknown key `zzz`: the keys at the top of this file are `name`, `aliases` and `place`",
            ]
        );
    }

    #[test]
    fn a_number_or_a_date_without_marks_counts_as_what_is_written() {
        assert_eq!(read("name = 2011-09-06").0.unwrap().value, "2011-09-06");
        assert_eq!(read("name = 1954").0.unwrap().value, "1954");
    }

    #[test]
    fn a_required_key_that_is_blank_or_missing_is_reported_once() {
        assert_eq!(read("name = ' '").1, ["' ' `name` is empty"]);
        assert_eq!(read("").1, [" this file has no `name`"]);
        assert_eq!(read("name = []").1, ["[] `name` must be a string"]);
    }

    #[test]
    fn a_syntax_error_has_a_place_and_what_stands_around_it_is_read() {
        let (name, problems) = read("name = 'a'\naliases = [\n'b'\n[x]\n");
        assert_eq!(name.unwrap().value, "a");
        assert!(problems[0].contains("TOML: "), "{problems:?}");
    }

    proptest! {
        #[test]
        fn no_text_can_make_it_panic(
            file in r#"([\[\]{}=.,'"\\#\n ]|name|aliases|place|[a-z]|[0-9-]{1,4}|true|"""|é){0,40}"#,
        ) {
            read(&file);
        }
    }
}
