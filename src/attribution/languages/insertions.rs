//! Who speaks, told inside the marks: `« La réforme, dit-il, est une chance. »`, `«Война, — сказал он, — не решает споров»`. The
//! words between the commas or the dashes are no part of what is quoted.

use super::lexicon::{ALL, Lexicon, has};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words of such a clause, at most.
const LONGEST: usize = 10;
/// Words of who speaks, at most: `le ministre de la culture`.
const LONGEST_SUBJECT: usize = 6;
/// Behind these a point ends no clause.
const TITLES: &str = "m mr mrs ms mme mlle dr prof st sr sra dott г";
/// May lead to the clause: `comme l’a dit le poète`.
const LEADS: &str = "as comme wie como come как";
/// Articles of what is said rather than of who says it, unless an office follows.
const INDEFINITE: &str = "a an un une ein eine einen uno una um uma";
/// An interrogative joins its pronoun by this: `a-t-il dit`.
const JOINT: &str = "t";

/// The clauses of saying that stand between commas or dashes in a quotation, in any language with a lexicon;
/// in English who speaks stands outside of the marks.
pub(in crate::attribution) fn insertions(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let (mut start, mut is_open) = (0, false);
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        let aside = matches!(c, ',' | '—' | '–') || is_spaced_hyphen(text, at);
        let stop = matches!(c, '.' | '!' | '?' | ';' | ':' | '…' | '«' | '»' | '“' | '”' | '"' | '\n');
        let ends = aside || (stop && !is_title(&text[start..at]));
        if !ends {
            continue;
        }
        let part = text[start..at].trim();
        if is_open && is_insertion(part) {
            let from = start + text[start..at].find(part).unwrap_or_default();
            all.push(Span::new(from, from + part.len()));
        }
        (start, is_open) = ((at + c.len_utf8()).min(text.len()), aside);
    }
    all
}

fn is_spaced_hyphen(text: &str, at: usize) -> bool {
    text[at..].starts_with("- ") && text[..at].ends_with(' ')
}

/// Whether the last word before a point is an initial or a title.
fn is_title(before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.chars().count() == 1 || has(TITLES, last)
}

fn is_insertion(part: &str) -> bool {
    let words: Vec<&str> =
        part.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()).collect();
    let begins = words.iter().any(|word| is_cue(&word.to_lowercase().replace('’', "'")));
    (2..=LONGEST).contains(&words.len()) && begins && ALL.iter().any(|lexicon| Grammar(lexicon).says(&words))
}

/// Whether a word is a verb of saying or the like in any language.
fn is_cue(word: &str) -> bool {
    static CUES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| ALL.iter().flat_map(|one| [one.says, one.so]).flat_map(str::split_ascii_whitespace).collect());
    CUES.contains(word)
}

