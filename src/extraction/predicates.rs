//! What a verb says of its subject: that it is this, means that, serves for something, or no more than a remark.

use super::clauses::{begins_relative, behind_adverbs, behind_aside, has_relative_pronoun, is_participle};
use super::complements::{is_held_to_be, is_no_kind};
use super::lexicon::{Class, set};
use super::objects::FARTHEST_AS;
use super::pattern::Pattern;
use super::tokens::{Ending, Gap, Token};
use super::wording::*;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words between `has three aims` and its colon, at most.
const FARTHEST_COLON: usize = 6;

/// Adjectives behind which `of` may stand.
static OF_ADJECTIVES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "fond none proud aware ahead short sure certain afraid worthy tired guilty devoid reminiscent evidence proof \
        part independent full free worth indicative made composed sick weary jealous ignorant innocent wary \
        suspicious regardless north south east west";
    set(words)
});

/// What the words from `at` on say of what stands before them.
pub(super) fn predicate(tokens: &[Token], at: usize) -> Option<Pattern> {
    let verb = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if MEANING.contains(&verb.word) && !(is_meaning(tokens, at + 1) || next.word == *THAT) {
        return Some(Pattern::Statement);
    }
    if let Some(&pattern) = VERBS.get(&verb.word) {
        // `calls the guard`
        if *CALLS_IT == verb.word && next.word != *FOR {
            return Some(Pattern::Statement);
        }
        // `what it refers to`
        let is_open = REFERRING.contains(&verb.word) && tokens.get(at + 2).is_none_or(|object| object.gap.ends());
        let pattern = if lists_nothing(tokens, at) { Pattern::Statement } else { pattern };
        return Some(pattern).filter(|_| !(is_open || next.gap.ends()));
    }
    let is_when = [*WHEN, *WHERE].contains(&next.word) && next.gap.joins();
    if [*OCCURS, *OCCUR, *HAPPENS, *HAPPEN].contains(&verb.word) && is_when {
        return Some(Pattern::Is);
    }
    // `the rule states that …`
    if verb.word == *STATES && next.word == *THAT && at > 0 && tokens[at - 1].class == Class::Cue {
        return Some(Pattern::Purpose);
    }
    // `serves as a …`
    let is_kind = tokens.get(at + 2).is_some_and(|word| [*A, *AN, *THE].contains(&word.word));
    if SERVING.contains(&verb.word) && next.word == *AS && is_kind {
        return Some(Pattern::Essence);
    }
    // `can be described as …`
    let thought = || {
        tokens.get(at + 2..at + 5).is_some_and(|rest| rest.iter().map(|word| word.word).eq([*THOUGHT, *OF_WORD, *AS]))
    };
    let is_put = is_put_as(tokens, at + 2) || thought();
    if verb.class == Class::Auxiliary && next.word == *BE_WORD && is_put {
        return Some(Pattern::Means);
    }
    if let Some(pattern) = phrased(tokens, at) {
        return Some(pattern);
    }
    if ![*IS, *ARE, *WAS, *WERE].contains(&verb.word) {
        return None;
    }
    if (is_when && *IS == verb.word) || is_genus(tokens, at + 1) {
        return Some(Pattern::Is);
    }
    // `Closed harbours are those that no ship may enter.`
    if *ARE == verb.word && *THOSE == next.word && has_relative_pronoun(tokens, at + 2) {
        return Some(Pattern::Is);
    }
    if next.word == *NOT {
        return Some(Pattern::Statement);
    }
    // `is, in short, a …`
    let next_at = behind_adverbs(tokens, behind_aside(tokens, at + 1));
    let next = tokens.get(next_at).unwrap_or(next);
    if next.word == *AS && tokens.get(next_at + 1).is_some_and(|word| word.word == *FOLLOWS) {
        return Some(Pattern::Includes);
    }
    if PASSIVES.contains(&next.word) {
        return Some(if is_put_as(tokens, next_at) { Pattern::Means } else { Pattern::Statement });
    }
    // What is known as something else gives that its meaning.
    if NAMED_AS.contains(&next.word) && tokens.get(next_at + 1).is_some_and(|word| word.word == *AS) {
        return Some(Pattern::Statement);
    }
    if WEAK_PASSIVES.contains(&next.word) {
        return Some(if is_held_to_be(tokens, next_at + 1) { Pattern::Essence } else { Pattern::Remark });
    }
    if is_likened(tokens, next_at) {
        return Some(Pattern::Essence);
    }
    if is_no_kind(tokens, next_at) {
        return Some(Pattern::Remark);
    }
    match next.class {
        // `is either a … or a …`
        Class::Quantifier if next.word == *EITHER && opens_alternative(tokens, next_at + 1) => Some(Pattern::Is),
        Class::Determiner | Class::Quantifier => {
            Some(if [*A, *AN, *THE, *ANY].contains(&next.word) { Pattern::Is } else { Pattern::Statement })
        }
        _ if [*ONE, *WHAT].contains(&next.word)
            || WHOEVER_IT_IS.contains(&next.word)
            || is_indefinite(tokens, next_at) =>
        {
            Some(Pattern::Is)
        }
        // `The term is 2 weeks`, `The usual answer is “none of these”`
        _ if is_measure(tokens, next_at) => Some(Pattern::Identified),
        _ if next.gap.has(Gap::OPENS) => Some(Pattern::Statement),
        Class::To => Some(Pattern::Purpose),
        Class::Content | Class::Cue | Class::Weak | Class::Number
            if verb.word == *ARE && next.ending != Ending::Ed && names_several(tokens, next_at) =>
        {
            Some(Pattern::Is)
        }
        // `is common`, `was in the south`
        Class::Content | Class::Weak if next.ending != Ending::Ed && next.ending != Ending::Ing => {
            Some(Pattern::Remark)
        }
        Class::Preposition if next.gap.joins() => Some(Pattern::Remark),
        _ => Some(Pattern::Statement),
    }
}

