//! What the blocks of a document are to one another, and where clauses and lists begin in one: headings, items.

use super::lexicon::Class;
use super::tokens::{Case, Gap, Token};
use crate::markup::{Block, BlockKind};
use crate::text::Span;
use std::ops::Range;

/// A line of more words is no heading.
const LONGEST_HEADING: usize = 16;
/// Items of a list that a paragraph leads to, at most; bytes of an item; bytes of the list.
const MOST_ITEMS: usize = 30;
const LONGEST_ITEM: usize = 400;
const LONGEST_LIST: usize = 3000;

/// Sentences of a quotation that a passage is made longer by, at most.
const MOST_RUN_ON: usize = 2;

/// A sentence that begins further before a quoted term says nothing of it by its beginning.
pub(super) const LONGEST_OPENING: usize = 60;

/// Where the sentence begins that the token `at` stands in, or what is near enough to it.
pub(super) fn beginning(words: &[Token], at: usize) -> usize {
    let near = at.saturating_sub(LONGEST_OPENING);
    (near..=at).rev().find(|&i| words[i].gap.ends()).unwrap_or(near)
}

/// Where the list ends that a block with a colon or `means` at its end leads to, in bytes of the document: items are short
/// paragraphs with a number or a bullet before them, or a sign behind them that says that more follows.
pub(super) fn items_behind(blocks: &[Block], number: usize) -> Option<usize> {
    let head = &blocks[number];
    let lead = head.prose.text.trim_end();
    let is_lead = lead.ends_with(':') || [" means", " includes"].iter().any(|verb| lead.ends_with(verb));
    if !is_lead {
        return None;
    }
    let mut goes_on = true;
    let items = blocks[number + 1..].iter().take(MOST_ITEMS).take_while(|block| {
        let text = block.prose.text.trim();
        let begins = text.starts_with(['-', '–', '•', '*', '(']) || text.starts_with(|c: char| c.is_ascii_digit());
        let is_marked = begins || block.prose.to_page(Span::new(0, 1)).is_some_and(|at| at.start > block.span.start);
        let ends_open = [";", ",", "; and", "; or", ", and", ", or"].iter().any(|end| text.ends_with(end));
        let is_item = block.kind == BlockKind::Paragraph
            && text.len() <= LONGEST_ITEM
            && goes_on
            && (is_marked || ends_open || text.starts_with(char::is_lowercase));
        goes_on = is_marked || ends_open;
        is_item
    });
    items.last().map(|block| block.span.end).filter(|end| end - head.span.start <= LONGEST_LIST)
}

/// Some of the sentences `all` with those that a quotation runs on to which they begin, or began in, if these are few.
pub(super) fn with_whole_quotation(text: &str, all: &[Span], some: Span) -> Span {
    let balance = |span: Span| {
        let marks = span.of(text).chars().map(|c| i32::from(c == '“') - i32::from(c == '”'));
        marks.sum::<i32>()
    };
    let straight = |span: Span| span.of(text).matches('"').count() % 2;
    let is_whole = |span: Span| balance(span) == 0 && straight(span) == 0;
    if is_whole(some) {
        return some;
    }
    let began = balance(some) < 0 || straight(some) == 1 && straight(Span::new(0, some.start)) == 1;
    let (first, last) = (
        all.partition_point(|sentence| sentence.end <= some.start),
        all.partition_point(|sentence| sentence.start < some.end),
    );
    let longer = (1..=MOST_RUN_ON).filter_map(|more| {
        let (from, to) = if began { (first.checked_sub(more)?, last) } else { (first, last + more) };
        Some(all.get(from)?.join(*all.get(to.checked_sub(1)?)?))
    });
    longer.into_iter().find(|&longer| is_whole(longer)).unwrap_or(some)
}

/// The bytes in the document of some sentences of a block's prose. The markup that opens the block belongs to what it makes
/// strong; that of a cell is the table's.
pub(super) fn passage_of(block: &Block, sentences: Span) -> Option<Span> {
    let passage = block.prose.to_page(sentences)?;
    let is_cell = matches!(block.kind, BlockKind::Cell { .. });
    let start = if sentences.start == 0 && !is_cell { block.span.start.min(passage.start) } else { passage.start };
    Some(Span::new(start, passage.end))
}

