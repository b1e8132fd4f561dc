//! Names: capitalised words in the place of other capitalised words, where no sentence begins.

use super::Tracer;
use super::passage::Passage;
use super::quoted::Token;
use super::runs::Run;
use super::slips::is_transposed;
use crate::extraction::{is_calendar, is_rank};
use crate::text::{Span, is_article, is_given_name, key, may_be_german};

/// Words behind which a point does not end a sentence but a name goes on.
const TITLES: [&str; 10] = ["mr", "mrs", "ms", "dr", "st", "prof", "capt", "gen", "col", "rev"];

/// Words that specifications write in capitals (RFC 2119).
const KEYWORDS: [&str; 8] = ["must", "shall", "should", "may", "not", "required", "recommended", "optional"];
/// Endings of German nouns, folded, which have a capital without being names.
const GERMAN_NOUNS: [&str; 7] = ["keit", "heit", "schaft", "ung", "nis", "tat", "tum"];
/// Such a noun has at least so many letters.
const SHORTEST_NOUN: usize = 7;

/// Indefinite articles and others that are as short.
const ARTICLES: [&str; 4] = ["a", "an", "o", "as"];
/// Places of a word, at most, that are looked at for one without a capital.
const MOST_PLACES: usize = 200;
/// So many words before or behind a word tell the language of its text.
const AROUND: usize = 12;

/// Whether the words of a run are a name in the quotation and another name in the source. A capital at the beginning of a
/// sentence or a line says nothing, nor does one in a heading, where the words around it have theirs as well.
pub(super) fn is_renamed(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    let ours = &tokens[run.tokens.clone()];
    let Some(before) = run.tokens.start.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let inside = tracer.index.positions_around(run.words.start);
    if ours.is_empty() || run.words.is_empty() || run.words.start <= inside.start || ours.iter().any(|t| t.editorial) {
        return false;
    }
    let is_ours = ours.iter().all(|token| is_capitalised(token.span.of(text))) && !ours[0].after_gap;
    if !is_ours || begins(&before.folded, Span::new(before.span.end, ours[0].span.start).of(text)) {
        return false;
    }
    let (from, to) = (run.words.start - 1, (run.words.end + 1).min(inside.end));
    let are_keywords = ours.iter().all(|token| KEYWORDS.contains(&token.folded.as_str()));
    let is_noun = |word: &str| word.len() >= SHORTEST_NOUN && GERMAN_NOUNS.iter().any(|ending| word.ends_with(ending));
    let are_nouns = || {
        ours.iter().all(|token| is_noun(&token.folded))
            && tracer.index.words(run.words.clone()).into_iter().all(is_noun)
    };
    if are_keywords || are_nouns() {
        return false;
    }
    let passage = Passage::new(tracer, from..to);
    let is_plain = |position: usize| passage.word(position).starts_with(char::is_lowercase);
    run.words.clone().all(|position| is_capitalised(passage.word(position)))
        && (is_plain(from) || (to > run.words.end && is_plain(run.words.end)))
        && !begins(tracer.index.word(from), passage.between(from))
}

/// Whether a word that is a slip of a letter away from the source's is another name rather than a slip: it stands where the source
/// has a given name, a word beside another name, or a capital that nothing but a name explains.
pub(super) fn is_misnamed(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    let (1, 1) = (run.tokens.len(), run.words.len()) else { return false };
    let (at, word) = (run.tokens.start, run.words.start);
    let inside = tracer.index.positions_around(word);
    let around = word.saturating_sub(AROUND).max(inside.start)..(word + AROUND).min(inside.end);
    let passage = Passage::new(tracer, around.clone());
    let is_large = |at: usize| tokens.get(at).is_some_and(|token| is_capitalised(token.span.of(text)));
    let is_ours = is_large(at) && is_capitalised(passage.word(word));
    let is_given = [tokens[at].folded.as_str(), tracer.index.word(word)].into_iter().all(is_given_name);
    let follows = || {
        let before = &tokens[at - 1];
        let gap = Span::new(before.span.end, tokens[at].span.start).of(text);
        is_capitalised(before.span.of(text))
            && is_capitalised(passage.word(word - 1))
            && !begins(&before.folded, gap)
            && !is_article(&before.folded)
            && !ARTICLES.contains(&before.folded.as_str())
    };
    let leads = || {
        let gap = Span::new(tokens[at].span.end, tokens[at + 1].span.start).of(text);
        is_capitalised(tokens[at + 1].span.of(text)) && is_capitalised(passage.word(word + 1)) && gap.trim().is_empty()
    };
    let is_beside = || at > 0 && (word > inside.start && follows() || at + 1 < tokens.len() && leads());
    // German writes all nouns with a capital, and headings most words.
    let is_plain =
        |position: usize| !around.contains(&position) || passage.word(position).starts_with(char::is_lowercase);
    let is_alone = || {
        at > 0
            && word > inside.start
            && (word - 1..=word + 1).filter(|&position| position != word).all(is_plain)
            && !begins(tracer.index.word(word - 1), passage.between(word - 1))
            && !tracer.index.words(around.clone()).iter().any(|word| may_be_german(word))
    };
    let names = |before: &str| is_given_name(before) || is_rank(before) || TITLES.contains(&before);
    let is_surname = || {
        at > 0
            && word > inside.start
            && [tokens[at - 1].folded.as_str(), tracer.index.word(word - 1)].into_iter().all(names)
    };
    let is_slip =
        || is_transposed(&tokens[at].folded, tracer.index.word(word)) || !is_surname() && is_plain_word(tracer, word);
    is_ours && (is_given || (is_beside() || is_alone()) && !is_slip())
}

/// Whether the word at a position is no name by itself: a rank, a month, or one that stands without a capital elsewhere in the
/// corpus.
fn is_plain_word(tracer: &Tracer, position: usize) -> bool {
    let word = tracer.index.word(position);
    let is_small = |&at: &usize| Passage::new(tracer, at..at + 1).word(at).starts_with(char::is_lowercase);
    let elsewhere = || tracer.index.phrase([&tracer.index.look_up(word)]);
    is_rank(word) || is_calendar(key(word)) || elsewhere().iter().take(MOST_PLACES).any(is_small)
}

/// Whether some words that were left out are the rest of a name that the writer shortened in brackets: `[Berg]` for `Tomas Berg`.
pub(super) fn is_rest_of_a_name(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    let at = run.tokens.start;
    let beside = |token: usize, position: Option<usize>| {
        let is_theirs = |position| is_capitalised(Passage::new(tracer, position..position + 1).word(position));
        tokens.get(token).is_some_and(|token| token.editorial && is_capitalised(token.span.of(text)))
            && position.is_some_and(is_theirs)
    };
    let is_beside = || {
        let behind = at.checked_sub(1).is_some_and(|token| beside(token, run.words.start.checked_sub(1)));
        behind || beside(at, Some(run.words.end))
    };
    let passage = Passage::new(tracer, run.words.clone());
    let mut words = run.words.clone();
    run.tokens.is_empty() && words.all(|position| is_capitalised(passage.word(position))) && is_beside()
}

/// Whether a sentence, a line or a quotation begins behind the folded word `before` and what follows it.
fn begins(before: &str, between: &str) -> bool {
    let is_abbreviated = between.trim() == "." && (before.chars().count() == 1 || TITLES.contains(&before));
    !is_abbreviated && between.contains(['.', '!', '?', ':', ';', '…', '\n', '“', '”', '„', '«', '"'])
}

fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}
