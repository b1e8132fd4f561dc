//! What a quotation says, read by the conventions of quoting: ellipses are gaps, [brackets] are the writer's, [sic] is
//! nothing, and the T of `[T]he` belongs to its word.

use super::compare::{Comparison, Likeness};
use super::slips::{is_raised, without_note};
use crate::index::{Index, Term, WordId};
use crate::markup::Prose;
use crate::text::{Span, each_word, fold, other_forms};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};

/// More words than this of one quotation are not looked at: a whole chapter between marks costs no more than a page.
const MOST_WORDS: usize = 1_500;

/// Digits of the mark of a note, at most.
const LONGEST_NOTE: usize = 2;

/// A [sic] is no longer than this, in letters, with what is written around it.
const LONGEST_SIC: usize = 24;

/// A word of a quotation.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its bytes in the quotation.
    pub span: Span,
    pub folded: String,
    /// Where the corpus has it.
    pub term: Term,
    /// See [`Index::weight`].
    pub weight: f32,
    /// Whether it stands in the writer's brackets.
    pub editorial: bool,
    /// Whether a part of it does: its ending or its beginning is the writer's.
    pub bent: bool,
    /// Whether the writer says that something was left out before it.
    pub after_gap: bool,
    /// What it may be misread or mistyped for, if the corpus lacks it; looked up when it is first asked for.
    pub forms: OnceCell<Vec<Term>>,
    /// What other words are compared with; made when it is first asked for.
    pub comparison: OnceCell<Box<Comparison>>,
    /// How alike words of the corpus were found, by segment and number: the same ones stand in many places.
    pub compared: RefCell<FxHashMap<(usize, WordId), Likeness>>,
}

/// A word is not looked up again that was one of so many before it.
const LOOKED_BACK: usize = 24;

/// What a word that the corpus lacks weighs, nats: it may be a misread common one.
const UNKNOWN: f32 = 2.0;

impl Token {
    /// A word of the quotation that no sign of the writer's concerns.
    fn new(span: Span, folded: &str, index: &Index) -> Self {
        let term = index.look_up(folded);
        Token {
            span,
            folded: folded.to_string(),
            weight: index.weight(&term),
            term,
            editorial: false,
            bent: false,
            after_gap: false,
            forms: OnceCell::new(),
            comparison: OnceCell::new(),
            compared: RefCell::default(),
        }
    }

    /// What other words are compared with.
    pub fn comparison(&self) -> &Comparison {
        self.comparison.get_or_init(|| Box::new(Comparison::new(&self.folded, self.term.count() == 0)))
    }

    /// What it weighs in a quotation, nats.
    pub fn counts(&self) -> f32 {
        match self.editorial {
            true => 0.0,
            false if self.term.count() == 0 => self.weight.min(UNKNOWN),
            false => self.weight,
        }
    }
}

/// The folded words of some tokens.
pub(super) fn folded(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.folded.as_str()).collect()
}

/// A form of a character is one that the corpus is written in if it is so many times rarer than the other one, at most.
const RARER: u64 = 8;

/// Some words with each Chinese character in that of its other forms which the corpus has most; `None` where none has another
/// that the corpus is written in.
pub(super) fn in_other_script(tokens: &[Token], index: &Index) -> Option<Vec<Token>> {
    let other = |token: &Token| {
        let forms = other_forms(&token.folded).into_iter().map(|form| (index.look_up(&form).count(), form));
        let own = index.look_up(&token.folded).count();
        forms.max().filter(|(count, _)| *count > 0 && count * RARER >= own).map(|(_, form)| form)
    };
    let others: Vec<Option<String>> = tokens.iter().map(other).collect();
    let with = |(token, form): (&Token, Option<String>)| match form {
        Some(form) => {
            let Token { editorial, bent, after_gap, .. } = *token;
            Token { editorial, bent, after_gap, ..Token::new(token.span, &form, index) }
        }
        None => token.clone(),
    };
    others.iter().any(Option::is_some).then(|| tokens.iter().zip(others).map(with).collect())
}

