//! The text in its order: each sentence with its cues, and what goes over from one sentence to the next.

use super::cast::Cast;
use super::cues::{Cue, Manner};
use super::entity::Entity;
use super::kinds::Look;
use super::lexicon::Classes;
use super::phrases::{Head, Phrase, Reader};
use super::tokens::{Kind as Token, Tokens};
use super::{Attribution, Kind, Marked, Named};
use crate::text::Span;
use std::ops::Range;

/// Tokens among which the verb of a sentence is looked for.
const FARTHEST: usize = 40;

/// What is known of the words that were read last.
#[derive(Clone)]
pub(super) struct Spoken {
    pub sentence: usize,
    pub block: usize,
    pub entity: Option<Entity>,
    pub attribution: Attribution,
}

/// The reading of a text.
#[derive(Clone)]
pub(super) struct Flow<'a> {
    pub tokens: &'a Tokens<'a>,
    pub cast: Cast<'a>,
    pub out: Vec<Option<Marked>>,
    /// What was said, in order.
    pub spoken: Vec<Spoken>,
    /// Whom each sentence is about.
    pub subjects: Vec<Option<Entity>>,
    utterances: usize,
    /// Whether speakers take turns, as in a story, rather than being reported.
    pub is_story: bool,
}

impl<'a> Flow<'a> {
    pub fn new(tokens: &'a Tokens<'a>) -> Self {
        let mut cast = Cast::default();
        cast.learn(tokens);
        let out = vec![None; tokens.runs.len()];
        let is_story = super::continuing::is_story(tokens);
        Flow { tokens, cast, out, spoken: Vec::new(), subjects: Vec::new(), utterances: 0, is_story }
    }

    /// All runs between marks.
    pub fn read(mut self) -> Vec<Marked> {
        let sentences = &self.tokens.streams[0].sentences;
        for number in 0..sentences.len() {
            self.sentence(0, number);
        }
        for stream in 1..self.tokens.streams.len() {
            for number in 0..self.tokens.streams[stream].sentences.len() {
                self.sentence(stream, number);
            }
        }
        self.further_paragraphs();
        // What was too deep to be read leaves no hole.
        let nobody = |number: usize| Marked {
            span: self.page_span(number),
            quotation: self.tokens.runs[number].quotation,
            kind: Kind::Other,
            attribution: Attribution::default(),
            nested_in: self.tokens.runs[number].nested_in,
            utterance: None,
        };
        let mut rows: Vec<Marked> =
            (0..self.out.len()).map(|number| self.out[number].clone().unwrap_or_else(|| nobody(number))).collect();
        super::insertions::speak(self.tokens, &mut rows);
        super::defined::agree(self.tokens, &mut rows);
        rows
    }

    fn page_span(&self, run: usize) -> Span {
        let run = &self.tokens.runs[run];
        self.tokens.page.blocks[run.block].prose.to_page(run.span).unwrap_or(Span::new(0, 0))
    }

