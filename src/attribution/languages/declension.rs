//! Names and verbs: whether a name can be the subject of a verb and, in a language that declines names, Russian, whose genitive
//! one is.

use super::phrases::{Clause, Who};

const VOWELS: [char; 10] = ['а', 'я', 'у', 'ю', 'о', 'е', 'ё', 'ы', 'и', 'э'];

impl Clause<'_> {
    /// Whether a name can be the subject of the verb at `verb`, as far as the endings tell.
    pub fn agrees(&self, verb: usize, who: &Who) -> bool {
        let Who::Name(name) = who else { return true };
        // `A Ana Ribeiro disseram`: nobody is said to have said it.
        if self.words.drops_subjects {
            let is_plural =
                ["ram", "ron", "rono", "sero", "anno"].iter().any(|end| self.reader.word(verb).ends_with(end));
            return !is_plural || name.clone().any(|i| self.is_in(i, "e y"));
        }
        if !self.words.declines {
            return true;
        }
        let at = verb;
        let verb = self.reader.word(verb);
        let last = self.reader.word(name.end - 1);
        let mut words = name.clone().map(|i| self.reader.word(i));
        match () {
            // `Ивану Соколову сказали`: nobody is said to have said it.
            _ if verb.ends_with("ли") || verb.ends_with("лись") => false,
            _ if verb.ends_with("ла") || verb.ends_with("лась") => {
                words.any(|word| word.ends_with(['а', 'я', 'ь']))
            }
            _ if verb.ends_with('л') || verb.ends_with("лся") => {
                words.any(|word| !word.ends_with(VOWELS)) && !self.is_oblique(name.end - 1)
            }
            // The present has no gender, and an object may stand before its verb.
            _ if self.is_nominative(who) => true,
            _ => !last.ends_with(['у', 'ю', 'е', 'ы', 'и']) && !self.is_oblique(name.end - 1) && !self.is_word(at + 1),
        }
    }

    /// Whether a name is in the nominative for certain; any is in other languages.
    pub fn is_nominative(&self, who: &Who) -> bool {
        let (true, Who::Name(name)) = (self.words.declines, who) else { return true };
        let last = self.reader.word(name.end - 1);
        !last.ends_with(VOWELS) && !self.is_oblique(name.end - 1)
    }

    fn is_oblique(&self, at: usize) -> bool {
        ["ым", "им", "ом", "ем", "ого", "ому", "ой", "ей"].iter().any(|ending| self.reader.word(at).ends_with(ending))
    }
}

/// Whether a name is the genitive of another one, or the same where that has no cases.
pub(super) fn is_genitive(word: &str, of: &str) -> bool {
    let with = |ending: &str, other: &str| {
        of.strip_suffix(ending).and_then(|stem| word.strip_prefix(stem)).is_some_and(|rest| rest == other)
    };
    match () {
        _ if of.ends_with("ая") => with("ая", "ой"),
        _ if of.ends_with('а') => ["ой", "ы", "и"].iter().any(|other| with("а", other)),
        _ if of.ends_with('я') => with("я", "и"),
        _ if of.ends_with("ий") || of.ends_with("ый") => {
            ["ого", "его"].iter().any(|other| with("ий", other) || with("ый", other)) || with("й", "я")
        }
        _ if of.ends_with('й') => with("й", "я"),
        _ if of.ends_with('ь') => with("ь", "я"),
        _ if of.ends_with(VOWELS) => word == of,
        _ => with("", "а"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_genitive_is_that_of_a_man_or_of_a_woman() {
        for (word, of) in [
            ("Соколова", "Соколов"),
            ("Петровой", "Петрова"),
            ("Анны", "Анна"),
            ("Лебедевского", "Лебедевский"),
            ("Андрея", "Андрей"),
            ("Игоря", "Игорь"),
            ("Шевченко", "Шевченко"),
        ] {
            assert!(is_genitive(word, of), "{word} is that of {of}");
        }
        for (word, of) in [("Петрова", "Петрова"), ("Соколов", "Соколов"), ("Петровой", "Петров"), ("", "")]
        {
            assert!(!is_genitive(word, of), "{word} is none of {of}");
        }
    }
}
