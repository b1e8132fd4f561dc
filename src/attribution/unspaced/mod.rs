//! Who said what in Chinese and Japanese, which put no spaces between words: by a verb of saying before or behind the marks, by
//! `据` and `によると`. A speaker is what stands between the beginning of the clause, a date or an occasion and the verb or the
//! particle, if it has the form of a name, an office, a body or a document; anything else leaves the speaker open.

mod chinese;
mod dates;
mod japanese;
mod names;
mod piece;
#[cfg(test)]
mod tests;
mod words;

use super::rows::{further_paragraphs, unread};
use super::tokens::Tokens;
use super::{Attribution, Kind, Marked, Named};
use crate::markup::Page;
use crate::text::Span;
use names::{People, Who};
use piece::Piece;
pub(super) use piece::is_han;

/// Letters by which the language of a text is told, at most.
const ENOUGH: usize = 2000;
/// Shorter strings between marks, in letters, are speech only where a verb of saying touches them.
const FEWEST: usize = 5;
/// Longer ones are, even where nobody is said to say them.
const SENTENCE: usize = 16;
/// Paragraphs over which a pronoun may look back.
const MEMORY: usize = 1;

/// A language without spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Chinese,
    Japanese,
}

/// The language that a page is written in, if more than half of its letters are of one of these.
pub(super) fn of_page(page: &Page) -> Option<Language> {
    let letters = page.blocks.iter().flat_map(|block| block.prose.text.chars());
    let (mut all, mut han, mut kana) = (0, 0, 0);
    for c in letters.filter(|c| c.is_alphabetic()).take(ENOUGH) {
        all += 1;
        han += usize::from(piece::is_han(c));
        kana += usize::from(piece::is_kana(c));
    }
    match () {
        _ if 2 * (han + kana) <= all => None,
        _ if 8 * kana > han => Some(Language::Japanese),
        _ => Some(Language::Chinese),
    }
}

/// What says whose the words between marks are.
#[derive(Clone, Debug)]
struct Cue<'a> {
    who: Who<'a>,
    /// Whether it touches the marks.
    close: bool,
    date: Option<Piece<'a>>,
    occasion: Option<Piece<'a>>,
    evidence: Piece<'a>,
}

/// A quotation with the text around it, up to the neighbouring ones.
struct Around<'b, 'a> {
    /// What stands between the marks.
    words: &'a str,
    /// The pieces before it, the nearest last, back to the beginning of its paragraph.
    before: &'b [Piece<'a>],
    behind: Piece<'a>,
    /// Whether another quotation follows.
    is_followed: bool,
    /// The end of the paragraph before, where this one begins with the quotation.
    paragraph_before: Option<Piece<'a>>,
    /// The last quotation before it in its paragraph.
    last: Option<Last>,
}

/// A quotation before another one.
#[derive(Clone, Copy)]
struct Last {
    /// Whether it has a cue before it.
    is_led: bool,
}

/// The runs between marks of a page.
pub(super) fn marked(tokens: &Tokens, language: Language) -> Vec<Marked> {
    let rows = unread(tokens);
    // Traditional signs have as many bytes as the simplified ones that the lists are written in.
    let texts: Vec<String> =
        tokens.page.blocks.iter().map(|block| words::folded(&block.prose.text, language)).collect();
    let mut reading =
        Reading { tokens, language, texts: &texts, rows, people: People::default(), last: None, utterances: 0 };
    reading.learn();
    for block in 0..texts.len() {
        reading.block(block);
    }
    further_paragraphs(tokens, &mut reading.rows);
    reading.rows
}

/// Whoever spoke last.
#[derive(Clone)]
struct Speaker {
    named: Named,
    is_person: bool,
    block: usize,
}

struct Reading<'a> {
    tokens: &'a Tokens<'a>,
    language: Language,
    /// The prose of the blocks, in the signs of the lists.
    texts: &'a [String],
    rows: Vec<Marked>,
    people: People<'a>,
    last: Option<Speaker>,
    utterances: usize,
}

