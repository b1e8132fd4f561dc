//! From the steps of an alignment to runs of words that share one fate, each with the name of what happened.

use super::align::Step;
use super::assemble::place;
use super::changes::{Change, is_number};
use super::classify::{are_other_numbers, classify, is_regrouped, sorted, swap};
use super::compare::Likeness;
use super::hidden::ELLIPSIS_OF_A_NEGATION;
use super::negations::turns;
use super::passage::Passage;
use super::quoted::{Token, folded};
use super::slides::slid;
use super::slips::{figure, have_one_fraction, is_note_of, is_other_sound, is_roman, may_be_mistyped};
use super::spacing::is_respaced;
use super::{Edit, Tracer};
use crate::index::Index;
use crate::text::{Span, is_other_form};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// So many words more than stand in their place were left out rather than replaced.
const LEFT_OUT: usize = 6;
/// Words that changed places over a longer distance were moved rather than swapped.
const SWAPPED_WITHIN: usize = 4;

/// Tokens of the quotation and positions of the corpus that correspond.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub change: Change,
    pub tokens: Range<usize>,
    pub words: Range<usize>,
}

impl Run {
    /// Tokens that the source lacks before the position `at`.
    pub fn added(tokens: Range<usize>, at: usize, change: Change) -> Self {
        Run { change, tokens, words: at..at }
    }

    /// Whether it is an ellipsis that takes a negation along with other words.
    pub fn is_long_negation(&self) -> bool {
        self.change == Change::Negation && self.tokens.is_empty() && self.words.len() > ELLIPSIS_OF_A_NEGATION
    }

    /// Whether the writer says that something was left out here.
    pub fn is_ellipsis(&self, tokens: &[Token]) -> bool {
        self.tokens.is_empty() && tokens.get(self.tokens.start).is_some_and(|next| next.after_gap)
    }

    pub fn edit(&self, index: &Index, tokens: &[Token]) -> Edit {
        let quoted = if self.tokens.is_empty() {
            let at = match self.tokens.start {
                0 => tokens[0].span.start,
                after => tokens[after - 1].span.end,
            };
            Span::new(at, at)
        } else {
            tokens[self.tokens.start].span.join(tokens[self.tokens.end - 1].span)
        };
        Edit { change: self.change, quoted, place: place(index, self.words.clone()) }
    }
}

/// Groups the steps of one piece.
pub(super) fn runs(tracer: &Tracer, tokens: &[Token], text: &str, steps: &[Step]) -> Vec<Run> {
    let passage = Passage::new(tracer, positions(steps));
    let steps = slid(tracer, tokens, text, steps.to_vec());
    let mut grouping = Grouping { tracer, tokens, text, passage, runs: Vec::new(), pending: None, token: 0, word: 0 };
    for step in steps {
        grouping.step(step);
    }
    grouping.flush();
    join_swapped(tracer.index, tokens, grouping.runs)
}

/// The positions from the first paired word to the last.
fn positions(steps: &[Step]) -> Range<usize> {
    let mut paired = steps.iter().filter_map(|step| match *step {
        Step::Pair { source, .. } => Some(source..source + 1),
        Step::Group { source, words, .. } => Some(source..source + words),
        _ => None,
    });
    let first = paired.next().unwrap_or(0..1);
    first.start..paired.next_back().unwrap_or(first.clone()).end
}

struct Grouping<'a> {
    tracer: &'a Tracer<'a>,
    tokens: &'a [Token],
    text: &'a str,
    passage: Passage<'a>,
    runs: Vec<Run>,
    /// Tokens and words that do not correspond, so far.
    pending: Option<(Range<usize>, Range<usize>)>,
    /// The next token and word.
    token: usize,
    word: usize,
}

