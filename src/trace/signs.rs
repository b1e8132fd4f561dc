//! Signs that are no words and carry a meaning all the same: `-5` is not `5`, `$5` is not `£5`, `C++` is not `C#`; and `15 %` is
//! `15 percent`.

use super::changes::{Change, is_number};
use super::passage::Passage;
use super::quoted::{Token, folded};
use super::runs::Run;
use super::{Edit, Tracer};
use crate::index::Index;
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Stand before a number or behind it, with a space or without one.
const CURRENCIES: [char; 9] = ['$', '£', '€', '¥', '₽', '₹', '₩', '¢', '₺'];
/// Stand behind a number, with a space or without one.
const UNITS: [char; 4] = ['%', '‰', '°', '‱'];
/// Words for which signs stand.
const WORDS: [(char, &[&str]); 8] = [
    (
        '%',
        &[
            "percent",
            "per cent",
            "pct",
            "prozent",
            "pourcent",
            "pour cent",
            "por ciento",
            "por cento",
            "per cento",
            "процентов",
        ],
    ),
    ('&', &["and", "und", "et", "y", "e", "и"]),
    ('§', &["section", "paragraph", "article", "artikel"]),
    ('°', &["degrees", "degree", "grad", "degres", "grados"]),
    ('$', &["dollars", "dollar"]),
    ('£', &["pounds", "pound"]),
    ('€', &["euros", "euro"]),
    ('+', &["plus"]),
];

/// The signs that belong to a word.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Signs {
    pub currency: Option<char>,
    sign: Option<char>,
    pub unit: Option<char>,
}

impl Signs {
    /// Of a word, from what stands before and behind it, up to the next word.
    pub fn of(word: &str, before: &str, behind: &str) -> Self {
        let mut signs = Signs::default();
        if is_number(word) {
            let front = before.trim_end().chars().next_back();
            let back = behind.trim_start_matches(SPACES).chars().next().map(plain);
            signs.currency = [front, back].into_iter().flatten().find(|c| CURRENCIES.contains(c));
            signs.unit = back.filter(|c| UNITS.contains(c));
            let lead = before.trim_end_matches(|c| CURRENCIES.contains(&c));
            let mut lead = lead.chars().rev();
            let (sign, apart) = (lead.next(), lead.next().is_some_and(|c| c.is_whitespace() || c == '('));
            signs.sign = sign.map(plain).filter(|c| apart && matches!(c, '-' | '+' | '±'));
        } else if word.chars().count() == 1 && word.starts_with(char::is_alphabetic) {
            // A grade or the name of a language: `A-`, `C++`, `C#`.
            let mut tail = behind.chars();
            let (sign, is_last) = (tail.next().map(plain), tail.next().is_some_and(|c| c != '-'));
            signs.sign = sign.filter(|c| is_last && matches!(c, '-' | '+' | '#'));
        }
        signs
    }

    /// How many bytes of what stands before and behind the word they take.
    pub fn extent(&self, word: &str, before: &str, behind: &str) -> [usize; 2] {
        let is_one = |c: char| is_number(word) && (CURRENCIES.contains(&c) || matches!(plain(c), '-' | '+' | '±'));
        let is_part = |c: char| is_one(c) || (self.currency.is_some() && SPACES.contains(&c));
        let front = before[before.trim_end_matches(is_part).len()..].trim_start().len();
        let tail = behind.trim_start_matches(SPACES);
        let of_number = |c: char| UNITS.contains(&plain(c)) || CURRENCIES.contains(&c);
        let of_letter = |c: char| matches!(plain(c), '-' | '+' | '#');
        let signs = match is_number(word) {
            true => tail.len() - tail.trim_start_matches(of_number).len(),
            false => behind.len() - behind.trim_start_matches(of_letter).len(),
        };
        let spaces = if is_number(word) && signs > 0 { behind.len() - tail.len() } else { 0 };
        [if self.sign.is_some() || self.currency.is_some() { front } else { 0 }, spaces + signs]
    }
}

/// Signs of markup, which a source has as they were typed.
const MARKUP: [char; 10] = ['\\', '&', '*', '_', '~', '<', '^', '[', ']', '`'];
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// One sign of those that look alike.
fn plain(c: char) -> char {
    match c {
        '−' | '‐' | '‑' | '－' => '-',
        '＋' => '+',
        '％' => '%',
        c => c,
    }
}

/// A run, and how many bytes before and behind its words belong to it, in the quotation and in the source.
pub(super) struct Signed {
    pub run: Run,
    pub quoted: [usize; 2],
    pub source: [usize; 2],
}

