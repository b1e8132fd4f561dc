//! Numbers in words of German, French, Spanish, Italian, Portuguese and Russian, and in Roman figures: `dreihundert`,
//! `quatre-vingt-dix`, `двадцать один`, `XIV`. All words are folded.

mod russian;

/// A longer word is no number, in bytes.
const LONGEST: usize = 48;
/// Numbers that are more often other words, of English or names.
const AMBIGUOUS: [&str; 10] = ["due", "once", "cent", "cents", "mil", "dos", "sept", "otto", "семью", "сорока"];

/// A language whose numbers are read in words.
#[allow(missing_docs)] // the names say it
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Russian,
}

/// The words for two to twelve in a language, folded.
pub fn small_numbers(language: Counting) -> Vec<&'static str> {
    let table = match language {
        Counting::German => return GERMAN[2..=12].to_vec(),
        Counting::Italian => return ITALIAN[2..=12].to_vec(),
        Counting::French => FRENCH,
        Counting::Spanish => SPANISH,
        Counting::Portuguese => PORTUGUESE,
        Counting::Russian => return russian::up_to_twelve().collect(),
    };
    table.iter().filter(|(_, value)| (2..=12).contains(value)).map(|(word, _)| *word).collect()
}

/// The number that some words say in one of these languages.
pub(super) fn said(words: &[&str]) -> Option<u64> {
    let one = match words {
        [word] if AMBIGUOUS.contains(word) => return None,
        [word] if word.len() <= LONGEST => german(word).or_else(|| italian(word)),
        _ => None,
    };
    let romance =
        || [FRENCH, SPANISH, PORTUGUESE].iter().find_map(|language| composed(words, |word| worth(word, language)));
    one.or_else(romance).or_else(|| composed(words, russian::worth))
}

