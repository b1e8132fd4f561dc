//! Spellings of one word: British and American, older and newer ones, contractions and their full forms.
//!
//! The rules are the regular correspondences that any style guide lists (-our/-or, -ise/-ize, -re/-er, doubled l, -ogue,
//! -ae/-oe, -ence/-ense, -eth/-s); a rule counts only when it makes two words equal, so it cannot go wrong on one word
//! alone. Words that no rule covers are listed.

use super::changes::is_number;
use crate::text::{Number, has_other_form, is_other_form, number};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A folded word, ready to be compared with many others.
#[derive(Clone, Debug)]
pub(super) struct Spelt {
    number: Option<Number>,
    american: OnceCell<String>,
    listed: bool,
}

impl Spelt {
    pub fn new(word: &str) -> Self {
        Spelt { number: number(word), american: OnceCell::new(), listed: is_listed(word) || has_other_form(word) }
    }

    /// Whether another spelling may begin with another letter.
    pub fn is_special(&self) -> bool {
        self.number.is_some() || self.listed
    }

    /// Whether it is worth while to ask for another spelling that begins with another letter.
    pub fn may_be(&self, word: &str, other: &str) -> bool {
        match self.number {
            Some(_) => is_number(other) || is_number(word) && other.starts_with(FIRST_LETTERS_OF_NUMBERS),
            None => is_listed(other) || is_other_form(word, other),
        }
    }

    /// Whether `other` is a spelling of `word`, the word that this was made of.
    pub fn is(&self, word: &str, other: &str) -> bool {
        if let Some(value) = self.number {
            // `14 May` is `14th May`.
            let is_same = |n: Number| n == value || (n.value == value.value && is_number(word) && is_number(other));
            return number(other).is_some_and(is_same);
        }
        if self.listed && (is_pair(word, other) || is_pair(other, word) || is_other_form(word, other)) {
            return true;
        }
        // Of short words only those of German.
        if word.len().min(other.len()) == 3 && (is_short_umlaut(word, other) || is_short_umlaut(other, word)) {
            return true;
        }
        // No rule changes the first letter or the length by more than three: most words need no closer look.
        let alike = word.len() > 3 && other.len() > 3 && word.len().abs_diff(other.len()) <= 3;
        alike
            && word.as_bytes()[0] == other.as_bytes()[0]
            && differ_in_one_place(word, other)
            && (*self.american.get_or_init(|| american(word).into_owned()) == american(other)
                || is_transliterated(word, other)
                || is_transliterated(other, word)
                || is_old_verb(word, other)
                || is_old_verb(other, word))
    }
}

/// Whether the second of two words is the listed spelling of the first, or both are plurals of such.
fn is_pair(old: &str, new: &str) -> bool {
    let pair = |a: &str, b: &str| LISTED.iter().any(|(old, new)| *old == a && new.split(' ').any(|new| new == b));
    let singular = |word: &str| word.strip_suffix('s').map(str::to_string);
    pair(old, new)
        || singular(old).zip(singular(new)).is_some_and(|(old, new)| pair(&old, &new))
        || en_for_in(old).is_some_and(|spelt| spelt == new)
}

/// A word with `en` where older texts have `in`: `intrust`.
fn en_for_in(word: &str) -> Option<String> {
    const STEMS: [&str; 11] =
        ["quir", "trust", "clos", "creas", "dors", "graft", "tangl", "twin", "dow", "roll", "titl"];
    let stem = word.strip_prefix("in")?;
    STEMS.iter().any(|one| stem.starts_with(one)).then(|| format!("en{stem}"))
}

/// What the words of numbers begin with.
const FIRST_LETTERS_OF_NUMBERS: [char; 10] = ['z', 'o', 't', 'f', 's', 'e', 'n', 'h', 'm', 'b'];

/// Whether most of two words is what they begin and what they end with: no rule changes more.
fn differ_in_one_place(a: &str, b: &str) -> bool {
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let prefix = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let suffix = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    longer - (prefix + suffix).min(shorter) <= MOST_CHANGED.max(longer / 2)
}

/// Letters that a rule changes in a short word, at most.
const MOST_CHANGED: usize = 3;

/// Whether a word has `ae`, `oe` or `ue` where the other one has an umlaut, or two letters of the three that meet in a compound:
/// *Buerger*, *Schiffahrt*.
fn is_transliterated(word: &str, other: &str) -> bool {
    [("ae", "a"), ("oe", "o"), ("ue", "u"), ("fff", "ff"), ("lll", "ll"), ("nnn", "nn"), ("ttt", "tt")]
        .iter()
        .any(|(two, one)| word.contains(two) && word.replace(two, one) == other)
}

