//! Terms that share a word: `food and energy security` has food security and energy security, `national sovereignty and
//! independence` national independence. Only what is a term when it is completed is one.

use super::forms::Keyed;
use super::recogniser::Term;
use super::trie::{Trie, goes_on};
use crate::extraction::is_nominal;
use crate::text::{Span, fold, key};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Words between the parts of a coordination.
pub const CONJUNCTIONS: [&str; 12] = ["and", "or", "nor", "und", "oder", "et", "ou", "y", "e", "o", "и", "или"];
static IS_CONJUNCTION: LazyLock<FxHashSet<u64>> = LazyLock::new(|| CONJUNCTIONS.map(key).into_iter().collect());

/// Words of one part before what all share, or of the part behind it, at most.
const LONGEST: usize = 2;
/// Words of a part with what all share before it, at most.
const LONGEST_FIRST: usize = 4;
/// Parts before the last one, at most.
const MOST: usize = 6;
/// Words between the two halves of such a term, at most.
pub const MOST_BETWEEN: usize = 8;

/// Appends the terms of a text that share words with another, each as the words that are its own.
pub(super) fn coordinated(trie: &Trie, text: &str, keys: &[Keyed], terms: &mut Vec<Term>) {
    if trie.longest < 2 {
        return;
    }
    for at in 1..keys.len() {
        let is_between = IS_CONJUNCTION.contains(&keys[at].stem) && at + 1 < keys.len();
        if is_between && matches!(keys[at].parting, None | Some(',')) && keys[at + 1].parting.is_none() {
            let coordination = Coordination { trie, text, keys, parts: parts(keys, at), last: at + 1 };
            coordination.sharing_the_end(terms);
            coordination.sharing_the_beginning(terms);
        }
    }
}

/// Parts that commas and a conjunction join.
struct Coordination<'a> {
    trie: &'a Trie,
    text: &'a str,
    keys: &'a [Keyed],
    /// The words of the parts before the conjunction, in order. Where the first one begins is not known.
    parts: Vec<Range<usize>>,
    /// The first word behind the conjunction.
    last: usize,
}

/// The words of the parts before the conjunction at a word.
fn parts(keys: &[Keyed], conjunction: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut end = conjunction;
    while parts.len() < MOST && end > 0 {
        let least = end.saturating_sub(LONGEST_FIRST);
        let begins =
            |&at: &usize| keys[at].parting.is_some() || (at > 0 && IS_CONJUNCTION.contains(&keys[at - 1].stem));
        let start = (least..end).rev().find(begins).unwrap_or(least);
        parts.push(start..end);
        if keys[start].parting != Some(',') {
            break;
        }
        end = start;
    }
    parts.reverse();
    parts
}

impl Coordination<'_> {
    /// `food, water and energy security`: the words before the conjunction, completed by what ends the last part.
    fn sharing_the_end(&self, terms: &mut Vec<Term>) {
        let begun: Vec<(Range<usize>, Vec<u32>)> =
            self.parts.iter().enumerate().flat_map(|(n, part)| self.begun(n, part)).collect();
        if begun.is_empty() {
            return;
        }
        for own in 1..=LONGEST {
            let rest = self.last + own;
            let ends = |at: usize| self.keys[at].parting.is_some() || IS_CONJUNCTION.contains(&self.keys[at].stem);
            if rest >= self.keys.len() || (self.last + 1..=rest).any(ends) {
                return;
            }
            for (part, nodes) in &begun {
                let Some((end, concept)) = self.trie.longest_from(nodes, self.keys, rest..self.keys.len()) else {
                    continue;
                };
                if self.is_like(self.last..rest, end) {
                    terms.push(Term { span: self.span(part.clone()), concept });
                }
            }
        }
    }

    /// The ends of a part with which a term may begin, and where that leads. Behind a comma it is the whole part.
    fn begun(&self, number: usize, part: &Range<usize>) -> Vec<(Range<usize>, Vec<u32>)> {
        let is_whole = number > 0 || self.keys[part.start].parting.is_some();
        let lengths =
            (1..=part.len().min(LONGEST)).rev().filter(|&length| !(is_whole && length < part.len() && number > 0));
        let own = lengths.map(|length| part.end - length..part.end).filter(|own| !self.keys[own.start].is_article);
        let led = own.map(|own| (own.clone(), self.trie.nodes_behind(self.keys, own)));
        // The longest that may be one.
        led.filter(|(_, nodes)| !nodes.is_empty()).take(1).collect()
    }

    /// Whether the words behind the conjunction, before what is shared and ends before `end`, are a part like the others: with
    /// it a term, or a noun or an adjective.
    fn is_like(&self, own: Range<usize>, end: usize) -> bool {
        let is_name = || own.len() == 1 && is_nominal(&fold(self.keys[own.start].span.of(self.text)));
        !self.keys[own.start].is_article && (is_name() || self.is_term(own.start..end))
    }

    /// `national sovereignty, unity and independence`: the words behind the first part, completed by what begins it. What
    /// stands behind a part with a beginning of its own may share that one: `common trade, lasting peace, security and wealth`.
    fn sharing_the_beginning(&self, terms: &mut Vec<Term>) {
        let is_bare = |part: &&Range<usize>| part.len() == 1 + usize::from(self.keys[part.start].is_article);
        let bare = self.parts[1..].iter().rev().take_while(is_bare).count();
        let (part, others) = (&self.parts[self.parts.len() - bare - 1], &self.parts[self.parts.len() - bare..]);
        for start in part.start..part.end - 1 {
            if !self.trie.leads_on(&self.keys[start]) || !self.is_term(start..part.end) {
                continue;
            }
            for first in (start + 1..part.end).rev() {
                let nodes = self.trie.nodes_behind(self.keys, start..first);
                if nodes.is_empty() || !self.may_share(start..first, part.end) {
                    continue;
                }
                let others = others.iter().map(|other| (other.start, Some(other.end)));
                for (from, to) in others.chain([(self.last, None)]) {
                    self.completed(&nodes, from, to, terms);
                }
            }
        }
    }

    /// Whether some words are a term by themselves: `cold weather and war` is about no cold war.
    fn is_term(&self, words: Range<usize>) -> bool {
        let end = words.end;
        self.trie.longest_at(self.text, self.keys, words).is_some_and(|(other, _)| other == end)
    }

    /// Whether the words before what only the first part has may be those of the others too.
    fn may_share(&self, shared: Range<usize>, end: usize) -> bool {
        let own = shared.end..end;
        let is_name = |at: usize| is_nominal(&fold(self.keys[at].span.of(self.text)));
        !self.keys[shared.start].is_article
            && own.len() <= LONGEST
            && own.clone().all(|at| self.keys[at].is_article || is_name(at))
    }

    /// Appends the term that these nodes lead to by the words from `from` on, which end at `to` if that is known.
    fn completed(&self, nodes: &[u32], from: usize, to: Option<usize>, terms: &mut Vec<Term>) {
        let limit = to.unwrap_or(self.keys.len());
        let Some((end, concept)) = self.trie.longest_from(nodes, self.keys, from..limit) else { return };
        // What is a term by itself, or goes on, has its own beginning.
        let own = self.trie.longest_at(self.text, self.keys, from..limit);
        let is_longer = own.is_some_and(|(other, _)| other > end || (other == end && end > from + 1));
        let ends = to.map_or_else(|| !goes_on(self.text, self.keys, end), |to| to == end);
        if ends && !is_longer {
            let start = (from..end).find(|&at| !self.keys[at].is_article).unwrap_or(from);
            terms.push(Term { span: self.span(start..end), concept });
        }
    }

    fn span(&self, words: Range<usize>) -> Span {
        self.keys[words.start].span.join(self.keys[words.end - 1].span)
    }
}

