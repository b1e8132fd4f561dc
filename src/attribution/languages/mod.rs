//! Who said what in texts in German, French, Spanish, Italian, Portuguese and Russian, where they say it: by a verb of saying beside the marks, by `laut`,
//! `selon`, `según` and the like, by a name before a colon; and when and on what occasion, where nothing else can be meant.

mod assertion;
mod circumstances;
mod cues;
mod declension;
mod lexicon;
mod phrases;
mod speech_tags;

pub(super) use lexicon::Lexicon;
pub(super) use speech_tags::{Aside, asides, begins_adjunct, is_office, tags};

use super::phrases::{Reader, is_initial};
use super::rows::{further_paragraphs, unread};
use super::tokens::{Kind as Token, Tokens};
use super::{Attribution, Kind, Marked, Named};
use crate::markup::Page;
use crate::text::{Span, is_word_char};
use cues::Cue;
use declension::is_genitive;
use phrases::{Clause, Who};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Words by which the language of a text is told, at most.
const ENOUGH: usize = 2000;
/// The language must have so many of its frequent words in a hundred.
const LEAST: usize = 12;
/// Words of a term, at most.
const LONGEST_TERM: usize = 4;
/// `so-called`.
const SO_CALLED: &str = "sogenannte sogenannten sogenannter sogenanntes sogenanntem llamado llamada llamados llamadas soi-disant \
    cosiddetto cosiddetta cosiddetti cosiddette chamado chamada chamados chamadas называемый называемая называемое называемые";
/// `further`, behind whoever goes on.
const FURTHER: &str =
    "weiter ferner außerdem zudem encore ensuite además también inoltre ancora ainda também далее также";
/// Words between a noun for a work and its title, at most.
const NEAR: usize = 2;

/// The words of the language that a page is written in; `None` for English, which other rules are for, and all others. A page whose
/// words outside of marks are English is English whatever it quotes.
pub(super) fn of_page(page: &Page) -> Option<&'static Lexicon> {
    let mut quoted: Vec<(usize, Span)> =
        page.quotations.iter().filter(|one| one.parent.is_none()).flat_map(|one| one.parts.iter().copied()).collect();
    quoted.sort_unstable_by_key(|(block, span)| (*block, span.start));
    let (mut all, mut counts, mut outside) = (0, Counts::default(), Counts::default());
    let mut next = quoted.into_iter().peekable();
    for (number, word) in words_of(page).take(ENOUGH) {
        all += 1;
        let text = word.of(&page.blocks[number].prose.text).to_lowercase().replace('’', "'");
        let languages = COMMON.get(text.as_str()).into_iter().flatten();
        while next.next_if(|(block, span)| (*block, span.end) <= (number, word.start)).is_some() {}
        let is_quoted = next.peek().is_some_and(|(block, span)| *block == number && span.start <= word.start);
        for &language in languages {
            counts[language] += 1;
            outside[language] += usize::from(!is_quoted);
        }
    }
    let [english, others @ ..] = counts;
    let (found, most) = lexicon::ALL.iter().zip(others).max_by_key(|(_, count)| *count)?;
    let is_english = outside[1..].iter().all(|&count| count < outside[0]);
    (most > 1 && most > english && most * 100 >= all * LEAST && !is_english).then_some(*found)
}

/// How many words of a page are of each language: English, then those of the lexicons.
type Counts = [usize; 1 + lexicon::ALL.len()];

/// The words of a page, each with the number of its block and its bytes in the block's prose.
fn words_of(page: &Page) -> impl Iterator<Item = (usize, Span)> {
    let is_part = |c: char| is_word_char(c) || "'’-".contains(c);
    page.blocks.iter().enumerate().flat_map(move |(number, block)| {
        let mut at = 0;
        block.prose.text.split_inclusive(move |c: char| !is_part(c)).filter_map(move |word| {
            let start = at;
            at += word.len();
            let len = word.trim_end_matches(|c: char| !is_part(c)).len();
            (len > 0).then(|| (number, Span::new(start, start + len)))
        })
    })
}

/// The languages that each frequent word, and each verb of saying, is one of: 0 is English, then come those of the lexicons.
static COMMON: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let lists = std::iter::once([lexicon::ENGLISH, ""]).chain(lexicon::ALL.iter().map(|one| [one.common, one.says]));
    let mut all: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (language, lists) in lists.enumerate() {
        let words: FxHashSet<&str> = lists.iter().flat_map(|list| list.split_ascii_whitespace()).collect();
        words.into_iter().for_each(|word| all.entry(word).or_default().push(language));
    }
    all
});

