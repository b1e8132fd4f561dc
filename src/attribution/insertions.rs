//! The clause by which a writer says inside the marks who speaks, in English, Chinese and Japanese: `Peace, he said once, is made
//! daily`, `和平，他曾说，不是礼物`. What other languages have is told by [`super::languages`].

use super::assertion::doubts;
use super::languages::{self, Aside};
use super::lexicon::{Classes, classes};
use super::names;
use super::tokens::Tokens;
use super::{Attribution, Kind, Marked, Named};
use crate::text::{Span, fold, is_article, is_given_name, is_unspaced};
use rustc_hash::FxHashMap;

/// Words of a clause, at most.
const LONGEST: usize = 10;
/// Words of who speaks, at most: `the late mayor of Lorne`.
const LONGEST_SUBJECT: usize = 5;
/// Verbs of saying with somebody behind them.
const TELLS: [&str; 2] = ["told", "tells"];
/// May stand before a name.
const ADJECTIVES: [&str; 7] = ["old", "young", "poor", "dear", "good", "little", "big"];
/// Say when, without a preposition.
const TIMES: [&[&str]; 12] = [
    &["once"],
    &["later"],
    &["then"],
    &["at", "once"],
    &["one", "day"],
    &["one", "evening"],
    &["one", "morning"],
    &["years", "later"],
    &["long", "ago"],
    &["last", "year"],
    &["last", "week"],
    &["that", "day"],
];

/// The clauses of saying in some words that are quoted, given their asides, in bytes of these; none that denies or doubts what is
/// said.
pub(super) fn tags(text: &str, asides: &[Aside]) -> Vec<Span> {
    if text.contains(is_unspaced) {
        return unspaced(text);
    }
    let closed = asides.iter().filter(|aside| aside.is_closed);
    closed.map(|aside| aside.span).filter(|span| is_tag(span.of(text))).collect()
}

/// Whether an English clause is who speaks and a verb of saying, in either order, perhaps with when or where, or whom it was said to,
/// behind them: `the keeper said`, `said old Hale`, `Hale told the town`; or `according to` and who speaks.
fn is_tag(clause: &str) -> bool {
    let words: Vec<&str> = clause.split_whitespace().collect();
    if let [according, to, rest @ ..] = &words[..]
        && according.eq_ignore_ascii_case("according")
        && *to == "to"
    {
        return is_subject(rest);
    }
    let is_verb = |word: &&str| classes(word).is(Classes::SAYS) || TELLS.contains(word);
    if !words.iter().any(is_verb) {
        return false;
    }
    let words = without_time(&words);
    let words = if words.first().is_some_and(|first| first.eq_ignore_ascii_case("as")) { &words[1..] } else { words };
    let Some(verb) = words.iter().position(is_verb).filter(|_| (2..=LONGEST).contains(&words.len())) else {
        return false;
    };
    if doubts(words, verb) {
        return false;
    }
    let behind = &words[verb + 1..];
    let adjunct = behind.iter().position(|word| classes(word).is(Classes::PREP)).unwrap_or(behind.len());
    let (before, behind) = (without_time(&words[..verb]), &behind[..adjunct]);
    match TELLS.contains(&words[verb]) {
        false if verb == 0 => is_subject(behind),
        false => behind.is_empty() && (is_subject(before) || is_somebody(before)),
        // `told the press`
        true => verb > 0 && is_subject(before) && (is_subject(behind) || is_somebody(behind)),
    }
}

/// Whether some words are a definite article and a noun with what stands between them.
fn is_somebody(words: &[&str]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let other = Classes::PREP.or(Classes::DET).or(Classes::PRONOUN).or(Classes::CONJ).or(Classes::SAYS);
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !classes(word).is(other);
    is_article(&fold(first)) && (1..LONGEST_SUBJECT).contains(&rest.len()) && rest.iter().all(is_small)
}

/// The words without a phrase at one of their ends that says when.
fn without_time<'a, 'b>(words: &'b [&'a str]) -> &'b [&'a str] {
    let is_time = |part: &[&str]| {
        TIMES
            .iter()
            .any(|time| time.len() == part.len() && time.iter().zip(part).all(|(a, b)| a.eq_ignore_ascii_case(b)))
    };
    for len in [2, 1] {
        if words.len() > len && is_time(&words[words.len() - len..]) {
            return &words[..words.len() - len];
        }
        if words.len() > len && is_time(&words[..len]) {
            return &words[len..];
        }
    }
    words
}

