//! A text as its folded words, made once, in which anchors are then found at hardly any cost.

use crate::text::{Span, each_word, fold, key};
use rustc_hash::FxHashMap;

/// The folded words of a text, each with its place, and where each word stands.
#[derive(Clone, Debug)]
pub struct FoldedText<'a> {
    /// The text itself.
    pub text: &'a str,
    pub(super) keys: Vec<u64>,
    pub(super) spans: Vec<Span>,
    /// For each word that occurs, its last place and how often it occurs; `earlier` leads from there to the places before.
    last: FxHashMap<u64, (u32, u32)>,
    earlier: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'a> FoldedText<'a> {
    /// Folds `text`. Of a text with more than 2³² - 1 words the rest is left out.
    pub fn new(text: &'a str) -> Self {
        let guess = text.len() / 6;
        let mut folded = FoldedText {
            text,
            keys: Vec::with_capacity(guess),
            spans: Vec::with_capacity(guess),
            last: FxHashMap::default(),
            earlier: Vec::with_capacity(guess),
        };
        each_word(text, |span, word| {
            let at = folded.keys.len();
            if at >= NONE as usize {
                return;
            }
            let key = key(word);
            folded.keys.push(key);
            folded.spans.push(span);
            let (last, times) = folded.last.entry(key).or_insert((NONE, 0));
            folded.earlier.push(std::mem::replace(last, at as u32));
            *times += 1;
        });
        folded
    }

    /// Where the words `keys` stand one after the other: the numbers of the first of them, the last place first. They are
    /// looked for by the rarest among them.
    pub(super) fn places<'k>(&'k self, keys: &'k [u64]) -> impl Iterator<Item = usize> + 'k {
        let times = |key: &u64| self.last.get(key).map_or(0, |&(_, times)| times);
        let rarest = (0..keys.len()).min_by_key(|&i| times(&keys[i]));
        let last = rarest.and_then(|i| self.last.get(&keys[i])).map(|&(last, _)| last);
        let before = |at: &u32| Some(self.earlier[*at as usize]).filter(|&before| before != NONE);
        let starts = std::iter::successors(last, before).filter_map(move |at| (at as usize).checked_sub(rarest?));
        starts.filter(|&start| self.matches(start, keys))
    }

    /// Whether `keys` stand from the word `at` on.
    pub(super) fn matches(&self, at: usize, keys: &[u64]) -> bool {
        self.keys.get(at..).is_some_and(|rest| rest.starts_with(keys))
    }

    /// The first and the last but one of the words that lie wholly in the bytes `span`, as a range of word numbers.
    pub(super) fn words_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.spans.partition_point(|word| word.start < span.start);
        let end = self.spans.partition_point(|word| word.end <= span.end);
        first..end.max(first)
    }

    /// Whether the word `at` is the one of `key`, or its possessive (`China's` for `China`).
    pub(super) fn is_word_or_possessive(&self, at: usize, key_wanted: u64) -> bool {
        if self.keys[at] == key_wanted {
            return true;
        }
        let written = self.spans[at].of(self.text);
        let ends_like_one = written.ends_with(['s', 'S', '\'', '’']);
        ends_like_one && fold(written).strip_suffix("'s").is_some_and(|word| key(word) == key_wanted)
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// The keys of the words of `text`.
pub(super) fn keys(text: &str) -> Vec<u64> {
    let mut keys = Vec::new();
    each_word(text, |_, word| keys.push(key(word)));
    keys
}
