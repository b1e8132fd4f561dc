//! Forms as the ways from a root, over stemmed words.

use super::forms::{Keyed, initials, is_named_deed, spelling, turned, variants};
use super::parting::marks_are_paired;
use super::recogniser::{Form, Term};
use crate::extraction::{is_verb, may_be_in_name};
use crate::text::{fold, irregular_base, key, stem, words};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Forms as the ways from a root.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    /// From a node and a word's key to the next node; node 0 is the root.
    next: FxHashMap<(u32, u64), u32>,
    /// What ends at a node.
    ends: Vec<Option<End>>,
    /// The sign that forms have before the word that leads to a node.
    signs: FxHashMap<u32, char>,
    /// The words of the longest form.
    pub longest: usize,
}

/// A form that ends at a node.
#[derive(Clone, Copy, Debug)]
struct End {
    concept: usize,
    capitals: Capitals,
    order: Order,
}

/// In which order a form has its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Own,
    /// Turned round, so that another noun behind it makes something else of it: `security of food supplies`.
    Turned,
    /// The same, without the `of`, so that it may be a subject and its verb as well: `laws rule` for `rule of law`. Whether
    /// the word before the last is a plural in the form.
    Compound {
        of_many: bool,
    },
}

impl Order {
    /// Whether what ends before the word `end` is all that a noun phrase says, and no clause.
    fn allows(self, text: &str, keys: &[Keyed], end: usize) -> bool {
        let is_clause = |of_many: bool| {
            let [subject, verb] = [end - 2, end - 1].map(|at| fold(keys[at].span.of(text)));
            // Of a subject and its verb one has an `s`.
            let (is_many, is_singular) = (is_plural(&subject), is_plural(&verb));
            !of_many && is_many != is_singular && !is_named_deed(stem(&verb))
        };
        match self {
            Order::Own => true,
            Order::Turned => !goes_on(text, keys, end),
            Order::Compound { of_many } => {
                (!goes_on(text, keys, end) || is_verbal(&fold(keys[end].span.of(text))))
                    && (end < 2 || !is_clause(of_many))
            }
        }
    }
}

/// Whether a folded word behind a noun is rather its verb than another noun, as far as its form tells.
fn is_verbal(folded: &str) -> bool {
    let is_past = folded.ends_with("ed") || irregular_base(folded).is_some();
    is_past || is_verb(folded.strip_suffix('s').unwrap_or(folded))
}

/// Whether a folded word has the ending of a plural.
fn is_plural(folded: &str) -> bool {
    stem(folded).len() < folded.len() && folded.ends_with('s')
}

/// How far a way was followed.
#[derive(Clone, Copy)]
struct Step {
    node: u32,
    /// The next word.
    at: usize,
    /// The sign before an article that was passed over.
    before: Option<char>,
    /// How many words of the form were found.
    words: usize,
}

