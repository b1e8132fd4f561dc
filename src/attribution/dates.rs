//! Dates: where one stands, and whether it says when its clause holds, as in `in 1955`, `on Friday`, `in a 1955 speech`. A date
//! inside another phrase (`of the years after 1949`, `Lee, born in 1949,`) is the date of something else.

use super::lexicon::Classes;
use super::phrases::Reader;
use super::tokens::Kind;
use std::ops::Range;

/// Prepositions before a time.
const AT: &[&str] = &["in", "on", "at", "during", "throughout", "as"];
/// What is printed again, of which a date says nothing of the words in it.
const PRINTED: &[&str] =
    &["edition", "reprint", "volume", "translation", "collection", "anthology", "printing", "version"];
/// Open a phrase for what is spoken of.
const TOPIC: &[&str] = &["of", "about", "concerning", "regarding", "despite", "against", "like", "unlike"];
/// Nouns for a time, of which a date says which one.
const TIMES: &[&str] = &[
    "year",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "month",
    "week",
    "day",
    "days",
    "morning",
    "afternoon",
    "evening",
    "night",
    "beginning",
    "start",
    "middle",
    "end",
];
/// What has a number.
const NUMBERED: &[&str] = &[
    "resolution",
    "section",
    "sections",
    "article",
    "articles",
    "clause",
    "paragraph",
    "rule",
    "page",
    "pages",
    "no",
    "no.",
    "nos.",
    "number",
    "standard",
    "directive",
    "regulation",
    "order",
    "decree",
    "chapter",
    "line",
    "form",
    "part",
];
/// Participles of what is done with words, when they are said or later.
const PUBLISHED: &[&str] = &[
    "published",
    "issued",
    "released",
    "adopted",
    "passed",
    "signed",
    "approved",
    "dated",
    "interviewed",
    "recorded",
    "drafted",
    "delivered",
    "printed",
    "addressed",
    "sent",
    "written",
];

