//! Names and definitions in texts that put no spaces between words, Chinese and Japanese: names are what stands between marks,
//! headings, and what a sentence defines.

use super::blocks::passage_of;
use super::candidates::{Collector, Defining};
use super::marks::between_marks;
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use super::tokens::{Known, Token, tokens_in};
use crate::markup::{Block, BlockKind};
use crate::text::{Span, is_unspaced, is_word_char, sentences};
use std::ops::Range;

/// Of the letters of a text so many in a hundred belong to such a script.
const LEAST_PERCENT: usize = 50;
/// Letters of a name between marks or at the beginning of a sentence.
const SHORTEST: usize = 2;
const LONGEST: usize = 14;
/// Letters of a heading, at most.
const LONGEST_HEADING: usize = 20;

const MARKS: [(char, char); 6] = [('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉'), ('"', '"')];
/// A work, not a term.
const TITLES: [char; 2] = ['《', '『'];

/// What may stand before the term at the beginning of the sentence that defines it.
const SO_CALLED: [&str; 3] = ["所谓", "所謂", "いわゆる"];
/// Behind a term at the beginning of its sentence; of two with the same beginning the longer comes first.
const BEHIND: [(&str, Pattern); 17] = [
    ("一词是指", Pattern::Termed),
    ("是指", Pattern::Termed),
    ("指的是", Pattern::Termed),
    ("就是指", Pattern::Termed),
    ("意味着", Pattern::Means),
    ("意味著", Pattern::Means),
    ("とは", Pattern::Termed),
    ("是一", Pattern::Is),
    ("就是", Pattern::Is),
    ("即是", Pattern::Is),
    ("即", Pattern::Is),
    ("包括", Pattern::Includes),
    ("旨在", Pattern::Purpose),
    ("强调", Pattern::Purpose),
    ("強調", Pattern::Purpose),
    ("是", Pattern::Statement),
    ("は", Pattern::Statement),
];
/// Of these a term without marks may stand before.
const BARE: [&str; 3] = ["是指", "指的是", "とは"];
/// Begins with one of these and means something else: `is one that points to`.
const POINTS: &str = "是指向";
/// Before a term, wherever it stands.
const CALLED: [&str; 10] = ["叫做", "叫作", "称为", "稱為", "称作", "稱作", "称之为", "稱之為", "名为", "简称"];
/// Behind a term, wherever it stands.
const CALLED_BEHIND: [&str; 5] = ["と呼ばれ", "と呼ぶ", "と呼び", "と呼ん", "と定義"];

/// Whether the beginning of a document is in such a script.
pub(super) fn is_unspaced_text(blocks: &[Block], sample: usize) -> bool {
    let text = blocks.iter().flat_map(|block| block.prose.text.chars()).take(sample);
    let (mut all, mut unspaced) = (0, 0);
    for c in text.filter(|&c| is_word_char(c)) {
        all += 1;
        unspaced += usize::from(is_unspaced(c));
    }
    all > 0 && 100 * unspaced >= LEAST_PERCENT * all
}

/// Reads one document.
pub(super) struct Reader {
    pub collector: Collector,
    pub known: Known,
    tokens: Vec<Token>,
}

impl Reader {
    /// Nothing read yet.
    pub fn new(known: Known) -> Self {
        Reader { collector: Collector::of_letters(), known, tokens: Vec::new() }
    }

    /// Reads a block; `is_first` of the document.
    pub fn block(&mut self, block: &Block, is_first: bool) {
        let text = &block.prose.text;
        let mut words = std::mem::take(&mut self.tokens);
        words.clear();
        self.known.tokens(text, &mut words);
        if is_heading(block) {
            let name = tokens_in(&words, Span::new(0, text.len()));
            let signals = Signals::of(Signal::Heading).with_if(Signal::Title, is_first);
            self.add(block, &words, name, signals, true);
        } else {
            for sentence in sentences(text) {
                self.sentence(block, &words, sentence);
            }
        }
        self.tokens = words;
    }

