//! A verb of saying before its subject: behind a quotation, `“No,” said Ann Lee, “never.”`, or put between commas into what is said,
//! `The plan, said Ann Lee, was …`.

use super::lexicon::Classes;
use super::phrases::{Phrase, Reader};
use super::tokens::Kind;

/// Words of such a clause behind its subject, at most: when, where and to whom.
const LONGEST: usize = 10;

impl Reader<'_> {
    /// Behind another quotation: `“A,” said Ann Lee, “B.”`
    pub fn inverted(&self, verb: usize, at: usize, from: usize) -> Option<Phrase> {
        let quote = verb.checked_sub(1).filter(|&q| q >= from)?;
        let behind = matches!(self.kind(quote), Some(Kind::Quote(_)))
            || (quote > from
                && self.kind(quote) == Some(Kind::Comma)
                && matches!(self.kind(quote - 1), Some(Kind::Quote(_))));
        if !behind {
            return self.put_in(verb, at, from);
        }
        // `Ann Lee, author of “A Title,” said the plan`
        let title = if self.kind(quote) == Some(Kind::Comma) { quote - 1 } else { quote };
        let is_speech = !self.is_word(verb + 1, &["that"]) && !self.is_title_inside(title, from);
        is_speech.then(|| self.phrase_behind(verb, at)).flatten()
    }

    /// Who speaks by the verb at `verb` where its clause is put between commas into what is said: `The plan, said Ann Lee, was “…”`.
    /// No comma stands between a subject and its own verb.
    pub fn put_in(&self, verb: usize, at: usize, from: usize) -> Option<Phrase> {
        let comma = verb.checked_sub(1).filter(|&comma| comma > from && self.kind(comma) == Some(Kind::Comma))?;
        let is_one = (from..comma).all(|i| matches!(self.kind(i), Some(Kind::Word | Kind::Number)));
        let opens = Classes::SUBORDINATOR.or(Classes::SAYING);
        if !is_one || !self.is(verb, Classes::SAYS) || self.is(from, opens) && !self.is(from, Classes::PREP) {
            return None;
        }
        let subject = self.phrase_behind(verb, at).filter(|subject| self.can_speak(subject))?;
        let to = subject.range.end;
        let closes = (to..at).take(LONGEST).find(|&i| !matches!(self.kind(i), Some(Kind::Word | Kind::Number)))?;
        let is_clause = (to..closes).any(|i| self.is(i, Classes::AUX.or(Classes::VERB).or(Classes::RELATIVE)));
        (self.kind(closes) == Some(Kind::Comma) && !is_clause).then_some(subject)
    }
}