impl Reader<'_> {
    /// The end of the date that begins at `at`.
    pub fn date_end(&self, at: usize, end: usize) -> Option<usize> {
        let number = |i: usize| i < end && self.kind(i) == Some(Kind::Number);
        let month = |i: usize| {
            i < end
                && self.is(i, Classes::MONTH)
                && self.tokens()[i].capital
                && (number(i + 1)
                    || self.is_word(i.wrapping_sub(1), &["in", "last", "since", "early", "late", "mid"])
                    || number(i.wrapping_sub(1)))
        };
        let year = |i: usize| i < end && self.is_year(i);
        // `the 1980s`, `early 2005`, `1985`
        if year(at) && (year(at + 1) || !number(at + 1)) {
            return Some(at + 1);
        }
        if self.is_word(at, &["early", "late", "mid"]) && (year(at + 1) || month(at + 1)) {
            return self.date_end(at + 1, end);
        }
        if month(at) {
            let mut to = at + 1;
            if number(to) && !year(to) {
                to += 1;
            }
            if to < end && self.kind(to) == Some(Kind::Dash) && number(to + 1) {
                to += 2;
            }
            let comma = to < end && self.kind(to) == Some(Kind::Comma) && year(to + 1);
            if comma {
                to += 1;
            }
            return Some(if year(to) { to + 1 } else { to });
        }
        if number(at) && month(at + 1) && self.word(at).len() <= 4 {
            return Some(if year(at + 2) { at + 3 } else { at + 2 });
        }
        // `Today` says nothing, and may be the name of a programme.
        let is_said_of = || self.tokens()[at].capital && !super::phrases::is_initial(*self, at);
        let is_day = || self.is_word(at, &["yesterday", "tomorrow"]) && !is_said_of();
        if at < end && (self.is(at, Classes::WEEKDAY) && self.tokens()[at].capital || is_day()) {
            let to = at + 1;
            let more = if self.is_word(to, &["morning", "afternoon", "evening", "night"]) { to + 1 } else { to };
            // `Friday, May 3`, `Friday May 3`
            let date = if self.kind(more) == Some(Kind::Comma) { more + 1 } else { more };
            return Some(self.date_end(date, end).unwrap_or(more));
        }
        if self.is_word(at, &["last", "this", "earlier"]) {
            let to = if self.is_word(at + 1, &["this", "last"]) { at + 2 } else { at + 1 };
            let unit = to < end
                && (self.is_word(
                    to,
                    &[
                        "week",
                        "month",
                        "year",
                        "night",
                        "spring",
                        "summer",
                        "autumn",
                        "fall",
                        "winter",
                        "morning",
                        "afternoon",
                        "evening",
                        "weekend",
                    ],
                ) || self.is(to, Classes::WEEKDAY.or(Classes::MONTH)));
            return unit.then_some(to + 1);
        }
        None
    }

    /// Whether a date says when the clause holds that its zone is part of.
    pub fn is_when(&self, date: &Range<usize>, zone: &Range<usize>) -> bool {
        if self.is_number_of_document(date.start) {
            return false;
        }
        let from = zone.start;
        let chunk = (from..date.start).rev().find(|&i| self.kind(i) == Some(Kind::Comma)).map_or(from, |i| i + 1);
        let is_topic = || self.is_year(date.start) && self.is_word(chunk, TOPIC);
        if chunk < date.start && (is_topic() || self.is_other_event(chunk)) {
            return false;
        }
        let mut start = date.start;
        while start > from && self.is(start - 1, Classes::DET) {
            start -= 1;
        }
        let is_noun = |at: usize| self.kind(at) == Some(Kind::Word) && !self.ends_phrase(at, date.start);
        let is_attribute = self.is_year(date.start) && date.end < zone.end && is_noun(date.end);
        let nouns = (date.end..zone.end).take(3).take_while(|&i| is_noun(i));
        if nouns.into_iter().any(|i| self.is_word(i, PRINTED)) {
            return false;
        }
        let event = Classes::EVENT.or(Classes::MESSAGE).or(Classes::WORK).or(Classes::WORDS);
        let Some(before) = start.checked_sub(1).filter(|&before| before >= from) else {
            return !is_attribute || start < date.start;
        };
        match self.kind(before) {
            Some(Kind::Word) => {}
            Some(Kind::Other) => return false,
            _ => return !is_attribute || start < date.start,
        }
        if self.is_word(before, AT) {
            // `on the 1949 treaty` is about it.
            let is_attribute = is_attribute || start < date.start && !self.word(date.start).ends_with('s');
            return !is_attribute || !self.is_word(before, &["on"]) || self.is(date.end, Classes::EVENT);
        }
        // `is quoted from 1982`
        if self.is_word(before, &["from"]) && before.checked_sub(1).is_some_and(|verb| self.is(verb, Classes::SAYS)) {
            return true;
        }
        if self.is_word(before, &["of", "from"]) {
            let noun = before.checked_sub(1).filter(|&noun| noun >= from);
            let noun = noun.filter(|&noun| self.is(noun, event) || self.is_word(noun, TIMES));
            return noun.is_some_and(|noun| self.is_placed_by(noun, from));
        }
        if self.is(before, Classes::PREP) {
            return false;
        }
        !self.is_year(date.start) || self.is_placed_by(before, from)
    }

    /// Whether a word is the participle of what is done with words when they are said: `sent in 1951`.
    pub fn is_made_known(&self, at: usize) -> bool {
        self.is_word(at, PUBLISHED)
    }

    /// Whether a part of a document begins here, by its number: `Section 3`.
    pub fn is_numbered_part(&self, at: usize) -> bool {
        self.is_word(at, NUMBERED) && self.tokens()[at].capital && self.kind(at + 1) == Some(Kind::Number)
    }

    /// Whether four digits are the number of a standard or of a part of a text, and no year: `RFC 2119`, `Resolution 1973`.
    pub fn is_number_of_document(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is_year(at)) else { return false };
        let word = self.word(before);
        let is_series = self.kind(before) == Some(Kind::Word)
            && word.len() > 1
            && word.chars().all(|c| c.is_ascii_uppercase())
            && self.tokens()[before].block == self.tokens()[at].block;
        is_series || matches!(word, "§" | "§§") || self.is_word(before, NUMBERED)
    }

    /// Whether the preposition of the phrase that the token `at` is in places it in time.
    fn is_placed_by(&self, at: usize, from: usize) -> bool {
        let phrase = (from..at).rev().take_while(|&i| self.kind(i) == Some(Kind::Word));
        phrase.into_iter().find(|&i| self.is(i, Classes::PREP)).is_some_and(|i| self.is_word(i, AT))
    }

    /// Whether the word at `at` opens a clause for what happened to somebody: `born`, `elected`, not `asked` or `published`.
    fn is_other_event(&self, at: usize) -> bool {
        let is_participle = self.kind(at) == Some(Kind::Word) && self.word(at).ends_with("ed");
        let is_saying = self.is(at, Classes::SAYS.or(Classes::COINS)) || self.is_word(at, PUBLISHED);
        self.is_word(at, &["born", "built", "made"]) || (is_participle && !is_saying && !self.is_name(at))
    }
}
