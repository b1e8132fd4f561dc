//! What each word does in its sentence, as far as that decides where names begin and end: told by its class, its ending and
//! its neighbours.

use super::lexicon::{Class, is_form_of_verb};
use super::terms::gives_name;
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::{
    AMOUNTS, AS, BY, FOLLOWS, FOR, HOW, LOT, ON, RESTS, SERVING, SHOWS, STANDS, STATES, THAT, THE, TO, WHAT, WHETHER,
    WHY, WORKS,
};

/// Words of a name before the last one, with its article, at most.
const LONGEST_GIVEN: usize = 5;

/// Words of a subject, and words behind a verb that are looked at for another one, at most.
const LONGEST_SUBJECT: usize = 4;
const FARTHEST_VERB: usize = 8;

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It can stand in a name: a noun, an adjective, a participle before a noun.
    Name,
    /// A form in `-ing` that begins what somebody does: `promoting peace`.
    Gerund,
    /// A numeral.
    Number,
    /// `of` or `for`.
    Of,
    /// `and` or `or`.
    And,
    /// `the`, `its`.
    Determiner,
    /// A verb.
    Verb,
    /// Anything else, which ends a name.
    Break,
}

/// The roles of the tokens of one block.
pub(super) fn roles(tokens: &[Token], out: &mut Vec<Role>) {
    out.clear();
    for at in 0..tokens.len() {
        let role = role(tokens, at, out);
        out.push(role);
    }
}

fn role(tokens: &[Token], at: usize, before: &[Role]) -> Role {
    let token = &tokens[at];
    let previous = at.checked_sub(1).filter(|_| token.gap.joins()).map(|i| (&tokens[i], before[i]));
    let next = tokens.get(at + 1).filter(|next| next.gap.joins());
    // `the union-a league of …` has a dash.
    let is_dash = token.class == Class::Determiner && next.is_none_or(|next| !next.gap.has(Gap::HYPHEN));
    if token.gap.has(Gap::HYPHEN)
        && !is_dash
        && previous.is_some_and(|(_, role)| matches!(role, Role::Name | Role::Number))
    {
        return Role::Name;
    }
    let is_prefix = next.is_some_and(|next| next.gap.has(Gap::HYPHEN));
    let is_capital = token.case != Case::Lower && !token.gap.ends();
    match token.class {
        Class::Content | Class::Cue | Class::Weak | Class::Rank | Class::Either | Class::Verb
            if matches!(token.ending, Ending::None | Ending::Ing) && is_in_given_name(tokens, at, before) =>
        {
            Role::Name
        }
        Class::Of if !is_prefix => Role::Of,
        Class::And => Role::And,
        Class::Determiner => Role::Determiner,
        Class::Number => Role::Number,
        Class::Content | Class::Cue | Class::Weak | Class::Rank | Class::Either | Class::Verb => {
            if is_capital || (is_prefix && token.class != Class::Verb) {
                return Role::Name;
            }
            if token.ending == Ending::Ing && token.class != Class::Cue {
                return gerund(token, previous, next);
            }
            if is_verb(tokens, at, previous, next) { Role::Verb } else { Role::Name }
        }
        // `Third Republic`
        Class::Adverb
            if token.ordinal && token.case == Case::Capital && next.is_some_and(|t| t.case == Case::Capital) =>
        {
            Role::Name
        }
        // `A lot is a …`, and not `a lot of …`
        Class::Quantifier if token.word == *LOT && is_subject(tokens, at) => Role::Name,
        Class::Adverb if token.manner && modifies(tokens, at, previous) => Role::Name,
        Class::Preposition | Class::Adverb | Class::Quantifier | Class::To if is_prefix && !token.gap.ends() => {
            Role::Name
        }
        // `the outside towns`
        Class::Preposition
            if previous.is_some_and(|(word, _)| word.word == *THE)
                && next.is_some_and(|word| can_be_name(word.class)) =>
        {
            Role::Name
        }
        // `back-pressure`, `so-called`
        Class::Stop | Class::Of if is_prefix => Role::Name,
        // `a client MUST NOT …`
        Class::Auxiliary if previous.is_some_and(|(word, role)| role == Role::Name && word.case == Case::Lower) => {
            Role::Break
        }
        _ if token.case == Case::Upper && token.span.len() > 1 && is_capital => Role::Name,
        _ => Role::Break,
    }
}

