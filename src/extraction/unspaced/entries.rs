//! Entries of a glossary in a text without spaces: a line with a name, a colon and what the name means, without a verb.

use super::lexicon::{LABELS, TIMES};
use super::names::{has, name_in};
use crate::text::{Span, is_hiragana};

/// What stands between a name and its gloss.
const SIGNS: [&str; 2] = ["：", ": "];
/// Letters of a gloss, at least, and of the noun that it ends in, at most.
const SHORTEST: usize = 5;
const LONGEST_NOUN: usize = 10;

/// The lines of a block's text that are entries: the name of each, and the line.
pub(super) fn entries(text: &str) -> Vec<(Span, Span)> {
    let mut start = 0;
    let mut all = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        all.extend(entry(text, Span::new(start, end)).map(|name| (name, Span::new(start, end))));
        start += line.len();
    }
    all
}

fn entry(text: &str, line: Span) -> Option<Span> {
    let (at, sign) = SIGNS.iter().filter_map(|sign| Some((line.of(text).find(sign)?, sign))).min()?;
    let before = line.of(text)[..at].trim_end();
    // `缓存（cache）：`
    let end = before.find(['（', '(']).filter(|_| before.ends_with(['）', ')'])).unwrap_or(at);
    let name = name_in(text, Span::new(line.start, line.start + end))?;
    let is_label = has(LABELS, |label| name.of(text).ends_with(label));
    let gloss = line.of(text)[at + sign.len()..].trim().trim_end_matches('。');
    (!is_label && is_gloss(gloss)).then_some(name)
}

/// Whether words are a noun and what stands before it: `同步文件的工具`, `写しを残す期間`.
fn is_gloss(gloss: &str) -> bool {
    let opens = |c: char| c.is_numeric() || !c.is_alphanumeric();
    if gloss.chars().count() < SHORTEST
        || gloss.starts_with(opens)
        || gloss.contains(['。', '？', '！', '：', '?', '!'])
    {
        return false;
    }
    if !gloss.contains(is_hiragana) {
        let noun = gloss.rfind('的').map(|at| gloss[at + '的'.len_utf8()..].chars().count());
        return noun.is_some_and(|letters| (1..=LONGEST_NOUN).contains(&letters))
            && !gloss.contains(['了', '请', '是']);
    }
    // `写し`, `仕組み` are nouns made of verbs.
    let from_verb =
        || gloss.strip_suffix(['し', 'み', 'り', 'け', 'え']).is_some_and(|rest| !rest.ends_with(is_hiragana));
    let is_noun = !gloss.ends_with(is_hiragana) || gloss.ends_with("こと") || gloss.ends_with("もの") || from_verb();
    is_noun && !has(TIMES, |time| gloss.ends_with(time))
}
