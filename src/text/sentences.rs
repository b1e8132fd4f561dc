//! Where sentences begin and end, well enough to show a passage in its context.

use super::Span;

/// Words after which a point does not end a sentence.
const ABBREVIATIONS: [&str; 26] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "etc", "e.g", "i.e", "cf", "no", "nos", "vol", "vols",
    "p", "pp", "art", "ed", "eds", "fig", "ch", "sec", "u.s",
];

/// The sentences of `text`, without the white space around them, in order. A blank line ends a sentence as well, so that
/// a heading is one of its own. Text without sentence marks is one sentence a paragraph.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' => {
                let mut end = at + c.len_utf8();
                while let Some(&(_, next)) = chars.peek() {
                    // `“` closes a quotation in German, but none behind a wide stop.
                    if !is_closing(next) || (next == '“' && matches!(c, '。' | '！' | '？')) {
                        break;
                    }
                    end += next.len_utf8();
                    chars.next();
                }
                let wide = matches!(c, '。' | '！' | '？');
                if !wide && !ends_here(&text[start..at], c, &text[end..]) {
                    continue;
                }
                end
            }
            '\n' if text[at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n') => at,
            _ => continue,
        };
        push(text, Span::new(start, end), &mut all);
        start = end;
    }
    push(text, Span::new(start, text.len()), &mut all);
    all
}

/// The passage around `span`: the sentences that it touches, and up to `more` whole sentences of the same paragraph on
/// either side. A paragraph ends at a blank line or, where lines are long, at a line's end.
pub fn around(text: &str, span: Span, more: usize) -> Span {
    let all = sentences(text);
    let first = all.partition_point(|s| s.end <= span.start);
    let last = all.partition_point(|s| s.start < span.end).max(first + 1).min(all.len());
    if first >= last {
        return span;
    }
    let same_paragraph = |a: usize, b: usize| !text[a..b].contains('\n');
    let (mut from, mut to) = (first, last - 1);
    for _ in 0..more {
        if from > 0 && same_paragraph(all[from - 1].end, all[from].start) {
            from -= 1;
        }
        if to + 1 < all.len() && same_paragraph(all[to].end, all[to + 1].start) {
            to += 1;
        }
    }
    all[from].join(all[to]).join(span)
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '“')
}

fn ends_here(before: &str, mark: char, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    if !next.is_whitespace() {
        return false;
    }
    let Some(first) =
        after.trim_start().chars().find(|c| !matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '*' | '_'))
    else {
        return true;
    };
    if first.is_lowercase() {
        return false;
    }
    if mark != '.' {
        return true;
    }
    if is_label(before) {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    !is_abbreviation(word.trim_start_matches(['"', '“', '„', '‘', '\'', '«', '[', '*', '_']))
}

/// Whether a point behind a word ends no sentence: behind an initial, `Dr`, `vol`.
pub fn is_abbreviation(word: &str) -> bool {
    let word = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "i";
    initial || ABBREVIATIONS.contains(&word.as_str())
}

/// Whether a text ends in the number of an item: `1` at the beginning of a line, `1` or `IV` behind the sign that leads to it.
fn is_label(before: &str) -> bool {
    let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let label = &before[rest.len()..];
    let is_number = (1..=2).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = (1..=5).contains(&label.len()) && label.bytes().all(|byte| b"IVX".contains(&byte));
    let behind = rest.trim_end_matches([' ', '\t']);
    let is_figure = is_number && label.len() == 1;
    (is_number && behind.ends_with('\n')) || ((is_figure || is_roman) && behind.ends_with([':', '—', ';']))
}

fn push(text: &str, span: Span, all: &mut Vec<Span>) {
    let part = span.of(text);
    let start = span.start + (part.len() - part.trim_start().len());
    let end = span.start + part.trim_end().len();
    if start < end {
        all.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn a_mark_behind_a_wide_stop_opens_the_next_sentence() {
        assert_eq!(
            split("这是航线。“无害通过”不得中止。他说：“好。”"),
            ["这是航线。", "“无害通过”不得中止。", "他说：“好。”"]
        );
        assert_eq!(split("Er sagte: „Gut.“ Dann ging er."), ["Er sagte: „Gut.“", "Dann ging er."]);
    }

    #[test]
    fn sentences_keep_their_closing_marks_and_abbreviations_end_none() {
        assert_eq!(
            split("A Title\n\nHe said: “We must. Now.” Dr. Wu of the U.S. left in 2007.10 … as planned. Why?"),
            ["A Title", "He said: “We must.", "Now.”", "Dr. Wu of the U.S. left in 2007.10 … as planned.", "Why?"]
        );
    }

    #[test]
    fn a_title_ends_no_sentence_behind_an_opening_mark() {
        assert_eq!(
            split("“Mr. Lee is late,” she said. (Dr. Wu was not.)"),
            ["“Mr. Lee is late,” she said.", "(Dr. Wu was not.)"]
        );
    }

    #[test]
    fn a_context_stays_in_its_paragraph() {
        let text = "Zero.\n\nOne. Two. Three. Four.\n\nFive.";
        let two = text.find("Two").unwrap();
        assert_eq!(around(text, Span::new(two, two + 3), 1).of(text), "One. Two. Three.");
        assert_eq!(around(text, Span::new(two, two + 3), 9).of(text), "One. Two. Three. Four.");
    }
}
