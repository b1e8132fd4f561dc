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
/// Of these a term without marks may stand before that opens its sentence; of two that begin at one place the longer counts.
const BARE: [(&str, Pattern); 38] = [
    ("一词是指", Pattern::Termed),
    ("是指", Pattern::Termed),
    ("指的是", Pattern::Termed),
    ("被定义为", Pattern::Termed),
    ("被定義為", Pattern::Termed),
    ("定义为", Pattern::Termed),
    ("とは", Pattern::Termed),
    ("というのは", Pattern::Termed),
    ("意味着", Pattern::Means),
    ("意味著", Pattern::Means),
    ("是一种", Pattern::Is),
    ("是一種", Pattern::Is),
    ("是一项", Pattern::Is),
    ("是一項", Pattern::Is),
    ("是一个", Pattern::Is),
    ("是一個", Pattern::Is),
    ("是一类", Pattern::Is),
    ("是一套", Pattern::Is),
    ("，即", Pattern::Namely),
    ("，也就是", Pattern::Namely),
    ("、すなわち", Pattern::Namely),
    ("、つまり", Pattern::Namely),
    ("包括", Pattern::Includes),
    ("包含", Pattern::Includes),
    ("分为", Pattern::Includes),
    ("分為", Pattern::Includes),
    ("：", Pattern::Colon),
    ("旨在", Pattern::Purpose),
    ("的目的是", Pattern::Purpose),
    ("的宗旨是", Pattern::Purpose),
    ("的目标是", Pattern::Purpose),
    ("の目的は", Pattern::Purpose),
    ("的核心是", Pattern::Essence),
    ("的实质是", Pattern::Essence),
    ("的内容是", Pattern::Essence),
    ("的本质是", Pattern::Essence),
    ("を目的とする", Pattern::Purpose),
    ("の本質は", Pattern::Essence),
];
/// What the sentence has behind a term and the first word, and what it ends with: `安理会由五国组成`.
const CLOSED: [(&str, &[&str], Pattern); 3] = [
    ("由", &["组成", "組成", "构成", "構成"], Pattern::Includes),
    (
        "は",
        &["をいう", "を指す", "を意味する", "のことである", "のことだ", "のことです", "と定義される"],
        Pattern::Termed,
    ),
    ("は", &["からなる", "から成る", "から構成される", "で構成される", "によって構成される"], Pattern::Includes),
];
/// What `X は …` ends with where it says what something is.
const BEING: [&str; 4] = ["である", "であった", "です", "でした"];
/// Words that no term begins with: they point, join or tell who.
const POINTING: [&str; 34] = [
    "这",
    "這",
    "那",
    "该",
    "該",
    "此",
    "本",
    "它",
    "他",
    "她",
    "我",
    "你",
    "其",
    "也",
    "但",
    "而",
    "就",
    "因",
    "所",
    "如",
    "在",
    "对",
    "對",
    "从",
    "當",
    "当",
    "という",
    "これ",
    "それ",
    "あれ",
    "この",
    "その",
    "私",
    "彼",
];
/// Nor ends with: they belong to the verb behind it.
const ADVERBS: [&str; 20] = [
    "都", "也", "就", "不", "并", "還", "还", "曾", "更", "只", "又", "仍", "正", "便", "均", "亦", "应", "应当",
    "可以", "主要",
];
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
        if let Some((inside, pattern)) = bare(text) {
            let name = tokens_in(words, inside.shift(sentence.start));
            self.add(block, words, name.clone(), Signals::NONE, true);
            self.define(block, words, name, pattern, sentence);
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

/// The term without marks that a sentence says something of, and how: it opens the sentence, or stands behind a word such as
/// `called`.
fn bare(text: &str) -> Option<(Span, Pattern)> {
    let start = SO_CALLED.iter().find_map(|so| text.strip_prefix(so).map(|_| so.len())).unwrap_or(0);
    let rest = &text[start..];
    let first = |words: &str| rest.find(words).filter(|&at| at > 0);
    let by_word =
        BARE.iter().filter_map(|&(words, pattern)| Some((first(words)?, std::cmp::Reverse(words.len()), pattern)));
    let closing = text.trim_end_matches(['。', '！', '.', ' ', '\n']);
    let closed = CLOSED.iter().filter(|(_, ends, _)| ends.iter().any(|end| closing.ends_with(end)));
    let by_end = closed.filter_map(|&(word, _, pattern)| Some((first(word)?, std::cmp::Reverse(word.len()), pattern)));
    let being = BEING.iter().any(|end| closing.ends_with(end)).then(|| first("は")).flatten();
    let by_being = being.map(|at| (at, std::cmp::Reverse(3), Pattern::Is));
    let found = by_word.chain(by_end).chain(by_being).min_by_key(|&(at, len, pattern)| (at, len, pattern));
    found
        .filter(|&(at, ..)| !rest[at..].starts_with(POINTS))
        .and_then(|(at, _, pattern)| Some((name_in(text, Span::new(start, start + at))?, pattern)))
        .or_else(|| Some((named(text)?, Pattern::Termed)))
}

/// The term that somebody gives to something: `这种制度称为联邦制`, `これを内水と呼ぶ`.
fn named(text: &str) -> Option<Span> {
    let behind = CALLED.iter().filter(|called| called.ends_with(['为', '為', '作', '做'])).find_map(|called| {
        let start = text.find(called)? + called.len();
        let len = text[start..].find(|c: char| !is_word_char(c)).unwrap_or(text.len() - start);
        name_in(text, Span::new(start, start + len))
    });
    behind.or_else(|| {
        let end = CALLED_BEHIND.iter().filter_map(|called| text.find(called)).min()?;
        let start = text[..end]
            .rfind(|c: char| !is_word_char(c) || is_kana(c))
            .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        name_in(text, Span::new(start, end))
    })
}

/// A stretch of text that may be a term by itself, without the comma behind it.
fn name_in(text: &str, span: Span) -> Option<Span> {
    let name = span.of(text).trim_end_matches('，').trim_end_matches('、');
    // Kana between the words would be a clause.
    let is_clause = name.chars().any(is_kana);
    let points = POINTING.iter().any(|word| name.starts_with(word));
    let is_cut = ADVERBS.iter().any(|word| name.ends_with(word))
        || name.contains(['的', '是', '在', '把', '被', '将', '將', '使']);
    (is_name(name) && !is_clause && !points && !is_cut).then(|| Span::new(span.start, span.start + name.len()))
}

/// Whether a letter is one of those that Japanese writes endings and particles with.
fn is_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}