/// The same of a short word, where other languages have *oe* and *ae*: *fuer*.
fn is_short_umlaut(word: &str, other: &str) -> bool {
    word.contains("ue") && word.replace("ue", "u") == other
}

/// Whether a verb with an old ending, as in *speaketh* or *speakest*, is the other one.
fn is_old_verb(old: &str, new: &str) -> bool {
    let third = old.strip_suffix("eth").map(|stem| {
        let ending = new.strip_prefix(stem);
        matches!(ending, Some("s" | "es" | "ies"))
    });
    let second = old.strip_suffix("est").map(|stem| matches!(new.strip_prefix(stem), Some("" | "e")));
    third.unwrap_or(false) || second.unwrap_or(false)
}

/// Words with other spellings or older forms that follow no rule.
const LISTED: &[(&str, &str)] = &[
    ("cannot", "can't"),
    ("thou", "you"),
    ("thee", "you"),
    ("ye", "you"),
    ("thy", "your"),
    ("thine", "your yours"),
    ("thyself", "yourself"),
    ("hath", "has have"),
    ("hast", "have has"),
    ("doth", "does do"),
    ("dost", "do does"),
    ("art", "are"),
    ("wast", "was were"),
    ("wert", "were was"),
    ("shalt", "shall"),
    ("wilt", "will"),
    ("canst", "can"),
    ("couldst", "could"),
    ("wouldst", "would"),
    ("shouldst", "should"),
    ("mayst", "may"),
    ("mayest", "may"),
    ("mightest", "might"),
    ("didst", "did"),
    ("hadst", "had"),
    ("saith", "says said"),
    ("spake", "spoke"),
    ("brake", "broke"),
    ("bare", "bore"),
    ("sware", "swore"),
    ("gat", "got"),
    ("holpen", "helped"),
    ("unto", "to"),
    ("upon", "on"),
    ("whither", "where"),
    ("hither", "here"),
    ("thither", "there"),
    ("yea", "yes"),
    ("nay", "no"),
    ("ere", "before"),
    ("oft", "often"),
    ("betwixt", "between"),
    ("whilst", "while"),
    ("amongst", "among"),
    ("amidst", "amid"),
    ("towards", "toward"),
    ("afterwards", "afterward"),
    ("backwards", "backward"),
    ("forwards", "forward"),
    ("connexion", "connection"),
    ("reflexion", "reflection"),
    ("inflexion", "inflection"),
    ("shew", "show"),
    ("shewed", "showed"),
    ("shewn", "shown"),
    ("sheweth", "shows"),
    ("gaol", "jail"),
    ("gaoler", "jailer"),
    ("waggon", "wagon"),
    ("cheque", "check"),
    ("kerb", "curb"),
    ("tyre", "tire"),
    ("plough", "plow"),
    ("draught", "draft"),
    ("storey", "story"),
    ("pyjamas", "pajamas"),
    ("mould", "mold"),
    ("moult", "molt"),
    ("smoulder", "smolder"),
    ("clew", "clue"),
    ("phantasy", "fantasy"),
    ("compleat", "complete"),
    ("chuse", "choose"),
    ("antient", "ancient"),
    ("burthen", "burden"),
    ("murther", "murder"),
    ("cloaths", "clothes"),
    ("surprize", "surprise"),
    ("aluminium", "aluminum"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("sulphur", "sulfur"),
    ("moustache", "mustache"),
    ("manoeuvre", "maneuver"),
    ("manoeuvred", "maneuvered"),
    ("jewellery", "jewelry"),
    ("aeroplane", "airplane"),
    ("artefact", "artifact"),
    ("cosy", "cozy"),
    ("ageing", "aging"),
    ("yoghurt", "yogurt"),
    ("doughnut", "donut"),
    ("omelette", "omelet"),
    ("furore", "furor"),
    ("speciality", "specialty"),
    ("mediaeval", "medieval"),
    ("learnt", "learned"),
    ("burnt", "burned"),
    ("dreamt", "dreamed"),
    ("spelt", "spelled"),
    ("spoilt", "spoiled"),
    ("leapt", "leaped"),
    ("leant", "leaned"),
    ("smelt", "smelled"),
];

fn is_listed(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| LISTED.iter().flat_map(|(old, new)| std::iter::once(*old).chain(new.split(' '))).collect());
    let is_one = |word: &str| WORDS.contains(word);
    let in_for_en = || word.strip_prefix("en").and_then(|stem| en_for_in(&format!("in{stem}"))).is_some();
    is_one(word) || word.strip_suffix('s').is_some_and(is_one) || en_for_in(word).is_some() || in_for_en()
}

