//! The keys of `corpus.toml` and `concepts.toml`, declared once: what each table may hold, and what it means. What the two
//! files are read by is held to these declarations by a test.

/// One of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotesKind {
    /// `concepts.toml`.
    Concepts,
    /// `corpus.toml`.
    Corpus,
}

impl NotesKind {
    /// Both of them.
    pub const ALL: [NotesKind; 2] = [NotesKind::Concepts, NotesKind::Corpus];

    /// The name of the file, which lies at the root of its corpus folder.
    pub fn file_name(self) -> &'static str {
        match self {
            NotesKind::Concepts => "concepts.toml",
            NotesKind::Corpus => "corpus.toml",
        }
    }

    /// The tables that it may have.
    pub fn tables(self) -> &'static [TableDecl] {
        match self {
            NotesKind::Concepts => &CONCEPTS,
            NotesKind::Corpus => &CORPUS,
        }
    }

    /// What is declared of the table with this path; `None` for one that there is not.
    pub fn table(self, path: &str) -> Option<&'static TableDecl> {
        self.tables().iter().find(|table| table.path == path)
    }
}

/// What is declared of a table.
#[derive(Debug)]
pub struct TableDecl {
    /// Its path: `concept.definition` for `[[concept.definition]]`.
    pub path: &'static str,
    /// What it is for.
    pub summary: &'static str,
    /// Its keys, those that must be there first.
    pub keys: &'static [KeyDecl],
}

/// What is declared of a key.
#[derive(Debug)]
pub struct KeyDecl {
    /// The key.
    pub name: &'static str,
    /// What its value is.
    pub holds: Holds,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in a sentence or two.
    pub summary: &'static str,
}

/// What the value of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Holds {
    Text,
    Names,
    Kind,
    ConceptIds,
    SourceId,
    /// Words of the source that the table names.
    Passage,
    /// The same, several.
    Parts,
    /// Who is said to have said it.
    Speaker,
    /// A text of the corpus.
    TextFile,
}

impl Holds {
    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        matches!(self, Holds::Names | Holds::ConceptIds | Holds::Parts)
    }
}

const fn required(name: &'static str, holds: Holds, summary: &'static str) -> KeyDecl {
    KeyDecl { name, holds, required: true, summary }
}

const fn optional(name: &'static str, holds: Holds, summary: &'static str) -> KeyDecl {
    KeyDecl { name, holds, required: false, summary }
}

const SOURCE: KeyDecl = required("source", Holds::SourceId, "The id of the text that the passage stands in.");
const EXACT: KeyDecl = required(
    "exact",
    Holds::Passage,
    "The passage, by its own words. Case, accents, punctuation and white space do not count, and … stands for words that \
     are left out. It must be found exactly once.",
);
const PREFIX: KeyDecl = optional(
    "prefix",
    Holds::Text,
    "The words directly before the passage, where `exact` alone stands in the text more than once.",
);
const SUFFIX: KeyDecl = optional(
    "suffix",
    Holds::Text,
    "The words directly after the passage, where `exact` alone stands in the text more than once.",
);
const EVIDENCE: KeyDecl = optional(
    "evidence",
    Holds::Passage,
    "A second passage of the same text, in which speaker, date or occasion stand where `exact` does not name them.",
);
const SPEAKER: KeyDecl = optional("speaker", Holds::Speaker, "Who said it, in the words of `exact` or of `evidence`.");
const DATE: KeyDecl = optional("date", Holds::Text, "When, in the words of `exact` or of `evidence`.");
const OCCASION: KeyDecl =
    optional("occasion", Holds::Text, "On what occasion, in the words of `exact` or of `evidence`.");

