//! A half of a compound that was dropped or added makes another word of it: `co-operation` became `operation`, and no word was left
//! out.

use super::Tracer;
use super::changes::Change;
use super::ends::gap_behind;
use super::quoted::Token;
use super::runs::Run;

/// The runs with each dropped or added half of a compound as one with the other half, which it replaces.
pub(super) fn whole_compounds(tracer: &Tracer, tokens: &[Token], text: &str, runs: Vec<Run>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::with_capacity(runs.len());
    let mut rest = runs.into_iter().peekable();
    while let Some(mut run) = rest.next() {
        let is_half = matches!(run.change, Change::Dropped | Change::Added);
        if is_half
            && let Some(next) = rest.peek_mut()
            && is_plain(next, tokens, true)
            && is_hyphenated(tracer, tokens, text, &run, true)
        {
            let (token, word) = (next.tokens.start, next.words.start);
            (next.tokens.start, next.words.start) = (token + 1, word + 1);
            if next.tokens.is_empty() {
                rest.next();
            }
            run = Run {
                change: replaced(tokens, token),
                tokens: run.tokens.start..token + 1,
                words: run.words.start..word + 1,
            };
        } else if is_half
            && let Some(before) = all.last_mut()
            && is_plain(before, tokens, false)
            && is_hyphenated(tracer, tokens, text, &run, false)
        {
            let (token, word) = (before.tokens.end - 1, before.words.end - 1);
            (before.tokens.end, before.words.end) = (token, word);
            if before.tokens.is_empty() {
                all.pop();
            }
            run = Run { change: replaced(tokens, token), tokens: token..run.tokens.end, words: word..run.words.end };
        }
        all.push(run);
    }
    all
}

/// What became of a compound of which the quotation has this token: in brackets it is the writer's.
fn replaced(tokens: &[Token], token: usize) -> Change {
    if tokens[token].editorial { Change::Editorial } else { Change::Replaced }
}

/// Whether a run has the same words, one by one, with no sign of the writer's at the side that is looked at.
fn is_plain(run: &Run, tokens: &[Token], first: bool) -> bool {
    let is_same = run.change == Change::Same && !run.tokens.is_empty() && run.tokens.len() == run.words.len();
    is_same && {
        let token = &tokens[if first { run.tokens.start } else { run.tokens.end - 1 }];
        !(token.bent || first && token.after_gap)
    }
}

/// Whether a hyphen joins the words of a run, which only one of the two texts has, to the word behind them or before them.
fn is_hyphenated(tracer: &Tracer, tokens: &[Token], text: &str, run: &Run, behind: bool) -> bool {
    let is_hyphen =
        |gap: &str| gap.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    match run.tokens.is_empty() {
        true => {
            let last = if behind { run.words.end.checked_sub(1) } else { run.words.start.checked_sub(1) };
            last.and_then(|last| gap_behind(tracer, last)).is_some_and(|gap| is_hyphen(&gap))
        }
        false => {
            let next = if behind { run.tokens.end } else { run.tokens.start };
            let between = next.checked_sub(1).zip(tokens.get(next));
            between.is_some_and(|(last, next)| text.get(tokens[last].span.end..next.span.start).is_some_and(is_hyphen))
        }
    }
}
