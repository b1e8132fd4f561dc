//! By which words a sentence says what something is.

use super::appositions::*;
use super::clauses::*;
use super::counting::{counted, one_of_others};
use super::identified::identified;
use super::lexicon::Class;
use super::objects::introductions;
use super::pattern::Pattern;
use super::phrases::{Chain, Link};
use super::predicates::predicate;
use super::restated::{is_restated, restated_runs};
use super::tokens::{Case, Ending, Gap, Token};
use super::wording::*;
use std::ops::Range;

/// A chain and a way in which the sentence may define it.
pub(super) struct Found {
    /// The runs of the chain that are defined.
    pub runs: Range<usize>,
    pub pattern: Pattern,
}

/// By what the sentence that a chain stands in may define it. `start` is the sentence's first token.
pub(super) fn defined(tokens: &[Token], chain: &Chain, start: usize, mut each: impl FnMut(Found)) {
    let whole = chain.whole();
    // What is said of something within a condition says at most something of it.
    let is_condition = stands_in_condition(tokens, whole.start, start);
    // `The “lee” passage is …`, `the “” program is …` say nothing of every passage, every program.
    let gap = tokens[whole.start].gap;
    let is_of_name = whole.start > start && gap.has(Gap::CLOSES) && gap.ends_no_clause();
    let mut each = |found: Found| {
        if !((is_condition || is_of_name) && found.pattern.defines()) {
            each(found);
        }
    };
    let runs = 0..chain.runs.len();
    let end = behind_parenthesis(tokens, whole.end);
    let opens = opens_sentence(tokens, whole.start, start)
        || lists_some(tokens, whole.start, end, start)
        || is_named_first(tokens, whole.start, start);
    identified(tokens, chain, start, &mut each);
    counted(tokens, chain, &mut each);
    if is_glossed(tokens, whole.end) {
        each(Found { runs: chain.runs.len() - 1..chain.runs.len(), pattern: Pattern::Apposition });
        each(Found { runs: runs.clone(), pattern: Pattern::Apposition });
    }
    if is_restated(tokens, chain, start) {
        let is_aside = tokens[whole.end].gap.has(Gap::OPENS_PARENTHESIS);
        let pattern = if is_aside { Pattern::Apposition } else { Pattern::Namely };
        restated_runs(tokens, chain).for_each(|run| each(Found { runs: run..runs.end, pattern }));
        if !is_aside {
            return;
        }
    }
    if is_other_name(tokens, chain, start) {
        each(Found { runs: 0..1, pattern: Pattern::Apposition });
    }
    if is_known_as(tokens, whole.end) {
        each(Found { runs: chain.runs.len() - 1..chain.runs.len(), pattern: Pattern::Apposition });
    }
    one_of_others(tokens, chain, end, &mut each);
    if is_put_by_dash(tokens, whole.start, start) {
        each(Found { runs: runs.clone(), pattern: Pattern::Identified });
    }
    if is_put_by_colon(tokens, &whole, start) {
        each(Found { runs: runs.clone(), pattern: Pattern::Statement });
    }
    let Some(next) = tokens.get(end).filter(|next| !next.gap.ends()) else {
        if !opens {
            introductions(tokens, chain, start, &mut each);
        }
        return;
    };
    if names_topic(tokens, chain, start) && next.gap.has(Gap::COMMA) {
        return each(Found { runs: 1..chain.runs.len(), pattern: Pattern::Opener });
    }
    if opens_topic(tokens, whole.start, start) && next.gap.has(Gap::COMMA) {
        // `As for the gate, …` only leads over to it.
        let is_led_over = tokens[start].word == *AS;
        return each(Found { runs, pattern: if is_led_over { Pattern::Statement } else { Pattern::Opener } });
    }
    if is_step(tokens, chain, start) {
        return;
    }
    if is_told(tokens, whole.start, start) && next.gap.has(Gap::COLON) {
        return;
    }
    // `a framework for pilots comprising …`
    if next.gap.joins() && [*FEATURING, *COMPRISING].contains(&next.word) {
        return each(Found { runs, pattern: Pattern::Essence });
    }
    if let Some(pattern) = introduced(tokens, end) {
        // `in nature, namely that …`
        let is_said = tokens[end].word == *NAMELY && tokens.get(end + 1).is_some_and(|word| word.word == *THAT);
        if is_said && tokens[chain.runs[0].end - 1].class != Class::Cue {
            return each(Found { runs, pattern: Pattern::Statement });
        }
        // What is spelt out is the last thing named, and all that was said with it.
        each(Found { runs: runs.clone(), pattern });
        // `members of the guild, namely …` are not the guild.
        let are_several = tokens[chain.runs[0].end - 1].ending == Ending::S;
        for run in 1..chain.runs.len() {
            if !(are_several && chain.links[..run].iter().all(|&link| link == Link::Of)) {
                each(Found { runs: run..runs.end, pattern });
            }
        }
        return;
    }
    if !opens {
        introductions(tokens, chain, start, &mut each);
        match predicate(tokens, end) {
            Some(Pattern::Means) => {
                deed_object(tokens, chain, Pattern::Means, &mut each);
                let pattern = if begins_later(tokens, whole.start) { Pattern::Means } else { Pattern::Statement };
                each(Found { runs, pattern });
            }
            // `To grant free passage is to …`
            Some(Pattern::Purpose | Pattern::Is) if is_object_of_deed(tokens, whole.start, start) => {
                each(Found { runs, pattern: Pattern::Essence })
            }
            Some(_) if opens_prepositional(tokens, whole.start, start) => {
                each(Found { runs, pattern: Pattern::Statement })
            }
            _ if opens_prepositional(tokens, whole.start, start) && begins_insertion(tokens, end) => {
                each(Found { runs, pattern: Pattern::Statement })
            }
            // `…, our new laws may …`
            Some(_) if begins_later(tokens, whole.start) => each(Found { runs, pattern: Pattern::Statement }),
            None if !SPEAKING.contains(&next.word)
                && (matches!(next.class, Class::Auxiliary | Class::Verb) || is_past(tokens, end))
                && !is_participle(tokens, end)
                && begins_later(tokens, whole.start) =>
            {
                each(Found { runs, pattern: Pattern::Statement })
            }
            _ if begins_apposition(tokens, end) => {
                each(Found { runs: chain.runs.len() - 1..chain.runs.len(), pattern: Pattern::Apposition });
                each(Found { runs, pattern: Pattern::Apposition });
            }
            _ if begins_relative(tokens, end) || is_participle(tokens, end) => {
                each(Found { runs, pattern: Pattern::Statement })
            }
            _ => {}
        }
        return;
    }
    let is_article = next.word == *A || next.word == *AN || (next.word == *THE && behind_comma(tokens, end).is_some());
    let is_kind = next.gap.has(Gap::COMMA) && tokens.get(end + 1).is_some() && is_article && !repeats(tokens, end);
    if is_kind || begins_apposition(tokens, end) {
        each(Found { runs: runs.clone(), pattern: Pattern::Apposition });
    }
    let verb = behind_adverbs(tokens, behind_insertion(tokens, end));
    let verb = behind_modifiers(tokens, verb).or_else(|| behind_relative(tokens, verb)).unwrap_or(verb);
    let Some(pattern) = predicate(tokens, verb) else {
        // Who says something is not what it says something of.
        let acts = |word: &Token| {
            // A noun would be part of the chain.
            let is_verb = word.class == Class::Content && word.gap.joins() && word.case == Case::Lower;
            (is_verb || matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb | Class::Either))
                && !SPEAKING.contains(&word.word)
        };
        // `the programs that make up …`
        let that = tokens.get(verb).is_some_and(|word| word.word == *THAT && word.gap.joins());
        if tokens.get(verb + usize::from(that)).is_some_and(acts) || begins_relative(tokens, end) {
            let is_general = holds_always(tokens, whole.start, start, verb);
            let pattern = if is_general { Pattern::Subject } else { Pattern::Statement };
            each(Found { runs: runs.clone(), pattern });
        }
        return;
    };
    // `Its toll involves …` says what that of one thing does.
    let is_owned = whole.start > start && [*ITS, *THEIR].contains(&tokens[whole.start - 1].word);
    let pattern = match pattern {
        _ if pattern.defines() && speaks_of_one(tokens, &whole, end..verb, start) => Pattern::Statement,
        Pattern::Is if is_circular(tokens, &chain.runs[0], verb) => Pattern::Remark,
        // `He found that the levy requires …`
        Pattern::Purpose if before_determiner(tokens, whole.start, start) > start + 1 => Pattern::Statement,
        Pattern::Purpose if is_owned && whole.len() == 1 => Pattern::Statement,
        // `A keel is also the …` says something more.
        Pattern::Is if tokens.get(verb + 1).is_some_and(|word| word.word == *ALSO) => Pattern::Identified,
        // `Barges often include …`
        Pattern::Includes if OFTEN.contains(&tokens[verb - 1].word) || tokens[verb - 1].word == *ALSO => {
            Pattern::Statement
        }
        Pattern::Statement if holds_always(tokens, whole.start, start, verb) => Pattern::Subject,
        _ => pattern,
    };
    deed_object(tokens, chain, pattern, &mut each);
    if let Some(own) = behind_cue(tokens, chain) {
        // `the principle of trust` has more in it than trust.
        let is_word = chain.tokens(own..runs.end).len() == 1;
        let pattern = if is_word { pattern.max(Pattern::Identified) } else { pattern };
        each(Found { runs: own..runs.end, pattern });
    }
    let is_reported = tokens.get(verb + 1).is_some_and(|word| word.word == *THAT);
    let last_aspect = (0..chain.links.len())
        .rev()
        .find(|&i| chain.links[i] == Link::Of && ASPECTS.contains(&tokens[chain.runs[i].end - 1].stem));
    if let Some(aspect) = last_aspect {
        // `the essence of … is that …`
        let says_which = pattern < Pattern::Essence || is_reported;
        let pattern = if says_which { Pattern::Essence } else { pattern };
        each(Found { runs: aspect + 1..runs.end, pattern });
    }
    // `Some examples of tall ships in the bay are …`
    if tokens[chain.runs[0].end - 1].stem == *EXAMPLE && chain.links.first() == Some(&Link::Of) {
        // Examples tell less than what says what it is.
        let pattern = pattern.max(Pattern::Purpose);
        each(Found { runs: 1..2, pattern });
        each(Found { runs: 1..runs.end, pattern });
    }
    joined_runs(chain, pattern, &mut each);
    each(Found { runs, pattern });
}