const CONCEPTS: [TableDecl; 4] = [
    TableDecl {
        path: "concept",
        summary: "Something that the texts speak of, with its names and the passages that say what it is.",
        keys: &[
            required("id", Holds::Text, "A stable name for it in these files, unique among all concepts."),
            required("name", Holds::Names, "The preferred name, as it is shown and completed."),
            required(
                "kind",
                Holds::Kind,
                "What kind of thing it is: principle, policy, initiative, concept, organisation, person, event or document.",
            ),
            optional(
                "aliases",
                Holds::Names,
                "Other names that the texts use. Plurals, possessives and capitals are known anyway; a name can be that of \
                 one concept only.",
            ),
            optional("avoid", Holds::Names, "Names that should not be used for it: a draft that does is told so."),
            optional("broader", Holds::ConceptIds, "The ids of concepts that it is a kind or a part of."),
            optional("related", Holds::ConceptIds, "The ids of other concepts that belong to it."),
        ],
    },
    TableDecl {
        path: "concept.definition",
        summary: "A passage that says what the concept above is.",
        keys: &[
            SOURCE,
            EXACT,
            PREFIX,
            SUFFIX,
            optional("parts", Holds::Parts, "What the passage enumerates, each part in its own words."),
            SPEAKER,
            DATE,
            OCCASION,
            EVIDENCE,
        ],
    },
    TableDecl {
        path: "utterance",
        summary: "One saying of somebody, in several texts or translations.",
        keys: &[
            optional("id", Holds::Text, "A stable name for it, unique among all utterances."),
            SPEAKER,
            DATE,
            OCCASION,
        ],
    },
    TableDecl {
        path: "utterance.member",
        summary: "A place where the utterance above stands.",
        keys: &[SOURCE, EXACT, PREFIX, SUFFIX, EVIDENCE],
    },
];

const CORPUS: [TableDecl; 1] = [TableDecl {
    path: "source",
    summary: "What is known of a text of the corpus.",
    keys: &[
        required("file", Holds::TextFile, "The file, relative to the folder of `corpus.toml`."),
        optional(
            "id",
            Holds::Text,
            "A stable name by which `concepts.toml` names it; the file's name without its ending if none is given.",
        ),
        optional("title", Holds::Text, "Its title."),
        optional("author", Holds::Text, "Who wrote it."),
        optional("editor", Holds::Text, "Who edited it."),
        optional("publisher", Holds::Text, "Who published or issued it."),
        optional("date", Holds::Text, "When, as the text writes it."),
        optional("language", Holds::Text, "Its language, a BCP 47 tag such as `en` or `pt-BR`."),
        optional("url", Holds::Text, "Where it can be read."),
        optional("cite_key", Holds::Text, "How texts cite it."),
        optional(
            "source_line",
            Holds::Text,
            "The line in which the text itself says where it comes from, as it stands there.",
        ),
    ],
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Problem, parse_concepts, parse_corpus};

    fn problems(kind: NotesKind, text: &str) -> Vec<Problem> {
        match kind {
            NotesKind::Concepts => parse_concepts(text).problems,
            NotesKind::Corpus => parse_corpus(text).1,
        }
    }

    /// The message about an unknown key lists those that are read.
    #[test]
    fn the_keys_that_are_read_are_those_that_are_declared() {
        for kind in NotesKind::ALL {
            for table in kind.tables() {
                let above = table.path.split_once('.').map(|(above, _)| format!("[[{above}]]\n")).unwrap_or_default();
                let text = format!("{above}[[{}]]\nxxxxxxxxxxxx = 1\n", table.path);
                let unknown =
                    problems(kind, &text).into_iter().find(|p| p.message.contains("unknown key `xxxxxxxxxxxx`"));
                let message = unknown.unwrap_or_else(|| panic!("{text}")).message;
                let mut read: Vec<&str> = message.split('`').skip(5).step_by(2).collect();
                // Tables below, which stand under headers of their own.
                read.retain(|key| !["definition", "member", "members"].contains(key));
                let mut declared: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
                read.sort_unstable();
                declared.sort_unstable();
                assert_eq!(read, declared, "{}", table.path);
            }
        }
    }

    #[test]
    fn what_must_be_there_is_what_is_missed() {
        for kind in NotesKind::ALL {
            for table in kind.tables() {
                let above = table.path.split_once('.').map(|(above, _)| format!("[[{above}]]\n")).unwrap_or_default();
                let found = problems(kind, &format!("{above}[[{}]]\n", table.path));
                let name = table.path.rsplit('.').next().unwrap_or_default();
                for key in table.keys {
                    let message = format!("this {name} has no `{}`", key.name);
                    assert_eq!(found.iter().any(|p| p.message == message), key.required, "{message}: {found:?}");
                }
            }
        }
    }
}
