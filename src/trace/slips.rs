//! Slips of the hand and of the eye, told from other words and other forms of a word.

use super::compare::begin_alike;
use crate::text::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Endings that make another form of a word, in English, French, Spanish and German.
const ENDINGS: [&str; 14] = ["s", "es", "d", "ed", "r", "er", "ing", "ly", "n", "en", "e", "st", "'s", "ment"];
/// A shorter word is not taken for the stem of another.
const SHORTEST_STEM: usize = 3;

/// Whether a folded word that the corpus lacks could be a slip for one that it has: it begins with a letter that may be taken for
/// that one's, or differs in no other, and is no other form of it.
pub(super) fn may_be_mistyped(ours: &str, theirs: &str) -> bool {
    let is_form = |long: &str, short: &str| {
        let Some(ending) = long.strip_prefix(short) else { return false };
        let is_long = short.chars().count() >= SHORTEST_STEM;
        // A last letter that stands twice is no ending; `d` and `r` are some behind an `e`.
        let is_double = short.chars().next_back() == ending.chars().next();
        let follows = !matches!(ending, "d" | "r") || short.ends_with('e');
        is_long && !is_double && follows && ENDINGS.contains(&ending)
    };
    let rest = |word: &str| word.chars().skip(1).collect::<String>();
    let begins = begin_alike(ours, theirs) || rest(ours) == rest(theirs);
    let is_other_form = is_form(ours, theirs) || is_form(theirs, ours) || is_ablaut(ours, theirs);
    begins && !is_other_form && !is_declined(ours, theirs)
}

/// Endings of Russian words, folded.
const CYRILLIC_ENDINGS: &str = " а я ы и у ю е о ь и ои еи ом ем ам ям ами ями ах ях ов ев ии ия ию ие ыи ии ая яя ое ее ые ую юю \
    ого его ому ему ым им ых их ыми ими ут ют ет ит ат ят ешь ишь ете ите ла ло ли л ть ться тся лся лась лось лись ал ил ел \
    ен на но ны ";

