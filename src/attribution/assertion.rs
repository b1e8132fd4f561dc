//! Whether a clause says that somebody said the words, and how surely: it may deny it, ask or suppose it, and it may only
//! speak about words that somebody else has said.

use super::cues::{Cue, Manner};
use super::lexicon::Classes;
use super::phrases::{Head, Reader};
use super::tokens::Kind;
use std::ops::Range;

/// Words behind which a clause with a subject of its own begins.
const COMPLEMENTIZERS: &str = "that what how whether why where if";
const NEGATIONS: &str = "not never hardly scarcely neither nor cannot";
/// Behind a negation they say that there is more: `not only`.
const MORE: &str = "only just merely simply";
/// Of what stands behind them it is denied, or not known, that it is so.
const DENIALS: &str = "deny denied denies denying denial doubt doubts doubted doubtful dispute disputes disputed refute \
    refuted refutes untrue false wrong myth legend rumour rumor unlikely impossible nobody no none nothing";
const CONDITIONS: &str = "if unless lest whether suppose supposing imagine assuming";
/// What might be so.
const POSSIBLE: &str = "might may could should must";
/// Who does this to somebody, or does it, has not said it: `refused to say`, `asked him to say`.
const UNDONE: &str = "refuse refused refuses refusing decline declined declines declining fail failed fails failing \
    forgot forgets want wanted wants wish wished wishes hoped hopes planned plans intended intends tried tries threatened \
    threatens urged urges ordered orders forced forces advised advises invited invites instructed instructs told tells \
    telling asked asks asking persuaded persuades begged begs allowed allows expected expects pressed required requires \
    prepared about afraid reluctant unable unwilling how what nothing whether";
/// Prepositions and the like before a participle that did not take place: `without saying`.
const NOT_DONE: &str = "without from against avoid avoids avoided avoiding";
/// Words by which a clause says no more than that somebody is believed to have said something.
const HEARSAY: &str = "allegedly reportedly supposedly purportedly perhaps maybe possibly probably wrongly falsely credited misquoted \
    misattributed reputed rumoured rumored";
/// In these somebody may say anything.
const FICTION: &str = "film movie novel play drama comedy sketch cartoon series opera musical fable";
/// Verbs whose object, with nothing between, is what is said; that of others may be what is spoken about: `explained “…”`.
const TAKES_WORDS: &str = "say says said saying declare declares declared declaring write writes wrote written writing state states \
    stated stating announce announces announced announcing proclaim proclaims proclaimed proclaiming exclaim exclaims exclaimed \
    assert asserts asserted asserting insist insists insisted reply replies replied answer answers answered add adds added adding \
    shout shouts shouted cry cries cried ask asks asked asking pledge pledges pledged vow vows vowed warn warns warned warning";
/// By these somebody gives words again, which may have been somebody else's.
const ECHOES: &[&str] = &[
    "quot",
    "cit",
    "agree",
    "recall",
    "repeat",
    "echo",
    "invok",
    "endors",
    "reiterat",
    "reaffirm",
    "recount",
    "remind",
    "mention",
    "recit",
    "paraphras",
    "read",
    "translat",
    "reprint",
];

/// Whether an English clause of saying denies, or does not vouch for, what is said: by its verb, the one at `verb`, or by one of the two
/// words before it (`he denied`, `she has never said`).
pub(super) fn doubts(words: &[&str], verb: usize) -> bool {
    let is_one = |word: &str| {
        let mut all = [DENIALS, NEGATIONS, HEARSAY].into_iter().flat_map(str::split_ascii_whitespace);
        word.replace('’', "'").ends_with("n't") || all.any(|other| other == word)
    };
    words[verb.saturating_sub(2)..=verb].iter().any(|word| is_one(word))
}

