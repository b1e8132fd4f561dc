//! How far a list has come: which of the parts were written, and which one is being written now. The words decide, not the
//! commas: parts have commas and "and"s of their own.

use super::folded;
use super::listing::CONJUNCTIONS;
use crate::text::{Span, stem};

/// How far a list has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Which parts were written.
    pub given: Vec<bool>,
    /// The number of the part that is being written, or comes next; `None` if the list has ended.
    pub current: Option<usize>,
    /// Words written of the part that is being written; a last word that is not finished counts.
    pub begun: usize,
    /// Whether something is being written that is the beginning of no part.
    pub strays: bool,
    /// Whether the last word touches the cursor.
    pub touches: bool,
    /// Words that agree with the parts: what tells which of several lists is meant.
    pub agreed: usize,
    /// Whether "and" was written before the part that comes next.
    pub joined: bool,
}

/// Words behind the last part that were not asked for, before the list is thought to have ended.
const MOST_STRAY: usize = 12;

/// Follows what was written of a list, up to the cursor, through the parts, given by their folded words.
pub fn follow(list: &str, parts: &[Vec<String>]) -> Progress {
    let words = folded(list);
    let mut way = Way { list, parts, words: &words, progress: Progress::default(), last: None };
    way.progress.given = vec![false; parts.len()];
    way.progress.touches = words.last().is_some_and(|(span, _)| span.end == list.len());
    way.follow();
    way.progress
}

struct Way<'a> {
    list: &'a str,
    parts: &'a [Vec<String>],
    words: &'a [(Span, String)],
    progress: Progress,
    /// The part that was written last.
    last: Option<usize>,
}

impl Way<'_> {
    fn follow(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            if self.all_given() {
                return; // Something follows the last part: the list has ended.
            }
            if self.is_sign(at) {
                self.progress.joined = CONJUNCTIONS.contains(&self.words[at].1.as_str());
                at += 1;
                continue;
            }
            let agreeing = |part: usize| (self.agree(part, at), part);
            let open = (0..self.parts.len()).filter(|&part| !self.progress.given[part]);
            let all: Vec<(usize, usize)> = open.map(agreeing).collect();
            let rest = self.words.len() - at;
            let whole = all.iter().filter(|(count, part)| self.is_whole(*part, at, *count)).max().copied();
            let begun = self.nearest(all.iter().filter(|(count, _)| *count == rest && rest > 0).copied());
            match (whole, begun) {
                (Some((length, part)), begun) if begun.is_none_or(|(count, _)| count <= length) => {
                    self.give(part, length);
                    at += length;
                    if at == self.words.len() && !self.is_parted_at_end() {
                        self.progress.current = Some(part);
                        self.progress.begun = length;
                        return;
                    }
                }
                (_, Some((count, part))) => {
                    self.progress.agreed += count;
                    self.progress.begun = count;
                    self.progress.current = Some(part);
                    return;
                }
                _ => match self.next_item(at) {
                    Some(next) => {
                        self.stray(all, next - at);
                        at = next;
                    }
                    None => {
                        self.progress.strays = true;
                        let current = self.alike(all, rest).map(|(_, part)| part).or_else(|| self.next());
                        self.progress.current = current.filter(|_| rest <= MOST_STRAY + self.longest());
                        return;
                    }
                },
            }
        }
        self.progress.current = self.next();
    }

    /// How many words from `at` on agree with the beginning of a part. A last word that touches the cursor need only be the
    /// beginning of one.
    fn agree(&self, part: usize, at: usize) -> usize {
        let part = &self.parts[part];
        let same = |i: usize, word: &str| {
            let theirs = part[i].as_str();
            let is_last = at + i + 1 == self.words.len() && self.progress.touches;
            stem(word) == stem(theirs) || (is_last && theirs.starts_with(word))
        };
        let ours = self.words[at..].iter().take(part.len()).enumerate();
        ours.take_while(|(i, (_, word))| same(*i, word)).count()
    }

    fn is_whole(&self, part: usize, at: usize, count: usize) -> bool {
        let length = self.parts[part].len();
        let last = self.parts[part].last().map_or("", String::as_str);
        count == length && stem(&self.words[at + count - 1].1) == stem(last)
    }

    /// Of parts that were begun, the one with most words; of those with as many the next in the list's order.
    fn nearest(&self, begun: impl Iterator<Item = (usize, usize)>) -> Option<(usize, usize)> {
        let expected = self.last.map_or(0, |last| last + 1);
        let distance = |part: usize| if part >= expected { part - expected } else { part + self.parts.len() };
        begun.max_by_key(|&(count, part)| (count, std::cmp::Reverse(distance(part))))
    }

    /// The part that most of so many words begin like.
    fn alike(&self, all: Vec<(usize, usize)>, words: usize) -> Option<(usize, usize)> {
        self.nearest(all.into_iter().filter(|(count, _)| *count >= 2 && 2 * *count > words))
    }

    fn give(&mut self, part: usize, words: usize) {
        self.progress.given[part] = true;
        self.progress.agreed += words;
        self.progress.joined = false;
        self.last = Some(part);
    }

    /// Something else stands in the place of a part: of the one that it begins like, else of the next.
    fn stray(&mut self, all: Vec<(usize, usize)>, words: usize) {
        if let Some((count, part)) = self.alike(all, words).or_else(|| self.next().map(|part| (0, part))) {
            self.give(part, count);
        }
    }

    /// The part that comes next: the first behind the last one that was not written, else the first of all.
    fn next(&self) -> Option<usize> {
        let expected = self.last.map_or(0, |last| last + 1);
        let open = |part: &usize| !self.progress.given[*part];
        (expected..self.parts.len()).find(open).or_else(|| (0..self.parts.len()).find(open))
    }

    fn all_given(&self) -> bool {
        self.progress.given.iter().all(|given| *given)
    }

    fn longest(&self) -> usize {
        self.parts.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether a word only joins or numbers parts.
    fn is_sign(&self, at: usize) -> bool {
        let (span, word) = &self.words[at];
        let is_part = self.parts.iter().any(|part| part[0] == *word);
        let touches = span.end == self.list.len();
        let is_number = word.bytes().all(|b| b.is_ascii_digit())
            || (word.len() == 1 && self.list[span.end..].starts_with([')', '.']))
            || ORDINALS.contains(&word.as_str());
        !touches
            && !is_part
            && (is_number || ARTICLES.contains(&word.as_str()) || CONJUNCTIONS.contains(&word.as_str()))
    }

    /// The first word behind the next comma or the like.
    fn next_item(&self, at: usize) -> Option<usize> {
        let pairs = (at + 1..self.words.len()).find(|&next| {
            let between = &self.list[self.words[next - 1].0.end..self.words[next].0.start];
            between.contains(is_separator)
        });
        pairs.or_else(|| self.is_parted_at_end().then_some(self.words.len()))
    }

    /// Whether the last word is followed by what parts it from the next part.
    fn is_parted_at_end(&self) -> bool {
        self.words.last().is_some_and(|(span, _)| self.list[span.end..].contains(is_separator))
    }
}

