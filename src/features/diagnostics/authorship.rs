//! When words can only be those of the author of their source: what `attribution` needs where the source itself does not
//! say whose they are.

use crate::annotation::Kind;
use crate::attribution::names::{self, is_named_in};
use crate::features::View;
use crate::features::claims::Said;
use crate::features::quotations::Quoted;
use crate::text::{Span, sentences};
use crate::trace::Place;

/// Whether nothing in the sources or in the draft speaks of the person whom the writer names (who may be quoted by the
/// author), and nothing behind the quotation of the author (from whom the writer may have it, and say so).
pub(super) fn is_only_the_authors(view: View, quoted: &Quoted, said: &Said, person: &[String]) -> bool {
    let theirs = quoted.found.trace.matches.iter().flat_map(|found| found.places());
    let sources = theirs.chain([said.speaker.place]).all(|place| {
        let source = view.library.source(place);
        let meta = &source.meta;
        let about = [&meta.author, &meta.editor, &meta.title, &meta.publisher, &meta.source_line];
        let is_named = about.into_iter().flatten().any(|text| is_named_in(text, person));
        !is_named && !is_named_in(&source.near(place.span).text, person)
    });
    let behind = behind(view.text, quoted.span(view));
    let key = view.library.source(said.speaker.place).meta.cite_key.as_ref();
    let cites = |text: &str| is_named_in(text, &said.person) || key.is_some_and(|key| text.contains(key.as_str()));
    sources && !cites(behind) && !note(view.text, behind).is_some_and(cites)
}

/// Whether the writer gives the year of the sources behind the quotation, or they know of the writer's: as that of an edition,
/// or of the words themselves.
pub(super) fn knows_both_years(view: View, quoted: &Quoted, said: &Said, ours: u16, theirs: u16) -> bool {
    let (ours, theirs) = (ours.to_string(), theirs.to_string());
    let behind = behind(view.text, quoted.span(view));
    let gives = |text: &str| text.contains(&theirs);
    let places = quoted.found.trace.matches.iter().flat_map(|found| found.places());
    let knows = |place: Place| {
        let source = view.library.source(place);
        let meta = &source.meta;
        let about = [&meta.title, &meta.publisher, &meta.source_line, &meta.cite_key];
        about.into_iter().flatten().any(|text| text.contains(&ours)) || source.near(place.span).text.contains(&ours)
    };
    gives(behind) || note(view.text, behind).is_some_and(gives) || places.chain([said.speaker.place]).any(knows)
}

/// The rest of a quotation's sentence, and of the parentheses that are opened in it; it ends with the paragraph.
fn behind(text: &str, quotation: Span) -> &str {
    let rest = &text[quotation.end..];
    let lines = rest.split_inclusive('\n').enumerate();
    let lines = lines.take_while(|(number, line)| *number == 0 || !line.trim().is_empty());
    let paragraph = &rest[..lines.map(|(_, line)| line.len()).sum()];
    let is_closed = |end: usize| {
        let count = |marks: [char; 2]| paragraph[..end].matches(marks).count();
        count(['(', '[']) <= count([')', ']'])
    };
    let end = sentences(paragraph).into_iter().map(|sentence| sentence.end).find(|&end| is_closed(end));
    end.map_or(paragraph, |end| &paragraph[..end])
}

/// The note that stands behind a quotation: `[^1]`.
fn note<'a>(text: &'a str, behind: &str) -> Option<&'a str> {
    let start = behind.find("[^")?;
    let label = &behind[start..start + behind[start..].find(']')? + 1];
    let at = text.find(&format!("\n{label}:"))?;
    text[at + 1..].lines().next()
}

/// Whether a name of one word is that of somebody whom the corpus knows, or whom the draft calls by a given name somewhere.
pub(super) fn is_known(view: View, person: &[String]) -> bool {
    let concepts = view.library.concepts.iter().filter(|concept| concept.kind == Kind::Person);
    let authors = view.library.corpus.sources.iter().filter_map(|source| source.meta.author.as_deref());
    let mut known = concepts.flat_map(|concept| concept.names()).chain(authors);
    let is_of = |name: &str| names::person(name).is_some_and(|words| words.len() > 1 && words.contains(&person[0]));
    known.any(is_of) || names::is_called_in(view.text, &person[0])
}