/// Whether some words are a pronoun, a name, perhaps with a title, or an article with a noun for a person behind it.
fn is_subject(words: &[&str]) -> bool {
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || classes(word).is(Classes::PARTICLE);
    match words {
        [] => false,
        [one] if classes(one).is(Classes::PRONOUN) => true,
        [first, rest @ ..] if classes(first).is(Classes::DET) => {
            rest.len() < LONGEST_SUBJECT && rest.iter().any(|word| classes(word).is(Classes::ROLE.or(Classes::BODY)))
        }
        // `old Hale`
        [first, rest @ ..] => {
            let names = if ADJECTIVES.contains(first) { rest } else { words };
            words.len() <= LONGEST_SUBJECT
                && names.first().is_some_and(|first| first.starts_with(char::is_uppercase))
                && names.iter().all(is_name)
        }
    }
}

/// The name of the person who speaks in a clause of saying, with the titles before it.
pub(super) fn name(clause: &str) -> Option<&str> {
    let all: Vec<&str> = clause.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let is_large = |word: &&str| word.starts_with(char::is_uppercase);
    let from = all.iter().position(is_large)?;
    let is_adjunct = |word: &&str| classes(word).is(Classes::PREP) || languages::begins_adjunct(word);
    let subject = &all[..from + all[from..].iter().take_while(|word| !is_adjunct(word)).count()];
    let to = subject.iter().rposition(is_large)? + 1;
    let before = from.checked_sub(1).map_or("", |before| subject[before]);
    // `sagte der Minister`
    let has_article = classes(before).is(Classes::DET) || is_article(before);
    // `he said in Geneva`, `dit le maire de Lyon`
    if !has_article && (is_adjunct(&before) || classes(before).is(Classes::PARTICLE)) {
        return None;
    }
    let is_office = languages::is_office(subject[to - 1]) || has_article && to - from == 1;
    let at = |word: &str| word.as_ptr() as usize - clause.as_ptr() as usize;
    let name = &clause[at(subject[from])..at(subject[to - 1]) + subject[to - 1].len()];
    (!is_office && names::of_person(name).is_some()).then_some(name)
}

/// Gives what is said between marks, and by nobody who is named beside them, to whoever a clause inside them names: `“Peace, said Ann Lee, is
/// made daily.”`
pub(super) fn speak(tokens: &Tokens, rows: &mut [Marked]) {
    // Whoever is named before other words may only be taken to go on.
    let goes_on = |rows: &[Marked], number: usize| {
        let before = number.checked_sub(1).map(|before| rows[before].span);
        let is_between = |mention: Span| before.is_some_and(|before| before.start >= mention.end);
        rows[number].attribution.mention.is_none_or(is_between)
    };
    let known = Known::of(rows);
    for number in 0..rows.len() {
        if rows[number].kind != Kind::Speech || !goes_on(rows, number) {
            continue;
        }
        let run = &tokens.runs[number];
        let prose = &tokens.page.blocks[run.block].prose;
        let text = run.span.of(&prose.text);
        let Some((tag, name)) =
            tags(text, &languages::asides(text)).into_iter().find_map(|tag| Some((tag, name(tag.of(text))?)))
        else {
            continue;
        };
        let in_page = |words: &str| {
            let start = run.span.start + words.as_ptr() as usize - text.as_ptr() as usize;
            prose.to_page(Span::new(start, start + words.len()))
        };
        let (Some(span), evidence) = (in_page(name), in_page(tag.of(text))) else { continue };
        let bare = names::title(name).map_or(name, |title| name[title.len()..].trim_start());
        let text = bare.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = known.fuller(&text).cloned().unwrap_or(Named { text, span });
        rows[number].attribution = Attribution {
            speaker: Some(named),
            evidence,
            mention: Some(span),
            is_person: true,
            is_sure: true,
            ..Attribution::default()
        };
    }
}

/// Whoever is known to speak on a page by a name of several words, by the last one, folded; nobody where two share it.
struct Known(FxHashMap<String, Option<Named>>);

impl Known {
    fn of(rows: &[Marked]) -> Self {
        let mut all: FxHashMap<String, Option<Named>> = FxHashMap::default();
        let persons = rows.iter().map(|row| &row.attribution).filter(|one| one.is_person);
        for named in persons.filter_map(|one| one.speaker.as_ref()) {
            let Some((_, last)) = named.text.rsplit_once(' ') else { continue };
            let one = all.entry(fold(last)).or_insert_with(|| Some(named.clone()));
            if one.as_ref().is_some_and(|one| one.text != named.text) {
                *one = None;
            }
        }
        Known(all)
    }

    /// The whole name of the only one who has this surname.
    fn fuller(&self, surname: &str) -> Option<&Named> {
        self.0.get(&fold(surname))?.as_ref()
    }
}

/// Words of a name before the words of whom it names, at most.
const LONGEST_LABEL: usize = 3;

