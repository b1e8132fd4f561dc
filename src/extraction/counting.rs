//! What a numeral counts, where a sentence names each of it: `the two ports of Norden and Sunden`, `the two ports, Norden and
//! Sunden, …`.

use super::definitions::Found;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::phrases::{Chain, Link};
use super::tokens::{Case, Token};
use super::wording::FEW;

/// Words of what others of a kind are called, at most: `and other Liberal parties`.
const LONGEST_KIND: usize = 3;

/// What a chain counts, and its items, if as many names in capitals are joined to it by `of`.
pub(super) fn counted(tokens: &[Token], chain: &Chain, each: &mut impl FnMut(Found)) {
    let Some(count) = FEW.get(&tokens[chain.runs[0].start].word).copied() else { return };
    let is_list = chain.links.first() == Some(&Link::Of)
        && chain.links[1..].iter().all(|link| matches!(link, Link::And | Link::Comma));
    let is_name = |run: &std::ops::Range<usize>| tokens[run.start].case != Case::Lower;
    let items = 1..chain.runs.len();
    if !is_list || items.len() != count || !chain.runs[items.clone()].iter().all(is_name) {
        return;
    }
    each(Found { runs: 0..1, pattern: Pattern::Apposition });
    each(Found { runs: 0..chain.runs.len(), pattern: Pattern::Apposition });
    items.for_each(|item| each(Found { runs: item..item + 1, pattern: Pattern::Part }));
}

/// What `and other …` behind a name says of it: it is one of those.
pub(super) fn one_of_others(tokens: &[Token], chain: &Chain, end: usize, each: &mut impl FnMut(Found)) {
    let Some([and, other, kind]) = tokens.get(end..end + 3) else { return };
    let is_kind = matches!(kind.class, Class::Content | Class::Cue | Class::Weak | Class::Rank | Class::Either);
    let leads = and.class == Class::And && and.gap.joins() && other.word == *super::wording::OTHER;
    if leads && other.gap.joins() && kind.gap.joins() && is_kind {
        let last = chain.runs.len() - 1;
        let is_name = tokens[chain.runs[last].start].case != Case::Lower && chain.runs[last].len() > 1;
        let pattern = if is_name { Pattern::Apposition } else { Pattern::Part };
        // `the Party of Lower Saxony and other parties`: it is the party that is one of them.
        let mut heads: Vec<u64> = chain.runs[..last].iter().map(|run| tokens[run.end - 1].stem).collect();
        heads.extend(governor(tokens, chain.runs[0].start).map(|noun| noun.stem));
        let kinds = tokens[end + 2..].iter().take_while(|token| token.gap.joins()).take(LONGEST_KIND);
        if !kinds.into_iter().any(|kind| heads.contains(&kind.stem)) {
            each(Found { runs: last..last + 1, pattern });
        }
        if last > 0 && chain.links.iter().all(|&link| link == Link::Of) {
            each(Found { runs: 0..last + 1, pattern });
        }
    }
}

/// The noun to which `of` joins what begins at `start`: `Party`, of `the Party of the Rhine`.
fn governor(tokens: &[Token], start: usize) -> Option<&Token> {
    let before = start - usize::from(start > 0 && tokens[start - 1].class == Class::Determiner);
    let of = before.checked_sub(1).filter(|&at| tokens[at].class == Class::Of)?;
    tokens.get(of.checked_sub(1)?)
}
