//! The closed classes of words of each language that cues are made of.

mod french;
mod german;
mod italian;
mod portuguese;
mod russian;
mod spanish;

/// The words of a language. Lists are of lower-case words between spaces.
pub(in crate::attribution) struct Lexicon {
    /// Frequent words that tell it from the other languages.
    pub common: &'static str,
    /// Finite verbs of saying, and participles behind an auxiliary.
    pub says: &'static str,
    /// Those of them that report speech only with a particle further behind, and the particles.
    pub parted: &'static str,
    pub parts: &'static str,
    /// Auxiliaries before such a participle.
    pub aux: &'static str,
    /// Objects, reflexives and adverbs between a subject and its verb.
    pub between: &'static str,
    /// Opens a clause.
    pub opens: &'static str,
    /// `according to`, each of one word or several.
    pub according: &'static [&'static str],
    /// The same behind the name.
    pub after: &'static str,
    /// `for`, which says whose view something is if a person's name and a comma follow.
    pub view: &'static str,
    /// Stands between a quotation and its speaker: the `so` of `„…“, so Anna Schmidt`.
    pub so: &'static str,
    pub articles: &'static str,
    pub pronouns: &'static str,
    /// Joins a noun with what it belongs to.
    pub of: &'static str,
    /// May stand inside a name before a capital.
    pub particles: &'static str,
    /// Ends a noun phrase.
    pub ends: &'static str,
    /// Stands before a name, or is who speaks without one.
    pub roles: &'static str,
    /// Endings of words of that kind.
    pub role_endings: &'static [&'static str],
    /// A noun for a body: a name behind it is no person's.
    pub bodies: &'static str,
    /// A noun for a work: what stands between marks behind it is its title.
    pub works: &'static str,
    /// The months; see [`crate::text::months`].
    pub months: &'static str,
    /// The seasons, where a year may stand behind them just so.
    pub seasons: &'static str,
    /// Stands before a year, a month or a day that says when, each of one word or several; whether a year needs none.
    pub before_year: &'static [&'static str],
    pub before_month: &'static [&'static str],
    pub before_day: &'static [&'static str],
    pub bare_years: bool,
    /// A noun beside a year: `das Jahr 1955`.
    pub year: &'static str,
    /// Nouns, and endings of nouns, for occasions that one is at, and what stands before them.
    pub events: &'static str,
    pub event_endings: &'static [&'static str],
    pub at: &'static [&'static str],
    /// The same for what words stand in: speeches, letters.
    pub messages: &'static str,
    pub inside: &'static [&'static str],
    /// Behind `at` and `inside` these lead to something else: `auf die Rede antwortete sie`.
    pub directs: &'static str,
    /// Stands before the name of a place.
    pub places: &'static str,
    /// Whether every noun has a capital.
    pub capital_nouns: bool,
    /// Whether a verb may have no subject, since its form tells it.
    pub drops_subjects: bool,
    /// Whether who speaks may stand inside the marks, between commas.
    pub inserts: bool,
    /// Whether a name ends otherwise where it is no subject: `Соколов`, `по словам Соколова`.
    pub declines: bool,
}

/// Whether a list has a word, in any case.
pub(super) fn has(list: &str, word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    !word.is_empty() && list.split_ascii_whitespace().any(|known| known == word)
}

/// Words that tell English from these languages.
pub(super) const ENGLISH: &str = "the of and to that with for he she said they not by from his her it is at who had says wrote writes told asked called";

/// The languages.
pub(super) const ALL: [&Lexicon; 6] =
    [&german::WORDS, &french::WORDS, &spanish::WORDS, &italian::WORDS, &portuguese::WORDS, &russian::WORDS];