/// Whether what something includes or contains is one thing, or many that are not told: `contains a list`, `includes many rules`, but
/// not `includes any list`.
fn lists_nothing(tokens: &[Token], verb: usize) -> bool {
    if !CONTAINING.contains(&tokens[verb].word) {
        return false;
    }
    let rest = || tokens[verb + 1..].iter().take(LONGEST_LIST).take_while(|word| !word.gap.ends());
    let rest_acts = |at: usize| tokens.get(at).is_some_and(Token::acts);
    let joins = (verb + 1..tokens.len()).take(LONGEST_LIST).take_while(|&i| !tokens[i].gap.ends());
    let joins = joins.into_iter().any(|i| tokens[i].class == Class::And && !rest_acts(i + 1));
    let lists = |word: &Token| word.gap.has(Gap::COMMA) || word.gap.has(Gap::COLON) || word.class == Class::Number;
    let Some(first) = tokens.get(verb + 1).filter(|word| !word.gap.ends()) else { return true };
    // `any craft used on water` is all that there is.
    let delimits = DELIMITING.contains(&first.word) || is_more(tokens, verb + 1);
    !delimits && (first.class == Class::Quantifier || !(joins || rest().any(lists)))
}

/// Whether `more than ten` begins at a token.
fn is_more(tokens: &[Token], at: usize) -> bool {
    let Some([more, than, number]) = tokens.get(at..at + 3) else { return false };
    [*MORE, *LESS].contains(&more.word) && than.word == *THAN && number.class == Class::Number
}

/// Whether the word behind `means` may begin a meaning: `can mean nothing`, `may mean well` give none.
pub(super) fn is_meaning(tokens: &[Token], at: usize) -> bool {
    let Some(word) = tokens.get(at) else { return false };
    match word.class {
        Class::Subject => INDEFINITES.contains(&word.word) || [*WHAT, *ONE].contains(&word.word),
        Class::Quantifier => {
            SOME_KIND.contains(&word.word)
                || DELIMITING.contains(&word.word)
                || word.word == *MUCH
                || is_more(tokens, at)
        }
        Class::Stop => word.word != *WELL,
        _ => word.word != *THAT,
    }
}

