//! Proper names: where one begins and ends, and which of its words are titles.

use super::lexicon::{Classes, classes};
use super::phrases::{Reader, is_initial};
use super::tokens::{Kind, Token};
use crate::text::is_womans_name;
use std::ops::Range;

/// Words and signs of a reference, at most.
const LONGEST_REFERENCE: usize = 60;

/// Words of a name, at most: a text may have nothing but capitals.
const LONGEST_NAME: usize = 40;

/// Letters behind a name that are none of it.
const LETTERS: &[&str] = &["KC", "QC", "SC", "MP", "MSP", "MEP", "MBE", "OBE", "CBE", "FRS", "PhD", "MD"];

impl Reader<'_> {
    /// Whether a token can be part of a name: a capital, and no function word that merely begins a sentence.
    pub fn is_name_word(&self, at: usize) -> bool {
        let function = Classes::DET.or(Classes::PREP).or(Classes::PRONOUN).or(Classes::CONJ).or(Classes::AUX);
        let function = function.or(Classes::ADVERB).or(Classes::WEEKDAY).or(Classes::SAYING).or(Classes::RELATIVE);
        let Some(token) = self.tokens().get(at) else { return false };
        if token.kind != Kind::Word || !token.capital {
            return false;
        }
        let word = self.word(at);
        let modal =
            matches!(word, "May" | "Will" | "Mark" | "Grant" | "Pat" | "Drew" | "Rob" | "Bill" | "Jack" | "Art");
        let month =
            token.classes.is(Classes::MONTH) && !matches!(word, "May" | "April" | "June" | "August" | "Mar" | "Jan");
        // `April-May`
        let month = month || word.contains('-') && word.split('-').all(|part| classes(part).is(Classes::MONTH));
        let reference = matches!(word, "Op" | "Cit" | "Ibid" | "Cf" | "Compare" | "Consider");
        let plain = token.classes.is(function) || token.initial_only || reference;
        !month && (modal || !plain || self.is_given_name(at)) && (word.len() > 1 || word != "I")
    }

    /// Whether a preposition with a capital is a given name: one before a name that says something, or inside a sentence. `Per Holm
    /// said`, `wrote Per Holm`, not `Per Article 5, it said`.
    fn is_given_name(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let is_surname = |at: &usize| {
            let is_name = |token: &Token| token.capital && !token.classes.is(Classes::BODY.or(Classes::MONTH));
            let token = self.tokens().get(*at).filter(|token| token.kind == Kind::Word && is_name(token));
            token.is_some() && self.word(*at) != "Per"
        };
        let names = (at + 1..).take(LONGEST).take_while(is_surname).count();
        let is_subject = || {
            self.tokens()
                .get(at + 1 + names)
                .is_some_and(|verb| !verb.capital && self.is(at + 1 + names, Classes::SAYS))
        };
        self.word(at) == "Per" && names > 0 && (is_subject() || !is_initial(*self, at))
    }

    /// Whether a word of a name begins with a particle that is joined to it: `d’Arcy`, `al-Hakim`.
    fn is_joined_particle(&self, at: usize) -> bool {
        const JOINED: &[&str] =
            &["d", "l", "dell", "dall", "all", "n", "t", "al", "el", "as", "ar", "ad", "an", "ash", "at", "ud", "ul"];
        let Some((particle, rest)) =
            (self.kind(at) == Some(Kind::Word)).then(|| self.word(at).split_once(['\'', '’', '-'])).flatten()
        else {
            return false;
        };
        JOINED.contains(&particle) && rest.starts_with(char::is_uppercase)
    }

    /// The end of the name that begins at `at`, if one does: capitals, initials and what stands between them.
    pub fn name_end(&self, at: usize, end: usize) -> Option<usize> {
        if !self.is_name_word(at) {
            return None;
        }
        let mut to = at + 1;
        while to < end && to - at < LONGEST_NAME && !self.tokens()[to - 1].possessive {
            if self.is_name_word(to) || self.is_joined_particle(to) {
                to += 1;
                continue;
            }
            let mut next = to;
            while next < end && next - to < 3 && self.kind(next) == Some(Kind::Word) && self.is(next, Classes::PARTICLE)
            {
                next += 1;
            }
            if next > to && next < end && self.is_name_word(next) {
                to = next + 1;
            } else if self.is_word(to, &["of", "for", "&", "and"]) && self.joins(at, to, end) {
                to += if self.is_word(to + 1, &["the"]) { 3 } else { 2 };
            } else {
                break;
            }
        }
        // `Sammy Davis, Jr.` and `O'Neill, MP` keep their tails outside.
        Some(to)
    }

    /// Whether `of` (or `for`, `and`) stands inside the name of a body: `Bank of England`, `Ministry of Defence`.
    fn joins(&self, at: usize, of: usize, end: usize) -> bool {
        let next = if self.is_word(of + 1, &["the"]) { of + 2 } else { of + 1 };
        let body = (at..of).any(|i| {
            self.is(i, Classes::BODY)
                || self.is_word(
                    i,
                    &[
                        "Secretary",
                        "Chancellor",
                        "Speaker",
                        "Office",
                        "Archbishop",
                        "Bishop",
                        "Duke",
                        "Earl",
                        "Prince",
                        "Duchess",
                    ],
                )
        });
        let titled = (at..of).all(|i| self.is(i, Classes::TITLE)) && !self.is_word(of, &["and"]);
        next < end && self.is_name_word(next) && !self.is_word(of, &["and"]) && (body || titled)
            || (self.is_word(of, &["and"])
                && (at..of).any(|i| self.is_word(i, &["Ministry", "Department", "Bureau"]))
                && self.is_name_word(next)
                && next < end)
    }

    /// The person's name in a run of capitals `range`, the titles before it left out; the whole if it is nothing but titles.
    pub fn bare_name(&self, range: Range<usize>) -> Range<usize> {
        // `Ann Lee KC`
        if range.len() > 2 && self.is_word(range.end - 1, LETTERS) {
            return self.bare_name(range.start..range.end - 1);
        }
        // `First Class James Hill`
        if range.len() > 1 && self.is_word(range.start, &["class"]) {
            return self.bare_name(range.start + 1..range.end);
        }
        // `the Weather Bureau's Ann Lee` without the possessive.
        if let Some(given) = range
            .clone()
            .skip(1)
            .find(|&i| range.len() > 3 && i + 2 == range.end && is_womans_name(self.word(i)).is_some())
            .filter(|&given| !(range.start..given).any(|i| self.is(i, Classes::TITLE)))
        {
            return given..range.end;
        }
        let is_title = |i: usize| self.is(i, Classes::TITLE) || self.is(i, Classes::ROLE) && i + 2 < range.end;
        let last = range.clone().rev().find(|&i| is_title(i) && i + 1 < range.end && !self.in_name(range.start, i));
        let Some(title) = last else { return range };
        let mut start = title + 1;
        if self.is_word(start, &["of", "for"]) {
            // `Secretary of State Ann Lee`: a name of two words is left.
            start = if range.end - start > 3 { range.end - 2 } else { return range };
        }
        // Kings and popes keep theirs, and so does who has no other name.
        if self.is_word(
            title,
            &[
                "king", "queen", "pope", "prince", "princess", "lord", "lady", "st", "saint", "emperor", "father",
                "sister", "brother",
            ],
        ) || (start + 1 == range.end && self.is_word(title, &["sir", "uncle", "aunt"]))
        {
            return title..range.end;
        }
        start..range.end
    }

    /// The end of a reference in brackets that begins at `at`: one that names a page or a volume.
    pub fn reference_end(&self, at: usize, end: usize) -> Option<usize> {
        (self.kind(at) == Some(Kind::Open)).then_some(())?;
        let close = (at + 1..end).take(LONGEST_REFERENCE).find(|&i| self.kind(i) == Some(Kind::Close))?;
        let names_page = (at + 1..close).any(|i| self.is_word(i, &["p", "p.", "pp", "pp.", "vol", "vol."]));
        names_page.then_some(close + 1)
    }
}
