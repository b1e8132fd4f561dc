//! Names and definitions in texts that are not English: in German, French, Spanish, Italian, Portuguese and Russian. Names are
//! what stands between marks, headings, capitals, and runs of words that come again; definitions are told by a few words.

mod definitions;
mod formulas;
mod items;
mod lexicon;
mod names;
mod persons;
mod reader;
mod sections;
mod turns;

pub(super) use reader::Reader;
pub(super) use sections::is_told;

use super::language::closed_words;
use super::tokens::Token;
use crate::text::{Declined, each_word, fold, key, small_numbers};
use formulas::{Formula, Openings};
use lexicon::Words;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Of prose a fourth of the words and more are of the closed classes; so many are enough.
const LEAST: f32 = 0.15;
/// Where the script leaves few languages, so many.
const LEAST_OF_SCRIPT: f32 = 0.06;
/// Words of other languages in the script of Russian: Ukrainian, Bulgarian, Serbian.
static OTHERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words =
        "і та що як або від це є її його був були який які се са във със това тази които че съм је су ће који која";
    words.split(' ').map(|word| key(&fold(word))).collect()
});

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
    const LABEL: Classes = Classes(2_097_152);
    const TITLE: Classes = Classes(4_194_304);
    const SAYING: Classes = Classes(8_388_608);

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
            (Classes::LABEL, words.labels),
            (Classes::TITLE, words.titles),
            (Classes::SAYING, words.saying),
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
        let (language, most) = Self::likeliest(tokens)?;
        let share = |least: f32| most as f32 >= least * tokens.len() as f32;
        let is_script = || 2 * tokens.iter().filter(|token| token.declined != Declined::None).count() > tokens.len();
        let least = if !language.articles && is_script() { LEAST_OF_SCRIPT } else { LEAST };
        let others = || tokens.iter().filter(|token| OTHERS.contains(&token.word)).count();
        (most > 1 && share(least) && (language.articles || others() < most)).then_some(language)
    }

    /// The language of few words, if more of them are its own than those of English.
    pub fn of_few(tokens: &[Token]) -> Option<&'static Language> {
        let (_, most) = Self::likeliest(tokens)?;
        Self::of(tokens).filter(|_| most > closed_words(tokens))
    }

    /// The language that has the most of these words, and how many.
    fn likeliest(tokens: &[Token]) -> Option<(&'static Language, usize)> {
        ALL.iter().map(|one| (one, one.closed_words(tokens))).max_by_key(|(_, count)| *count)
    }

    /// How many of these words are of its closed classes.
    fn closed_words(&self, tokens: &[Token]) -> usize {
        tokens.iter().filter(|token| self.is_closed(token)).count()
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
