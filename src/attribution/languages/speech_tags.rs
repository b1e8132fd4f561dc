//! The speech tag inside the marks, between commas or dashes: `« La réforme, a dit Paul Gerin, est une chance. »`, `«Война, — сказал он, —
//! не решает споров»`. Its words are no part of what is quoted ([`tags`]), and it names who speaks ([`speaker`]).

use super::assertion::doubts;
use super::lexicon::{ALL, Lexicon, has};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words of a tag, at most.
const LONGEST: usize = 10;
/// Words of who speaks, at most: `le ministre de la culture`.
const LONGEST_SUBJECT: usize = 6;
/// Words of a name, or of an office without one, and of an office with a name behind it, at most.
const LONGEST_NAME: usize = 4;
const LONGEST_OFFICE: usize = 7;
/// Behind these a point ends no clause.
const TITLES: &str = "m mr mrs ms mme mlle dr prof st sr sra dott г";
/// May lead to the clause: `comme l’a dit le poète`.
const LEADS: &str = "as comme wie como come как";
/// Articles of what is said rather than of who says it, unless an office follows.
const INDEFINITE: &str = "a an un une ein eine einen uno una um uma";
/// An interrogative joins its pronoun by this: `a-t-il dit`.
const JOINT: &str = "t";
/// Say when, folded, in a clause that has nothing else: `dit-il un jour`.
const TIMES: [&str; 34] = [
    "un jour",
    "une fois",
    "un soir",
    "autrefois",
    "jadis",
    "plus tard",
    "plus tôt",
    "einmal",
    "eines tages",
    "einst",
    "später",
    "damals",
    "una vez",
    "cierta vez",
    "un día",
    "más tarde",
    "años después",
    "una volta",
    "un giorno",
    "una sera",
    "più tardi",
    "anni dopo",
    "uma vez",
    "certa vez",
    "um dia",
    "mais tarde",
    "anos depois",
    "однажды",
    "как то",
    "как то раз",
    "раз",
    "позже",
    "тогда",
    "потом",
];

/// Who speaks.
pub(super) struct Speaker {
    /// The name, in bytes of the words between the marks.
    pub span: Span,
    pub is_person: bool,
}

/// The tags in a quotation, given its asides, in any language with a lexicon; those in English are told by [`crate::attribution`] itself.
pub(in crate::attribution) fn tags(text: &str, asides: &[Aside]) -> Vec<Span> {
    asides.iter().map(|aside| aside.span).filter(|span| is_tag(span.of(text))).collect()
}

/// Who is said in a tag to say the words around it.
pub(super) fn speaker(text: &str, words: &Lexicon) -> Option<Speaker> {
    let asides = asides(text);
    asides.iter().enumerate().filter(|(_, aside)| aside.is_closed).find_map(|(i, aside)| {
        let rest = behind_verb(aside.span.of(text), words)?;
        let whole = Span::new(aside.span.end - rest.len(), aside.span.end);
        // `a dit le maire de Lyon, Paul Gerin, `
        let next = asides.get(i + 1).filter(|next| next.is_closed && is_name(next.span.of(text), words, 2));
        match next.filter(|_| begins_with_article(rest, words)) {
            Some(name) => Some(Speaker { span: name.span, is_person: true }),
            None => named(text, whole, words),
        }
    })
}

/// What a comma or a dash opens.
pub(in crate::attribution) struct Aside {
    /// Its words.
    pub span: Span,
    /// Whether a comma or a dash closes it as well, and no end of a sentence.
    pub is_closed: bool,
}

