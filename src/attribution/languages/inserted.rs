//! Who is named inside the marks, as it is usual in the Romance languages and in Russian: `« Nous partons, a déclaré Paul Gerin,
//! et nous ne reviendrons pas. »`, `«Мы уходим, — сказал директор завода Иван Крылов, — и не вернёмся»`.

use super::lexicon::{Lexicon, has};
use crate::text::Span;

/// Words of a name or of an office, at most, and of an office with a name behind it.
const LONGEST: usize = 4;
const LONGEST_OFFICE: usize = 7;

/// Who speaks.
pub(super) struct Inserted {
    /// The name, in bytes of the words between the marks.
    pub span: Span,
    pub is_person: bool,
}

/// Who is said between commas or dashes to say the words.
pub(super) fn inserted(text: &str, words: &Lexicon) -> Option<Inserted> {
    let parts = parts(text);
    // The first part is said, and so is the last.
    (1..parts.len().saturating_sub(1)).find_map(|i| {
        let rest = behind_verb(parts[i].of(text), words)?;
        let start = parts[i].start + (parts[i].of(text).len() - rest.len());
        let whole = Span::new(start, start + rest.trim_end().len());
        let apposition = parts.get(i + 1).filter(|next| is_name(next.of(text), words, 2) && i + 2 < parts.len());
        if let Some(name) = apposition.filter(|_| begins_with_article(rest, words)) {
            return Some(Inserted { span: trimmed(text, *name), is_person: true });
        }
        named(text, whole, words)
    })
}

/// The parts of a text between commas and dashes.
fn parts(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices([',', '—', '–']) {
        // `, — сказал`
        if !text[start..at].trim().is_empty() {
            all.push(Span::new(start, at));
        }
        start = at + mark.len();
    }
    all.push(Span::new(start, text.len()));
    all
}

fn trimmed(text: &str, part: Span) -> Span {
    let words = part.of(text);
    let start = part.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
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
    (least..=LONGEST).contains(&count)
        && all.all(|word| word.starts_with(char::is_uppercase) || has(words.particles, word))
}

/// The name or the office that some words are.
fn named(text: &str, whole: Span, words: &Lexicon) -> Option<Inserted> {
    let rest = whole.of(text);
    let count = rest.split_whitespace().count();
    let has_article = begins_with_article(rest, words);
    if is_name(rest, words, 1) {
        return Some(Inserted { span: whole, is_person: true });
    }
    // `директор завода Иван Крылов`
    let capitals = rest.split_whitespace().rev().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let first = rest.split_whitespace().next()?;
    if capitals > 1 && capitals < count && has(words.roles, first) && count <= LONGEST_OFFICE {
        let start = rest.split_whitespace().nth(count - capitals)?.as_ptr() as usize - rest.as_ptr() as usize;
        return Some(Inserted { span: Span::new(whole.start + start, whole.end), is_person: true });
    }
    (has_article && count <= LONGEST).then_some(Inserted { span: whole, is_person: false })
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::ALL;
    use super::*;

    /// Who is named in a text, in any of the languages whose names are not declined or in Russian.
    fn who(text: &str) -> &str {
        let found = ALL.iter().filter(|words| words.inserts).find_map(|words| inserted(text, words));
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
