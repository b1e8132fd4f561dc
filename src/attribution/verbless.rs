//! Cues without a verb of saying: `according to X`, `in X's words`, `X's claim that`, and references: `(X 1998, 12)`.

use super::cues::{Cue, Manner};
use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// A reference behind a quotation.
pub(super) struct Citation {
    pub subject: Phrase,
    /// Its year, as tokens.
    pub year: Range<usize>,
    /// All of it, with its brackets.
    pub range: Range<usize>,
}

/// Words in the names of those who print books.
const PRINTERS: &[&str] = &["Press", "Books", "Publishers", "Publishing", "Publications", "Verlag", "Editions", "Sons"];
/// Tokens between `for whom` and a quotation, at most.
const FARTHEST: usize = 40;
/// Tokens of a reference, at most.
const LONGEST_CITATION: usize = 16;

impl Reader<'_> {
    /// Whether the rest of a line has no clause: a description, a date.
    pub fn rest_is_title(&self, from: usize, to: usize) -> bool {
        to - from < 14 && (from..to).all(|i| !self.is_verb(i) && !self.is(i, Classes::AUX.or(Classes::PRONOUN)))
    }

    /// `according to X`, `in X's words`, `in the words of X`, `as X put it`, `by X`.
    pub fn without_verb(&self, at: usize, end: usize) -> Option<Cue> {
        let cue = |subject: Phrase, to: usize| Cue {
            subject,
            verb: None,
            manner: Manner::Says,
            close: true,
            sure: true,
            range: at..to.max(at + 1),
        };
        if self.is_word(at, &["according"]) && self.is_word(at + 1, &["to"]) {
            let subject = self.phrase_at(at + 2, end)?;
            let subject = self.appositive_name(subject, end);
            let to = subject.range.end;
            let manner = if self.is_passed_on(&subject) { Manner::PassesOn } else { Manner::Says };
            return Some(Cue { manner, ..cue(subject, to) });
        }
        if self.is_word(at, &["to"]) && self.is_word(at + 1, &["quote"]) {
            let subject = self.phrase_at(at + 2, end)?;
            let to = subject.range.end;
            return Some(cue(subject, to));
        }
        if self.is_word(at, &["in"]) {
            let words = (at + 1..end.min(at + 12))
                .find(|&i| self.is(i, Classes::WORDS) || self.is_word(i, &["view", "opinion", "account", "telling"]))?;
            return self.speaker_of_words(words, at + 1, end).map(|subject| cue(subject, words + 1));
        }
        None
    }

    /// Whose judgement the quotation at `at` is where a clause begins with it: `For Ann Lee, it is “…”`.
    pub fn cue_of_view(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let (subject, to) = match self.viewer(sentence) {
            Some(viewer) => {
                let comma = (viewer.range.end..at).find(|&i| self.kind(i) == Some(Kind::Comma))?;
                (viewer, comma + 1)
            }
            // `the view of Ann Lee, for whom it is “…”`
            None => {
                let whom = (sentence.start..at).rev().take(FARTHEST).find(|&i| self.is_word(i, &["whom"]))?;
                let comma = whom.checked_sub(2).filter(|&comma| self.is_word(comma + 1, &["for", "to"]))?;
                let named = self.name_ending(comma, sentence.start).filter(|_| self.kind(comma) == Some(Kind::Comma));
                (named.filter(|named| matches!(named.head, Head::Name(_)))?, whom + 1)
            }
        };
        let is_judged = (to..at).any(|i| self.is_word(i, &["is", "are", "was", "were", "means", "meant", "remains"]));
        let is_single = (to..at).all(|i| !matches!(self.kind(i), Some(Kind::Quote(_) | Kind::Comma | Kind::Semicolon)));
        let range = sentence.start..to;
        (is_judged && is_single).then_some(Cue {
            subject,
            verb: None,
            manner: Manner::Says,
            close: false,
            sure: false,
            range,
        })
    }

    /// Somebody with a name whose view a sentence begins with: `For Ann Lee,`, `For Lee (1998),`.
    pub fn viewer(&self, sentence: &Range<usize>) -> Option<Phrase> {
        let nobody = Classes::BODY.or(Classes::PLACE).or(Classes::EVENT).or(Classes::MONTH).or(Classes::WORK);
        let opens = self.is_word(sentence.start, &["for", "to"]);
        let name = self.phrase_at(sentence.start + 1, sentence.end).filter(|_| opens)?;
        let to = name.range.end;
        let is_cited = self.kind(to) == Some(Kind::Open) && self.is_year(to + 1);
        let close = (to..sentence.end).take(LONGEST_CITATION).find(|&i| self.kind(i) == Some(Kind::Close));
        let comma = if is_cited { close? + 1 } else { to };
        let is_person = matches!(name.head, Head::Name(_)) && (is_cited || name.range.len() > 1);
        let is_person = is_person && !name.range.clone().any(|i| self.is(i, nobody));
        (is_person && self.kind(comma) == Some(Kind::Comma)).then_some(name)
    }

    /// The reference behind a quotation that nothing else introduces: `“…” (Ann Lee, 1998)`.
    pub fn cue_of_citation(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let Citation { subject, range, .. } = self.citation(at + 1, sentence.end)?;
        Some(Cue { subject, verb: None, manner: Manner::Says, close: true, sure: true, range })
    }

    /// Whether a phrase is a text that is quoted by somebody: `a report quoted by Lee`.
    fn is_passed_on(&self, phrase: &Phrase) -> bool {
        let to = phrase.range.end;
        let verb = if self.kind(to) == Some(Kind::Comma) { to + 1 } else { to };
        let is_text = phrase.head == Head::Noun && !phrase.range.clone().any(|i| self.is(i, Classes::ROLE));
        is_text && self.is_reduced_passive(verb)
    }

    /// The reference in brackets that begins at `at`: `(Ann Lee, 1998)`, `(Lee 1998, 12)`.
    pub fn citation(&self, at: usize, end: usize) -> Option<Citation> {
        (self.kind(at) == Some(Kind::Open) && at < end).then_some(())?;
        let close = (at + 1..end.min(at + LONGEST_CITATION)).find(|&i| self.kind(i) == Some(Kind::Close))?;
        let subject = self.phrase_at(at + 1, close).filter(|phrase| matches!(phrase.head, Head::Name(_)))?;
        let nobody = Classes::PLACE.or(Classes::EVENT).or(Classes::MONTH);
        if subject.range.clone().any(|i| self.is(i, nobody)) {
            return None;
        }
        let to = subject.range.end;
        let year = if self.kind(to) == Some(Kind::Comma) { to + 1 } else { to };
        let ends = matches!(self.kind(year + 1), Some(Kind::Comma | Kind::Colon | Kind::Close));
        // `(Oxford, 1991)` and `(Penguin Books, 1991)` may say where it was printed.
        let is_imprint = year > to && subject.range.len() == 1 && year + 1 == close;
        let is_printer = subject.range.clone().any(|i| self.is_word(i, PRINTERS));
        let is_whole = year < close && self.is_year(year) && ends && !is_imprint && !is_printer;
        // `[Lee, The Long Tide, p. 437]`
        let is_page = |i: usize| self.is_word(i, &["p", "p.", "pp", "pp."]) && self.kind(i + 1) == Some(Kind::Number);
        let has_page = self.kind(to) == Some(Kind::Comma) && (to + 1..close).any(is_page) && !is_printer;
        if has_page && !is_whole && !self.is(at + 1, Classes::BODY.or(Classes::WORK)) {
            return Some(Citation { subject, year: to..to, range: at..close + 1 });
        }
        is_whole.then_some(Citation { subject, year: year..year + 1, range: at..close + 1 })
    }

    /// Whose words a noun such as `words`, `claim` stands for: `Ann Lee's claim`, `the words of Ann Lee`, `his remark`.
    pub fn speaker_of_words(&self, noun: usize, from: usize, end: usize) -> Option<Phrase> {
        if self.is_word(noun + 1, &["of", "from", "by"])
            && let Some(phrase) = self
                .phrase_at(noun + 2, end)
                .filter(|phrase| phrase.head != Head::Noun || self.is(noun + 2, Classes::DET))
        {
            return Some(self.appositive_name(phrase, end));
        }
        let mut at = noun;
        while at > from && noun - at < 5 {
            at -= 1;
            if self.tokens()[at].possessive {
                let mut start = at;
                while start > from && self.is_name_word(start - 1) && self.is_name_word(start) {
                    start -= 1;
                }
                if self.is_name_word(start) {
                    return Some(Phrase { range: start..at + 1, head: Head::Name(self.bare_name(start..at + 1)) });
                }
                let open = (from..at).rev().take(4).find(|&i| self.is(i, Classes::DET))?;
                return Some(Phrase { range: open..at + 1, head: Head::Noun });
            }
            if self.is_word(at, &["his", "her", "their", "its"]) {
                return Some(Phrase { range: at..at + 1, head: Head::Pronoun(at) });
            }
            if !matches!(self.kind(at), Some(Kind::Word | Kind::Number | Kind::Close | Kind::Open))
                || self.is(at, Classes::DET)
            {
                break;
            }
        }
        None
    }
}