/// The asides of a text, in order.
pub(in crate::attribution) fn asides(text: &str) -> Vec<Aside> {
    let mut all = Vec::new();
    let (mut start, mut is_open) = (0, false);
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        let splits = matches!(c, ',' | '—' | '–') || is_spaced_hyphen(text, at);
        let stops = matches!(c, '.' | '!' | '?' | ';' | ':' | '…' | '«' | '»' | '“' | '”' | '"')
            || text[at..].starts_with("\n\n");
        if !splits && (!stops || is_title(&text[start..at])) {
            continue;
        }
        let part = text[start..at].trim();
        if is_open && !part.is_empty() {
            let from = at - text[start..at].trim_start().len();
            all.push(Aside { span: Span::new(from, from + part.len()), is_closed: splits });
        }
        (start, is_open) = ((at + c.len_utf8()).min(text.len()), splits);
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

fn is_tag(part: &str) -> bool {
    let words: Vec<&str> =
        part.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()).collect();
    let begins = words.iter().any(|word| is_cue(&word.to_lowercase().replace('’', "'")));
    if !begins || doubts(&words) {
        return false;
    }
    let count = words.len();
    let words = without_time(words);
    // Verbs tell their person in many languages: `dijo una vez`.
    if words.len() < count && words.len() == 1 {
        return ALL.iter().any(|lexicon| has(lexicon.says, words[0]));
    }
    (2..=LONGEST).contains(&words.len()) && ALL.iter().any(|lexicon| Grammar(lexicon).says(&words))
}

/// Some words without the first that say when and nothing else.
fn without_time(mut words: Vec<&str>) -> Vec<&str> {
    let len_of = |from: usize| {
        let is_there = |time: &&&str| {
            let mut rest = words[from..].iter();
            time.split(' ').all(|part| rest.next().is_some_and(|word| word.to_lowercase() == part))
        };
        TIMES.iter().filter(is_there).map(|time| time.split(' ').count()).max()
    };
    if let Some((from, len)) = (0..words.len()).find_map(|from| Some((from, len_of(from)?))) {
        words.drain(from..from + len);
    }
    words
}

/// Whether a word is a verb of saying or the like in any language.
fn is_cue(word: &str) -> bool {
    static CUES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| ALL.iter().flat_map(|one| [one.says, one.so]).flat_map(str::split_ascii_whitespace).collect());
    CUES.contains(word)
}

/// Whether in one of these languages a word begins when or where something was said.
pub(in crate::attribution) fn begins_adjunct(word: &str) -> bool {
    ALL.iter().any(|lexicon| Grammar(lexicon).begins_adjunct(word))
}

/// Whether in one of these languages a word says what somebody is.
pub(in crate::attribution) fn is_office(word: &str) -> bool {
    let lower = word.to_lowercase();
    ALL.iter()
        .any(|lexicon| has(lexicon.roles, word) || lexicon.role_endings.iter().any(|ending| lower.ends_with(ending)))
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
        &words[..words.iter().position(|word| self.begins_adjunct(word)).unwrap_or(words.len())]
    }

    fn begins_adjunct(self, word: &str) -> bool {
        let Grammar(lexicon) = self;
        has(lexicon.ends, word) && !has(lexicon.particles, word) && !has(lexicon.articles, word)
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

/// What stands behind the verb of saying that a part begins with.
fn behind_verb<'a>(part: &'a str, words: &Lexicon) -> Option<&'a str> {
    let (verb, rest) = part.trim_start().split_once(char::is_whitespace)?;
    if has(words.says, verb) {
        return Some(rest.trim_start());
    }
    let (participle, rest) = rest.trim_start().split_once(char::is_whitespace)?;
    (has(words.aux, verb) && has(words.says, participle)).then(|| rest.trim_start())
}

fn begins_with_article(rest: &str, words: &Lexicon) -> bool {
    rest.split_whitespace().next().is_some_and(|word| has(words.articles, word))
}

/// Whether a part is nothing but a name, of so many words at least.
fn is_name(part: &str, words: &Lexicon, least: usize) -> bool {
    let mut all = part.split_whitespace();
    let count = all.clone().count();
    (least..=LONGEST_NAME).contains(&count)
        && all.all(|word| word.starts_with(char::is_uppercase) || has(words.particles, word))
}

