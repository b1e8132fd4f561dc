//! A block of prose as tokens: each word with its class, its case and the signs before it.

use super::lexicon::{Class, class, is_calendar, is_manner, is_title, is_vague, root};
use crate::text::{Declined, Span, cardinal, declined, each_word, elision, is_given_name, key, number, stem};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The signs between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap(u16);

#[allow(missing_docs)]
impl Gap {
    pub const HYPHEN: Gap = Gap(1);
    pub const COMMA: Gap = Gap(2);
    pub const SEMICOLON: Gap = Gap(4);
    pub const COLON: Gap = Gap(8);
    pub const STOP: Gap = Gap(16);
    pub const OPENS: Gap = Gap(32);
    pub const CLOSES: Gap = Gap(64);
    pub const OPENS_PARENTHESIS: Gap = Gap(128);
    pub const CLOSES_PARENTHESIS: Gap = Gap(256);
    pub const DASH: Gap = Gap(512);
    pub const OTHER: Gap = Gap(1024);

    pub fn has(self, sign: Gap) -> bool {
        self.0 & sign.0 != 0
    }

    /// Whether a phrase can run across it.
    pub fn joins(self) -> bool {
        self.0 & !Gap::HYPHEN.0 == 0
    }

    /// Whether a clause can run across it: nothing, or marks.
    pub fn ends_no_clause(self) -> bool {
        self.0 & !(Gap::HYPHEN.0 | Gap::OPENS.0 | Gap::CLOSES.0) == 0
    }

    /// Whether it is a comma and nothing else.
    pub fn is_comma(self) -> bool {
        self == Gap::COMMA
    }

    /// Whether it is a comma, with marks of quotation or without.
    pub fn is_comma_with_marks(self) -> bool {
        self.has(Gap::COMMA) && self.0 & !(Gap::COMMA.0 | Gap::OPENS.0 | Gap::CLOSES.0) == 0
    }

    /// Whether a sentence, or what is as good as one, ends here.
    pub fn ends(self) -> bool {
        self.has(Gap::STOP)
    }

    fn add(&mut self, sign: Gap) {
        self.0 |= sign.0;
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Capital,
    Upper,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its bytes in the prose, without a possessive ending.
    pub span: Span,
    /// Whether it is a possessive.
    pub possessive: bool,
    /// The key of its stem.
    pub stem: u64,
    /// The key of its root, which all forms of a verb share.
    pub root: u64,
    /// The key of the folded word.
    pub word: u64,
    pub class: Class,
    pub case: Case,
    pub ending: Ending,
    /// What stands before it.
    pub gap: Gap,
    /// Whether its ending says that it names an idea: `feudalism`.
    pub idea: bool,
    /// Whether it consists of the letters of Roman numerals.
    pub roman: bool,
    /// `12th`, `twelfth`.
    pub ordinal: bool,
    /// Whether it is a number of few: `two` to `twenty`, in words.
    pub few: bool,
    /// Whether it is a noun that names nothing by itself: `people`, `way`.
    pub vague: bool,
    /// Whether it names a month or a day of the week.
    pub calendar: bool,
    /// Whether it says in what manner: `mutually`.
    pub manner: bool,
    /// Whether it is a given name: `Ann`.
    pub given: bool,
    /// `including`.
    pub lists: bool,
    /// `such`.
    pub is_such: bool,
    /// `as`.
    pub follows_such: bool,
    /// Whether it is written as an abbreviation: `ACT`.
    pub abbreviates: bool,
    /// Whether an article stands before it that lost its vowel: `l’accord`.
    pub behind_article: bool,
    /// The case that a Russian ending tells.
    pub declined: Declined,
}

impl Token {
    /// Whether it is a verb, whatever stands around it.
    pub fn acts(&self) -> bool {
        matches!(self.class, Class::Be | Class::Auxiliary | Class::Verb)
    }
}

/// The ending of a word, as far as it tells something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Ing,
    Ed,
    S,
    Adjective,
    None,
}