impl Step {
    fn first(at: usize) -> Step {
        Step { node: 0, at, before: None, words: 0 }
    }
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
        forms.iter().for_each(|form| trie.insert(form, Order::Own));
        // A variant takes nothing from what somebody wrote, and what may be two persons is neither.
        let mut whose: FxHashMap<u64, Option<usize>> = FxHashMap::default();
        let all =
            forms.iter().flat_map(|form| initials(form.text, form.is_name).into_iter().map(move |text| (text, form)));
        let all: Vec<(String, &Form)> = all.collect();
        for (text, form) in &all {
            let only = whose.entry(key(text)).or_insert(Some(form.concept));
            *only = only.filter(|&concept| concept == form.concept);
        }
        for (text, form) in all.iter().filter(|(text, _)| whose[&key(text)].is_some()) {
            trie.insert(&Form { text, ..**form }, Order::Own);
        }
        for form in &forms {
            for text in variants(form.text) {
                let order = if text.contains(" and ") { Order::Own } else { compound(&text) };
                trie.insert(&Form { text: &text, ..*form }, order);
            }
            if let Some(text) = turned(form.text) {
                trie.insert(&Form { text: &text, ..*form }, Order::Turned);
            }
        }
        trie
    }

    fn insert(&mut self, form: &Form, order: Order) {
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
        self.ends[node as usize].get_or_insert(End { concept: form.concept, capitals, order });
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
        // Of most words no way leads on.
        if !self.leads_on(&keys[range.start]) {
            return None;
        }
        let mut found = Vec::new();
        self.ends_at(text, keys, range, &mut found);
        found.into_iter().max_by_key(|&(end, _)| end)
    }

    /// Whether a form begins with a word.
    pub fn leads_on(&self, first: &Keyed) -> bool {
        let begins = |key: u64| self.next.contains_key(&(0, key));
        let joined = || first.joined.into_iter().chain(first.letters.map(|(letters, _)| letters));
        begins(first.stem) || begins(first.root) || joined().any(begins)
    }

    /// The words behind all terms that begin at the first of these words, with their concepts.
    pub fn ends_at(&self, text: &str, keys: &[Keyed], range: Range<usize>, found: &mut Vec<(usize, usize)>) {
        found.clear();
        let begin = range.start;
        let limit = range.end.min(begin + 2 * self.longest);
        self.walk(keys, vec![Step::first(begin)], begin, limit, |step| {
            if step.at > begin
                && let Some(end) = self.ends[step.node as usize]
                && end.capitals.allow(text, keys, begin..step.at, step.words)
                && marks_are_paired(text, keys[begin].span.join(keys[step.at - 1].span))
                && !found.contains(&(step.at, end.concept))
                && end.order.allows(text, keys, step.at)
            {
                found.push((step.at, end.concept));
            }
        });
        // A term does not end in an article.
        found.retain(|&(end, _)| end == begin + 1 || !keys[end - 1].is_article);
    }

    /// The nodes to which these words lead from the root.
    pub fn nodes_behind(&self, keys: &[Keyed], range: Range<usize>) -> Vec<u32> {
        let mut nodes = Vec::new();
        if !self.leads_on(&keys[range.start]) {
            return nodes;
        }
        self.walk(keys, vec![Step::first(range.start)], range.start, range.end, |step| {
            if step.at == range.end && !nodes.contains(&step.node) {
                nodes.push(step.node);
            }
        });
        nodes
    }

    /// The word behind the longest term of which these nodes are the beginning and the first of these words, and perhaps others
    /// behind it, the end; and its concept.
    pub fn longest_from(&self, nodes: &[u32], keys: &[Keyed], range: Range<usize>) -> Option<(usize, usize)> {
        let open = nodes.iter().map(|&node| Step { node, ..Step::first(range.start) }).collect();
        let limit = range.end.min(range.start + 2 * self.longest);
        let mut best: Option<(usize, usize)> = None;
        self.walk(keys, open, range.start, limit, |step| {
            if step.at > range.start
                && !keys[step.at - 1].is_article
                && let Some(end) = self.ends[step.node as usize]
                && best.is_none_or(|(longest, _)| step.at > longest)
            {
                best = Some((step.at, end.concept));
            }
        });
        best
    }

    /// Follows the ways that words before `limit` lead on, from where `open` stands; of what stands at `begin` no sign before it
    /// parts anything.
    fn walk(&self, keys: &[Keyed], mut open: Vec<Step>, begin: usize, limit: usize, mut visit: impl FnMut(&Step)) {
        while let Some(step) = open.pop() {
            visit(&step);
            let Some(word) = keys[..limit].get(step.at) else { continue };
            // What a sign parts is no term, unless the form has the sign there.
            let sign = step.before.or(word.parting).filter(|_| step.at > begin);
            let mut go = |key: u64, to: usize| {
                if let Some(&next) = self.next.get(&(step.node, key)).filter(|_| to <= limit)
                    && sign.is_none_or(|sign| self.signs.get(&next) == Some(&sign))
                {
                    open.push(Step { node: next, at: to, before: None, words: step.words + 1 });
                }
            };
            go(word.stem, step.at + 1);
            go(word.root, step.at + 1);
            if let Some(joined) = word.joined {
                go(joined, step.at + 2);
            }
            if let Some((letters, count)) = word.letters {
                go(letters, step.at + count);
            }
            // One article may stand inside.
            if word.is_article && step.at > begin && !keys[step.at - 1].is_article {
                open.push(Step { at: step.at + 1, before: sign, ..step });
            }
        }
    }
}

impl Capitals {
    /// Whether the words in a range of a text, which are so many of the form, are written as the form wants it.
    fn allow(self, text: &str, keys: &[Keyed], range: Range<usize>, words: usize) -> bool {
        let written = || keys[range.start].span.join(keys[range.end - 1].span).of(text);
        match self {
            Capitals::None => true,
            _ if words > 1 => false,
            Capitals::Initial => written().starts_with(|c: char| !c.is_lowercase()),
            Capitals::All => !written().trim_end_matches('s').contains(char::is_lowercase),
        }
    }
}

/// The order of a form that lost its `of`.
fn compound(form: &str) -> Order {
    let all = words(form);
    let before = all.len().checked_sub(2).map(|at| all[at].folded.as_str());
    Order::Compound { of_many: before.is_some_and(is_plural) }
}

/// Whether a noun or the like follows at the word `at`, so that what ends before it is the beginning of something longer.
pub(super) fn goes_on(text: &str, keys: &[Keyed], at: usize) -> bool {
    keys.get(at).is_some_and(|next| next.parting.is_none() && may_be_in_name(&fold(next.span.of(text))))
}

/// Whether a word is written in capitals only, like `UN` or `G20`.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::concepts::{Form, Recogniser};

    #[test]
    fn a_term_turned_round_is_a_noun_phrase_by_itself() {
        let forms = ["rule of law", "balance of power", "freedom of the seas", "control of arms", "reduction of price"];
        let forms = forms.into_iter().enumerate();
        let recogniser = Recogniser::new(forms.map(|(concept, text)| Form { text, concept, is_name: false }));
        let found =
            |text: &str| recogniser.terms(text).iter().map(|term| term.span.of(text)).collect::<Vec<_>>().join("; ");
        for text in ["Where laws rule, men are free.", "Law rules us.", "Power balance sheets."] {
            assert_eq!(found(text), "", "{text}");
        }
        assert_eq!(
            found("The power balance, the law's rule and seas' freedom."),
            "power balance; law's rule; seas' freedom"
        );
        assert_eq!(
            found("Arms control ended; arms control rose. Price reductions."),
            "Arms control; arms control; Price reductions"
        );
    }
}