/// Whether a word stands in the name that `called` or `known as` before it gives: `known as a double free error`.
fn is_in_given_name(tokens: &[Token], at: usize, before: &[Role]) -> bool {
    let is_inside = |&i: &usize| tokens[i].gap.joins() && matches!(before[i - 1], Role::Name | Role::Determiner);
    let behind = (1..=at).rev().take(LONGEST_GIVEN).take_while(is_inside).last();
    let first = behind.map_or(at, |i| i - 1);
    let is_one = first == at || tokens[at - 1].ending != Ending::S;
    is_one && first > 0 && tokens[first].gap.joins() && gives_name(tokens, first - 1)
}

/// Whether a word between a determiner and `is` or `are` and what it is can only be a noun.
fn is_subject(tokens: &[Token], at: usize) -> bool {
    let is_led = at > 0 && tokens[at - 1].class == Class::Determiner && tokens[at].gap.joins();
    let [verb, kind] = [1, 2].map(|ahead| tokens.get(at + ahead).filter(|word| word.gap.joins()));
    is_led
        && verb.is_some_and(|verb| verb.class == Class::Be)
        && kind.is_some_and(|kind| kind.class == Class::Determiner)
}

/// `emerging` in `the emerging markets` is part of a name, in `by emerging markets` it may be.
fn gerund(token: &Token, previous: Option<(&Token, Role)>, next: Option<&Token>) -> Role {
    let is_before_name = next.is_some_and(|next| can_be_name(next.class));
    match previous {
        Some((_, Role::Determiner | Role::Number)) => Role::Name,
        // `Bunkering is the process of …`
        None if token.gap.ends() && next.is_some_and(|next| next.class == Class::Be) => Role::Name,
        Some((token, Role::Name)) if is_adjective(token) || token.possessive => Role::Name,
        // `a bill of lading serves …`
        Some((_, Role::Of))
            if next.is_none_or(|next| {
                let is_verb = matches!(next.class, Class::Verb | Class::Either) && next.ending == Ending::S;
                is_verb || matches!(next.class, Class::Be | Class::Auxiliary)
            }) =>
        {
            Role::Name
        }
        // `a league uniting the towns`
        Some((_, Role::Name)) if next.is_some_and(|next| next.class == Class::Determiner) => Role::Gerund,
        Some((token, Role::Name)) if !is_before_name && token.ending != Ending::S => Role::Name,
        Some((token, _)) if token.class == Class::Quantifier => Role::Name,
        // `city housekeeping rules`
        Some((before, Role::Name))
            if token.class == Class::Content && !is_form_of_verb(token.root) && before.ending != Ending::S =>
        {
            Role::Name
        }
        _ => Role::Gerund,
    }
}

/// Whether an adverb belongs to the adjective of a name: `mutually beneficial trade`.
fn modifies(tokens: &[Token], at: usize, previous: Option<(&Token, Role)>) -> bool {
    let [adjective, noun] = [1, 2].map(|ahead| tokens.get(at + ahead).filter(|token| token.gap.joins()));
    let (Some(adjective), Some(noun)) = (adjective, noun) else { return false };
    let begins = previous.is_none_or(|(word, _)| {
        matches!(word.class, Class::Determiner | Class::Of | Class::And | Class::Preposition | Class::Quantifier)
    });
    let is_participle = adjective.ending == Ending::Ed && previous.is_some();
    let is_adjective = adjective.ending == Ending::Adjective && adjective.class == Class::Content;
    begins && (is_adjective || is_participle) && can_be_name(noun.class)
}

fn is_adjective(token: &Token) -> bool {
    token.ending == Ending::Adjective || (token.class == Class::Weak && !token.vague)
}

fn can_be_name(class: Class) -> bool {
    matches!(class, Class::Content | Class::Cue | Class::Weak | Class::Rank | Class::Either)
}

