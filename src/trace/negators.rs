//! Words that negate, language by language, and other words that look like them.

use super::changes::is_number;
use crate::text::is_unspaced;
use unicode_normalization::UnicodeNormalization;

/// Negate in English, German, Dutch, Hindi and Chinese, where two of them take each other back.
const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "nor",
    "neither",
    "none",
    "nothing",
    "nobody",
    "nowhere",
    "without",
    "cannot",
    "hardly",
    "non",
    "n't", //
    "nicht",
    "kein",
    "keine",
    "keinem",
    "keinen",
    "keiner",
    "keines",
    "nie",
    "niemals",
    "nichts",
    "niemand",
    "niemandem",
    "niemanden",
    "weder",
    "ohne", //
    "niet",
    "geen",
    "nooit",
    "niets",
    "nergens",
    "zonder", //
    "न",
    "नह", //
    "不",
    "没",
    "沒",
    "未",
    "無",
    "无",
    "非",
    "莫",
    "勿",
    "毋",
];
/// How Korean words begin that negate …
const KOREAN: [&str; 4] = ["않", "못하", "아니", "없"];
/// … and such words themselves.
const KOREAN_ALONE: [&str; 2] = ["안", "못"];

/// Negate in French, Spanish, Italian, Portuguese or Russian, where two of them in one clause negate once.
const CONCORDANT: &[&str] = &[
    "ne",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "rien",
    "nulle",
    "nullement", //
    "nunca",
    "jamas",
    "ningun",
    "ninguno",
    "ninguna",
    "tampoco",
    "nadie", //
    "mai",
    "nessun",
    "nessuno",
    "nessuna",
    "niente",
    "nulla",
    "neppure", //
    "nao",
    "nem",
    "nenhum",
    "nenhuma",
    "ninguem", //
    "не",
    "нет",
    "ни",
    "никогда",
    "никто",
    "ничего",
    "никакой",
    "никаких",
    "нельзя",
    "без",
];

/// The second halves of French negations, of which one may stand for another: `ne … point`.
const FRENCH_HALVES: [&str; 7] = ["pas", "point", "guere", "plus", "jamais", "mie", "nullement"];

/// Whether a folded word negates, in English, German, Dutch, French, Spanish, Italian, Portuguese, Russian, Hindi, Korean or
/// Chinese. Words that mean something else in another of these (`sin`) are left out.
pub fn negates(folded: &str) -> bool {
    NEGATIONS.contains(&folded) || folded.ends_with("n't") || agrees(folded) || negates_in_korean(folded)
}

/// Whether a word, which is folded to the letters of its syllables, negates in Korean.
fn negates_in_korean(folded: &str) -> bool {
    if !folded.starts_with(|c| matches!(c, '\u{1100}'..='\u{11ff}')) {
        return false;
    }
    let word: String = folded.nfc().collect();
    KOREAN_ALONE.contains(&word.as_str()) || KOREAN.iter().any(|begins| word.starts_with(begins))
}

/// Whether both of two runs have a second half of a French negation, and both or neither the first one, so that neither turns
/// what the other says: `est plus fort` is no negation as `n'est pas fort` is.
pub(super) fn have_halves(ours: &[&str], theirs: &[&str]) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| FRENCH_HALVES.contains(word));
    let has_first = |words: &[&str]| words.iter().any(|word| *word == "ne" || word.starts_with("n'"));
    has(ours) && has(theirs) && has_first(ours) == has_first(theirs)
}

/// Whether a folded word negates in a language where two such words of a clause negate once.
pub(super) fn agrees(folded: &str) -> bool {
    CONCORDANT.contains(&folded) || folded.starts_with("n'")
}

/// Before `pas` these make it a step.
const BEFORE_A_STEP: &[&str] = &[
    "un", "le", "du", "au", "ce", "son", "mon", "ton", "leur", "premier", "dernier", "chaque", "des", "les",
    "quelques", "deux", "grand", "faux",
];

/// With these behind them Chinese negations are other words: *infinite*, *very*, *future*, *no matter*.
const COMPOUNDS: [(&str, &str); 14] = [
    ("无", "限"),
    ("無", "限"),
    ("无", "数"),
    ("無", "數"),
    ("无", "论"),
    ("無", "論"),
    ("无", "比"),
    ("無", "比"),
    ("非", "常"),
    ("非", "洲"),
    ("未", "来"),
    ("未", "來"),
    ("不", "过"),
    ("不", "過"),
];

/// Whether a word, with those around it, is another one than the negation that it looks like.
pub(super) fn means_another([before, word, behind]: [&str; 3], written: &str) -> bool {
    match word {
        "mai" => is_number(before) || is_number(behind) || (!before.is_empty() && written.starts_with('M')),
        "pas" => BEFORE_A_STEP.contains(&before),
        "no" => is_number(behind),
        _ if word.starts_with(is_unspaced) => COMPOUNDS.contains(&(word, behind)),
        // Vowel signs are folded away.
        "न" => written != word,
        "नह" => !matches!(written, "नहीं" | "नही"),
        _ => false,
    }
}