/// The runs between marks of a page in the language of these words.
pub(super) fn marked(tokens: &Tokens, words: &'static Lexicon) -> Vec<Marked> {
    let clause = Clause { reader: Reader { all: tokens, stream: 0 }, words };
    let rows = unread(tokens);
    let mut reading =
        Reading { clause, tokens, rows, names: Vec::new(), by_last: FxHashMap::default(), last: None, utterances: 0 };
    for stream in 0..tokens.streams.len() {
        reading.enter(stream);
        reading.learn();
    }
    for stream in 0..tokens.streams.len() {
        reading.enter(stream);
        for number in 0..tokens.streams[stream].sentences.len() {
            reading.sentence(number);
        }
    }
    further_paragraphs(tokens, &mut reading.rows);
    reading.rows
}

/// Whether words between marks that nobody is known to have said look like speech: a sentence, or what a colon leads to.
fn is_sentence(text: &str, colon: bool, bare: bool) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(is_word_char)).count();
    let ended = text.ends_with(['.', '?', '!', '…']);
    words > 3 && (colon || ended || bare) || words > 2 && colon && ended || words > 7
}

/// Somebody who speaks.
#[derive(Clone, Debug)]
struct Speaker {
    named: Named,
    is_person: bool,
}

struct Reading<'a> {
    clause: Clause<'a>,
    tokens: &'a Tokens<'a>,
    rows: Vec<Marked>,
    /// The names of several words.
    names: Vec<Named>,
    /// The numbers of those that end with a word, in order.
    by_last: FxHashMap<String, Vec<usize>>,
    /// Whoever was spoken of last.
    last: Option<Speaker>,
    utterances: usize,
}