/// Whether a word in `-s` behind a singular is its verb, as what follows tells: a question, or `as`.
fn acts_alone(token: &Token, previous: Option<(&Token, Role)>, next: Option<&Token>) -> bool {
    let of_one = previous.is_some_and(|(word, role)| {
        matches!(role, Role::Name | Role::Gerund) && word.ending != Ending::S && !is_adjective(word)
    });
    let leads_on = next.is_some_and(|next| {
        [*HOW, *WHY, *WHAT, *WHETHER].contains(&next.word)
            || (next.word == *AS && SERVING.contains(&token.word))
            || (next.word == *THAT && [*STATES, *SHOWS].contains(&token.word))
            || (matches!(next.class, Class::Preposition | Class::To | Class::Of) && is_led_verb(token, next))
    });
    token.ending == Ending::S && of_one && leads_on
}

/// Whether a word is the verb of a subject that opens the sentence, and several things, or what is described, are its object:
/// `The store keeps values`, `Old programs change lists`. No other verb follows it.
fn acts_on_several(tokens: &[Token], at: usize, previous: Option<(&Token, Role)>, next: Option<&Token>) -> bool {
    let Some((subject, Role::Name)) = previous else { return false };
    let Some(object) = next.filter(|next| can_be_name(next.class)) else { return false };
    let is_one = subject.ending != Ending::S;
    let agrees = if is_one { tokens[at].ending == Ending::S } else { tokens[at].ending == Ending::None };
    let is_verb = matches!(tokens[at].class, Class::Verb | Class::Either) || is_form_of_verb(tokens[at].root);
    let are_several = object.ending == Ending::S || is_adjective(object);
    if !(agrees && is_verb && are_several) || is_adjective(subject) || subject.possessive {
        return false;
    }
    let first = (0..at)
        .rev()
        .take(LONGEST_SUBJECT)
        .take_while(|&i| tokens[i + 1].gap.joins() || tokens[i + 1].gap.has(Gap::HYPHEN));
    let opens = first.last().is_some_and(|i| tokens[i].gap.ends() && tokens[i].class != Class::Preposition);
    let rest = tokens[at + 1..].iter().take(FARTHEST_VERB).take_while(|word| word.gap.joins());
    // `Sales tax rates vary.`
    let behind = rest.into_iter().find(|word| !can_be_name(word.class) || word.case != object.case);
    let acts = |word: &Token| matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb);
    opens && !behind.is_some_and(acts)
}

/// Whether a word and the next one are a verb and its preposition: `amounts to`, `stands for`, `rests on`, `works by`.
fn is_led_verb(token: &Token, next: &Token) -> bool {
    [(*AMOUNTS, *TO), (*STANDS, *FOR), (*RESTS, *ON), (*WORKS, *BY)].contains(&(token.word, next.word))
}

/// Whether a verb in lower case stands behind a name in capitals that is no plural.
fn acts_behind_name(token: &Token, previous: Option<(&Token, Role)>, next: Option<&Token>) -> bool {
    let of_name = previous.is_some_and(|(word, role)| {
        role == Role::Name && word.case != Case::Lower && word.ending != Ending::S && !word.possessive
    });
    let is_verb = matches!(token.class, Class::Verb) || token.class == Class::Either && token.ending == Ending::S;
    let leads_on =
        next.is_none_or(|next| matches!(next.class, Class::Preposition | Class::Of | Class::To | Class::Adverb));
    let is_sure = token.class == Class::Verb && token.ending != Ending::Ing;
    token.case == Case::Lower && of_name && is_verb && leads_on && (is_sure || next.is_some())
}

/// Whether `and` joins a verb in the past to another before it: `proposed and adopted strict rules`.
fn is_second_verb(tokens: &[Token], at: usize) -> bool {
    let Some([before, first, and]) = at.checked_sub(3).map(|from| &tokens[from..at]) else { return false };
    let is_past = first.ending == Ending::Ed && matches!(first.class, Class::Verb | Class::Either);
    let modifies = matches!(before.class, Class::Determiner | Class::Of | Class::Weak | Class::Be | Class::Preposition);
    and.class == Class::And && and.gap.joins() && is_past && !modifies
}