const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "firstly", "secondly", "thirdly", "fourthly", "finally"];
const ARTICLES: [&str; 3] = ["the", "a", "an"];

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '，' | '；' | '、' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: [&str; 5] = [
        "mutual respect for sovereignty and territorial integrity",
        "non-aggression",
        "non-interference in each other’s internal affairs",
        "equality and mutual benefit",
        "peaceful coexistence",
    ];

    fn parts() -> Vec<Vec<String>> {
        FIVE.iter().map(|part| folded(part).into_iter().map(|(_, word)| word).collect()).collect()
    }

    fn followed(list: &str) -> (Option<usize>, Vec<usize>) {
        let progress = follow(list, &parts());
        (progress.current, (0..5).filter(|&part| progress.given[part]).collect())
    }

    #[test]
    fn the_part_that_is_being_written_is_told_by_its_words() {
        for (list, current, given) in [
            (" ", Some(0), vec![]),
            (" mutual respect for sovereignty and ", Some(0), vec![]),
            (" mutual respect for sovereignty and territorial integrity", Some(0), vec![0]),
            (" mutual respect for sovereignty and territorial integrity, ", Some(1), vec![0]),
            (" Mutual Respect for Sovereignty and Territorial Integrity; non‑aggression; no", Some(2), vec![0, 1]),
            (" non-aggression, equality and ", Some(3), vec![1]),
            (" non-aggression, equality and mutual benefit, and ", Some(4), vec![1, 3]),
            (" peaceful coexistence and ", Some(0), vec![4]),
            (" (1) mutual respect for sovereignty and territorial integrity, (2) ", Some(1), vec![0]),
            (" first, the non-aggression, second, the equal", Some(3), vec![1]),
        ] {
            assert_eq!(followed(list), (current, given), "{list}");
        }
    }

    #[test]
    fn what_the_writer_says_otherwise_stands_for_a_part() {
        assert_eq!(followed(" mutual respect for sovereignty, no"), (Some(1), vec![0]));
        assert_eq!(followed(" respect, no force, "), (Some(2), vec![0, 1]));
        assert_eq!(followed(" non-aggression, mutual respect for t"), (Some(0), vec![1]));
        let strays = follow(" mutual trust", &parts());
        assert_eq!((strays.current, strays.strays), (Some(0), true));
    }

    #[test]
    fn behind_the_last_part_the_list_has_ended() {
        let all = FIVE.join(", ");
        assert_eq!(followed(&all).0, Some(4));
        assert_eq!(followed(&format!("{all}, as")).0, None);
        assert_eq!(followed(&format!("{all}, ")).0, None);
        let long = "and what else there is to say about them goes on and on without any end in sight at all";
        assert_eq!(followed(&format!("non-aggression, {long} {long}")).0, None);
    }

    #[test]
    fn of_parts_that_begin_alike_the_next_is_meant_until_the_words_tell() {
        let parts = [["fair", "trade"], ["fair", "play"]].map(|part| part.map(String::from).to_vec());
        let current = |list| follow(list, &parts).current;
        assert_eq!(current("fa"), Some(0));
        assert_eq!(current("fair p"), Some(1));
        assert_eq!(current("fair trade, f"), Some(1));
    }
}
