//! What a fix writes into a draft, so that the markup which stands there stays.

use super::compare::{Change, Unlike};
use super::enumeration::cased;
use crate::features::View;
use crate::text::{Span, words};
use std::ops::Range;

/// An edit of a run of a block's prose: of all of it or, where markup stands inside it, of the words in which the new ones
/// differ. `None` where markup stands among those, too, and would be lost.
pub(super) fn edit(view: View, block: usize, span: Span, new: String) -> Option<(Span, String)> {
    let prose = &view.page.blocks[block].prose;
    let plain = |span: Span| prose.to_page(span).filter(|page| page.of(view.text) == span.of(&prose.text));
    if let Some(page) = plain(span) {
        return Some((page, new));
    }
    let (old, other) = differing(span.of(&prose.text), &new)?;
    Some((plain(old.shift(span.start))?, other.of(&new).to_string()))
}

/// What two texts have between the words that both begin with and those that both end with; `None` where that is nothing.
fn differing(old: &str, new: &str) -> Option<(Span, Span)> {
    let (ours, theirs) = (words(old), words(new));
    let most = ours.len().min(theirs.len());
    let same = |one: usize, other: usize| ours[one].span.of(old) == theirs[other].span.of(new);
    let front = (0..most).take_while(|&at| same(at, at)).count();
    let back = (1..=most - front).take_while(|&at| same(ours.len() - at, theirs.len() - at)).count();
    let between = |all: &[crate::text::Word]| {
        let rest = &all[front..all.len() - back];
        Some(rest.first()?.span.join(rest.last()?.span))
    };
    Some((between(&ours)?, between(&theirs)?))
}

/// Puts each part that is missing among the items of a list, takes out what is none and replaces what is worded otherwise, each
/// by itself; all else stays as it is. `None` where that is not certain.
pub(super) fn item_by_item(view: View, block: usize, text: &str, unlike: &Unlike) -> Option<Vec<(Span, String)>> {
    let prose = &view.page.blocks[block].prose;
    let added = unlike.changes.iter().filter_map(|change| match change {
        Change::Added(span) => Some(*span),
        _ => None,
    });
    let mut all: Vec<Span> = unlike.right.iter().filter_map(|(span, _)| *span).chain(added.clone()).collect();
    all.sort_unstable();
    let gaps = Gaps { text, items: &all };
    if !gaps.all().all(|gap| gaps.only_parts(gap)) {
        return None;
    }
    // Behind the markup that ends with an item.
    let behind = |item: usize| {
        let end = all[item].end;
        let next = text[end..].chars().next().map_or(0, char::len_utf8);
        if next == 0 { None } else { Some(prose.to_page(Span::new(end, end + next))?.start) }
    };
    // A new item has the marks of the one beside it.
    let marked = |item: usize, new: String| {
        let page = prose.to_page(all[item])?;
        let marks = &view.text[page.end..behind(item)?];
        let is_marked = !marks.is_empty() && marks.chars().all(|c| matches!(c, '*' | '_'));
        let is_marked = is_marked && view.text[..page.start].ends_with(marks);
        Some(if is_marked { format!("{marks}{new}{marks}") } else { new })
    };
    let number = |span: Span| all.iter().position(|other| *other == span);
    let mut edits = Vec::new();
    for span in added {
        let at = number(span).filter(|&at| at > 0 && !gaps.has_joint(at - 1) && at + 1 < all.len())?;
        if gaps.number(at - 1).is_some() {
            return None;
        }
        edits.push((Span::new(behind(at - 1)?, behind(at)?), String::new()));
    }
    let mut before: Option<usize> = None;
    for (place, (span, theirs)) in unlike.right.iter().enumerate() {
        let next = || unlike.right[place..].iter().find_map(|(span, _)| *span).and_then(number);
        match (span, theirs) {
            (Some(span), theirs) => {
                let at = number(*span)?;
                if let Some(theirs) = theirs {
                    edits.push(edit(view, block, *span, cased(theirs, span.of(text)))?);
                }
                // Items that have numbers go on counting.
                let digits = at.checked_sub(1).and_then(|gap| gaps.number(gap));
                if let Some(digits) = digits.filter(|digits| digits.of(text) != (place + 1).to_string()) {
                    edits.push(edit(view, block, digits, (place + 1).to_string())?);
                }
                before = Some(at);
            }
            (None, Some(theirs)) => {
                let first = next().filter(|_| before.is_none());
                let new = cased(theirs, first.map_or("a", |item| all[item].of(text)));
                let sign = gaps.sign(place + 1)?;
                let beside = before.or_else(next)?;
                let new = marked(beside, new)?;
                match (before, next()) {
                    (Some(item), Some(_)) => {
                        let at = behind(item)?;
                        edits.push((Span::new(at, at), format!("{sign}{new}")));
                    }
                    (Some(item), None) => {
                        let at = behind(item)?;
                        let joint = item.checked_sub(1).and_then(|gap| gaps.joint(gap));
                        let joined = match joint {
                            Some(joint) => {
                                let words = joint.of(text).to_string();
                                let sign = sign.trim_end();
                                edits.push(edit(view, block, joint, sign.to_string())?);
                                let space = if sign.ends_with([',', ';']) { " " } else { "" };
                                format!("{words}{space}")
                            }
                            None => sign,
                        };
                        edits.push((Span::new(at, at), format!("{joined}{new}")));
                    }
                    (None, Some(item)) => {
                        let start = text[..all[item].start].rfind([' ', '\u{a0}', '\n', '('])?;
                        let at = prose.to_page(Span::new(start, start + text[start..].chars().next()?.len_utf8()))?.end;
                        edits.push((Span::new(at, at), format!("{new}{sign}")));
                    }
                    (None, None) => return None,
                }
            }
            (None, None) => {}
        }
    }
    edits.sort_by_key(|(span, _)| *span);
    edits.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start).then_some(edits)
}