impl Grouping<'_> {
    fn step(&mut self, step: Step) {
        match step {
            Step::Pair { quoted, source, likeness } => {
                (self.token, self.word) = (quoted, source);
                let is_alike = !matches!(likeness, Likeness::Same | Likeness::Different);
                let token = &self.tokens[quoted];
                if (token.bent && likeness != Likeness::Same) || (token.editorial && is_alike) {
                    // The writer fitted the word into the sentence, and says so.
                    self.flush();
                    let (tokens, words) = (quoted..quoted + 1, source..source + 1);
                    self.push(Run { change: Change::Editorial, tokens, words });
                } else if likeness == Likeness::Different {
                    self.wait(1, 1);
                } else {
                    self.flush();
                    let change = self.pair(quoted, source, likeness);
                    self.push(Run { change, tokens: quoted..quoted + 1, words: source..source + 1 });
                }
                (self.token, self.word) = (quoted + 1, source + 1);
            }
            Step::Group { quoted, tokens, source, words, likeness } => {
                (self.token, self.word) = (quoted, source);
                self.flush();
                let (tokens, words) = (quoted..quoted + tokens, source..source + words);
                (self.token, self.word) = (tokens.end, words.end);
                let change = self.group(tokens.clone(), words.clone(), likeness);
                self.push(Run { change, tokens, words });
            }
            Step::Added { quoted } => {
                self.token = quoted;
                self.wait(1, 0);
                self.token = quoted + 1;
            }
            Step::Dropped { source } => {
                self.word = source;
                if self.tokens.get(self.token).is_some_and(|next| next.after_gap) {
                    self.flush();
                    self.push(Run {
                        change: Change::Ellipsis,
                        tokens: self.token..self.token,
                        words: source..source + 1,
                    });
                } else {
                    self.wait(0, 1);
                }
                self.word = source + 1;
            }
        }
    }

    fn wait(&mut self, tokens: usize, words: usize) {
        let (t, w) = self.pending.get_or_insert((self.token..self.token, self.word..self.word));
        t.end = self.token + tokens;
        w.end = w.end.max(self.word + words);
    }

    fn push(&mut self, run: Run) {
        match self.runs.last_mut() {
            Some(last)
                if last.change == run.change
                    && (last.change.is_fine() || last.change == Change::Case)
                    && last.tokens.end == run.tokens.start
                    && last.words.end == run.words.start =>
            {
                last.tokens.end = run.tokens.end;
                last.words.end = run.words.end;
            }
            _ => self.runs.push(run),
        }
    }

    fn flush(&mut self) {
        let Some((tokens, words)) = self.pending.take() else { return };
        // What the writer put in brackets is no part of what became of the words beside it.
        let inner = &self.tokens[tokens.clone()];
        let leading = inner.iter().take_while(|token| token.editorial).count();
        let trailing = inner[leading..].iter().rev().take_while(|token| token.editorial).count();
        let (start, end) = (tokens.start + leading, tokens.end - trailing);
        if leading > 0 && start == end {
            return self.push(Run { change: Change::Editorial, tokens, words });
        }
        if leading > 0 {
            let words = words.start..words.start;
            self.push(Run { change: Change::Editorial, tokens: tokens.start..start, words });
        }
        if start < end && words.len() >= end - start + LEFT_OUT {
            // What stands where two passages meet replaces nothing.
            self.push(Run::added(start..end, words.start, Change::Added));
            self.push(Run { change: Change::Omission, tokens: end..end, words: words.clone() });
        } else {
            let change = match classify(self.tracer.index, &self.tokens[start..end], words.clone()) {
                Change::Same if self.is_respaced(start..end, words.clone()) => Change::Spelling,
                Change::Number if self.have_one_fraction(start..end, words.clone()) => Change::Spelling,
                change => change,
            };
            self.push(Run { change, tokens: start..end, words: words.clone() });
        }
        if trailing > 0 {
            self.push(Run { change: Change::Editorial, tokens: end..tokens.end, words: words.end..words.end });
        }
    }

    /// What happened to a word that stands in its place.
    fn pair(&self, quoted: usize, source: usize, likeness: Likeness) -> Change {
        let token = &self.tokens[quoted];
        match likeness {
            Likeness::Same => self.letters(quoted, source),
            // A Chinese character may have been looked up in its other form.
            Likeness::Variant if token.span.of(self.text) == self.passage.word(source) => Change::Same,
            _ if is_note_of(self.passage.word(source), &token.folded) => Change::Same,
            Likeness::Variant => Change::Spelling,
            _ if self.turns(quoted, source) => Change::Negation,
            _ if self.are_numbers(quoted, source) => Change::Number,
            _ if !may_be_mistyped(&token.folded, self.tracer.index.word(source)) => Change::Replaced,
            // A word that the corpus knows was hardly mistyped: it was put there.
            _ if token.term.count() > 0 => Change::Replaced,
            _ => Change::Typing,
        }
    }

    /// Whether both are numbers, in words or in Roman figures: `million` is no slip for `billion`.
    fn are_numbers(&self, quoted: usize, source: usize) -> bool {
        let token = &self.tokens[quoted];
        are_other_numbers(&[&token.folded], &[self.tracer.index.word(source)])
            || (is_roman(token.span.of(self.text)) && is_roman(self.passage.word(source)))
    }

    /// What happened to words that were split, run together or contracted.
    fn group(&self, tokens: Range<usize>, words: Range<usize>, likeness: Likeness) -> Change {
        let ours = folded(&self.tokens[tokens.clone()]);
        let theirs = self.tracer.index.words(words.clone());
        match likeness {
            _ if ours.concat() == theirs.concat() && !is_regrouped(&ours, &theirs) => Change::Number,
            _ if ours.concat() == theirs.concat() && self.is_respaced(tokens, words) => Change::Spelling,
            _ if ours.concat() == theirs.concat() => Change::Same,
            _ if sorted(ours.iter().copied()) == sorted(theirs.iter().copied()) => swap(&ours, &theirs),
            Likeness::Variant => Change::Spelling,
            _ => Change::Typing,
        }
    }

    /// Whether the same letters are parted otherwise by spaces.
    fn is_respaced(&self, tokens: Range<usize>, words: Range<usize>) -> bool {
        is_respaced(self.tracer, (&self.tokens[tokens], self.text), words, &self.passage)
    }

    /// Whether both are one number, whose fraction is set off by a point or by a comma: `1.5` and `1,5`.
    fn have_one_fraction(&self, tokens: Range<usize>, words: Range<usize>) -> bool {
        let (1, 1) = (tokens.len(), words.len()) else { return false };
        have_one_fraction(self.tokens[tokens.start].span.of(self.text), self.passage.word(words.start))
    }

    /// Whether one of two words turns what the other says, as *ever* and *never* do.
    fn turns(&self, quoted: usize, source: usize) -> bool {
        turns(&[&self.tokens[quoted].folded], &[self.tracer.index.word(source)])
    }

    /// Whether two words of one folded form differ in their letters.
    fn letters(&self, quoted: usize, source: usize) -> Change {
        let token = &self.tokens[quoted];
        let theirs = self.passage.word(source);
        let ours = token.span.of(self.text);
        if ours == theirs {
            return Change::Same;
        }
        if is_number(&token.folded) && figure(ours) != figure(theirs) {
            return Change::Number;
        }
        let (ours, theirs) = (plain_letters(ours), plain_letters(theirs));
        if ours == theirs {
            return Change::Same;
        }
        if is_other_form(&ours, &theirs) {
            return Change::Spelling;
        }
        if ours.to_lowercase() != theirs.to_lowercase() {
            return if is_other_sound(&ours, &theirs) { Change::Replaced } else { Change::Accents };
        }
        let rest = |word: &str| word.chars().skip(1).collect::<String>();
        let is_bracketed = self.text[..token.span.start].ends_with('[')
            || source.checked_sub(1).is_some_and(|before| self.passage.between(before).ends_with('['));
        // A sentence may begin, or go on, behind what the writer put between.
        let begins = token.after_gap || is_bracketed || quoted == 0 || self.tokens[quoted - 1].editorial;
        if begins && rest(&ours) == rest(&theirs) { Change::Same } else { Change::Case }
    }
}

