//! What is looked for: the typed words, and the forms in which the corpus may have each of them.

use crate::index::{Index, Segment, Term, WordId};
use crate::library::Library;
use crate::text::{Span, is_word_char, stem, words};

/// Words of a query that are looked for, at most; the bits of a mask.
const MOST_WORDS: usize = 16;
/// Words that may be what the last one becomes, of each segment, at most: the commonest.
const MOST_ENDINGS: usize = 64;
/// Of so many beginnings alike the commonest are taken.
const SEEN_ENDINGS: usize = 20_000;
/// Letters of an unfinished word from which on its endings are looked up.
const SHORTEST_BEGINNING: usize = 2;
/// A word that occurs less often than this may be a slip, and words like it are looked for as well.
const RARE: u64 = 4;
/// Forms like a slip, of each segment, at most.
const MOST_NEAR: usize = 24;

/// How much a form counts beside the word as it was typed.
const INFLECTED: f32 = 0.92;
const UNFINISHED: f32 = 0.96;
const NEAR: f32 = 0.7;
const NEAR_BEGINNING: f32 = 0.6;
const JOINED: f32 = 0.85;

/// The words that are looked for.
pub(super) struct Query {
    /// In the order in which they were typed.
    pub words: Vec<Wanted>,
    /// Runs of words that must stand one behind the other.
    pub phrases: Vec<(usize, usize)>,
}

/// A word that is looked for.
pub(super) struct Wanted {
    /// In each segment the numbers of its forms, with what each counts; best first.
    pub forms: Vec<Vec<(WordId, f32)>>,
    /// How often its forms occur.
    pub count: u64,
    /// How much it tells that it stands somewhere, in nats.
    pub weight: f32,
    /// The word as it was typed, if the corpus has it.
    pub exact: Option<Term>,
}

impl Query {
    /// Reads what was typed. Words between double marks are a phrase. The last word may be the beginning of one, unless
    /// something is typed behind it.
    pub fn read(library: &Library, typed: &str) -> Self {
        let index = &library.index;
        let all = words(typed);
        let quoted = quoted(typed);
        let last = all.len().saturating_sub(1);
        let is_open = typed.chars().next_back().is_some_and(is_word_char);
        let mut query = Query { words: Vec::new(), phrases: Vec::new() };
        let mut phrase: Option<(Span, usize)> = None;
        let mut kept: Vec<(usize, String)> = Vec::new();
        for (number, word) in all.into_iter().enumerate() {
            let span = quoted.iter().copied().find(|quoted| quoted.covers(word.span));
            if phrase.map(|(span, _)| span) != span {
                phrase.take().into_iter().for_each(|(_, first)| query.phrase(first));
                phrase = span.map(|span| (span, query.words.len()));
            }
            if query.words.len() == MOST_WORDS {
                break;
            }
            let is_unfinished = number == last && is_open;
            let found = Wanted::look_up(library, &word.folded, is_unfinished);
            if found.count > 0 {
                query.words.push(found);
                kept.push((number, word.folded));
            } else if let Some((first, second)) = halves(index, &word.folded) {
                for half in [first, second] {
                    query.words.extend([Wanted::look_up(library, half, false)]);
                    kept.push((number, half.to_string()));
                }
            }
        }
        phrase.take().into_iter().for_each(|(_, first)| query.phrase(first));
        query.words.truncate(MOST_WORDS);
        query.join(index, &kept);
        query
    }

    /// Whether the corpus has no word of it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What all its words weigh together, nats.
    pub fn weight(&self) -> f32 {
        self.words.iter().map(|word| word.weight).sum()
    }

    /// The words from `first` on are a phrase, if there are two of them.
    fn phrase(&mut self, first: usize) {
        if self.words.len() > first + 1 {
            self.phrases.push((first, self.words.len()));
        }
    }

