//! What stands between the name of a concept and the list of its parts: signs, and words like “namely”.

use Extent::{All, Some as Few};

/// How much of what there is a list gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    All,
    Some,
}

/// Words that can only introduce a list behind a name. Longer ones come before those that they begin with.
const CERTAIN: [(&str, Extent); 48] = [
    ("namely", All),
    ("that is to say", All),
    ("that is", All),
    ("i.e.", All),
    ("viz.", All),
    ("viz", All),
    ("to wit", All),
    ("comprising", All),
    ("consisting of", All),
    ("composed of", All),
    ("made up of", All),
    ("comprises", All),
    ("comprised", All),
    ("comprise", All),
    ("consists of", All),
    ("consisted of", All),
    ("consist of", All),
    ("is composed of", All),
    ("are composed of", All),
    ("is made up of", All),
    ("was composed of", All),
    ("as follows", All),
    ("read as follows", All),
    ("are as follows", All),
    ("are the following", All),
    ("are made up of", All),
    ("are namely", All),
    ("being", All),
    ("including", Few),
    ("includes", Few),
    ("included", Few),
    ("include", Few),
    ("such as", Few),
    ("for example", Few),
    ("for instance", Few),
    ("e.g.", Few),
    ("which are", All),
    ("nämlich", All),
    ("das heißt", All),
    ("d. h.", All),
    ("zum Beispiel", Few),
    ("z. B.", Few),
    ("à savoir", All),
    ("c’est-à-dire", All),
    ("par exemple", Few),
    ("a saber", All),
    ("es decir", All),
    ("即", All),
];
/// Signs and words that may introduce one.
const UNCERTAIN: [&str; 5] = ["are", "were", "–", "—", "("];
/// What may stand before the words that introduce a list.
const BEFORE: [&str; 1] = ["which"];
/// What may follow the words that introduce a list.
const THEN: [&str; 3] = ["the following", "as follows", "those of"];
/// Bytes of an abbreviation in brackets behind the name, at most.
const ABBREVIATION: usize = 24;

/// What introduces a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Its bytes, from the end of the name on.
    pub length: usize,
    /// Whether it can do nothing else.
    pub is_certain: bool,
    /// Whether it says that all there is follows, and not some of it.
    pub lists_all: bool,
}

/// What introduces a list at the beginning of `rest`, which follows a name. `None` where no list begins.
pub fn introduction(rest: &str) -> Option<Introduction> {
    let mut at = skip(rest, 0, |c| matches!(c, '”' | '"' | '’' | '\'' | '»' | '›' | '」' | '*' | '_'));
    at = behind_abbreviation(rest, at);
    if let Some(length) = behind_colon(rest, at) {
        return Some(Introduction { length, is_certain: true, lists_all: true });
    }
    let spaced = skip(rest, at, |c| c.is_whitespace() || matches!(c, ',' | ';' | '，'));
    // A dash may introduce, and may stand before the words that do.
    let behind_dash = skip(rest, spaced, |c| c.is_whitespace() || matches!(c, '–' | '—' | '('));
    let known = certain(rest, spaced).or_else(|| certain(rest, behind_dash));
    let doubtful = || Some((first_behind(rest, spaced, &UNCERTAIN)?, All));
    let (end, extent) = known.or_else(doubtful)?;
    let is_parted = spaced > at;
    let unspaced = rest[spaced..].starts_with(|c: char| !c.is_alphanumeric() || !c.is_ascii());
    if !is_parted && !unspaced {
        return None;
    }
    let end = first_behind(rest, skip(rest, end, |c| c.is_whitespace() || c == ','), &THEN).unwrap_or(end);
    let end = skip(rest, end, |c| matches!(c, ',' | '，'));
    let colon = behind_colon(rest, end);
    let is_certain = known.is_some() || colon.is_some();
    Some(Introduction { length: colon.unwrap_or(end), is_certain, lists_all: extent == All })
}

/// Where words end that stand at a place and can only introduce a list, and how much of it they announce.
fn certain(rest: &str, at: usize) -> Option<(usize, Extent)> {
    let at_once = CERTAIN.iter().find_map(|(words, extent)| Some((behind(rest, at, words)?, *extent)));
    at_once.or_else(|| {
        let which = first_behind(rest, at, &BEFORE)?;
        let verb = skip(rest, which, char::is_whitespace);
        CERTAIN.iter().find_map(|(words, extent)| Some((behind(rest, verb, words)?, *extent)))
    })
}

/// Where the first of these phrases ends that stands at a place.
fn first_behind(rest: &str, at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().find_map(|phrase| behind(rest, at, phrase))
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
            let found = introduction(rest).map(|found| (&rest[found.length..], found.is_certain));
            assert_eq!(found, Some((list, is_certain)), "{rest}");
        }
    }

    #[test]
    fn some_words_announce_all_and_others_a_few() {
        for (rest, lists_all) in [
            (": a", true),
            (", namely a", true),
            (" include a", false),
            (" (e.g. a", false),
            (", which comprise a", true),
        ] {
            assert_eq!(introduction(rest).map(|found| found.lists_all), Some(lists_all), "{rest}");
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
            assert_eq!(introduction(rest), None, "{rest}");
        }
    }
}
