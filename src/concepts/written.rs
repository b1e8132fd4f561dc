//! A name as it is written in a source, without what markup and line breaks put into it.

/// A piece of a source on one line: white space is one space, a hyphen at the end of a line joins the next one, and the marks of
/// emphasis and of block quotations are gone. In Markdown a mark may end a word by itself; in other texts only behind one that
/// opened.
pub(super) fn unmarked(text: &str, in_markdown: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_open = in_markdown;
    for (number, line) in text.lines().enumerate() {
        let line = if number == 0 { line } else { line.trim_start_matches([' ', '\t', '>']) };
        let joins = number > 0 && ends_in_hyphen(&out) && line.starts_with(char::is_alphanumeric);
        for (at, word) in line.split_whitespace().enumerate() {
            let bare = without_marks(word, &mut is_open);
            let is_joined = at == 0 && joins;
            if !(bare.is_empty() || out.is_empty() || is_joined) {
                out.push(' ');
            }
            out.push_str(&bare);
        }
    }
    // Half of a pair of marks is none: `closed” harbour`.
    for pair in [['“', '”'], ['«', '»']] {
        if out.matches(pair[0]).count() != out.matches(pair[1]).count() {
            out.retain(|c| !pair.contains(&c));
        }
    }
    if out.matches('"').count() == 1 {
        out.retain(|c| c != '"');
    }
    without_half(out)
}

/// Letters of a word that has lost some at its end, at most: `Lil’ Ann`, `Rock ’n’ roll`.
const LONGEST_CUT: usize = 3;

/// A name without a single mark that closes a word of it and was opened before it: `closed’ harbour`, but not `pilots’ harbour`,
/// nor `fishin’ boat`.
fn without_half(mut name: String) -> String {
    let closes = |(at, c): (usize, char)| {
        let (before, behind) = (&name[..at], &name[at + c.len_utf8()..]);
        let is_plural = before.ends_with(['s', 'S', 'z', 'x']);
        let is_pair = before.contains(['‘', '\'']);
        let last = before.rsplit(' ').next().unwrap_or_default().trim_start_matches(['’', '\'']);
        let is_cut = last.chars().count() <= LONGEST_CUT || last.ends_with("in");
        matches!(c, '’' | '\'') && !is_cut && behind.starts_with(' ') && !before.is_empty() && !is_plural && !is_pair
    };
    if let Some((at, c)) = name.char_indices().find(|&at| closes(at)) {
        name.replace_range(at..at + c.len_utf8(), "");
    }
    name
}

/// Whether a line ends in a hyphen that belongs to its last word.
fn ends_in_hyphen(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// A word without the marks of emphasis at its ends and at its hyphens.
fn without_marks(word: &str, is_open: &mut bool) -> String {
    let marks = ['*', '_'];
    let bare = word.trim_start_matches(marks);
    *is_open |= bare.len() < word.len();
    let bare = if *is_open { bare.trim_end_matches(marks) } else { bare };
    if *is_open { bare.replace("**", "").replace("*-", "-").replace("-*", "-") } else { bare.to_string() }
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn a_name_has_no_markup_and_no_line_break_in_it() {
        for (written, name) in [
            ("outer basin* of the quay", "outer basin of the quay"),
            ("bright lamp **Norden", "bright lamp Norden"),
            ("real\n> keeper of the gate", "real keeper of the gate"),
            ("lay-\nday rule", "lay-day rule"),
            ("slack_\n_water", "slack water"),
            ("harbour_guild rule", "harbour_guild rule"),
        ] {
            assert_eq!(unmarked(written, true), name, "{written}");
        }
        assert_eq!(unmarked("closed” harbour", false), "closed harbour");
        assert_eq!(unmarked("“closed” harbour", false), "“closed” harbour");
        assert_eq!(unmarked("closed\" harbour", false), "closed harbour");
        assert_eq!(unmarked("closed' harbour", false), "closed harbour");
        assert_eq!(unmarked("closed’ harbour", false), "closed harbour");
        assert_eq!(unmarked("‘closed’ harbour", false), "‘closed’ harbour");
        assert_eq!(unmarked("pilots' harbour", false), "pilots' harbour");
        for elided in ["Lil’ Ann lamp", "fishin’ boat", "Salt ’n’ corn", "Salt 'n' corn"] {
            assert_eq!(unmarked(elided, false), elided);
        }
        assert_eq!(unmarked("pilot's harbour", false), "pilot's harbour");
        assert_eq!(unmarked("A* search", false), "A* search");
        assert_eq!(unmarked("_slack\nwater_ mark", false), "slack water mark");
    }
}
