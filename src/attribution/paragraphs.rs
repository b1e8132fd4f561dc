//! Quotations over several paragraphs, and paragraphs that begin with a quotation: whose they are may be said at their end.

use super::cues::{Cue, Manner};
use super::flow::{Flow, Spoken};
use super::lexicon::Classes;
use super::phrases::{Head, Reader};
use super::tokens::{Kind as Token, Run};
use std::cmp::Reverse;
use std::ops::Range;

impl<'a> Flow<'a> {
    /// Who is said behind the last paragraph of a quotation to have said all of it.
    pub fn closing(&mut self, reader: Reader<'a>, run: usize) -> Option<Spoken> {
        let last = self.last_run(run).filter(|&last| last != run)?;
        let (_, at) = self.tokens.runs[last].at.filter(|(stream, _)| *stream == reader.stream)?;
        let number = self.sentence_of(at)?;
        let sentence = self.tokens.streams[0].sentences[number].clone();
        let cue = reader.cue(at, &sentence, self.tokens.text_of(last))?;
        if cue.range.start < at || cue.manner != Manner::Says {
            return None;
        }
        self.spoken_by(reader, &cue, &sentence, at, number)
    }

    /// The last paragraph of a quotation.
    fn last_run(&self, run: usize) -> Option<usize> {
        let quotation = self.tokens.runs[run].quotation;
        let &(block, span) = self.tokens.page.quotations[quotation].parts.last()?;
        // The order of the runs.
        let last = (block, span.start, Reverse(span.end), quotation);
        let place = |run: &Run| (run.block, run.span.start, Reverse(run.span.end), run.quotation);
        self.tokens.runs.binary_search_by_key(&last, place).ok()
    }

    /// Who signs a block quotation, in a line of its own behind it: `— Ann Lee, 1955`.
    pub fn signed(&mut self, reader: Reader<'a>, run: usize) -> Option<Spoken> {
        let (_, at) = self.tokens.runs[self.last_run(run)?].at.filter(|(stream, _)| *stream == reader.stream)?;
        let number = self.sentence_of(at)? + 1;
        let line = self.tokens.streams[0].sentences.get(number)?.clone();
        let subject = reader.phrase_at(line.start + 1, line.end)?;
        let is_whole = reader.rest_is_title(subject.range.end, line.end) && !self.is_followed(reader, &line);
        let is_signature = reader.kind(line.start) == Some(Token::Dash) && is_whole;
        if !is_signature || !matches!(subject.head, Head::Name(_)) {
            return None;
        }
        let range = line.clone();
        let cue = Cue { subject, verb: None, manner: Manner::Says, close: true, sure: true, range };
        self.spoken_by(reader, &cue, &line, line.end, number)
    }

    /// Whether a paragraph goes on behind a sentence.
    fn is_followed(&self, reader: Reader<'a>, sentence: &Range<usize>) -> bool {
        let block = reader.tokens()[sentence.start].block;
        reader.tokens().get(sentence.end).is_some_and(|next| next.block == block)
    }

    fn sentence_of(&self, at: usize) -> Option<usize> {
        let sentences = &self.tokens.streams[0].sentences;
        let number = sentences.partition_point(|sentence| sentence.end <= at);
        (number < sentences.len()).then_some(number)
    }

    fn spoken_by(
        &mut self,
        reader: Reader<'a>,
        cue: &Cue,
        sentence: &Range<usize>,
        quote: usize,
        number: usize,
    ) -> Option<Spoken> {
        let entity = self.cast.resolve(reader, &cue.subject, number, true)?;
        let attribution = self.attribution(reader, cue, sentence, quote, Some(&entity));
        let block = reader.tokens()[sentence.start].block;
        Some(Spoken { sentence: number, block, entity: Some(entity), attribution })
    }

    /// Whose the sentence behind a quotation says that the words before it are: `“A.” The words are those of Ann Lee.`
    pub fn words_of(&mut self, reader: Reader<'a>, block: usize, number: usize) -> Option<Spoken> {
        let next = self.next_in(reader, block, number)?;
        let noun = (next.start..next.end).take(3).find(|&at| reader.is(at, Classes::WORDS))?;
        let is = noun + 1;
        let is_meant = reader.is(next.start, Classes::DET) && reader.is_word(is, &["are", "is", "were", "was"]);
        let of = (is + 1..next.end).take(2).find(|&at| reader.is_word(at, &["of", "by", "from"]))?;
        let subject = reader.phrase_at(of + 1, next.end).filter(|_| is_meant)?;
        let subject = reader.appositive_name(subject, next.end);
        let range = next.clone();
        let cue = Cue { subject, verb: None, manner: Manner::Says, close: true, sure: false, range };
        let spoken = self.spoken_by(reader, &cue, &next, next.start, number)?;
        Some(Spoken { sentence: number, ..spoken })
    }

    /// The sentence behind another one in its paragraph.
    fn next_in(&self, reader: Reader<'a>, block: usize, number: usize) -> Option<Range<usize>> {
        let next = self.tokens.streams[0].sentences.get(number + 1)?.clone();
        (reader.tokens()[next.start].block == block).then_some(next)
    }

    /// Whether the sentence behind a quotation, in its paragraph, is no quotation itself: it may say whose the words are in its
    /// own way.
    pub fn is_told_of(&self, reader: Reader<'a>, block: usize, number: usize) -> bool {
        self.next_in(reader, block, number).is_some_and(|next| reader.quotes(&next).is_empty())
    }

    /// Whether a sentence is a question, or a question with its answer: `“Why?” – “Nobody came.”`
    pub fn is_dialogue(&self, reader: Reader<'a>, number: usize) -> bool {
        let sentence = self.tokens.streams[0].sentences[number].clone();
        reader.quotes(&sentence).into_iter().any(|(_, run)| self.tokens.text_of(run).ends_with('?'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::tokens::Tokens;
    use crate::markup::{Format, Page};

    #[test]
    fn every_paragraph_of_a_quotation_knows_the_last() {
        let page =
            Page::parse("> One “two”.\n>\n> Three.\n>\n> Four “five” six “seven”.\n\n“Eight.”\n", Format::Markdown);
        let tokens = Tokens::read(&page);
        let flow = Flow::new(&tokens);
        let last = |run: usize| tokens.text_of(flow.last_run(run).unwrap());
        let block = (0..tokens.runs.len()).filter(|&run| tokens.is_block(run));
        assert_eq!(block.map(last).collect::<Vec<_>>(), ["Four “five” six “seven”."; 3]);
        assert_eq!(last(tokens.runs.len() - 1), "Eight.");
    }
}
