//! Words that the writer shows as another's wording or as nobody's: `the new version renders it as “…”`, `rather than “…”`,
//! `nobody could say that it was “…”`. What they differ in is what the writer speaks of.

use crate::text::{Span, words};
use crate::trace::negates;

/// So many letters before a quotation are read, and words of its sentence.
const LETTERS_BEFORE: usize = 200;
const WORDS_BEFORE: usize = 8;
/// Say that somebody gave the words another form.
const CHANGES: &str = "render renders rendered rendering rewrite rewrites rewrote rewritten rewriting reword rewords reworded \
    rephrase rephrases rephrased paraphrase paraphrases paraphrased misremember misremembers misremembered misquote misquotes \
    misquoted misquoting misread misreads mistranslate mistranslates mistranslated translate translates translated emend emends \
    emended parody parodies parodied garble garbles garbled amend amends amended modernise modernises modernised modernize \
    modernizes modernized abridge abridges abridged misstate misstates misstated";
/// Report words; with a negation before them they say that these were not said.
const SAYS: &str = "say says said saying write writes wrote written claim claims claimed read reads reading state states stated \
    call calls called declare declares declared";
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

/// Whether the sentence of a page before the quotation `whole` says that its words are not those of its source.
pub(super) fn is_disowned(page: &str, whole: Span) -> bool {
    let before = &page[..whole.start];
    let ends =
        |at: usize| before[at..].starts_with(['.', '!', '?']) && !before[at + 1..].starts_with(char::is_alphanumeric);
    let near = before.char_indices().rev().take(LETTERS_BEFORE);
    let start = near.take_while(|&(at, _)| !ends(at) && !before[at..].starts_with("\n\n")).last();
    let sentence = words(&before[start.map_or(before.len(), |(at, _)| at)..]);
    let last: Vec<&str> =
        sentence[sentence.len().saturating_sub(WORDS_BEFORE)..].iter().map(|word| word.folded.as_str()).collect();
    let is_one = |list: &str, word: &str| list.split_ascii_whitespace().any(|one| one == word);
    let says = || last.iter().rposition(|word| is_one(SAYS, word));
    ASIDE.iter().any(|aside| last.ends_with(aside))
        || last.iter().any(|word| is_one(CHANGES, word))
        || says().is_some_and(|says| last[..says].iter().any(|word| negates(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_writer_gives_another_wording_or_denies_is_disowned() {
        let is_disowned = |before: &str| super::is_disowned(before, Span::new(before.len(), before.len()));
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
        for before in ["He said: ", "It was not so. He said: ", "The text reads ", "She did not stay, and he wrote "] {
            assert_eq!(is_disowned(before), before.starts_with("She"), "{before}");
        }
    }
}
