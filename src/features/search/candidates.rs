//! The stretches of the corpus that have most of the words: rare words vote for the blocks in which they stand, common ones
//! are asked about the blocks that lead, and the best are read.

use super::query::Query;
use crate::index::{BLOCK, Index, Term, WordId};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Votes counted for one search, at most.
const BUDGET: u64 = 30_000;
/// Blocks about which common words are asked.
const LEADERS: usize = 2_048;
/// Stretches that are read word by word, at most.
const MOST_READ: usize = 1_024;
/// Stretches given for each passage that is wanted, and so many more: some turn out to be the same passage.
const SPARE: usize = 3;
const MORE: usize = 24;
/// Places of the whole of a query, word for word, that are looked at.
const MOST_EXACT: usize = 1_024;
/// A query whose rarest word occurs more often than this is not looked for word for word by itself: it stands among the votes.
const COMMON: u64 = 50_000;

/// What a word that stands right behind the one before it adds, in shares of its weight.
const NEXT: f32 = 0.5;

/// A stretch of one source that has words of the query.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// The source's number.
    pub source: usize,
    /// Where the words stand, rising: position, number of the word in the query, what its form counts.
    pub hits: Vec<Hit>,
    /// What the words weigh.
    weight: f32,
}

/// A word of the query at a position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub position: usize,
    pub word: usize,
    pub counts: f32,
}

/// The best stretches for a search of which `most` passages are wanted, best first.
pub(super) fn windows(index: &Index, query: &Query, most: usize, exclude: Option<usize>) -> Vec<Window> {
    let mut starts = Votes::count(index, query).best(MOST_READ);
    starts.extend(exact(index, query).into_iter().map(|position| position / BLOCK));
    starts.sort_unstable();
    starts.dedup();
    let forms: Vec<Forms> = (0..index.segments().len()).map(|segment| Forms::of(query, segment)).collect();
    let mut read = Vec::new();
    for block in starts {
        let wide = block * BLOCK..(block + 2) * BLOCK;
        for (source, inside) in index.sources_in(wide.clone()) {
            let range = wide.start.max(inside.start)..wide.end.min(inside.end);
            if Some(source) != exclude && !range.is_empty() {
                read.extend(Window::read(index, query, &forms, source, range));
            }
        }
    }
    read.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    read.truncate(most * SPARE + MORE);
    read
}

/// Where the whole query stands word for word.
fn exact(index: &Index, query: &Query) -> Vec<usize> {
    let terms: Option<Vec<Term>> = query.words.iter().map(|word| word.exact.clone()).collect();
    let rarest = query.words.iter().map(|word| word.count).min().unwrap_or_default();
    let mut places =
        terms.filter(|terms| terms.len() > 1 && rarest <= COMMON).map(|terms| index.phrase(&terms)).unwrap_or_default();
    places.truncate(MOST_EXACT);
    places
}

/// The forms of all words in one segment: which words of the query each stands for.
struct Forms(FxHashMap<WordId, Vec<(usize, f32)>>);

impl Forms {
    fn of(query: &Query, segment: usize) -> Self {
        let mut forms: FxHashMap<WordId, Vec<(usize, f32)>> = FxHashMap::default();
        for (number, word) in query.words.iter().enumerate() {
            for &(id, counts) in &word.forms[segment] {
                forms.entry(id).or_default().push((number, counts));
            }
        }
        Forms(forms)
    }
}

impl Window {
    fn read(index: &Index, query: &Query, forms: &[Forms], source: usize, range: Range<usize>) -> Option<Self> {
        let stretch = index.stretch(range)?;
        let forms = &forms[stretch.number].0;
        let mut hits: Vec<Hit> = Vec::new();
        for (slot, id) in stretch.words.iter().enumerate() {
            for &(word, counts) in forms.get(id).into_iter().flatten() {
                hits.push(Hit { position: stretch.start + slot, word, counts });
            }
        }
        let weight = weight(query, &hits);
        (weight > 0.0).then_some(Window { source, hits, weight })
    }
}

