//! Words of scripts that put no spaces between them: their negations are written in several signs, and a Japanese verb that ends
//! otherwise ends so as a whole.

use super::Tracer;
use super::changes::Change;
use super::classify::classify;
use super::passage::Passage;
use super::quoted::Token;
use super::runs::Run;
use crate::text::{is_hiragana, is_unspaced};

/// Negate, as written, in Japanese, Thai, Lao and Khmer; two of them take each other back.
const NEGATIONS: [&str; 10] = ["ない", "なかっ", "なけれ", "なく", "ません", "ばならぬ", "ばならず", "ไม่", "ບໍ່", "មិន"];
/// Other words that look like them, and turns that leave it open.
const OTHERS: [&str; 12] = [
    "しれない",
    "しれません",
    "違いない",
    "ちがいない",
    "少ない",
    "少なく",
    "危ない",
    "つまらない",
    "すみません",
    "まもなく",
    "หรือไม่",
    "ไม่เพียง",
];
/// So many signs beside a change may belong to its word.
const BESIDE: usize = 4;
/// A longer change takes its negation along.
const LONGEST_CHANGE: usize = 12;
/// So many signs of the quotation, at most, are another ending …
const LONGEST_ENDING: usize = 6;
/// … of a verb which has so many in the source, at most …
const LONGEST_OF_THEIRS: usize = 8;
/// … and of which so many may be the same by chance at the end of the quotation.
const SAME_BY_CHANCE: usize = 2;

/// Whether the negations in some signs negate, less those that take each other back.
fn is_negated(written: &str) -> bool {
    let plain = OTHERS.iter().fold(written.to_string(), |text, other| text.replace(other, ""));
    let plain_ones = NEGATIONS.iter().map(|negation| plain.matches(negation).count()).sum::<usize>();
    (plain_ones + literary_negations(&plain)) % 2 == 1
}

/// The endings of Japanese verbs that negate in writing: `行かず`, `見ぬ`, `恐れざる`, `行かねば`.
const LITERARY: [&str; 4] = ["ず", "ぬ", "ざる", "ねば"];
/// The last sign of a stem before them …
const STEMS: &str = "かがさたなばまらわせけげてでねべめれえみきじちりい";
/// … which has a Chinese character within so many signs before it …
const LONGEST_STEM: usize = 3;
/// … unless it is one itself, of a verb that is written so.
const SHORT_VERBS: &str = "見得来出経寝似居";
/// With these behind them the endings are parts of other words: `ずっと`, `ぬれた`.
const GO_ON: &str = "っいぶれりるけ";
/// Words that only look like such verbs.
const NO_VERBS: [&str; 23] = [
    "必ず",
    "絶えず",
    "相変わらず",
    "思わず",
    "少なからず",
    "わずか",
    "わずら",
    "たずね",
    "たずさ",
    "さずけ",
    "さずか",
    "うなず",
    "たぬき",
    "ねずみ",
    "めずらし",
    "のみならず",
    "おもわず",
    "かならず",
    "みずから",
    "いずれ",
    "ねばり",
    "ずいぶん",
    "かかわらず",
];

/// How many verbs in some signs are negated by such an ending.
fn literary_negations(written: &str) -> usize {
    let plain = NO_VERBS.iter().fold(written.to_string(), |text, other| text.replace(other, "・"));
    let is_negated = |at: usize, ending: &str| {
        let goes_on = plain[at + ending.len()..].starts_with(|c| GO_ON.contains(c));
        let mut before = plain[..at].chars().rev();
        let stem = before.next();
        let has_verb =
            || before.take(LONGEST_STEM).take_while(|c| is_unspaced(*c)).any(|c| !is_hiragana(c) || c == 'で');
        !goes_on && stem.is_some_and(|c| SHORT_VERBS.contains(c) || (STEMS.contains(c) && has_verb()))
    };
    let places = |ending: &&str| plain.match_indices(*ending).filter(|&(at, ending)| is_negated(at, ending)).count();
    LITERARY.iter().map(places).sum()
}

