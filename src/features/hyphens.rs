//! Words that a line end parts in a source: `horse-⏎man` is *horseman*, and `sword-⏎stick` keeps its hyphen where the corpus knows
//! no *swordstick*.

use crate::library::Library;
use crate::text::{fold, is_word_char, number};
use std::borrow::Cow;

/// A text of a source with the words in one that it parts at the ends of lines.
pub(in crate::features) fn joined<'a>(library: &Library, text: &'a str) -> Cow<'a, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('-') {
        let (before, rest) = text.split_at(at);
        if !before.ends_with(char::is_alphabetic) {
            continue;
        }
        let (gap, behind) = rest.split_at(rest.find(is_word_char).unwrap_or(rest.len()));
        if let Some(joint) = joint(library, before, gap, behind) {
            out.push_str(&text[from..at]);
            out.push_str(joint);
            from = text.len() - behind.len();
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// What stands between the halves of a word that a line end parts: nothing where the corpus has the whole elsewhere or lacks one of
/// the halves, else a hyphen. `None` where no line ends between them behind a hyphen.
pub(in crate::features) fn joint(library: &Library, before: &str, gap: &str, behind: &str) -> Option<&'static str> {
    let ends_line = gap.strip_prefix('-').is_some_and(|rest| rest.contains('\n') && rest.trim().is_empty());
    if !ends_line || !before.ends_with(char::is_alphabetic) || !behind.starts_with(char::is_alphabetic) {
        return None;
    }
    let head = &before[before.trim_end_matches(is_word_char).len()..];
    let tail = &behind[..behind.find(|c| !is_word_char(c)).unwrap_or(behind.len())];
    let count = |word: &str| library.index.look_up(&fold(word)).count();
    let is_number = number(&fold(head)).is_some() && number(&fold(tail)).is_some();
    let is_whole = !is_number && (count(&format!("{head}{tail}")) > 0 || count(head).min(count(tail)) < 2);
    Some(if is_whole { "" } else { "-" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};

    #[test]
    fn a_word_that_a_line_end_parts_is_whole_where_the_corpus_has_it_so() {
        let text = "A horseman has a sword and a stick, a sword-stick and no oat-\nmeal.";
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), text).unwrap();
        let library = Library::build(Corpus::read(&[Root::Folder(folder.path().into())]));
        for (text, expected) in [
            ("a horse-\nman came", "a horseman came"),
            ("a sword-\n  stick", "a sword-stick"),
            ("oat-\r\nmeal", "oatmeal"),
            ("sixty-\nfour", "sixty-four"),
            ("a well-known - and\nold", "a well-known - and\nold"),
        ] {
            assert_eq!(joined(&library, text), expected);
        }
    }

    #[test]
    fn a_rule_of_many_dashes_costs_little() {
        let text = format!("one\n{}\ntwo", "-".repeat(1_000_000));
        assert_eq!(joined(&Library::build(Corpus::default()), &text), text);
    }
}