impl Reading<'_> {
    /// Goes on to another stream: what stands between marks knows nothing of who was spoken of outside.
    fn enter(&mut self, stream: usize) {
        self.clause.reader.stream = stream;
        self.last = None;
    }

    /// Collects the names of several words.
    fn learn(&mut self) {
        let Clause { reader, words } = self.clause;
        let mut at = 0;
        while at < reader.tokens().len() {
            let to = self.clause.run(at, (at + 8).min(reader.tokens().len()));
            let name = at + self.clause.titles(at, to)..to;
            let is_body = || (at.saturating_sub(1)..to).any(|i| self.clause.is_in(i, words.bodies));
            if name.len() > 1 && !is_body() && reader.tokens()[at].block == reader.tokens()[to - 1].block {
                let last = reader.word(name.end - 1).to_string();
                if let Some(named) = self.named_at(&name) {
                    self.by_last.entry(last).or_default().push(self.names.len());
                    self.names.push(named);
                }
            }
            at = to.max(at + 1);
        }
    }

    fn sentence(&mut self, number: usize) {
        let Clause { reader, .. } = self.clause;
        let sentences = &self.tokens.streams[reader.stream].sentences;
        let sentence = sentences[number].clone();
        if let Some((Who::Name(name), _)) = self.clause.named(self.clause.viewer(sentence.start), sentence.end) {
            self.last = self.person(&name).or(self.last.take());
        }
        let quotes = reader.quotes(&sentence);
        let mut before: Option<(usize, usize)> = None;
        for (i, &(at, run)) in quotes.iter().enumerate().filter(|(_, (_, run))| self.tokens.runs[*run].first) {
            let next = quotes.get(i + 1).map_or(sentence.end, |next| next.0);
            let text = self.tokens.text_of(run);
            // `„A“, sagte Anna Schmidt, „B“`
            let is_part = |i: usize| [self.clause.words.parts, FURTHER].iter().any(|list| self.clause.is_in(i, list));
            let split = before.filter(|(_, end)| (*end..at).all(|i| !self.clause.is_word(i) || is_part(i)));
            if let Some((first, _)) = split {
                let first = self.rows[first].clone();
                self.rows[run] = Marked {
                    kind: Kind::Speech,
                    attribution: first.attribution,
                    utterance: first.utterance,
                    ..self.rows[run].clone()
                };
                continue;
            }
            if at > sentence.start
                && self.clause.is_in(at - 1, SO_CALLED)
                && text.split_whitespace().count() <= LONGEST_TERM
            {
                self.rows[run].kind = Kind::Term;
                continue;
            }
            if self.is_title(at, sentence.start) {
                self.rows[run].kind = Kind::Title;
                continue;
            }
            let behind = self.clause.cue_behind(at, next, &sentence, text);
            if behind.is_none() && self.is_term(at, sentence.start, text) {
                self.rows[run].kind = Kind::Term;
                continue;
            }
            let joined = match number.checked_sub(1).map(|back| sentences[back].clone()) {
                Some(back) if at == sentence.start && reader.kind(back.end - 1) == Some(Token::Colon) => {
                    back.start..sentence.end
                }
                _ => sentence.clone(),
            };
            let cue =
                behind.clone().or_else(|| (at > joined.start).then(|| self.clause.cue_before(at, &joined)).flatten());
            let inside = if cue.is_none() { self.tagged(run) } else { None };
            let named = inside.as_ref().filter(|(speaker, _)| speaker.is_person).map(|(_, mention)| *mention);
            let speaker = cue.as_ref().and_then(|cue| self.speaker(cue)).or_else(|| Some(inside.clone()?.0));
            let speaker = speaker.or_else(|| self.who_goes_on(number).filter(|_| cue.is_none()));
            if let Some(speaker) = speaker {
                self.say(run, &speaker, cue.as_ref(), named, &joined);
                before = behind.map(|cue| (run, cue.end));
                self.last = Some(speaker);
            } else {
                let bare = sentence.clone().all(|i| !self.clause.is_word(i));
                let colon = at > sentence.start && reader.kind(at - 1) == Some(Token::Colon);
                let is_speech = self.tokens.is_block(run) || cue.is_some() || is_sentence(text, colon, bare);
                let kind = if is_speech { Kind::Speech } else { Kind::Other };
                self.rows[run].kind = kind;
                self.rows[run].utterance = (kind == Kind::Speech).then(|| self.next());
                before = behind.map(|cue| (run, cue.end));
            }
        }
    }

    /// Who goes on in the sentence `number` that is nothing but a quotation: whoever spoke in the one before it, if that is a
    /// quotation and its cue. `„A“, sagte Anna Schmidt. „B.“`
    fn who_goes_on(&self, number: usize) -> Option<Speaker> {
        let Clause { reader, .. } = self.clause;
        let sentences = &self.tokens.streams[reader.stream].sentences;
        let (before, here) = (sentences.get(number.checked_sub(1)?)?, &sentences[number]);
        let block = |sentence: &Range<usize>| reader.tokens()[sentence.start].block;
        let is_alone = here.clone().all(|i| !self.clause.is_word(i)) && reader.quotes(here).len() == 1;
        let [(first, run)] = reader.quotes(before)[..] else { return None };
        let row = &self.rows[run];
        // A second clause may be about somebody else.
        let is_comma = |i: usize| reader.kind(i) == Some(Token::Comma) && i > first + 1;
        let has_clause = before.clone().any(|i| self.clause.is_in(i, self.clause.words.opens) || is_comma(i));
        let is_tag = first == before.start && !has_clause && block(before) == block(here) && row.kind == Kind::Speech;
        let Attribution { speaker, is_person, .. } = &row.attribution;
        let named = speaker.clone().filter(|_| is_alone && is_tag)?;
        Some(Speaker { named, is_person: *is_person })
    }

    /// Gives a run to a speaker, by a cue beside the marks or a name `inside` them.
    fn say(&mut self, run: usize, speaker: &Speaker, cue: Option<&Cue>, inside: Option<Span>, sentence: &Range<usize>) {
        let beside = match cue.map(|cue| &cue.who) {
            Some(Who::Name(name)) => self.clause.reader.page_span(name),
            _ => None,
        };
        let when = cue.map(|cue| cue.when.clone()).unwrap_or_default();
        let attribution = Attribution {
            speaker: Some(speaker.named.clone()),
            date: when.date,
            occasion: when.occasion,
            evidence: self.clause.reader.page_span(sentence),
            mention: beside.or(inside),
            is_person: speaker.is_person,
            is_sure: inside.is_some() || (beside.is_some() && cue.is_some_and(|cue| cue.close)),
        };
        let utterance = Some(self.next());
        self.rows[run] = Marked { kind: Kind::Speech, attribution, utterance, ..self.rows[run].clone() };
    }

    fn speaker(&self, cue: &Cue) -> Option<Speaker> {
        match &cue.who {
            Who::Name(name) if cue.declined => self.nominative(name),
            Who::Name(name) => self.person(name),
            Who::Noun(range) => {
                let span = self.clause.reader.page_span(range)?;
                Some(Speaker { named: Named { text: self.clause.text(range), span }, is_person: false })
            }
            Who::Pronoun => self.last.clone(),
        }
    }

    /// Whoever said something before and whose name is in the genitive at `name`.
    fn nominative(&self, name: &Range<usize>) -> Option<Speaker> {
        let words: Vec<&str> = name.clone().map(|i| self.clause.reader.word(i)).collect();
        let is_it = |named: &Named| {
            let full: Vec<&str> = named.text.split(' ').collect();
            full.len() >= words.len()
                && full.iter().rev().zip(words.iter().rev()).all(|(full, word)| is_genitive(word, full))
        };
        let people = self.rows.iter().map(|row| &row.attribution).filter(|row| row.is_person);
        let mut found = people.filter_map(|row| row.speaker.as_ref()).filter(|named| is_it(named));
        if let Some(named) = found.next().cloned() {
            return found.all(|other| other.text == named.text).then_some(Speaker { named, is_person: true });
        }
        // Whoever speaks later, or else the name as it stands, if it is a whole one.
        let later = self.names.iter().filter(|named| is_it(named)).cloned();
        let mut later = later.filter(|named| named.text.split(' ').count() > 1);
        let named = match later.next() {
            Some(named) => later.all(|other| other.text == named.text).then_some(named)?,
            None => self.named_at(name).filter(|_| name.len() > 1)?,
        };
        Some(Speaker { named, is_person: true })
    }

    /// The words of a name.
    fn named_at(&self, range: &Range<usize>) -> Option<Named> {
        Some(Named { text: self.clause.text(range), span: self.clause.reader.page_span(range)? })
    }

    /// Somebody with a name, by the fullest that the text has.
    fn person(&self, name: &Range<usize>) -> Option<Speaker> {
        let reader = self.clause.reader;
        let namesakes = self.by_last.get(reader.word(name.start)).filter(|_| name.len() == 1).into_iter().flatten();
        let here = reader.page_span(name);
        let is_other = |full: &&Named| here.is_none_or(|here| !full.span.covers(here));
        let full = namesakes.take(2).map(|&full| &self.names[full]).find(is_other);
        // A word with a capital that begins a sentence may be any word.
        let is_dative = self.clause.is_in(name.end, self.clause.words.after) && !reader.word(name.start).ends_with('n');
        if name.len() == 1 && full.is_none() && is_initial(reader, name.start) && !is_dative {
            return None;
        }
        let named = full.cloned().or_else(|| self.named_at(name))?;
        Some(Speaker { named, is_person: true })
    }

    /// Who is named between commas inside the marks: `« Les bergers, explique Paul Gerin, n’ont rien vendu. »`
    fn tagged(&self, run: usize) -> Option<(Speaker, Span)> {
        if !self.clause.words.inserts {
            return None;
        }
        let run = &self.tokens.runs[run];
        let prose = &self.tokens.page.blocks[run.block].prose;
        let found = speech_tags::speaker(run.span.of(&prose.text), self.clause.words)?;
        let span = prose.to_page(found.span.shift(run.span.start))?;
        let text = found.span.of(run.span.of(&prose.text)).split_whitespace().collect::<Vec<_>>().join(" ");
        let named = self.fuller(&text).unwrap_or(Named { text, span });
        Some((Speaker { named, is_person: found.is_person }, span))
    }

    /// Whoever spoke before by a longer name that ends with this word.
    fn fuller(&self, name: &str) -> Option<Named> {
        let people = self.rows.iter().map(|row| &row.attribution).filter(|row| row.is_person);
        let is_it = |named: &&Named| named.text.rsplit_once(' ').is_some_and(|(_, last)| last == name);
        let mut found = people.filter_map(|row| row.speaker.as_ref()).filter(is_it);
        let named = found.next()?.clone();
        found.all(|other| other.text == named.text).then_some(named)
    }

    /// Whether a noun for a work stands before the marks: `in seinem Buch „…“`.
    fn is_title(&self, at: usize, from: usize) -> bool {
        (from.max(at.saturating_sub(NEAR))..at).any(|i| self.clause.is_in(i, self.clause.words.works))
    }

    /// Whether a few words behind a definite article are what something is called: `die „Winterklausel“`.
    fn is_term(&self, at: usize, from: usize, text: &str) -> bool {
        const NOTIONS: &str = "begriff begriffs wort ausdruck terminus terme mot expression notion concept término concepto palabra \
            expresión termine concetto parola termo conceito palavra термин понятие слово";
        const DEFINITE: &str = "der die das den dem des le la les du el los las del";
        let is_notion = at > from && self.clause.is_in(at - 1, NOTIONS);
        at > from
            && (self.clause.is_in(at - 1, DEFINITE) || is_notion)
            && text.split_whitespace().count() <= LONGEST_TERM
    }

    fn next(&mut self) -> usize {
        self.utterances += 1;
        self.utterances - 1
    }
}
