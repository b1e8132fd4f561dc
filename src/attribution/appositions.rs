//! What stands beside a noun or a name and tells who is meant: `the spokesman, Ann Lee,`, `Ann Lee, a judge,`.

use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader, bare};
use super::tokens::Kind;
use std::ops::Range;

impl Reader<'_> {
    /// Of `the spokesman, Ann Lee,` the name.
    pub fn appositive_name(&self, phrase: Phrase, end: usize) -> Phrase {
        let phrase = self.called_so(phrase, end);
        let comma = phrase.range.end;
        let is_role = |range: &Range<usize>| range.clone().any(|i| self.is(i, Classes::ROLE));
        if phrase.head == Head::Noun
            && self.kind(comma) == Some(Kind::Comma)
            && is_role(&phrase.range)
            && let Some(to) = self.name_end(comma + 1, end)
            && !self.tokens()[to - 1].possessive
            && (to >= end || !matches!(self.kind(to), Some(Kind::Word | Kind::Number)))
        {
            return Phrase { range: phrase.range.start..to, head: Head::Name(self.bare_name(comma + 1..to)) };
        }
        // `Her daughter, the actress Ann Lee, comes in`
        if phrase.head == Head::Noun
            && self.kind(comma) == Some(Kind::Comma)
            && is_role(&phrase.range)
            && self.is_word(comma + 1, &["the", "a", "an"])
            && let Some(beside) = self.phrase_at(comma + 1, end)
            && let Phrase { range, head: Head::Name(name) } = self.called_so(beside, end)
            && (range.end >= end || self.kind(range.end) == Some(Kind::Comma))
        {
            return Phrase { range: phrase.range.start..range.end, head: Head::Name(name) };
        }
        phrase
    }

    /// Of `a quiet woman called Ann Lee` the name.
    fn called_so(&self, phrase: Phrase, end: usize) -> Phrase {
        let called = phrase.range.end;
        let is_somebody = phrase.head == Head::Noun && phrase.range.clone().any(|i| self.is(i, Classes::ROLE));
        let is_called = is_somebody && self.is_word(called, &["called", "named"]);
        // `a doctor called Ann Lee in the night`
        let is_named = |&to: &usize| {
            to >= end || self.kind(to) == Some(Kind::Comma) || self.is_verb(to) || self.is_word(to, &["who", "whose"])
        };
        match self.name_end(called + 1, end).filter(|_| is_called).filter(is_named) {
            Some(to) => Phrase { range: phrase.range.start..to, head: Head::Name(self.bare_name(called + 1..to)) },
            None => phrase,
        }
    }

    /// The noun that a name between commas stands beside: `the spokesman, Ann Lee, came`.
    pub fn noun_beside(&self, name: &Range<usize>) -> Option<usize> {
        let noun =
            name.start.checked_sub(2).filter(|&noun| self.tokens()[noun].block == self.tokens()[name.start].block)?;
        let is_between = self.kind(noun + 1) == Some(Kind::Comma) && self.kind(name.end) == Some(Kind::Comma);
        (is_between && self.is(noun, Classes::ROLE)).then_some(noun)
    }

    /// Of `One critic, the organist Tom Berg,` the name, if that is `described` in the chunk `next` to a noun.
    pub fn or_named(&self, described: Option<Phrase>, noun: Phrase, next: Option<&Range<usize>>) -> Phrase {
        let is_named =
            |one: &Phrase| matches!(one.head, Head::Name(_)) && next.is_some_and(|next| next.end == one.range.end);
        match described.filter(|one| noun.head == Head::Noun && is_named(one)) {
            Some(named) => Phrase { range: noun.range.start..named.range.end, ..named },
            None => noun,
        }
    }

    /// A name with another one that `and` adds to it, whatever they do.
    pub fn with_others(&self, phrase: Phrase, end: usize) -> Phrase {
        let and = phrase.range.end;
        match (&phrase.head, self.name_end(and + 1, end).filter(|_| self.is_word(and, &["and", "&"]))) {
            (Head::Name(name), Some(to)) => Phrase { range: phrase.range.start..to, head: Head::Name(name.start..to) },
            _ => phrase,
        }
    }

    /// The nouns that stand beside a name and say what the person is.
    pub fn roles_of(&self, name: &Range<usize>) -> Vec<String> {
        let lower = |at: usize| bare(self.word(at)).to_lowercase();
        let block = self.tokens()[name.start].block;
        let here =
            |at: &usize| self.tokens().get(*at).is_some_and(|token| token.block == block && token.kind == Kind::Word);
        let before =
            (0..name.start).rev().take(3).take_while(here).take_while(|&at| !self.is_done(at) && !self.is_verb(at));
        let mut all: Vec<String> = before.filter(|&at| self.is(at, Classes::ROLE)).map(lower).collect();
        all.extend(self.noun_beside(name).map(lower));
        if self.kind(name.end) == Some(Kind::Comma) {
            let verb = |at: &usize| !self.is(*at, Classes::SAYS.or(Classes::AUX)) || self.is(*at, Classes::NOUNISH);
            let after = (name.end + 1..name.end + 10).take_while(here).take_while(verb);
            let after =
                after.take_while(|&at| !self.is_word(at, &["to", "that", "whether", "if", "while", "when", "because"]));
            all.extend(after.filter(|&at| self.is(at, Classes::ROLE) && !self.word(at).ends_with('s')).map(lower));
        }
        all
    }
}
