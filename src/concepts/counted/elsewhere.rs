//! Names that count in Chinese, 和平共处五项原则, where what is counted stands before the number, and in Russian, «Пять
//! принципов мирного сосуществования», where nothing stands between the head and its complement.

use super::{Counted, Miscount, Right, are_joined, number};
use crate::text::{Span, Word, chinese_number, is_unspaced, key, stem};
use rustc_hash::FxHashMap;

/// What stands between a number and what it counts.
const CLASSIFIERS: &str = "项項个個条條大点點种種类類";
/// Characters of a number, of what stands before it and of what stands behind it, at most.
const LONGEST_NUMBER: usize = 3;
const LONGEST_BEFORE: usize = 8;
const LONGEST_BEHIND: usize = 5;
/// Shorter ones say too little.
const SHORTEST: usize = 2;
/// Shortly before a name these say that it is known to be wrong, or not all.
const DENIED: [&str; 9] = ["不是", "并非", "並非", "而非", "不叫", "误", "誤", "错", "所谓"];
/// Characters before a name among which they are looked for.
const NEAR: usize = 6;
/// Before a number these say that all are counted.
const ALL: [&str; 3] = ["все", "всех", "всеми"];
/// Words of a Russian name, at most.
const LONGEST: usize = 8;

/// Names that count, by the characters around their number.
#[derive(Clone, Debug, Default)]
pub(super) struct Chinese {
    by_rest: FxHashMap<u64, Vec<Right>>,
    /// How many characters the names have before and behind their number.
    lengths: Vec<(usize, usize)>,
}

impl Chinese {
    pub fn is_empty(&self) -> bool {
        self.by_rest.is_empty()
    }

    /// Takes in a name, if it is one of these.
    pub fn add(&mut self, words: &[Word], concept: usize) {
        for at in SHORTEST..words.len() {
            let Some((number, length)) = number_at(words, at) else { continue };
            let (before, behind) = (at, words.len() - at - length);
            let fits = before <= LONGEST_BEFORE && (SHORTEST..=LONGEST_BEHIND).contains(&behind);
            if !fits || !words.iter().all(is_character) || !CLASSIFIERS.contains(words[at + length].folded.as_str()) {
                return;
            }
            super::insert(&mut self.by_rest, rest(&words[..at], &words[at + length..]), Right { number, concept });
            if !self.lengths.contains(&(before, behind)) {
                self.lengths.push((before, behind));
            }
            return;
        }
    }

    /// The miscounted name whose number is the word `at`.
    pub fn miscount_at(&self, text: &str, words: &[Word], at: usize) -> Option<Miscount> {
        let (said, length) = number_at(words, at)?;
        let begins = !at.checked_sub(1).is_some_and(|before| is_figure(&words[before]));
        self.lengths.iter().filter(|_| begins).find_map(|&(before, behind)| {
            let first = at.checked_sub(before)?;
            let last = at + length + behind - 1;
            let (left, right) = (&words[first..at], words.get(at + length..=last)?);
            let rights = self.by_rest.get(&rest(left, right))?;
            let joined = (first..last).all(|word| are_joined(text, &words[word], &words[word + 1]));
            let near = Span::new(words[first.saturating_sub(NEAR)].span.start, words[first].span.start).of(text);
            let is_meant = joined && !rights.iter().any(|one| one.number == said);
            (is_meant && !DENIED.iter().any(|word| near.contains(word))).then(|| Miscount {
                span: words[first].span.join(words[last].span),
                number: words[at].span.join(words[at + length - 1].span),
                right: rights[0].number,
                concept: rights[0].concept,
            })
        })
    }
}

/// The key of what stands before and behind the number of a Chinese name.
fn rest(before: &[Word], behind: &[Word]) -> u64 {
    let all = |words: &[Word]| words.iter().map(|word| word.folded.as_str()).collect::<String>();
    key(&format!("{} {}", all(before), all(behind)))
}

fn is_character(word: &Word) -> bool {
    word.folded.starts_with(is_unspaced)
}

fn is_figure(word: &Word) -> bool {
    "一二三四五六七八九十百两".contains(word.folded.as_str())
}

/// The number that begins at a character, and of how many it is.
fn number_at(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let length = words[at..].iter().take(LONGEST_NUMBER + 1).take_while(|word| is_figure(word)).count();
    let figures: Vec<&str> = words[at..at + length].iter().map(|word| word.folded.as_str()).collect();
    let value = chinese_number(&figures).filter(|_| (1..=LONGEST_NUMBER).contains(&length))?;
    u32::try_from(value).ok().filter(|value| (2..100).contains(value)).map(|value| (value, length))
}

