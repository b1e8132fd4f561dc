//! Writing an entry into the text of a `concepts.toml`, so that nothing else in it changes.

use super::{Addition, Passage, Refusal};
use crate::annotation::{ConceptEntry, parse_concepts};
use crate::library::Telling;
use crate::text::{LineIndex, Span, fold};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

/// Where an entry is put into the text of a file, and what is put there. It goes behind the last concept, written as the
/// entries are that the file has.
pub fn inserted(file: &str, addition: &Addition) -> Result<(Span, String), Refusal> {
    let read = parse_concepts(file);
    if let Err(error) = file.parse::<DocumentMut>() {
        let line = error.span().map(|span| LineIndex::new(file).line_of(span.start) + 1).unwrap_or(1);
        return Err(Refusal(format!("concepts.toml is no TOML yet, see line {line}: mend it first")));
    }
    let named = |name: &str| {
        let folded = fold(name);
        let is_one =
            |one: &&ConceptEntry| std::iter::once(&one.name).chain(&one.aliases).any(|other| fold(other) == folded);
        read.concepts.iter().find(is_one)
    };
    if let Some(concept) = named(&addition.name) {
        return Err(Refusal(format!("“{}” is a name of `{}` already", addition.name, concept.id)));
    }
    // A form belongs to one concept.
    let free = addition.aliases.iter().filter(|form| named(form).is_none());
    let addition = &Addition { aliases: free.cloned().collect(), ..addition.clone() };
    let slug = slug(&addition.name);
    let ids = std::iter::once(slug.clone()).chain((2..).map(|n| format!("{slug}-{n}")));
    let free = |id: &String| !read.concepts.iter().any(|concept| concept.id == *id);
    let id = ids.into_iter().find(free).unwrap_or(slug);
    let ending = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = rendered(addition, &id, &Style::of(file)).replace('\n', ending);
    let last = read.concepts.iter().map(|concept| concept.span.end).max();
    let at = match last {
        Some(end) => file[end..].find('\n').map_or(file.len(), |at| end + at + 1),
        None => file.len(),
    };
    let before = &file[..at];
    let lead = match before {
        "" => String::new(),
        text if text.ends_with('\n') => ending.to_string(),
        _ => ending.repeat(2),
    };
    let tail = if file[at..].trim().is_empty() || file[at..].starts_with(['\n', '\r']) { "" } else { ending };
    let addition = format!("{lead}{entry}{tail}");
    if format!("{before}{addition}{}", &file[at..]).parse::<DocumentMut>().is_err() {
        return Err(Refusal("concepts.toml has its concepts in one list: the entry must be added by hand".into()));
    }
    Ok((Span::new(at, at), addition))
}

/// How the entries of a file are written.
struct Style {
    /// Whether the signs behind the keys stand in a column.
    aligned: bool,
    /// What stands before the lines of a definition.
    indent: &'static str,
}

impl Style {
    fn of(file: &str) -> Self {
        let has_entries = file.contains("[[concept]]");
        let mut lines = file.lines().map(str::trim_start);
        let aligned = !has_entries || lines.any(|line| line.starts_with("id  ") || line.starts_with("kind  "));
        let flat = file.contains("\n[[concept.definition]]");
        Style { aligned, indent: if flat { "" } else { "  " } }
    }
}

fn rendered(addition: &Addition, id: &str, style: &Style) -> String {
    let mut concept = Table::new();
    concept["id"] = value(id);
    concept["name"] = value(&addition.name);
    concept["kind"] = value(addition.kind.name());
    if !addition.aliases.is_empty() {
        concept["aliases"] = value(addition.aliases.iter().collect::<Array>());
    }
    arrange(&mut concept, "", style);
    let mut definitions = ArrayOfTables::new();
    for passage in &addition.passages {
        definitions.push(definition(passage, style));
    }
    if !definitions.is_empty() {
        concept.insert("definition", Item::ArrayOfTables(definitions));
    }
    let mut concepts = ArrayOfTables::new();
    concepts.push(concept);
    let mut file = DocumentMut::new();
    file.insert("concept", Item::ArrayOfTables(concepts));
    file.to_string().trim_start().to_string()
}

