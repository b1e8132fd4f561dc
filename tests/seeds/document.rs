//! What in a document should be annotated, and what is. The first is found by simple means of our own, so that the
//! annotation is not measured by the code that uses it.

use crate::{
    layer::{strings, tables, text},
    read_text,
    terms::{Word, is_number, stems, words},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};
use toml::Table;

static MARKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"“([^”]+)”|"([^"\n]+)"|‘([^’]+(?:’\w+[^’]*)*)’"#).expect("the pattern of a quotation")
});

/// Words with a capital that only begin a sentence.
const OPENERS: [&str; 36] = [
    "a", "after", "all", "also", "although", "and", "as", "at", "because", "before", "but", "by", "during", "even",
    "every", "for", "from", "he", "his", "if", "in", "it", "its", "no", "on", "or", "out", "since", "so", "that",
    "the", "these", "this", "to", "we", "with",
];

/// Words that stand inside a name without a capital.
const JOINERS: [&str; 8] = ["of", "the", "and", "for", "on", "in", "to", "with"];

/// What the coverage is measured by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// A string in quotation marks: it lies inside a name, a part of a definition, or an utterance.
    Quoted,
    /// A number word: it lies inside a name, an utterance, or a definition that lists parts.
    Enumeration,
    /// Several words with capitals: each of them lies inside a name.
    Name,
}

/// Something in a document that needs an entry.
pub struct Find {
    /// As it stands in the document.
    pub text: String,
    /// Its words that must be covered, by their number in the document.
    pub words: Vec<usize>,
}

pub struct Document {
    pub name: &'static str,
    text: String,
    words: Vec<Word>,
    /// Where the names of entries stand, as ranges of words; so are the rest.
    names: Vec<Range<usize>>,
    /// Where the parts of definitions stand.
    parts: Vec<Range<usize>>,
    /// Where definitions with parts stand.
    lists: Vec<Range<usize>>,
    /// Where utterances stand.
    sayings: Vec<Range<usize>>,
}

impl Document {
    pub fn load(name: &'static str, concepts: &[Table], sayings: &[&Table]) -> Self {
        let prose = read_text(&format!("seeds/{name}.txt"));
        let words = words(&prose);
        let mut document =
            Document { name, text: prose, words, names: vec![], parts: vec![], lists: vec![], sayings: vec![] };
        for concept in concepts {
            for form in [text(concept, "name")].into_iter().chain(strings(concept, "aliases")) {
                document.names.extend(document.places(form));
            }
            for definition in tables(concept, "definition").filter(|d| text(d, "source") == name) {
                let parts = strings(definition, "parts");
                document.parts.extend(parts.iter().flat_map(|part| document.places(part)).collect::<Vec<_>>());
                if parts.len() > 1 {
                    document.lists.extend(document.passage(text(definition, "exact")));
                }
            }
        }
        for member in sayings.iter().filter(|member| text(member, "source") == name) {
            document.sayings.extend(document.passage(text(member, "exact")));
        }
        document
    }

    /// Everywhere the words of `form` stand.
    pub fn places(&self, form: &str) -> Vec<Range<usize>> {
        let wanted = stems(form);
        if wanted.is_empty() {
            return Vec::new();
        }
        let windows = self.words.windows(wanted.len()).enumerate();
        windows
            .filter(|(_, window)| window.iter().map(|word| &word.stem).eq(&wanted))
            .map(|(first, _)| first..first + wanted.len())
            .collect()
    }

    /// From the first to the last word of an anchor, in which `…` may stand for left-out words.
    fn passage(&self, exact: &str) -> Option<Range<usize>> {
        let mut whole: Option<Range<usize>> = None;
        for piece in exact.split('…').filter(|piece| !stems(piece).is_empty()) {
            let from = whole.as_ref().map_or(0, |whole| whole.end);
            let place = self.places(piece).into_iter().find(|place| place.start >= from)?;
            whole = Some(whole.map_or(place.start, |whole| whole.start)..place.end);
        }
        whole
    }