/// The names by which a writer says inside the marks whose words follow, in bytes of the text: where a sentence begins, before a colon,
/// or a name with a title before the first word of a sentence (`Mr Hale The harvest was lost`).
pub(super) fn labels(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut begins = true;
    let words: Vec<&str> = text.split_whitespace().collect();
    let start_of = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    for at in 0..words.len() {
        let here = std::mem::replace(&mut begins, words[at].ends_with(['.', '!', '?', '…', ']', '”', '"']));
        if !here {
            continue;
        }
        let is_titled = classes(words[at].trim_end_matches('.')).is(Classes::TITLE);
        begins &= !is_titled;
        let from = at + usize::from(is_titled);
        let is_name = |word: &&&str| {
            word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-’'.".contains(c))
        };
        let count = words[from..].iter().take(LONGEST_LABEL).take_while(is_name).count();
        let last = words.get(from + count).and_then(|word| word.strip_suffix(':'));
        let last = last.filter(|word| count < LONGEST_LABEL && is_name(&word));
        // `Warning:`, `Peace Treaty:` name nobody.
        let is_person = || is_titled || (count > 0 && (is_given_name(&fold(words[from])) || !words[from].is_ascii()));
        if let Some(last) = last.filter(|_| is_person()) {
            all.push(Span::new(start_of(words[at]), start_of(last) + last.len()));
            continue;
        }
        let opens = |word: &&&str| {
            let opening =
                Classes::DET.or(Classes::PRONOUN).or(Classes::CONJ).or(Classes::PREP).or(Classes::SUBORDINATOR);
            word.starts_with(char::is_uppercase) && classes(word).is(opening)
        };
        let name = words[from..].iter().take(count).take_while(|word| !opens(word)).count();
        if is_titled && name > 0 && words.get(from + name).is_some_and(|word| opens(&word)) {
            let last = words[from + name - 1];
            all.push(Span::new(start_of(words[at]), start_of(last) + last.len()));
        }
    }
    all
}

/// Who speaks in Chinese, when, and how; in Japanese the same.
const CHINESE_SUBJECTS: [&str; 8] = ["他", "她", "作者", "先生", "诗人", "老人", "詩人", "筆者"];
const CHINESE_TIMES: [&str; 14] =
    ["曾", "曾经", "曾經", "有一次", "一次", "有一天", "后来", "後來", "当时", "當時", "那年", "又", "还", "還"];
const CHINESE_VERBS: [&str; 14] =
    ["说道", "說道", "说过", "說過", "说", "說", "写道", "寫道", "指出", "表示", "回忆道", "回憶道", "强调", "強調"];
const JAPANESE_SUBJECTS: [&str; 6] = ["彼は", "彼女は", "氏は", "著者は", "筆者は", "私は"];
const JAPANESE_TIMES: [&str; 9] = ["かつて", "一度", "後に", "のちに", "ある日", "あるとき", "ある時", "当時", "また"];
const JAPANESE_VERBS: [&str; 8] =
    ["言った", "語った", "述べた", "書いた", "話した", "言っている", "語っている", "述べている"];

/// The same where words have no spaces between them.
fn unspaced(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let (mut start, mut is_open) = (0, false);
    for (at, c) in text.char_indices() {
        let splits = matches!(c, '，' | '、' | ',' | '—' | '―');
        if !splits && !matches!(c, '。' | '；' | '！' | '？' | '：') {
            continue;
        }
        let part = text[start..at].trim();
        if is_open && splits && (is_chinese_tag(part) || is_japanese_tag(part)) {
            all.push(Span::new(start, at));
        }
        (start, is_open) = (at + c.len_utf8(), splits);
    }
    all
}

fn is_chinese_tag(part: &str) -> bool {
    let rest = one_of(part, &CHINESE_TIMES).unwrap_or(part);
    let Some(rest) = one_of(rest, &CHINESE_SUBJECTS) else { return false };
    let rest = one_of(rest, &CHINESE_TIMES).unwrap_or(rest);
    CHINESE_VERBS.contains(&rest)
}

fn is_japanese_tag(part: &str) -> bool {
    let Some(rest) = part.strip_prefix('と') else { return false };
    let rest = one_of(rest, &JAPANESE_TIMES).unwrap_or(rest);
    let Some(rest) = one_of(rest, &JAPANESE_SUBJECTS) else { return false };
    let rest = one_of(rest, &JAPANESE_TIMES).unwrap_or(rest);
    JAPANESE_VERBS.contains(&rest)
}

/// What stands behind the longest of some words that a text begins with.
fn one_of<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

#[cfg(test)]
mod tests {
    use super::super::languages::asides;
    use super::super::marked;
    use super::*;
    use crate::markup::{Format, Page};

