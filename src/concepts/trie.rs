//! Forms as the ways from a root, over stemmed words.

use super::forms::{Keyed, spelling, variants};
use super::parting::marks_are_paired;
use super::recogniser::{Form, Term};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Forms as the ways from a root.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    /// From a node and a word's key to the next node; node 0 is the root.
    next: FxHashMap<(u32, u64), u32>,
    /// The concept whose form ends at a node, and the capitals it needs.
    ends: Vec<Option<(usize, Capitals)>>,
    /// The sign that forms have before the word that leads to a node.
    signs: FxHashMap<u32, char>,
    /// The words of the longest form.
    pub longest: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    None,
    Initial,
    All,
}

impl Trie {
    /// The ways of these forms; of two concepts with one form the first keeps it.
    pub fn of<'a>(forms: impl IntoIterator<Item = Form<'a>>) -> Self {
        let forms: Vec<Form> = forms.into_iter().collect();
        let mut trie = Trie::default();
        forms.iter().for_each(|form| trie.insert(form));
        // A variant takes nothing from what somebody wrote.
        for form in &forms {
            for text in variants(form.text, form.is_name) {
                trie.insert(&Form { text: &text, ..*form });
            }
        }
        trie
    }

    fn insert(&mut self, form: &Form) {
        let spelling = spelling(form.text);
        let capitals = match spelling.words.as_slice() {
            [] => return,
            [only] if is_abbreviation(only.span.of(form.text)) => Capitals::All,
            [_] if form.is_name => Capitals::Initial,
            _ => Capitals::None,
        };
        if self.ends.is_empty() {
            self.ends.push(None);
        }
        let mut node = 0;
        let mut before: Option<(u32, u64)> = None;
        for (word, is_verb) in spelling.words.iter().zip(&spelling.verbs) {
            let next = self.step(node, word.stem);
            if *is_verb {
                self.next.entry((node, word.root)).or_insert(next);
            }
            if let Some((node, joined)) = before {
                self.next.entry((node, joined)).or_insert(next);
            }
            if let Some(sign) = word.parting {
                self.signs.entry(next).or_insert(sign);
            }
            before = word.joined.map(|joined| (node, joined));
            node = next;
        }
        self.longest = self.longest.max(spelling.words.len());
        self.ends[node as usize].get_or_insert((form.concept, capitals));
    }

    fn step(&mut self, node: u32, key: u64) -> u32 {
        let fresh = self.ends.len() as u32;
        let next = *self.next.entry((node, key)).or_insert(fresh);
        if next == fresh {
            self.ends.push(None);
        }
        next
    }

    /// Appends the terms among these words, in order and without overlaps.
    pub fn terms_in(&self, text: &str, keys: &[Keyed], range: Range<usize>, terms: &mut Vec<Term>) {
        let mut at = range.start;
        while at < range.end && self.longest > 0 {
            match self.longest_at(text, keys, at..range.end) {
                Some((end, concept)) => {
                    terms.push(Term { span: keys[at].span.join(keys[end - 1].span), concept });
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// The word behind the longest term that begins at the first of these words, and its concept.
    pub fn longest_at(&self, text: &str, keys: &[Keyed], range: Range<usize>) -> Option<(usize, usize)> {
        let first = &keys[range.start];
        // Of most words no way leads on.
        let begins = |key: u64| self.next.contains_key(&(0, key));
        if !begins(first.stem) && !begins(first.root) && !first.joined.is_some_and(begins) {
            return None;
        }
        let mut found = Vec::new();
        self.ends_at(text, keys, range, &mut found);
        found.into_iter().max_by_key(|&(end, _)| end)
    }

    /// The words behind all terms that begin at the first of these words, with their concepts.
    pub fn ends_at(&self, text: &str, keys: &[Keyed], range: Range<usize>, found: &mut Vec<(usize, usize)>) {
        found.clear();
        let mut open = vec![(0u32, range.start, None)];
        while let Some((node, at, before)) = open.pop() {
            if at > range.start
                && let Some((concept, capitals)) = self.ends[node as usize]
                && capitals.allow(keys[range.start].span.of(text), at - range.start)
                && marks_are_paired(text, keys[range.start].span.join(keys[at - 1].span))
                && !found.iter().any(|&(end, other)| (end, other) == (at, concept))
            {
                found.push((at, concept));
            }
            let Some(word) = keys[..range.end].get(at).filter(|_| at - range.start < 2 * self.longest) else {
                continue;
            };
            // What a sign parts is no term, unless the form has the sign there.
            let sign = before.or(word.parting).filter(|_| at > range.start);
            let mut go = |key: u64, to: usize| {
                if let Some(&next) = self.next.get(&(node, key)).filter(|_| to <= range.end)
                    && sign.is_none_or(|sign| self.signs.get(&next) == Some(&sign))
                {
                    open.push((next, to, None));
                }
            };
            go(word.stem, at + 1);
            go(word.root, at + 1);
            if let Some(joined) = word.joined {
                go(joined, at + 2);
            }
            // One article may stand inside.
            if word.is_article && at > range.start && !keys[at - 1].is_article {
                open.push((node, at + 1, sign));
            }
        }
        // A term does not end in an article.
        found.retain(|&(end, _)| end == range.start + 1 || !keys[end - 1].is_article);
    }
}

impl Capitals {
    fn allow(self, word: &str, words: usize) -> bool {
        match self {
            Capitals::None => true,
            _ if words > 1 => false,
            Capitals::Initial => word.starts_with(|c: char| !c.is_lowercase()),
            Capitals::All => !word.trim_end_matches('s').contains(char::is_lowercase),
        }
    }
}

/// Whether a word is written in capitals only, like `UN` or `G20`.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}