impl Signed {
    pub fn plain(run: Run) -> Self {
        Signed { run, quoted: [0; 2], source: [0; 2] }
    }

    /// The edit that the run is, with the signs that belong to it.
    pub fn edit(&self, index: &Index, tokens: &[Token]) -> Edit {
        let mut edit = self.run.edit(index, tokens);
        let widen =
            |span: Span, [before, behind]: [usize; 2]| Span::new(span.start.saturating_sub(before), span.end + behind);
        edit.quoted = widen(edit.quoted, self.quoted);
        edit.place.span = widen(edit.place.span, self.source);
        edit
    }
}

/// The runs, with a run of its own for each word of the same that has other signs in the source: another number or another word.
pub(super) fn by_signs(tracer: &Tracer, tokens: &[Token], text: &str, runs: Vec<Run>) -> Vec<Signed> {
    let mut out = Vec::with_capacity(runs.len());
    for mut rest in runs {
        let signed = signed_words(tracer, tokens, text, &rest);
        let is_plain = signed.is_empty();
        for one in signed {
            let Run { tokens, words, .. } = one.run.clone();
            if rest.tokens.start < tokens.start {
                let (tokens, words) = (rest.tokens.start..tokens.start, rest.words.start..words.start);
                out.push(Signed::plain(Run { change: rest.change, tokens, words }));
            }
            (rest.tokens.start, rest.words.start) = (tokens.end, words.end);
            out.push(one);
        }
        if is_plain || !rest.tokens.is_empty() {
            out.push(Signed::plain(rest));
        }
    }
    out
}

/// The words of a run of the same words that have other signs in the source.
fn signed_words(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> Vec<Signed> {
    let has_signs = |&at: &usize| tokens[at].folded.chars().count() == 1 || is_number(&tokens[at].folded);
    let may_differ = run.change == Change::Same && run.tokens.len() == run.words.len();
    let mut all = run.tokens.clone().filter(has_signs).filter(|_| may_differ).peekable();
    if all.peek().is_none() {
        return Vec::new();
    }
    let source = Surroundings::of(tracer, &run.words);
    all.filter_map(|at| signed(&source, tokens, text, at, run.words.start + at - run.tokens.start)).collect()
}

/// A token as a run of its own, if the same word at a position of the source has other signs.
fn signed(source: &Surroundings, tokens: &[Token], text: &str, at: usize, position: usize) -> Option<Signed> {
    let word = tokens[at].folded.as_str();
    let our_gaps = our_gaps(tokens, text, at);
    let their_gaps = source.gaps(position);
    // Markup hides a sign, or looks like one: `15\\%`, `**15**%`, `$5$`.
    if their_gaps.iter().any(|gap| gap.contains(MARKUP)) || their_gaps.iter().all(|gap| gap.contains('$')) {
        return None;
    }
    let [ours, theirs] = [&our_gaps, &their_gaps].map(|[before, behind]| Signs::of(word, before, behind));
    let token = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.folded.as_str());
    let near = [
        [token(at.checked_sub(1)), token(Some(at + 1))],
        [source.word(position.checked_sub(1)), source.word(Some(position + 1))],
    ];
    // What the other has as a word is no loss.
    let is_word =
        |sign: Option<char>, near: [&str; 2]| sign.is_some_and(|sign| near.iter().any(|word| says(sign, word)));
    let differs = |ours: Option<char>, theirs: Option<char>| match (ours, theirs) {
        (None, theirs) => theirs.is_some() && !is_word(theirs, near[0]) && !stands_apart(theirs, &our_gaps[0]),
        (ours, None) => !is_word(ours, near[1]) && !stands_apart(ours, &their_gaps[0]),
        (ours, theirs) => ours != theirs,
    };
    let any =
        differs(ours.currency, theirs.currency) || differs(ours.sign, theirs.sign) || differs(ours.unit, theirs.unit);
    let change = if is_number(word) { Change::Number } else { Change::Replaced };
    any.then(|| Signed {
        run: Run { change, tokens: at..at + 1, words: position..position + 1 },
        quoted: ours.extent(word, our_gaps[0].trim_start(), our_gaps[1].trim_end()),
        source: theirs.extent(word, their_gaps[0].trim_start(), their_gaps[1].trim_end()),
    })
}

/// Whether a sign stands before a number with a space behind it: `± 5`.
fn stands_apart(sign: Option<char>, before: &str) -> bool {
    sign.is_some() && before.trim_end().chars().next_back().map(plain) == sign
}

