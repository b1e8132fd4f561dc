//! What stands right beside a name and says what it is: between commas, dashes or parentheses, behind a colon.

use super::blocks::beginning;
use super::capitals::kind_of;
use super::clauses::{
    LONGEST_INSERTION, begins_relative, has_relative_pronoun, is_participle, is_qualified, opens_sentence,
};
use super::complements::is_no_kind;
use super::lexicon::{Class, set};
use super::persons::holds_office;
use super::phrases::Chain;
use super::restated::is_noun_phrase;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::*;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Labels of what is said by the way.
static NOTES: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| set("note notes source sources tip warning caution hint default example remark see"));

/// Words of an apposition that are looked at for the name it stands behind, at most.
const LONGEST_REPEATED: usize = 4;
/// Words of `the second kind of gate`, at most.
const LONGEST_KIND: usize = 5;
/// Digits of a year.
const YEAR: usize = 4;

/// Whether a word is an article.
fn is_article(word: &Token) -> bool {
    [*A, *AN, *THE].contains(&word.word)
}

/// Whether a word may be a noun, or an adjective before one.
fn is_noun(word: &Token) -> bool {
    matches!(word.class, Class::Content | Class::Cue | Class::Weak | Class::Rank | Class::Either)
}

/// Whether what stands before the token `at` is said to be something right behind it: `…, a town of …`, `… – the town of …`,
/// `…, Warden of …`. The items of a list are not.
pub(super) fn begins_apposition(tokens: &[Token], at: usize) -> bool {
    let [Some(first), Some(second)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let is_dash = first.gap.has(Gap::DASH) || first.gap == Gap::HYPHEN;
    // The second of two dashes ends what stands between them.
    let dashes = || tokens[beginning(tokens, at)..=at].iter().filter(|word| word.gap.has(Gap::DASH)).count();
    let is_parted = first.gap.is_comma_with_marks() || (is_dash && dashes() != 2);
    let is_office = holds_office(tokens, at) && at > 0 && kind_of(&tokens[at - 1]).is_none();
    let is_kind = [*A, *AN].contains(&first.word) || (is_dash && first.word == *THE);
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|word| word.gap.ends_no_clause());
    // `…, an officer said`
    let acts = |word: &Token| SPEAKING.contains(&word.word) || matches!(word.class, Class::Be | Class::Auxiliary);
    let opens_relative = |word: &&Token| word.word == *THAT || word.word == *WHO || word.class == Class::Stop;
    let is_clause = inside.clone().take_while(|word| !opens_relative(word)).any(acts);
    is_parted
        && !(is_clause && is_kind)
        && !is_no_kind(tokens, at)
        && second.gap.ends_no_clause()
        && !repeats(tokens, at)
        && (is_office || (is_kind && inside.count() < LONGEST_INSERTION && !is_listed(tokens, at)))
}

/// Whether what stands behind a name has the name's last word again: `a new gate, a better gate for …`.
pub(super) fn repeats(tokens: &[Token], at: usize) -> bool {
    let Some(own) = at.checked_sub(1).map(|i| tokens[i].stem) else { return false };
    let inside = tokens[at + 1..].iter().take(LONGEST_REPEATED).take_while(|word| word.gap.joins());
    inside.into_iter().any(|word| word.stem == own)
}

/// Whether parentheses, or `or` and commas, say behind a name what it is: `free passage (a pass without toll)`.
pub(super) fn is_glossed(tokens: &[Token], at: usize) -> bool {
    let Some([first, second, third]) = tokens.get(at..at + 3) else { return false };
    let inside = |word: &Token| word.gap.joins();
    // `plain boats (boats that …)`
    let is_kind = is_article(first) || ([*THAT, *WHICH].contains(&second.word) && begins_relative(tokens, at + 1));
    let in_parentheses = first.gap.has(Gap::OPENS_PARENTHESIS) && is_kind && inside(second) && inside(third);
    // `the toll (the wardens were asleep)`
    let is_gloss = || {
        is_noun_phrase(tokens, at) && !is_no_kind(tokens, at) && (!repeats(tokens, at) || is_qualified(tokens, at - 1))
    };
    let is_one = !first.gap.has(Gap::COMMA) && !first.gap.has(Gap::CLOSES_PARENTHESIS);
    let in_parentheses = in_parentheses && is_one && (!is_article(first) || is_gloss());
    let is_spelt = first.gap.has(Gap::OPENS_PARENTHESIS) && first.word == *NAMELY;
    let is_or = first.gap.is_comma() && first.word == *OR && is_article(second) && inside(second) && inside(third);
    let is_or = is_or && is_same_kind(tokens, at);
    // `…, in the sense of …`
    let is_sense = first.word == *IN && second.word == *THE && third.word == *SENSE && inside(second) && inside(third);
    in_parentheses || is_spelt || is_or || is_sense
}

