//! Making a segment: builders collect the words of documents, each on its own thread, and what they collected is encoded as
//! one segment.

use super::alphabet::{self, Spelled};
use super::later;
use super::layout::{Section, Writer};
use super::phrases::{self, Inverted};
use super::records::{BLOCK, Code, Spans};
use super::rising::{self, encoded};
use super::{WordId, bits, vocabulary};
use crate::text::{Span, key};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Collects the words of documents, one document after the other.
#[derive(Debug, Default)]
pub struct Builder {
    ids: FxHashMap<u64, WordId>,
    recent: Recent,
    text: String,
    ends: Vec<u32>,
    counts: Vec<u32>,
    words: Vec<WordId>,
    /// The number of words of each document.
    documents: Vec<u32>,
    spans: Spans,
    /// The spans of all whole blocks, and where each block's end.
    records: Vec<u8>,
    record_ends: Vec<u32>,
    /// The candidates for concepts of all documents, and where those of each end.
    candidates: Vec<u8>,
    candidate_ends: Vec<u32>,
}

/// Words that were met lately, each at its key's place: a small table answers for most words of a text.
#[derive(Debug)]
struct Recent(Box<[(u64, Option<WordId>)]>);

const RECENT: usize = 4096;

impl Default for Recent {
    fn default() -> Self {
        Recent(vec![(0, None); RECENT].into())
    }
}

impl Builder {
    /// Begins the next document; gives its number in this builder.
    pub fn begin_source(&mut self) -> usize {
        self.end_source();
        self.documents.push(0);
        self.documents.len() - 1
    }

    /// Adds the next word of the document: its bytes there, and its folded form.
    pub fn push(&mut self, span: Span, folded: &str) {
        let id = self.id(folded);
        self.counts[id as usize] += 1;
        self.words.push(id);
        if let Some(count) = self.documents.last_mut() {
            *count += 1;
        }
        self.spans.push(span, folded.len());
        if self.spans.len() == BLOCK {
            self.flush();
        }
    }

    fn id(&mut self, folded: &str) -> WordId {
        let key = key(folded);
        let recent = &mut self.recent.0[key as usize % RECENT];
        if let (known, Some(id)) = *recent
            && known == key
        {
            return id;
        }
        let next = self.ends.len() as WordId;
        let id = *self.ids.entry(key).or_insert(next);
        *recent = (key, Some(id));
        if id == next {
            self.text.push_str(folded);
            self.ends.push(self.text.len() as u32);
            self.counts.push(0);
        }
        id
    }

    /// Sets the candidates for concepts of the document, as [`crate::extraction::encode`] writes them. A segment has none as
    /// long as those of one of its documents are not known.
    pub fn push_candidates(&mut self, encoded: &[u8]) {
        self.candidates.extend_from_slice(encoded);
        self.candidate_ends.push(self.candidates.len() as u32);
    }

    /// How many documents were begun.
    pub fn sources(&self) -> usize {
        self.documents.len()
    }

    /// How many words were collected.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The last block of a document is never full, if need be an empty one: the position behind the last word is still
    /// the document's.
    fn end_source(&mut self) {
        if self.spans.len() > 0 {
            self.flush();
        } else if !self.documents.is_empty() {
            self.record_ends.push(self.records.len() as u32);
        }
    }

    fn flush(&mut self) {
        self.spans.flush(&mut self.records);
        self.record_ends.push(self.records.len() as u32);
    }

    fn word(&self, id: usize) -> &str {
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.text[start..self.ends[id] as usize]
    }

    /// The words of each block, in order, and the word behind it.
    fn blocks(&self) -> impl Iterator<Item = (&[WordId], Option<WordId>)> + Clone {
        let documents = self.documents.iter().scan(0, |end, &count| {
            *end += count as usize;
            Some(&self.words[*end - count as usize..*end])
        });
        documents.flat_map(|words| {
            let whole = words.len() % BLOCK == 0;
            let behind = words.iter().skip(BLOCK).step_by(BLOCK).copied().map(Some).chain([None, None]);
            words.chunks(BLOCK).chain(whole.then_some(&[][..])).zip(behind)
        })
    }
}

/// The bytes of the segment that these builders make together; their documents are numbered through.
pub fn encode(mut parts: Vec<Builder>) -> Vec<u8> {
    parts.iter_mut().for_each(Builder::end_source);
    let (words, counts) = unify(&mut parts);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let texts: Vec<&[WordId]> = parts.iter().map(|part| &part.words[..]).collect();
    let code = Code::of(&counts);
    // The longest first, so that whoever is done takes one of the others.
    let (((lists, starts, once), phrases), (pairs, ((records, record_ends), vocabulary))) = rayon::join(
        || rayon::join(|| inverted(&parts, &counts), || phrases::count(&texts, &counts)),
        || {
            rayon::join(
                || phrases::pairs(blocks_of(&parts), &counts),
                || rayon::join(|| records(&parts, &code), || vocabulary::encode(&words)),
            )
        },
    );
    let mut first = 0;
    let documents = parts.iter().flat_map(|part| &part.documents).flat_map(|&count| {
        let document = [first, count];
        first += count / BLOCK as u32 + 1;
        document
    });
    let mut writer = Writer::default();
    writer.add(Section::Documents, &numbers(documents));
    add_words(&words, &counts, &vocabulary, &mut writer);
    writer.add(Section::Lists, &lists);
    writer.add(Section::ListStarts, &encoded(&starts));
    writer.add(Section::Once, &bits::table(&once));
    writer.add(Section::PairKeys, &encoded(&pairs.keys));
    writer.add(Section::PairStarts, &encoded(&pairs.starts));
    writer.add(Section::Pairs, &pairs.lists);
    writer.add(Section::Code, &code.lens());
    writer.add(Section::Records, &records);
    writer.add(Section::RecordEnds, &bits::ends(&record_ends));
    writer.add(Section::Phrases, &encoded(&phrases.keys));
    writer.add(Section::PhraseCounts, &phrases.counts);
    let is_known = |part: &Builder| part.candidate_ends.len() == part.documents.len();
    match parts.iter().all(is_known) {
        true => later::add(candidates(&parts), &mut writer),
        false => later::add(std::iter::empty(), &mut writer),
    }
    writer.finish(counts.iter().map(|&count| u64::from(count)).sum())
}

