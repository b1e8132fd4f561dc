//! Finding the quotation marks of a page's prose, and telling apostrophes and primes from them.

use super::super::Block;
use super::classes::{Class, Side, class, is_unspaced, side};
use crate::text::Span;

/// A character that may be a quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The number of its block.
    pub block: usize,
    /// Its place in the block's prose.
    pub at: usize,
    pub char: char,
    /// What its neighbours say.
    pub side: Side,
    /// How likely it is an apostrophe or a prime all the same.
    pub doubt: Doubt,
    /// Whether nothing but marks stands before it in its block.
    pub head: bool,
    /// Whether nothing but space stands before it in its line, which is not the block's first.
    pub begins_line: bool,
}

/// How likely a mark is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// Not at all.
    None,
    /// Behind an s.
    Slight,
    /// Behind an s before a word that may be what is possessed; where letters may have been left out; behind a number.
    Strong,
}

impl Mark {
    /// Its bytes in the block's prose.
    pub fn span(self) -> Span {
        Span::new(self.at, self.end())
    }

    /// Where it ends in the block's prose.
    pub fn end(self) -> usize {
        self.at + self.char.len_utf8()
    }

    /// Whether it is a mark of the kind that apostrophes look like.
    pub fn is_single(self) -> bool {
        is_single(self.char)
    }
}

/// The marks of all blocks, in order.
pub(super) fn marks(blocks: &[Block]) -> Vec<Mark> {
    let mut all = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        find(&block.prose.text, number, &mut all);
    }
    all
}

/// The marks of a piece of prose, as if it were a block by itself.
pub(super) fn marks_in(prose: &str) -> Vec<Mark> {
    let mut all = Vec::new();
    find(prose, 0, &mut all);
    all
}

/// The first bytes of the marks.
const FIRST: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table[0xc2] = true;
    table[0xe2] = true;
    table[0xe3] = true;
    table
};

fn find(prose: &str, block: usize, all: &mut Vec<Mark>) {
    let bytes = prose.as_bytes();
    let mut at = 0;
    let mut head = Some(0);
    while let Some(start) = next_first(bytes, at) {
        let Some(char) = mark_at(bytes, start) else {
            at = start + 1;
            continue;
        };
        at = start + char.len_utf8();
        let neighbours = Neighbours::of(prose, start, at);
        if let Some(end) = elided_and(prose, at, neighbours) {
            at = end;
            continue;
        }
        head = head.filter(|&end| prose[end..start].trim_start().is_empty()).map(|_| at);
        if let Some((side, doubt)) = judge(prose, char, at, neighbours) {
            let begins_line = prose[..start].trim_end_matches([' ', '\t', '\u{a0}', '\u{202f}']).ends_with('\n');
            all.push(Mark { block, at: start, char, side, doubt, head: head.is_some(), begins_line });
        }
    }
}

/// The next byte, from `at` on, that a mark can begin with.
fn next_first(bytes: &[u8], mut at: usize) -> Option<usize> {
    /// As many bytes as are looked at in one step: most prose is letters.
    const STEP: usize = 32;
    while let Some(step) = bytes.get(at..at + STEP) {
        if step.iter().fold(false, |any, &byte| any | (byte >= 0x80) | (byte == b'"') | (byte == b'\'')) {
            break;
        }
        at += STEP;
    }
    bytes[at..].iter().position(|&byte| FIRST[byte as usize]).map(|next| at + next)
}

/// The mark that begins at the byte `at`.
fn mark_at(bytes: &[u8], at: usize) -> Option<char> {
    Some(match (bytes[at], bytes.get(at + 1), bytes.get(at + 2)) {
        (b'"', ..) => '"',
        (b'\'', ..) => '\'',
        (0xc2, Some(0xab), _) => '«',
        (0xc2, Some(0xbb), _) => '»',
        (0xe2, Some(0x80), Some(third)) => match third {
            0x98 => '‘',
            0x99 => '’',
            0x9a => '‚',
            0x9b => '‛',
            0x9c => '“',
            0x9d => '”',
            0x9e => '„',
            0x9f => '‟',
            0xb9 => '‹',
            0xba => '›',
            _ => return None,
        },
        (0xe3, Some(0x80), Some(third)) => match third {
            0x8c => '「',
            0x8d => '」',
            0x8e => '『',
            0x8f => '』',
            _ => return None,
        },
        _ => return None,
    })
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛')
}

fn is_mark(c: char) -> bool {
    is_single(c) || matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}

/// What stands around a mark.
#[derive(Clone, Copy)]
struct Neighbours {
    /// The characters directly beside it.
    before: Option<char>,
    after: Option<char>,
    /// The classes of the nearest ones that are no marks themselves.
    class_before: Class,
    class_after: Class,
}

impl Neighbours {
    fn of(prose: &str, start: usize, end: usize) -> Self {
        // Marks in a row, or between the asterisks of plain text, all lean on the same neighbours. Nobody writes more than four.
        let see_through = |c: &char| is_mark(*c) || matches!(c, '*' | '_' | '~');
        let before = prose[..start].chars().rev();
        let mut after = prose[end..].chars();
        let mut beyond = after.clone().take(4).skip_while(see_through);
        let next = beyond.next();
        // An ellipsis is left-out words, not the end of a sentence.
        let dots = next == Some('.') && beyond.find(|c| *c != ' ') == Some('.');
        Neighbours {
            before: before.clone().next(),
            after: after.next(),
            class_before: class(before.take(4).find(|c| !see_through(c))),
            class_after: if dots { Class::Word } else { class(next) },
        }
    }