impl Reader<'_> {
    /// The cue with what its clause says of it: one that is denied says nothing of whose the words are.
    pub fn weighed(&self, cue: Cue, at: usize, sentence: &Range<usize>) -> Cue {
        if !self.is_asserted(&cue, sentence) {
            return Cue { manner: Manner::PassesOn, sure: false, ..cue };
        }
        let sure = cue.sure
            && !self.is_asked(sentence)
            && !self.is_about(&cue, at, sentence)
            && !self.is_hearsay(&cue, at, sentence);
        Cue { sure, ..cue }
    }

    /// Where the clause of a subject begins that a verb of saying may stand before: behind `that` and the like, if one leads to
    /// it, perhaps with a time between.
    pub fn complement_from(&self, subject: usize, from: usize) -> Option<usize> {
        (from..subject).rev().find_map(|i| {
            let next = i + 1;
            let leads = next == subject
                || self.kind(next) == Some(Kind::Comma)
                || self.is_time(next)
                || self.is(next, Classes::PREP);
            let is_phrase = i > from && self.is(i - 1, Classes::PREP);
            let opens = self.is_of(i, COMPLEMENTIZERS) && leads && !is_phrase;
            let is_aside = self.is_word(i, &["as", "which", "whom"]) && next == subject && i > from;
            // `It was in 1955 that Ann Lee said`
            let is_cleft = self.is_word(from, &["it"]) && self.is_word(from + 1, &["is", "was"]);
            let is_cleft = is_cleft && self.is_word(i, &["that"]) && self.is(from + 2, Classes::PREP);
            ((opens && !is_cleft) || is_aside).then_some(next)
        })
    }

    /// Whether the clause of a cue says that something was said.
    pub fn is_asserted(&self, cue: &Cue, sentence: &Range<usize>) -> bool {
        let subject = cue.subject.range.start;
        let from = self.after_quote(subject, sentence.start);
        if self.is_denied_before(subject, from) || self.is_supposed(subject, from) {
            return false;
        }
        let Some(verb) = cue.verb else { return true };
        let first = self.before_verb(verb, sentence.start);
        let group = first..verb;
        let is_negated = group.clone().any(|i| self.negates(i));
        let is_perfect = group.clone().any(|i| self.is_word(i, &["have"]));
        let is_possible = group.clone().any(|i| self.is_of(i, POSSIBLE) || is_perfect && self.is_word(i, &["would"]));
        let said = Classes::SAYS.or(Classes::SAYING);
        let is_denial = self.word(verb).to_lowercase().starts_with("den") && self.is_of(verb, DENIALS);
        if is_denial && (verb + 1..cue.range.end).any(|i| self.is(i, said)) {
            return false;
        }
        let is_mine = matches!(cue.subject.head, Head::Pronoun(at) if self.is_word(at, &["i", "we"]));
        let is_still_said = is_mine || group.clone().any(|i| self.is_of(i, MORE));
        if is_negated || is_possible && !is_still_said {
            return false;
        }
        let is_inverted = subject < verb && self.is_inverted(subject, from, sentence);
        !is_inverted && !self.is_undone(verb, first, sentence.start)
    }

    /// Whether a token is one of some words.
    fn is_of(&self, at: usize, words: &str) -> bool {
        let is_it = |word: &str| words.split_ascii_whitespace().any(|other| other.eq_ignore_ascii_case(word));
        self.kind(at) == Some(Kind::Word) && is_it(self.word(at))
    }

    /// Whether a word denies its clause.
    fn negates(&self, at: usize) -> bool {
        let is_joined =
            || self.kind(at) == Some(Kind::Word) && self.word(at).to_lowercase().replace('’', "'").ends_with("n't");
        (self.is_of(at, NEGATIONS) || is_joined()) && !self.is_of(at + 1, MORE)
    }

    /// Whether the subject itself is denied, or what is said of its clause denies it: `not Ann Lee`, `it is untrue that Ann Lee`.
    fn is_denied_before(&self, subject: usize, from: usize) -> bool {
        let before = subject.checked_sub(1).filter(|&before| before >= from);
        if before.is_some_and(|before| self.negates(before)) {
            return true;
        }
        let Some(clause) = self.complement_from(subject, from).filter(|&clause| clause > from + 1) else {
            return false;
        };
        let outer = (from..clause - 1).rev().take_while(|&i| self.kind(i) != Some(Kind::Comma));
        outer.into_iter().any(|i| self.negates(i) || self.is_of(i, DENIALS))
    }

    /// Whether the clause of a subject only says what would be if something were so.
    fn is_supposed(&self, subject: usize, from: usize) -> bool {
        let clause = (from..subject).rev().take_while(|&i| self.kind(i) != Some(Kind::Comma));
        // `Imagine Ann Lee saying`
        clause.chain([subject]).any(|i| self.is_of(i, CONDITIONS))
    }

    /// Whether the words before a verb say that it was not done: `refused to say`, `without saying`, `denied having said`.
    fn is_undone(&self, verb: usize, first: usize, from: usize) -> bool {
        let Some(before) = first.checked_sub(1).filter(|&before| before >= from) else { return false };
        if self.is_word(before, &["to"]) && self.is(verb, Classes::SAY) {
            let stops = |i: &usize| {
                !matches!(self.kind(*i), Some(Kind::Word | Kind::Number))
                    || self.is(*i, Classes::CONJ.or(Classes::VERB))
            };
            let governing = (from..before).rev().take(8).find(|i| self.is_of(*i, UNDONE) || stops(i));
            return governing.is_some_and(|i| self.is_of(i, UNDONE));
        }
        let is_participle = self.is(verb, Classes::SAYING) || (first..verb).any(|i| self.is_word(i, &["having"]));
        let is_short = self.is_word(before, &["of"]) && self.is_word(before.wrapping_sub(1), &["short", "instead"]);
        is_participle && (self.is_of(before, NOT_DONE) || self.is_of(before, DENIALS) || is_short)
    }

    /// Whether an auxiliary before the subject makes its clause a question or a condition: `Did Ann Lee say`, `Had Ann Lee said`.
    fn is_inverted(&self, subject: usize, from: usize, sentence: &Range<usize>) -> bool {
        let Some(aux) = subject.checked_sub(1).filter(|&aux| aux >= from && self.is(aux, Classes::AUX)) else {
            return false;
        };
        let before = aux.checked_sub(1).filter(|&before| before >= from);
        let opens = before.is_none_or(|before| self.kind(before) != Some(Kind::Word) || self.negates(before));
        opens || self.is_asked(sentence)
    }

    /// Whether a sentence asks something outside of marks.
    pub fn is_asked(&self, sentence: &Range<usize>) -> bool {
        let last = sentence.end.checked_sub(1).filter(|&last| self.kind(last) == Some(Kind::Stop));
        last.is_some_and(|last| self.word(last) == "?")
    }

    /// Whether the clause says that the words are only said to be somebody's: `is said to have said`, `allegedly`.
    fn is_hearsay(&self, cue: &Cue, at: usize, sentence: &Range<usize>) -> bool {
        let from = self.after_quote(cue.range.start, sentence.start);
        let to = if cue.range.start > at { cue.range.end } else { at };
        let is_said_to = |i: usize| self.is_word(i, &["to"]) && self.is_word(i + 1, &["have"]);
        let is_invented = (from..cue.subject.range.start).any(|i| self.is_of(i, FICTION));
        is_invented || (from..to).any(|i| self.is_of(i, HEARSAY) || is_said_to(i))
    }

    /// Behind the last quotation or semicolon before a token.
    fn after_quote(&self, at: usize, from: usize) -> usize {
        let splits = |i: &usize| matches!(self.kind(*i), Some(Kind::Quote(_) | Kind::Semicolon));
        (from..at).rev().find(splits).map_or(from, |i| i + 1)
    }

    /// Whether the quotation at `at` may be what somebody speaks about rather than what is said: a reference, the object of a
    /// preposition, of a verb of quoting or of judging, or part of a clause that goes on behind it.
    fn is_about(&self, cue: &Cue, at: usize, sentence: &Range<usize>) -> bool {
        let Some(verb) = cue.verb else {
            let is_reference = self.kind(cue.range.start) == Some(Kind::Open)
                || (cue.range.start..sentence.end).any(|i| self.is_word(i, &["p", "p.", "pp", "pp."]));
            return cue.range.start > at && is_reference || self.goes_on(cue, at, sentence);
        };
        let word = self.word(verb).to_lowercase();
        let before = at.checked_sub(1).filter(|&before| before >= sentence.start && verb < at);
        let is_object = before.is_some_and(|before| {
            self.is(before, Classes::PREP) && !self.is_word(before, &["as"]) && before > verb
                || before == verb && !self.is_of(verb, TAKES_WORDS)
        });
        let is_echo = ECHOES.iter().any(|stem| word.starts_with(stem));
        let is_would = (self.before_verb(verb, sentence.start)..verb).any(|i| self.is_word(i, &["would"]));
        let is_accused = self.accuser(verb, sentence.start).is_some();
        // `held a sign saying`
        let small = Classes::PREP.or(Classes::CONJ).or(Classes::ADVERB).or(Classes::AUX).or(Classes::HEARER);
        let noun = verb.checked_sub(1).filter(|&noun| self.kind(noun) == Some(Kind::Word) && !self.is(noun, small));
        let is_things = self.is(verb, Classes::SAYING) && noun.is_some_and(|noun| !self.tokens()[noun].capital);
        is_object || is_echo || is_would || is_accused || is_things || self.goes_on(cue, at, sentence)
    }

    /// Whether a clause that the quotation is part of goes on behind it: `Lee writes that “…” is wrong`.
    fn goes_on(&self, cue: &Cue, at: usize, sentence: &Range<usize>) -> bool {
        let skipped =
            |from: usize| (from..sentence.end).find(|&i| !self.is(i, Classes::ADVERB)).unwrap_or(sentence.end);
        let is_finite = |i: usize| {
            i < sentence.end && self.is(i, Classes::AUX.or(Classes::VERB)) && !self.is_word(i + 1, &["how", "what"])
        };
        let next = skipped(at + 1);
        if is_finite(next) {
            return true;
        }
        // `“…,” wrote Ann Lee, is wrong`
        let closing =
            |from: usize| (from..sentence.end).find(|&i| !matches!(self.kind(i), Some(Kind::Word | Kind::Number)));
        if let Some(comma) = closing(cue.range.start.max(at + 2)).filter(|&i| self.kind(i) == Some(Kind::Comma)) {
            let is_aside = cue.range.start > at || self.kind(at + 1) == Some(Kind::Comma);
            if is_aside && is_finite(skipped(comma + 1)) {
                return true;
            }
        }
        let small =
            Classes::PREP.or(Classes::CONJ).or(Classes::DET).or(Classes::PRONOUN).or(Classes::SAYING).or(Classes::DAY);
        let is_word = self.kind(next) == Some(Kind::Word) && next < sentence.end;
        cue.range.start < at && is_word && !self.tokens()[next].capital && !self.is(next, small.or(Classes::WEEKDAY))
    }

    /// Who is accused of what the participle at `verb` says: `accused Ann Lee of saying`.
    pub fn accuser(&self, verb: usize, from: usize) -> Option<(usize, usize)> {
        const ACCUSES: &[&str] =
            &["accuse", "accused", "accuses", "accusing", "suspect", "suspected", "suspects", "convicted"];
        let of = self.before_verb(verb, from).checked_sub(1).filter(|&of| of > from && self.is_word(of, &["of"]))?;
        let accuses = (from..of).rev().take(10).find(|&i| self.is_word(i, ACCUSES))?;
        Some((accuses, of))
    }
}
