//! Where each word of the corpus stands: an immutable snapshot of word ids in text order, postings, and a vocabulary that
//! can be asked for near forms. Tracing and the occurrences of terms share it.

mod vocabulary;

pub use vocabulary::{Vocabulary, within_one_edit};

use crate::text::Span;
use rustc_hash::FxHashMap;

/// A word's number in the vocabulary.
pub type WordId = u32;

/// The words of all sources. A *position* counts words through the whole corpus, source after source.
#[derive(Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    /// The word at each position.
    words: Vec<WordId>,
    /// Its first byte in its source, and its length in bytes.
    starts: Vec<u32>,
    lengths: Vec<u16>,
    /// The first position of each source, and one behind the last.
    bases: Vec<u32>,
    /// `postings[offsets[id]..offsets[id + 1]]` are the positions of the word `id`, rising.
    offsets: Vec<u32>,
    postings: Vec<u32>,
    /// How often two words stand next to each other, for pairs that do so at least [`FREQUENT`] times.
    pairs: FxHashMap<(WordId, WordId), u32>,
}

impl Index {
    /// How many words the corpus has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the corpus has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The vocabulary.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The positions of a word, rising; none for a number that is no word's.
    pub fn postings(&self, word: WordId) -> &[u32] {
        let at = word as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.postings[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The words at the positions `range`, cut to the corpus.
    pub fn words(&self, range: std::ops::Range<usize>) -> &[WordId] {
        let end = range.end.min(self.words.len());
        &self.words[range.start.min(end)..end]
    }

    /// The number of the source that a position lies in.
    pub fn source_of(&self, position: usize) -> usize {
        self.bases.partition_point(|&base| base as usize <= position).saturating_sub(1)
    }

    /// The positions of a source.
    pub fn positions_of(&self, source: usize) -> std::ops::Range<usize> {
        match (self.bases.get(source), self.bases.get(source + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        }
    }

    /// The bytes of the word at a position, in its source.
    pub fn span(&self, position: usize) -> Span {
        let start = self.starts[position] as usize;
        Span::new(start, start + self.lengths[position] as usize)
    }

    /// The position of the first word of a source that ends behind the byte `offset`.
    pub fn position_at(&self, source: usize, offset: usize) -> usize {
        let range = self.positions_of(source);
        range.start + self.starts[range.clone()].partition_point(|&start| (start as usize) < offset)
    }

    /// How much it tells that a word stands somewhere, in nats: the negative logarithm of how often it occurs, smoothed
    /// with [`PRIOR`] words of other prose so that a tiny corpus does not find its few words telling.
    pub fn weight(&self, word: Option<WordId>) -> f32 {
        let count = word.map_or(0, |word| self.postings(word).len()).max(1);
        let share = (count as f32 + PRIOR * UNSEEN) / (self.words.len() as f32 + PRIOR);
        (-share.ln()).max(0.1)
    }

    /// How much a word tells where the word before it is known to stand before it, in nats: as much as by itself, unless
    /// the two are a common phrase. The place at hand does not count: what stands once in the corpus is no phrase.
    pub fn weight_after(&self, before: WordId, word: WordId) -> f32 {
        let alone = self.weight(Some(word));
        match self.pairs.get(&(before, word)) {
            Some(&count) => {
                let share = (count - 1) as f32 / (self.postings(before).len() as f32 + PAIR_PRIOR);
                alone.min((-share.ln()).max(0.1))
            }
            None => alone,
        }
    }
}

/// Pairs of words that occur less often are no phrases.
const FREQUENT: u32 = 3;
/// Other continuations that a word is thought to have.
const PAIR_PRIOR: f32 = 5.0;

/// Words of other prose that a corpus is thought to be read with.
const PRIOR: f32 = 300.0;
/// How often an average word occurs there.
const UNSEEN: f32 = 1e-4;

/// Collects the words of the sources, one source after the other.
#[derive(Debug, Default)]
pub struct Builder {
    index: Index,
}

impl Builder {
    /// Begins the next source.
    pub fn begin_source(&mut self) {
        self.index.bases.push(self.index.words.len() as u32);
    }

    /// Adds the next word of the source: its bytes there, and its folded form.
    pub fn push(&mut self, span: Span, folded: &str) {
        let id = self.index.vocabulary.insert(folded);
        self.index.words.push(id);
        self.index.starts.push(span.start as u32);
        self.index.lengths.push(span.len().min(u16::MAX as usize) as u16);
    }

    /// The finished snapshot.
    pub fn finish(self) -> Index {
        let mut index = self.index;
        index.bases.push(index.words.len() as u32);
        let mut offsets = vec![0u32; index.vocabulary.len() + 1];
        for &word in &index.words {
            offsets[word as usize + 1] += 1;
        }
        for id in 1..offsets.len() {
            offsets[id] += offsets[id - 1];
        }
        let mut next = offsets.clone();
        let mut postings = vec![0u32; index.words.len()];
        for (position, &word) in index.words.iter().enumerate() {
            let slot = &mut next[word as usize];
            postings[*slot as usize] = position as u32;
            *slot += 1;
        }
        index.offsets = offsets;
        index.postings = postings;
        index.pairs = frequent_pairs(&index.words);
        index.vocabulary.finish();
        index
    }
}

/// Counts the pairs of neighbours and keeps the frequent ones.
fn frequent_pairs(words: &[WordId]) -> FxHashMap<(WordId, WordId), u32> {
    let mut pairs: Vec<(WordId, WordId)> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    let runs = pairs.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32));
    runs.filter(|(_, count)| *count >= FREQUENT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::each_word;

    fn index(sources: &[&str]) -> Index {
        let mut builder = Builder::default();
        for text in sources {
            builder.begin_source();
            each_word(text, |span, folded| builder.push(span, folded));
        }
        builder.finish()
    }

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        let index = index(&["Peace and war.", "War is not peace"]);
        let peace = index.vocabulary().get("peace").unwrap();
        assert_eq!(index.postings(peace), [0, 6]);
        assert_eq!((index.source_of(2), index.source_of(3)), (0, 1));
        assert_eq!(index.span(6), Span::new(11, 16));
        assert_eq!(index.position_at(1, 4), 4);
    }

    #[test]
    fn a_word_tells_less_behind_the_word_that_it_always_follows() {
        let index =
            index(&["It came to pass. It came to pass. It came to pass. It came to grief, to nothing, to an end"]);
        let id = |word| index.vocabulary().get(word).unwrap();
        assert!(index.weight_after(id("came"), id("to")) < 0.5 * index.weight(Some(id("to"))));
        assert_eq!(index.weight_after(id("to"), id("grief")), index.weight(Some(id("grief"))));
    }

    #[test]
    fn an_empty_corpus_has_no_words_and_no_panics() {
        let index = index(&[""]);
        assert!(index.is_empty() && index.postings(7).is_empty() && index.words(3..9).is_empty());
        assert_eq!(index.positions_of(0), 0..0);
    }
}