/// What the words at some places weigh: each once, in its best form, and more where they follow one another as in the query.
fn weight(query: &Query, hits: &[Hit]) -> f32 {
    let mut best = vec![0.0f32; query.words.len()];
    let mut next = vec![false; query.words.len()];
    for (at, hit) in hits.iter().enumerate() {
        best[hit.word] = best[hit.word].max(hit.counts);
        next[hit.word] |= follows(hits, at);
    }
    let of = |(number, best): (usize, &f32)| {
        let weight = query.words[number].weight * best;
        if next[number] { weight * (1.0 + NEXT) } else { weight }
    };
    best.iter().enumerate().map(of).sum()
}

/// Whether the word before it in the query stands right before it.
pub(super) fn follows(hits: &[Hit], at: usize) -> bool {
    let hit = hits[at];
    let before = hits[..at].iter().rev().take_while(|before| before.position + 1 >= hit.position);
    before.into_iter().any(|before| before.position + 1 == hit.position && before.word + 1 == hit.word)
}

/// Which words of the query each block has.
struct Votes {
    blocks: FxHashMap<usize, u16>,
    weights: Vec<f32>,
}

impl Votes {
    fn count(index: &Index, query: &Query) -> Self {
        let weights = query.words.iter().map(|word| word.weight).collect();
        let mut votes = Votes { blocks: FxHashMap::default(), weights };
        let mut order: Vec<usize> = (0..query.words.len()).collect();
        order.sort_by_key(|&word| query.words[word].count);
        let mut left = BUDGET;
        for (asked, &word) in order.iter().enumerate() {
            // The first word always votes, as far as the budget reaches.
            if asked > 0 && query.words[word].count > left {
                votes.ask(index, query, &order[asked..]);
                break;
            }
            left -= votes.add(index, query, word, left);
        }
        votes
    }

    /// A word votes for all blocks in which it stands, `most` of them at most; gives how many votes that were.
    fn add(&mut self, index: &Index, query: &Query, word: usize, most: u64) -> u64 {
        let mut given = 0;
        for (number, segment) in index.segments().iter().enumerate() {
            let first = index.first_block(number);
            for &(id, _) in &query.words[word].forms[number] {
                for block in segment.blocks(id) {
                    if given == most {
                        return given;
                    }
                    given += 1;
                    *self.blocks.entry(first + block as usize).or_default() |= 1 << word;
                }
            }
        }
        given
    }

    /// Asks common words about the blocks that lead so far, and those behind them.
    fn ask(&mut self, index: &Index, query: &Query, words: &[usize]) {
        let mut leaders: Vec<usize> = self.best(LEADERS).into_iter().flat_map(|block| [block, block + 1]).collect();
        leaders.sort_unstable();
        leaders.dedup();
        for &word in words {
            for (number, segment) in index.segments().iter().enumerate() {
                let first = index.first_block(number);
                let inside = &leaders[leaders.partition_point(|&block| block < first)..];
                for &(id, _) in &query.words[word].forms[number] {
                    let mut blocks = segment.blocks(id);
                    for &leader in inside {
                        let Some(wanted) = u32::try_from(leader - first).ok() else { break };
                        match blocks.seek(wanted) {
                            Some(block) if block == wanted => *self.blocks.entry(leader).or_default() |= 1 << word,
                            Some(_) => {}
                            None => break,
                        }
                    }
                }
            }
        }
    }

    /// The blocks that have, together with the one behind, the words that weigh most.
    fn best(&self, most: usize) -> Vec<usize> {
        let words = |block: usize| self.blocks.get(&block).copied().unwrap_or_default();
        let weight = |mask: u16| -> f32 {
            let weights = self.weights.iter().enumerate();
            weights.filter(|(word, _)| mask & (1 << word) != 0).map(|(_, weight)| weight).sum()
        };
        let together = |block: usize| weight(words(block) | words(block + 1));
        let starts = self.blocks.keys().flat_map(|&block| {
            // What stands at the end of one block and at the beginning of the next is found from the first of them.
            let before = (block > 0 && self.blocks.contains_key(&(block - 1))).then(|| block - 1);
            [Some(block), before]
        });
        let mut order: Vec<(f32, usize)> = starts.flatten().map(|block| (together(block), block)).collect();
        let by_weight = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if order.len() > 2 * most {
            order.select_nth_unstable_by(2 * most, by_weight);
            order.truncate(2 * most);
        }
        order.sort_unstable_by(by_weight);
        order.dedup();
        order.truncate(most);
        order.into_iter().map(|(_, block)| block).collect()
    }
}
