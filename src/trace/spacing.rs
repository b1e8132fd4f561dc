//! Spaces inside a word and spaces that are missing between two: `har bour`, `thesea`. Hyphens, and line ends behind them, part
//! and join words as the printer likes; spaces do not.

use super::Tracer;
use super::changes::is_number;
use super::passage::Passage;
use super::quoted::{Token, folded};
use std::ops::Range;

/// Whether some tokens of the quotation `text`, which have the letters of some words of the source, part them otherwise by
/// spaces alone.
pub(super) fn is_respaced(
    tracer: &Tracer,
    (tokens, text): (&[Token], &str),
    words: Range<usize>,
    passage: &Passage,
) -> bool {
    let ours = folded(tokens);
    let theirs = tracer.index.words(words.clone());
    // Spaces part the thousands of a number where others have commas or nothing.
    if ours == theirs || ours.iter().chain(&theirs).any(|word| is_number(word)) {
        return false;
    }
    let (our_cuts, their_cuts) = (cuts(&ours), cuts(&theirs));
    let is_split = |i: usize| {
        let gap = text.get(tokens[i].span.end..tokens[i + 1].span.start);
        !their_cuts.contains(&our_cuts[i]) && gap.is_some_and(is_space)
    };
    // Where the source's parts are rarer than the whole, the space is a slip of the source, which the quotation mends.
    let is_slip = |i: usize, whole: &Token| {
        let count = |word: &str| tracer.index.look_up(word).count();
        count(theirs[i]).min(count(theirs[i + 1])) <= whole.term.count()
    };
    let is_joined = |i: usize| {
        let whole = our_cuts.iter().take_while(|&&cut| cut < their_cuts[i]).count();
        !our_cuts.contains(&their_cuts[i])
            && is_space(passage.between(words.start + i))
            && !tokens.get(whole).is_some_and(|whole| is_slip(i, whole))
    };
    (0..our_cuts.len()).any(is_split) || (0..their_cuts.len()).any(is_joined)
}

/// Where words end within the letters of all, the last one left out.
fn cuts(words: &[&str]) -> Vec<usize> {
    let ends = words.iter().scan(0, |end, word| {
        *end += word.len();
        Some(*end)
    });
    ends.take(words.len().saturating_sub(1)).collect()
}

fn is_space(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}
