//! What words of one stem have in common: the forms of English, and those of other languages that no English word looks like.

/// Words in `-y` that without it are other words: they keep it, and it is in the stem of their plurals.
const KEEPING_Y: [&str; 81] = [
    "ally",
    "archery",
    "armory",
    "army",
    "artery",
    "bakery",
    "battery",
    "belly",
    "bloody",
    "bravery",
    "brewery",
    "bribery",
    "bully",
    "busy",
    "cloudy",
    "colony",
    "copy",
    "county",
    "delivery",
    "difficulty",
    "directory",
    "dirty",
    "discovery",
    "dusty",
    "early",
    "every",
    "factory",
    "fairy",
    "felony",
    "fishery",
    "flattery",
    "forty",
    "fully",
    "germany",
    "greedy",
    "grocery",
    "guilty",
    "gully",
    "handy",
    "hardy",
    "healthy",
    "honesty",
    "inventory",
    "jealousy",
    "lady",
    "lengthy",
    "lucky",
    "many",
    "masonry",
    "mastery",
    "modesty",
    "monarchy",
    "needy",
    "oligarchy",
    "oratory",
    "party",
    "patriarchy",
    "photography",
    "pity",
    "pottery",
    "rainy",
    "ready",
    "recovery",
    "refinery",
    "regulatory",
    "risky",
    "robbery",
    "rocky",
    "salty",
    "sandy",
    "slavery",
    "study",
    "thirsty",
    "treaty",
    "unity",
    "victory",
    "villainy",
    "warranty",
    "wealthy",
    "windy",
    "worthy",
];

/// The folded form without the ending of a possessive or of a regular English plural (`China's`, `nations`, `policies`,
/// `approaches`), of a plural of German, Spanish, Italian or Portuguese that no English word looks like, and of a Cyrillic
/// word's case: what terms are compared by. `policy` loses its `y`, so as to meet `policies`, but `party` does not, so as not to
/// meet `part`. Words of up to three letters stay as they are.
pub fn stem(folded: &str) -> &str {
    let word = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded);
    if word.len() <= 3 || !word.is_ascii() {
        return if word.starts_with(is_cyrillic) { stem_of_cyrillic(word) } else { word };
    }
    let without = |count: usize| &word[..word.len() - count];
    let is_foreign = |(ending, _): &&(&str, usize)| word.len() >= SHORTEST_FOREIGN && word.ends_with(ending);
    if let Some((_, count)) = FOREIGN_ENDINGS.iter().find(is_foreign) {
        return without(*count);
    }
    if word.len() > 4 && word.ends_with("ies") {
        let bare = without(3);
        let is_own = |known: &&&str| known.strip_suffix('y') == Some(bare);
        return KEEPING_Y.iter().find(is_own).copied().unwrap_or(bare);
    }
    if ["ches", "shes", "sses", "xes"].iter().any(|ending| word.ends_with(ending)) {
        return without(2);
    }
    match word.as_bytes()[word.len() - 2..] {
        [b's' | b'u' | b'i', b's'] => word,
        [_, b's'] => without(1),
        [b'a' | b'e' | b'o' | b'u', b'y'] => word,
        [_, b'y'] if KEEPING_Y.binary_search(&word).is_ok() => word,
        [_, b'y'] => without(1),
        _ => word,
    }
}

/// Endings of German, Spanish, Italian and Portuguese nouns that no English word has, and how many letters of each are that
/// of a plural or of its singular: `Abgrenzungen`, `naciones`, `nazioni`, `disposições`.
const FOREIGN_ENDINGS: [(&str, usize); 13] = [
    ("ciones", 2),
    ("siones", 2),
    ("ungen", 2),
    ("heiten", 2),
    ("keiten", 2),
    ("schaften", 2),
    ("ionen", 2),
    ("zioni", 1),
    ("zione", 1),
    ("coes", 3),
    ("soes", 3),
    ("cao", 2),
    ("sao", 2),
];
/// Shorter words keep them, in letters.
const SHORTEST_FOREIGN: usize = 7;

/// The endings of Russian nouns and adjectives in their cases, folded, the longest first.
const CYRILLIC_ENDINGS: [&str; 47] = [
    "иями", "иеи", "иею", "ами", "ями", "ыми", "ими", "иях", "иям", "ием", "ого", "его", "ому", "ему", "ах", "ях",
    "ам", "ям", "ом", "ем", "ои", "еи", "ою", "ею", "ых", "их", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ыи",
    "ии", "ия", "ию", "ью", "ов", "а", "я", "о", "е", "и", "ы", "у",
];
/// What such an ending leaves at least, in letters.
const SHORTEST_STEM: usize = 3;

/// A Cyrillic word without the ending of its case.
fn stem_of_cyrillic(word: &str) -> &str {
    let bare = CYRILLIC_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let stem = bare.into_iter().find(|stem| stem.chars().count() >= SHORTEST_STEM).unwrap_or(word);
    stem.strip_suffix(['ь', 'ю']).filter(|bare| bare.chars().count() >= SHORTEST_STEM).unwrap_or(stem)
}

/// The words that have a stem as other languages than English inflect them, in all cases and numbers.
pub fn inflected(stem_of: &str) -> Vec<String> {
    let endings: &[&str] =
        if stem_of.starts_with(is_cyrillic) { &CYRILLIC_ENDINGS } else { &["es", "en", "i", "e", "ao", "oes"] };
    let all = endings.iter().chain(&["", "ь", "ью"]).map(|ending| format!("{stem_of}{ending}"));
    all.filter(|word| stem(word) == stem_of).collect()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_its_plural_and_its_possessive_have_one_stem() {
        for (a, b) in [
            ("principles", "principle"),
            ("china's", "china"),
            ("policies", "policy"),
            ("abgrenzungen", "abgrenzung"),
            ("naciones", "nacion"),
            ("nazioni", "nazione"),
            ("disposicoes", "disposicao"),
            ("общинои", "община"),
            ("ротациеи", "ротация"),
            ("общинах", "община"),
            ("поземельнои", "поземельная"),
            ("переделом", "передел"),
            ("собственности", "собственность"),
            ("countries'", "country"),
            ("approaches", "approach"),
            ("ways", "way"),
            ("parties", "party"),
            ("units", "unit"),
        ] {
            assert_eq!(stem(a), stem(b));
        }
        for (a, b) in [("party", "parts"), ("unity", "unit"), ("colonies", "colons"), ("monarchy", "monarch")] {
            assert_ne!(stem(a), stem(b));
        }
        assert!(KEEPING_Y.is_sorted());
        for word in ["its", "class", "status", "crisis", "way"] {
            assert_eq!(stem(word), word);
        }
    }
}