/// Words that join the last item of a list to the others.
const LINKS: [&str; 6] = ["and", "or", "as", "well", "together", "with"];

/// What stands between the items of a list.
struct Gaps<'a> {
    text: &'a str,
    items: &'a [Span],
}

impl Gaps<'_> {
    fn all(&self) -> Range<usize> {
        0..self.items.len().saturating_sub(1)
    }

    /// The bytes between the item of a number and the next.
    fn span(&self, gap: usize) -> Span {
        Span::new(self.items[gap].end, self.items[gap + 1].start)
    }

    /// Whether a gap has no words but those that join items, and letters that count them.
    fn only_parts(&self, gap: usize) -> bool {
        let all = words(self.span(gap).of(self.text));
        all.iter().all(|word| word.folded.chars().count() == 1 || LINKS.contains(&word.folded.as_str()))
    }

    fn has_joint(&self, gap: usize) -> bool {
        self.span(gap).of(self.text).contains(char::is_alphabetic)
    }

    /// From the beginning of a gap to the end of the word in it that joins the last item.
    fn joint(&self, gap: usize) -> Option<Span> {
        let span = self.span(gap);
        let last = span.of(self.text).trim_end_matches(|c: char| !c.is_alphabetic() && c != '&').len();
        (last > 0).then(|| Span::new(span.start, span.start + last))
    }

    /// The digits of the number that stands before the item behind a gap.
    fn number(&self, gap: usize) -> Option<Span> {
        let span = self.span(gap);
        let text = span.of(self.text);
        let is_digit = |c: char| c.is_ascii_digit();
        let (from, to) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
        text[from..to].chars().all(is_digit).then(|| Span::new(span.start + from, span.start + to))
    }

    /// What stands between two items that no word joins, before the item of this number, the first being 1; `None` where that
    /// has words of its own.
    fn sign(&self, number: usize) -> Option<String> {
        let Some(gap) = self.all().find(|&gap| !self.has_joint(gap)) else {
            return self.all().all(|gap| self.number(gap).is_none()).then(|| ", ".to_string());
        };
        let span = self.span(gap);
        let Some(digits) = self.number(gap) else { return Some(span.of(self.text).replace(['\n', '\r'], " ")) };
        let before = Span::new(span.start, digits.start).of(self.text);
        let behind = Span::new(digits.end, span.end).of(self.text);
        Some(format!("{before}{number}{behind}"))
    }
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn only_the_words_that_differ_are_written_anew() {
        for (old, new, expected) in [
            ("joint quay", "common quay", Some(("joint", "common"))),
            ("Five Rules for Harbours", "Five Rules of Harbours", Some(("for", "of"))),
            ("a b c", "a x y c", Some(("b", "x y"))),
            ("a b", "a b c", None),
            ("a b", "a b", None),
        ] {
            let found = differing(old, new).map(|(ours, theirs)| (ours.of(old), theirs.of(new)));
            assert_eq!(found, expected, "{old}");
        }
    }
}
