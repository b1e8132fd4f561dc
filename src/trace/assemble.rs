//! From alignments to a match: the runs of every piece in the quotation's order, what stands between the pieces and at
//! the ends, the segments, the score and the verdict.

use super::align::{Alignment, Step};
use super::changes::Change;
use super::compare::Likeness;
use super::quoted::Token;
use super::runs::{Run, classify, runs};
use super::score::Evidence;
use super::{Edit, Match, Place, Tracer, Verdict};
use crate::index::Index;
use crate::text::Span;
use std::ops::Range;

/// Up to this many words at an end that do not fit are taken to replace the source's; more are the writer's own.
const MOST_REPLACED_AT_END: usize = 3;
/// Fewer words left over are not looked for elsewhere.
const FEWEST_LEFT_OVER: usize = 4;
/// What a further passage must tell, in nats: beside the first one two or three rare words …
const LEAST_NEAR: f32 = 8.0;
/// … elsewhere a clause that hardly stands there by chance, even in a text made of common phrases.
const LEAST_FAR: f32 = 24.0;
/// A quotation of at least so many words that stands somewhere as it is was found …
const FEWEST_WHOLE: usize = 4;
/// … with at least this score.
const SCORE_OF_WHOLE: f32 = 0.8;
/// Two passages of one source that are no further apart, in words, belong to one thought.
const NEARBY: usize = 200;

/// A stretch of the source aligned with a run of the quotation; numbers are those of the whole quotation and corpus.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub steps: Vec<Step>,
    pub score: f32,
}

impl Piece {
    /// The first `len` tokens stand word by word at the position `start`.
    pub fn exact(len: usize, start: usize) -> Self {
        let pair = |i| Step::Pair { quoted: i, source: start + i, likeness: Likeness::Same };
        Piece { steps: (0..len).map(pair).collect(), score: f32::INFINITY }
    }

    /// An alignment whose tokens are counted from `token` and whose words from the position `position`.
    pub fn aligned(alignment: &Alignment, token: usize, position: usize) -> Option<Self> {
        let moved = |step: &Step| match *step {
            Step::Pair { quoted, source, likeness } => {
                Step::Pair { quoted: quoted + token, source: source + position, likeness }
            }
            Step::Added { quoted } => Step::Added { quoted: quoted + token },
            Step::Dropped { source } => Step::Dropped { source: source + position },
        };
        let steps: Vec<Step> = alignment.steps.iter().map(moved).collect();
        (!steps.is_empty()).then_some(Piece { steps, score: alignment.score })
    }

    /// The same with tokens counted from `by` earlier.
    pub fn shift(mut self, by: usize) -> Self {
        for step in &mut self.steps {
            if let Step::Pair { quoted, .. } | Step::Added { quoted } = step {
                *quoted += by;
            }
        }
        self
    }

    /// The tokens from the first pair to the last.
    pub fn tokens(&self) -> Range<usize> {
        let mut all = self.pairs().map(|(quoted, _, _)| quoted);
        let first = all.next().unwrap_or(0);
        first..all.last().unwrap_or(first) + 1
    }

    /// The positions from the first pair to the last.
    pub fn positions(&self) -> Range<usize> {
        let mut all = self.pairs().map(|(_, source, _)| source);
        let first = all.next().unwrap_or(0);
        first..all.last().unwrap_or(first) + 1
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize, Likeness)> + '_ {
        self.steps.iter().filter_map(|step| match *step {
            Step::Pair { quoted, source, likeness } => Some((quoted, source, likeness)),
            _ => None,
        })
    }

    /// The share of the weight of `tokens`, the first of which has the number `first`, that was found in its place.
    pub fn covers(&self, tokens: &[Token], first: usize) -> f32 {
        let found: f32 = self.pairs().map(|(i, _, likeness)| tokens[i - first].weight * likeness.share()).sum();
        found / tokens.iter().map(|token| token.weight).sum::<f32>().max(f32::MIN_POSITIVE)
    }

    /// The weight of the tokens found in their place, nats.
    fn found(&self, tokens: &[Token]) -> f32 {
        let weight = |(quoted, _, likeness): (usize, usize, Likeness)| tokens[quoted].weight * likeness.share();
        self.pairs().filter(|(quoted, ..)| !tokens[*quoted].editorial).map(weight).sum()
    }

    /// How much it tells that they stand there, nats: less than their weight where they are common phrases.
    fn information(&self, tokens: &[Token], index: &Index) -> f32 {
        let mut before: Option<(usize, usize)> = None;
        let mut sum = 0.0;
        for (quoted, source, likeness) in self.pairs().filter(|(quoted, ..)| !tokens[*quoted].editorial) {
            let neighbour = before.filter(|&(q, s)| q + 1 == quoted && s + 1 == source);
            let terms = neighbour.map(|(before, _)| (&tokens[before].term, &tokens[quoted].term));
            let weight = terms.map_or(tokens[quoted].weight, |(before, word)| index.weight_after(before, word));
            sum += weight * likeness.share();
            before = (likeness == Likeness::Same).then_some((quoted, source));
        }
        sum
    }
}

