//! Terms that a sentence defines, and works that it names.

use super::Kind as What;
use super::Marked;
use super::kinds::Look;
use super::lexicon::Classes;
use super::phrases::Reader;
use super::tokens::{Kind, Tokens};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What is defined has so many words at most.
const LONGEST: usize = 7;
/// Languages in which a word means something.
const LANGUAGES: &[&str] = &[
    "Greek",
    "Latin",
    "French",
    "German",
    "Arabic",
    "Hebrew",
    "Sanskrit",
    "Chinese",
    "Japanese",
    "Russian",
    "Spanish",
    "Italian",
    "Portuguese",
    "Turkish",
    "Persian",
    "shorthand",
    "slang",
    "word",
];
/// Endings of adjectives.
const ADJECTIVES: &[&str] = &["ed", "ful", "ous", "ive", "less", "ish", "able", "ible", "al"];

impl Reader<'_> {
    /// Whether the quotation at `at` is a term that its sentence defines: `“Affiliate” means`, `a “lease” is`, `“Business
    /// Day”: any day`; or one that is known by its capitals: `“MUST NOT”`.
    pub fn is_defined(&self, at: usize, sentence: &Range<usize>, text: &str, look: &Look, is_said: bool) -> bool {
        if look.is_ended() || look.words() > LONGEST {
            return false;
        }
        let is_first =
            |at: usize| at == sentence.start || !matches!(self.kind(at - 1), Some(Kind::Word | Kind::Number));
        let behind = at + 1;
        let has_article = at > sentence.start && self.is(at - 1, Classes::DET);
        let start = if has_article { at - 1 } else { at };
        let verb = if self.is_word(behind, &["shall", "will"]) { behind + 1 } else { behind };
        let is_meant = self.is_word(verb, &["means", "mean", "denotes", "designates"])
            || self.is_word(verb, &["refers"]) && self.is_word(verb + 1, &["to"])
            || self.is_word(verb, &["has"]) && self.is_word(verb + 2, &["meaning"])
            || self.is_word(verb, &["is"]) && self.is_word(verb + 1, &["defined"]);
        let is_kind_of = has_article
            && self.is_word(at - 1, &["a", "an"])
            && self.is_word(behind, &["is"])
            && self.is_word(behind + 1, &["a", "an", "any", "the"]);
        let is_entry = self.kind(behind) == Some(Kind::Colon)
            && look.is_title()
            && self.is_word(behind + 1, &["a", "an", "any", "the", "each", "every"])
            && !self.tokens()[behind + 1].capital;
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let is_keyword =
            letters().count() > 2 && letters().all(char::is_uppercase) && look.words() < 4 && start > sentence.start;
        let is_keyword = is_keyword && !is_said && (look.words() > 1 || self.is_among_keywords(at, sentence));
        verb < sentence.end && is_first(start) && (is_meant || is_kind_of || is_entry) || is_keyword
    }

    /// Whether the quotation at `at` says what a word means: `meant no more than “…”`, `is Greek for “…”`.
    pub fn is_meaning(&self, at: usize, from: usize) -> bool {
        let between = ["no", "more", "little", "nothing", "but", "than", "simply", "only", "merely", "just", "roughly"];
        let verb = (from..at).rev().find(|&i| !self.is_word(i, &between));
        let means = verb.is_some_and(|verb| self.is_word(verb, &["means", "meant", "mean"]));
        let is_for = at > from + 1 && self.is_word(at - 1, &["for"]);
        means || is_for && self.is_word(at - 2, LANGUAGES)
    }

    /// Whether the quotation at `at` is what its sentence is about, and who says so stands between commas: `“Symphony”, she points out,
    /// is Greek`.
    pub fn is_subject_apart(&self, at: usize, sentence: &Range<usize>) -> bool {
        let from = at + 1;
        let is_comma = |i: &usize| self.kind(*i) == Some(Kind::Comma);
        let comma = (from + 1..sentence.end).take(LONGEST).find(is_comma).filter(|_| is_comma(&from));
        let is_one = comma.is_some_and(|comma| (from + 1..comma).all(|i| self.kind(i) == Some(Kind::Word)));
        at == sentence.start
            && is_one
            && comma.is_some_and(|comma| self.is_word(comma + 1, &["is", "was", "means", "meant"]))
    }

    /// Whether nothing stands between a verb of calling and the quotation at `at` but the noun for what is called so.
    pub fn is_calling(&self, verb: usize, at: usize) -> bool {
        const LONGEST: usize = 6;
        let Some(phrase) = self.phrase_at(verb + 1, at).filter(|_| self.is(verb, Classes::CALLS)) else { return false };
        let to = phrase.range.end;
        let as_it = to + usize::from(self.is_word(to, &["as"]));
        as_it == at && matches!(self.kind(at), Some(Kind::Quote(_))) && at - verb <= LONGEST
    }

    /// Whether the quotation at `at` is what something is called, nobody says by whom: `what is often called “…”`.
    pub fn is_called_by_all(&self, at: usize, sentence: &Range<usize>) -> bool {
        let Some(verb) = at.checked_sub(1).filter(|&verb| verb > sentence.start) else { return false };
        let is_called = self.is(verb, Classes::CALLS) && self.is_passive(verb, sentence.start);
        let group = self.before_verb(verb, sentence.start);
        is_called
            && group > sentence.start
            && self.is_word(group - 1, &["what", "which"])
            && !self.is_word(at + 1, &["by"])
    }

    /// Whether `key words` or `terms` stands before the quotation in its sentence.
    fn is_among_keywords(&self, at: usize, sentence: &Range<usize>) -> bool {
        (sentence.start..at).any(|i| self.is_word(i, &["words", "terms", "keywords"]))
    }

    /// Whether the quotation at `at` is a work that its sentence speaks of: `a book, “…”`, `In “…”, Lee describes`.
    pub fn is_named_work(&self, at: usize, from: usize) -> bool {
        let comma = at > from + 2 && self.kind(at - 1) == Some(Kind::Comma) && self.is(at - 2, Classes::WORK);
        let is_apposition = comma && self.is_word(at - 3, &["a", "an", "his", "her", "their", "its"]);
        let has_comma = match self.kind(at) {
            Some(Kind::Quote(run)) => self.all.text_of(run).ends_with(','),
            _ => false,
        };
        let has_comma = has_comma || self.kind(at + 1) == Some(Kind::Comma);
        let is_inside = at == from + 1 && self.is_word(from, &["in"]) && has_comma;
        is_apposition || is_inside
    }
}

