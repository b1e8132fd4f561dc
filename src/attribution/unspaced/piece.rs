//! A piece of a paragraph's prose that knows where it stands.

use std::ops::Range;

/// Some words of a block, with their place in its prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub at: usize,
    pub block: usize,
}

/// What ends a sentence.
const STOPS: [char; 8] = ['。', '！', '？', '；', '!', '?', ';', '．'];

impl<'a> Piece<'a> {
    /// Some bytes of it.
    pub fn part(self, range: Range<usize>) -> Piece<'a> {
        Piece { text: &self.text[range.clone()], at: self.at + range.start, ..self }
    }

    pub fn from(self, at: usize) -> Piece<'a> {
        self.part(at..self.text.len())
    }

    pub fn to(self, at: usize) -> Piece<'a> {
        self.part(0..at)
    }

    /// Its last signs, so many at most.
    pub fn tail(self, signs: usize) -> Piece<'a> {
        let start = self.text.char_indices().rev().take(signs).last();
        self.from(start.map_or(0, |(at, _)| at))
    }

    /// Without spaces and these signs at its ends.
    pub fn trim(self, signs: &[char]) -> Piece<'a> {
        let is_sign = |c: char| c.is_whitespace() || signs.contains(&c);
        let start = self.text.len() - self.text.trim_start_matches(is_sign).len();
        let end = self.text.trim_end_matches(is_sign).len();
        self.part(start..end.max(start))
    }

    /// The rest of it behind its last stop.
    pub fn last_sentence(self) -> Piece<'a> {
        let stop = self.text.char_indices().rfind(|(_, c)| STOPS.contains(c));
        self.from(stop.map_or(0, |(at, c)| at + c.len_utf8()))
    }

    /// The part of it before its first stop, and whether there is one.
    pub fn first_sentence(self) -> (Piece<'a>, bool) {
        let stop = self.text.find(STOPS);
        (self.to(stop.unwrap_or(self.text.len())), stop.is_some())
    }

    pub fn strip_prefix(self, prefix: &str) -> Option<Piece<'a>> {
        self.text.starts_with(prefix).then(|| self.from(prefix.len()))
    }

    pub fn strip_suffix(self, suffix: &str) -> Option<Piece<'a>> {
        self.text.strip_suffix(suffix).map(|rest| self.to(rest.len()))
    }

    /// Without the longest of some suffixes.
    pub fn strip_any(self, suffixes: &[&str]) -> Option<Piece<'a>> {
        let found = suffixes.iter().filter(|suffix| self.text.ends_with(**suffix)).max_by_key(|suffix| suffix.len())?;
        self.strip_suffix(found)
    }

    /// How many letters and signs it has.
    pub fn len(self) -> usize {
        self.text.chars().count()
    }

    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The length in bytes of the longest of some phrases that it begins with.
    pub fn begins(self, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter(|phrase| self.text.starts_with(**phrase)).map(|phrase| phrase.len()).max()
    }
}

pub(in crate::attribution) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '々' | '〇')
}

pub(super) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}')
}
