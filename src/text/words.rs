//! Words and their folding: what is compared when texts are compared.
//!
//! A word is a run of letters and digits with inner apostrophes (`China's`) and, between digits, inner points and commas
//! (`300,000`). Hyphens and dashes separate words, so that `non-interference` and `non interference` are the same two. In
//! scripts that put no spaces between words (Han, Kana, Thai, Lao, Khmer, Myanmar) every letter with its marks is a word.
//! Folding takes away case, accents, ligatures, full-width forms, soft hyphens and the kind of an apostrophe.

use super::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text, as written.
    pub span: Span,
    /// Its folded form.
    pub folded: String,
}

/// All words of `text`, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    each_word(text, |span, folded| all.push(Word { span, folded: folded.to_string() }));
    all
}

/// The folded forms of all words of `text`, in order.
pub fn folded_words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    each_word(text, |_, folded| all.push(folded.to_string()));
    all
}

/// Calls `each` with the byte span and the folded form of every word of `text`, in order.
pub fn each_word(text: &str, mut each: impl FnMut(Span, &str)) {
    let bytes = text.as_bytes();
    let mut folded = String::with_capacity(32);
    let mut at = 0;
    while at < bytes.len() {
        let Some((first, width)) = char_at(text, at) else { break };
        if !is_word_char(first) || (!first.is_ascii() && is_combining_mark(first)) {
            at += width;
            continue;
        }
        folded.clear();
        let end = if is_unspaced(first) {
            fold_char(first, &mut folded);
            skip_marks(text, at + width)
        } else {
            word_end(text, at, &mut folded)
        };
        if !folded.is_empty() {
            each(Span::new(at, end), &folded);
        }
        at = end.max(at + width);
    }
}

/// The folded form of `text`: its folded words with one space between them.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_word(text, |_, folded| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(folded);
    });
    out
}

/// What words lose their vowel to, in French, Italian and Catalan.
const ELIDED: [&str; 24] = [
    "l", "d", "qu", "n", "s", "j", "c", "m", "t", "un", "dell", "nell", "all", "dall", "sull", "coll", "quell",
    "quest", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "gl",
];

/// Where the word behind an article or the like begins that lost its vowel before it, in bytes: `l’accord`, `dell'arte`.
pub fn elision(word: &str) -> Option<usize> {
    let (at, apostrophe) = word.char_indices().take(8).find(|&(_, c)| is_apostrophe(c))?;
    let rest = at + apostrophe.len_utf8();
    let is_elided = ELIDED.iter().any(|one| one.eq_ignore_ascii_case(&word[..at]));
    (is_elided && word[rest..].chars().nth(1).is_some()).then_some(rest)
}

/// A folded word behind each article or the like that loses its vowel before it; nothing where none does.
pub fn elided(folded: &str) -> impl Iterator<Item = String> {
    let is_open = folded.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    ELIDED.iter().filter(move |_| is_open).map(move |one| format!("{one}'{folded}"))
}

/// A number that stands for a folded word wherever one is cheaper to keep than the string. Two different words get the
/// same one about never (64 bits).
pub fn key(folded: &str) -> u64 {
    use std::hash::{BuildHasher, BuildHasherDefault};
    BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one(folded)
}

