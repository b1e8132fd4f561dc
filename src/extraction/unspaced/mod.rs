//! Names and definitions in texts that put no spaces between words, Chinese and Japanese: names are what stands between marks,
//! headings, what is in Latin letters, and what a sentence defines.

mod definitions;
mod entries;
mod lexicon;
mod names;
mod persons;

use super::blocks::passage_of;
use super::candidates::{Collector, Defining};
use super::headings::SECTION;
use super::languages::is_told;
use super::marks::between_marks;
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use super::tokens::{Known, Token, tokens_in};
use crate::markup::{Block, BlockKind};
use crate::text::{Span, count_unspaced, is_word_char, sentences};
use definitions::{of_bare, of_marked};
use lexicon::{IT_IS, SHORT};
use names::{has, is_name, latin};
use std::ops::Range;

/// Of the letters of a text so many in a hundred belong to such a script.
const LEAST_PERCENT: usize = 50;
/// Letters of a heading, at most.
const LONGEST_HEADING: usize = 20;
/// Tokens of a name that is kept, at most: letters, and words in Latin letters.
const LONGEST: usize = 20;
/// Persons of one document whose names are looked for again.
const MOST_PERSONS: usize = 200;

const MARKS: [(char, char); 6] = [('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉'), ('"', '"')];
/// A work, not a term.
const TITLES: [char; 2] = ['《', '『'];
/// What a heading has beside the name that it asks about.
const ASKING: [&str; 5] = ["什么是", "什麼是", "何谓", "とは何か", "とは"];

/// Whether the beginning of a document is in such a script.
pub(super) fn is_unspaced_text(blocks: &[Block], sample: usize) -> bool {
    let text = blocks.iter().flat_map(|block| block.prose.text.chars()).take(sample);
    let (unspaced, all) = count_unspaced(text);
    all > 0 && 100 * unspaced >= LEAST_PERCENT * all
}

/// Reads one document.
pub(super) struct Reader {
    pub collector: Collector,
    pub known: Known,
    tokens: Vec<Token>,
    /// The heading that the next paragraph stands below: its block and its tokens.
    heading: Option<(Block, Vec<Token>)>,
    /// The names of the persons that were read of.
    persons: Vec<Vec<Token>>,
}

impl Reader {
    /// Nothing read yet.
    pub fn new(known: Known) -> Self {
        Reader { collector: Collector::of_letters(), known, tokens: Vec::new(), heading: None, persons: Vec::new() }
    }

    /// Reads a block; `is_first` of the document.
    pub fn block(&mut self, block: &Block, is_first: bool) {
        let text = &block.prose.text;
        let mut words = std::mem::take(&mut self.tokens);
        words.clear();
        self.known.tokens(text, &mut words);
        if is_heading(block) {
            let name = tokens_in(&words, asked(text));
            let signals = Signals::of(Signal::Heading).with_if(Signal::Title, is_first);
            self.heading = Some((block.clone(), words[name.clone()].to_vec())).filter(|_| fits(&name));
            self.add(block, &words, name, signals, true);
        } else if !words.is_empty() {
            let all = sentences(text);
            self.below_heading(block, &all);
            for (name, line) in entries::entries(text) {
                let name = tokens_in(&words, name);
                self.add(block, &words, name.clone(), Signals::NONE, true);
                self.define(block, &words, name, Pattern::Termed, line);
            }
            for (number, &sentence) in all.iter().enumerate() {
                self.sentence(block, &words, sentence, all.get(number + 1).copied());
            }
        }
        self.tokens = words;
    }

    /// What the first paragraph below a heading says of it.
    fn below_heading(&mut self, block: &Block, all: &[Span]) {
        let Some((head, name)) = self.heading.take() else { return };
        let Some(first) = all.first().filter(|first| is_told(first.of(&block.prose.text))) else { return };
        let last = all.iter().take_while(|sentence| sentence.end - first.start <= SECTION).last().unwrap_or(first);
        let is_title = has(IT_IS, |it| first.of(&block.prose.text).starts_with(it));
        let (pattern, said) = if is_title { (Pattern::Title, *first) } else { (Pattern::Section, first.join(*last)) };
        let Some(passage) = passage_of(block, said) else { return };
        self.collector.define(&head, &name, Defining { pattern, passage }, Signals::of(Signal::Heading));
    }

