//! The phrases of a document that may be names, each once, with what was seen of it.

use super::code::stands_in_code;
use super::lexicon::Class;
use super::nameless::is_nameless;
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use super::tokens::{Case, Token, is_abbreviation};
use crate::markup::Block;
use crate::text::{Declined, Span, Word, elision, key, stem, words};
use rustc_hash::{FxHashMap, FxHashSet};

/// So many phrases that were seen once and for which nothing speaks are kept of one document while it is read.
const MOST_WEAK: usize = 1 << 17;
/// What is longer, in bytes, is no sentence: a text may have no stops.
pub(super) const LONGEST_PASSAGE: usize = 6000;
/// A longer word in capitals is none, in bytes.
const LONGEST_ABBREVIATION: usize = 5;
/// Sentences kept as definitions of one phrase.
const MOST_DEFINITIONS: usize = 6;

/// A phrase that may be a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// The same for all its written forms that differ in case, plural, possessive, articles and `of` or `for`.
    pub key: u64,
    /// A mention, in bytes of the document: one between marks or in a heading if there is one.
    pub span: Span,
    /// How many words it has.
    pub words: u8,
    /// How often it stands by itself.
    pub free: u32,
    /// How often it stands in a longer phrase.
    pub nested: u32,
    /// What speaks for it.
    pub signals: Signals,
    /// Where an abbreviation of it stands in parentheses, in bytes of the document.
    pub short: Option<Span>,
    /// The sentences that may say what it is.
    pub definitions: Vec<Defining>,
}

/// A sentence that may be a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Defining {
    /// By what it defines.
    pub pattern: Pattern,
    /// The sentences, in bytes of the document.
    pub passage: Span,
}

impl Candidate {
    /// Whether a sentence says what it is, and does not only say something of it.
    fn is_told(&self) -> bool {
        self.definitions.iter().any(|defining| defining.pattern.tells())
    }
}

/// Collects candidates.
#[derive(Default)]
pub(super) struct Collector {
    all: FxHashMap<u64, Candidate>,
    /// How many of them nothing speaks for.
    weak: usize,
    /// Whether each letter is a word, of which two make one of other texts.
    of_letters: bool,
    /// Of names in cases the mention that is the most like a name's own form.
    own_forms: FxHashMap<u64, (Declined, Span)>,
    /// Names of which only mentions in capitals were seen, as a heading may have them.
    in_capitals: FxHashSet<u64>,
}

impl Collector {
    /// For a text whose letters are its words.
    pub fn of_letters() -> Self {
        Collector { of_letters: true, ..Collector::default() }
    }

    /// Adds a mention of the tokens `range`.
    pub fn add(&mut self, block: &Block, tokens: &[Token], signals: Signals, is_free: bool) {
        let Some(found) = self.entry(block, tokens, signals) else { return };
        if is_free {
            found.free = found.free.saturating_add(1);
        } else {
            found.nested = found.nested.saturating_add(1);
        }
        if self.weak > MOST_WEAK {
            self.prune();
        }
    }

    /// Adds something that speaks for the phrase of these tokens, without another mention.
    pub fn mark(&mut self, block: &Block, tokens: &[Token], signals: Signals) {
        self.entry(block, tokens, signals);
    }

    /// Adds an abbreviation of the phrase of these tokens.
    pub fn shorten(&mut self, block: &Block, tokens: &[Token], signals: Signals, short: Span) {
        let short = block.prose.to_page(short);
        if let Some(found) = self.entry(block, tokens, signals) {
            found.short = found.short.or(short);
        }
    }

    /// Adds a sentence that may define the phrase of these tokens.
    pub fn define(&mut self, block: &Block, tokens: &[Token], defining: Defining, signals: Signals) {
        let Some(found) = self.entry(block, tokens, signals) else { return };
        if defining.passage.len() > LONGEST_PASSAGE {
            return;
        }
        let known = found.definitions.iter_mut().find(|other| other.passage == defining.passage);
        if let Some(known) = known {
            known.pattern = known.pattern.min(defining.pattern);
        } else {
            found.definitions.push(defining);
            if found.definitions.len() > MOST_DEFINITIONS {
                found.definitions.sort();
                found.definitions.truncate(MOST_DEFINITIONS);
            }
        }
    }

    /// Notes how a name is declined: of its mentions the one in its own form is shown.
    pub fn declined(&mut self, block: &Block, tokens: &[Token]) {
        let (Some((key, _)), [first, ..]) = (key_of(tokens), tokens) else { return };
        let is_better = |(known, _): &(Declined, Span)| first.declined < *known;
        let is_known = self.own_forms.len() >= MOST_WEAK && !self.own_forms.contains_key(&key);
        if is_known || !self.own_forms.get(&key).is_none_or(is_better) {
            return;
        }
        if let Some(span) = block.prose.to_page(first.span.join(tokens[tokens.len() - 1].span)) {
            self.own_forms.insert(key, (first.declined, span));
        }
    }

