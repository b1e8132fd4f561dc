//! Slips of the hand and of the eye, told from other words and other forms of a word.

use super::compare::begin_alike;

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
    begins && !is_form(ours, theirs) && !is_form(theirs, ours)
}

/// Whether a word is a number in Roman figures, of at least two.
pub(super) fn is_roman(written: &str) -> bool {
    written.len() > 1 && written.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (ours, theirs) in [("western", "eastern"), ("receives", "receive"), ("closed", "close")] {
            assert!(!may_be_mistyped(ours, theirs), "{ours} {theirs}");
        }
    }
}