    /// The words of `find` that no entry covers.
    pub fn open(&self, check: Check, find: &Find) -> Vec<usize> {
        let within = |kinds: &[&[Range<usize>]], words: &[usize]| {
            let mut places = kinds.iter().flat_map(|places| *places);
            places.any(|place| words.iter().all(|word| place.contains(word)))
        };
        let kinds: &[&[Range<usize>]] = match check {
            Check::Quoted if within(&[&self.names, &self.parts, &self.sayings], &find.words) => return Vec::new(),
            Check::Quoted => &[],
            Check::Enumeration => &[&self.names, &self.lists, &self.sayings],
            Check::Name => &[&self.names],
        };
        find.words.iter().copied().filter(|word| !within(kinds, &[*word])).collect()
    }

    pub fn found(&self, check: Check) -> Vec<Find> {
        match check {
            Check::Quoted => self.quoted(),
            Check::Enumeration => self.enumerations(),
            Check::Name => self.capitalised(),
        }
    }

    fn quoted(&self) -> Vec<Find> {
        let mut found = Vec::new();
        // What is found is searched again, for the quotations inside it.
        let mut unread: Vec<_> = std::iter::once(0..self.text.len()).collect();
        while let Some(range) = unread.pop() {
            for hit in MARKS.captures_iter(&self.text[range.clone()]) {
                let inner = (1..=3).find_map(|group| hit.get(group)).expect("one of the three kinds");
                let at = range.start + inner.start()..range.start + inner.end();
                found.push(Find { text: self.text[at.clone()].into(), words: self.words_in(&at) });
                unread.push(at);
            }
        }
        found
    }

    fn enumerations(&self) -> Vec<Find> {
        let numbers = (0..self.words.len()).filter(|i| is_number(&self.words[*i].stem));
        let shown = |i: usize| &self.text[self.words[i].at.start..self.words[(i + 7).min(self.words.len() - 1)].at.end];
        numbers.map(|i| Find { text: shown(i).into(), words: vec![i] }).collect()
    }

    fn capitalised(&self) -> Vec<Find> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.words.len() {
            let end = self.end_of_name(i);
            let mut words: Vec<usize> = (i..end).filter(|i| self.has_capital(*i)).collect();
            while words.first().is_some_and(|first| OPENERS.contains(&self.words[*first].stem.as_str())) {
                words.remove(0);
            }
            if let [first, .., last] = words[..] {
                found.push(Find { text: self.text[self.words[first].at.start..self.words[last].at.end].into(), words });
            }
            i = end.max(i + 1);
        }
        found
    }

    /// Behind the last word of the name that begins with the word `from`; `from` itself where none does.
    fn end_of_name(&self, from: usize) -> usize {
        let mut end = from;
        for i in from..self.words.len() {
            if self.has_capital(i) {
                end = i + 1;
            } else if end == from || !JOINERS.contains(&self.words[i].stem.as_str()) {
                break;
            }
            if !self.runs_on(i) {
                break;
            }
        }
        end
    }

    /// Whether only space or a hyphen stands between the word `i` and the next.
    fn runs_on(&self, i: usize) -> bool {
        let Some(next) = self.words.get(i + 1) else { return false };
        let gap = &self.text[self.words[i].at.end..next.at.start];
        gap == "-" || gap.chars().all(|c| c.is_whitespace() && c != '\n')
    }

    fn has_capital(&self, i: usize) -> bool {
        self.text[self.words[i].at.clone()].starts_with(char::is_uppercase)
    }

    fn words_in(&self, at: &Range<usize>) -> Vec<usize> {
        let inside = |i: &usize| self.words[*i].at.start >= at.start && self.words[*i].at.end <= at.end;
        (0..self.words.len()).filter(inside).collect()
    }
}