/// Whether `c` can be part of a word.
pub fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_apostrophe(c) && (c.is_alphanumeric() || is_combining_mark(c)))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇' | '‘' | '`' | '´')
}

/// Whether `c` belongs to a script that puts no spaces between its words, so that every letter is a word.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Of the letters of a text those of such a script, and all of them.
pub fn count_unspaced(text: impl Iterator<Item = char>) -> (usize, usize) {
    text.filter(|&c| is_word_char(c))
        .fold((0, 0), |(unspaced, all), c| (unspaced + usize::from(is_unspaced(c)), all + 1))
}

/// Whether a letter is one of those that Japanese writes endings and particles with.
pub fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゟ')
}

fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 {
        return Some((byte as char, 1));
    }
    text[at..].chars().next().map(|c| (c, c.len_utf8()))
}

fn skip_marks(text: &str, mut at: usize) -> usize {
    while let Some((c, width)) = char_at(text, at) {
        if !is_combining_mark(c) {
            break;
        }
        at += width;
    }
    at
}

fn word_end(text: &str, start: usize, folded: &mut String) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut last = '\0';
    while let Some((c, width)) = char_at(text, at) {
        if c.is_ascii_alphanumeric() {
            // Most words are one such run.
            let run = bytes[at..].iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len() - at);
            let from = folded.len();
            folded.push_str(&text[at..at + run]);
            folded[from..].make_ascii_lowercase();
            at += run;
            last = bytes[at - 1].into();
            continue;
        } else if c == '\u{ad}' {
            // Invisible inside a word, and at a line's end it joins the word to its rest.
            let rest = text[at + width..].trim_start_matches([' ', '\t', '\r', '\n']);
            if !rest.starts_with(is_word_char) {
                break;
            }
            at = text.len() - rest.len();
            continue;
        } else if is_apostrophe(c) {
            match char_at(text, at + width) {
                Some((next, _)) if last.is_alphabetic() && next.is_alphabetic() && !is_unspaced(next) => {
                    folded.push('\'')
                }
                _ => break,
            }
        } else if matches!(c, '.' | ',') {
            if !(last.is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)) {
                break;
            }
            if c == '.' {
                folded.push('.');
            }
        } else if !c.is_ascii() && is_word_char(c) && !is_unspaced(c) {
            fold_char(c, folded);
        } else {
            break;
        }
        // An accent of its own leaves the letter before it a letter.
        if c.is_ascii() || !is_combining_mark(c) {
            last = c;
        }
        at += width;
    }
    at
}

fn fold_char(c: char, out: &mut String) {
    for c in std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ſ' => out.push('s'),
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_article_that_lost_its_vowel_is_no_part_of_the_word() {
        let rest = |word: &'static str| elision(word).map(|at| &word[at..]);
        assert_eq!(["l’accord", "dell'arte", "Qu'elle"].map(rest), [Some("accord"), Some("arte"), Some("elle")]);
        assert_eq!(["o'clock", "China's", "don't", "d'", "accord"].map(rest), [None; 5]);
    }

    #[test]
    fn typography_case_accents_and_ligatures_do_not_count() {
        for (a, b) in [
            ("China’s “Five Principles”", "china's five principles"),
            ("non-interference — win‑win", "non interference win win"),
            ("ﬁnal œuvre naïve STRASSE Straße", "final oeuvre naive strasse strasse"),
            ("Ｆｕｌｌ width", "full width"),
            ("300,000 cuts in 2007.10, and 3.", "300000 cuts in 2007.10 and 3"),
            ("co\u{ad}operation inter\u{ad}\nference", "cooperation interference"),
            ("‘quoted’ countries’ affairs", "quoted countries affairs"),
            ("和平共处", "和 平 共 处"),
            ("ʼtis the boysʼ, Qurʼan", "tis the boys qur'an"),
        ] {
            assert_eq!(fold(a), b, "{a}");
        }
    }

    proptest! {
        #[test]
        fn words_come_in_order_on_character_borders_and_fold_to_themselves(text in "\\PC{0,60}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.span.start >= end && word.span.end > word.span.start);
                prop_assert!(text.is_char_boundary(word.span.start) && text.is_char_boundary(word.span.end));
                end = word.span.end;
            }
        }

        #[test]
        fn what_a_word_covers_is_that_word_alone(
            text in "([a-zA-Z0-9éÅßæŒøłđıſﬁﬃＡ-Ｚｆ０９和平かナไทยลาว’'ʼ.,\u{301}\u{327}\u{ad} \n—-]|\\PC){0,60}"
        ) {
            for word in words(&text) {
                let again: Vec<String> = words(word.span.of(&text)).into_iter().map(|word| word.folded).collect();
                prop_assert_eq!(again, [word.folded]);
            }
        }

        #[test]
        fn letters_with_their_accents_and_letters_before_them_are_the_same(text in "[a-zéåçñùÏ ’']{0,40}") {
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text));
        }
    }
}