    pub fn sentence(&mut self, stream: usize, number: usize) {
        let reader = Reader { all: self.tokens, stream };
        let sentence = self.tokens.streams[stream].sentences[number].clone();
        let block = reader.tokens()[sentence.start].block;
        let subject = if stream == 0 { self.subject(reader, &sentence, number) } else { None };
        // Who owns what a sentence is about is spoken of: `Ann Lee's reply was curt.`
        let owner = if stream == 0 { self.owner(reader, &sentence, number) } else { None };
        for one in owner.iter().chain(&subject) {
            self.cast.remember(number, one.clone(), true);
        }
        let mut last_cue: Option<(usize, usize)> = None;
        let mut waiting: Vec<usize> = Vec::new();
        let quotes = reader.quotes(&sentence);
        for &(at, run) in &quotes {
            if !self.tokens.runs[run].first {
                continue;
            }
            let text = self.tokens.text_of(run);
            let (cue, range) = self.cue(reader, at, &sentence, stream, number, text);
            let kind = if self.tokens.is_block(run) {
                Kind::Speech
            } else {
                reader.kind_of(at, &sentence, text, cue.as_ref())
            };
            let mut attribution = Attribution::default();
            let mut entity = None;
            if let Some(cue) = cue.as_ref().filter(|cue| {
                kind == Kind::Speech
                    || kind == Kind::Term
                        && cue.manner == Manner::Coins
                        && !Look::of(text).is_title()
                        && reader.is_only_of(at)
            }) {
                entity = match cue.subject.head {
                    _ if cue.manner == Manner::PassesOn => None,
                    Head::Quoted(title) => self.title(title),
                    _ => self.cast.resolve(reader, &cue.subject, number, true),
                };
                if let Some(entity) = &mut entity {
                    self.cast.learn_sex(reader, entity, cue.subject.range.end..sentence.end);
                }
                attribution = self.attribution(reader, cue, &range, at, entity.as_ref());
                if stream == 0 && kind == Kind::Speech {
                    self.running(reader, number, cue, &mut attribution);
                    self.inherited(reader, number, entity.as_ref(), &mut attribution);
                }
            }
            let mut utterance = None;
            if kind == Kind::Speech {
                // Without a verb the cue itself: `“A,” in her words, “B.”`
                let verb = cue.as_ref().map(|cue| cue.verb.unwrap_or(cue.subject.range.start));
                let split = verb.is_some()
                    && last_cue.is_some_and(|(verb_before, _)| Some(verb_before) == verb)
                    && self.is_split(reader, last_cue, at, verb);
                let first = last_cue.filter(|_| split).and_then(|(_, before)| self.out[before].clone());
                utterance = match first {
                    Some(first) => {
                        attribution = first.attribution;
                        first.utterance
                    }
                    None => Some(self.next_utterance()),
                };
                if let Some(verb) = verb {
                    last_cue = Some((verb, run));
                }
                if entity.is_none() && cue.is_none() {
                    waiting.push(run);
                }
            }
            self.put(run, kind, attribution.clone(), utterance);
            if kind == Kind::Speech && stream == 0 && cue.is_some() {
                if let Some(entity) = &entity {
                    self.cast.remember(number, entity.clone(), true);
                }
                self.spoken.push(Spoken { sentence: number, block, entity, attribution });
            }
        }
        for run in waiting {
            self.without_cue(reader, run, &sentence, stream, number);
        }
        if stream == 0 {
            self.cast.mention(reader, &sentence, number);
            self.subjects.push(subject);
        }
    }

    /// The cue of a quotation, and the tokens of the sentence that it stands in: where nothing but a colon ends the paragraph
    /// before, that belongs to it.
    fn cue(
        &self,
        reader: Reader<'a>,
        at: usize,
        sentence: &Range<usize>,
        stream: usize,
        number: usize,
        text: &str,
    ) -> (Option<Cue>, Range<usize>) {
        let found = reader.cue(at, sentence, text);
        if found.is_some() || at != sentence.start || number == 0 {
            return (found, sentence.clone());
        }
        let before = &self.tokens.streams[stream].sentences[number - 1];
        if reader.kind(before.end - 1) == Some(Token::Colon) {
            let joined = before.start..sentence.end;
            return (reader.cue(at, &joined, text), joined);
        }
        (None, sentence.clone())
    }

    /// Whom a sentence is about.
    fn subject(&mut self, reader: Reader<'a>, sentence: &Range<usize>, number: usize) -> Option<Entity> {
        let starts_with_quote = matches!(reader.kind(sentence.start), Some(Token::Quote(_)));
        if starts_with_quote {
            return None;
        }
        // Of `Ann Lee of the fire service says …` who says it.
        let near = sentence.start..sentence.end.min(sentence.start + FARTHEST);
        let is_said = |at: &usize| reader.is_verb(*at) && !reader.is_reduced_passive(*at);
        let mut verbs = near.filter(|at| reader.is(*at, Classes::SAYS) && is_said(at));
        if let Some(verb) = verbs.next().filter(|&verb| !reader.is_passive(verb, sentence.start))
            && let Some(phrase) = reader
                .subject(verb, sentence.start)
                .filter(|phrase| !matches!(phrase.head, Head::Quoted(_) | Head::Pronoun(_)))
        {
            return self.cast.resolve(reader, &phrase, number, true);
        }
        let phrase = reader.clause_subject(sentence.start, sentence.end)?;
        self.cast.resolve(reader, &phrase, number, false)
    }

