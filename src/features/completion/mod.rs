//! What a writer may be about to write: names of principles, ideas and people; the parts of what was just named; the rest of
//! a sentence that is being quoted.

mod names;
mod parts;
mod quotation;

use super::View;
use super::card::Card;
use super::hover::{concept_card, passage_card};
use super::writing::floor;
use crate::annotation;
use crate::library::Library;
use crate::markup::Format;
use crate::text::{Span, fold, words};
use crate::trace::Place;

/// Bytes before the cursor that show how somebody writes.
const STYLE: usize = 8 * 1024;

/// Something that can be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// What it is called in the list.
    pub label: String,
    /// A word on it: what kind of thing, or who said it and where.
    pub detail: String,
    /// What it is.
    pub kind: Kind,
    /// What is written.
    pub text: Vec<Fragment>,
    /// What it takes the place of, in bytes of the page: what was typed of it on the cursor's line, up to the cursor.
    pub replaces: Span,
    /// What was typed of it on the lines above, which it takes the place of too.
    pub above: Option<Span>,
    /// A sign that is missing before the cursor, such as a comma of the source, and its place.
    pub mends: Option<(usize, String)>,
    /// What can be said of it.
    pub about: About,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The name of a concept of this kind.
    Name(annotation::Kind),
    /// A part of a concept.
    Part,
    /// All parts that are to come.
    Parts,
    /// The rest of a sentence.
    Quotation,
}

/// A piece of what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// Text as it is.
    Text(String),
    /// Text that a writer may want to change: a stop for the cursor, where the editor has such.
    Stop(String),
}

/// What can be said of a completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What the corpus says of the concept with this id.
    Concept(String),
    /// A passage: the id of its source, and its bytes there.
    Passage(String, Span),
}

/// What may come next at the byte `offset` of the page, best first. Nothing where the context is not certain: what a name,
/// a list or a quotation is not the beginning of is left alone.
pub fn completions(view: View, offset: usize) -> Vec<Completion> {
    let mut all = quotation::continuations(view, offset);
    if all.is_empty() {
        all = parts::parts(view, offset);
    }
    let names = names::names(view, offset);
    match all.first().map(|first| first.replaces) {
        Some(word) => {
            let names = names.into_iter().filter_map(|name| name.from(word, view.text));
            // A part may be a concept as well: once is enough.
            let names: Vec<_> = names.filter(|name| all.iter().all(|other| other.shown() != name.shown())).collect();
            all.extend(names);
        }
        None => all = names,
    }
    all
}

impl Completion {
    /// What it writes, whatever its capitals and signs.
    fn shown(&self) -> String {
        fold(&self.text.iter().map(Fragment::shown).collect::<String>())
    }

    /// The same name, written from the word on that the cursor touches: what was typed before stays as it is, and all
    /// completions take the place of the same bytes.
    fn from(self, word: Span, text: &str) -> Option<Self> {
        if self.replaces == word && self.above.is_none() {
            return Some(self);
        }
        let typed = fold(word.of(text));
        let at = words(&self.label).into_iter().find(|other| other.folded.starts_with(&typed))?.span.start;
        let text = vec![Fragment::Text(self.label[at..].to_string())];
        (!typed.is_empty()).then_some(Completion { text, replaces: word, above: None, ..self })
    }
}

/// What the editor shows beside a completion.
pub fn documentation(library: &Library, about: &About) -> Option<Card> {
    match about {
        About::Concept(id) => library.concept(id).map(|concept| concept_card(library, concept)),
        About::Passage(id, span) => {
            let source = library.corpus.sources.iter().position(|source| source.id == *id)?;
            Some(passage_card(library, Place { source, span: *span }))
        }
    }
}

/// What the writer wrote lately: it shows which kind of apostrophe is the writer's.
fn style<'a>(view: View<'a>, offset: usize) -> &'a str {
    &view.text[floor(view.text, offset.saturating_sub(STYLE))..offset]
}

/// Text so that it means itself in a draft: in Markdown its signs are escaped.
fn literal(text: &str, format: Format) -> String {
    if format == Format::Plain {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let means = match c {
            '*' | '`' => true,
            // Before a letter it means itself.
            '\\' => !next.is_alphanumeric(),
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '<' => next.is_alphabetic() || matches!(next, '/' | '!' | '?'),
            '~' => before == '~' || next == '~',
            '&' => next == '#' || next.is_alphanumeric(),
            '(' | '[' | ':' => before == ']',
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};
    use crate::features::signature::signatures;
    use crate::markup::Page;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

    /// What drafts are made of where lists and quotations begin, go on and end in odd ways.
    const PIECES: [&str; 34] = [
        "Five Principles of Peaceful Coexistence",
        "five principles",
        "the ",
        ": ",
        ":",
        ", namely ",
        " are ",
        " (",
        ") ",
        ", ",
        "; ",
        "mutual respect for sovereignty and territorial integrity",
        "non-aggression",
        "equality and ",
        "and ",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "« ",
        "China must be indep",
        "China must be ",
        "independent, ",
        ". ",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "2. ",
        "> ",
        "`",
        "😀",
        "和平",
    ];

    proptest! {
        #[test]
        fn whatever_is_offered_is_put_in_at_the_cursor(
            pieces in proptest::collection::vec(0usize..PIECES.len(), 0..14),
            other in "\\PC{0,4}",
            plain: bool,
        ) {
            let text = pieces.iter().map(|&piece| PIECES[piece]).collect::<String>() + &other;
            let format = if plain { Format::Plain } else { Format::Markdown };
            let page = Page::parse(&text, format);
            let view = View { library: &LIBRARY, page: &page, text: &text, own: None };
            for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                for found in completions(view, offset) {
                    prop_assert!(found.replaces.end == offset && text.is_char_boundary(found.replaces.start));
                    prop_assert!(!text[found.replaces.start..offset].contains('\n'));
                    let missing = found.mends.as_ref().map_or(0, |(at, _)| *at);
                    prop_assert!(text.is_char_boundary(missing) && missing <= found.replaces.start);
                    prop_assert!(found.text.iter().any(|fragment| !fragment.shown().is_empty()));
                }
                for signature in signatures(view, offset, None).into_iter().flat_map(|found| found.all) {
                    prop_assert!(signature.current.is_none_or(|current| current < signature.parts.len()));
                    prop_assert!(signature.parts.iter().all(|part| signature.label.is_char_boundary(part.span.end)));
                }
            }
        }
    }

    #[test]
    fn what_is_written_means_itself_in_a_draft() {
        let text = "5 * 3 <b>x</b> &amp; snake_case _so_ `c` [a](b) 1 < 2 & 3 ~~no~~ [sic]";
        assert_eq!(literal(text, Format::Plain), text);
        let escaped = r"5 \* 3 \<b>x\</b> \&amp; snake_case \_so\_ \`c\` [a]\(b) 1 < 2 & 3 \~\~no\~\~ [sic]";
        assert_eq!(literal(text, Format::Markdown), escaped);
        let page = crate::markup::Page::parse(escaped, Format::Markdown);
        assert_eq!(page.blocks[0].prose.text, text);
    }
}
