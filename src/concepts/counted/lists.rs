//! Small words by which a name that counts is told.

/// What stands between a head and its complement.
pub(super) const BETWEEN_ENGLISH: [&str; 11] =
    ["of", "for", "on", "in", "about", "governing", "concerning", "to", "towards", "toward", "against"];
/// The same in other languages.
pub(super) const BETWEEN: [&str; 26] = [
    "von", "der", "des", "für", "fur", "zu", "zur", "zum", "du", "de", "d", "pour", "del", "para", "di", "della",
    "dello", "dei", "degli", "delle", "per", "do", "da", "dos", "das", "sur",
];
/// Small words that may begin a complement.
pub(super) const ARTICLES: [&str; 14] =
    ["the", "a", "an", "der", "die", "das", "den", "dem", "la", "le", "les", "el", "los", "il"];
/// Before a number in small letters these say that all are counted.
pub(super) const ALL: [&str; 14] =
    ["the", "die", "den", "der", "les", "des", "los", "las", "i", "gli", "le", "os", "as", "aos"];
/// Before a number these say that only some are counted, or that it is not the number.
pub(super) const SOME: [&str; 44] = [
    "first",
    "last",
    "other",
    "remaining",
    "next",
    "final",
    "following",
    "former",
    "latter",
    "these",
    "those",
    "its",
    "their",
    "our",
    "his",
    "her",
    "my",
    "your",
    "any",
    "some",
    "only",
    "another",
    "more",
    "than",
    "least",
    "most",
    "not",
    "no",
    "just",
    "merely",
    "nearly",
    "almost",
    "about",
    "over",
    "under",
    "top",
    "main",
    "original",
    "new",
    "old",
    "further",
    "additional",
    "every",
    "such",
];
/// Near before it these say that it is known to be wrong.
pub(super) const DENIED: [&str; 14] = [
    "not",
    "never",
    "instead",
    "rather",
    "wrongly",
    "mistakenly",
    "erroneously",
    "incorrectly",
    "falsely",
    "misnamed",
    "no",
    "neither",
    "nor",
    "without",
];
/// Behind a name in small letters these may pick some out of all.
pub(super) const PICKED: [&str; 35] = [
    "that",
    "which",
    "who",
    "whose",
    "where",
    "concerning",
    "relating",
    "mentioned",
    "named",
    "cited",
    "discussed",
    "above",
    "below",
    "listed",
    "quoted",
    "most",
    "we",
    "he",
    "she",
    "they",
    "it",
    "i",
    "just",
    "here",
    "in",
    "on",
    "by",
    "from",
    "with",
    "between",
    "among",
    "die",
    "que",
    "qui",
    "che",
];
