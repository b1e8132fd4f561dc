//! Whom the words of a clause before its verb name, in Chinese.

use crate::attribution::unspaced::names::{People, Who};
use crate::attribution::unspaced::piece::{Piece, is_han};
use crate::attribution::unspaced::words::chinese as words;

/// Signs of whoever speaks, at most.
const LONGEST: usize = 30;
/// Signs of a name behind a title, at most.
const NAME: usize = 12;

/// Whom these words name, if nothing else can be read in them.
pub(super) fn speaker<'a>(words: Piece<'a>, people: &People<'a>) -> Option<Who<'a>> {
    let all = without_age(words);
    if all.is_empty() || all.len() > LONGEST || words::NOBODY.contains(&all.text) {
        return None;
    }
    if words::PRONOUNS.contains(&all.text) {
        return Some(Who::Pronoun);
    }
    // `来自海边的王明`
    if let Some(of) = all.text.rfind('的') {
        let behind = all.from(of + '的'.len_utf8());
        let is_own = !all.to(of).text.contains(['，', '。', '说']);
        return speaker(behind, people).filter(|who| is_own && *who != Who::Pronoun);
    }
    let text = all
        .strip_any(&["一书中", "一书里", "一文中", "里", "中"])
        .filter(|text| text.text.ends_with('》'))
        .unwrap_or(all);
    let work = WORKS.iter().find_map(|work| text.strip_prefix(work)).unwrap_or(text);
    if is_title_of_text(work) {
        return Some(Who::Noun(text));
    }
    // `沈若兰`: inside a name it is no `if`.
    let is_small = |(at, c): (usize, char)| words::SMALL.contains(c) && !(c == '若' && at > 0 && is_name(all));
    if all.text.char_indices().any(is_small) && !people.knows(all.text) && !is_dotted(all) {
        return None;
    }
    if people.knows(all.text) {
        return Some(Who::Person { name: all, mention: all });
    }
    if let Some((title, name)) = title_before(all)
        && let Some(name) = named(name, people)
    {
        return Some(Who::Person { name, mention: all.part(title..all.text.len()) });
    }
    if let Some(stem) = all.strip_any(&words::TITLES) {
        return titled(stem, all, people);
    }
    if let Some(at) = name_behind_work(all) {
        return Some(Who::Person { name: all.from(at), mention: all });
    }
    let ends = |list: &[&str]| list.iter().any(|end| all.text.ends_with(end) && all.text.len() > end.len().min(3));
    if ends(&words::DOCUMENTS) || ends(&words::BODIES) || COUNTRIES.contains(&all.text) {
        return is_words(all).then_some(Who::Noun(all));
    }
    is_name(all).then_some(Who::Person { name: all, mention: all })
}

/// What may stand before the title of a text.
const WORKS: &[&str] = &["小说", "诗集", "诗", "散文", "文章", "社论", "报告", "书"];
/// Countries that speak as one.
const COUNTRIES: &[&str] =
    &["中国", "美国", "俄罗斯", "日本", "英国", "法国", "德国", "印度", "韩国", "朝鲜", "苏联", "越南", "巴西", "南非"];

/// `王明教授`, `习老师`, `总理`, `外交部发言人`
fn titled<'a>(stem: Piece<'a>, all: Piece<'a>, people: &People<'a>) -> Option<Who<'a>> {
    if let Some((title, name)) = title_before(stem)
        && let Some(name) = named(name, people)
    {
        return Some(Who::Person { name, mention: all.part(title..all.text.len()) });
    }
    if is_surname(stem) {
        // With nothing but a surname the title stays.
        let full = people.full(stem, crate::attribution::unspaced::Language::Chinese);
        return Some(Who::Person { name: full.map_or(all, |_| stem), mention: all });
    }
    let is_body = words::BODIES.iter().any(|end| stem.text.ends_with(end)) || COUNTRIES.contains(&stem.text);
    match is_body || stem.is_empty() || !is_name(stem) {
        true => is_words(all).then_some(Who::Noun(all)),
        false => Some(Who::Person { name: stem, mention: all }),
    }
}

