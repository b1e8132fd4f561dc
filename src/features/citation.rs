//! A passage of a source as a quotation: between the draft's own marks, with its source, ready to be put into a draft.

use super::View;
use super::card::one_line;
use crate::library::Library;
use crate::markup::{Format, QuotationKind, blocks_of};
use crate::trace::Place;

/// A passage, quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// Inside a sentence: `“…” (Author, *Title*, date)`.
    pub inline: String,
    /// As a paragraph of its own: in Markdown a block quotation, elsewhere the same as `inline`.
    pub block: String,
}

/// A pair of quotation marks, and the pair for a quotation inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    open: char,
    close: char,
    inner: (char, char),
}

/// Pairs of marks with the pair that custom puts inside.
const MARKS: [Marks; 8] = [
    Marks { open: '“', close: '”', inner: ('‘', '’') },
    Marks { open: '"', close: '"', inner: ('\'', '\'') },
    Marks { open: '‘', close: '’', inner: ('“', '”') },
    Marks { open: '„', close: '“', inner: ('‚', '‘') },
    Marks { open: '„', close: '”', inner: ('’', '’') },
    Marks { open: '«', close: '»', inner: ('“', '”') },
    Marks { open: '»', close: '«', inner: ('›', '‹') },
    Marks { open: '「', close: '」', inner: ('『', '』') },
];

impl Marks {
    /// The marks that a draft uses most; curved ones where it has none yet.
    pub fn of(view: View) -> Self {
        let used = |marks: &Marks| {
            let same = |kind| kind == QuotationKind::Marked { open: marks.open, close: marks.close };
            view.page.quotations.iter().filter(|quotation| same(quotation.kind)).count()
        };
        // Of equally many the first.
        MARKS.into_iter().rev().max_by_key(used).unwrap_or(MARKS[0])
    }
}

impl Default for Marks {
    fn default() -> Self {
        MARKS[0]
    }
}

/// The words of a place as a quotation in a draft of this format with these marks. `None` if the source's file has changed
/// so that the words are no longer there.
pub fn citation(library: &Library, place: Place, format: Format, marks: Marks) -> Option<Citation> {
    let words = words(library, place, format)?;
    let source = credit(library, place, format);
    let inner = nested(&words, marks);
    let inline = match (format, key(library, place)) {
        (Format::Markdown, Some(key)) => format!("{}{inner}{} [@{key}]", marks.open, marks.close),
        _ => format!("{}{inner}{} ({source})", marks.open, marks.close),
    };
    let block = match (format, key(library, place)) {
        (Format::Markdown, Some(key)) => format!("> {words} [@{key}]"),
        (Format::Markdown, None) => format!("> {words}\n>\n> — {source}"),
        (Format::Plain, _) => inline.clone(),
    };
    Some(Citation { inline, block })
}

/// The key by which a bibliography knows the source.
fn key(library: &Library, place: Place) -> Option<&str> {
    library
        .source(place)
        .meta
        .cite_key
        .as_deref()
        .filter(|key| !key.contains(|c: char| c.is_whitespace() || "[];".contains(c)))
}

