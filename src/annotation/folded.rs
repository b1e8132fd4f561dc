//! A text as its folded words, made once, in which anchors are then found at hardly any cost.

use crate::text::{Span, each_word, fold, key};
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// A text, with its folded words, each with its place. They are made when the first anchor is looked for in it: of a large
/// corpus the annotation layer mostly quotes a few texts only.
#[derive(Clone, Debug)]
pub struct FoldedText<'a> {
    /// The text itself.
    pub text: &'a str,
    words: FoldedWords,
}

/// The words of a text, to be kept beside it where it is looked through more than once.
#[derive(Clone, Debug, Default)]
pub struct FoldedWords(Arc<OnceLock<Words>>);

#[derive(Clone, Debug, Default)]
struct Words {
    keys: Vec<u64>,
    spans: Vec<Span>,
    /// For each word that occurs, its last place and how often it occurs; `earlier` leads from there to the places before.
    last: FxHashMap<u64, (u32, u32)>,
    earlier: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Words::default();
        each_word(text, |span, word| {
            let at = words.keys.len();
            if at >= NONE as usize {
                return;
            }
            let key = key(word);
            words.keys.push(key);
            words.spans.push(span);
            let (last, times) = words.last.entry(key).or_insert((NONE, 0));
            words.earlier.push(std::mem::replace(last, at as u32));
            *times += 1;
        });
        words
    }
}

impl<'a> FoldedText<'a> {
    /// `text`, to be folded when it is needed. Of a text with more than 2³² - 2 words the rest is left out.
    pub fn new(text: &'a str) -> Self {
        FoldedText { text, words: FoldedWords::default() }
    }

    /// `text` with words that are shared: those of a text must not be given to another one.
    pub fn with(text: &'a str, words: &FoldedWords) -> Self {
        FoldedText { text, words: words.clone() }
    }

    fn words(&self) -> &Words {
        self.words.0.get_or_init(|| Words::of(self.text))
    }

    /// The key of each word.
    pub(super) fn keys(&self) -> &[u64] {
        &self.words().keys
    }

    /// The bytes of each word.
    pub(super) fn spans(&self) -> &[Span] {
        &self.words().spans
    }

    /// Where the words `keys` stand one after the other: the numbers of the first of them, the last place first. They are
    /// looked for by the rarest among them.
    pub(super) fn places<'k>(&'k self, keys: &'k [u64]) -> impl Iterator<Item = usize> + 'k {
        let words = self.words();
        let times = |key: &u64| words.last.get(key).map_or(0, |&(_, times)| times);
        let rarest = (0..keys.len()).min_by_key(|&i| times(&keys[i]));
        let last = rarest.and_then(|i| words.last.get(&keys[i])).map(|&(last, _)| last);
        let before = move |at: &u32| Some(words.earlier[*at as usize]).filter(|&before| before != NONE);
        let starts = std::iter::successors(last, before).filter_map(move |at| (at as usize).checked_sub(rarest?));
        starts.filter(|&start| self.matches(start, keys))
    }

    /// Whether `keys` stand from the word `at` on.
    pub(super) fn matches(&self, at: usize, keys: &[u64]) -> bool {
        self.keys().get(at..).is_some_and(|rest| rest.starts_with(keys))
    }

    /// The first and the last but one of the words that lie wholly in the bytes `span`, as a range of word numbers.
    pub(super) fn words_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.spans().partition_point(|word| word.start < span.start);
        let end = self.spans().partition_point(|word| word.end <= span.end);
        first..end.max(first)
    }

    /// Whether the word `at` is the one of `key`, or its possessive (`China's` for `China`).
    pub(super) fn is_word_or_possessive(&self, at: usize, key_wanted: u64) -> bool {
        if self.keys()[at] == key_wanted {
            return true;
        }
        let written = self.spans()[at].of(self.text);
        let ends_like_one = written.ends_with(['s', 'S', '\'', '’']);
        ends_like_one && fold(written).strip_suffix("'s").is_some_and(|word| key(word) == key_wanted)
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.keys().len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.keys().is_empty()
    }
}

/// The keys of the words of `text`.
pub(super) fn keys(text: &str) -> Vec<u64> {
    let mut keys = Vec::new();
    each_word(text, |_, word| keys.push(key(word)));
    keys
}
