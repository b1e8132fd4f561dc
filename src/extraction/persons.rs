//! Persons among the names in capitals: told by an office before or behind the name, by a given name, by what only persons
//! do.

use super::capitals::{is_kind, kind_of};
use super::lexicon::{Class, set};
use super::tokens::{Case, Gap, Token};
use super::wording::{A, AN, SPEAKING, THE};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// What somebody may be, beside the ranks that stand before names.
const OFFICES: &str = "head spokesman spokeswoman spokesperson member founder cofounder author coauthor owner editor manager \
    administrator curator inventor widow daughter aide adviser advisor";
/// Ranks that name other things as often.
const OTHER_THINGS: &str = "justice vice general major chair judge saint";
/// What only one person can be, so that an article before it may be that of an apposition.
const CALLINGS: &str = "lawyer attorney teacher farmer painter poet writer nurse student composer singer actor actress \
    scientist chemist mathematician linguist sociologist anthropologist astronomer surgeon diplomat politician statesman \
    spokesman spokeswoman spokesperson columnist reporter analyst activist retiree widow";
/// What may stand between a comma and an office.
const ASIDE: &str = "then now former acting deputy vice general chief senior executive first second longtime current late \
    foreign prime";
/// What holds many offices at once: `members of the Council Ann Lee and Tom Berg`.
const HOLDERS: &str =
    "members leaders heads representatives officials secretaries ministers presidents chairmen directors";
/// Behind what the proper name of a state is one word: `Kingdom of Norway`.
const STATES: &str = "republic kingdom federation state commonwealth duchy principality emirate sultanate";
/// What only persons do, behind their names.
const LIVING: &str = "died born married taught retired thinks";
/// What a place or a thing is that was given somebody's name.
const NAMESAKES: &str = "street road avenue lane square river lake bay island islands mount mountain valley county city town \
    station bridge house hall school hospital college garden gardens park day prize award project plan company test \
    tower gate harbour harbor airport hotel museum library cup sea strait act peninsula desert war cathedral chapel conquest \
    memorial state fir observer times post theatre theater dam creek falls canyon codex building centre center foundation";

macro_rules! words {
    ($($name:ident = $list:ident;)+) => {
        $(static $name: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set($list));)+
    };
}
words! {
    IS_OFFICE = OFFICES; IS_CALLING = CALLINGS; IS_ASIDE = ASIDE; HOLD = HOLDERS; IS_STATE = STATES; LIVE = LIVING;
    IS_NAMESAKE = NAMESAKES; NO_OFFICE = OTHER_THINGS;
}

/// Words of a person's name, at most, and where only a given name, an age or what follows tells it.
const LONGEST: usize = 4;
const LONGEST_BARE: usize = 3;
/// Words between a comma and an office, at most.
const MOST_ASIDE: usize = 3;
/// Digits of an age.
const AGE: usize = 2;

/// A person's name at the end of a run of capitals.
pub(super) struct Person {
    pub start: usize,
    /// Whether the words before it say what office the person holds, and in what: `Warden of the Ports Ann Lee`.
    pub is_introduced: bool,
}

/// The person whose name ends a run of capitals.
pub(super) fn person(tokens: &[Token], run: &Range<usize>) -> Option<Person> {
    if let Some(start) = officer(tokens, run) {
        return Some(Person { start, is_introduced: true });
    }
    let rank = run.clone().rev().find(|&i| tokens[i].class == Class::Rank);
    let start = rank.map_or(run.start, |rank| rank + 1);
    let own = start..run.end;
    if !(1..=LONGEST).contains(&own.len()) || !tokens[own.clone()].iter().all(is_part) {
        return None;
    }
    let before = run.start.checked_sub(1).filter(|_| tokens[run.start].gap.joins()).map(|i| &tokens[i]);
    let is_ranked = rank.is_some() || before.is_some_and(|word| word.class == Class::Rank);
    let is_person = is_ranked || (is_full_name(tokens, &own) && (acts(tokens, own.end) || is_told(tokens, &own)));
    is_person.then_some(Person { start, is_introduced: false })
}

/// Whether a run of capitals is a person's full name, as far as its words tell.
pub(super) fn is_full_name(tokens: &[Token], run: &Range<usize>) -> bool {
    (2..=LONGEST).contains(&run.len())
        && tokens[run.clone()].iter().all(|word| is_part(word) && !word.idea)
        && !IS_NAMESAKE.contains(&tokens[run.end - 1].word)
}

