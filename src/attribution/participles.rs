//! Whose a participle of saying is: `The mayor thanked the crew, adding …`, `Calling it “…,” Ann Lee resigned.`

use super::lexicon::Classes;
use super::phrases::{Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

impl Reader<'_> {
    /// Whose a participle is: of the verb of saying before it, or of the clause.
    pub fn subject_of_participle(&self, verb: usize, from: usize) -> Option<Phrase> {
        let clause = self.clause_start(verb, from);
        for earlier in (clause..verb).rev() {
            if self.is_verb(earlier) && self.is(earlier, Classes::SAYS) {
                let found = if self.is_passive(earlier, clause) {
                    self.is_word(earlier, &["quoted", "heard", "cited", "reported"])
                        .then(|| self.subject(earlier, clause))
                        .flatten()
                } else {
                    self.subject(earlier, clause).or_else(|| self.phrase_behind(earlier, verb))
                };
                if found.is_some() {
                    return found;
                }
            }
        }
        self.clause_subject(clause, verb)
    }

    /// The subject of the clause behind the quotation at `at`, where a participle before it begins the sentence: `Calling it “…,” Ann
    /// Lee resigned.`
    pub fn subject_of_main_clause(&self, participle: usize, at: usize, sentence: &Range<usize>) -> Option<Phrase> {
        let Some(Kind::Quote(run)) = self.kind(at) else { return None };
        let is_first = participle == sentence.start && self.quotes(&(participle..at)).is_empty();
        let is_comma = self.kind(at + 1) == Some(Kind::Comma);
        let is_closed = is_comma || self.all.text_of(run).ends_with(',');
        let subject = self.phrase_at(at + 1 + usize::from(is_comma), sentence.end).filter(|_| is_first && is_closed)?;
        self.can_speak(&subject).then(|| self.appositive_name(subject, sentence.end))
    }

    /// Whether an auxiliary makes a participle finite: `was saying`.
    pub fn is_finite_participle(&self, verb: usize) -> bool {
        verb > 0 && self.is(verb - 1, Classes::AUX)
    }

    /// Where the clause of a verb begins: behind the last semicolon.
    pub fn clause_start(&self, verb: usize, from: usize) -> usize {
        (from..verb).rev().find(|&i| self.kind(i) == Some(Kind::Semicolon)).map_or(from, |i| i + 1)
    }
}
