//! Sayings that the writer does not vouch for: `it is often claimed that Ann Lee said`, `according to Tom Berg, Ann Lee said`.

use super::is_one_of;
use crate::attribution::is_saying;
use crate::text::{Span, sentences, words};

/// Behind these stands what somebody thinks or tells, in several languages.
const THAT: &str = "whether if dass что будто";
/// The same, but only right behind a verb or a noun of saying: `at that time`, `als ob`, `plus que`.
const THAT_BEHIND_SAYING: &str = "that ob que qu che se";
/// Such verbs and nouns, folded, beside those by which English reports speech (see [`is_saying`]).
const SAYING: &str = "believed believes belief assumed assumes supposed supposes supposition imagined imagines \
    guessed heard hear hears hoped hopes hope hoping feared fears fear suspected suspects suspicion knew know \
    knows known doubted doubts doubt agreed rumour rumor rumours rumors story stories legend myth tale report \
    reports news impression opinion view idea notion theory theories alleged presumed reputed held holds fragt \
    fragte fragten fragen gefragt frage weiss wusste wussten zweifelt zweifelte unklar dit dire disent disait \
    affirme affirment affirmait raconte racontent racontait pense pensent pensait croit croient croyait pretend \
    pretendent pretendait rapporte declare ecrit soutient assure suppose dice dicen dijo dijeron decia afirma \
    afirman afirmo cuenta cuentan conto cree creen creia piensa asegura aseguran sostiene dicono disse dissero \
    detto afferma affermano affermo racconta raccontano crede credono credeva pensano sostengono chiede chiese \
    domanda domando diz dizem disseram afirmam acredita acreditam pensam conta contam perguntou pergunta";
/// Before these `that` says when: `in a statement that year`.
const TIMES: &str = "year month week day time evening morning afternoon night spring summer autumn winter decade";
/// Between such a verb and what it tells these may name who is told.
const TOLD: &str = "me us him her them you it everyone people reporters";
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
    // No sentence goes on over a blank line.
    let Some(head) = page.get(..mention.start) else { return false };
    let block = head.rfind("\n\n").into_iter().chain(head.rfind("\n\r\n")).max().unwrap_or(0);
    let from = if whole.end <= mention.start { whole.end.max(block) } else { block };
    let Some(before) = head.get(from..) else { return false };
    // The sentence of the name is the last one, whatever stands behind it.
    let probe = format!("{before}X");
    let start = sentences(&probe).last().map_or(0, |sentence| sentence.start.min(before.len()));
    let lead = &before[start..];
    let found = words(lead);
    let all: Vec<&str> = found.iter().map(|word| word.folded.as_str()).collect();
    let last = lead.rfind([',', ';', ':', '—']).unwrap_or(0);
    let is_time = |at: usize| all.get(at + 1).is_some_and(|word| is_one_of(TIMES, word));
    let leads_to = |at: usize| {
        let is_told = || is_one_of(THAT_BEHIND_SAYING, all[at]) && is_behind_saying(&all[..at]) && !is_time(at);
        is_one_of(THAT, all[at]) || is_told()
    };
    let is_first = all.first().is_some_and(|word| is_one_of(THAT, word));
    let thinks = !is_first && (0..all.len()).any(|at| found[at].span.start >= last && leads_to(at));
    let follows = |words: &&[&str]| all.windows(words.len()).any(|run| run == *words);
    // `According to Ann Lee`
    let is_own = |words: &&[&str]| all.ends_with(words);
    thinks || ACCORDING.iter().any(|words| follows(words) && !is_own(words))
}

/// Whether some folded words end with a verb or a noun of saying or thinking, perhaps with who is told.
fn is_behind_saying(before: &[&str]) -> bool {
    let says = |word: &&str| is_saying(word) || is_one_of(SAYING, word);
    match before {
        [.., verb, told] if is_one_of(TOLD, told) => says(verb),
        [.., verb] => says(verb),
        [] => false,
    }
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
            "A neighbour told me that ",
            "There is a rumour that ",
            "On dit que ",
            "Man fragte, ob ",
        ] {
            assert!(is_told(before), "{before}");
        }
        for before in [
            "",
            "In 1984 ",
            "That was it. ",
            "He knew that. In 1984 ",
            "That year ",
            "At that time ",
            "In a statement that year ",
            "According to ",
            "So it went: ",
            "They asked whether it rained.\n\nThen ",
        ] {
            assert!(!is_told(before), "{before}");
        }
    }
}