/// Gives all parts the same numbers for the same words, common words first; these words, and how often each occurs.
fn unify(parts: &mut [Builder]) -> (Vec<String>, Vec<u32>) {
    let mut common: FxHashMap<u64, WordId> = FxHashMap::default();
    let mut all: Vec<(u32, &str)> = Vec::new();
    let maps: Vec<Vec<WordId>> = parts
        .iter()
        .map(|part| {
            let number = |id: usize| {
                let word = part.word(id);
                let number = *common.entry(key(word)).or_insert(all.len() as WordId);
                if number as usize == all.len() {
                    all.push((0, word));
                }
                all[number as usize].0 += part.counts[id];
                number
            };
            (0..part.ends.len()).map(number).collect()
        })
        .collect();
    let mut order: Vec<WordId> = (0..all.len() as WordId).collect();
    order.par_sort_unstable_by(|&a, &b| {
        let ((count_a, a), (count_b, b)) = (all[a as usize], all[b as usize]);
        count_b.cmp(&count_a).then(a.cmp(b))
    });
    let words: Vec<String> = order.iter().map(|&number| all[number as usize].1.to_string()).collect();
    let counts = order.iter().map(|&number| all[number as usize].0).collect();
    let mut rank = vec![0; order.len()];
    for (place, &number) in order.iter().enumerate() {
        rank[number as usize] = place as WordId;
    }
    parts.par_iter_mut().zip(maps).for_each(|(part, map)| {
        for word in &mut part.words {
            *word = rank[map[*word as usize] as usize];
        }
    });
    (words, counts)
}

/// All blocks with their numbers, and the word behind each in its document.
fn blocks_of(parts: &[Builder]) -> impl Iterator<Item = (u32, &[WordId], Option<WordId>)> + Clone {
    (0..).zip(parts.iter().flat_map(Builder::blocks)).map(|(number, (words, behind))| (number, words, behind))
}

/// Adds the vocabulary: of few words without what can be made again.
fn add_words(words: &[&str], counts: &[u32], vocabulary: &vocabulary::Tables, writer: &mut Writer) {
    let alphabet = &vocabulary.alphabet;
    let (occurrences, spelled) = if words.len() < alphabet::MANY {
        (alphabet::encode(alphabet.iter().map(|&word| counts[word as usize])), Spelled::default())
    } else {
        (Vec::new(), Spelled::of(words, counts, alphabet))
    };
    writer.add(Section::Vocabulary, &vocabulary.words);
    writer.add(Section::Alphabet, &occurrences);
    writer.add(Section::Counts, &spelled.counts);
    writer.add(Section::Ranks, &spelled.ranks);
    writer.add(Section::Strings, &spelled.strings);
    writer.add(Section::StringEnds, &spelled.ends);
}

/// The list of the blocks of each word that occurs more than once, where each list starts, and the block of each word that
/// occurs once.
fn inverted(parts: &[Builder], counts: &[u32]) -> (Vec<u8>, Vec<u32>, Vec<u32>) {
    let places = blocks_of(parts).flat_map(|(block, words, _)| words.iter().map(move |&word| (word as usize, block)));
    let blocks = Inverted::new(counts.len(), places);
    // Words that occur once come last.
    let several = counts.partition_point(|&count| count > 1);
    let (mut lists, mut starts) = (Vec::new(), Vec::with_capacity(several + 1));
    for word in 0..several {
        starts.push(lists.len() as u32);
        rising::encode(blocks.list(word), &mut lists);
    }
    starts.push(lists.len() as u32);
    (lists, starts, (several..counts.len()).map(|word| blocks.list(word)[0]).collect())
}

/// The record of each block, and where each ends.
fn records(parts: &[Builder], code: &Code) -> (Vec<u8>, Vec<u32>) {
    let (mut out, mut ends) = (Vec::new(), Vec::new());
    for part in parts {
        let mut start = 0;
        for ((words, _), &end) in part.blocks().zip(&part.record_ends) {
            code.push(words, &mut out);
            out.extend_from_slice(&part.records[start..end as usize]);
            ends.push(out.len() as u32);
            start = end as usize;
        }
    }
    (out, ends)
}

/// The candidates of each document.
fn candidates(parts: &[Builder]) -> impl Iterator<Item = &[u8]> {
    parts.iter().flat_map(|part| {
        let starts = std::iter::once(0).chain(part.candidate_ends.iter().copied());
        starts.zip(&part.candidate_ends).map(|(start, &end)| &part.candidates[start as usize..end as usize])
    })
}

fn numbers(all: impl Iterator<Item = u32>) -> Vec<u8> {
    all.flat_map(u32::to_le_bytes).collect()
}
