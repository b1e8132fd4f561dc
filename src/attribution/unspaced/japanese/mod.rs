//! Cues in Japanese: `Xは「…」と述べた`, `「…」とXは話す`, `Xによると、「…」`, `「…」とX氏。`

mod speakers;

use super::names::{People, Who};
use super::piece::Piece;
use super::words::japanese as words;
use super::{Around, Cue, dates};
use crate::text::is_hiragana;
use speakers::{phrase_ending, speaker};

const MARKS: [char; 8] = ['、', '，', '。', '：', ':', '―', '…', '「'];
/// Signs between `と` and the verb of saying, at most.
const NEAR: usize = 30;

/// Quotations between a subject and its words, at most.
const FARTHEST: usize = 8;

/// A subject before its particle.
struct Subject<'a> {
    who: Option<Who<'a>>,
    range: std::ops::Range<usize>,
}

/// Collects the people of a piece outside of marks whose titles show that they are some.
pub(super) fn learn<'a>(piece: Piece<'a>, people: &mut People<'a>) {
    for (at, _) in piece.text.char_indices() {
        let is_end =
            ["は", "が", "も", "の", "に", "を", "と", "、", "。"].iter().any(|end| piece.text[at..].starts_with(end));
        if !is_end {
            continue;
        }
        if let Some(Who::Person { name, mention }) = speaker(phrase_ending(piece.to(at)), people)
            && name != mention
        {
            people.add(name);
        }
    }
}

/// The cue whose subject stands before a quotation, and whose verb behind it or before.
pub(super) fn cue_around<'a>(around: &Around<'_, 'a>, people: &People<'a>) -> Option<Cue<'a>> {
    if is_unsaid(around.behind.first_sentence().0) {
        return None;
    }
    let own = around.before.last()?.last_sentence();
    let is_told = tells(around.behind.first_sentence().0).is_some();
    // `王氏：「…」`
    if let Some(head) = own.strip_any(&["：", ":"]) {
        let head = head.trim(&MARKS);
        return Some(cue(speaker(head, people)?, true, Piece { text: "", ..own }, own));
    }
    if let Some(found) = according(own, people) {
        return Some(found);
    }
    if is_told && let Some(found) = subject_in(around, own, people) {
        return found;
    }
    // `X氏は次のように述べた。「…」`
    let before = around.before.last()?.trim(&[]).strip_suffix("。").filter(|_| own.trim(&MARKS).is_empty());
    let before = before.or_else(|| {
        let paragraph = around.paragraph_before.filter(|_| own.trim(&MARKS).is_empty())?.trim(&[]);
        paragraph.strip_any(&["。", "：", ":"])
    });
    let sentence = before?.last_sentence();
    let thus = words::THUS.iter().filter_map(|thus| sentence.text.rfind(thus)).max()?;
    let verb = sentence.from(thus);
    let verb = verb.from(verb.begins(&words::THUS)?);
    let verb = verb.from(verb.begins(&["に"]).unwrap_or(0));
    if !says(verb) {
        return None;
    }
    let (subject, _) = last_subject(sentence.to(thus), people)?;
    Some(cue(subject.who?, true, sentence.from(subject.range.end), sentence))
}

/// The cue behind a quotation: `「…」とXは述べた`, `「…」と話すのはX`, `「…」とX`, and of the next sentence `Xはそう話した`.
pub(super) fn cue_behind<'a>(around: &Around<'_, 'a>, people: &People<'a>) -> Option<Cue<'a>> {
    let (clause, _) = around.behind.first_sentence();
    if is_unsaid(clause) {
        return None;
    }
    let Some(told) = clause.strip_prefix("と").or_else(|| clause.strip_prefix("などと")) else {
        return thus_behind(around, people);
    };
    let told = told.trim(&MARKS);
    // `と田中氏。`
    let bare = phrase_ending(told) == told;
    if let Some(who) = speaker(told, people).filter(|_| bare).filter(|who| matches!(who, Who::Person { .. })) {
        return Some(cue(who, true, Piece { text: "", ..told }, clause));
    }
    // `と語るのは田中氏だ`
    if let Some(at) = told.text.find("のは") {
        let named = told.from(at + "のは".len()).trim(&MARKS);
        let named = named.strip_any(&["だ", "である", "です"]).unwrap_or(named);
        let who = speaker(phrase_ending(named), people)
            .filter(|who| tells(clause).is_some() || matches!(who, Who::Person { .. }));
        return Some(cue(who?, true, Piece { text: "", ..told }, clause));
    }
    tells(clause)?;
    let verb = told.text.char_indices().map(|(at, _)| at).find(|&at| says(told.from(at)))?;
    let Some((subject, _)) = last_subject(told.to(verb), people) else {
        // `「…」とも語った`: whoever spoke before says this too.
        let is_alone = around.before.last().is_some_and(|piece| piece.last_sentence().trim(&MARKS).is_empty());
        let also = told.strip_prefix("も").filter(|also| is_alone && says(*also))?;
        return Some(cue(Who::Pronoun, true, Piece { text: "", ..also }, clause));
    };
    Some(cue(subject.who?, true, told.part(subject.range.end..verb), clause))
}

