//! Whether a clause of these languages says that somebody said the words, and whether it may only speak about them.

use super::lexicon::{ALL, has};
use super::phrases::Clause;
use crate::attribution::tokens::Kind;
use crate::text::fold;

/// Words between a verb of saying and a word that denies it, at most.
const NEAR: usize = 3;
/// Words between a verb of denying and the verb of saying, at most.
const FARTHEST: usize = 8;

const NEGATIONS: &str = "nicht nie niemals keineswegs keiner niemand pas jamais personne nunca jamás nadie no non mai nessuno não \
    ninguém не никогда никто";
/// Those that may stand behind the verb.
const NEGATIONS_BEHIND: &str = "nicht nie niemals keineswegs pas jamais mai";
/// Verbs of denying and refusing, before what is denied.
const DENIALS: &str = "bestritt bestreitet bestreiten bestritten leugnet leugnete leugneten dementiert dementierte verneint verneinte \
    weigert weigerte bezweifelt bezweifelte niait nié nia dément démentait démenti refuse refusait refusé niega negó negaba \
    desmiente desmintió nega negava smentisce smentì smentito negou negado desmentiu отрицает отрицал отрицала отрицали \
    опроверг опровергла отказался отказалась";
const CONDITIONS: &str = "wenn falls ob sofern si s'il s'ils se если";
/// These say that something is only said to be so.
const HEARSAY: &str = "soll sollen angeblich angebliche vielleicht dürfte aurait auraient prétendument habría habrían supuestamente \
    avrebbe avrebbero teria teriam supostamente якобы будто";
/// Verbs by which somebody gives again what may have been somebody else's words.
const ECHOES: &[&str] = &[
    "zitier",
    "wiederhol",
    "erinner",
    "kommentier",
    "bekräftig",
    "rappel",
    "cit",
    "comment",
    "reprend",
    "record",
    "coment",
    "ricord",
    "lembr",
    "recorr",
    "reiter",
    "ribad",
    "напом",
    "повтор",
    "цитир",
];

/// Verbs of saying that do not vouch for what is said, as they begin, folded.
const DOUBTING: [&str; 3] = ["pretend", "behaupt", "imagin"];

/// Whether a clause of saying of so many words denies, or does not vouch for, what is said: by its verb, or by a word right beside it.
pub(super) fn doubts(words: &[&str]) -> bool {
    let says = |word: &&str| ALL.iter().any(|lexicon| has(lexicon.says, word));
    let is_doubted = |word: &&str| {
        word.starts_with(char::is_lowercase) && [DENIALS, HEARSAY, NEGATIONS].iter().any(|list| has(list, word))
    };
    words.iter().enumerate().filter(|(_, word)| says(word)).any(|(verb, word)| {
        let beside = words[..verb].last().into_iter().chain(words.get(verb + 1));
        has(DENIALS, word)
            || DOUBTING.iter().any(|stem| fold(word).starts_with(stem))
            || beside.into_iter().any(is_doubted)
    })
}

impl Clause<'_> {
    /// Whether the clause of the verb of saying from `verb` to `end` says that something was said.
    pub fn is_asserted(&self, verb: usize, end: usize) -> bool {
        let apart = |i: &usize| !matches!(self.reader.kind(*i), Some(Kind::Word | Kind::Number));
        let start = (0..verb).rev().find(apart).map_or(0, |i| i + 1);
        // `Mai 1955` in German, `no livro` in Portuguese
        let negates =
            |i: usize, list: &str| self.is_in(i, list) && !self.is_in(i, self.words.places) && !self.is_month(i);
        let is_negated = (start.max(verb.saturating_sub(NEAR))..verb).any(|i| negates(i, NEGATIONS))
            || (verb..end + NEAR).take_while(|i| !apart(i)).any(|i| negates(i, NEGATIONS_BEHIND));
        // `se queja`
        let is_supposed = self.is_in(start, CONDITIONS) && start + 1 < verb;
        !is_negated && !is_supposed && !self.is_denied(verb)
    }

    /// Whether a verb of denying governs the verb of saying at `verb`: `bestritt, gesagt zu haben`, `negó haber dicho`.
    fn is_denied(&self, verb: usize) -> bool {
        let splits = |i: &usize| {
            let apart = !matches!(self.reader.kind(*i), Some(Kind::Word | Kind::Number | Kind::Comma));
            apart || self.is_in(*i, "und et y e и oder ou o")
        };
        let denial = (0..verb).rev().take(FARTHEST).take_while(|i| !splits(i)).find(|&i| self.is_in(i, DENIALS));
        let comma = |denial: usize| (denial..verb).find(|&i| self.reader.kind(i) == Some(Kind::Comma));
        denial.is_some_and(|denial| {
            comma(denial).is_none_or(|comma| self.is_in(comma + 1, self.words.opens) || self.is_in(verb + 1, "zu"))
        })
    }

    /// Whether the verb at `verb` may give again what somebody else has said, or only what somebody is said to have said.
    pub fn is_echo(&self, verb: usize) -> bool {
        if (verb.saturating_sub(NEAR)..verb + NEAR).any(|i| self.is_in(i, HEARSAY)) {
            return true;
        }
        let word = self.reader.word(verb).to_lowercase();
        ECHOES.iter().any(|stem| word.starts_with(stem))
    }

    /// Whether a clause that the quotation at `at` is part of goes on behind it: `Lee schreibt, „…“ sei falsch`.
    pub fn goes_on(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let small = [words.ends, words.opens, words.of, words.parts, words.articles, words.pronouns];
        let next = at + 1;
        let is_small = || small.iter().any(|list| has(list, self.reader.word(next)));
        next < end && self.is_word(next) && !self.is_capital(next) && !self.says(next) && !is_small()
    }
}
