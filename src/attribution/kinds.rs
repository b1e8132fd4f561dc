//! What stands between marks: somebody's words, a term, the title of a work, or a word held at a distance.

use super::Kind as What;
use super::cues::{Cue, Manner};
use super::defined::is_adjective;
use super::lexicon::Classes;
use super::phrases::{Head, Reader};
use super::tokens::Kind;
use crate::text::is_word_char;
use std::ops::Range;

/// What is between marks and this long is no term.
const LONGEST_TERM: usize = 7;

/// Verbs that may also report, but behind which a title stands rather than somebody's words.
const WORKS_ON: [&str; 14] = [
    "read",
    "reads",
    "reading",
    "wrote",
    "writes",
    "write",
    "written",
    "writing",
    "recited",
    "recites",
    "recite",
    "sang",
    "sings",
    "published",
];

/// A few facts about what stands between marks.
pub(super) struct Look {
    words: usize,
    /// Whether its words begin with capitals, as a title's do.
    titled: bool,
    /// Whether it ends as a sentence does.
    ended: bool,
    /// Whether it begins with a capital.
    capital: bool,
    /// Whether it has a verb or a pronoun of speech.
    clause: bool,
    /// Whether it begins with a verb.
    verbal: bool,
}

impl Look {
    pub fn of(text: &str) -> Look {
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.contains(is_word_char)).take(64).collect();
        let small = Classes::DET.or(Classes::PREP).or(Classes::CONJ).or(Classes::AUX);
        let main = || words.iter().map(|word| word.trim_matches(|c| !is_word_char(c)));
        let titled = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let lower = main().filter(|word| !titled(word)).filter(|word| !super::lexicon::classes(word).is(small)).count();
        let upper = main().filter(|word| titled(word)).count();
        let clause = main().any(|word| {
            let classes = super::lexicon::classes(word);
            classes.is(Classes::AUX) && word != "be"
                || (classes.is(Classes::PRONOUN) && !word.eq_ignore_ascii_case("who"))
                || word.contains(['\'', '’'])
        });
        Look {
            words: words.len(),
            titled: lower == 0 && upper > 0 && main().next().is_some_and(titled),
            ended: text.ends_with(['.', '?', '!', '…']),
            capital: text.starts_with(char::is_uppercase),
            clause,
            verbal: is_predicate(&mut main()),
        }
    }

    pub fn words(&self) -> usize {
        self.words
    }

    /// Whether its words have capitals.
    pub fn is_titled(&self) -> bool {
        self.titled
    }

    pub fn is_ended(&self) -> bool {
        self.ended
    }

    /// Whether it looks like the title of a work.
    pub fn is_title(&self) -> bool {
        self.titled && self.words > 1
    }
}

/// Whether words begin with a verb: an auxiliary, or one that what it does something to stands behind: `deserves to`.
fn is_predicate<'a>(words: &mut impl Iterator<Item = &'a str>) -> bool {
    const OBJECTS: &[&str] =
        &["to", "the", "a", "an", "no", "his", "her", "its", "their", "our", "us", "them", "it", "like"];
    let Some(first) = words.next() else { return false };
    let is_third_person = first.starts_with(char::is_lowercase) && first.ends_with('s') && !first.ends_with("ss");
    super::lexicon::classes(first).is(Classes::AUX)
        || is_third_person && words.next().is_some_and(|next| OBJECTS.contains(&next))
}

