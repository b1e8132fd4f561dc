//! By which words a sentence says what something is.

use super::lexicon::{Class, is_advocacy};
use super::phrases::{Chain, Link};
use super::tokens::{Gap, Token};
use crate::text::key;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// By what a sentence defines, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Pattern {
    /// `means`, `refers to`, `is defined as`.
    Means,
    /// `is a`, `is the`.
    Is,
    /// `namely`, `that is`.
    Namely,
    /// `includes the following`, `consists of`.
    Includes,
    /// A list behind a colon.
    Colon,
    /// `It is a …` below a heading.
    Title,
    /// `is to`, `aims at`.
    Purpose,
    /// `the essence of … is`.
    Essence,
    /// `In terms of …,` opens what is said of it.
    Opener,
    /// The paragraph below a heading.
    Section,
    /// `…, a …,`
    Apposition,
    /// `put forward the policy of …`
    Introduced,
    /// A sentence that has it for its subject and says something lasting of it.
    Statement,
}

impl Pattern {
    const ALL: [Pattern; 13] = [
        Pattern::Means,
        Pattern::Is,
        Pattern::Namely,
        Pattern::Includes,
        Pattern::Colon,
        Pattern::Title,
        Pattern::Purpose,
        Pattern::Essence,
        Pattern::Opener,
        Pattern::Section,
        Pattern::Apposition,
        Pattern::Introduced,
        Pattern::Statement,
    ];

    /// The pattern of a number.
    pub(super) fn from_byte(byte: u8) -> Option<Pattern> {
        Pattern::ALL.get(byte as usize).copied()
    }

    /// Whether such a sentence may spell out the parts of what it defines.
    pub fn enumerates(self) -> bool {
        self <= Pattern::Colon || matches!(self, Pattern::Essence | Pattern::Introduced | Pattern::Statement)
    }

    /// How sure it is that such a sentence defines, 0 to 1.
    pub fn weight(self) -> f32 {
        match self {
            Pattern::Means | Pattern::Is | Pattern::Namely => 1.0,
            Pattern::Includes | Pattern::Colon | Pattern::Title => 0.9,
            Pattern::Purpose | Pattern::Essence => 0.8,
            Pattern::Opener => 0.7,
            Pattern::Section | Pattern::Apposition => 0.6,
            Pattern::Introduced => 0.5,
            Pattern::Statement => 0.4,
        }
    }
}

/// Verbs behind which stands what their subject is.
const MEANS: &str = "means denotes signifies designates mean denote refers refer";
const INCLUDES: &str = "includes include comprises comprise consists consist contains embraces encompasses covers";
const PURPOSE: &str = "aims aim seeks calls requires require demands stipulates stipulate stipulated advocates upholds \
    embodies reflects represents constitutes provides holds";
/// Verbs by which somebody brings something up.
const INTRODUCES: &str = "forward proposed proposes advocated advocates advocate established initiated introduced \
    formulated adopted launched coined announced declared called created founded developed pioneered conceived devised \
    invented defined proclaimed promulgated";
/// What is said of something by naming this of it.
const ESSENCES: &str = "essence core goal aim purpose objective content meaning heart idea spirit key basis foundation \
    nature substance task significance feature characteristic origin point principle target definition element result \
    role function";
const PASSIVE: &str = "defined understood described characterized characterised known called considered regarded seen";

static VERBS: LazyLock<FxHashMap<u64, Pattern>> = LazyLock::new(|| {
    let lists = [(MEANS, Pattern::Means), (INCLUDES, Pattern::Includes), (PURPOSE, Pattern::Purpose)];
    lists.iter().flat_map(|(words, pattern)| words.split_whitespace().map(|word| (key(word), *pattern))).collect()
});
static PASSIVES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| PASSIVE.split_whitespace().map(key).collect());
static INTRODUCING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| INTRODUCES.split_whitespace().map(key).collect());
static ASPECTS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| ESSENCES.split_whitespace().map(key).collect());

macro_rules! word {
    ($($name:ident = $word:literal;)*) => {$(
        static $name: LazyLock<u64> = LazyLock::new(|| key($word));
    )*};
}
word! {
    NAMELY = "namely"; THAT = "that"; IS = "is"; ARE = "are"; WAS = "was"; WERE = "were"; AS = "as"; TERMS = "terms";
    IN = "in"; REGARDING = "regarding"; CONCERNING = "concerning"; WITH = "with"; REGARD = "regard"; REGARDS = "regards";
    RESPECT = "respect"; A = "a"; AN = "an"; THE = "the"; ONE = "one"; IT = "it"; THIS = "this"; THEY = "they"; WHICH = "which";
    IE = "i.e"; OR = "or";
}

