//! Where names may stand: runs of nouns and their adjectives, and what `of` and `and` make of several.

use super::lexicon::Class;
use super::roles::Role;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::{CALLED_SO, SO};
use crate::text::key;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// More words than these name nothing.
pub(super) const LONGEST: usize = 14;
/// A run of so many nouns is taken apart from both ends only.
const LONGEST_RUN: usize = 6;

/// Items of a list that are looked at.
const MOST_LISTED: usize = 8;

/// Determiners that can stand inside a name.
static INNER: LazyLock<FxHashSet<u64>> = LazyLock::new(|| ["the", "a", "an", "each"].map(key).into_iter().collect());

static BUT: LazyLock<u64> = LazyLock::new(|| key("but"));
static THE: LazyLock<u64> = LazyLock::new(|| key("the"));
static IN: LazyLock<u64> = LazyLock::new(|| key("in"));
static ORDER: LazyLock<u64> = LazyLock::new(|| key("order"));
static A: LazyLock<u64> = LazyLock::new(|| key("a"));
static AN: LazyLock<u64> = LazyLock::new(|| key("an"));

/// So can these behind `of` and other prepositions: `peace with all neighbours`.
static INNER_QUANTIFIERS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ["all", "other", "any"].map(key).into_iter().collect());

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
    /// A comma between the adjectives of one noun, or between names behind one cue noun.
    Comma,
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

    /// Whether the runs `runs` begin or end within a list.
    pub fn splits_series(&self, runs: Range<usize>) -> bool {
        let is_comma = |at: Option<usize>| at.and_then(|at| self.links.get(at)) == Some(&Link::Comma);
        is_comma(runs.start.checked_sub(1)) || is_comma(Some(runs.end - 1))
    }

    /// Whether the runs `runs` are two that `and` joins to one item of a list, as the list goes on behind them or has another
    /// such item before them: `the principles of thrift and trust, corn and salt`.
    pub fn is_item(&self, runs: Range<usize>) -> bool {
        let link = |at: usize| self.links.get(at).copied();
        let is_pair = runs.len() == 2 && link(runs.start) == Some(Link::And);
        let behind_pair = || {
            let before = runs.start.checked_sub(2)?;
            Some(link(before) == Some(Link::And) && link(before + 1) == Some(Link::Comma))
        };
        is_pair && (link(runs.end - 1) == Some(Link::Comma) || behind_pair() == Some(true))
    }

    /// The items of the list among the runs `runs`, if commas part them: one run, or two that `and` joins.
    pub fn items(&self, runs: Range<usize>, mut each: impl FnMut(Range<usize>)) {
        let Some(last) = runs.end.checked_sub(1).filter(|&last| last > runs.start) else { return };
        if !self.links[runs.start..last].contains(&Link::Comma) {
            return;
        }
        let begin = runs.start + usize::from(self.links[runs.start] == Link::Of);
        let mut first = begin;
        for run in begin..=last {
            if run == last || self.links[run] == Link::Comma {
                each(self.tokens(first..run + 1));
                first = run + 1;
            }
        }
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
        while let Some((link, run)) = linked(tokens, roles, &chain) {
            at = run.end;
            chain.links.push(link);
            chain.runs.push(run);
        }
        each(&chain);
    }
}

