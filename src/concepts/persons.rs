//! Shorter names of persons: a title or an initial before the last name that only one of them has.

use super::merged::Merged;
use crate::extraction::{Signal, is_rank};
use rustc_hash::FxHashMap;

/// Which names are those of a person who has a longer one, by their numbers: `Dr. Lee` and `A. Lee` of `Ann Lee`.
pub(super) fn shorter(named: &[(Merged, String)]) -> Vec<(usize, usize)> {
    let mut by_last: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, (phrase, name)) in named.iter().enumerate() {
        if phrase.tally.signals.has(Signal::Person)
            && let Some((given, last)) = name.rsplit_once(' ')
            && !is_short(given)
        {
            by_last.entry(last).or_default().push(number);
        }
    }
    let whose = |(number, (_, name)): (usize, &(Merged, String))| {
        let (first, last) = name.split_once(' ').filter(|(first, _)| is_short(first))?;
        let initial = first.trim_end_matches('.');
        let fits = |&&person: &&usize| initial.chars().count() > 1 || named[person].1.starts_with(initial);
        let mut persons = by_last.get(last)?.iter().filter(fits);
        let only = persons.next().filter(|_| persons.next().is_none())?;
        (*only != number).then_some((number, *only))
    };
    named.iter().enumerate().filter_map(whose).collect()
}

/// Whether a word before a last name is a title or an initial.
fn is_short(first: &str) -> bool {
    let bare = first.trim_end_matches('.');
    let is_initial = bare.chars().count() == 1 && bare.chars().all(char::is_uppercase);
    is_initial || is_rank(&bare.to_lowercase())
}