/// Whether the subject of a sentence is one thing that the text points at or tells of, whatever its kind is: `This gate is …`, `The
/// gate was …`.
fn speaks_of_one(tokens: &[Token], name: &Range<usize>, between: Range<usize>, start: usize) -> bool {
    let is_common = name.len() == 1 && tokens[name.start].case == Case::Lower;
    let verb = &tokens[between.end];
    // `Gates were the pride of the town`
    let is_number = |i: usize| tokens.get(i).is_some_and(|word| word.class == Class::Number);
    let is_the = |i: usize| tokens.get(i).is_some_and(|word| word.word == *THE);
    let are_some = verb.word == *WERE && is_the(between.end + 1) && !is_number(between.end + 2);
    if name.len() == 1 && name.start == start && are_some {
        return true;
    }
    let is_past = [*WAS, *WERE].contains(&verb.word);
    // `the gate shown in the picture is …`
    let is_told_apart = !between.is_empty() && is_participle(tokens, between.start);
    is_common && name.start > start && {
        let article = tokens[name.start - 1].word;
        POINTING.contains(&article)
            || (((is_past && !is_of_a_kind(tokens, between.end + 1)) || is_told_apart) && article == *THE)
    }
}

/// Whether any one of a kind begins at a token, and what tells the kind from others stands behind it: `a warship that …`.
fn is_of_a_kind(tokens: &[Token], at: usize) -> bool {
    let end = behind_nouns(tokens, at + 1);
    let is_of = tokens.get(end).is_some_and(|of| of.class == Class::Of && of.gap.joins());
    tokens.get(at).is_some_and(|word| [*A, *AN].contains(&word.word))
        && end > at + 1
        && (is_of || has_relative_pronoun(tokens, end) || is_participle(tokens, end))
}

