//! Reading `corpus.toml`: what is known of each source.

use super::{Problem, SourceMeta};
use crate::settings::{self, Text, Toml, parse_toml};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Reads the text of a `corpus.toml`, which has one `[[source]]` for each source that something is known of. An entry
/// without a file is left out, with a problem; so is a second one for the same file or with the same id. Where no id is
/// given, it is left empty, to be found from the names of all files.
pub fn parse_corpus(text: &str) -> (Vec<SourceMeta>, Vec<Problem>) {
    let (table, syntax) = parse_toml(text);
    let mut problems = Vec::new();
    let mut root = Toml::root(text, &table);
    let mut sources: Vec<SourceMeta> = Vec::new();
    let mut ids: FxHashMap<String, String> = FxHashMap::default();
    for entry in root.tables("source", &mut problems) {
        let header = entry.header();
        let Some(source) = source(entry, &mut problems) else { continue };
        let known = sources.iter().any(|other| other.file == source.file);
        let other = ids.get(&source.id).filter(|_| !source.id.is_empty());
        if known || other.is_some() {
            let message = match other {
                Some(other) if !known => format!("the id `{}` is already that of {other}", source.id),
                _ => format!("there is already an entry for {}", source.file),
            };
            problems.push(settings::Problem { range: header, message });
            continue;
        }
        ids.insert(source.id.clone(), source.file.clone());
        sources.push(source);
    }
    root.finish(&mut problems);
    let problems = if syntax.is_empty() { problems } else { syntax };
    (sources, problems.into_iter().map(Problem::from).collect())
}

fn source(mut entry: Toml<'_>, problems: &mut Vec<settings::Problem>) -> Option<SourceMeta> {
    let span: Span = entry.range().into();
    let file = entry.required("file", problems);
    let id = entry.text("id", problems);
    let source_line = entry.text("source_line", problems);
    let mut optional = |key| {
        let text = entry.text(key, problems)?;
        (!text.value.trim().is_empty()).then_some(text.value)
    };
    let span_of = |text: &Option<Text>| -> Span { text.as_ref().map_or(span, |text| text.range.clone().into()) };
    let (id_span, line_span) = (span_of(&id), span_of(&source_line));
    let said = |text: Option<Text>| text.map(|text| text.value).filter(|value| !value.trim().is_empty());
    let meta = SourceMeta {
        file: String::new(),
        id: said(id).unwrap_or_default(),
        title: optional("title"),
        author: optional("author"),
        editor: optional("editor"),
        publisher: optional("publisher"),
        date: optional("date"),
        language: optional("language"),
        url: optional("url"),
        cite_key: optional("cite_key"),
        source_line: said(source_line),
        span,
        id_span,
        line_span,
    };
    entry.finish(problems);
    let file = file?.value.replace('\\', "/");
    let file = file.trim_start_matches("./").to_string();
    Some(SourceMeta { file, ..meta })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_what_the_file_says_of_it_and_nothing_else() {
        let (sources, problems) =
            parse_corpus("[[source]]\nfile = './a/speech.txt'\ntitle = 'A Speech'\ndate = 1954\n");
        assert_eq!(problems, []);
        assert_eq!((sources[0].file.as_str(), sources[0].id.as_str()), ("a/speech.txt", ""));
        assert_eq!(sources[0].title.as_deref(), Some("A Speech"));
        assert_eq!(sources[0].date.as_deref(), Some("1954"));
        assert_eq!(sources[0].author, None);
    }

    #[test]
    fn entries_that_cannot_be_used_are_reported_and_the_rest_is_kept() {
        let text = "[[source]]\ntitle = 'x'\n[[source]]\nfile = 'a.txt'\nid = 'a'\n[[source]]\nfile = 'a.txt'\n\
                    [[source]]\nfile = 'b/a.txt'\nid = 'a'\n[[source]]\nfile = 'c.txt'\nid = 'c'\ntitel = 'y'\n";
        let (sources, problems) = parse_corpus(text);
        assert_eq!(sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "this source has no `file`",
                "there is already an entry for a.txt",
                "the id `a` is already that of a.txt",
                "unknown key `titel`: did you mean `title`?",
            ]
        );
    }
}