/// Whether `defined as`, `understood to`, `characterised by` stands at a token, and not only `defined in` or `described by`.
fn is_put_as(tokens: &[Token], at: usize) -> bool {
    let [Some(done), Some(led)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let is_by = led.word == *BY && CHARACTERISED.contains(&done.word);
    let near = tokens[at + 1..].iter().take(FARTHEST_AS).take_while(|word| word.gap.ends_no_clause());
    let is_as = near.into_iter().any(|word| word.word == *AS);
    PASSIVES.contains(&done.word) && (is_as || led.class == Class::To || is_by)
}

/// Whether a comparison stands at a token: `like a …`, `similar to the …`.
fn is_likened(tokens: &[Token], at: usize) -> bool {
    let word = |ahead: usize| tokens.get(at + ahead).filter(|word| word.gap.joins() || ahead == 0);
    let is_article = |ahead: usize| word(ahead).is_some_and(|word| [*A, *AN, *THE].contains(&word.word));
    let is_similar = word(0).is_some_and(|word| word.word == *SIMILAR) && word(1).is_some_and(|word| word.word == *TO);
    (word(0).is_some_and(|word| word.word == *LIKE) && is_article(1)) || (is_similar && is_article(2))
}

/// Whether an article, or the number of an item, stands behind `either`.
fn opens_alternative(tokens: &[Token], at: usize) -> bool {
    let is_item = |word: &Token| word.gap.has(Gap::OPENS_PARENTHESIS);
    tokens.get(at).is_some_and(|word| [*A, *AN, *THE].contains(&word.word) || is_item(word))
}

/// Words of a list, at most.
const LONGEST_LIST: usize = 40;

/// Whether a noun in the plural, a list or what is `of` something follows without an article: `are bodies …`, `are salt and
/// corn`, not `are old`.
fn names_several(tokens: &[Token], at: usize) -> bool {
    let words =
        tokens[at..].iter().enumerate().take_while(|(i, word)| *i == 0 || word.gap.joins()).map(|(_, word)| word);
    let is_noun =
        |word: &&Token| matches!(word.class, Class::Content | Class::Cue | Class::Weak | Class::Number | Class::Either);
    let count = words.clone().take_while(is_noun).count();
    let has_plural = words.clone().take(count).any(|word| word.ending == Ending::S || word.class == Class::Cue);
    let is_of = words.clone().nth(count).is_some_and(|word| word.class == Class::Of)
        && tokens[at + count - 1].class != Class::Weak
        && !OF_ADJECTIVES.contains(&tokens[at + count - 1].word);
    let next = tokens.get(at + count).filter(|word| word.gap.is_comma());
    let is_list =
        next.is_some_and(|word| is_noun(&word) || (word.class == Class::Determiner && closes_list(tokens, at + count)));
    has_plural || is_of || is_list || count > 2
}

/// Whether the items of a list go on from a token to an `and`, and no verb stands among them: `…, the toll and mutual help`.
fn closes_list(tokens: &[Token], at: usize) -> bool {
    let rest = tokens[at + 1..].iter().take(LONGEST_LIST).take_while(|word| !word.gap.ends());
    let acts = |word: &Token| matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb);
    rest.clone().any(|word| word.class == Class::And) && !rest.into_iter().any(acts)
}

/// What verbs of several words say: `amounts to a …`, `is made up of …`, `has three aims: …`.
fn phrased(tokens: &[Token], at: usize) -> Option<Pattern> {
    let word = |ahead: usize| tokens.get(at + ahead).filter(|word| word.gap.joins()).map(|word| word.word);
    let verb = tokens[at].word;
    if [*AMOUNTS, *AMOUNTED].contains(&verb) && word(1) == Some(*TO) {
        return Some(Pattern::Essence);
    }
    if verb == *STANDS && word(1) == Some(*FOR) {
        return Some(Pattern::Means);
    }
    // `forms the northern quay`
    let is_object = tokens.get(at + 1).is_some_and(|word| word.gap.joins() && word.class == Class::Determiner);
    if TELLING_OF.contains(&verb) && is_object {
        return Some(Pattern::Purpose);
    }
    if [*DESCRIBES, *INVOLVES, *ENTITLES, *ENTAILS].contains(&verb) && word(1).is_some() {
        return Some(Pattern::Purpose);
    }
    if verb == *WORKS && word(1) == Some(*BY) {
        return Some(Pattern::Purpose);
    }
    let is_be = [*IS, *ARE, *WAS, *WERE].contains(&verb);
    if is_divided(tokens, at) {
        return Some(Pattern::Includes);
    }
    if is_be && word(1) == Some(*MADE) && word(2) == Some(*UP) {
        return Some(Pattern::Includes);
    }
    if is_be && word(1) == Some(*COMPOSED) {
        return Some(Pattern::Includes);
    }
    let counts = [*HAS, *HAVE, *HAD].contains(&verb) && word(1).is_some_and(|word| FEW.contains_key(&word));
    let near = tokens[at + 1..].iter().skip(2).take(FARTHEST_COLON);
    let leads = || near.into_iter().take_while(|word| word.gap.ends_no_clause() || word.gap.has(Gap::COLON));
    (counts && leads().any(|word| word.gap.has(Gap::COLON))).then_some(Pattern::Includes)
}