    #[test]
    fn a_name_before_the_words_that_follow_is_the_writers() {
        for (text, label) in [
            ("Mr Hale The harvest was lost.", "Mr Hale"),
            ("Mr. Hale The harvest was lost.", "Mr. Hale"),
            ("It rained. Mrs Orton: the dam had been neglected.", "Mrs Orton"),
            ("Иван Крылов: мы уходим.", "Иван Крылов"),
            ("Mr Hale kept the keys.", ""),
            ("The rule is this: nobody leaves.", ""),
            ("He came as one of these: a friend.", ""),
            ("Anna Hale: we leave.", "Anna Hale"),
            ("Warning: nobody leaves.", ""),
            ("Peace Treaty: nobody leaves.", ""),
        ] {
            let found = labels(text).first().map_or("", |span| span.of(text));
            assert_eq!(found, label, "{text}");
        }
    }

    #[test]
    fn a_clause_of_saying_names_a_person() {
        for (clause, name) in [
            ("said Astrid Lindqvist", "Astrid Lindqvist"),
            ("Mr Hale told the town", "Mr Hale"),
            ("wrote Ann Lee in Geneva", "Ann Lee"),
            ("he said in Geneva", ""),
            ("said the Minister", ""),
            ("sagte der Minister", ""),
            ("sagte der Minister Hans Roth", "Minister Hans Roth"),
            ("a déclaré Paul Mercier à Lyon", "Paul Mercier"),
            ("a déclaré le maire de Lyon", ""),
            ("сказал Иван Крылов", "Иван Крылов"),
        ] {
            assert_eq!(super::name(clause).unwrap_or_default(), name, "{clause}");
        }
    }

    #[test]
    fn a_clause_of_saying_between_commas_is_the_writers() {
        for (text, clause) in [
            ("Peace, he said once, is made daily", "he said once"),
            ("Peace, he once said, is made daily", "he once said"),
            ("Peace, wrote Ann Lee in 1848, is made daily", "wrote Ann Lee in 1848"),
            ("Peace, the minister told the press, is made daily", "the minister told the press"),
            ("Peace, Hale told Ann Lee, is made daily", "Hale told Ann Lee"),
            ("Peace, the bridge keeper said, is made daily", "the bridge keeper said"),
            ("Peace, said old Hale, is made daily", "said old Hale"),
            ("Peace, he said without doubt, is made daily", "he said without doubt"),
            ("Peace, said Tom Legend, is made daily", "said Tom Legend"),
            ("Peace, he never said, is made daily", ""),
            ("Peace, nobody said, is made daily", ""),
            ("Peace, as Hale wrote, is made daily", "as Hale wrote"),
            ("Peace, according to Hale, is made daily", "according to Hale"),
            ("Peace, according to plan, is made daily", ""),
            ("She walked to the window, said the rosary, and looked", ""),
            ("The moon, the stars told, is made daily", ""),
            ("Peace, the minister added at noon, is made daily", "the minister added at noon"),
            ("Peace, Mrs Lee said, is made daily", "Mrs Lee said"),
            ("Peace, he said that day, is made daily", "he said that day"),
            ("He came, he said that the war was over, and left", ""),
            ("She walked to the window, said a prayer, and looked", ""),
            ("War, which he said the king wanted, settles nothing", ""),
            ("和平，他曾说，不是礼物", "他曾说"),
            ("和平，有一次他写道，不是礼物", "有一次他写道"),
            ("和平，他说的话，不是礼物", ""),
            ("平和は、と彼はかつて語った、贈り物ではない", "と彼はかつて語った"),
        ] {
            let found = tags(text, &asides(text)).first().map_or("", |span| span.of(text));
            assert_eq!(found, clause, "{text}");
        }
    }

    #[test]
    fn who_speaks_may_be_named_inside_the_marks() {
        for (text, expected) in [
            ("“The pumps, said Tomas Berg, will never fail as long as the river keeps its bed.”", "Tomas Berg"),
            ("Tomas Berg laughed. “The pumps, said Mr Berg, will never fail while the river runs.”", "Berg"),
            ("“The pumps, he said, will never fail as long as the river keeps its bed.”", ""),
            ("“The pumps, said Tomas Berg, will never fail while the river runs,” said Ann Lee.", "Ann Lee"),
            ("“The pumps, denied Tomas Berg, will never fail as long as the river keeps its bed.”", ""),
        ] {
            let rows = marked(&Page::parse(text, Format::Markdown));
            let speakers = rows.iter().filter_map(|row| row.attribution.speaker.as_ref());
            assert_eq!(speakers.map(|named| named.text.as_str()).collect::<String>(), expected, "{text}");
        }
    }
}
