//! What is put into a sentence: the clause that says who speaks, `The plan, said Ann Lee, was …`, and the title of a work by
//! which somebody is told from others, `Ann Lee, author of “The Mill,” said …`.

use super::kinds::Look;
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

    /// Whether the quotation at `at` is the title of a work inside of what is said about somebody: `Ann Lee, author of “A
    /// Title,”`, `in her book “A Title,”`.
    pub fn is_title_inside(&self, at: usize, from: usize) -> bool {
        let Some(Kind::Quote(run)) = self.kind(at) else { return false };
        let text = self.all.text_of(run);
        let look = Look::of(text);
        let is_titled = look.is_titled() && !text.ends_with(['?', '!']);
        let Some(before) = at.checked_sub(1).filter(|&before| before >= from && is_titled) else { return false };
        let is_makers = before > from && self.is_word(before, &["of"]) && self.is(before - 1, Classes::ROLE);
        let is_called = before > from && self.is_word(before, &["titled", "entitled", "called", "headlined"]);
        let noun = if is_called { before - 1 } else { before };
        let is_work = is_called || self.is(noun, Classes::WORK.or(Classes::MESSAGE)) && !self.is_verb(noun);
        let preposition = (from..noun).rev().take(5).find(|&i| self.is(i, Classes::PREP));
        let is_in_work = is_work && preposition.is_some_and(|i| self.is_word(i, &["in", "with", "through"]));
        // `Ann Lee, who plays in “A Title,”`
        let comma = (from..before).rev().find(|&i| self.kind(i) == Some(Kind::Comma));
        let is_aside = comma.is_some_and(|comma| self.is_word(comma + 1, &["who", "whose", "which"]));
        let is_in_aside = is_aside && look.is_title() && self.is(before, Classes::PREP) && text.ends_with(',');
        is_makers || is_in_work || is_in_aside
    }
}