/// A chain and a way in which the sentence may define it.
pub(super) struct Found {
    /// The runs of the chain that are defined.
    pub runs: Range<usize>,
    pub pattern: Pattern,
}

/// By what the sentence that a chain stands in may define it. `start` is the sentence's first token.
pub(super) fn defined(tokens: &[Token], chain: &Chain, start: usize, mut each: impl FnMut(Found)) {
    let whole = chain.whole();
    let runs = 0..chain.runs.len();
    let end = behind_parenthesis(tokens, whole.end);
    let Some(next) = tokens.get(end).filter(|next| !next.gap.ends()) else { return };
    let opens = opens_sentence(tokens, whole.start, start);
    if opens_topic(tokens, whole.start, start) && next.gap.has(Gap::COMMA) {
        return each(Found { runs, pattern: Pattern::Opener });
    }
    if let Some(pattern) = introduced(tokens, end) {
        // What is spelt out is the last thing named, and all that was said with it.
        each(Found { runs: runs.clone(), pattern });
        for run in 1..chain.runs.len() {
            each(Found { runs: run..runs.end, pattern });
        }
        return;
    }
    if !opens {
        introductions(tokens, chain, start, &mut each);
        if let Some(Pattern::Means) = predicate(tokens, end) {
            each(Found { runs, pattern: Pattern::Means });
        }
        return;
    }
    if next.gap.has(Gap::COMMA) && tokens.get(end + 1).is_some() && (next.word == *A || next.word == *AN) {
        each(Found { runs: runs.clone(), pattern: Pattern::Apposition });
    }
    let verb = behind_adverbs(tokens, behind_insertion(tokens, end));
    let Some(pattern) = predicate(tokens, verb) else {
        if tokens
            .get(verb)
            .is_some_and(|word| matches!(word.class, Class::Be | Class::Auxiliary | Class::Verb | Class::Either))
        {
            each(Found { runs: runs.clone(), pattern: Pattern::Statement });
        }
        return;
    };
    let last_aspect = (0..chain.links.len())
        .rev()
        .find(|&i| chain.links[i] == Link::Of && ASPECTS.contains(&tokens[chain.runs[i].end - 1].stem));
    if let Some(aspect) = last_aspect {
        let pattern = if pattern < Pattern::Essence { Pattern::Essence } else { pattern };
        each(Found { runs: aspect + 1..runs.end, pattern });
    }
    each(Found { runs, pattern });
}

/// What the verb before a chain introduces: the whole chain, and what stands behind `the policy of` in it.
fn introductions(tokens: &[Token], chain: &Chain, start: usize, each: &mut impl FnMut(Found)) {
    let whole = chain.whole();
    let mut at = whole.start;
    while at > start
        && matches!(tokens[at - 1].class, Class::Determiner | Class::Adverb)
        && tokens[at].gap.ends_no_clause()
    {
        at -= 1;
    }
    if at == start || !tokens[at].gap.ends_no_clause() {
        return;
    }
    let pattern = match &tokens[at - 1] {
        verb if INTRODUCING.contains(&verb.word) => Pattern::Introduced,
        verb if is_advocacy(verb.root) => Pattern::Statement,
        _ => return,
    };
    for run in 0..chain.runs.len() {
        let is_own =
            run == 0 || (chain.links[run - 1] == Link::Of && tokens[chain.runs[run - 1].end - 1].class == Class::Cue);
        if is_own {
            each(Found { runs: run..chain.runs.len(), pattern });
        }
    }
}

/// What the words from `at` on say of what stands before them.
fn predicate(tokens: &[Token], at: usize) -> Option<Pattern> {
    let verb = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if let Some(&pattern) = VERBS.get(&verb.word) {
        return Some(pattern);
    }
    if ![*IS, *ARE, *WAS, *WERE].contains(&verb.word) {
        return None;
    }
    let next_at = behind_adverbs(tokens, at + 1);
    let next = tokens.get(next_at).unwrap_or(next);
    if PASSIVES.contains(&next.word) {
        return Some(Pattern::Means);
    }
    match next.class {
        Class::Determiner => Some(if [*A, *AN, *THE].contains(&next.word) { Pattern::Is } else { Pattern::Statement }),
        _ if next.word == *ONE => Some(Pattern::Is),
        Class::To => Some(Pattern::Purpose),
        Class::Content | Class::Cue | Class::Weak | Class::Number
            if verb.word == *ARE && next.ending != super::tokens::Ending::Ed =>
        {
            Some(Pattern::Is)
        }
        _ => Some(Pattern::Statement),
    }
}

