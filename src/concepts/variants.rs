//! Longer names that say the same as a shorter one: `the policy of splendid isolation`, `forms of forced labour`,
//! `Governor Ann Lee`. They are other names of one concept.

use crate::extraction::{is_determiner, is_praise, is_rank};
use crate::text::{Word, stem, words};

/// Nouns that add nothing to the name behind their `of`, by their stems: those with which the whole says something of it, `the
/// spirit of …`, …
const SPEAKING: &str = "path road process framework spirit banner form kind type act practice cause ser set formation building \
    construction establishment realization era phenomenon issue question problem slogan motto term word phrase instance";

/// … and those with which the whole is one more name of it: `the doctrine of …`.
const NAMING: &str = "concept idea notion polic principle strateg doctrine initiative theor philosoph ideal vision program \
    programme campaign";

/// Those of the first that say that there are several.
const KINDS: [&str; 3] = ["form", "kind", "type"];

/// The shorter name in a name that stands for the same, as it is written there.
pub(super) fn core(name: &str) -> Option<&str> {
    let all = words(name);
    let mut rest = &all[..];
    while let Some(next) = shorter(name, rest) {
        rest = next;
    }
    let first = rest.first().filter(|_| rest.len() < all.len())?;
    Some(&name[first.span.start..])
}

/// Whether a longer name, if it has another at its core, is one more name of that, and not what is said of it: `policy of splendid
/// isolation`, `Governor Ann Lee`, but not `types of engine`.
pub(super) fn names_the_same(name: &str) -> bool {
    let all = words(name);
    let own = all.iter().skip_while(|word| is_determiner(&word.folded) || is_praise(&word.folded));
    let [head, of] = [0, 1].map(|at| own.clone().nth(at).map(|word| word.folded.as_str()));
    of != Some("of") || head.map(stem).is_none_or(|head| !has(SPEAKING, head))
}

fn has(nouns: &str, head: &str) -> bool {
    nouns.split_whitespace().any(|noun| noun == head)
}

/// What somebody has, in a name that begins with whose it is: `coastal fleet` in `Norway’s coastal fleet`.
pub(super) fn owned(name: &str) -> Option<&str> {
    let all = words(name);
    let first = all.first().filter(|first| all.len() > 2 && is_possessive(name, first))?;
    Some(name[first.span.end..].trim_start_matches(|c: char| !c.is_alphanumeric())).filter(|rest| !rest.is_empty())
}

fn shorter<'a>(name: &str, words: &'a [Word]) -> Option<&'a [Word]> {
    let first = words.first()?;
    let is_small = |word: &Word| word.span.of(name).starts_with(char::is_lowercase);
    if is_determiner(&first.folded) || (words.len() > 2 && is_small(first) && is_possessive(name, first)) {
        return Some(&words[1..]);
    }
    if is_rank(&first.folded) && words.len() > 2 && words[1..].iter().all(|word| !is_small(word)) {
        return Some(&words[1..]);
    }
    let of = words.iter().position(|word| word.folded == "of")?;
    let head = stem(&words[of.checked_sub(1)?].folded);
    // A special kind of something is something else.
    let is_described = is_determiner(&first.folded) || (is_praise(&first.folded) && !KINDS.contains(&head));
    let is_bare = of == 1 || (of == 2 && is_described);
    let begins_anew = name[words[of].span.end..].trim_start().starts_with(char::is_alphanumeric);
    (is_bare && is_small(&words[of - 1]) && begins_anew && (has(SPEAKING, head) || has(NAMING, head)))
        .then(|| &words[of + 1..])
}

fn is_possessive(name: &str, word: &Word) -> bool {
    word.folded.ends_with("'s") || name[word.span.end..].starts_with(['\'', '’'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_is_told_from_who_has_it() {
        assert_eq!(owned("Norway’s coastal fleet"), Some("coastal fleet"));
        assert_eq!(owned("Norway’s coast"), None);
        assert_eq!(owned("coastal fleet"), None);
    }

    #[test]
    fn what_is_said_of_something_is_no_name_of_it() {
        for name in ["policy of splendid isolation", "new idea of thrift", "Governor Ann Lee", "Bank of the North"] {
            assert!(names_the_same(name), "{name}");
        }
        for name in ["types of engine", "the spirit of thrift", "words of Ann Lee", "new forms of toll"] {
            assert!(!names_the_same(name), "{name}");
        }
    }

    #[test]
    fn a_light_noun_a_rank_and_an_owner_are_no_part_of_a_name() {
        for (name, expected) in [
            ("policy of splendid isolation", "splendid isolation"),
            ("new concept of the rule of law", "rule of law"),
            ("forms of forced labour", "forced labour"),
            ("series of salt taxes", "salt taxes"),
            ("Governor Ann Lee", "Ann Lee"),
            ("members’ voting rights", "voting rights"),
        ] {
            assert_eq!(core(name), Some(expected), "{name}");
        }
        for name in [
            "special type of engine",
            "rule of law",
            "trade policy of reprisal",
            "Fourteen Points",
            "Norway’s coast",
            "Theory of Games",
        ] {
            assert_eq!(core(name), None, "{name}");
        }
    }
}