/// What is known of the source: who, what, when. Without a title its file; a title is not made up.
fn credit(library: &Library, place: Place, format: Format) -> String {
    let source = library.source(place);
    let shown = |text: &str| match format {
        Format::Plain => one_line(text).trim().to_string(),
        Format::Markdown => escaped(one_line(text).trim()),
    };
    let title = match (&source.meta.title, format) {
        (Some(title), Format::Markdown) => format!("*{}*", shown(title)),
        (Some(title), Format::Plain) => shown(title),
        (None, _) => shown(&source.relative),
    };
    let author = source.meta.author.as_deref().map(shown);
    let date = source.meta.date.as_deref().map(shown);
    [author, Some(title), date].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The words of a place on one line, as they read in a draft of this format.
fn words(library: &Library, place: Place, format: Format) -> Option<String> {
    let source = library.source(place);
    let raw = source.slice(place.span);
    let is_there = !raw.trim().is_empty();
    let text = match (source.format, format) {
        (Format::Markdown, _) => {
            let blocks = blocks_of(&raw, Format::Markdown);
            let prose = blocks.iter().map(|block| block.prose.text.as_str()).collect::<Vec<_>>().join(" ");
            // Code and pictures are no prose: then the markup comes along.
            if prose.contains('\u{fffc}') && format == Format::Markdown {
                one_line(&raw)
            } else if format == Format::Markdown {
                escaped(&one_line(&prose))
            } else {
                one_line(&prose)
            }
        }
        (Format::Plain, Format::Markdown) => escaped(&one_line(&raw)),
        (Format::Plain, Format::Plain) => one_line(&raw),
    };
    is_there.then(|| text.trim().to_string())
}

/// Text in which Markdown finds nothing to render; what it leaves alone anyway is left alone.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let opens = match c {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' | '$' => true,
            '_' => !(text[..at].ends_with(char::is_alphanumeric) && next.is_alphanumeric()),
            '<' => next.is_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => next.is_alphabetic() || next == '#',
            '#' | '+' | '-' | '>' | '=' => at == 0,
            _ => false,
        };
        if opens {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A quotation inside the quotation gets the other marks.
fn nested(text: &str, marks: Marks) -> String {
    let is_ours = |c: char| c == marks.open || c == marks.close;
    if !text.contains(is_ours) || matches!(marks.open, '‘') {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins =
            text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || "([—–-".contains(before));
        out.push(match c {
            c if c == marks.open && (marks.open != marks.close || begins) => marks.inner.0,
            c if c == marks.close => marks.inner.1,
            c => c,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};
    use crate::markup::Page;
    use crate::text::Span;
    use crate::trace::Verdict;
    use std::fs;

    fn library(files: &[(&str, &str)]) -> Library {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        Library::build(Corpus::read(&[Root::Folder(folder.path().into())]))
    }

    fn place(library: &Library, words: &str) -> Place {
        let (source, start) = (0..library.corpus.sources.len())
            .find_map(|source| Some((source, library.corpus.sources[source].text.whole().find(words)?)))
            .unwrap();
        Place { source, span: Span::new(start, start + words.len()) }
    }

    const NOTES: &str =
        "[[source]]\nfile = 'a.txt'\ntitle = 'A *Great* Speech'\nauthor = 'A. Speaker'\ndate = '1954'\n";

    #[test]
    fn a_passage_is_quoted_with_its_source_as_the_draft_is_written() {
        let library = library(&[("a.txt", "He said: “We must\nbuild_it *now*.”\n"), ("corpus.toml", NOTES)]);
        let place = place(&library, "said: “We must\nbuild_it *now*.”");
        let cite = |format| citation(&library, place, format, Marks::default()).unwrap();
        assert_eq!(
            cite(Format::Plain).inline,
            "“said: ‘We must build_it *now*.’” (A. Speaker, A *Great* Speech, 1954)"
        );
        let markdown = cite(Format::Markdown);
        assert_eq!(markdown.inline, "“said: ‘We must build_it \\*now\\*.’” (A. Speaker, *A \\*Great\\* Speech*, 1954)");
        assert_eq!(
            markdown.block,
            "> said: “We must build_it \\*now\\*.”\n>\n> — A. Speaker, *A \\*Great\\* Speech*, 1954"
        );
    }

    #[test]
    fn a_source_of_a_bibliography_is_cited_by_its_key() {
        let notes = "[[source]]\nfile = 'a.txt'\ncite_key = 'speech1954'\n";
        let library = library(&[("a.txt", "We must build it now.\n"), ("corpus.toml", notes)]);
        let place = place(&library, "We must build it");
        let cite = |format| citation(&library, place, format, Marks::default()).unwrap().inline;
        assert_eq!(cite(Format::Markdown), "“We must build it” [@speech1954]");
        assert_eq!(cite(Format::Plain), "“We must build it” (a.txt)");
    }

    #[test]
    fn the_marks_are_those_of_the_draft() {
        let library = Library::default();
        let open = |text: &str| {
            let page = Page::parse(text, Format::Markdown);
            Marks::of(View { library: &library, page: &page, text, own: None }).open
        };
        assert_eq!(open("Nothing yet."), '“');
        assert_eq!(open("\"One thing,\" she said, and \"another thing\" and “a third”."), '"');
        assert_eq!(open("Er sagte: „Das ist alles.“"), '„');
    }

    #[test]
    fn what_was_put_in_is_found_verbatim() {
        let text =
            "The *first* rule: don't `panic`; 5 < 6 & so on, he said, “and \"never\" again”. Then they left_it.\n";
        let library = library(&[("a.txt", text), ("corpus.toml", NOTES)]);
        for format in [Format::Plain, Format::Markdown] {
            let words = "The *first* rule: don't `panic`; 5 < 6 & so on, he said, “and \"never\" again”.";
            let Citation { inline, block } =
                citation(&library, place(&library, words), format, Marks::default()).unwrap();
            for draft in [inline, block] {
                let page = Page::parse(&draft, format);
                let view = View { library: &library, page: &page, text: &draft, own: None };
                let quotations = crate::features::quotations::Quotations::of(view, None);
                assert_eq!(quotations.all[0].verdict(), Verdict::Verbatim, "{draft}");
            }
        }
    }
}