/// The number that Chinese characters write, for one that was written so: 五 for 4.
pub(super) fn number_in_chinese(number: u32) -> Option<String> {
    let figure = |value: u32| "一二三四五六七八九".chars().nth(value.checked_sub(1)? as usize).map(String::from);
    let (tens, ones) = (number / 10, figure(number % 10).unwrap_or_default());
    match tens {
        0 => Some(ones).filter(|ones| !ones.is_empty()),
        1 => Some(format!("十{ones}")),
        _ => Some(format!("{}十{ones}", figure(tens)?)),
    }
}

impl Counted {
    /// The key of a Russian name behind its number: its head and its complement.
    pub(super) fn russian(words: &[Word]) -> Option<u64> {
        let is_russian = |word: &Word| word.folded.starts_with(|c| matches!(c, 'а'..='я' | 'ё'));
        let fits = (2..=LONGEST).contains(&words.len()) && words.iter().all(is_russian);
        let stems = || words.iter().map(|word| stem(&word.folded)).collect::<Vec<_>>().join(" ");
        fits.then(|| key(&stems()))
    }

    /// The miscounted Russian name that begins with the word `at`: in quotation marks, behind a word that says that all are
    /// counted, or with a capital that no sentence gives it.
    pub(super) fn russian_miscount_at(&self, text: &str, words: &[Word], at: usize) -> Option<Miscount> {
        let said = number(&words[at].folded).filter(|_| !words[at].folded.is_ascii())?;
        let most = words.len().min(at + 1 + LONGEST);
        let joined = (at + 1..most).take_while(|&next| are_joined(text, &words[next - 1], &words[next])).count();
        let (last, rights) = (2..=joined).rev().find_map(|length| {
            let rights = self.by_rest.get(&Self::russian(&words[at + 1..=at + length])?)?;
            Some((at + length, rights))
        })?;
        let before = &text[..words[at].span.start];
        let is_marked = before.ends_with(['«', '„', '“', '"']);
        let is_large = words[at].span.of(text).starts_with(char::is_uppercase);
        let begins = !before.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',');
        let is_all = at > 0 && ALL.contains(&words[at - 1].folded.as_str());
        let is_meant = is_marked || (is_large && !begins) || is_all;
        let is_known = rights.iter().any(|right| right.number == said);
        let denied =
            words[at.saturating_sub(2)..at].iter().any(|word| ["не", "вместо"].contains(&word.folded.as_str()));
        (is_meant && !is_known && !denied).then(|| Miscount {
            span: words[at].span.join(words[last].span),
            number: words[at].span,
            right: rights[0].number,
            concept: rights[0].concept,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concepts::number_like;

    fn found(text: &str) -> Vec<(&str, u32)> {
        let names = ["港口安全五项规则", "六项规则", "Пять правил старой гавани", "市民十二条守则"];
        let counted = Counted::new(names.into_iter().zip(0..));
        counted.miscounts(text).into_iter().map(|found| (found.span.of(text), found.right)).collect()
    }

    #[test]
    fn another_number_of_what_has_the_same_head_and_complement_is_told() {
        assert_eq!(found("我们坚持港口安全四项规则。"), [("港口安全四项规则", 5)]);
        assert_eq!(found("市民二十条守则很好"), [("市民二十条守则", 12)]);
        assert_eq!(found("Это «Четыре правила старой гавани»."), [("Четыре правила старой гавани", 5)]);
        assert_eq!(found("Мы знаем все шесть правил старой гавани."), [("шесть правил старой гавани", 5)]);
        assert_eq!((number_like("四", 5), number_like("二十", 12)), ("五".into(), "十二".into()));
    }

    #[test]
    fn what_counts_something_else_is_never_touched() {
        for text in [
            "港口安全五项规则",
            "四项规则",
            "船舶安全四项规则",
            "港口安全前四项规则",
            "不是港口安全四项规则，而是五项",
            "港口安全四项规定",
            "Пять правил старой гавани",
            "Он нарушил четыре правила старой гавани.",
            "Четыре правила старой гавани нарушены.",
            "не «Четыре правила старой гавани»",
            "«Четыре правила новой гавани»",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