impl<'a> Reading<'a> {
    /// The runs of a block that are not inside other marks.
    fn outer(&self, block: usize) -> Vec<usize> {
        let first = self.tokens.runs.partition_point(|run| run.block < block);
        let here = (first..self.tokens.runs.len()).take_while(|&i| self.tokens.runs[i].block == block);
        here.filter(|&i| {
            !self.tokens.is_block(i) && self.tokens.runs[i].nested_in.is_none_or(|outer| self.tokens.is_block(outer))
        })
        .collect()
    }

    /// The pieces of a block between its quotations, one more than these are.
    fn pieces(&self, block: usize, runs: &[usize]) -> Vec<Piece<'a>> {
        let whole = Piece { text: &self.texts[block], at: 0, block };
        let mut at = 0;
        let mut all = Vec::with_capacity(runs.len() + 1);
        for &run in runs {
            let span = self.tokens.runs[run].span;
            let open = whole.text[..span.start].char_indices().next_back().map_or(0, |(at, _)| at);
            all.push(whole.part(at.min(open)..open));
            at = span.end + whole.text[span.end..].chars().next().map_or(0, char::len_utf8);
        }
        all.push(whole.part(at..whole.text.len()));
        all
    }

    /// Collects the people who are named beyond doubt, so that they are known where their names could end elsewhere.
    fn learn(&mut self) {
        for block in 0..self.texts.len() {
            for piece in self.pieces(block, &self.outer(block)) {
                match self.language {
                    Language::Chinese => chinese::learn(piece, &mut self.people),
                    Language::Japanese => japanese::learn(piece, &mut self.people),
                }
            }
        }
    }

    fn block(&mut self, block: usize) {
        let runs = self.outer(block);
        let pieces = self.pieces(block, &runs);
        let texts = self.texts;
        let whole_before = block.checked_sub(1).map(|before| Piece { text: &texts[before], at: 0, block: before });
        // A block quotation has the words of whoever the paragraph before it leads to.
        let first = self.tokens.runs.partition_point(|run| run.block < block);
        if self.tokens.runs.get(first).is_some_and(|run| run.block == block && run.first) && self.tokens.is_block(first)
        {
            let around = Around {
                words: &texts[block],
                before: &[],
                behind: Piece { text: "", at: texts[block].len(), block },
                is_followed: false,
                paragraph_before: whole_before,
                last: None,
            };
            let cue = self.cue(&around);
            self.say(first, cue, Kind::Speech);
        }
        let mut last: Option<(usize, Last)> = None;
        for (i, &run) in runs.iter().enumerate() {
            if !self.tokens.runs[run].first {
                last = None;
                continue;
            }
            let text = self.tokens.runs[run].span.of(&texts[block]);
            let around = Around {
                words: text,
                before: &pieces[..=i],
                behind: pieces[i + 1],
                is_followed: i + 1 < runs.len(),
                paragraph_before: whole_before.filter(|_| i == 0),
                last: last.map(|(_, last)| last),
            };
            self.pronoun_fits(pieces[i]);
            // `“A，”王明说，“B”`, `“A”和“B”`
            // `王明写道：“A。”“B，”李明说。`
            let is_led = last.is_some_and(|(_, last)| last.is_led);
            let goes_on = last.is_some() && self.goes_on(&around) && !(is_led && self.told(&around).is_some());
            if let Some((first, _)) = last.filter(|_| goes_on) {
                let Marked { kind, attribution, utterance, .. } = self.rows[first].clone();
                self.rows[run] = Marked { kind, attribution, utterance, ..self.rows[run].clone() };
                continue;
            }
            let led = self.led(&around);
            let is_led = led.is_some();
            // What a colon leads to is of whoever stands before it, known or not: `他写道：“A。”据新华社报道，…`
            let leads = pieces[i].text.trim_end().ends_with(['：', ':']) && self.language == Language::Chinese;
            let cue = led.or_else(|| if leads { None } else { self.told(&around) });
            let kind = self.kind(&around, cue.as_ref());
            self.say(run, cue.filter(|_| kind == Kind::Speech), kind);
            last = Some((run, Last { is_led }));
        }
        self.pronoun_fits(pieces[runs.len()]);
    }

    /// Forgets whoever spoke last where somebody else is named since: a pronoun may mean either.
    fn pronoun_fits(&mut self, piece: Piece<'a>) {
        if let Some(last) = &self.last
            && self.people.others_in(piece.text, &last.named.text)
        {
            self.last = None;
        }
    }

    fn cue(&self, around: &Around<'_, 'a>) -> Option<Cue<'a>> {
        self.led(around).or_else(|| self.told(around))
    }

    /// The cue before a quotation.
    fn led(&self, around: &Around<'_, 'a>) -> Option<Cue<'a>> {
        match self.language {
            Language::Chinese => chinese::cue_before(around, &self.people),
            Language::Japanese => japanese::cue_around(around, &self.people),
        }
    }

    /// The cue behind it.
    fn told(&self, around: &Around<'_, 'a>) -> Option<Cue<'a>> {
        match self.language {
            Language::Chinese => chinese::cue_behind(around, &self.people),
            Language::Japanese => japanese::cue_behind(around, &self.people),
        }
    }

    fn goes_on(&self, around: &Around<'_, 'a>) -> bool {
        match self.language {
            Language::Chinese => chinese::goes_on(around, &self.people),
            Language::Japanese => japanese::goes_on(around),
        }
    }

    fn kind(&self, around: &Around, cue: Option<&Cue>) -> Kind {
        let letters = around.words.chars().filter(|c| c.is_alphanumeric()).count();
        let before = around.before.last().map_or("", |piece| piece.text);
        let is_sentence =
            around.words.ends_with(['。', '！', '？', '…']) && letters > 3 || before.ends_with(['：', ':']);
        // `李明认为，这是“一个错误”。`, `「安全」だという`
        let behind = around.behind.text.trim_start();
        let ends_report = behind.starts_with(['。', '！']) && letters > 1 && !before.ends_with("所谓")
            || behind.starts_with("だという")
            || behind.starts_with("だと言");
        match cue {
            _ if words::WORKS.iter().any(|noun| before.ends_with(noun)) => Kind::Title,
            Some(cue) if cue.close || is_sentence || letters >= FEWEST || ends_report => Kind::Speech,
            _ if is_sentence || letters >= SENTENCE => Kind::Speech,
            _ => Kind::Other,
        }
    }

    fn say(&mut self, run: usize, cue: Option<Cue<'a>>, kind: Kind) {
        let utterance = (kind == Kind::Speech).then_some(self.utterances);
        self.utterances += usize::from(kind == Kind::Speech);
        let attribution = cue.and_then(|cue| self.attribution(&cue)).unwrap_or_default();
        self.rows[run] = Marked { kind, attribution, utterance, ..self.rows[run].clone() };
    }

    fn attribution(&mut self, cue: &Cue<'a>) -> Option<Attribution> {
        let (named, is_person, mention) = match &cue.who {
            Who::Person { name, mention } => {
                let full = self.people.full(*name, self.language).unwrap_or(*name);
                (self.named(full)?, true, self.named(*mention).map(|named| named.span))
            }
            Who::Noun(noun) => (self.named(*noun)?, false, None),
            Who::Pronoun => {
                let is_near = |last: &Speaker| last.is_person && cue.evidence.block <= last.block + MEMORY;
                let last = self.last.clone().filter(is_near)?;
                (last.named, true, None)
            }
        };
        self.last = Some(Speaker { named: named.clone(), is_person, block: cue.evidence.block });
        Some(Attribution {
            speaker: Some(named),
            date: cue.date.and_then(|date| self.named(date)),
            occasion: cue.occasion.and_then(|occasion| self.named(occasion)),
            evidence: self.named(cue.evidence).map(|named| named.span),
            mention,
            is_person,
            is_sure: mention.is_some() && cue.close,
        })
    }

    /// Words as the text has them.
    fn named(&self, piece: Piece) -> Option<Named> {
        let prose = &self.tokens.page.blocks[piece.block].prose;
        let span = Span::new(piece.at, piece.at + piece.text.len());
        let text = span.of(&prose.text).split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(Named { text, span: prose.to_page(span)? })
    }
}