/// Whether the noun behind the `or` at a token may be another name of the one before it: both have the same article, or one of them
/// has none, or more is said of the second. `The reeve, or a clerk, …` tells of two, and so does `the reeve, or Ann’s clerk`.
fn is_same_kind(tokens: &[Token], or: usize) -> bool {
    let inside = tokens[or + 1..].iter().take(LONGEST_INSERTION).take_while(|word| word.gap.ends_no_clause());
    let (mut own, mut first) = (None, or);
    while first > 0 && tokens[first].gap.ends_no_clause() | (first == or) && is_noun(&tokens[first - 1]) {
        first -= 1;
    }
    if first > 0 && tokens[first].gap.ends_no_clause() {
        own = Some(&tokens[first - 1]).filter(|word| word.class == Class::Determiner);
    }
    let Some(other) = tokens.get(or + 1) else { return false };
    // `…, or a tax on salt, …`
    let is_described = || {
        let end = or + 1 + inside.clone().count();
        end > or + 3
            && tokens.get(end).is_some_and(|word| word.gap.has(Gap::COMMA))
            && !inside.clone().take_while(|word| ![*THAT, *WHICH, *WHO].contains(&word.word)).any(Token::acts)
    };
    let same = match own {
        Some(own) if other.class == Class::Determiner => {
            is_article(own) && is_article(other) && ((own.word == *THE) == (other.word == *THE) || is_described())
        }
        Some(own) => is_article(own) && is_noun(other),
        None => is_article(other) || is_noun(other),
    };
    same && !inside.into_iter().any(|word| word.possessive)
}

/// Whether `or` and commas give what opens a sentence another name: `Free passage, or a pass without toll, is …`; or give the
/// chain for a name to what opens it: `The right to pass without toll, or free passage, is …`.
pub(super) fn is_other_name(tokens: &[Token], chain: &Chain, start: usize) -> bool {
    let is_or = |i: usize| tokens.get(i).is_some_and(|word| word.word == *OR && word.gap.is_comma());
    let (own, end) = (&chain.runs[0], chain.whole().end);
    let acts = |i: usize| tokens.get(i).is_some_and(|word| word.gap.is_comma() && word.acts());
    let inside = |from: usize, to: usize| !tokens[from..to].iter().any(|word| word.gap.is_comma() || word.acts());
    if is_or(own.end) && opens_sentence(tokens, own.start, start) {
        let verb = (own.end + 1..tokens.len()).take(LONGEST_INSERTION).find(|&i| !tokens[i].gap.ends_no_clause());
        return is_same_kind(tokens, own.end) && verb.is_some_and(|verb| acts(verb) && inside(own.end + 1, verb));
    }
    let or = own.start.checked_sub(1).filter(|&or| or > start + 1 && or - start <= LONGEST_INSERTION && is_or(or));
    let says_what =
        |or: usize| tokens[start].class == Class::Determiner && inside(start + 1, or) && is_same_kind(tokens, or);
    chain.runs.len() == 1 && acts(end) && or.is_some_and(says_what)
}

/// Whether a name stands behind what says which of several it is, and the sentence goes on with the name: `The first kind, lee
/// passage, is …`, `The second kind, weather passage (WP) is …`.
pub(super) fn is_named_first(tokens: &[Token], at: usize, start: usize) -> bool {
    let kind = &tokens[start..at.max(start)];
    let counts = |word: &Token| word.ordinal || [*ONE, *ANOTHER, *OTHER].contains(&word.word);
    let is_plain = |word: &Token| {
        matches!(word.class, Class::Determiner | Class::Content | Class::Cue | Class::Weak | Class::Of | Class::Number)
            || counts(word)
    };
    (2..=LONGEST_KIND).contains(&kind.len())
        && tokens[at].gap.is_comma()
        && kind[1..].iter().all(|word| word.gap.joins())
        && kind.iter().all(is_plain)
        && kind.iter().take(2).any(counts)
}

