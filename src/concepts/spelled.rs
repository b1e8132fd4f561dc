//! Words that are the same though their letters differ: plurals that follow no rule, British and American spelling, figures
//! for the words of small numbers.

use crate::text::{Word, cardinal, number_word, stem, words};
use std::borrow::Cow;

/// Stems, in the order of letters, each with the one that it is taken for.
const SAME: [(&str, &str); 41] = [
    ("analyse", "analysis"),
    ("armour", "armor"),
    ("behaviour", "behavior"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("children", "child"),
    ("colour", "color"),
    ("crise", "crisis"),
    ("criteria", "criterion"),
    ("defence", "defense"),
    ("dialog", "dialogue"),
    ("endeavour", "endeavor"),
    ("favour", "favor"),
    ("feet", "foot"),
    ("fibre", "fiber"),
    ("geese", "goose"),
    ("grey", "gray"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("hypothese", "hypothesis"),
    ("knive", "knife"),
    ("labour", "labor"),
    ("licence", "license"),
    ("loave", "loaf"),
    ("men", "man"),
    ("metre", "meter"),
    ("mice", "mouse"),
    ("neighbour", "neighbor"),
    ("offence", "offense"),
    ("oxen", "ox"),
    ("phenomena", "phenomenon"),
    ("plough", "plow"),
    ("pretence", "pretense"),
    ("programme", "program"),
    ("rumour", "rumor"),
    ("sulphur", "sulfur"),
    ("synthese", "synthesis"),
    ("teeth", "tooth"),
    ("theatre", "theater"),
    ("wive", "wife"),
    ("women", "woman"),
];
/// Endings in British and in American spelling.
const ENDINGS: [(&str, &str); 4] = [("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize")];
/// Shorter words in `-ise` have it in both.
const SHORTEST: usize = 8;
/// Endings of nouns and adjectives of French, Spanish, Portuguese and Italian in their genders and numbers, each with the one
/// that it is taken for: `canaux`, `comunales` (without its `s`), `sociais`, `trattato`.
const ROMANCE: [(&str, &str); 19] = [
    ("aux", "al"),
    ("ale", "al"),
    ("ali", "al"),
    ("ais", "al"),
    ("are", "ar"),
    ("ari", "ar"),
    ("ore", "or"),
    ("ori", "or"),
    ("ile", "il"),
    ("ili", "il"),
    ("ione", "ion"),
    ("ioni", "ion"),
    ("dade", "dad"),
    ("ezza", "ezze"),
    ("enza", "enze"),
    ("anza", "anze"),
    ("ura", "ure"),
    ("io", "i"),
    ("to", "ti"),
];
/// Shorter words are another one without the ending, as are these.
const SHORTEST_ROMANCE: usize = 6;
const OTHERS: [&str; 11] = [
    "morale",
    "locale",
    "finale",
    "rationale",
    "chorale",
    "pastorale",
    "corporale",
    "bengali",
    "nepali",
    "qatari",
    "somali",
];

/// The stem that a stem is taken for.
pub fn canonical(stem: &str) -> Cow<'_, str> {
    if let Ok(at) = SAME.binary_search_by_key(&stem, |(one, _)| one) {
        return SAME[at].1.into();
    }
    if stem.len() <= 2 && stem.bytes().all(|byte| byte.is_ascii_digit()) {
        let word = cardinal(stem).filter(|value| *value <= 20).and_then(number_word);
        return word.map_or(stem.into(), Cow::from);
    }
    let american = ENDINGS.iter().filter(|_| stem.len() >= SHORTEST);
    let is_romance = stem.len() >= SHORTEST_ROMANCE && !OTHERS.contains(&stem) && !stem.ends_with("eaux");
    let endings = american.chain(ROMANCE.iter().filter(|_| is_romance));
    let mut same = endings.filter_map(|(one, other)| Some(format!("{}{other}", stem.strip_suffix(one)?)));
    same.next().map_or(stem.into(), Cow::from)
}

/// A name with each word as its stem is taken for, if that is another spelling of it.
pub(super) fn respelled(name: &str) -> Option<String> {
    let taken = |word: &Word| {
        let stem = stem(&word.folded);
        let own = canonical(stem);
        (!word.folded.starts_with(|c: char| c.is_ascii_digit()) && own != stem).then(|| own.into_owned())
    };
    let words = words(name);
    let others: Vec<Option<String>> = words.iter().map(taken).collect();
    let respelled = |(word, other): (Word, Option<String>)| other.unwrap_or(word.folded);
    let is_other = others.iter().any(Option::is_some);
    is_other.then(|| words.into_iter().zip(others).map(respelled).collect::<Vec<_>>().join(" "))
}

/// All stems that are taken for the same as one, itself included.
pub(super) fn alike(stem: &str) -> Vec<String> {
    let own = canonical(stem).into_owned();
    let mut all: Vec<String> = SAME.iter().filter(|(_, other)| *other == own).map(|(one, _)| one.to_string()).collect();
    let endings = ENDINGS.iter().chain(&ROMANCE);
    let written = endings.filter_map(|(one, other)| Some(format!("{}{one}", own.strip_suffix(other)?)));
    all.extend(written.filter(|one| canonical(one) == own));
    all.extend(cardinal(&own).filter(|value| *value <= 20).map(|value| value.to_string()));
    all.extend([stem.to_string(), own]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_another_spelling_where_one_of_its_words_has() {
        assert_eq!(respelled("Harbour Codes").as_deref(), Some("harbor codes"));
        assert_eq!(respelled("Harbor Code"), None);
    }

    #[test]
    fn spellings_of_one_word_are_taken_for_one() {
        assert!(SAME.is_sorted());
        for (a, b) in [
            ("men", "man"),
            ("analyses", "analysis"),
            ("harbours", "harbor"),
            ("defence", "defense"),
            ("5", "five"),
            ("organisations", "organization"),
            ("canaux", "canal"),
            ("comunales", "comunal"),
            ("sociali", "sociale"),
            ("nacionais", "nacional"),
            ("comunidades", "comunidad"),
            ("militares", "militar"),
            ("trabajadores", "trabajador"),
            ("regiones", "region"),
            ("principi", "principio"),
            ("trattati", "trattato"),
            ("alleanze", "alleanza"),
        ] {
            assert_eq!(canonical(stem(a)), canonical(stem(b)), "{a}, {b}");
            assert!(alike(stem(b)).contains(&stem(a).to_string()), "{a}, {b}");
        }
        assert_ne!(canonical("21"), canonical("one"));
        for (a, b) in [
            ("morale", "moral"),
            ("locale", "local"),
            ("finale", "final"),
            ("bureaux", "bureal"),
            ("qatari", "qatar"),
            ("nicola", "nicole"),
        ] {
            assert_ne!(canonical(a), canonical(b), "{a}, {b}");
        }
    }
}