/// The words of a quotation as they stand, if `read` or a [sic] left out has signs of the writer's, which may be the source's
/// own.
pub(super) fn as_written(text: &str, read: &[Token], index: &Index) -> Option<Vec<Token>> {
    let is_marked = |token: &Token| token.editorial || token.bent || token.after_gap;
    let has_sic = || text.match_indices(['[', '(']).any(|(at, _)| sic(&text[at..]).is_some());
    (read.iter().any(is_marked) || has_sic()).then(|| {
        let mut tokens = Vec::new();
        each_word(text, |span, folded| {
            if tokens.len() < MOST_WORDS {
                tokens.push(Token::new(span, folded, index));
            }
        });
        // At the beginning an ellipsis is no word's neighbour.
        if let (Some(first), Some(read)) = (tokens.first_mut(), read.first()) {
            first.after_gap = read.after_gap;
        }
        tokens
    })
}

/// Reads the words of a quotation.
pub(super) fn tokens(text: &str, index: &Index) -> Vec<Token> {
    let Conventions { prose, gaps, brackets } = read_conventions(text);
    let mut gaps = gaps.into_iter().peekable();
    let mut tokens = Vec::new();
    each_word(&prose.text, |span, folded| {
        if tokens.len() == MOST_WORDS {
            return;
        }
        let mut after_gap = false;
        while gaps.next_if(|&gap| gap <= span.start).is_some() {
            after_gap = true;
        }
        // Brackets do not overlap.
        let behind = &brackets[brackets.partition_point(|bracket| bracket.end <= span.start)..];
        let mut near = behind.iter().take_while(|bracket| bracket.start < span.end);
        // The mark of a note that stands on a word is the writer's, unless the corpus has it so.
        let bare = without_note(span.of(&prose.text));
        let (span, folded) = match bare.is_empty() || bare.len() == span.len() || index.look_up(folded).count() > 0 {
            true => (span, Cow::Borrowed(folded)),
            false => (Span::new(span.start, span.start + bare.len()), Cow::Owned(fold(bare))),
        };
        // Common words come again and again.
        let known = tokens.iter().rev().take(LOOKED_BACK).find(|token: &&Token| token.folded == folded);
        let token = known.cloned().unwrap_or_else(|| Token::new(span, &folded, index));
        tokens.push(Token {
            editorial: near.clone().any(|bracket| bracket.covers(span)) || is_note(&prose.text, span),
            bent: near.any(|bracket| bracket.overlaps(span) && !bracket.covers(span)),
            after_gap,
            span: prose.to_page(span).unwrap_or(span),
            ..token
        });
    });
    tokens
}

/// Whether a number is the mark of a note: raised, or right behind the punctuation of a word: `fortune,¹ must`.
fn is_note(text: &str, span: Span) -> bool {
    let word = span.of(text);
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    let follows = || {
        let bare = before.trim_end_matches(['^', '[']);
        let point = bare.trim_end_matches([',', '.', ';', ':', '!', '?', '”', '’', '"', ')']);
        point.len() < bare.len() && point.ends_with(char::is_alphabetic)
    };
    let ends = || behind.trim_start_matches(['^', ']']).chars().next().is_none_or(char::is_whitespace);
    let is_small = word.len() <= LONGEST_NOTE && word.chars().all(|c| c.is_ascii_digit());
    word.chars().all(is_raised) || (is_small && follows() && ends())
}

/// A quotation without its editorial signs.
#[derive(Default)]
struct Conventions {
    prose: Prose,
    /// Before which bytes of the prose something was left out.
    gaps: Vec<usize>,
    /// What stood in brackets.
    brackets: Vec<Span>,
}

fn read_conventions(text: &str) -> Conventions {
    let mut out = Conventions::default();
    let mut at = 0;
    let mut opened = None;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(len) = ellipsis(rest).or_else(|| sic(rest)) {
            if sic(rest).is_none() {
                out.gaps.push(out.prose.text.len());
            }
            out.prose.push_inserted(" ");
            at += len;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        let here = out.prose.text.len();
        match c {
            '[' => opened = Some(here),
            ']' => out.brackets.extend(opened.take().map(|from| Span::new(from, here))),
            _ => out.prose.push(&rest[..c.len_utf8()], Span::new(at, at + c.len_utf8())),
        }
        at += c.len_utf8();
    }
    out
}

