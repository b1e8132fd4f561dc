//! Whom a noun phrase names, in Japanese.

use crate::attribution::unspaced::names::{People, Who};
use crate::attribution::unspaced::piece::{Piece, is_han};
use crate::attribution::unspaced::words::japanese as words;
use crate::text::is_hiragana;

/// Signs of a noun phrase, at most.
const LONGEST: usize = 40;
/// Signs of a name in one script, at most.
const NAME: usize = 7;

/// The noun phrase that ends a piece: what is not written in hiragana, with `の` and what it joins.
pub(super) fn phrase_ending(piece: Piece<'_>) -> Piece<'_> {
    let piece = without_parentheses(piece.tail(LONGEST));
    let mut start = piece.text.len();
    let bare = piece.strip_any(&["さん", "ちゃん"]).map_or(start, |rest| rest.text.len());
    let is_part = |c: char| c.is_alphanumeric() && !is_hiragana(c) || "・＝·ー".contains(c);
    let run =
        |end: usize| piece.text[..end].char_indices().rev().take_while(|&(_, c)| is_part(c)).last().map(|(at, _)| at);
    let mut end = bare;
    // `山本さくら氏`
    if let Some(stem) = piece.strip_any(&words::TITLES) {
        let is_start = |at: &usize| {
            let named = &stem.text[*at..];
            words::SURNAMES.iter().any(|surname| named.strip_prefix(surname).is_some_and(is_given_in_hiragana))
        };
        if let Some(at) = stem.text.char_indices().map(|(at, _)| at).find(is_start) {
            return piece.from(at);
        }
    }
    while let Some(from) = run(end) {
        start = from;
        match piece.text[..from].strip_suffix('の') {
            Some(rest) => end = rest.len(),
            None => break,
        }
    }
    piece.from(start)
}

/// Without `（河川工学）` behind a name.
fn without_parentheses(piece: Piece<'_>) -> Piece<'_> {
    let open = piece.text.rfind(['（', '(']).filter(|_| piece.text.ends_with(['）', ')']));
    open.map_or(piece, |open| piece.to(open))
}

fn is_given_in_hiragana(name: &str) -> bool {
    matches!(name.chars().count(), 2..=4)
        && name.chars().all(|c| is_hiragana(c) && !"のをにがはでとへもたてる".contains(c))
}

/// Whom a phrase names, if nothing else can be read in it.
pub(super) fn speaker<'a>(phrase: Piece<'a>, people: &People<'a>) -> Option<Who<'a>> {
    if phrase.is_empty() {
        return None;
    }
    let last = phrase.from(phrase.text.rfind('の').map_or(0, |at| at + 'の'.len_utf8()));
    if words::PRONOUNS.contains(&last.text) {
        return Some(Who::Pronoun);
    }
    if let Some(stem) = without_titles(last) {
        if let Some(name) = name_at_end(stem, people) {
            return Some(Who::Person { name, mention: last.from(name.at - last.at) });
        }
        return (is_office(stem) && is_phrase(phrase)).then_some(Who::Noun(phrase));
    }
    if people.knows(last.text) || is_name(last) {
        return Some(Who::Person { name: last, mention: last });
    }
    let ends = |list: &[&str]| list.iter().any(|end| last.text.ends_with(end));
    // `関係者`, `市の担当者`: of a body or of somebody no name is known.
    let is_somebody =
        ends(&words::ROLES) || ends(&words::BODIES) || ends(&words::DOCUMENTS) || COUNTRIES.contains(&last.text);
    let is_one = last.len() > 1 || "町市県村国都党".contains(last.text);
    // `同社` is somebody who was named before.
    (is_somebody && is_one && !last.text.starts_with('同') && is_phrase(phrase)).then_some(Who::Noun(phrase))
}

/// Countries that speak as one.
const COUNTRIES: &[&str] =
    &["日本", "中国", "米国", "韓国", "英国", "ロシア", "北朝鮮", "フランス", "ドイツ", "インド", "イラン"];

/// A phrase that no date or number begins.
fn is_phrase(phrase: Piece) -> bool {
    !phrase.text.starts_with(|c: char| c.is_numeric()) && phrase.text.chars().filter(|&c| c == 'の').count() <= 2
}

/// What stands before the titles that end a name.
fn without_titles(phrase: Piece<'_>) -> Option<Piece<'_>> {
    let mut stem = phrase.strip_any(&words::TITLES)?;
    while let Some(more) =
        stem.strip_any(&words::TITLES).or_else(|| stem.strip_any(&words::BEFORE_TITLES).filter(|rest| rest.len() > 1))
    {
        stem = more;
    }
    Some(stem.strip_prefix("故・").unwrap_or(stem))
}

/// The name that ends what stands before a title: all of it, or what stands behind another title or a body.
fn name_at_end<'a>(stem: Piece<'a>, people: &People<'a>) -> Option<Piece<'a>> {
    if stem.is_empty()
        || words::BODIES.iter().any(|body| stem.text.ends_with(body))
            && !people.knows(stem.text)
            && !is_native(stem.text)
    {
        return None;
    }
    let starts = stem.text.char_indices().map(|(at, _)| at);
    let is_behind = |at: usize| {
        let before = &stem.text[..at];
        words::TITLES.iter().chain(words::BODIES.iter()).chain(words::ROLES.iter()).any(|end| before.ends_with(end))
    };
    let known =
        starts.clone().find(|&at| people.knows(&stem.text[at..]) || is_native(&stem.text[at..]) && is_behind(at));
    if is_native(stem.text) || people.knows(stem.text) {
        return Some(stem);
    }
    if let Some(at) = known {
        return Some(stem.from(at));
    }
    // `米国務省ジョン・ドウ`: the signs of foreign names begin where others end.
    let is_katakana = |c: char| matches!(c, '\u{30a0}'..='\u{30ff}' | '＝');
    let foreign = stem.text.char_indices().rev().take_while(|&(_, c)| is_katakana(c)).last();
    if let Some((at, _)) = foreign {
        let before = &stem.text[..at];
        return (before.is_empty() || is_behind(at)).then(|| stem.from(at));
    }
    let is_plain = stem.text.chars().all(is_han) && matches!(stem.len(), 2..=5);
    (is_plain && !is_office(stem)).then_some(stem)
}

/// Whether words before a title say of what it is one.
fn is_office(stem: Piece) -> bool {
    let of = [
        "外務", "財務", "防衛", "総務", "法務", "文部", "厚生", "経済", "環境", "農林", "国土", "内閣", "報道", "広報",
        "担当", "政策", "専務", "事務", "営業", "人事", "技術", "編集", "研究",
    ];
    stem.is_empty()
        || of.iter().any(|of| stem.text.ends_with(of))
        || words::BODIES.iter().any(|body| stem.text.ends_with(body))
        || COUNTRIES.contains(&stem.text)
}

/// Whether words without a title can be nothing but a name.
fn is_name(phrase: Piece) -> bool {
    is_native(phrase.text) && phrase.len() > 2
        || phrase.text.contains(['・', '＝'])
            && phrase.text.chars().all(|c| matches!(c, '\u{30a0}'..='\u{30ff}' | '＝'))
}

/// Whether a name begins with a frequent surname and is not long.
fn is_native(name: &str) -> bool {
    let is_given = |given: &str| {
        given.chars().count() <= 3
            && (!given.contains(is_hiragana) || is_given_in_hiragana(given))
            && ![&words::ROLES, &words::BODIES, &words::TITLES]
                .iter()
                .any(|list| list.iter().any(|end| given.ends_with(end)))
    };
    name.chars().count() <= NAME
        && words::SURNAMES.iter().any(|surname| name.strip_prefix(surname).is_some_and(is_given))
}