/// The first of the determiners before a token.
fn before_determiner(tokens: &[Token], at: usize, start: usize) -> usize {
    let leads = |&i: &usize| tokens[i - 1].class == Class::Determiner && tokens[i].gap.joins();
    (start + 1..=at).rev().take_while(leads).last().map_or(at, |i| i - 1)
}

/// Whether what is said to be something is said to be one of itself: `a friend in need is a friend`.
fn is_circular(tokens: &[Token], name: &Range<usize>, verb: usize) -> bool {
    let is_noun = |word: &&Token| matches!(word.class, Class::Content | Class::Cue | Class::Weak | Class::Either);
    let leads = |word: &&Token| matches!(word.class, Class::Determiner | Class::Adverb);
    let kind = tokens[verb + 1..]
        .iter()
        .skip_while(leads)
        .take_while(|word| is_noun(word))
        .take_while(|word| word.gap.joins());
    name.len() == 1 && kind.last().is_some_and(|word| word.stem == tokens[name.start].stem)
}

/// Whether a sentence says when something is what stands between marks: `A toll is “double” if it is paid twice.`
pub(super) fn is_so_if(tokens: &[Token], name: &Range<usize>, start: usize) -> bool {
    let is_led = name.start > start && tokens[name.start - 1].class == Class::Be;
    let is_marked = tokens[name.start].gap.has(Gap::OPENS);
    let condition = tokens.get(name.end).filter(|word| word.gap == Gap::CLOSES);
    is_led && is_marked && condition.is_some_and(|word| [*IF, *WHEN].contains(&word.word))
}