#[cfg(test)]
mod tests {
    use crate::concepts::{Form, Recogniser};

    fn found<'a>(names: &[&str], text: &'a str) -> Vec<(&'a str, usize)> {
        let forms = names.iter().enumerate().map(|(concept, text)| Form { text, concept, is_name: false });
        let terms = Recogniser::new(forms).terms(text);
        terms.into_iter().map(|term| (term.span.of(text), term.concept)).collect()
    }

    const SECURITY: [&str; 3] = ["food security", "energy security", "water security"];

    #[test]
    fn parts_of_a_coordination_are_completed_by_what_they_share() {
        for (text, expected) in [
            ("Food and energy security.", vec![("Food", 0), ("energy security", 1)]),
            ("for food, water and energy security", vec![("food", 0), ("water", 2), ("energy security", 1)]),
            ("for food, water, and energy security", vec![("food", 0), ("water", 2), ("energy security", 1)]),
            ("food or gas security", vec![("food", 0)]),
            ("food and energy-security", vec![("food", 0), ("energy-security", 1)]),
        ] {
            assert_eq!(found(&SECURITY, text), expected, "{text}");
        }
        let names = [
            "monetary growth",
            "social growth",
            "national independence",
            "national unity",
            "freedom of trade",
            "national sovereignty",
            "freedom of navigation",
        ];
        for (text, expected) in [
            ("monetary and social growth", vec![("monetary", 0), ("social growth", 1)]),
            ("national sovereignty and independence", vec![("national sovereignty", 5), ("independence", 2)]),
            (
                "our national sovereignty, unity and independence.",
                vec![("national sovereignty", 5), ("unity", 3), ("independence", 2)],
            ),
            ("freedom of navigation and trade", vec![("freedom of navigation", 6), ("trade", 4)]),
            ("national debate and unity", vec![]),
            ("freedom of the press and of trade", vec![]),
        ] {
            assert_eq!(found(&names, text), expected, "{text}");
        }
    }

    #[test]
    fn long_texts_take_time_in_proportion() {
        let text = "food, water and energy security, ".repeat(20_000);
        assert_eq!(found(&SECURITY, &text).len(), 60_000);
        assert_eq!(found(&SECURITY, &"food, and ".repeat(50_000)), []);
    }

    #[test]
    fn what_is_no_term_when_completed_and_what_has_its_own_beginning_is_none() {
        for text in [
            "bread and butter security",
            "food and the security of ports",
            "food and improve security",
            "They grew food. And energy security fell.",
            "food; and energy",
            "food and energy",
        ] {
            assert!(!found(&SECURITY, text).iter().any(|(words, _)| *words == "food"), "{text}");
        }
        let names = ["national independence", "independence movement"];
        assert_eq!(found(&names, "national sovereignty and independence movements"), [("independence movements", 1)]);
        assert_eq!(found(&names, "national sovereignty and independence days"), []);
    }
}