/// The sentence behind a quotation that stands alone: `「…」。田中さんはそう話した。`
fn thus_behind<'a>(around: &Around<'_, 'a>, people: &People<'a>) -> Option<Cue<'a>> {
    let behind = around.behind.trim(&[]);
    let rest = behind.strip_prefix("。").unwrap_or(behind);
    let alone = around.before.last().is_none_or(|piece| piece.last_sentence().trim(&MARKS).is_empty());
    let (sentence, _) = rest.first_sentence();
    let thus = ["そう", "こう"].iter().filter_map(|thus| sentence.text.find(thus).map(|at| (at, thus.len()))).min()?;
    let verb = sentence.from(thus.0 + thus.1);
    let is_said = says(verb);
    let (subject, _) = last_subject(sentence.to(thus.0), people).filter(|_| alone && is_said)?;
    Some(cue(subject.who?, true, sentence.from(subject.range.end).to(0), sentence))
}

/// Whether the words are of whoever said the quotation before: nothing stands between them.
pub(super) fn goes_on(around: &Around) -> bool {
    let between = around.before.last().map_or("", |piece| piece.text);
    ["、", "「", "や", "と", "・", "。"].contains(&between.trim()) && tells(around.behind.first_sentence().0).is_none()
}

/// Where the verb of saying in the active stands in what follows the marks, if that begins with `と`.
fn tells(clause: Piece) -> Option<usize> {
    let told = clause.strip_prefix("と").or_else(|| clause.strip_prefix("などと"))?;
    let near = told.text.char_indices().map(|(at, _)| at).take(NEAR);
    near.into_iter().find(|&at| says(told.from(at)))
}

/// Whether what follows the marks says that nobody said it, or leaves it open: `と述べたことはない`, `という噂`.
fn is_unsaid(clause: Piece) -> bool {
    let Some(told) = clause.strip_prefix("と").or_else(|| clause.strip_prefix("などと")) else { return false };
    let noun = ["いう", "の", "いった"].iter().find_map(|particle| told.strip_prefix(particle));
    if noun.is_some_and(|noun| noun.begins(&words::HEARSAY).is_some()) {
        return true;
    }
    let Some(verb) = tells(clause).map(|at| told.from(at)) else { return false };
    let behind = verb.from(verb.begins(&words::SAYS).unwrap_or(0));
    let behind = behind.to(behind.text.find('、').unwrap_or(behind.text.len())).trim(&MARKS);
    let ending = behind.strip_prefix("て").unwrap_or(behind);
    ending.begins(&words::NOT).is_some()
        || behind.text.ends_with('か')
        || words::DENIES.iter().any(|word| behind.text.contains(word))
}

fn says(verb: Piece) -> bool {
    verb.begins(&words::SAYS).is_some()
}

/// The speaker of `Xによると、`.
fn according<'a>(sentence: Piece<'a>, people: &People<'a>) -> Option<Cue<'a>> {
    let (at, phrase) =
        words::ACCORDING.iter().filter_map(|phrase| Some((sentence.text.rfind(phrase)?, phrase))).min()?;
    let rest = sentence.from(at + phrase.len());
    let before = sentence.to(at);
    let before = before.strip_any(&words::ACCOUNTS).unwrap_or(before);
    // Somebody else may say what follows.
    if last_subject(rest, people).is_some_and(|(subject, _)| subject.who.is_some()) {
        return None;
    }
    Some(cue(speaker(phrase_ending(before), people)?, rest.trim(&MARKS).is_empty(), before, sentence))
}