/// Whether something is said to be what a name between marks is about: `The rules are our definition of “double”.`
pub(super) fn is_aspect_of(tokens: &[Token], name: &Range<usize>, start: usize) -> bool {
    let before = &tokens[start.min(name.start)..name.start];
    let [.., verb, article, aspect, of] = before else { return false };
    tokens[name.start].gap.has(Gap::OPENS)
        && of.class == Class::Of
        && ASPECTS.contains(&aspect.word)
        && article.class == Class::Determiner
        && BECOMING.contains(&verb.word)
}

/// Whether what begins at a token is whom a verb of speaking before it is spoken to: `told the Gazette: …`.
fn is_told(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut first = at;
    while first > start && tokens[first].gap.joins() && tokens[first - 1].class == Class::Determiner {
        first -= 1;
    }
    first > start && tokens[first].gap.joins() && SPEAKING.contains(&tokens[first - 1].word)
}

/// Whether `to` and a verb that open the sentence have for their object what begins at a token: `To grant free passage …`.
fn is_object_of_deed(tokens: &[Token], at: usize, start: usize) -> bool {
    let verb = (start + 1..at).rev().find(|&i| tokens[i].class != Class::Determiner);
    tokens[start].class == Class::To && verb == Some(start + 1)
}

/// What is said of doing something is said of what is done: `keeping to the rule of the road means …`.
fn deed_object(tokens: &[Token], chain: &Chain, pattern: Pattern, each: &mut impl FnMut(Found)) {
    let deed = &chain.runs[0];
    let is_led_to = chain.links.first() == Some(&Link::With);
    if pattern == Pattern::Means && is_led_to && deed.len() == 1 && tokens[deed.start].ending == Ending::Ing {
        each(Found { runs: 1..chain.runs.len(), pattern: Pattern::Essence });
    }
}

/// Where in a chain the name begins that stands behind a cue noun and `of`: `the principle of open gates`.
fn behind_cue(tokens: &[Token], chain: &Chain) -> Option<usize> {
    let cue = &chain.runs[0];
    let name = chain.runs.get(1)?;
    let is_led = cue.start > 0 && tokens[cue.start - 1].word == *THE && chain.links[0] == Link::Of;
    let is_name = name.len() > 1 || tokens[name.start].case != Case::Lower || tokens[name.start].idea;
    (is_led && is_name && tokens[cue.end - 1].class == Class::Cue && name.start == cue.end + 1).then_some(1)
}