/// Calls each change a negation that turns the meaning of a word in such a script.
pub(super) fn turn_unspaced(tracer: &Tracer, tokens: &[Token], text: &str, runs: &mut [Run]) {
    for at in 0..runs.len() {
        let run = &runs[at];
        let len = run.tokens.len().max(run.words.len());
        let is_other = !run.change.is_fine() && !matches!(run.change, Change::Joined | Change::Moved | Change::Overrun);
        if !is_other || len > LONGEST_CHANGE || !is_of_such_a_script(tracer, tokens, run) {
            continue;
        }
        let same = |at: Option<usize>| at.and_then(|at| runs.get(at)).filter(|run| run.change == Change::Same);
        let before = same(at.checked_sub(1)).filter(|before| before.words.end == run.words.start);
        let behind = same(Some(at + 1)).filter(|behind| behind.words.start == run.words.end);
        let few = |run: Option<&Run>| run.map_or(0, |run| run.tokens.len().min(run.words.len()).min(BESIDE));
        let (left, right) = (few(before), few(behind));
        let ours = &tokens[run.tokens.start - left..run.tokens.end + right];
        let ours = ours.first().zip(ours.last()).map_or("", |(first, last)| first.span.join(last.span).of(text));
        let words = run.words.start - left..run.words.end + right;
        if is_negated(ours) != is_negated(Passage::new(tracer, words).all()) {
            runs[at].change = Change::Negation;
        }
    }
}

/// Whether a run has signs of such a script.
fn is_of_such_a_script(tracer: &Tracer, tokens: &[Token], run: &Run) -> bool {
    tokens[run.tokens.clone()].iter().any(|token| token.folded.starts_with(is_unspaced))
        || tracer.index.words(run.words.clone()).iter().any(|word| word.starts_with(is_unspaced))
}

/// The last change of a quotation that ends in the middle of a Japanese verb of its source, with the whole ending of that: `読みましょ
/// う` stands for `読んではいけません`, and not for a part of it.
pub(super) fn with_whole_endings(tracer: &Tracer, tokens: &[Token], text: &str, runs: &mut Vec<Run>) {
    let tail = match runs.as_slice() {
        [.., change, same] if same.change == Change::Same && same.tokens.len() <= SAME_BY_CHANCE => {
            change.tokens.start..same.words.end
        }
        [.., change] => change.tokens.start..change.words.end,
        [] => return,
    };
    let Some(at) = runs.iter().rposition(|run| run.tokens.start == tail.start && !run.change.is_fine()) else { return };
    let is_ending = matches!(
        runs[at].change,
        Change::Replaced | Change::Added | Change::Overrun | Change::Typing | Change::Dropped | Change::Negation
    );
    let ours = tail.start..tokens.len();
    if !is_ending || at + 2 < runs.len() || !is_one_ending(&tokens[ours.clone()], text) || tail.start == 0 {
        return;
    }
    let Some(end) = end_of_kana(tracer, tail.end) else { return };
    let words = runs[at].words.start..end;
    if words.len() > LONGEST_OF_THEIRS + LONGEST_ENDING {
        return;
    }
    runs.truncate(at);
    runs.push(Run { change: classify(tracer.index, &tokens[ours.clone()], words.clone()), tokens: ours, words });
}

/// Whether some tokens, and nothing else, are the kana of one ending.
fn is_one_ending(tokens: &[Token], text: &str) -> bool {
    let Some((first, last)) = tokens.first().zip(tokens.last()) else { return false };
    tokens.len() <= LONGEST_ENDING
        && !tokens.iter().any(|token| token.editorial || token.after_gap)
        && first.span.join(last.span).of(text).chars().all(is_hiragana)
}

/// Where the kana end that follow the position `from` right behind its word before, if a clause ends there.
fn end_of_kana(tracer: &Tracer, from: usize) -> Option<usize> {
    let inside = tracer.index.positions_around(from.checked_sub(1)?);
    let passage = Passage::new(tracer, from - 1..(from + LONGEST_OF_THEIRS + 1).min(inside.end));
    let is_kana =
        |position: &usize| passage.between(position - 1).is_empty() && passage.word(*position).chars().all(is_hiragana);
    let end = (from..inside.end.min(from + LONGEST_OF_THEIRS)).take_while(is_kana).last()? + 1;
    (end == inside.end || !passage.between(end - 1).is_empty()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negations_are_known_as_they_are_written_and_take_each_other_back() {
        for (written, expected) in [
            ("動かしてはいけません", true),
            ("動かしてもよい", false),
            ("行かなければならない", false),
            ("行くかもしれない", false),
            ("ไม่ออก", true),
            ("ไม้", false),
            ("帆を張らず", true),
            ("港を見ぬ者", true),
            ("沖へは行かず", true),
            ("水を飲まず", true),
            ("必ず行く", false),
            ("まず行く", false),
            ("彼がずっと待つ", false),
            ("雨でぬれた旗", false),
            ("両国いずれも", false),
            ("議会みずから", false),
            ("一つずつ", false),
            ("着くはずだ", false),
            ("行かねばならぬ", false),
        ] {
            assert_eq!(is_negated(written), expected, "{written}");
        }
    }
}