/// The subject before the quotation, in its own sentence; `Some(None)` where there is one that names nobody.
fn subject_in<'a>(around: &Around<'_, 'a>, own: Piece<'a>, people: &People<'a>) -> Option<Option<Cue<'a>>> {
    let mut at = around.before.len() - 1;
    let mut piece = own;
    loop {
        if let Some((subject, close)) = last_subject(piece, people) {
            let Some(who) = subject.who else { return Some(None) };
            let mut found = cue(who, close, piece.from(subject.range.end), own);
            let before = when(piece.to(subject.range.start));
            found.date = found.date.or(before.0);
            found.occasion = found.occasion.or(before.1);
            found.evidence = piece.trim(&[]);
            return Some(Some(found));
        }
        // `田中氏は「…」としたうえで「…」と述べた`
        let whole = around.before[at];
        if at == 0 || piece.at > whole.at || around.before.len() - at > FARTHEST {
            return None;
        }
        at -= 1;
        piece = around.before[at].last_sentence();
    }
}

/// The last subject of a piece, and whether no other one was passed over. A topic that names nobody is passed over only
/// where it has a predicate of its own.
fn last_subject<'a>(piece: Piece<'a>, people: &People<'a>) -> Option<(Subject<'a>, bool)> {
    let mut passed = false;
    for particles in [["は", "も"], ["が", "が"]] {
        let ends = piece.text.char_indices().rev().map(|(at, _)| at);
        for end in ends.filter(|&end| particles.iter().any(|particle| piece.text[end..].starts_with(particle))) {
            let phrase = phrase_ending(piece.to(end));
            let behind = piece.from(end + "は".len());
            if phrase.is_empty() || behind.text.starts_with(['り', 'る', 'ら', 'な', 'し']) {
                continue;
            }
            let who = speaker(phrase, people);
            let start = phrase.at - piece.at;
            if who.is_some() {
                return Some((Subject { who, range: start..end + "は".len() }, !passed));
            }
            let is_predicate = behind.text.chars().filter(|&c| is_hiragana(c)).nth(2).is_some();
            if !is_predicate {
                return Some((Subject { who: None, range: start..end + "は".len() }, false));
            }
            passed = true;
        }
    }
    None
}

/// The date and the occasion that a piece says: at its beginning and before `で`.
fn when<'a>(piece: Piece<'a>) -> (Option<Piece<'a>>, Option<Piece<'a>>) {
    let mut rest = piece.trim(&MARKS);
    let mut date = None;
    if let Some(len) = dates::date(rest) {
        let behind = rest.from(len);
        let after = ["に", "の", ""].iter().find_map(|particle| behind.strip_prefix(particle)).unwrap_or(behind);
        let is_event = || occasion(after).is_some();
        let is_when = after.text.trim().is_empty() || behind.text.starts_with('、') || is_event();
        date = is_when.then(|| rest.to(len));
        rest = after;
    }
    (date, occasion(rest.trim(&MARKS)))
}

/// The occasion at the end of a piece or before a comma: `バンドン会議で`.
fn occasion(piece: Piece<'_>) -> Option<Piece<'_>> {
    let mut parts = piece.text.split('、').scan(0, |at, part| {
        let start = *at;
        *at += part.len() + '、'.len_utf8();
        Some(piece.part(start..start + part.len()))
    });
    parts.find_map(|part| {
        let (end, _) = part.text.char_indices().find(|&(at, _)| {
            let is_event = words::EVENTS.iter().any(|noun| part.text[..at].ends_with(noun));
            is_event
                && ["で", "において", "の席で", "の中で"].iter().any(|particle| part.text[at..].starts_with(particle))
        })?;
        let named = phrase_ending(part.to(end));
        let day = named.text.find("日の").filter(|&at| named.text[..at].chars().all(|c| c.is_numeric()));
        let year = dates::date(named).filter(|&len| named.from(len).text.starts_with('の'));
        let from = year.map(|len| len + "の".len()).or(day.map(|at| at + "日の".len())).unwrap_or(0);
        Some(named.from(from))
    })
}

fn cue<'a>(who: Who<'a>, close: bool, adverbials: Piece<'a>, evidence: Piece<'a>) -> Cue<'a> {
    let (date, occasion) = when(adverbials);
    Cue { who, close, date, occasion, evidence: evidence.trim(&[]) }
}