    /// Two words may be one in the corpus, which then counts for both.
    fn join(&mut self, index: &Index, kept: &[(usize, String)]) {
        for at in 1..self.words.len() {
            let [(_, first), (_, second)] = [&kept[at - 1], &kept[at]];
            let joined = index.look_up(&format!("{first}{second}"));
            if joined.count() == 0 {
                continue;
            }
            for word in &mut self.words[at - 1..=at] {
                word.add(index, &joined, JOINED);
            }
        }
    }
}

impl Wanted {
    fn look_up(library: &Library, folded: &str, is_unfinished: bool) -> Self {
        let index = &library.index;
        let exact = index.look_up(folded);
        let segments = index.segments().len();
        let mut word = Wanted { forms: vec![Vec::new(); segments], count: 0, weight: 0.0, exact: None };
        word.add(index, &exact, 1.0);
        for other in library.with_stem(stem(folded)) {
            word.add(index, &other, INFLECTED);
        }
        let letters = folded.chars().count();
        if is_unfinished && letters >= SHORTEST_BEGINNING {
            word.add_each(index, UNFINISHED, |segment| {
                commonest(segment.starting_with(folded, SEEN_ENDINGS), MOST_ENDINGS)
            });
        }
        if word.count < RARE {
            word.add_each(index, NEAR, |segment| commonest(near(segment, folded), MOST_NEAR));
            if is_unfinished {
                word.add_each(index, NEAR_BEGINNING, |segment| segment.near_beginnings(folded, MOST_ENDINGS));
            }
        }
        word.weight = word.telling(index);
        word.exact = (exact.count() > 0).then_some(exact);
        word
    }

    fn add(&mut self, index: &Index, term: &Term, counts: f32) {
        for (number, segment) in index.segments().iter().enumerate() {
            if let Some(id) = term.id_in(number) {
                self.push(number, segment, id, counts);
            }
        }
    }

    fn add_each(&mut self, index: &Index, counts: f32, forms: impl Fn(&Segment) -> Vec<WordId>) {
        for (number, segment) in index.segments().iter().enumerate() {
            for id in forms(segment) {
                self.push(number, segment, id, counts);
            }
        }
    }

    fn push(&mut self, number: usize, segment: &Segment, id: WordId, counts: f32) {
        if self.forms[number].iter().all(|(known, _)| *known != id) {
            self.forms[number].push((id, counts));
            self.count += u64::from(segment.count(id));
        }
    }

    /// As much as the commonest of its best forms: an odd form of a common word tells no more than the word.
    fn telling(&self, index: &Index) -> f32 {
        index.weight_of(self.count)
    }
}

/// The words one slip away. Short words all resemble each other.
fn near(segment: &Segment, folded: &str) -> Vec<WordId> {
    if folded.chars().nth(3).is_none() { Vec::new() } else { segment.near(folded) }
}

/// The commonest of some words: they have small numbers.
fn commonest(mut ids: Vec<WordId>, most: usize) -> Vec<WordId> {
    ids.sort_unstable();
    ids.truncate(most);
    ids
}

/// The two words that an unknown one consists of, if the corpus has both; where there are several such pairs, the one whose
/// rarer word is commonest.
fn halves<'a>(index: &Index, folded: &'a str) -> Option<(&'a str, &'a str)> {
    const SHORTEST_HALF: usize = 3;
    let ends = folded.char_indices().map(|(at, _)| at);
    let pairs = ends
        .map(|at| folded.split_at(at))
        .filter(|(first, second)| first.chars().count() >= SHORTEST_HALF && second.chars().count() >= SHORTEST_HALF);
    let rarer = |(first, second): &(&str, &str)| index.look_up(first).count().min(index.look_up(second).count());
    pairs.max_by_key(rarer).filter(|pair| rarer(pair) > 0)
}

/// What stands between double marks; a mark that is not closed yet reaches to the end.
fn quoted(typed: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, mark) in typed.char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„' | '«' | '»')) {
        match open.take() {
            None => open = Some(at + mark.len_utf8()),
            Some(start) => spans.push(Span::new(start, at)),
        }
    }
    spans.extend(open.map(|start| Span::new(start, typed.len())));
    spans
}