/// The words of a language that a clause of saying is made of.
#[derive(Clone, Copy)]
struct Grammar(&'static Lexicon);

impl Grammar {
    /// Whether some words are a verb of saying and who speaks, in either order, perhaps with when or where behind them, and nothing
    /// else.
    fn says(self, words: &[&str]) -> bool {
        if has(self.0.so, words[0]) {
            return self.is_subject(&words[1..]);
        }
        let words = if has(LEADS, words[0]) { &words[1..] } else { words };
        let Some(verb) = words.iter().rposition(|word| self.is_verb(word)) else { return false };
        let before = &words[..verb];
        let light = |word: &&&str| self.is_light(word);
        let behind = &words[verb + 1..];
        let rest = self.without_adjunct(&behind[behind.iter().take_while(light).count()..]);
        if before.iter().all(|word| self.is_light(word)) {
            // An article may look like an object before the verb.
            return self.is_subject(self.without_adjunct(behind)) || self.is_subject(rest);
        }
        // `a-t-il dit`, `il a dit`, `le ministre a déclaré`
        let subject = &before[..before.len() - before.iter().rev().take_while(light).count()];
        let has_pronoun = before.iter().any(|word| self.is_pronoun(word))
            && before.iter().all(|word| self.is_light(word) || self.is_pronoun(word));
        rest.is_empty() && (has_pronoun || self.is_subject(subject))
    }

    /// Who speaks without when or where that is: `Jean Dupont en 1848`.
    fn without_adjunct<'a, 'b>(self, words: &'b [&'a str]) -> &'b [&'a str] {
        let Grammar(lexicon) = self;
        let begins =
            |word: &&str| has(lexicon.ends, word) && !has(lexicon.particles, word) && !has(lexicon.articles, word);
        &words[..words.iter().position(begins).unwrap_or(words.len())]
    }

    fn is_subject(self, words: &[&str]) -> bool {
        let is_name = |word: &str| word.starts_with(char::is_uppercase) || self.is_particle(word);
        let is_person = |word: &str| is_name(word) || self.is_role(word);
        if words.len() > LONGEST_SUBJECT {
            return false;
        }
        match words {
            [] => false,
            [one] if self.is_pronoun(one) => true,
            // `said a prayer`
            [first, rest @ ..] if has(INDEFINITE, first) => rest.first().is_some_and(|word| self.is_role(word)),
            [first, rest @ ..] if self.is_article(first) => !rest.is_empty(),
            // `l’auteur`, `un'amica`
            [first, ..] if first.contains(['’', '\'']) => {
                let article = first.split(['’', '\'']).next().unwrap_or_default();
                self.is_article(&format!("{article}'"))
            }
            // Without articles a noun has others behind it: `министр обороны`.
            [first, rest @ ..] => {
                is_person(first)
                    && (self.is_declined() && self.is_role(first) || rest.iter().all(|word| is_person(word)))
            }
        }
    }

    fn is_declined(self) -> bool {
        self.0.declines
    }

    fn is_verb(self, word: &str) -> bool {
        has(self.0.says, word)
    }

    fn is_light(self, word: &str) -> bool {
        word == JOINT || has(self.0.aux, word) || has(self.0.between, word)
    }

    fn is_pronoun(self, word: &str) -> bool {
        has(self.0.pronouns, word)
    }

    fn is_article(self, word: &str) -> bool {
        has(self.0.articles, word)
    }

    fn is_particle(self, word: &str) -> bool {
        has(self.0.particles, word)
    }

    fn is_role(self, word: &str) -> bool {
        has(self.0.roles, word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_of_saying_between_commas_or_dashes_is_no_part_of_the_words() {
        for (text, clause) in [
            ("La réforme de l’école, dit-il, est une chance", "dit-il"),
            ("La paix, a déclaré le ministre, n’est pas un cadeau", "a déclaré le ministre"),
            ("La paix, a-t-elle ajouté, n’est pas un cadeau", "a-t-elle ajouté"),
            ("La paix, selon tous, viendra, assure M. Durand, demain", "assure M. Durand"),
            ("Война не решает споров, — сказал он. — Она только", "сказал он"),
            ("Война, — заявил министр обороны, — не решает", "заявил министр обороны"),
            ("La educación —dijo el rector— no es", "dijo el rector"),
            ("Die Reform der Schule, so der Minister, ist", "so der Minister"),
            ("Die Reform, sagte sie, ist", "sagte sie"),
            ("La pace, disse il ministro, è", "disse il ministro"),
            ("La pace – ha detto Mario Rossi – è", "ha detto Mario Rossi"),
            ("A paz, disse o ministro, é", "disse o ministro"),
            ("La liberté, a écrit Jean Dupont en 1848, n’est pas un don", "a écrit Jean Dupont en 1848"),
            ("La liberté, comme l'a dit le poète, n’est pas un don", "comme l'a dit le poète"),
            ("La paix, dit un pêcheur, n’est pas un cadeau", "dit un pêcheur"),
        ] {
            assert_eq!(insertions(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), [clause], "{text}");
        }
    }

    #[test]
    fn other_words_between_commas_are_the_quotations() {
        for text in [
            "La paix, un cadeau des puissants, se construit",
            "he came, he said that the war was over, and left",
            "La paix dit le ministre est un cadeau",
            "Die Reform, so gut sie ist, kommt",
            "Он сказал, что война, как все знают, не решает споров",
            "She walked to the window, said a prayer, and looked",
            "War, Ann Lee said, settles nothing",
            "War, which he said the king wanted, settles nothing",
        ] {
            assert_eq!(insertions(text), [], "{text}");
        }
    }
}
