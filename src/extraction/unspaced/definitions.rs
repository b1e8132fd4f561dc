//! By which words a sentence without spaces says what something is.

use super::super::pattern::Pattern;
use super::lexicon::*;
use super::names::{has, name_in};
use crate::text::{Span, count_word, is_hiragana, is_word_char};
use std::cmp::Reverse;

/// Letters of an opening that ends with a comma, at most.
const LONGEST_OPENER: usize = 10;
/// Letters of what `X は … である` says, at least.
const SHORTEST_SAID: usize = 6;
/// Letters of what stands before the last `的` of `X是…的Y`, with it, more than these.
const SHORTEST_OF: usize = 2;
/// Begins like what defines and means something else: `is one that points to`.
const POINTS: &str = "是指向";

/// By what a sentence defines the term between marks in it, given what stands before and behind it.
pub(super) fn of_marked(before: &str, behind: &str) -> Option<Pattern> {
    let before = before.trim_end_matches(['，', '（', '(', ' ']);
    let is_named = has(CALLED, |called| before.ends_with(called))
        || has(NAMED, |named| before.ends_with(named) && before.contains('，'));
    let is_taken = TAKEN.iter().any(|(take, for_what)| before.ends_with(take) && behind.starts_with(for_what));
    if is_named || (is_taken && behind.starts_with("定")) || has(CALLED_BEHIND, |called| behind.starts_with(called)) {
        return Some(Pattern::Termed);
    }
    let rest = behind_opening(before);
    let opens = rest == before.len();
    if !opens || behind.starts_with(POINTS) || denies(behind) {
        return None;
    }
    let ends = closing(behind);
    // `“X”，是指…`
    let bare = behind.trim_start_matches('，');
    let by_word = longest(BEHIND, behind).or_else(|| longest(BEHIND, bare)).or_else(|| longest(BEHIND_MARKED, behind));
    let by_end =
        CLOSED.iter().find(|(word, closings, _)| behind.starts_with(word) && has(closings, |end| ends.ends_with(end)));
    by_end.map(|&(.., pattern)| pattern).or(by_word)
}

/// The term without marks that a sentence says something of, and how: it opens the sentence, or what stands behind an opening, or
/// has a word such as `called` beside it.
pub(super) fn of_bare(text: &str) -> Option<(Span, Pattern)> {
    let begins = [behind_label(text), behind_comma(text), behind_saying(text)];
    let subject = begins.into_iter().flatten().find_map(|start| subject(text, start + behind_opening(&text[start..])));
    subject.or_else(|| Some((named(text)?, Pattern::Termed)))
}

/// The subject that begins at `start`, and what the sentence says of it.
fn subject(text: &str, start: usize) -> Option<(Span, Pattern)> {
    let rest = &text[start..];
    let first = |words: &str| rest.find(words).filter(|&at| at > 0);
    let each = BEHIND.iter().flat_map(|(pattern, all)| all.split_whitespace().map(move |words| (words, *pattern)));
    let by_word = each.filter_map(|(words, pattern)| Some((first(words)?, Reverse(words.len()), pattern)));
    let (word, others, pattern) = LOOSE;
    let goes_on = |at: usize| rest[at + word.len()..].starts_with(|c| others.contains(c));
    let loose = first(word).filter(|&at| !goes_on(at)).map(|at| (at, Reverse(word.len()), pattern));
    // `三项原则：`
    let by_colon = count_word(rest).and_then(|_| first("：")).map(|at| (at, Reverse(3), Pattern::Colon));
    let ends = closing(rest);
    let closed = CLOSED.iter().filter(|(_, closings, _)| has(closings, |end| ends.ends_with(end)));
    let by_end = closed.filter_map(|&(word, _, pattern)| Some((first(word)?, Reverse(word.len()), pattern)));
    let plain = being(rest, ends).or_else(|| kind(rest, '是', IS_NOT));
    let by_meaning = kind(rest, '指', MEANS_NOT).map(|at| (at, Reverse(3), Pattern::Termed));
    let by_being = plain.map(|at| (at, Reverse(3), Pattern::Is));
    let (at, _, pattern) =
        by_word.chain(loose).chain(by_colon).chain(by_end).chain(by_being).chain(by_meaning).min()?;
    let said = &rest[at..];
    if said.starts_with(POINTS) || denies(said) || is_time(ends) {
        return None;
    }
    let at = ALIAS.split_whitespace().filter_map(|alias| rest[..at].find(alias)).min().unwrap_or(at);
    let name = rest[..at]
        .find(['（', '(', '、', '，'])
        .filter(|_| rest[..at].ends_with(['）', ')', '，', '、']))
        .unwrap_or(at);
    Some((name_in(text, Span::new(start, start + name))?, pattern))
}

