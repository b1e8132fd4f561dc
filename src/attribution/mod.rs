//! Who said what, when and where: each run between quotation marks with its speaker, date and occasion, as far as the
//! text says so. What it does not say stays unknown.
//!
//! A page is read as tokens in which a quotation is one token ([`tokens`]), so that the sentence around it can be read as
//! a sentence. A verb of saying, `according to` and the like are cues ([`cues`]) with a subject ([`subjects`], [`phrases`])
//! that names somebody, directly or by a pronoun ([`cast`]). Dates and occasions are read from the clause of the cue
//! ([`circumstances`], [`dates`]), and whether it says that the words were said at all ([`assertion`]). A quotation without a cue of its own continues another one only where it stands alone
//! ([`flow`]).
//!
//! The rules are for English. Texts in German, French, Spanish, Italian, Portuguese and Russian are read by fewer ([`languages`]), and those in Chinese
//! and Japanese by others ([`unspaced`]); of a text in another language nothing is said.

mod appositions;
mod assertion;
mod cast;
mod circumstances;
mod continuing;
mod cues;
mod dateline;
mod dates;
mod defined;
mod entity;
mod flow;
mod grammar;
mod handing;
mod initials;
mod insertions;
mod inverted;
mod kinds;
mod languages;
mod lexicon;
pub mod names;
mod paragraphs;
mod participles;
mod passages;
mod person;
mod phrases;
mod pronouns;
mod proper;
mod rows;
mod subjects;
mod tellers;
#[cfg(test)]
mod tests;
mod tokens;
mod unspaced;
mod verb_forms;
mod verbless;

use crate::markup::Page;
use crate::text::Span;
use lexicon::{Classes, classes};

/// What stands between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody's words.
    Speech,
    /// The name of an idea, or a word that is spoken about.
    Term,
    /// The title of a work.
    Title,
    /// Something else, such as a word held at a distance.
    Other,
}

impl Kind {
    /// As it is written in answers.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Speech => "speech",
            Kind::Term => "term",
            Kind::Title => "title",
            Kind::Other => "other",
        }
    }
}

/// Words of the text that say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The words, with single spaces.
    pub text: String,
    /// Where they stand, in bytes of the page.
    pub span: Span,
}

/// Who, when and where, as the text says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who: a person by the fullest name that the text has, an organisation, a document.
    pub speaker: Option<Named>,
    /// When.
    pub date: Option<Named>,
    /// On what occasion.
    pub occasion: Option<Named>,
    /// The passage that says so, in bytes of the page.
    pub evidence: Option<Span>,
    /// The name in the clause that says so, with the titles before it; `None` where a pronoun or a noun stands for it.
    pub mention: Option<Span>,
    /// Whether the speaker is a person with a name.
    pub is_person: bool,
    /// Whether the speaker can be nobody else: named in the same sentence, or meant by a pronoun that fits one person only.
    pub is_sure: bool,
}

/// A run between marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its bytes in the page, without the marks.
    pub span: Span,
    /// The number of its quotation in the page.
    pub quotation: usize,
    /// What it is.
    pub kind: Kind,
    /// Whose words it has.
    pub attribution: Attribution,
    /// The number of the run that it is nested in.
    pub nested_in: Option<usize>,
    /// The number of what was said at once: the halves of a split quotation and the paragraphs of a long one share it.
    /// `None` for what is no speech.
    pub utterance: Option<usize>,
}

/// The runs between marks of a page, in the page's order; a nested one comes after the one around it. Takes time in
/// proportion to the page's length.
pub fn marked(page: &Page) -> Vec<Marked> {
    let tokens = tokens::Tokens::read(page);
    in_another_language(page, &tokens).unwrap_or_else(|| flow::Flow::new(&tokens).read())
}

/// The runs of a page that the rules for English do not read.
fn in_another_language(page: &Page, tokens: &tokens::Tokens) -> Option<Vec<Marked>> {
    if let Some(language) = unspaced::of_page(page) {
        return Some(unspaced::marked(tokens, language));
    }
    languages::of_page(page).map(|words| languages::marked(tokens, words))
}

/// Whether a folded English word is a form of a verb of saying or thinking, or a noun for what is said.
pub fn is_saying(word: &str) -> bool {
    let says = Classes::SAYS.or(Classes::SAYING).or(Classes::SAY).or(Classes::SOFT);
    classes(word).is(says.or(Classes::WORDS).or(Classes::TELLS))
}

/// The clauses that say who speaks and stand inside the marks, between commas or dashes, in some words that are quoted: `dit-il`,
/// `— сказал он. —`, `he said once`; none that denies or doubts what is said. In bytes of the text.
pub fn speech_tags(text: &str) -> Vec<Span> {
    let asides = languages::asides(text);
    let mut all = languages::tags(text, &asides);
    all.extend(insertions::tags(text, &asides));
    all.sort_unstable_by_key(|tag| tag.start);
    all.dedup();
    all
}

/// The words of the name of the person who speaks, as [`names::person`] gives them, in a clause of [`speech_tags`]; `None` where it is
/// a pronoun, an office, or in doubt.
pub fn person_in_tag(clause: &str) -> Option<Vec<String>> {
    names::of_person(insertions::name(clause)?)
}

/// The names of who speaks that stand inside the marks before the words, where a sentence begins: `Mr Hale: the harvest was lost`.
/// In bytes of the text.
pub fn speaker_labels(text: &str) -> Vec<Span> {
    insertions::labels(text)
}

/// Whose some passages of a page are: of the run between marks that each lies in or, outside of marks, of whoever says or puts
/// forward what its sentence says (`In 1953 the ministry proposed …`); where nobody does, the date that opens the sentence.
/// `spans` are in bytes of the page. What a definition is held to be of.
pub fn of_passages(page: &Page, spans: &[Span]) -> Vec<Attribution> {
    passages(page, spans, true)
}

/// Whose words that somebody quotes are, as [`of_passages`] says of a passage: outside of marks only what a verb of saying before
/// them reports.
pub fn of_words(page: &Page, span: Span) -> Attribution {
    passages(page, &[span], false).pop().unwrap_or_default()
}

fn passages(page: &Page, spans: &[Span], whole: bool) -> Vec<Attribution> {
    let tokens = tokens::Tokens::read(page);
    let Some(rows) = in_another_language(page, &tokens) else {
        return flow::Flow::new(&tokens).passages(spans, whole);
    };
    let inside = |one: &&Marked, span: Span| {
        one.span.start <= span.start && one.span.end > span.start && one.kind == Kind::Speech
    };
    let of = |span: Span| rows.iter().rfind(|one| inside(one, span)).map(|one| one.attribution.clone());
    spans.iter().map(|&span| of(span).unwrap_or_default()).collect()
}