/// What is known of words, wherever they stand: most words of a text come again and again.
#[derive(Default)]
pub(super) struct Known(FxHashMap<u64, Token>);

/// So many words are known at once.
const MOST_KNOWN: usize = 1 << 17;

impl Known {
    /// Appends the tokens of `prose` to `out`.
    pub fn tokens(&mut self, prose: &str, out: &mut Vec<Token>) {
        let first = out.len();
        let mut end = 0;
        each_word(prose, |span, folded| {
            let known = self.token(folded);
            let written = span.of(prose);
            let cut = if known.possessive { possessive_len(written) } else { 0 };
            let mut gap = gap(prose, Span::new(end, span.start), out.len() == first);
            let plain = &written[..written.len() - cut];
            let (case, abbreviates) = (case(plain), is_abbreviation(plain));
            if gap.has(Gap::STOP) && case == Case::Lower {
                gap = Gap(gap.0 & !Gap::STOP.0 | Gap::OTHER.0);
            }
            if case == Case::Capital && is_abbreviated(prose, &out[first..], span, &known) {
                gap = Gap::default();
            }
            let possessive = known.possessive || is_possessive(folded, &prose[span.end..]);
            out.push(Token {
                span: Span::new(span.start, span.end - cut),
                possessive,
                case,
                gap,
                abbreviates,
                ..known
            });
            end = span.end;
        });
    }

    /// A folded word as a token that stands nowhere.
    pub fn token(&mut self, folded: &str) -> Token {
        let word = key(folded);
        if self.0.len() >= MOST_KNOWN {
            self.0.clear();
        }
        *self.0.entry(word).or_insert_with(|| token(word, folded))
    }
}

/// What a folded word, of which `word` is the [`key`], is by itself.
fn token(word: u64, folded: &str) -> Token {
    let plain = folded.strip_suffix("'s");
    Token {
        span: Span::new(0, 0),
        possessive: plain.is_some(),
        stem: key(stem(&folded[elision(folded).unwrap_or(0)..])),
        root: key(root(folded)),
        word,
        class: class(word, plain.unwrap_or(folded)),
        few: class(word, folded) == Class::Number
            && cardinal(folded).is_some_and(|n| (2..=20).contains(&n))
            && !folded.as_bytes()[0].is_ascii_digit(),
        vague: is_vague(word),
        calendar: is_calendar(word),
        manner: is_manner(word, folded),
        case: Case::Lower,
        ending: ending(plain.unwrap_or(folded)),
        gap: Gap::default(),
        idea: is_idea(folded),
        roman: folded.bytes().all(|byte| b"ivxlcdm".contains(&byte)),
        ordinal: is_ordinal(folded),
        given: is_given_name(plain.unwrap_or(folded)),
        lists: folded == "including",
        is_such: folded == "such",
        follows_such: folded == "as",
        abbreviates: false,
        behind_article: false,
        declined: declined(folded),
    }
}

/// Whether the point between the last of the words before it and the name at `next` belongs to that word: `Dr. Lee`, `A. Lee`.
fn is_abbreviated(prose: &str, before: &[Token], next: Span, name: &Token) -> bool {
    let [.., word] = before else { return false };
    // `Ann M. Lee`
    let is_middle = || before.len() > 1 && before[before.len() - 2].given && word.gap == Gap::default();
    let is_point = Span::new(word.span.end, next.start).of(prose) == ". ";
    let is_initial = || word.case == Case::Capital && word.span.len() == 1 && (word.gap.ends() || is_middle());
    let can_name = matches!(name.class, Class::Content | Class::Verb | Class::Either | Class::Cue);
    is_point && can_name && (is_title(word.word) || is_initial())
}