/// Where `は` stands in `X は … である`, if that says what X is.
fn being(rest: &str, ends: &str) -> Option<usize> {
    let at = rest.find('は').filter(|&at| at > 0)?;
    let end = BEING.split_whitespace().find(|end| ends.ends_with(end))?;
    let said =
        rest[at + 'は'.len_utf8()..].strip_suffix(&rest[ends.len()..]).and_then(|said| said.strip_suffix(end))?;
    let judges = has(JUDGING, |word| said.ends_with(word));
    (said.chars().count() >= SHORTEST_SAID && !judges && !said.ends_with(is_hiragana)).then_some(at)
}

/// Where `是` stands in `X是…的Y`, which says what kind of thing X is, or `指`; behind it none of `others`.
fn kind(rest: &str, verb: char, others: &[char]) -> Option<usize> {
    let at = rest.find(verb).filter(|&at| at > 0)?;
    let said = &rest[at + verb.len_utf8()..];
    let clause = said.split(['，', '。', '；', ',']).next()?;
    let of = clause.rfind('的')? + '的'.len_utf8();
    let noun = clause[of..].trim_end_matches(['之', '一']);
    ((1..=10).contains(&noun.chars().count())
        && clause[..of].chars().count() > SHORTEST_OF
        && !said.starts_with(others))
    .then_some(at)
}

/// The term that somebody gives to something: `这种制度称为联邦制`, `これを内水と呼ぶ`, `把内水定义为`.
fn named(text: &str) -> Option<Span> {
    let behind = CALLED.split_whitespace().find_map(|called| {
        let start = text.find(called)? + called.len();
        let start = start + (text[start..].len() - text[start..].trim_start().len());
        let len = text[start..].find(|c: char| !is_word_char(c)).unwrap_or(text.len() - start);
        name_in(text, Span::new(start, start + len))
    });
    let taken = || {
        TAKEN.iter().filter(|(take, _)| *take != "は").find_map(|(take, for_what)| {
            let start = text.find(take)? + take.len();
            let len = text[start..].find(for_what)?;
            name_in(text, Span::new(start, start + len))
        })
    };
    let called = || {
        let end = CALLED_BEHIND.split_whitespace().filter_map(|called| text.find(called)).min()?;
        let is_edge = |c: char| !is_word_char(c) || is_hiragana(c);
        let start = text[..end].rfind(is_edge).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        name_in(text, Span::new(start, end))
    };
    behind.or_else(taken).or_else(called)
}

/// The pattern of the longest of these words that a text begins with.
fn longest(all: &[(Pattern, &str)], text: &str) -> Option<Pattern> {
    let each = all.iter().flat_map(|(pattern, words)| words.split_whitespace().map(move |word| (word, *pattern)));
    each.filter(|(word, _)| text.starts_with(word)).max_by_key(|(word, _)| word.len()).map(|(_, pattern)| pattern)
}

/// Whether what begins with `とは` denies or asks.
fn denies(said: &str) -> bool {
    said.strip_prefix("とは").is_some_and(|rest| has(DENYING, |word| rest.trim_start_matches('、').starts_with(word)))
}

/// Whether a sentence ends with a time at which something was.
fn is_time(ends: &str) -> bool {
    ends.strip_suffix("のことである").is_some_and(|said| has(TIMES, |time| said.ends_with(time)))
}

/// A sentence without its full stop.
fn closing(text: &str) -> &str {
    text.trim_end_matches(['。', '！', '；', '.', ' ', '\n', '）', ')'])
}

/// How many bytes an opening such as `所谓` or `この法律において` has at the beginning of a text.
fn behind_opening(text: &str) -> usize {
    let so_called = SO_CALLED.split_whitespace().find(|so| text.starts_with(so)).map(str::len);
    let holding = || {
        HOLDING.iter().find_map(|(begins, ends)| {
            let begin = begins.split_whitespace().find(|begin| text.starts_with(begin))?;
            let near = text.char_indices().nth(10).map_or(text.len(), |(at, _)| at);
            ends.split_whitespace()
                .filter_map(|end| Some(text[begin.len()..near].find(end)? + begin.len() + end.len()))
                .max()
        })
    };
    so_called.or_else(holding).unwrap_or(0)
}

/// Where a text begins behind the number of an item: `（一）`, `1.`, `一　`.
fn behind_label(text: &str) -> Option<usize> {
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let open = text.trim_start().trim_start_matches(['（', '(']);
    let rest = open.trim_start_matches(is_number);
    let labelled = rest.trim_start_matches(['）', ')', '.', '、', '　', '．']);
    let is_label = rest.len() < open.len() && labelled.len() < rest.len();
    Some(if is_label { text.len() - labelled.len() } else { text.len() - text.trim_start().len() })
}

/// Where it begins behind an opening that ends with a comma: `在旧法中，`.
fn behind_comma(text: &str) -> Option<usize> {
    let near = text.char_indices().nth(LONGEST_OPENER).map_or(text.len(), |(at, _)| at);
    let at = text[..near].find(['，', '、'])?;
    Some(at + '，'.len_utf8())
}

/// Where it begins behind what says that somebody says it.
fn behind_saying(text: &str) -> Option<usize> {
    SAYING.split_whitespace().filter_map(|saying| Some(text.find(saying)? + saying.len())).min()
}
