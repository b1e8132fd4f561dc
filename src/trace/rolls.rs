//! Lists of names: whoever gives the same names, or titles, in the same order quotes nobody.

use super::hidden::JOINING;
use crate::text::{Span, each_word, fold, is_german, is_given_name, is_unspaced};
use std::ops::Range;

/// So many names are a list; of scripts without capitals so many.
const FEWEST: usize = 3;
const FEWEST_UNSPACED: usize = 4;
/// Small words inside a name have no more letters: `Maria del Sol`, `The End of a Year`.
const SMALL: usize = 3;
/// Letters of a name in a script without spaces, at most; between the marks of a title more.
const LONGEST_UNSPACED: usize = 4;
const LONGEST_TITLE: usize = 12;
/// So many different words of German, in so many bytes before and behind, say that a text is German: its nouns have capitals. In a
/// name there are fewer: `von und zu`.
const FEWEST_GERMAN: usize = 4;
const AROUND: usize = 300;

/// Which of some words of a text belong to a list of names behind its first word.
pub(super) fn listed(text: &str, words: &[Span]) -> Vec<bool> {
    let mut found = vec![false; words.len()];
    let items = items(text, words);
    let is_german = has_german(text, words);
    let is_listed = |words: &[Span]| is_name(text, words) && (!is_german || is_whole_name(text, words));
    let mut at = 0;
    while at < items.len() {
        let count = items[at..].iter().take_while(|item| is_listed(&words[(*item).clone()])).count();
        if count > 0 {
            let (first, last) = (&items[at], &items[at + count - 1]);
            let is_plain = text[words[first.start].start..].starts_with(is_unspaced);
            if count >= if is_plain { FEWEST_UNSPACED } else { FEWEST } {
                // The last name may lead to what is said of all of them.
                let goes_on = |word: &&Span| is_large(text, word) || joins(text, word);
                let more = words[last.end..].iter().take_while(goes_on).count();
                found[first.start + 1..last.end + if is_plain { 0 } else { more }].fill(true);
            }
        }
        at += count.max(1);
    }
    found
}

/// The runs of words between commas and conjunctions.
fn items(text: &str, words: &[Span]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for at in 0..words.len() {
        if joins(text, &words[at]) {
            all.push(start..at);
            start = at + 1;
            continue;
        }
        let gap = words.get(at + 1).map_or("", |next| &text[words[at].end..next.start]);
        let parts = match text[words[at].start..].starts_with(is_unspaced) {
            true => gap.contains(['、', '》', '」', '』']),
            false => gap.contains([',', ';', '/', '、', '，', '\n']),
        };
        if parts || at + 1 == words.len() {
            all.push(start..at + 1);
            start = at + 1;
        }
    }
    all.retain(|item| !item.is_empty());
    all
}

/// Whether some words are a name: with capitals, small words inside; or a few letters of a script that has none.
fn is_name(text: &str, words: &[Span]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if first.of(text).starts_with(is_unspaced) {
        let is_title = text[..first.start].ends_with(['《', '「', '『']);
        let letters: usize = words.iter().map(|word| word.of(text).chars().count()).sum();
        let is_open = text[first.start..last.end].contains(['，', '。', '；', '：', '！', '？']);
        return !is_open && letters <= if is_title { LONGEST_TITLE } else { LONGEST_UNSPACED };
    }
    let is_large = |word: &Span| is_large(text, word);
    let ends = text[first.start..last.end].contains(['.', '!', '?', ':']) && words.len() > LONGEST_UNSPACED;
    !ends
        && is_large(first)
        && is_large(last)
        && words.iter().all(|word| is_large(word) || word.of(text).chars().count() <= SMALL)
}

/// Whether a name says that it is one even where all nouns have capitals: it begins with a given name, or has two capitals.
fn is_whole_name(text: &str, words: &[Span]) -> bool {
    let is_given = |word: &Span| is_given_name(&fold(word.of(text)));
    words.first().is_some_and(is_given) || words.iter().filter(|word| is_large(text, word)).count() > 1
}

/// Whether a text is German around some words, as far as its small words tell.
fn has_german(text: &str, words: &[Span]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let around = Span::new(first.start.saturating_sub(AROUND), last.end + AROUND).of(text);
    let mut small: Vec<String> = Vec::new();
    each_word(around, |_, folded| {
        if is_german(folded) && !small.iter().any(|word| word == folded) {
            small.push(folded.to_string());
        }
    });
    small.len() >= FEWEST_GERMAN
}

fn is_large(text: &str, word: &Span) -> bool {
    word.of(text).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

fn joins(text: &str, word: &Span) -> bool {
    JOINING.contains(&word.of(text).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text that are no part of a list of names.
    fn own(text: &str) -> String {
        let mut words = Vec::new();
        each_word(text, |span, _| words.push(span));
        let listed = listed(text, &words);
        let own = words.iter().zip(listed).filter(|(_, listed)| !listed).map(|(word, _)| word.of(text));
        own.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_names_of_a_list_are_one_word() {
        for (text, expected) in [
            ("Otto Weidner, Ilse von der Heide, Maria del Sol and Paul Roe came", "Otto came"),
            ("Salt Road, The Year of the Eel, and A Winter at Sea", "Salt"),
            ("Ann Lee and Paul Roe met the men of the town", "Ann Lee and Paul Roe met the men of the town"),
            ("He came, saw the town, and left", "He came saw the town and left"),
            (
                "Man sieht Äpfel, Birnen und Nüsse, und das ist auch nicht von hier",
                "Man sieht Äpfel Birnen und Nüsse und das ist auch nicht von hier",
            ),
            (
                "Otto Weidner, Ilse von der Heide, Maria del Sol und Paul Roe sind auch nicht von hier, das ist klar",
                "Otto sind auch nicht von hier das ist klar",
            ),
            ("《红河》、《青山》、《白马》、《长夜将尽》", "红"),
            ("修渠、开井、种树、养蜂、筑堤而不言利的人", "修 筑 堤 而 不 言 利 的 人"),
        ] {
            assert_eq!(own(text), expected, "{text}");
        }
    }
}
