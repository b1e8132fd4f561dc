//! Which of two equal words was left out: of `rich (too rich)` the words in brackets, and of a sentence that begins like the next
//! one the whole sentence. The alignment does not care; who reads what was dropped does.

use super::Tracer;
use super::align::Step;
use super::compare::Likeness;
use super::passage::Passage;
use super::quoted::Token;

/// A run of dropped words is moved by no more words than this.
const FARTHEST: usize = 4;

/// The steps with each run of dropped words where its brackets are whole, the words beside it have their own capitals, and it
/// begins with a sentence, if it can.
pub(super) fn slid(tracer: &Tracer, tokens: &[Token], text: &str, mut steps: Vec<Step>) -> Vec<Step> {
    let mut at = 0;
    while at < steps.len() {
        let count = steps[at..].iter().take_while(|step| matches!(step, Step::Dropped { .. })).count();
        if count > 0 {
            best(tracer, tokens, text, &mut steps, at, count);
        }
        at += count.max(1);
    }
    steps
}

/// Moves the `count` dropped words at a step to the best place.
fn best(tracer: &Tracer, tokens: &[Token], text: &str, steps: &mut [Step], at: usize, count: usize) {
    let Step::Dropped { source: first } = steps[at] else { return };
    let pair = |step: Option<&Step>| match step {
        Some(&Step::Pair { quoted, source, likeness: Likeness::Same }) => {
            let token = &tokens[quoted];
            (!token.editorial && !token.bent && !token.after_gap).then_some((quoted, source))
        }
        _ => None,
    };
    // How far it can go to the left and to the right: the words at its ends are the same.
    let same = |a: usize, b: usize| tracer.index.word(a) == tracer.index.word(b);
    let left = (1..=FARTHEST.min(at)).take_while(|&by| {
        pair(steps.get(at - by)).is_some_and(|(_, source)| source + by == first && same(source, source + count))
    });
    let right = (0..FARTHEST).take_while(|&by| {
        pair(steps.get(at + count + by))
            .is_some_and(|(_, source)| source == first + count + by && same(source, source - count))
    });
    let (left, right) = (left.count(), right.count());
    if left + right == 0 {
        return;
    }
    let from = first - left;
    let inside = tracer.index.positions_around(first);
    let around = from.saturating_sub(1).max(inside.start)..(first + count + right + 1).min(inside.end);
    let passage = Passage::new(tracer, around);
    let tokens_from = at - left;
    let kept: Vec<usize> = (0..left)
        .chain(left + count..left + count + right)
        .filter_map(|step| pair(steps.get(tokens_from + step)).map(|(quoted, _)| quoted))
        .collect();
    // With so many of the words that it could be moved over before it.
    let score = |before: usize| {
        let written = kept.iter().enumerate().filter(|(number, quoted)| {
            let source = from + number + if *number < before { 0 } else { count };
            passage.word(source) == tokens[**quoted].span.of(text)
        });
        let dropped = from + before..from + before + count;
        let gaps: String = (dropped.start.saturating_sub(1)..dropped.end).map(|at| passage.between(at)).collect();
        let is_whole = gaps.matches(['(', '（']).count() == gaps.matches([')', '）']).count();
        let is_sentence = dropped.start > from && passage.is_border(dropped.start - 1);
        (is_whole, written.count(), is_sentence)
    };
    let now = score(left);
    let Some(before) = (0..=left + right).filter(|&before| score(before) > now).max_by_key(|&before| score(before))
    else {
        return;
    };
    let mut sources = from..from + before;
    let pairs = |quoted: usize, source: usize| Step::Pair { quoted, source, likeness: Likeness::Same };
    let mut out: Vec<Step> = kept[..before].iter().zip(&mut sources).map(|(&quoted, at)| pairs(quoted, at)).collect();
    out.extend((from + before..from + before + count).map(|source| Step::Dropped { source }));
    out.extend(kept[before..].iter().zip(from + before + count..).map(|(&quoted, at)| pairs(quoted, at)));
    steps[tokens_from..tokens_from + out.len()].copy_from_slice(&out);
}
