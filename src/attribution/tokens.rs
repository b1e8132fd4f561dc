//! A page as tokens: words, punctuation, and each quotation as one token, so that a sentence around quotations can be read
//! as a sentence. The inside of a quotation that has others in it is a stream of its own.

use super::dateline::is_dateline;
use super::initials;
use super::lexicon::{Classes, classes};
use crate::markup::{Page, QuotationKind};
use crate::text::{Span, is_word_char, months};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, with its inner apostrophes, hyphens and the point of an abbreviation.
    Word,
    Number,
    Comma,
    Colon,
    Semicolon,
    /// The end of a sentence.
    Stop,
    Dash,
    Open,
    Close,
    Other,
    /// A run between marks, by its number.
    Quote(usize),
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    /// Its bytes in the prose of its block.
    pub span: Span,
    /// The number of its block.
    pub block: usize,
    pub classes: Classes,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is a possessive: `China's`.
    pub possessive: bool,
    /// Whether it has a capital and is written without one elsewhere.
    pub common: bool,
    /// Whether it has its capital only because a sentence begins with it.
    pub initial_only: bool,
}

/// A run between marks.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The number of the quotation.
    pub quotation: usize,
    /// Its block and its bytes in the block's prose, without the marks.
    pub block: usize,
    pub span: Span,
    /// Whether it is the first run of its quotation.
    pub first: bool,
    /// The run that it is nested in.
    pub nested_in: Option<usize>,
    /// Its stream and its token there; `None` in the depths of hostile text.
    pub at: Option<(usize, usize)>,
}

/// The tokens of the page outside quotations, or of a quotation outside those in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Stream {
    pub tokens: Vec<Token>,
    /// The sentences, each within one block.
    pub sentences: Vec<Range<usize>>,
}

/// Quotations nested deeper are not read.
const DEEPEST: usize = 32;

/// A page as streams.
pub(super) struct Tokens<'a> {
    pub page: &'a Page,
    pub runs: Vec<Run>,
    /// The first is that of the page.
    pub streams: Vec<Stream>,
}

impl<'a> Tokens<'a> {
    /// Reads a page, in time that grows with its length.
    pub fn read(page: &'a Page) -> Self {
        let mut all = Tokens { page, runs: Vec::new(), streams: vec![Stream::default()] };
        let mut runs: Vec<Vec<usize>> = vec![Vec::new(); page.quotations.len()];
        for (number, quotation) in page.quotations.iter().enumerate() {
            for (i, &(block, span)) in quotation.parts.iter().enumerate() {
                runs[number].push(all.runs.len());
                let run = Run { quotation: number, block, span, first: i == 0, nested_in: None, at: None };
                all.runs.push(run);
            }
        }
        all.runs.sort_by_key(|run| (run.block, run.span.start, std::cmp::Reverse(run.span.end), run.quotation));
        all.nest();
        let mut at = 0;
        for block in 0..page.blocks.len() {
            let whole = Span::new(0, page.blocks[block].prose.text.len());
            all.fill(0, block, whole, 0, &mut at);
        }
        for stream in &mut all.streams {
            stream.sentences = sentences(&stream.tokens, page, &all.runs);
        }
        initials::mark(&mut all.streams, page);
        all.mark_rulings();
        all
    }

    /// Before `that` or a colon also a verb of deciding reports words: `the court held that`.
    fn mark_rulings(&mut self) {
        const RULES: [&str; 9] =
            ["held", "holds", "ruled", "found", "finds", "provides", "requires", "resolved", "resolves"];
        for stream in 0..self.streams.len() {
            for at in 1..self.streams[stream].tokens.len() {
                let [verb, that] = [at - 1, at].map(|at| self.word(&self.streams[stream].tokens[at]));
                if matches!(that, "that" | ":") && RULES.contains(&verb) {
                    let classes = &mut self.streams[stream].tokens[at - 1].classes;
                    *classes = classes.or(Classes::SAYS);
                }
            }
        }
    }

