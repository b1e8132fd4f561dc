//! Reads the blocks of a document, one after the other.

use super::super::blocks::{beginning, is_heading, passage_of, without_number};
use super::super::candidates::{Collector, Defining};
use super::super::glossary::is_entry;
use super::super::language::{closed_words, is_english};
use super::super::pattern::Pattern;
use super::super::phrases::LONGEST;
use super::super::signals::{Signal, Signals};
use super::super::tokens::{Case, Gap, Known, Token, case, is_abbreviation, tokens_in};
use super::definitions::defined;
use super::items::{is_item, is_lone_entry, item_at, leads};
use super::names::{behind_cue, capitals_of, chain_at, is_in_capitals, may_open, quoted};
use super::persons::persons;
use super::{Classes, Language};
use crate::markup::Block;
use crate::text::{Span, elision, fold, sentences};
use std::ops::Range;

/// A longer heading is none of what its section says what it is, in words.
const LONGEST_TOLD: usize = 5;
/// The number of a paragraph, in bytes, at most.
const LONGEST_LABEL: usize = 3;

/// Reads one document.
pub(in crate::extraction) struct Reader {
    pub collector: Collector,
    pub known: Known,
    pub(super) language: &'static Language,
    tokens: Vec<Token>,
    /// The heading that the next paragraph stands below: its block and its tokens.
    pub(super) heading: Option<(usize, Vec<Token>)>,
    /// Whether a list of definitions may go on.
    in_list: bool,
}

impl Reader {
    /// Nothing read yet of a document in a language.
    pub fn new(language: &'static Language, known: Known) -> Self {
        Reader { language, known, collector: Collector::default(), tokens: Vec::new(), heading: None, in_list: false }
    }

    /// Reads the block numbered so.
    pub fn block(&mut self, blocks: &[Block], number: usize) {
        let block = &blocks[number];
        let mut words = std::mem::take(&mut self.tokens);
        words.clear();
        self.known.tokens(&block.prose.text, &mut words);
        words.iter_mut().for_each(|word| without_elision(&mut self.known, word, &block.prose.text));
        join_at_slashes(&mut words, &block.prose.text);
        // A quotation or an appendix in English is none of the language's.
        if is_english(&words) == Some(true) && closed_words(&words) > self.language.closed_words(&words) {
            self.tokens = words;
            return;
        }
        if is_heading(block, &words) {
            let range = without_number(block, &words);
            let articles =
                words[range.clone()].iter().take_while(|word| self.language.class(word).has(Classes::ARTICLE));
            let range = range.start + articles.count()..range.end;
            if (1..=LONGEST).contains(&range.len()) {
                let signals = self.shape(&words, &range).with(Signal::Heading).with_if(Signal::Title, number == 0);
                self.collector.add(block, &words[range.clone()], signals, true);
                let is_short = range.len() <= LONGEST_TOLD && !block.prose.text.trim_end().ends_with('?');
                self.heading = is_short.then(|| (number, words[range].to_vec()));
            }
        } else if !words.is_empty() {
            self.below_heading(blocks, number, &words);
            let leads = leads(self.language, block, &words);
            self.in_list |= leads;
            self.prose(blocks, number, &words);
            let goes_on = block.prose.text.trim_end().ends_with([';', ',', ':']);
            self.in_list &= leads || goes_on;
        }
        self.tokens = words;
    }

    fn prose(&mut self, blocks: &[Block], number: usize, words: &[Token]) {
        let block = &blocks[number];
        let all = sentences(&block.prose.text);
        let persons = persons(self.language, words);
        for person in &persons {
            let signals = Signals::of(Signal::Capitalised).with(Signal::Person);
            self.collector.mark(block, &words[person.clone()], signals);
        }
        let mut sentence = 0;
        let mut end = 0;
        for at in 0..words.len() {
            if words[at].gap.ends() || words[at].gap.has(Gap::SEMICOLON) {
                sentence = at;
            }
            // `(2) Anlagen im Sinne dieses Gesetzes …`
            let is_label =
                |number: &Token| number.gap.has(Gap::OPENS_PARENTHESIS) && number.span.len() <= LONGEST_LABEL;
            if sentence + 1 == at && words[at].gap == Gap::CLOSES_PARENTHESIS && is_label(&words[sentence]) {
                sentence = at;
            }
            let chain = chain_at(self.language, words, at);
            let (Some(run), Some(longest)) = (chain.first(), chain.last()) else {
                // The word that opens a sentence has a capital anyway: it is a noun if the sentence defines it.
                let opening = at..at + 1;
                if may_open(self.language, words, at) {
                    let told = || defined(self.language, words, &opening, sentence).filter(|it| it.defines());
                    if self.listed(block, words, &opening) {
                        continue;
                    }
                    let is_entry = at == 0 && self.is_entry(blocks, number, words, &opening);
                    if let Some(pattern) = is_entry.then_some(Pattern::Termed).or_else(told) {
                        self.define(block, words, &opening, pattern, &all);
                    }
                }
                continue;
            };
            // `Präsidentin Clara Hohnstein` is `Clara Hohnstein`.
            let next = persons.partition_point(|person| person.start <= at);
            if persons.get(next).is_some_and(|person| person.start < run.end) {
                continue;
            }
            // Words that cannot be told to be verbs stand behind a name: `Ротация выполняется каждую ночь`.
            if !self.language.articles {
                (run.start + 1..=run.end).for_each(|end| self.collector.declined(block, &words[at..end]));
            }
            // A run that stands within another is none of its own.
            let is_inner = at < end;
            if is_inner && at > 0 && !self.language.is_closed(&words[at - 1]) {
                continue;
            }
            end = end.max(longest.end);
            let capitals = capitals_of(words, run).filter(|_| !self.language.capital_nouns);
            if let Some(name) = capitals.filter(|name| is_in_capitals(self.language, words, name)) {
                self.collector.add(block, &words[name.clone()], self.shape(words, &name), !is_inner);
            }
            for name in &chain {
                let signals = self.shape(words, name).with_if(Signal::Compound, name != run);
                if name.len() > 1 || words[at].case != Case::Lower {
                    self.collector.add(block, &words[name.clone()], signals, !is_inner && name == longest);
                }
                self.abbreviated(block, words, name);
            }
            // A sentence that says something of `droit de la mer` says nothing of `droit`.
            if let Some(name) = behind_cue(self.language, words, longest)
                && !self.answered(block, words, &name, &all)
                && let Some(pattern) = defined(self.language, words, &name, sentence)
            {
                self.define(block, words, &name, pattern, &all);
            }
            if !self.listed(block, words, longest) && at == 0 && self.is_entry(blocks, number, words, longest) {
                self.define(block, words, longest, Pattern::Termed, &all);
            }
        }
        for name in quoted(self.language, &block.prose.text, words) {
            if !self.language.articles {
                self.collector.declined(block, &words[name.clone()]);
            }
            let cued = name.start.checked_sub(1).is_some_and(|i| self.language.class(&words[i]).has(Classes::NOUN));
            let signals = self.shape(words, &name).with(Signal::Quoted).with_if(Signal::Cued, cued);
            self.collector.add(block, &words[name.clone()], signals, true);
            let sentence = beginning(words, name.start);
            if !self.listed(block, words, &name)
                && let Some(pattern) = defined(self.language, words, &name, sentence)
            {
                self.define(block, words, &name, pattern, &all);
            }
        }
    }

