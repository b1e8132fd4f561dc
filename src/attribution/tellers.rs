//! Who puts forward what a sentence says, where the sentence itself says so: the subject of a verb of saying or naming in its
//! main clause, the agent of a passive one, or whom `according to` names.

use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// Verbs by which a body gives something its name or its force.
const NAMING: &[&str] =
    &["named", "names", "adopted", "adopts", "termed", "terms", "proclaimed", "proclaims", "listed"];
/// Verbs of saying that things do as well: `the storm continues`.
const OF_THINGS: &[&str] = &[
    "continue",
    "continues",
    "continued",
    "allow",
    "allows",
    "allowed",
    "stand",
    "stands",
    "stood",
    "reveal",
    "reveals",
    "revealed",
    "suggest",
    "suggests",
    "suggested",
    "signal",
    "signals",
    "signalled",
    "stress",
    "stresses",
    "promise",
    "promises",
    "promised",
    "charge",
    "charges",
    "charged",
    "counter",
    "counters",
    "countered",
    "tell",
    "tells",
    "refer",
    "refers",
    "referred",
    "demand",
    "demands",
    "demanded",
    "add",
    "adds",
    "added",
    "point",
    "points",
    "pointed",
    "posted",
    "posts",
    "texts",
    "express",
    "expresses",
    "expressed",
    "speaks",
    "answers",
    "answered",
    "reminds",
    "reminded",
    "hints",
    "hinted",
    "confirm",
    "confirms",
    "confirmed",
    "urges",
];
/// Open clauses of which nothing says that somebody says them: `if the minister says so`.
const OPENS_CLAUSE: &[&str] = &[
    "if", "when", "whenever", "where", "whether", "that", "which", "whom", "whose", "how", "because", "unless", "until",
];
/// Tokens between a passive verb and its `by`, at most.
const FARTHEST_AGENT: usize = 4;

impl<'a> Reader<'a> {
    /// The verb by which a sentence says that somebody puts forward what it says, with who does. `None` for the verb of
    /// `according to`.
    pub fn teller(&self, sentence: &Range<usize>) -> Option<(Option<usize>, Phrase)> {
        let according = sentence.clone().find(|&at| self.is_word(at, &["according"]));
        if let Some(cue) = according.and_then(|at| self.without_verb(at, sentence.end)) {
            return Some((None, cue.subject)).filter(|(_, subject)| self.can_speak(subject));
        }
        let teller = sentence.clone().find_map(|verb| Some((Some(verb), self.teller_by(verb, sentence)?)));
        let is_judged = |at: usize| self.is_word(at, &["is", "are", "was", "were", "means", "meant"]);
        // `For Ann Lee, a lock is a gate.`
        teller.or_else(|| {
            let viewer = self.viewer(sentence)?;
            // `To Ann Lee, it is a gate; to Tom Berg, a door.`
            let is_one = !sentence.clone().any(|at| self.kind(at) == Some(Kind::Semicolon));
            let is_view = is_one && (viewer.range.end..sentence.end).any(is_judged);
            is_view.then_some((None, viewer))
        })
    }

    /// Who does what the verb at `verb` says, if that is to say or to name something.
    fn teller_by(&self, verb: usize, sentence: &Range<usize>) -> Option<Phrase> {
        let names = self.is_word(verb, NAMING) && !self.tokens()[verb].capital;
        let says = self.is(verb, Classes::SAYS.or(Classes::COINS)) && self.is_verb(verb);
        if !(names || says) {
            return None;
        }
        let coins = names || self.is(verb, Classes::COINS);
        if self.is_passive(verb, sentence.start) {
            let near = sentence.end.min(verb + 1 + FARTHEST_AGENT);
            let by = (verb + 1..near).find(|&at| self.is_word(at, &["by"]))?;
            return self.phrase_at(by + 1, sentence.end).filter(|agent| self.can_speak(agent));
        }
        // `drought, defined as …`, `what a party disclosed by letter`
        let is_participle = self.word(verb).ends_with("ed") && self.is_word(verb + 1, &["as", "by", "to", "under"]);
        if is_participle || self.is_reduced_passive(verb) {
            return None;
        }
        let subject = self.subject(verb, sentence.start)?;
        let before = subject.range.start.checked_sub(1).filter(|&before| before >= sentence.start);
        let is_relative = self.is_word(verb.wrapping_sub(1), &["that", "which", "who"]) && !coins;
        let is_inside = before.is_some_and(|at| self.is_word(at, OPENS_CLAUSE)) && !coins;
        let is_condition =
            (sentence.start..subject.range.start).rev().take_while(|&at| self.kind(at) != Some(Kind::Comma));
        let is_condition = is_condition.into_iter().any(|at| self.is_word(at, &["if", "unless", "whether"]));
        if is_relative || is_inside || is_condition || !self.can_speak(&subject) {
            return None;
        }
        // `a captain named Tom Hill`
        let is_called = names && self.is_indefinite(&subject);
        // `Image Viewer allows you to zoom`
        if self.is_word(verb, &["allow", "allows", "allowed"]) && !self.is_word(verb + 1, &["that"]) {
            return None;
        }
        // `the store tells its readers`
        let is_thing =
            self.is_word(verb, OF_THINGS) && !self.is_somebody(&subject) && !self.is_word(verb + 1, &["that"]);
        (!is_called && !is_thing).then_some(subject)
    }

    /// Whether a phrase names somebody or a document, or stands for a person or a body by what they are.
    pub fn can_speak(&self, phrase: &Phrase) -> bool {
        match &phrase.head {
            Head::Name(name) => name.clone().all(|at| !self.is(at, Classes::EVENT) || self.is(at, Classes::BODY)),
            Head::Pronoun(_) => true,
            Head::Quoted(_) => false,
            Head::Noun => {
                let end = self.noun_end(&phrase.range);
                // `ISO 9001`
                let is_numbered = self.kind(end - 1) == Some(Kind::Number) && end > 1 && self.is_name_word(end - 2);
                let heads = Classes::ROLE.or(Classes::BODY).or(Classes::TITLE).or(Classes::WORK);
                is_numbered
                    || self.is(end - 1, heads)
                    || self.is_name_word(end - 1) && self.is(end - 1, Classes::MESSAGE)
            }
        }
    }

    /// Whether the verb at `verb` says of a thing what it does, not what somebody says by it: `the results confirm`.
    pub fn is_of_thing(&self, verb: usize, subject: &Phrase) -> bool {
        self.is_word(verb, OF_THINGS) && subject.head == Head::Noun && !self.can_speak(subject)
    }

    /// Whether it is a person, or a body.
    fn is_somebody(&self, phrase: &Phrase) -> bool {
        match &phrase.head {
            Head::Name(name) => {
                name.len() > 1 || name.start > 0 && self.is(name.start - 1, Classes::TITLE.or(Classes::ROLE))
            }
            Head::Pronoun(at) => !self.is_word(*at, &["it", "they"]),
            Head::Quoted(_) => false,
            Head::Noun => self.is(self.noun_end(&phrase.range) - 1, Classes::ROLE.or(Classes::TITLE)),
        }
    }

    fn is_indefinite(&self, phrase: &Phrase) -> bool {
        phrase.head == Head::Noun && self.is_word(phrase.range.start, &["a", "an"])
    }

    /// Where the noun ends that heads a phrase, before what a preposition adds to it.
    pub fn noun_end(&self, range: &Range<usize>) -> usize {
        let preposition = (range.start + 1..range.end).find(|&at| self.is(at, Classes::PREP) && !self.is_name_word(at));
        preposition.unwrap_or(range.end)
    }
}