/// The value of a number in Roman figures, as they are written today.
pub(super) fn roman(word: &str) -> Option<u64> {
    if ["i", "mi", "di", "mix", "li", "c", "d", "m", "l"].contains(&word) {
        return None;
    }
    const FIGURES: [(&str, u64); 13] = [
        ("m", 1000),
        ("cm", 900),
        ("d", 500),
        ("cd", 400),
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ];
    let (mut rest, mut value) = (word, 0);
    for (figure, worth) in FIGURES {
        let most = if figure.len() == 1 && !"vld".contains(figure) { 3 } else { 1 };
        for _ in 0..most {
            if let Some(behind) = rest.strip_prefix(figure) {
                (rest, value) = (behind, value + worth);
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

const GERMAN: [&str; 20] = [
    "null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf",
    "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
];
const GERMAN_TENS: [&str; 8] =
    ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

fn german(word: &str) -> Option<u64> {
    for (scale, worth) in [("tausend", 1000), ("hundert", 100)] {
        if let Some((many, rest)) = word.split_once(scale) {
            let many = if many.is_empty() { 1 } else { german(many)? };
            let rest = rest.strip_prefix("und").unwrap_or(rest);
            let rest = if rest.is_empty() { 0 } else { german(rest)? };
            return many.checked_mul(worth)?.checked_add(rest);
        }
    }
    let unit = |word: &str| match word {
        "eins" | "eine" | "einen" | "einem" | "einer" => Some(1),
        _ => GERMAN.iter().position(|one| *one == word).map(|value| value as u64),
    };
    let ten = |word: &str| GERMAN_TENS.iter().position(|ten| *ten == word).map(|value| 10 * (value as u64 + 2));
    let both = || word.split_once("und").and_then(|(one, tens)| Some(unit(one)? + ten(tens)?));
    unit(word).or_else(|| ten(word)).or_else(both)
}

const ITALIAN: [&str; 20] = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];
const ITALIAN_TENS: [&str; 8] = ["vent", "trent", "quarant", "cinquant", "sessant", "settant", "ottant", "novant"];

fn italian(word: &str) -> Option<u64> {
    for (scale, worth) in [("mila", 1000), ("mille", 1000), ("cento", 100)] {
        if let Some((many, rest)) = word.split_once(scale) {
            let many = if many.is_empty() { 1 } else { italian(many)? };
            let rest = if rest.is_empty() { 0 } else { italian(rest)? };
            return many.checked_mul(worth)?.checked_add(rest);
        }
    }
    let unit = |word: &str| ITALIAN.iter().position(|one| *one == word).map(|value| value as u64);
    let tens = || {
        ITALIAN_TENS.iter().zip(2..).find_map(|(stem, tens)| {
            let rest = word.strip_prefix(stem)?;
            let bare = rest.strip_prefix(if tens == 2 { 'i' } else { 'a' });
            match (bare, rest) {
                (Some(""), _) => Some(10 * tens),
                (Some(one), _) => unit(one).map(|one| 10 * tens + one),
                (None, "uno" | "otto") => unit(rest).map(|one| 10 * tens + one),
                _ => None,
            }
        })
    };
    unit(word).or_else(tens)
}

type Language = &'static [(&'static str, u64)];

const FRENCH: Language = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("cent", 100),
    ("cents", 100),
    ("mille", 1000),
];
const SPANISH: Language = &[
    ("uno", 1),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciseis", 16),
    ("diecisiete", 17),
    ("dieciocho", 18),
    ("diecinueve", 19),
    ("veinte", 20),
    ("veintiuno", 21),
    ("veintidos", 22),
    ("veintitres", 23),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiseis", 26),
    ("veintisiete", 27),
    ("veintiocho", 28),
    ("veintinueve", 29),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("sesenta", 60),
    ("setenta", 70),
    ("ochenta", 80),
    ("noventa", 90),
    ("cien", 100),
    ("ciento", 100),
    ("doscientos", 200),
    ("trescientos", 300),
    ("cuatrocientos", 400),
    ("quinientos", 500),
    ("seiscientos", 600),
    ("setecientos", 700),
    ("ochocientos", 800),
    ("novecientos", 900),
    ("mil", 1000),
];
const PORTUGUESE: Language = &[
    ("um", 1),
    ("uma", 1),
    ("dois", 2),
    ("duas", 2),
    ("tres", 3),
    ("quatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("sete", 7),
    ("oito", 8),
    ("nove", 9),
    ("dez", 10),
    ("onze", 11),
    ("doze", 12),
    ("treze", 13),
    ("quatorze", 14),
    ("catorze", 14),
    ("quinze", 15),
    ("dezesseis", 16),
    ("dezessete", 17),
    ("dezoito", 18),
    ("dezenove", 19),
    ("vinte", 20),
    ("trinta", 30),
    ("quarenta", 40),
    ("cinquenta", 50),
    ("sessenta", 60),
    ("setenta", 70),
    ("oitenta", 80),
    ("noventa", 90),
    ("cem", 100),
    ("cento", 100),
    ("duzentos", 200),
    ("trezentos", 300),
    ("quatrocentos", 400),
    ("quinhentos", 500),
    ("seiscentos", 600),
    ("setecentos", 700),
    ("oitocentos", 800),
    ("novecentos", 900),
    ("mil", 1000),
];
/// What a word is worth as a part of a number.
fn worth(word: &str, language: Language) -> Option<u64> {
    language.iter().find(|(one, _)| *one == word).map(|one| one.1)
}

/// A number of several words, each of which adds to those before it or, as a scale, counts by them.
fn composed(words: &[&str], worth: impl Fn(&str) -> Option<u64>) -> Option<u64> {
    let (mut total, mut group, mut last) = (0u64, 0u64, u64::MAX);
    for (at, word) in words.iter().enumerate() {
        if at > 0 && at + 1 < words.len() && matches!(*word, "et" | "y" | "e") {
            continue;
        }
        let value = worth(word)?;
        match value {
            1000 => (total, group) = (total.checked_add(group.max(1).checked_mul(1000)?)?, 0),
            100 if (2..10).contains(&group) => group *= 100,
            // *Quatre-vingt* and *soixante-dix*.
            20 if group % 100 == 4 => group += 76,
            10..20 if matches!(group % 100, 60 | 80) => group += value,
            1..10 if last == 10 && matches!(group % 100, 70 | 90) => group += value,
            _ if group == 0 || value < magnitude(last) => group += value,
            _ => return None,
        }
        last = if value == 1000 { u64::MAX } else { value };
    }
    Some(total + group)
}

/// What a further word of a number must be less than.
fn magnitude(value: u64) -> u64 {
    match value {
        0..20 => 0,
        20..100 => 10,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn numbers_are_read_in_several_languages() {
        for (text, value) in [
            ("dreihundert", 300),
            ("zweiundzwanzig", 22),
            ("fünfzehnhundert", 1500),
            ("dreißig", 30),
            ("quatre-vingt-dix-neuf", 99),
            ("vingt et un", 21),
            ("trois cents", 300),
            ("treinta y dos", 32),
            ("dos mil", 2000),
            ("quinientos", 500),
            ("trentadue", 32),
            ("ventuno", 21),
            ("duecentocinquanta", 250),
            ("vinte e cinco", 25),
            ("двадцать один", 21),
            ("пять тысяч", 5000),
            ("пяти", 5),
            ("двадцатью тремя", 23),
            ("двухсот сорока", 240),
        ] {
            let folded = fold(text);
            assert_eq!(said(&folded.split(' ').collect::<Vec<_>>()), Some(value), "{text}");
        }
        for text in ["hundertfach", "un deux", "vingt trente", "y uno", "mille fois"] {
            assert_eq!(said(&text.split(' ').collect::<Vec<_>>()), None, "{text}");
        }
    }

    #[test]
    fn roman_figures_are_read_as_they_are_written() {
        assert_eq!(
            ["xiv", "mcmliv", "ix", "iiii", "vx", "mix"].map(roman),
            [Some(14), Some(1954), Some(9), None, None, None]
        );
    }
}