    /// Whether the mark stands inside a word.
    fn inside_word(self) -> bool {
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c));
        part(self.before) && part(self.after)
    }
}

/// Where `’n’`, for "and", ends, if it begins with the mark before `at`.
fn elided_and(prose: &str, at: usize, neighbours: Neighbours) -> Option<usize> {
    if neighbours.class_before == Class::Word || !matches!(neighbours.after, Some('n' | 'N')) {
        return None;
    }
    let mut chars = prose[at + 1..].chars();
    let second = chars.next().filter(|&c| is_single(c))?;
    chars.next().is_none_or(|c| !c.is_alphanumeric()).then_some(at + 1 + second.len_utf8())
}

/// What the mark `char` before the byte `end` of the prose can be; `None` if it is no quotation mark.
fn judge(prose: &str, char: char, end: usize, neighbours: Neighbours) -> Option<(Side, Doubt)> {
    let leaning = side(neighbours.class_before, neighbours.class_after);
    let start = end - char.len_utf8();
    let measure = if is_measure(prose, start, neighbours) { Doubt::Strong } else { Doubt::None };
    match char {
        '"' if is_inches(prose, start, neighbours) => None,
        '"' => Some((leaning, measure)),
        '\'' | '’' | '‘' | '‛' => {
            if neighbours.inside_word() {
                return None;
            }
            let side = single_side(char, leaning, neighbours)?;
            let doubt = match side {
                Side::Opens if begins_elided(&prose[end..]) => Doubt::Strong,
                Side::Opens => Doubt::None,
                _ => possessive(prose, start, &prose[end..]).max(measure),
            };
            Some((side, doubt))
        }
        '“' | '”' | '«' | '»' | '‹' | '›' => Some((leaning, Doubt::None)),
        '„' | '‚' | '‟' | '「' | '『' => Some((Side::Opens, Doubt::None)),
        _ => Some((Side::Closes, Doubt::None)),
    }
}

fn single_side(char: char, leaning: Side, neighbours: Neighbours) -> Option<Side> {
    let at_word = matches!(neighbours.class_after, Class::Word | Class::Opening);
    match (char, leaning) {
        ('‘', Side::Closes) => Some(Side::Closes),
        ('‘' | '‛', _) => Some(Side::Opens),
        // ’twas: an apostrophe, whatever the typographer's machine made of it.
        ('’', Side::Opens) => None,
        ('’', Side::Either) if neighbours.class_before == Class::Space => None,
        ('’', _) => Some(Side::Closes),
        (_, Side::Either) if neighbours.class_before == Class::Space => None,
        (_, Side::Opens) if !at_word => None,
        (_, leaning) => Some(leaning),
    }
}

/// Words that begin with an apostrophe.
const ELIDED: [&str; 22] = [
    "twas", "tis", "tisn", "twere", "twill", "twould", "til", "till", "em", "im", "er", "cause", "cos", "bout",
    "round", "neath", "gainst", "tween", "mongst", "fore", "ere", "nuff",
];

/// Whether a word begins with `rest` from which an apostrophe has taken the first letters, or a decade.
fn begins_elided(rest: &str) -> bool {
    let word = &rest[..rest.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count()];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 2 && (word.len() == 2 || &word[2..] == "s"))
        || ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(word))
}

/// Words that a noun in the possessive does not stand before.
const NO_NOUNS: [&str; 42] = [
    "a", "an", "and", "are", "as", "at", "because", "but", "by", "could", "did", "does", "for", "from", "had", "has",
    "have", "he", "if", "in", "into", "is", "it", "nor", "of", "on", "or", "she", "should", "than", "that", "the",
    "they", "to", "was", "we", "were", "when", "which", "who", "with", "would",
];

/// How likely the mark at `start` ends a plural's possessive (the nations’ rights) or a word without its g (goin’ home): more
/// so before another word which may belong to it.
fn possessive(prose: &str, start: usize, rest: &str) -> Doubt {
    let before = &prose.as_bytes()[..start];
    let shortened = before.ends_with(b"in") && before.len() >= 4 && before[before.len() - 4..].is_ascii();
    if !shortened && !matches!(before.last(), Some(b's' | b'S')) {
        return Doubt::None;
    }
    let behind = rest.trim_start_matches([' ', '\n', '\r', '\t', '\u{a0}']);
    let next = &behind[..behind.bytes().take(12).take_while(u8::is_ascii_alphabetic).count()];
    let noun = behind.len() < rest.len()
        && behind.starts_with(char::is_alphanumeric)
        && !NO_NOUNS.iter().any(|word| word.eq_ignore_ascii_case(next));
    match (noun, shortened) {
        (true, _) => Doubt::Strong,
        (false, true) => Doubt::None,
        (false, false) => Doubt::Slight,
    }
}

/// Whether a sign of inches stands at `at`: between a short number and another number or word (12"x14").
fn is_inches(prose: &str, at: usize, neighbours: Neighbours) -> bool {
    neighbours.after.is_some_and(|c| c.is_ascii_alphanumeric()) && is_measure(prose, at, neighbours)
}

/// Whether the mark at `at` may be a sign of feet, inches, minutes or seconds: behind a number of up to three digits.
fn is_measure(prose: &str, at: usize, neighbours: Neighbours) -> bool {
    if !neighbours.before.is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    let digits = prose.as_bytes()[..at].iter().rev().take(4).take_while(|b| b.is_ascii_digit()).count();
    digits <= 3
}
