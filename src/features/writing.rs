//! What a writer is in the middle of writing: the prose before the cursor, as far as it can matter to what comes next.

use super::View;
use crate::markup::{Block, Format};
use crate::text::{Span, sentences};

/// Prose that is looked at before the cursor, at most, in bytes: a line may be as long as it likes.
const LONGEST: usize = 8 * 1024;

/// The prose before a cursor.
pub struct Writing<'a> {
    /// The block that it is of.
    pub block: &'a Block,
    /// The prose, cut to what is near.
    pub before: &'a str,
    /// Where `before` begins in the block's prose.
    pub start: usize,
    /// Whether white space stands between it and the cursor.
    pub is_apart: bool,
}

impl<'a> Writing<'a> {
    /// What stands before the byte `offset` of the page; `None` outside prose.
    pub fn at(view: View<'a>, offset: usize) -> Option<Self> {
        let written = view.text.get(..offset)?;
        if view.page.format == Format::Markdown && is_in_unfinished_markup(written) {
            return None;
        }
        let end = end_of_words(written);
        let block = &view.page.blocks[view.page.block_at(end)?];
        let before = block.prose.text.get(..block.prose.from_page(end))?;
        let last = before.chars().next_back()?;
        // Inside code or an address the nearest prose ends earlier; behind emphasis only its marks are between.
        let shown = block.prose.to_page(Span::new(before.len() - last.len_utf8(), before.len()))?.end;
        let between = written.get(shown..end)?;
        let is_prose = between.chars().all(|c| matches!(c, '*' | '_' | '~'));
        let start = floor(before, before.len().saturating_sub(LONGEST));
        is_prose.then(|| Writing { block, before: &before[start..], start, is_apart: end < offset })
    }

    /// The sentence that is being written, up to the cursor; white space before the cursor is one space.
    pub fn sentence(&self) -> String {
        // Whether a point ends a sentence depends on what follows; here a sentence would begin.
        let next = format!("{}{}", self.before, if self.is_apart { " X" } else { "X" });
        let last = sentences(&next).last().map_or(next.len() - 1, |last| last.start);
        next[last.min(next.len() - 1)..next.len() - 1].to_string()
    }

    /// What follows the cursor in its block, from the first character that is no white space on.
    pub fn behind(&self) -> &'a str {
        self.block.prose.text[self.start + self.before.len()..].trim_start()
    }
}

/// Where the last words end that were `written`: before white space, which may hold one line end and the marks of a block
/// quotation behind it.
fn end_of_words(written: &str) -> usize {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{3000}');
    let line = written.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    if line > 0 && written[line..].chars().all(|c| is_space(c) || c == '>') {
        let above = written[..line].trim_end_matches(['\n', '\r']);
        let ends = written[above.len()..line].matches('\n').count().max(1);
        let above = above.trim_end_matches(is_space);
        return if ends == 1 { above.len() } else { written.len() };
    }
    written.trim_end_matches(is_space).len()
}

/// Whether code or the target of a link was begun on the last line and not ended yet.
pub fn is_in_unfinished_markup(written: &str) -> bool {
    let line = written.rsplit(['\n', '\r']).next().unwrap_or("");
    let target = line.rfind("](").is_some_and(|at| !line[at..].contains(')'));
    target || line.matches('`').count() % 2 == 1
}

/// The next border of a character at or before a byte.
pub fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::markup::Page;

    fn sentence(text: &str) -> Option<String> {
        let (before, after) = text.split_once('‸').unwrap();
        let text = format!("{before}{after}");
        let page = Page::parse(&text, Format::Markdown);
        let view = View { library: &Library::default(), page: &page, text: &text, own: None };
        Writing::at(view, before.len()).map(|writing| writing.sentence())
    }

    #[test]
    fn a_sentence_is_followed_to_the_cursor() {
        for (text, expected) in [
            ("One. The two: ‸", Some("The two: ")),
            ("One. The *two*: a, i.e.‸ b", Some("The two: a, i.e.")),
            ("The two, e.g. ‸", Some("The two, e.g. ")),
            ("> The two:\n> ‸", Some("The two: ")),
            ("The *two*‸", Some("The two")),
            ("One two. ‸", Some("")),
            ("One\n\n‸", None),
            ("One `two‸", None),
            ("One `two`‸", None),
        ] {
            assert_eq!(sentence(text).as_deref(), expected, "{text}");
        }
    }
}
