//! Cues in Chinese: `王明指出：“…”`, `“…，”王明说。`, `据通讯社报道，“…”`.

mod speakers;

use super::names::{People, Who};
use super::piece::Piece;
use super::words::chinese as words;
use super::{Around, Cue, dates};
use speakers::speaker;

/// Signs at the ends of clauses.
const MARKS: [char; 12] = ['，', ',', '：', ':', '、', '。', '—', '…', '（', '）', '“', '”'];
/// Somebody who is told something is named in fewer signs.
const HEARER: usize = 10;
/// Signs of a verb that somebody is told by, at most.
const VERB: usize = 4;
/// Commas behind which a verb of saying is looked for, at most.
const COMMAS: usize = 16;
/// Signs of a subject or an occasion, at most.
const LONGEST: usize = 40;
/// Verbs of which an occasion is the object.
const OBJECTS: [&str; 7] = ["接受", "回答", "会见", "参加", "出席", "主持", "谈到"];

/// A subject with what the clause says of when and where.
struct Subject<'a> {
    who: Who<'a>,
    date: Option<Piece<'a>>,
    occasion: Option<Piece<'a>>,
}

/// Collects the people of a piece outside of marks: those who say something and those with a title.
pub(super) fn learn<'a>(piece: Piece<'a>, people: &mut People<'a>) {
    let clauses = |piece: Piece<'a>| {
        let mut all = Vec::new();
        let mut start = 0;
        for (at, c) in piece.text.char_indices().filter(|(_, c)| "，。！？；：、,".contains(*c)) {
            all.push(piece.part(start..at));
            start = at + c.len_utf8();
        }
        all.push(piece.from(start));
        all
    };
    for clause in clauses(piece) {
        let clause = clause.trim(&MARKS);
        if let Some(Who::Person { name, .. }) =
            said(clause).and_then(|before| subject(before, people)).map(|subject| subject.who)
        {
            people.add(name);
        }
    }
}

/// The cue that leads to a quotation.
pub(super) fn cue_before<'a>(around: &Around<'_, 'a>, people: &People<'a>) -> Option<Cue<'a>> {
    let own = around.before.last().map(|piece| piece.last_sentence()).filter(|piece| !piece.trim(&MARKS).is_empty());
    let led = |piece: Piece<'a>| piece.text.trim_end().ends_with(['：', ':']);
    let own = own.or_else(|| {
        let paragraph = around.paragraph_before?;
        let is_first = around.before.last().is_none_or(|piece| piece.trim(&MARKS).is_empty());
        (is_first && led(paragraph)).then(|| paragraph.last_sentence())
    });
    let sentence = own?;
    // `他说，项目“不可能”完成`
    let (before, close) = match said(sentence.trim(&MARKS)) {
        Some(before) => (before, true),
        None => (said_before(sentence)?, false),
    };
    let passes_on = words::PASSES_ON.iter().any(|verb| sentence.text.contains(verb));
    if passes_on || is_hearsay(sentence) || is_denied(before) {
        return None;
    }
    // Words behind a comma are told by the verb before them only where no other quotation stands between.
    let found = in_words_of(sentence, people)
        .or_else(|| according(sentence, people).filter(|_| before.is_empty()))
        .or_else(|| whole(before, people))?;
    Some(found.cue(close, sentence))
}

/// The cue that follows a quotation and is all of its clause: `“…，”王明说。`
pub(super) fn cue_behind<'a>(around: &Around<'_, 'a>, people: &People<'a>) -> Option<Cue<'a>> {
    let (clause, stops) = around.behind.first_sentence();
    if !stops && around.is_followed && !clause.text.trim_end().ends_with(['，', ',']) {
        return None;
    }
    let first = clause.trim(&MARKS);
    let first = first.to(first.text.find(['，', ',']).unwrap_or(first.text.len()));
    let before = said(first).filter(|before| !is_denied(*before) && !is_hearsay(first))?;
    Some(subject(before, people)?.cue(true, clause))
}

/// Whether the words are of whoever said the quotation before: nothing stands between them, or nothing but a cue in two halves.
pub(super) fn goes_on(around: &Around, people: &People) -> bool {
    let Some(between) = around.before.last() else { return false };
    let Some(last) = around.last else { return false };
    let bare = between.trim(&MARKS);
    if ["", "和", "与", "及", "以及", "又说", "还说"].contains(&bare.text) && !between.text.contains(['。', '：'])
    {
        return !between.text.contains('\n');
    }
    let is_cue = said(bare).is_some_and(|before| !is_denied(before) && subject(before, people).is_some());
    !last.is_led && between.text.trim_end().ends_with(['，', ',']) && is_cue && !between.text.contains('。')
}

