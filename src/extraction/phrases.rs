//! Where names may stand: runs of nouns and their adjectives, and what `of` and `and` make of several.

use super::lexicon::Class;
use super::roles::Role;
use super::tokens::{Case, Gap, Token};
use crate::text::key;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// More words than these name nothing.
pub(super) const LONGEST: usize = 14;
/// A run of so many nouns is taken apart from both ends only.
const LONGEST_RUN: usize = 6;

/// Prepositions that can stand inside a name.
static JOINING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    ["on", "between", "with", "among", "against", "to", "toward", "towards", "in"].map(key).into_iter().collect()
});

/// How two runs are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Of,
    And,
    /// Another preposition: `between`, `on`, `with`.
    With,
}

/// Runs that are joined to one phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    /// The tokens of each run.
    pub runs: Vec<Range<usize>>,
    /// How each is joined to the next.
    pub links: Vec<Link>,
}

impl Chain {
    /// The tokens of the runs `runs` with what stands between them.
    pub fn tokens(&self, runs: Range<usize>) -> Range<usize> {
        self.runs[runs.start].start..self.runs[runs.end - 1].end
    }

    /// All tokens.
    pub fn whole(&self) -> Range<usize> {
        self.tokens(0..self.runs.len())
    }
}

/// The chains of a block, in order.
pub(super) fn chains(tokens: &[Token], roles: &[Role], mut each: impl FnMut(&Chain)) {
    let mut at = 0;
    let mut chain = Chain::default();
    while at < tokens.len() {
        let Some(run) = run_at(tokens, roles, at) else {
            at += 1;
            continue;
        };
        chain.runs.clear();
        chain.links.clear();
        at = run.end;
        chain.runs.push(run);
        while let Some((link, run)) = linked(tokens, roles, at) {
            at = run.end;
            chain.links.push(link);
            chain.runs.push(run);
        }
        each(&chain);
    }
}

/// The run of nouns that begins at a token.
fn run_at(tokens: &[Token], roles: &[Role], at: usize) -> Option<Range<usize>> {
    let mut end = at;
    while end < tokens.len() && end - at < LONGEST && (end == at || tokens[end].gap.joins()) {
        let next = roles.get(end + 1).filter(|_| tokens[end + 1].gap.joins());
        match roles[end] {
            Role::Name => {}
            Role::Number if next == Some(&Role::Name) || (end > at && next != Some(&Role::Number)) => {}
            // `emerging markets` may be a name as well as a deed.
            Role::Gerund if end == at && next == Some(&Role::Name) => {}
            Role::Gerund if end > at && next == Some(&Role::Name) && tokens[end - 1].class != Class::Verb => break,
            _ => break,
        }
        end += 1;
        if tokens[end - 1].possessive && roles.get(end).is_none_or(|role| !matches!(role, Role::Name | Role::Number)) {
            break;
        }
    }
    while end > at && roles[end - 1] == Role::Number && tokens[end - 1].case == Case::Lower && end - at < 2 {
        end -= 1;
    }
    (end > at).then_some(at..end)
}

/// The run that `of`, `for` or `and` joins to what ends before a token.
fn linked(tokens: &[Token], roles: &[Role], at: usize) -> Option<(Link, Range<usize>)> {
    let word = tokens.get(at).filter(|word| word.gap.joins())?;
    let link = match roles[at] {
        Role::Of => Link::Of,
        Role::And => Link::And,
        Role::Break if matches!(word.class, Class::Preposition | Class::To) && JOINING.contains(&word.word) => {
            Link::With
        }
        _ => return None,
    };
    let mut next = at + 1;
    let joined = |next: usize| tokens.get(next).is_some_and(|token| token.gap.joins());
    if joined(next) && roles[next] == Role::Determiner && link != Link::And {
        next += 1;
    }
    if !joined(next) || (link != Link::Of && roles[next] == Role::Gerund) || word.class == Class::Stop {
        return None;
    }
    run_at(tokens, roles, next).map(|run| (link, run))
}

/// The shorter runs in a run that may be names themselves: all of a short one, beginnings and ends of a long one. What a
/// hyphen joins stays together.
pub(super) fn parts(tokens: &[Token], run: &Range<usize>, mut each: impl FnMut(Range<usize>)) {
    let is_edge = |at: usize| at >= run.end || !tokens[at].gap.has(Gap::HYPHEN);
    for start in run.clone().filter(|&start| is_edge(start)) {
        let ends =
            if run.len() > LONGEST_RUN && start > run.start { run.end..run.end + 1 } else { start + 1..run.end + 1 };
        for end in ends.filter(|&end| is_edge(end) && end - start < run.len()) {
            each(start..end);
        }
    }
}
