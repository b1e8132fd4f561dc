//! What stands in prose and is none: file names, addresses, options, names of programs' parts.

use crate::text::Span;

/// Letters of a word that are looked at before and behind a place in it, at most.
const NEAR: usize = 60;
/// What stands around a word in prose.
const MARKS: &str = "“”‘’\"'()[]{}<>,;:.!?*`«»„…—–";

/// Whether a name begins or ends within code: of `internal.harbour.example`, `/etc/tides`, `get_tide`, `--tide`. The span is in bytes
/// of the text.
pub(super) fn stands_in_code(text: &str, name: Span) -> bool {
    is_code(around(text, name.start)) || is_code(around(text, name.end))
}

/// What stands between white space around a place, without the marks around that.
fn around(text: &str, at: usize) -> &str {
    let is_inside = |c: &char| !c.is_whitespace();
    let before: usize = text[..at].chars().rev().take(NEAR).take_while(is_inside).map(char::len_utf8).sum();
    let behind: usize = text[at..].chars().take(NEAR).take_while(is_inside).map(char::len_utf8).sum();
    text[at - before..at + behind].trim_matches(|c| MARKS.contains(c))
}

fn is_code(word: &str) -> bool {
    let is_inner = |at: usize, sign: char| {
        let next = word[at + sign.len_utf8()..].chars().next();
        let before = word[..at].chars().next_back();
        before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)
    };
    let joins = |sign: char| word.match_indices(sign).any(|(at, _)| is_inner(at, sign));
    // `e.g.`, `U.S.` and `Ph.D` are abbreviations.
    let is_dotted = || {
        let parts: Vec<&str> = word.split('.').collect();
        let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        // `The levy.The toll` only lacks a space.
        let is_part = |part: &&str| {
            part.len() > 1 && part.starts_with(is_sign) && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        parts.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase()) && parts.iter().all(is_part)
    };
    word.contains("://")
        || word.starts_with(['/', '~', '\\'])
        || word.strip_prefix("--").is_some_and(|option| option.starts_with(|c: char| c.is_ascii_lowercase()))
        || joins('_')
        || joins('@')
        || is_dotted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_files_and_options_are_code_and_abbreviations_are_none() {
        for word in [
            "/etc/tides",
            "tides.harbour.example",
            "tide-table.txt",
            "get_tide",
            "--tide",
            "ann@example",
            "https://a.b",
        ] {
            assert!(stands_in_code(&format!("see ({word}), here"), Span::new(6, 6)), "{word}");
        }
        for word in ["e.g.", "U.S.", "a.m.", "tide", "and/or", "Node.js", "salt.", "_tide_", "tide-table", "x.509"] {
            assert!(!stands_in_code(&format!("see ({word}), here"), Span::new(6, 6)), "{word}");
        }
    }
}