impl<'a> Subject<'a> {
    fn cue(self, close: bool, evidence: Piece<'a>) -> Cue<'a> {
        Cue { who: self.who, close, date: self.date, occasion: self.occasion, evidence: evidence.trim(&[]) }
    }
}

/// What stands before a clause's verb of saying, the subject and the adverbials, if it ends with one, perhaps with whoever is
/// told.
fn said<'a>(clause: Piece<'a>) -> Option<Piece<'a>> {
    let verb = clause.strip_any(&words::SAYS);
    let tailed = words::TAILS.iter().filter_map(|tail| clause.strip_suffix(tail)?.strip_any(&words::SAYS));
    let told = || {
        words::TELLS
            .iter()
            .filter_map(|verb| {
                let near = clause.tail(HEARER + VERB);
                let at = near.at - clause.at + near.text.rfind(verb)?;
                let hearer = clause.from(at + verb.len());
                let is_hearer = !hearer.is_empty() && hearer.len() < HEARER && !hearer.text.contains(['，', ',']);
                (at > 0 && is_hearer).then(|| clause.to(at))
            })
            .min_by_key(|rest| rest.text.len())
    };
    tailed.chain(verb).min_by_key(|rest| rest.text.len()).or_else(told).or_else(|| called(clause))
}

/// Whether what stands before a verb of saying says that nothing was said: `王明从未说过`.
fn is_denied(before: Piece) -> bool {
    let clause = before.text.rsplit(['，', ',']).next().unwrap_or_default();
    words::DENIES.iter().any(|word| clause.contains(word))
        || words::NOT.iter().any(|word| clause.ends_with(word)) && !clause.ends_with("不得不")
}

/// Whether a sentence leaves open who says that somebody said it: `据说`, but not `据说明书`.
fn is_hearsay(sentence: Piece) -> bool {
    words::HEARSAY.iter().any(|word| {
        let mut behind = sentence.text.match_indices(word).map(|(at, word)| &sentence.text[at + word.len()..]);
        behind.any(|behind| !behind.starts_with(['明', '媒', '真']))
    })
}

/// What stands before the verb of saying before the last comma of a sentence whose rest has the quotation in it.
fn said_before<'a>(sentence: Piece<'a>) -> Option<Piece<'a>> {
    let commas = sentence.text.char_indices().rev().filter(|(_, c)| "，,：".contains(*c)).map(|(at, _)| at);
    commas.take(COMMAS).find_map(|comma| said(sentence.to(comma).trim(&MARKS)))
}

/// The speaker of `据X报道，`.
fn according<'a>(sentence: Piece<'a>, people: &People<'a>) -> Option<Subject<'a>> {
    let clause = sentence.to(sentence.text.find(['，', ',']).unwrap_or(sentence.text.len())).trim(&MARKS);
    let named = clause.strip_prefix("根据").or_else(|| clause.strip_prefix("据"))?;
    let before = said(named).or_else(|| named.strip_any(&["消息", "的说法"]))?;
    subject(before, people)
}

/// The speaker of `用X的话说，`.
fn in_words_of<'a>(sentence: Piece<'a>, people: &People<'a>) -> Option<Subject<'a>> {
    let named = sentence.trim(&MARKS).strip_prefix("用")?.strip_any(&["的话说", "的话来说", "的话讲"])?;
    subject(named, people)
}

/// What stands before a verb by which somebody calls something between it and the marks: `李明称该计划“荒唐”`.
fn called<'a>(clause: Piece<'a>) -> Option<Piece<'a>> {
    let at = clause.text.rfind(words::CALLS)?;
    let called = clause.from(at + words::CALLS.len_utf8());
    let is_called = ["该", "此", "这", "那", "其"].iter().any(|this| called.text.starts_with(this));
    let is_verb = !clause.text[..at].ends_with(words::BEFORE_CALLS);
    (at > 0 && is_called && is_verb && called.len() < HEARER && !called.text.contains(['，', ',']))
        .then(|| clause.to(at))
}