/// Endings and middles, the first form becoming the second. The order matters: an earlier rule may feed a later one.
const RULES: [(&str, &str); 25] = [
    ("practis", "practic"),
    ("ogued", "oged"),
    ("oguing", "oging"),
    ("tred", "tered"),
    ("tring", "tering"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("ogue", "og"),
    ("ll", "l"),
    ("pp", "p"),
    ("ence", "ense"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("mme", "m"),
    ("que", "ck"),
    ("grey", "gray"),
    ("dgem", "dgm"),
];

fn american(word: &str) -> Cow<'_, str> {
    let mut spelt = Cow::Borrowed(word);
    for (from, to) in RULES {
        if spelt.contains(from) {
            spelt = Cow::Owned(spelt.replace(from, to));
        }
    }
    match spelt.strip_suffix("ick") {
        Some(stem) if stem.len() > 2 => Cow::Owned(format!("{stem}ic")),
        _ => spelt,
    }
}

/// Contractions whose full form does not begin with what stands before the apostrophe.
const IRREGULAR: [(&str, &str); 10] = [
    ("won't", "willnot"),
    ("shan't", "shallnot"),
    ("can't", "cannot"),
    ("'tis", "itis"),
    ("'twas", "itwas"),
    ("let's", "letus"),
    ("ain't", "isnot"),
    ("o'er", "over"),
    ("e'er", "ever"),
    ("ne'er", "never"),
];
/// Shortened words and what they may stand for.
const ENDINGS: [(&str, &[&str]); 7] = [
    ("n't", &["not"]),
    ("'s", &["is", "has", "us"]),
    ("'re", &["are"]),
    ("'ll", &["will", "shall"]),
    ("'ve", &["have"]),
    ("'d", &["would", "had", "should"]),
    ("'m", &["am"]),
];

/// Whether a folded word is a contraction.
pub(super) fn is_short_form(word: &str) -> bool {
    word.contains('\'') || word == "cannot"
}

/// Whether one of two runs of folded words is the other's contraction, as in *won't* and *will not*.
pub(super) fn is_contraction(a: &[&str], b: &[&str]) -> bool {
    contracts(a, b) || contracts(b, a)
}

fn contracts(short: &[&str], full: &[&str]) -> bool {
    let [short] = short else { return false };
    if !short.contains('\'') {
        return false;
    }
    let full = full.concat();
    if let Some((_, long)) = IRREGULAR.iter().find(|(contraction, _)| contraction == short) {
        return *long == full;
    }
    ENDINGS.iter().any(|(ending, words)| {
        let rest = short.strip_suffix(ending).and_then(|stem| full.strip_prefix(stem));
        rest.is_some_and(|rest| words.contains(&rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Spelt::new(a).is(a, b)
    }

    #[test]
    fn two_spellings_of_one_word_are_the_same() {
        for (a, b) in [
            ("neighbourhood", "neighborhood"),
            ("buerger", "burger"),
            ("fuer", "fur"),
            ("schifffahrt", "schiffahrt"),
            ("14th", "14"),
            ("safeguarding", "safeguarding"),
            ("organisations", "organizations"),
            ("recognise", "recognize"),
            ("centred", "centered"),
            ("defence", "defense"),
            ("programme", "program"),
            ("travelled", "traveled"),
            ("dialogue", "dialog"),
            ("publick", "public"),
            ("has", "hath"),
            ("speaketh", "speaks"),
            ("goeth", "goes"),
            ("crieth", "cries"),
            ("knowest", "know"),
            ("connexion", "connection"),
            ("fifth", "5th"),
            ("twelve", "12"),
            ("jewellery", "jewelry"),
            ("catalogued", "cataloged"),
            ("practised", "practiced"),
            ("inquired", "enquired"),
            ("entrusted", "intrusted"),
            ("aeroplanes", "airplanes"),
        ] {
            assert!(same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_are_not() {
        for (a, b) in [
            ("four", "for"),
            ("poet", "pot"),
            ("five", "fifth"),
            ("peace", "piece"),
            ("1953", "1954"),
            ("not", "note"),
            ("harvest", "have"),
            ("has", "have"),
        ] {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_contraction_is_its_full_form() {
        for (short, full) in [("won't", "will not"), ("it's", "it is"), ("can't", "cannot"), ("doesn't", "does not")] {
            let full: Vec<&str> = full.split(' ').collect();
            assert!(is_contraction(&[short], &full) && is_contraction(&full, &[short]), "{short}");
        }
        assert!(!is_contraction(&["don't"], &["do"]) && !is_contraction(&["nation's"], &["nations"]));
    }
}