    fn sentence(&mut self, block: &Block, words: &[Token], sentence: Span, next: Option<Span>) {
        let text = sentence.of(&block.prose.text);
        for name in latin(text) {
            let name = name.shift(sentence.start);
            let is_large = name.of(&block.prose.text).contains(|c: char| c.is_ascii_uppercase());
            let signals = Signals::NONE.with_if(Signal::Capitalised, is_large);
            self.add(block, words, tokens_in(words, name), signals, true);
        }
        for person in persons::persons(text) {
            self.person(block, words, person.shift(sentence.start));
        }
        let is_question = text.trim_end().ends_with(['？', '?']) || text.trim_end_matches('。').ends_with('か');
        let answer = next.filter(|next| has(IT_IS, |it| next.of(&block.prose.text).starts_with(it)));
        let said = match answer {
            Some(answer) if is_question => sentence.join(answer),
            _ => sentence,
        };
        // A question says nothing by itself.
        let is_told = !is_question || answer.is_some();
        let marked = between_marks(text, &MARKS).into_iter().filter(|(_, inside)| is_name(inside.of(text)));
        for (mark, inside) in marked {
            let name = tokens_in(words, inside.shift(sentence.start));
            let signals = Signals::of(Signal::Quoted).with_if(Signal::Document, TITLES.contains(&mark));
            self.add(block, words, name.clone(), signals, true);
            let before = text[..inside.start - mark.len_utf8()].trim();
            // `水路籍（以下简称“磨税”）`
            if has(SHORT, |short| before.ends_with(short)) {
                let whole = before.find(['（', '(']).and_then(|end| names::name_in(text, Span::new(0, end)));
                if let Some(whole) = whole.map(|whole| tokens_in(words, whole.shift(sentence.start))) {
                    let signals = Signals::of(Signal::Abbreviated);
                    self.collector.shorten(block, &words[whole], signals, inside.shift(sentence.start));
                }
                continue;
            }
            let is_mark = |c: char| MARKS.iter().any(|(_, close)| *close == c) || c == ' ';
            let behind = text[inside.end..].trim_start_matches(is_mark);
            if let Some(pattern) = of_marked(before, behind).filter(|_| is_told) {
                self.define(block, words, name, pattern, said);
            }
        }
        let asked = is_question.then(|| asked(text)).filter(|name| name.len() < text.len());
        let asked = asked.and_then(|span| names::name_in(text, span));
        for clause in clauses(text) {
            let found = match asked {
                Some(name) => Some((name, Pattern::Title)),
                None => of_bare(clause.of(text)).map(|(name, pattern)| (name.shift(clause.start), pattern)),
            };
            let Some((inside, pattern)) = found.filter(|_| is_told) else { continue };
            let name = tokens_in(words, inside.shift(sentence.start));
            self.add(block, words, name.clone(), Signals::NONE, true);
            self.define(
                block,
                words,
                name,
                pattern,
                if said == sentence { clause.shift(sentence.start) } else { said },
            );
        }
    }

    /// Takes the name of a person, or the family name of one whose full name stood before.
    fn person(&mut self, block: &Block, words: &[Token], name: Span) {
        let own = tokens_in(words, name);
        let stems: Vec<u64> = words[own.clone()].iter().map(|word| word.stem).collect();
        let is_whole = |person: &&Vec<Token>| {
            person.len() > stems.len() && person.iter().zip(&stems).all(|(word, stem)| word.stem == *stem)
        };
        let mut whole = self.persons.iter().filter(is_whole);
        if let (Some(only), None) = (whole.next(), whole.next()) {
            self.collector.shorten(block, only, Signals::of(Signal::Person), name);
        } else if self.persons.len() < MOST_PERSONS
            && !self.persons.iter().any(|one| one.iter().map(|word| word.stem).eq(stems.iter().copied()))
        {
            self.persons.push(words[own.clone()].to_vec());
        }
        self.add(block, words, own, Signals::of(Signal::Person), true);
    }

    fn add(&mut self, block: &Block, words: &[Token], name: Range<usize>, signals: Signals, is_free: bool) {
        if fits(&name) {
            self.collector.add(block, &words[name], signals, is_free);
        }
    }

    fn define(&mut self, block: &Block, words: &[Token], name: Range<usize>, pattern: Pattern, sentence: Span) {
        let Some(passage) = passage_of(block, sentence).filter(|_| fits(&name)) else { return };
        let signals = Signals::NONE.with_if(Signal::Defined, pattern.tells());
        self.collector.define(block, &words[name], Defining { pattern, passage }, signals);
    }
}

fn fits(name: &Range<usize>) -> bool {
    (1..=LONGEST).contains(&name.len())
}

/// What stands between semicolons, and each line that begins with the number of an item.
fn clauses(text: &str) -> Vec<Span> {
    let begins = |rest: &str| {
        rest.starts_with(['（', '('])
            || rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    };
    let mut all = Vec::new();
    let mut start = 0;
    for (at, sign) in text.match_indices(['\n', '；']) {
        let next = at + sign.len();
        if sign == "；" || begins(&text[next..]) {
            all.push(Span::new(start, if sign == "；" { next } else { at }));
            start = next;
        }
    }
    all.push(Span::new(start, text.len()));
    all.retain(|clause| !clause.of(text).trim().is_empty());
    all
}

/// What a heading or a question asks about: `什么是内水？`, `内水とは何か`; all of it where it asks nothing.
fn asked(text: &str) -> Span {
    let line = text.trim_end_matches(['？', '?', '。', '\n', ' ']);
    for asking in ASKING {
        if let Some(name) = line.strip_prefix(asking) {
            return Span::new(line.len() - name.len(), line.len());
        }
        if let Some(name) = line.strip_suffix(asking) {
            return Span::new(0, name.len());
        }
    }
    Span::new(0, text.len())
}

/// Whether a block is a heading: marked as one, or a short line by itself without marks of a sentence.
fn is_heading(block: &Block) -> bool {
    let text = block.prose.text.trim();
    let is_short = text.chars().count() <= LONGEST_HEADING && !text.contains('\n');
    let is_line = block.kind == BlockKind::Paragraph && is_short && text.chars().all(|c| is_word_char(c) || c == ' ');
    block.kind == BlockKind::Heading || is_line
}