    /// The words of a token.
    pub fn word(&self, token: &Token) -> &'a str {
        let page: &'a Page = self.page;
        token.span.of(&page.blocks[token.block].prose.text)
    }

    /// The words between the marks.
    pub fn text_of(&self, run: usize) -> &'a str {
        let page: &'a Page = self.page;
        self.runs[run].span.of(&page.blocks[self.runs[run].block].prose.text)
    }

    /// Whether a run is a quotation set off as a block.
    pub fn is_block(&self, run: usize) -> bool {
        self.page.quotations[self.runs[run].quotation].kind == QuotationKind::Block
    }

    /// Finds what each run is nested in.
    fn nest(&mut self) {
        let mut around: Vec<usize> = Vec::new();
        for i in 0..self.runs.len() {
            let here = (self.runs[i].block, self.runs[i].span);
            while around
                .last()
                .is_some_and(|&outer| self.runs[outer].block != here.0 || !self.runs[outer].span.covers(here.1))
            {
                around.pop();
            }
            self.runs[i].nested_in = around.last().copied();
            around.push(i);
        }
    }

    /// Adds the tokens of some bytes of a block; runs inside become tokens and, if they have others in them, streams.
    fn fill(&mut self, stream: usize, block: usize, span: Span, depth: usize, next: &mut usize) {
        let text: &'a str = {
            let page: &'a Page = self.page;
            &page.blocks[block].prose.text
        };
        let mut at = span.start;
        while let Some(run) = self.runs.get(*next).filter(|run| run.block == block && run.span.start < span.end) {
            let (number, inner, quotation) = (*next, run.span, run.quotation);
            push_words(text, Span::new(at, inner.start), block, &mut self.streams[stream].tokens);
            let token = self.streams[stream].tokens.len();
            let capital = inner.of(text).starts_with(char::is_uppercase);
            let kind = Kind::Quote(number);
            let classes = Classes::default();
            let new = Token {
                kind,
                span: inner,
                block,
                classes,
                capital,
                possessive: false,
                common: false,
                initial_only: false,
            };
            self.streams[stream].tokens.push(new);
            self.runs[number].at = Some((stream, token));
            *next += 1;
            let has_inner = self.runs.get(*next).is_some_and(|run| run.nested_in == Some(number));
            if has_inner && depth < DEEPEST {
                // A block quotation is read with the text around it.
                let own = match self.page.quotations[quotation].kind {
                    QuotationKind::Block => 0,
                    QuotationKind::Marked { .. } => {
                        self.streams.push(Stream::default());
                        self.streams.len() - 1
                    }
                };
                self.fill(own, block, inner, depth + 1, next);
            }
            // Marks nested deeper than anybody writes them.
            while self.runs.get(*next).is_some_and(|run| run.block == block && inner.covers(run.span)) {
                *next += 1;
            }
            at = inner.end.max(at);
        }
        push_words(text, Span::new(at.min(span.end), span.end), block, &mut self.streams[stream].tokens);
    }
}

/// Words before whose point no sentence ends, beside single letters.
const ABBREVIATIONS: &str = " v mr mrs ms dr prof st sr jr vs etc e.g i.e cf no nos vol p pp art ed eds fig ch sen rep gov gen col lt \
    sgt capt maj rev hon u.s u.k u.n d.c a.m p.m inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec al ";