/// The runs of tokens that the pieces leave over and that are long enough to come from elsewhere.
pub(super) fn left_over(tokens: &[Token], pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut found = vec![false; tokens.len()];
    for (quoted, _, likeness) in pieces.iter().flat_map(Piece::pairs) {
        found[quoted] |= likeness != Likeness::Different || tokens[quoted].editorial;
    }
    let mut runs = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let len = found[start..].iter().take_while(|&&f| f == found[start]).count();
        if !found[start] && len >= FEWEST_LEFT_OVER {
            runs.push(start..start + len);
        }
        start += len;
    }
    runs
}

/// Whether a piece explains a left-over run: most of it, and more than chance would. A common phrase stands in many places,
/// so what comes from far away must tell more than what stands beside the rest.
pub(super) fn is_worth_adding(
    index: &Index,
    tokens: &[Token],
    run: &Range<usize>,
    piece: &Piece,
    home: &Range<usize>,
) -> bool {
    let total = Evidence::of_tokens(&tokens[run.clone()]).total;
    let at = piece.positions();
    let same_source = index.source_at(at.start) == index.source_at(home.start);
    let near = same_source && at.start < home.end + NEARBY && home.start < at.end + NEARBY;
    let marked = same_source && at.start >= home.end && tokens[run.start].after_gap;
    let least = if near || marked { LEAST_NEAR } else { LEAST_FAR };
    piece.found(tokens) >= 0.7 * total && piece.information(tokens, index) >= least
}

/// Builds the match that the pieces, in the order of the quotation, amount to.
pub(super) fn finish(tracer: &Tracer, tokens: &[Token], text: &str, pieces: &[Piece]) -> Match {
    let mut all: Vec<Run> = Vec::new();
    let mut evidence = Evidence::of_tokens(tokens);
    let mut covered = 0;
    for (i, piece) in pieces.iter().enumerate() {
        let inside = piece.tokens();
        if inside.start < covered {
            // It overlaps the piece before, which was the better one.
            continue;
        }
        if i == 0 {
            all.extend(head(tracer, tokens, text, piece));
        } else {
            if covered < inside.start {
                all.push(Run::added(covered..inside.start, piece.positions().start, Change::Added));
            }
            all.push(junction(tracer.index, tokens, &pieces[i - 1], piece));
        }
        evidence.found += piece.found(tokens);
        evidence.information += piece.information(tokens, tracer.index);
        all.extend(runs(tracer, tokens, text, &piece.steps));
        covered = inside.end;
    }
    if let Some(last) = pieces.last() {
        all.extend(tail(tracer, tokens, text, covered, last));
    }
    evidence.breaks = all.iter().map(|run| run.cost()).sum();
    let edits: Vec<Edit> = all.iter().map(|run| run.edit(tracer.index, tokens)).collect();
    let verdict = if edits.iter().all(|edit| edit.change.is_fine()) { Verdict::Verbatim } else { Verdict::Altered };
    let segments = segments(tracer.index, &all);
    // What stands word for word in one place needs no other evidence, unless it is a scrap.
    let whole = verdict == Verdict::Verbatim && pieces.len() == 1 && tokens.len() >= FEWEST_WHOLE;
    let score = if whole { evidence.score().max(SCORE_OF_WHOLE) } else { evidence.score() };
    Match { segments, score, coverage: evidence.coverage(), verdict, edits }
}

/// What became of the tokens before the first piece.
fn head(tracer: &Tracer, tokens: &[Token], text: &str, piece: &Piece) -> Option<Run> {
    let (count, start) = (piece.tokens().start, piece.positions().start);
    let inside = tracer.index.positions_around(start);
    let replaced = count <= MOST_REPLACED_AT_END
        && runs_on(text, &tokens[..=count])
        && start >= inside.start + count
        && (start - count..start).all(|position| continues(tracer, position));
    end_run(tracer.index, tokens, 0..count, replaced.then(|| start - count..start), start)
}