/// The subject of a verb, with the adverbials between commas before its clause; or that of the clause before, if this one
/// has none.
fn whole<'a>(before: Piece<'a>, people: &People<'a>) -> Option<Subject<'a>> {
    let comma = before.text.rfind(['，', ',']);
    let clause = before.from(comma.map_or(0, |at| at + before.text[at..].chars().next().map_or(0, char::len_utf8)));
    let earlier = comma.map(|comma| before.to(comma));
    let found = subject(clause, people).or_else(|| {
        // `据通讯社报道，`
        according(before, people).filter(|_| clause.trim(&MARKS).is_empty())
    })?;
    let Some(earlier) = earlier else { return Some(found) };
    let around = circumstances(earlier);
    Some(Subject { date: found.date.or(around.0), occasion: found.occasion.or(around.1), ..found })
}

/// The subject that a clause up to its verb begins with, behind words that only open it.
fn subject<'a>(clause: Piece<'a>, people: &People<'a>) -> Option<Subject<'a>> {
    let whole = clause.trim(&MARKS);
    let mut at = ["根据", "据"].iter().find_map(|according| whole.strip_prefix(according)).unwrap_or(whole);
    let (mut date, mut occasion) = (None, None);
    loop {
        if let Some(len) = dates::date(at) {
            // `1955年的条约`
            if at.from(len).text.starts_with('的') {
                return None;
            }
            date = date.or(Some(at.to(len)));
            at = at.from(len);
        } else if let Some((event, when, rest)) = event(at) {
            occasion = occasion.or(Some(event));
            date = date.or(when);
            at = rest;
        } else if let Some(len) = at.begins(&words::OPENS) {
            at = at.from(len);
        } else {
            break;
        }
        at = at.trim(&MARKS);
    }
    let mut ends: Vec<usize> = at
        .text
        .char_indices()
        .skip(1)
        .map(|(end, _)| end)
        .take(LONGEST)
        .filter(|&end| is_adverbial(at.from(end)))
        .collect();
    ends.extend((at.len() <= LONGEST).then_some(at.text.len()));
    let (who, end) = ends.into_iter().find_map(|end| Some((speaker(at.to(end).trim(&MARKS), people)?, end)))?;
    let behind = circumstances(at.from(end));
    Some(Subject { who, date: date.or(behind.0), occasion: occasion.or(behind.1) })
}

fn is_adverbial(piece: Piece) -> bool {
    // `公司总裁`, `工会代表王明`
    if piece.begins(&words::TITLES) > piece.begins(&words::ADVERBIALS) || piece.text.starts_with("代表") {
        return false;
    }
    piece.begins(&words::ADVERBIALS).is_some()
        || dates::date(piece).is_some()
        || piece.text.starts_with(['，', ',', '（', '('])
}

/// The date and the occasion that adverbials say.
fn circumstances<'a>(adverbials: Piece<'a>) -> (Option<Piece<'a>>, Option<Piece<'a>>) {
    let (mut date, mut occasion) = (None, None);
    let mut at = adverbials;
    while let Some(next) = at.text.chars().next() {
        let is_start =
            at.at == adverbials.at || adverbials.text[..at.at - adverbials.at].ends_with(['，', ',', '于', '在']);
        if let Some((found, when, rest)) = event(at) {
            occasion = occasion.or(Some(found));
            date = date.or(when);
            at = rest;
            continue;
        }
        if let Some(len) = dates::date(at) {
            let rest = at.from(len).text;
            let is_when = is_start && (rest.is_empty() || rest.starts_with(['，', ',']) || is_adverbial(at.from(len)));
            date = date.or(is_when.then(|| at.to(len)));
            at = at.from(len);
            continue;
        }
        at = at.from(next.len_utf8());
    }
    (date, occasion)
}

/// The occasion at the beginning of a piece, `在1955年的大会上`, with its date and what stands behind it.
fn event<'a>(piece: Piece<'a>) -> Option<(Piece<'a>, Option<Piece<'a>>, Piece<'a>)> {
    let inside = piece.strip_prefix("在")?;
    let ends = ["上", "期间", "中", "时", "里"];
    let (event, end) = inside.text.char_indices().take(LONGEST).find_map(|(at, _)| {
        let end = inside.from(at).begins(&ends)?;
        let event = inside.to(at);
        let is_event = words::EVENTS.iter().any(|noun| event.text.ends_with(noun)) || event.text.ends_with('会');
        is_event.then_some((event, at + end))
    })?;
    if event.text.contains(['，', '。', ',']) || event.len() < 2 || event.begins(&OBJECTS).is_some() {
        return None;
    }
    let len = dates::date(event);
    let date = len.map(|len| event.to(len));
    let mut event = event.from(len.unwrap_or(0));
    for opens in ["的", "召开的", "举行的", "在"] {
        event = event.strip_prefix(opens).unwrap_or(event);
    }
    (!event.is_empty()).then_some((event, date, inside.from(end)))
}