    /// Whose a sentence's subject is, if that is nobody: `Ann Lee's reply was curt.`
    fn owner(&mut self, reader: Reader<'a>, sentence: &Range<usize>, number: usize) -> Option<Entity> {
        let phrase = reader.clause_subject(sentence.start, sentence.end)?;
        let start = phrase.range.start;
        let to = reader.name_end(start, phrase.range.end).filter(|&to| reader.tokens()[to - 1].possessive)?;
        let noun = reader.noun_end(&phrase.range);
        if phrase.head != Head::Noun || reader.is(noun - 1, Classes::ROLE) || to >= noun {
            return None;
        }
        let owner = Phrase { range: start..to, head: Head::Name(reader.bare_name(start..to)) };
        self.cast.resolve(reader, &owner, number, false).filter(|owner| self.cast.is_human(owner))
    }

    /// A title that speaks: `“Decision on Peace” said`.
    fn title(&self, number: usize) -> Option<Entity> {
        let text = self.tokens.text_of(number).trim_end_matches([',', '.']);
        let run = &self.tokens.runs[number];
        let bare = Span::new(run.span.start, run.span.start + text.len());
        let span = self.tokens.page.blocks[run.block].prose.to_page(bare)?;
        let named = Named { text: text.split_whitespace().collect::<Vec<_>>().join(" "), span };
        let is_title = Look::of(text).is_title();
        is_title.then_some(Entity {
            named,
            person: None,
            plural: false,
            somebody: None,
            sure: true,
            is_text: false,
            is_mute: false,
        })
    }

    pub fn attribution(
        &self,
        reader: Reader<'a>,
        cue: &Cue,
        sentence: &Range<usize>,
        quote: usize,
        entity: Option<&Entity>,
    ) -> Attribution {
        let Some(entity) = entity.filter(|entity| !entity.is_nobody()) else { return Attribution::default() };
        let around = reader.circumstances(cue, sentence, quote);
        let from = sentence.start.max(
            (sentence.start..cue.range.start)
                .rev()
                .find(|&i| matches!(reader.kind(i), Some(Token::Quote(_))))
                .map_or(sentence.start, |i| i + 1),
        );
        let to = (cue.range.start.max(cue.verb.unwrap_or(0))..sentence.end)
            .find(|&i| matches!(reader.kind(i), Some(Token::Quote(_))))
            .unwrap_or(sentence.end);
        // Where the clause has the whole name, it is shown there.
        let own = match &cue.subject.head {
            Head::Name(name) => reader.piece(name).filter(|own| own.text == entity.named.text),
            _ => None,
        };
        Attribution {
            speaker: Some(own.unwrap_or_else(|| entity.named.clone())),
            date: around.date,
            occasion: around.occasion,
            evidence: reader.page_span(&(from..to.max(from + 1))),
            mention: match cue.subject.head {
                Head::Name(_) => reader.page_span(&cue.subject.range),
                _ => None,
            },
            is_person: self.cast.is_named_human(entity),
            is_sure: cue.sure && entity.sure,
        }
    }