impl Reader<'_> {
    /// What the quotation at token `at` is, with the cue that was found for it.
    pub fn kind_of(&self, at: usize, sentence: &Range<usize>, text: &str, cue: Option<&Cue>) -> What {
        let look = Look::of(text);
        let bare = sentence.clone().all(|i| {
            matches!(
                self.kind(i),
                Some(Kind::Quote(_) | Kind::Stop | Kind::Comma | Kind::Other | Kind::Dash | Kind::Open | Kind::Close)
            ) || self.is(i, Classes::CONJ)
        });
        let stands_before = |classes: Classes, most: usize| self.noun_before(at, sentence.start, classes, most);
        let behind = at + 1;
        let touches = |class: Classes| {
            let direct = self.is(behind, class)
                || self.is(behind + 1, class)
                    && self.kind(behind) == Some(Kind::Word)
                    && !self.is(behind, Classes::PREP.or(Classes::AUX).or(Classes::CONJ).or(Classes::SAYS));
            direct && behind < sentence.end
        };
        let colon = at > sentence.start && self.kind(at - 1) == Some(Kind::Colon);
        let comma = at > sentence.start && matches!(self.kind(at - 1), Some(Kind::Comma | Kind::Colon));
        let article = at > sentence.start && self.is(at - 1, Classes::DET) && !self.is_word(at - 1, &["that"]);
        let close = cue.is_some_and(|cue| cue.close);
        let known = (sentence.start.max(at.saturating_sub(6))..at)
            .any(|i| self.is_word(i, &["known", "nicknamed", "so-called"]))
            && at > sentence.start
            && !comma;
        if known && look.words <= LONGEST_TERM {
            return What::Term;
        }
        // `who signed herself “A mother”`
        let is_oneself =
            at > sentence.start && self.is_word(at - 1, &["himself", "herself", "themselves", "itself", "myself"]);
        if is_oneself && at > sentence.start + 1 && self.is_word(at - 2, &["signed", "called", "styled", "termed"]) {
            return What::Other;
        }
        if self.is_title_inside(at, sentence.start) {
            return What::Title;
        }
        let is_short = look.words <= LONGEST_TERM && !look.ended;
        if is_short && (self.is_meaning(at, sentence.start) || look.words < 4 && self.is_called_by_all(at, sentence)) {
            return What::Term;
        }
        let is_apart = look.words <= 2 && !look.ended && self.is_subject_apart(at, sentence);
        if is_apart || self.is_defined(at, sentence, text, &look, cue.is_some()) {
            return What::Term;
        }
        if look.is_title() && !look.ended && self.is_named_work(at, sentence.start) {
            return What::Title;
        }
        if look.capital && !look.ended && !look.clause && self.is_work_of(at, sentence.start, look.titled) {
            return What::Title;
        }
        let called = cue.is_some_and(|cue| cue.manner == Manner::Calls);
        let notion =
            stands_before(Classes::NOTION, 1) && !colon && !called && !self.is_words_of_somebody(at, sentence.start);
        let notion = notion && !(cue.is_some() && look.verbal);
        if look.is_title() && !(close && comma) {
            return match () {
                _ if stands_before(Classes::WORK, 3) => What::Title,
                _ if self.works_on(at, sentence, cue)
                    && (!look.ended || look.words > 2 && !look.clause && text.ends_with('.')) =>
                {
                    What::Title
                }
                _ if look.words > 6 && look.ended && cue.is_some() => What::Speech,
                _ if notion || touches(Classes::NOTION) || article || self.is(behind, Classes::NOTION) => What::Term,
                _ if cue.is_some_and(|cue| {
                    let is_aside = look.clause && cue.range.start > at;
                    cue.manner == Manner::Says && close && (cue.verb.is_some() || is_aside)
                }) =>
                {
                    What::Speech
                }
                _ if cue.is_some_and(|cue| cue.manner == Manner::Calls) => What::Term,
                _ if bare && look.ended => What::Speech,
                _ if touches(Classes::WORK) || look.words > 1 => What::Title,
                _ => What::Term,
            };
        }
        if stands_before(Classes::WORK, 2) && look.titled && !close {
            return What::Title;
        }
        if notion && look.words <= LONGEST_TERM * 2 && !(close && comma) {
            return What::Term;
        }
        if let Some(cue) = cue {
            let generic = cue.manner == Manner::Calls
                && self
                    .tokens()
                    .get(cue.subject.range.start)
                    .is_some_and(|first| !first.capital || cue.subject.range.start == sentence.start)
                && matches!(cue.subject.head, super::phrases::Head::Noun);
            let short = look.words <= 3 && !look.ended;
            return match cue.manner {
                Manner::Calls if look.titled && look.words <= 2 => What::Term,
                Manner::Calls if generic && short && !is_adjective(text) && cue.subject.range.len() <= 2 => What::Term,
                Manner::Coins if !close && look.words < 4 || (short && !comma) && cue.manner == Manner::Coins => {
                    What::Term
                }
                _ if article && short && !look.clause && touches(Classes::NOTION) => What::Term,
                _ => What::Speech,
            };
        }
        // `has been called “a hard man in a soft hat”`
        let from = sentence.start.max(at.saturating_sub(4));
        if look.words > 2 && (from..at).any(|i| self.is(i, Classes::CALLS) && self.is_verb(i)) {
            return What::Speech;
        }
        if bare && (look.words > 3 || look.ended || look.clause) {
            return What::Speech;
        }
        let whole = look.words > 5 && (look.ended || look.clause) || look.words > 10 || look.clause && look.words > 3;
        match () {
            _ if touches(Classes::NOTION) && look.words <= LONGEST_TERM => What::Term,
            _ if colon && look.ended && look.capital && self.is_pause(sentence.start, at) => What::Speech,
            _ if whole && (look.capital || look.clause || look.words > 10) => What::Speech,
            _ if look.titled && article => What::Term,
            _ => What::Other,
        }
    }

    /// Whether nothing but when or how stands before the colon that leads to the quotation at `at`: `Then, after a pause: “…”`.
    pub fn is_pause(&self, from: usize, at: usize) -> bool {
        const LONGEST: usize = 8;
        let fine = Classes::ADVERB.or(Classes::CONJ).or(Classes::PREP).or(Classes::DET);
        let verb = Classes::AUX.or(Classes::VERB).or(Classes::PRONOUN);
        let is_noun = |i: usize| i > from && self.is(i - 1, Classes::PREP.or(Classes::DET)) && !self.is(i, verb);
        let words = || (from..at).filter(|&i| self.kind(i) == Some(Kind::Word));
        let is_lead =
            self.is(from, Classes::ADVERB.or(Classes::CONJ)) && self.kind(at.wrapping_sub(1)) == Some(Kind::Colon);
        is_lead
            && at - from <= LONGEST
            && words().all(|i| !self.tokens()[i].capital || i == from)
            && words().all(|i| self.is(i, fine) && !self.is_verb(i) || is_noun(i))
    }

    /// Whether somebody reads or writes what the quotation is: `Ann Lee read “The Mill” twice`. A sign that reads something
    /// says it.
    fn works_on(&self, at: usize, sentence: &Range<usize>, cue: Option<&Cue>) -> bool {
        let is_somebody = cue.is_none_or(|cue| match &cue.subject.head {
            Head::Name(name) => {
                let nobody = Classes::ROLE.or(Classes::BODY).or(Classes::MESSAGE).or(Classes::WORK);
                let writes = self.is_word(at.saturating_sub(1), &["wrote", "writes"]) && !self.is(name.start, nobody);
                name.len() > 1 || name.start > sentence.start || writes && !self.word(name.start).ends_with('s')
            }
            Head::Pronoun(at) => !self.is_word(*at, &["it", "they", "which", "that"]),
            Head::Noun | Head::Quoted(_) => false,
        });
        // `in the house, reading “The Mill”`
        let is_pastime =
            at > sentence.start + 1 && self.is_word(at - 1, &["reading"]) && self.kind(at - 2) == Some(Kind::Comma);
        is_pastime || is_somebody && at > sentence.start && self.is_word(at - 1, &WORKS_ON)
    }

    /// Whether a noun of these classes stands at most `most` words before the quotation: `the policy of “…”`.
    fn noun_before(&self, at: usize, from: usize, classes: Classes, most: usize) -> bool {
        let mut i = at;
        let mut words = 0;
        while i > from && words < most + 14 {
            i -= 1;
            match self.kind(i) {
                // A list of several: `concepts such as “A”, “B” and “C”`
                Some(Kind::Quote(_)) => words = words.max(1),
                Some(Kind::Comma | Kind::Open) => {}
                Some(Kind::Word) => {
                    let list = (i + 1..at).any(|j| self.is_word(j, &["such"]));
                    if self.is(i, classes) && (words < most || list) && !self.is_verb(i) {
                        return true;
                    }
                    let joins = self.is_word(
                        i,
                        &[
                            "of",
                            "as",
                            "such",
                            "and",
                            "or",
                            "the",
                            "a",
                            "like",
                            "including",
                            "called",
                            "named",
                            "known",
                            "creating",
                            "that",
                            "to",
                            "in",
                        ],
                    );
                    let participle = words == 0 && self.is(i, Classes::SAYING);
                    if !joins && !participle {
                        words += 1;
                        if words >= most {
                            return false;
                        }
                    }
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the quotation is what its noun is about, and none of a list: `the policy of “…”`.
    pub fn is_only_of(&self, at: usize) -> bool {
        at > 1 && self.is_word(at - 1, &["of"]) && self.is(at - 2, Classes::NOTION)
            || at > 0 && self.is(at - 1, Classes::NOTION)
    }

    /// Whether the noun before is `Ann Lee's phrase` rather than `the phrase`.
    fn is_words_of_somebody(&self, at: usize, from: usize) -> bool {
        (from.max(at.saturating_sub(4))..at).any(|i| self.tokens()[i].possessive || self.is_word(i, &["his", "her"]))
            && (from.max(at.saturating_sub(3))..at).any(|i| self.is(i, Classes::WORDS))
    }
}