/// Whether a chain names a step, and what is to be done in it stands behind the colon: `Connect: open the socket …`, but not
/// `the harbour rules: keep the gates …`.
fn is_step(tokens: &[Token], chain: &Chain, start: usize) -> bool {
    let whole = chain.whole();
    let last = &tokens[whole.end - 1];
    let Some([verb, next]) = tokens.get(whole.end..whole.end + 2) else { return false };
    let acts = matches!(verb.class, Class::Verb | Class::Either | Class::Content) && verb.ending == Ending::None;
    // `Default: Set to …`
    let is_told = verb.class == Class::Verb && verb.case == Case::Capital && next.class != Class::Be;
    whole.start == start
        && verb.gap.has(Gap::COLON)
        && acts
        && (next.class == Class::Determiner || is_told)
        && next.word != *THAT
        && next.gap.joins()
        && !matches!(last.class, Class::Cue)
        && last.ending != Ending::S
}

/// By what a sentence that a cue opens defines the name behind it: `The policy of “…” is …`.
pub(super) fn cued(tokens: &[Token], cue: usize, name: &Range<usize>, start: usize) -> Option<Pattern> {
    // A name can open a sentence behind one that ends with a cue noun.
    let praise = tokens.get(start..cue)?.iter().rev().take_while(|word| word.class == Class::Weak).count();
    let end = behind_parenthesis(tokens, name.end);
    let verb = behind_adverbs(tokens, behind_insertion(tokens, end));
    let goes_on = tokens.get(end).is_some_and(|next| !next.gap.ends());
    (goes_on && opens_sentence(tokens, cue - praise, start)).then(|| predicate(tokens, verb)).flatten()
}

/// What is said of several that `and` joins is said of each.
pub(super) fn joined_runs(chain: &Chain, pattern: Pattern, each: &mut impl FnMut(Found)) {
    if chain.links.contains(&Link::And) && chain.links.iter().all(|&link| link == Link::And) {
        for run in 0..chain.runs.len() {
            each(Found { runs: run..run + 1, pattern });
        }
    }
}

/// Whether the tokens from `at` on spell out what stands before them.
fn introduced(tokens: &[Token], at: usize) -> Option<Pattern> {
    let next = tokens.get(at)?;
    let second = tokens.get(at + 1);
    if next.word == *NAMELY {
        return Some(Pattern::Namely);
    }
    if next.gap.has(Gap::COLON) {
        return leads_to_list(tokens, at).then_some(Pattern::Colon);
    }
    if next.word == *SUCH && next.gap.joins() && second.is_some_and(|word| word.word == *AS) {
        return Some(Pattern::Part);
    }
    // `the doctrine that …`
    let is_claim = || CLAIMING.contains(&tokens[at - 1].word) && is_qualified(tokens, at - 1);
    if next.word == *THAT && next.gap.joins() && is_claim() && !begins_relative(tokens, at) {
        return Some(Pattern::Means);
    }
    if next.word == *WHICH
        && let Some(second) = second
    {
        if second.class == Class::Be
            && let Some(pattern @ (Pattern::Is | Pattern::Purpose | Pattern::Means)) = predicate(tokens, at + 1)
        {
            return Some(pattern);
        }
        if VERBS.get(&second.word) == Some(&Pattern::Includes) {
            return Some(Pattern::Includes);
        }
        // `…, which means that …` says it of all that stands before it.
        let is_that = tokens.get(at + 2).is_some_and(|word| word.word == *THAT);
        if VERBS.get(&second.word) == Some(&Pattern::Means) && !is_that {
            return Some(Pattern::Means);
        }
        // `the toll, which is paid in salt, means …`
        let says_more = || behind_comma(tokens, at).and_then(|verb| predicate(tokens, verb));
        if matches!(second.class, Class::Verb | Class::Either | Class::Auxiliary | Class::Be) {
            return says_more().is_none_or(|pattern| pattern == Pattern::Statement).then_some(Pattern::Statement);
        }
    }
    None
}
