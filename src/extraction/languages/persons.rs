//! Persons in texts of these languages: told by an office before their full names, or by a verb of saying beside them.

use super::super::tokens::{Case, Gap, Token};
use super::{Classes, Language};
use std::ops::Range;

/// Words of a full name.
const FULL: std::ops::RangeInclusive<usize> = 2..=4;
/// Words between an office and the name of who holds it, at most: `le président de la Confédération, Marcel Auvergnat`.
const FARTHEST: usize = 7;

/// The names of persons among the tokens of a block, in order.
pub(super) fn persons(language: &Language, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = end_of_name(language, tokens, at);
        let name = at..end;
        if FULL.contains(&name.len()) && is_person(language, tokens, &name) {
            all.push(name);
        }
        at = end.max(at + 1);
    }
    all
}

/// Where the words with a capital end that begin at a token, none of them an office.
fn end_of_name(language: &Language, tokens: &[Token], at: usize) -> usize {
    let is_part = |i: usize| {
        let class = language.class(&tokens[i]);
        let joins = i == at || tokens[i].gap.joins();
        joins && tokens[i].case == Case::Capital && !language.is_closed(&tokens[i]) && !class.has(Classes::TITLE)
    };
    (at..tokens.len()).find(|&i| !is_part(i)).unwrap_or(tokens.len())
}

fn is_person(language: &Language, tokens: &[Token], name: &Range<usize>) -> bool {
    let has = |i: usize, class: Classes| language.class(&tokens[i]).has(class);
    let Some(before) = name.start.checked_sub(1).filter(|_| !tokens[name.start].gap.ends()) else {
        return says(language, tokens, name.end);
    };
    let gap = tokens[name.start].gap;
    if gap.joins() && (has(before, Classes::TITLE) || has(before, Classes::SAYING)) {
        return true;
    }
    // `…, Marcel Auvergnat, a signé …`, `Президент компании Игорь Лазарев`
    let is_aside = gap.is_comma() && tokens.get(name.end).is_none_or(|next| !next.gap.joins());
    let is_behind = gap.joins() && !language.articles && !language.is_closed(&tokens[before]);
    let reach = if is_behind { 2 } else { FARTHEST };
    let goes_on = |&i: &usize| tokens[i + 1].gap.joins() || i == before;
    let mut office = (name.start.saturating_sub(reach)..name.start).rev().take_while(goes_on);
    ((is_aside || is_behind) && office.any(|i| has(i, Classes::TITLE))) || says(language, tokens, name.end)
}

/// Whether a verb of saying stands at a token: `Paul Brenneke sagte`, `Antoine Ferrand a déclaré`.
fn says(language: &Language, tokens: &[Token], at: usize) -> bool {
    let is_near = |word: &&Token| word.gap.joins() && !word.gap.has(Gap::HYPHEN);
    let clause = tokens[at..].iter().take_while(is_near);
    let auxiliary = tokens.get(at).is_some_and(|word| language.is_closed(word));
    clause.take(1 + usize::from(auxiliary)).any(|word| language.class(word).has(Classes::SAYING))
}
