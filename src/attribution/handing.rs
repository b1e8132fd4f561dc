//! Words that somebody hands on: whoever quotes, recalls or hears somebody else, reads out a letter, prints a sentence again.

use super::cues::{Cue, Manner};
use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// Verbs whose object says what stands behind it: `quoted Ann Lee as saying`, `heard Ann Lee say`.
const HEARS: &[&str] = &[
    "quote",
    "quotes",
    "quoted",
    "quoting",
    "cite",
    "cites",
    "cited",
    "citing",
    "recall",
    "recalls",
    "recalled",
    "recalling",
    "remember",
    "remembers",
    "remembered",
    "remembering",
    "report",
    "reports",
    "reported",
    "hear",
    "hears",
    "heard",
    "hearing",
    "feel",
    "felt",
    "see",
    "saw",
];
/// The beginnings of verbs by which somebody gives words again.
const HANDS: &[&str] = &[
    "quot", "cite", "citing", "recall", "repeat", "reprint", "print", "publish", "reproduc", "translat", "report",
    "echo", "remember",
];
/// Verbs by which a message is made known.
const READS: &[&str] = &[
    "read",
    "reads",
    "recited",
    "recites",
    "quoted",
    "quotes",
    "cited",
    "cites",
    "printed",
    "prints",
    "published",
    "publishes",
    "reprinted",
    "reproduced",
    "released",
    "showed",
    "shows",
];
/// Messages that somebody sends.
const SENT: &[&str] =
    &["letter", "letters", "email", "e-mail", "note", "memo", "telegram", "cable", "message", "tweet", "postcard"];
/// Nouns for words that stand somewhere.
const TEXTS: &[&str] = &[
    "sentence",
    "sentences",
    "passage",
    "passages",
    "paragraph",
    "words",
    "line",
    "lines",
    "remark",
    "statement",
    "verse",
    "text",
];
/// Verbs by which somebody gives what a noun for words stands for.
const GIVES: &[&str] = &["gives", "gave", "offers", "offered", "provides", "provided", "made", "makes"];
/// Such nouns beside those of [`Classes::WORDS`].
const GIVEN: &[&str] = &["explanation", "account", "advice", "reason", "example", "summary", "judgement", "judgment"];
/// Tokens between a verb of handing on and what is handed on, at most.
const FARTHEST: usize = 16;

