//! Small words by which languages are told.

/// Words that are frequent in German, and not in its neighbours.
const GERMAN: [&str; 16] = [
    "auch", "auf", "das", "dem", "ein", "eine", "ist", "nicht", "oder", "sich", "und", "von", "werden", "wird", "zu",
    "zur",
];

/// Words that German has in common with others.
const GERMAN_TOO: [&str; 6] = ["der", "die", "den", "des", "mit", "einen"];

/// Definite articles.
const ARTICLES: [&str; 14] =
    ["the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "os"];

/// Whether a folded word is frequent in German, and not in its neighbours.
pub fn is_german(folded: &str) -> bool {
    GERMAN.contains(&folded)
}

/// Whether a folded word may be German, where nouns have capitals: a frequent one, in common with others or not.
pub fn may_be_german(folded: &str) -> bool {
    is_german(folded) || GERMAN_TOO.contains(&folded)
}

/// Whether a folded word is a definite article.
pub fn is_article(folded: &str) -> bool {
    ARTICLES.contains(&folded)
}