/// Whether what stands before the token `at` is said to be something, or to have another name, in passing: `the toll, being a …`,
/// `the toll (also known as salt money)`.
pub(super) fn is_known_as(tokens: &[Token], at: usize) -> bool {
    let Some([first, rest @ ..]) = tokens.get(at..) else { return false };
    let is_aside = first.gap.has(Gap::OPENS_PARENTHESIS) || first.gap.is_comma();
    let is_being = first.word == *BEING && is_aside;
    let is_kind = rest.first().is_some_and(|word| [*A, *AN].contains(&word.word) && word.gap.joins());
    let skipped = usize::from(first.word == *ALSO);
    let is_known = tokens.get(at + skipped).is_some_and(|word| word.word == *KNOWN || CALLED.contains(&word.word));
    let is_as = || tokens.get(at + skipped + 1).is_some_and(|word| word.word == *AS || word.gap.has(Gap::OPENS));
    // `also called at the port`
    let is_named = || skipped > 0 && tokens.get(at + skipped + 1).is_some_and(|word| word.class != Class::Preposition);
    (is_being && is_kind) || (is_aside && is_known && (is_as() || is_named()))
}

/// Whether what a colon follows, before the token `at`, leads to a list or to what it means. An address does not (`say to
/// the Senate: …`), nor does what stands behind a preposition, unless it names a kind (`of these rules: …`); and a clause of
/// somebody's (`…: I know …`) is none.
pub(super) fn leads_to_list(tokens: &[Token], at: usize) -> bool {
    let head = &tokens[at - 1];
    let start = beginning(tokens, at - 1);
    let may_lead = |word: &Token| matches!(word.class, Class::Content | Class::Cue | Class::Rank | Class::Either);
    let first = (start..at).rev().take_while(|&i| may_lead(&tokens[i]) && (i + 1 == at || tokens[i + 1].gap.joins()));
    let first = first.last().unwrap_or(at - 1);
    let leads = |word: &Token| matches!(word.class, Class::Determiner | Class::Weak);
    let outer = (start..first).rev().find(|&i| !leads(&tokens[i])).map(|i| &tokens[i]);
    let is_joined = (first.saturating_sub(1)..=first).all(|i| i <= start || tokens[i].gap.ends_no_clause());
    let is_governed = outer.is_some_and(|word| matches!(word.class, Class::Preposition | Class::To)) && is_joined;
    let is_called = first > start && tokens[first].gap.is_comma() && head.case != Case::Lower;
    let is_kind = head.class == Class::Cue || (head.ending == Ending::S && head.case == Case::Lower);
    // `the following gates: I. the …`
    let is_numeral = tokens[at].roman && tokens.get(at + 1).is_some_and(|next| next.gap.ends());
    let speaks = matches!(tokens[at].class, Class::Subject | Class::Stop) && tokens[at].word != *WHAT && !is_numeral;
    // `It is the gate of two towns: trade.`
    let is_one = tokens.get(at + 1).is_none_or(|next| next.gap.ends()) && first > start + 1;
    // `To the Senate of the United Towns: The …`
    let is_address = tokens[start].class == Class::To && tokens[start + 1].class == Class::Determiner;
    // `the soul of a war: the army was …` goes on, and so does `the name: for example, …`.
    let is_label = !tokens[start..at].iter().any(|word| word.acts() || word.class == Class::Preposition);
    let is_instance = |word: &Token| [*INSTANCE, *EXAMPLE].contains(&word.word);
    let is_aside = !is_label && tokens[at].word == *IN && tokens.get(at + 1).is_some_and(|word| word.gap.joins());
    let is_clause = !is_label && !is_kind && !is_noun_phrase(tokens, at);
    let goes_on = is_clause || is_aside || tokens.get(at + 1).is_some_and(is_instance);
    // `the following command: …` is not what a command is.
    let is_literal = first > start && tokens[first - 1].word == *FOLLOWING && head.ending != Ending::S && !is_kind;
    // `Note: …`; `Guide: Tolls: …`
    let is_note = is_literal
        || first + 1 == at && NOTES.contains(&head.word) && !(head.word != *EXAMPLE && names_kind(tokens, at))
        || (first > start && tokens[first].gap.has(Gap::COLON));
    // `The Harbour Book: Selected Tables`, `The Salt War: 1850 to 1852`
    let is_capital = |i: usize| tokens.get(i).is_some_and(|word| word.case == Case::Capital);
    let is_title = first + 1 < at && (first + 1..at).all(is_capital) && (is_capital(at) && is_capital(at + 1));
    let is_title = is_title || (is_time(tokens, at) && head.case != Case::Lower && !is_numeral);
    !is_called && !speaks && !is_one && !is_address && !goes_on && !is_note && !is_title && (is_kind || !is_governed)
}

