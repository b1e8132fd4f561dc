//! Words that the writer shows as another's wording or as nobody's: `the new version renders it as “…”`, `rather than “…”`,
//! `nobody could say that it was “…”`. What they differ in is what the writer speaks of.

use super::is_one_of;
use crate::text::{Span, words};
use crate::trace::negates;

/// So many letters before a quotation are read, and words of its sentence.
const LETTERS_BEFORE: usize = 200;
const WORDS_BEFORE: usize = 8;
/// Say that somebody gave the words another form, if what leads to the quotation follows.
const CHANGES: &str = "rewrite rewrites rewrote rewritten rewriting reword rewords reworded rephrase rephrases rephrased paraphrase \
    paraphrases paraphrased misremember misremembers misremembered misquote misquotes misquoted misquoting misread misreads \
    mistranslate mistranslates mistranslated emend emends emended parody parodies parodied garble garbles garbled misstate \
    misstates misstated";
/// The same, if `as` follows.
const RENDERS: &str = "render renders rendered rendering translate translates translated modernize modernizes modernized modernise \
    modernises modernised abridge abridges abridged amend amends amended";
/// Lead to what became of the words.
const LEADS: &str = "as to into thus so with";
/// Report words; with a negation before them they say that these were not said.
const SAYS: &str = "say says said saying write writes wrote written claim claims claimed read reads reading state states stated \
    call calls called declare declares declared";
/// A negation stands before its verb within so many words.
const WORDS_TO_VERB: usize = 3;
/// With these it denies nothing that is said: `not only did he say`, `not until then`, `no doubt he wrote`.
const NO_DENIAL: &str = "and that only until doubt less wonder but nothing";
/// Right before a quotation these put it aside.
const ASIDE: &[&[&str]] = &[
    &["rather", "than"],
    &["instead", "of"],
    &["and", "not"],
    &["but", "not"],
    &["not", "as"],
    &["und", "nicht"],
    &["et", "non"],
    &["y", "no"],
    &["e", "non"],
    &["а", "не"],
    &["statt"],
    &["anstatt"],
    &["au", "lieu", "de"],
    &["plutot", "que"],
    &["en", "vez", "de"],
    &["en", "lugar", "de"],
    &["invece", "di"],
    &["вместо"],
];

/// Whether the sentence of a page before the quotation `whole` says that its words are not those of its source. Of a difference
/// that `is_grave` only that it puts the words aside or denies them.
pub(super) fn is_disowned(page: &str, whole: Span, is_grave: bool) -> bool {
    let before = &page[..whole.start];
    let ends =
        |at: usize| before[at..].starts_with(['.', '!', '?']) && !before[at + 1..].starts_with(char::is_alphanumeric);
    let near = before.char_indices().rev().take(LETTERS_BEFORE);
    let start = near.take_while(|&(at, _)| !ends(at) && !before[at..].starts_with("\n\n")).last();
    let sentence = &before[start.map_or(before.len(), |(at, _)| at)..];
    let clause = &sentence[sentence.rfind([',', ';', '—', '–']).unwrap_or(0)..];
    let last_words = |text: &str| {
        let all: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
        all[all.len().saturating_sub(WORDS_BEFORE)..].to_vec()
    };
    let (last, clause) = (last_words(sentence), last_words(clause));
    let last: Vec<&str> = last.iter().map(String::as_str).collect();
    let leads = last.last().is_some_and(|word| is_one_of(LEADS, word)) || before.trim_end().ends_with(':');
    let changes = |list: &str| last.iter().any(|word| is_one_of(list, word));
    let is_denied = clause.iter().rposition(|word| is_one_of(SAYS, word)).is_some_and(|says| {
        let near = &clause[says.saturating_sub(WORDS_TO_VERB)..says];
        near.iter().any(|word| negates(word)) && !near.iter().any(|word| is_one_of(NO_DENIAL, word))
    });
    ASIDE.iter().any(|aside| last.ends_with(aside))
        || (!is_grave && leads && changes(CHANGES))
        || (!is_grave && last.last() == Some(&"as") && changes(RENDERS))
        || is_denied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_writer_gives_another_wording_or_denies_is_disowned() {
        let is_disowned = |before: &str| super::is_disowned(before, Span::new(before.len(), before.len()), false);
        for before in [
            "The RSV renders John 3:16 as ",
            "In 1848 they rewrote Jefferson: ",
            "The text reads “an establishment”, and not ",
            "Rather than ",
            "He misremembered the sentence as ",
            "Nobody could say that it was ",
        ] {
            assert!(is_disowned(before), "{before}");
        }
        for before in [
            "He said: ",
            "It was not so. He said: ",
            "The text reads ",
            "She did not stay, and he wrote ",
            "The Act, as amended in 1990, provides that ",
            "Plato, translated by Jowett, says that ",
            "They misread the map and then he said ",
            "Not only did Lincoln say ",
            "It was not until 1863 that Lincoln said ",
            "There is no doubt that he wrote ",
            "No less a man than Burke said ",
        ] {
            assert!(!is_disowned(before), "{before}");
        }
    }
}