    /// `at the conference` means the one that the sentence before named, with its date.
    fn running(&self, reader: Reader<'a>, number: usize, _cue: &Cue, attribution: &mut Attribution) {
        let Some(occasion) = &attribution.occasion else { return };
        let short = occasion.text.to_lowercase();
        let Some(noun) = short.strip_prefix("the ").or(short.strip_prefix("that ")).filter(|noun| !noun.contains(' '))
        else {
            return;
        };
        if !super::lexicon::classes(noun).is(Classes::EVENT) || number == 0 {
            return;
        }
        let before = self.tokens.streams[0].sentences[number - 1].clone();
        if reader.tokens()[before.start].block != reader.tokens()[self.tokens.streams[0].sentences[number].start].block
        {
            return;
        }
        let events = before.clone().filter(|&at| reader.is(at, Classes::EVENT) && reader.tokens()[at].capital);
        let [event] = events.collect::<Vec<_>>()[..] else { return };
        let mut start = event;
        while start > before.start
            && (reader.is_name_word(start - 1)
                || reader.kind(start - 1) == Some(Token::Number)
                || reader.word(start - 1).starts_with(|c: char| c.is_ascii_digit()))
        {
            start -= 1;
        }
        if start > before.start && reader.is_word(start - 1, &["the"]) {
            start -= 1;
        }
        let Some(span) = reader.page_span(&(start..event + 1)) else { return };
        let words: Vec<&str> = (start..event + 1).map(|at| reader.word(at)).collect();
        attribution.occasion = Some(Named { text: words.join(" "), span });
        if attribution.date.is_none() {
            attribution.date = reader.introduced(&before).date;
        }
    }

    /// `In a speech in Bonn, Ann Lee went further. “No,” she said`: when and where the sentence before says of the same person
    /// at its beginning holds on.
    fn inherited(&self, reader: Reader<'a>, number: usize, entity: Option<&Entity>, attribution: &mut Attribution) {
        let (Some(entity), Some(back)) = (entity, number.checked_sub(1)) else { return };
        let sentences = &self.tokens.streams[0].sentences;
        let block = |sentence: usize| reader.tokens()[sentences[sentence].start].block;
        let same =
            self.subjects.get(back).and_then(Option::as_ref).is_some_and(|subject| subject.named == entity.named);
        let unsaid = self.spoken.last().is_none_or(|spoken| spoken.sentence < back);
        if same
            && unsaid
            && block(back) == block(number)
            && attribution.date.is_none()
            && attribution.occasion.is_none()
        {
            let around = reader.introduced(&sentences[back]);
            if around.occasion.is_some() {
                (attribution.date, attribution.occasion) = (around.date, around.occasion);
            }
        }
    }

    /// Whether a quotation goes on with what another one began: `“…,” she said, “…”`.
    fn is_split(&self, reader: Reader<'a>, last: Option<(usize, usize)>, at: usize, verb: Option<usize>) -> bool {
        let (Some((_, run)), Some(verb)) = (last, verb) else { return false };
        let Some((_, before)) = self.tokens.runs[run].at else { return false };
        let cue_between = before < verb && verb < at;
        let open = self.tokens.text_of(run).ends_with([',', '—', '-', '…', '?', '!'])
            || matches!(reader.kind(before + 1), Some(Token::Comma | Token::Dash));
        let goes_on = matches!(reader.kind(at - 1), Some(Token::Comma | Token::Dash)) || !reader.tokens()[at].capital;
        cue_between && open && goes_on
    }

    /// The further paragraphs of a quotation have the attribution of the first.
    fn further_paragraphs(&mut self) {
        let mut first: Vec<Option<usize>> = vec![None; self.tokens.page.quotations.len()];
        for number in 0..self.out.len() {
            let run = &self.tokens.runs[number];
            if run.first {
                first[run.quotation] = Some(number);
            } else if let Some(first) = first[run.quotation].and_then(|first| self.out[first].clone()) {
                self.put(number, first.kind, first.attribution, first.utterance);
            }
        }
    }

    fn next_utterance(&mut self) -> usize {
        self.utterances += 1;
        self.utterances - 1
    }

    fn put(&mut self, run: usize, kind: Kind, attribution: Attribution, utterance: Option<usize>) {
        let (quotation, nested_in) = (self.tokens.runs[run].quotation, self.tokens.runs[run].nested_in);
        self.out[run] = Some(Marked { span: self.page_span(run), quotation, kind, attribution, nested_in, utterance });
    }

    pub fn give(&mut self, run: usize, attribution: Attribution) {
        if let Some(one) = &mut self.out[run] {
            one.attribution = attribution;
        }
    }
}