impl Reader<'_> {
    /// Who says what the verb at `verb` reports, where somebody else quotes, recalls or hears it.
    pub fn handed(&self, verb: usize, from: usize) -> Option<Phrase> {
        let group = self.before_verb(verb, from);
        let is_perfect = (group..verb).any(|at| self.is_word(at, &["having"]));
        if !(is_perfect || self.is(verb, Classes::SAYING.or(Classes::SAY))) {
            return None;
        }
        let mut start = group;
        if start > from && self.is_word(start - 1, &["as"]) {
            start -= 1;
            // `the minister, Ann Lee, as saying`
            start -= usize::from(start > from && self.kind(start - 1) == Some(Kind::Comma));
        }
        let hears =
            (from..start).rev().take(FARTHEST).find(|&at| self.is_word(at, HEARS) && !self.is_passive(at, from))?;
        // `heard, behind him, Ann Lee say`
        let second = |comma: usize| (comma + 1..start).find(|&at| self.kind(at) == Some(Kind::Comma));
        let first = match self.kind(hears + 1) {
            Some(Kind::Comma) => second(hears + 1)? + 1,
            _ => hears + 1,
        };
        let object = self.appositive_name(self.phrase_at(first, verb)?, verb);
        let is_own = matches!(object.head, Head::Pronoun(_));
        (object.range.end == start && !is_own).then_some(object)
    }

    /// Whose words somebody quotes by the verb at `verb`, behind them, and the participle that says so: `the agency quoted Ann
    /// Lee as saying`, `quoted her as saying`.
    pub fn quoted_as_saying(&self, verb: usize, end: usize) -> Option<(usize, Phrase)> {
        let near = end.min(verb + FARTHEST);
        let saying = (verb + 1..near).find(|&at| self.is(at, Classes::SAYING)).filter(|_| self.is_word(verb, HEARS))?;
        self.pronoun_quoted(saying, verb).or_else(|| self.handed(saying, verb)).map(|heard| (saying, heard))
    }

    /// The pronoun before `as saying`: `quoted her as saying`.
    pub fn pronoun_quoted(&self, saying: usize, from: usize) -> Option<Phrase> {
        let pronoun = saying.checked_sub(2).filter(|&pronoun| pronoun > from && self.is_word(pronoun + 1, &["as"]))?;
        let is_own = self.is_word(pronoun, &["him", "her", "them"]) && self.is_word(pronoun - 1, HEARS);
        is_own.then(|| Phrase { range: pronoun..pronoun + 1, head: Head::Pronoun(pronoun) })
    }

    /// Whose message is read out by the verb at `verb`, before `at`: `read out a letter from Ann Lee`.
    pub fn sender(&self, verb: usize, at: usize) -> Option<Phrase> {
        let noun =
            (verb + 1..at).take(5).find(|&i| self.is(i, Classes::MESSAGE)).filter(|_| self.is_word(verb, READS))?;
        self.sender_of(noun, at)
    }

    /// Whom the message at `noun` is from.
    pub fn sender_of(&self, noun: usize, end: usize) -> Option<Phrase> {
        let is_from = self.is_word(noun + 1, &["from", "by"]) && self.is(noun, Classes::MESSAGE);
        self.phrase_at(noun + 2, end).filter(|phrase| is_from && matches!(phrase.head, Head::Name(_)))
    }

    /// Whoever sends a letter that is said to say something, else the phrase itself.
    pub fn or_sender(&self, phrase: Phrase) -> Phrase {
        let noun = phrase.range.clone().take(4).find(|&at| self.is_word(at, SENT));
        let sender = noun.filter(|_| phrase.head == Head::Noun).and_then(|noun| self.sender_of(noun, phrase.range.end));
        sender.unwrap_or(phrase)
    }

    /// Who is said to have said what a noun stands for: `the remark attributed to Ann Lee: “…”`.
    pub fn cue_of_ascription(&self, noun: usize, at: usize) -> Option<Cue> {
        let is_ascribed =
            self.is(noun, Classes::WORDS) && self.is_word(noun + 1, &["attributed", "ascribed", "credited"]);
        let subject = self.phrase_at(noun + 3, at).filter(|_| is_ascribed && self.is_word(noun + 2, &["to"]))?;
        let to = subject.range.end;
        let touches = to == at || to + 1 == at && !matches!(self.kind(to), Some(Kind::Word));
        let range = noun..at;
        touches.then_some(Cue { subject, verb: None, manner: Manner::Says, close: true, sure: false, range })
    }

    /// Who gives what the noun before a colon stands for: `The dictionary gives the following definition: “…”`.
    pub fn cue_of_giving(&self, at: usize, from: usize) -> Option<Cue> {
        let noun = at.checked_sub(2).filter(|&noun| noun > from && self.kind(at - 1) == Some(Kind::Colon))?;
        if !self.is(noun, Classes::WORDS) && !self.is_word(noun, GIVEN) {
            return None;
        }
        let determiner = (from..noun).rev().take(4).find(|&i| self.is(i, Classes::DET))?;
        let verb = determiner.checked_sub(1).filter(|&verb| verb > from && self.is_word(verb, GIVES))?;
        let subject = self.subject(verb, from).filter(|subject| self.can_speak(subject))?;
        Some(Cue { subject, verb: Some(verb), manner: Manner::Says, close: true, sure: false, range: verb..at })
    }

    /// Who sent a message that stands behind a colon: `On the wall hangs a telegram from Ann Lee, sent in 1951: “…”`.
    pub fn cue_of_sender(&self, at: usize, from: usize) -> Option<Cue> {
        let colon = at.checked_sub(1).filter(|&colon| colon > from && self.kind(colon) == Some(Kind::Colon))?;
        let noun = (from..colon).rev().take(FARTHEST).find(|&i| self.is_word(i, SENT))?;
        let subject = self.sender_of(noun, colon)?;
        let to = subject.range.end;
        let is_said = (to..colon).any(|i| self.is_verb(i) || self.is(i, Classes::AUX.or(Classes::RELATIVE)));
        let ends = to == colon || self.kind(to) == Some(Kind::Comma);
        let range = noun..at;
        (ends && !is_said).then_some(Cue { subject, verb: None, manner: Manner::Says, close: true, sure: true, range })
    }

    /// The cue of a text that only hands on the words at `at`, whoever said them: `cites this sentence: “…”`.
    pub fn cue_handing_on(&self, at: usize, from: usize) -> Option<Cue> {
        let last = (from..at).rev().find(|&i| self.kind(i) != Some(Kind::Colon))?;
        if !self.is_word(last, TEXTS) {
            return None;
        }
        let determiner = (from..last).rev().take(3).find(|&i| self.is(i, Classes::DET))?;
        let verb = determiner.checked_sub(1).filter(|&verb| verb > from && self.hands_on(verb))?;
        let is_any = self.is_word(determiner, &["this", "these", "that", "those", "the", "a"]);
        let subject = self.subject(verb, from).filter(|_| is_any)?;
        Some(Cue { subject, verb: Some(verb), manner: Manner::PassesOn, close: true, sure: false, range: verb..at })
    }

    /// Whether some words have a verb of handing on: what they say of when is of that.
    pub fn is_handed_on(&self, range: Range<usize>) -> bool {
        let mut words = range.clone();
        words.any(|at| self.hands_on(at) && at > range.start && !self.is(at - 1, Classes::DET.or(Classes::PREP)))
    }

    fn hands_on(&self, at: usize) -> bool {
        if self.kind(at) != Some(Kind::Word) || self.tokens()[at].capital {
            return false;
        }
        let word = self.word(at).to_lowercase();
        HANDS.iter().any(|stem| word.starts_with(stem))
            && (word.ends_with("ed") || word.ends_with('s') || word.ends_with("ing"))
    }
}
