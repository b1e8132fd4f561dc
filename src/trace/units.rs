//! A number with a sign on one side and with the sign's word on the other is one: `10%` is `ten per cent`, `£30,000` is `30,000
//! pounds`.

use super::Tracer;
use super::changes::{Change, is_number};
use super::quoted::{Token, folded};
use super::runs::Run;
use super::signs::{Signed, Signs, Surroundings, our_gaps, sign_of};

/// The runs with the words of units in one with the numbers that have signs for them in the other text.
pub(super) fn with_units(tracer: &Tracer, tokens: &[Token], text: &str, runs: Vec<Signed>) -> Vec<Signed> {
    let mut all: Vec<Signed> = Vec::with_capacity(runs.len());
    for signed in runs {
        let Signed { run, quoted, source } = &signed;
        let is_half = run.tokens.is_empty() != run.words.is_empty();
        if is_half && matches!(run.change, Change::Dropped | Change::Added | Change::Spelling) {
            let number = all.last().and_then(|before| number_before(&before.run, run));
            if let Some(whole) = number.and_then(|number| with_signs(tracer, tokens, text, &number)) {
                let before = all.pop().map(|mut before| {
                    (before.run.tokens.end, before.run.words.end) = (whole.run.tokens.start, whole.run.words.start);
                    before
                });
                all.extend(before.filter(|before| !before.run.tokens.is_empty()));
                all.push(whole);
                continue;
            }
        }
        let is_bare = !run.change.is_fine() && *quoted == [0; 2] && *source == [0; 2];
        let whole = if is_bare { with_signs(tracer, tokens, text, run) } else { None };
        all.push(whole.unwrap_or(signed));
    }
    all
}

/// The last word of a run, in both texts, with a unit that only one of them has as a word.
fn number_before(before: &Run, unit: &Run) -> Option<Run> {
    let follows = before.tokens.end == unit.tokens.start && before.words.end == unit.words.start;
    let (tokens, words) = match (before.tokens.len(), before.words.len()) {
        (0, _) | (_, 0) => return None,
        (a, b) if a == b => (before.tokens.end - 1, before.words.end - 1),
        _ if before.change != Change::Same => (before.tokens.start, before.words.start),
        _ => return None,
    };
    let change = match before.change {
        Change::Same => Change::Spelling,
        change => change,
    };
    follows.then_some(Run { change, tokens: tokens..unit.tokens.end, words: words..unit.words.end })
}

/// A run with the sign beside its number, if the other text has the sign's word in it.
fn with_signs(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run) -> Option<Signed> {
    if run.tokens.is_empty() || run.words.is_empty() {
        return None;
    }
    let ours = folded(&tokens[run.tokens.clone()]);
    let theirs = tracer.index.words(run.words.clone());
    let has = |signs: &Signs, words: &[&str]| {
        let said = (1..=words.len().min(2)).find_map(|count| sign_of(&words[words.len() - count..].join(" ")));
        said.is_some() && [signs.currency, signs.unit].contains(&said)
    };
    if let [word] = ours[..]
        && is_number(word)
    {
        let [before, behind] = our_gaps(tokens, text, run.tokens.start);
        let signs = Signs::of(word, &before, &behind);
        if has(&signs, &theirs) {
            let quoted = signs.extent(word, before.trim_start(), behind.trim_end());
            return Some(Signed { quoted, ..Signed::plain(run.clone()) });
        }
    }
    if let [word] = theirs[..]
        && is_number(word)
    {
        let around = Surroundings::of(tracer, &run.words);
        let [before, behind] = around.gaps(run.words.start);
        let signs = Signs::of(word, &before, &behind);
        if has(&signs, &ours) {
            let source = signs.extent(word, before.trim_start(), behind.trim_end());
            return Some(Signed { source, ..Signed::plain(run.clone()) });
        }
    }
    None
}