/// Whether two Russian words are forms of one: they begin alike, and each goes on with an ending.
fn is_declined(ours: &str, theirs: &str) -> bool {
    let is_cyrillic = |c: char| matches!(c, 'а'..='я');
    if !ours.chars().chain(theirs.chars()).all(is_cyrillic) {
        return false;
    }
    let stem: usize = ours.chars().zip(theirs.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let is_ending = |ending: &str| ending.is_empty() || CYRILLIC_ENDINGS.contains(&format!(" {ending} "));
    ours[..stem].chars().count() >= SHORTEST_STEM && is_ending(&ours[stem..]) && is_ending(&theirs[stem..])
}

/// Whether two words are forms of an English verb that changes its vowel: *begin*, *began*, *begun*.
fn is_ablaut(ours: &str, theirs: &str) -> bool {
    let parts = |word: &str| {
        let at = word.rfind(['a', 'i', 'u'])?;
        let ending = &word[at + 1..];
        matches!(ending, "n" | "ng" | "nk" | "m" | "ngs" | "nks").then(|| (word[..at].to_string(), ending.to_string()))
    };
    parts(ours).is_some_and(|ours| parts(theirs) == Some(ours))
}

/// Whether two words differ only in two neighbouring letters that have changed places: `teh`.
pub(super) fn is_transposed(ours: &str, theirs: &str) -> bool {
    let (ours, theirs): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    let Some(at) = ours.iter().zip(&theirs).position(|(a, b)| a != b) else { return false };
    ours.len() == theirs.len()
        && ours.iter().all(|c| c.is_alphabetic())
        && !ours.iter().all(|c| "ivxlcdm".contains(*c))
        && ours.len() > at + 1
        && (ours[at], ours[at + 1]) == (theirs[at + 1], theirs[at])
        && ours[at + 2..] == theirs[at + 2..]
}

/// Whether a word is a number in Roman figures, of at least two.
pub(super) fn is_roman(written: &str) -> bool {
    written.len() > 1 && written.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// A number as written, without what only parts its thousands: `12,500` is `12500`, and `12,50` is not `1250`.
pub(super) fn figure(written: &str) -> String {
    let plain: String = written.nfkc().collect();
    let parts: Vec<&str> = plain.split([',', '\'', '’']).collect();
    let starts_with_three = |part: &&str| part.chars().take_while(char::is_ascii_digit).count() == 3;
    match parts.len() > 1 && parts[1..].iter().all(starts_with_three) {
        true => parts.concat(),
        false => plain,
    }
}

/// Whether two numbers as written are one that has its fraction behind a point in one text and behind a comma in the other. Three
/// digits behind a comma are thousands.
pub(super) fn have_one_fraction(ours: &str, theirs: &str) -> bool {
    let parts = |written: &str, mark: char| {
        let (whole, part) = written.split_once(mark)?;
        let is_figure = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        (is_figure(whole) && is_figure(part) && part.len() != 3).then(|| (whole.to_string(), part.to_string()))
    };
    let is_one = |a: &str, b: &str| parts(a, '.').is_some_and(|number| parts(b, ',') == Some(number));
    is_one(ours, theirs) || is_one(theirs, ours)
}

/// Whether two words that are folded to the same letters are other words all the same: in the scripts of India and of Indochina vowels
/// and tones are marks, in Japanese the voice of a syllable is.
pub(super) fn is_other_sound(ours: &str, theirs: &str) -> bool {
    let sounds = |word: &str| word.nfkd().filter(|c| is_sound(*c)).collect::<String>();
    sounds(ours) != sounds(theirs)
}

/// Whether a mark is a vowel, a tone or the voice of a syllable; the dots of borrowed letters and of nasals are not.
fn is_sound(mark: char) -> bool {
    let is_indic = matches!(mark, '\u{900}'..='\u{dff}');
    let is_dot = is_indic && matches!(mark as u32 % 0x80, 0x00..=0x03 | 0x3c);
    (is_indic && !is_dot && is_combining_mark(mark))
        || (matches!(mark, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
            && is_combining_mark(mark))
        || matches!(mark, '\u{3099}' | '\u{309a}')
}

/// Whether two numbers have the same digits, and part them in threes in other ways: `12.500` and `12 500`.
pub(super) fn is_grouped_otherwise(ours: &[&str], theirs: &[&str]) -> bool {
    let digits = |words: &[&str]| {
        let all = words.join(" ");
        let parts: Vec<&str> = all.split([' ', '.', ',', '\'']).collect();
        let is_grouped = parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit()))
            && (1..=3).contains(&parts[0].len())
            && parts[1..].iter().all(|part| part.len() == 3);
        let is_plain = parts.len() == 1 && all.chars().all(|c| c.is_ascii_digit());
        ((is_grouped && parts.len() > 1) || is_plain).then(|| parts.concat())
    };
    ours != theirs && digits(ours).is_some_and(|ours| digits(theirs) == Some(ours))
}

/// Whether a word as a source writes it is a folded word with the mark of a note behind it: `Anna³`.
pub(super) fn is_note_of(written: &str, folded: &str) -> bool {
    let bare = without_note(written);
    bare.len() < written.len() && fold(bare) == folded
}

/// A word without the raised figures behind it.
pub(super) fn without_note(written: &str) -> &str {
    written.trim_end_matches(is_raised)
}

/// Whether a figure is raised, as the marks of notes are.
pub(super) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_the_same_where_only_their_thousands_are_parted() {
        assert!(figure("12,500") == figure("12500") && figure("12,50") != figure("1250"));
        assert!(is_grouped_otherwise(&["12.500"], &["12", "500"]) && is_grouped_otherwise(&["1.200"], &["1200"]));
        assert!(!is_grouped_otherwise(&["12.50"], &["1250"]) && !is_grouped_otherwise(&["12"], &["12"]));
    }

    #[test]
    fn fractions_are_the_same_behind_a_point_and_behind_a_comma() {
        assert!(have_one_fraction("1,5", "1.5") && have_one_fraction("12.75", "12,75"));
        assert!(!have_one_fraction("1,500", "1.500") && !have_one_fraction("1,5", "1,5"));
    }

    #[test]
    fn vowel_signs_and_tones_make_other_words_and_accents_do_not() {
        for (ours, theirs) in [("पुल", "पल"), ("เสื้อ", "เสือ"), ("また", "まだ"), ("はり", "ぱり")]
        {
            assert!(is_other_sound(ours, theirs), "{ours} {theirs}");
        }
        for (ours, theirs) in [("café", "cafe"), ("हवा", "हवा"), ("ज़मीन", "जमीन"), ("е", "ё")]
        {
            assert!(!is_other_sound(ours, theirs), "{ours} {theirs}");
        }
    }

    #[test]
    fn slips_are_no_other_words() {
        for (ours, theirs) in [
            ("hegomony", "hegemony"),
            ("vvhich", "which"),
            ("nad", "and"),
            ("pon", "upon"),
            ("saidd", "said"),
            ("rhis", "this"),
        ] {
            assert!(may_be_mistyped(ours, theirs), "{ours} {theirs}");
        }
        for (ours, theirs) in [
            ("western", "eastern"),
            ("receives", "receive"),
            ("closed", "close"),
            ("споры", "споров"),
            ("знают", "знает"),
            ("новыи", "нового"),
            ("began", "begun"),
        ] {
            assert!(!may_be_mistyped(ours, theirs), "{ours} {theirs}");
        }
        assert!(is_transposed("teh", "the") && !is_transposed("the", "then") && !is_transposed("form", "foam"));
    }
}
