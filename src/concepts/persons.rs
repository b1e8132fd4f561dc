//! Shorter names of persons: a title or an initial before the last name that only one of them has.

use super::merged::Merged;
use crate::extraction::{Signal, is_rank};
use crate::text::is_womans_name;
use rustc_hash::{FxHashMap, FxHashSet};

/// Titles that anybody may have, those of women and those of men.
const TITLES: [&str; 6] = ["dr", "prof", "professor", "doctor", "judge", "saint"];
const OF_WOMEN: [&str; 8] = ["mrs", "ms", "miss", "lady", "queen", "princess", "congresswoman", "chairwoman"];
const OF_MEN: [&str; 6] = ["mr", "sir", "lord", "king", "prince", "congressman"];

/// Which names are those of a person who has a longer one, by their numbers: `Dr. Lee` and `A. Lee` of `Ann Lee`. A document
/// speaks of both. An office tells two of one name apart: `Governor Lee` is `Ann Lee` where somewhere `Governor Ann Lee`
/// stands, or where she is spoken of more.
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
    let names: FxHashSet<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
    let whose = |(number, (phrase, name)): (usize, &(Merged, String))| {
        let (first, last) = name.rsplit_once(' ').filter(|(first, _)| is_short(first))?;
        let fits = |&&person: &&usize| {
            let (long, full) = &named[person];
            let is_meant = || {
                is_held_by(first, full) && {
                    let is_office = !is_title(first) && !is_initial(first);
                    !is_office
                        || names.contains(format!("{first} {full}").as_str())
                        || long.tally.count() >= phrase.tally.count()
                }
            };
            person != number && phrase.shares_document(long) && is_meant()
        };
        let mut persons = by_last.get(last)?.iter().filter(fits);
        let only = persons.next().filter(|_| persons.next().is_none())?;
        Some((number, *only))
    };
    named.iter().enumerate().filter_map(whose).collect()
}

/// Whether an initial or a title can be that of a person with this full name.
fn is_held_by(first: &str, full: &str) -> bool {
    if is_initial(first) {
        return full.starts_with(first.trim_end_matches('.'));
    }
    let is_woman = full.split(' ').next().and_then(is_womans_name);
    let has = |titles: &[&str]| titles.contains(&bare(first).as_str());
    !(has(&OF_WOMEN) && is_woman == Some(false) || has(&OF_MEN) && is_woman == Some(true))
}

fn bare(first: &str) -> String {
    first.trim_end_matches('.').to_lowercase()
}

fn is_title(first: &str) -> bool {
    [&TITLES[..], &OF_WOMEN, &OF_MEN].iter().any(|titles| titles.contains(&bare(first).as_str()))
}

fn is_initial(first: &str) -> bool {
    let bare = first.trim_end_matches('.');
    bare.chars().count() == 1 && bare.chars().all(char::is_uppercase)
}

/// Whether what stands before a last name are titles and offices, or an initial.
fn is_short(first: &str) -> bool {
    is_initial(first) || first.split(' ').all(|word| is_rank(&bare(word)))
}