fn push_words(text: &str, span: Span, block: usize, out: &mut Vec<Token>) {
    let part = span.of(text);
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let start = span.start + at;
        let mut end = start + c.len_utf8();
        let mut push = |kind, end| {
            let span = Span::new(start, end);
            let word = span.of(text);
            let possessive = word.ends_with("'s") || word.ends_with("’s");
            let classes = match kind {
                Kind::Word => classes(if possessive { word } else { word.trim_end_matches('.') }),
                _ => Classes::default(),
            };
            out.push(Token {
                kind,
                span,
                block,
                classes,
                capital: c.is_uppercase(),
                possessive,
                common: false,
                initial_only: false,
            });
        };
        if is_word_char(c) {
            let mut last = c;
            while let Some(&(i, next)) = chars.peek() {
                let inner = |next: char| matches!(next, '\'' | '’' | '-' | '‐' | '‑' | '&');
                let behind = || part[i + next.len_utf8()..].chars().next().is_some_and(is_word_char);
                let point = next == '.' && is_abbreviation(&part[at..i], &part[i + 1..]);
                let ordinal = next == '.' && c.is_ascii_digit() && is_ordinal(&part[at..i], &part[i + 1..]);
                let number = matches!(next, ',' | '.') && last.is_ascii_digit() && behind_digit(&part[i + 1..]);
                if is_word_char(next) || point || ordinal || number || (inner(next) && behind()) || next == '\u{ad}' {
                    end = span.start + i + next.len_utf8();
                    last = next;
                    chars.next();
                } else {
                    break;
                }
            }
            push(if c.is_ascii_digit() { Kind::Number } else { Kind::Word }, end);
            continue;
        }
        match c {
            ',' | '，' => push(Kind::Comma, end),
            ':' | '：' => push(Kind::Colon, end),
            ';' => push(Kind::Semicolon, end),
            '.' if part[at..].starts_with("...") => {
                push(Kind::Other, end + 2);
                chars.next();
                chars.next();
            }
            '.' | '!' | '?' | '。' | '！' | '？' => push(Kind::Stop, end),
            '—' | '–' | '―' => push(Kind::Dash, end),
            '-' => {
                while chars.next_if(|&(_, next)| next == '-').is_some() {
                    end += 1;
                }
                let alone =
                    part[..at].ends_with([' ', '\n']) && span.of(text)[end - span.start..].starts_with([' ', '\n']);
                if end - start > 1 || alone {
                    push(Kind::Dash, end);
                }
            }
            '(' | '[' => push(Kind::Open, end),
            ')' | ']' => push(Kind::Close, end),
            _ if c.is_whitespace() || is_mark(c) || matches!(c, '$' | '£' | '€' | '¥') => {}
            _ => push(Kind::Other, end),
        }
    }
}

/// Whether a point behind a number makes it the day of a month, in German.
fn is_ordinal(number: &str, rest: &str) -> bool {
    let month = rest.strip_prefix([' ', '\u{a0}', '\n']).map(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    number.len() < 3
        && month.flatten().is_some_and(|month| {
            month.starts_with(char::is_uppercase) && months::month_in(months::GERMAN, &month.to_lowercase()).is_some()
        })
}

fn behind_digit(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a point behind `word` belongs to it.
fn is_abbreviation(word: &str, rest: &str) -> bool {
    let letter = word.chars().count() == 1 && word.starts_with(char::is_uppercase) && word != "I";
    if letter || (word.len() <= 6 && word.contains('.') && word.chars().all(|c| c == '.' || c.is_alphabetic())) {
        return true;
    }
    let known = word.len() <= 4 && ABBREVIATIONS.contains(&format!(" {} ", word.to_lowercase()));
    known
        && !rest.trim_start().is_empty()
        && !(word == "no" || word == "No" && !rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '„'
            | '‟'
            | '‚'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '`'
            | '´'
    )
}

/// A run of tokens without an end is cut after so many.
const LONGEST: usize = 400;

/// The sentences of a stream. A quotation that ends a sentence ends the one around it too, unless a cue follows.
fn sentences(tokens: &[Token], page: &Page, runs: &[Run]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        let last_of_block = tokens.get(i + 1).is_none_or(|next| next.block != tokens[i].block);
        let ends = last_of_block
            || i + 1 - start >= LONGEST
            || is_dateline(tokens, page, start, i)
            || match tokens[i].kind {
                Kind::Stop => true,
                Kind::Quote(run) => {
                    let text = runs[run].span.of(&page.blocks[runs[run].block].prose.text);
                    let next = &tokens[i + 1];
                    // A block quotation stands for itself.
                    let alone = page.quotations[runs[run].quotation].kind == QuotationKind::Block;
                    let starts = next.capital && matches!(next.kind, Kind::Word | Kind::Quote(_));
                    alone
                        || (starts && text.ends_with(['.', '…']) && !text.ends_with("..."))
                        || (starts && text.ends_with(['?', '!', '—', '-', '.']) && !leads_to_cue(&tokens[i + 1..]))
                }
                _ => false,
            };
        if ends {
            all.push(start..i + 1);
            start = i + 1;
        }
    }
    all
}

/// Whether tokens behind a question or an exclamation begin with a name and a verb of saying: `“Why?” Ann Lee asked.`
fn leads_to_cue(tokens: &[Token]) -> bool {
    let verb = Classes::SAYS.or(Classes::SOFT);
    let words = tokens.iter().take(7).take_while(|token| token.kind == Kind::Word);
    words.skip(1).any(|token| token.classes.is(verb) && !token.capital)
}
