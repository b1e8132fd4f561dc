//! Noun phrases: from a place in a sentence to the phrase that begins or ends there, and whom it names.

use super::lexicon::Classes;
use super::tokens::{Kind, Token, Tokens};
use crate::text::{Span, is_womans_name};
use std::ops::Range;

/// A part of a stream that is read as a clause.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub all: &'a Tokens<'a>,
    pub stream: usize,
}

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All of it, as tokens.
    pub range: Range<usize>,
    pub head: Head,
}

/// What a noun phrase is headed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A name, without the titles before it.
    Name(Range<usize>),
    /// A pronoun.
    Pronoun(usize),
    /// A noun: `the spokesman`.
    Noun,
    /// A title between marks.
    Quoted(usize),
}

/// Words of a noun phrase before a verb, at most.
const LONGEST: usize = 40;

impl<'a> Reader<'a> {
    pub fn tokens(&self) -> &'a [Token] {
        &self.all.streams[self.stream].tokens
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.all.word(&self.tokens()[at])
    }

    pub fn is(&self, at: usize, classes: Classes) -> bool {
        self.tokens().get(at).is_some_and(|token| token.kind == Kind::Word && token.classes.is(classes))
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens().get(at).map(|token| token.kind)
    }

    pub fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.kind(at) == Some(Kind::Word) && words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    /// The quotations among some tokens: where each stands, and its number.
    pub fn quotes(&self, range: &Range<usize>) -> Vec<(usize, usize)> {
        let quote = |at: usize| match self.kind(at) {
            Some(Kind::Quote(run)) => Some((at, run)),
            _ => None,
        };
        range.clone().filter_map(quote).collect()
    }

    /// The bytes of the page that some tokens cover.
    pub fn page_span(&self, range: &Range<usize>) -> Option<Span> {
        let tokens = self.tokens().get(range.clone())?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        let prose = &self.all.page.blocks[first.block].prose;
        let mut end = last.span.end;
        if last.possessive {
            let word = self.all.word(last);
            end -= word.len() - word.trim_end_matches("'s").trim_end_matches("’s").len();
        }
        prose.to_page(Span::new(first.span.start, end))
    }

    /// The noun phrase that begins at `at`, read forwards.
    pub fn phrase_at(&self, at: usize, end: usize) -> Option<Phrase> {
        let token = self.tokens().get(at).filter(|_| at < end)?;
        if let Kind::Quote(run) = token.kind {
            return Some(Phrase { range: at..at + 1, head: Head::Quoted(run) });
        }
        if token.kind == Kind::Word && token.classes.is(Classes::PRONOUN) && !self.is_name_word(at) {
            return Some(Phrase { range: at..at + 1, head: Head::Pronoun(at) });
        }
        // `one of them`
        if self.is_word(at, &["one"]) && self.is_word(at + 1, &["of"]) && at + 2 < end {
            let to = if self.is_word(at + 2, &["them", "us", "these", "those"]) { at + 3 } else { at + 1 };
            return Some(self.with_complement(Phrase { range: at..to, head: Head::Noun }, end));
        }
        // `both Ann Lee and Tom Berg`
        if self.is_word(at, &["both"]) && self.name_end(at + 1, end).is_some() {
            return self.phrase_at(at + 1, end);
        }
        // `Section 3 of the act`
        if self.is_numbered_part(at) && at + 1 < end {
            return Some(self.with_complement(Phrase { range: at..at + 2, head: Head::Noun }, end));
        }
        if let Some(to) = self.name_end(at, end) {
            return self.named(at, at, to, end);
        }
        let opens = (token.kind == Kind::Number && !self.is_line_number(at))
            || (token.kind == Kind::Word
                && (token.classes.is(Classes::DET)
                    || token.classes.is(Classes::ROLE.or(Classes::BODY).or(Classes::TITLE))));
        if !opens {
            return None;
        }
        // A role, perhaps with a name behind it, or a noun.
        let mut to = at;
        let mut head = None;
        while to < end && to - at < LONGEST {
            if to > at
                && let Some(name) = self.name_end(to, end)
            {
                if self.tokens()[name - 1].possessive || self.nominal_goes_on(name, end) {
                    to = name;
                    continue;
                }
                // `The Herald's Ann Lee`
                let is_given = self.tokens()[to - 1].possessive && is_womans_name(self.word(to)).is_some();
                // `the Foreign Minister Ann Lee`, `the London-born painter Ann Lee`
                let titled = self.bare_name(to..name).start > to;
                // `being a one-party state Ann Lee`: two phrases that nothing parts.
                let is_apart = self.is_word(at, &["a", "an"]) && self.is(to - 1, Classes::BODY) && name >= end;
                let is_apart = is_apart && !self.is(name - 1, Classes::ROLE.or(Classes::BODY).or(Classes::TITLE));
                if is_apart {
                    return Some(Phrase { range: to..name, head: Head::Name(self.bare_name(to..name)) });
                }
                if titled
                    || is_given && name > to + 1
                    || (at..to).any(|i| self.is(i, Classes::TITLE) || self.is_role(i))
                {
                    return self.named(at, to, name, end);
                }
                return Some(Phrase { range: at..name, head: Head::Noun });
            }
            // `lawyer and blogger Ann Lee`
            let joins = to > at
                && self.is_word(to, &["and"])
                && self.is(to - 1, Classes::ROLE)
                && !self.is(to + 1, Classes::DET);
            let joins = joins && (self.is(to + 1, Classes::ROLE) || self.is_name_word(to + 2));
            if joins {
                to += 2;
                continue;
            }
            let ends = || self.ends_phrase(to, at) || (to > at + 1 && self.is_course(to));
            if !matches!(self.kind(to), Some(Kind::Word | Kind::Number)) || ends() {
                break;
            }
            // `the official proceedings`
            let is_adjective = self.is_word(to, &["official"])
                && self.kind(to + 1) == Some(Kind::Word)
                && !self.ends_phrase(to + 1, at)
                && !self.is_name_word(to + 1);
            if self.is(to, Classes::ROLE.or(Classes::BODY)) && !is_adjective {
                head = Some(to + 1);
            }
            to += 1;
        }
        let to = head.unwrap_or(to);
        // `that my` of `that my voice was low`
        (to > at && !(at..to).all(|i| self.is(i, Classes::DET)))
            .then(|| self.with_complement(Phrase { range: at..to, head: Head::Noun }, end))
    }

    /// Whether a number only counts the line that it begins: `1 Ann Lee said`.
    pub fn is_line_number(&self, at: usize) -> bool {
        let is_first =
            self.kind(at) == Some(Kind::Number) && (at == 0 || self.tokens()[at - 1].block != self.tokens()[at].block);
        let name = (at + 1..self.tokens().len()).take(1).find_map(|i| Some(i..self.name_end(i, self.tokens().len())?));
        let is_somebody = |name: Range<usize>| {
            let are_many = name.len() == 1 && self.word(name.start).ends_with('s');
            !are_many && !name.clone().any(|i| self.is(i, Classes::ROLE.or(Classes::MONTH)))
        };
        is_first && self.word(at).len() < 4 && name.is_some_and(is_somebody)
    }

    /// Whether a lower-case role or body follows a name, so that the name only says which one: `a Reuters reporter`.
    fn nominal_goes_on(&self, at: usize, end: usize) -> bool {
        let mut i = at;
        while i < end
            && i - at < 3
            && self.kind(i) == Some(Kind::Word)
            && !self.ends_phrase(i, at)
            && !self.tokens()[i].capital
        {
            // `Ann Lee told supporters`, `in California a woman`
            let is_apart = self.is_word(i, &["a", "an", "the"]) || self.is_verb(i) && !self.is(i, Classes::NOUNISH);
            if is_apart {
                return false;
            }
            if self.is(i, Classes::ROLE.or(Classes::BODY)) || self.is_role(i) && self.is_name_word(i + 1) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Whether a word says what somebody does: a known one or, before a name, one that is built like it.
    pub fn is_role(&self, at: usize) -> bool {
        let built = ["man", "woman", "ist", "er", "or", "ian", "eer", "person"];
        self.is(at, Classes::ROLE) || {
            let token = self.tokens()[at];
            let word = self.all.word(&token);
            let plain =
                token.kind == Kind::Word && !token.capital && word.len() > 4 && token.classes == Classes::default();
            plain && built.iter().any(|ending| word.ends_with(ending))
        }
    }

    /// The phrase from `at` whose name runs from `from` to `to`.
    pub fn named(&self, at: usize, from: usize, to: usize, end: usize) -> Option<Phrase> {
        if self.tokens()[to - 1].possessive || self.nominal_goes_on(to, end) {
            // `Ann Lee's lawyer`, `Harvard economist Ann Lee`
            let mut i = to;
            let mut head = None;
            while i < end && i - to < 8 && matches!(self.kind(i), Some(Kind::Word | Kind::Number)) {
                if let Some(name) = self.name_end(i, end)
                    && (i == to || (to..i).any(|j| self.is(j, Classes::TITLE) || self.is_role(j)))
                    && !self.tokens()[name - 1].possessive
                {
                    return self.named(at, i, name, end);
                }
                if self.ends_phrase(i, to) {
                    break;
                }
                i += 1;
                if self.is(i - 1, Classes::ROLE.or(Classes::BODY).or(Classes::EVENT)) {
                    head = Some(i);
                }
            }
            let i = head.unwrap_or(i);
            if i > to {
                return Some(self.with_complement(Phrase { range: at..i, head: Head::Noun }, end));
            }
            return (!self.tokens()[to - 1].possessive)
                .then(|| Phrase { range: at..to, head: Head::Name(self.bare_name(from..to)) });
        }
        let name = self.bare_name(from..to);
        Some(self.joined(Phrase { range: at..to, head: Head::Name(name) }, end))
    }

    /// Two names with `and` between them count as one.
    fn joined(&self, phrase: Phrase, end: usize) -> Phrase {
        let to = phrase.range.end;
        if self.is_word(to, &["and", "&"]) && to + 1 < end {
            let others = if self.is_word(to + 1, &["other"]) { Some(to + 2) } else { None };
            let next = others.or_else(|| self.name_end(to + 1, end));
            let verb = Classes::SAYS.or(Classes::SAY).or(Classes::AUX).or(Classes::COINS);
            if let (Some(next), Head::Name(name)) = (next, &phrase.head)
                && (others.is_some()
                    || next >= end
                    || !matches!(self.kind(next), Some(Kind::Word))
                    || self.is(next, verb) != others.is_some()
                    || self.is(next, verb))
            {
                let mut next = next;
                while others.is_some()
                    && next < end
                    && self.kind(next) == Some(Kind::Word)
                    && !self.ends_phrase(next, to)
                {
                    next += 1;
                }
                return Phrase { range: phrase.range.start..next, head: Head::Name(name.start..next) };
            }
        }
        phrase
    }

    /// A noun with what `of`, `for`, `from`, `at` or `with` adds to it.
    fn with_complement(&self, phrase: Phrase, end: usize) -> Phrase {
        let mut to = phrase.range.end;
        while to < end && self.is_word(to, &["of", "for", "from", "at", "with", "in", "on"]) && !self.is_time(to + 1) {
            let mut i = to + 1;
            while i < end && i - to < 9 {
                if let Some(name) = self.name_end(i, end) {
                    i = name;
                    // `the delegate of Norway disagreed`
                    if i < end && self.word(i).ends_with("ed") && !self.tokens()[i].capital {
                        break;
                    }
                    continue;
                }
                let ends = || self.ends_phrase(i, to) || self.is_course(i);
                if !matches!(self.kind(i), Some(Kind::Word | Kind::Number)) || (i > to + 1 && ends()) {
                    break;
                }
                i += 1;
            }
            if i == to + 1 {
                break;
            }
            to = i;
        }
        Phrase { range: phrase.range.start..to, ..phrase }
    }
}

/// Whether a sentence or a quotation's own one begins here.
pub(super) fn is_initial(reader: Reader, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let (token, here) = (reader.tokens()[before], reader.tokens()[at]);
    token.block != here.block || matches!(token.kind, Kind::Stop)
}

/// A word without the ending of a possessive.
pub(super) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The words of some tokens as they stand, with single spaces.
pub(super) fn joined_words(reader: Reader, range: &Range<usize>) -> String {
    let Some((first, last)) =
        reader.tokens().get(range.clone()).and_then(|tokens| Some((tokens.first()?, tokens.last()?)))
    else {
        return String::new();
    };
    let prose = &reader.all.page.blocks[first.block].prose.text;
    let end = last.span.start + bare(reader.all.word(last)).len();
    prose[first.span.start..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