/// Whether a plural is made a possessive by what stands behind it: `the nations’ trade`.
fn is_possessive(folded: &str, behind: &str) -> bool {
    folded.ends_with('s')
        && behind.starts_with(['\'', '’'])
        && !behind.chars().nth(1).is_some_and(|c| c.is_alphanumeric() || c == ',' || c == '.')
}

fn is_ordinal(word: &str) -> bool {
    let may_be = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending));
    may_be && number(word).is_some_and(|number| number.ordinal)
}

fn is_idea(word: &str) -> bool {
    let endings = ["ism", "isms", "ocracy", "ology", "archy"];
    word.len() > 6 && endings.iter().any(|ending| word.ends_with(ending))
}

fn possessive_len(word: &str) -> usize {
    word.chars().rev().take(2).map(char::len_utf8).sum()
}

pub(super) fn case(word: &str) -> Case {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if first.is_uppercase() => {
            let upper = word.len() > 1 && !chars.any(char::is_lowercase);
            if upper { Case::Upper } else { Case::Capital }
        }
        Some(first) if first.is_ascii_digit() && chars.any(char::is_uppercase) => Case::Upper,
        _ if word.chars().filter(|c| c.is_uppercase()).count() > 1 => Case::Upper,
        _ => Case::Lower,
    }
}

/// Whether a word, without an ending of its own, is written as an abbreviation.
pub(super) fn is_abbreviation(written: &str) -> bool {
    case(written) == Case::Upper && (2..=5).contains(&written.chars().count())
}

fn ending(word: &str) -> Ending {
    let is = |endings: &[&str]| endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    if is(&["ing"]) {
        Ending::Ing
    } else if is(&["ed"]) {
        Ending::Ed
    } else if is(&["al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "less", "ish", "ese", "ian", "ican"]) {
        Ending::Adjective
    } else if word.ends_with('s') && !is(&["ss", "us", "is"]) {
        Ending::S
    } else {
        Ending::None
    }
}

/// The signs that stand in the bytes `between` of the prose.
fn gap(prose: &str, between: Span, is_first: bool) -> Gap {
    let text = between.of(prose);
    let mut gap = Gap::default();
    if is_first {
        gap.add(Gap::STOP);
    }
    if text == " " {
        return gap;
    }
    let mut before = if between.start == 0 { ' ' } else { prose[..between.start].chars().next_back().unwrap_or(' ') };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or('a');
        let sign = match c {
            ' ' | '\n' | '\t' | '\r' | '\u{a0}' => Gap::default(),
            '-' | '‐' | '‑' if before.is_alphanumeric() && next.is_alphanumeric() => Gap::HYPHEN,
            ',' => Gap::COMMA,
            ';' => Gap::SEMICOLON,
            ':' => Gap::COLON,
            '.' if before.is_alphanumeric() && next.is_alphanumeric() => Gap::OTHER,
            '.' | '!' | '?' | '…' => Gap::STOP,
            '“' | '«' | '„' => Gap::OPENS,
            '”' | '»' => Gap::CLOSES,
            '‘' => Gap::OPENS,
            '\'' | '"' | '’'
                if before.is_whitespace()
                    || matches!(before, '(' | '[' | '“' | '—' | '"') && next.is_alphanumeric() =>
            {
                Gap::OPENS
            }
            '"' => Gap::CLOSES,
            '\'' | '’' if before.is_alphanumeric() && next == ' ' => Gap::default(),
            '\'' | '’' => Gap::CLOSES,
            '(' | '[' => Gap::OPENS_PARENTHESIS,
            ')' | ']' => Gap::CLOSES_PARENTHESIS,
            '—' | '–' | '-' => Gap::DASH,
            _ => Gap::OTHER,
        };
        gap.add(sign);
        before = c;
    }
    gap
}

/// The tokens that lie in some bytes of the prose.
pub(super) fn tokens_in(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.span.start < span.start);
    start..start + tokens[start..].partition_point(|token| token.span.end <= span.end)
}
