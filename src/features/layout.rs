//! Where the lines of a block divide it without a blank line: before the items of a list and around headings.

/// Words of a heading, at most.
const LONGEST_HEADING: usize = 10;

/// Where the divisions of a block end, in bytes of its text and in order; the last one with the text.
pub(super) fn division_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut at, mut before) = (0, Line::Begun);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let this = Line::of(line, before, lines.peek().copied().unwrap_or_default());
        if at > 0 && (this.is_apart() || before == Line::Heading) {
            ends.push(at);
        }
        at += line.len();
        before = this;
    }
    ends.push(text.len());
    ends
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Before the first line, or prose that ends with a sentence.
    Begun,
    /// Prose that goes on in the next line.
    Open,
    /// The beginning of an item.
    Item,
    /// What an item goes on with.
    Listed,
    Heading,
}

impl Line {
    fn of(line: &str, before: Line, next: &str) -> Line {
        let (line, next) = (line.trim(), next.trim_start());
        // A line that is wrapped may begin with a dash or with a number.
        if is_item(line) && (before != Line::Open || is_item(next)) {
            return Line::Item;
        }
        match line.ends_with(['.', '!', '?', ':', ';', ',', '”', '"', '…']) {
            true => Line::Begun,
            false if before == Line::Begun && is_heading(line) && !next.starts_with(char::is_lowercase) => {
                Line::Heading
            }
            false if matches!(before, Line::Item | Line::Listed) => Line::Listed,
            false => Line::Open,
        }
    }

    fn is_apart(self) -> bool {
        matches!(self, Line::Item | Line::Heading)
    }
}

/// Whether a line begins as an item of a list does: `- `, `• `, `1. `, `(a) `.
fn is_item(line: &str) -> bool {
    let Some((sign, _)) = line.split_once(char::is_whitespace) else { return false };
    let label = sign.trim_start_matches('(').strip_suffix(['.', ')']);
    let is_label = |label: &str| {
        let digits = label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit());
        !label.is_empty() && (digits || label.len() == 1 && label.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    matches!(sign, "-" | "*" | "+" | "–" | "—" | "•" | "‣" | "·") || label.is_some_and(is_label)
}

/// Whether a line reads as a heading: short, with a sign for it or with a capital at the beginning of all its longer words.
fn is_heading(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let is_titled = |word: &&str| word.chars().count() < 4 || !word.starts_with(char::is_lowercase);
    let is_caseless = words.iter().all(|word| word.chars().all(|c| !c.is_uppercase()));
    !words.is_empty()
        && words.len() <= LONGEST_HEADING
        && (line.starts_with('#') || words.iter().all(is_titled) && !is_caseless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut shown = String::new();
        let mut at = 0;
        for end in division_ends(&text) {
            shown.push_str(&text[at..end]);
            shown.push_str(if end < text.len() { "|" } else { "" });
            at = end;
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn items_and_headings_divide_a_block() {
        check("It says:\n|- the lamps burn\n|- the bells\nring\n");
        check("The rules.\n|1. The lamps burn.\n|2. The bells ring.");
        check("The lamps burn.\n|The Bells of the Town\n|The bells ring at\nnoon.");
        check("# Lamps\n|The lamps burn.");
    }

    #[test]
    fn wrapped_prose_is_one() {
        check(
            "The lamps burn all night\n- as they did in\n1914. The bells ring\nin The Hague and in\nBerlin and Rome.",
        );
        check("The lamps burn, they said.\nThe bells ring at noon.\nMr. Berg\nsleeps.");
        check("");
    }
}
