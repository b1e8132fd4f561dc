//! Names and definitions in texts that are not English: in German, French, Spanish, Italian, Portuguese and Russian. Names are
//! what stands between marks, headings, capitals, and runs of words that come again; definitions are told by a few words.

mod definitions;
mod formulas;
mod items;
mod lexicon;
mod names;
mod reader;
mod sections;
mod turns;

pub(super) use reader::Reader;
pub(super) use sections::is_told;

use super::tokens::Token;
use crate::text::{each_word, key, small_numbers};
use formulas::{Formula, Openings};
use lexicon::Words;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Of prose a fourth of the words and more are of the closed classes; so many are enough.
const LEAST: f32 = 0.15;

/// A language, as far as names and definitions are told by it.
pub(super) struct Language {
    classes: FxHashMap<u64, Classes>,
    formulas: Vec<Formula>,
    /// What begins what is said of a heading.
    it_is: Openings,
    marks: &'static [(char, char)],
    capital_nouns: bool,
    /// Whether the language has articles.
    articles: bool,
}

/// What a word can do, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Classes(u32);

impl Classes {
    const ARTICLE: Classes = Classes(1);
    const INNER: Classes = Classes(2);
    const CLOSED: Classes = Classes(4);
    const COPULA: Classes = Classes(8);
    const KIND: Classes = Classes(16);
    const MEANS: Classes = Classes(32);
    const CALLED: Classes = Classes(64);
    const CALLED_BEHIND: Classes = Classes(128);
    const DEFINED: Classes = Classes(256);
    const LIKE: Classes = Classes(512);
    const BY: Classes = Classes(1024);
    const UNDERSTOOD: Classes = Classes(2048);
    const NOUN: Classes = Classes(4096);
    const BETWEEN: Classes = Classes(8192);
    const A: Classes = Classes(16384);
    const AND: Classes = Classes(32768);
    const VERB: Classes = Classes(65536);
    const NUMBER: Classes = Classes(131_072);
    const CONDITION: Classes = Classes(262_144);
    const IDLE: Classes = Classes(524_288);
    const PARTICIPLE: Classes = Classes(1_048_576);

    fn has(self, class: Classes) -> bool {
        self.0 & class.0 != 0
    }
}

static ALL: LazyLock<Vec<Language>> = LazyLock::new(|| lexicon::ALL.iter().map(Language::new).collect());

impl Language {
    fn new(words: &Words) -> Self {
        let mut classes: FxHashMap<u64, Classes> = FxHashMap::default();
        for (class, list) in [
            (Classes::ARTICLE, words.articles),
            (Classes::INNER, words.inner),
            (Classes::CLOSED, words.closed),
            (Classes::COPULA, words.copulas),
            (Classes::KIND, words.kinds),
            (Classes::MEANS, words.means),
            (Classes::CALLED, words.called),
            (Classes::CALLED_BEHIND, words.called_behind),
            (Classes::DEFINED, words.defined),
            (Classes::LIKE, words.like),
            (Classes::BY, words.by),
            (Classes::UNDERSTOOD, words.understood),
            (Classes::NOUN, words.nouns),
            (Classes::BETWEEN, words.between),
            (Classes::A, words.a),
            (Classes::AND, words.and),
            (Classes::CONDITION, words.conditions),
            (Classes::IDLE, words.idle),
            (Classes::PARTICIPLE, words.participles),
        ] {
            each_word(list, |_, word| classes.entry(key(word)).or_default().0 |= class.0);
        }
        for number in small_numbers(words.numbers) {
            classes.entry(key(number)).or_default().0 |= Classes::NUMBER.0;
        }
        let formulas = Formula::all(words.formulas);
        for verb in formulas.iter().flat_map(Formula::verbs) {
            classes.entry(*verb).or_default().0 |= Classes::VERB.0;
        }
        Language {
            classes,
            formulas,
            it_is: Openings::new(words.it_is),
            marks: words.marks,
            capital_nouns: words.capital_nouns,
            articles: !words.kinds.is_empty(),
        }
    }

    /// The language of these words; `None` where it is English or none of those that are known.
    pub fn of(tokens: &[Token]) -> Option<&'static Language> {
        let count = |language: &Language| tokens.iter().filter(|token| language.is_closed(token)).count();
        let (language, most) = ALL.iter().map(|one| (one, count(one))).max_by_key(|(_, count)| *count)?;
        (most > 1 && most as f32 >= LEAST * tokens.len() as f32).then_some(language)
    }

    fn class(&self, token: &Token) -> Classes {
        self.classes.get(&token.word).copied().unwrap_or_default()
    }

    /// Whether a word is the article of what was not named before.
    fn is_a(&self, token: &Token) -> bool {
        self.class(token).has(Classes::A)
    }

    /// Whether a word is of a closed class.
    fn is_closed(&self, token: &Token) -> bool {
        let class = self.class(token);
        [Classes::ARTICLE, Classes::INNER, Classes::CLOSED, Classes::COPULA].into_iter().any(|one| class.has(one))
    }
}