pub(super) fn introduces_list(words: &[Token], at: usize) -> bool {
    let word = &words[at];
    word.lists || (word.follows_such && at > 0 && words[at - 1].is_such)
}

/// Whether only `and`, articles and commas stand between what ended before `end` and the token `start`.
pub(super) fn is_next_of_list(words: &[Token], end: usize, start: usize) -> bool {
    start >= end
        && start - end <= 3
        && words[end..start].iter().all(|word| matches!(word.class, Class::And | Class::Determiner))
        && words[end..=start].iter().all(|word| word.gap.ends_no_clause() || word.gap.is_comma_with_marks())
}

/// Whether a sentence begins with a word, or what stands for itself like one: `…; the rest …`, `He said, “The rest …”`.
pub(super) fn begins_clause(word: &Token) -> bool {
    let is_speech = word.gap.has(Gap::OPENS) && word.case != Case::Lower;
    let is_led_to = word.gap.has(Gap::COLON) || word.gap.has(Gap::COMMA);
    word.gap.ends() || word.gap.has(Gap::SEMICOLON) || (is_speech && is_led_to)
}

/// Whether a block is a heading: marked as one, or a short line by itself that is no sentence.
pub(super) fn is_heading(block: &Block, words: &[Token]) -> bool {
    if block.kind == BlockKind::Heading {
        return true;
    }
    let text = block.prose.text.trim();
    block.kind == BlockKind::Paragraph
        && words.len() <= LONGEST_HEADING
        && !text.contains('\n')
        && !text.ends_with(['.', '!', '?', ',', ';', ':', '"', '”', '…'])
        && text.starts_with(|c: char| {
            c.is_uppercase() || c.is_numeric() || matches!(c, '-' | '–' | '—' | '“' | '"' | '*' | '§')
        })
        && words.iter().skip(1).filter(|word| word.gap.ends()).count() <= 1
}

/// The words of a heading behind its number: `3.1 Tolls`, `IV. Tolls`.
pub(super) fn without_number(block: &Block, words: &[Token]) -> Range<usize> {
    let first = words.iter().take(3).take_while(|word| is_numeral(word)).count();
    let is_parted = |word: &Token| first > 0 && !word.gap.joins();
    let is_dotted =
        words.first().is_some_and(|word| word.class == Class::Number && word.span.of(&block.prose.text).contains('.'));
    let first = if words.get(first).is_some_and(|word| is_dotted || is_parted(word)) { first } else { 0 };
    // Of `Name: what it is about` and `Name (N)` the name is the heading.
    let ends = |word: &Token| word.gap.has(Gap::COLON) || word.gap.has(Gap::OPENS_PARENTHESIS);
    let end = words.iter().skip(first + 1).position(ends).map_or(words.len(), |i| first + 1 + i);
    first..end
}

/// Of a passage that runs over items on lines of their own (`(a) …;⏎(b) …`) the item that has the words `words`; all of it where
/// these stand before the first.
pub(super) fn within_item(text: &str, passage: Span, words: Span) -> Span {
    let lines = passage.of(text).match_indices('\n').map(|(at, _)| passage.start + at + 1);
    let starts: Vec<usize> =
        std::iter::once(passage.start).chain(lines).filter(|&at| begins_item(&text[at..passage.end])).collect();
    let next = starts.partition_point(|&start| start <= words.start);
    if starts.len() < 2 || next == 0 {
        return passage;
    }
    let end = starts.get(next).copied().unwrap_or(passage.end);
    let item = Span::new(starts[next - 1], end);
    Span::new(item.start, item.start + item.of(text).trim_end().len())
}

/// Whether a line begins with the number or the letter of an item, or with a term between marks.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let is_open = line.starts_with('(');
    let mark = line.trim_start_matches('(');
    let len = mark.chars().take_while(|c| c.is_alphanumeric()).count();
    let ends = mark.chars().nth(len);
    line.starts_with(['“', '"', '„', '«'])
        || ((1..=4).contains(&len) && (ends == Some(')') || (!is_open && len < 3 && ends == Some('.'))))
}

pub(super) fn is_numeral(word: &Token) -> bool {
    word.class == Class::Number
        || (word.case == Case::Upper && word.span.len() <= 4 && word.roman)
        || word.span.len() == 1
}