/// What stands before and behind a token, up to the next ones; the ends of the quotation are spaces.
pub(super) fn our_gaps(tokens: &[Token], text: &str, at: usize) -> [Cow<'static, str>; 2] {
    let span = tokens[at].span;
    let before = match at.checked_sub(1) {
        Some(before) => text[tokens[before].span.end..span.start].to_string(),
        None => format!(" {}", &text[..span.start]),
    };
    let behind = match tokens.get(at + 1) {
        Some(next) => text[span.end..next.span.start].to_string(),
        None => format!("{} ", &text[span.end..]),
    };
    [before.into(), behind.into()]
}

/// Some words of a source with what stands around them, read once for all of them.
pub(super) struct Surroundings<'a> {
    tracer: &'a Tracer<'a>,
    /// The positions of the source.
    inside: Range<usize>,
    passage: Passage<'a>,
}

impl<'a> Surroundings<'a> {
    pub fn of(tracer: &'a Tracer<'a>, words: &Range<usize>) -> Self {
        let inside = tracer.index.positions_around(words.start);
        let around = words.start.saturating_sub(1).max(inside.start)..(words.end + 1).min(inside.end);
        Surroundings { tracer, inside, passage: Passage::new(tracer, around) }
    }

    /// The folded word at a position; nothing outside the source.
    fn word(&self, position: Option<usize>) -> &str {
        position.filter(|at| self.inside.contains(at)).map_or("", |at| self.tracer.index.word(at))
    }

    /// What stands before and behind the word at a position, up to the next ones; the ends of the source are spaces.
    pub fn gaps(&self, position: usize) -> [Cow<'_, str>; 2] {
        let before = match position > self.inside.start {
            true => self.passage.between(position - 1).into(),
            false => format!(" {}", self.edge(position, true)).into(),
        };
        let behind = match position + 1 < self.inside.end {
            true => self.passage.between(position).into(),
            false => format!("{} ", self.edge(position, false)).into(),
        };
        [before, behind]
    }

    /// What stands before the first word of the source or behind the last one.
    fn edge(&self, position: usize, before: bool) -> Cow<'a, str> {
        let index = self.tracer.index;
        let Some(source) = index.source_at(position).map(|source| &self.tracer.corpus.sources[source]) else {
            return "".into();
        };
        let word = index.span(position);
        let span = if before { Span::new(0, word.start) } else { Span::new(word.end, source.text.len()) };
        source.slice(span)
    }
}

/// Whether a folded word, or two, says what a sign says.
fn says(sign: char, words: &str) -> bool {
    WORDS
        .iter()
        .any(|(one, all)| *one == sign && all.iter().any(|all| all.split(' ').next() == Some(words) || *all == words))
}

/// The sign that stands for some folded words.
pub(super) fn sign_of(words: &str) -> Option<char> {
    WORDS.iter().find(|(_, all)| all.contains(&words)).map(|(sign, _)| *sign)
}

/// Whether a run of words of which the other text has a sign instead stands there as that sign.
pub(super) fn is_sign_for_word(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> bool {
    if run.tokens.is_empty() {
        let Some(sign) = sign_of(&tracer.index.words(run.words.clone()).join(" ")) else { return false };
        let start = run.tokens.start.checked_sub(1).map_or(0, |before| tokens[before].span.end);
        let end = tokens.get(run.tokens.start).map_or(text.len(), |next| next.span.start);
        return text[start..end].contains(sign);
    }
    if !run.words.is_empty() {
        return false;
    }
    let Some(sign) = sign_of(&folded(&tokens[run.tokens.clone()]).join(" ")) else { return false };
    let source = Surroundings::of(tracer, &run.words);
    source.gaps(run.words.start)[0].contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_belong_to_numbers_and_to_single_letters() {
        let signs = |currency, sign, unit| Signs { currency, sign, unit };
        for (word, before, behind, expected) in [
            ("5", " at -", " degrees", signs(None, Some('-'), None)),
            ("5", "at −", " degrees", signs(None, Some('-'), None)),
            ("5", "for –", " years", Signs::default()),
            ("5", " ", "％的", signs(None, None, Some('%'))),
            ("18", "-", ",", Signs::default()),
            ("1,250", " £", " to", signs(Some('£'), None, None)),
            ("5", " -$", " to", signs(Some('$'), Some('-'), None)),
            ("15", " by ", " % in", signs(None, None, Some('%'))),
            ("15", " by ", "\u{a0}€.", signs(Some('€'), None, None)),
            ("c", " ", "++ code", signs(None, Some('+'), None)),
            ("a", " an ", "- in", signs(None, Some('-'), None)),
            ("a", " ", "-", Signs::default()),
            ("a", " ", " - b", Signs::default()),
        ] {
            assert_eq!(Signs::of(word, before, behind), expected, "{before}{word}{behind}");
        }
    }
}