    /// Takes the item of a list of definitions that a name begins, if it begins one.
    fn listed(&mut self, block: &Block, words: &[Token], name: &Range<usize>) -> bool {
        let is_listed = self.in_list && is_item(block, words, name);
        let item = is_listed.then(|| item_at(&block.prose.text, words[name.start].span.start));
        if let Some(passage) = item.and_then(|item| passage_of(block, item)) {
            let signals = self.shape(words, name).with(Signal::Defined);
            self.collector.define(block, &words[name.clone()], Defining { pattern: Pattern::Termed, passage }, signals);
        }
        is_listed
    }

    /// Whether a name opens an entry, of several or by itself.
    fn is_entry(&self, blocks: &[Block], number: usize, words: &[Token], name: &Range<usize>) -> bool {
        let is_glossed = words.get(name.end).is_some_and(|gloss| gloss.gap.has(Gap::COLON) || gloss.gap.has(Gap::DASH));
        is_glossed && is_entry(blocks, number) || is_lone_entry(self.language, &blocks[number], words, name)
    }

    /// Takes what answers the question that a name ends, if it does: `Qu’est-ce que la jauge ? C’est …`
    fn answered(&mut self, block: &Block, words: &[Token], name: &Range<usize>, sentences: &[Span]) -> bool {
        let start = words[name.start].span.start;
        let number = sentences.partition_point(|one| one.end <= start);
        let Some([question, answer]) = sentences.get(number..number + 2) else { return false };
        let said = tokens_in(words, *answer);
        let is_answer = question.of(&block.prose.text).trim_end().ends_with('?')
            && said.start == name.end
            && self.language.it_is.open(&words[said]);
        if let Some(passage) = passage_of(block, question.join(*answer)).filter(|_| is_answer) {
            let signals = self.shape(words, name).with(Signal::Defined);
            self.collector.define(block, &words[name.clone()], Defining { pattern: Pattern::Title, passage }, signals);
        }
        is_answer
    }

    /// What the words of a name say of it.
    pub(super) fn shape(&self, words: &[Token], name: &Range<usize>) -> Signals {
        Signals::NONE.with_if(Signal::Capitalised, is_in_capitals(self.language, words, name))
    }

    fn define(&mut self, block: &Block, words: &[Token], name: &Range<usize>, pattern: Pattern, sentences: &[Span]) {
        let start = words[name.start].span.start;
        let Some(sentence) = sentences.get(sentences.partition_point(|one| one.end <= start)) else { return };
        // A question says nothing.
        if sentence.of(&block.prose.text).trim_end().ends_with('?') {
            return;
        }
        let Some(passage) = passage_of(block, *sentence) else { return };
        let signals = self.shape(words, name).with_if(Signal::Defined, pattern.tells());
        self.collector.define(block, &words[name.clone()], Defining { pattern, passage }, signals);
    }
}

/// Makes one name of what a slash joins: `GNU/Linux`.
fn join_at_slashes(words: &mut [Token], prose: &str) {
    for at in 1..words.len() {
        let (before, behind) = (words[at - 1], words[at]);
        let are_names = before.case != Case::Lower && behind.case != Case::Lower;
        if are_names && before.span.end < behind.span.start && &prose[before.span.end..behind.span.start] == "/" {
            words[at].gap = Gap::HYPHEN;
        }
    }
}

/// Takes the article off a word that it has lost its vowel before: `accord` of `l’accord`.
fn without_elision(known: &mut Known, token: &mut Token, prose: &str) {
    let written = token.span.of(prose);
    let Some(cut) = elision(written) else { return };
    let rest = &written[cut..];
    let span = Span::new(token.span.start + cut, token.span.end);
    let (case, abbreviates) = (case(rest), is_abbreviation(rest));
    let behind_article = written[..cut].trim_end_matches(['\'', '’']).ends_with(['l', 'L', 'n', 'N']);
    *token = Token { span, case, abbreviates, behind_article, gap: token.gap, ..known.token(&fold(rest)) };
}
