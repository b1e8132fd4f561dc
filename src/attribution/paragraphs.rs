//! Quotations over several paragraphs, and paragraphs that begin with a quotation: whose they are may be said at their end.

use super::cues::{Cue, Manner};
use super::flow::{Flow, Spoken};
use super::lexicon::Classes;
use super::phrases::Reader;
use std::ops::Range;

impl<'a> Flow<'a> {
    /// Who is said behind the last paragraph of a quotation to have said all of it.
    pub fn closing(&mut self, reader: Reader<'a>, run: usize) -> Option<Spoken> {
        let quotation = self.tokens.runs[run].quotation;
        let last = (run + 1..self.tokens.runs.len()).take_while(|&next| {
            let next = &self.tokens.runs[next];
            next.block <= self.tokens.page.quotations[quotation].parts.last().map_or(0, |part| part.0)
        });
        let last = last.filter(|&next| self.tokens.runs[next].quotation == quotation).last()?;
        let (_, at) = self.tokens.runs[last].at.filter(|(stream, _)| *stream == reader.stream)?;
        let number = self.sentence_of(at)?;
        let sentence = self.tokens.streams[0].sentences[number].clone();
        let cue = reader.cue(at, &sentence, self.tokens.text_of(last))?;
        if cue.range.start < at || cue.manner != Manner::Says {
            return None;
        }
        self.spoken_by(reader, &cue, &sentence, at, number)
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