/// Whether the tokens from `at` on spell out what stands before them.
fn introduced(tokens: &[Token], at: usize) -> Option<Pattern> {
    let next = tokens.get(at)?;
    let second = tokens.get(at + 1);
    if next.word == *NAMELY || next.word == *IE {
        return Some(Pattern::Namely);
    }
    if next.gap.has(Gap::COMMA) && next.word == *THAT && second.is_some_and(|word| word.word == *IS) {
        return Some(Pattern::Namely);
    }
    if next.gap.has(Gap::COLON) {
        return Some(Pattern::Colon);
    }
    if next.word == *WHICH
        && let Some(second) = second
    {
        if VERBS.get(&second.word) == Some(&Pattern::Includes) {
            return Some(Pattern::Includes);
        }
        if VERBS.get(&second.word) == Some(&Pattern::Means) {
            return Some(Pattern::Means);
        }
    }
    None
}

/// Whether nothing but an article, a mark or what leads over stands before the token `at` in its sentence.
fn opens_sentence(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut first = at;
    while first > start && matches!(tokens[first - 1].class, Class::Determiner | Class::Number) {
        first -= 1;
    }
    if first == start {
        return true;
    }
    // `In 1956, the …` and `Today, …`, but not the second of two subjects.
    tokens[first].gap.has(Gap::COMMA)
        && first - start <= 8
        && matches!(tokens[start].class, Class::Preposition | Class::Stop | Class::Adverb | Class::To)
}

/// Whether `In terms of`, `Regarding` stand before the token `at` and open the sentence.
fn opens_topic(tokens: &[Token], at: usize, start: usize) -> bool {
    let mut end = at;
    while end > start && tokens[end - 1].class == Class::Determiner {
        end -= 1;
    }
    let words: Vec<u64> = tokens[start..end].iter().take(4).map(|token| token.word).collect();
    match words.as_slice() {
        [one] => *one == *REGARDING || *one == *CONCERNING,
        [first, second] => *first == *AS && tokens[start + 1].class == Class::Of && *second != *THE,
        [first, second, _] => {
            (*first == *IN && *second == *TERMS) || (*first == *WITH && [*REGARD, *REGARDS, *RESPECT].contains(second))
        }
        _ => false,
    }
}

/// Whether the sentence that begins at `start` speaks of what the heading before it names.
pub(super) fn speaks_of_title(tokens: &[Token], start: usize) -> Option<Pattern> {
    let first = tokens.get(start)?;
    let mut verb = start + 1;
    if first.word == *THIS && tokens.get(verb).is_some_and(|next| next.class == Class::Cue) {
        verb += 1;
    } else if ![*IT, *THIS, *THEY].contains(&first.word) {
        return None;
    }
    predicate(tokens, verb)
        .map(|pattern| if pattern == Pattern::Statement { Pattern::Statement } else { Pattern::Title })
}

fn behind_adverbs(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.class == Class::Adverb && at + 1 < tokens.len()) {
        at += 1;
    }
    at
}

fn behind_parenthesis(tokens: &[Token], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|token| token.gap.has(Gap::OPENS_PARENTHESIS)) {
        return at;
    }
    let inside = tokens[at + 1..].iter().take(12).position(|token| token.gap.has(Gap::CLOSES_PARENTHESIS));
    inside.map_or(at, |inside| at + 1 + inside)
}

/// Behind `, or …,` and `, as …,`.
fn behind_insertion(tokens: &[Token], at: usize) -> usize {
    let opens = tokens
        .get(at)
        .is_some_and(|token| token.gap.is_comma() && (token.word == *OR || token.word == *AS || token.word == *WHICH));
    if !opens {
        return at;
    }
    let inside = tokens[at + 1..].iter().take(12).position(|token| token.gap.has(Gap::COMMA));
    inside.map_or(at, |inside| at + 1 + inside)
}
