//! Parts that are listed line by line, as the items of a list below the sentence that introduces them.

use crate::features::View;
use crate::features::writing::is_in_unfinished_markup;

/// Lines looked at above the cursor, at most.
const MOST_LINES: usize = 200;

/// The mark of a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bullet {
    /// What the line begins with: indentation, marks of a block quotation.
    indent: String,
    /// `-`, `*`, `2.`; numbers count on.
    mark: String,
    /// The white space behind it.
    space: String,
}

impl Bullet {
    /// What begins the item so many lines below.
    pub fn below(&self, lines: usize) -> String {
        let digits = self.mark.trim_end_matches(['.', ')']);
        let mark = match digits.parse::<usize>() {
            Ok(number) => format!("{}{}", number + lines, &self.mark[digits.len()..]),
            Err(_) => self.mark.clone(),
        };
        format!("{}{mark}{}", self.indent, self.space)
    }

    /// The mark at the beginning of a line, and what stands behind it.
    fn of(line: &str) -> Option<(Bullet, &str)> {
        let body = line.trim_start_matches([' ', '\t', '>']);
        let digits = body.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let mark = match body[digits..].chars().next()? {
            c @ ('-' | '*' | '+' | '•' | '–') if digits == 0 => c.len_utf8(),
            '.' | ')' if digits > 0 => digits + 1,
            _ => return None,
        };
        let rest = body[mark..].trim_start_matches([' ', '\t']);
        let space = &body[mark..body.len() - rest.len()];
        let indent = &line[..line.len() - body.len()];
        let bullet = Bullet { indent: indent.into(), mark: body[..mark].into(), space: space.into() };
        (!space.is_empty()).then_some((bullet, rest))
    }
}

/// What introduces the list in an item of which the byte `offset` of the page lies, what was written of the list, an item a
/// line, and the mark of the item.
pub(super) fn above(view: View, offset: usize) -> Option<(String, String, Bullet)> {
    let written = view.text.get(..offset)?;
    let mut lines = written.rsplit('\n').map(|line| line.trim_end_matches('\r')).take(MOST_LINES);
    let (bullet, item) = Bullet::of(lines.next()?)?;
    if is_in_unfinished_markup(item) {
        return None;
    }
    let mut items = vec![item.to_string()];
    let introduction = loop {
        let line = lines.next()?;
        let bare = line.trim_matches([' ', '\t', '>']);
        match Bullet::of(line) {
            Some((_, item)) => items.push(item.trim_end().trim_end_matches(['.', ',', ';']).to_string()),
            None if bare.is_empty() => {}
            None => break line,
        }
    };
    let end = introduction.as_ptr() as usize - view.text.as_ptr() as usize + introduction.trim_end().len();
    let block = &view.page.blocks[view.page.block_at(end)?];
    let before = block.prose.text.get(..block.prose.from_page(end))?.trim_end();
    let sentence = crate::text::sentences(before).last()?.of(before);
    let introduces = sentence.ends_with([':', '：', '—', '–', ',']);
    items.reverse();
    let plain = |item: &String| item.replace(['*', '_', '`', '\n'], "");
    let list = items.iter().map(plain).collect::<Vec<_>>().join("\n");
    introduces.then(|| (sentence.to_string(), list, bullet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_goes_on_in_the_lines_below() {
        let below = |line: &str, lines| Bullet::of(line).map(|(bullet, _)| bullet.below(lines));
        assert_eq!(below("- a", 1).as_deref(), Some("- "));
        assert_eq!(below("> 9)  a", 1).as_deref(), Some("> 10)  "));
        assert_eq!(below("  * ", 2).as_deref(), Some("  * "));
        for line in ["-a", "1 a", "a", "", "12345. a", "**bold**"] {
            assert_eq!(below(line, 1), None, "{line}");
        }
    }
}