/// The run of nouns that begins at a token.
fn run_at(tokens: &[Token], roles: &[Role], at: usize) -> Option<Range<usize>> {
    // `the so-called white levy`
    let called = tokens.get(at + 1).filter(|word| tokens[at].word == *SO && word.word == *CALLED_SO);
    if called.is_some_and(|word| word.gap.has(Gap::HYPHEN)) {
        return run_at(tokens, roles, at + 2);
    }
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

/// The run that `of`, `for`, `and` or a comma joins to the end of a chain.
fn linked(tokens: &[Token], roles: &[Role], chain: &Chain) -> Option<(Link, Range<usize>)> {
    let at = chain.whole().end;
    let word = tokens.get(at)?;
    if word.gap.is_comma() {
        return listed(tokens, roles, chain).map(|run| (Link::Comma, run));
    }
    if !word.gap.joins() {
        return None;
    }
    let link = match roles[at] {
        Role::Of => Link::Of,
        Role::And => Link::And,
        Role::Break if matches!(word.class, Class::Preposition | Class::To) && JOINING.contains(&word.word) => {
            Link::With
        }
        // `a short but decisive campaign`
        Role::Break if word.word == *BUT && is_one_word(tokens, chain.runs.last()?) => Link::And,
        _ => return None,
    };
    let mut next = at + 1;
    let joined = |next: usize| tokens.get(next).is_some_and(|token| token.gap.joins());
    // `of their fellows` ends a name, `of each other` does not; `between the guild and the council` is one.
    let is_inner = |word: u64| match link {
        Link::And => word == *THE && has_article(tokens, chain),
        _ => INNER.contains(&word) || INNER_QUANTIFIERS.contains(&word),
    };
    while next <= at + 2 && joined(next) && is_inner(tokens[next].word) {
        next += 1;
    }
    let is_but = word.word == *BUT;
    // `in order to`
    let is_order = || {
        word.word == *IN && tokens[next].word == *ORDER && tokens.get(next + 1).is_some_and(|t| t.class == Class::To)
    };
    if !joined(next)
        || is_order()
        || (link != Link::Of && roles[next] == Role::Gerund)
        || (word.class == Class::Stop && !is_but)
    {
        return None;
    }
    run_at(tokens, roles, next).filter(|run| !is_but || !is_one_word(tokens, run)).map(|run| (link, run))
}

/// Whether the last run of a chain stands behind a preposition and `the`.
fn has_article(tokens: &[Token], chain: &Chain) -> bool {
    let is_led_to = matches!(chain.links.last(), Some(Link::Of | Link::With));
    is_led_to && chain.runs.last().is_some_and(|run| tokens[run.start - 1].word == *THE)
}

/// The run behind the comma at the end of a chain, where the comma stands between the adjectives of one noun (`a free,
/// open and lasting union`), or in a list that stands behind a cue noun whole (`the principles of trust, thrift and
/// honest work`).
fn listed(tokens: &[Token], roles: &[Role], chain: &Chain) -> Option<Range<usize>> {
    let last = chain.runs.last()?;
    let item = |at: usize| {
        let start = if roles.get(at) == Some(&Role::And) { at + 1 } else { at };
        let joins = start == at || tokens.get(start).is_some_and(|token| token.gap.joins());
        run_at(tokens, roles, start).filter(|_| joins)
    };
    let first = tokens.get(last.end).and_then(|_| item(last.end))?;
    let is_behind_cue = chain.links.first() == Some(&Link::Of) && tokens[chain.runs[0].end - 1].class == Class::Cue;
    let article = last.start.checked_sub(1).filter(|_| tokens[last.start].gap.joins());
    let is_described = article.is_some_and(|i| [*A, *AN].contains(&tokens[i].word));
    let adjective = &tokens[last.end - 1];
    let is_adjective = is_one_word(tokens, last)
        && (adjective.ending == Ending::Adjective
            || adjective.class == Class::Weak
            || is_described
            || chain.links.last() == Some(&Link::Comma));
    let (mut run, mut with_and) = (first.clone(), roles[last.end] == Role::And);
    for _ in 0..MOST_LISTED {
        let Some(next) = tokens.get(run.end) else { break };
        let is_and = roles[run.end] == Role::And;
        if is_adjective && !is_one_word(tokens, &run) && with_and {
            return Some(first);
        }
        if !(next.gap.is_comma() || (next.gap.joins() && is_and)) {
            break;
        }
        let Some(next) = item(run.end) else { break };
        with_and |= is_and;
        run = next;
    }
    let ends_well = with_and && (is_behind_cue || (is_adjective && !is_one_word(tokens, &run)));
    ends_well.then_some(first)
}

/// Whether a run is one word, or one of several parts with hyphens.
pub(super) fn is_one_word(tokens: &[Token], run: &Range<usize>) -> bool {
    tokens[run.start + 1..run.end].iter().all(|token| token.gap.has(Gap::HYPHEN))
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
