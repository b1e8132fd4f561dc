//! Lists in Chinese and Japanese, which put no spaces between words and have a sign of their own between items.

use crate::text::Span;

/// What a list stands behind.
const INTRODUCTIONS: [&str; 21] = [
    "分别是",
    "分別是",
    "分别为",
    "分別為",
    "指的是",
    "是指",
    "就是",
    "即",
    "包括",
    "包含",
    "分为",
    "分為",
    "是",
    "：",
    ":",
    "すなわち",
    "とは、",
    "には、",
    "は、",
    "には",
    "は",
];
/// How far behind a name its list may begin, in letters.
const NEAR: usize = 12;
/// What stands between two items, and before the last one.
const BETWEEN: char = '、';
const LAST: [&str; 11] = ["以及", "及其", "及び", "および", "並びに", "ならびに", "和", "与", "與", "及", "と"];
/// What ends the list within its sentence.
const ENDS: [&str; 24] = [
    "等",
    "など",
    "である",
    "であり",
    "です",
    "だ",
    "を指す",
    "をいう",
    "を含む",
    "を意味",
    "からなる",
    "から成る",
    "から構成",
    "で構成",
    "のことで",
    "の三つ",
    "の3つ",
    "の二つ",
    "の2つ",
    "の四つ",
    "の五つ",
    "组成",
    "組成",
    "构成",
];

/// The items of the list behind a name that ends at the byte `after`; none where fewer than two stand there, or another number
/// than the name says.
pub(super) fn parts(passage: &str, after: usize, count: Option<usize>) -> Vec<Span> {
    let rest = &passage[after..];
    let near: usize = rest.chars().take(NEAR).map(char::len_utf8).sum();
    let close = rest.find(['。', '；', '！', '？', '\n']).unwrap_or(rest.len());
    let introduced = INTRODUCTIONS
        .iter()
        .filter_map(|word| rest[..near.min(close)].find(word).map(|at| (at, std::cmp::Reverse(word.len()))))
        .min();
    let Some((at, len)) = introduced else { return Vec::new() };
    let list = Span::new(after + at + len.0, after + close);
    if list.is_empty() || !list.of(passage).contains(BETWEEN) {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut start = list.start;
    for (at, sign) in list.of(passage).match_indices(BETWEEN) {
        items.push(Span::new(start, list.start + at));
        start = list.start + at + sign.len();
    }
    let last = Span::new(start, list.end);
    let last = Span::new(start, start + ends(last.of(passage)));
    let wants_more = count.is_none_or(|count| count > items.len() + 1);
    match joint(last.of(passage)).filter(|_| wants_more) {
        Some((at, len)) => {
            items.push(Span::new(start, start + at));
            items.push(Span::new(start + at + len, last.end));
        }
        None => items.push(last),
    }
    let items: Vec<Span> = items.into_iter().filter_map(|item| trimmed(passage, item)).collect();
    let fits = count.map_or(items.len() > 2 || joint(last.of(passage)).is_some(), |count| count == items.len());
    if fits { items } else { Vec::new() }
}

/// Where the list ends in what begins with its last item.
fn ends(last: &str) -> usize {
    let closing = last.find(['，', ',', '（', '(']);
    ENDS.iter().filter_map(|end| last.find(end)).chain(closing).min().unwrap_or(last.len())
}

/// The last word that joins two items, and its length; none that is part of another word, `共和国`, `参与`.
fn joint(last: &str) -> Option<(usize, usize)> {
    let is_inside =
        |at: usize, word: &str| last[..at].ends_with(ENDING) || last[at + word.len()..].starts_with(GOING_ON);
    let each = LAST.iter().flat_map(|word| last.match_indices(word));
    let fits = each.filter(|&(at, word)| at > 0 && at + word.len() < last.len() && !is_inside(at, word));
    fits.map(|(at, word)| (at, word.len())).max_by_key(|&(at, len)| (at + len, len))
}

/// Letters that make another word with what joins, before it and behind it.
const ENDING: [char; 12] = ['共', '参', '參', '普', '涉', '温', '饱', '调', '缓', 'こ', 'っ', 'ひ'];
const GOING_ON: [char; 9] = ['平', '谐', '諧', '解', '国', '國', '约', '睦', 'し'];

/// An item without what joins it and the signs around it.
fn trimmed(passage: &str, item: Span) -> Option<Span> {
    let is_sign = |c: char| c.is_whitespace() || "「」『』“”‘’《》，,".contains(c);
    let mut text = item.of(passage).trim_start_matches(is_sign);
    for word in LAST.iter().filter(|word| word.len() > 3) {
        text = text.strip_prefix(word).unwrap_or(text);
    }
    let start = item.end - text.len();
    let text = text.trim_end_matches(is_sign);
    (!text.is_empty()).then(|| Span::new(start, start + text.len()))
}