    fn entry(&mut self, block: &Block, tokens: &[Token], signals: Signals) -> Option<&mut Candidate> {
        if !self.of_letters && (is_nameless(tokens) || tokens.first().is_some_and(|word| word.class == Class::To)) {
            return None;
        }
        let (key, count) = key_of(tokens)?;
        let words = if self.of_letters { count.div_ceil(2) } else { count };
        let skipped = tokens.iter().take_while(|token| token.class == Class::Determiner).count();
        let prose = tokens[skipped].span.join(tokens[tokens.len() - 1].span);
        let is_large = is_in_capitals(tokens);
        if !self.of_letters && stands_in_code(&block.prose.text, prose) {
            return None;
        }
        let found = match self.all.entry(key) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                let span = block.prose.to_page(prose)?;
                self.weak += usize::from(!signals.are_strong());
                if is_large {
                    self.in_capitals.insert(key);
                }
                entry.insert(Candidate {
                    key,
                    span,
                    words,
                    free: 0,
                    nested: 0,
                    signals: Signals::NONE,
                    short: None,
                    definitions: Vec::new(),
                })
            }
        };
        let is_better = (signals.0 & !found.signals.0 & BETTER.0) != 0 && (found.signals.0 & BETTER.0) == 0;
        let is_smaller = !is_large && !self.in_capitals.is_empty() && self.in_capitals.remove(&key);
        if (is_better && !is_large || is_smaller)
            && let Some(span) = block.prose.to_page(prose)
        {
            found.span = span;
        }
        found.signals = found.signals.union(signals);
        Some(found)
    }

    fn prune(&mut self) {
        self.all.retain(|_, found| found.free > 1 || found.signals.are_strong() || found.is_told());
        self.weak = self.all.values().filter(|found| !found.signals.are_strong()).count() / 2;
    }

    /// All of them, in no order.
    pub fn finish(self, keep_weak: bool) -> Vec<Candidate> {
        let mut all: Vec<Candidate> = self.all.into_values().collect();
        all.retain(|found| {
            let is_defined = found.is_told() || (keep_weak && !found.definitions.is_empty());
            found.signals.are_strong()
                || is_defined
                || found.free > 1
                || (keep_weak && ((found.free > 0 && found.words > 1) || found.signals.has(Signal::Deed)))
                || found.nested > 3
        });
        for found in &mut all {
            found.definitions.sort();
            found.span = self.own_forms.get(&found.key).map_or(found.span, |(_, span)| *span);
        }
        all
    }
}

/// Whether all of a name is in capitals, and it is no abbreviation: `LEE PASSAGE`.
fn is_in_capitals(tokens: &[Token]) -> bool {
    let letters: usize = tokens.iter().map(|token| token.span.len()).sum();
    letters > LONGEST_ABBREVIATION && tokens.iter().all(|token| token.case == Case::Upper)
}

/// Signals whose mention is the better one to show.
const BETTER: Signals = Signals::of(Signal::Quoted).with(Signal::Cued).with(Signal::Capitalised);

/// The key of a phrase and the number of its words; `None` for a phrase without words.
pub(super) fn key_of(tokens: &[Token]) -> Option<(u64, u8)> {
    let words = || tokens.iter().filter(|token| token.class != Class::Determiner);
    let keys = words().map(|token| if token.class == Class::Of { None } else { Some(token.stem) });
    let (key, count) = combined(keys)?;
    let is_short = words().all(|token| token.abbreviates);
    Some((if count == 1 && is_short { key ^ ABBREVIATED } else { key }, count))
}

/// What tells the key of an abbreviation from that of the word with the same letters: `ACT`, `act`.
const ABBREVIATED: u64 = 0x5555 << 40;

/// The key of a phrase, as [`Candidate::key`] has it.
pub fn phrase_key(phrase: &str) -> Option<u64> {
    let words = words(phrase);
    let parts: Vec<(Option<u64>, Span)> = words.iter().filter_map(|word| Some((part(word)?, word.span))).collect();
    key_of_parts(phrase, &parts)
}

/// The key of the words of a phrase that count, given what each adds and where it stands.
fn key_of_parts(phrase: &str, parts: &[(Option<u64>, Span)]) -> Option<u64> {
    let (key, _) = combined(parts.iter().map(|part| part.0))?;
    let is_short = matches!(parts, [(_, span)] if is_abbreviation(plain(span.of(phrase))));
    Some(if is_short { key ^ ABBREVIATED } else { key })
}

/// A word as it is written, without an elided article and without a possessive ending.
fn plain(written: &str) -> &str {
    let bare = &written[elision(written).unwrap_or(0)..];
    bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare)
}

/// The keys of the shorter phrases that stand in a phrase.
pub fn keys_within(phrase: &str) -> Vec<u64> {
    let words = words(phrase);
    let parts = words.iter().filter_map(|word| Some((part(word)?, word.span)));
    let parts: Vec<(Option<u64>, Span)> = parts.take(super::phrases::LONGEST).collect();
    let mut keys = Vec::new();
    for start in 0..parts.len() {
        for end in start + 1..=parts.len() {
            if end - start < parts.len() {
                keys.extend(key_of_parts(phrase, &parts[start..end]));
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What a word adds to a key: nothing, or what `None` stands for, or its stem.
fn part(word: &Word) -> Option<Option<u64>> {
    let folded = &word.folded[elision(&word.folded).unwrap_or(0)..];
    match super::lexicon::class(key(folded), folded) {
        Class::Determiner => None,
        Class::Of => Some(None),
        _ => Some(Some(key(stem(folded)))),
    }
}

/// The bits of a key that are kept: of a million phrases two have the same key once in two corpora.
pub(super) const KEPT: u64 = !0xff_ffff;

/// `None` stands for `of` and `for`.
fn combined(keys: impl Iterator<Item = Option<u64>>) -> Option<(u64, u8)> {
    let (mut hash, mut count) = (0u64, 0u8);
    for key in keys {
        hash = (hash.rotate_left(7) ^ key.unwrap_or(0x6f66)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        count = count.saturating_add(1);
    }
    (count > 0).then_some((hash & KEPT, count))
}
