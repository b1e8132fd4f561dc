//! What a numeral counts, where a sentence names each of it: `the two ports of Norden and Sunden`, `the two ports, Norden and
//! Sunden, …`.

use super::definitions::Found;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::phrases::{Chain, Link};
use super::tokens::{Case, Token};
use super::wording::FEW;

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
        each(Found { runs: last..last + 1, pattern });
        if last > 0 && chain.links.iter().all(|&link| link == Link::Of) {
            each(Found { runs: 0..last + 1, pattern });
        }
    }
}
