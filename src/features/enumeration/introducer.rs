//! What stands between the name of a concept and the list of its parts.

/// Words that introduce a list behind a name, whatever follows. Longer ones come before those that they begin with.
const CERTAIN: [&str; 35] = [
    "namely",
    "that is to say",
    "that is",
    "i.e.",
    "viz.",
    "viz",
    "to wit",
    "including",
    "comprising",
    "consisting of",
    "composed of",
    "which includes",
    "which include",
    "which comprises",
    "which comprise",
    "which consist of",
    "which are",
    "includes",
    "include",
    "comprises",
    "comprise",
    "consists of",
    "consist of",
    "such as",
    "as follows",
    "are as follows",
    "are the following",
    "nämlich",
    "das heißt",
    "d. h.",
    "à savoir",
    "c’est-à-dire",
    "a saber",
    "es decir",
    "即",
];
/// Signs and words that may introduce one.
const UNCERTAIN: [&str; 5] = ["are", "were", "–", "—", "("];
/// What may follow the words that introduce a list.
const THEN: [&str; 3] = ["the following", "as follows", "those of"];
/// Bytes of an abbreviation in brackets behind the name, at most.
const ABBREVIATION: usize = 24;

/// How many bytes of `rest`, which follows a name, introduce a list, and whether they can do nothing else. `None` where no
/// list begins.
pub(super) fn length(rest: &str) -> Option<(usize, bool)> {
    let mut at = skip(rest, 0, |c| matches!(c, '”' | '"' | '’' | '\'' | '»' | '›' | '」' | '*' | '_'));
    at = behind_abbreviation(rest, at);
    if let Some(end) = behind_colon(rest, at) {
        return Some((end, true));
    }
    let spaced = skip(rest, at, |c| c.is_whitespace() || matches!(c, ',' | ';' | '，'));
    let phrase = |phrases: &[&str], at| phrases.iter().find_map(|phrase| behind(rest, at, phrase));
    let is_parted = spaced > at;
    // A dash may introduce, and may stand before the words that do.
    let behind_dash = skip(rest, spaced, |c| c.is_whitespace() || matches!(c, '–' | '—' | '('));
    let (end, is_certain) = match phrase(&CERTAIN, spaced).or_else(|| phrase(&CERTAIN, behind_dash)) {
        Some(end) => (end, true),
        None => (phrase(&UNCERTAIN, spaced)?, false),
    };
    let unspaced = rest[spaced..].starts_with(|c: char| !c.is_alphanumeric() || !c.is_ascii());
    if !is_parted && !unspaced {
        return None;
    }
    let end = phrase(&THEN, skip(rest, end, |c| c.is_whitespace() || c == ',')).unwrap_or(end);
    let end = skip(rest, end, |c| matches!(c, ',' | '，'));
    Some(behind_colon(rest, end).map_or((end, is_certain), |end| (end, true)))
}

/// Where a colon ends that stands at a place, or behind white space from there.
fn behind_colon(rest: &str, at: usize) -> Option<usize> {
    let spaced = skip(rest, at, char::is_whitespace);
    let colon = rest[spaced..].chars().next().filter(|c| matches!(c, ':' | '：'))?;
    Some(spaced + colon.len_utf8())
}

/// Where an abbreviation in brackets, ` (FPPC)`, ends that stands at a place.
fn behind_abbreviation(rest: &str, at: usize) -> usize {
    let spaced = skip(rest, at, char::is_whitespace);
    let Some(inside) = rest[spaced..].strip_prefix(['(', '（']) else { return at };
    let end =
        inside.find([')', '）']).filter(|&end| end <= ABBREVIATION && !inside[..end].contains(char::is_whitespace));
    let close = end.and_then(|end| inside[end..].chars().next().map(|close| end + close.len_utf8()));
    close.map_or(at, |close| rest.len() - inside.len() + close)
}

/// Where a phrase ends that stands at a place, whatever its case, its apostrophes and its white space; it ends there with a
/// word.
fn behind(rest: &str, at: usize, phrase: &str) -> Option<usize> {
    let mut chars = rest[at..].char_indices().peekable();
    for wanted in phrase.chars() {
        let (_, c) = chars.next()?;
        let is_same = match wanted {
            ' ' => c.is_whitespace(),
            '’' => matches!(c, '’' | '\''),
            wanted => c.to_lowercase().eq(wanted.to_lowercase()),
        };
        if !is_same {
            return None;
        }
        while wanted == ' ' && chars.peek().is_some_and(|(_, c)| c.is_whitespace()) {
            chars.next();
        }
    }
    let end = chars.peek().map_or(rest.len(), |(end, _)| at + end);
    let is_word = phrase.ends_with(|c: char| c.is_ascii_alphabetic());
    // A word that stops at the cursor may go on.
    let goes_on = rest[end..].chars().next().is_none_or(|c| c.is_alphanumeric() || c == '-');
    (!is_word || !goes_on).then_some(end)
}

/// The first byte from `at` on that is of another kind.
fn skip(rest: &str, at: usize, is_kind: impl Fn(char) -> bool) -> usize {
    rest.len() - rest[at..].trim_start_matches(is_kind).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_introduced_by_signs_and_words_right_behind_the_name() {
        for (rest, list, is_certain) in [
            (": a", " a", true),
            ("”: a", " a", true),
            (" (FPPC): a", " a", true),
            (", namely a", " a", true),
            ("”, namely,\nthe following: a", " a", true),
            (", that  is\nto say, a", " a", true),
            (", i.e. a", " a", true),
            (" are a", " a", false),
            (" are: a", " a", true),
            (" are as follows: a", " a", true),
            (" — including a", " a", true),
            (" (namely a", " a", true),
            (" (a", "a", false),
            (" include the following: a", " a", true),
            (", c'est-à-dire a", " a", true),
            ("：和", "和", true),
            ("，即和", "和", true),
        ] {
            let found = length(rest).map(|(length, is_certain)| (&rest[length..], is_certain));
            assert_eq!(found, Some((list, is_certain)), "{rest}");
        }
    }

    #[test]
    fn other_words_introduce_nothing() {
        for rest in [
            "",
            " of a",
            " is a",
            " of peace: a",
            ", a",
            " aren't",
            " are",
            " area",
            "s are a",
            " and that is",
            " (FPPC) a",
        ] {
            assert_eq!(length(rest), None, "{rest}");
        }
    }
}
