//! Noun phrases of these languages: whom they name.

use super::lexicon::{Lexicon, has};
use crate::attribution::phrases::{Reader, joined_words};
use crate::attribution::tokens::Kind;
use std::ops::Range;

/// Words of a noun phrase, at most.
const LONGEST: usize = 12;

/// Given names are shorter.
const COMPOUND: usize = 12;

/// Whoever a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A person, by these tokens, without the titles before them.
    Name(Range<usize>),
    /// Somebody or a body, by these tokens.
    Noun(Range<usize>),
    /// Whoever was spoken of last.
    Pronoun,
}

/// A clause with the words of its language.
#[derive(Clone, Copy)]
pub(super) struct Clause<'a> {
    pub reader: Reader<'a>,
    pub words: &'static Lexicon,
}

impl Clause<'_> {
    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.reader.kind(at), Some(Kind::Word))
    }

    pub fn is_in(&self, at: usize, list: &str) -> bool {
        self.is_word(at) && has(list, self.reader.word(at).trim_end_matches('.'))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.reader.tokens()[at].capital
    }

    pub fn is_role(&self, at: usize) -> bool {
        if !self.is_word(at) {
            return false;
        }
        let word = bare(self.reader.word(at)).to_lowercase();
        let word = word.trim_end_matches('.');
        let built =
            self.words.role_endings.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
        has(self.words.roles, word) || built
    }

    /// Whether a token is a verb of saying.
    pub fn says(&self, at: usize) -> bool {
        if !self.is_word(at) || self.is_capital(at) {
            return false;
        }
        // `s’est écriée`: a participle may agree with its subject.
        let word = self.reader.word(at);
        let stem = word.strip_suffix("ée").or(word.strip_suffix("ées")).or(word.strip_suffix("és"));
        has(self.words.says, word) || stem.is_some_and(|stem| has(self.words.says, &format!("{stem}é")))
    }

    /// The end of a run of capitals, with the particles inside it.
    pub fn run(&self, at: usize, end: usize) -> usize {
        let mut to = at;
        while to < end {
            let mut next = to;
            // `der Sprecher der Bürgerinitiative`
            let is_owner =
                self.words.capital_nouns && to > at && self.is_role(to - 1) && self.is_in(to, "der des den dem");
            while to > at
                && !is_owner
                && next < end
                && next - to < 2
                && self.is_in(next, self.words.particles)
                && !self.is_capital(next)
            {
                next += 1;
            }
            let opens = || {
                let word = self.reader.word(next);
                [self.words.articles, self.words.ends, self.words.common].iter().any(|list| has(list, word))
            };
            if next >= end || !self.is_capital(next) || opens() {
                break;
            }
            to = next + 1;
        }
        to
    }

    /// How many words of a run of capitals stand before the name.
    pub fn titles(&self, from: usize, to: usize) -> usize {
        // `Rede von Ministerin Anna Roth`
        let is_work = self.is_in(from, self.words.messages) || self.is_in(from, self.words.works);
        let small = (from + 1..to).take_while(|&i| !self.is_capital(i)).count();
        if is_work && small > 0 && from + 1 + small < to {
            return 1 + small + self.titles(from + 1 + small, to);
        }
        let roles = (from..to).take_while(|&i| self.is_role(i)).count();
        // A long compound before a name of two words is no name.
        let first = self.reader.word(from);
        let is_compound = self.words.capital_nouns && to - from > 2 && first.len() >= COMPOUND && !first.contains('-');
        roles.max(usize::from(is_compound))
    }

    /// The noun phrase that begins at `at`, with the token behind it.
    pub fn phrase(&self, at: usize, end: usize) -> Option<(Who, usize)> {
        let end = end.min(at + LONGEST);
        if at >= end || !self.is_word(at) {
            return None;
        }
        let word = self.reader.word(at);
        let has_article = self.is_in(at, self.words.articles) || elided(word);
        let mut i = if self.is_in(at, self.words.articles) { at + 1 } else { at };
        if self.is_in(at, self.words.pronouns) && !(has_article && self.is_word(at + 1)) {
            return Some((Who::Pronoun, at + 1));
        }
        if !has_article && !self.is_capital(at) && !self.is_role(at) {
            return None;
        }
        // `Мэр города Иван Соколов`
        if self.words.declines && self.is_capital(at) && self.is_role(at) && !self.is_capital(at + 1) {
            i = at + 1;
        }
        // Adjectives, or nouns in small letters, up to the capitals.
        let mut of = false;
        while i < end && self.is_word(i) && !self.is_capital(i) && !elided_name(self.reader.word(i)) {
            let says = self.says(i) && i > at + 1;
            let stops = self.is_in(i, self.words.ends) || says || self.is_in(i, self.words.aux);
            if stops && !self.is_in(i, self.words.of) {
                break;
            }
            of |= self.is_in(i, self.words.of);
            i += 1;
        }
        let from = i;
        // `l’Agence du littoral`
        let is_elided =
            from < end && self.is_word(from) && elided(self.reader.word(from)) && elided_name(self.reader.word(from));
        let to = if is_elided { self.run(from + 1, end).max(from + 1) } else { self.run(from, end) };
        if to == from {
            let is_noun = from > at + usize::from(self.is_in(at, self.words.articles)) && !self.words.capital_nouns;
            // `la legge del 1936`
            let last = (at..from).rev().find(|&i| !self.is_in(i, self.words.of)).unwrap_or(at);
            return is_noun.then_some((Who::Noun(at..last + 1), from));
        }
        let titles = self.titles(from, to);
        let name = from + titles..to;
        let behind_body = is_elided || (at..from).chain(from..to).any(|i| self.is_in(i, self.words.bodies));
        let behind_role = titles > 0 || (from > at && self.is_role(from - 1));
        let many = name.len() > 1;
        // `des consommateurs Didier Ansart`
        let joins = |i: usize| self.is_in(i, self.words.of) || self.is_in(i, self.words.articles);
        let of = of && (!many || from == at || joins(from - 1));
        let is_name = !of && !behind_body && !name.is_empty() && (behind_role || many || !has_article);
        // `der Rat Lüderswarf`: behind an article two nouns are no name in a language that writes nouns so.
        let is_name = is_name && !(has_article && self.words.capital_nouns && !behind_role);
        if is_name {
            return Some((Who::Name(name), to));
        }
        let to = self.with_owner(to, end);
        Some((Who::Noun(at..to), to))
    }

    /// The end of a noun phrase with what it belongs to: `ein Sprecher der Reederei`.
    fn with_owner(&self, at: usize, end: usize) -> usize {
        let mut to = at;
        while self.is_in(to, self.words.of) && to < end {
            let mut i = to + 1;
            while i < end && self.is_word(i) && !self.is_capital(i) && !self.is_in(i, self.words.ends) && !self.says(i)
            {
                i += 1;
            }
            let next = self.run(i, end);
            if next == i && (self.words.capital_nouns || i == to + 1) {
                break;
            }
            to = next;
        }
        to
    }

    /// The words of some tokens.
    pub fn text(&self, range: &Range<usize>) -> String {
        joined_words(self.reader, range)
    }
}

/// Whether an article is written together with its noun: `l’ingénieure`.
fn elided(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    ["l'", "un'"].iter().any(|article| lower.starts_with(article) && lower.len() > article.len())
}

fn elided_name(word: &str) -> bool {
    bare(word).len() < word.len() && bare(word).starts_with(char::is_uppercase)
}

/// A word without an elided article or preposition.
pub(super) fn bare(word: &str) -> &str {
    &word[elision(word)..]
}

/// The bytes of an elided article or preposition at the beginning of a word.
pub(super) fn elision(word: &str) -> usize {
    crate::text::elision(word).unwrap_or(0)
}