/// Whether the verb at a token says by a list into what its subject is divided: `are divided into three classes: …`, `can be
/// grouped into two kinds: …`.
fn is_divided(tokens: &[Token], at: usize) -> bool {
    let helps = |word: &&Token| matches!(word.class, Class::Be | Class::Auxiliary | Class::Adverb) && !word.gap.ends();
    let helpers = tokens[at..].iter().take_while(helps).count();
    let Some([done, into]) = tokens.get(at + helpers..at + helpers + 2) else { return false };
    let near = tokens[at + helpers + 2..].iter().take(FARTHEST_COLON);
    helpers > 0
        && DIVIDING.contains(&done.word)
        && into.word == *INTO
        && near.take_while(|word| !word.gap.ends()).any(|word| word.gap.has(Gap::COLON) || word.word == *NAMELY)
}

/// Whether `something that …`, `someone who …`, `anything you …` begins at a token.
fn is_indefinite(tokens: &[Token], at: usize) -> bool {
    let clause = tokens.get(at + 1).filter(|word| word.gap.joins());
    let is_led = clause.is_some_and(|word| word.word == *THAT || matches!(word.class, Class::Subject | Class::To));
    tokens.get(at).is_some_and(|word| INDEFINITES.contains(&word.word)) && is_led
}

/// Whether a number and what it counts end the clause: `2 weeks`.
fn is_measure(tokens: &[Token], at: usize) -> bool {
    let [Some(number), Some(unit)] = [tokens.get(at), tokens.get(at + 1)] else { return false };
    let is_unit = unit.gap.joins() && matches!(unit.class, Class::Content | Class::Weak | Class::Cue | Class::Either);
    number.class == Class::Number
        && is_unit
        && tokens.get(at + 2).is_none_or(|next| !next.gap.joins() || is_aside(next))
}

fn is_aside(word: &Token) -> bool {
    matches!(word.class, Class::Of | Class::Preposition | Class::Stop | Class::And)
}

/// Whether the tokens from `at` on name a kind, without an article, and say what tells it from others: `loose wood used to …`,
/// `bread that …`.
fn is_genus(tokens: &[Token], at: usize) -> bool {
    let is_noun = |word: &&Token| {
        matches!(word.class, Class::Content | Class::Cue | Class::Either | Class::Weak)
            && word.ending != Ending::Ed
            && word.word != *USED
    };
    let kind =
        tokens[at..].iter().enumerate().take_while(|(i, word)| (word.gap.joins() || *i == 0) && is_noun(word)).count();
    let Some(last) = kind.checked_sub(1).map(|last| &tokens[at + last]) else { return false };
    let names = !matches!(last.class, Class::Weak) && last.ending != Ending::Adjective && last.ending != Ending::Ing;
    // `ownership of ships`, `force per area`; an adjective before `of` is none: `fond of ships`.
    let led = tokens.get(at + kind).filter(|word| word.gap.joins()).map(|word| word.word);
    let is_mass = tokens[at].gap.joins()
        && last.class == Class::Content
        && !OF_ADJECTIVES.contains(&last.word)
        && last.ending == Ending::None;
    if names && is_mass && (led == Some(*PER) || (led == Some(*OF_WORD) && kind == 1)) {
        return true;
    }
    // `were pilots (which …)`
    let tells_which = |i: usize| begins_relative(tokens, i) && !tokens[i].gap.has(Gap::OPENS_PARENTHESIS);
    names && (tells_which(at + kind) || (kind > 1 && is_participle(tokens, at + kind)))
}
