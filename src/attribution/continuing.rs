//! Quotations without a cue of their own: one of a list, the next words of whoever spoke before, an answer.

use super::cues::{Cue, Manner};
use super::entity::Entity;
use super::flow::{Flow, Spoken};
use super::kinds::Look;
use super::lexicon::Classes;
use super::phrases::Reader;
use super::tokens::{Kind as Token, Tokens};
use super::{Attribution, Kind};
use std::ops::Range;

/// Sentences that a quotation without a cue looks back over for a subject.
const BACK: usize = 3;

impl<'a> Flow<'a> {
    /// A quotation that no cue belongs to: part of a list with one, or the next words of whoever spoke before.
    pub fn without_cue(
        &mut self,
        reader: Reader<'a>,
        run: usize,
        sentence: &Range<usize>,
        stream: usize,
        number: usize,
    ) {
        if stream != 0 {
            return;
        }
        let Some((_, at)) = self.tokens.runs[run].at else { return };
        let block = reader.tokens()[at].block;
        // `“A” and “B,” said Ann Lee.`
        let next = (at + 1..sentence.end).find_map(|i| match reader.kind(i) {
            Some(Token::Quote(next)) => Some((i, next)),
            _ => None,
        });
        if let Some((i, next)) = next
            && (at + 1..i)
                .all(|j| !matches!(reader.kind(j), Some(Token::Word)) || reader.is_word(j, &["and", "or", "but"]))
            && let Some(other) = self.out[next]
                .as_ref()
                .filter(|other| other.kind == Kind::Speech && other.attribution.speaker.is_some())
        {
            let attribution = other.attribution.clone();
            return self.give(run, attribution);
        }
        let bare = sentence
            .clone()
            .all(|i| !matches!(reader.kind(i), Some(Token::Word | Token::Number)) || reader.is(i, Classes::CONJ));
        let bare = bare || reader.is_pause(sentence.start, at);
        let signed = if self.tokens.is_block(run) { self.signed(reader, run) } else { None };
        if let Some(spoken) = signed.or_else(|| self.closing(reader, run)) {
            self.give(run, spoken.attribution.clone());
            return self.spoken.push(spoken);
        }
        // A block quotation stands alone: it is somebody's only where the text before it says so.
        if !bare || (self.tokens.is_block(run) && !self.is_introduced(reader, number)) {
            return;
        }
        let found = self
            .before_it(block, number)
            .or_else(|| self.behind_it(reader, block, number))
            .or_else(|| self.words_of(reader, block, number))
            .or_else(|| self.across(reader, run, block, number));
        if let Some(mut spoken) = found {
            spoken.attribution.is_sure &= spoken.sentence + 1 == number && self.goes_on(reader, block, number);
            self.give(run, spoken.attribution.clone());
            self.spoken.push(Spoken { sentence: number, block, ..spoken });
        }
    }

    /// Whether the sentence before is a quotation and its speech tag, behind which the same speaker goes on: `“A,” Ann Lee said.
    /// “B.”`
    fn goes_on(&self, reader: Reader<'a>, block: usize, number: usize) -> bool {
        let Some(before) = number.checked_sub(1).map(|back| self.tokens.streams[0].sentences[back].clone()) else {
            return false;
        };
        let tag = before.start + 1..before.end;
        let starts = matches!(reader.kind(before.start), Some(Token::Quote(_)));
        let is_one_clause = || {
            let verbs = tag.clone().filter(|&at| reader.is(at, Classes::SAYS) && reader.is_verb(at));
            let joins = Classes::CONJ.or(Classes::SUBORDINATOR).or(Classes::RELATIVE);
            verbs.count() == 1 && !tag.clone().any(|at| reader.is(at, joins) && !reader.is(at, Classes::PREP))
        };
        let is_alone = reader.quotes(&tag).is_empty() && reader.tokens()[before.start].block == block;
        starts && is_alone && !self.is_story && is_one_clause()
    }

    /// Whether the paragraph before leads to what stands behind it: it ends with a colon, or in words that nothing closes.
    fn is_introduced(&self, reader: Reader<'a>, number: usize) -> bool {
        let Some(before) = number.checked_sub(1).map(|back| &self.tokens.streams[0].sentences[back]) else {
            return false;
        };
        let last = reader.kind(before.end - 1);
        matches!(last, Some(Token::Colon | Token::Comma | Token::Dash | Token::Word))
    }