/// Where the person's name begins behind an office and what it is held in.
fn officer(tokens: &[Token], run: &Range<usize>) -> Option<usize> {
    let is_of = |i: usize| tokens.get(i).is_some_and(|word| word.class == Class::Of && word.gap.joins());
    let rank = run.clone().find(|&i| tokens[i].class == Class::Rank && is_of(i + 1));
    let held = rank.map(|rank| rank + 2).or_else(|| is_held_by_many(tokens, run.start).then_some(run.start))?;
    let held = (held..run.end).find(|&i| tokens[i].class != Class::Determiner)?;
    let kind = (held..run.end).rev().find(|&i| kind_of(&tokens[i]).is_some());
    let state = (held + 1..run.end).rev().find(|&i| IS_STATE.contains(&tokens[i - 1].word) && is_of(i));
    let given = (held + 1..run.end).find(|&i| tokens[i].given && is_part(&tokens[i - 1]));
    let start = given.or(kind.map(|kind| kind + 1).max(state.map(|of| of + 2)))?;
    let fits = start <= run.end && (2..=LONGEST_BARE).contains(&(run.end - start));
    (fits && tokens[start..run.end].iter().all(is_part)).then_some(start)
}

/// Whether `members of the` stands before a token.
fn is_held_by_many(tokens: &[Token], at: usize) -> bool {
    let of = (0..at).rev().find(|&i| tokens[i].class != Class::Determiner).filter(|&of| tokens[of].class == Class::Of);
    of.is_some_and(|of| of > 0 && HOLD.contains(&tokens[of - 1].word) && tokens[of..=at].iter().all(|t| t.gap.joins()))
}

/// Whether a word can be part of a person's name.
fn is_part(token: &Token) -> bool {
    matches!(token.class, Class::Content | Class::Either | Class::Verb)
        && token.case == Case::Capital
        && !token.possessive
        && !is_kind(token)
}

/// Whether what stands behind a name is done by persons.
fn acts(tokens: &[Token], end: usize) -> bool {
    let lives = |next: &Token| LIVE.contains(&next.word) && (next.gap.joins() || next.gap.has(Gap::OPENS_PARENTHESIS));
    tokens.get(end).is_some_and(|next| (next.gap.joins() && SPEAKING.contains(&next.word)) || lives(next))
}

/// Whether a given name at its beginning, an age or an office behind it tells that a name is a person's.
fn is_told(tokens: &[Token], own: &Range<usize>) -> bool {
    let is_age = |next: &Token| next.gap.is_comma() && next.class == Class::Number && next.span.len() == AGE;
    let closes = |at: usize| tokens.get(at).is_none_or(|word| !word.gap.joins());
    let has_age = tokens.get(own.end).is_some_and(is_age) && closes(own.end + 1);
    let is_given = own.len() <= LONGEST_BARE && tokens[own.start].given;
    has_age || is_given || holds_office(tokens, own.end)
}

/// Whether the words from `at` on say, behind a comma, what office somebody holds: `…, Warden of …`, `…, then head of the …`,
/// `…, a lawyer from …`.
pub(super) fn holds_office(tokens: &[Token], at: usize) -> bool {
    let Some(first) = tokens.get(at).filter(|word| word.gap.is_comma_with_marks() || word.gap.has(Gap::DASH)) else {
        return false;
    };
    let article = usize::from([*A, *AN, *THE].contains(&first.word));
    let is_calling = |word: &Token| IS_CALLING.contains(&word.word);
    let is_office =
        |word: &Token| (word.class == Class::Rank && !NO_OFFICE.contains(&word.word)) || IS_OFFICE.contains(&word.word);
    let rest = tokens[at + article..].iter().enumerate().take_while(|(i, word)| word.gap.joins() || i + article == 0);
    let rest = rest.map(|(_, word)| word).take(MOST_ASIDE + 1);
    if article == 1 && first.word != *THE {
        return rest.take_while(|word| word.case == Case::Capital || is_name(word)).any(is_calling);
    }
    let is_aside = |word: &&Token| IS_ASIDE.contains(&word.word) || word.class == Class::Rank;
    let skipped = rest.clone().take_while(is_aside).count();
    let ranks = skipped > 0 && tokens[at + article + skipped - 1].class == Class::Rank;
    let last = at + article + skipped - usize::from(ranks);
    let leads = |word: &Token| word.gap.joins() && word.class == Class::Of;
    let is_held = tokens.get(at + article..=last).is_some_and(|own| own.iter().any(is_office))
        && tokens.get(last + 1).is_some_and(leads);
    // `…, then mayor, …`
    let is_past = skipped > usize::from(ranks) && ranks;
    is_held || (is_past && tokens.get(last + 1).is_none_or(|word| !word.gap.joins()))
}

fn is_name(word: &Token) -> bool {
    matches!(word.class, Class::Content | Class::Weak | Class::Rank)
}