/// Joins `{x|y} [same] {y|x}`, one of the two perhaps nothing, into one run: the words have only changed places.
fn join_swapped(index: &Index, tokens: &[Token], runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        let joined = match out.as_slice() {
            [.., first, middle] if middle.change == Change::Same => swapped(index, tokens, [first, middle, &run]),
            _ => None,
        };
        if joined.is_some() {
            out.truncate(out.len() - 2);
        }
        out.push(joined.unwrap_or(run));
    }
    out
}

fn swapped(index: &Index, tokens: &[Token], [first, middle, last]: [&Run; 3]) -> Option<Run> {
    let ours = [first, last].map(|run| run.tokens.clone());
    let theirs = [first, last].map(|run| run.words.clone());
    let len = ours.iter().map(Range::len).sum::<usize>();
    let same_words = sorted(ours.into_iter().flat_map(|range| tokens[range].iter().map(|token| token.folded.as_str())))
        == sorted(theirs.into_iter().flat_map(|range| index.words(range)));
    // Words that stand in their places, in other capitals or accents, have not moved.
    let stays = |run: &Run| run.change.is_fine() || run.change.is_slight();
    // Of two numbers in each other's place each is another one.
    let are_numbers = [first, last].iter().all(|run| run.change == Change::Number);
    if len == 0 || !same_words || stays(first) || stays(last) || are_numbers {
        return None;
    }
    let near = middle.tokens.len() <= SWAPPED_WITHIN && len <= 2 * SWAPPED_WITHIN;
    let ours = first.tokens.start..last.tokens.end.max(middle.tokens.end);
    let theirs = first.words.start..last.words.end.max(middle.words.end);
    let change = match near {
        true => swap(&folded(&tokens[ours.clone()]), &index.words(theirs.clone())),
        false => Change::Moved,
    };
    Some(Run { change, tokens: ours, words: theirs })
}

/// The letters of a word as written, without what is mere typography.
fn plain_letters(word: &str) -> String {
    let typography = |c: char| match c {
        '’' | 'ʼ' | '＇' | '‘' | '`' | '´' => '\'',
        // Russian prints the one for the other.
        'ё' => 'е',
        'Ё' => 'Е',
        c => c,
    };
    word.nfkc().filter(|c| !matches!(c, '\u{ad}' | '[' | ']' | ',' | '*' | '_')).map(typography).collect()
}
