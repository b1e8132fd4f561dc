//! Fixed turns of phrase by which a sentence says what something is. `X` stands for the name, with articles and nouns such as
//! `term` before it or without; `^` for the beginning of the sentence, `/` for a choice, `,` for a comma, a dash or a
//! parenthesis before the next word, and `…` for a few words.

use super::super::pattern::Pattern;
use super::super::tokens::{Gap, Token};
use crate::text::{each_word, elision, fold, key};

/// Words that `…` stands for, at most.
const FARTHEST: usize = 9;

/// Turns of phrase that a sentence may begin with, which have no `X`.
pub(super) struct Openings(Vec<Vec<Step>>);

impl Openings {
    /// Reads a list, a bar between two.
    pub fn new(list: &str) -> Self {
        Openings(list.split('|').map(steps).collect())
    }

    /// Whether the tokens begin with one of them.
    pub fn open(&self, tokens: &[Token]) -> bool {
        self.0.iter().any(|one| match one.split_first() {
            // What stands before the first word does not matter.
            Some((Step::Word(keys), rest)) => {
                tokens.first().is_some_and(|word| keys.contains(&word.word)) && ahead(rest, tokens, 1)
            }
            _ => false,
        })
    }
}

/// A turn of phrase.
pub(super) struct Formula {
    opens: bool,
    /// The words before the name, the nearest first.
    before: Vec<Step>,
    behind: Vec<Step>,
    pattern: Pattern,
}

enum Step {
    /// One of these words.
    Word(Vec<u64>),
    /// The same, behind a sign.
    Parted(Vec<u64>),
    /// A few words, whatever they are.
    Any,
}

impl Formula {
    /// Reads the turns of phrase that a language has: with each pattern those that tell it, a bar between two.
    pub fn all(lists: &[(Pattern, &str)]) -> Vec<Formula> {
        let lines = lists.iter().flat_map(|(pattern, list)| list.split('|').map(|line| (*pattern, line.trim())));
        lines.map(|(pattern, line)| Formula::new(pattern, line)).collect()
    }

    fn new(pattern: Pattern, line: &str) -> Self {
        let (before, behind) = line.trim_start_matches('^').split_once('X').unwrap_or((line, ""));
        let mut before = steps(before);
        before.reverse();
        Formula { opens: line.starts_with('^'), before, behind: steps(behind), pattern }
    }

    /// The words that end a name by beginning what the formula has behind it.
    pub fn verbs(&self) -> &[u64] {
        match self.behind.first() {
            Some(Step::Word(keys)) => keys,
            _ => &[],
        }
    }

    /// The pattern, if the words around a name are those of the formula. What belongs to the name ends at `end`, its
    /// articles begin at `first`, and its sentence at one of `openings`.
    pub fn tells(&self, tokens: &[Token], around: &Around) -> Option<Pattern> {
        let is_behind = |first: usize| {
            let begin = back(&self.before, tokens, first, around.openings[0]);
            begin.is_some_and(|begin| !self.opens || around.openings.contains(&begin))
        };
        let is_there = is_behind(around.first) || is_behind(around.name);
        (is_there && ahead(&self.behind, tokens, around.end)).then_some(self.pattern)
    }
}

/// Where a name stands.
pub(super) struct Around {
    /// Its first token, and that of the articles before it.
    pub name: usize,
    pub first: usize,
    /// Behind it and an abbreviation in parentheses.
    pub end: usize,
    /// Where its sentence begins, and where it does so behind an article or an opening such as `in short,`.
    pub openings: [usize; 4],
}

fn steps(line: &str) -> Vec<Step> {
    let mut is_parted = false;
    let mut steps = Vec::new();
    for word in line.split_whitespace() {
        match word {
            "," => is_parted = true,
            "…" => steps.push(Step::Any),
            _ => {
                // `c’est-à-dire` is three words.
                let mut choices: Vec<Vec<u64>> = word.split('/').map(keys_of).collect();
                let rest = choices[0].split_off(1);
                let first = choices.iter().map(|keys| keys[0]).collect();
                steps.push(if std::mem::take(&mut is_parted) { Step::Parted(first) } else { Step::Word(first) });
                steps.extend(rest.into_iter().map(|key| Step::Word(vec![key])));
            }
        }
    }
    steps
}

/// The keys of a word's parts as a text has them, without articles that lost their vowel.
fn keys_of(word: &str) -> Vec<u64> {
    let mut keys = Vec::new();
    each_word(word, |span, folded| {
        let written = span.of(word);
        keys.push(elision(written).map_or_else(|| key(folded), |cut| key(&fold(&written[cut..]))));
    });
    keys
}

/// Whether the steps lead through the tokens from `at` on.
fn ahead(steps: &[Step], tokens: &[Token], at: usize) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match step {
        Step::Word(keys) => {
            let is_near = tokens.get(at).is_some_and(|token| goes_on(token.gap) || is_letter(tokens, at));
            is_near && keys.contains(&tokens[at].word) && ahead(rest, tokens, at + 1)
        }
        Step::Parted(keys) => {
            let is_parted = tokens.get(at).is_some_and(|token| parts(token.gap) && !token.gap.ends());
            is_parted && keys.contains(&tokens[at].word) && ahead(rest, tokens, at + 1)
        }
        Step::Any => {
            let reach = at..tokens.len().min(at + FARTHEST);
            reach.take_while(|&next| !tokens[next].gap.ends()).any(|next| ahead(rest, tokens, next))
        }
    }
}

/// The token that the steps lead back to from before `end`, and no further than to `start`.
fn back(steps: &[Step], tokens: &[Token], end: usize, start: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(end) };
    match step {
        Step::Word(keys) | Step::Parted(keys) => {
            let at = end.checked_sub(1).filter(|&at| at >= start)?;
            if matches!(step, Step::Parted(_)) && !parts(tokens[at].gap) {
                return None;
            }
            let is_near = tokens.get(end).is_none_or(|next| next.gap.ends_no_clause());
            (is_near && keys.contains(&tokens[at].word)).then(|| back(rest, tokens, at, start))?
        }
        Step::Any => (end.saturating_sub(FARTHEST).max(start)..=end).rev().find_map(|at| back(rest, tokens, at, start)),
    }
}

fn parts(gap: Gap) -> bool {
    gap.has(Gap::COMMA) || gap.has(Gap::DASH) || gap.has(Gap::OPENS_PARENTHESIS) || gap.has(Gap::COLON)
}

/// Whether a clause goes on: behind marks, or behind what stood in parentheses.
pub(super) fn goes_on(gap: Gap) -> bool {
    gap.ends_no_clause() || gap == Gap::CLOSES_PARENTHESIS
}

/// Whether the word before is a letter with a full stop: `d. h.`
fn is_letter(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].span.len() <= 2
}
