//! Sayings that the writer does not vouch for: `it is often claimed that Ann Lee said`, `according to Tom Berg, Ann Lee said`.

use crate::text::{Span, sentences, words};

/// Behind these stands what somebody thinks or tells, in several languages.
const THAT: &str = "that whether if dass daß ob que qu che se что будто";
/// These name who tells it, up to the next comma.
const ACCORDING: &[&[&str]] = &[
    &["according", "to"],
    &["laut"],
    &["zufolge"],
    &["selon"],
    &["d'apres"],
    &["segun"],
    &["secondo"],
    &["segundo"],
    &["по", "словам"],
];

/// Whether the sentence of a page leads to a name, `mention`, by words that make the saying somebody else's or nobody's. What
/// stands in the quotation `whole` says nothing of it.
pub(super) fn is_told_by_another(page: &str, mention: Span, whole: Span) -> bool {
    let from = if whole.end <= mention.start { whole.end } else { 0 };
    let Some(before) = page.get(from..mention.start) else { return false };
    // The sentence of the name is the last one, whatever stands behind it.
    let probe = format!("{before}X");
    let start = sentences(&probe).last().map_or(0, |sentence| sentence.start.min(before.len()));
    let lead = &before[start..];
    let all: Vec<String> = words(lead).into_iter().map(|word| word.folded).collect();
    let last = lead.rfind([',', ';', ':', '—']).map_or(lead, |at| &lead[at..]);
    let is_that = |word: &str| THAT.split_ascii_whitespace().any(|one| one == word);
    let thinks =
        words(last).iter().any(|word| is_that(&word.folded)) && !is_that(all.first().map_or("", String::as_str));
    let follows =
        |words: &&[&str]| all.windows(words.len()).any(|run| run.iter().map(String::as_str).eq(words.iter().copied()));
    // `According to Ann Lee`
    let is_own =
        |words: &&[&str]| all.iter().rev().map(String::as_str).take(words.len()).eq(words.iter().rev().copied());
    thinks || ACCORDING.iter().any(|words| follows(words) && !is_own(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_told(before: &str) -> bool {
        let page = format!("{before}Ada Brun said");
        let mention = Span::new(before.len(), before.len() + 8);
        is_told_by_another(&page, mention, Span::new(page.len(), page.len()))
    }

    #[test]
    fn what_others_say_that_somebody_said_is_not_the_writers_claim() {
        for before in [
            "It is often claimed that ",
            "My neighbour thought that in 1984 ",
            "According to Tom Berg, ",
            "Man erzählt, dass ",
            "They asked whether ",
        ] {
            assert!(is_told(before), "{before}");
        }
        for before in
            ["", "In 1984 ", "That was it. ", "He knew that. In 1984 ", "That year ", "According to ", "So it went: "]
        {
            assert!(!is_told(before), "{before}");
        }
    }
}