/// Say, in brackets or parentheses, that something was left out.
const LEFT_OUT: [&str; 10] =
    ["中略", "以下略", "以下省略", "前略", "後略", "略", "省略", "omissis", "omitted", "gekürzt"];

/// The length of the ellipsis that `rest` begins with: `…`, `...`, `. . .`, `⋯⋯`, `・・・`, bare, in brackets or in parentheses,
/// where a word may say it as well: `（中略）`.
fn ellipsis(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(['[', '(', '（', '［', '〔']);
    let body = inner.unwrap_or(rest);
    let closed = |tail: &str| tail.starts_with([']', ')', '）', '］', '〕']);
    let behind = |tail: &str| rest.len() - tail.len() + tail.chars().next().map_or(0, char::len_utf8);
    if inner.is_some()
        && let Some(tail) = LEFT_OUT.iter().find_map(|word| body.strip_prefix(word))
    {
        return closed(tail).then(|| behind(tail));
    }
    let dots = ['…', '⋯', '‥', '.', '．', '・', '･', '。'];
    let begins = body.starts_with(dots) || (inner.is_some() && body.starts_with(' '));
    if !begins {
        return None;
    }
    let mut end = 0;
    let mut points = 0;
    for (i, c) in body.char_indices() {
        match c {
            '…' | '⋯' => points += 3,
            '‥' => points += 2,
            _ if dots.contains(&c) => points += 1,
            ' ' | '\u{a0}' => continue,
            _ => break,
        }
        end = i + c.len_utf8();
    }
    if points < 3 {
        return None;
    }
    match inner {
        None => Some(end),
        Some(_) => {
            let tail = body[end..].trim_start();
            closed(tail).then(|| behind(tail))
        }
    }
}

/// Say that the writer set off some words.
const SET_OFF: [&str; 12] = [
    "emphasis",
    "italics",
    "hervorhebung",
    "hervorhebungen",
    "kursiv",
    "cursiva",
    "cursivas",
    "italique",
    "italiques",
    "corsivo",
    "курсив",
    "grifo",
];
/// A note that says so is no longer than this, in letters.
const LONGEST_NOTE_ON_LETTERS: usize = 40;

/// The length of a note of the writer's that `rest` begins with, in brackets or parentheses: a [sic], or `(my emphasis)`.
fn sic(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(['[', '('])?;
    let close = inner.char_indices().take(LONGEST_NOTE_ON_LETTERS).find(|(_, c)| matches!(c, ']' | ')'));
    if let Some((end, _)) = close
        && fold(&inner[..end]).split(' ').any(|word| SET_OFF.contains(&word))
    {
        return Some(end + 2);
    }
    let (end, _) = inner.char_indices().take(LONGEST_SIC).find(|(_, c)| matches!(c, ']' | ')'))?;
    inner[..end].trim().trim_matches(['!', '*', '_']).eq_ignore_ascii_case("sic").then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words as read: `…` before one that follows a gap, brackets around an editorial one.
    fn read(text: &str) -> String {
        let show = |t: Token| {
            let gap = if t.after_gap { "…" } else { "" };
            if t.editorial { format!("{gap}[{}]", t.folded) } else { format!("{gap}{}", t.folded) }
        };
        tokens(text, &Index::default()).into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn editorial_signs_are_read_by_their_conventions() {
        for (text, expected) in [
            ("[T]he peace", "the peace"),
            ("the [whole] peace", "the [whole] peace"),
            ("the … peace […] and . . . war (...) not", "the …peace …and …war …not"),
            ("deferent [sic] periods (sic!) of", "deferent periods of"),
            ("the red (my emphasis) sail [emphasis added]", "the red sail"),
            ("the end. And [ … ] more....", "the end and …more"),
            ("an [unclosed bracket", "an unclosed bracket"),
            ("帆を（中略）畳む〔以下略〕", "帆 を …畳 む"),
            ("帆を（略奪）畳む", "帆 を 略 奪 畳 む"),
            ("帆⋯⋯旗・・・船。。。", "帆 …旗 …船"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