/// The name or the office that some words are.
fn named(text: &str, whole: Span, words: &Lexicon) -> Option<Speaker> {
    let rest = whole.of(text);
    let count = rest.split_whitespace().count();
    let has_article = begins_with_article(rest, words);
    if is_name(rest, words, 1) {
        return Some(Speaker { span: whole, is_person: true });
    }
    // `директор завода Иван Крылов`
    let capitals = rest.split_whitespace().rev().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let first = rest.split_whitespace().next()?;
    if capitals > 1 && capitals < count && has(words.roles, first) && count <= LONGEST_OFFICE {
        let start = rest.split_whitespace().nth(count - capitals)?.as_ptr() as usize - rest.as_ptr() as usize;
        return Some(Speaker { span: Span::new(whole.start + start, whole.end), is_person: true });
    }
    (has_article && count <= LONGEST_NAME).then_some(Speaker { span: whole, is_person: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_of_saying_between_commas_or_dashes_is_no_part_of_the_words() {
        for (text, clause) in [
            ("La réforme de l’école, dit-il, est une chance", "dit-il"),
            ("La paix, a déclaré le ministre, n’est pas un cadeau", "a déclaré le ministre"),
            ("La paix, a dit Paul Gerin en mai, n’est pas un cadeau", "a dit Paul Gerin en mai"),
            ("La paix, a dit Mai Linh, n’est pas un cadeau", "a dit Mai Linh"),
            ("La paix, a répondu le prétendant, n’est pas un cadeau", "a répondu le prétendant"),
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
            ("La paix, dit-il un jour, n’est pas un cadeau", "dit-il un jour"),
            ("Die Reform, sagte er einmal, ist", "sagte er einmal"),
            ("Die Reform, einmal sagte sie, ist", "einmal sagte sie"),
            ("La educación, dijo una vez, no es", "dijo una vez"),
            ("La pace, disse una volta, è", "disse una volta"),
            ("La pace, disse un giorno il ministro, è", "disse un giorno il ministro"),
            ("A paz, disse ele um dia, é", "disse ele um dia"),
            ("Война, — сказал он однажды, — не решает", "сказал он однажды"),
            ("Война, как-то сказал он, не решает", "как-то сказал он"),
        ] {
            assert_eq!(
                tags(text, &asides(text)).iter().map(|span| span.of(text)).collect::<Vec<_>>(),
                [clause],
                "{text}"
            );
        }
    }

    #[test]
    fn other_words_between_commas_are_the_quotations() {
        for text in [
            "La paix, un cadeau des puissants, se construit",
            "he came, he said that the war was over, and left",
            "La paix dit le ministre est un cadeau",
            "Die Reform, behauptete er, ist",
            "Die Reform, so gut sie ist, kommt",
            "Он сказал, что война, как все знают, не решает споров",
            "She walked to the window, said a prayer, and looked",
            "War, which he said the king wanted, settles nothing",
        ] {
            assert_eq!(tags(text, &asides(text)), [], "{text}");
        }
    }

    /// Who is named in a text, in any of the languages whose names are not declined or in Russian.
    fn who(text: &str) -> &str {
        let found = ALL.iter().filter(|words| words.inserts).find_map(|words| speaker(text, words));
        found.map_or("", |found| found.span.of(text))
    }

    #[test]
    fn who_speaks_may_stand_inside_the_marks() {
        for (text, expected) in [
            ("Nous partons, a déclaré Paul Mercier, et nous ne reviendrons pas.", "Paul Mercier"),
            ("Nous partons, explique le maire, et c’est tout.", "le maire"),
            ("Nous partons, a dit le maire de Lyon, Paul Mercier, et c’est tout.", "Paul Mercier"),
            ("Мы уходим, — сказал директор завода Иван Крылов, — и не вернёмся", "Иван Крылов"),
            ("Мы уходим, — сказал Иван Крылов, — и не вернёмся", "Иван Крылов"),
            ("Nos vamos, dijo Ana López, y no volveremos", "Ana López"),
            ("Nous partons, et nous ne reviendrons pas, Paul.", ""),
        ] {
            assert_eq!(who(text), expected, "{text}");
        }
    }
}