fn definition(passage: &Passage, style: &Style) -> Table {
    let mut table = Table::new();
    let anchor = &passage.anchor;
    table["source"] = value(&anchor.source);
    table["exact"] = value(&anchor.exact);
    for (key, words) in [("prefix", &anchor.prefix), ("suffix", &anchor.suffix)] {
        if !words.is_empty() {
            table[key] = value(words);
        }
    }
    if !passage.parts.is_empty() {
        table["parts"] = value(passage.parts.iter().collect::<Array>());
    }
    let evidence = passage.stated.evidence.iter().map(|words| ("evidence", words));
    for (key, words) in passage.stated.statements.iter().map(|(key, words)| (*key, words)).chain(evidence) {
        table[key] = value(words);
    }
    arrange(&mut table, style.indent, style);
    let remark = match passage.telling {
        Telling::Definition => "",
        Telling::Explanation => "# Explains it: a definition would say what it is.",
        Telling::Mention => "# Only mentions it: quote a passage that says what it is, if there is one.",
    };
    let remark = if remark.is_empty() { String::new() } else { format!("{}{remark}\n", style.indent) };
    table.decor_mut().set_prefix(format!("\n{remark}{}", style.indent));
    table
}

/// Puts the signs of a table into a column, where the file has them so, and its lines behind the indent.
fn arrange(table: &mut Table, indent: &str, style: &Style) {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_string()).collect();
    let width = keys.iter().map(String::len).max().unwrap_or(0).max(7);
    for key in keys {
        if let Some(mut written) = table.key_mut(&key) {
            let pad = if style.aligned { width - key.len() } else { 0 };
            written.leaf_decor_mut().set_prefix(indent);
            written.leaf_decor_mut().set_suffix(" ".repeat(pad + 1));
        }
    }
}

/// A name as an id: its words in small letters without accents, joined by hyphens.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<String> =
        folded.split(' ').map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect()).collect();
    let slug = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "concept".into() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Anchor, Kind};
    use crate::library::Stated;
    use std::path::PathBuf;

    fn addition(name: &str) -> Addition {
        let anchor = Anchor { source: "a".into(), exact: "Open \"gates\" \\ for all".into(), ..Anchor::default() };
        let passage = Passage { anchor, parts: Vec::new(), stated: Stated::default(), telling: Telling::Definition };
        Addition {
            name: name.into(),
            kind: Kind::Policy,
            aliases: Vec::new(),
            file: PathBuf::new(),
            passages: vec![passage],
        }
    }

    fn added(file: &str, name: &str) -> String {
        let (span, new) = inserted(file, &addition(name)).unwrap();
        let mut out = file.to_string();
        out.replace_range(span.start..span.end, &new);
        out
    }

    #[test]
    fn a_new_file_has_the_entry_alone() {
        let expected = "[[concept]]\nid      = \"open-gates\"\nname    = \"open gates\"\nkind    = \"policy\"\n\n  \
                        [[concept.definition]]\n  source  = \"a\"\n  exact   = 'Open \"gates\" \\ for all'\n";
        assert_eq!(added("", "open gates"), expected);
    }

    #[test]
    fn an_entry_comes_behind_the_last_concept_and_all_else_stays_as_it_was() {
        let file = "# My glossary\n\n[[concept]] # one\nid = 'a' # first\nname = 'A'\nkind = 'policy'\n\n# Sayings\n\
                    [[utterance]]\nspeaker = 'x'\n  [[utterance.member]]\n  source = 's'\n  exact = 'y' # end";
        let new = added(file, "open gates");
        let (before, behind) = file.split_at(file.find("\n# Sayings").unwrap());
        assert!(new.starts_with(before) && new.ends_with(behind), "{new}");
        assert!(new.contains("\n[[concept]]\nid = \"open-gates\"\n"), "{new}");
        assert_eq!(parse_concepts(&new).problems, []);
        assert_eq!(parse_concepts(&new).concepts.len(), 2);
    }

    #[test]
    fn ids_are_new_and_line_ends_are_the_files() {
        let file = "[[concept]]\r\nid = 'open-gates'\r\nname = 'x'\r\nkind = 'policy'\r\n";
        let new = added(file, "Open Gates");
        assert!(new.contains("id = \"open-gates-2\"\r\n") && !new.replace("\r\n", "").contains('\n'), "{new}");
    }

    #[test]
    fn what_cannot_be_added_says_why() {
        let refused = |file: &str| inserted(file, &addition("open gates")).unwrap_err().0;
        assert!(refused("\n[[concept]\n").contains("line 2"));
        let file = "[[concept]]\nid = 'a'\nname = 'A'\naliases = ['Open gates']\nkind = 'policy'\n";
        assert_eq!(refused(file), "“open gates” is a name of `a` already");
        let file = "concept = [\n  { id = 'a', name = 'A', kind = 'policy' },\n]\n";
        assert!(refused(file).contains("by hand"));
    }
}