    fn sentence(&mut self, block: &Block, words: &[Token], sentence: Span) {
        let text = sentence.of(&block.prose.text);
        let marked = between_marks(text, &MARKS).into_iter().filter(|(_, inside)| is_name(inside.of(text)));
        for (mark, inside) in marked {
            let name = tokens_in(words, inside.shift(sentence.start));
            let signals = Signals::of(Signal::Quoted).with_if(Signal::Document, TITLES.contains(&mark));
            self.add(block, words, name.clone(), signals, true);
            let before = text[..inside.start - mark.len_utf8()].trim();
            let is_between = |c: char| MARKS.iter().any(|(_, close)| *close == c) || c == '，' || c == ' ';
            let behind = text[inside.end..].trim_start_matches(is_between);
            if let Some(pattern) = defined(before, behind) {
                self.define(block, words, name, pattern, sentence);
            }
        }
        if let Some(inside) = bare(text) {
            let name = tokens_in(words, inside.shift(sentence.start));
            self.add(block, words, name.clone(), Signals::NONE, true);
            self.define(block, words, name, Pattern::Termed, sentence);
        }
    }

    fn add(&mut self, block: &Block, words: &[Token], name: Range<usize>, signals: Signals, is_free: bool) {
        if (SHORTEST..=LONGEST_HEADING).contains(&name.len()) {
            self.collector.add(block, &words[name], signals, is_free);
        }
    }

    fn define(&mut self, block: &Block, words: &[Token], name: Range<usize>, pattern: Pattern, sentence: Span) {
        let Some(passage) = passage_of(block, sentence) else { return };
        let signals = Signals::NONE.with_if(Signal::Defined, pattern.tells());
        self.collector.define(block, &words[name], Defining { pattern, passage }, signals);
    }
}

/// Whether a block is a heading: marked as one, or a short line by itself without marks of a sentence.
fn is_heading(block: &Block) -> bool {
    let text = block.prose.text.trim();
    let is_short = text.chars().count() <= LONGEST_HEADING && !text.contains('\n');
    let is_line = block.kind == BlockKind::Paragraph && is_short && text.chars().all(|c| is_word_char(c) || c == ' ');
    block.kind == BlockKind::Heading || is_line
}

fn is_name(text: &str) -> bool {
    let letters = text.chars().count();
    (SHORTEST..=LONGEST).contains(&letters) && text.chars().all(|c| is_word_char(c) || c == '·' || c == '・')
}

/// By what a sentence defines the term between marks in it, given what stands before and behind it.
fn defined(before: &str, behind: &str) -> Option<Pattern> {
    if CALLED.iter().any(|called| before.ends_with(called))
        || CALLED_BEHIND.iter().any(|called| behind.starts_with(called))
    {
        return Some(Pattern::Termed);
    }
    let opens = before.is_empty() || SO_CALLED.contains(&before);
    if behind.starts_with(POINTS) {
        return None;
    }
    BEHIND.iter().find(|(words, _)| opens && behind.starts_with(words)).map(|&(_, pattern)| pattern)
}

/// The term without marks at the beginning of a sentence that says what it means.
fn bare(text: &str) -> Option<Span> {
    let start = SO_CALLED.iter().find_map(|so| text.strip_prefix(so).map(|_| so.len())).unwrap_or(0);
    let end = BARE.iter().filter_map(|words| text[start..].find(words)).min()? + start;
    if text[end..].starts_with(POINTS) {
        return None;
    }
    let end = start + text[start..end].trim_end_matches('，').len();
    let name = &text[start..end];
    // Kana between the words would be a clause.
    let is_clause = name.chars().any(|c| matches!(c, '\u{3040}'..='\u{309f}'));
    (is_name(name) && !is_clause).then_some(Span::new(start, end))
}