impl Reader<'_> {
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

    /// Whether the quotation at `at` is a work that is told by a noun before it, `a diatribe “Bakers at Work”`, or, `titled`,
    /// by whose it is: `in her “Recollections”`.
    pub fn is_work_of(&self, at: usize, from: usize, titled: bool) -> bool {
        let Some(before) = at.checked_sub(2).filter(|&before| before >= from) else { return false };
        let owners = ["his", "her", "their", "its"];
        let is_noun =
            self.is(before + 1, Classes::WORK) && !self.is_word(before + 1, &["headlined", "report", "reports"]);
        let is_work = is_noun && (self.is_word(before, &["a", "an"]) || self.is_word(before, &owners));
        let is_owned = self.is_word(before + 1, &owners) || self.tokens()[before + 1].possessive;
        is_work || titled && self.is_word(before, &["in"]) && is_owned || titled && self.is_in_persons(at, from)
    }

    /// Whether the name of a person stands before the quotation, behind `in`: `in Ann Lee's “Life”`.
    fn is_in_persons(&self, at: usize, from: usize) -> bool {
        let is_name = |i: &usize| self.is_name_word(*i);
        let first = (from..at).rev().take(4).take_while(is_name).last();
        let before = first.and_then(|first| first.checked_sub(1)).filter(|&before| before >= from);
        self.tokens()[at - 1].possessive && before.is_some_and(|before| self.is_word(before, &["in"]))
    }
}

/// Where a text mostly speaks of the same words as of a term, they are one everywhere.
pub(super) fn agree(tokens: &Tokens, rows: &mut [Marked]) {
    let mut counts: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (run, row) in rows.iter().enumerate() {
        let (terms, titles) = counts.entry(tokens.text_of(run)).or_default();
        *terms += usize::from(row.kind == What::Term);
        *titles += usize::from(row.kind == What::Title);
    }
    for (run, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.kind == What::Title) {
        let is_term = counts.get(tokens.text_of(run)).is_some_and(|(terms, titles)| terms > titles);
        row.kind = if is_term { What::Term } else { What::Title };
    }
}

/// Whether a single word is an adjective by its ending: somebody's judgement rather than a name.
pub(super) fn is_adjective(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    word.len() > 5 && !word.contains(' ') && ADJECTIVES.iter().any(|ending| word.ends_with(ending))
}