    /// In the same paragraph, who spoke or was spoken of before.
    fn before_it(&self, block: usize, number: usize) -> Option<Spoken> {
        for back in (number.saturating_sub(BACK)..number).rev() {
            let reader = Reader { all: self.tokens, stream: 0 };
            if reader.tokens()[self.tokens.streams[0].sentences[back].start].block != block {
                return None;
            }
            if let Some(spoken) = self.spoken.iter().rev().take(8).find(|spoken| spoken.sentence == back) {
                return Some(spoken.clone());
            }
            match &self.subjects[back] {
                Some(entity) if self.cast.is_human(entity) => {
                    return Some(self.of_subject(reader, entity, back, block));
                }
                // A question between is put to whoever speaks.
                _ if reader.is_asked(&self.tokens.streams[0].sentences[back]) => {}
                // Another subject stands between: who goes on is not known.
                _ if self.speaks_before(back, block) => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether somebody spoke in a sentence of the paragraph `block` before the sentence `number`.
    fn speaks_before(&self, number: usize, block: usize) -> bool {
        self.spoken.iter().rev().take(8).any(|spoken| spoken.block == block && spoken.sentence < number)
    }

    fn of_subject(&self, reader: Reader<'a>, entity: &Entity, sentence: usize, block: usize) -> Spoken {
        let range = &self.tokens.streams[0].sentences[sentence];
        let evidence = reader.page_span(range);
        let around = reader.introduced(range);
        let attribution = Attribution {
            speaker: Some(entity.named.clone()),
            date: around.date,
            occasion: around.occasion,
            evidence,
            mention: None,
            is_person: entity.person.is_some(),
            is_sure: false,
        };
        Spoken { sentence, block, entity: Some(entity.clone()), attribution }
    }

    /// In the same paragraph, who is said to have spoken directly behind it: `“A.” Ann Lee said.`
    fn behind_it(&mut self, reader: Reader<'a>, block: usize, number: usize) -> Option<Spoken> {
        let next = self.tokens.streams[0].sentences.get(number + 1)?.clone();
        if reader.tokens()[next.start].block != block {
            return None;
        }
        let (cue, run) = if let Some(Token::Quote(run)) = reader.kind(next.start) {
            (reader.cue(next.start, &next, self.tokens.text_of(run))?, Some(run))
        } else {
            let verb = next.clone().take(8).find(|&at| reader.is_verb(at) && reader.is(at, Classes::SAYS))?;
            let subject = reader.subject(verb, next.start).filter(|subject| subject.range.start == next.start)?;
            let whole = next.clone().all(|at| !matches!(reader.kind(at), Some(Token::Quote(_)))) && next.len() < 10;
            if !whole {
                return None;
            }
            (
                Cue { subject, verb: Some(verb), manner: Manner::Says, close: true, sure: false, range: next.clone() },
                None,
            )
        };
        if run.is_some() && cue.manner != Manner::Says {
            return None;
        }
        let entity = self.cast.resolve(reader, &cue.subject, number, true)?;
        let attribution = self.attribution(reader, &cue, &next, next.start, Some(&entity));
        Some(Spoken { sentence: number, block, entity: Some(entity), attribution })
    }

    /// From the paragraph before: in a report whoever spoke last goes on, in a story the other one answers.
    fn across(&self, reader: Reader<'a>, run: usize, block: usize, number: usize) -> Option<Spoken> {
        let back = number.checked_sub(1)?;
        if reader.tokens()[self.tokens.streams[0].sentences[back].start].block == block {
            return None;
        }
        let spoken = self.spoken.iter().rev().take(8).find(|spoken| spoken.block + 1 == block);
        if self.is_story {
            let last = spoken?;
            let earlier = self.spoken.iter().rev().take(8).find(|earlier| earlier.block + 2 == block)?;
            let name = |spoken: &Spoken| spoken.entity.as_ref().map(|entity| entity.named.text.clone());
            return (name(last).is_some() && name(earlier).is_some() && name(last) != name(earlier)).then(|| Spoken {
                attribution: Attribution { date: None, occasion: None, ..earlier.attribution.clone() },
                ..earlier.clone()
            });
        }
        // `“No comment.”` may be anybody's answer, and a question is rather put to whoever spoke.
        let is_short = Look::of(self.tokens.text_of(run)).words() < 3;
        if is_short || self.is_dialogue(reader, number) || self.is_told_of(reader, block, number) {
            return None;
        }
        if let Some(spoken) = spoken {
            // A date belongs to what it stands beside.
            let attribution = Attribution { date: None, occasion: None, ..spoken.attribution.clone() };
            return Some(Spoken { attribution, ..spoken.clone() });
        }

        let entity = self.subjects[back].as_ref().filter(|entity| self.cast.is_human(entity))?;
        Some(self.of_subject(reader, entity, back, block))
    }
}

/// Whether a text tells a story: nobody in it is cited by full name, function or day of the week.
pub(super) fn is_story(tokens: &Tokens) -> bool {
    let reader = Reader { all: tokens, stream: 0 };
    let cited = Classes::WEEKDAY.or(Classes::HEARER).or(Classes::BODY);
    let mut reported = 0;
    let mut told = 0;
    for sentence in &tokens.streams[0].sentences {
        let quoted = sentence.clone().find(|&at| matches!(reader.kind(at), Some(Token::Quote(_))));
        let Some(quoted) = quoted else { continue };
        let words = sentence.clone().filter(|&at| at != quoted);
        let is_report = words.clone().any(|at| {
            reader.is(at, cited)
                && !reader.is(at, Classes::PRONOUN)
                && !reader.is_word(at, &["me", "us", "him", "her", "them"])
                || reader.is(at, Classes::ROLE) && reader.is(at + 1, Classes::PREP)
                || reader.is_name_word(at) && reader.is_name_word(at + 1)
                || reader.kind(at) == Some(Token::Number)
        });
        if is_report {
            reported += 1;
        } else if quoted == sentence.start {
            told += 1;
        }
    }
    told > 2 * reported
}