/// Where the last title before a name begins, and the name.
fn title_before(all: Piece<'_>) -> Option<(usize, Piece<'_>)> {
    let ends = all.text.char_indices().map(|(at, _)| at).skip(1);
    let end = ends.filter(|&end| words::TITLES.iter().any(|title| all.text[..end].ends_with(title))).last()?;
    let title =
        words::TITLES.iter().filter(|title| all.text[..end].ends_with(**title)).map(|title| title.len()).max()?;
    Some((end - title, all.from(end)))
}

/// Where the name behind what somebody does begins: `小提琴家王明`, `法国诗人皮埃尔·杜朗`.
fn name_behind_work(all: Piece) -> Option<usize> {
    const WORK: [char; 12] = ['家', '员', '者', '师', '手', '民', '人', '官', '士', '长', '星', '生'];
    let starts = all.text.char_indices().map(|(at, _)| at).skip(2);
    let behind = starts.filter(|&at| all.text[..at].ends_with(WORK) && !all.to(at).text.contains(is_dot));
    behind.filter(|&at| is_name(all.from(at))).last()
}

/// A name behind a title, which shows that it is one.
fn named<'a>(name: Piece<'a>, people: &People<'a>) -> Option<Piece<'a>> {
    let len = name.len();
    let is_plain = name.text.chars().all(|c| is_han(c) || is_dot(c));
    let is_body = words::BODIES.iter().chain(words::TITLES.iter()).any(|end| name.text.ends_with(end));
    let is_short = !is_body && matches!(len, 2..=3) || is_dotted(name) || is_foreign(name) || is_name(name);
    (people.knows(name.text) || len <= NAME && is_plain && is_short).then_some(name)
}

/// Whether words have the form of a name: a surname and one or two signs, or the signs of foreign names.
fn is_name(name: Piece) -> bool {
    let ends = ["时", "后", "地", "得", "着", "上", "里", "中", "前"];
    let signs: Vec<char> = name.text.chars().collect();
    let is_long = words::LONG_SURNAMES.iter().any(|surname| name.text.starts_with(surname));
    let is_native = match signs[..] {
        [_, _, _] if is_long => true,
        [first, _] | [first, _, _] => words::SURNAMES.contains(first),
        [_, _, _, _] => is_long,
        _ => false,
    };
    signs.iter().all(|&c| is_han(c) || is_dot(c))
        && (is_native && !ends.iter().any(|end| name.text.ends_with(end)) || is_dotted(name) || is_foreign(name))
}

fn is_surname(name: Piece) -> bool {
    name.len() == 1 && name.text.chars().all(|c| words::SURNAMES.contains(c))
        || words::LONG_SURNAMES.contains(&name.text)
}

fn is_foreign(name: Piece) -> bool {
    matches!(name.len(), 2..=7) && name.text.chars().all(|c| words::FOREIGN.contains(c))
}

fn is_dotted(name: Piece) -> bool {
    let mut parts = name.text.split(is_dot);
    name.text.contains(is_dot)
        && parts.all(|part| !part.is_empty() && part.chars().all(|c| words::FOREIGN.contains(c)))
        && name.len() <= 2 * NAME
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧')
}

/// `《晨报》`, `《晨报》社论`
fn is_title_of_text(all: Piece) -> bool {
    let end = all.text.find('》').map(|at| at + '》'.len_utf8());
    all.text.starts_with('《')
        && end.is_some_and(|end| end == all.text.len() || words::DOCUMENTS.contains(&&all.text[end..]))
}

/// Whether nothing but the words of a noun phrase stands here.
fn is_words(all: Piece) -> bool {
    all.text.chars().all(|c| c.is_alphanumeric() || is_dot(c) || "《》".contains(c))
}

/// Without `（45岁）` behind a name.
fn without_age(words: Piece<'_>) -> Piece<'_> {
    let open = words.text.find(['（', '(']).filter(|_| words.text.ends_with(['）', ')']));
    open.map_or(words, |open| words.to(open))
}
