//! How alike the words of a quotation are to those of a stretch of the corpus. A word that stands there is compared by its
//! number; others are compared letter by letter with each different word that resembles them at first sight.

use super::compare::{Likeness, Looks};
use super::quoted::Token;
use crate::index::{Stretch, WordId};
use rustc_hash::FxHashMap;

/// How alike a word is to one that it may be a misreading of, in hundredths.
const A_FORM: u8 = 70;

/// What was found out about one stretch.
pub(super) struct Likenesses<'a> {
    stretch: &'a Stretch<'a>,
    /// The different words of the stretch.
    words: Vec<Word<'a>>,
    /// For each place, the one before it that has the same word.
    same: Vec<Option<usize>>,
    by_id: FxHashMap<WordId, usize>,
    /// What was found for the tokens that do not stand there themselves.
    found: FxHashMap<String, Vec<(usize, Likeness)>>,
    hits: Vec<(usize, Likeness)>,
    by_letters: bool,
}

struct Word<'a> {
    id: WordId,
    folded: &'a str,
    looks: Looks,
    /// The last place that has it.
    last: usize,
}

impl<'a> Likenesses<'a> {
    /// Nothing yet. Without `by_letters`, words are only compared by number, theirs and those of their forms.
    pub fn new(stretch: &'a Stretch<'a>, by_letters: bool) -> Self {
        let mut words: Vec<Word> = Vec::with_capacity(stretch.words.len());
        let mut same = Vec::with_capacity(stretch.words.len());
        let mut by_id = FxHashMap::with_capacity_and_hasher(stretch.words.len(), Default::default());
        for (place, &id) in stretch.words.iter().enumerate() {
            let number = *by_id.entry(id).or_insert(words.len());
            if number == words.len() {
                let folded = stretch.segment.word(id);
                words.push(Word { id, folded, looks: Looks::of(folded), last: place });
                same.push(None);
            } else {
                same.push(Some(std::mem::replace(&mut words[number].last, place)));
            }
        }
        Likenesses { stretch, words, same, by_id, found: FxHashMap::default(), hits: Vec::new(), by_letters }
    }

    /// The places of the stretch, in no order, that have a word like the token, and how alike it is.
    pub fn row(&mut self, token: &Token) -> &[(usize, Likeness)] {
        self.hits.clear();
        let id = token.term.id_in(self.stretch.number);
        if let Some(&word) = id.and_then(|id| self.by_id.get(&id)) {
            self.hits.extend(places(&self.same, self.words[word].last).map(|place| (place, Likeness::Same)));
            return &self.hits;
        }
        if !self.by_letters {
            let forms = token.forms.get().into_iter().flatten().filter_map(|form| form.id_in(self.stretch.number));
            for word in forms.filter_map(|id| self.by_id.get(&id)) {
                let places = places(&self.same, self.words[*word].last);
                self.hits.extend(places.map(|place| (place, Likeness::Near(A_FORM))));
            }
            return &self.hits;
        }
        if !self.found.contains_key(&token.folded) {
            let found = self.compare(token);
            self.found.insert(token.folded.clone(), found);
        }
        for &(word, likeness) in &self.found[&token.folded] {
            self.hits.extend(places(&self.same, self.words[word].last).map(|place| (place, likeness)));
        }
        &self.hits
    }

    /// How alike the token is to the word at a place.
    pub fn of(&mut self, token: &Token, place: usize) -> Likeness {
        let found = self.row(token).iter().find(|(at, _)| *at == place);
        found.map_or(Likeness::Different, |(_, likeness)| *likeness)
    }

    fn compare(&self, token: &Token) -> Vec<(usize, Likeness)> {
        let comparison = token.comparison();
        let candidates =
            self.words.iter().enumerate().filter(|(_, word)| comparison.resembles(word.folded, word.looks));
        let mut compared = token.compared.borrow_mut();
        let likenesses = candidates.map(|(number, word)| {
            let known = compared.entry((self.stretch.number, word.id));
            (number, *known.or_insert_with(|| comparison.with(word.folded)))
        });
        likenesses.filter(|(_, likeness)| *likeness != Likeness::Different).collect()
    }
}

fn places(same: &[Option<usize>], last: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(last), |&place| same[place])
}