fn is_verb(tokens: &[Token], at: usize, previous: Option<(&Token, Role)>, next: Option<&Token>) -> bool {
    let token = &tokens[at];
    let behind_adverb = || {
        let back = (0..at).rev().find(|&i| tokens[i].class != Class::Adverb || !tokens[i + 1].gap.joins());
        back.filter(|&i| tokens[i + 1].gap.joins()).map(|i| tokens[i].class)
    };
    let before = match previous {
        Some((word, _)) if word.class == Class::Adverb => behind_adverb(),
        // `the lining-up began`
        Some((word, Role::Name)) if word.class == Class::Preposition => Some(Class::Content),
        Some((word, _)) => Some(word.class),
        None => None,
    };
    let known = matches!(token.class, Class::Verb | Class::Either);
    let is_before_name = next.is_some_and(|next| can_be_name(next.class));
    // `a`, `the`, `its` seldom follow a noun without a sign between them.
    let is_before_determiner = next.is_some_and(|next| next.class == Class::Determiner && next.word != *THAT);
    // `the plan pioneered by the council`
    let ends_name = || {
        let noun = previous.filter(|(word, role)| *role == Role::Name && !is_adjective(word) && !word.possessive);
        token.class == Class::Content && noun.is_some() && !token.gap.has(Gap::HYPHEN) && !is_before_name
    };
    if token.ending == Ending::Ed && (known || is_form_of_verb(token.root) || is_before_determiner || ends_name()) {
        let modifies = matches!(
            before,
            Some(
                Class::Determiner
                    | Class::Of
                    | Class::Preposition
                    | Class::And
                    | Class::Quantifier
                    | Class::Number
                    | Class::Weak
                    | Class::Adverb
            )
        ) || previous
            .is_some_and(|(word, role)| role == Role::Name && (is_adjective(word) || word.possessive))
            || (previous.is_none() && token.gap.ends());
        return !(modifies && is_before_name) || is_second_verb(tokens, at);
    }
    // `are sorted: …`, and not `are sorted lists`
    if token.ending == Ending::Ed && before == Some(Class::Be) && !is_before_name {
        return true;
    }
    match before {
        Some(Class::Determiner | Class::Of) => false,
        Some(Class::Subject) => token.class != Class::Weak,
        Some(Class::Auxiliary) => known || (token.class == Class::Content && is_before_determiner),
        Some(Class::To) => known || is_form_of_verb(token.root) || is_before_determiner,
        // `as follows`
        Some(Class::Preposition) if token.word == *FOLLOWS && previous.is_some_and(|(word, _)| word.word == *AS) => {
            true
        }
        Some(Class::Preposition | Class::Number) => token.class == Class::Verb && is_before_determiner,
        Some(Class::Quantifier) => false,
        Some(Class::Adverb) => known,
        // `The Salt Fund pays for …`, `Ann Lee died in …`
        Some(_) if acts_behind_name(token, previous, next) => true,
        // `the right of angary gives a state …`, `the shard key refers to …`
        Some(_)
            if token.class == Class::Verb
                && token.ending == Ending::S
                && (is_before_determiner || next.is_some_and(|next| next.class == Class::To)) =>
        {
            true
        }
        _ if previous.is_some_and(|(word, role)| role == Role::Name && (is_adjective(word) || word.possessive)) => {
            false
        }
        // `must support transport security`
        Some(_) if token.class == Class::Either && previous.is_some_and(|(_, role)| role == Role::Verb) => false,
        Some(_) if acts_on_several(tokens, at, previous, next) => true,
        // `the sign shows how …`, `the bill serves as …`
        Some(_) if acts_alone(token, previous, next) => true,
        Some(_) if token.class == Class::Either => {
            let ends = next.is_none_or(|next| {
                let is_determiner = next.class == Class::Determiner && next.word != *THAT;
                !can_be_name(next.class) && !is_determiner && next.class != Class::Subject
            });
            !ends || matches!(before, Some(Class::Stop))
        }
        // `Lay days are …`
        None if token.gap.ends()
            && is_before_name
            && tokens.get(at + 2).is_some_and(|verb| verb.class == Class::Be && verb.gap.joins()) =>
        {
            false
        }
        None if token.class == Class::Either => is_before_determiner,
        _ => token.class == Class::Verb || is_before_determiner,
    }
}