/// Whether a year or a range of numbers begins at a token: `1850`, `1850 to 1852`, but not `1852 metres`.
fn is_time(tokens: &[Token], at: usize) -> bool {
    let is_number = |i: usize| tokens.get(i).is_some_and(|word| word.class == Class::Number);
    let counts = |word: &Token| word.gap.joins() && is_noun(word);
    let next = tokens.get(at + 1);
    let is_range = is_number(at + 1) || (next.is_some_and(|word| word.class == Class::To) && is_number(at + 2));
    let is_year = tokens[at].span.len() == YEAR && !tokens[at].few && !next.is_some_and(counts);
    is_number(at) && (is_range || is_year)
}

/// Whether an article, a noun and what tells it from others begin at a token, and no clause: `A sum that is paid at night.`
fn names_kind(tokens: &[Token], at: usize) -> bool {
    let end = behind_nouns(tokens, at + 1);
    let Some(next) = tokens.get(end).filter(|next| next.gap.joins()) else { return false };
    let tells =
        matches!(next.class, Class::Of | Class::To | Class::Preposition) || [*WHERE, *WHEN].contains(&next.word);
    let inside = || (end..tokens.len()).take_while(|&i| !tokens[i].gap.ends());
    let opens = |word: &Token| [*THAT, *WHICH, *WHO, *WHERE, *WHEN].contains(&word.word);
    let clauses = inside().filter(|&i| opens(&tokens[i])).count();
    let verbs = inside().filter(|&i| tokens[i].acts() && tokens[i - 1].class != Class::To && !tokens[i - 1].acts());
    is_article(&tokens[at])
        && end > at + 1
        && (tells || has_relative_pronoun(tokens, end) || is_participle(tokens, end))
        && verbs.count() <= clauses
}

/// The first token from `at` on that is no noun joined to those before it. A participle may lead them: `written promise`.
pub(super) fn behind_nouns(tokens: &[Token], at: usize) -> usize {
    let leads = tokens.get(at).is_some_and(|word| word.gap.joins() && PASTS.contains(&word.word));
    let led = at + usize::from(leads);
    led + tokens.get(led..).unwrap_or_default().iter().take_while(|word| word.gap.joins() && is_noun(word)).count()
}

/// Whether `and` joins what begins at the token `at` to what follows, or to what stands before it.
fn is_listed(tokens: &[Token], at: usize) -> bool {
    let inside = tokens[at + 1..].iter().take(LONGEST_INSERTION).take_while(|word| word.gap.ends_no_clause());
    let end = at + 1 + inside.clone().count();
    inside.into_iter().any(|word| word.class == Class::And)
        || tokens
            .get(end)
            .is_some_and(|word| word.gap.is_comma() && (word.class == Class::And || [*A, *AN].contains(&word.word)))
}

/// Whether a dash before the token `at`, or before its article, says that what stands before it is this: `that old union – the
/// League`.
pub(super) fn is_put_by_dash(tokens: &[Token], at: usize, start: usize) -> bool {
    let article = at.checked_sub(1).filter(|&i| i > start && tokens[i].word == *THE && tokens[at].gap.joins());
    let first = article.unwrap_or(at);
    let is_name = article.is_some() || tokens[at].case != Case::Lower;
    let is_dash = tokens[first].gap == Gap::DASH || (article.is_some() && tokens[first].gap.has(Gap::HYPHEN));
    is_dash && is_name && first > start && tokens[first - 1].class != Class::Number
}

/// Whether a colon leads to a name that ends the sentence, and a kind stands before it: `This is the work of one body: the
/// League.`
pub(super) fn is_put_by_colon(tokens: &[Token], name: &Range<usize>, start: usize) -> bool {
    let leads = |&i: &usize| is_article(&tokens[i]) && tokens[i + 1].gap.joins();
    let first = name.start.checked_sub(1).filter(leads).unwrap_or(name.start);
    let ends = tokens.get(name.end).is_none_or(|next| next.gap.ends());
    let near = start.max(first.saturating_sub(LONGEST_INSERTION));
    let has_kind = || tokens[near..first].iter().any(|word| [*A, *AN, *ONE].contains(&word.word));
    ends && first > start && tokens[first].gap == Gap::COLON && tokens[first].class != Class::Verb && has_kind()
}
