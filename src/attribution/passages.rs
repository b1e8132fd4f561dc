//! Whose a passage is that somebody asks for: quoted, reported, or put forward.

use super::Attribution;
use super::cues::{Cue, Manner};
use super::flow::Flow;
use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader, is_initial};
use super::{Kind, Marked};
use crate::text::Span;
use std::ops::Range;

impl<'a> Flow<'a> {
    /// Whose some passages are. Outside of marks that is said by the verb of a passage's first sentence, unless a later one is
    /// said by somebody else; with `whole` also where the passage has the verb itself in it.
    pub fn passages(mut self, spans: &[Span], whole: bool) -> Vec<Attribution> {
        let reader = Reader { all: self.tokens, stream: 0 };
        let sentences = &self.tokens.streams[0].sentences;
        let mut in_order: Vec<usize> = (0..spans.len()).collect();
        in_order.sort_by_key(|&number| spans[number]);
        let mut found = vec![Attribution::default(); spans.len()];
        let mut read = 0;
        for (at, &number) in in_order.iter().enumerate() {
            // What stands before all passages that are left is read once.
            let concerns = |sentence: &Range<usize>| {
                self.is_behind(sentence, spans[number])
                    || reader
                        .page_span(sentence)
                        .is_some_and(|page| in_order[at..].iter().any(|&n| page.overlaps(spans[n])))
            };
            let next = sentences[read..].iter().position(concerns).map_or(sentences.len(), |next| read + next);
            (read..next).for_each(|number| self.sentence(0, number));
            read = next;
            found[number] = self.clone().passage(spans[number], read, whole);
        }
        found
    }

    /// Whether a sentence stands behind all that may say whose a passage is.
    fn is_behind(&self, sentence: &Range<usize>, span: Span) -> bool {
        let reader = Reader { all: self.tokens, stream: 0 };
        let place = self.tokens.page.block_at(span.start);
        place.is_some_and(|place| reader.tokens()[sentence.start].block > place + 1)
    }

    /// Whose a passage is, where the sentences before the one numbered `first` were read.
    fn passage(mut self, span: Span, first: usize, whole: bool) -> Attribution {
        let sentences = &self.tokens.streams[0].sentences;
        let reader = Reader { all: self.tokens, stream: 0 };
        let mut found: Option<Attribution> = None;
        for (number, sentence) in sentences.iter().enumerate().skip(first) {
            if self.is_behind(sentence, span) {
                break;
            }
            self.sentence(0, number);
            if reader.page_span(sentence).is_some_and(|page| page.overlaps(span)) {
                let own = self.reported(reader, sentence, number, span, whole);
                found = Some(found.map_or_else(|| own.clone(), |first| both(first, &own)));
            }
        }
        let inside =
            |one: &&Marked| one.span.start <= span.start && one.span.end > span.start && one.kind == Kind::Speech;
        let quoted = self.out.iter().flatten().rfind(inside);
        quoted.map(|one| one.attribution.clone()).unwrap_or_else(|| found.unwrap_or_default())
    }

    /// Whose a passage outside of marks is: of the first verb of saying in its sentence that has a subject.
    fn reported(
        &mut self,
        reader: Reader<'a>,
        sentence: &Range<usize>,
        number: usize,
        span: Span,
        whole: bool,
    ) -> Attribution {
        let found = if whole { reader.teller(sentence) } else { reporter(reader, sentence) };
        let Some((verb, subject)) = found else {
            // Nobody says it, but the sentence may say of when it is: `In 1871, …`.
            let date = whole.then(|| reader.introduced(sentence).date).flatten();
            let evidence = date.as_ref().and(reader.page_span(sentence));
            return Attribution { date, evidence, ..Attribution::default() };
        };
        let at = verb.unwrap_or(subject.range.start);
        let range = subject.range.start.min(at)..sentence.end;
        let cue = Cue { subject, verb, manner: Manner::Says, close: true, sure: false, range };
        if !reader.is_asserted(&cue, sentence) {
            return Attribution::default();
        }
        let sentence_span = reader.page_span(sentence).unwrap_or(span);
        let said = reader.page_span(&(at..at + 1)).map_or(0, |verb| verb.end);
        let is_said = span.start >= said || verb.is_none();
        if !is_said && !(whole && (span.end > said || span.covers(sentence_span))) {
            return Attribution::default();
        }
        let is_known = match &cue.subject.head {
            // `History muttered`: a word that has its capital from its place may be any.
            Head::Name(name) => {
                name.len() > 1 || !is_initial(reader, name.start) || self.cast.knows(reader, name.start)
            }
            _ => true,
        };
        let entity = self.cast.resolve(reader, &cue.subject, number, true);
        let is_pronoun = matches!(cue.subject.head, Head::Pronoun(_));
        let entity = entity.filter(|entity| !whole || is_known && (entity.sure || !is_pronoun));
        // Who names or defines something may be unknown, and when is not.
        if whole && entity.is_none() {
            let date = reader.circumstances(&cue, sentence, sentence.end).date;
            let evidence = date.as_ref().and(reader.page_span(sentence));
            return Attribution { date, evidence, ..Attribution::default() };
        }
        self.attribution(reader, &cue, sentence, sentence.end, entity.as_ref())
    }
}

/// The first verb of saying of a sentence that has a subject, with that.
fn reporter(reader: Reader, sentence: &Range<usize>) -> Option<(Option<usize>, Phrase)> {
    let says = Classes::SAYS.or(Classes::COINS);
    let mut verbs =
        sentence.clone().filter(|&at| reader.is(at, says) && reader.is_verb(at) && !reader.is_reduced_passive(at));
    verbs.find_map(|verb| Some((Some(verb), reader.subject(verb, sentence.start)?)))
}

/// Whose two sentences are together: the first one's, if the second is nobody's or theirs as well.
fn both(first: Attribution, second: &Attribution) -> Attribution {
    let speaker = |one: &Attribution| one.speaker.as_ref().map(|named| named.text.clone());
    let agree = *second == Attribution::default() || speaker(&first) == speaker(second);
    if agree { first } else { Attribution::default() }
}
