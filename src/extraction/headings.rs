//! What a heading names, and what the paragraph below it says of that.

use super::blocks::{passage_of, without_number};
use super::candidates::Defining;
use super::document::Reader;
use super::emphasis::behind_label;
use super::glossary::{is_bare_gloss, is_gloss, is_strong, refers, starts_entry};
use super::lexicon::{Class, set};
use super::nameless::is_byline;
use super::pattern::Pattern;
use super::phrases::{LONGEST, chains};
use super::pointers::is_pointer;
use super::roles::{Role, roles};
use super::shape::shape;
use super::signals::Signal;
use super::tokens::{Token, tokens_in};
use super::topics;
use crate::markup::{Block, BlockKind};
use crate::text::{Span, sentences};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Words of headings that name nothing of what a text is about.
const GENERIC_WORDS: &str = "introduction overview example examples summary conclusion conclusions background note notes basic \
    basics concept concepts detail details description usage reference references contents preface foreword appendix feature \
    features information term terms definition definitions option options tip tips advanced chapter section sections \
    miscellaneous discussion remark remarks exercise exercises purpose scope context topic topics footnotes bibliography index \
    find other others";
static GENERIC: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(GENERIC_WORDS));
/// A heading that a document has so often is none of a section, and bytes of one that is looked at, at most.
const OFTEN: usize = 4;
const LONGEST_RECURRING: usize = 80;

/// A paragraph of fewer words says nothing of its heading.
const FEWEST: usize = 2;
/// So many bytes of the paragraph below a heading are what the heading is about.
pub(super) const SECTION: usize = 700;

impl Reader {
    /// Takes a heading, whole and as what it is about.
    pub fn headed(&mut self, block: &Block, number: usize, words: &[Token]) {
        let range = without_number(block, words);
        let range = behind_label(&self.emphasised, &range)..range.end;
        if range.is_empty() || range.len() > LONGEST || is_byline(words) {
            return;
        }
        let signals = shape(words, &range).with(Signal::Heading).with_if(Signal::Title, number == 0);
        self.collector.add(block, &words[range.clone()], signals, true);
        self.topic = None;
        self.heading = Some((number, words[range].to_vec()));
    }

    /// What the first paragraph below a heading says of it.
    pub fn below_heading(&mut self, blocks: &[Block], block: &Block, words: &[Token]) {
        let Some((number, heading)) = self.heading.take() else { return self.later_below(blocks, block, words) };
        // What an entry of a list says is said of its own name, and a table's cell says nothing of a heading.
        if matches!(block.kind, BlockKind::Cell { .. }) || starts_entry(block) {
            return;
        }
        let head = &blocks[number];
        if is_generic(&heading) || self.recurs(blocks, head) || refers(&block.prose.text) {
            return;
        }
        let all = sentences(&block.prose.text);
        let Some(first) = all.first().copied() else { return };
        if words.len() < FEWEST || all.iter().all(|sentence| is_pointer(&words[tokens_in(words, *sentence)])) {
            return;
        }
        let end = all.iter().take_while(|sentence| sentence.end - first.start <= SECTION).last().unwrap_or(&first).end;
        let title = topics::speaks_of_title(words, 0).or_else(|| topics::opens_with(words, &heading));
        let (pattern, passage) = match title {
            Some(pattern) => (pattern, first),
            // What stands below a name in a list of names says what it is.
            None if is_strong(head) && is_gloss(&words[tokens_in(words, first)]) => {
                (Pattern::Termed, Span::new(first.start, end))
            }
            // `Mooring fee`, and below it `The sum that a ship pays for a night.`
            None if !repeats(words, &heading) && is_bare_gloss(&words[tokens_in(words, first)]) => {
                (Pattern::Title, first)
            }
            None => (Pattern::Section, Span::new(first.start, end)),
        };
        if pattern == Pattern::Section {
            self.topic = Some((number, heading.clone()));
        }
        let Some(passage) = passage_of(block, passage) else { return };
        let signals = shape(&heading, &(0..heading.len()))
            .with(Signal::Heading)
            .with_if(Signal::Defined, pattern == Pattern::Termed);
        self.collector.define(head, &heading, Defining { pattern, passage }, signals);
        // A heading such as `Promoting …` is about what is promoted.
        let mut own = Vec::new();
        roles(&heading, &mut own);
        let mut inner: Vec<Range<usize>> = Vec::new();
        chains(&heading, &own, |chain| inner.push(chain.whole()));
        if let [only] = inner.as_slice()
            && only.end == heading.len()
        {
            let only = if own[only.start] == Role::Gerund { only.start + 1..only.end } else { only.clone() };
            if only.len() < heading.len() && !only.is_empty() {
                let signals = shape(&heading, &only).with(Signal::Heading);
                self.collector.define(head, &heading[only], Defining { pattern, passage }, signals);
            }
        }
    }

    /// What a later paragraph below a heading says of it that it opens with.
    fn later_below(&mut self, blocks: &[Block], block: &Block, words: &[Token]) {
        let Some((number, heading)) = &self.topic else { return };
        if topics::opens_with(words, heading).is_none() || starts_entry(block) {
            return;
        }
        let first = sentences(&block.prose.text).first().copied();
        let Some(passage) = first.and_then(|first| passage_of(block, first)) else { return };
        let signals = shape(heading, &(0..heading.len())).with(Signal::Heading);
        let defining = Defining { pattern: Pattern::Title, passage };
        self.collector.define(&blocks[*number], heading, defining, signals);
        self.topic = None;
    }

    /// Whether the document has a heading again and again.
    fn recurs(&mut self, blocks: &[Block], head: &Block) -> bool {
        self.recurring.get_or_insert_with(|| recurring(blocks)).contains(head.prose.text.trim())
    }
}

/// The headings, or what else stands by itself on a short line, that some blocks have again and again.
fn recurring(blocks: &[Block]) -> FxHashSet<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    let texts = blocks.iter().map(|block| block.prose.text.trim());
    texts.filter(|text| text.len() <= LONGEST_RECURRING).for_each(|text| *counts.entry(text).or_default() += 1);
    counts.into_iter().filter(|&(_, count)| count >= OFTEN).map(|(text, _)| text.to_string()).collect()
}

/// Whether a paragraph begins with the words of the heading above it: what says what it is does not.
fn repeats(words: &[Token], heading: &[Token]) -> bool {
    let near = &words[..words.len().min(heading.len() + 1)];
    heading.iter().all(|own| own.class == Class::Determiner || near.iter().any(|word| word.stem == own.stem))
}

/// Whether a heading has only words that any text may have for one: `Introduction`, `Basic Concepts`.
pub(super) fn is_generic(words: &[Token]) -> bool {
    let is_aside = |word: &Token| {
        matches!(word.class, Class::Determiner | Class::Weak | Class::And | Class::Of | Class::Number | Class::Adverb)
    };
    let is_deed = words.len() == 1 && matches!(words[0].class, Class::Verb);
    is_deed || words.iter().all(|word| is_aside(word) || GENERIC.contains(&word.word))
}