/// What became of the tokens behind the last piece.
fn tail(tracer: &Tracer, tokens: &[Token], text: &str, from: usize, piece: &Piece) -> Option<Run> {
    let (count, end) = (tokens.len() - from, piece.positions().end);
    let inside = tracer.index.positions_around(end - 1);
    let replaced = count <= MOST_REPLACED_AT_END
        && runs_on(text, &tokens[from - 1..])
        && end + count <= inside.end
        && (end - 1..end + count - 1).all(|position| continues(tracer, position));
    if tokens.len() > from && is_citation(&text[tokens[from - 1].span.end..]) {
        return Some(Run::added(from..tokens.len(), end, Change::Editorial));
    }
    end_run(tracer.index, tokens, from..tokens.len(), replaced.then(|| end..end + count), end)
}

fn end_run(
    index: &Index,
    tokens: &[Token],
    quoted: Range<usize>,
    replaced: Option<Range<usize>>,
    at: usize,
) -> Option<Run> {
    if quoted.is_empty() {
        return None;
    }
    if tokens[quoted.clone()].iter().all(|token| token.editorial) {
        return Some(Run::added(quoted, at, Change::Editorial));
    }
    Some(match replaced {
        Some(words) => {
            let change = classify(index, &tokens[quoted.clone()], words.clone());
            Run { change, tokens: quoted, words }
        }
        None if quoted.len() > MOST_REPLACED_AT_END => Run::added(quoted, at, Change::Overrun),
        None => {
            let change = classify(index, &tokens[quoted.clone()], at..at);
            Run::added(quoted, at, change)
        }
    })
}

/// Whether the rest of a quotation is a citation: something with a number, in parentheses.
fn is_citation(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(').trim_end();
    let inner = rest.strip_prefix('(').and_then(|rest| rest.trim_end_matches(['.', ',', ';']).strip_suffix(')'));
    inner.is_some_and(|inner| inner.contains(|c: char| c.is_ascii_digit()) && !inner.contains(['(', ')']))
}

/// Whether the quotation's sentence goes on from each of these tokens to the next.
fn runs_on(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).all(|pair| {
        let between = Span::new(pair[0].span.end, pair[1].span.start).of(text);
        let new_line = between.contains('\n') && pair[1].span.of(text).starts_with(char::is_uppercase);
        !new_line && !between.contains(['.', '!', '?', ';'])
    })
}

/// Whether the sentence goes on from the word at a position to the next one.
fn continues(tracer: &Tracer, position: usize) -> bool {
    let index = tracer.index;
    let Some(source) = index.source_at(position) else { return false };
    if position + 1 >= index.positions_of(source).end {
        return false;
    }
    let between = Span::new(index.span(position).end, index.span(position + 1).start);
    !tracer.corpus.sources[source].slice(between).contains(['.', '!', '?', ':', ';', '\n', '”', '“', '"'])
}

/// How a piece follows the one before it.
fn junction(index: &Index, tokens: &[Token], before: &Piece, piece: &Piece) -> Run {
    let (a, b) = (before.positions(), piece.positions());
    let token = piece.tokens().start;
    let same_source = index.source_at(a.start) == index.source_at(b.start);
    let forward = same_source && b.start >= a.end;
    let change = if forward && tokens[token].after_gap {
        Change::Ellipsis
    } else if same_source && b.end <= a.start && a.start - b.end <= NEARBY {
        Change::Moved
    } else if forward && b.start - a.end <= NEARBY {
        Change::Omission
    } else {
        Change::Joined
    };
    let words = if forward && change != Change::Joined { a.end..b.start } else { b };
    Run { change, tokens: token..token, words }
}

/// One place for each stretch of the source that is taken over without a longer break.
fn segments(index: &Index, runs: &[Run]) -> Vec<Place> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for run in runs {
        match run.change {
            Change::Ellipsis | Change::Omission | Change::Moved | Change::Joined => open = false,
            _ if run.words.is_empty() || matches!(run.change, Change::Editorial) => {}
            _ => match all.last_mut() {
                Some(last) if open && last.end <= run.words.start => last.end = run.words.end,
                _ => {
                    all.push(run.words.clone());
                    open = true;
                }
            },
        }
    }
    all.into_iter().map(|words| place(index, words)).collect()
}

/// The bytes of the words at some positions of one source; for no words, the point behind the word before.
pub(super) fn place(index: &Index, words: Range<usize>) -> Place {
    let source = index.source_at(words.start).unwrap_or_default();
    if words.is_empty() {
        let first = index.positions_of(source).start;
        let at = if words.start > first { index.span(words.start - 1).end } else { index.span(first).start };
        return Place { source, span: Span::new(at, at) };
    }
    Place { source, span: index.span(words.start).join(index.span(words.end - 1)) }
}
