//! Which case the ending of a Russian word tells, as far as it tells one.

/// What an ending tells, the likeliest to be that of a name's own form first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declined {
    /// The word is none of Russian.
    None,
    /// It may be a nominative.
    Nominative,
    /// A plural, or another case of the singular.
    Either,
    /// Another case.
    Oblique,
    /// That by which something is called: `называется комплектом`.
    Instrumental,
}

const INSTRUMENTAL: [&str; 12] = ["ами", "ями", "ыми", "ими", "ом", "ем", "ым", "им", "ои", "еи", "ою", "ью"];
const OBLIQUE: [&str; 20] = [
    "иях", "иям", "ого", "его", "ому", "ему", "ах", "ях", "ам", "ям", "ых", "их", "ую", "юю", "ов", "ев", "ию", "у",
    "ю", "ею",
];
const EITHER: [&str; 4] = ["ии", "и", "ы", "е"];
/// Endings of nominatives that others end like.
const OWN: [&str; 4] = ["ие", "ое", "ее", "ье"];
/// What an ending leaves at least, in letters.
const SHORTEST: usize = 3;

/// What the ending of a folded word tells.
pub fn declined(folded: &str) -> Declined {
    let is_cyrillic = folded.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let has = |endings: &[&str]| {
        let mut rests = endings.iter().filter_map(|ending| folded.strip_suffix(ending));
        rests.any(|rest| rest.chars().count() >= SHORTEST)
    };
    match () {
        () if !is_cyrillic => Declined::None,
        () if has(&OWN) => Declined::Nominative,
        () if has(&INSTRUMENTAL) => Declined::Instrumental,
        () if has(&OBLIQUE) => Declined::Oblique,
        () if has(&EITHER) => Declined::Either,
        () => Declined::Nominative,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn an_ending_tells_a_case() {
        for (word, case) in [
            ("комплект", Declined::Nominative),
            ("полная", Declined::Nominative),
            ("копирование", Declined::Nominative),
            ("полной", Declined::Instrumental),
            ("комплектом", Declined::Instrumental),
            ("снимками", Declined::Instrumental),
            ("копию", Declined::Oblique),
            ("полного", Declined::Oblique),
            ("копии", Declined::Either),
            ("дом", Declined::Nominative),
            ("theatre", Declined::None),
        ] {
            assert_eq!(declined(&fold(word)), case, "{word}");
        }
    }
}
